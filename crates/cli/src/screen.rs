//! The one writer to the terminal.

use crate::arguments::{ColorChoice, Global};
use crate::failure::Failure;
use crate::show::{Style, for_programs};
use serde::Serialize;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::time::{Duration, Instant};

/// How long something takes before it shows how far it is.
const PROGRESS_AFTER: Duration = Duration::from_secs(1);

/// Writes what a command says: text or one JSON document to standard output, progress and errors
/// to standard error.
pub(crate) struct Screen {
    out: BufWriter<io::Stdout>,
    json: bool,
    /// How text looks.
    pub(crate) style: Style,
    err_style: Style,
    shows_progress: bool,
    /// When progress was first told: what takes less than a second shows none.
    progress_since: Option<Instant>,
}

impl Screen {
    /// As the arguments and the environment say.
    pub(crate) fn open(global: &Global) -> Self {
        let plain = is_set("NO_COLOR") || is_dumb();
        let colored = |is_terminal| is_colored(global.color, is_terminal, plain);
        let unicode = !global.ascii && !is_dumb() && speaks_unicode();
        let (out, err) = (io::stdout().is_terminal(), io::stderr().is_terminal());
        let style = |is_terminal| Style::new(colored(is_terminal), unicode, width());
        Self {
            out: BufWriter::new(io::stdout()),
            json: global.json,
            style: style(out),
            err_style: style(err),
            shows_progress: err && !global.json,
            progress_since: None,
        }
    }

    /// Only for errors before there are arguments.
    pub(crate) fn json() -> Self {
        let style = Style::new(false, false, 80);
        let out = BufWriter::new(io::stdout());
        Self {
            out,
            json: true,
            style,
            err_style: style,
            shows_progress: false,
            progress_since: None,
        }
    }

    /// Whether a program reads.
    pub(crate) fn is_json(&self) -> bool {
        self.json
    }

    /// A line of text.
    pub(crate) fn line(&mut self, text: impl AsRef<str>) -> io::Result<()> {
        writeln!(self.out, "{}", self.style.clean(text.as_ref().trim_end()))
    }

    /// A paragraph, wrapped to the width, with its later lines indented.
    pub(crate) fn paragraph(&mut self, text: &str, indent: usize) -> io::Result<()> {
        let wrapped = self.style.wrapped(text, indent);
        self.line(wrapped)
    }

    /// A blank line.
    pub(crate) fn gap(&mut self) -> io::Result<()> {
        writeln!(self.out)
    }

    /// A text that is written as it is: a program reads it.
    pub(crate) fn verbatim(&mut self, text: &[u8]) -> io::Result<()> {
        self.out.write_all(text)
    }

    /// The one JSON document of a command.
    pub(crate) fn document(&mut self, document: &impl Serialize) -> io::Result<()> {
        writeln!(self.out, "{}", for_programs(&serde_json::to_string_pretty(document)?))
    }

    /// How far something long is, from its second second on; a line that the next one replaces.
    /// Quiet for programs.
    pub(crate) fn progress(&mut self, text: &str) {
        if self.shows_progress {
            let since = *self.progress_since.get_or_insert_with(Instant::now);
            if since.elapsed() >= PROGRESS_AFTER {
                self.write_progress(text);
            }
        }
    }

    /// Takes the last progress away.
    pub(crate) fn progress_done(&mut self) {
        if self.progress_since.take().is_some_and(|since| since.elapsed() >= PROGRESS_AFTER) {
            self.write_progress("");
        }
    }

    fn write_progress(&self, text: &str) {
        // Nobody waits for progress, so a terminal that went away is no failure.
        let _ = write!(io::stderr(), "\r\x1b[2K{}", self.err_style.clean(text));
        let _ = io::stderr().flush();
    }

    /// What went wrong, to standard error.
    pub(crate) fn failure(&mut self, failure: &Failure) {
        self.progress_done();
        // Standard error is the last resort: when it is gone too, the exit code says it.
        let _ = self.flush();
        let _ = writeln!(io::stderr(), "{}", self.said(failure));
    }

    /// Something that changes no answer, to standard error; quiet for programs.
    pub(crate) fn remark(&mut self, text: &str) {
        if !self.json {
            self.progress_done();
            let said = format!("note: {text}");
            // Nobody waits for it, so a terminal that went away is no failure.
            let _ = writeln!(io::stderr(), "{}", self.err_style.clean(&said));
        }
    }

    fn said(&self, failure: &Failure) -> String {
        if self.json {
            let failure = serde_json::json!({ "error": failure });
            return for_programs(&format!("{failure:#}"));
        }
        let word = self.err_style.late("error");
        let place = failure.place.as_ref().map_or_else(String::new, |place| format!("{place}: "));
        let help = failure.help.as_ref().map_or_else(String::new, |help| format!("\n  do: {help}"));
        self.err_style.clean(&format!("{word}: {place}{}{help}", failure.message))
    }

    /// Hands everything to the terminal.
    pub(crate) fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Whether an error is only that the reader went away.
pub(crate) fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let kind = error.downcast_ref::<io::Error>().map(io::Error::kind);
    kind == Some(io::ErrorKind::BrokenPipe)
}

/// What was asked for on the command line comes before what the environment wants.
const fn is_colored(asked: ColorChoice, is_terminal: bool, plain: bool) -> bool {
    match asked {
        ColorChoice::Always => true,
        ColorChoice::Never => false,
        ColorChoice::Auto => is_terminal && !plain,
    }
}

/// The columns of the terminal, or 100; at least 40 and at most 160.
fn width() -> usize {
    let columns = std::env::var("COLUMNS").ok().and_then(|text| text.parse().ok());
    let measured = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    columns.or_else(measured).unwrap_or(100).clamp(40, 160)
}

fn is_set(name: &str) -> bool {
    std::env::var_os(name).is_some_and(|value| !value.is_empty())
}

fn is_dumb() -> bool {
    std::env::var_os("TERM").is_some_and(|term| term == "dumb")
}

/// A locale that is set and names no UTF-8 wants plain letters.
fn speaks_unicode() -> bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    locale.is_none_or(|locale| locale.to_uppercase().replace('-', "").contains("UTF8"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_color_is_honoured_unless_colour_is_asked_for() {
        assert!(is_colored(ColorChoice::Auto, true, false));
        assert!(!is_colored(ColorChoice::Auto, true, true), "NO_COLOR");
        assert!(!is_colored(ColorChoice::Auto, false, false), "no terminal");
        assert!(is_colored(ColorChoice::Always, false, true));
        assert!(!is_colored(ColorChoice::Never, true, false));
    }
}
