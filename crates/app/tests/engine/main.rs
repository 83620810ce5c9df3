//! What the engine promises, on real files.

mod charters;
mod company;
mod corrections;
mod delivering;
mod disagreements;
mod erasing;
mod generating;
mod killing;
mod many;
mod merging;
mod mirror;
mod pending;
mod people;
mod planning;
mod post;
mod properties;
mod recording;
mod routing;
mod scripts;
mod sealing;
mod snapshots;
mod telling;
