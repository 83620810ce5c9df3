//! Which columns name the same things.

use super::profile::{ColumnProfile, FileProfile};
use super::words::{plain, words};

/// A column of a file, by their places.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) struct Place {
    pub(crate) file: usize,
    pub(crate) column: usize,
}

/// A value that no row of the other file has.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Missing {
    /// The value.
    pub value: String,
    /// How many rows have it.
    pub rows: u64,
    /// A value of the other file that is the same but for capitals, blanks and signs.
    pub meant: Option<String>,
}

/// The values of one column name rows of another file.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Join {
    pub(crate) from: Place,
    pub(crate) to: Place,
    /// Which share of the different values of the first column is in the second, 0 to 1.
    pub(crate) share: f64,
    /// Values that are not there; at most five.
    pub(crate) missing: Vec<Missing>,
}

/// From so large a share of common values on, one column names rows of the other.
const SHARE_MIN: f64 = 0.9;
/// The same where the columns have the same name.
const SHARE_MIN_SAME_NAME: f64 = 0.5;
/// The most missing values that are named.
const MISSING_MAX: usize = 5;

/// Every column whose values are those of a key column of another file.
pub(crate) fn joins(files: &[FileProfile]) -> Vec<Join> {
    let places = || {
        files.iter().enumerate().flat_map(|(file, profile)| {
            (0..profile.columns.len()).map(move |column| Place { file, column })
        })
    };
    let at = |place: Place| &files[place.file].columns[place.column];
    let keys: Vec<Place> = places().filter(|place| is_key(at(*place))).collect();
    let mut joins = Vec::new();
    for from in places().filter(|place| at(*place).filled > 0 && may_refer(at(*place))) {
        let column = at(from);
        for &to in keys.iter().filter(|to| to.file != from.file) {
            let key = at(to);
            let same_name = plain(&column.name) == plain(&key.name);
            let least = match (same_name, refers_by_code(column, key)) {
                (true, _) => SHARE_MIN_SAME_NAME,
                (false, true) => SHARE_MIN,
                (false, false) => continue,
            };
            let share = column.keys.share_in(&key.keys);
            if share >= least {
                joins.push(Join { from, to, share, missing: missing(column, key) });
            }
        }
    }
    joins
}

fn is_key(column: &ColumnProfile) -> bool {
    column.is_key() && column.distinct() >= 2 && column.times(None).is_none() && !column.is_flag()
}

fn may_refer(column: &ColumnProfile) -> bool {
    column.times(None).is_none() && !column.is_flag() && column.distinct() >= 2
}

/// Whether a column refers by an id that another file may call otherwise. Plain numbers are
/// everywhere, so their header must say that they are ids.
fn refers_by_code(column: &ColumnProfile, key: &ColumnProfile) -> bool {
    let says_id = |name: &str| {
        let words = words(name);
        words.iter().any(|word| ["id", "ids", "key", "number", "guid"].contains(&word.as_str()))
    };
    let both_ids = column.names_things() && key.names_things();
    both_ids && (!column.is_number() || says_id(&column.name) && says_id(&key.name))
}

fn missing(column: &ColumnProfile, key: &ColumnProfile) -> Vec<Missing> {
    let Some(known) = &key.values else { return Vec::new() };
    let unknown = |(value, _): &(&str, u64)| !known.contains_key(*value);
    let values = column.by_frequency().into_iter().filter(unknown);
    let letters = |text: &str| {
        let letters = text.chars().filter(|c| c.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect::<String>()
    };
    let missing = values.take(MISSING_MAX).map(|(value, rows)| {
        let meant = known.keys().find(|other| letters(other) == letters(value)).cloned();
        Missing { value: value.to_owned(), rows, meant }
    });
    missing.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, rows: &[&[&str]]) -> FileProfile {
        let mut file = FileProfile::new(path, rows[0].iter().copied());
        for row in &rows[1..] {
            file.look(2, row.iter().copied());
        }
        file
    }

    #[test]
    fn ids_join_under_any_name_and_words_only_under_the_same() {
        let leads =
            file("leads.csv", &[&["lead_id", "age"], &["L1", "1"], &["L2", "2"], &["L3", "3"]]);
        let calls = file("calls.csv", &[&["who", "nr"], &["L1", "1"], &["L1", "2"], &["L3", "3"]]);
        let joins = joins(&[leads, calls]);
        assert_eq!(joins.len(), 1, "numbers join nothing: {joins:?}");
        assert_eq!(joins[0].from, Place { file: 1, column: 0 });
        assert_eq!(joins[0].to, Place { file: 0, column: 0 });
        assert!((joins[0].share - 1.0).abs() < 1e-9);
    }

    #[test]
    fn values_that_another_file_lacks_are_named() {
        let deals = file("deals.csv", &[&["product"], &["GTX Basic"], &["GTXPro"], &["GTXPro"]]);
        let products = file("products.csv", &[&["product"], &["GTX Basic"], &["GTX Pro"]]);
        let joins = joins(&[deals, products]);
        let meant = Some("GTX Pro".to_owned());
        assert_eq!(joins[0].missing, [Missing { value: "GTXPro".to_owned(), rows: 2, meant }]);
    }
}
