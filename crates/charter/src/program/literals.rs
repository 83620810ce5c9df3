//! Numbering the questions that the rules of a charter ask.

use super::Bits;
use super::dnf::TooManyLiterals;
use crate::rule::Atom;

/// The literals of a program: each question that some rule asks, together with the answer that
/// the rule wants. A question without an answer makes neither of its two literals true.
#[derive(Debug, Default)]
pub(crate) struct Literals {
    known: Vec<(Atom, bool)>,
}

impl Literals {
    /// The number of a literal, given to it now if it had none.
    pub(crate) fn number(&mut self, atom: &Atom, answer: bool) -> Result<usize, TooManyLiterals> {
        let found = self.known.iter().position(|(known, a)| *a == answer && known == atom);
        match found {
            Some(number) => Ok(number),
            None if self.known.len() == Bits::COUNT => Err(TooManyLiterals),
            None => {
                self.known.push((atom.clone(), answer));
                Ok(self.known.len() - 1)
            }
        }
    }

    /// All literals with the bit of each.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&Atom, bool, Bits)> {
        self.known.iter().enumerate().map(|(i, (atom, answer))| (atom, *answer, Bits::one(i)))
    }
}
