//! A point table learned from what became of the leads that were worked.

mod columns;
mod reading;

use super::AsOf;
use super::mirror::stages;
use crate::Engine;
use crate::books::Known;
use crate::error::AppError;
use columns::Columns;
use connect::suggest::comes_later;
use facts::Instant;
use insight::{CardClauses, Certainty, Leads, Learned, Path, Scorecard, TooFewOutcomes, learn};
use reading::{Fate, Reading};

/// What a scorecard is to tell.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum CardOutcome {
    /// Whom sales accepts, of those it judged.
    #[default]
    Accepted,
    /// Who is won, of those with whom sales is done.
    Won,
}

/// What is asked of a scorecard.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ScorecardQuestion {
    /// What it is to tell.
    pub outcome: CardOutcome,
    /// Traits that somebody vouches for: known before a lead is worked, whatever they look like.
    pub trust: Vec<String>,
    /// Numbers with which points may only rise.
    pub rises: Vec<String>,
    /// Numbers with which points may only fall.
    pub falls: Vec<String>,
}

/// A point table learned from the leads that were worked.
#[derive(Clone, PartialEq, Debug)]
pub struct ScorecardAnswer {
    /// As of when.
    pub as_of: AsOf,
    /// What it tells.
    pub outcome: CardOutcome,
    /// The leads handed over.
    pub sent: Leads,
    /// Of them, those that were worked and whose end is known: it is learned from these.
    pub worked: Leads,
    /// Those that nobody worked: what would have become of them nobody knows.
    pub unworked: Leads,
    /// Those that are worked still.
    pub undecided: Leads,
    /// Whether nothing says who was worked, so that all are taken to have been.
    pub is_work_assumed: bool,
    /// An open lead counts as not won after so many days, in which nine of ten that were won had
    /// been; `None` where too few were, or the outcome is another.
    pub patience_days: Option<f64>,
    /// How many of the leads learned from have an end, or a hand-off, that is assumed.
    pub assumed: usize,
    /// The table, or why there is none.
    pub card: Result<Card, TooFewOutcomes>,
}

/// The table and the charter that it would make.
#[derive(Clone, PartialEq, Debug)]
pub struct Card {
    /// The table.
    pub table: Scorecard,
    /// Its clauses.
    pub clauses: CardClauses,
}

impl CardOutcome {
    /// Its word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Won => "won",
        }
    }

    /// The outcome of a word.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        [Self::Accepted, Self::Won].into_iter().find(|outcome| outcome.word() == word)
    }
}

impl ScorecardAnswer {
    /// How certain the ends are that it was learned from. What the table says of others is
    /// estimated in any case.
    #[must_use]
    pub fn certainty(&self) -> Certainty {
        Certainty::of(self.assumed, self.worked.count())
    }

    /// The leads behind a figure: `sent`, `worked`, `unworked`, `undecided`, `learned_from`,
    /// `learned_with`, `held_out`, `held_out_with`, or `row:N` and `row:N:with` of the calibration;
    /// `None` where there is no such figure.
    #[must_use]
    pub fn behind(&self, figure: &str) -> Option<&Leads> {
        let table = || self.card.as_ref().ok().map(|card| &card.table);
        match figure {
            "sent" => Some(&self.sent),
            "worked" => Some(&self.worked),
            "unworked" => Some(&self.unworked),
            "undecided" => Some(&self.undecided),
            "learned_from" => Some(&table()?.learned_from),
            "learned_with" => Some(&table()?.learned_with),
            "held_out" => Some(&table()?.held_out),
            "held_out_with" => Some(&table()?.held_out_with),
            _ => {
                let row = figure.strip_prefix("row:")?;
                let (number, with) = match row.strip_suffix(":with") {
                    Some(number) => (number, true),
                    None => (row, false),
                };
                let number = number.parse::<usize>().ok()?.checked_sub(1)?;
                let row = table()?.calibration.get(number)?;
                Some(if with { &row.with_outcome } else { &row.leads })
            }
        }
    }
}

impl Engine {
    /// A point table learned from what became of the leads that were worked, by what was known of
    /// each when it was handed over; written out as clauses for the charter in force.
    ///
    /// # Errors
    /// [`AppError::NoCharter`] before the first, and when a trait is not known.
    pub fn scorecard(
        &self,
        question: &ScorecardQuestion,
        now: Instant,
    ) -> Result<ScorecardAnswer, AppError> {
        let as_of = self.as_of(now)?;
        let (number, program) = self.reign()?.at(now);
        let path = Path::of(program);
        let columns = Columns::of(self, &program.charter)?;
        for name in question.trust.iter().chain(&question.rises).chain(&question.falls) {
            if !columns.has(name) {
                return Err(AppError::UnknownName { what: "trait", name: name.clone() });
            }
        }
        let stages = stages(&program.charter, &path);
        let mut reading = Reading::new(self, question.outcome, (path, stages), columns, now)?;
        self.each_known(|Known { story, rest, decisions }| {
            reading.read(story, rest, decisions);
            Ok(())
        })?;
        let (read, columns, patience_days) = reading.done();
        let ids = |fates: &[Fate]| -> Leads {
            read.iter().filter(|it| fates.contains(&it.fate)).map(|it| it.lead).collect()
        };
        let learned: Vec<Learned> = read.iter().filter_map(reading::Read::learned).collect();
        let kept: Vec<bool> = read.iter().map(|it| it.learned().is_some()).collect();
        let mut columns = columns.finish(self.vocabulary(), &kept);
        for column in &mut columns {
            column.is_trusted = question.trust.contains(&column.name);
            column.comes_later = comes_later(&column.name);
            let told = |names: &[String]| names.contains(&column.name);
            column.rises = match (told(&question.rises), told(&question.falls)) {
                (true, _) => Some(true),
                (_, true) => Some(false),
                _ => None,
            };
        }
        let card = match learn(&learned, &columns) {
            Ok(table) => {
                let signed = self.versions().find(|signed| signed.number == number);
                let text = signed.map_or("", |signed| signed.text.as_str());
                let clauses = table.clauses(text, &program.charter);
                Ok(Card { table, clauses })
            }
            Err(few) => Err(few),
        };
        Ok(ScorecardAnswer {
            as_of,
            outcome: question.outcome,
            sent: read.iter().map(|it| it.lead).collect(),
            worked: learned.iter().map(|it| it.lead).collect(),
            unworked: ids(&[Fate::Unworked]),
            undecided: ids(&[Fate::Undecided]),
            is_work_assumed: read.iter().any(|it| it.is_work_assumed),
            patience_days,
            assumed: read.iter().filter(|it| it.learned().is_some() && it.is_assumed).count(),
            card,
        })
    }
}
