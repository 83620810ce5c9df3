//! All names in memory, to search them: what contains a text is found by reading everything, and
//! memory is read a hundred times faster than tables.

use crate::engine::Engine;
use crate::error::AppError;
use facts::SubjectId;
use memchr::memmem::Finder;
use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError};
use store::NamesAt;

/// What a name takes in memory beside its letters.
const NAME_BYTES: usize = 16;
/// The names of so many subjects are kept aside when they change; then all are read again.
const ANEW_MAX: usize = 20_000;
/// Stands between two names; no name that one looks for has it.
const BETWEEN: u8 = 0;

/// All names, in the memory of a server. Copies share them.
#[derive(Clone, Debug)]
pub(crate) struct Names {
    kept: Arc<Mutex<State>>,
    bytes_max: usize,
}

#[derive(Debug, Default)]
enum State {
    #[default]
    Unread,
    Kept(Arc<Kept>),
    /// They take more memory than they may.
    TooMany,
}

#[derive(Debug)]
struct Kept {
    at: NamesAt,
    all: Arc<Text>,
    /// All names of subjects of which some changed since: what `all` has of these no longer counts.
    anew: HashMap<SubjectId, Text>,
}

/// Names one after the other, in lower case as far as letters are English.
#[derive(Clone, Debug, Default)]
struct Text {
    letters: Vec<u8>,
    /// Where each ends, and whose it is.
    ends: Vec<(u32, SubjectId)>,
}

impl Text {
    fn push(&mut self, subject: SubjectId, name: &str) {
        self.letters.extend(name.bytes().map(|letter| letter.to_ascii_lowercase()));
        self.letters.push(BETWEEN);
        self.ends.push((self.letters.len() as u32, subject));
    }

    fn bytes(&self) -> usize {
        self.letters.len() + self.ends.len() * NAME_BYTES
    }

    /// Whose names contain a text, each as often as one does.
    fn matching(&self, finder: &Finder<'_>) -> impl Iterator<Item = SubjectId> {
        let mut from = 0;
        std::iter::from_fn(move || {
            let found = from + finder.find(self.letters.get(from..)?)?;
            let name = self.ends.partition_point(|(end, _)| *end as usize <= found);
            let (end, subject) = *self.ends.get(name)?;
            from = end as usize;
            Some(subject)
        })
    }
}

impl Names {
    /// That take so many bytes of memory at most, and 4 GiB in any case.
    pub(super) fn of_at_most(bytes: u64) -> Self {
        let most = u64::from(u32::MAX) / 2;
        Self { kept: Arc::default(), bytes_max: bytes.min(most) as usize }
    }

    /// The subjects of which an identifier or a personal value contains a text, as
    /// [`store::View::matching`] finds them; `None` where names are not kept.
    pub(super) fn matching(
        &self,
        engine: &Engine,
        text: &str,
        limit: u32,
    ) -> Result<Option<Vec<SubjectId>>, AppError> {
        let Some(kept) = self.as_of(engine)? else { return Ok(None) };
        let text = text.to_ascii_lowercase();
        if text.as_bytes().contains(&BETWEEN) {
            return Ok(Some(Vec::new()));
        }
        let finder = Finder::new(&text);
        let old = kept.all.matching(&finder).filter(|subject| !kept.anew.contains_key(subject));
        let anew = kept.anew.values().flat_map(|names| names.matching(&finder));
        let mut found: Vec<_> = old.chain(anew).collect();
        // As the ledger stores them.
        found.sort_unstable_by_key(|subject| subject.0.cast_signed());
        found.dedup();
        found.truncate(limit as usize);
        Ok(Some(found))
    }

    /// Reads them before anybody asks.
    pub(super) fn read_ahead(&self, engine: &Engine) -> Result<(), AppError> {
        self.as_of(engine).map(drop)
    }

    fn as_of(&self, engine: &Engine) -> Result<Option<Arc<Kept>>, AppError> {
        let at = engine.store().view().names_at()?;
        // Whoever comes meanwhile waits, and finds it done.
        let mut state = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let before = match &*state {
            State::TooMany => return Ok(None),
            State::Unread => None,
            State::Kept(kept) if kept.at == at => return Ok(Some(Arc::clone(kept))),
            // Read by somebody who began later.
            State::Kept(kept) if at.is_followed_by(&kept.at) => return Ok(None),
            State::Kept(kept) => Some(Arc::clone(kept)),
        };
        let followed = match before.filter(|kept| kept.at.is_followed_by(&at)) {
            Some(kept) => kept.followed(engine, at.clone())?,
            None => None,
        };
        let next = match followed {
            Some(kept) => Some(kept),
            None => self.read(engine, at)?,
        };
        let next = next.map(Arc::new);
        *state = next.as_ref().map_or(State::TooMany, |kept| State::Kept(Arc::clone(kept)));
        Ok(next)
    }

    /// Reads all; `None` where that is too much.
    fn read(&self, engine: &Engine, at: NamesAt) -> Result<Option<Kept>, AppError> {
        let mut all = Text::default();
        let mut is_too_much = false;
        engine.store().view().each_name(|subject, name| {
            is_too_much |= all.bytes() + name.len() + NAME_BYTES > self.bytes_max;
            if is_too_much {
                all = Text::default();
            } else {
                all.push(subject, name);
            }
            Ok(())
        })?;
        Ok((!is_too_much).then(|| Kept { at, all: Arc::new(all), anew: HashMap::new() }))
    }
}

