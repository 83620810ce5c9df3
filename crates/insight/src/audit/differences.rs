//! Where what marketing sends differs from what sales wins, and what looks so only because it was
//! written down afterwards.

use super::case::{Case, Dimension};
use crate::interval::Interval;
use crate::mirror::{Comparison, Mirror, MirrorRow, Mirrored};
use crate::share::Share;
use facts::Symbol;
use std::collections::BTreeMap;

/// The mirror of one dimension.
#[derive(Clone, PartialEq, Debug)]
pub struct Difference {
    /// The place of the dimension.
    pub dimension: usize,
    /// Whom marketing sends against whom sales wins.
    pub mirror: Mirror,
}

/// A column that tells the end by itself, or is filled in with it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct FilledIn {
    /// The place of the dimension.
    pub dimension: usize,
    /// Who guesses won or not by this column alone is right so often, in these very data.
    pub right: Share,
    /// Who guesses the same of all is right so often.
    pub base: Share,
    /// Why it is no mirror.
    pub why: FilledInWhy,
}

/// Why a dimension is no mirror.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FilledInWhy {
    /// Its header says that it is written while a lead is worked.
    Header,
    /// It is known of those won much more, or less, often than of all.
    KnownUnevenly,
    /// It tells the end too well to have been known before.
    TellsTheEnd,
}

/// The mirrors that can be compared, the most certain difference first, and the dimensions that
/// were filled in later.
pub(super) fn differences(
    cases: &[Case],
    dimensions: &[Dimension],
) -> (Vec<Difference>, Vec<FilledIn>) {
    let mut differences = Vec::new();
    let mut filled_in = Vec::new();
    let won = cases.iter().filter(|case| case.won.is_some()).count();
    if won == 0 || won == cases.len() {
        return (differences, filled_in);
    }
    // What is filled in when something ends, be it won or lost, does not tell how it ends.
    let has_lost = cases.iter().any(|case| case.won.is_none() && case.has_ended());
    let tells = |case: &Case| !has_lost || case.has_ended();
    for (place, dimension) in dimensions.iter().enumerate() {
        let mirror = mirror(cases, dimension, |_| true);
        let is_uneven =
            |mirror: &Mirror| matches!(mirror.comparison, Comparison::KnownUnevenly { .. });
        let uneven = is_uneven(&mirror) && is_uneven(&self::mirror(cases, dimension, tells));
        let (right, base) = told(cases, dimension, tells);
        let gain = right.value().unwrap_or(0.0) - base.value().unwrap_or(0.0);
        let enough = won >= Mirror::WON_LEAST;
        let why = if dimension.comes_later {
            Some(FilledInWhy::Header)
        } else if enough && uneven {
            Some(FilledInWhy::KnownUnevenly)
        } else if enough && right.value().is_some_and(|right| right >= 0.95) && gain >= 0.2 {
            Some(FilledInWhy::TellsTheEnd)
        } else {
            None
        };
        match why {
            Some(why) => filled_in.push(FilledIn { dimension: place, right, base, why }),
            None if mirror.strongest().is_some() => {
                differences.push(Difference { dimension: place, mirror });
            }
            None => {}
        }
    }
    let certain = |it: &Difference| it.mirror.strongest().map_or(0.0, MirrorRow::certain);
    differences.sort_by(|one, other| {
        certain(other).total_cmp(&certain(one)).then(one.dimension.cmp(&other.dimension))
    });
    let gain = |it: &FilledIn| it.right.value().unwrap_or(0.0);
    filled_in.sort_by(|one, other| gain(other).total_cmp(&gain(one)));
    (differences, filled_in)
}

/// All are sent; of them, those accepted and those won.
fn mirror(cases: &[Case], dimension: &Dimension, counts: impl Fn(&Case) -> bool) -> Mirror {
    let counted = cases.iter().zip(&dimension.values).filter(|(case, _)| counts(case));
    let mirrored = counted.map(|(case, value)| Mirrored {
        lead: case.id(),
        value: *value,
        assumed: dimension.is_snapshot,
        accepted: case.accepted.is_some() || case.won.is_some(),
        won: case.won.is_some(),
    });
    Mirror::of(&mirrored.collect::<Vec<_>>())
}

/// How often the more frequent end of each value is right, and that of all. Values of fewer than
/// ten leads tell nothing and count as all do.
fn told(cases: &[Case], dimension: &Dimension, counts: impl Fn(&Case) -> bool) -> (Share, Share) {
    const LEAST: usize = 10;
    let mut values: BTreeMap<Symbol, (usize, usize)> = BTreeMap::new();
    for (case, value) in cases.iter().zip(&dimension.values).filter(|(case, _)| counts(case)) {
        let (won, all) = values.entry(*value).or_default();
        *won += usize::from(case.won.is_some());
        *all += 1;
    }
    let won = values.values().map(|(won, _)| won).sum::<usize>();
    let whole = values.values().map(|(_, all)| all).sum::<usize>();
    let mostly_won = won * 2 > whole;
    let right = values.values().map(|&(won, all)| match all < LEAST {
        true if mostly_won => won,
        true => all - won,
        false => won.max(all - won),
    });
    (Share { part: right.sum(), whole }, Share { part: won.max(whole - won), whole })
}

/// The share won of each value, the largest value first.
#[derive(Clone, PartialEq, Debug)]
pub struct WonOf {
    /// The value; empty for those of whom it is not known.
    pub value: Symbol,
    /// Those won, of all with it.
    pub share: Share,
    /// Where the share lies with a confidence of 95 %.
    pub interval: Option<Interval>,
}

/// The share won by value of one dimension: of those that ended, where the export says who was
/// lost.
pub(super) fn won_by(cases: &[Case], dimension: &Dimension) -> Vec<WonOf> {
    let has_lost = cases.iter().any(|case| case.won.is_none() && case.has_ended());
    let mut values: BTreeMap<Symbol, Share> = BTreeMap::new();
    for (case, value) in cases.iter().zip(&dimension.values) {
        if has_lost && !case.has_ended() {
            continue;
        }
        let share = values.entry(*value).or_insert(Share { part: 0, whole: 0 });
        share.part += usize::from(case.won.is_some());
        share.whole += 1;
    }
    let mut rows: Vec<WonOf> = values
        .into_iter()
        .map(|(value, share)| WonOf { value, share, interval: Interval::of(share) })
        .collect();
    rows.sort_by(|one, other| {
        other.share.whole.cmp(&one.share.whole).then(one.value.cmp(&other.value))
    });
    rows
}
