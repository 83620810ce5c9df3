//! Names of a mapping that the charter in force does not know.

use super::note::{ImportNote, NoteCode};
use super::report::ImportReport;
use charter::Charter;
use connect::{FactMapping, Mapping};
use facts::{Kind, TraitType};

/// Reports names that no rule can ask for. Says nothing before a charter is adopted.
pub(super) fn check(mapping: &Mapping, charter: Option<&Charter>, report: &mut ImportReport) {
    let Some(charter) = charter else { return };
    for file in &mapping.files {
        for fact in file.subjects.iter().flat_map(|subject| &subject.facts) {
            for name in fact.names() {
                let Some(text) = unknown(charter, fact, name) else { continue };
                report.notes.push(ImportNote {
                    code: NoteCode::UnknownToCharter,
                    file: Some(file.path.clone()),
                    count: 1,
                    text,
                });
            }
        }
    }
}

fn unknown(charter: &Charter, fact: &FactMapping, name: &str) -> Option<String> {
    let schema = &charter.schema;
    let known = |names: &[String]| names.iter().any(|known| known == name);
    match fact.kind {
        Kind::Trait | Kind::Opportunity => match schema.traits.get(name) {
            None => Some(format!(
                "the charter knows no trait `{name}`, so its rules cannot ask for it: add \
                 `\"{name}\" = \"{}\"` to `[traits]`",
                fact.value_type.word()
            )),
            Some(known) if *known != fact.value_type => Some(mismatch(name, *known, fact)),
            Some(_) => None,
        },
        Kind::Touch if !known(&schema.touches) => Some(format!(
            "the charter knows no touch `{name}`, so its rules cannot ask for it: add it to \
             `touches` of `[facts]`"
        )),
        Kind::Activity if !known(&schema.activities) => Some(format!(
            "the charter knows no activity `{name}`, so its rules cannot ask for it: add it to \
             `activities` of `[facts]`"
        )),
        Kind::Verdict if charter::Verdict::ALL.iter().all(|verdict| verdict.word() != name) => {
            Some(format!(
                "there is no verdict `{name}`: map it to accepted, rejected, recycled or \
                          disqualified"
            ))
        }
        _ => None,
    }
}

fn mismatch(name: &str, known: TraitType, fact: &FactMapping) -> String {
    format!(
        "the trait `{name}` is a {} in the charter and a {} in the mapping: write `type = \"{}\"`",
        known.word(),
        fact.value_type.word(),
        known.word()
    )
}
