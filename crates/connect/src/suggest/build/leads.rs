//! People: leads and contacts.

use super::super::LAST_ACTIVITY;
use super::super::draft::{
    FactDraft, FileDraft, IdDraft, LinkDraft, Only, Source, SubjectDraft, When,
};
use super::super::meaning::{Entity, Meaning, Role};
use super::super::outcome::{End, end, refuses};
use super::super::reading::FileReading;
use super::Builder;
use super::columns::cell;

impl Builder<'_> {
    /// The list of leads: who they are, when they came, what became of them.
    pub(super) fn leads(&mut self, index: usize, draft: &mut FileDraft) {
        let reading = self.reading;
        let file = &reading.files[index];
        let Some(lead) = file.lead else { return };
        let mut subject = SubjectDraft {
            kind: "person",
            id: IdDraft { namespace: self.namespace("lead"), column: file.header(lead).to_owned() },
            ..SubjectDraft::default()
        };
        self.other_ids(file, lead, &mut subject);
        personal(file, &mut subject);
        self.account_link(file, draft, &mut subject);
        let began = self.began(file, draft, &mut subject);
        self.assignment(file, draft, &mut subject);
        self.last_activity(file, draft, &mut subject);
        let bought_here = self.acceptance(file, draft, &mut subject);
        self.refused_status(file, draft, &mut subject);
        let when = began.unwrap_or_else(|| self.as_of());
        self.traits(file, "lead", &when, &mut subject, draft);
        draft.subjects.push(subject);
        self.deals_of_leads(file, bought_here, draft);
    }

    /// People whom sales knows: only who they are.
    pub(super) fn contacts(&mut self, index: usize, draft: &mut FileDraft) {
        let reading = self.reading;
        let file = &reading.files[index];
        if file.lead.is_some() && reading.leads.is_some_and(|leads| leads.file == index) {
            return self.leads(index, draft);
        }
        let Some(id) = file.find(Meaning::Id(Entity::Contact)) else { return };
        let mut subject = SubjectDraft {
            kind: "person",
            id: IdDraft {
                namespace: self.namespace("contact"),
                column: file.header(id).to_owned(),
            },
            says: vec![
                "A contact that was a lead has the id of both, and is one person.".to_owned(),
            ],
            ..SubjectDraft::default()
        };
        personal(file, &mut subject);
        self.account_link(file, draft, &mut subject);
        let when = self.as_of();
        self.traits(file, "lead", &when, &mut subject, draft);
        // The lead knew its own source, status and title first.
        subject.traits.retain(|one| one.name != "lead.source");
        draft.subjects.push(subject);
    }

    fn other_ids(&self, file: &FileReading<'_>, lead: usize, subject: &mut SubjectDraft) {
        for place in file.all(|it| it == Meaning::Id(Entity::Lead)) {
            if place != lead && file.profile.columns[place].is_key() {
                let column = file.header(place).to_owned();
                let namespace = self.namespace(&super::super::words::slug(&column));
                subject.identifiers.push(IdDraft { namespace, column });
            }
        }
        let contact = file.find(Meaning::Id(Entity::Contact)).filter(|place| *place != lead);
        if let Some(contact) = contact {
            let column = file.header(contact).to_owned();
            let same = format!("`{column}` names the contact that a lead became: one person.");
            subject.says.push(same);
            subject.identifiers.push(IdDraft { namespace: self.namespace("contact"), column });
        }
    }

    fn account_link(
        &mut self,
        file: &FileReading<'_>,
        draft: &mut FileDraft,
        subject: &mut SubjectDraft,
    ) {
        let Some(account) = file.find(Meaning::Id(Entity::Account)) else { return };
        let id = IdDraft {
            namespace: self.namespace("account"),
            column: file.header(account).to_owned(),
        };
        // The account that a lead was converted into, since then.
        let converted = id.column.to_lowercase().contains("convert");
        let at = file.find(Meaning::ConvertedAt).filter(|_| converted);
        let when =
            at.and_then(|at| self.when(file, at, true, draft)).unwrap_or_else(|| self.as_of());
        subject.links.push(LinkDraft { to: "account", id, when });
        draft.as_of.get_or_insert_with(|| self.as_of.clone());
    }

    /// The first that is known of a lead: a touch at the moment it came.
    fn began(
        &mut self,
        file: &FileReading<'_>,
        draft: &mut FileDraft,
        subject: &mut SubjectDraft,
    ) -> Option<When> {
        let Some(began) = file.find(Meaning::Began) else {
            draft.as_of.get_or_insert_with(|| self.as_of.clone());
            return None;
        };
        let header = file.header(began).to_owned();
        let when = self.when(file, began, false, draft)?;
        let what = format!("a lead came at the time in `{header}`");
        self.guess(file, Some(began), what.clone(), "its header says so".to_owned());
        let everywhere = file.profile.columns[began].filled == file.profile.rows;
        subject.facts.push(FactDraft {
            kind: "touch",
            name: Some(Source::Constant("form.contact".to_owned())),
            only: (!everywhere).then(|| Only::Filled(header.clone())),
            when: When { dated: when.dated.clone(), as_of: None },
            says: vec![format!("guess: {what}; taken as a form that was filled in.")],
            ..FactDraft::default()
        });
        if !everywhere {
            draft.as_of.get_or_insert_with(|| self.as_of.clone());
        }
        let as_of = (!everywhere).then(|| self.as_of.clone());
        Some(When { dated: when.dated, as_of })
    }

    /// Who works the lead: today's owner, unless a column says since when.
    fn assignment(
        &mut self,
        file: &FileReading<'_>,
        draft: &mut FileDraft,
        subject: &mut SubjectDraft,
    ) {
        let owners = file.all(|it| it == Meaning::Id(Entity::Colleague));
        let Some(&owner) = owners.first() else { return };
        let at = file.find(Meaning::AssignedAt);
        let when =
            at.and_then(|at| self.when(file, at, true, draft)).unwrap_or_else(|| self.as_of());
        let assumed = when.dated.is_none();
        subject.facts.push(FactDraft {
            kind: "assignment",
            id: Some("owner".to_owned()),
            value: Some(Source::Cell(cell(&file.profile.columns[owner]))),
            is_human: true,
            when,
            says: match assumed {
                true => {
                    vec!["The owner on the day of the export; since when is not said.".to_owned()]
                }
                false => Vec::new(),
            },
            ..FactDraft::default()
        });
    }

    /// The day of the last activity that a CRM logged: somebody touched the lead, by then at least.
    fn last_activity(
        &mut self,
        file: &FileReading<'_>,
        draft: &mut FileDraft,
        subject: &mut SubjectDraft,
    ) {
        let activities = self.reading.files.iter().any(|file| file.role == Role::Activities);
        let Some(at) = file.find(Meaning::LastActivity).filter(|_| !activities) else { return };
        let Some(when) = self.when(file, at, false, draft) else { return };
        let header = file.header(at).to_owned();
        let what =
            format!("a date in `{header}` means that sales worked the lead, by then at least");
        self.guess(
            file,
            Some(at),
            what.clone(),
            "a CRM writes it when an activity is logged".to_owned(),
        );
        subject.facts.push(FactDraft {
            kind: "activity",
            id: Some("last-activity".to_owned()),
            name: Some(Source::Constant(LAST_ACTIVITY.to_owned())),
            is_human: true,
            only: Some(Only::Filled(header)),
            when,
            says: vec![format!("guess: {what}; when it began, it does not say.")],
            ..FactDraft::default()
        });
    }

    /// What a flag of conversion means: taken on by sales where deals follow, else bought.
    /// Whether it was bought.
    fn acceptance(
        &mut self,
        file: &FileReading<'_>,
        draft: &mut FileDraft,
        subject: &mut SubjectDraft,
    ) -> bool {
        let has_deals =
            file.find(Meaning::Id(Entity::Opportunity)).is_some() || file.object.is_some();
        let Some(flag) = file.find(Meaning::Converted) else { return false };
        if !has_deals {
            return true;
        }
        let column = &file.profile.columns[flag];
        let at = file.find(Meaning::ConvertedAt);
        let when =
            at.and_then(|at| self.when(file, at, true, draft)).unwrap_or_else(|| self.as_of());
        subject.facts.push(FactDraft {
            kind: "verdict",
            id: Some("converted".to_owned()),
            name: Some(Source::Constant("accepted".to_owned())),
            is_human: true,
            only: Some(Only::OneOf(column.name.clone(), yes(column))),
            when,
            says: vec!["guess: sales accepted a lead that it converted.".to_owned()],
            ..FactDraft::default()
        });
        false
    }

    /// Statuses that say that sales refused a lead.
    fn refused_status(
        &mut self,
        file: &FileReading<'_>,
        draft: &mut FileDraft,
        subject: &mut SubjectDraft,
    ) {
        let Some(status) = file.find(Meaning::Status) else { return };
        let column = &file.profile.columns[status];
        let values: Vec<String> = column
            .by_frequency()
            .iter()
            .map(|(value, _)| (*value).to_owned())
            .filter(|value| refuses(value))
            .collect();
        if values.is_empty() {
            return;
        }
        let quoted: Vec<_> = values.iter().map(|it| format!("`{it}`")).collect();
        let what =
            format!("{} in `{}` means that sales refused the lead", quoted.join(", "), column.name);
        self.guess(file, Some(status), what.clone(), "its words say so".to_owned());
        let reason = file.find(Meaning::Reason);
        subject.facts.push(FactDraft {
            kind: "verdict",
            id: Some("refused".to_owned()),
            name: Some(Source::Constant("rejected".to_owned())),
            value: reason.map(|reason| Source::Cell(cell(&file.profile.columns[reason]))),
            is_human: true,
            only: Some(Only::OneOf(column.name.clone(), values)),
            when: self.as_of(),
            says: vec![format!("guess: {what}. When, the export does not say.")],
            ..FactDraft::default()
        });
        draft.as_of.get_or_insert_with(|| self.as_of.clone());
    }

    /// Deals that the list of leads itself tells of.
    fn deals_of_leads(&mut self, file: &FileReading<'_>, bought_here: bool, draft: &mut FileDraft) {
        let Some(lead) = self.lead_id(file) else { return };
        if let Some(deal) = file.find(Meaning::Id(Entity::Opportunity)) {
            let id = IdDraft {
                namespace: self.namespace("opportunity"),
                column: file.header(deal).to_owned(),
            };
            draft.as_of.get_or_insert_with(|| self.as_of.clone());
            draft.subjects.push(SubjectDraft {
                kind: "opportunity",
                id,
                joins: true,
                links: vec![LinkDraft { to: "person", id: lead, when: self.as_of() }],
                says: vec!["The deal that the lead became.".to_owned()],
                ..SubjectDraft::default()
            });
            return;
        }
        let won_at = file.find(Meaning::WonAt);
        let flag = file
            .find(Meaning::Won)
            .or_else(|| file.find(Meaning::Converted).filter(|_| bought_here));
        let stage = file.find(Meaning::LeadStage).filter(|_| won_at.is_none() && flag.is_none());
        let (only, column) = match (won_at, flag, stage) {
            (_, Some(flag), _) => {
                let column = &file.profile.columns[flag];
                (Only::OneOf(column.name.clone(), yes(column)), flag)
            }
            (Some(at), None, _) => (Only::Filled(file.header(at).to_owned()), at),
            (None, None, Some(stage)) => {
                let values = ends(file, stage, End::Won);
                if values.is_empty() {
                    return;
                }
                (Only::OneOf(file.header(stage).to_owned(), values), stage)
            }
            (None, None, None) => return,
        };
        let when = won_at
            .or_else(|| file.find(Meaning::ConvertedAt))
            .and_then(|at| self.when(file, at, true, draft))
            .unwrap_or_else(|| self.as_of());
        let what = format!("`{}` says who bought", file.header(column));
        self.guess(
            file,
            Some(column),
            what.clone(),
            "there is no list of deals beside it".to_owned(),
        );
        draft.as_of.get_or_insert_with(|| self.as_of.clone());
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
                only: Some(only),
                when,
                ..FactDraft::default()
            }],
            says: vec![format!("guess: {what}.")],
            ..SubjectDraft::default()
        });
    }
}

