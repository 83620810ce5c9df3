//! Names of a mapping that the charter in force does not know.

use super::note::{ImportNote, NoteCode};
use super::report::ImportReport;
use charter::Charter;
use connect::{FactCurrency, FactMapping, Mapping};
use facts::{Kind, TraitType};

/// Reports names that no rule can ask for. Says nothing before a charter is adopted.
pub(super) fn check(mapping: &Mapping, charter: Option<&Charter>, report: &mut ImportReport) {
    let Some(charter) = charter else { return };
    currencies(mapping, charter, report);
    for file in &mapping.files {
        for fact in file.subjects.iter().flat_map(|subject| &subject.facts) {
            for (kind, name) in fact.says() {
                let Some(text) = unknown(charter, fact, (kind, name)) else { continue };
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

/// Reports amounts that are in another currency than the charter's.
fn currencies(mapping: &Mapping, charter: &Charter, report: &mut ImportReport) {
    let ours = charter.currency.as_str();
    let into = mapping.currency();
    for file in &mapping.files {
        for fact in file.subjects.iter().flat_map(|subject| &subject.facts) {
            let theirs = match (fact.currency(), into) {
                (None, _) => continue,
                (Some(FactCurrency::Always(code)), None) if code.eq_ignore_ascii_case(ours) => {
                    continue;
                }
                (Some(_), Some(into)) if into == ours => continue,
                (Some(_), Some(into)) => into.to_owned(),
                (Some(FactCurrency::Always(code)), None) => code.to_owned(),
                (Some(FactCurrency::OfRow), None) => "whichever currency its row says".to_owned(),
            };
            let names: Vec<_> = fact.says().iter().map(|(_, name)| (*name).to_owned()).collect();
            let text = format!(
                "amounts of {} are recorded in {theirs}, and the charter counts in {ours}: convert \
                 them with `[currency]` and `into = \"{ours}\"` in the mapping",
                names.join(", ")
            );
            report.notes.push(ImportNote {
                code: NoteCode::OtherCurrency,
                file: Some(file.path.clone()),
                count: 1,
                text,
            });
        }
    }
}

fn unknown(charter: &Charter, fact: &FactMapping, (kind, name): (Kind, &str)) -> Option<String> {
    let schema = &charter.schema;
    let known = |names: &[String]| names.iter().any(|known| known == name);
    match kind {
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
