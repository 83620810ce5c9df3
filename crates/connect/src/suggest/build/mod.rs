//! From what each file is to a mapping.

mod accounts;
mod columns;
mod deals;
mod events;
mod leads;
mod log;

pub use columns::comes_later;

use super::draft::{Draft, FileDraft, IdDraft, OrderDraft, TimeDraft, When};
use super::meaning::{Entity, Meaning, Role};
use super::reading::{FileReading, Reading};
use super::words::slug;
use super::{Answers, Guess};

/// Builds the mapping, and says what of it is a guess.
pub(crate) struct Builder<'a> {
    pub(crate) reading: &'a Reading<'a>,
    pub(crate) answers: &'a Answers,
    /// The name of the mapping, and the beginning of its namespaces.
    pub(crate) name: String,
    /// The date of the export, as far as can be told.
    pub(crate) as_of: String,
    pub(crate) guesses: Vec<Guess>,
}

impl<'a> Builder<'a> {
    pub(crate) fn build(&mut self) -> Draft {
        let mut files = Vec::new();
        for index in self.order() {
            files.extend(self.file(index));
        }
        name_apart(&mut files);
        Draft {
            name: self.name.clone(),
            timezone: self.answers.zone.clone().unwrap_or_else(|| "UTC".to_owned()),
            zone_is_guess: self.answers.zone.is_none(),
            orders: orders(&files),
            files,
        }
    }

    /// Files that define things before those that refer to them.
    fn order(&self) -> Vec<usize> {
        let rank = |index: &usize| match self.reading.files[*index].role {
            Role::Leads => 0,
            Role::Contacts => 1,
            Role::Accounts => 2,
            Role::Opportunities => 4,
            Role::StageHistory => 5,
            _ => 3,
        };
        let mut order: Vec<usize> = (0..self.reading.files.len()).collect();
        order.sort_by_key(rank);
        order
    }

    fn file(&mut self, index: usize) -> Option<FileDraft> {
        let file = &self.reading.files[index];
        let mut draft = FileDraft {
            path: file.profile.path.clone(),
            delimiter: file.profile.delimiter,
            says: vec![format!("{}: {} ({}).", file.profile.path, file.role.in_words(), file.why)],
            ..FileDraft::default()
        };
        match file.role {
            Role::Leads => self.leads(index, &mut draft),
            Role::Contacts => self.contacts(index, &mut draft),
            Role::Accounts => self.accounts(index, &mut draft),
            Role::Opportunities => self.deals(index, &mut draft),
            Role::StageHistory => self.history(index, &mut draft),
            Role::Activities => self.activities(index, &mut draft),
            Role::Touches | Role::CampaignMembers => self.touches(index, &mut draft),
            Role::Assignments => self.assignments(index, &mut draft),
            Role::Refusals => self.refusals(index, &mut draft),
            Role::EventLog => self.event_log(index, &mut draft),
            Role::Reference => {}
        }
        let FileDraft { subjects, times, left_out, .. } = &mut draft;
        let used = |column: &str| {
            times.contains_key(column) || subjects.iter().any(|subject| subject.names(column))
        };
        left_out.retain(|(column, _)| !used(column));
        (!draft.subjects.is_empty()).then_some(draft)
    }

    /// The namespace of a kind of thing.
    pub(crate) fn namespace(&self, what: &str) -> String {
        format!("{}.{what}", self.name)
    }

    /// How a file names its leads.
    pub(crate) fn lead_id(&self, file: &FileReading<'_>) -> Option<IdDraft> {
        let column = file.header(file.lead?).to_owned();
        // A contact that is a lead too has both names.
        let contact =
            file.lead.and_then(|lead| file.meanings[lead]) == Some(Meaning::Id(Entity::Contact));
        let by_contact = contact
            && self.reading.leads.is_some_and(|leads| {
                let defining = &self.reading.files[leads.file];
                defining.meanings[leads.column] == Some(Meaning::Id(Entity::Lead))
                    && defining.find(Meaning::Id(Entity::Contact)).is_some()
            });
        let what = if by_contact { "contact" } else { "lead" };
        Some(IdDraft { namespace: self.namespace(what), column })
    }

