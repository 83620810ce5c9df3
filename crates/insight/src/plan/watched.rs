//! How soon leads were won that were once as others are now, week by week of their coming.

use super::lead::{PlanLead, PlanState};
use crate::leads::Leads;
use facts::{Instant, SubjectId};
use std::collections::BTreeMap;

/// A week, in microseconds.
pub(super) const WEEK: i64 = 7 * Instant::PER_DAY;
/// Of leads that came longer ago, nothing is learned.
const WEEKS_MOST: usize = 104;
/// In a week in which fewer were watched, the chance is that of all weeks together.
const WATCHED_LEAST: f64 = 10.0;
/// For so many days in a state leads are alike: up to each of these, and longer.
const ALIKE_DAYS: [i64; 4] = [7, 30, 90, 180];

/// What history says of winning.
pub(super) struct History {
    /// The whole weeks that leads came in until now, at most [`WEEKS_MOST`].
    pub(super) weeks: usize,
    /// How many leads came in each, the last week first.
    pub(super) came: Vec<u32>,
    /// How soon those who had just come were won.
    pub(super) new: Watched,
    /// The leads that are not won, with those who were once like them.
    pub(super) alike: Vec<Alike>,
}

/// Leads that are alike: in one state for about as long.
pub(super) struct Alike {
    pub(super) leads: Leads,
    pub(super) watched: Watched,
}

/// How many were watched, and how many of them were won, by the week in which they came (the last
/// first) and by whole weeks since watching began.
pub(super) struct Watched {
    ahead: usize,
    at_risk: Vec<u32>,
    won: Vec<u32>,
}

impl History {
    /// Reads leads as they are at an instant, looking so many weeks ahead. `None` of no lead.
    pub(super) fn read(leads: &[PlanLead], now: Instant, ahead: usize) -> Option<Self> {
        let first = leads.iter().map(PlanLead::began).min()?;
        let weeks = usize::try_from(now.micros_since(first) / WEEK).ok()?.min(WEEKS_MOST);
        let week_of = |lead: &PlanLead| {
            let week = usize::try_from(now.micros_since(lead.began()) / WEEK).ok()?;
            (week < weeks).then_some(week)
        };
        let mut came = vec![0; weeks];
        let mut new = Watched::new(weeks, ahead);
        let mut alike = alike(leads, now, (weeks, ahead));
        for lead in leads {
            let Some(week) = week_of(lead) else { continue };
            came[week] += 1;
            new.add(week, lead, lead.began(), now);
            for (state, start, end) in lead.stays() {
                let groups = alike.get_mut(number(state)).into_iter().flatten();
                for (age, group) in groups {
                    let then = Instant(start.0.saturating_add(*age));
                    let stayed = end.is_none_or(|end| end > then);
                    if stayed && then < now && lead.won().is_none_or(|won| won > then) {
                        group.watched.add(week, lead, then, now);
                    }
                }
            }
        }
        let alike = alike.into_iter().flatten().map(|(_, group)| group).collect();
        Some(Self { weeks, came, new, alike })
    }
}

/// A number of a state, from 0 on.
const fn number(state: PlanState) -> usize {
    match state {
        PlanState::Beside => 0,
        PlanState::Stage(stage) => stage + 1,
    }
}

/// The leads that are not won, by the number of their state and by how long they are in it: the mean
/// of that, in microseconds, with the leads.
fn alike(
    leads: &[PlanLead],
    now: Instant,
    (weeks, ahead): (usize, usize),
) -> Vec<Vec<(i64, Alike)>> {
    let mut groups: BTreeMap<(usize, usize), Vec<(SubjectId, i64)>> = BTreeMap::new();
    for lead in leads.iter().filter(|lead| lead.won().is_none()) {
        let (since, state) = lead.now();
        let age = now.micros_since(since).max(0);
        let lengths = ALIKE_DAYS.iter();
        let length = lengths.filter(|days| **days * Instant::PER_DAY <= age).count();
        groups.entry((number(state), length)).or_default().push((lead.lead, age));
    }
    let mut alike = Vec::new();
    for ((state, _), of) in groups {
        let sum: i128 = of.iter().map(|(_, age)| i128::from(*age)).sum();
        let age = (sum / of.len().max(1) as i128) as i64;
        let leads = of.into_iter().map(|(lead, _)| lead).collect();
        alike.resize_with(alike.len().max(state + 1), Vec::new);
        alike[state].push((age, Alike { leads, watched: Watched::new(weeks, ahead) }));
    }
    alike
}

impl Watched {
    fn new(weeks: usize, ahead: usize) -> Self {
        Self { ahead, at_risk: vec![0; weeks * ahead], won: vec![0; weeks * ahead] }
    }

    /// Watches a lead from `then` until it is won or until now, by whole weeks.
    fn add(&mut self, came: usize, lead: &PlanLead, then: Instant, now: Instant) {
        let weeks = |until: Instant| (until.micros_since(then) / WEEK).max(0) as usize;
        let whole = weeks(now).min(self.ahead);
        let won = lead.won().map(weeks).filter(|week| *week < whole);
        let row = came * self.ahead;
        for week in 0..won.map_or(whole, |week| week + 1) {
            self.at_risk[row + week] += 1;
        }
        if let Some(week) = won {
            self.won[row + week] += 1;
        }
    }

    /// How many were watched for a week at least.
    pub(super) fn count(&self) -> usize {
        self.at_risk.iter().step_by(self.ahead.max(1)).map(|count| *count as usize).sum()
    }

    /// The chance to be won by the end of each week ahead, where leads that came in each week of
    /// history count so many times: one less the product of the chances to stay (E. L. Kaplan and
    /// P. Meier, "Nonparametric Estimation from Incomplete Observations", Journal of the American
    /// Statistical Association 53, 1958). Who left the path may come back, and is watched on.
    pub(super) fn chances(&self, times: &[u32]) -> Vec<f64> {
        let mut at_risk = vec![0.0; self.ahead];
        let mut won = vec![0.0; self.ahead];
        let rows = self.at_risk.chunks_exact(self.ahead).zip(self.won.chunks_exact(self.ahead));
        for ((risk, came), times) in rows.zip(times).filter(|(_, times)| **times > 0) {
            let times = f64::from(*times);
            for week in 0..self.ahead {
                at_risk[week] += times * f64::from(risk[week]);
                won[week] += times * f64::from(came[week]);
            }
        }
        let all = won.iter().sum::<f64>() / at_risk.iter().sum::<f64>().max(1.0);
        let mut staying = 1.0;
        let chance = |(risk, won): (&f64, &f64)| {
            staying *= 1.0 - if *risk >= WATCHED_LEAST { won / risk } else { all };
            1.0 - staying
        };
        at_risk.iter().zip(&won).map(chance).collect()
    }
}
