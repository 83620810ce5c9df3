//! What share of leads had come to a stage by each age, those still waiting not dropped.

use crate::aalen_johansen::{Step, steps, variance};
use crate::interval::{Interval, Z};
use crate::journey::Journey;
use crate::leads::{Certainty, Leads};
use crate::path::Path;
use facts::{Instant, SubjectId};
use worktime::Calendar;

/// How one lead's way to a stage has gone so far.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Course {
    /// The lead.
    pub lead: SubjectId,
    /// When it began: its first entry into any stage.
    pub began_at: Instant,
    /// How it stands.
    pub end: CourseEnd,
    /// After how many calendar days that came, in the charter's zone: midnights passed. While it
    /// waits, its age now.
    pub days: u32,
    /// Whether the beginning or the end is assumed.
    pub assumed: bool,
}

/// How a lead's way to a stage stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum CourseEnd {
    /// It reached the stage, or a later one.
    Reached,
    /// It rests beside the path, rejected, nurtured or ruled out, without having reached it.
    Ended,
    /// It is open and may still reach it.
    Waiting,
}

/// The share of leads that had come to a stage by an age.
#[derive(Clone, PartialEq, Debug)]
pub struct Incidence {
    /// The age, in calendar days.
    pub age_days: u32,
    /// The share, from 0 to 1; `None` of nobody, and where leads wait and none is as old yet.
    pub share: Option<f64>,
    /// Where it lies with a confidence of 95 %; `None` where the share is 0, 1 or not known.
    pub interval: Option<Interval>,
    /// The leads that had reached the stage by then.
    pub reached: Leads,
    /// Those whose way had ended otherwise by then.
    pub ended: Leads,
    /// Those that were waiting then.
    pub waiting: Leads,
    /// Those that are waiting and are not as old yet: what becomes of them by that age, nobody can
    /// know, and the share is an estimate.
    pub younger: Leads,
    /// Of those reached, the ones of whom it is assumed.
    pub assumed: Leads,
}

impl Incidence {
    /// Whether the share is counted, and not estimated: every lead is as old, or its way is over.
    #[must_use]
    pub fn is_counted(&self) -> bool {
        self.younger.is_empty()
    }

    /// How certain it is of those that reached the stage that they did.
    #[must_use]
    pub fn certainty(&self) -> Certainty {
        Certainty::of(self.assumed.count(), self.reached.count())
    }
}

/// How each lead's way to a stage has gone, of those that began, in their order.
///
/// A lead that rests beside the path counts as ended when it last came there; should it come back
/// to the path, it counts as if it had never left, since its way was not over.
#[must_use]
pub fn courses(
    path: &Path,
    calendar: &Calendar,
    stage: usize,
    journeys: &[Journey],
    now: Instant,
) -> Vec<Course> {
    let course = |journey: &Journey| {
        let began = journey.entries.first()?;
        let days = |at: Instant| {
            u32::try_from(calendar.days_between(began.moment.at, at).max(0)).unwrap_or(u32::MAX)
        };
        let (end, at, assumed) = match journey.reached(stage, path) {
            Some(entry) => (CourseEnd::Reached, entry.moment.at, entry.assumed),
            None => match journey.now {
                Some((at, is_open)) if is_open && path.is_on_path(at) => {
                    (CourseEnd::Waiting, now, false)
                }
                _ => {
                    let last = journey.entries.last()?;
                    (CourseEnd::Ended, last.moment.at, last.assumed)
                }
            },
        };
        Some(Course {
            lead: journey.lead,
            began_at: began.moment.at,
            end,
            days: days(at),
            assumed: assumed || began.assumed,
        })
    };
    journeys.iter().filter_map(course).collect()
}

