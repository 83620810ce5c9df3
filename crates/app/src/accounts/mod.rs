//! Accounts: where each rests by what the charter says of accounts, and why.
//!
//! They are folded when somebody asks, from the facts as they are known then: nothing about them is
//! stored, so that what is shown is always what the ledger says.

mod committee;
mod list;

pub use committee::{Committee, CommitteeFilter, CommitteeList};
pub use list::{AccountFilter, AccountList, AccountView};

use crate::ask::{DecisionLine, StoryLine};
use crate::engine::{Engine, ruling};
use crate::error::AppError;
use charter::{Charter, Program, Side};
use facts::{
    Instant, Kind, Position, Precision, Recorded, SubjectId, SubjectKind, Value, Vocabulary,
};
use lifecycle::{Folder, Place, Reign, Rest, Version, VersionNumber, decide};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use store::{PlaceKind, WholeLedger};
use timeline::{Known, OwnedStory, assemble_account, link};

/// Where an account rests.
#[derive(Clone, PartialEq, Debug)]
pub struct AccountRow {
    /// The account.
    pub account: SubjectId,
    /// How many people belong or belonged to it.
    pub people: usize,
    /// The id of its stage; empty before the first.
    pub stage: String,
    /// Whose turn it is.
    pub place: PlaceKind,
    /// The person or team of the place; empty where there is none.
    pub who: String,
    /// When it entered the stage.
    pub entered_at: Option<Instant>,
    /// How precisely that is known.
    pub precision: Precision,
    /// The fit of the account itself, in points.
    pub fit: f64,
    /// The engagement of all its people together, in points.
    pub engagement: f64,
    /// When the next promise is, or was, due.
    pub due: Option<Instant>,
    /// The id of that promise; empty where there is none.
    pub promise: String,
    /// Whether it is broken.
    pub broken: bool,
}

/// Everything about one account.
#[derive(Clone, PartialEq, Debug)]
pub struct AccountPage {
    /// Where it rests.
    pub row: AccountRow,
    /// The facts of its story in order, those ahead of now included.
    pub story: Vec<StoryLine>,
    /// What was decided, in order of time. Versions are those that speak of accounts, from 1.
    pub decisions: Vec<DecisionLine>,
    /// What each of those versions says of accounts.
    pub terms: Vec<Charter>,
    /// Which of them is in force.
    pub in_force: VersionNumber,
}

impl AccountRow {
    /// By what lists are sorted: the most urgent first, those without a due last.
    fn place_in_lists(&self) -> (Instant, SubjectId) {
        (self.due.unwrap_or(Instant::NEVER), self.account)
    }
}

impl AccountPage {
    /// What is said of accounts by the version whose terms a decision goes by.
    #[must_use]
    pub fn terms_of(&self, decision: &DecisionLine) -> Option<&Charter> {
        self.terms_by(decision.terms)
    }

    /// What is said of accounts by the version in force.
    #[must_use]
    pub fn terms_now(&self) -> Option<&Charter> {
        self.terms_by(self.in_force)
    }

    fn terms_by(&self, version: VersionNumber) -> Option<&Charter> {
        self.terms.get(usize::from(version.0).checked_sub(1)?)
    }
}

impl Engine {
    /// Every account with a story, the most urgent first.
    ///
    /// # Errors
    /// [`AppError::NoCharter`] before the first, [`AppError::NoAccountTerms`] when the one in force
    /// says nothing of accounts, and when the ledger cannot be read.
    pub fn accounts(&self, now: Instant) -> Result<Vec<AccountRow>, AppError> {
        let following = self.following(now)?;
        let mut rows = following.rows(now);
        rows.retain(|row| !row.stage.is_empty());
        Ok(rows)
    }

    /// Everything about an account, by id, identifier or name.
    ///
    /// # Errors
    /// As [`Engine::accounts`], and when there is none or several have this name.
    pub fn account(&self, name: &str, now: Instant) -> Result<AccountPage, AppError> {
        let following = self.following(now)?;
        Ok(following.page(self.find_account(name)?, now))
    }

    /// The account of an id, of an identifier, or of a part of a name.
    ///
    /// # Errors
    /// When there is none, or several have this name.
    pub fn find_account(&self, name: &str) -> Result<SubjectId, AppError> {
        const MATCHES_MAX: u32 = 1_000;
        if let Some(account) = self.identified_account(name)? {
            return Ok(account);
        }
        let found = self.accounts_among(&self.matching(name, MATCHES_MAX)?)?;
        only(&found, name)?.ok_or_else(|| AppError::UnknownAccount(name.to_owned()))
    }

