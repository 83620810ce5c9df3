//! A learned scorecard in sentences.

use super::words::{count, number, percent};
use crate::funnel::{Card, CardOutcome, ScorecardAnswer};
use insight::{AucEstimate, CardLine, CardTest, Leak, RefusedColumn};

/// What the table is worth, or why there is none.
#[must_use]
pub fn scorecard_in_words(answer: &ScorecardAnswer) -> String {
    let outcome = outcome_in_words(answer.outcome);
    match &answer.card {
        Ok(card) => {
            let table = &card.table;
            let mut said = format!(
                "Learned from leads that were worked only: {} of them, {} of whom were {outcome}. Of \
                 two held out, of whom one was {outcome}, the points tell which {}.",
                number(table.learned_from.count()),
                number(table.learned_with.count()),
                times_of_a_hundred(&table.auc),
            );
            if let Some(present) = table.auc_present {
                let apart = match table.auc_less_present {
                    Some(apart) if apart.interval.low > 0.0 => ", which is less for certain",
                    Some(apart) if apart.interval.high < 0.0 => ", which is more for certain",
                    _ => ", which may be as good",
                };
                said += &format!(
                    " The charter's own points for fit tell it {}{apart}.",
                    times_of_a_hundred(&present)
                );
            }
            if table.is_small() {
                said += " So few leads were held out that this is known roughly only.";
            }
            said
        }
        Err(few) => {
            let said = few.to_string();
            let mut letters = said.chars();
            let first = letters.next().map(|c| c.to_uppercase().to_string());
            format!("{}{}.", first.unwrap_or_default(), letters.as_str())
        }
    }
}

/// What can be done with the clauses, and what must be known of them.
#[must_use]
pub fn clauses_in_words(card: &Card) -> String {
    let mut said = match (&card.clauses.charter, &card.clauses.problems) {
        (Err(why), _) => format!("The clauses do not fit into the charter's file: {why}."),
        (Ok(_), Some(_)) => {
            "With these clauses the charter is not sound: `tandem charter check` says why.".into()
        }
        (Ok(_), None) => "The charter with these clauses in place of its points for fit is sound. \
             Whether it hands over more or fewer its backtest says: look at it before you propose them."
            .to_owned(),
    };
    let scale = card.clauses.scale;
    if scale.factor > 1 || scale.everybody != 0 {
        said += &format!(
            " In it all points are multiplied by {} and everybody has {} more, so that fit lies where \
             it lies by the charter in force.",
            scale.factor, scale.everybody
        );
    }
    said
}

/// What a line asks, for people.
#[must_use]
pub fn line_in_words(line: &CardLine) -> String {
    let name = line.name.replace('_', " ");
    match &line.test {
        CardTest::Between { from: None, below: None } => format!("{name} is known"),
        CardTest::Between { from: Some(from), below: None } => format!("{name} {from} or more"),
        CardTest::Between { from: None, below: Some(below) } => format!("{name} under {below}"),
        CardTest::Between { from: Some(from), below: Some(below) } => {
            format!("{name} {from} to under {below}")
        }
        CardTest::OneOf(words) => format!("{name} {}", words.join(" or ")),
        CardTest::IsTrue => name,
        CardTest::Did => format!("did {}", line.name),
    }
}

/// A column that was refused, with the evidence.
#[must_use]
pub fn refused_in_words(refused: &RefusedColumn) -> String {
    let reasons: Vec<_> = refused.evidence.iter().map(leak_in_words).collect();
    reasons.join("; ")
}

/// What speaks against a column.
#[must_use]
pub fn leak_in_words(leak: &Leak) -> String {
    match leak {
        Leak::LearnedAfter { after } => format!(
            "of {} of the {} of whom it is dated it became known when their end was",
            number(after.part),
            count(after.whole, "lead"),
        ),
        Leak::KnownUnevenly { with, without } => format!(
            "without a date, and known of {} of those with the outcome, of {} of the others",
            percent(*with),
            percent(*without)
        ),
        Leak::TellsOutcome { auc } => format!(
            "it alone tells the outcome of {:.0} of 100 pairs, better than anything known beforehand",
            auc * 100.0
        ),
        Leak::NamedLater => {
            "without a date, and its name says that it changes while a lead is worked".to_owned()
        }
    }
}

/// What an outcome is, of a lead.
#[must_use]
pub const fn outcome_in_words(outcome: CardOutcome) -> &'static str {
    match outcome {
        CardOutcome::Accepted => "accepted",
        CardOutcome::Won => "won",
    }
}

fn times_of_a_hundred(auc: &AucEstimate) -> String {
    let hundred = |share: f64| (share * 100.0).round();
    format!(
        "{} times of 100 (95 %: {} to {})",
        hundred(auc.value),
        hundred(auc.interval.low),
        hundred(auc.interval.high)
    )
}
