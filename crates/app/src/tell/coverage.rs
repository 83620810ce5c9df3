//! Coverage in sentences.

use super::words::{count, number};
use crate::accounts::CommitteeList;
use crate::funnel::{CoverageAnswer, CoverageCell};

/// Where most leads are open, and where sales has leads that nobody can take.
#[must_use]
pub fn coverage_in_words(answer: &CoverageAnswer) -> String {
    if answer.cells.is_empty() {
        return "There is no lead yet.".to_owned();
    }
    let (territory, segment) = (plain(&answer.territory), plain(&answer.segment));
    let open = answer.cells.iter().map(|cell| cell.open.count()).sum();
    let by = format!("{} by {territory} and {segment}", count(answer.cells.len(), "cell"));
    let mut said = match answer.cells.iter().max_by_key(|cell| cell.open.count()) {
        Some(most) if open > 0 => {
            let (some, all) = (number(most.open.count()), count(open, "open lead"));
            format!("{some} of {all} are in {}, the most of {by}.", cell_name(most))
        }
        _ => format!("No lead is open in any of {by}."),
    };
    let waits = |cell: &&CoverageCell| !cell.unassigned.is_empty();
    if let Some(cell) = answer.cells.iter().filter(waits).max_by_key(|cell| cell.unassigned.count())
    {
        said += &format!(
            " Most that nobody has wait in {}: {} of {} with sales.",
            cell_name(cell),
            number(cell.unassigned.count()),
            number(cell.with_sales.count()),
        );
    }
    let full = answer.cells.iter().filter(|cell| cell.is_full() == Some(true)).count();
    if full > 0 {
        said += &format!(" In {} of them those to whom leads go have no room left.", number(full));
    }
    let nobody = |cell: &&CoverageCell| !cell.open.is_empty() && cell.people.is_empty();
    let nobody = answer.cells.iter().filter(nobody).count();
    if nobody > 0 {
        said += &format!(" In {} with open leads there is nobody.", number(nobody));
    }
    said
}

/// What a cell is called.
#[must_use]
pub fn cell_name(cell: &CoverageCell) -> String {
    let name =
        |text: &str| if text.is_empty() { "(not known)".to_owned() } else { text.to_owned() };
    format!("{} / {}", name(&cell.territory), name(&cell.segment))
}

/// How well buying committees are covered, and who is missing most.
#[must_use]
pub fn committees_in_words(list: &CommitteeList, all: bool) -> String {
    let what = if all { "account" } else { "target account" };
    if list.count == 0 {
        return match all {
            true => "There is no account yet.".to_owned(),
            false => "No account is a target account: record `account.is_target`, or ask for all."
                .to_owned(),
        };
    }
    if list.roles.is_empty() {
        return format!(
            "There {}. The charter names no personas, so nobody can say who decides together: add \
             some to it.",
            are(list.count, what)
        );
    }
    let mut said = format!(
        "Of {}, {} {} somebody of each of the {} roles.",
        count(list.count, what),
        number(list.complete),
        if list.complete == 1 { "has" } else { "have" },
        number(list.roles.len()),
    );
    let most = list.missing.iter().zip(&list.roles).max_by_key(|(missing, _)| **missing);
    if let Some((missing, role)) = most.filter(|(missing, _)| **missing > 0) {
        said += &format!(
            " Of {} the next missing role is {}.",
            number(*missing),
            role.replace('_', " ")
        );
    }
    said
}

fn are(number: usize, what: &str) -> String {
    format!("{} {}", if number == 1 { "is" } else { "are" }, count(number, what))
}

fn plain(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or(name)
}