/// The values of a column of answers that mean yes.
pub(super) fn yes(column: &super::super::profile::ColumnProfile) -> Vec<String> {
    let is_yes =
        |value: &str| ["true", "yes", "y", "t", "1"].contains(&value.to_lowercase().as_str());
    let values = column.by_frequency().into_iter().map(|(value, _)| value.to_owned());
    let mut values: Vec<String> = values.filter(|value| is_yes(value)).collect();
    if values.is_empty() {
        values = ["TRUE", "true", "Yes", "1"].map(ToOwned::to_owned).to_vec();
    }
    values
}

/// The values of a column of stages that are such an end.
pub(super) fn ends(file: &FileReading<'_>, column: usize, wanted: End) -> Vec<String> {
    let values = file.profile.columns[column].by_frequency().into_iter();
    values
        .filter(|(value, _)| end(value) == Some(wanted))
        .map(|(value, _)| value.to_owned())
        .collect()
}

fn personal(file: &FileReading<'_>, subject: &mut SubjectDraft) {
    let fields = [
        ("name", [Meaning::Name, Meaning::LastName]),
        ("email", [Meaning::Email, Meaning::Email]),
        ("phone", [Meaning::Phone, Meaning::Phone]),
        ("company", [Meaning::Company, Meaning::Company]),
        ("website", [Meaning::Website, Meaning::Website]),
    ];
    for (field, meanings) in fields {
        let found = meanings.into_iter().find_map(|meaning| file.find(meaning));
        if let Some(place) = found {
            subject.personal.push((field, file.header(place).to_owned()));
        }
    }
}
