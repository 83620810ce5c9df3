//! What a set of unknown files most likely says of leads: a mapping to start from.
//!
//! Each file is looked at column by column ([`FileProfile`]); then all are read together
//! ([`suggest`]): which export of which product, who the leads are, which columns join which files,
//! what each column means. The answer is a mapping that imports take as it stands, in which every
//! guess is marked with its reason, and the few questions whose answers would make it better.
//!
//! Pure but for [`look`], which reads a file: what was seen is handed in, and so is today's date.

mod build;
mod draft;
mod generic;
mod joins;
mod look;
mod meaning;
mod notes;
mod outcome;
mod product;
mod profile;
mod question;
mod reading;
mod words;
mod write;

pub use build::comes_later;
pub use joins::Missing;
pub use look::{ROWS_MAX, look};
pub use meaning::Role;
pub use notes::Note;
pub use product::Product;
pub use profile::{COLUMNS_MAX, ColumnProfile, DateOrder, FileProfile, Ordered};
pub use question::Question;

use build::Builder;
use facts::Instant;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use joins::Join;
use reading::Reading;

/// The name of an activity of which only the last date is known, so that it ends no wait.
pub const LAST_ACTIVITY: &str = "crm.last_activity";

/// What the user says already.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Answers {
    /// What to call the source, by default after the product or the folder.
    pub name: Option<String>,
    /// The name of the folder that the files are in.
    pub folder: String,
    /// The IANA zone of times that name none.
    pub zone: Option<String>,
    /// The order of day and month, where the data does not prove it.
    pub date_order: Option<DateOrder>,
    /// The file that lists the leads.
    pub leads: Option<String>,
    /// The column that names a lead.
    pub id: Option<String>,
    /// The column that says when a lead came.
    pub created: Option<String>,
    /// The column that says whether a lead or a deal was won.
    pub won: Option<String>,
    /// The date of the export; by default the last date in it.
    pub as_of: Option<Date>,
    /// Today.
    pub today: Date,
}

/// Something that was taken to be so, and why.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Guess {
    /// The file that it is about.
    pub file: String,
    /// The column, where it is about one.
    pub column: Option<String>,
    /// What was taken to be so.
    pub what: String,
    /// Why.
    pub why: String,
}

/// What a file is taken for.
#[derive(Clone, PartialEq, Debug)]
pub struct FileGuess {
    /// The file.
    pub path: String,
    /// What its rows are.
    pub role: Role,
    /// The product that exported it.
    pub product: Option<Product>,
    /// Why.
    pub why: String,
    /// Whether the mapping reads it.
    pub is_read: bool,
    /// The column that names the lead of a row.
    pub lead: Option<String>,
}

/// A join between two files, by their names and columns.
#[derive(Clone, PartialEq, Debug)]
pub struct Joined {
    /// The file and column that refer.
    pub from: (String, String),
    /// The file and column that are referred to.
    pub to: (String, String),
    /// Which share of the different values joins, from 0 to 1.
    pub share: f64,
    /// Values that join nothing; at most five.
    pub missing: Vec<Missing>,
}

/// A mapping to start from.
#[derive(Clone, PartialEq, Debug)]
pub struct Suggestion {
    /// The mapping, commented.
    pub mapping: String,
    /// The name of the mapping, with which its namespaces begin.
    pub name: String,
    /// What each file is taken for.
    pub files: Vec<FileGuess>,
    /// Which files join which.
    pub joins: Vec<Joined>,
    /// Whether the files name leads; else only deals.
    pub has_leads: bool,
    /// The date of the export, as written into the mapping.
    pub as_of: String,
    /// Where that date is from.
    pub as_of_from: AsOfFrom,
    /// Everything that was taken to be so.
    pub guesses: Vec<Guess>,
    /// What is odd about the data itself.
    pub notes: Vec<Note>,
    /// At most five questions whose answers would make it better.
    pub questions: Vec<Question>,
}

/// Where the date of an export is from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AsOfFrom {
    /// Somebody said it.
    Said,
    /// It is the last date in the files.
    LastDate,
    /// It is today: the files hold no date.
    Today,
}

/// Why nothing can be suggested.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{reason}")]
pub struct Refusal {
    /// The file, where it is about one.
    pub file: Option<String>,
    /// Why.
    pub reason: String,
    /// What to do.
    pub help: String,
}

/// Suggests a mapping.
///
/// # Errors
/// When no file names a lead or a deal, or an answer names what is not there.
pub fn suggest(files: &[FileProfile], answers: &Answers) -> Result<Suggestion, Refusal> {
    check(files, answers)?;
    let reading = reading::read(files, answers)?;
    let (as_of, as_of_from) = as_of(files, &reading, answers);
    let name = name(&reading, answers);
    let mut builder = Builder {
        reading: &reading,
        answers,
        name: name.clone(),
        as_of: as_of.clone(),
        guesses: Vec::new(),
    };
    let draft = builder.build();
    let guesses = builder.guesses;
    let is_read = |path: &str| {
        let joined = |file: &draft::FileDraft| file.joins.iter().any(|join| join.path == path);
        draft.files.iter().any(|file| file.path == path || joined(file))
    };
    let says_something = draft.files.iter().any(|file| {
        file.subjects.iter().any(|subject| matches!(subject.kind, "person" | "opportunity"))
    });
    if !says_something {
        return Err(question::nothing_there(&reading));
    }
    let listed = reading.files.iter().map(|file| FileGuess {
        path: file.profile.path.clone(),
        role: file.role,
        product: file.object.map(|object| object.product),
        why: file.why.clone(),
        is_read: is_read(&file.profile.path),
        lead: file.lead.map(|lead| file.header(lead).to_owned()),
    });
    let questions = question::questions(&reading, &draft, answers);
    Ok(Suggestion {
        mapping: write::write(&draft, &heading(&questions)),
        name,
        files: listed.collect(),
        joins: telling(&reading).into_iter().map(|join| joined(&reading, join)).collect(),
        has_leads: reading.leads.is_some(),
        as_of,
        as_of_from,
        guesses,
        notes: notes::notes(&reading),
        questions,
    })
}

