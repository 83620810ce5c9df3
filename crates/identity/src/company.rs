//! Names of companies, made comparable.

use crate::legal_forms;
use crate::letters::{join_initials, words};
use std::fmt;

/// The longest name that is read, in bytes; of longer ones, the beginning.
const NAME_BYTES_MAX: usize = 400;

/// A company's name without what varies: case, accents, punctuation, legal form, the usual
/// abbreviations. Displayed, its words with a blank between each.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct CompanyName {
    words: Vec<String>,
}

impl CompanyName {
    /// Reads a name; one of nothing but punctuation has no words. Idempotent with its display.
    #[must_use]
    pub fn parse(name: &str) -> Self {
        let end = name.floor_char_boundary(NAME_BYTES_MAX);
        let mut words = words(&name[..end]);
        // What one step leaves may give the next one more to do: `S & A` is `sa`, a legal form.
        while let Some(fewer) = reduced(&words) {
            words = fewer;
        }
        Self { words }
    }

    /// Its words, in the order in which they stand.
    #[must_use]
    pub fn words(&self) -> &[String] {
        &self.words
    }

    /// Whether there is no name.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
}

impl fmt::Display for CompanyName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words.join(" "))
    }
}

/// The words without what varies, once over; `None` when nothing does.
fn reduced(before: &[String]) -> Option<Vec<String>> {
    let mut words = before.to_vec();
    if words.len() > 1 && words[0] == "the" {
        words.remove(0);
    }
    // A form that follows an "and" is cut with it: `GmbH & Co. KG`.
    legal_forms::cut(&mut words);
    let mut words: Vec<String> = words.into_iter().map(in_full).collect();
    if words.iter().any(|word| !is_joint(word)) {
        words.retain(|word| !is_joint(word));
    }
    let words = join_initials(words);
    (words != before).then_some(words)
}

/// "And" in the languages that company names are written in.
fn is_joint(word: &str) -> bool {
    matches!(word, "and" | "und" | "et" | "og" | "och" | "en")
}

/// An abbreviation in full, and many for one.
fn in_full(word: String) -> String {
    match ABBREVIATIONS.binary_search_by_key(&word.as_str(), |(short, _)| short) {
        Ok(place) => ABBREVIATIONS[place].1.to_owned(),
        Err(_) => word,
    }
}

