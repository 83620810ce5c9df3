//! Mail addresses, made comparable and classified.

use crate::domain::{host, registrable, suffix};
use crate::mail_domains::{DISPOSABLE, EDUCATION, FREE_MAIL};
use std::fmt;

/// The longest part before the `@`, in bytes (RFC 5321).
const LOCAL_BYTES_MAX: usize = 64;

/// A mail address in the form in which it identifies: lower case, and without what its provider
/// ignores. Displayed, it is the whole address.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Email {
    local: String,
    domain: String,
}

/// What to do with `+tag` before the `@`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum PlusTags {
    /// Leave it: an address with a tag is another one.
    Keep,
    /// Drop it where the provider is known to ignore it.
    #[default]
    DropWhereKnown,
    /// Drop it everywhere. Most, but not all, mail servers of companies ignore it.
    Drop,
}

/// Whose addresses a domain has.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum DomainClass {
    /// A company's own.
    Business,
    /// Given to anybody: it says nothing about where somebody works.
    FreeMail,
    /// Given for minutes or days.
    Disposable,
    /// A school's or a university's.
    Education,
    /// None: the address cannot be written to.
    Invalid,
}

impl DomainClass {
    /// Every class.
    pub const ALL: [Self; 5] =
        [Self::Business, Self::FreeMail, Self::Disposable, Self::Education, Self::Invalid];

    /// The class's word, as in [`email_class`].
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Business => "business",
            Self::FreeMail => "free",
            Self::Disposable => "disposable",
            Self::Education => "education",
            Self::Invalid => "invalid",
        }
    }

    /// Of a domain, or of a web address.
    #[must_use]
    pub fn of(domain: &str) -> Self {
        let Some(host) = host(domain) else { return Self::Invalid };
        let Some(registered) = registrable(&host) else { return Self::Invalid };
        let is_in = |list: &[&str]| {
            list.binary_search(&registered.as_str()).is_ok()
                || list.binary_search(&host.as_str()).is_ok()
        };
        if is_in(FREE_MAIL) {
            Self::FreeMail
        } else if is_in(DISPOSABLE) {
            Self::Disposable
        } else if is_in(EDUCATION) || is_of_a_school(&host) {
            Self::Education
        } else {
            Self::Business
        }
    }
}

/// `.edu`, `.edu.au`, `.ac.uk` and the like, and the usual names of universities.
fn is_of_a_school(host: &str) -> bool {
    let academic = |label: &str| matches!(label, "edu" | "ac" | "k12" | "sch");
    if suffix(host).is_some_and(|suffix| suffix.split('.').any(academic)) {
        return true;
    }
    // Countries without such a suffix of their own.
    let Some(registered) = registrable(host) else { return false };
    let Some((name, country)) = registered.split_once('.') else { return false };
    let german = matches!(country, "de" | "at" | "ch")
        && ["uni-", "tu-", "fh-", "hs-", "th-", "ph-"].iter().any(|start| name.starts_with(start));
    let french = country == "fr" && (name.starts_with("univ-") || name.starts_with("u-"));
    german || french
}

impl Email {
    /// Reads an address; `Name <address>` and `mailto:` are understood. `None` for what cannot be
    /// an address. Idempotent with its display.
    ///
    /// At Gmail dots and tags count for nothing, and `googlemail.com` is `gmail.com`; dots are
    /// dropped nowhere else.
    #[must_use]
    pub fn parse(text: &str, tags: PlusTags) -> Option<Self> {
        let text = text.trim();
        let text = match text.rsplit_once('<') {
            Some((_, rest)) => rest.split_once('>')?.0.trim(),
            None => text,
        };
        let text = text.to_lowercase();
        let text = text.strip_prefix("mailto:").unwrap_or(&text);
        let (local, domain) = text.rsplit_once('@')?;
        if local.is_empty() || local.len() > LOCAL_BYTES_MAX || !local.chars().all(is_local) {
            return None;
        }
        if domain.contains(['/', ':', '?', '#', '\\', '@']) {
            return None;
        }
        let domain = host(domain)?;
        registrable(&domain)?;
        let domain = if domain == "googlemail.com" { "gmail.com".to_owned() } else { domain };
        let drop = match tags {
            PlusTags::Keep => false,
            PlusTags::DropWhereKnown => IGNORES_TAGS.contains(&domain.as_str()),
            PlusTags::Drop => true,
        };
        // `+tag@…` has nothing before the tag: the tag is its name.
        let untagged = local.split_once('+').map_or(local, |(name, _)| name);
        let local = if drop && !untagged.is_empty() { untagged } else { local };
        let local = match domain.as_str() {
            "gmail.com" => local.replace('.', ""),
            _ => local.to_owned(),
        };
        (!local.is_empty()).then_some(Self { local, domain })
    }

    /// What stands before the `@`.
    #[must_use]
    pub fn local(&self) -> &str {
        &self.local
    }

    /// What stands after the `@`.
    #[must_use]
    pub fn domain(&self) -> &str {
        &self.domain
    }

    /// Whose addresses its domain has.
    #[must_use]
    pub fn class(&self) -> DomainClass {
        DomainClass::of(&self.domain)
    }

    /// The registered domain of the company whose address it is; `None` unless its class is
    /// [`DomainClass::Business`].
    #[must_use]
    pub fn company_domain(&self) -> Option<String> {
        if self.class() == DomainClass::Business { registrable(&self.domain) } else { None }
    }

