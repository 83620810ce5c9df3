//! What is known of accounts and of where people work, made comparable.

use crate::duplicates::Merges;
use crate::error::AppError;
use facts::{SubjectId, Vocabulary};
use identity::{
    AccountRecord, Accounts, CompanyName, Email, PlusTags, Workplace, company_website, registrable,
};
use std::collections::{BTreeMap, BTreeSet};
use store::View;

/// Accounts by which people can be found.
pub(super) struct Known {
    /// In the order of their places.
    pub(super) ids: Vec<SubjectId>,
    pub(super) accounts: Accounts,
}

impl Known {
    pub(super) fn read(view: View<'_>) -> Result<Self, AppError> {
        let ids = view.account_ids()?;
        let mut records = vec![AccountRecord::default(); ids.len()];
        for (place, personal) in view.personal_of_all(&ids)? {
            let record = &mut records[place];
            match personal.field.as_str() {
                "name" | "company" => {
                    record.names.insert(CompanyName::parse(&personal.value));
                }
                "website" => record.domains.extend(company_website(&personal.value)),
                "email" => record.domains.extend(company_domain(&personal.value)),
                _ => {}
            }
        }
        for (place, domain) in view.named_so(&ids, "domain")? {
            records[place].domains.extend(registrable(&domain));
        }
        Ok(Self { ids, accounts: Accounts::new(records) })
    }
}

/// Those of these people, or of all, who belong and belonged to no account, under the ids that
/// survive merges, with what is known of where they work. In order of id.
pub(super) fn workplaces(
    view: View<'_>,
    vocabulary: &Vocabulary,
    among: Option<&[SubjectId]>,
) -> Result<Vec<(SubjectId, Workplace)>, AppError> {
    let merges = Merges::read(view, vocabulary)?;
    let mut merged: BTreeMap<SubjectId, Vec<SubjectId>> = BTreeMap::new();
    for (person, _) in merges.each() {
        merged.entry(merges.survivor(person)).or_default().push(person);
    }
    let leads: BTreeSet<SubjectId> = match among {
        Some(people) => people.iter().map(|person| merges.survivor(*person)).collect(),
        None => view.persons()?.iter().map(|person| merges.survivor(*person)).collect(),
    };
    // Whoever was merged into a lead is asked for with it.
    let mut people: Vec<(SubjectId, SubjectId)> = Vec::new();
    for lead in leads {
        let others = merged.get(&lead).into_iter().flatten();
        people.extend(others.chain([&lead]).map(|person| (lead, *person)));
    }
    let ids: Vec<SubjectId> = people.iter().map(|(_, person)| *person).collect();
    let unplaced: BTreeSet<SubjectId> = view.unplaced(&ids)?.into_iter().collect();
    let mut placed: BTreeSet<SubjectId> = BTreeSet::new();
    placed.extend(people.iter().filter(|(_, it)| !unplaced.contains(it)).map(|(lead, _)| lead));
    people.retain(|(lead, _)| !placed.contains(lead));
    let ids: Vec<SubjectId> = people.iter().map(|(_, person)| *person).collect();
    let mut found: BTreeMap<SubjectId, Workplace> = BTreeMap::new();
    for (place, personal) in view.personal_of_all(&ids)? {
        let workplace = found.entry(people[place].0).or_default();
        match personal.field.as_str() {
            "email" => add_email(workplace, &personal.value),
            "website" => workplace.add_website(&personal.value),
            "company" => workplace.add_company(&personal.value),
            _ => {}
        }
    }
    for (place, email) in view.named_so(&ids, "email")? {
        add_email(found.entry(people[place].0).or_default(), &email);
    }
    found.retain(|_, workplace| !workplace.is_unknown());
    Ok(found.into_iter().collect())
}

fn add_email(workplace: &mut Workplace, text: &str) {
    if let Some(email) = Email::parse(text, PlusTags::default()) {
        workplace.add_email(&email);
    }
}

fn company_domain(text: &str) -> Option<String> {
    Email::parse(text, PlusTags::default())?.company_domain()
}