    /// The account of an id, of an identifier or of `namespace:identifier`.
    ///
    /// # Errors
    /// When several have this identifier.
    pub fn identified_account(&self, name: &str) -> Result<Option<SubjectId>, AppError> {
        if let Ok(id) = name.parse::<SubjectId>()
            && self.store.view().kind_of(id)? == Some(SubjectKind::Account)
        {
            return Ok(Some(id));
        }
        only(&self.accounts_among(&self.identified(name)?)?, name)
    }

    fn accounts_among(&self, subjects: &[SubjectId]) -> Result<Vec<SubjectId>, AppError> {
        let kinds = self.store.view().kinds_of(subjects)?;
        let accounts = subjects.iter().zip(kinds);
        let accounts = accounts.filter(|(_, kind)| *kind == Some(SubjectKind::Account));
        let accounts: BTreeSet<SubjectId> = accounts.map(|(subject, _)| *subject).collect();
        Ok(accounts.into_iter().collect())
    }

    fn following(&self, now: Instant) -> Result<Following, AppError> {
        let following = self.looking(now)?;
        if following.reign.is_none() {
            return Err(AppError::NoAccountTerms);
        }
        Ok(following)
    }

    /// As [`Engine::following`], where the charter in force may say nothing of accounts.
    fn looking(&self, now: Instant) -> Result<Following, AppError> {
        if self.reign()?.at(now).1.charter.account.is_none() {
            let vocabulary = self.vocabulary.clone();
            let ledger = Gathering::of(self, &vocabulary)?;
            return Ok(Following { reign: None, vocabulary, ledger });
        }
        let holidays = self.holidays(Position(i64::MAX as u64), Instant::NEVER)?;
        let versions: Vec<_> = self.versions.iter().collect();
        let terms = ruling(&versions).into_iter();
        let terms: Vec<(&Charter, Instant)> =
            terms.filter_map(|(charter, from)| Some((charter.account.as_deref()?, from))).collect();
        // Words that only accounts need are not kept: nothing that is stored names them.
        let mut vocabulary = self.vocabulary.clone();
        let reign = loop {
            let mut compiled = Vec::new();
            for &(charter, from) in &terms {
                let program = Program::compile(charter, &holidays, &mut vocabulary)?;
                compiled.push(Version { program, from });
            }
            let codes = vocabulary.code_count();
            if compiled.iter().all(|version| version.program.covers(codes)) {
                break Reign::new(compiled)?;
            }
        };
        let ledger = Gathering::of(self, &vocabulary)?;
        Ok(Following { reign: Some(reign), vocabulary, ledger })
    }
}

fn only(found: &[SubjectId], name: &str) -> Result<Option<SubjectId>, AppError> {
    match found {
        [] => Ok(None),
        [account] => Ok(Some(*account)),
        _ => Err(AppError::AmbiguousAccount { name: name.to_owned(), count: found.len() }),
    }
}

/// What folding accounts needs.
struct Following {
    /// `None` where the charter in force says nothing of accounts.
    reign: Option<Reign>,
    vocabulary: Vocabulary,
    ledger: Gathering,
}

impl Following {
    fn story(&self, account: SubjectId) -> OwnedStory {
        let none = BTreeSet::new();
        let people = self.ledger.people.get(&account).unwrap_or(&none);
        let gathered = self.ledger.facts_of(account, people);
        assemble_account(account, people, &gathered, &self.vocabulary, Known::Everything)
    }

    /// Every account, the most urgent first.
    fn rows(&self, now: Instant) -> Vec<AccountRow> {
        let mut folder = self.reign.as_ref().map(Folder::new);
        let accounts = self.ledger.people.keys();
        let mut rows: Vec<_> =
            accounts.map(|&account| self.row_of(&mut folder, account, now)).collect();
        rows.sort_by_key(AccountRow::place_in_lists);
        rows
    }

    /// One account; `folder` is that of the reign, where there is one.
    fn row_of(
        &self,
        folder: &mut Option<Folder<'_>>,
        account: SubjectId,
        now: Instant,
    ) -> AccountRow {
        match folder {
            None => self.unread(account),
            Some(folder) => {
                let (_, rest) = decide(folder, self.story(account).as_story(), now);
                self.row(folder.reign(), account, &rest)
            }
        }
    }

    fn page(&self, account: SubjectId, now: Instant) -> AccountPage {
        let story = self.story(account);
        let words = &self.vocabulary;
        let rows = story.rows.iter().zip(&story.keys);
        let (row, decisions, terms, in_force) = match &self.reign {
            None => (self.unread(account), Vec::new(), Vec::new(), VersionNumber(0)),
            Some(reign) => {
                let (decisions, rest) = decide(&mut Folder::new(reign), story.as_story(), now);
                let terms = reign.versions().iter().map(|it| it.program.charter.clone()).collect();
                (self.row(reign, account, &rest), decisions, terms, reign.at(now).0)
            }
        };
        AccountPage {
            row,
            story: rows.filter_map(|(row, key)| StoryLine::of(row, *key, words)).collect(),
            decisions: decisions.iter().map(|d| DecisionLine::of(d, words)).collect(),
            terms,
            in_force,
        }
    }

