//! Names that plainly are nobody's: common first names with invented family names, invented firms,
//! addresses under the example domains that RFC 2606 keeps free.

/// A name and an address.
pub(crate) struct Named {
    pub(crate) name: String,
    /// The part of an address before the `@`, or a whole domain.
    pub(crate) address: String,
}

const FIRST: [&str; 48] = [
    "Ada", "Amir", "Anika", "Bela", "Bram", "Carla", "Chidi", "Clara", "Dario", "Dilan", "Edda",
    "Elif", "Emil", "Enzo", "Fatou", "Femke", "Finn", "Greta", "Hana", "Henk", "Ida", "Imran",
    "Ines", "Jonas", "Joris", "Kaya", "Keiko", "Lars", "Leila", "Luca", "Malin", "Marta", "Mei",
    "Milo", "Nadia", "Noor", "Olena", "Oscar", "Priya", "Quinn", "Rafael", "Rosa", "Sanne",
    "Tariq", "Tilda", "Uwe", "Vera", "Yusuf",
];
const LAST_START: [&str; 10] =
    ["Alder", "Birken", "Cloud", "Dorn", "Ember", "Falken", "Grau", "Hollow", "Iron", "Quill"];
const LAST_END: [&str; 6] = ["bach", "feather", "hoven", "mere", "quist", "wick"];
const FIRM_START: [&str; 40] = [
    "Amber", "Arbor", "Atlas", "Basalt", "Beacon", "Birch", "Brook", "Cedar", "Cobalt", "Comet",
    "Copper", "Coral", "Crane", "Delta", "Dune", "Fjord", "Flint", "Garnet", "Harbor", "Heron",
    "Indigo", "Juniper", "Kestrel", "Lagoon", "Larch", "Linden", "Marble", "Meadow", "Nimbus",
    "Onyx", "Opal", "Orchard", "Pebble", "Prism", "Quartz", "Raven", "Saffron", "Tundra", "Willow",
    "Zephyr",
];
const FIRM_END: [&str; 25] = [
    "anchor", "bridge", "castle", "crest", "dale", "field", "forge", "gate", "grove", "haven",
    "hill", "lane", "loom", "mark", "mill", "path", "peak", "point", "port", "ridge", "spring",
    "stone", "vale", "ward", "works",
];
/// What every domain ends in: nobody's, by RFC 2606, so that each firm's is its own.
const DOMAINS: &str = "example";
/// The domain of private addresses.
pub(crate) const FREE_MAIL: &str = "freemail.example";

const LASTS: usize = LAST_START.len() * LAST_END.len();
const NAMES: usize = FIRST.len() * LASTS;
const FIRMS: usize = FIRM_START.len() * FIRM_END.len();
/// Primes that divide none of the counts above, so that neighbours get different names.
const NAME_STRIDE: usize = 1_759;
const FIRM_STRIDE: usize = 617;

/// The name of the `index`-th person; addresses differ for all of them.
pub(crate) fn person(index: usize) -> Named {
    let place = index * NAME_STRIDE % NAMES;
    let (first, last) = (FIRST[place % FIRST.len()], place / FIRST.len());
    let last =
        format!("{}{}", LAST_START[last % LAST_START.len()], LAST_END[last / LAST_START.len()]);
    let round = match index / NAMES {
        0 => String::new(),
        round => (round + 1).to_string(),
    };
    let address = format!("{first}.{last}{round}").to_lowercase();
    Named { name: format!("{first} {last}"), address }
}

/// The name and domain of the `index`-th firm; both differ for all of them.
pub(crate) fn firm(index: usize) -> Named {
    let place = index * FIRM_STRIDE % FIRMS;
    let (start, end) = (FIRM_START[place % FIRM_START.len()], FIRM_END[place / FIRM_START.len()]);
    let (suffix, number) = match index / FIRMS {
        0 => (String::new(), String::new()),
        round => (format!(" {}", round + 1), (round + 1).to_string()),
    };
    let address = format!("{start}{end}{number}.{DOMAINS}").to_lowercase();
    Named { name: format!("{start}{end}{suffix}"), address }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn names_of_firms_and_addresses_differ() {
        let count = 3 * NAMES;
        let people: HashSet<_> = (0..count).map(|index| person(index).address).collect();
        assert_eq!(people.len(), count);
        let firms: HashSet<_> = (0..count).map(|index| firm(index).name).collect();
        let domains: HashSet<_> = (0..count).map(|index| firm(index).address).collect();
        assert_eq!((firms.len(), domains.len()), (count, count));
        assert!(!domains.contains(FREE_MAIL));
    }

    #[test]
    fn domains_are_examples() {
        let examples = |name: &str| name.ends_with(&format!(".{DOMAINS}"));
        assert!((0..5_000).all(|index| examples(&firm(index).address)));
        assert!(examples(FREE_MAIL));
    }
}
