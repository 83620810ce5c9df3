//! Writing a mapping as a person would, with the reason of each guess beside it.

use super::draft::{
    CellDraft, Draft, FactDraft, FileDraft, IdDraft, LinkDraft, Only, Source, SubjectDraft,
    TraitDraft, When,
};
use super::profile::{DateOrder, Ordered};
use std::fmt::Write;

/// The widest comment, in characters.
const WIDTH: usize = 96;

/// The mapping's text.
pub(crate) fn write(draft: &Draft, heading: &[String]) -> String {
    let mut out = Out(String::new());
    for line in heading {
        out.says(line);
    }
    out.line("");
    out.line("[mapping]");
    let name = text(&draft.name);
    out.line(&format!(
        "name = {name}            # part of every fact's key: keep it from export to export"
    ));
    let why = if draft.zone_is_guess { "          # guess: no time here names a zone" } else { "" };
    out.line(&format!("timezone = {}{why}", text(&draft.timezone)));
    for file in &draft.files {
        file_table(&mut out, file);
    }
    for order in &draft.orders {
        out.line("");
        out.line("[[expect_order]]");
        let facts: Vec<_> = order.facts.iter().map(|fact| text(fact)).collect();
        out.line(&format!("facts = [{}]", facts.join(", ")));
        out.line(&format!("contradiction = {}", text(&order.contradiction)));
    }
    out.0
}

struct Out(String);

impl Out {
    fn line(&mut self, text: &str) {
        // Writing to a string cannot fail.
        let _ = writeln!(self.0, "{}", text.trim_end());
    }

    /// A comment, wrapped.
    fn says(&mut self, text: &str) {
        let mut line = String::from("#");
        for word in text.split_whitespace() {
            if line.chars().count() + 1 + word.chars().count() > WIDTH && line.len() > 1 {
                self.line(&line);
                line = String::from("#");
            }
            // A comment of TOML has no controls.
            let word: String = word.chars().filter(|letter| !letter.is_control()).collect();
            line = format!("{line} {word}");
        }
        self.line(&line);
    }
}

fn file_table(out: &mut Out, file: &FileDraft) {
    out.line("");
    out.line(&format!("# {}", "-".repeat(WIDTH - 2)));
    for line in &file.says {
        out.says(line);
    }
    out.line("[[file]]");
    out.line(&format!("path = {}", text(&file.path)));
    if let Some(delimiter) = file.delimiter.filter(|it| *it != b',') {
        let delimiter = char::from(delimiter).to_string();
        out.line(&format!("delimiter = {}", text(&delimiter)));
    }
    if !file.times.is_empty() {
        for (column, time) in &file.times {
            out.says(&order_in_words(column, &time.ordered));
        }
        let times = file
            .times
            .iter()
            .map(|(column, time)| format!("{} = {}", key(column), text(&time.format)));
        out.line(&format!("times = {{ {} }}", times.collect::<Vec<_>>().join(", ")));
    }
    if let Some(dated) = &file.dated {
        out.line(&format!("dated = {}", text(dated)));
    }
    if let Some(as_of) = &file.as_of {
        let why = "# guess: where no column gives a date, it is taken to hold from then on";
        out.line(&format!("as_of = {}     {why}", text(as_of)));
    }
    for join in &file.joins {
        out.line("");
        out.line("[[file.join]]");
        out.line(&format!("path = {}", text(&join.path)));
        out.line(&format!("key = {}", text(&join.key)));
        out.line(&format!("prefix = {}", text(&join.prefix)));
        out.line(&format!("on = {{ column = {} }}", text(&join.column)));
    }
    for subject in &file.subjects {
        subject_table(out, subject, file);
    }
    if !file.left_out.is_empty() {
        out.line("");
        out.says("Left out:");
        for (column, why) in &file.left_out {
            out.says(&format!("- {}: {why}", quoted(column)));
        }
    }
}

/// How the order of day and month in a column is known, in words.
pub(crate) fn order_in_words(column: &str, ordered: &Ordered) -> String {
    let column = quoted(column);
    match ordered {
        Ordered::ByFormat => format!("{column} leaves no choice of day and month."),
        Ordered::Proven { order, value, line, values } => {
            let first = match order {
                DateOrder::DayFirst => "the day",
                DateOrder::MonthFirst => "the month",
            };
            let more = match values {
                1 => "it can be read in no other way".to_owned(),
                values => format!("{values} values can be read in no other way"),
            };
            format!("{column} writes {first} first: `{value}` in line {line} proves it, {more}.")
        }
        Ordered::Ambiguous => format!(
            "guess: nothing in {column} tells day and month apart; say it with --date-order."
        ),
    }
}

