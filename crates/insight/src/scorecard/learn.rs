//! Learning a scorecard.

use super::calibration::{CalibrationRow, rows};
use super::clauses::Spread;
use super::column::{LearnColumn, Learned};
use super::delong::{AucDifference, AucEstimate};
use super::design::Grouped;
use super::leak::{RefusedColumn, evidence};
use super::line::CardLine;
use super::{logistic, points};
use crate::leads::Leads;
use facts::{Instant, Precision};

/// A point table, and what it is worth on leads that it has not seen.
#[derive(Clone, PartialEq, Debug)]
pub struct Scorecard {
    /// The lines: the columns that tell most first, the most points of each first.
    pub lines: Vec<CardLine>,
    /// The leads that it was learned from.
    pub learned_from: Leads,
    /// Of them, those who came to the outcome.
    pub learned_with: Leads,
    /// The leads that it has not seen, on which it is judged.
    pub held_out: Leads,
    /// Of them, those who came to the outcome.
    pub held_out_with: Leads,
    /// Since when leads were held out; `None` where most have no date, and every third or so was.
    pub held_out_from: Option<Instant>,
    /// How well it tells the outcome of those held out.
    pub auc: AucEstimate,
    /// How well the points of the charter in force tell it.
    pub auc_present: Option<AucEstimate>,
    /// The first less the second.
    pub auc_less_present: Option<AucDifference>,
    /// Whether as many of those held out came to the outcome as was expected.
    pub calibration: Vec<CalibrationRow>,
    /// What was not learned from, and why.
    pub refused: Vec<RefusedColumn>,
    /// What was learned from although something speaks against it, since somebody vouches for it.
    pub trusted: Vec<RefusedColumn>,
    /// Columns that tell nothing, too little for so few leads, or what another one says already.
    pub silent: Vec<String>,
    /// The points of each lead held out, in the order of ids.
    points: Vec<(facts::SubjectId, i32)>,
    /// How far the leads learned from are apart by the lines of fit, and by the charter in force.
    spreads: (Spread, Option<Spread>),
}

/// Why nothing can be learned.
#[derive(Clone, PartialEq, Debug, thiserror::Error)]
pub enum TooFewOutcomes {
    /// There are too few of a kind.
    #[error(
        "{with} of {leads} worked leads came to the outcome: a scorecard needs at least {least} that \
         did and {least} that did not; ask again when there are, or for an outcome that more reach"
    )]
    Few {
        /// How many came to it.
        with: usize,
        /// How many leads were worked, and their end is known.
        leads: usize,
        /// How many are needed of each kind.
        least: usize,
    },
    /// Nothing that was known beforehand tells anything.
    #[error(
        "nothing that was known of {leads} leads before they were worked tells what became of them; \
         {refused} columns were refused because they look filled in afterwards"
    )]
    NothingTells {
        /// How many leads were looked at.
        leads: usize,
        /// How many columns were refused.
        refused: usize,
    },
}

impl Scorecard {
    /// So many leads that came to the outcome, and so many that did not, are needed.
    pub const EACH_LEAST: usize = 50;
    /// Under so many of each held out, the interval is wide and calibration says little: G. S.
    /// Collins and others, "Sample size considerations for the external validation of a
    /// multivariable prognostic model", Statistics in Medicine 35(2), 2016.
    pub const HELD_OUT_LEAST: usize = 100;
    /// Columns that tell less are left out: "not predictive" for N. Siddiqi, "Credit Risk
    /// Scorecards", Wiley 2006.
    const INFORMATION_LEAST: f64 = 0.02;
    /// For each group of values, so many leads of the rarer end: P. Peduzzi and others, "A
    /// simulation study of the number of events per variable in logistic regression analysis",
    /// Journal of Clinical Epidemiology 49(12), 1996.
    const LEADS_PER_GROUP: usize = 10;
    /// The most groups of values altogether, so that people read the table.
    const GROUPS_MOST: usize = 48;

    /// Whether so few were held out that what it is worth is known roughly only.
    #[must_use]
    pub const fn is_small(&self) -> bool {
        self.auc.with < Self::HELD_OUT_LEAST || self.auc.without < Self::HELD_OUT_LEAST
    }

    pub(super) const fn spreads(&self) -> (Spread, Option<Spread>) {
        self.spreads
    }

    /// The points of each lead held out, in the order of ids.
    #[must_use]
    pub fn held_out_points(&self) -> &[(facts::SubjectId, i32)] {
        &self.points
    }
}

