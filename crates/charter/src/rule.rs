//! Rules after parsing and type-checking: a tree of true-or-false questions.

use facts::{Seconds, Selector};

/// A condition over one lead at one instant.
///
/// A question about something that is not known has no answer; a rule holds only when it is
/// certainly true (Kleene's strong three-valued logic, which is also how CEL treats errors:
/// `unknown || true` is true, `unknown && false` is false, `!unknown` is unknown).
#[derive(Clone, PartialEq, Debug)]
pub enum Rule {
    /// Always or never.
    Always(bool),
    /// One question.
    Is(Atom),
    /// The opposite.
    Not(Box<Rule>),
    /// Every one of them.
    All(Vec<Rule>),
    /// At least one of them.
    Any(Vec<Rule>),
}

impl Rule {
    /// Whether it holds, given the answer to each question; `None` when too little is known to say.
    pub fn answer(&self, ask: &mut impl FnMut(&Atom) -> Option<bool>) -> Option<bool> {
        match self {
            Self::Always(always) => Some(*always),
            Self::Is(atom) => ask(atom),
            Self::Not(inner) => inner.answer(ask).map(|holds| !holds),
            Self::All(parts) => Self::join(parts, false, ask),
            Self::Any(parts) => Self::join(parts, true, ask),
        }
    }

    fn join(
        parts: &[Self],
        decisive: bool,
        ask: &mut impl FnMut(&Atom) -> Option<bool>,
    ) -> Option<bool> {
        let mut unknown = false;
        for part in parts {
            match part.answer(ask) {
                Some(answer) if answer == decisive => return Some(decisive),
                Some(_) => {}
                None => unknown = true,
            }
        }
        (!unknown).then_some(!decisive)
    }

    /// Every question that it asks, in the order of the text; some twice.
    pub fn atoms<'a>(&'a self, into: &mut Vec<&'a Atom>) {
        match self {
            Self::Always(_) => {}
            Self::Is(atom) => into.push(atom),
            Self::Not(inner) => inner.atoms(into),
            Self::All(parts) | Self::Any(parts) => {
                parts.iter().for_each(|part| part.atoms(into));
            }
        }
    }
}

/// One question about a lead.
#[derive(Clone, PartialEq, Debug)]
pub enum Atom {
    /// About the present value of a trait; no answer while the trait is unknown.
    Trait {
        /// The full name, `account.employees`.
        name: String,
        /// What is asked of the value.
        test: TraitTest,
    },
    /// `known('lead.seniority')`, `known('lead.seniority', '365d')`: learned, and no longer ago.
    Known {
        /// The full name of the trait.
        name: String,
        /// How fresh it must be; a fact of exactly this age is too old.
        within: Option<Seconds>,
    },
    /// `fit >= 40`, `engagement >= 35`; `temperature == 'hot'` becomes such a question.
    Score {
        /// Which score.
        score: Score,
        /// How to compare.
        compare: Compare,
        /// With what, in points.
        value: f64,
    },
    /// `happened('form.demo_request')`, `happened('page.*', '30d')`, `count('email.*', '7d') >= 3`,
    /// `ever('webinar.*')`: touches and activities of the current pass, or of all time.
    Tally {
        /// Which facts count.
        selector: Selector,
        /// How many at least, 1 to [`Atom::TIMES_MAX`].
        times: u8,
        /// Only those less than this long ago.
        within: Option<Seconds>,
        /// Counting earlier passes too.
        ever: bool,
    },
    /// `verdict == 'accepted'`: the last verdict of the current pass; no answer before the first.
    Verdict(String),
    /// `reason == 'no_budget'`: the reason of the last verdict; no answer before the first.
    Reason(String),
    /// `stage == 'mql'`: the stage that the lead is in.
    InStage(String),
    /// `motion == 'inbound'`: how the current pass began.
    Motion(String),
    /// `in_stage('14d')`: in the present stage for at least this long.
    StageAge(Seconds),
    /// `pass >= 2`: the ordinal of the current pass, from 1.
    Pass {
        /// How to compare.
        compare: Compare,
        /// With which ordinal.
        value: f64,
    },
}

impl Atom {
    /// The most occurrences that a `count(...)` may ask for.
    pub const TIMES_MAX: u8 = 32;
}

/// A number that the charter derives for a lead.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Score {
    /// Who they are: the sum of the points of the fit clauses that hold.
    Fit,
    /// What they did: the decaying sum of engagement points in the current pass.
    Engagement,
}

/// How a number is compared. `<` and `<=` are written as the opposite of these.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Compare {
    /// At least.
    AtLeast,
    /// More than.
    MoreThan,
    /// Equal to.
    Equal,
}

/// What is asked of a trait's value.
#[derive(Clone, PartialEq, Debug)]
pub enum TraitTest {
    /// A comparison with a number.
    Number(Compare, f64),
    /// The text is one of these.
    OneOf(Vec<String>),
    /// The flag is set.
    IsTrue,
}

impl Compare {
    /// Whether `left` compares so with `right`.
    #[must_use]
    pub fn holds(self, left: f64, right: f64) -> bool {
        match self {
            Self::AtLeast => left >= right,
            Self::MoreThan => left > right,
            Self::Equal => left == right,
        }
    }
}
