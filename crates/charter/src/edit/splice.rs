//! Putting one text in place of another.

use super::EditError;
use std::ops::Range;

/// One text in place of another.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Splice {
    /// The byte of the text before any splice at which it stands.
    pub at: usize,
    /// What stands there.
    pub was: String,
    /// What shall stand there.
    pub is: String,
}

impl Splice {
    pub(super) fn new(text: &str, at: Range<usize>, is: impl Into<String>) -> Self {
        let was = text.get(at.clone()).unwrap_or_default().to_owned();
        Self { at: at.start, was, is: is.into() }
    }

    pub(super) fn insert(at: usize, is: impl Into<String>) -> Self {
        Self { at, was: String::new(), is: is.into() }
    }
}

/// The text with all splices made; they stand in its order and do not overlap.
///
/// # Errors
/// When another text stands where one should: the splices are of another state of the file.
pub fn splice(text: &str, splices: &[Splice]) -> Result<String, EditError> {
    let mut spliced = String::with_capacity(text.len());
    let mut done = 0;
    for Splice { at, was, is } in splices {
        let before = text.get(done..*at).ok_or(EditError::OtherText { at: *at })?;
        let rest = &text[*at..];
        if !rest.starts_with(was.as_str()) {
            return Err(EditError::OtherText { at: *at });
        }
        spliced.push_str(before);
        spliced.push_str(is);
        done = at + was.len();
    }
    spliced.push_str(&text[done..]);
    Ok(spliced)
}

/// The splices that take these back.
pub(super) fn inverse(splices: &[Splice]) -> Vec<Splice> {
    let mut longer: isize = 0;
    let turned = splices.iter().map(|Splice { at, was, is }| {
        let at = at.saturating_add_signed(longer);
        longer += is.len() as isize - was.len() as isize;
        Splice { at, was: is.clone(), is: was.clone() }
    });
    turned.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splices_turned_round_take_the_change_back() {
        let text = "one two three";
        let splices =
            [Splice::new(text, 0..3, "1"), Splice::insert(4, "and "), Splice::new(text, 7..13, "")];
        let spliced = splice(text, &splices).unwrap();
        assert_eq!(spliced, "1 and two");
        assert_eq!(splice(&spliced, &inverse(&splices)).unwrap(), text);
    }

    #[test]
    fn a_splice_of_another_text_is_refused() {
        let splices = [Splice::new("one two", 4..7, "2")];
        assert_eq!(splice("one too", &splices), Err(EditError::OtherText { at: 4 }));
        assert_eq!(splice("one", &splices), Err(EditError::OtherText { at: 4 }));
    }
}
