//! Two lists of company names, matched by name alone.

use identity::{
    COMPANY_FIELDS, CompanyName, CompanyRecord, Records, Thresholds, companies, duplicates,
    registrable,
};
use std::fmt::Write as _;

type Failure = Box<dyn std::error::Error>;

/// A web address without scheme, `www.` and path.
fn site(address: &str) -> String {
    let address = address.to_lowercase();
    let rest = address.split_once("://").map_or(&*address, |(_, rest)| rest);
    let host = rest.split('/').next().unwrap_or_default();
    host.strip_prefix("www.").unwrap_or(host).to_owned()
}

/// Reads the lists (tab-delimited: list, web address, name), matches their names, and writes the
/// names with their keys, and the pairs across the lists.
pub(crate) fn match_lists(file: &str, names_file: &str, pairs_file: &str) -> Result<(), Failure> {
    let bytes = std::fs::read(file)?;
    // The lists are in Latin-1, where each byte is its letter.
    let text: String = bytes.iter().map(|byte| char::from(*byte)).collect();
    let (mut lists, mut records) = (Vec::new(), Records::new(COMPANY_FIELDS.len()));
    let mut names = String::from("unique_id,list,address,domain,first,rest,name\n");
    for line in text.lines() {
        let mut cells = line.split('\t');
        let (Some(list), Some(address), Some(name)) = (cells.next(), cells.next(), cells.next())
        else {
            return Err(format!("not three cells: {line}").into());
        };
        let address = address.trim_matches('"');
        let site = site(address);
        let domain = registrable(address).unwrap_or_else(|| site.clone());
        let record = CompanyRecord { name: CompanyName::parse(name) };
        record.push_to(&mut records)?;
        let ([first, rest], name) = (record.values(), &record.name);
        writeln!(names, "{},{list},{site},{domain},{first},{rest},{name}", lists.len())?;
        lists.push(list.to_owned());
    }
    std::fs::write(names_file, names)?;
    let found = duplicates(&companies(), &records, Thresholds { review: 0.01, certain: 0.99 }, 1)?;
    let mut pairs = String::new();
    for pair in &found.pairs {
        if lists[pair.a as usize] != lists[pair.b as usize] {
            writeln!(pairs, "{},{},{}", pair.a, pair.b, pair.probability)?;
        }
    }
    std::fs::write(pairs_file, pairs)?;
    Ok(())
}
