//! What happened with leads: assignments, activities, touches, refusals.

use super::super::draft::{
    CellDraft, FactDraft, FileDraft, IdDraft, LinkDraft, Only, Source, SubjectDraft, When,
};
use super::super::meaning::{Entity, Meaning, Role};
use super::super::outcome::{End, Kind, activity, marketo_touch, touch};
use super::super::product::Product;
use super::super::profile::ColumnProfile;
use super::super::reading::FileReading;
use super::super::words::{slug, words};
use super::Builder;
use super::columns::cell;
use super::leads::ends;
use std::collections::BTreeMap;

impl Builder<'_> {
    fn person(&self, file: &FileReading<'_>) -> Option<SubjectDraft> {
        let id = self.lead_id(file)?;
        Some(SubjectDraft { kind: "person", id, joins: true, ..SubjectDraft::default() })
    }

    /// When the events of a file happened.
    fn happened(&mut self, file: &FileReading<'_>, draft: &mut FileDraft) -> Option<(usize, When)> {
        let meanings =
            [Meaning::HappenedAt, Meaning::AssignedAt, Meaning::Began, Meaning::LastActivity];
        let at = meanings.into_iter().find_map(|meaning| file.find(meaning))?;
        let when = self.when(file, at, true, draft)?;
        Some((at, when))
    }

    /// Who was given which lead. Of several colleagues in a row, the kind with more names has it.
    pub(super) fn assignments(&mut self, index: usize, draft: &mut FileDraft) {
        let reading = self.reading;
        let file = &reading.files[index];
        let Some(mut subject) = self.person(file) else { return };
        let mut colleagues = file.all(|it| it == Meaning::Id(Entity::Colleague));
        let distinct = |place: &usize| file.profile.columns[*place].distinct();
        colleagues.sort_by_key(|place| std::cmp::Reverse(distinct(place)));
        let Some(&to) = colleagues.first() else { return };
        let when = self.happened(file, draft).map_or_else(|| self.as_of(), |(_, when)| when);
        let by = colleagues.get(1).copied();
        let what = format!("`{}` names who got the lead", file.header(to));
        let why = match by {
            Some(by) => format!(
                "{} different names, against {} in `{}`",
                distinct(&to),
                distinct(&by),
                file.header(by)
            ),
            None => "the only column of colleagues".to_owned(),
        };
        self.guess(file, Some(to), what.clone(), why.clone());
        subject.facts.push(FactDraft {
            kind: "assignment",
            value: Some(Source::Cell(cell(&file.profile.columns[to]))),
            actor: by.map(|by| file.header(by).to_owned()),
            is_human: true,
            when,
            says: vec![format!("guess: {what} ({why}).")],
            ..FactDraft::default()
        });
        draft.subjects.push(subject);
    }

    /// Calls, mails and meetings.
    pub(super) fn activities(&mut self, index: usize, draft: &mut FileDraft) {
        let reading = self.reading;
        let file = &reading.files[index];
        let Some(mut subject) = self.person(file) else { return };
        let Some((_, when)) = self.happened(file, draft) else { return };
        let header = file.profile.columns.iter().flat_map(|column| words(&column.name));
        let all: Vec<String> = words(&file.profile.path).into_iter().chain(header).collect();
        let calls = all.iter().any(|word| word == "call" || word == "calls");
        let kind = if calls { Kind::Call } else { Kind::Any };
        let (name, what, why) = activity_name(file, kind);
        self.guess(file, None, what.clone(), why);
        let about = file.find(Meaning::About).map(|about| &file.profile.columns[about]);
        let about = about.filter(|about| about.values.is_some());
        subject.facts.push(FactDraft {
            kind: "activity",
            id: Some("activity".to_owned()),
            name: Some(name),
            value: about.map(|about| Source::Cell(cell(about))),
            actor: file.find(Meaning::Id(Entity::Colleague)).map(|it| file.header(it).to_owned()),
            is_human: true,
            when: when.clone(),
            says: vec![format!("guess: {what}.")],
            ..FactDraft::default()
        });
        // The stage that the caller saw the lead in.
        if let Some(stage) = file.find(Meaning::LeadStage) {
            self.stage_trait(file, stage, &when, &mut subject);
            self.won_stage(file, stage, &when, draft);
        }
        draft.subjects.insert(0, subject);
    }

    fn stage_trait(
        &self,
        file: &FileReading<'_>,
        stage: usize,
        when: &When,
        subject: &mut SubjectDraft,
    ) {
        subject.traits.push(super::super::draft::TraitDraft {
            name: "lead.crm_stage".to_owned(),
            cell: cell(&file.profile.columns[stage]),
            when: when.clone(),
            ..Default::default()
        });
    }

    /// A stage of a lead that means that it bought, where no list of deals says it.
    fn won_stage(
        &mut self,
        file: &FileReading<'_>,
        stage: usize,
        when: &When,
        draft: &mut FileDraft,
    ) {
        let deals = self.reading.files.iter().any(|file| file.role == Role::Opportunities);
        let values = ends(file, stage, End::Won);
        let Some(lead) = self.lead_id(file).filter(|_| !deals && !values.is_empty()) else {
            return;
        };
        let quoted: Vec<_> = values.iter().map(|it| format!("`{it}`")).collect();
        let what =
            format!("{} in `{}` means that the lead bought", quoted.join(", "), file.header(stage));
        self.guess(
            file,
            Some(stage),
            what.clone(),
            "its words say so, and no file lists deals".to_owned(),
        );
        draft.subjects.push(SubjectDraft {
            kind: "opportunity",
            id: IdDraft { namespace: self.namespace("deal"), column: lead.column.clone() },
            links: vec![LinkDraft { to: "person", id: lead, when: when.clone() }],
            facts: vec![FactDraft {
                kind: "opportunity",
                id: Some("won".to_owned()),
                name: Some(Source::Constant("opportunity.stage".to_owned())),
                value: Some(Source::Constant("won".to_owned())),
                is_human: true,
                only: Some(Only::OneOf(file.header(stage).to_owned(), values)),
                when: when.clone(),
                ..FactDraft::default()
            }],
            says: vec![format!("guess: {what}.")],
            ..SubjectDraft::default()
        });
    }

    /// What leads did.
    pub(super) fn touches(&mut self, index: usize, draft: &mut FileDraft) {
        let reading = self.reading;
        let file = &reading.files[index];
        let Some(mut subject) = self.person(file) else { return };
        let happened = self.happened(file, draft);
        let when = happened.map_or_else(|| self.as_of(), |(_, when)| when);
        let marketo = file.object.is_some_and(|object| object.product == Product::Marketo);
        let told =
            [Meaning::What, Meaning::Outcome].into_iter().find_map(|meaning| file.find(meaning));
        let column = told.map(|told| &file.profile.columns[told]).filter(|it| it.values.is_some());
        let map = column.map(|column| touches_of(column, marketo)).unwrap_or_default();
        let (name, what) = match column {
            Some(column) if !map.is_empty() => {
                let what = format!("`{}` says what happened", column.name);
                let column = column.name.clone();
                (
                    Source::Cell(CellDraft {
                        column,
                        map,
                        otherwise: Some("skip"),
                        empty: Vec::new(),
                    }),
                    what,
                )
            }
            _ => {
                let name = touch(&file.profile.path).map_or_else(
                    || format!("touch.{}", slug(stem(&file.profile.path))),
                    ToOwned::to_owned,
                );
                let what = format!("each row is a `{name}`");
                (Source::Constant(name), what)
            }
        };
        self.guess(file, told, what.clone(), "by its words".to_owned());
        subject.facts.push(FactDraft {
            kind: "touch",
            id: Some(format!("touch.{}", slug(stem(&file.profile.path)))),
            name: Some(name),
            when: when.clone(),
            says: vec![format!("guess: {what}.")],
            ..FactDraft::default()
        });
        self.traits(file, "lead", &when, &mut subject, draft);
        draft.subjects.push(subject);
    }

    /// Why leads went no further.
    pub(super) fn refusals(&mut self, index: usize, draft: &mut FileDraft) {
        let reading = self.reading;
        let file = &reading.files[index];
        let Some(mut subject) = self.person(file) else { return };
        draft.as_of = Some(self.as_of.clone());
        for reason in file.all(|it| it == Meaning::Reason) {
            let column = &file.profile.columns[reason];
            let what =
                format!("a reason in `{}` means that the lead was not taken further", column.name);
            self.guess(
                file,
                Some(reason),
                what.clone(),
                "its header says so; when, it does not say".to_owned(),
            );
            subject.facts.push(FactDraft {
                kind: "verdict",
                id: Some(format!("refused.{}", slug(&column.name))),
                name: Some(Source::Constant("rejected".to_owned())),
                value: Some(Source::Cell(cell(column))),
                is_human: true,
                only: Some(Only::Filled(column.name.clone())),
                when: self.as_of(),
                says: vec![format!("guess: {what}.")],
                ..FactDraft::default()
            });
        }
        draft.subjects.push(subject);
    }
}

