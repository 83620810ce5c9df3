//! People as records.

use super::levels::Likeness;
use super::model::{Field, Model, Part, Pass, Piece};
use super::records::{Records, RecordsFull};
use crate::{CompanyName, Email, PersonName, registrable};
use std::collections::BTreeMap;

/// The fields of people, in their order.
pub const PERSON_FIELDS: [&str; 5] = ["given name", "family name", "mail", "phone", "company"];

const GIVEN: usize = 0;
const FAMILY: usize = 1;
const MAIL: usize = 2;
const PHONE: usize = 3;
const COMPANY: usize = 4;

/// What is known of a person, normalised.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct PersonRecord {
    /// What they are called.
    pub name: PersonName,
    /// Where they get mail; a post of the whole company is none of theirs.
    pub email: Option<Email>,
    /// Where they are called, as [`e164`](crate::e164) gives it.
    pub phone: Option<String>,
    /// The company that they work for.
    pub company: CompanyName,
}

impl PersonRecord {
    /// Adds it to records of [`PERSON_FIELDS`].
    ///
    /// # Errors
    /// When there is no room.
    pub fn push_to(&self, records: &mut Records) -> Result<(), RecordsFull> {
        let email = self.email.as_ref().filter(|email| !email.is_shared());
        let email = email.map(ToString::to_string).unwrap_or_default();
        let phone = self.phone.as_deref().unwrap_or_default();
        let company = self.company.to_string();
        records.push(&[self.name.given_in_full(), self.name.family(), &email, phone, &company])
    }
}

/// Fills in the companies of people of whom only a mail address at a company is known: what most
/// others at the same domain say, else what the domain is called. Of a few records of one person,
/// one often says the company and another only the address.
pub fn fill_companies(people: &mut [PersonRecord]) {
    let mut said: BTreeMap<String, Option<BTreeMap<CompanyName, u32>>> = BTreeMap::new();
    for person in people.iter() {
        let Some(email) = &person.email else { continue };
        if !said.contains_key(email.domain()) {
            let names = email.company_domain().map(|_| BTreeMap::new());
            said.insert(email.domain().to_owned(), names);
        }
        if let Some(Some(names)) = said.get_mut(email.domain())
            && !person.company.is_empty()
        {
            // Most say the same, so that the name is there already.
            match names.get_mut(&person.company) {
                Some(count) => *count += 1,
                None => drop(names.insert(person.company.clone(), 1)),
            }
        }
    }
    let called = |(domain, names): (String, Option<BTreeMap<CompanyName, u32>>)| {
        let names = names?;
        let all: u32 = names.values().sum();
        let most = names.into_iter().find(|(_, count)| 2 * count > all).map(|(name, _)| name);
        let label = |domain: &str| registrable(domain)?.split('.').next().map(CompanyName::parse);
        let name = most.or_else(|| label(&domain))?;
        Some((domain, name))
    };
    let called: BTreeMap<String, CompanyName> = said.into_iter().filter_map(called).collect();
    for person in people.iter_mut().filter(|person| person.company.is_empty()) {
        let name = person.email.as_ref().and_then(|email| called.get(email.domain()));
        person.company = name.cloned().unwrap_or_default();
    }
}

/// How people are compared: by [`PERSON_FIELDS`].
#[must_use]
pub fn people() -> Model {
    let field = |place: usize, likeness, by_frequency| Field {
        name: PERSON_FIELDS[place],
        likeness,
        by_frequency,
    };
    let whole = |field| Part { field, piece: Piece::Whole };
    let part = |field, piece| Part { field, piece };
    let pass = |parts: &[Part]| Pass { parts: parts.to_vec(), implies: Vec::new() };
    Model {
        fields: vec![
            field(GIVEN, Likeness::Given(0.8, 0.92), true),
            field(FAMILY, Likeness::Name(0.8, 0.92), true),
            field(MAIL, Likeness::Address, true),
            field(PHONE, Likeness::Number, true),
            field(COMPANY, Likeness::Name(0.8, 0.92), true),
        ],
        passes: vec![
            pass(&[whole(MAIL)]),
            pass(&[whole(PHONE)]),
            pass(&[whole(GIVEN), whole(FAMILY)]),
            pass(&[whole(FAMILY), part(COMPANY, Piece::First(4))]),
            pass(&[whole(GIVEN), whole(COMPANY)]),
            pass(&[part(FAMILY, Piece::First(4)), whole(COMPANY)]),
            Pass { implies: vec![GIVEN, FAMILY], ..pass(&[part(MAIL, Piece::BeforeAt)]) },
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::PlusTags;

    fn person(email: &str, company: &str) -> PersonRecord {
        PersonRecord {
            email: Email::parse(email, PlusTags::default()),
            company: CompanyName::parse(company),
            ..PersonRecord::default()
        }
    }

    #[test]
    fn a_company_that_is_not_said_is_what_most_at_the_domain_say() {
        let mut people = [
            person("ann@acme.example", "Acme Robotics"),
            person("bo@acme.example", "Acme Robotics, Inc."),
            person("cy@acme.example", "Somewhere else"),
            person("di@acme.example", ""),
            person("ed@birch-systems.example", ""),
            person("flo@gmail.com", "Acme Robotics"),
            person("gus@gmail.com", ""),
            person("", ""),
        ];
        fill_companies(&mut people);
        let company = |place: usize| people[place].company.to_string();
        assert_eq!(company(3), "acme robotics");
        assert_eq!(company(4), "birch system");
        assert_eq!([company(6), company(7)], ["", ""], "a free address says nothing");
        assert_eq!(company(2), "somewhere else", "what is said stays");
    }
}
