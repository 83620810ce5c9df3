//! How things look in a terminal: colour, bars, tables.

mod bar;
mod style;
mod table;

pub(crate) use bar::{Bar, bars};
pub(crate) use style::Style;
pub(crate) use table::{Align, Table};