/// What the rows of a file of activities are: by how they ended, by what they were, or by its name.
fn activity_name(file: &FileReading<'_>, kind: Kind) -> (Source, String, String) {
    for meaning in [Meaning::Outcome, Meaning::What] {
        let Some(place) = file.find(meaning) else { continue };
        let column = &file.profile.columns[place];
        let values = column.by_frequency().into_iter();
        let known = values
            .filter_map(|(value, _)| Some((value.to_owned(), activity(value, kind)?.to_owned())));
        let map: BTreeMap<String, String> = known.collect();
        if map.is_empty() {
            continue;
        }
        let pairs: Vec<_> =
            map.iter().take(4).map(|(from, to)| format!("`{from}` is `{to}`")).collect();
        let what = format!("`{}` says what was done: {}", column.name, pairs.join(", "));
        let column = column.name.clone();
        let cell = CellDraft { column, map, otherwise: Some("skip"), empty: Vec::new() };
        return (Source::Cell(cell), what, "by the words of its values".to_owned());
    }
    let name = activity(&file.profile.path, Kind::Any).unwrap_or("message.sent");
    let what = format!("each row is a `{name}` by a person");
    (Source::Constant(name.to_owned()), what, "by the name of the file".to_owned())
}

fn touches_of(column: &ColumnProfile, marketo: bool) -> BTreeMap<String, String> {
    let named = |value: &str| {
        if marketo { marketo_touch(value).or_else(|| touch(value)) } else { touch(value) }
    };
    let values = column.by_frequency().into_iter();
    values.filter_map(|(value, _)| Some((value.to_owned(), named(value)?.to_owned()))).collect()
}

fn stem(path: &str) -> &str {
    path.split('.').next().unwrap_or(path)
}
