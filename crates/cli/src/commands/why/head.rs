//! Where a lead is, whose turn it is, and until when.

use super::Why;
use crate::screen::Screen;
use crate::turn;
use app::LeadRow;
use app::tell::Clockwork;
use charter::{Charter, clause_in_words};
use facts::Precision;
use lifecycle::What;
use store::PlaceKind;

impl Why<'_> {
    pub(super) fn charter(&self) -> anyhow::Result<&Charter> {
        Ok(&self.engine.reign()?.at(self.now).1.charter)
    }

    pub(super) fn clock(&self) -> anyhow::Result<Clockwork> {
        Ok(Clockwork::new(&self.charter()?.timezone))
    }

    pub(super) fn say_head(&self, screen: &mut Screen) -> anyhow::Result<()> {
        let style = screen.style;
        let id = style.faint(&self.named.lead.to_string());
        screen.line(format!("{}  {id}", style.strong(&self.named.call_with_company())))?;
        let Some(row) = &self.page.row else {
            let text = "It has no story: it is part of another lead, all its facts were taken \
                        back, or it was not settled yet.";
            screen.paragraph(text, 0)?;
            return Ok(());
        };
        let (charter, clock) = (self.charter()?, self.clock()?);
        screen.paragraph(&self.where_it_is(charter, &clock, row, screen), 0)?;
        if let Some(said) = self.who_it_is(charter) {
            screen.paragraph(&said, 0)?;
        }
        screen.paragraph(&self.next(&clock, row, screen), 0)?;
        if let Some(returns) = row.returns_at {
            let when = clock.when(returns, Precision::Instant);
            screen.line(format!("It comes back by itself on {when}."))?;
        }
        if let Some(reason) = self.why_this_stage(row) {
            screen.paragraph(&format!("Why there? {reason}"), 2)?;
        }
        Ok(())
    }

    /// What the charter makes of it: `It is a champion, of Americas; its pass began as inbound, of
    /// Expansion.`
    fn who_it_is(&self, charter: &Charter) -> Option<String> {
        let belonging = &self.belonging;
        let unit = belonging.unit.as_ref().map(|id| {
            let unit = charter.units.iter().find(|unit| unit.id == *id);
            format!("it belongs to {}", unit.map_or(id.as_str(), |unit| unit.name.as_str()))
        });
        let persona = belonging.persona.as_ref().map(|id| format!("its persona is {}", plain(id)));
        let motion =
            belonging.motion.as_ref().filter(|id| Some(*id) != belonging.pipeline.as_ref());
        let motion = motion.map(|id| format!("its pass began as {}", plain(id)));
        let pipeline = belonging.pipeline.as_ref().map(|id| {
            let known = charter.pipelines.iter().find(|pipeline| pipeline.id == *id);
            format!("the pass is one of {}", known.map_or(id.as_str(), |known| known.name.as_str()))
        });
        let said: Vec<_> = [persona, unit, motion, pipeline].into_iter().flatten().collect();
        let text = said.join("; ");
        let mut letters = text.chars();
        let first = letters.next()?;
        Some(format!("{}{}.", first.to_uppercase(), letters.as_str()))
    }

    fn where_it_is(
        &self,
        charter: &Charter,
        clock: &Clockwork,
        row: &LeadRow,
        screen: &Screen,
    ) -> String {
        let Some((name, side)) = turn::stage(charter, &row.stage) else {
            return "It is in no stage yet: nothing that it did begins a pass.".to_owned();
        };
        let stage = screen.style.side(side, name);
        let since = row.entered_at.map_or_else(String::new, |entered| {
            if row.precision == Precision::Unknown {
                return String::new();
            }
            let passed = clock.apart(entered, self.now, row.precision == Precision::Day);
            format!(" since {} ({passed})", clock.when(entered, row.precision))
        });
        let again = match row.pass {
            0 | 1 => String::new(),
            pass => format!(", in its {} pass", ordinal(pass)),
        };
        let turn = match row.place {
            PlaceKind::Nowhere => "It waits for nobody.".to_owned(),
            PlaceKind::Assignee => format!("It is {}'s turn.", row.who),
            PlaceKind::Queue => {
                format!("It waits in the {} for somebody to take it.", turn::whose(row))
            }
            PlaceKind::Team => format!("It is the {}'s turn.", turn::whose(row)),
            PlaceKind::Nurture => {
                let until = if row.returns_at.is_some() {
                    "its time comes, or it shows new interest before"
                } else {
                    "it shows new interest"
                };
                format!("It rests in marketing's nurture program until {until}.")
            }
        };
        format!("It is in {stage}{since}{again}. {turn}")
    }

    fn next(&self, clock: &Clockwork, row: &LeadRow, screen: &Screen) -> String {
        let Some(due) = row.due else { return "Nothing is promised about it now.".to_owned() };
        let said = self.in_any_version(&format!("promise.{}", row.promise));
        let said = said.unwrap_or_else(|| row.promise.clone());
        let when = clock.due(due);
        let left = clock.apart(due, self.now, row.precision >= Precision::Day);
        if row.broken {
            let late = format!("{} late {left}", screen.style.late_mark());
            return format!("{}: due {when}. Promised: {said}", screen.style.late(&late));
        }
        format!("Next due: {when}, {left} left. Promised: {said}")
    }

    /// A clause of the charter in force or, where that has it no more, of the last one that had it:
    /// a promise keeps the terms under which it began.
    fn in_any_version(&self, clause: &str) -> Option<String> {
        let reign = self.engine.reign().ok()?;
        let (in_force, _) = reign.at(self.now);
        let so_far = reign.versions().iter().take(usize::from(in_force.0));
        so_far.rev().find_map(|version| clause_in_words(&version.program.charter, clause))
    }

    fn why_this_stage(&self, row: &LeadRow) -> Option<String> {
        let entered =
            self.page.decisions.iter().rev().find(|decision| {
                decision.what == What::StageEntered && decision.target == row.stage
            })?;
        let terms = self.engine.reign().ok()?.program(entered.terms)?;
        clause_in_words(&terms.charter, &entered.clause)
    }
}

/// An id as people read it: `economic buyer`.
fn plain(id: &str) -> String {
    id.replace(['_', '-'], " ")
}

/// `2nd`.
fn ordinal(number: u16) -> String {
    let end = match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{number}{end}")
}
