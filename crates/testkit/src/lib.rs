//! Builders and generators for tests.

mod cases;
pub mod rules;
mod scene;
pub mod sketch;

pub use cases::cases;
pub use scene::{LEAD, Said, Scene, instant};