impl Kept {
    /// With the names that changed since read again; `None` where these are so many that reading all
    /// is less work.
    fn followed(&self, engine: &Engine, at: NamesAt) -> Result<Option<Self>, AppError> {
        let view = engine.store().view();
        let Some(renamed) = view.renamed_after(&self.at)? else { return Ok(None) };
        let renamed: HashSet<_> = renamed.into_iter().collect();
        if self.anew.len() + renamed.len() > ANEW_MAX {
            return Ok(None);
        }
        let mut anew = HashMap::with_capacity(self.anew.len() + renamed.len());
        for (subject, names) in &self.anew {
            if !renamed.contains(subject) {
                anew.insert(*subject, names.clone());
            }
        }
        for subject in renamed {
            let mut names = Text::default();
            for identifier in view.identifiers_of(subject)? {
                names.push(subject, &identifier.value);
            }
            for personal in view.personal_of(subject)? {
                names.push(subject, &personal.value);
            }
            anew.insert(subject, names);
        }
        Ok(Some(Self { at, all: Arc::clone(&self.all), anew }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use facts::{Instant, SubjectKind};
    use proptest::prelude::*;
    use store::{Identifier, Personal, Subject};

    /// Something that happens to names.
    #[derive(Clone, Debug)]
    enum Step {
        Call(u64, String),
        Say(u64, &'static str, String),
        /// So many others get a name each.
        Import(u64),
        Erase(u64),
    }

    fn steps() -> impl Strategy<Value = Vec<Step>> {
        let name = || "[aAbB%_@ ]{0,6}";
        let step = prop_oneof![
            6 => (0..9_u64, name()).prop_map(|(who, name)| Step::Call(who, name)),
            6 => (0..9_u64, prop_oneof![Just("name"), Just("phone")], name())
                .prop_map(|(who, field, name)| Step::Say(who, field, name)),
            1 => prop_oneof![Just(30_u64), Just(5_000)].prop_map(Step::Import),
            1 => (0..9_u64).prop_map(Step::Erase),
        ];
        prop::collection::vec(step, 1..14)
    }

    fn happens(engine: &mut Engine, step: &Step, nth: usize) {
        let id = |who: u64| SubjectId(who.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        let called = |who: u64, value: String| Identifier {
            namespace: format!("list{nth}"),
            value,
            subject: id(who),
        };
        let mut writer = engine.store_mut().begin().unwrap();
        let everybody = 0..9 + if let Step::Import(many) = step { *many } else { 0 };
        let subjects: Vec<_> =
            everybody.map(|who| Subject { id: id(who), kind: SubjectKind::Person }).collect();
        writer.add_subjects(&subjects).unwrap();
        match step {
            Step::Call(who, name) => {
                writer.add_identifiers(&[called(*who, name.clone())]).unwrap();
            }
            Step::Say(who, field, value) => {
                let (field, value) = ((*field).to_owned(), value.clone());
                writer.put_personal(&[Personal { subject: id(*who), field, value }]).unwrap();
            }
            Step::Import(many) => {
                let names: Vec<_> =
                    (9..9 + many).map(|who| called(who, format!("b{who}"))).collect();
                writer.add_identifiers(&names).unwrap();
            }
            Step::Erase(who) => {
                writer.erase(&[id(*who)], Instant(1)).unwrap();
            }
        }
        writer.commit().unwrap();
    }

    proptest! {
        #![proptest_config(testkit::cases(40))]

        #[test]
        fn names_in_memory_match_as_those_of_the_ledger(steps in steps()) {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("ledger.db");
            let mut writing = Engine::open(path.as_path()).unwrap();
            let mut reading = Engine::open(path.as_path()).unwrap();
            let names = Names::of_at_most(1 << 30);
            for (nth, step) in steps.iter().enumerate() {
                happens(&mut writing, step, nth);
                reading.refresh().unwrap();
                for (text, limit) in [("a", 100), ("Ab", 100), ("%", 100), ("_@", 100), ("", 7), ("b", 5)] {
                    let found = names.matching(&reading, text, limit).unwrap();
                    let wanted = reading.store().view().matching(text, limit).unwrap();
                    prop_assert_eq!(found, Some(wanted), "{:?} after {:?}", text, step);
                }
            }
        }
    }

    #[test]
    fn more_names_than_may_be_kept_are_left_to_the_ledger() {
        let folder = tempfile::tempdir().unwrap();
        let mut engine = Engine::open(folder.path().join("ledger.db").as_path()).unwrap();
        happens(&mut engine, &Step::Import(200), 0);
        assert_eq!(Names::of_at_most(300).matching(&engine, "b1", 500).unwrap(), None);
        let found = Names::of_at_most(1 << 20).matching(&engine, "b1", 500).unwrap();
        assert_eq!(found.map(|found| found.len()), Some(110));
    }

    #[test]
    fn a_text_is_found_within_one_name_whatever_its_case() {
        let mut text = Text::default();
        let names = [(1, "Ann Example"), (1, "ann@example.com"), (2, ""), (3, "BOB"), (4, "Élan")];
        names.iter().for_each(|(subject, name)| text.push(SubjectId(*subject), name));
        let find = |what: &str| -> Vec<u64> {
            text.matching(&Finder::new(what)).map(|subject| subject.0).collect()
        };
        assert_eq!(find("ann"), [1, 1]);
        assert_eq!(find("bob"), [3]);
        assert_eq!(find("lan"), [4]);
        assert_eq!(find("example\0ann"), [1], "whoever asks is kept from that");
        assert_eq!(find("comb"), [0; 0]);
        assert_eq!(find(""), [1, 1, 2, 3, 4], "everybody has every beginning");
    }
}
