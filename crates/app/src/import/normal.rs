//! Names that people write in several ways, in the one way in which they identify.

use connect::{Intake, Reference};
use identity::{Email, PlusTags, registrable};
use std::borrow::Cow;

/// The namespace of mail addresses.
const EMAIL: &str = "email";
/// The namespace of the web domains of companies.
const DOMAIN: &str = "domain";

/// A mail address or a web domain in the form in which it identifies; any other name, and what is
/// none of these, as it is.
fn identifying(reference: &Reference) -> Cow<'_, Reference> {
    let normal = match &*reference.namespace {
        EMAIL => Email::parse(&reference.id, PlusTags::default()).map(|email| email.to_string()),
        DOMAIN => registrable(&reference.id),
        _ => None,
    };
    match normal {
        Some(id) if id != reference.id => {
            Cow::Owned(Reference { namespace: reference.namespace.clone(), id })
        }
        _ => Cow::Borrowed(reference),
    }
}

/// Whether the identifiers of a namespace are values of whoever has them, and name no record.
pub(super) fn is_of_values(namespace: &str) -> bool {
    matches!(namespace, EMAIL | DOMAIN)
}

/// A row with all its names in the form in which they identify.
pub(super) fn normal(mut row: Intake) -> Intake {
    for subject in &mut row.subjects {
        let links = subject.links.iter_mut().map(|link| &mut link.to);
        for name in [&mut subject.id].into_iter().chain(&mut subject.identifiers).chain(links) {
            if let Cow::Owned(normal) = identifying(name) {
                *name = normal;
            }
        }
    }
    row
}

/// Whether two people whom a source calls so are one: a mail address of one's own says so, a post
/// of the whole company does not.
pub(super) fn is_of_one_person(reference: &Reference) -> bool {
    &*reference.namespace == EMAIL
        && Email::parse(&reference.id, PlusTags::default()).is_some_and(|it| !it.is_shared())
}
