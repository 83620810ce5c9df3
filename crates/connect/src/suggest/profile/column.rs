//! One column.

use super::times::{DateOrder, TimeProfile, Times};
use super::{Keys, Shapes, is_placeholder, salesforce_id};
use std::collections::BTreeMap;

/// The most different values that are listed; a column with more has no list.
const LISTED_MAX: usize = 400;
/// The longest value that is listed, in characters.
const LISTED_CHARS_MAX: usize = 120;

/// What a column holds.
#[derive(Clone, Debug)]
pub struct ColumnProfile {
    /// Its name, without blanks around it.
    pub name: String,
    /// How many cells say something.
    pub filled: u64,
    /// How many cells are empty or a placeholder.
    pub empty: u64,
    /// Words that stand for nothing, such as `Select`, with how often each occurs.
    pub placeholders: BTreeMap<String, u64>,
    /// Its different values with how often each occurs; `None` where there are too many.
    pub values: Option<BTreeMap<String, u64>>,
    /// The least and the greatest, where values are numbers.
    pub range: Option<(f64, f64)>,
    /// The length of the longest value, in characters.
    pub longest: usize,
    pub(crate) keys: Keys,
    pub(crate) shapes: Shapes,
    pub(crate) times: TimeProfile,
    /// The first three letters of its first Salesforce id.
    pub(crate) prefix: Option<String>,
}

impl ColumnProfile {
    pub(super) fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            filled: 0,
            empty: 0,
            placeholders: BTreeMap::new(),
            values: Some(BTreeMap::new()),
            range: None,
            longest: 0,
            keys: Keys::default(),
            shapes: Shapes::default(),
            times: TimeProfile::default(),
            prefix: None,
        }
    }

    pub(super) fn look(&mut self, text: &str, line: u64) {
        if text.is_empty() {
            self.empty += 1;
            return;
        }
        if is_placeholder(text) {
            self.empty += 1;
            *self.placeholders.entry(text.to_owned()).or_insert(0) += 1;
            return;
        }
        self.filled += 1;
        self.longest = self.longest.max(text.chars().count());
        self.keys.add(text);
        self.shapes.look(text);
        self.times.look(text, line);
        if let Ok(number) = text.parse::<f64>() {
            let (least, most) = self.range.unwrap_or((number, number));
            self.range = Some((least.min(number), most.max(number)));
        }
        if self.prefix.is_none() {
            self.prefix = salesforce_id(text).map(ToOwned::to_owned);
        }
        if let Some(values) = &mut self.values {
            *values.entry(text.to_owned()).or_insert(0) += 1;
            if values.len() > LISTED_MAX || text.chars().count() > LISTED_CHARS_MAX {
                self.values = None;
            }
        }
    }

    /// How many different values there are; about so many in a very large file.
    #[must_use]
    pub fn distinct(&self) -> u64 {
        self.values.as_ref().map_or_else(|| self.keys.distinct(), |values| values.len() as u64)
    }

    /// Whether every row has a value of its own.
    #[must_use]
    pub fn is_key(&self) -> bool {
        self.empty == 0 && self.keys.is_unique()
    }

    /// Whether all its values are `true`, `no`, `1` and the like, and both answers occur.
    #[must_use]
    pub fn is_flag(&self) -> bool {
        self.filled > 0 && self.shapes.flags == self.filled && self.distinct() == 2
    }

    /// Whether all its values are numbers as imports read them.
    #[must_use]
    pub fn is_number(&self) -> bool {
        self.filled > 0 && self.shapes.numbers == self.filled
    }

    /// Whether most of its values look like that.
    pub(crate) fn is_mostly(&self, count: fn(&Shapes) -> u64) -> bool {
        self.filled > 0 && count(&self.shapes) * 10 >= self.filled * 8
    }

    /// Whether its values name something: ids rather than words.
    pub(crate) fn names_things(&self) -> bool {
        self.is_mostly(|it| it.salesforce_ids)
            || self.is_mostly(|it| it.random_ids)
            || self.is_mostly(|it| it.codes) && !self.is_flag()
    }

    pub(crate) fn times(&self, wished: Option<DateOrder>) -> Option<Times<'_>> {
        self.times.format(self.filled, wished)
    }

    /// Which share of the cells says something, from 0 to 1.
    #[must_use]
    pub fn fill(&self) -> f64 {
        let all = self.filled + self.empty;
        if all == 0 { 0.0 } else { self.filled as f64 / all as f64 }
    }

    /// Its values, the most frequent first.
    pub(crate) fn by_frequency(&self) -> Vec<(&str, u64)> {
        let values = self.values.iter().flatten();
        let mut values: Vec<_> = values.map(|(value, count)| (value.as_str(), *count)).collect();
        values.sort_by(|one, other| other.1.cmp(&one.1).then(one.0.cmp(other.0)));
        values
    }
}
