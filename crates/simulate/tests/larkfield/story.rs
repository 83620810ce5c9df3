//! The story that the demo tells, counted from facts, under the ready charter.

use crate::handovers::{by_a_stand_in, by_the_charter, by_the_charter_at, now};
use crate::measure::{Seen, median, seen};
use facts::{Instant, Seconds};
use simulate::{Company, PassEnd, Simulated, Source, Territory, Truth};

const SEEDS: [u64; 3] = [1, 2, 3];

struct Larkfield {
    simulated: Simulated,
    leads: Vec<Seen>,
}

fn larkfield(seed: u64) -> Larkfield {
    let company = Company::larkfield();
    let (simulated, vocabulary) = by_the_charter(seed, &company, Company::LARKFIELD_LEADS);
    let leads = seen(&simulated, &vocabulary).into_values().collect();
    Larkfield { simulated, leads }
}

fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}

/// Six in ten hand-offs, one in ten wins: to within four and five points of a hundred.
/// Wins are balanced, hand-offs are about 2,500 of which each seed draws its own.
#[test]
fn webinars_bring_six_in_ten_handoffs_and_one_in_ten_wins() {
    for seed in SEEDS {
        let Larkfield { simulated, leads } = larkfield(seed);
        let managers = |lead: &&Seen| lead.source == "webinar" && lead.seniority == "manager";
        // Each hand-off is assigned once; opportunities are assigned once more.
        let deals = |lead: &Seen| lead.assigned.len() - lead.deals;
        let handed: usize = leads.iter().map(deals).sum();
        let of_managers: usize = leads.iter().filter(managers).map(deals).sum();
        let seen = share(of_managers, handed);
        assert!((seen - 0.6).abs() < 0.04, "seed {seed}: {seen}");
        let won = leads.iter().filter(|lead| lead.won.is_some());
        let of_webinars = won.clone().filter(|lead| lead.source == "webinar").count();
        let seen = share(of_webinars, won.count());
        assert!((seen - 0.1).abs() < 0.05, "seed {seed}: {seen}");
        let passes = simulated.truth.passes.iter();
        let assigned = passes.filter(|pass| pass.handed_over_at < now().plus(Seconds(-600)));
        assert!(handed >= assigned.count());
    }
}

/// To within one point of a hundred: targets are rounded.
#[test]
fn marketing_is_ahead_of_its_target_and_revenue_behind_plan() {
    for seed in SEEDS {
        let Larkfield { simulated, leads } = larkfield(seed);
        let plan = simulated.truth.plan;
        let reached = f64::from(plan.mqls) / f64::from(plan.mql_target);
        assert!((reached - 1.18).abs() < 0.01, "seed {seed}: {reached}");
        let won = leads.iter().filter_map(|lead| lead.won).filter(|(at, _)| *at >= plan.from);
        let revenue: f64 = won.map(|(_, amount)| amount).sum();
        assert_eq!(revenue as i64, plan.revenue);
        let reached = revenue / plan.revenue_plan as f64;
        assert!((reached - 0.78).abs() < 0.01, "seed {seed}: {reached}");
    }
}

/// Hours of the wall clock from hand-off, which its assignment follows by minutes, to first call.
fn waits(leads: &[Seen], from: Instant, until: Instant) -> Vec<f64> {
    let of_dach = leads.iter().filter(|l| l.source == "demo_request" && l.territory == "dach");
    let first = of_dach.filter_map(|lead| Some((*lead.assigned.first()?, *lead.calls.first()?)));
    let within = first.filter(|(handed, _)| (from..until).contains(handed));
    within
        .map(|(handed, call)| call.micros_since(handed) as f64 / Instant::PER_HOUR as f64)
        .collect()
}

/// A median of 25 to 50 log-normal waits that weekends stretch: 36 to 72 hours now, under 12
/// before. And nobody converts as well as they do.
#[test]
fn demo_requests_from_dach_convert_best_and_wait_two_days() {
    for seed in SEEDS {
        let leads = larkfield(seed).leads;
        let ago = |days: i64| now().plus(Seconds::days(-days));
        let lately = median(waits(&leads, ago(56), ago(5)));
        assert!((36.0..=72.0).contains(&lately), "seed {seed}: {lately}");
        let before = median(waits(&leads, ago(365), ago(70)));
        assert!(before < 12.0, "seed {seed}: {before}");
        let rate = |pick: &dyn Fn(&Seen) -> bool| {
            let leads = leads.iter().filter(|lead| !lead.assigned.is_empty() && pick(lead));
            share(leads.clone().filter(|lead| lead.won.is_some()).count(), leads.count())
        };
        let best = rate(&|lead| lead.source == "demo_request" && lead.territory == "dach");
        let next = rate(&|lead| lead.source == "demo_request" && lead.territory != "dach");
        assert!(best > 1.3 * next, "seed {seed}: {best} {next}");
        for source in ["webinar", "content", "paid_search", "event", "partner"] {
            let other = rate(&|lead| lead.source == source);
            assert!(best > 1.5 * other, "seed {seed}: {best} {source} {other}");
        }
    }
}

