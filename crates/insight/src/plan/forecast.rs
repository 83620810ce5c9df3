//! What the leads there are, and those who will come, bring in the next days.

use super::lead::PlanLead;
use super::random::Random;
use super::watched::{Alike, History, WEEK};
use crate::leads::Leads;
use facts::Instant;

/// What is won in the next days, were they like those before. Estimated.
#[derive(Clone, PartialEq, Debug)]
pub struct Forecast {
    /// From then on.
    pub from: Instant,
    /// Until then.
    pub until: Instant,
    /// How many leads are won.
    pub wins: ForecastSpan,
    /// What they are worth, in whole units of the charter's currency; `None` where too few wins had
    /// an amount.
    pub amount: Option<ForecastSpan>,
    /// Of the wins, those of leads that are there already, on average.
    pub wins_of_known: f64,
    /// And of leads that come yet.
    pub wins_of_new: f64,
    /// The leads that are there and not won: each counts by what became of leads like it.
    pub known: Leads,
    /// Of them, those like whom nobody was watched long enough: they count as not won.
    pub unlike: Leads,
    /// How many weeks of history were drawn from.
    pub weeks: usize,
}

/// A number with how far it may be off.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct ForecastSpan {
    /// On average.
    pub mean: f64,
    /// Nine in ten draws are no less.
    pub p10: f64,
    /// Nine in ten draws are no more.
    pub p90: f64,
    /// 97.5 % of draws are no less.
    pub low: f64,
    /// 97.5 % of draws are no more.
    pub high: f64,
}

impl Forecast {
    /// How often history is drawn again.
    pub const DRAWS: usize = 1_000;
    /// So many leads like one must have been watched.
    pub const LIKE_LEAST: usize = 10;
    /// So many amounts are needed to say what wins are worth.
    pub const AMOUNTS_LEAST: usize = 10;
    /// As many leads come as came in weeks of the last year.
    const COMING_WEEKS: usize = 52;
    /// Weeks are drawn so many together, since one is like the next.
    const TOGETHER_WEEKS: usize = 4;
    /// Of more amounts, so many are drawn before wins draw among them.
    const AMOUNTS_DRAWN: usize = 1_000;
}

impl ForecastSpan {
    fn of(mut draws: Vec<f64>) -> Self {
        draws.sort_unstable_by(f64::total_cmp);
        let at = |share: f64| crate::quantile(&draws, share).unwrap_or(0.0);
        Self {
            mean: draws.iter().sum::<f64>() / draws.len().max(1) as f64,
            p10: at(0.1),
            p90: at(0.9),
            low: at(0.025),
            high: at(0.975),
        }
    }
}

