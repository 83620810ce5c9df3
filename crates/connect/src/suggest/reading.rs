//! What each file is, and who the leads are.

use super::generic;
use super::joins::{Join, Place, joins};
use super::meaning::{Entity, Meaning, Role};
use super::product::{Object, recognise};
use super::profile::FileProfile;
use super::words::{plain, words};
use super::{Answers, Refusal};

/// A file with what its columns mean.
pub(crate) struct FileReading<'a> {
    pub(crate) profile: &'a FileProfile,
    pub(crate) object: Option<&'static Object>,
    /// What each column means, where that is known.
    pub(crate) meanings: Vec<Option<Meaning>>,
    pub(crate) role: Role,
    /// Why it is taken for that.
    pub(crate) why: String,
    /// The column that names the lead of a row.
    pub(crate) lead: Option<usize>,
}

/// All files together.
pub(crate) struct Reading<'a> {
    pub(crate) files: Vec<FileReading<'a>>,
    pub(crate) joins: Vec<Join>,
    /// The file and the column that say who the leads are; `None` where there are only deals.
    pub(crate) leads: Option<Place>,
}

impl FileReading<'_> {
    /// The first column that means that.
    pub(crate) fn find(&self, meaning: Meaning) -> Option<usize> {
        self.meanings.iter().position(|known| *known == Some(meaning))
    }

    /// Every column that means one of these.
    pub(crate) fn all(&self, is: impl Fn(Meaning) -> bool) -> Vec<usize> {
        let found = self.meanings.iter().enumerate();
        found.filter(|(_, it)| it.is_some_and(&is)).map(|(place, _)| place).collect()
    }

    pub(crate) fn header(&self, column: usize) -> &str {
        &self.profile.columns[column].name
    }
}

/// Reads all files together.
pub(crate) fn read<'a>(
    profiles: &'a [FileProfile],
    answers: &Answers,
) -> Result<Reading<'a>, Refusal> {
    let joins = joins(profiles);
    let mut files: Vec<FileReading<'a>> = profiles.iter().map(look).collect();
    answer(&mut files, answers)?;
    let leads = leads(&files, &joins, answers).or_else(|| event_log(&files));
    for index in 0..files.len() {
        files[index].lead = lead_column(&files, index, &joins, leads);
    }
    for index in 0..files.len() {
        if files[index].object.is_none() {
            let (role, why) = role(&files, index, &joins, leads);
            (files[index].role, files[index].why) = (role, why);
        }
    }
    Ok(Reading { files, joins, leads })
}

fn look(profile: &FileProfile) -> FileReading<'_> {
    let object = recognise(profile);
    let generic = || profile.columns.iter().map(generic::meaning);
    let meanings: Vec<_> = match object {
        // What the product says counts, unless a time is none.
        Some((object, _)) => profile
            .columns
            .iter()
            .map(|column| {
                let known = object.meaning(&column.name);
                let fits = |meaning: &Meaning| !meaning.is_time() || column.times(None).is_some();
                known.filter(fits)
            })
            .collect::<Vec<_>>(),
        None => one_each(profile, generic().collect()),
    };
    let meanings = match object {
        Some((object, _)) => with_own(profile, object, meanings),
        None => meanings,
    };
    let (role, why) = match object {
        None => (Role::Reference, String::new()),
        Some((object, known)) => (
            object.role,
            format!(
                "{} of its {} columns are those of {}'s {}",
                known,
                profile.columns.len(),
                object.product.name(),
                object.name
            ),
        ),
    };
    FileReading {
        profile,
        object: object.map(|(object, _)| object),
        meanings,
        role,
        why,
        lead: None,
    }
}

/// Columns that a firm added to a product's: what they mean by themselves, where no column of the
/// product says it.
fn with_own(
    profile: &FileProfile,
    object: &Object,
    mut meanings: Vec<Option<Meaning>>,
) -> Vec<Option<Meaning>> {
    for (place, column) in profile.columns.iter().enumerate() {
        let own = generic::meaning(column).filter(|_| object.meaning(&column.name).is_none());
        let said = |meaning: &Meaning| {
            matches!(meaning, Meaning::Id(_) | Meaning::HappenedAt | Meaning::Name)
                || meanings.contains(&Some(*meaning))
        };
        let own = own.filter(|meaning| !said(meaning));
        if meanings[place].is_none() {
            meanings[place] = own;
        }
    }
    meanings
}

