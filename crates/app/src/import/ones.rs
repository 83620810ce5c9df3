//! People whom a source has twice: the lead and the contact that became of it.

use super::ImportError;
use super::note::{ImportNote, NoteCode};
use super::report::ImportReport;
use crate::Engine;
use crate::duplicates::{Merges, choice_key};
use facts::{Fact, Instant, Kind, Origin, Position, Precision, SubjectId, Value};
use timeline::link;

/// Who merges people that an import found to be one.
const WHO: &str = "import: same mail address";

impl Engine {
    /// Records that the two of each pair are one, unless they are already or somebody parted them:
    /// the one known first survives.
    pub(super) fn merge_found(
        &mut self,
        mut found: Vec<(SubjectId, SubjectId)>,
        now: Instant,
        report: &mut ImportReport,
    ) -> Result<(), ImportError> {
        found.sort_unstable();
        found.dedup();
        if found.is_empty() {
            return Ok(());
        }
        let mut merged = 0;
        self.write_known(|writer, vocabulary| {
            let mut merges = Merges::read(writer.view(), vocabulary)?;
            let code = vocabulary.code(Kind::Link, link::MERGE)?;
            let actor = vocabulary.intern(WHO)?;
            let mut facts = Vec::new();
            for (a, b) in found {
                let mut both = Vec::new();
                for person in [merges.survivor(a), merges.survivor(b)] {
                    let first = writer.view().first_position(person)?;
                    both.push((first.unwrap_or(Position(u64::MAX)), person));
                }
                both.sort_unstable();
                let ((_, older), (_, younger)) = (both[0], both[1]);
                if older == younger || merges.are_parted(older, younger) || merges.are_parted(a, b)
                {
                    continue;
                }
                merges.add(younger, older);
                facts.push(Fact {
                    subject: younger,
                    key: choice_key(link::MERGE, older, 0),
                    occurred_at: now,
                    precision: Precision::Instant,
                    code,
                    value: Value::Subject(older),
                    actor,
                    origin: Origin::System,
                });
            }
            merged = facts.len() as u64;
            writer.append_facts(&facts, vocabulary, now, None)?;
            Ok(())
        })?;
        if merged > 0 {
            let records = if merged == 1 { "record has" } else { "records have" };
            let text = format!(
                "{merged} {records} the mail address of somebody known already: they are one \
                 person now, under the older id; `tandem unmerge` parts them"
            );
            report.notes.push(ImportNote {
                code: NoteCode::OnePerson,
                file: None,
                count: merged,
                text,
            });
        }
        Ok(())
    }
}
