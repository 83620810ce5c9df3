//! Leads with their touches, as far as attribution needs to know them.

use super::dimension::Touch;
use facts::{Instant, Kind, SubjectId, Value, Vocabulary};
use std::collections::BTreeMap;
use timeline::{Row, link};

/// A lead with its touches.
#[derive(Clone, Debug)]
pub(super) struct Touched {
    pub(super) lead: SubjectId,
    pub(super) touches: Vec<Touch>,
    /// When a person of sales first tried to reach it.
    pub(super) reached_out_at: Option<Instant>,
    /// When it was first handed to sales.
    pub(super) handed_over_at: Option<Instant>,
    /// Whether it waits for somebody now.
    pub(super) is_open: bool,
}

/// Who belonged to which account, from when until before when.
#[derive(Default)]
pub(super) struct Belongings(BTreeMap<SubjectId, Vec<(SubjectId, Instant, Instant)>>);

impl Belongings {
    /// Adds to which accounts a lead belonged, by the links of its story.
    pub(super) fn add(&mut self, lead: SubjectId, story: &[Row], words: &Vocabulary) {
        let mut current: Option<(SubjectId, Instant)> = None;
        for row in story {
            let Some((Kind::Link, name @ (link::ACCOUNT | link::ACCOUNT_END))) =
                words.name(row.code)
            else {
                continue;
            };
            if let Some((account, from)) = current.take() {
                self.0.entry(account).or_default().push((lead, from, row.at));
            }
            if let (link::ACCOUNT, Value::Subject(account)) = (name, row.value()) {
                current = Some((account, row.at));
            }
        }
        if let Some((account, from)) = current {
            self.0.entry(account).or_default().push((lead, from, Instant::NEVER));
        }
    }

    /// The leads that belonged to an account at an instant or later, and before an end.
    pub(super) fn people_of(
        &self,
        account: SubjectId,
        at: Instant,
        end: Instant,
    ) -> Vec<SubjectId> {
        let all = self.0.get(&account).into_iter().flatten();
        let mut people: Vec<_> =
            all.filter(|(_, from, until)| *from < end && at < *until).map(|it| it.0).collect();
        people.sort_unstable();
        people.dedup();
        people
    }
}
