//! Which account somebody belongs to, by the domains and the name of a company.

use crate::similarity::jaro_winkler;
use crate::{CompanyName, DomainClass, Email, host, registrable};
use std::collections::{BTreeMap, BTreeSet};

/// How alike two names of companies are at least that may be of one.
const ALIKE: f64 = 0.9;

/// Hosts on whose pages companies present themselves: the page is a company's, the host is not.
const PLATFORMS: &[&str] = &[
    "angel.co",
    "crunchbase.com",
    "facebook.com",
    "github.com",
    "google.com",
    "instagram.com",
    "linkedin.com",
    "linktr.ee",
    "medium.com",
    "twitter.com",
    "x.com",
    "xing.com",
    "yelp.com",
    "youtube.com",
];

/// The domain that a company registered for its website; `None` for what is no address, for one at
/// a provider of mail for anybody, and for a page on a platform of others.
#[must_use]
pub fn company_website(address: &str) -> Option<String> {
    let domain = registrable(address)?;
    if !matches!(DomainClass::of(&domain), DomainClass::Business | DomainClass::Education) {
        return None;
    }
    let is_page = || {
        let rest = address.trim().split_once("://").map_or(address.trim(), |(_, rest)| rest);
        rest.split_once('/').is_some_and(|(_, path)| !path.is_empty())
            || host(address).is_some_and(|host| host != domain && host != format!("www.{domain}"))
    };
    let on_platform = PLATFORMS.binary_search(&domain.as_str()).is_ok();
    (!on_platform || !is_page()).then_some(domain)
}

/// What speaks for an account.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Sign {
    /// The domain of the person's mail address is the account's.
    MailDomain,
    /// The domain of the person's website is the account's.
    Website,
    /// The person's company has the account's name.
    CompanyName,
}

impl Sign {
    /// The sign in words: `same mail domain`.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::MailDomain => "same mail domain",
            Self::Website => "same website",
            Self::CompanyName => "same company name",
        }
    }
}

/// Why a sign is not certain.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Doubt {
    /// Several accounts have the domain, and the name does not say which.
    SharedDomain,
    /// Several accounts have the name.
    SharedName,
    /// The domain is the account's, and the name of the company another.
    OtherName,
    /// The name is the account's, and the domain another.
    OtherDomain,
    /// The mail domain says one account, the website another.
    TwoDomains,
}

impl Doubt {
    /// The doubt in words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::SharedDomain => "several accounts have this domain",
            Self::SharedName => "several accounts have this name",
            Self::OtherName => "the company has another name",
            Self::OtherDomain => "the company has another domain",
            Self::TwoDomains => "mail and website say different accounts",
        }
    }
}

/// What is known of an account.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct AccountRecord {
    /// Its registered domains, as [`registrable`] and [`company_website`] give them.
    pub domains: BTreeSet<String>,
    /// What it is called.
    pub names: BTreeSet<CompanyName>,
}

/// What is known of where somebody works.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Workplace {
    /// The domains of their own addresses at companies, as [`Email::company_domain`] gives them.
    pub mail: BTreeSet<String>,
    /// The domains of the websites of their company, as [`company_website`] gives them.
    pub websites: BTreeSet<String>,
    /// What their company is called.
    pub names: BTreeSet<CompanyName>,
}

impl Workplace {
    /// Adds what a mail address says: nothing where anybody gets one.
    pub fn add_email(&mut self, address: &Email) {
        self.mail.extend(address.company_domain());
    }

    /// Adds what a website says.
    pub fn add_website(&mut self, address: &str) {
        self.websites.extend(company_website(address));
    }

    /// Adds what the company is called.
    pub fn add_company(&mut self, name: &str) {
        self.names.extend(Some(CompanyName::parse(name)).filter(|name| !name.is_empty()));
    }

    /// Whether nothing is known of it.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        self.mail.is_empty() && self.websites.is_empty() && self.names.is_empty()
    }
}

/// Where somebody belongs. Accounts are named by their place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Belonging {
    /// Nothing points to any account.
    Nowhere,
    /// To this account.
    Certain {
        /// The account.
        account: u32,
        /// What speaks for it.
        signs: BTreeSet<Sign>,
    },
    /// Perhaps to one of these: somebody should look.
    Doubtful {
        /// The accounts, each with what speaks for it.
        accounts: Vec<(u32, BTreeSet<Sign>)>,
        /// Why it is not certain.
        doubt: Doubt,
    },
}

