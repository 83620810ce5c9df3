//! `tandem mirror`: whom marketing sends against whom sales accepts and wins.

mod document;
mod picture;
mod sentence;

use super::funnel::{period, write_leads};
use crate::arguments::{Global, MirrorArguments};
use crate::exit::Exit;
use crate::failure::Refusal;
use crate::ledger::Ledger;
use crate::screen::Screen;
use crate::unknown;
use app::tell::Clockwork;
use app::tell::mirror_in_words;
use app::{Engine, MirrorAnswer, MirrorQuestion};
use facts::Instant;

/// Holds the mirror up.
pub(crate) fn run(
    global: &Global,
    asked: &MirrorArguments,
    screen: &mut Screen,
) -> anyhow::Result<Exit> {
    let Ledger { engine, now } = Ledger::open(global)?;
    let clock = Clockwork::new(&engine.reign()?.at(now).1.charter.timezone);
    let (from, until) = period(asked.from.as_deref(), asked.to.as_deref(), &clock)?;
    let figure = asked.list.as_deref().map(Figure::read).transpose()?;
    let by = figure.as_ref().map_or_else(|| asked.by.clone(), |it| vec![it.name.to_owned()]);
    screen.progress("looking…");
    let answer = engine
        .mirror(&MirrorQuestion { by, from, until }, now)
        .map_err(|error| unknown::told(&engine, now, error))?;
    screen.progress_done();
    if let Some(figure) = figure {
        figure.list(&engine, &answer, screen)?;
    } else if screen.is_json() {
        screen.document(&document::document(&answer))?;
    } else {
        tell(&engine, &answer, !asked.by.is_empty(), now, screen)?;
    }
    Ok(Exit::Fine)
}

fn tell(
    engine: &Engine,
    answer: &MirrorAnswer,
    asked: bool,
    now: Instant,
    screen: &mut Screen,
) -> anyhow::Result<()> {
    screen.paragraph(&mirror_in_words(answer), 0)?;
    picture::show(answer, asked, screen)?;
    sentence::notes(answer, asked, screen)?;
    super::leads::waiting(engine, now, screen)
}

/// `lead.seniority=manager:won`.
struct Figure<'a> {
    text: &'a str,
    name: &'a str,
    value: &'a str,
    part: &'a str,
}

impl<'a> Figure<'a> {
    fn read(text: &'a str) -> Result<Self, Refusal> {
        let parts = text.split_once('=').and_then(|(name, rest)| {
            let (value, part) = rest.rsplit_once(':')?;
            Some((name.trim(), value.trim(), part.trim()))
        });
        let parts = parts.filter(|(.., part)| matches!(*part, "sent" | "accepted" | "won"));
        let Some((name, value, part)) = parts else {
            let help = "write TRAIT=VALUE:sent, TRAIT=VALUE:accepted or TRAIT=VALUE:won, such as \
                        lead.seniority=manager:won; without a value for those of whom it is not \
                        known";
            let message = format!("the mirror has no figure `{text}`");
            return Err(Refusal::new("unknown_figure", message, help));
        };
        Ok(Self { text, name, value, part })
    }

    fn list(
        &self,
        engine: &Engine,
        answer: &MirrorAnswer,
        screen: &mut Screen,
    ) -> anyhow::Result<()> {
        let dimensions = &answer.dimensions;
        let found = dimensions.iter().find(|dimension| dimension.name == self.name);
        let images = found.and_then(|dimension| {
            let mut rows = dimension.mirror.rows.iter();
            let row = rows.find(|row| dimension.value(row.value) == self.value);
            let unknown = self.value.is_empty().then_some(&dimension.mirror.unknown);
            row.map(|row| &row.images).or(unknown)
        });
        let images = images.ok_or_else(|| {
            let message = format!("no lead sent has `{}` as its {}", self.value, self.name);
            let values: Vec<_> = found
                .iter()
                .flat_map(|it| it.mirror.rows.iter().map(|row| it.value(row.value).to_owned()))
                .collect();
            Refusal::new("unknown_value", message, unknown::help("value", self.value, &values))
        })?;
        let leads = match self.part {
            "sent" => &images.sent,
            "accepted" => &images.accepted,
            _ => &images.won,
        };
        write_leads(engine, self.text, leads.ids(), screen)
    }
}
