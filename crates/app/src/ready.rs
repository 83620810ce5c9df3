//! Ready charters to start from, and one of them fitted to a company.

use crate::people::Company;
use charter::{Edit, KeyPath, Written, edit};

/// A charter to start from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ReadyCharter {
    /// Its word, the same from version to version.
    pub id: &'static str,
    /// For whom it is, in a line.
    pub is_for: &'static str,
    /// Its file.
    pub text: &'static str,
}

impl ReadyCharter {
    /// For a software firm with a marketing team, SDRs and account executives.
    pub const B2B_SAAS: Self = Self {
        id: "b2b-saas",
        is_for: "A software firm with a marketing team, SDRs and account executives",
        text: include_str!("../../../charters/b2b-saas.toml"),
    };
    /// For a small firm that buyers come to.
    pub const SMB_INBOUND: Self = Self {
        id: "smb-inbound",
        is_for: "A small firm that buyers come to, with one or two sellers",
        text: include_str!("../../../charters/smb-inbound.toml"),
    };
    /// For a firm that goes after large accounts.
    pub const ENTERPRISE_ABM: Self = Self {
        id: "enterprise-abm",
        is_for: "A firm that goes after a list of large accounts",
        text: include_str!("../../../charters/enterprise-abm.toml"),
    };
    /// All of them.
    pub const ALL: [Self; 3] = [Self::B2B_SAAS, Self::SMB_INBOUND, Self::ENTERPRISE_ABM];

    /// Its file with the name, the zone and the currency of a company, and every comment left as
    /// it is.
    #[must_use]
    pub fn fitted(&self, company: &Company) -> String {
        let said = [
            ("name", format!("{}: revenue charter", company.name)),
            ("timezone", company.timezone.clone()),
            ("currency", company.currency.clone()),
        ];
        said.into_iter().fold(self.text.to_owned(), |text, (key, value)| {
            let change =
                Edit::Set { at: KeyPath::of(["charter", key]), value: Written::Text(value) };
            // A ready charter has all three keys, so that none of them is ever in the way.
            edit(&text, &change).map_or(text, |edited| edited.text)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_ready_charter_takes_the_name_the_zone_and_the_currency_of_a_company() {
        let company = Company::new("Gull \"&\" Sons", "Asia/Kolkata", "INR").unwrap();
        for ready in ReadyCharter::ALL {
            let fitted = ready.fitted(&company);
            let charter = charter::read(&fitted).unwrap_or_else(|why| panic!("{why}"));
            assert_eq!(charter.name, "Gull \"&\" Sons: revenue charter");
            assert_eq!((charter.timezone.as_str(), &*charter.currency), ("Asia/Kolkata", "INR"));
            let lines = |text: &str| text.lines().count();
            assert_eq!(lines(&fitted), lines(ready.text));
        }
    }
}
