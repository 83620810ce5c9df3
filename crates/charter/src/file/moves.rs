//! `[moves_to]`: where leads go whose stage an earlier version had and this one has not.

use super::reading::Reading;
use super::section::Section;
use super::stage::{self, Draft};
use crate::diagnostic::ProblemCode;
use std::collections::BTreeMap;

/// The most stages that a charter may speak of as gone.
const MOVES_MAX: usize = 200;

/// For each stage that is gone, the index of the stage that its leads move to.
pub(super) fn read<'a>(
    root: &mut Section<'a>,
    stages: &[Draft<'a>],
    reading: &mut Reading<'a>,
) -> BTreeMap<String, usize> {
    let mut moves = BTreeMap::new();
    let Some(section) = root.section("moves_to", "[moves_to]", reading) else { return moves };
    let mut entries = section.entries();
    reading.at_most(&mut entries, MOVES_MAX, "moves", section.span.clone());
    for entry in entries {
        let gone = entry.key.value;
        if stages.iter().any(|stage| stage.id == gone) {
            let message =
                format!("`{gone}` is a stage of this charter, so nothing moves out of it");
            let help = "name a stage that an earlier version had and this one has not";
            reading.add(entry.key.span, ProblemCode::Inconsistent, message, help);
            continue;
        }
        let Some(text) = reading.text(&entry) else { continue };
        if let Some(to) = stage::find_reference(&text, stages, reading) {
            moves.insert(gone.to_owned(), to);
        }
    }
    moves
}
