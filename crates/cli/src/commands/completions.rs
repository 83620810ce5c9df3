//! `tandem completions`.

use crate::arguments::{Arguments, CompletionsArguments};
use crate::exit::Exit;
use crate::screen::Screen;
use clap::CommandFactory;

/// Writes what a shell needs to complete commands, from their own description.
pub(crate) fn run(asked: &CompletionsArguments, screen: &mut Screen) -> anyhow::Result<Exit> {
    let mut script = Vec::new();
    clap_complete::generate(asked.shell, &mut Arguments::command(), "tandem", &mut script);
    screen.verbatim(&script)?;
    Ok(Exit::Fine)
}
