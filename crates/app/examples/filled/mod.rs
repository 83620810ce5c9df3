//! A ledger full of plausible stories, for benchmarks.

use app::{Adoption, Engine};
use facts::{Fact, Instant, Origin, Precision, SubjectKind, Value};
use std::path::Path;
use store::Subject;
use timeline::{Story, Timelines};

pub(crate) const CHARTER: &str = include_str!("../../../../charters/b2b-saas.toml");
/// How many leads are written at once.
const BATCH_LEADS: usize = 2_000;

/// Fills a fresh ledger with so many leads of so many facts each, between two instants.
pub(crate) fn fill(path: &Path, (leads, mean): (usize, f64), (from, until): (Instant, Instant)) {
    let mut engine = Engine::open(path).expect("a fresh ledger");
    let adoption = Adoption { text: CHARTER, from, who: "both heads", trial: false };
    engine.adopt_charter(&adoption, from).expect("a charter");
    let (store, vocabulary) = engine.parts_mut();
    let stories = simulate::bulk(1, leads, mean, from, until, vocabulary).expect("stories");
    let mut start = 0;
    while start < stories.len() {
        let end = (start + BATCH_LEADS).min(stories.len());
        let mut writer = store.begin().expect("the ledger");
        let (subjects, facts) = batch(&stories, start..end);
        writer.add_subjects(&subjects).expect("room");
        writer.append_facts(&facts, vocabulary, until, None).expect("room");
        writer.commit().expect("room");
        start = end;
    }
}

fn batch(stories: &Timelines, range: std::ops::Range<usize>) -> (Vec<Subject>, Vec<Fact>) {
    let (mut subjects, mut facts) = (Vec::new(), Vec::new());
    for story in range.map(|index| stories.story(index)) {
        subjects.push(Subject { id: story.lead, kind: SubjectKind::Person });
        for index in 0..story.rows.len() {
            let fact = fact(story, index);
            if let Value::Subject(id) = fact.value {
                subjects.push(Subject { id, kind: SubjectKind::Account });
            }
            facts.push(fact);
        }
    }
    subjects.sort_unstable_by_key(|subject| subject.id);
    subjects.dedup_by_key(|subject| subject.id);
    (subjects, facts)
}

fn fact(story: Story<'_>, index: usize) -> Fact {
    let row = story.rows[index];
    Fact {
        subject: story.lead,
        key: story.keys[index],
        occurred_at: row.at,
        precision: Precision::Instant,
        code: row.code,
        value: row.value(),
        actor: row.actor,
        origin: if row.flags.is_human() { Origin::Human } else { Origin::System },
    }
}