/// Learns a scorecard from leads and columns of the same length.
///
/// The table is a logistic regression on groups of values, rounded to small whole points, learned
/// from seven in ten of the leads: the earliest where they are dated. It is judged on the others.
///
/// # Errors
/// Where there are too few leads of either end, or nothing tells anything.
pub fn learn(leads: &[Learned], columns: &[LearnColumn]) -> Result<Scorecard, TooFewOutcomes> {
    let with = leads.iter().filter(|lead| lead.has_outcome).count();
    let few = || TooFewOutcomes::Few { with, leads: leads.len(), least: Scorecard::EACH_LEAST };
    if with < Scorecard::EACH_LEAST || leads.len() - with < Scorecard::EACH_LEAST {
        return Err(few());
    }
    let (learns, held_out_from) = split(leads);
    let rarer = {
        let learned = || leads.iter().zip(&learns).filter(|(_, learns)| **learns);
        let with = learned().filter(|(lead, _)| lead.has_outcome).count();
        with.min(learned().count() - with)
    };
    let (mut refused, mut trusted, mut silent) = (Vec::new(), Vec::new(), Vec::new());
    let mut grouped = Vec::new();
    // Fewer leads of a value tell nothing by themselves.
    let least = (leads.len() / 200).max(20);
    for column in columns {
        let evidence = evidence(column, leads);
        let told = RefusedColumn { name: column.name.clone(), evidence };
        if !told.evidence.is_empty() && !column.is_trusted {
            refused.push(told);
            continue;
        }
        if !told.evidence.is_empty() {
            trusted.push(told);
        }
        grouped.push(Grouped::of(column, leads, &learns, least));
    }
    grouped.sort_by(|one, other| {
        other.information().total_cmp(&one.information()).then_with(|| one.name.cmp(&other.name))
    });
    let budget = (rarer / Scorecard::LEADS_PER_GROUP).clamp(2, Scorecard::GROUPS_MOST);
    let mut taken = 0;
    let mut kept: Vec<Grouped> = Vec::new();
    for column in grouped {
        let tells = column.count() > 0 && column.information() >= Scorecard::INFORMATION_LEAST;
        let fits = tells && taken + column.count() <= budget;
        if fits && kept.iter().all(|other| !column.says_the_same(other, &learns)) {
            taken += column.count();
            kept.push(column);
        } else {
            silent.push(column.name);
        }
    }
    let grouped = kept;
    let nothing = || TooFewOutcomes::NothingTells { leads: leads.len(), refused: refused.len() };
    if grouped.is_empty() {
        return Err(nothing());
    }
    let points = weigh(&grouped, leads, &learns);
    if points.iter().all(|point| *point == 0) {
        return Err(nothing());
    }
    let lines = lines(&grouped, &points);
    let spreads = spreads(&grouped, leads, &learns, &points);
    let scores = scores(&grouped, leads.len(), &points, |_| true);
    let judged = Judged::of(leads, &learns, &scores).ok_or_else(few)?;
    let ids = |learns_wanted: bool, outcome: Option<bool>| -> Leads {
        let of = leads.iter().zip(&learns).filter(|(_, learns)| **learns == learns_wanted);
        let of = of.filter(|(lead, _)| outcome.is_none_or(|wanted| lead.has_outcome == wanted));
        of.map(|(lead, _)| lead.lead).collect()
    };
    Ok(Scorecard {
        lines,
        learned_from: ids(true, None),
        learned_with: ids(true, Some(true)),
        held_out: ids(false, None),
        held_out_with: ids(false, Some(true)),
        held_out_from,
        auc: judged.auc,
        auc_present: judged.present,
        auc_less_present: judged.less_present,
        calibration: judged.calibration,
        refused,
        trusted,
        silent,
        points: judged.points,
        spreads,
    })
}

/// Which leads are learned from: the earlier seven in ten, or by their ids where most have no date.
fn split(leads: &[Learned]) -> (Vec<bool>, Option<Instant>) {
    let dated = leads.iter().filter(|lead| lead.at.precision != Precision::Unknown).count();
    if 2 * dated <= leads.len() {
        return (leads.iter().map(|lead| mix(lead.lead.0) % 10 >= 3).collect(), None);
    }
    let mut times: Vec<Instant> = leads.iter().map(|lead| lead.at.at).collect();
    times.sort_unstable();
    // Those of one instant stay together.
    let from = times[times.len() * 7 / 10];
    (leads.iter().map(|lead| lead.at.at < from).collect(), Some(from))
}

