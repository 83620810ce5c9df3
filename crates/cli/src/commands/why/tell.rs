//! The thread in words.

use super::Why;
use super::thread::{Item, only_day};
use crate::screen::Screen;
use crate::show::Style;
use app::tell::{Clockwork, because, decision_in_words, fact_in_words};
use app::{AutomaticLine, ChangeLine, DecisionLine};
use charter::{Charter, clause_in_words};
use facts::{Instant, Precision};
use lifecycle::What;
use std::collections::HashSet;

/// Columns before the text: the date or the time.
const MARGIN: usize = 13;

struct Telling<'a> {
    why: &'a Why<'a>,
    clock: Clockwork,
    style: Style,
    date: String,
    /// The clauses that were told; a clause is told in full once.
    told: HashSet<(u16, String)>,
    ahead: bool,
}

impl Why<'_> {
    pub(super) fn say_thread(&self, screen: &mut Screen) -> anyhow::Result<()> {
        screen.gap()?;
        screen.line(screen.style.strong("What happened, and what followed"))?;
        let mut telling = Telling {
            why: self,
            clock: self.clock()?,
            style: screen.style,
            date: String::new(),
            told: HashSet::new(),
            ahead: false,
        };
        for item in self.thread()? {
            telling.item(&item, screen)?;
        }
        self.say_automatic(screen)
    }

    /// What programs did by themselves, which counts for nothing.
    fn say_automatic(&self, screen: &mut Screen) -> anyhow::Result<()> {
        if self.page.automatic.is_empty() {
            return Ok(());
        }
        screen.gap()?;
        screen.line(screen.style.strong("Left out: programs did this by themselves"))?;
        for AutomaticLine { name, by, times, .. } in &self.page.automatic {
            let text = format!("{name}, {times} times, by {by}");
            screen.paragraph(&screen.style.faint(&text), MARGIN)?;
        }
        Ok(())
    }
}

impl Telling<'_> {
    fn item(&mut self, item: &Item<'_>, screen: &mut Screen) -> anyhow::Result<()> {
        match item {
            Item::Facts { lines, followed } => {
                let Some(first) = lines.first() else { return Ok(()) };
                if first.at > self.why.now && !self.ahead {
                    self.ahead = true;
                    screen.line(self.style.faint("  recorded for later, and not read yet:"))?;
                }
                let charter = self.why.charter()?;
                let said: Vec<_> = lines.iter().map(|line| fact_in_words(charter, line)).collect();
                let text = format!("{} {}", self.style.fact_mark(), said.join("; "));
                self.entry((first.at, first.precision), &text, screen)?;
                for routed in lines.iter().filter_map(|line| self.why.routed_in_words(line.key)) {
                    let text = format!("{:13}{}", "", self.style.faint(&routed));
                    screen.paragraph(&text, MARGIN + 2)?;
                }
                for decision in followed {
                    let later = decision.at != first.at;
                    let moment = later.then_some((decision.at, decision.precision));
                    self.decision(moment, decision, screen)?;
                }
            }
            Item::Alone(decision) => {
                self.decision(Some((decision.at, decision.precision)), decision, screen)?;
            }
            Item::Correction(change) => self.correction(change, screen)?,
            Item::Adoption(at) => {
                let when = self.clock.when(*at, Precision::Instant);
                let text = format!(
                    "the first charter was adopted on {when}: what stands above is read in \
                     retrospect, and assumed"
                );
                screen.paragraph(&format!("  {text}"), 2)?;
            }
        }
        Ok(())
    }

    /// A line with its time in the margin: the date where it is another, else the time.
    fn entry(
        &mut self,
        (at, precision): (Instant, Precision),
        text: &str,
        screen: &mut Screen,
    ) -> anyhow::Result<()> {
        let date = match precision {
            Precision::Unknown => "no date".to_owned(),
            _ => self.clock.date(at),
        };
        if date != self.date {
            screen.line(format!("  {}", self.style.strong(&date)))?;
            self.date = date;
        }
        let time = if only_day(precision) { String::new() } else { self.clock.time(at) };
        screen.paragraph(&format!("  {time:>9}  {text}"), MARGIN + 2)?;
        Ok(())
    }

    fn decision(
        &mut self,
        moment: Option<(Instant, Precision)>,
        decision: &DecisionLine,
        screen: &mut Screen,
    ) -> anyhow::Result<()> {
        let charter = self.terms(decision)?;
        let mark = self.style.follows_mark();
        let mut text =
            format!("{mark} {}", decision_in_words(&self.style, &self.clock, charter, decision));
        text.push_str(because(decision));
        let clause = clause_in_words(charter, &decision.clause);
        if tells_clause(decision.what)
            && let Some(clause) = clause
            && self.told.insert((decision.terms.0, decision.clause.clone()))
        {
            text.push_str(&format!(" {} {clause}", self.style.dot()));
        }
        match moment {
            Some(moment) => self.entry(moment, &text, screen),
            None => {
                screen.paragraph(&format!("{}{text}", " ".repeat(MARGIN + 2)), MARGIN + 5)?;
                Ok(())
            }
        }
    }

    fn correction(&mut self, change: &ChangeLine, screen: &mut Screen) -> anyhow::Result<()> {
        let charter = self.terms(&change.decision)?;
        let what = decision_in_words(&self.style, &self.clock, charter, &change.decision);
        let when = |line: &DecisionLine| self.clock.when(line.at, line.precision);
        let now = when(&change.decision);
        let text = match change.before.as_ref().map(when) {
            None => format!("corrected: taken back ({now}): {what}"),
            Some(was) if was == now => format!("corrected: for another cause ({now}): {what}"),
            Some(was) => format!("corrected: on {now}, not on {was}: {what}"),
        };
        let mark = self.style.dot();
        self.entry((change.recorded_at, Precision::Instant), &format!("{mark} {text}"), screen)
    }

    /// The charter whose terms a decision goes by.
    fn terms(&self, decision: &DecisionLine) -> anyhow::Result<&Charter> {
        let reign = self.why.engine.reign()?;
        let terms = reign.program(decision.terms).map(|program| &program.charter);
        terms.map_or_else(|| self.why.charter(), Ok)
    }
}

/// Whether the clause says more than the decision does.
const fn tells_clause(what: What) -> bool {
    matches!(what, What::StageEntered | What::PassClosed | What::ClockStarted | What::MotionSet)
}
