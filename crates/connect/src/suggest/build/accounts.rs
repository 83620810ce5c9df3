//! Companies.

use super::super::draft::{FileDraft, IdDraft, SubjectDraft};
use super::super::meaning::{Entity, Meaning};
use super::Builder;

impl Builder<'_> {
    pub(super) fn accounts(&mut self, index: usize, draft: &mut FileDraft) {
        let reading = self.reading;
        let file = &reading.files[index];
        let key = |place: &usize| file.profile.columns[*place].is_key();
        let id = file.find(Meaning::Id(Entity::Account)).filter(key);
        let Some(id) = id.or_else(|| file.find(Meaning::Company).filter(key)) else { return };
        draft.as_of = Some(self.as_of.clone());
        let mut subject = SubjectDraft {
            kind: "account",
            id: IdDraft {
                namespace: self.namespace("account"),
                column: file.header(id).to_owned(),
            },
            ..SubjectDraft::default()
        };
        if let Some(name) = file.find(Meaning::Company) {
            subject.personal.push(("name", file.header(name).to_owned()));
        }
        if let Some(website) = file.find(Meaning::Website) {
            subject.personal.push(("website", file.header(website).to_owned()));
        }
        let when = super::When::default();
        self.traits(file, "account", &when, &mut subject, draft);
        for one in &mut subject.traits {
            // Of the file of companies, a country is that of the company.
            if let Some(rest) = one.name.strip_prefix("lead.") {
                one.name = format!("account.{rest}");
            }
        }
        draft.subjects.push(subject);
    }
}
