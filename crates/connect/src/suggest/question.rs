//! What is worth asking, and what cannot be read at all.

use super::draft::Draft;
use super::meaning::{Meaning, Role};
use super::profile::Ordered;
use super::reading::Reading;
use super::{Answers, Refusal};

/// A question whose answer makes a mapping better.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Question {
    /// Which question, the same from version to version: `date_order`.
    pub id: &'static str,
    /// The question.
    pub text: String,
    /// What is taken to be so until it is answered.
    pub assumed: String,
    /// How to answer it: `--date-order dmy`.
    pub flag: String,
}

/// The most questions.
pub(crate) const QUESTIONS_MAX: usize = 5;

/// The questions that matter, the most important first; at most five.
pub(super) fn questions(reading: &Reading<'_>, draft: &Draft, answers: &Answers) -> Vec<Question> {
    let mut questions = Vec::new();
    questions.extend(who(reading, answers));
    questions.extend(order(draft, answers));
    questions.extend(began(reading, answers));
    questions.extend(won(reading, draft, answers));
    questions.extend(zone(draft, answers));
    questions.truncate(QUESTIONS_MAX);
    questions
}

/// Who the leads are, where another file might list them as well.
fn who(reading: &Reading<'_>, answers: &Answers) -> Option<Question> {
    if answers.leads.is_some() || answers.id.is_some() {
        return None;
    }
    let Some(leads) = reading.leads else {
        return Some(Question {
            id: "leads",
            text: "Which file lists the leads, and which column names them?".to_owned(),
            assumed: "none does, so each deal stands for itself".to_owned(),
            flag: "--leads FILE --id COLUMN".to_owned(),
        });
    };
    let file = &reading.files[leads.file];
    let same = |other: &&super::reading::FileReading<'_>| {
        other.profile.path != file.profile.path
            && other.object.is_none()
            && other.lead.is_some_and(|lead| other.profile.columns[lead].is_key())
            && other.profile.rows == file.profile.rows
            && other.role == Role::Reference
    };
    let other = reading.files.iter().find(same)?;
    let (path, other) = (&file.profile.path, &other.profile.path);
    Some(Question {
        id: "leads",
        text: format!("Is {path} the list of leads, and not {other}?"),
        assumed: format!("{path} is, since it tells more about them"),
        flag: format!("--leads {other}"),
    })
}

fn order(draft: &Draft, answers: &Answers) -> Option<Question> {
    if answers.date_order.is_some() {
        return None;
    }
    let mut times = draft
        .files
        .iter()
        .flat_map(|file| file.times.iter().map(move |(column, time)| (&file.path, column, time)));
    let (path, column, time) = times.find(|(.., time)| time.ordered == Ordered::Ambiguous)?;
    let proven = draft.files.iter().flat_map(|file| file.times.values());
    if proven.into_iter().any(|time| matches!(time.ordered, Ordered::Proven { .. })) {
        return None;
    }
    let day_first = time.format.starts_with("%d");
    let (assumed, flag) = if day_first { ("the day", "mdy") } else { ("the month", "dmy") };
    Some(Question {
        id: "date_order",
        text: format!("Does `{column}` in {path} write the day or the month first?"),
        assumed: format!("{assumed} comes first; no value proves it"),
        flag: format!("--date-order {flag}"),
    })
}

/// When leads came.
fn began(reading: &Reading<'_>, answers: &Answers) -> Option<Question> {
    let leads = reading.leads?;
    if answers.created.is_some() {
        return None;
    }
    let file = &reading.files[leads.file];
    if file.find(Meaning::Began).is_some() || file.role == Role::EventLog {
        return None;
    }
    let dated = reading.files.iter().any(|file| {
        file.lead.is_some()
            && file.all(|it| matches!(it, Meaning::AssignedAt | Meaning::HappenedAt)).len() == 1
    });
    let assumed = match dated {
        true => "the first thing that any file dates is their beginning",
        false => "nothing is known of when, so waits cannot be told",
    };
    Some(Question {
        id: "created",
        text: format!("Which column of {} says when a lead came?", file.profile.path),
        assumed: assumed.to_owned(),
        flag: "--created COLUMN".to_owned(),
    })
}

/// Who was won.
fn won(reading: &Reading<'_>, draft: &Draft, answers: &Answers) -> Option<Question> {
    let told = draft.files.iter().flat_map(|file| &file.subjects).any(|subject| {
        subject.kind == "opportunity"
            && subject.facts.iter().any(|fact| {
                fact.id
                    .as_deref()
                    .is_some_and(|id| id.starts_with("won") || id.starts_with("ended"))
            })
    });
    if told || answers.won.is_some() {
        return None;
    }
    let first = reading.files.first()?;
    Some(Question {
        id: "won",
        text: "Which column says who bought?".to_owned(),
        assumed: format!(
            "none of the {} files does",
            reading.files.len().max(usize::from(first.profile.rows > 0))
        ),
        flag: "--won COLUMN".to_owned(),
    })
}

/// The zone of times with hours.
fn zone(draft: &Draft, answers: &Answers) -> Option<Question> {
    if answers.zone.is_some() {
        return None;
    }
    let mut times = draft.files.iter().flat_map(|file| &file.times);
    let local = |format: &str| {
        (format.contains("%H") || format.contains("%I"))
            && !format.contains("%z")
            && format != "rfc3339"
    };
    let (column, _) = times.find(|(_, time)| local(&time.format))?;
    Some(Question {
        id: "zone",
        text: format!("In which time zone are times such as `{column}` written?"),
        assumed: "UTC".to_owned(),
        flag: "--zone Europe/Paris".to_owned(),
    })
}

/// Why nothing in the files is about leads or deals.
pub(super) fn nothing_there(reading: &Reading<'_>) -> Refusal {
    let files = reading.files.iter().map(|file| {
        let profile = file.profile;
        let names: Vec<_> =
            profile.columns.iter().take(6).map(|it| format!("`{}`", it.name)).collect();
        let more = if profile.columns.len() > 6 { ", …" } else { "" };
        format!("{} has {}{more}: {}", profile.path, names.join(", "), why(file))
    });
    const TOLD: usize = 3;
    let files: Vec<String> = files.collect();
    let more = files.len().saturating_sub(TOLD);
    let more = if more > 0 { format!(" So it is with {more} more files.") } else { String::new() };
    Refusal {
        file: None,
        reason: format!(
            "no column names a lead or a deal. {}{more}",
            files.iter().take(TOLD).cloned().collect::<Vec<_>>().join(" ")
        ),
        help: "give an export with one row for each lead or deal and a column that names it; if \
               there is one here, say which with --id COLUMN"
            .to_owned(),
    }
}

fn why(file: &super::reading::FileReading<'_>) -> String {
    let columns = &file.profile.columns;
    let dated = columns.iter().any(|column| column.times(None).is_some());
    let key = columns.iter().find(|column| column.is_key());
    let counts = columns.iter().filter(|column| column.is_number()).count();
    if file.profile.rows == 0 {
        "it has no rows.".to_owned()
    } else if counts * 2 >= columns.len() && !dated {
        "its rows are sums over many people, without dates or ids.".to_owned()
    } else if file.profile.rows == 1 {
        "it has one row, and that tells nothing of many.".to_owned()
    } else if let Some(key) = key {
        format!("`{}` is different in every row, but says nothing of people or deals.", key.name)
    } else {
        "no column is different in every row.".to_owned()
    }
}
