//! `[grade]`: fit and engagement together, from A1 to D4.

use crate::rule::{Atom, Compare, Rule, Score};

/// The bounds of grades: a letter for who they are, a digit for what they did.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct GradeTerms {
    /// The least fit of A, B and C, each less than the one before; D below.
    pub fit: [f64; 3],
    /// The least engagement of 1, 2 and 3, each less than the one before; 4 below.
    pub engagement: [f64; 3],
}

/// A grade.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Grade {
    /// 0 for A to 3 for D.
    letter: u8,
    /// 0 for 1 to 3 for 4.
    digit: u8,
}

impl Grade {
    const WORDS: [&'static str; 16] = [
        "A1", "A2", "A3", "A4", "B1", "B2", "B3", "B4", "C1", "C2", "C3", "C4", "D1", "D2", "D3",
        "D4",
    ];

    /// Every grade, the best letter first.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..4).flat_map(|letter| (0..4).map(move |digit| Self { letter, digit }))
    }

    /// The grade of a word such as `B2`.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::all().find(|grade| grade.word() == word)
    }

    /// Its word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        Self::WORDS[self.letter as usize * 4 + self.digit as usize]
    }
}

impl GradeTerms {
    /// The grade of a lead of this fit and engagement.
    #[must_use]
    pub fn grade(&self, fit: f64, engagement: f64) -> Grade {
        let below = |bounds: &[f64; 3], score: f64| {
            bounds.iter().take_while(|bound| score < **bound).count() as u8
        };
        Grade { letter: below(&self.fit, fit), digit: below(&self.engagement, engagement) }
    }

    /// The rule that holds of exactly the leads of a grade.
    #[must_use]
    pub fn rule(&self, grade: Grade) -> Rule {
        let mut parts = between(Score::Fit, &self.fit, usize::from(grade.letter));
        parts.extend(between(Score::Engagement, &self.engagement, usize::from(grade.digit)));
        Rule::All(parts)
    }
}

/// At least the bound of this place, and less than the one before it.
fn between(score: Score, bounds: &[f64; 3], place: usize) -> Vec<Rule> {
    let at_least =
        |value: &f64| Rule::Is(Atom::Score { score, compare: Compare::AtLeast, value: *value });
    let above = place.checked_sub(1).and_then(|before| bounds.get(before));
    let low = bounds.get(place).map(at_least);
    let high = above.map(|bound| Rule::Not(Box::new(at_least(bound))));
    low.into_iter().chain(high).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TERMS: GradeTerms =
        GradeTerms { fit: [60.0, 40.0, 20.0], engagement: [60.0, 35.0, 15.0] };

    fn holds(rule: &Rule, fit: f64, engagement: f64) -> bool {
        match rule {
            Rule::Always(always) => *always,
            Rule::Not(inner) => !holds(inner, fit, engagement),
            Rule::All(parts) => parts.iter().all(|part| holds(part, fit, engagement)),
            Rule::Any(parts) => parts.iter().any(|part| holds(part, fit, engagement)),
            Rule::Is(Atom::Score { score, compare, value }) => {
                compare.holds(if *score == Score::Fit { fit } else { engagement }, *value)
            }
            Rule::Is(other) => panic!("{other:?} is no score"),
        }
    }

    #[test]
    fn exactly_one_grade_holds_of_any_lead() {
        let points = [-20.0, 0.0, 14.999, 15.0, 20.0, 35.0, 39.999, 40.0, 59.5, 60.0, 1000.0];
        for (fit, engagement) in points.iter().flat_map(|f| points.map(|e| (*f, e))) {
            let held: Vec<_> =
                Grade::all().filter(|grade| holds(&TERMS.rule(*grade), fit, engagement)).collect();
            assert_eq!(held, [TERMS.grade(fit, engagement)], "{fit} {engagement}");
        }
    }

    #[test]
    fn bounds_belong_to_the_better_grade() {
        assert_eq!(TERMS.grade(60.0, 60.0).word(), "A1");
        assert_eq!(TERMS.grade(59.0, 15.0).word(), "B3");
        assert_eq!(TERMS.grade(19.0, 0.0).word(), "D4");
        assert_eq!(Grade::from_word("B3"), Some(TERMS.grade(59.0, 15.0)));
        assert_eq!(Grade::from_word("E1"), None);
    }
}
