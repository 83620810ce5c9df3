//! Two lists of company names, matched by name alone.

use identity::{
    CompanyName, Field, Likeness, Model, Part, Pass, Piece, Records, Thresholds, duplicates,
    registrable,
};
use std::fmt::Write as _;

type Failure = Box<dyn std::error::Error>;

/// A name of one of the lists.
struct Listed {
    list: String,
    domain: String,
    address: String,
}

/// Reads the lists (tab-delimited: list, web address, name), matches their names by their first
/// word and the rest, and writes the names with their key, and the pairs across the lists.
pub(crate) fn companies(file: &str, names_file: &str, pairs_file: &str) -> Result<(), Failure> {
    let bytes = std::fs::read(file)?;
    // The lists are in Latin-1, where each byte is its letter.
    let text: String = bytes.iter().map(|byte| char::from(*byte)).collect();
    let (mut listed, mut records) = (Vec::new(), Records::new(2));
    let mut names = String::from("unique_id,list,address,domain,first,rest,name\n");
    for line in text.lines() {
        let mut cells = line.split('\t');
        let (Some(list), Some(address), Some(name)) = (cells.next(), cells.next(), cells.next())
        else {
            return Err(format!("not three cells: {line}").into());
        };
        let address = address.trim_matches('"').to_owned();
        let domain = registrable(&address).unwrap_or_else(|| address.clone());
        let name = CompanyName::parse(name);
        let first = name.words().first().map_or("", String::as_str).to_owned();
        let rest = name.words().iter().skip(1).cloned().collect::<Vec<_>>().join(" ");
        // That nothing follows is something to agree in.
        let rest = if rest.is_empty() { "-".to_owned() } else { rest };
        records.push(&[&first, &rest])?;
        writeln!(names, "{},{list},{address},{domain},{first},{rest},{name}", listed.len())?;
        listed.push(Listed { list: list.to_owned(), domain, address });
    }
    std::fs::write(names_file, names)?;
    let field = |name| Field { name, likeness: Likeness::Name(0.85, 0.93), by_frequency: true };
    let part = |field, piece| Part { field, piece };
    let pass = |parts: &[Part]| Pass { parts: parts.to_vec(), implies: Vec::new() };
    let model = Model::new(
        vec![field("first word"), field("rest")],
        vec![
            pass(&[part(0, Piece::Whole)]),
            pass(&[part(1, Piece::Whole), part(0, Piece::First(1))]),
            pass(&[part(0, Piece::First(3)), part(1, Piece::First(3))]),
        ],
    )?;
    let found = duplicates(&model, &records, Thresholds { review: 0.01, certain: 0.99 }, 1)?;
    let mut pairs = String::new();
    for pair in &found.pairs {
        let (a, b) = (&listed[pair.a as usize], &listed[pair.b as usize]);
        if a.list != b.list {
            let same = u8::from(a.domain == b.domain);
            let exact = u8::from(a.address == b.address);
            writeln!(pairs, "{},{},{},{same},{exact}", pair.a, pair.b, pair.probability)?;
        }
    }
    std::fs::write(pairs_file, pairs)?;
    Ok(())
}
