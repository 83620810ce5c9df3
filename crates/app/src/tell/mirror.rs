//! The mirror in a sentence.

use super::words::{count, number, percent};
use crate::funnel::{MirrorAnswer, MirrorDimension};
use insight::{Comparison, Mirror, MirrorRow};

/// In what those won differ most from those sent; or why nothing can be said.
#[must_use]
pub fn mirror_in_words(answer: &MirrorAnswer) -> String {
    if answer.sent.is_empty() {
        let stage = &answer.path.stages()[answer.sent_at].name;
        return format!("No lead has reached {stage} yet, so there is nothing to mirror.");
    }
    let strongest = answer
        .dimensions
        .iter()
        .find_map(|dimension| dimension.mirror.strongest().map(|row| statement(dimension, row)));
    strongest.unwrap_or_else(|| {
        let comparable = |dimension: &&MirrorDimension| match dimension.mirror.comparison {
            Comparison::TooFewWon { won } => Some(won),
            _ => None,
        };
        let won = answer.dimensions.iter().filter_map(|it| comparable(&it)).max();
        match won {
            Some(won) if answer.dimensions.iter().all(|it| !it.mirror.is_sound()) => format!(
                "{} sent. A mirror needs {} of them won, has {}.",
                were(answer.sent.count()),
                Mirror::WON_LEAST,
                number(won),
            ),
            _ => format!(
                "{} sent. Those won are like those sent, as far as can be told.",
                were(answer.sent.count())
            ),
        }
    })
}

fn were(leads: usize) -> String {
    format!("{} {}", count(leads, "lead"), if leads == 1 { "was" } else { "were" })
}

/// `Leads whose seniority is manager are 61 % of leads sent (n = 412), 14 % of leads won (n = 58).`
fn statement(dimension: &MirrorDimension, row: &MirrorRow) -> String {
    format!(
        "Leads {} are {} of leads sent (n = {}), {} of leads won (n = {}).",
        whose(dimension, row),
        percent(row.sent),
        number(row.sent.whole),
        percent(row.won),
        number(row.won.whole),
    )
}

/// `whose seniority is manager`, `whose company's industry is software`.
fn whose(dimension: &MirrorDimension, row: &MirrorRow) -> String {
    let value = dimension.value(row.value).replace('_', " ");
    if dimension.name == "account.employees" && dimension.is_banded {
        return format!("whose company has {value} employees");
    }
    let (owner, what) = dimension.name.split_once('.').unwrap_or(("lead", &dimension.name));
    let what = what.replace('_', " ");
    let owner = if owner == "account" { "company's " } else { "" };
    format!("whose {owner}{what} is {value}")
}
