//! Deals and their changes.

use super::super::draft::{
    CellDraft, FactDraft, FileDraft, IdDraft, JoinDraft, LinkDraft, Only, Source, SubjectDraft,
    TraitDraft, When,
};
use super::super::meaning::{Entity, Meaning, Role};
use super::super::outcome::{End, end};
use super::super::reading::FileReading;
use super::super::words::{slug, words};
use super::columns::{cell, type_word, worth};
use super::leads::{ends, yes};
use super::{Builder, own_trait};

/// A larger file is not added to the rows of another.
const JOINED_ROWS_MAX: u64 = 50_000;

impl Builder<'_> {
    pub(super) fn deals(&mut self, index: usize, draft: &mut FileDraft) {
        let reading = self.reading;
        let file = &reading.files[index];
        let lead = self.lead_id(file);
        draft.as_of = Some(self.as_of.clone());
        let at = file.find(Meaning::WonAt).or_else(|| file.find(Meaning::ClosedAt));
        let ended = at.and_then(|at| self.when(file, at, true, draft));
        let Some(mut deal) = self.deal_subject(file, lead.as_ref()) else { return };
        self.stages(file, ended.as_ref(), &mut deal, draft);
        match &lead {
            // What a deal's file says of a lead is known when the deal is.
            Some(lead) => {
                let when = ended.unwrap_or_else(|| self.as_of());
                let mut person = SubjectDraft {
                    kind: "person",
                    id: lead.clone(),
                    joins: true,
                    ..SubjectDraft::default()
                };
                let account = self.deal_account(file, &when, &mut person);
                self.traits_of_deal(file, &mut deal, draft);
                self.traits(file, "lead", &when, &mut person, draft);
                person.traits.retain(|one| !one.name.starts_with("opportunity."));
                draft.subjects.push(person);
                draft.subjects.extend(account);
            }
            None => {
                let what = "no column names a lead, so each deal stands for itself".to_owned();
                let why =
                    "the file lists deals, and no other file lists who they are with".to_owned();
                if self.reading.leads.is_none() {
                    self.guess(file, None, what, why);
                }
                let when = self.as_of();
                self.traits(file, "opportunity", &when, &mut deal, draft);
                self.joined_traits(index, &mut deal, draft);
                for one in &mut deal.traits {
                    let own = one.name.split_once('.').map_or("", |(_, name)| name).to_owned();
                    one.name = format!("opportunity.{own}");
                }
            }
        }
        draft.subjects.push(deal);
    }

    /// What smaller files say of the company, the rep or the product of a deal.
    fn joined_traits(&mut self, index: usize, deal: &mut SubjectDraft, draft: &mut FileDraft) {
        let reading = self.reading;
        for join in super::super::telling(reading) {
            let other = &reading.files[join.to.file];
            let beside = matches!(other.role, Role::Reference | Role::Accounts);
            if join.from.file != index || !beside || other.profile.rows > JOINED_ROWS_MAX {
                continue;
            }
            let column = reading.files[index].header(join.from.column).to_owned();
            let key = other.header(join.to.column).to_owned();
            let prefix = format!("{}.", slug(&column));
            let mut found = false;
            for (place, column) in other.profile.columns.iter().enumerate() {
                let name = own_trait("opportunity", &column.name);
                let taken = deal.traits.iter().any(|one| one.name == name);
                let Ok(value_type) = worth(column) else { continue };
                // Names of colleagues tell no deals apart: nobody is ranked.
                let named = matches!(
                    other.meanings[place],
                    Some(Meaning::Id(_) | Meaning::Name | Meaning::FirstName | Meaning::LastName)
                );
                if place == join.to.column || taken || named {
                    continue;
                }
                found = true;
                let mut cell = cell(column);
                cell.column = format!("{prefix}{}", column.name);
                deal.traits.push(TraitDraft {
                    name,
                    cell,
                    value_type: type_word(column, value_type),
                    when: self.as_of(),
                    ..TraitDraft::default()
                });
            }
            if found {
                let path = other.profile.path.clone();
                draft.joins.push(JoinDraft { path, key, prefix, column });
            }
        }
    }

    fn deal_subject(&self, file: &FileReading<'_>, lead: Option<&IdDraft>) -> Option<SubjectDraft> {
        let own = file.find(Meaning::Id(Entity::Opportunity));
        let id = match (own, lead) {
            (Some(own), _) => IdDraft {
                namespace: self.namespace("opportunity"),
                column: file.header(own).to_owned(),
            },
            (None, Some(lead)) => {
                IdDraft { namespace: self.namespace("deal"), column: lead.column.clone() }
            }
            (None, None) => return None,
        };
        let link =
            |lead: &IdDraft| LinkDraft { to: "person", id: lead.clone(), when: self.as_of() };
        let links = lead.map(link).into_iter().collect();
        Some(SubjectDraft { kind: "opportunity", id, links, ..SubjectDraft::default() })
    }

    /// Amount, product and probability belong to the deal.
    fn traits_of_deal(
        &mut self,
        file: &FileReading<'_>,
        deal: &mut SubjectDraft,
        draft: &mut FileDraft,
    ) {
        let mut all = SubjectDraft::default();
        let when = self.as_of();
        let left_out = draft.left_out.len();
        self.traits(file, "lead", &when, &mut all, draft);
        draft.left_out.truncate(left_out);
        deal.traits
            .extend(all.traits.into_iter().filter(|one| one.name.starts_with("opportunity.")));
    }

    fn deal_account(
        &self,
        file: &FileReading<'_>,
        when: &When,
        person: &mut SubjectDraft,
    ) -> Option<SubjectDraft> {
        let column = file.header(file.find(Meaning::Id(Entity::Account))?).to_owned();
        let id = IdDraft { namespace: self.namespace("account"), column };
        person.links.push(LinkDraft { to: "account", id: id.clone(), when: when.clone() });
        let is_listed = self.reading.files.iter().any(|file| file.role == Role::Accounts);
        Some(SubjectDraft { kind: "account", id, joins: is_listed, ..SubjectDraft::default() })
    }

    /// When a deal was opened, and how it ended.
    fn stages(
        &mut self,
        file: &FileReading<'_>,
        ended: Option<&When>,
        deal: &mut SubjectDraft,
        draft: &mut FileDraft,
    ) {
        let actor = self.rep(file);
        let fact = |id: &str, value: Source, only: Option<Only>, when: When| FactDraft {
            kind: "opportunity",
            id: Some(id.to_owned()),
            name: Some(Source::Constant("opportunity.stage".to_owned())),
            value: Some(value),
            actor: actor.clone(),
            is_human: true,
            only,
            when,
            ..FactDraft::default()
        };
        if let Some(began) = file.find(Meaning::Began)
            && let Some(when) = self.when(file, began, false, draft)
        {
            let header = file.header(began).to_owned();
            let only = (file.profile.columns[began].filled < file.profile.rows)
                .then_some(Only::Filled(header));
            deal.facts.push(fact("opened", Source::Constant("open".to_owned()), only, when));
        }
        let ended = ended.cloned().unwrap_or_else(|| self.as_of());
        if let Some(stage) = file.find(Meaning::DealStage) {
            let column = &file.profile.columns[stage];
            let (won, lost) = (ends(file, stage, End::Won), ends(file, stage, End::Lost));
            let words = |values: &[String]| {
                let quoted: Vec<_> = values.iter().map(|it| format!("`{it}`")).collect();
                quoted.join(", ")
            };
            if !won.is_empty() || !lost.is_empty() {
                let what = match (won.is_empty(), lost.is_empty()) {
                    (false, false) => format!("{} means won, {} lost", words(&won), words(&lost)),
                    (false, true) => format!("{} means won", words(&won)),
                    _ => format!("{} means lost", words(&lost)),
                };
                self.guess(file, Some(stage), what, "the words of the stages say so".to_owned());
                let map = won.iter().map(|it| (it.clone(), "won".to_owned()));
                let map =
                    map.chain(lost.iter().map(|it| (it.clone(), "lost".to_owned()))).collect();
                let value = CellDraft { column: column.name.clone(), map, ..CellDraft::default() };
                let only = Only::OneOf(column.name.clone(), [won, lost].concat());
                deal.facts.push(fact("ended", Source::Cell(value), Some(only), ended));
            }
            let open: Vec<String> = column
                .by_frequency()
                .iter()
                .filter(|(value, _)| end(value).is_none())
                .map(|(value, _)| (*value).to_owned())
                .collect();
            if !open.is_empty() {
                let value = CellDraft { column: column.name.clone(), ..CellDraft::default() };
                let only = Only::OneOf(column.name.clone(), open);
                let mut now = fact("stage-now", Source::Cell(value), Some(only), self.as_of());
                now.says = vec!["The stage on the day of the export.".to_owned()];
                deal.facts.push(now);
            }
        } else if let Some(won) = file.find(Meaning::Won) {
            let column = &file.profile.columns[won];
            let only = Only::OneOf(column.name.clone(), yes(column));
            deal.facts.push(fact("won", Source::Constant("won".to_owned()), Some(only), ended));
        } else if let Some(at) = file.find(Meaning::WonAt) {
            let only = Only::Filled(file.header(at).to_owned());
            let when = When { as_of: None, ..ended };
            let everywhere = file.profile.columns[at].filled == file.profile.rows;
            let only = (!everywhere).then_some(only);
            deal.facts.push(fact("won", Source::Constant("won".to_owned()), only, when));
        }
    }

    /// Who worked the deal: the rep rather than who handed it over.
    fn rep(&self, file: &FileReading<'_>) -> Option<String> {
        let colleagues = file.all(|it| it == Meaning::Id(Entity::Colleague));
        let is_rep = |place: &&usize| {
            let words = words(file.header(**place));
            words.iter().any(|word| ["owner", "agent", "rep", "sr", "ae"].contains(&word.as_str()))
        };
        let rep = colleagues.iter().find(is_rep).or_else(|| colleagues.first());
        rep.map(|rep| file.header(*rep).to_owned())
    }

    /// Each change of a deal's stage.
    pub(super) fn history(&mut self, index: usize, draft: &mut FileDraft) {
        let reading = self.reading;
        let file = &reading.files[index];
        let (Some(deal), Some(at), Some(stage)) = (
            file.find(Meaning::Id(Entity::Opportunity)),
            file.find(Meaning::HappenedAt),
            file.find(Meaning::DealStage),
        ) else {
            return;
        };
        let Some(when) = self.when(file, at, true, draft) else { return };
        let column = &file.profile.columns[stage];
        let map = column.by_frequency().into_iter().filter_map(|(value, _)| {
            let word = match end(value)? {
                End::Won => "won",
                End::Lost => "lost",
            };
            Some((value.to_owned(), word.to_owned()))
        });
        let map: std::collections::BTreeMap<_, _> = map.collect();
        let open = column.by_frequency().into_iter().filter(|(value, _)| end(value).is_none());
        let all =
            map.into_iter().chain(open.map(|(value, _)| (value.to_owned(), value.to_owned())));
        let value = CellDraft {
            column: column.name.clone(),
            map: all.collect(),
            otherwise: Some("keep"),
            ..CellDraft::default()
        };
        let actor = file.find(Meaning::Id(Entity::Colleague)).map(|it| file.header(it).to_owned());
        draft.subjects.push(SubjectDraft {
            kind: "opportunity",
            id: IdDraft {
                namespace: self.namespace("opportunity"),
                column: file.header(deal).to_owned(),
            },
            joins: true,
            facts: vec![FactDraft {
                kind: "opportunity",
                id: Some("stage-history".to_owned()),
                name: Some(Source::Constant("opportunity.stage".to_owned())),
                value: Some(Source::Cell(value)),
                actor,
                is_human: true,
                when,
                ..FactDraft::default()
            }],
            ..SubjectDraft::default()
        });
    }
}