/// Accounts, to be asked who belongs to them.
#[derive(Clone, Debug, Default)]
pub struct Accounts {
    records: Vec<AccountRecord>,
    by_domain: BTreeMap<String, Vec<u32>>,
    by_name: BTreeMap<CompanyName, Vec<u32>>,
}

impl Accounts {
    /// Accounts by their places.
    #[must_use]
    pub fn new(records: Vec<AccountRecord>) -> Self {
        let mut accounts = Self { records, ..Self::default() };
        for (place, record) in (0..).zip(&accounts.records) {
            for domain in &record.domains {
                accounts.by_domain.entry(domain.clone()).or_default().push(place);
            }
            for name in record.names.iter().filter(|name| !name.is_empty()) {
                accounts.by_name.entry(name.clone()).or_default().push(place);
            }
        }
        accounts
    }

    /// Whether nothing is known that anybody could be found by.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.by_domain.is_empty() && self.by_name.is_empty()
    }

    /// Where somebody belongs.
    ///
    /// A domain that only one account has is certain, unless the company has quite another name; a
    /// name that only one account has is certain, unless the company has another domain. Where
    /// several have the domain, the name decides.
    #[must_use]
    pub fn of(&self, workplace: &Workplace) -> Belonging {
        let signs = self.signs(workplace);
        let by_domain: Vec<u32> = signs
            .iter()
            .filter(|(_, signs)| signs.iter().any(|sign| *sign != Sign::CompanyName))
            .map(|(place, _)| *place)
            .collect();
        let named = |place: &u32| signs[place].contains(&Sign::CompanyName);
        let certain =
            |place: u32| Belonging::Certain { account: place, signs: signs[&place].clone() };
        let doubtful = |doubt| {
            let accounts = signs.iter().map(|(place, signs)| (*place, signs.clone())).collect();
            Belonging::Doubtful { accounts, doubt }
        };
        match by_domain[..] {
            [] => match signs.keys().copied().collect::<Vec<_>>()[..] {
                [] => Belonging::Nowhere,
                [place] if self.has_other_domain(place, workplace) => doubtful(Doubt::OtherDomain),
                [place] => certain(place),
                _ => doubtful(Doubt::SharedName),
            },
            [place] if self.has_other_name(place, workplace) => doubtful(Doubt::OtherName),
            [place] => certain(place),
            _ => match by_domain.iter().copied().filter(named).collect::<Vec<_>>()[..] {
                [place] => certain(place),
                _ if self.domains_part(workplace) => doubtful(Doubt::TwoDomains),
                _ => doubtful(Doubt::SharedDomain),
            },
        }
    }

    /// What speaks for which account.
    fn signs(&self, workplace: &Workplace) -> BTreeMap<u32, BTreeSet<Sign>> {
        let mut signs: BTreeMap<u32, BTreeSet<Sign>> = BTreeMap::new();
        let mut add = |places: Option<&Vec<u32>>, sign| {
            for place in places.into_iter().flatten() {
                signs.entry(*place).or_default().insert(sign);
            }
        };
        workplace.mail.iter().for_each(|it| add(self.by_domain.get(it), Sign::MailDomain));
        workplace.websites.iter().for_each(|it| add(self.by_domain.get(it), Sign::Website));
        workplace.names.iter().for_each(|it| add(self.by_name.get(it), Sign::CompanyName));
        signs
    }

    /// Whether domains are known of both sides: none of them is the same.
    fn has_other_domain(&self, place: u32, workplace: &Workplace) -> bool {
        let own = !workplace.mail.is_empty() || !workplace.websites.is_empty();
        own && !self.records[place as usize].domains.is_empty()
    }

    fn has_other_name(&self, place: u32, workplace: &Workplace) -> bool {
        let (own, names) = (&workplace.names, &self.records[place as usize].names);
        let any = |one: &CompanyName| names.iter().any(|other| are_alike(one, other));
        !own.is_empty() && !names.is_empty() && !own.iter().any(any)
    }

    /// Whether no account has both the mail domain and the domain of the website.
    fn domains_part(&self, workplace: &Workplace) -> bool {
        let of = |domains: &BTreeSet<String>| -> BTreeSet<u32> {
            domains.iter().filter_map(|it| self.by_domain.get(it)).flatten().copied().collect()
        };
        let (mail, web) = (of(&workplace.mail), of(&workplace.websites));
        !mail.is_empty() && !web.is_empty() && mail.is_disjoint(&web)
    }
}

