//! Where something stands in a charter: `stage.mql.enter`.

use super::EditError;
use std::fmt;
use std::str::FromStr;
use toml_edit::Key;

/// The way to a key or a clause: names of keys, and ids (or ordinals from 1) of clauses in lists,
/// as in `stage.mql.enter`, `icp.fit.3.points`, `engagement.points."page.*"`.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct KeyPath(Vec<String>);

impl KeyPath {
    /// Reads a path: names with dots between them, as TOML writes a key.
    ///
    /// # Errors
    /// [`EditError::BadPath`] when it is none.
    pub fn parse(text: &str) -> Result<Self, EditError> {
        let bad = |_| EditError::BadPath { path: text.to_owned() };
        let keys = Key::parse(text).map_err(bad)?;
        Ok(Self(keys.iter().map(|key| key.get().to_owned()).collect()))
    }

    /// The path of these names.
    pub fn of<S: Into<String>>(names: impl IntoIterator<Item = S>) -> Self {
        Self(names.into_iter().map(Into::into).collect())
    }

    /// Its names, the outermost first.
    #[must_use]
    pub fn names(&self) -> &[String] {
        &self.0
    }

    pub(super) fn up_to(&self, names: usize) -> Self {
        Self(self.0[..names.min(self.0.len())].to_vec())
    }

    /// The path of something beside it.
    pub(super) fn beside(&self, name: &str) -> Self {
        let mut names = self.0.clone();
        names.pop();
        names.push(name.to_owned());
        Self(names)
    }

    /// Its last name, and the path of what it is in.
    pub(super) fn split(&self) -> Option<(Self, &str)> {
        let (last, before) = self.0.split_last()?;
        Some((Self(before.to_vec()), last))
    }
}

impl FromStr for KeyPath {
    type Err = EditError;

    fn from_str(text: &str) -> Result<Self, EditError> {
        Self::parse(text)
    }
}

impl fmt::Display for KeyPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (nth, name) in self.0.iter().enumerate() {
            let dot = if nth == 0 { "" } else { "." };
            write!(f, "{dot}{}", Key::new(name.as_str()).display_repr())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_read_and_written_as_toml_writes_a_key() {
        let path = KeyPath::parse("engagement.points.\"page.*\"").unwrap();
        assert_eq!(path.names(), ["engagement", "points", "page.*"]);
        assert_eq!(path.to_string(), "engagement.points.\"page.*\"");
        assert!(KeyPath::parse("mql -> sal").is_err() && KeyPath::parse("").is_err());
    }
}
