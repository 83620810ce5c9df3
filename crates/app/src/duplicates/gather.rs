//! What identifies people, gathered and normalised.

use super::merges::Merges;
use super::{Agreement, DuplicatePair, Evidence};
use crate::error::AppError;
use facts::{Position, SubjectId, SubjectKind};
use identity::{
    CompanyName, Email, Level, PERSON_FIELDS, Pair, PersonName, PersonRecord, PlusTags, Records,
    e164,
};
use std::collections::{BTreeMap, HashMap};
use store::View;

/// The fewest digits that tell one telephone number from another where the country is unknown.
const DIGITS_MIN: usize = 7;

/// People with what identifies them.
pub(super) struct Gathered {
    /// In the order of the records.
    pub(super) persons: Vec<SubjectId>,
    pub(super) records: Records,
    first: HashMap<SubjectId, Position>,
}

impl Gathered {
    pub(super) fn read(
        view: View<'_>,
        merges: &Merges,
        country: Option<&str>,
    ) -> Result<Self, AppError> {
        if let Some(country) = country.filter(|country| !identity::is_country(country)) {
            return Err(AppError::Duplicates(format!(
                "`{country}` is no country: write two letters, such as DE"
            )));
        }
        let of_field = |field: &str| -> Result<HashMap<SubjectId, String>, AppError> {
            Ok(view.personal(field)?.into_iter().collect())
        };
        let (names, mut emails, phones) =
            (of_field("name")?, of_field("email")?, of_field("phone")?);
        let own_companies = of_field("company")?;
        for (email, subject) in view.identifiers("email")? {
            emails.entry(subject).or_insert(email);
        }
        let mut companies: BTreeMap<SubjectId, SubjectId> = BTreeMap::new();
        for (person, member) in view.all_members()? {
            if names.contains_key(&member) {
                companies.entry(person).or_insert(member);
            }
        }
        let mut gathered = Self {
            persons: Vec::new(),
            records: Records::new(PERSON_FIELDS.len()),
            first: HashMap::new(),
        };
        let mut records = Vec::new();
        for person in view.persons()? {
            if merges.target(person).is_some() {
                continue;
            }
            let text = |values: &HashMap<SubjectId, String>| {
                values.get(&person).cloned().unwrap_or_default()
            };
            let company = match companies.get(&person) {
                Some(company) if view.kind_of(*company)? == Some(SubjectKind::Account) => {
                    names.get(company).cloned().unwrap_or_default()
                }
                _ => text(&own_companies),
            };
            let record = PersonRecord {
                name: PersonName::parse(&text(&names)),
                email: Email::parse(&text(&emails), PlusTags::default()),
                phone: phone(&text(&phones), country),
                company: CompanyName::parse(&company),
            };
            records.push(record);
            gathered.persons.push(person);
            if let Some(first) = view.first_position(person)? {
                gathered.first.insert(person, first);
            }
        }
        identity::fill_companies(&mut records);
        let mut push = |record: &PersonRecord| record.push_to(&mut gathered.records);
        let pushed = records.iter().try_for_each(&mut push);
        pushed.map_err(|full| AppError::Duplicates(full.to_string()))?;
        Ok(gathered)
    }

    /// What to sort by from the oldest on: the first fact, then the id.
    pub(super) fn age(&self, person: SubjectId) -> (Position, SubjectId) {
        (self.first.get(&person).copied().unwrap_or(Position(u64::MAX)), person)
    }

    /// A pair with its evidence.
    pub(super) fn told(&self, pair: &Pair, same: &[Level], merges: &Merges) -> DuplicatePair {
        let mut sides = [pair.a, pair.b];
        sides.sort_by_key(|place| self.age(self.persons[*place as usize]));
        let [older, younger] = sides.map(|place| place as usize);
        let evidence = PERSON_FIELDS.iter().enumerate().map(|(field, name)| Evidence {
            field: name,
            agreement: Agreement::of(pair.levels[field], same[field]),
            bits: pair.bits[field],
            values: (
                self.records.value(older, field).to_owned(),
                self.records.value(younger, field).to_owned(),
            ),
        });
        let (older, younger) = (self.persons[older], self.persons[younger]);
        let parted = merges.are_parted(older, younger);
        let evidence = evidence.collect();
        DuplicatePair { older, younger, probability: pair.probability, parted, evidence }
    }
}

/// As it is called from anywhere, or its digits where the country is not known.
fn phone(text: &str, country: Option<&str>) -> Option<String> {
    e164(text, country).ok().or_else(|| {
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        (digits.len() >= DIGITS_MIN).then_some(digits)
    })
}
