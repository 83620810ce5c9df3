//! The truth can be found again in what happened.

use crate::handovers::{by_a_stand_in, by_the_charter, now};
use crate::measure::{median, office};
use facts::{Instant, Seconds};
use simulate::{Company, Outcomes, PassTruth, Simulated, Source, Territory};

/// Five standard errors of a share.
fn tolerance(share: f64, count: usize) -> f64 {
    5.0 * (share * (1.0 - share) / count as f64).sqrt()
}

/// Won of those reached, in each source and territory.
fn check_wins(simulated: &Simulated) {
    for source in &simulated.truth.sources {
        for in_dach in [true, false] {
            let reached = simulated.truth.passes.iter().filter(|pass| {
                pass.source == source.source
                    && (pass.territory == Territory::Dach) == in_dach
                    && pass.is_reached()
            });
            let (count, won) = (reached.clone().count(), reached.filter(|p| p.is_won()).count());
            let planted = match in_dach {
                true => source.won_of_reached_in_dach,
                false => source.won_of_reached_elsewhere,
            };
            let found = won as f64 / count as f64;
            let most = tolerance(planted, count);
            assert!((found - planted).abs() < most, "{source:?} {in_dach} {found} ± {most}");
        }
    }
}

/// To within 8 % of one, or more where there are few: a median of n log-normal waits of spread 0.5
/// has a standard error of 0.63 / √n, and the minutes until the assignment add some.
fn check_waits(simulated: &Simulated) {
    for territory in Territory::ALL {
        let office = office(territory);
        let ratio = |pass: &PassTruth| {
            let waited = office.elapsed(pass.handed_over_at, pass.first_call_at?);
            Some(waited as f64 / Instant::PER_HOUR as f64 / pass.first_call_hours_median)
        };
        let own = simulated.truth.passes.iter().filter(|pass| pass.territory == territory);
        let ratios: Vec<_> = own.filter_map(ratio).collect();
        let tolerance = 0.08_f64.max(4.0 / (ratios.len() as f64).sqrt());
        let found = median(ratios);
        assert!((found - 1.0).abs() < tolerance, "{territory:?} {found}");
    }
}

fn independent() -> Company {
    Company { outcomes: Outcomes::Independent, ..Company::larkfield() }
}

#[test]
fn planted_chances_and_waits_are_found_again() {
    for company in [Company::larkfield(), independent()] {
        let (simulated, _) = by_a_stand_in(21, &company, Company::LARKFIELD_LEADS);
        check_wins(&simulated);
        check_waits(&simulated);
    }
}

#[test]
#[ignore = "two hundred thousand leads take a while"]
fn planted_chances_and_waits_are_found_again_among_many_leads() {
    for seed in 0..5 {
        let (simulated, _) = by_the_charter(seed, &independent(), 40_000);
        check_wins(&simulated);
        check_waits(&simulated);
    }
}

/// Before the flood and at its height, to within five standard errors.
#[test]
fn the_share_of_leads_never_called_is_found_again() {
    let (simulated, _) = by_a_stand_in(22, &Company::larkfield(), 10_000);
    let company = &simulated.truth.company;
    let terms = company.terms(Source::Webinar).unwrap();
    let height = now().plus(Seconds(company.flood.rise.0 - company.flood.began.0));
    let calm = now().plus(Seconds(-company.flood.began.0));
    let webinars = || {
        let passes = simulated.truth.passes.iter();
        passes.filter(|p| p.source == Source::Webinar && p.territory == Territory::Dach)
    };
    let check = |passes: Vec<&PassTruth>, planted: f64| {
        let never = passes.iter().filter(|pass| pass.first_call_at.is_none()).count();
        let found = never as f64 / passes.len() as f64;
        assert!((found - planted).abs() < tolerance(planted, passes.len()), "{found} {planted}");
    };
    check(webinars().filter(|p| p.handed_over_at < calm).collect(), terms.never_called);
    let flooded = webinars().filter(|p| p.handed_over_at >= height).collect();
    check(flooded, terms.never_called_flooded);
}
