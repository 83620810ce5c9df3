//! Every metric of the registry over a period.

use super::feedback::FeedbackQuestion;
use super::histories::Journeys;
use super::mirror::stages;
use super::responses::Responses;
use super::{AsOf, AttributionQuestion};
use crate::Engine;
use crate::error::AppError;
use facts::{Instant, Precision, SubjectId};
use insight::{
    ClockOutcome, DealOutcome, Dust, Journey, MetricValue, PromiseClock, PromiseFigures, Verdict,
    deals, median_with_waiting,
};

/// Every metric over a period.
#[derive(Clone, PartialEq, Debug)]
pub struct MetricsAnswer {
    /// As of when.
    pub as_of: AsOf,
    /// From when until before when.
    pub period: (Instant, Instant),
    /// The charter's currency.
    pub currency: String,
    /// Each metric, in the order of the registry.
    pub values: Vec<MetricValue>,
    /// Whether some of the period was before the first charter, and what was decided then is
    /// assumed.
    pub is_assumed: bool,
}

impl Engine {
    /// What every metric of the registry comes to in a period: from its first instant until before
    /// its last.
    ///
    /// # Errors
    /// [`AppError::NoCharter`] before the first.
    pub fn metrics(
        &self,
        period: (Instant, Instant),
        now: Instant,
    ) -> Result<MetricsAnswer, AppError> {
        let (from, until) = period;
        let as_of = self.as_of(now)?;
        let charter = &self.reign()?.at(now).1.charter;
        let mut values = self.metrics_of_leads(period, now)?;
        let question = FeedbackQuestion { by: None, from: Some(from), until: Some(until) };
        let feedback = self.feedback(&question, now)?.feedback;
        let whole = &feedback.whole;
        let judged: Vec<_> = Verdict::ALL.iter().flat_map(|it| whole.leads(*it)).copied().collect();
        let accepted = whole.leads(Verdict::Accepted).to_vec();
        values.push(MetricValue::share("acceptance_rate", accepted, judged.clone()));
        values.push(MetricValue::share("refusal_rate", whole.refusals(), judged));
        values.extend(self.metrics_of_responses(period, now)?);
        values.extend(self.metrics_of_deals(period, now)?);
        values.extend(self.metrics_of_promises(period, now)?);
        Ok(MetricsAnswer {
            is_assumed: from < as_of.adopted_at,
            as_of,
            period,
            currency: charter.currency.clone(),
            values,
        })
    }

    fn metrics_of_leads(
        &self,
        (from, until): (Instant, Instant),
        now: Instant,
    ) -> Result<Vec<MetricValue>, AppError> {
        let Journeys { path, journeys, .. } = self.journeys(None, now)?;
        let charter = &self.reign()?.at(now).1.charter;
        let [sent_at, ..] = stages(charter, &path);
        let before = Instant(from.0.saturating_sub(until.0 - from.0));
        let began = |journey: &Journey| journey.began().map(|moment| moment.at);
        let sent = |journey: &Journey| journey.reached(sent_at, &path).map(|it| it.moment.at);
        let within = |at: &dyn Fn(&Journey) -> Option<Instant>, from: Instant, until: Instant| {
            let of = |it: &&Journey| at(it).is_some_and(|at| from <= at && at < until);
            journeys.iter().filter(of).map(|journey| journey.lead).collect::<Vec<_>>()
        };
        let qualified = within(&sent, from, until);
        Ok(vec![
            MetricValue::count("leads_new", within(&began, from, until)),
            MetricValue::count("leads_qualified", qualified.clone()),
            MetricValue::growth("lead_velocity_rate", qualified, within(&sent, before, from)),
        ])
    }