    /// Whether it is a post of a company and nobody's own: `info@`, `sales@`.
    #[must_use]
    pub fn is_shared(&self) -> bool {
        SHARED.binary_search(&self.local.as_str()).is_ok()
    }
}

/// What rules may know of a mail address: `business`, `role` (a post of a company or a school and
/// nobody's own: `info@`), `free` (given to anybody), `disposable`, `education` or `invalid`.
#[must_use]
pub fn email_class(address: &str) -> &'static str {
    let Some(email) = Email::parse(address, PlusTags::Keep) else {
        return DomainClass::Invalid.word();
    };
    match email.class() {
        DomainClass::Business | DomainClass::Education if email.is_shared() => "role",
        class => class.word(),
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}@{}", self.local, self.domain)
    }
}

fn is_local(c: char) -> bool {
    c.is_alphanumeric() || "!#$%&'*+/=?^_`{|}~.-".contains(c)
}

/// Providers that deliver `name+tag` to `name`.
const IGNORES_TAGS: &[&str] = &[
    "fastmail.com",
    "gmail.com",
    "hotmail.com",
    "icloud.com",
    "live.com",
    "mailbox.org",
    "me.com",
    "outlook.com",
    "pm.me",
    "posteo.de",
    "proton.me",
    "protonmail.com",
];

/// Names of posts, in order.
const SHARED: &[&str] = &[
    "abuse",
    "accounting",
    "accounts",
    "admin",
    "administrator",
    "billing",
    "buchhaltung",
    "careers",
    "contact",
    "contacto",
    "desk",
    "einkauf",
    "enquiries",
    "finance",
    "hello",
    "help",
    "helpdesk",
    "hr",
    "info",
    "information",
    "inquiries",
    "invoices",
    "it",
    "jobs",
    "kontakt",
    "legal",
    "mail",
    "marketing",
    "media",
    "newsletter",
    "no-reply",
    "noreply",
    "office",
    "orders",
    "partners",
    "post",
    "postmaster",
    "press",
    "privacy",
    "procurement",
    "purchasing",
    "reception",
    "sales",
    "security",
    "service",
    "support",
    "team",
    "test",
    "ventas",
    "vertrieb",
    "webmaster",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, tags: PlusTags) -> Option<String> {
        Email::parse(text, tags).map(|email| email.to_string())
    }

    #[test]
    fn what_a_provider_ignores_is_dropped_and_nothing_else() {
        use PlusTags::{Drop, DropWhereKnown, Keep};
        for (text, tags, expected) in [
            (" Ann.Lee@ACME.example ", Keep, Some("ann.lee@acme.example")),
            ("Ann Lee <ann.lee@acme.example>", Keep, Some("ann.lee@acme.example")),
            ("mailto:ann@acme.example", Keep, Some("ann@acme.example")),
            ("a.n.n+news@googlemail.com", DropWhereKnown, Some("ann@gmail.com")),
            ("a.n.n+news@gmail.com", Keep, Some("ann+news@gmail.com")),
            ("ann+news@acme.example", DropWhereKnown, Some("ann+news@acme.example")),
            ("ann+news@acme.example", Drop, Some("ann@acme.example")),
            ("+news@acme.example", Drop, Some("+news@acme.example")),
            ("...@gmail.com", Keep, None),
            ("ann@localhost", Keep, None),
            ("ann", Keep, None),
            ("ann lee@acme.example", Keep, None),
            ("ann@acme..example", Keep, None),
            ("ann@acme.example/x", Keep, None),
            ("n/a", Keep, None),
        ] {
            assert_eq!(read(text, tags).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn a_domain_says_whose_addresses_it_has() {
        use DomainClass::{Business, Disposable, Education, FreeMail, Invalid};
        for (domain, class) in [
            ("acme.example", Business),
            ("mail.acme.co.uk", Business),
            ("gmail.com", FreeMail),
            ("yahoo.co.jp", FreeMail),
            ("qq.com", FreeMail),
            ("mailinator.com", Disposable),
            ("cs.stanford.edu", Education),
            ("ox.ac.uk", Education),
            ("uni-bonn.de", Education),
            ("universal.com", Business),
            ("nothing", Invalid),
            ("10.0.0.1", Invalid),
        ] {
            assert_eq!(DomainClass::of(domain), class, "{domain}");
        }
        let company = |text| Email::parse(text, PlusTags::Keep).unwrap().company_domain();
        assert_eq!(company("ann@eu.acme.co.uk").as_deref(), Some("acme.co.uk"));
        assert_eq!(company("ann@gmail.com"), None);
    }

    #[test]
    fn rules_may_know_the_class_of_an_address() {
        for (address, class) in [
            ("Ann Lee <ann@acme.example>", "business"),
            ("info@acme.example", "role"),
            ("sales+berlin@acme.example", "business"),
            ("info@gmail.com", "free"),
            ("ann@mailinator.com", "disposable"),
            ("ann@uni-bonn.de", "education"),
            ("office@uni-bonn.de", "role"),
            ("n/a", "invalid"),
        ] {
            assert_eq!(email_class(address), class, "{address}");
        }
    }

    #[test]
    fn lists_are_in_order() {
        assert!(SHARED.is_sorted(), "{:?}", SHARED.windows(2).find(|w| w[0] > w[1]));
    }
}
