//! Two lists of company names, matched by name alone and judged by their web addresses.

use identity::{
    COMPANY_FIELDS, CompanyName, CompanyRecord, Records, Thresholds, companies, duplicates,
};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

type Pairs = BTreeSet<(u32, u32)>;

/// The names with their lists, and the pairs across the lists that share a web address.
fn lists() -> (Vec<(String, String)>, Pairs) {
    let file = Path::new(env!("TANDEM_DATA")).join("whirl_business/business.txt");
    // The lists are in Latin-1, where each byte is its letter.
    let text: String = std::fs::read(file).unwrap().into_iter().map(char::from).collect();
    let mut names: Vec<(String, String)> = Vec::new();
    let mut by_site: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    for (place, line) in (0..).zip(text.lines()) {
        let mut cells = line.split('\t');
        let mut cell = || cells.next().unwrap().trim_matches('"').to_owned();
        let (list, address, name) = (cell(), cell(), cell());
        by_site.entry(site(&address)).or_default().push(place);
        names.push((list, name));
    }
    let mut pairs = Pairs::new();
    for places in by_site.values() {
        for (index, a) in places.iter().enumerate() {
            let others = places[index + 1..].iter();
            let across = others.filter(|b| names[*a as usize].0 != names[**b as usize].0);
            pairs.extend(across.map(|b| (*a, *b)));
        }
    }
    (names, pairs)
}

/// A web address without scheme, `www.` and path, as the figures were counted.
fn site(address: &str) -> String {
    let address = address.to_lowercase();
    let rest = address.split_once("://").map_or(&*address, |(_, rest)| rest);
    let host = rest.split('/').next().unwrap_or_default();
    host.strip_prefix("www.").unwrap_or(host).to_owned()
}

/// Precision and recall.
fn judged(taken: &Pairs, truth: &Pairs) -> (f64, f64) {
    let right = taken.intersection(truth).count() as f64;
    (right / taken.len() as f64, right / truth.len() as f64)
}

#[test]
#[cfg_attr(not(real_data), ignore = "real data is missing: set TANDEM_DATA")]
fn companies_are_found_by_name_as_well_as_their_addresses_tell() {
    let (names, truth) = lists();
    let of = |list: &str| names.iter().filter(|(of, _)| of == list).count();
    assert_eq!((of("hooverweb"), of("iontech"), truth.len()), (1_163, 976, 298));
    let plain = |place: u32| names[place as usize].1.trim().to_lowercase();
    let same = |(a, b): &&(u32, u32)| plain(*a) == plain(*b);
    assert_eq!(truth.iter().filter(same).count(), 2, "hardly any is written the same way");

    let mut records = Records::new(COMPANY_FIELDS.len());
    for (_, name) in &names {
        CompanyRecord { name: CompanyName::parse(name) }.push_to(&mut records).unwrap();
    }
    let thresholds = Thresholds { review: 0.3, certain: 0.99 };
    let found = duplicates(&companies(), &records, thresholds, 2).unwrap();
    let across = |a: u32, b: u32| names[a as usize].0 != names[b as usize].0;
    let from = |least: f64| -> Pairs {
        let pairs = found.pairs.iter().filter(|it| it.probability >= least && across(it.a, it.b));
        pairs.map(|pair| (pair.a, pair.b)).collect()
    };
    // Ten to fifteen of a hundred addresses wrongly differ, so precision cannot come near to 1.
    let (precision, recall) = judged(&from(0.5), &truth);
    assert!(precision >= 0.86 && recall >= 0.87, "{precision:.4} {recall:.4}");
    let (precision, recall) = judged(&from(0.3), &truth);
    assert!(precision >= 0.84 && recall >= 0.87, "{precision:.4} {recall:.4}");
}
