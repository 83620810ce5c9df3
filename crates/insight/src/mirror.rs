//! Whom marketing sends against whom sales accepts and wins.

use crate::auc::auc;
use crate::interval::Difference;
use crate::leads::{Certainty, Leads};
use crate::share::Share;
use facts::{SubjectId, Symbol};
use std::collections::BTreeMap;

/// A lead that was handed to sales, as the mirror of one trait sees it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Mirrored {
    /// The lead.
    pub lead: SubjectId,
    /// The value of the trait; empty when it is not known.
    pub value: Symbol,
    /// Whether the value, or that it was sent, is assumed.
    pub assumed: bool,
    /// Whether sales accepted it.
    pub accepted: bool,
    /// Whether it was won.
    pub won: bool,
}

/// Whom marketing sends against whom sales accepts and wins, by one trait. It counts leads, and
/// those accepted or won are among those sent.
#[derive(Clone, PartialEq, Debug)]
pub struct Mirror {
    /// All leads of whom the trait is known.
    pub known: Images,
    /// All leads of whom it is not known; they are in no share.
    pub unknown: Images,
    /// Each value: the most sent first, then by value.
    pub rows: Vec<MirrorRow>,
    /// Of the leads sent of whom the trait is known, those of whom it is assumed.
    pub assumed: Leads,
    /// Whether the two sides can be compared.
    pub comparison: Comparison,
}

/// The leads on both sides of the mirror.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Images {
    /// Those whom marketing sent.
    pub sent: Leads,
    /// Of them, those whom sales accepted.
    pub accepted: Leads,
    /// Of them, those who were won.
    pub won: Leads,
}

/// One value of the trait.
#[derive(Clone, PartialEq, Debug)]
pub struct MirrorRow {
    /// The value, as in [`Mirrored::value`].
    pub value: Symbol,
    /// The leads with it.
    pub images: Images,
    /// Its share of those sent, of [`Mirror::known`].
    pub sent: Share,
    /// Its share of those accepted.
    pub accepted: Share,
    /// Its share of those won.
    pub won: Share,
    /// Its share of those accepted less its share of those sent; `None` where there is nothing to
    /// compare.
    pub accepted_less_sent: Option<Difference>,
    /// Its share of those won less its share of those sent.
    pub won_less_sent: Option<Difference>,
}

/// Whether the two sides of a mirror can be compared.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Comparison {
    /// They can.
    Sound,
    /// Fewer than [`Mirror::WON_LEAST`] were won of whom the trait is known.
    TooFewWon {
        /// How many were.
        won: usize,
    },
    /// The trait is known of those who were won much more often, or less, than of those sent:
    /// probably it is filled in when somebody is won, and says nothing about whom marketing sends.
    KnownUnevenly {
        /// How many of those sent it is known of.
        sent: Share,
        /// How many of those won.
        won: Share,
    },
    /// Without a date, it tells almost surely who was won: probably it was written down when the
    /// outcome was known, and says nothing about whom marketing sends.
    TellsOutcome {
        /// How well it tells, of a thousand, see [`auc`](crate::auc()): each lead by the share won
        /// of those with its value.
        auc_milli: u32,
    },
    /// All who were sent have the same value.
    OneValue,
}

impl Mirror {
    /// So many wins at least are needed for a comparison.
    pub const WON_LEAST: usize = 30;
    /// A value that fewer leads were sent with is a small sample.
    pub const SENT_LEAST: usize = 10;
    /// The most by which the shares of leads of whom a trait is known may differ between those won
    /// and those sent.
    pub(crate) const UNEVEN_MOST: f64 = 0.1;
    /// What was known beforehand hardly ever tells the outcome as well as this.
    pub(crate) const TELLS_MOST: f64 = 0.9;

