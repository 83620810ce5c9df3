//! A charter's file is changed in one place, and stays as it is everywhere else.

mod agreeing;
mod forms;
mod properties;
mod tree;

use charter::{Edit, Edited, KeyPath, Written, edit, splice};

pub(crate) const READY: [&str; 3] = [
    include_str!("../../../../charters/b2b-saas.toml"),
    include_str!("../../../../charters/enterprise-abm.toml"),
    include_str!("../../../../charters/smb-inbound.toml"),
];

pub(crate) fn path(text: &str) -> KeyPath {
    KeyPath::parse(text).unwrap()
}

pub(crate) fn said(text: &str) -> Written {
    Written::Said(text.to_owned())
}

/// Makes a change that must succeed and whose undo must yield the text from before.
pub(crate) fn make(text: &str, change: &Edit) -> Edited {
    let edited = edit(text, change).unwrap_or_else(|error| panic!("{change:?}: {error}"));
    let back = splice(&edited.text, &edited.undo()).unwrap();
    assert!(back == text, "the undo of {change:?} yields another text");
    edited
}