    /// A column of times, noted as used; its empty cells take the date of the export if `else_as_of`.
    pub(crate) fn when(
        &mut self,
        file: &FileReading<'_>,
        column: usize,
        else_as_of: bool,
        draft: &mut FileDraft,
    ) -> Option<When> {
        let profile = &file.profile.columns[column];
        let times = profile.times(self.date_order(file))?;
        let time = TimeDraft { format: times.format.to_owned(), ordered: times.ordered.clone() };
        draft.uses(&profile.name, time);
        let partly = else_as_of && profile.filled < file.profile.rows;
        Some(When { dated: Some(profile.name.clone()), as_of: partly.then(|| self.as_of.clone()) })
    }

    /// The order of day and month: as the user says, or as another column of the file proves.
    pub(crate) fn date_order(&self, file: &FileReading<'_>) -> Option<super::profile::DateOrder> {
        self.answers.date_order.or_else(|| super::proven_order(file.profile)).or_else(|| {
            let other = self.reading.files.iter();
            other.filter_map(|other| super::proven_order(other.profile)).next()
        })
    }

    pub(crate) fn as_of(&self) -> When {
        When { dated: None, as_of: Some(self.as_of.clone()) }
    }

    pub(crate) fn guess(
        &mut self,
        file: &FileReading<'_>,
        column: Option<usize>,
        what: String,
        why: String,
    ) {
        self.guesses.push(Guess {
            file: file.profile.path.clone(),
            column: column.map(|column| file.header(column).to_owned()),
            what,
            why,
        });
    }
}

/// Gives facts that would have the same name another one, after their file.
fn name_apart(files: &mut [FileDraft]) {
    let mut seen: Vec<String> = Vec::new();
    for file in files {
        let stem = slug(file.path.split('.').next().unwrap_or_default());
        let mut apart = |id: String| {
            let mut name = id.clone();
            for number in 2.. {
                if !seen.contains(&name) {
                    break;
                }
                let again = if number == 2 { String::new() } else { format!(".{number}") };
                name = format!("{id}.{stem}{again}");
                name.truncate(100);
            }
            seen.push(name.clone());
            (name != id).then_some(name)
        };
        for subject in &mut file.subjects {
            for one in &mut subject.traits {
                one.id = apart(one.name.clone());
            }
            for fact in &mut subject.facts {
                let default = match &fact.name {
                    Some(super::draft::Source::Constant(name)) => format!("{}:{name}", fact.kind),
                    Some(super::draft::Source::Cell(cell)) => {
                        format!("{}:{}", fact.kind, cell.column)
                    }
                    None => format!("{0}:{0}", fact.kind),
                };
                let own = fact.id.clone();
                if let Some(other) = apart(own.clone().unwrap_or(default)) {
                    fact.id = Some(slug_id(&other));
                }
            }
        }
    }
}

/// An id as mappings want it.
fn slug_id(text: &str) -> String {
    let plain = |c: char| {
        if c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-') {
            c.to_ascii_lowercase()
        } else {
            '-'
        }
    };
    text.chars().map(plain).collect()
}

/// What should come before what, as far as the mapping tells both.
fn orders(files: &[FileDraft]) -> Vec<OrderDraft> {
    let facts = || files.iter().flat_map(|file| &file.subjects).flat_map(|subject| &subject.facts);
    let dated = |kind: &str, wanted: &str| {
        facts().any(|fact| {
            let named = match &fact.name {
                Some(super::draft::Source::Constant(name)) => name == wanted,
                Some(super::draft::Source::Cell(_)) => wanted.is_empty(),
                None => wanted.is_empty(),
            };
            fact.kind == kind && (named || wanted.is_empty()) && fact.when.as_of.is_none()
        })
    };
    let won = "opportunity:opportunity.stage=won".to_owned();
    let has_won = dated("opportunity", "");
    let mut orders = Vec::new();
    let mut expect = |first: &str, then: &str, contradiction: &str| {
        orders.push(OrderDraft {
            facts: vec![first.to_owned(), then.to_owned()],
            contradiction: contradiction.to_owned(),
        });
    };
    if dated("touch", "form.contact") && has_won {
        expect("touch:form.contact", &won, "won before its first contact");
    }
    if dated("assignment", "") && dated("activity", "") {
        expect("assignment:assignment", "activity:*", "worked before it was given to anybody");
    }
    orders
}

/// A name for a trait of its own.
pub(crate) fn own_trait(of: &str, header: &str) -> String {
    let slug = slug(header);
    let own = slug.strip_prefix(of).and_then(|rest| rest.strip_prefix('_')).unwrap_or(&slug);
    format!("{of}.{own}")
}