    /// Of the leads that were sent, in any order.
    #[must_use]
    pub fn of(leads: &[Mirrored]) -> Self {
        let mut values: BTreeMap<Symbol, Vec<&Mirrored>> = BTreeMap::new();
        for lead in leads {
            values.entry(lead.value).or_default().push(lead);
        }
        let unknown = values.remove(&Symbol::EMPTY).unwrap_or_default();
        let by_value: Vec<_> = values.values().flat_map(|leads| of_value(leads)).collect();
        let known = Images::of(&values.values().flatten().copied().collect::<Vec<_>>());
        let mut rows: Vec<_> = values
            .into_iter()
            .map(|(value, leads)| MirrorRow::new(value, Images::of(&leads), &known))
            .collect();
        rows.sort_by_key(|row| std::cmp::Reverse(row.sent.part));
        let assumed = leads.iter().filter(|lead| lead.assumed && lead.value != Symbol::EMPTY);
        let unknown = Images::of(&unknown);
        let assumed: Leads = assumed.map(|lead| lead.lead).collect();
        let undated = 2 * assumed.count() > known.sent.count();
        let tells = auc(&by_value).filter(|tells| undated && *tells >= Self::TELLS_MOST);
        Self {
            comparison: Comparison::of(&known, &unknown, rows.len(), tells),
            assumed,
            known,
            unknown,
            rows,
        }
    }

    /// The value in which those won differ most from those sent, for certain: by the end of the
    /// difference's interval that is nearer to none. `None` where the sides cannot be compared or
    /// nothing is certain.
    #[must_use]
    pub fn strongest(&self) -> Option<&MirrorRow> {
        let rows = self.rows.iter().filter(|row| !row.is_small() && row.certain() > 0.0);
        rows.filter(|_| self.is_sound())
            .max_by(|one, other| one.certain().total_cmp(&other.certain()))
    }

    /// Whether the two sides can be compared.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.comparison == Comparison::Sound
    }

    /// How certain the shares are.
    #[must_use]
    pub fn certainty(&self) -> Certainty {
        Certainty::of(self.assumed.count(), self.known.sent.count())
    }
}

impl MirrorRow {
    fn new(value: Symbol, images: Images, all: &Images) -> Self {
        let share =
            |part: &Leads, whole: &Leads| Share { part: part.count(), whole: whole.count() };
        let sent = share(&images.sent, &all.sent);
        let accepted = share(&images.accepted, &all.accepted);
        let won = share(&images.won, &all.won);
        Self {
            value,
            sent,
            accepted,
            won,
            accepted_less_sent: Difference::within(accepted, sent),
            won_less_sent: Difference::within(won, sent),
            images,
        }
    }

    /// Whether so few were sent that their share among the wins says little.
    #[must_use]
    pub fn is_small(&self) -> bool {
        self.sent.part < Mirror::SENT_LEAST
    }

    /// By how much those won differ from those sent at least, from 0 to 1.
    #[must_use]
    pub fn certain(&self) -> f64 {
        self.won_less_sent.map_or(0.0, |difference| difference.at_least())
    }
}

/// Each lead of a value with the share won among them, and whether it was won.
fn of_value(leads: &[&Mirrored]) -> Vec<(f64, bool)> {
    let won = leads.iter().filter(|lead| lead.won).count();
    let share = won as f64 / leads.len() as f64;
    leads.iter().map(|lead| (share, lead.won)).collect()
}

impl Images {
    fn of(leads: &[&Mirrored]) -> Self {
        let ids = |picked: fn(&Mirrored) -> bool| {
            leads.iter().filter(|lead| picked(lead)).map(|lead| lead.lead).collect()
        };
        Self { sent: ids(|_| true), accepted: ids(|lead| lead.accepted), won: ids(|lead| lead.won) }
    }
}

