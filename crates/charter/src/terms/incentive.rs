//! `[incentive]`: pay that both sides earn by shared figures.

use super::{Cycle, Share};

/// Pay that both sides earn together.
#[derive(Clone, PartialEq, Debug)]
pub struct Incentive {
    /// How often it is paid.
    pub period: Cycle,
    /// What is paid for one period in which everything is reached exactly, in whole units of the
    /// charter's currency.
    pub pool: f64,
    /// Nothing is paid when less than this part is reached.
    pub threshold: Share,
    /// More than this is not paid, as a multiple of the pool; at least 1.
    pub cap: f64,
    /// What counts, with weights that sum to one; never empty.
    pub kpis: Vec<WeightedKpi>,
    /// What part goes to marketing; the rest goes to sales.
    pub to_marketing: Share,
}

/// One figure that counts, `"goal:new-revenue-q1" = 0.6`.
#[derive(Clone, PartialEq, Debug)]
pub struct WeightedKpi {
    /// Which figure.
    pub kpi: PaidFor,
    /// Its weight.
    pub weight: Share,
}

/// A figure that both sides are paid for.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum PaidFor {
    /// A goal by its id: reached in the measure of its figure divided by its target.
    Goal(String),
    /// A promise by its id: reached in the measure of the share of its clocks that were kept; a
    /// counted promise, in the measure of what it counts (see
    /// [`CountedPromise::reached`](super::CountedPromise::reached)).
    Promise(String),
}

/// What is paid for one period, in minor units of the currency (cents).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Payout {
    /// To marketing.
    pub marketing_minor: i64,
    /// To sales.
    pub sales_minor: i64,
}

impl Incentive {
    /// The most that may be paid of the pool.
    pub const CAP_MAX: f64 = 5.0;

    /// How much was reached in all, from how much of each figure was: `reached` in the order of
    /// [`Incentive::kpis`], 1 for exactly what was agreed. A figure that did not exist in the
    /// period counts as not reached; one that was overshot counts up to the cap.
    #[must_use]
    pub fn reached(&self, reached: &[f64]) -> f64 {
        let each = self.kpis.iter().zip(reached.iter().copied());
        each.map(|(kpi, reached)| kpi.weight.get() * reached.clamp(0.0, self.cap)).sum()
    }

    /// What is paid for a period in which this much was reached in all; `minor_per_unit` is 100
    /// where a unit of the currency has a hundred cents. The two parts sum to the whole exactly: the
    /// whole is rounded to the nearest minor unit, then marketing's part, and sales has the rest.
    #[must_use]
    pub fn pays(&self, reached: f64, minor_per_unit: u32) -> Payout {
        // A sum of weighted shares such as 0.6 + 0.2 + 0.2 may miss the threshold by rounding.
        const SLACK: f64 = 1e-9;
        if reached + SLACK < self.threshold.get() {
            return Payout { marketing_minor: 0, sales_minor: 0 };
        }
        let whole = libm::round(self.pool * f64::from(minor_per_unit) * reached.min(self.cap));
        let marketing = libm::round(whole * self.to_marketing.get());
        let (whole, marketing) = (whole as i64, marketing as i64);
        Payout { marketing_minor: marketing, sales_minor: whole - marketing }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn incentive(weights: &[f64]) -> Incentive {
        let share = |share| Share::new(share).unwrap();
        let kpi = |weight: &f64| WeightedKpi {
            kpi: PaidFor::Promise("p".to_owned()),
            weight: share(*weight),
        };
        Incentive {
            period: Cycle::Quarter,
            pool: 40_000.0,
            threshold: share(0.8),
            cap: 1.2,
            kpis: weights.iter().map(kpi).collect(),
            to_marketing: share(0.5),
        }
    }

    #[test]
    fn reaching_everything_pays_the_pool_and_no_more_than_the_cap() {
        let terms = incentive(&[0.6, 0.2, 0.2]);
        let paid = |reached: &[f64]| {
            let payout = terms.pays(terms.reached(reached), 100);
            payout.marketing_minor + payout.sales_minor
        };
        assert_eq!(paid(&[1.0, 1.0, 1.0]), 4_000_000);
        assert_eq!(paid(&[9.0, 9.0, 9.0]), 4_800_000);
        assert_eq!(paid(&[1.0, 0.5, 0.5]), 3_200_000, "exactly at the threshold");
        assert_eq!(paid(&[0.99, 0.5, 0.5]), 0, "just below the threshold");
        assert_eq!(paid(&[1.0]), 0, "what did not exist was not reached");
    }

    #[test]
    fn both_parts_sum_to_the_whole() {
        let terms = Incentive {
            pool: 0.35,
            to_marketing: Share::new(1.0 / 3.0).unwrap(),
            ..incentive(&[1.0])
        };
        let payout = terms.pays(1.0, 100);
        assert_eq!((payout.marketing_minor, payout.sales_minor), (12, 23));
    }
}
