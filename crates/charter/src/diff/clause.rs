//! A charter taken apart into clauses that can be compared.

use super::substance::{plain, precise, written};
use crate::model::Charter;
use crate::words::{Chapter, chapters};
use std::collections::BTreeMap;

/// A clause of one of two charters.
pub(super) struct Clause {
    pub(super) id: String,
    pub(super) chapter: &'static str,
    /// Where its chapter stands among all chapters.
    pub(super) place: usize,
    /// What it says.
    pub(super) says: String,
    /// What it means: alike for two clauses that mean the same, however they are put.
    pub(super) substance: String,
    /// Its rule as written.
    pub(super) written: String,
}

impl Clause {
    /// Whether people chose words for it: a name or a reading.
    pub(super) fn has_a_name(&self) -> bool {
        let (kind, rest) = self.id.split_once('.').unwrap_or((&self.id, ""));
        match kind {
            "stage" | "persona" | "pipeline" | "name" | "icp" => true,
            "unit" => !rest.contains('.'),
            _ => false,
        }
    }
}

/// Every clause, in the order in which it is read.
pub(super) fn clauses(charter: &Charter) -> Vec<Clause> {
    let meant: BTreeMap<String, String> =
        read(&plain(charter)).map(|(.., id, says)| (id, says)).collect();
    let mut all: Vec<Clause> = read(charter)
        .map(|(chapter, id, says)| Clause {
            substance: format!(
                "{}\n{}",
                meant.get(&id).map_or("", String::as_str),
                precise(charter, &id)
            ),
            written: written(charter, &id).unwrap_or_default().to_owned(),
            chapter: chapter.title,
            place: chapter.place,
            id,
            says,
        })
        .collect();
    all.extend(names(charter));
    let personas = charter.personas.iter().map(|persona| persona.id.as_str());
    all.extend(order(
        "persona",
        "Who decides with whom",
        "Personas",
        &personas.collect::<Vec<_>>(),
    ));
    let pipelines = charter.pipelines.iter().map(|pipeline| pipeline.id.as_str());
    all.extend(order("pipeline", "The path", "Pipelines", &pipelines.collect::<Vec<_>>()));
    let motions = charter.motions.iter().map(|motion| motion.id.as_str());
    all.extend(order("motion", "The path", "Motions", &motions.collect::<Vec<_>>()));
    let units = charter.units.iter().map(|unit| unit.id.as_str());
    all.extend(order("unit", "Business units", "Business units", &units.collect::<Vec<_>>()));
    all
}

/// In which order the first that fits is looked for.
fn order(id: &str, chapter: &'static str, what: &str, ids: &[&str]) -> Option<Clause> {
    let place = Chapter::TITLES.iter().position(|known| *known == chapter)?;
    let says = format!("{what} are tried in this order: {}.", ids.join(", "));
    (ids.len() > 1).then(|| Clause {
        id: id.to_owned(),
        chapter,
        place,
        substance: says.clone(),
        says,
        written: String::new(),
    })
}

/// Where a clause stands.
#[derive(Clone, Copy)]
struct Place {
    title: &'static str,
    place: usize,
}

fn read(charter: &Charter) -> impl Iterator<Item = (Place, String, String)> {
    chapters(charter).into_iter().flat_map(|Chapter { title, clauses, .. }| {
        let place = Chapter::TITLES.iter().position(|known| *known == title);
        let at = Place { title, place: place.unwrap_or(Chapter::TITLES.len()) };
        clauses.into_iter().map(move |clause| (at, clause.id, clause.says))
    })
}

/// What a charter is called and how it describes the ideal customer: words that decide nothing.
fn names(charter: &Charter) -> Vec<Clause> {
    let clause = |id: &str, says: String| Clause {
        id: id.to_owned(),
        chapter: "What it is called",
        place: 0,
        says,
        substance: String::new(),
        written: String::new(),
    };
    let name = clause("name", format!("The charter is called \u{201c}{}\u{201d}.", charter.name));
    let reading = charter.icp_reading.trim();
    let customer = match reading {
        "" => "The ideal customer is not described.".to_owned(),
        _ => format!("The ideal customer: {reading}."),
    };
    vec![name, clause("icp", customer)]
}
