//! What programs did that act by themselves.

use facts::{Instant, Origin, Recorded, Vocabulary};
use std::collections::BTreeMap;

/// Something that a program did by itself, however often: it is in no story and no score.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AutomaticLine {
    /// What was done: `email.clicked`.
    pub name: String,
    /// What is said of the program: `Barracuda`.
    pub by: String,
    /// How often.
    pub times: u64,
    /// When it was done last.
    pub last_at: Instant,
}

impl AutomaticLine {
    /// Those among facts, by what was done and by whom.
    pub(crate) fn all(gathered: &[Recorded], vocabulary: &Vocabulary) -> Vec<Self> {
        let mut lines: BTreeMap<(&str, &str), (u64, Instant)> = BTreeMap::new();
        let done = gathered.iter().filter(|it| it.fact.origin == Origin::Automatic);
        for Recorded { fact, .. } in done {
            let Some((_, name)) = vocabulary.name(fact.code) else { continue };
            let line = lines.entry((name, vocabulary.word(fact.actor)));
            let (times, last) = line.or_insert((0, fact.occurred_at));
            *times += 1;
            *last = fact.occurred_at.max(*last);
        }
        let line = |((name, by), (times, last_at)): ((&str, &str), _)| Self {
            name: name.to_owned(),
            by: by.to_owned(),
            times,
            last_at,
        };
        lines.into_iter().map(line).collect()
    }
}
