//! What is behind a figure, lead by lead.

use crate::failure::Refusal;
use crate::screen::Screen;
use app::tell::Named;
use app::tell::{Clockwork, number};
use app::{BacktestAnswer, Engine};
use facts::{Instant, Precision, SubjectId};
use lifecycle::{Flip, Move, Sureness, Turn, Win};
use serde_json::{Value, json};

/// What is listed.
pub(super) enum Figure {
    /// Of a stage, or of all; of a turn, or of all.
    Flips(Option<String>, Option<Turn>),
    Wins(Option<Turn>),
    FirstDay,
}

impl Figure {
    pub(super) fn read(text: &str) -> anyhow::Result<Self> {
        let mut parts = text.split(':');
        let turn = |word: Option<&str>| match word {
            None => Ok(None),
            Some(word) => Turn::ALL
                .into_iter()
                .find(|turn| turn.word() == word)
                .map(Some)
                .ok_or_else(|| unknown(text)),
        };
        let figure = match parts.next() {
            Some("flips") => {
                let stage = parts.next().map(ToOwned::to_owned);
                Self::Flips(stage, turn(parts.next())?)
            }
            Some("wins") => Self::Wins(turn(parts.next())?),
            Some("first-day") => Self::FirstDay,
            _ => return Err(unknown(text).into()),
        };
        match parts.next() {
            None => Ok(figure),
            Some(_) => Err(unknown(text).into()),
        }
    }
}

fn unknown(text: &str) -> Refusal {
    let help = "write flips, flips:STAGE, flips:STAGE:TURN, wins, wins:TURN or first-day, with a \
                turn of earlier, later, never, newly";
    Refusal::new("unknown_figure", format!("a backtest has no figure `{text}`"), help)
}

/// One line of a list.
struct Line {
    lead: SubjectId,
    /// What is said of it, after its name.
    said: String,
    document: Value,
    sure: Sureness,
}

/// Writes what is behind a figure.
pub(super) fn show(
    engine: &Engine,
    answer: &BacktestAnswer,
    figure: &Figure,
    limit: usize,
    clock: &Clockwork,
    screen: &mut Screen,
) -> anyhow::Result<()> {
    let telling = Telling { answer, clock };
    let found = &answer.found;
    let ((one, many), lines): (_, Vec<Line>) = match figure {
        Figure::Flips(stage, turn) => {
            let stage = stage.as_deref().map(|id| telling.stage(id)).transpose()?;
            let meant = |flip: &&Flip| {
                stage.is_none_or(|stage| usize::from(flip.stage) == stage)
                    && turn.is_none_or(|turn| flip.turn() == Some(turn))
            };
            let flips = found.flips.first.iter().filter(meant);
            (("entry changes", "entries change"), flips.map(|flip| telling.flip(flip)).collect())
        }
        Figure::Wins(turn) => {
            let meant =
                |win: &&Win| turn.is_none_or(|turn| Turn::of(win.before, win.after) == Some(turn));
            let wins = found.wins.changed.first.iter().filter(meant);
            (
                ("win is handed over otherwise", "wins are handed over otherwise"),
                wins.map(|win| telling.win(win)).collect(),
            )
        }
        Figure::FirstDay => {
            let moves = found.first_day.iter().flat_map(|day| &day.moves.first);
            (
                ("lead moves at once", "leads move at once"),
                moves.map(|moved| telling.moved(moved)).collect(),
            )
        }
    };
    let how = |sure: Sureness| lines.iter().filter(|line| line.sure == sure).count();
    let (assumed, estimated) = (how(Sureness::Assumed), how(Sureness::Estimated));
    if screen.is_json() {
        let shown = lines.iter().take(limit).map(|line| &line.document);
        screen.document(&json!({
            "count": lines.len(),
            "assumed": assumed,
            "estimated": estimated,
            "shown": shown.len(),
            "items": shown.collect::<Vec<_>>(),
        }))?;
        return Ok(());
    }
    let what = if lines.len() == 1 { one } else { many };
    let estimates = match estimated {
        0 => String::new(),
        some => format!(" and {} estimated", number(some)),
    };
    screen.line(format!(
        "{} {what}, {} of them assumed{estimates}.",
        number(lines.len()),
        number(assumed),
    ))?;
    for line in lines.iter().take(limit) {
        let named = Named::of(engine, line.lead)?;
        let sure = match line.sure {
            Sureness::Exact => String::new(),
            sure => format!(" ({})", sure.word()),
        };
        screen.line(format!("  {}  {}{sure}", line.lead, named.call_with_company()))?;
        screen.line(format!("      {}", line.said))?;
    }
    if lines.len() > limit {
        let left = number(lines.len() - limit);
        screen.line(format!("and {left} more: ask for them with --limit"))?;
    }
    Ok(())
}

