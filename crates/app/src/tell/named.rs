//! What people call a lead.

use crate::Engine;
use crate::error::AppError;
use facts::{SubjectId, SubjectKind};
use serde_json::{Value, json};
use store::StoreError;

/// What is known of who a lead is.
pub struct Named {
    /// The lead, or the account.
    pub lead: SubjectId,
    /// Its name, as a person wrote it.
    pub name: Option<String>,
    /// The name of its account.
    pub company: Option<String>,
    /// What other systems call it: namespace and value.
    pub identifiers: Vec<(String, String)>,
}

impl Named {
    /// Looks a lead up.
    pub fn of(engine: &Engine, lead: SubjectId) -> Result<Self, AppError> {
        let view = engine.store().view();
        let name_of = |subject| -> Result<Option<String>, StoreError> {
            let personal = view.personal_of(subject)?;
            Ok(personal.into_iter().find(|it| it.field == "name").map(|it| it.value))
        };
        let kinds = view.kinds_of(&view.members(lead)?)?;
        let mut company = None;
        if kinds.contains(&Some(SubjectKind::Account)) {
            let account = engine.account_of(lead)?;
            company = account.map(name_of).transpose()?.flatten();
        }
        let identifiers = view.identifiers_of(lead)?;
        Ok(Self {
            lead,
            name: name_of(lead)?,
            company,
            identifiers: identifiers.into_iter().map(|it| (it.namespace, it.value)).collect(),
        })
    }

    /// The best name that there is: the person's, what another system calls it, or its id.
    pub fn call(&self) -> String {
        let identified = || self.identifiers.first().map(|(_, value)| value.clone());
        let name = self.name.clone().or_else(identified);
        name.map_or_else(|| self.lead.to_string(), |name| one_line(&name))
    }

    /// With the company, where it is known.
    pub fn call_with_company(&self) -> String {
        let name = self.call();
        self.company
            .as_ref()
            .map_or_else(|| name.clone(), |company| format!("{name}, {}", one_line(company)))
    }

    /// For programs.
    #[must_use]
    pub fn as_json(&self) -> Value {
        let identifiers = self.identifiers.iter();
        let identifiers: Vec<_> = identifiers
            .map(|(space, value)| json!({ "namespace": space, "value": value }))
            .collect();
        json!({
            "id": self.lead.to_string(),
            "name": self.name,
            "company": self.company,
            "identifiers": identifiers,
        })
    }
}

/// Without the line breaks that data may hold.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