fn subject_table(out: &mut Out, subject: &SubjectDraft, file: &FileDraft) {
    out.line("");
    for line in &subject.says {
        out.says(line);
    }
    out.line("[[file.subject]]");
    out.line(&format!("kind = {}", text(subject.kind)));
    out.line(&format!("id = {}", id(&subject.id)));
    if subject.joins {
        out.line("joins = true");
    }
    if !subject.identifiers.is_empty() {
        let ids: Vec<_> = subject.identifiers.iter().map(id).collect();
        out.line(&format!("identifiers = [{}]", ids.join(", ")));
    }
    if !subject.personal.is_empty() {
        let fields =
            subject.personal.iter().map(|(field, column)| format!("{field} = {}", text(column)));
        out.line(&format!("personal = {{ {} }}", fields.collect::<Vec<_>>().join(", ")));
    }
    if !subject.links.is_empty() {
        let links = subject.links.iter().map(|LinkDraft { to, id, when }| {
            let IdDraft { namespace, column } = id;
            let mut parts = vec![
                format!("to = {}", text(to)),
                format!("namespace = {}", text(namespace)),
                format!("column = {}", text(column)),
            ];
            parts.extend(when_parts(when, file));
            format!("{{ {} }}", parts.join(", "))
        });
        out.line(&format!("links = [{}]", links.collect::<Vec<_>>().join(", ")));
    }
    if !subject.traits.is_empty() {
        out.line("");
        out.line("[file.subject.traits]");
        for one in &subject.traits {
            trait_line(out, one, file);
        }
    }
    for fact in &subject.facts {
        fact_table(out, fact, file);
    }
}

fn trait_line(out: &mut Out, one: &TraitDraft, file: &FileDraft) {
    if let Some(says) = &one.says {
        out.says(says);
    }
    let mut parts = cell_parts(&one.cell);
    parts.extend(one.value_type.map(|it| format!("type = {}", text(it))));
    parts.extend(one.only.iter().map(only_part));
    parts.extend(one.id.iter().map(|id| format!("id = {}", text(id))));
    parts.extend(when_parts(&one.when, file));
    out.line(&format!("{} = {{ {} }}", text(&one.name), parts.join(", ")));
}

fn fact_table(out: &mut Out, fact: &FactDraft, file: &FileDraft) {
    out.line("");
    for line in &fact.says {
        out.says(line);
    }
    out.line("[[file.subject.fact]]");
    out.line(&format!("kind = {}", text(fact.kind)));
    if let Some(id) = &fact.id {
        out.line(&format!("id = {}", text(id)));
    }
    if let Some(name) = &fact.name {
        out.line(&format!("name = {}", source(name, None)));
    }
    if let Some(value) = &fact.value {
        out.line(&format!("value = {}", source(value, fact.value_type)));
    }
    if let Some(actor) = &fact.actor {
        out.line(&format!("actor = {{ column = {} }}", text(actor)));
    }
    if fact.is_human {
        out.line("origin = \"human\"");
    }
    if let Some(only) = &fact.only {
        out.line(&only_part(only));
    }
    for part in when_parts(&fact.when, file) {
        out.line(&part);
    }
}

fn only_part(only: &Only) -> String {
    match only {
        Only::Filled(column) => {
            format!("when = {{ column = {}, not_empty = true }}", text(column))
        }
        Only::OneOf(column, values) => {
            let values: Vec<_> = values.iter().map(|value| text(value)).collect();
            let values = values.join(", ");
            format!("when = {{ column = {}, one_of = [{values}] }}", text(column))
        }
    }
}

fn source(source: &Source, value_type: Option<&str>) -> String {
    match source {
        Source::Constant(word) => text(word),
        Source::Cell(cell) => {
            let mut parts = cell_parts(cell);
            parts.extend(value_type.map(|it| format!("type = {}", text(it))));
            format!("{{ {} }}", parts.join(", "))
        }
    }
}

fn cell_parts(cell: &CellDraft) -> Vec<String> {
    let mut parts = vec![format!("column = {}", text(&cell.column))];
    if !cell.empty.is_empty() {
        let empty = std::iter::once(text("")).chain(cell.empty.iter().map(|it| text(it)));
        parts.push(format!("empty = [{}]", empty.collect::<Vec<_>>().join(", ")));
    }
    if !cell.map.is_empty() {
        let map = cell.map.iter().map(|(from, to)| format!("{} = {}", key(from), text(to)));
        parts.push(format!("map = {{ {} }}", map.collect::<Vec<_>>().join(", ")));
        parts.extend(cell.otherwise.map(|it| format!("otherwise = {}", text(it))));
    }
    parts
}

/// What a part says of its time, where it is not what the file says of all.
fn when_parts(when: &When, file: &FileDraft) -> Vec<String> {
    if (&when.dated, &when.as_of) == (&file.dated, &file.as_of) {
        return Vec::new();
    }
    let dated = when.dated.iter().map(|column| format!("dated = {}", text(column)));
    dated.chain(when.as_of.iter().map(|date| format!("as_of = {}", text(date)))).collect()
}

fn id(id: &IdDraft) -> String {
    format!("{{ namespace = {}, column = {} }}", text(&id.namespace), text(&id.column))
}

/// A string of TOML.
fn text(text: &str) -> String {
    toml_edit::Value::from(text).to_string().trim().to_owned()
}

/// A key of TOML, quoted where it must be.
fn key(name: &str) -> String {
    let bare = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    if !name.is_empty() && name.chars().all(bare) { name.to_owned() } else { text(name) }
}

fn quoted(name: &str) -> String {
    format!("`{name}`")
}