    /// An account of which no charter says anything.
    fn unread(&self, account: SubjectId) -> AccountRow {
        AccountRow {
            account,
            people: self.ledger.people.get(&account).map_or(0, BTreeSet::len),
            stage: String::new(),
            place: PlaceKind::Nowhere,
            who: String::new(),
            entered_at: None,
            precision: Precision::Unknown,
            fit: 0.0,
            engagement: 0.0,
            due: None,
            promise: String::new(),
            broken: false,
        }
    }

    fn row(&self, reign: &Reign, account: SubjectId, rest: &Rest) -> AccountRow {
        let charter = reign.program(rest.version).map(|program| &program.charter);
        let stage = rest.stage.zip(charter).map(|(stage, c)| &c.stages[usize::from(stage)].id);
        let (place, who) = match rest.place {
            Place::Assignee(person) => {
                (PlaceKind::Assignee, self.vocabulary.word(person).to_owned())
            }
            Place::Team(Side::Marketing) => (PlaceKind::Team, "marketing".to_owned()),
            Place::Team(Side::Sales) => (PlaceKind::Team, "sales".to_owned()),
            Place::Nurture => (PlaceKind::Nurture, String::new()),
            Place::Nowhere | Place::Queue(_) => (PlaceKind::Nowhere, String::new()),
        };
        let due = rest.next_due();
        let promise = due.and_then(|clock| {
            let terms = reign.program(clock.terms)?;
            Some(terms.charter.promises[usize::from(clock.promise)].id.clone())
        });
        AccountRow {
            account,
            people: self.ledger.people.get(&account).map_or(0, BTreeSet::len),
            stage: stage.cloned().unwrap_or_default(),
            place,
            who,
            entered_at: rest.stage.map(|_| rest.entered_at),
            precision: rest.entered_precision,
            fit: rest.fit_milli as f64 / 1000.0,
            engagement: rest.engagement,
            due: due.map(|clock| clock.due),
            promise: promise.unwrap_or_default(),
            broken: due.is_some_and(|clock| clock.broken),
        }
    }
}

/// The ledger in memory, with who belongs to which account.
struct Gathering {
    whole: Arc<WholeLedger>,
    /// Each account with the people who belong to it or did.
    people: BTreeMap<SubjectId, BTreeSet<SubjectId>>,
    /// The opportunities that are, or were, pursued with each account.
    pursued: BTreeMap<SubjectId, BTreeSet<SubjectId>>,
}

impl Gathering {
    fn of(engine: &Engine, vocabulary: &Vocabulary) -> Result<Self, AppError> {
        let whole = engine.whole()?;
        let pursued_code = vocabulary.find_code(Kind::Link, link::ACCOUNT_OPPORTUNITY);
        let mut subjects: Vec<SubjectId> = Vec::new();
        let mut pursued: BTreeMap<SubjectId, BTreeSet<SubjectId>> = BTreeMap::new();
        for Recorded { fact, .. } in whole.facts() {
            if subjects.last() != Some(&fact.subject) {
                subjects.push(fact.subject);
            }
            if let (true, Value::Subject(account)) = (Some(fact.code) == pursued_code, fact.value) {
                pursued.entry(account).or_default().insert(fact.subject);
            }
        }
        let members = whole.members().iter();
        let mut all = subjects;
        all.extend(members.clone().flat_map(|(lead, subject)| [*lead, *subject]));
        all.extend(pursued.keys());
        all.sort_unstable();
        all.dedup();
        let kinds: BTreeMap<_, _> =
            all.iter().copied().zip(engine.store.view().kinds_of(&all)?).collect();
        let is = |subject: &SubjectId, kind| kinds.get(subject) == Some(&Some(kind));
        let mut people: BTreeMap<SubjectId, BTreeSet<SubjectId>> = all
            .iter()
            .filter(|subject| is(subject, SubjectKind::Account))
            .map(|account| (*account, BTreeSet::new()))
            .collect();
        for (lead, subject) in members.filter(|(lead, _)| is(lead, SubjectKind::Person)) {
            if let Some(people) = people.get_mut(subject) {
                people.insert(*lead);
            }
        }
        Ok(Self { whole, people, pursued })
    }

    /// The facts of an account, of its people, and of their opportunities and its own.
    fn facts_of(&self, account: SubjectId, people: &BTreeSet<SubjectId>) -> Vec<Recorded> {
        let mut facts = self.whole.facts_of_subject(account).to_vec();
        for person in people {
            self.whole.facts_of_lead(*person, &mut facts);
        }
        for opportunity in self.pursued.get(&account).into_iter().flatten() {
            facts.extend_from_slice(self.whole.facts_of_subject(*opportunity));
        }
        facts
    }
}