/// The share of leads that had come to the stage by each age, in the order of `ages`.
///
/// The Aalen–Johansen estimator of the cumulative incidence of one of two competing ends
/// (`aalen_johansen`). Who waits counts among those under way until its age now; who ended
/// otherwise is under way no more and never comes to the stage. Where everybody is as old as
/// asked, it is the plain share. The interval is that of complement of logarithms.
#[must_use]
pub fn incidence(courses: &[Course], ages: &[u32]) -> Vec<Incidence> {
    let ways = courses.iter().map(|course| (f64::from(course.days), course.end));
    let steps = steps(ways.collect());
    let until = known_until(courses);
    ages.iter().map(|&age_days| one(courses, &steps, until, age_days)).collect()
}

/// Until which age something can be said; `None` of nobody. Beyond the greatest age that is seen,
/// nothing is known, unless everybody who was still under way then was at its end.
fn known_until(courses: &[Course]) -> Option<u32> {
    let days = |is_waiting: bool| {
        let of = courses.iter().filter(move |it| (it.end == CourseEnd::Waiting) == is_waiting);
        of.map(|course| course.days).max()
    };
    match (days(false), days(true)) {
        (Some(_), None) => Some(u32::MAX),
        (Some(end), Some(wait)) if wait < end => Some(u32::MAX),
        (end, wait) => end.max(wait),
    }
}

fn one(courses: &[Course], steps: &[Step], last: Option<u32>, age_days: u32) -> Incidence {
    let leads = |picked: &dyn Fn(&Course) -> bool| -> Leads {
        courses.iter().filter(|course| picked(course)).map(|course| course.lead).collect()
    };
    let by_then = |course: &Course| course.days <= age_days;
    let is = |end: CourseEnd| move |course: &Course| course.end == end && by_then(course);
    let age = f64::from(age_days);
    let until = &steps[..steps.partition_point(|step| step.days <= age)];
    let known = last.is_some_and(|last| age_days <= last);
    let value = until.last().map_or(0.0, |step| step.incidence);
    Incidence {
        age_days,
        share: known.then_some(value),
        interval: if known { interval(value, until) } else { None },
        reached: leads(&is(CourseEnd::Reached)),
        ended: leads(&is(CourseEnd::Ended)),
        waiting: leads(&|course| {
            !by_then(course) || course.end == CourseEnd::Waiting && course.days == age_days
        }),
        younger: leads(&|course| course.end == CourseEnd::Waiting && course.days < age_days),
        assumed: leads(&|course| is(CourseEnd::Reached)(course) && course.assumed),
    }
}

