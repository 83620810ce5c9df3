//! Builders and generators for tests.

mod cases;
mod database;
mod mangle;
pub mod process;
pub mod rules;
mod scene;
pub mod sketch;

pub use cases::cases;
pub use database::{Home, On, SERVER};
pub use mangle::{fuzz, mangled};
pub use scene::{LEAD, Said, Scene, instant};
