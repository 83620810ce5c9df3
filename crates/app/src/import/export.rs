//! A further export of the same file: what changed since the last one is dated between the two.

use super::ImportError;
use super::note::{ImportNote, NoteCode, Tally};
use super::report::ImportReport;
use connect::FileMapping;
use facts::{Code, Fact, Instant, Kind, Precision, Recorded, SubjectId, Value, Vocabulary};
use foldhash::HashSet;
use jiff::tz::TimeZone;
use std::collections::BTreeMap;
use store::View;
use timeline::taken_back;

/// What the last export said, held against this one.
pub(super) struct Export {
    /// When this one was made.
    pub(super) as_of: Instant,
    /// When the one before it was made.
    previous: Instant,
    /// Everybody of whom this one speaks.
    seen: HashSet<SubjectId>,
    /// What was known of the subject of the row under way.
    known: Option<(SubjectId, Vec<Recorded>)>,
    changed: BTreeMap<String, Tally>,
    emptied: BTreeMap<String, Tally>,
}

/// What becomes of a value that an export dates.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Placed {
    /// It was known already.
    Known,
    /// It is recorded, dated by the export or between the two.
    Recorded,
}

impl Export {
    /// `None` where this is the first export of the file.
    pub(super) fn after_another(
        view: View<'_>,
        file: &FileMapping,
        mapping: &str,
        as_of: Instant,
    ) -> Result<Option<Self>, ImportError> {
        let previous = view.last_export(&file.path, mapping, as_of)?;
        Ok(previous.map(|previous| Self {
            as_of,
            previous,
            seen: HashSet::default(),
            known: None,
            changed: BTreeMap::new(),
            emptied: BTreeMap::new(),
        }))
    }

    /// Whether a fact of this kind says how things are, and was not dated by its row.
    pub(super) fn concerns(kind: Kind, precision: Precision) -> bool {
        precision == Precision::Unknown
            && matches!(kind, Kind::Trait | Kind::Opportunity | Kind::Link)
    }

    /// A row speaks of a subject.
    pub(super) fn see(
        &mut self,
        view: View<'_>,
        vocabulary: &Vocabulary,
        subject: SubjectId,
    ) -> Result<(), ImportError> {
        self.seen.insert(subject);
        if self.known.as_ref().is_none_or(|(of, _)| *of != subject) {
            let mut facts = Vec::new();
            view.facts_of_subject(subject, &mut facts)?;
            // What was taken back is said by no export any more.
            let gone = taken_back(&facts, vocabulary);
            facts.retain(|it| !gone.contains(&(subject, it.fact.key)));
            self.known = Some((subject, facts));
        }
        Ok(())
    }

    /// Dates a fact of the subject seen last.
    pub(super) fn place(&mut self, fact: &mut Fact, name: &str, line: u64) -> Placed {
        let Some((_, known)) = self.known.as_ref().filter(|(of, known)| {
            // Who is new to us is dated by the export, as in a first one.
            *of == fact.subject && !known.is_empty()
        }) else {
            return Placed::Recorded;
        };
        let last = last(known, fact.code, self.as_of);
        if last.is_some_and(|last| last.value == fact.value) {
            return Placed::Known;
        }
        let from = last.map_or(self.previous, |last| last.occurred_at.max(self.previous));
        fact.occurred_at = between(from, self.as_of);
        self.changed.entry(name.to_owned()).or_default().add(|| format!("line {line}"));
        Placed::Recorded
    }

    /// Compares what the mapping could say of the subject seen last with what the row does say.
    pub(super) fn miss(
        &mut self,
        traits: &[String],
        said: &HashSet<Code>,
        vocabulary: &Vocabulary,
        line: u64,
    ) {
        let Some((_, known)) = &self.known else { return };
        for name in traits {
            let Some(code) = vocabulary.find_code(Kind::Trait, name) else { continue };
            let last = last(known, code, self.as_of).filter(|last| last.value != Value::Nothing);
            if last.is_some() && !said.contains(&code) {
                self.emptied.entry(name.clone()).or_default().add(|| format!("line {line}"));
            }
        }
    }

    /// Says what changed, and who is in this export no longer.
    pub(super) fn report(
        self,
        view: View<'_>,
        (file, mapping, zone): (&FileMapping, &str, &TimeZone),
        (is_whole, rejected): (bool, u64),
        report: &mut ImportReport,
    ) -> Result<(), ImportError> {
        let day = |at: Instant| at.to_timestamp().to_zoned(zone.clone()).date();
        let mut note = |code, count, text| {
            report.notes.push(ImportNote { code, file: Some(file.path.clone()), count, text });
        };
        let (from, until) = (day(self.previous), day(self.as_of));
        for (name, tally) in self.changed {
            let (values, count) =
                if tally.count == 1 { ("value", "counts") } else { ("values", "count") };
            let text = format!(
                "{} {values} of {name} changed since the export of {from}, and {count} from \
                 between then and {until}: {tally}",
                tally.count
            );
            note(NoteCode::Changed, tally.count, text);
        }
        for (name, tally) in self.emptied {
            let (rows, have) = if tally.count == 1 { ("row", "has") } else { ("rows", "have") };
            let text = format!(
                "{} {rows} {have} no {name} any more; what was known before stays: {tally}",
                tally.count
            );
            note(NoteCode::Emptied, tally.count, text);
        }
        if !is_whole {
            return Ok(());
        }
        let mut missing = Tally::default();
        for subject in view.subjects_of_exports(&file.path, mapping, self.as_of)? {
            if !self.seen.contains(&subject) {
                let name = super::order::name(view, subject)?;
                missing.add(|| name);
            }
        }
        if missing.count > 0 {
            let (are, stay) = match missing.count {
                1 => ("record of earlier exports is", "stays as it was"),
                _ => ("records of earlier exports are", "stay as they were"),
            };
            let perhaps = match rejected {
                0 => String::new(),
                1 => "; 1 row was rejected and may be one of them".to_owned(),
                rows => format!("; {rows} rows were rejected and may be among them"),
            };
            let text =
                format!("{} {are} not in this one, and {stay}: {missing}{perhaps}", missing.count);
            note(NoteCode::Missing, missing.count, text);
        }
        Ok(())
    }
}

/// The last fact of a code until an instant.
fn last(known: &[Recorded], code: Code, until: Instant) -> Option<Fact> {
    let facts = known
        .iter()
        .filter(|recorded| recorded.fact.code == code && recorded.fact.occurred_at <= until);
    facts.max_by_key(|recorded| (recorded.fact.occurred_at, recorded.fact.key)).map(|r| r.fact)
}

/// The instant halfway: whoever must name one between two is least wrong there.
fn between(from: Instant, until: Instant) -> Instant {
    Instant(from.0 + (until.0 - from.0) / 2)
}
