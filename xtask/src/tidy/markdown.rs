//! As much of Markdown as the checks need: code spans, words in code blocks, links, headings.

/// Something in a page, with its line from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Located {
    pub(crate) line: usize,
    pub(crate) text: String,
}

/// A line of a page, and whether it stands in a fenced code block.
fn lines(page: &str) -> impl Iterator<Item = (usize, &str, bool)> {
    let mut fence: Option<&str> = None;
    page.lines().enumerate().map(move |(index, line)| {
        let marker = ["```", "~~~"].into_iter().find(|one| line.trim_start().starts_with(one));
        let was_inside = fence.is_some();
        match (fence, marker) {
            (None, Some(_)) => fence = marker,
            (Some(open), Some(close)) if open == close => fence = None,
            _ => {}
        }
        (index + 1, line, was_inside || fence.is_some())
    })
}

/// The words of all code: spans in backticks and fenced blocks.
pub(crate) fn code_words(page: &str) -> Vec<Located> {
    let mut words = Vec::new();
    for (line, text, is_fenced) in lines(page) {
        let code = if is_fenced { vec![text] } else { spans(text) };
        for word in code.iter().flat_map(|one| one.split_whitespace()) {
            words.push(Located { line, text: word.to_owned() });
        }
    }
    words
}

/// The text between backticks on one line.
pub(crate) fn spans(line: &str) -> Vec<&str> {
    line.split('`').skip(1).step_by(2).filter(|span| !span.is_empty()).collect()
}

/// The targets of inline links, images and reference definitions, outside code.
pub(crate) fn link_targets(page: &str) -> Vec<Located> {
    let mut targets = Vec::new();
    for (line, text, is_fenced) in lines(page) {
        if is_fenced {
            continue;
        }
        let prose: String = text.split('`').step_by(2).collect::<Vec<_>>().join("`");
        let inline =
            prose.match_indices("](").filter_map(|(at, _)| prose[at + 2..].split(')').next());
        let defined = prose
            .trim_start()
            .strip_prefix('[')
            .and_then(|rest| rest.split_once("]: "))
            .map(|(_, target)| target);
        for target in inline.chain(defined) {
            // A title may follow the target.
            let target = target.split_whitespace().next().unwrap_or("");
            let text = target.trim_matches(['<', '>']).to_owned();
            targets.push(Located { line, text });
        }
    }
    targets
}

/// The anchors of a page's headings.
pub(crate) fn anchors(page: &str) -> Vec<String> {
    let headings = lines(page).filter(|(_, text, is_fenced)| !is_fenced && text.starts_with('#'));
    headings.map(|(_, text, _)| anchor(text.trim_start_matches('#').trim())).collect()
}

/// A heading's anchor: small letters, digits, `-` and `_`; spaces become `-`.
fn anchor(heading: &str) -> String {
    let kept = heading.chars().filter(|c| c.is_alphanumeric() || " -_".contains(*c));
    kept.flat_map(char::to_lowercase).map(|c| if c == ' ' { '-' } else { c }).collect()
}

/// The rows of the tables below a heading that holds a word, up to the next heading of its rank.
pub(crate) fn table_rows_below(page: &str, word: &str) -> Vec<Located> {
    let mut rank_of_section = None;
    let mut rows = Vec::new();
    for (line, text, is_fenced) in lines(page) {
        let rank = text.bytes().take_while(|byte| *byte == b'#').count();
        if rank > 0 && !is_fenced {
            if text.to_lowercase().contains(word) {
                rank_of_section.get_or_insert(rank);
            } else if rank_of_section.is_some_and(|open| rank <= open) {
                rank_of_section = None;
            }
        } else if rank_of_section.is_some() && !is_fenced && text.trim_start().starts_with('|') {
            rows.push(Located { line, text: text.trim().to_owned() });
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::{anchors, code_words, link_targets, table_rows_below};

    fn texts(found: &[super::Located]) -> Vec<&str> {
        found.iter().map(|one| one.text.as_str()).collect()
    }

    #[test]
    fn words_come_from_spans_and_fences() {
        let page = "Run `bash scripts/a.sh` now.\n```sh\nmake test\n```\nNot this.";
        assert_eq!(
            texts(&code_words(page)),
            ["bash", "scripts/a.sh", "```sh", "make", "test", "```"]
        );
    }

    #[test]
    fn links_are_found_outside_code_only() {
        let page = "[a](b.md#c) `[x](y)` ![i](i.png \"title\")\n[ref]: docs/d.md\n```\n[z](w)\n```";
        assert_eq!(texts(&link_targets(page)), ["b.md#c", "i.png", "docs/d.md"]);
    }

    #[test]
    fn headings_have_anchors() {
        assert_eq!(anchors("# Two times\n## What's `new`?\n"), ["two-times", "whats-new"]);
    }

    #[test]
    fn rows_are_taken_from_the_named_section() {
        let page = "# A\n|no|\n## Invariants\n| 1 | x |\n### Sub\n| 2 | y |\n## Next\n|no|";
        assert_eq!(texts(&table_rows_below(page, "invariant")), ["| 1 | x |", "| 2 | y |"]);
    }
}
