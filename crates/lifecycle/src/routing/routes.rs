//! Which route a lead takes.

use charter::{Atom, Charter, Route, Rule, TraitTest};
use facts::{Code, Instant, Kind, SubjectId, Symbol, Value, Vocabulary};
use std::collections::BTreeMap;
use timeline::{Row, Story, link};

/// The routes of a charter, ready to be asked.
#[derive(Clone, Debug)]
pub struct Routes {
    routes: Vec<Route>,
    /// The traits that routes ask about, by name, with their place and code.
    traits: BTreeMap<String, (usize, Option<Code>)>,
    /// The words that routes compare with.
    words: BTreeMap<String, Symbol>,
    /// The codes of links to an account, and of their end.
    account: [Option<Code>; 2],
}

impl Routes {
    /// Of a charter, for the words and codes of a ledger: those that it does not know, no lead has.
    #[must_use]
    pub fn new(charter: &Charter, vocabulary: &Vocabulary) -> Self {
        let routes = charter.routes.clone();
        let mut atoms = Vec::new();
        routes.iter().for_each(|route| route.when.atoms(&mut atoms));
        let (mut traits, mut words) = (BTreeMap::new(), BTreeMap::new());
        for atom in atoms {
            let (Atom::Trait { name, .. } | Atom::Known { name, .. }) = atom else { continue };
            let kind =
                if name.starts_with("opportunity.") { Kind::Opportunity } else { Kind::Trait };
            let next = traits.len();
            traits.entry(name.clone()).or_insert((next, vocabulary.find_code(kind, name)));
            if let Atom::Trait { test: TraitTest::OneOf(compared), .. } = atom {
                let known = compared.iter().filter_map(|word| Some((word, vocabulary.find(word)?)));
                words.extend(known.map(|(word, symbol)| (word.clone(), symbol)));
            }
        }
        let link = |name| vocabulary.find_code(Kind::Link, name);
        let account = [link(link::ACCOUNT), link(link::ACCOUNT_END)];
        Self { routes, traits, words, account }
    }

    /// Whether there is any.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.routes.is_empty()
    }

    /// The routes in the order of the charter.
    #[must_use]
    pub fn all(&self) -> &[Route] {
        &self.routes
    }

    /// The first route of a hand-off that holds for what is known of a lead at an instant.
    #[must_use]
    pub fn first(&self, story: Story<'_>, at: Instant, handoff: usize) -> Option<usize> {
        let known = self.known(story, at);
        let holds = |rule: &Rule| rule.answer(&mut |atom| self.answer(atom, &known, at));
        let mut routes = self.routes.iter();
        routes
            .position(|route| route.handoffs.contains(&handoff) && holds(&route.when) == Some(true))
    }

    /// The account that a lead belongs to at an instant.
    #[must_use]
    pub fn account(&self, story: Story<'_>, at: Instant) -> Option<SubjectId> {
        let mut account = None;
        for row in rows_until(story, at) {
            if let Some(link) = self.link(row) {
                account = link;
            }
        }
        account
    }

    /// What a row says of the account: that the lead belongs to it, or to none any more.
    fn link(&self, row: &Row) -> Option<Option<SubjectId>> {
        let [begins, ends] = self.account;
        let code = Some(row.code);
        match row.value() {
            Value::Subject(account) if code == begins => Some(Some(account)),
            _ if code == ends => Some(None),
            _ => None,
        }
    }

    /// The last row about each trait.
    fn known<'a>(&self, story: Story<'a>, at: Instant) -> Vec<Option<&'a Row>> {
        let mut known = vec![None; self.traits.len()];
        for row in rows_until(story, at) {
            if self.link(row).is_some() {
                // What was known of one account does not hold for the next.
                let account = self.traits.iter().filter(|(name, _)| name.starts_with("account."));
                account.for_each(|(_, (place, _))| known[*place] = None);
                continue;
            }
            let of = self.traits.values().find(|(_, code)| *code == Some(row.code));
            if let Some((place, _)) = of {
                known[*place] = Some(row);
            }
        }
        known
    }

    fn answer(&self, atom: &Atom, known: &[Option<&Row>], at: Instant) -> Option<bool> {
        let (Atom::Trait { name, .. } | Atom::Known { name, .. }) = atom else { return None };
        let row = self.traits.get(name).and_then(|(place, _)| known[*place]);
        let says = |value: &Value| !matches!(value, Value::Nothing | Value::Text(Symbol::EMPTY));
        let known = row.map(|row| (row.at, row.value())).filter(|(_, value)| says(value));
        match atom {
            Atom::Known { within, .. } => Some(
                known.is_some_and(|(since, _)| within.is_none_or(|within| since.plus(within) > at)),
            ),
            Atom::Trait { test, .. } => match (test, known?.1) {
                (TraitTest::Number(compare, with), Value::Number(number)) => {
                    Some(compare.holds(number, *with))
                }
                (TraitTest::OneOf(words), Value::Text(symbol)) => {
                    Some(words.iter().any(|word| self.words.get(word) == Some(&symbol)))
                }
                (TraitTest::IsTrue, Value::Flag(flag)) => Some(flag),
                _ => None,
            },
            _ => None,
        }
    }
}

fn rows_until(story: Story<'_>, at: Instant) -> impl Iterator<Item = &Row> {
    story.rows.iter().take_while(move |row| row.at <= at)
}
