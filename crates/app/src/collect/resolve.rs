//! From the ids of messages to subjects.

use super::group::Group;
use super::known::{Name, Space};
use super::refused::CollectRefused;
use crate::error::AppError;
use connect::segment::Meaning;
use facts::{SubjectId, SubjectKind};
use store::{Identifier, Subject};

/// How many ids follow one that was drawn, so that what is stored by id lies together.
const IDS_DRAWN: u64 = 1 << 20;

/// Who has an identifier.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Holder {
    Nobody,
    Subject(SubjectId),
    /// A subject of another kind than the identifier is used for.
    Other,
}

impl Space {
    /// What has such names.
    const fn kind(self) -> SubjectKind {
        match self {
            Self::Anonymous | Self::User | Self::Email => SubjectKind::Person,
            Self::Group | Self::Domain => SubjectKind::Account,
        }
    }
}

/// The identifiers that a message uses.
fn used(meaning: &Meaning) -> impl Iterator<Item = (Space, &str)> {
    let Meaning { anonymous, user, previous, email, account, .. } = meaning;
    // What a program does says nothing of whose browser it is.
    let anonymous = anonymous.as_deref().filter(|_| user.is_none() || meaning.scanner.is_none());
    let group = account.as_ref().map(|account| account.group.as_str());
    let domain = account.as_ref().and_then(|account| account.domain.as_deref());
    let all = [
        (Space::Anonymous, anonymous),
        (Space::User, user.as_deref()),
        (Space::Anonymous, previous.as_deref()),
        (Space::User, previous.as_deref()),
        (Space::Email, email.as_deref()),
        (Space::Group, group),
        (Space::Domain, domain),
    ];
    all.into_iter().filter_map(|(space, text)| Some((space, text?)))
}

impl Group<'_> {
    /// Finds out who has the identifiers that messages use, of all at once.
    pub(super) fn look_up(&mut self, meanings: &[Meaning]) -> Result<(), AppError> {
        let mut asked: Vec<(Space, &str, Name)> = Vec::new();
        for (space, text) in meanings.iter().flat_map(used) {
            let name = self.known.name(space, text);
            match self.known.subject(name) {
                Some(subject) => {
                    self.holders.insert(name, Holder::Subject(subject));
                }
                None => asked.push((space, text, name)),
            }
        }
        // In the order in which they are stored.
        asked.sort_unstable_by_key(|(space, text, _)| (space.word(), *text));
        asked.dedup_by_key(|(.., name)| *name);
        let names: Vec<_> = asked.iter().map(|(space, text, _)| (space.word(), *text)).collect();
        let found = self.view.identified_all(&names)?;
        let there: Vec<_> = found.iter().flatten().copied().collect();
        let mut kinds = self.view.kinds_of(&there)?.into_iter();
        for ((space, _, name), found) in asked.into_iter().zip(found) {
            let holder = match found {
                None => Holder::Nobody,
                Some(subject) if kinds.next().flatten() == Some(space.kind()) => {
                    self.learned.push((name, subject));
                    Holder::Subject(subject)
                }
                Some(_) => Holder::Other,
            };
            self.holders.insert(name, holder);
        }
        Ok(())
    }

    pub(super) fn holder(&self, space: Space, text: &str) -> Holder {
        let name = self.known.name(space, text);
        self.holders.get(&name).copied().unwrap_or(Holder::Nobody)
    }

    /// Who has an identifier; somebody new where nobody has. None where it is another's kind.
    pub(super) fn find_or_make(
        &mut self,
        space: Space,
        text: &str,
    ) -> Result<Option<SubjectId>, AppError> {
        match self.holder(space, text) {
            Holder::Subject(subject) => Ok(Some(subject)),
            Holder::Other => Ok(None),
            Holder::Nobody => {
                let id = self.random_id()?;
                let kind = space.kind();
                self.subjects.push(Subject { id, kind });
                self.fresh.insert(id);
                self.collected.persons_new += u64::from(kind == SubjectKind::Person);
                self.collected.accounts_new += u64::from(kind == SubjectKind::Account);
                self.give(space, text, id);
                Ok(Some(id))
            }
        }
    }

    /// Gives an identifier that nobody has to a subject.
    pub(super) fn give(&mut self, space: Space, text: &str, subject: SubjectId) {
        let name = self.known.name(space, text);
        self.holders.insert(name, Holder::Subject(subject));
        self.learned.push((name, subject));
        let namespace = space.word().to_owned();
        self.identifiers.push(Identifier { namespace, value: text.to_owned(), subject });
    }

    /// An id that says nothing about whom it is.
    fn random_id(&mut self) -> Result<SubjectId, AppError> {
        let (next, left) = &mut self.known.ids;
        if *left == 0 {
            *next = getrandom::u64()
                .map_err(|error| CollectRefused::NoRandomness(error.to_string()))?;
            *left = IDS_DRAWN;
        }
        let id = SubjectId(*next);
        *next = next.wrapping_add(1);
        *left -= 1;
        Ok(id)
    }
}
