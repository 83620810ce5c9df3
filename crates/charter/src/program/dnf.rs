//! Rules as sums of products over literals.

use super::Bits;
use super::literals::Literals;
use crate::rule::Rule;

/// A rule as a sum of products: it holds when, of at least one term, every literal is true.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Sum {
    terms: Vec<Bits>,
    /// The literals of all terms.
    interest: Bits,
}

/// The program has more than [`Bits::COUNT`] literals.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct TooManyLiterals;

/// What makes a rule too large.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum TooLarge {
    Terms,
    Literals,
}

impl Sum {
    /// The most terms that a rule may have.
    pub const TERMS_MAX: usize = 256;

    /// Whether the rule holds for the literals that are true.
    #[inline]
    #[must_use]
    pub fn holds(&self, bits: &Bits) -> bool {
        self.terms.iter().any(|term| bits.contains(term))
    }

    /// The terms: of at least one, every literal must be true.
    #[must_use]
    pub fn terms(&self) -> &[Bits] {
        &self.terms
    }

    /// The literals that the rule speaks of.
    #[must_use]
    pub fn interest(&self) -> Bits {
        self.interest
    }

    /// From a rule, giving numbers to its literals.
    pub(crate) fn of(rule: &Rule, literals: &mut Literals) -> Result<Self, TooLarge> {
        let mut terms = terms(rule, true, literals)?;
        // A term that asks more than another adds nothing.
        let all = terms.clone();
        let mut kept = 0;
        terms.retain(|term| {
            kept += 1;
            !all.iter()
                .enumerate()
                .any(|(i, other)| term.contains(other) && (other != term || i < kept - 1))
        });
        let interest = terms.iter().fold(Bits::NONE, |all, term| all | *term);
        Ok(Self { terms, interest })
    }
}

/// The terms of a rule or, when not `positive`, of its opposite.
fn terms(rule: &Rule, positive: bool, literals: &mut Literals) -> Result<Vec<Bits>, TooLarge> {
    match rule {
        Rule::Always(value) if *value == positive => Ok(vec![Bits::NONE]),
        Rule::Always(_) => Ok(Vec::new()),
        Rule::Is(atom) => {
            let literal = literals.number(atom, positive).map_err(|_| TooLarge::Literals)?;
            Ok(vec![Bits::one(literal)])
        }
        Rule::Not(inner) => terms(inner, !positive, literals),
        Rule::All(parts) if positive => product(parts, positive, literals),
        Rule::Any(parts) if !positive => product(parts, positive, literals),
        Rule::All(parts) | Rule::Any(parts) => {
            let mut sum = Vec::new();
            for part in parts {
                sum.extend(terms(part, positive, literals)?);
                check(&sum)?;
            }
            Ok(sum)
        }
    }
}

fn product(parts: &[Rule], positive: bool, literals: &mut Literals) -> Result<Vec<Bits>, TooLarge> {
    let mut product = vec![Bits::NONE];
    for part in parts {
        let factor = terms(part, positive, literals)?;
        product =
            product.iter().flat_map(|left| factor.iter().map(|right| *left | *right)).collect();
        check(&product)?;
    }
    Ok(product)
}

fn check(terms: &[Bits]) -> Result<(), TooLarge> {
    if terms.len() > Sum::TERMS_MAX { Err(TooLarge::Terms) } else { Ok(()) }
}
