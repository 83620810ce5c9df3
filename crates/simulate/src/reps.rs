//! The simulated company's own people in sales.

use crate::segment::Territory;
use facts::{Symbol, Vocabulary, VocabularyFull};

/// Somebody in sales at the simulated company.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Rep {
    /// The word by which facts name them, in assignments and as the actor.
    pub handle: &'static str,
    /// First and family name, invented.
    pub name: &'static str,
    /// Whose leads they work on.
    pub territory: Territory,
    /// What they do.
    pub role: RepRole,
}

/// What somebody in sales does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RepRole {
    /// Calls leads and qualifies them (SDR).
    Qualifies,
    /// Works on opportunities (AE).
    Closes,
}

impl Rep {
    /// Their address, under an example domain.
    #[must_use]
    pub fn email(&self) -> String {
        format!("{}@larkfield.example.com", self.handle)
    }
}

const fn rep(handle: &'static str, name: &'static str, territory: Territory, role: RepRole) -> Rep {
    Rep { handle, name, territory, role }
}

use RepRole::{Closes, Qualifies};
use Territory::{Benelux, Dach, NorthAmerica, UkIreland};

/// Everybody in sales at Larkfield.
pub(crate) const REPS: [Rep; 16] = [
    rep("lena.feldmark", "Lena Feldmark", Dach, Qualifies),
    rep("jannik.dornquist", "Jannik Dornquist", Dach, Qualifies),
    rep("selin.grauwick", "Selin Grauwick", Dach, Qualifies),
    rep("moritz.birkenmere", "Moritz Birkenmere", Dach, Qualifies),
    rep("fleur.alderhoven", "Fleur Alderhoven", Benelux, Qualifies),
    rep("daan.quillwick", "Daan Quillwick", Benelux, Qualifies),
    rep("imogen.hollowmere", "Imogen Hollowmere", UkIreland, Qualifies),
    rep("kofi.embermere", "Kofi Embermere", UkIreland, Qualifies),
    rep("maya.cloudfeather", "Maya Cloudfeather", NorthAmerica, Qualifies),
    rep("andre.ironwick", "Andre Ironwick", NorthAmerica, Qualifies),
    rep("theo.falkenbach", "Theo Falkenbach", Dach, Closes),
    rep("hanna.emberquist", "Hanna Emberquist", Dach, Closes),
    rep("pieter.dornhoven", "Pieter Dornhoven", Benelux, Closes),
    rep("orla.quillmere", "Orla Quillmere", UkIreland, Closes),
    rep("sofia.alderfeather", "Sofia Alderfeather", NorthAmerica, Closes),
    rep("dev.hollowquist", "Dev Hollowquist", NorthAmerica, Closes),
];

/// Whose turn it is, in each territory and role.
pub(crate) struct Turns {
    symbols: Vec<Symbol>,
    taken: [[usize; 2]; Territory::ALL.len()],
}

impl Turns {
    pub(crate) fn new(vocabulary: &mut Vocabulary) -> Result<Self, VocabularyFull> {
        let symbols = REPS.iter().map(|rep| vocabulary.intern(rep.handle));
        Ok(Self { symbols: symbols.collect::<Result<_, _>>()?, taken: Default::default() })
    }

    /// The next one of a territory and role, in turn.
    pub(crate) fn next(&mut self, territory: Territory, role: RepRole) -> Symbol {
        let taken = &mut self.taken[territory as usize][role as usize];
        *taken += 1;
        let able: Vec<_> = (0..REPS.len())
            .filter(|&rep| REPS[rep].territory == territory && REPS[rep].role == role)
            .collect();
        self.symbols[able[*taken % able.len()]]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_territory_has_somebody_for_each_role() {
        for territory in Territory::ALL {
            for role in [Qualifies, Closes] {
                assert!(REPS.iter().any(|rep| rep.territory == territory && rep.role == role));
            }
        }
    }
}