/// Whether two names may be of one company: the same, alike, or one begins the other.
fn are_alike(one: &CompanyName, other: &CompanyName) -> bool {
    let begins = |short: &CompanyName, long: &CompanyName| {
        !short.is_empty() && long.words().starts_with(short.words())
    };
    begins(one, other)
        || begins(other, one)
        || jaro_winkler(&one.to_string(), &other.to_string()) >= ALIKE
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::PlusTags;

    fn account(domains: &[&str], name: &str) -> AccountRecord {
        AccountRecord {
            domains: domains.iter().map(|it| (*it).to_owned()).collect(),
            names: BTreeSet::from([CompanyName::parse(name)]),
        }
    }

    fn accounts() -> Accounts {
        Accounts::new(vec![
            account(&["acme.example"], "Acme, Inc."),
            account(&["birch.example"], "Birch North"),
            account(&["birch.example"], "Birch South"),
            account(&[], "Cedar GmbH"),
            account(&["dorn.example"], "Dorn"),
            account(&["dorn-systems.example"], "Dorn"),
        ])
    }

    fn belongs(email: &str, website: &str, company: &str) -> Belonging {
        let mut workplace = Workplace::default();
        if let Some(email) = Email::parse(email, PlusTags::default()) {
            workplace.add_email(&email);
        }
        workplace.add_website(website);
        workplace.add_company(company);
        accounts().of(&workplace)
    }

    fn certain(account: u32, signs: &[Sign]) -> Belonging {
        Belonging::Certain { account, signs: signs.iter().copied().collect() }
    }

    fn doubt(belonging: &Belonging) -> Option<Doubt> {
        match belonging {
            Belonging::Doubtful { doubt, .. } => Some(*doubt),
            _ => None,
        }
    }

    #[test]
    fn a_domain_or_a_name_of_one_account_alone_is_certain() {
        use Sign::{CompanyName, MailDomain, Website};
        assert_eq!(belongs("ann@eu.acme.example", "", ""), certain(0, &[MailDomain]));
        assert_eq!(belongs("", "https://www.acme.example/x", ""), certain(0, &[Website]));
        assert_eq!(belongs("ann@gmail.com", "", "ACME"), certain(0, &[CompanyName]));
        assert_eq!(belongs("ann@cedar.example", "", "Cedar"), certain(3, &[CompanyName]));
        let all = [MailDomain, Website, CompanyName];
        assert_eq!(belongs("ann@acme.example", "acme.example", "Acme"), certain(0, &all));
    }

    #[test]
    fn where_several_have_the_domain_the_name_decides() {
        use Sign::{CompanyName, MailDomain};
        let north = certain(1, &[MailDomain, CompanyName]);
        assert_eq!(belongs("bo@birch.example", "", "Birch North"), north);
        assert_eq!(doubt(&belongs("bo@birch.example", "", "")), Some(Doubt::SharedDomain));
        let dorn = certain(4, &[MailDomain, CompanyName]);
        assert_eq!(belongs("di@dorn.example", "", "Dorn"), dorn, "and the domain between names");
        assert_eq!(doubt(&belongs("", "", "Dorn")), Some(Doubt::SharedName));
    }

    #[test]
    fn what_contradicts_is_left_to_somebody() {
        assert_eq!(doubt(&belongs("ann@acme.example", "", "Zeder")), Some(Doubt::OtherName));
        assert_eq!(doubt(&belongs("ann@other.example", "", "Acme")), Some(Doubt::OtherDomain));
        let two = belongs("ann@acme.example", "birch.example", "");
        assert_eq!(doubt(&two), Some(Doubt::TwoDomains));
        // A name that says more of the same company does not contradict.
        assert!(doubt(&belongs("ann@acme.example", "", "Acme Northern Europe")).is_none());
    }

    #[test]
    fn what_says_nothing_of_a_company_points_nowhere() {
        for (email, website, company) in [
            ("", "", ""),
            ("ann@gmail.com", "", ""),
            ("ann@nobody.example", "", ""),
            ("", "https://www.facebook.com/acme", ""),
            ("", "http://acme.blogspot.com", "---"),
        ] {
            assert_eq!(belongs(email, website, company), Belonging::Nowhere, "{email}{website}");
        }
    }

    #[test]
    fn a_page_on_a_platform_is_not_the_platform() {
        assert_eq!(company_website("https://www.linkedin.com/company/acme"), None);
        assert_eq!(company_website("sites.google.com"), None);
        assert_eq!(company_website("https://facebook.com/").as_deref(), Some("facebook.com"));
        assert_eq!(company_website("Acme.example/about").as_deref(), Some("acme.example"));
        assert_eq!(company_website("gmail.com"), None);
        assert!(PLATFORMS.is_sorted());
    }
}
