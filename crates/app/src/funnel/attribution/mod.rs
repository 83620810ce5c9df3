//! Which touches brought what was won, or what reached a stage.

mod costs;
mod dimension;
mod question;
mod results;
mod touched;

pub use costs::Costs;
pub use question::{AttributionQuestion, CountedBy};

use super::AsOf;
use super::standpoint::Standpoint;
use crate::Engine;
use crate::error::AppError;
use charter::{Attribution, AttributionModel};
use facts::{Instant, Seconds, SubjectId};
use insight::{Certainty, Credits, Leads, Rankings, TouchPaths};
use results::{Gathered, Reading};

/// Which touches brought what was won, or what reached a stage.
#[derive(Clone, PartialEq, Debug)]
pub struct AttributionAnswer {
    /// As of when.
    pub as_of: AsOf,
    /// What touches are counted by.
    pub by: CountedBy,
    /// The stage that leads reached, its id and name; `None` for opportunities won.
    pub stage: Option<(String, String)>,
    /// By which model, and of touches in which window.
    pub terms: Attribution,
    /// Whether these are the charter's terms.
    pub is_agreed: bool,
    /// The charter's currency, and how many minor units one of it has.
    pub currency: (String, u32),
    /// What each value brought.
    pub credits: Credits,
    /// What each value brought by every model, within half the window, the window and twice the
    /// window; by the terms above first.
    pub views: Vec<AttributionView>,
    /// Whether values are ranked by the money that they brought, and not by results.
    pub by_amount: bool,
    /// Which rankings hold in all views.
    pub rankings: Rankings,
    /// All results of the period: opportunities won, or leads that reached the stage.
    pub results: Vec<SubjectId>,
    /// Of them, those before which there was no touch in the window, though somebody is known.
    pub untouched: Vec<SubjectId>,
    /// Of the opportunities, those to which nobody is linked, neither by name nor by account.
    pub unlinked: Vec<SubjectId>,
    /// Of the opportunities, those of which only the account is known: its people's touches count.
    pub by_account: Vec<SubjectId>,
    /// Of the opportunities, those whose people marketing touched before sales tried to reach any
    /// of them.
    pub sourced: Vec<SubjectId>,
    /// Of the results, those that are assumed: decided in retrospect, or undated.
    pub assumed: usize,
    /// What all results are worth, and what those are worth that were shared, in minor units.
    pub worth_minor: (i64, i64),
    /// Opportunities that are won nobody knows when; they are in no period and not among the
    /// results.
    pub undated: Vec<SubjectId>,
    /// Leads with a touch and without a result, for good: only the Markov chain reads them.
    pub without: Leads,
    /// Leads that may still come to a result: they are in no path.
    pub undecided: Leads,
    /// What was spent, by the settings in force.
    pub costs: Costs,
    values: Vec<String>,
    paths: TouchPaths,
    /// The result at the end of each path; `None` for paths without.
    ends: Vec<Option<SubjectId>>,
}

/// What each value brought by one model within one window.
#[derive(Clone, PartialEq, Debug)]
pub struct AttributionView {
    /// By which model, and of touches in which window.
    pub terms: Attribution,
    /// What each value brought.
    pub credits: Credits,
}

/// What a value brought in one result.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ResultCredit {
    /// The opportunity or the lead.
    pub result: SubjectId,
    /// In billionths of a result; `None` by the Markov chain, which shares all results at once.
    pub results_nano: Option<i64>,
    /// In minor units of the currency.
    pub amount_minor: Option<i64>,
}

/// The terms where the charter has none: alike to every touch of half a year.
const USUAL: Attribution =
    Attribution { model: AttributionModel::Linear, window: Seconds::days(180) };
/// The half-life of time decay in the comparison of models, where the terms have none.
const HALF_LIFE: Seconds = Seconds::days(7);

impl Engine {
    /// Shares what was won among the touches before, by the charter's terms unless the question has
    /// others. An opportunity's touches are those of the person it is linked to, and where there is
    /// none, of the people who belonged to its account when it was won.
    ///
    /// # Errors
    /// [`AppError::NoCharter`] before the first, when the question names a stage or trait that is
    /// not known, and when touches have more different values than can be compared.
    pub fn attribution(
        &self,
        question: &AttributionQuestion,
        now: Instant,
    ) -> Result<AttributionAnswer, AppError> {
        self.standpoint(now)?.attribution(question)
    }

    /// [`Engine::attribution`] as it was known at an instant: from the facts recorded, the versions
    /// adopted and the holidays known by then.
    ///
    /// # Errors
    /// [`AppError::NoCharter`] when none had been adopted by then, and as [`Engine::attribution`].
    pub fn attribution_as_known(
        &mut self,
        question: &AttributionQuestion,
        at: Instant,
    ) -> Result<AttributionAnswer, AppError> {
        self.standpoint_of(Some(at), at)?.attribution(question)
    }
}

