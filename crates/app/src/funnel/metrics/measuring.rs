//! From the ledger to what each metric counts.

use super::super::AttributionQuestion;
use super::super::feedback::FeedbackQuestion;
use super::super::histories::Journeys;
use super::super::mirror::stages;
use super::super::responses::Responses;
use super::super::standpoint::Standpoint;
use crate::error::AppError;
use facts::{Instant, Precision, SubjectId};
use insight::{
    ClockOutcome, Counted, DealOutcome, Dust, Journey, Judged, Measured, Metric, PromiseClock,
    PromiseFigures, Verdict, deals,
};
use std::collections::BTreeMap;

type Period = (Instant, Instant);

impl Standpoint<'_> {
    /// What each metric of the registry counts in a period, in its order.
    pub(super) fn measured(&self, period: Period) -> Result<Vec<Measured>, AppError> {
        let mut found = self.of_leads(period)?.to_vec();
        found.extend(self.of_verdicts(period)?);
        found.extend(self.of_responses(period)?);
        found.extend(self.of_deals(period)?);
        found.extend(self.of_promises(period)?);
        Ok(found)
    }

    fn of_leads(&self, (from, until): Period) -> Result<[Measured; 3], AppError> {
        let Journeys { path, journeys, .. } = self.journeys(None)?;
        let [sent_at, ..] = stages(&self.program()?.charter, &path);
        let before = Instant(from.0.saturating_sub(until.0 - from.0));
        let began = |journey: &Journey| journey.began().map(|moment| moment.at);
        let sent = |journey: &Journey| journey.reached(sent_at, &path).map(|it| it.moment.at);
        let within = |at: &dyn Fn(&Journey) -> Option<Instant>, from: Instant, until: Instant| {
            let of = journeys.iter().filter_map(|journey| Some((journey.lead, at(journey)?)));
            let of = of.filter(|(_, at)| from <= *at && *at < until);
            of.map(|(lead, at)| Counted::new(lead, at)).collect::<Vec<_>>()
        };
        let qualified = within(&sent, from, until);
        let earlier = within(&sent, before, from).into_iter();
        let grown = earlier.map(|counted| Counted { is_part: false, ..counted });
        let grown = grown.chain(qualified.iter().copied()).collect();
        Ok([
            measured("leads_new", within(&began, from, until)),
            measured("leads_qualified", qualified),
            measured("lead_velocity_rate", grown),
        ])
    }

    fn of_verdicts(&self, (from, until): Period) -> Result<[Measured; 2], AppError> {
        let question = FeedbackQuestion { by: None, from: Some(from), until: Some(until) };
        let judged = self.judged(&question)?;
        let of = |is_part: &dyn Fn(Verdict) -> bool| {
            let counted = |judged: &Judged| Counted {
                is_part: is_part(judged.verdict),
                ..Counted::new(judged.lead, judged.moment.at)
            };
            judged.iter().map(counted).collect()
        };
        Ok([
            measured("acceptance_rate", of(&|verdict| verdict == Verdict::Accepted)),
            measured("refusal_rate", of(&|verdict| verdict != Verdict::Accepted)),
        ])
    }

    fn of_responses(&self, period: Period) -> Result<[Measured; 2], AppError> {
        let Responses { answered, outreach } = self.responses(period)?;
        let worth = |(lead, at, worth): (SubjectId, Instant, Option<f64>)| Counted {
            worth,
            ..Counted::new(lead, at)
        };
        let times = outreach.into_iter().map(|(lead, at, times)| (lead, at, Some(times as f64)));
        Ok([
            measured("first_response", answered.into_iter().map(worth).collect()),
            measured("outreach_before_verdict", times.map(worth).collect()),
        ])
    }

    fn of_deals(&self, (from, until): Period) -> Result<[Measured; 7], AppError> {
        let mut read = self.engine.every_deal(self.sight()?)?;
        read.retain(|deal| {
            let closed = deal.closed.filter(|it| it.precision != Precision::Unknown);
            closed.is_some_and(|closed| from <= closed.at && closed.at < until)
        });
        let calendar = &self.program()?.calendar;
        let mut won = Vec::new();
        let (mut closed, mut cycles) = (Vec::new(), Vec::new());
        for deal in &read {
            let at = deal.closed.map_or(self.now, |closed| closed.at);
            let is_part = deal.outcome == DealOutcome::Won;
            let counted =
                Counted { is_part, worth: deal.amount, ..Counted::new(deal.opportunity, at) };
            closed.push(counted);
            if is_part {
                won.push(counted);
                let days = deals(calendar, &[*deal]).days_to_won.map(|days| days.median);
                cycles.push(Counted { worth: days, ..counted });
            }
        }
        let with_amount: Vec<_> = won.iter().filter(|it| it.worth.is_some()).copied().collect();
        let question =
            AttributionQuestion { from: Some(from), until: Some(until), ..Default::default() };
        let attributed = self.attribution(&question)?;
        let closed_at: BTreeMap<SubjectId, Instant> =
            won.iter().map(|counted| (counted.subject, counted.at)).collect();
        let of_results = |is_part: &dyn Fn(&SubjectId) -> bool| {
            let results = attributed.results.iter();
            let counted = |result: &SubjectId| {
                let at = closed_at.get(result).copied().unwrap_or(self.now);
                Counted { is_part: is_part(result), ..Counted::new(*result, at) }
            };
            results.map(counted).collect()
        };
        let sourced = of_results(&|result| attributed.sourced.contains(result));
        let influenced = of_results(&|result| {
            !attributed.untouched.contains(result) && !attributed.unlinked.contains(result)
        });
        Ok([
            measured("win_rate", closed.clone()),
            measured("win_rate_by_value", closed),
            measured("won_amount", with_amount.clone()),
            measured("average_deal", with_amount),
            measured("cycle_length", cycles),
            measured("marketing_sourced", sourced),
            measured("marketing_influenced", influenced),
        ])
    }

    fn of_promises(&self, (from, until): Period) -> Result<[Measured; 7], AppError> {
        let promises = self.promises()?.promises;
        let kept = |id: &'static str, side: charter::Side| {
            let of = promises.iter().filter(|figures| figures.pledge.by == side);
            let due = of.flat_map(|figures| &figures.clocks);
            let due = due.filter(|clock| from <= clock.due && clock.due < until);
            let is_kept = |clock: &PromiseClock| clock.outcome == ClockOutcome::Kept;
            let decided = due.filter(|clock| is_kept(clock) || clock.outcome.is_broken());
            let counted = |clock: &PromiseClock| Counted {
                is_part: is_kept(clock),
                ..Counted::new(clock.lead, clock.due)
            };
            measured(id, decided.map(counted).collect())
        };
        let clocks = promises.iter().flat_map(|figures: &PromiseFigures| &figures.clocks);
        let dust = Dust::of(clocks, self.now);
        let lies = |id: &'static str, leads: Vec<SubjectId>| {
            measured(id, leads.into_iter().map(|lead| Counted::new(lead, self.now)).collect())
        };
        Ok([
            kept("promises_kept_marketing", charter::Side::Marketing),
            kept("promises_kept_sales", charter::Side::Sales),
            lies("dust", dust.all()),
            lies("dust_day", dust.day),
            lies("dust_week", dust.week),
            lies("dust_month", dust.month),
            lies("dust_older", dust.older),
        ])
    }
}

/// A metric of the registry with what it counts, in the order of subjects and instants.
fn measured(id: &'static str, mut counted: Vec<Counted>) -> Measured {
    counted.sort_by_key(|counted| (counted.subject, counted.at));
    let metric = Metric::by_id(id).unwrap_or_else(|| panic!("there is no metric `{id}`"));
    Measured::new(metric.id, metric.measure(), counted)
}
