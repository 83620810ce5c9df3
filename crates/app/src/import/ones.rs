//! People whom a source has twice: the lead and the contact that became of it.

use super::ImportError;
use super::note::{ImportNote, NoteCode};
use super::report::ImportReport;
use super::resolve::OneBecause;
use crate::Engine;
use crate::duplicates::{Merges, choice_key};
use facts::{Fact, Instant, Kind, Origin, Position, Precision, SubjectId, Value};
use std::collections::BTreeMap;
use timeline::link;

impl OneBecause {
    /// Who merges people that an import found to be one, and why.
    const fn who(self) -> &'static str {
        match self {
            Self::Record => "import: same record",
            Self::MailAddress => "import: same mail address",
        }
    }
}

impl Engine {
    /// Records that the two of each pair are one, unless they are already or somebody parted them:
    /// the one known first survives.
    pub(super) fn merge_found(
        &mut self,
        found: &BTreeMap<(SubjectId, SubjectId), OneBecause>,
        now: Instant,
        report: &mut ImportReport,
    ) -> Result<(), ImportError> {
        if found.is_empty() {
            return Ok(());
        }
        let mut merged: BTreeMap<OneBecause, u64> = BTreeMap::new();
        self.write_known(|writer, vocabulary| {
            let mut merges = Merges::read(writer.view(), vocabulary)?;
            let code = vocabulary.code(Kind::Link, link::MERGE)?;
            let mut facts = Vec::new();
            for (&(a, b), &because) in found {
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
                *merged.entry(because).or_default() += 1;
                facts.push(Fact {
                    subject: younger,
                    key: choice_key(link::MERGE, older, 0),
                    occurred_at: now,
                    precision: Precision::Instant,
                    code,
                    value: Value::Subject(older),
                    actor: vocabulary.intern(because.who())?,
                    origin: Origin::System,
                });
            }
            writer.append_facts(&facts, vocabulary, now, None)?;
            Ok(())
        })?;
        for (because, merged) in merged {
            let what = match (because, merged) {
                (OneBecause::MailAddress, 1) => {
                    "record has the mail address of somebody known already"
                }
                (OneBecause::MailAddress, _) => {
                    "records have the mail address of somebody known already"
                }
                (OneBecause::Record, 1) => "record names that of somebody known as its own",
                (OneBecause::Record, _) => "records name those of somebody known as their own",
            };
            let text = format!(
                "{merged} {what}: they are one person now, under the older id; `tandem unmerge` \
                 parts them"
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
