//! Columns as traits and cells.

use super::super::draft::{CellDraft, FileDraft, SubjectDraft, TraitDraft, When};
use super::super::meaning::Meaning;
use super::super::profile::ColumnProfile;
use super::super::reading::FileReading;
use super::super::words::words;
use super::{Builder, own_trait};
use facts::TraitType;
use std::collections::BTreeMap;

/// The most different texts of a column that is worth a trait of its own.
const TEXTS_MAX: u64 = 60;
/// The longest text of a standard trait, in characters: an import takes no longer one.
const TEXT_CHARS_MAX: usize = 500;
/// The longest text that is worth one, in characters.
const CHARS_MAX: usize = 80;

/// A cell with its placeholders, and with spellings that differ in capitals only made one.
pub(super) fn cell(column: &ColumnProfile) -> CellDraft {
    let map = spellings(column);
    CellDraft {
        column: column.name.clone(),
        empty: column.placeholders.keys().cloned().collect(),
        otherwise: (!map.is_empty()).then_some("keep"),
        map,
    }
}

/// Every value under the most frequent spelling, where some differ in capitals or blanks only.
fn spellings(column: &ColumnProfile) -> BTreeMap<String, String> {
    let values = column.by_frequency();
    let plain = |value: &str| value.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
    let mut main: BTreeMap<String, &str> = BTreeMap::new();
    for (value, _) in &values {
        main.entry(plain(value)).or_insert(value);
    }
    if main.len() == values.len() || values.len() as u64 > TEXTS_MAX {
        return BTreeMap::new();
    }
    values.iter().map(|(value, _)| ((*value).to_owned(), main[&plain(value)].to_owned())).collect()
}

/// Whether a column is likely filled in, or changed, while a lead is worked or after it ended.
#[must_use]
pub fn comes_later(header: &str) -> bool {
    let words = words(header);
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    has(&["last", "latest", "tag", "tags", "notable", "modified", "closed", "outcome", "next"])
        || has(&["quality", "rating", "status", "stage"])
        || has(&["index", "score", "grade"])
}

/// What becomes of a column.
enum Becomes {
    /// A trait of this name and type.
    Trait(String, TraitType),
    /// Nothing, for this reason.
    Nothing(String),
}

impl Builder<'_> {
    /// Every column that is worth a trait, and the others as left out.
    pub(super) fn traits(
        &mut self,
        file: &FileReading<'_>,
        of: &str,
        when: &When,
        subject: &mut SubjectDraft,
        draft: &mut FileDraft,
    ) {
        for (place, column) in file.profile.columns.iter().enumerate() {
            if used(subject, draft, &column.name) {
                continue;
            }
            let mut leave = |why: String| draft.left_out.push((column.name.clone(), why));
            let (name, value_type) = match becomes(column, file.meanings[place], of) {
                Becomes::Trait(name, value_type) => (name, value_type),
                Becomes::Nothing(why) => {
                    leave(why);
                    continue;
                }
            };
            let taken = |name: &String| subject.traits.iter().any(|one| one.name == *name);
            let name = if taken(&name) { own_trait(of, &column.name) } else { name };
            if taken(&name) {
                leave("another column says the same".to_owned());
                continue;
            }
            let later = comes_later(&column.name);
            subject.traits.push(TraitDraft {
                name,
                cell: cell(column),
                value_type: type_word(column, value_type),
                when: if later { self.as_of() } else { when.clone() },
                says: says_of(column, later),
                ..TraitDraft::default()
            });
        }
    }
}

/// What becomes of a column that nothing else uses.
fn becomes(column: &ColumnProfile, meaning: Option<Meaning>, of: &str) -> Becomes {
    if column.filled == 0 {
        let words: Vec<_> = column.placeholders.keys().map(|it| format!("`{it}`")).collect();
        let words = words.join(", ");
        let or = if words.is_empty() { String::new() } else { format!(" or {words}") };
        return Becomes::Nothing(format!("every cell is empty{or}"));
    }
    match meaning {
        Some(Meaning::Trait(name, value_type)) => typed(column, name, value_type),
        Some(Meaning::Status) => Becomes::Trait("lead.crm_status".to_owned(), TraitType::Text),
        Some(Meaning::LeadStage) => Becomes::Trait("lead.crm_stage".to_owned(), TraitType::Text),
        Some(Meaning::Outcome | Meaning::What | Meaning::About) | None => match worth(column) {
            Ok(value_type) => Becomes::Trait(own_trait(of, &column.name), value_type),
            Err(why) => Becomes::Nothing(why),
        },
        Some(meaning) => Becomes::Nothing(left_out(meaning).to_owned()),
    }
}

