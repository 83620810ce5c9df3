//! Builders and generators for tests.

mod cases;
mod database;
pub mod process;
pub mod rules;
mod scene;
pub mod sketch;

pub use cases::cases;
pub use database::{Home, On, SERVER};
pub use scene::{LEAD, Said, Scene, instant};