/// Of several columns that would be one trait, only the one that is called so keeps it.
fn one_each(profile: &FileProfile, mut meanings: Vec<Option<Meaning>>) -> Vec<Option<Meaning>> {
    let called = |place: usize, name: &str| {
        let own = name.rsplit('.').next().unwrap_or(name);
        words(&profile.columns[place].name).iter().any(|word| word == own)
    };
    for place in 0..meanings.len() {
        let Some(Meaning::Trait(name, _)) = meanings[place] else { continue };
        let same = |other: &usize| matches!(meanings[*other], Some(Meaning::Trait(known, _)) if known == name);
        let all: Vec<usize> = (0..meanings.len()).filter(same).collect();
        let best = all.iter().copied().find(|other| called(*other, name)).unwrap_or(place);
        for other in all.into_iter().filter(|other| *other != best) {
            meanings[other] = None;
        }
    }
    meanings
}

/// Takes what the user said of columns.
fn answer(files: &mut [FileReading<'_>], answers: &Answers) -> Result<(), Refusal> {
    let mut say = |header: &Option<String>, flag: &'static str, meaning: Meaning| {
        let Some(header) = header else { return Ok(()) };
        let mut found = false;
        for file in &mut *files {
            let place = file.profile.columns.iter().position(|it| it.name == *header);
            if let Some(place) = place {
                found = true;
                // Another column that was taken for it is not.
                for known in &mut file.meanings {
                    if *known == Some(meaning) && !matches!(meaning, Meaning::Id(_)) {
                        *known = None;
                    }
                }
                file.meanings[place] = Some(meaning);
            }
        }
        match found {
            true => Ok(()),
            false => Err(Refusal {
                file: None,
                reason: format!("no file has a column `{header}`, which {flag} names"),
                help: "write it as the header of the file does".to_owned(),
            }),
        }
    };
    say(&answers.id, "--id", Meaning::Id(Entity::Lead))?;
    say(&answers.created, "--created", Meaning::Began)?;
    say(&answers.won, "--won", Meaning::Won)
}

/// The column of an event log that names its cases, as IEEE 1849 calls it.
pub(crate) const CASE: &str = "case:concept:name";
/// The column that names what happened.
pub(crate) const EVENT: &str = "concept:name";
/// The column that says when.
pub(crate) const EVENT_AT: &str = "time:timestamp";

