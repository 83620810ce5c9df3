//! An audit in which nobody is named.

use crate::AuditAnswer;

/// Words of a trait's name that say that its values are people.
const PEOPLE: [&str; 14] = [
    "owner",
    "rep",
    "reps",
    "agent",
    "assignee",
    "assigned",
    "salesperson",
    "seller",
    "manager",
    "user",
    "contact",
    "name",
    "author",
    "executive",
];

/// Whether the values of a trait name people, by its own name: `lead.sales_agent`,
/// `opportunity.created_by`.
#[must_use]
pub fn names_people(name: &str) -> bool {
    let own = name.split_once('.').map_or(name, |(_, own)| own);
    let mut words = own.split(|letter: char| !letter.is_alphanumeric());
    words.any(|word| PEOPLE.contains(&word)) || own.ends_with("_by")
}

/// The same, with numbers in the place of those whom a trait names: `somebody 3`.
#[must_use]
pub fn without_names(answer: &AuditAnswer) -> AuditAnswer {
    let mut nameless = answer.clone();
    for dimension in nameless.dimensions.iter_mut().filter(|it| names_people(&it.name)) {
        for (number, label) in dimension.labels.iter_mut().enumerate() {
            if !label.is_empty() {
                *label = format!("somebody {number}");
            }
        }
    }
    nameless
}

#[cfg(test)]
mod tests {
    use super::names_people;

    #[test]
    fn who_works_a_lead_is_a_person_and_where_it_came_from_is_none() {
        for name in ["lead.owner", "opportunity.sales_agent", "lead.created_by", "lead.full_name"] {
            assert!(names_people(name), "{name}");
        }
        for name in ["lead.source", "account.industry", "lead.report", "account.employees"] {
            assert!(!names_people(name), "{name}");
        }
    }
}
