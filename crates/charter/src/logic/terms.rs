//! A rule as alternatives, of each of which every condition must hold.

use super::literal::Literal;
use crate::rule::Rule;

/// The most alternatives that are looked at; of larger rules nothing is said.
const TERMS_MAX: usize = 256;

/// Conditions that must hold together.
#[derive(Clone, PartialEq, Debug, Default)]
pub(crate) struct Term<'r>(pub(crate) Vec<Literal<'r>>);

impl<'r> Term<'r> {
    /// Whether two of the conditions exclude each other, or one cannot hold.
    pub(crate) fn is_impossible(&self) -> bool {
        let literals = &self.0;
        literals.iter().enumerate().any(|(at, literal)| {
            literal.is_impossible() || literals[..at].iter().any(|other| literal.excludes(other))
        })
    }

    /// Whether a condition holds whenever all of these do.
    pub(crate) fn implies(&self, other: &Literal<'_>) -> bool {
        self.0.iter().any(|literal| literal.implies(other))
    }

    fn and(&self, other: &Self) -> Self {
        let mut both = self.0.clone();
        both.extend(other.0.iter().filter(|literal| !self.0.contains(literal)).copied());
        Self(both)
    }
}

impl<'r> FromIterator<Literal<'r>> for Term<'r> {
    fn from_iter<I: IntoIterator<Item = Literal<'r>>>(literals: I) -> Self {
        Self(literals.into_iter().collect())
    }
}

/// The alternatives of a rule; `None` when there are too many.
pub(crate) fn terms(rule: &Rule) -> Option<Vec<Term<'_>>> {
    multiplied(rule, true)
}

/// The alternatives of a rule or, when not `holds`, of its opposite.
fn multiplied(rule: &Rule, holds: bool) -> Option<Vec<Term<'_>>> {
    let terms = match rule {
        Rule::Always(always) if *always == holds => vec![Term::default()],
        Rule::Always(_) => Vec::new(),
        Rule::Is(atom) => vec![[Literal { atom, holds }].into_iter().collect()],
        Rule::Not(inner) => multiplied(inner, !holds)?,
        Rule::All(parts) if holds => product(parts, holds)?,
        Rule::Any(parts) if !holds => product(parts, holds)?,
        Rule::All(parts) | Rule::Any(parts) => {
            let mut sum = Vec::new();
            for part in parts {
                sum.extend(multiplied(part, holds)?);
                bounded(&sum)?;
            }
            sum
        }
    };
    bounded(&terms)?;
    Some(terms)
}

fn product(parts: &[Rule], holds: bool) -> Option<Vec<Term<'_>>> {
    let mut product = vec![Term::default()];
    for part in parts {
        let factor = multiplied(part, holds)?;
        product = product.iter().flat_map(|l| factor.iter().map(|r| l.and(r))).collect();
        bounded(&product)?;
    }
    Some(product)
}

fn bounded(terms: &[Term<'_>]) -> Option<()> {
    (terms.len() <= TERMS_MAX).then_some(())
}
