//! Larkfield: the simulated company of the demo.

mod handovers;
mod measure;
mod recovery;
mod sound;
mod story;