impl Standpoint<'_> {
    /// Shares what was won among the touches before, as it is known from here.
    pub(super) fn attribution(
        &self,
        question: &AttributionQuestion,
    ) -> Result<AttributionAnswer, AppError> {
        let charter = &self.program()?.charter;
        let agreed = charter.attribution;
        let terms = question.terms(agreed.unwrap_or(USUAL));
        let currency = charter.currency.clone();
        let minor = insight::minor_per_unit(&currency);
        let mut reading = Reading::new(self, question, (terms.window, minor))?;
        reading.read_leads()?;
        let Gathered { found, stage, values, by } = reading.finish()?;
        let costs = self.costs_of(&by, &values, question, minor)?;
        let views = views(&found.paths, terms);
        let by_amount = found.worth_minor != 0;
        let weighed: Vec<&[i64]> = views.iter().map(|view| view.weighed(by_amount)).collect();
        let window_s = seconds(terms.window);
        let mut untouched = Vec::new();
        for (path, end) in found.ends.iter().enumerate() {
            if let (Some(end), []) = (end, found.paths.values_of(path, window_s)) {
                untouched.push(*end);
            }
        }
        Ok(AttributionAnswer {
            as_of: self.as_of,
            by,
            stage,
            terms,
            is_agreed: agreed == Some(terms),
            currency: (currency, minor),
            rankings: Rankings::of(&weighed),
            credits: views[0].credits.clone(),
            by_amount,
            views,
            untouched,
            unlinked: found.unlinked,
            by_account: found.by_account,
            assumed: found.assumed,
            worth_minor: (found.worth_minor, found.paths.shared(window_s).1),
            sourced: found.sourced,
            undated: found.undated,
            without: found.without.into_iter().collect(),
            undecided: found.undecided.into_iter().collect(),
            results: found.results,
            costs,
            values,
            paths: found.paths,
            ends: found.ends,
        })
    }
}

impl AttributionView {
    fn weighed(&self, by_amount: bool) -> &[i64] {
        if by_amount { &self.credits.amount_minor } else { &self.credits.results_nano }
    }
}

impl AttributionAnswer {
    /// The share of a value in what was shared, from 0 to 1: of the money where there is some, else
    /// of the results.
    #[must_use]
    pub fn share(&self, value: usize) -> f64 {
        let weighed = self.views.first().map_or(&[][..], |view| view.weighed(self.by_amount));
        match weighed.iter().sum::<i64>() {
            0 => 0.0,
            all => weighed[value] as f64 / all as f64,
        }
    }

    /// The name of a value; empty for touches that say nothing of what they are counted by.
    #[must_use]
    pub fn value(&self, value: usize) -> &str {
        self.values.get(value).map_or("", String::as_str)
    }

    /// The value of a name.
    #[must_use]
    pub fn value_named(&self, name: &str) -> Option<usize> {
        self.values.iter().position(|value| value == name)
    }

    /// The names of all values.
    #[must_use]
    pub fn values(&self) -> &[String] {
        &self.values
    }

    /// The results in which a value has a part, each with what it brought there. But for the Markov
    /// chain, they sum to its credits.
    #[must_use]
    pub fn behind(&self, value: usize) -> Vec<ResultCredit> {
        let window_s = seconds(self.terms.window);
        let is_single = self.terms.model != AttributionModel::Markov;
        let mut found = Vec::new();
        for (path, end) in self.ends.iter().enumerate() {
            let Some(result) = *end else { continue };
            let touches = self.paths.values_of(path, window_s);
            if !touches.iter().any(|it| usize::from(*it) == value) {
                continue;
            }
            let credits = self.paths.credit_of(path, self.terms.model, window_s);
            let own = || credits.iter().filter(|credit| usize::from(credit.value) == value);
            let results_nano: i64 = own().map(|credit| credit.results_nano).sum();
            let amount_minor: i64 = own().map(|credit| credit.amount_minor).sum();
            if is_single && results_nano == 0 && amount_minor == 0 {
                continue;
            }
            found.push(ResultCredit {
                result,
                results_nano: is_single.then_some(results_nano),
                amount_minor: is_single.then_some(amount_minor),
            });
        }
        found.sort_by_key(|credit| (std::cmp::Reverse(credit.amount_minor), credit.result));
        found
    }

    /// How certain it is what results there were. By which touch they came, a model says.
    #[must_use]
    pub fn certainty(&self) -> Certainty {
        Certainty::of(self.assumed, self.results.len())
    }
}

/// Every model within half the window, the window and twice the window, the terms first.
fn views(paths: &TouchPaths, terms: Attribution) -> Vec<AttributionView> {
    let half_life = match terms.model {
        AttributionModel::TimeDecay { half_life } => half_life,
        _ => HALF_LIFE,
    };
    let Seconds(window) = terms.window;
    let windows = [window, window / 2, window.saturating_mul(2)].map(Seconds);
    let models = AttributionModel::WORDS.into_iter();
    let models: Vec<_> =
        models.filter_map(|word| AttributionModel::from_word(word, half_life)).collect();
    let all = windows
        .into_iter()
        .flat_map(|window| models.iter().map(move |model| Attribution { model: *model, window }));
    let others = all.filter(|it| *it != terms);
    let view = |terms: Attribution| AttributionView {
        terms,
        credits: paths.credits(terms.model, seconds(terms.window)),
    };
    [terms].into_iter().chain(others).map(view).collect()
}

/// A length of time as paths have it.
fn seconds(of: Seconds) -> u32 {
    u32::try_from(of.0).unwrap_or(u32::MAX)
}
