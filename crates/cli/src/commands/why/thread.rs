//! Facts, decisions and corrections in one thread.

use super::Why;
use app::{ChangeLine, DecisionLine, StoryLine};
use facts::{FactKey, Instant, Kind, Precision};
use lifecycle::Cause;
use std::collections::HashMap;

/// Something in the thread, in order of time.
pub(super) enum Item<'a> {
    /// A fact, or what was learned at once, with what followed from the last of it.
    Facts { lines: Vec<&'a StoryLine>, followed: Vec<&'a DecisionLine> },
    /// What time, a new version or the adoption decided.
    Alone(&'a DecisionLine),
    /// A decision that was moved or withdrawn later.
    Correction(&'a ChangeLine),
    /// The first charter was adopted: what stands before is read in retrospect.
    Adoption(Instant),
}

impl Why<'_> {
    /// The thread until now, then what is recorded for later.
    pub(super) fn thread(&self) -> anyhow::Result<Vec<Item<'_>>> {
        let mut followed: HashMap<FactKey, Vec<&DecisionLine>> = HashMap::new();
        let mut items: Vec<((Instant, u8, usize), Item<'_>)> = Vec::new();
        for (index, decision) in self.page.decisions.iter().enumerate() {
            match decision.cause {
                Cause::Fact(key) if self.page.story.iter().any(|line| line.key == key) => {
                    followed.entry(key).or_default().push(decision);
                }
                Cause::Version | Cause::Adoption => {
                    items.push(((decision.at, 1, index), Item::Alone(decision)));
                }
                _ => items.push(((decision.at, 4, index), Item::Alone(decision))),
            }
        }
        for (index, line) in self.page.story.iter().enumerate() {
            let followed = followed.remove(&line.key).unwrap_or_default();
            items.push(((line.at, 2, index), Item::Facts { lines: vec![line], followed }));
        }
        let corrections = self.page.history.iter().filter(|change| change.change != "made");
        for (index, change) in corrections.enumerate() {
            items.push(((change.recorded_at, 6, index), Item::Correction(change)));
        }
        let adopted = self.engine.reign()?.adopted_at();
        if self.page.story.first().is_some_and(|first| first.at < adopted) && adopted <= self.now {
            items.push(((adopted, 0, 0), Item::Adoption(adopted)));
        }
        items.sort_by_key(|(place, _)| *place);
        let mut thread: Vec<Item<'_>> = Vec::new();
        for (_, item) in items {
            match thread.last_mut().and_then(|last| last.joined(&item)) {
                Some(()) => {}
                None => thread.push(item),
            }
        }
        Ok(thread)
    }
}

impl<'a> Item<'a> {
    /// Adds what was learned at the same instant to what was learned before it, if both are so
    /// and as precisely dated.
    fn joined(&mut self, next: &Item<'a>) -> Option<()> {
        let learned = |kind| matches!(kind, Kind::Trait | Kind::Opportunity | Kind::Link);
        let Self::Facts { lines, followed } = self else { return None };
        let Self::Facts { lines: more, followed: then } = next else { return None };
        let (last, first) = (*lines.last()?, *more.first()?);
        let dated = |line: &StoryLine| (line.at, line.precision);
        let alike = learned(last.kind) && learned(first.kind) && dated(last) == dated(first);
        if !alike || !followed.is_empty() {
            return None;
        }
        lines.extend(more);
        followed.extend(then);
        Some(())
    }
}

/// Whether only the day is told.
pub(super) fn only_day(precision: Precision) -> bool {
    precision >= Precision::Day
}
