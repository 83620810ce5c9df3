//! The command line, as people and scripts use it.

mod asking;
mod charter;
mod demo;
mod failing;
mod figures;
mod help;
mod importing;
mod looks;
mod mirror;
mod tandem;
mod time;