/// What `days` days from an instant on bring, by drawing history again: the same seed draws the
/// same.
///
/// Each draw takes as many weeks of history as there are, four together and some of them more than
/// once (the circular block bootstrap: D. N. Politis and J. P. Romano, "A Circular
/// Block-Resampling Procedure for Stationary Data", in "Exploring the Limits of Bootstrap", Wiley
/// 1992), with the leads that came in them and all that became of these. So a draw errs in how many
/// leads come, and in how many of them are won, as history itself may. Under such a history
///
/// - each lead that is there is won with the chance of those who once were in the same state for
///   about as long;
/// - as many leads come in each week ahead as came in weeks that are drawn from it once more, and
///   each is won with the chance of those who came, by the time that is left to it;
/// - wins are worth amounts that are drawn among amounts drawn from those of wins.
///
/// `None` where history is shorter than twice as long.
#[must_use]
pub fn forecast(
    leads: &[PlanLead],
    amounts: &[f64],
    (from, days): (Instant, u32),
    seed: u64,
) -> Option<Forecast> {
    let horizon = i64::from(days) * Instant::PER_DAY;
    let first = leads.iter().map(PlanLead::began).min()?;
    if days == 0 || from.micros_since(first) < 2 * horizon.max(WEEK) {
        return None;
    }
    let ahead = days.div_ceil(7) as usize;
    let history = History::read(leads, from, ahead)?;
    // How much of the last week is looked at.
    let last = f64::from(days - 7 * (ahead as u32 - 1)) / 7.0;
    let is_unlike = |group: &&Alike| group.watched.count() < Forecast::LIKE_LEAST;
    let ids = |group: &Alike| group.leads.ids().to_vec();
    let known = history.alike.iter().flat_map(ids).collect();
    let unlike = history.alike.iter().filter(is_unlike).flat_map(ids).collect();
    let like: Vec<_> = history.alike.iter().filter(|group| !is_unlike(group)).collect();
    let mut random = Random::new(seed);
    let (mut wins, mut worth) = (Vec::new(), Vec::new());
    let (mut of_known, mut of_new) = (0, 0);
    for _ in 0..Forecast::DRAWS {
        let drawn = together(&mut random, &(0..history.weeks).collect::<Vec<_>>(), history.weeks);
        let mut times = vec![0; history.weeks];
        drawn.iter().for_each(|week| times[*week] += 1);
        let mut own = 0;
        for group in &like {
            let chance = at(&group.watched.chances(&times), ahead - 1, last);
            own += random.successes(group.leads.count(), chance);
        }
        let new = new_wins(&mut random, &history, (&drawn, &times), last);
        of_known += own;
        of_new += new;
        wins.push((own + new) as f64);
        if amounts.len() >= Forecast::AMOUNTS_LEAST {
            let count = amounts.len().min(Forecast::AMOUNTS_DRAWN);
            let among: Vec<_> = (0..count).map(|_| amounts[random.below(amounts.len())]).collect();
            worth.push((0..own + new).map(|_| among[random.below(count)]).sum());
        }
    }
    let mean = |sum: usize| sum as f64 / Forecast::DRAWS as f64;
    Some(Forecast {
        from,
        until: Instant(from.0 + horizon),
        wins: ForecastSpan::of(wins),
        amount: (!worth.is_empty()).then(|| ForecastSpan::of(worth)),
        wins_of_known: mean(of_known),
        wins_of_new: mean(of_new),
        known,
        unlike,
        weeks: history.weeks,
    })
}

/// How many of those who come in the weeks ahead are won in them.
fn new_wins(
    random: &mut Random,
    history: &History,
    (drawn, times): (&[usize], &[u32]),
    last: f64,
) -> usize {
    let chances = history.new.chances(times);
    let ahead = chances.len();
    let of_year = |week: &&usize| **week < Forecast::COMING_WEEKS;
    let among: Vec<_> = drawn.iter().filter(of_year).copied().collect();
    let coming = together(random, &among, ahead);
    let mut wins = 0;
    for (week, drawn) in coming.into_iter().enumerate() {
        let share = if week + 1 == ahead { last } else { 1.0 };
        let came = random.successes(history.came[drawn] as usize, share);
        // Who comes in the middle of a week has the half of it less.
        let left = (ahead - week) as f64 - 1.0 + last - share / 2.0;
        let whole = left as usize;
        wins += random.successes(came, at(&chances, whole, left - whole as f64));
    }
    wins
}

/// The chance by the end of a part of a week.
fn at(chances: &[f64], week: usize, part: f64) -> f64 {
    let before = week.checked_sub(1).map_or(0.0, |week| chances[week]);
    before + part * (chances.get(week).copied().unwrap_or(before) - before)
}

/// So many weeks, drawn some together, those after the last being the first again.
fn together(random: &mut Random, among: &[usize], count: usize) -> Vec<usize> {
    let mut drawn = Vec::with_capacity(count);
    while drawn.len() < count && !among.is_empty() {
        let start = random.below(among.len());
        let block = (start..start + Forecast::TOGETHER_WEEKS).map(|at| among[at % among.len()]);
        drawn.extend(block);
    }
    drawn.truncate(count);
    drawn
}
