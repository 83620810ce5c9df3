//! `tandem`: the agreement between a sales team and a marketing team, running.

mod arguments;
mod as_known;
mod clock;
mod commands;
mod exit;
mod failure;
mod ledger;
mod only;
mod screen;
mod show;
mod turn;
mod unknown;

use arguments::Arguments;
use clap::Parser;
use exit::Exit;
use failure::Failure;
use screen::Screen;
use std::process::ExitCode;

/// Rows of files, facts and answers are many small pieces of memory, made by one thread and given
/// back by another.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let wants_json = std::env::args_os().any(|argument| argument == "--json");
    let done = match Arguments::try_parse() {
        Ok(arguments) => {
            let mut screen = Screen::open(&arguments.global);
            let done = commands::run(&arguments, &mut screen);
            finish(done, &mut screen)
        }
        Err(asked) if !asked.use_stderr() || !wants_json => asked.exit(),
        Err(error) => {
            Screen::json().failure(&Failure::usage(&error));
            Exit::Usage
        }
    };
    ExitCode::from(done.code())
}

/// Says what went wrong, if anything did. A reader that went away is no failure.
fn finish(done: anyhow::Result<Exit>, screen: &mut Screen) -> Exit {
    let flushed = |screen: &mut Screen| screen.flush().map_err(anyhow::Error::from);
    match done.and_then(|exit| flushed(screen).map(|()| exit)) {
        Ok(exit) => exit,
        Err(error) if screen::is_broken_pipe(&error) => Exit::Fine,
        Err(error) => {
            let failure = Failure::of(&error);
            screen.failure(&failure);
            failure.exit
        }
    }
}