    fn metrics_of_responses(
        &self,
        period: (Instant, Instant),
        now: Instant,
    ) -> Result<[MetricValue; 2], AppError> {
        let Responses { answered, outreach } = self.responses(period, now)?;
        let waits: Vec<_> = answered.iter().map(|(_, hours)| *hours).collect();
        let times: Vec<_> = outreach.iter().map(|(_, times)| Some(*times as f64)).collect();
        let leads = answered.into_iter().map(|(lead, _)| lead).collect();
        let judged = outreach.into_iter().map(|(lead, _)| lead).collect();
        Ok([
            MetricValue::of("first_response", median_with_waiting(&waits), leads),
            MetricValue::of("outreach_before_verdict", median_with_waiting(&times), judged),
        ])
    }

    fn metrics_of_deals(
        &self,
        (from, until): (Instant, Instant),
        now: Instant,
    ) -> Result<Vec<MetricValue>, AppError> {
        let mut read = self.every_deal(now)?;
        read.retain(|deal| {
            let closed = deal.closed.filter(|it| it.precision != Precision::Unknown);
            closed.is_some_and(|closed| from <= closed.at && closed.at < until)
        });
        let figures = deals(&self.reign()?.at(now).1.calendar, &read);
        let mut closed = figures.won.clone();
        closed.extend(&figures.lost);
        let with_amount =
            read.iter().filter(|deal| deal.outcome == DealOutcome::Won && deal.amount.is_some());
        let with_amount: Vec<SubjectId> = with_amount.map(|deal| deal.opportunity).collect();
        let average =
            (!with_amount.is_empty()).then(|| figures.won_value / figures.won_with_amount as f64);
        let question =
            AttributionQuestion { from: Some(from), until: Some(until), ..Default::default() };
        let attributed = self.attribution(&question, now)?;
        let influenced = attributed
            .results
            .iter()
            .filter(|it| !attributed.untouched.contains(it) && !attributed.unlinked.contains(it));
        let influenced: Vec<SubjectId> = influenced.copied().collect();
        let by_value = figures.win_rate_by_value;
        let of_value = MetricValue::of("win_rate_by_value", by_value, figures.won.clone());
        let cycle = figures.days_to_won.map(|it| it.median);
        Ok(vec![
            MetricValue::share("win_rate", figures.won.clone(), closed.clone()),
            MetricValue { of: Some(closed), ..of_value },
            MetricValue::of("won_amount", Some(figures.won_value), with_amount.clone()),
            MetricValue::of("average_deal", average, with_amount),
            MetricValue::of("cycle_length", cycle, figures.won),
            MetricValue::share("marketing_sourced", attributed.sourced, attributed.results.clone()),
            MetricValue::share("marketing_influenced", influenced, attributed.results),
        ])
    }

    fn metrics_of_promises(
        &self,
        (from, until): (Instant, Instant),
        now: Instant,
    ) -> Result<Vec<MetricValue>, AppError> {
        let promises = self.promises(now)?.promises;
        let kept = |id: &str, side: charter::Side| {
            let of = promises.iter().filter(|figures| figures.pledge.by == side);
            let due = of.flat_map(|figures| &figures.clocks);
            let due = due.filter(|clock| from <= clock.due && clock.due < until);
            let decided = due
                .filter(|clock| clock.outcome == ClockOutcome::Kept || clock.outcome.is_broken());
            let decided: Vec<&PromiseClock> = decided.collect();
            let kept = decided.iter().filter(|clock| clock.outcome == ClockOutcome::Kept);
            let kept = kept.map(|clock| clock.lead).collect();
            MetricValue::share(id, kept, decided.iter().map(|clock| clock.lead).collect())
        };
        let clocks = promises.iter().flat_map(|figures: &PromiseFigures| &figures.clocks);
        let dust = Dust::of(clocks, now);
        Ok(vec![
            kept("promises_kept_marketing", charter::Side::Marketing),
            kept("promises_kept_sales", charter::Side::Sales),
            MetricValue::count("dust", dust.all()),
            MetricValue::count("dust_day", dust.day),
            MetricValue::count("dust_week", dust.week),
            MetricValue::count("dust_month", dust.month),
            MetricValue::count("dust_older", dust.older),
        ])
    }
}
