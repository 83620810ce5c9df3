//! An event log: each case is a lead, and what happened in it is in the names of its events.

use super::super::draft::{
    CellDraft, FactDraft, FileDraft, IdDraft, LinkDraft, Only, Source, SubjectDraft, TraitDraft,
    When,
};
use super::super::outcome::{Event, event};
use super::super::reading::{CASE, EVENT, EVENT_AT, FileReading};
use super::{Builder, own_trait};

/// Who did it, as IEEE 1849 calls it.
const RESOURCE: &str = "org:resource";
/// How far the work was.
const TRANSITION: &str = "lifecycle:transition";

impl Builder<'_> {
    pub(super) fn event_log(&mut self, index: usize, draft: &mut FileDraft) {
        let reading = self.reading;
        let file = &reading.files[index];
        let at = file.profile.columns.iter().position(|column| column.name == EVENT_AT);
        let Some(when) = at.and_then(|at| self.when(file, at, false, draft)) else { return };
        draft.dated.clone_from(&when.dated);
        let states = states(file);
        let lead = IdDraft { namespace: self.namespace("lead"), column: CASE.to_owned() };
        let mut person = SubjectDraft {
            kind: "person",
            id: lead.clone(),
            says: vec!["guess: a case stands for a lead.".to_owned()],
            ..SubjectDraft::default()
        };
        self.case_traits(file, &states, &when, &mut person);
        let stages: Vec<String> = states.iter().map(|(name, _)| name.clone()).collect();
        person.traits.push(TraitDraft {
            name: "lead.crm_stage".to_owned(),
            cell: CellDraft { column: EVENT.to_owned(), ..CellDraft::default() },
            only: Some(Only::OneOf(EVENT.to_owned(), stages)),
            when: when.clone(),
            ..TraitDraft::default()
        });
        let told = [
            (Event::Began, "touch", "form.contact", "the lead came"),
            (Event::Accepted, "verdict", "accepted", "sales accepted it"),
            (Event::Refused, "verdict", "rejected", "sales refused it"),
        ];
        for (wanted, kind, name, means) in told {
            let fact = self.state_fact(file, &states, wanted, (kind, name, means), &when);
            person.facts.extend(fact);
        }
        person.facts.extend(self.work(file, &when));
        draft.subjects.push(person);
        let mut deal = SubjectDraft {
            kind: "opportunity",
            id: IdDraft { namespace: self.namespace("deal"), column: CASE.to_owned() },
            links: vec![LinkDraft { to: "person", id: lead, when: when.clone() }],
            ..SubjectDraft::default()
        };
        for (wanted, stage, means) in
            [(Event::Won, "won", "it was won"), (Event::Lost, "lost", "it was lost")]
        {
            let fact = self.state_fact(
                file,
                &states,
                wanted,
                ("opportunity", "opportunity.stage", means),
                &when,
            );
            deal.facts.extend(fact.map(|fact| FactDraft {
                id: Some(stage.to_owned()),
                value: Some(Source::Constant(stage.to_owned())),
                ..fact
            }));
        }
        if !deal.facts.is_empty() {
            draft.subjects.push(deal);
        }
    }

    /// A fact of each event that says so.
    fn state_fact(
        &mut self,
        file: &FileReading<'_>,
        states: &[(String, Option<Event>)],
        wanted: Event,
        (kind, name, means): (&'static str, &str, &str),
        when: &When,
    ) -> Option<FactDraft> {
        let said = states.iter().filter(|(_, event)| *event == Some(wanted));
        let names: Vec<String> = said.map(|(name, _)| name.clone()).collect();
        if names.is_empty() {
            return None;
        }
        let quoted: Vec<_> = names.iter().map(|it| format!("`{it}`")).collect();
        let what = format!("{} in `{EVENT}` means that {means}", quoted.join(", "));
        let column = file.profile.columns.iter().position(|column| column.name == EVENT);
        self.guess(file, column, what.clone(), "by the words of the events".to_owned());
        Some(FactDraft {
            kind,
            id: Some(format!("{kind}.{name}")),
            name: Some(Source::Constant(name.to_owned())),
            is_human: kind != "touch",
            only: Some(Only::OneOf(EVENT.to_owned(), names)),
            when: when.clone(),
            says: vec![format!("guess: {what}.")],
            ..FactDraft::default()
        })
    }

    /// Work that somebody began.
    fn work(&mut self, file: &FileReading<'_>, when: &When) -> Option<FactDraft> {
        let transition = file.profile.column(TRANSITION)?;
        let starts: Vec<String> = transition
            .by_frequency()
            .iter()
            .map(|(value, _)| (*value).to_owned())
            .filter(|value| value.eq_ignore_ascii_case("start"))
            .collect();
        if starts.is_empty() {
            return None;
        }
        let what = format!("an event that is a start in `{TRANSITION}` is work by a person");
        self.guess(file, None, what.clone(), "as the standard of event logs has it".to_owned());
        Some(FactDraft {
            kind: "activity",
            id: Some("work".to_owned()),
            name: Some(Source::Constant("work.started".to_owned())),
            value: Some(Source::Cell(CellDraft {
                column: EVENT.to_owned(),
                ..CellDraft::default()
            })),
            actor: file.profile.column(RESOURCE).map(|it| it.name.clone()),
            is_human: true,
            only: Some(Only::OneOf(TRANSITION.to_owned(), starts)),
            when: when.clone(),
            says: vec![format!("guess: {what}.")],
            ..FactDraft::default()
        })
    }

    /// What is said of a case, told at its first event.
    fn case_traits(
        &self,
        file: &FileReading<'_>,
        states: &[(String, Option<Event>)],
        when: &When,
        person: &mut SubjectDraft,
    ) {
        let first: Vec<String> = states
            .iter()
            .filter(|(_, event)| *event == Some(Event::Began))
            .map(|(name, _)| name.clone())
            .collect();
        let of_case = file.profile.columns.iter().filter_map(|column| {
            let name = column.name.strip_prefix("case:").filter(|_| column.name != CASE)?;
            let few = column.distinct() <= 60 && column.distinct() > 1;
            let wanted = column.times(None).is_none() && (column.is_number() || few);
            wanted.then_some((name, column))
        });
        for (name, column) in of_case.filter(|_| !first.is_empty()) {
            person.traits.push(TraitDraft {
                name: own_trait("lead", name),
                cell: CellDraft { column: column.name.clone(), ..CellDraft::default() },
                value_type: column.is_number().then_some("number"),
                only: Some(Only::OneOf(EVENT.to_owned(), first.clone())),
                when: when.clone(),
                ..TraitDraft::default()
            });
        }
    }
}

/// The events that say where a case is, with what each means: those that are named as the one that
/// begins it, `A_SUBMITTED`; all where they have no such prefix.
fn states(file: &FileReading<'_>) -> Vec<(String, Option<Event>)> {
    let Some(column) = file.profile.column(EVENT) else { return Vec::new() };
    let names: Vec<String> =
        column.by_frequency().iter().map(|(name, _)| (*name).to_owned()).collect();
    let began = names.iter().find(|name| event(name) == Some(Event::Began));
    let prefix = began.and_then(|name| name.split_once('_')).map(|(prefix, _)| prefix);
    let prefix = prefix.filter(|prefix| prefix.len() <= 2).map(|prefix| format!("{prefix}_"));
    let ours =
        |name: &String| prefix.as_ref().is_none_or(|prefix| name.starts_with(prefix.as_str()));
    names.into_iter().filter(ours).map(|name| (name.clone(), event(&name))).collect()
}