/// The cases of an event log stand for leads.
fn event_log(files: &[FileReading<'_>]) -> Option<Place> {
    files.iter().enumerate().find_map(|(file, reading)| {
        let place = |name: &str| reading.profile.columns.iter().position(|it| it.name == name);
        place(EVENT).and(place(EVENT_AT))?;
        Some(Place { file, column: place(CASE)? })
    })
}

/// Who the leads are: the key of the file that lists them.
fn leads(files: &[FileReading<'_>], joins: &[Join], answers: &Answers) -> Option<Place> {
    let named = |file: &FileReading<'_>| {
        answers.leads.as_ref().is_some_and(|path| *path == file.profile.path)
    };
    let mut best: Option<(Place, [u64; 6])> = None;
    for (index, file) in files.iter().enumerate() {
        if answers.leads.is_some() && !named(file) {
            continue;
        }
        for (column, profile) in file.profile.columns.iter().enumerate() {
            if !profile.is_key() || profile.times(None).is_some() {
                continue;
            }
            let place = Place { file: index, column };
            let told = answers.id.as_ref() == Some(&profile.name);
            let meaning = file.meanings[column];
            let by_meaning = match (file.role, meaning) {
                _ if told => 4,
                (Role::Leads, Some(Meaning::Id(Entity::Lead))) => 3,
                (_, Some(Meaning::Id(Entity::Lead))) => 2,
                (_, Some(Meaning::Id(Entity::Contact))) => 1,
                (_, Some(Meaning::Email)) if file.object.is_none() => 1,
                _ if named(file)
                    && (meaning.is_none() || meaning == Some(Meaning::Id(Entity::Row))) =>
                {
                    1
                }
                _ => 0,
            };
            if by_meaning == 0 {
                continue;
            }
            let file_says = words(&file.profile.path).iter().any(|word| {
                ["lead", "leads", "mql", "mqls", "qualified", "prospects", "contacts"]
                    .contains(&word.as_str())
            });
            let whole = |join: &&Join| join.to == place && join.share > 0.9;
            let referred = joins.iter().filter(whole).count() as u64;
            // A list of leads tells most about them.
            let told_of =
                file.meanings.iter().zip(&file.profile.columns).filter(|(meaning, it)| {
                    it.times(None).is_none() && !matches!(meaning, Some(Meaning::Id(_)))
                });
            let told_of = told_of.count() as u64;
            let begins = file.find(Meaning::Began).is_some();
            let id_word = words(&profile.name).contains(&"id".to_owned());
            let rank = [
                by_meaning,
                referred,
                u64::from(file_says) + u64::from(begins),
                file.profile.rows,
                told_of,
                u64::from(id_word),
            ];
            if best.as_ref().is_none_or(|(_, known)| rank > *known) {
                best = Some((place, rank));
            }
        }
    }
    best.map(|(place, _)| place)
}

/// The column of a file that names leads.
fn lead_column(
    files: &[FileReading<'_>],
    index: usize,
    joins: &[Join],
    leads: Option<Place>,
) -> Option<usize> {
    let leads = leads?;
    if leads.file == index {
        return Some(leads.column);
    }
    let file = &files[index];
    let joined = joins.iter().filter(|join| join.from.file == index && join.to == leads);
    let best = joined.max_by(|one, other| one.share.total_cmp(&other.share));
    // A product says it, though not all of those named need be in this export.
    let of_product = || {
        let same =
            file.object.map(|it| it.product) == files[leads.file].object.map(|it| it.product);
        let apart = !matches!(file.role, Role::Leads | Role::Contacts | Role::Accounts);
        (file.object.is_some() && same && apart)
            .then(|| {
                file.find(Meaning::Id(Entity::Lead))
                    .or_else(|| file.find(Meaning::Id(Entity::Contact)))
            })
            .flatten()
    };
    let by_header = || {
        if file.object.is_some() {
            return None;
        }
        let header = plain(&files[leads.file].profile.columns[leads.column].name);
        let same = |column: &usize| {
            plain(file.header(*column)) == header && file.profile.columns[*column].names_things()
        };
        (0..file.profile.columns.len()).find(same)
    };
    best.map(|join| join.from.column).or_else(of_product).or_else(by_header)
}

/// What a file is that no product made.
fn role(
    files: &[FileReading<'_>],
    index: usize,
    joins: &[Join],
    leads: Option<Place>,
) -> (Role, String) {
    let file = &files[index];
    let says =
        |list: &[&str]| words(&file.profile.path).iter().any(|word| list.contains(&word.as_str()));
    let has = |meaning: Meaning| file.find(meaning).is_some();
    if leads.is_some() && leads == event_log(files).filter(|log| log.file == index) {
        return (Role::EventLog, format!("each row is an event of a case in `{CASE}`"));
    }
    if leads.is_some_and(|leads| leads.file == index) {
        let leads = leads.map_or(0, |leads| leads.column);
        let why = format!("each row has its own `{}`", file.header(leads));
        return (Role::Leads, why);
    }
    if let Some(lead) = file.lead {
        let lead = file.header(lead);
        let named = |what: &str| format!("its rows name a lead in `{lead}`, and {what}");
        if has(Meaning::WonAt)
            || has(Meaning::LostAt)
            || has(Meaning::DealStage)
            || has(Meaning::Won)
        {
            return (Role::Opportunities, named("say whether it was won"));
        }
        if has(Meaning::AssignedAt) || says(&["assigned", "assignment", "assignments"]) {
            return (Role::Assignments, named("say to whom it was given"));
        }
        let dated = !file.all(Meaning::is_time).is_empty();
        if has(Meaning::Reason) && !dated {
            return (Role::Refusals, named("give reasons"));
        }
        let calls = [
            "interaction",
            "interactions",
            "call",
            "calls",
            "activity",
            "activities",
            "task",
            "tasks",
            "meeting",
            "meetings",
            "log",
        ];
        if dated && (has(Meaning::Outcome) || says(&calls)) {
            return (Role::Activities, named("say what was done and when"));
        }
        if dated {
            return (Role::Touches, named("say when something happened"));
        }
        return (Role::Reference, named("give no dates"));
    }
    let key =
        |entity| file.find(Meaning::Id(entity)).filter(|it| file.profile.columns[*it].is_key());
    if let Some(key) = key(Entity::Opportunity) {
        let why = format!("each row has its own `{}`", file.header(key));
        return (Role::Opportunities, why);
    }
    if let Some(column) = file.find(Meaning::Id(Entity::Opportunity)) {
        return (Role::StageHistory, format!("its rows name deals in `{}`", file.header(column)));
    }
    let account = key(Entity::Account)
        .or_else(|| file.find(Meaning::Company).filter(|it| file.profile.columns[*it].is_key()));
    if let Some(column) = account {
        let joined = joins.iter().any(|join| join.to == Place { file: index, column });
        if joined || says(&["account", "accounts", "companies", "sellers"]) {
            let why = format!("each row has its own `{}`", file.header(column));
            return (Role::Accounts, why);
        }
    }
    (Role::Reference, "nothing in it names a lead or a deal".to_owned())
}
