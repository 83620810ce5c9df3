//! `[[file.subject]]`: one of those that a row speaks of.

use super::entries::{Columns, identifier, subject_kind};
use super::model::{Identifier, LinkMapping, SubjectMapping};
use super::problem::Problems;
use super::source;
use super::table::{Table, table, text};
use super::time::Times;
use super::{derived, fact};
use crate::PersonalField;
use crate::nearest::did_you_mean;
use facts::SubjectKind;

pub(super) fn read<'a>(
    mut subject: Table<'a>,
    times: &Times<'_>,
    columns: &mut Columns,
    seen: &mut Vec<String>,
    problems: &mut Problems<'a>,
) -> Option<SubjectMapping> {
    let kind = subject.needed_text("kind", "\"person\"", problems);
    let kind = kind.and_then(|text| problems.parsed(&text, "a kind of subject", subject_kind));
    let id = subject.needed_table("id", "`id`", problems);
    let id = id.and_then(|table| whole_identifier(table, columns, problems));
    let identifiers: Vec<Identifier> = subject
        .tables("identifiers", "`identifiers`", problems)
        .into_iter()
        .filter_map(|table| whole_identifier(table, columns, problems))
        .collect();
    let joins = subject.flag("joins", problems).unwrap_or(false);
    let when = source::conditions(&mut subject, columns, problems);
    let personal = personal(&mut subject, columns, problems);
    let links = subject.tables("links", "`links`", problems);
    let mut read = Vec::new();
    for table in links {
        read.extend(link(table, kind.unwrap_or(SubjectKind::Person), times, columns, problems));
    }
    let mut facts = Vec::new();
    if let Some(traits) = subject.table("traits", "traits", problems) {
        for entry in traits.entries() {
            if let Some(of) = table(&entry, "a trait", problems) {
                facts.extend(fact::read_trait(&entry.key, of, times, columns, seen, problems));
            }
        }
    }
    for table in subject.tables("fact", "[[file.subject.fact]]", problems) {
        facts.extend(fact::read(table, times, columns, seen, problems));
    }
    subject.finish(problems);
    let (kind, id) = (kind?, id?);
    let named: Vec<&Identifier> = identifiers.iter().chain([&id]).collect();
    facts.extend(derived::email_class(kind, (&personal, &named), (&facts, &read), times));
    Some(SubjectMapping { kind, joins, id, identifiers, when, personal, links: read, facts })
}

fn whole_identifier<'a>(
    mut table: Table<'a>,
    columns: &mut Columns,
    problems: &mut Problems<'a>,
) -> Option<Identifier> {
    let identifier = identifier(&mut table, columns, problems);
    table.finish(problems);
    identifier
}

/// `personal = { name = "Full name", email = "Email" }`.
fn personal<'a>(
    subject: &mut Table<'a>,
    columns: &mut Columns,
    problems: &mut Problems<'a>,
) -> Vec<(PersonalField, super::Column)> {
    let Some(table) = subject.table("personal", "`personal`", problems) else { return Vec::new() };
    let mut fields = Vec::new();
    for entry in table.entries() {
        let field = problems.parsed(&entry.key, "a personal value", |word| {
            let words = PersonalField::ALL.map(PersonalField::word);
            let found = PersonalField::ALL.into_iter().find(|field| field.word() == word);
            found.ok_or_else(|| did_you_mean(word, words, "word"))
        });
        let column = text(&entry, problems);
        if let (Some(field), Some(column)) = (field, column) {
            fields.push((field, columns.column(&column)));
        }
    }
    fields
}

/// `{ to = "person", namespace = "…", column = "…", dated = "…" }`.
fn link<'a>(
    mut table: Table<'a>,
    from: SubjectKind,
    times: &Times<'_>,
    columns: &mut Columns,
    problems: &mut Problems<'a>,
) -> Option<LinkMapping> {
    let to = table.needed_text("to", "\"account\"", problems);
    let target = identifier(&mut table, columns, problems);
    let time = times.of(&mut table, columns, problems);
    table.finish(problems);
    let to = to?;
    let to_kind = problems.parsed(&to, "a kind of subject", subject_kind)?;
    // The names of link facts, as stories read them.
    let name = match (from, to_kind) {
        (SubjectKind::Person, SubjectKind::Account) => "account",
        (SubjectKind::Person, SubjectKind::Person) => "merge",
        (SubjectKind::Opportunity, SubjectKind::Person) => "lead",
        (SubjectKind::Opportunity, SubjectKind::Account) => "account.opportunity",
        _ => {
            let help = "a person belongs to an account or is the same as another person; an \
                        opportunity belongs to a person or to an account";
            problems.add(to.span, "this subject cannot belong to that one", help);
            return None;
        }
    };
    Some(LinkMapping { name, to_kind, to: target?, time: time? })
}