/// Words of company names that are written in several ways, in order; no word on the right stands
/// on the left.
const ABBREVIATIONS: &[(&str, &str)] = &[
    ("advisers", "advisory"),
    ("advisors", "advisory"),
    ("airlines", "airline"),
    ("amer", "american"),
    ("assn", "association"),
    ("assoc", "associates"),
    ("associate", "associates"),
    ("assocs", "associates"),
    ("bancorporation", "bancorp"),
    ("bancshares", "bancorp"),
    ("bldg", "building"),
    ("brands", "brand"),
    ("bros", "brothers"),
    ("centre", "center"),
    ("chem", "chemical"),
    ("chemicals", "chemical"),
    ("chems", "chemical"),
    ("comm", "communications"),
    ("comms", "communications"),
    ("communication", "communications"),
    ("computers", "computer"),
    ("const", "construction"),
    ("constr", "construction"),
    ("consult", "consulting"),
    ("consultancy", "consulting"),
    ("consultants", "consulting"),
    ("ctr", "center"),
    ("dept", "department"),
    ("designs", "design"),
    ("dev", "development"),
    ("devel", "development"),
    ("developments", "development"),
    ("devices", "device"),
    ("dist", "distribution"),
    ("distrib", "distribution"),
    ("elec", "electric"),
    ("electrical", "electric"),
    ("electronics", "electronic"),
    ("energies", "energy"),
    ("eng", "engineering"),
    ("engr", "engineering"),
    ("engrg", "engineering"),
    ("ent", "enterprises"),
    ("enterprise", "enterprises"),
    ("ents", "enterprises"),
    ("equip", "equipment"),
    ("fin", "financial"),
    ("finl", "financial"),
    ("fncl", "financial"),
    ("foods", "food"),
    ("ft", "fort"),
    ("gen", "general"),
    ("genetic", "genetics"),
    ("govt", "government"),
    ("gp", "group"),
    ("graphics", "graphic"),
    ("groupe", "group"),
    ("grp", "group"),
    ("grupo", "group"),
    ("gruppe", "group"),
    ("hldg", "holding"),
    ("hldgs", "holding"),
    ("holdings", "holding"),
    ("hosp", "hospital"),
    ("hospitals", "hospital"),
    ("hosps", "hospital"),
    ("ind", "industries"),
    ("inds", "industries"),
    ("industrial", "industries"),
    ("industry", "industries"),
    ("info", "information"),
    ("ins", "insurance"),
    ("instruments", "instrument"),
    ("int", "international"),
    ("interiors", "interior"),
    ("internatl", "international"),
    ("intl", "international"),
    ("lab", "laboratories"),
    ("laboratory", "laboratories"),
    ("labs", "laboratories"),
    ("logistic", "logistics"),
    ("lt", "light"),
    ("manuf", "manufacturing"),
    ("manufacturers", "manufacturing"),
    ("markets", "market"),
    ("materials", "material"),
    ("med", "medical"),
    ("metals", "metal"),
    ("mfg", "manufacturing"),
    ("mfrs", "manufacturing"),
    ("mgmt", "management"),
    ("mgt", "management"),
    ("microsystems", "microsystem"),
    ("mkt", "market"),
    ("mktg", "marketing"),
    ("mkts", "market"),
    ("motors", "motor"),
    ("mt", "mount"),
    ("nat", "national"),
    ("natl", "national"),
    ("networks", "network"),
    ("partners", "partner"),
    ("pharm", "pharmaceuticals"),
    ("pharma", "pharmaceuticals"),
    ("pharmaceutical", "pharmaceuticals"),
    ("pictures", "picture"),
    ("prod", "products"),
    ("prods", "products"),
    ("product", "products"),
    ("properties", "property"),
    ("ptnrs", "partner"),
    ("pub", "publishing"),
    ("publ", "publishing"),
    ("publishers", "publishing"),
    ("pwr", "power"),
    ("res", "resource"),
    ("resources", "resource"),
    ("restaurants", "restaurant"),
    ("rlty", "realty"),
    ("savings", "saving"),
    ("sciences", "science"),
    ("scientific", "science"),
    ("semi", "semiconductor"),
    ("semicond", "semiconductor"),
    ("semiconductors", "semiconductor"),
    ("serv", "service"),
    ("services", "service"),
    ("soln", "solutions"),
    ("solns", "solutions"),
    ("solution", "solutions"),
    ("solutns", "solutions"),
    ("stores", "store"),
    ("studios", "studio"),
    ("supplies", "supply"),
    ("svc", "service"),
    ("svcs", "service"),
    ("sys", "system"),
    ("systems", "system"),
    ("tech", "technology"),
    ("technol", "technology"),
    ("technologies", "technology"),
    ("techs", "technology"),
    ("telecom", "telecommunications"),
    ("telecomm", "telecommunications"),
    ("telecommunication", "telecommunications"),
    ("therapeutic", "therapeutics"),
    ("tools", "tool"),
    ("toys", "toy"),
    ("trans", "transportation"),
    ("transp", "transportation"),
    ("transport", "transportation"),
    ("univ", "university"),
    ("util", "utilities"),
    ("utility", "utilities"),
    ("utils", "utilities"),
    ("ventures", "venture"),
    ("works", "work"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_one_company_become_one() {
        for (one, other) in [
            ("Acme, Inc.", "ACME Incorporated"),
            ("Müller & Söhne GmbH & Co. KG", "Muller und Sohne"),
            ("The Birch Company", "Birch Co."),
            ("Cedar S.p.A.", "CEDAR SPA"),
            ("Dorn Sp. z o.o.", "Dorn"),
            ("Société Elm S.A.R.L.", "Societe Elm"),
            ("Fir Intl. Mfg. Corp", "Fir International Manufacturing"),
            ("I.B.M. Corp.", "IBM"),
            ("O'Hara Technologies", "OHara Technology"),
            ("PT Gum Tbk", "Gum"),
            ("ООО Дуб", "ООО Дуб"),
        ] {
            assert_eq!(CompanyName::parse(one), CompanyName::parse(other), "{one}");
        }
        assert_ne!(CompanyName::parse("Acme North"), CompanyName::parse("Acme South"));
    }

    #[test]
    fn a_name_of_nothing_but_a_form_stays() {
        assert_eq!(CompanyName::parse("AG").to_string(), "ag");
        assert_eq!(CompanyName::parse("The Limited").to_string(), "limited");
        assert!(CompanyName::parse("---").is_empty());
    }

    #[test]
    fn abbreviations_are_in_order_and_lead_nowhere_twice() {
        assert!(ABBREVIATIONS.is_sorted_by(|a, b| a.0 < b.0));
        for (_, full) in ABBREVIATIONS {
            assert!(
                ABBREVIATIONS.binary_search_by_key(full, |(short, _)| short).is_err(),
                "{full}"
            );
        }
    }
}