struct Telling<'a> {
    answer: &'a BacktestAnswer,
    clock: &'a Clockwork,
}

impl Telling<'_> {
    fn stage(&self, id: &str) -> anyhow::Result<usize> {
        let stages = &self.answer.found.stages;
        let found = stages.iter().position(|figures| figures.stage.id == id);
        found.ok_or_else(|| {
            let names: Vec<_> = stages.iter().map(|figures| figures.stage.id.clone()).collect();
            let message = format!("neither charter has a stage `{id}`");
            Refusal::new("unknown_figure", message, crate::unknown::help("stage", id, &names))
                .into()
        })
    }

    fn name(&self, stage: u16) -> &str {
        &self.answer.found.stages[usize::from(stage)].stage.name
    }

    fn id(&self, stage: u16) -> &str {
        &self.answer.found.stages[usize::from(stage)].stage.id
    }

    fn when(&self, at: Instant) -> String {
        self.clock.when(at, Precision::Instant)
    }

    fn flip(&self, flip: &Flip) -> Line {
        let change = self.change(flip.before, flip.after);
        let rests = |stage: Option<u16>| stage.map_or("nowhere", |stage| self.name(stage));
        let (was, is) = (rests(flip.rests.before), rests(flip.rests.after));
        let rests = if was == is { String::new() } else { format!("; rests in {is}, not {was}") };
        Line {
            lead: flip.lead,
            said: format!("{}: {change}{rests}", self.name(flip.stage)),
            document: json!({
                "lead": flip.lead.to_string(),
                "stage": self.id(flip.stage),
                "turn": flip.turn().map(Turn::word),
                "before": flip.before.map(|at| at.to_string()),
                "after": flip.after.map(|at| at.to_string()),
                "rests_before": flip.rests.before.map(|stage| self.id(stage)),
                "rests_after": flip.rests.after.map(|stage| self.id(stage)),
                "certainty": flip.sure.word(),
            }),
            sure: flip.sure,
        }
    }

    fn win(&self, win: &Win) -> Line {
        let change = self.change(win.before, win.after);
        Line {
            lead: win.lead,
            said: format!("won {}; handed over: {change}", self.clock.date(win.at)),
            document: json!({
                "lead": win.lead.to_string(),
                "won": win.at.to_string(),
                "turn": Turn::of(win.before, win.after).map(Turn::word),
                "before": win.before.map(|at| at.to_string()),
                "after": win.after.map(|at| at.to_string()),
                "certainty": win.sure.word(),
            }),
            sure: win.sure,
        }
    }

    fn moved(&self, moved: &Move) -> Line {
        let (from, to) = (self.name(moved.from), self.name(moved.to));
        Line {
            lead: moved.lead,
            said: format!("from {from} to {to}"),
            document: json!({
                "lead": moved.lead.to_string(),
                "from": self.id(moved.from),
                "to": self.id(moved.to),
                "certainty": moved.sure.word(),
            }),
            sure: moved.sure,
        }
    }

    fn change(&self, before: Option<Instant>, after: Option<Instant>) -> String {
        match (before, after) {
            (Some(before), Some(after)) => {
                let how = if after < before { "earlier" } else { "later" };
                let apart = self.clock.apart(before, after, false);
                let (was, is) = (self.when(before), self.when(after));
                format!("{was}; proposed: {apart} {how}, {is}")
            }
            (Some(before), None) => format!("{}; proposed: never", self.when(before)),
            (None, Some(after)) => format!("never; proposed: {}", self.when(after)),
            (None, None) => "unchanged".to_owned(),
        }
    }
}