/// A standard trait, if all values are of its type.
fn typed(column: &ColumnProfile, name: &str, value_type: TraitType) -> Becomes {
    let (fits, wanted) = match value_type {
        TraitType::Number => (column.is_number(), "plain numbers"),
        TraitType::Flag => (column.shapes.flags == column.filled, "answers such as yes and no"),
        TraitType::Text => (column.longest <= TEXT_CHARS_MAX, "short texts"),
    };
    match fits {
        true => Becomes::Trait(name.to_owned(), value_type),
        false => Becomes::Nothing(format!("not all of its values are {wanted}")),
    }
}

/// The type as a mapping writes it; texts need none.
pub(super) fn type_word(column: &ColumnProfile, value_type: TraitType) -> Option<&'static str> {
    match value_type {
        TraitType::Number if column.is_number() => Some("number"),
        TraitType::Flag if column.shapes.flags == column.filled => Some("flag"),
        _ => None,
    }
}

/// Whether a part of the mapping names a column already.
fn used(subject: &SubjectDraft, draft: &FileDraft, column: &str) -> bool {
    subject.names(column)
        || draft.times.contains_key(column)
        || draft.left_out.iter().any(|(own, _)| own == column)
}

/// The type of a trait of its own, or why a column is worth none.
pub(super) fn worth(column: &ColumnProfile) -> Result<TraitType, String> {
    if column.distinct() == 1 {
        let value = column.by_frequency().first().map_or("", |(value, _)| *value).to_owned();
        return Err(format!("every cell says `{value}`"));
    }
    if column.times(None).is_some() {
        return Err("a date of which it is not clear what happened then".to_owned());
    }
    if column.is_flag() {
        return Ok(TraitType::Flag);
    }
    if column.is_number() {
        return Ok(TraitType::Number);
    }
    if column.distinct() <= TEXTS_MAX && column.longest <= CHARS_MAX && !column.is_key() {
        return Ok(TraitType::Text);
    }
    Err(format!("{} different texts are too many for a rule", column.distinct()))
}

/// What to know of a column that became a trait.
fn says_of(column: &ColumnProfile, later: bool) -> Option<String> {
    let mut says = Vec::new();
    if let Some((word, count)) = column.placeholders.iter().max_by_key(|(_, count)| **count) {
        says.push(format!("`{word}` is taken as empty ({count})"));
    }
    if later {
        says.push("may be filled in later than the lead came: never score with it".to_owned());
    }
    let spelt = spellings(column);
    let other = spelt.iter().find(|(from, to)| from != to);
    if let Some((from, to)) = other {
        says.push(format!("`{from}` is taken as `{to}`"));
    }
    (!says.is_empty()).then(|| format!("guess: {}.", says.join("; ")))
}

const fn left_out(meaning: Meaning) -> &'static str {
    match meaning {
        Meaning::FirstName | Meaning::LastName | Meaning::Name => {
            "a name; another column names them"
        }
        Meaning::Email | Meaning::Phone => "personal, and another column is used",
        Meaning::Company => "the name of a company",
        Meaning::Website => "the web address of a company",
        Meaning::Id(super::super::meaning::Entity::Colleague) => {
            "a colleague; who ended it is kept"
        }
        Meaning::Id(_) => "an id that joins nothing here",
        Meaning::Modified | Meaning::LastActivity => "changes with every edit, so it dates nothing",
        Meaning::Deleted => "no row of an export should be deleted",
        Meaning::Nothing => "no rule asks for it",
        _ => "not needed",
    }
}
