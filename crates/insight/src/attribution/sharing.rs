//! What each value has brought, by a model.

use super::markov::Chain;
use super::paths::TouchPaths;
use super::split;
use charter::AttributionModel;
use std::ops::Range;

/// What each value has brought, by one model and within one window.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Credits {
    /// In billionths of a result, by value.
    pub results_nano: Vec<i64>,
    /// In minor units of the currency, by value.
    pub amount_minor: Vec<i64>,
}

/// What one value has brought in one path.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PathCredit {
    /// The value.
    pub value: u16,
    /// In billionths of a result.
    pub results_nano: i64,
    /// In minor units of the currency.
    pub amount_minor: i64,
}

/// Room that is used again for every path.
#[derive(Default)]
struct Scratch {
    weights: Vec<f64>,
    /// The different values of a path, in order.
    different: Vec<u16>,
}

impl Credits {
    /// A result, in billionths.
    pub const NANO: i64 = 1_000_000_000;

    fn nothing(values: usize) -> Self {
        Self { results_nano: vec![0; values], amount_minor: vec![0; values] }
    }

    /// All results that were shared, in billionths: those with a touch in the window.
    #[must_use]
    pub fn all_results_nano(&self) -> i64 {
        self.results_nano.iter().sum()
    }

    /// All that was shared, in minor units of the currency.
    #[must_use]
    pub fn all_minor(&self) -> i64 {
        self.amount_minor.iter().sum()
    }

    /// How many results a value has brought.
    #[must_use]
    pub fn results(&self, value: usize) -> f64 {
        self.results_nano[value] as f64 / Self::NANO as f64
    }
}

impl TouchPaths {
    /// What each value has brought by a model, of touches less than `window_s` seconds before the
    /// end of their path. A path without such a touch is not shared.
    #[must_use]
    pub fn credits(&self, model: AttributionModel, window_s: u32) -> Credits {
        let mut credits = Credits::nothing(self.value_count);
        if model == AttributionModel::Markov {
            let (results, amount) = self.shared(window_s);
            let removals = Chain::of(self, window_s).removals();
            let effects: Vec<f64> = removals.iter().map(|removal| removal.effect).collect();
            if effects.iter().any(|effect| *effect > 0.0) {
                split::by_weights([results, amount], &effects, |at, [results, amount]| {
                    credits.results_nano[at] = results;
                    credits.amount_minor[at] = amount;
                });
            }
            return credits;
        }
        let mut scratch = Scratch::default();
        for path in 0..self.len() {
            self.share(path, (model, window_s), &mut scratch, |credit| {
                let value = usize::from(credit.value);
                credits.results_nano[value] += credit.results_nano;
                credits.amount_minor[value] += credit.amount_minor;
            });
        }
        credits
    }

    /// What each value has brought in one path, a value once for each touch; nothing for the
    /// Markov chain, which knows no single path.
    #[must_use]
    pub fn credit_of(
        &self,
        path: usize,
        model: AttributionModel,
        window_s: u32,
    ) -> Vec<PathCredit> {
        let mut credits = Vec::new();
        let asked = (model, window_s);
        self.share(path, asked, &mut Scratch::default(), |credit| credits.push(credit));
        credits
    }

    /// The results that have a touch in the window, in billionths, and what they are worth.
    #[must_use]
    pub fn shared(&self, window_s: u32) -> (i64, i64) {
        let touched = |path: &usize| !self.within(*path, window_s).is_empty();
        (0..self.len()).filter(touched).fold((0, 0), |(results, amount), path| {
            let more = i64::from(self.results[path]) * Credits::NANO;
            (results + more, amount + self.amounts_minor[path])
        })
    }

    fn share(
        &self,
        path: usize,
        (model, window_s): (AttributionModel, u32),
        scratch: &mut Scratch,
        mut credit: impl FnMut(PathCredit),
    ) {
        if self.results[path] == 0 {
            return;
        }
        let within = self.within(path, window_s);
        let values = &self.values[within.clone()];
        let (Some(&first), Some(&last)) = (values.first(), values.last()) else { return };
        let results = i64::from(self.results[path]) * Credits::NANO;
        let amount = self.amounts_minor[path];
        let whole = [results, amount];
        let mut credit = |value, [results_nano, amount_minor]: [i64; 2]| {
            credit(PathCredit { value, results_nano, amount_minor });
        };
        match model {
            AttributionModel::First => credit(first, whole),
            AttributionModel::Last => credit(last, whole),
            AttributionModel::Markov => {}
            _ if values.len() == 1 => credit(first, whole),
            AttributionModel::Linear => {
                split::alike(whole, values.len(), |index, part| credit(values[index], part));
            }
            AttributionModel::Shapley => {
                let different = &mut scratch.different;
                different.clear();
                for &value in values {
                    if !different.contains(&value) {
                        different.push(value);
                    }
                }
                split::alike(whole, different.len(), |index, part| credit(different[index], part));
            }
            _ => {
                self.weigh(path, &within, model, &mut scratch.weights);
                split::by_weights(whole, &scratch.weights, |index, part| {
                    credit(values[index], part);
                });
            }
        }
    }

    /// The weights of a path's touches, where a model goes by weights.
    ///
    /// A touch that plays two roles weighs as much as both. Where nothing plays a role (no touch
    /// between the ends, no hand-off), the others keep their proportion.
    fn weigh(
        &self,
        path: usize,
        within: &Range<usize>,
        model: AttributionModel,
        weights: &mut Vec<f64>,
    ) {
        weights.clear();
        if let AttributionModel::TimeDecay { half_life } = model {
            let ages_s = &self.ages_s[within.clone()];
            // By the age after the youngest, so that no weight is lost to a long silence.
            let youngest = ages_s.last().copied().unwrap_or(0);
            let half_life = half_life.0.max(1) as f64;
            weights.extend(ages_s.iter().map(|&age| match age - youngest {
                0 => 1.0,
                older => f64::exp2(-f64::from(older) / half_life),
            }));
            return;
        }
        let count = within.len();
        weights.resize(count, 0.0);
        let (ends, middle, rest) = match model {
            AttributionModel::WShaped => (0.3, self.handed_over_after(path, within), 0.1),
            _ => (0.4, None, 0.2),
        };
        weights[0] += ends;
        weights[count - 1] += ends;
        if let Some(middle) = middle {
            weights[middle] += ends;
        }
        let others = weights.iter().filter(|weight| **weight == 0.0).count();
        for weight in weights.iter_mut().filter(|weight| **weight == 0.0) {
            *weight = rest / others as f64;
        }
    }
}
