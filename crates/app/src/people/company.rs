//! The company that uses Tandem: its name, its time zone, its currency.
//!
//! A charter has a zone and a currency of its own, which decide; these are what the first one is
//! begun with.

use super::actor::Actor;
use super::error::PeopleError;
use super::permission::Permission;
use super::texts;
use crate::engine::Engine;
use crate::error::AppError;
use facts::Instant;
use jiff::tz::TimeZoneDatabase;
use store::AuditEntry;

/// The company that uses Tandem.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Company {
    /// What people call it.
    pub name: String,
    /// Where a day is a day: a name of the IANA database.
    pub timezone: String,
    /// What deals are worth: an ISO 4217 code in three capitals.
    pub currency: String,
}

/// The names under which it is stored.
const NAME: &str = "company";
const TIMEZONE: &str = "timezone";
const CURRENCY: &str = "currency";

impl Company {
    /// A company, with what is said of it looked at.
    ///
    /// # Errors
    /// [`PeopleError::BadText`] for a name that is empty or long, a zone that there is not, and
    /// what cannot be the code of a currency.
    pub fn new(name: &str, timezone: &str, currency: &str) -> Result<Self, PeopleError> {
        let name = texts::name(name.trim())?;
        let bad = |what, text: &str, rule| PeopleError::BadText {
            what,
            text: text.chars().take(120).collect(),
            rule,
        };
        let is_zone = timezone.len() <= 64
            && TimeZoneDatabase::bundled().get(timezone).is_ok_and(|zone| !zone.is_unknown());
        if !is_zone {
            let rule = "the IANA name of a place, such as Europe/Paris or America/New_York";
            return Err(bad("time zone", timezone, rule));
        }
        if currency.len() != 3 || !currency.bytes().all(|byte| byte.is_ascii_uppercase()) {
            let rule = "an ISO 4217 code in three capitals, such as EUR or USD";
            return Err(bad("currency", currency, rule));
        }
        Ok(Self { name, timezone: timezone.to_owned(), currency: currency.to_owned() })
    }
}

impl Engine {
    /// The company that uses Tandem; `None` before anybody said.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn company(&self) -> Result<Option<Company>, AppError> {
        let view = self.store.view();
        let stored = (view.workspace(NAME)?, view.workspace(TIMEZONE)?, view.workspace(CURRENCY)?);
        let (Some(name), Some(timezone), Some(currency)) = stored else { return Ok(None) };
        Ok(Some(Company { name, timezone, currency }))
    }

    /// Says which company uses Tandem.
    ///
    /// # Errors
    /// When the actor may not.
    pub fn set_company(
        &mut self,
        actor: &Actor,
        company: &Company,
        now: Instant,
    ) -> Result<(), AppError> {
        actor.require(Permission::EditWorkspace)?;
        let before = self.company()?;
        if before.as_ref() == Some(company) {
            return Ok(());
        }
        let said = |it: &Company| format!("{}, {}, {}", it.name, it.timezone, it.currency);
        let mut writer = self.people_writer()?;
        writer.set_workspace(NAME, &company.name)?;
        writer.set_workspace(TIMEZONE, &company.timezone)?;
        writer.set_workspace(CURRENCY, &company.currency)?;
        writer.note(&AuditEntry {
            at: now,
            who: actor.handle.clone(),
            what: "workspace.company_set".to_owned(),
            before: before.as_ref().map_or_else(String::new, said),
            after: said(company),
        })?;
        Ok(writer.commit()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_company_has_a_name_a_zone_that_there_is_and_a_currency() {
        let company = Company::new(" Larkfield Software ", "Europe/Paris", "EUR").unwrap();
        assert_eq!(company.name, "Larkfield Software");
        for (name, zone, currency) in [
            ("", "Europe/Paris", "EUR"),
            ("Larkfield", "Europe/Pari", "EUR"),
            ("Larkfield", "", "EUR"),
            ("Larkfield", "Europe/Paris", "euro"),
            ("Larkfield", "Europe/Paris", "eur"),
        ] {
            let refused = Company::new(name, zone, currency).unwrap_err();
            assert!(matches!(refused, PeopleError::BadText { .. }), "{name} {zone} {currency}");
        }
    }
}