#[test]
fn leads_are_refused_with_reasons_left_lying_return_and_buy_after_all() {
    for seed in SEEDS {
        let Larkfield { simulated, leads } = larkfield(seed);
        let passes = &simulated.truth.passes;
        let refused = leads.iter().flat_map(|lead| &lead.verdicts);
        let of = |wanted: &str| refused.clone().filter(|(_, _, reason)| reason == wanted).count();
        assert!(of("no_authority") > of("not_icp"));
        for reason in ["not_icp", "no_timeline", "no_budget", "no_answer", "competitor"] {
            assert!(of(reason) > 10, "seed {seed}: {reason} {}", of(reason));
        }
        let uncalled =
            leads.iter().filter(|lead| !lead.assigned.is_empty() && lead.calls.is_empty());
        assert!(uncalled.count() > 100);
        assert!(passes.iter().any(|pass| pass.end == PassEnd::NeverCalled));
        assert!(passes.iter().filter(|pass| pass.nth > 1).count() > 200);
        let later = leads.iter().filter(|lead| {
            let last = lead.verdicts.last();
            lead.won.is_some() && last.is_some_and(|(_, verdict, _)| verdict == "rejected")
        });
        assert!(later.count() >= 5, "seed {seed}");
    }
}

/// More webinar leads than before come in the last ten weeks.
#[test]
fn the_flood_is_seen_in_the_weeks() {
    let Larkfield { simulated, .. } = larkfield(1);
    let passes = &simulated.truth.passes;
    let weekly = |from: i64, until: i64| {
        let ago = |days: i64| now().plus(Seconds::days(-days));
        let within = passes.iter().filter(|p| (ago(from)..ago(until)).contains(&p.handed_over_at));
        within.count() as f64 / ((from - until) as f64 / 7.0)
    };
    let (before, after) = (weekly(210, 77), weekly(49, 0));
    assert!(after > 1.4 * before, "{before} {after}");
}

/// With a rule that is plain to see in place of a charter, webinars still bring most hand-offs and
/// few wins; the figures are not the demo's.
#[test]
fn the_story_does_not_hang_on_one_charter() {
    let company = Company::larkfield();
    let (simulated, _) = by_a_stand_in(1, &company, Company::LARKFIELD_LEADS);
    let truth = &simulated.truth;
    let handed: u32 = truth.sources.iter().map(|source| source.handed_over).sum();
    let won: u32 = truth.sources.iter().map(|source| source.won).sum();
    let webinar = truth.sources[0];
    assert!(share(webinar.handed_over as usize, handed as usize) > 0.55);
    assert!(share(webinar.won as usize, won as usize) < 0.2);
}

/// The headline figures on 36 days of a year, each with another seed, by the truth's own count:
/// tolerances as above.
#[test]
#[ignore = "thirty-six companies take a while"]
fn the_story_holds_on_any_day_of_the_year_and_at_any_hour() {
    for month in 1..=12 {
        for (day, hour) in [(3, 2), (12, 15), (22, 9)] {
            let text = format!("2027-{month:02}-{day:02}T{hour:02}:30:00Z");
            let at = Instant::parse(&text).unwrap();
            let company = Company::larkfield();
            let leads = Company::LARKFIELD_LEADS;
            let (simulated, _) = by_the_charter_at(at, month * 100 + day, &company, leads);
            let Truth { passes, sources, plan, .. } = &simulated.truth;
            let managers =
                passes.iter().filter(|p| p.source == Source::Webinar && p.seniority == "manager");
            let handed = share(managers.count(), passes.len());
            assert!((handed - 0.6).abs() < 0.04, "{text}: {handed}");
            let won: u32 = sources.iter().map(|source| source.won).sum();
            let won = share(sources[0].won as usize, won as usize);
            assert!((won - 0.1).abs() < 0.05, "{text}: {won}");
            let flooded = (at.plus(Seconds::days(-56)))..at.plus(Seconds::days(-5));
            let demos = passes.iter().filter(|pass| {
                pass.source == Source::DemoRequest
                    && pass.territory == Territory::Dach
                    && flooded.contains(&pass.handed_over_at)
            });
            let waits = demos.filter_map(|p| Some(p.first_call_at?.micros_since(p.handed_over_at)));
            let wait = median(waits.map(|wait| wait as f64 / Instant::PER_HOUR as f64).collect());
            assert!((36.0..=72.0).contains(&wait), "{text}: {wait}");
            assert!((f64::from(plan.mqls) / f64::from(plan.mql_target) - 1.18).abs() < 0.01);
            assert!((plan.revenue as f64 / plan.revenue_plan as f64 - 0.78).abs() < 0.01);
        }
    }
}