/// See [`incidence`].
fn interval(value: f64, steps: &[Step]) -> Option<Interval> {
    if value <= 0.0 || value >= 1.0 {
        return None;
    }
    let spread = Z * variance(steps).sqrt() / (value * value.ln());
    let (one, other) = (value.powf(spread.exp()), value.powf((-spread).exp()));
    Some(Interval { low: one.min(other), high: one.max(other) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn course(lead: u64, end: CourseEnd, days: u32) -> Course {
        let (lead, began_at) = (SubjectId(lead), Instant(0));
        Course { lead, began_at, end, days, assumed: false }
    }

    fn all(of: &[(CourseEnd, u32)]) -> Vec<Course> {
        let of = of.iter().enumerate();
        of.map(|(place, (end, days))| course(place as u64, *end, *days)).collect()
    }

    use CourseEnd::{Ended, Reached, Waiting};

    /// By hand. Of five, one reaches the stage on day 1 (5 under way): 1/5. One ends on day 2 (4
    /// under way): 3/5 go on. One waits since day 3 and is not as old as 4. On day 4 two are under
    /// way, and one reaches the stage: 1/5 + 3/5 · 1/2 = 1/2. The last reaches it on day 5.
    #[test]
    fn who_waits_and_who_ends_otherwise_are_counted_as_by_hand() {
        let courses = all(&[(Reached, 1), (Ended, 2), (Waiting, 3), (Reached, 4), (Reached, 5)]);
        let found = incidence(&courses, &[0, 1, 3, 4, 5]);
        let shares: Vec<_> = found.iter().map(|it| it.share.unwrap()).collect();
        for (found, wanted) in shares.iter().zip([0.0, 0.2, 0.2, 0.5, 0.8]) {
            assert!((found - wanted).abs() < 1e-12, "{shares:?}");
        }
        assert!(found[2].is_counted() && !found[3].is_counted());
        assert_eq!((found[3].reached.count(), found[3].ended.count()), (2, 1));
        assert_eq!((found[3].waiting.count(), found[3].younger.count()), (1, 1));
    }

    /// What `AalenJohansenFitter` of lifelines 0.30.3 (Python) says of the same leads, its shifting
    /// of equal ages at random left out: shares and 95 % intervals.
    #[test]
    fn shares_and_intervals_are_those_of_lifelines() {
        let mut seed: u64 = 12_345;
        let mut next = |most: u64| {
            seed = (seed * 1_103_515_245 + 12_345) % (1 << 31);
            (seed >> 16) % most
        };
        let mut lead = || ([Reached, Ended, Waiting][next(3) as usize], 1 + next(60) as u32);
        let courses = all(&(0..200).map(|_| lead()).collect::<Vec<_>>());
        let theirs = [
            (5, 0.045_336_331_901_181_56, 0.022_311_502_171_956_59, 0.080_714_688_279_908_2),
            (20, 0.140_126_737_170_628_85, 0.095_480_002_759_082_3, 0.193_160_265_822_909_2),
            (40, 0.328_673_541_713_754_85, 0.258_736_328_845_773_86, 0.400_205_885_759_710_2),
            (60, 0.449_564_622_813_570_5, 0.365_892_585_186_819_55, 0.529_554_797_740_833),
        ];
        for (age, share, low, high) in theirs {
            let found = incidence(&courses, &[age]).remove(0);
            let interval = found.interval.unwrap();
            let same = |one: f64, other: f64| (one - other).abs() < 1e-9;
            assert!(same(found.share.unwrap(), share), "{found:?}");
            assert!(same(interval.low, low) && same(interval.high, high), "{interval:?}");
        }
    }

    #[test]
    fn nobody_is_as_old_yet_where_all_wait_and_are_younger() {
        let found = incidence(&all(&[(Waiting, 3), (Waiting, 5)]), &[5, 6]);
        assert_eq!((found[0].share, found[1].share), (Some(0.0), None));
        assert_eq!(incidence(&[], &[1])[0].share, None);
        let some = incidence(&all(&[(Reached, 1), (Waiting, 3)]), &[3, 30]);
        assert_eq!((some[0].share, some[1].share), (Some(0.5), None), "who waits is 3 days old");
        let over = incidence(&all(&[(Waiting, 1), (Ended, 2), (Reached, 3)]), &[30]);
        assert_eq!(over[0].share, Some(0.5), "nobody is under way after day 3");
    }

    proptest! {
        #[test]
        fn each_lead_is_on_one_list_and_shares_only_grow(
            ends in prop::collection::vec((0_usize..3, 0_u32..20), 1..40),
        ) {
            let ends = ends.into_iter().map(|(end, days)| ([Reached, Ended, Waiting][end], days));
            let courses = all(&ends.collect::<Vec<_>>());
            let ages: Vec<u32> = (0..22).collect();
            let mut before = 0.0;
            for cell in incidence(&courses, &ages) {
                let lists = [&cell.reached, &cell.ended, &cell.waiting, &cell.younger];
                prop_assert_eq!(lists.map(Leads::count).iter().sum::<usize>(), courses.len());
                let Some(share) = cell.share else { continue };
                prop_assert!(before <= share + 1e-12 && share <= 1.0 + 1e-12);
                before = share;
                if cell.is_counted() {
                    let plain = cell.reached.count() as f64 / courses.len() as f64;
                    prop_assert!((share - plain).abs() < 1e-9, "{} is not {}", share, plain);
                }
                if let Some(interval) = cell.interval {
                    prop_assert!(interval.low <= share && share <= interval.high);
                    prop_assert!(0.0 <= interval.low && interval.high <= 1.0);
                }
            }
        }
    }
}
