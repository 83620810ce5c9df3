//! The command line, as people and scripts use it.

mod accounts;
mod as_known;
mod asking;
mod audit;
mod backtest;
mod belonging;
mod charter;
mod demo;
mod doctor;
mod duplicates;
mod editing;
mod erasing;
mod failing;
mod figures;
mod generate;
mod help;
mod importing;
mod looks;
mod matching;
mod mirror;
mod opportunities;
mod settings;
mod snapshot;
mod tandem;
mod time;
