//! A question with the answer that is wanted.

use super::span::Span;
use crate::rule::{Atom, Compare, TraitTest};
use facts::{Seconds, Selector};

/// A question with the answer that is wanted; it holds only when the question has that answer.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct Literal<'r> {
    pub(crate) atom: &'r Atom,
    pub(crate) holds: bool,
}

impl Literal<'_> {
    /// Whether it can never hold.
    pub(super) fn is_impossible(&self) -> bool {
        match self.atom {
            // Passes are counted from 1.
            Atom::Pass { compare, value } => {
                let before = Span::of(Compare::AtLeast, 1.0, false);
                let asked = Span::of(*compare, *value, self.holds);
                asked.zip(before).is_some_and(|(asked, before)| asked.is_within(&before))
            }
            _ => false,
        }
    }

    /// Whether both can never hold together.
    pub(crate) fn excludes(&self, other: &Self) -> bool {
        let not = |literal: &Self| Self { holds: !literal.holds, ..*literal };
        self.implies(&not(other)) || other.implies(&not(self))
    }

    /// Whether the other holds whenever this one does.
    pub(crate) fn implies(&self, other: &Literal<'_>) -> bool {
        if self.atom == other.atom {
            return self.holds == other.holds;
        }
        match (self.atom, other.atom) {
            (Atom::Trait { name, test }, Atom::Trait { name: of, test: wanted }) if name == of => {
                test_implies((test, self.holds), (wanted, other.holds))
            }
            // What is compared is known.
            (Atom::Trait { name, .. }, Atom::Known { name: of, within: None }) => {
                name == of && other.holds
            }
            (Atom::Known { name, within }, Atom::Known { name: of, within: wanted }) => {
                name == of && ordered(self.holds, other.holds, is_shorter(*within, *wanted))
            }
            (
                Atom::Score { score, compare, value },
                Atom::Score { score: of, compare: wanted, value: with },
            ) => {
                score == of
                    && number_implies((*compare, *value, self.holds), (*wanted, *with, other.holds))
            }
            (Atom::Pass { compare, value }, Atom::Pass { compare: wanted, value: with }) => {
                number_implies((*compare, *value, self.holds), (*wanted, *with, other.holds))
            }
            // One verdict, reason, stage, motion at a time: being one is not being another.
            (Atom::Verdict(_), Atom::Verdict(_))
            | (Atom::Reason(_), Atom::Reason(_))
            | (Atom::InStage(_), Atom::InStage(_))
            | (Atom::Motion(_), Atom::Motion(_)) => self.holds && !other.holds,
            (Atom::StageAge(age), Atom::StageAge(wanted)) => {
                let longer = (age >= wanted, wanted >= age);
                ordered(self.holds, other.holds, longer)
            }
            (Atom::Tally { .. }, Atom::Tally { .. }) => {
                let both =
                    (tally_implies(self.atom, other.atom), tally_implies(other.atom, self.atom));
                ordered(self.holds, other.holds, both)
            }
            _ => false,
        }
    }
}

/// Where "yes" implies "yes" forwards (`.0`) and backwards (`.1`): "no" implies "no" the other way.
fn ordered(holds: bool, wanted: bool, (forwards, backwards): (bool, bool)) -> bool {
    match (holds, wanted) {
        (true, true) => forwards,
        (false, false) => backwards,
        _ => false,
    }
}

/// Whether what happened within the first time happened within the second, and the other way.
fn is_shorter(first: Option<Seconds>, second: Option<Seconds>) -> (bool, bool) {
    let within = |inner: Option<Seconds>, outer: Option<Seconds>| match (inner, outer) {
        (_, None) => true,
        (None, Some(_)) => false,
        (Some(inner), Some(outer)) => inner <= outer,
    };
    (within(first, second), within(second, first))
}

fn number_implies(
    (compare, value, holds): (Compare, f64, bool),
    (wanted, with, wanted_holds): (Compare, f64, bool),
) -> bool {
    let Some(numbers) = Span::of(compare, value, holds) else { return false };
    match Span::of(wanted, with, wanted_holds) {
        Some(asked) => numbers.is_within(&asked),
        None => !numbers.holds(with),
    }
}

fn test_implies(
    (test, holds): (&TraitTest, bool),
    (wanted, wanted_holds): (&TraitTest, bool),
) -> bool {
    match (test, wanted) {
        (TraitTest::Number(compare, value), TraitTest::Number(other, with)) => {
            number_implies((*compare, *value, holds), (*other, *with, wanted_holds))
        }
        (TraitTest::OneOf(words), TraitTest::OneOf(others)) => {
            let all_in = |words: &[String], others: &[String]| {
                words.iter().all(|word| others.contains(word))
            };
            match (holds, wanted_holds) {
                (true, true) => all_in(words, others),
                (true, false) => !words.iter().any(|word| others.contains(word)),
                (false, false) => all_in(others, words),
                (false, true) => false,
            }
        }
        _ => false,
    }
}

/// Whether that the first happened so often means that the second did.
fn tally_implies(first: &Atom, second: &Atom) -> bool {
    let (
        Atom::Tally { selector, times, within, ever },
        Atom::Tally { selector: wanted, times: least, within: at_most, ever: any_pass },
    ) = (first, second)
    else {
        return false;
    };
    covers(wanted, selector)
        && times >= least
        && is_shorter(*within, *at_most).0
        && (*any_pass || !*ever)
}

/// Whether the first selector matches every name that the second one matches.
fn covers(general: &Selector, particular: &Selector) -> bool {
    match general.as_str().strip_suffix('*') {
        Some(stem) => particular.as_str().trim_end_matches('*').starts_with(stem),
        None => general == particular,
    }
}
