//! The leads of the `x_education` set, as a scorecard sees them.

use facts::{Instant, Precision, SubjectId};
use insight::{ColumnValues, LearnColumn, Learned, Moment, Timing};
use std::collections::BTreeMap;
use std::path::Path;

/// The traits of the file, by the names that the importing tests give them, and whether the name of
/// the column says that it is filled in while a lead is worked.
const COLUMNS: [(&str, &str, bool); 17] = [
    ("lead.origin", "Lead Origin", false),
    ("lead.source", "Lead Source", false),
    ("lead.country", "Country", false),
    ("lead.city", "City", false),
    ("lead.specialization", "Specialization", false),
    ("lead.heard_by", "How did you hear about X Education", false),
    ("lead.profile", "Lead Profile", false),
    ("lead.occupation", "What is your current occupation", false),
    ("lead.visits", "TotalVisits", false),
    ("lead.seconds_on_site", "Total Time Spent on Website", false),
    ("lead.pages_per_visit", "Page Views Per Visit", false),
    ("lead.activity_score", "Asymmetrique Activity Score", true),
    ("lead.profile_score", "Asymmetrique Profile Score", true),
    ("lead.opted_out", "Do Not Email", false),
    ("lead.tags", "Tags", true),
    ("lead.quality", "Lead Quality", true),
    ("lead.last_notable_activity", "Last Notable Activity", true),
];

/// The leads, each by its line, and the columns. Nothing in the file is dated.
pub(crate) fn read(file: &Path) -> (Vec<Learned>, Vec<LearnColumn>) {
    let mut reader = csv::Reader::from_path(file).expect("the file is there");
    let header = reader.headers().expect("a header").clone();
    let records: Vec<csv::StringRecord> = reader.records().map(|it| it.expect("a row")).collect();
    let place = |name: &str| header.iter().position(|it| it == name).expect("the column is there");
    let converted = place("Converted");
    let leads = records.iter().enumerate().map(|(line, record)| Learned {
        lead: SubjectId(line as u64 + 1),
        at: Moment { at: Instant(0), precision: Precision::Unknown },
        has_outcome: &record[converted] == "1",
        present: None,
    });
    let columns = COLUMNS.map(|(name, column, comes_later)| {
        let cell = place(column);
        let cells: Vec<&str> = records
            .iter()
            .map(|record| if &record[cell] == "Select" { "" } else { &record[cell] })
            .collect();
        let values = values(name, &cells);
        let known = (0..cells.len()).filter(|place| values.is_known(*place)).count();
        let timing = Timing { undated: known, ..Timing::default() };
        let name = name.to_owned();
        LearnColumn { name, values, timing, comes_later, is_trusted: false, rises: None }
    });
    (leads.collect(), columns.into())
}

fn values(name: &str, cells: &[&str]) -> ColumnValues {
    const NUMBERS: [&str; 5] = [
        "lead.visits",
        "lead.seconds_on_site",
        "lead.pages_per_visit",
        "lead.activity_score",
        "lead.profile_score",
    ];
    if NUMBERS.contains(&name) {
        return ColumnValues::Numbers(
            cells.iter().map(|cell| cell.parse().unwrap_or(f64::NAN)).collect(),
        );
    }
    if name == "lead.opted_out" {
        return ColumnValues::Flags(cells.iter().map(|cell| *cell == "Yes").collect());
    }
    let mut words = vec![String::new()];
    let mut known = BTreeMap::from([("", 0)]);
    let of = cells.iter().map(|cell| {
        *known.entry(*cell).or_insert_with(|| {
            words.push((*cell).to_owned());
            words.len() as u32 - 1
        })
    });
    let of = of.collect();
    ColumnValues::Words { of, words }
}
