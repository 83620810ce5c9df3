//! Columns that tell the outcome because they were written when it was known.

use super::bins::Tally;
use super::column::{LearnColumn, Learned, Timing};
use super::design::atoms;
use crate::auc::auc;
use crate::interval::Difference;
use crate::mirror::Mirror;
use crate::share::Share;

/// A column that is not learned from, and why.
#[derive(Clone, PartialEq, Debug)]
pub struct RefusedColumn {
    /// The trait's full name.
    pub name: String,
    /// What speaks against it; at least one thing.
    pub evidence: Vec<Leak>,
}

/// What speaks for a column having been filled in when the outcome was known.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Leak {
    /// Of most leads it became known with the outcome, or after it.
    LearnedAfter {
        /// Of those of whom it is dated, the ones who had come to their end.
        after: Share,
    },
    /// Nobody knows since when, and it is known of those with the outcome much more often, or less,
    /// than of all.
    KnownUnevenly {
        /// Of those with the outcome, the ones of whom it is known.
        with: Share,
        /// Of those without.
        without: Share,
    },
    /// It alone tells the outcome better than anything known beforehand does.
    TellsOutcome {
        /// How well, see [`auc`](crate::auc()): each lead by the share with the outcome of its
        /// value.
        auc: f64,
    },
    /// Nobody knows since when, and its name says that it is filled in, or changed, while a lead is
    /// worked.
    NamedLater,
}

/// Fewer leads show nothing.
const LEAST: usize = 20;
/// Practically the outcome itself, whenever it is dated.
const DETERMINES: f64 = 0.98;

/// What speaks against a column; nothing where it may be learned from.
///
/// What somebody knew, and dated, before a lead was handed over cannot have come of its outcome:
/// only what is undated is judged by how it looks. The bounds are those of the mirror.
pub(super) fn evidence(column: &LearnColumn, leads: &[Learned]) -> Vec<Leak> {
    let mut found = Vec::new();
    let Timing { before, between, after, .. } = column.timing;
    let dated = before + between + after;
    if !column.timing.is_undated() && dated >= LEAST && 2 * after > dated {
        found.push(Leak::LearnedAfter { after: Share { part: after, whole: dated } });
    }
    let undated = column.timing.is_undated();
    if undated && !column.values.is_said_when_so() {
        let known = |wanted: bool| {
            let of = leads.iter().enumerate().filter(|(_, lead)| lead.has_outcome == wanted);
            let part = of.clone().filter(|(place, _)| column.values.is_known(*place)).count();
            Share { part, whole: of.count() }
        };
        let (with, without) = (known(true), known(false));
        let all = Share { part: with.part + without.part, whole: with.whole + without.whole };
        let uneven = Difference::within(with, all)
            .is_some_and(|apart| apart.at_least() > 0.0 && apart.value.abs() > Mirror::UNEVEN_MOST);
        if uneven {
            found.push(Leak::KnownUnevenly { with, without });
        }
    }
    let tells = if undated { Mirror::TELLS_MOST } else { DETERMINES };
    if let Some(auc) = alone(column, leads).filter(|auc| *auc >= tells) {
        found.push(Leak::TellsOutcome { auc });
    }
    if undated && column.comes_later {
        found.push(Leak::NamedLater);
    }
    found
}

/// How well a column alone tells the outcome.
fn alone(column: &LearnColumn, leads: &[Learned]) -> Option<f64> {
    let atoms = atoms(&column.values, |_| true, LEAST / 2);
    let mut tallies = vec![Tally::default(); atoms.count + 1];
    for (atom, lead) in atoms.of.iter().zip(leads) {
        let tally = &mut tallies[usize::from(*atom)];
        tally.all += 1;
        tally.with += usize::from(lead.has_outcome);
    }
    let rate = |atom: &u16| tallies[usize::from(*atom)].rate();
    let figures: Vec<_> =
        atoms.of.iter().zip(leads).map(|(atom, lead)| (rate(atom), lead.has_outcome)).collect();
    auc(&figures)
}
