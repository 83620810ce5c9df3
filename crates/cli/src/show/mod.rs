//! How things look in a terminal: colour, bars, tables.

mod bar;
mod letters;
mod spark;
mod style;
mod table;

pub(crate) use bar::{Bar, bars};
pub(crate) use letters::for_programs;
pub(crate) use spark::spark;
pub(crate) use style::Style;
pub(crate) use table::{Align, Table};