impl Comparison {
    fn of(known: &Images, unknown: &Images, values: usize, tells: Option<f64>) -> Self {
        let won = known.won.count();
        let of = |known: &Leads, unknown: &Leads| Share {
            part: known.count(),
            whole: known.count() + unknown.count(),
        };
        let sent = of(&known.sent, &unknown.sent);
        let of_won = of(&known.won, &unknown.won);
        let uneven = Difference::within(of_won, sent)
            .is_some_and(|apart| apart.at_least() > 0.0 && apart.value.abs() > Mirror::UNEVEN_MOST);
        if let Some(auc) = tells.filter(|_| won >= Mirror::WON_LEAST) {
            return Self::TellsOutcome { auc_milli: (auc * 1_000.0).round() as u32 };
        }
        match (uneven, won < Mirror::WON_LEAST, values) {
            (true, ..) => Self::KnownUnevenly { sent, won: of_won },
            (_, true, _) => Self::TooFewWon { won },
            (.., 1) => Self::OneValue,
            _ => Self::Sound,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MANAGER: Symbol = Symbol(1);
    const DIRECTOR: Symbol = Symbol(2);

    /// So many leads of a value, of whom the first are won, and twice as many accepted.
    fn leads(value: Symbol, sent: usize, won: usize) -> impl Iterator<Item = Mirrored> {
        (0..sent).map(move |index| Mirrored {
            lead: SubjectId(u64::from(value.0) << 32 | index as u64),
            value,
            assumed: false,
            accepted: index < 2 * won,
            won: index < won,
        })
    }

    #[test]
    fn those_who_are_sent_and_not_won_stand_out() {
        let all: Vec<_> = leads(MANAGER, 252, 8).chain(leads(DIRECTOR, 160, 50)).collect();
        let mirror = Mirror::of(&all);
        assert_eq!(mirror.comparison, Comparison::Sound);
        let row = mirror.strongest().unwrap();
        assert_eq!(row.value, mirror.rows[0].value, "managers, who were sent most");
        assert_eq!((row.sent, row.won), (share(252, 412), share(8, 58)));
        assert_eq!(row.accepted, share(16, 116));
        let Some(apart) = row.won_less_sent else { panic!("there is a difference") };
        assert!((apart.value - (8.0 / 58.0 - 252.0 / 412.0)).abs() < 1e-12);
        assert!(apart.interval.high < -0.3);
        assert_eq!(mirror.certainty(), Certainty::Exact);
    }

    #[test]
    fn shares_are_of_those_of_whom_the_trait_is_known() {
        let unknown = leads(Symbol::EMPTY, 50, 10);
        let all: Vec<_> =
            leads(MANAGER, 60, 12).chain(leads(DIRECTOR, 140, 28)).chain(unknown).collect();
        let mirror = Mirror::of(&all);
        assert_eq!(mirror.comparison, Comparison::Sound);
        assert_eq!(mirror.unknown.sent.count(), 50);
        assert_eq!(mirror.rows[1].sent, share(60, 200));
        assert_eq!(mirror.strongest(), None, "both are won alike");
    }

    #[test]
    fn a_trait_that_is_filled_in_on_winning_is_no_mirror() {
        let all: Vec<_> = leads(MANAGER, 40, 40).chain(leads(Symbol::EMPTY, 400, 2)).collect();
        let mirror = Mirror::of(&all);
        let (sent, won) = (share(40, 440), share(40, 42));
        assert_eq!(mirror.comparison, Comparison::KnownUnevenly { sent, won });
        assert_eq!(mirror.strongest(), None);
    }

    #[test]
    fn what_tells_the_outcome_without_a_date_is_no_mirror() {
        let assume = |lead: Mirrored| Mirrored { assumed: true, ..lead };
        let dated: Vec<_> = leads(MANAGER, 400, 8).chain(leads(DIRECTOR, 52, 50)).collect();
        assert!(Mirror::of(&dated).is_sound(), "what was known before may tell much");
        let undated: Vec<_> = dated.into_iter().map(assume).collect();
        let found = Mirror::of(&undated);
        // 392 times 50 pairs are in order, and of those alike half: (392 * 8 + 2 * 50) / 2.
        let auc: f64 = (392.0 * 50.0 + (392.0 * 8.0 + 2.0 * 50.0) / 2.0) / (394.0 * 58.0);
        let auc_milli = (auc * 1_000.0).round() as u32;
        assert_eq!(found.comparison, Comparison::TellsOutcome { auc_milli });
        assert_eq!(found.strongest(), None);
    }

    #[test]
    fn few_wins_say_nothing() {
        let all: Vec<_> = leads(MANAGER, 200, 1).chain(leads(DIRECTOR, 60, 28)).collect();
        let mirror = Mirror::of(&all);
        assert_eq!(mirror.comparison, Comparison::TooFewWon { won: 29 });
        assert_eq!(mirror.strongest(), None);
    }

    #[test]
    fn each_lead_is_on_one_row() {
        let all: Vec<_> = leads(MANAGER, 9, 3).chain(leads(DIRECTOR, 40, 31)).collect();
        let mirror = Mirror::of(&all);
        let sum = |of: fn(&MirrorRow) -> usize| mirror.rows.iter().map(of).sum::<usize>();
        assert_eq!(sum(|row| row.images.sent.count()), mirror.known.sent.count());
        assert_eq!(sum(|row| row.images.won.count()), mirror.known.won.count());
        assert!(mirror.rows[1].is_small() && !mirror.rows[0].is_small());
    }

    fn share(part: usize, whole: usize) -> Share {
        Share { part, whole }
    }
}
