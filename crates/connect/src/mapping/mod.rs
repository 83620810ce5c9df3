//! The mapping: what the columns of files mean.

mod derived;
mod entries;
mod events;
mod fact;
mod file;
mod join;
mod model;
mod money;
mod order;
mod problem;
mod source;
mod subject;
mod table;
mod time;
mod written;

pub(crate) use model::{
    AsOf, Cell, Column, Condition, Decimal, IdForm, Identifier, JoinMapping, LinkMapping,
    Otherwise, Source, TimeSource,
};
pub use model::{
    ExpectedOrder, FactCurrency, FactMapping, FactPattern, FileMapping, Mapping, SubjectMapping,
};
pub use problem::{MappingProblem, MappingProblems};

use entries::id_word;
use jiff::tz::{TimeZone, TimeZoneDatabase};
use problem::Problems;
use std::collections::BTreeMap;
use table::Table;
use toml_edit::Document;

/// The largest mapping, in bytes.
const BYTES_MAX: usize = 1 << 20;
/// The most files, subjects in a row, facts, links or columns.
const LIST_MAX: usize = 1000;

impl Mapping {
    /// Reads a mapping from its text: TOML of at most 1 MiB.
    ///
    /// # Errors
    /// Everything that is wrong at once, each with its line and column and what to do.
    pub fn read(text: &str) -> Result<Self, MappingProblems> {
        let mut problems = Problems::new(text);
        if text.len() > BYTES_MAX {
            problems.add(0..0, "the mapping has more than 1 MiB", "split it");
            return Err(problems.finish());
        }
        let document = match Document::parse(text) {
            Ok(document) => document,
            Err(error) => {
                let message = format!("this is not TOML: {}", error.message().replace('\n', ", "));
                let help = "write keys as `key = \"text\"` and sections as `[[file]]`";
                problems.add(error.span().unwrap_or(0..0), message, help);
                return Err(problems.finish());
            }
        };
        let mapping = read(Table::new("a mapping", 0..0, document.as_table()), &mut problems);
        match mapping {
            Some(mapping) if problems.is_empty() => Ok(mapping),
            _ => Err(problems.finish()),
        }
    }
}

/// `None` only when something was found.
fn read<'a>(mut root: Table<'a>, problems: &mut Problems<'a>) -> Option<Mapping> {
    let mut heading = root.needed_table("mapping", "[mapping]", problems);
    let mut name = None;
    let mut zone = None;
    let mut match_accounts = true;
    if let Some(heading) = &mut heading {
        name = heading.needed_text("name", "\"our-crm\"", problems);
        zone = heading.needed_text("timezone", "\"Europe/Paris\"", problems);
        match_accounts = heading.flag("match_accounts", problems).unwrap_or(true);
    }
    if let Some(heading) = heading {
        heading.finish(problems);
    }
    let name = name.and_then(|text| problems.parsed(&text, "a name", id_word));
    let zone = zone.and_then(|text| problems.parsed(&text, "a time zone", known_zone));
    let (timezone, zone) = zone.unwrap_or_else(|| ("UTC".to_owned(), TimeZone::UTC));

    let tables = root.tables("file", "[[file]]", problems);
    if tables.is_empty() && problems.is_empty() {
        problems.add(0..0, "the mapping names no file", "add `[[file]]` with `path = \"….csv\"`");
    }
    let mut seen = Vec::new();
    let mut files: Vec<FileMapping> = tables
        .into_iter()
        .filter_map(|table| file::read(table, &zone, &mut seen, problems))
        .collect();
    derived::leave_what_is_said(&mut files);
    let money = root.table("currency", "[currency]", problems);
    let money = money.and_then(|table| money::read(table, problems));
    let expect_order = root
        .tables("expect_order", "[[expect_order]]", problems)
        .into_iter()
        .filter_map(|table| order::read(table, problems))
        .collect();
    root.finish(problems);
    check_namespaces(&files, problems);
    Some(Mapping { name: name?, timezone, zone, files, money, expect_order, match_accounts })
}

/// A namespace names subjects of one kind.
fn check_namespaces(files: &[FileMapping], problems: &mut Problems<'_>) {
    let mut kinds = BTreeMap::new();
    for subject in files.iter().flat_map(|file| &file.subjects) {
        let own = subject.identifiers.iter().chain([&subject.id]);
        let own = own.map(|identifier| (&identifier.namespace, subject.kind));
        let linked = subject.links.iter().map(|link| (&link.to.namespace, link.to_kind));
        for (namespace, kind) in own.chain(linked) {
            if *kinds.entry(namespace).or_insert(kind) != kind {
                let message = format!("the namespace `{namespace}` names subjects of two kinds");
                let help = "give each kind of subject a namespace of its own";
                problems.add(0..0, message, help);
                return;
            }
        }
    }
}

fn known_zone(name: &str) -> Result<(String, TimeZone), String> {
    let zones = TimeZoneDatabase::bundled();
    zones.get(name).map(|zone| (name.to_owned(), zone)).map_err(|_| {
        let names: Vec<String> = zones.available().map(|name| name.as_str().to_owned()).collect();
        crate::nearest::did_you_mean(name, names.iter().map(String::as_str), "IANA zone")
    })
}