fn check(files: &[FileProfile], answers: &Answers) -> Result<(), Refusal> {
    let Some(leads) = &answers.leads else { return Ok(()) };
    if files.iter().any(|file| file.path == *leads) {
        return Ok(());
    }
    let names: Vec<&str> = files.iter().map(|file| file.path.as_str()).collect();
    Err(Refusal {
        file: None,
        reason: format!("there is no file `{leads}`, which --leads names"),
        help: format!("name one of {}", names.join(", ")),
    })
}

/// The best join of each column, without those that follow from the leads'.
fn telling<'r>(reading: &'r Reading<'_>) -> Vec<&'r Join> {
    let rank = |join: &Join| (Some(join.to) == reading.leads, join.share);
    let mut best: Vec<&Join> = Vec::new();
    for join in reading.joins.iter().filter(|join| Some(join.from) != reading.leads) {
        match best.iter_mut().find(|known| known.from == join.from) {
            Some(known) if rank(join) > rank(known) => *known = join,
            Some(_) => {}
            None => best.push(join),
        }
    }
    best
}

fn joined(reading: &Reading<'_>, join: &Join) -> Joined {
    let name = |place: joins::Place| {
        let file = &reading.files[place.file];
        (file.profile.path.clone(), file.header(place.column).to_owned())
    };
    let missing = join.missing.clone();
    Joined { from: name(join.from), to: name(join.to), share: join.share, missing }
}

/// The last date in the files that is not in the future, or today.
fn as_of(files: &[FileProfile], all: &Reading<'_>, answers: &Answers) -> (String, AsOfFrom) {
    if let Some(date) = answers.as_of {
        return (date.to_string(), AsOfFrom::Said);
    }
    let end = answers.today.to_zoned(TimeZone::UTC).map_or(Instant::NEVER, |it| {
        Instant(it.timestamp().as_microsecond() + 2 * Instant::PER_DAY)
    });
    let mut last: Option<Instant> = None;
    for (file, reading) in files.iter().zip(&all.files) {
        let order = answers.date_order.or_else(|| proven_order(file));
        for (column, meaning) in file.columns.iter().zip(&reading.meanings) {
            // What is expected is no date of the export.
            let happened = match meaning {
                Some(meaning::Meaning::ClosedAt) => column.empty > 0 || all_ended(reading),
                Some(meaning) => meaning.is_time(),
                None => false,
            };
            let times = column.times(order).filter(|times| happened && times.last < end);
            if let Some(times) = times {
                last = Some(last.map_or(times.last, |last| last.max(times.last)));
            }
        }
    }
    match last.map(|at| at.to_timestamp().to_zoned(TimeZone::UTC).date()) {
        Some(date) => (date.to_string(), AsOfFrom::LastDate),
        None => (answers.today.to_string(), AsOfFrom::Today),
    }
}

/// Whether every deal of a file has ended, so that its closing dates have passed.
fn all_ended(file: &reading::FileReading<'_>) -> bool {
    let stage = file.find(meaning::Meaning::DealStage).map(|stage| &file.profile.columns[stage]);
    let values = stage.and_then(|stage| stage.values.as_ref());
    values.is_some_and(|values| values.keys().all(|value| outcome::end(value).is_some()))
}

/// The order of day and month that some column of a file proves.
pub(crate) fn proven_order(file: &FileProfile) -> Option<DateOrder> {
    file.columns.iter().find_map(|column| match column.times(None)?.ordered {
        Ordered::Proven { order, .. } => Some(order),
        _ => None,
    })
}

fn name(reading: &Reading<'_>, answers: &Answers) -> String {
    if let Some(name) = &answers.name {
        return name.clone();
    }
    let mut products = reading.files.iter().filter_map(|file| file.object.map(|it| it.product));
    match products.next() {
        Some(product) => product.word().to_owned(),
        None => words::slug(&answers.folder),
    }
}

fn heading(questions: &[Question]) -> Vec<String> {
    let mut heading = vec![
        "How these files are read. Suggested by `tandem map suggest` from their headers and values."
            .to_owned(),
        "Lines that say `guess` are worth a look: correct what is not so, and import.".to_owned(),
    ];
    if !questions.is_empty() {
        heading.push("Not known, and worth asking somebody who knows the data:".to_owned());
        let asked = questions.iter().map(|it| format!("- {} ({})", it.text, it.flag));
        heading.extend(asked);
    }
    heading
}