/// The finalizer of `SplitMix64`: G. L. Steele, D. Lea and C. H. Flood, "Fast Splittable Pseudorandom
/// Number Generators", OOPSLA 2014.
const fn mix(id: u64) -> u64 {
    let id = id.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let id = (id ^ (id >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let id = (id ^ (id >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    id ^ (id >> 31)
}

/// The points of each group, column after column.
fn weigh(grouped: &[Grouped], leads: &[Learned], learns: &[bool]) -> Vec<i32> {
    let width = grouped.len();
    let mut firsts = vec![0_u16];
    for column in grouped {
        firsts.push(firsts[firsts.len() - 1] + column.count() as u16);
    }
    let count = usize::from(firsts[width]);
    let mut groups = Vec::new();
    let mut outcomes = Vec::new();
    for (place, lead) in leads.iter().enumerate().filter(|(place, _)| learns[*place]) {
        for (column, first) in grouped.iter().zip(&firsts) {
            let group = column.of[place];
            groups.push(if group == 0 { 0 } else { first + group });
        }
        outcomes.push(lead.has_outcome);
    }
    let mut coefficients = logistic::fit(&groups, width, &outcomes, count).of;
    for (column, first) in grouped.iter().zip(&firsts) {
        let first = usize::from(*first);
        column.settle(&mut coefficients[first..first + column.count()]);
    }
    let score = |of: &[f64]| {
        let sum = |row: &[u16]| {
            row.iter().filter(|group| **group != 0).map(|group| of[usize::from(*group) - 1]).sum()
        };
        groups.chunks_exact(width).map(sum).collect()
    };
    points::whole(&coefficients, score, &outcomes)
}

/// The points of each lead.
fn scores(
    grouped: &[Grouped],
    leads: usize,
    points: &[i32],
    counts: impl Fn(&Grouped) -> bool,
) -> Vec<i32> {
    let mut scores = vec![0; leads];
    let mut first = 0;
    for column in grouped {
        let of = &points[first..first + column.count()];
        first += column.count();
        if !counts(column) {
            continue;
        }
        for (score, group) in scores.iter_mut().zip(&column.of) {
            *score += if *group == 0 { 0 } else { of[usize::from(*group) - 1] };
        }
    }
    scores
}

/// How far the leads learned from are apart by what they are, and by the charter in force, where
/// that tells them apart.
fn spreads(
    grouped: &[Grouped],
    leads: &[Learned],
    learns: &[bool],
    points: &[i32],
) -> (Spread, Option<Spread>) {
    let new = scores(grouped, leads.len(), points, Grouped::is_of_fit);
    let learned = || leads.iter().zip(learns).zip(&new).filter(|((_, learns), _)| **learns);
    let new: Vec<f64> = learned().map(|(_, points)| f64::from(*points)).collect();
    let present: Option<Vec<f64>> = learned().map(|((lead, _), _)| lead.present).collect();
    let present = present.filter(|of| of.iter().any(|it| *it != of[0]));
    (Spread::of(&new), present.map(|of| Spread::of(&of)))
}

/// The table: groups of the same points are one line.
fn lines(grouped: &[Grouped], points: &[i32]) -> Vec<CardLine> {
    let mut lines = Vec::new();
    let mut first = 0;
    for column in grouped {
        let of = &points[first..first + column.count()];
        first += column.count();
        let mut parts: Vec<Vec<usize>> = Vec::new();
        for group in 0..of.len() {
            let together = |part: &&mut Vec<usize>| {
                let last = part[part.len() - 1];
                of[last] == of[group] && (!column.is_of_numbers() || last + 1 == group)
            };
            match parts.iter_mut().find(together) {
                Some(part) => part.push(group),
                None => parts.push(vec![group]),
            }
        }
        let mut own: Vec<CardLine> = Vec::new();
        for part in parts.iter().filter(|part| of[part[0]] != 0) {
            let tally = |group: &usize| column.tallies[group + 1];
            own.push(CardLine {
                name: column.name.clone(),
                test: column.test(part),
                points: of[part[0]],
                leads: part.iter().map(|group| tally(group).all).sum(),
                with_outcome: part.iter().map(|group| tally(group).with).sum(),
            });
        }
        own.sort_by_key(|line| std::cmp::Reverse(line.points));
        lines.extend(own);
    }
    lines
}

/// What points are worth on the leads held out.
struct Judged {
    auc: AucEstimate,
    present: Option<AucEstimate>,
    less_present: Option<AucDifference>,
    calibration: Vec<CalibrationRow>,
    points: Vec<(facts::SubjectId, i32)>,
}

impl Judged {
    fn of(leads: &[Learned], learns: &[bool], scores: &[i32]) -> Option<Self> {
        let part = |wanted: bool| {
            let of = leads.iter().zip(scores).zip(learns);
            of.filter(move |(_, learns)| **learns == wanted).map(|(both, _)| both)
        };
        let learned: Vec<f64> = part(true).map(|(_, score)| f64::from(*score)).collect();
        let became: Vec<bool> = part(true).map(|(lead, _)| lead.has_outcome).collect();
        let (base, slope) = logistic::slope(&learned, &became);
        let held: Vec<_> =
            part(false).map(|(lead, score)| (lead.lead, *score, lead.has_outcome)).collect();
        let figures: Vec<f64> = held.iter().map(|it| f64::from(it.1)).collect();
        let outcomes: Vec<bool> = held.iter().map(|it| it.2).collect();
        let present: Option<Vec<f64>> = part(false).map(|(lead, _)| lead.present).collect();
        // Where all have the same points there is nothing to compare with.
        let present = present.filter(|of| of.iter().any(|it| *it != of[0]));
        let mut points: Vec<_> = held.iter().map(|it| (it.0, it.1)).collect();
        points.sort_unstable();
        Some(Self {
            auc: AucEstimate::of(&figures, &outcomes)?,
            present: present.as_ref().and_then(|of| AucEstimate::of(of, &outcomes)),
            less_present: present.and_then(|of| AucDifference::of(&figures, &of, &outcomes)),
            calibration: rows(&held, |points| logistic::chance(base + slope * f64::from(points))),
            points,
        })
    }
}
