//! What is derived from personal values on the way in, because rules may not read those.

use super::Column;
use super::model::{
    AsOf, FactMapping, FileMapping, Identifier, LinkMapping, Source, SubjectMapping, TimeSource,
};
use super::time::Times;
use crate::PersonalField;
use facts::{Kind, Origin, SubjectKind, TraitType};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The trait that says what kind of mail address somebody has.
const EMAIL_CLASS: &str = "lead.email_class";
/// The namespace of mail addresses that identify.
const EMAIL: &str = "email";

/// The fact that says the class of the mail address that a row has of a person; dated as the other
/// facts of the row, and assumed on the day of the export where there is none.
pub(super) fn email_class(
    kind: SubjectKind,
    (personal, identifiers): (&[(PersonalField, Column)], &[&Identifier]),
    (facts, links): (&[FactMapping], &[LinkMapping]),
    times: &Times<'_>,
) -> Option<FactMapping> {
    let stated = personal.iter().find(|(field, _)| *field == PersonalField::Email);
    let named = || identifiers.iter().find(|of| &*of.namespace == EMAIL).map(|of| of.column);
    let column = stated.map(|(_, column)| *column).or_else(named)?;
    let mut own = facts.iter().map(|fact| &fact.time).chain(links.iter().map(|link| &link.time));
    let time = times.default().or_else(|| own.next().cloned());
    let time = time.unwrap_or(TimeSource { dated: None, as_of: Some(AsOf::Export) });
    (kind == SubjectKind::Person).then(|| FactMapping {
        id: EMAIL_CLASS.to_owned(),
        kind: Some(Kind::Trait),
        patterns: BTreeMap::new(),
        value_type: TraitType::Text,
        name: Source::Constant(Arc::from(EMAIL_CLASS)),
        value: Some(Source::EmailClass(column)),
        actor: None,
        origin: Origin::System,
        time,
        when: Vec::new(),
        currency: None,
    })
}

/// Leaves to the mapping what it says itself, in any of its files.
pub(super) fn leave_what_is_said(files: &mut [FileMapping]) {
    let facts = |file: &FileMapping| {
        let facts = file.subjects.iter().flat_map(|subject| &subject.facts);
        facts.filter(|fact| !fact.is_derived()).any(|fact| {
            fact.says().iter().any(|(kind, name)| *kind == Kind::Trait && *name == EMAIL_CLASS)
        })
    };
    if !files.iter().any(facts) {
        return;
    }
    let subjects = files.iter_mut().flat_map(|file| &mut file.subjects);
    subjects.for_each(|subject: &mut SubjectMapping| subject.facts.retain(|it| !it.is_derived()));
}
