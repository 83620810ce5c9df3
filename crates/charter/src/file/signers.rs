//! `signers`: who signs which part.

use super::reading::Reading;
use super::section::Section;
use crate::diagnostic::{ProblemCode, did_you_mean};
use crate::terms::{ClauseGroup, Signers};

/// The most roles that sign one part.
const ROLES_MAX: usize = 20;

/// The parts that are named under `signers`; none where it is absent.
pub(super) fn read<'a>(section: &mut Section<'a>, reading: &mut Reading<'a>) -> Signers {
    let mut signers = Signers::default();
    let example = "{ definitions = [\"marketing_head\", \"sales_head\"] }";
    let Some(entry) = section.entry("signers") else { return signers };
    if !entry.item.is_table_like() {
        reading.wrong_type(&entry, "a list of roles for each part", example);
        return signers;
    }
    let Some(table) = reading.section(&entry, "signers") else { return signers };
    for entry in table.entries() {
        let group = reading.parsed(&entry.key, "a part of the charter", |word| {
            let words = ClauseGroup::ALL.map(ClauseGroup::word);
            let found = ClauseGroup::ALL.into_iter().find(|group| group.word() == word);
            found.ok_or_else(|| did_you_mean(word, words, "part"))
        });
        let Some(mut texts) = reading.texts(&entry, false) else { continue };
        if texts.is_empty() {
            let message = format!("nobody signs `{}`", entry.key.value);
            let help = "name at least one role, or leave it out: then both heads sign it";
            reading.add(entry.span.clone(), ProblemCode::OutOfBounds, message, help);
        }
        reading.at_most(&mut texts, ROLES_MAX, "signers", entry.span.clone());
        let mut roles: Vec<String> = Vec::new();
        for text in &texts {
            let taken: Vec<&str> = roles.iter().map(String::as_str).collect();
            let role = reading.id(text, "signer", &taken);
            roles.extend(role);
        }
        if let (Some(group), false) = (group, roles.is_empty()) {
            signers.by_group.insert(group, roles);
        }
    }
    signers
}
