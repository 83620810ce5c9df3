//! Where a lead's scores come from, clause by clause.

use charter::{Atom, Charter, Program, Rule, TraitTest};
use facts::{Instant, Kind, Symbol, Value, Vocabulary};
use lifecycle::{Cause, Decision, What};
use std::collections::{BTreeMap, VecDeque};
use timeline::{Row, Story, link};

/// One fit clause and what it gives a lead.
#[derive(Clone, PartialEq, Debug)]
pub struct FitLine {
    /// The clause's id, `fit.1`.
    pub clause: String,
    /// The points that it gives when it holds.
    pub points: f64,
    /// Whether it holds; `None` while too little is known to say.
    pub holds: Option<bool>,
}

/// One engagement clause and what it gave a lead in its current pass.
#[derive(Clone, PartialEq, Debug)]
pub struct EngagementLine {
    /// The clause's id, `engagement.1`.
    pub clause: String,
    /// How often it gave points.
    pub times: usize,
    /// How often it gave none because it had given as many as it may.
    pub over_cap: usize,
    /// What is left of the points now.
    pub points: f64,
    /// When it last gave points.
    pub last: Instant,
}

/// What each fit clause gives at an instant. The points of those that hold add up to the fit.
#[must_use]
pub fn fit(
    charter: &Charter,
    story: Story<'_>,
    vocabulary: &Vocabulary,
    at: Instant,
) -> Vec<FitLine> {
    let traits = Traits::at(story.rows, vocabulary, at);
    let line = |clause: &charter::FitClause| FitLine {
        clause: clause.id.clone(),
        points: clause.points,
        holds: traits.ask(&clause.when),
    };
    charter.fit.iter().map(line).collect()
}

/// What each engagement clause gave until an instant, those that gave nothing left out. `from` is
/// the first row of the current pass. What is left of the points adds up to the engagement.
#[must_use]
pub fn engagement(
    program: &Program,
    story: Story<'_>,
    vocabulary: &Vocabulary,
    from: usize,
    at: Instant,
) -> Vec<EngagementLine> {
    let clauses = &program.charter.engagement.points;
    let mut lines: BTreeMap<usize, EngagementLine> = BTreeMap::new();
    let mut counted: BTreeMap<usize, VecDeque<Instant>> = BTreeMap::new();
    let rows = story.rows.iter().skip(from).take_while(|row| row.at <= at);
    for row in rows {
        let Some((Kind::Touch | Kind::Activity, name)) = vocabulary.name(row.code) else {
            continue;
        };
        let Some(index) = clauses.iter().position(|clause| clause.selector.matches(name)) else {
            continue;
        };
        let line = lines.entry(index).or_insert_with(|| EngagementLine {
            clause: format!("engagement.{}", index + 1),
            times: 0,
            over_cap: 0,
            points: 0.0,
            last: row.at,
        });
        if let Some(cap) = clauses[index].cap {
            let ring = counted.entry(index).or_default();
            let full = ring.len() == usize::from(cap.times);
            if full && ring.front().is_some_and(|first| first.plus(cap.per) > row.at) {
                line.over_cap += 1;
                continue;
            }
            if full {
                ring.pop_front();
            }
            ring.push_back(row.at);
        }
        line.times += 1;
        line.points += clauses[index].points * program.decay.kept(row.at, at);
        line.last = row.at;
    }
    lines.into_values().collect()
}

/// The first row of the current pass, or of the last one; 0 before the first. `decisions` are
/// those that stand, in order of time.
#[must_use]
pub fn pass_start(story: Story<'_>, decisions: &[Decision]) -> usize {
    let opened = decisions.iter().filter(|decision| decision.key.what == What::PassOpened);
    let Some(opened) = opened.max_by_key(|decision| decision.pass) else { return 0 };
    match opened.cause {
        Cause::Fact(key) => story.keys.iter().position(|&other| other == key).unwrap_or(0),
        // Facts of an instant come before what time decides at it.
        _ => story.rows.partition_point(|row| row.at <= opened.at),
    }
}

/// What is known of a lead at an instant.
pub(crate) struct Traits<'a> {
    known: BTreeMap<&'a str, &'a Row>,
    vocabulary: &'a Vocabulary,
    at: Instant,
}

impl<'a> Traits<'a> {
    pub(crate) fn at(story: &'a [Row], vocabulary: &'a Vocabulary, at: Instant) -> Self {
        let mut known: BTreeMap<&str, &Row> = BTreeMap::new();
        for row in story.iter().take_while(|row| row.at <= at) {
            match vocabulary.name(row.code) {
                // What was known of one account does not hold for the next.
                Some((Kind::Link, link::ACCOUNT | link::ACCOUNT_END)) => {
                    known.retain(|name, _| !name.starts_with("account."));
                }
                Some((Kind::Trait | Kind::Opportunity, name)) => {
                    known.insert(name, row);
                }
                _ => {}
            }
        }
        Self { known, vocabulary, at }
    }

    fn value(&self, name: &str) -> Option<(Instant, Value)> {
        let row = self.known.get(name)?;
        let value = row.value();
        let says = !matches!(value, Value::Nothing | Value::Text(Symbol::EMPTY));
        says.then_some((row.at, value))
    }

    /// Kleene's strong three-valued logic, see [`Rule`].
    pub(crate) fn ask(&self, rule: &Rule) -> Option<bool> {
        match rule {
            Rule::Always(always) => Some(*always),
            Rule::Is(atom) => self.answer(atom),
            Rule::Not(inner) => self.ask(inner).map(|holds| !holds),
            Rule::All(parts) => self.join(parts, false),
            Rule::Any(parts) => self.join(parts, true),
        }
    }

    fn join(&self, parts: &[Rule], decisive: bool) -> Option<bool> {
        let mut unknown = false;
        for part in parts {
            match self.ask(part) {
                Some(answer) if answer == decisive => return Some(decisive),
                Some(_) => {}
                None => unknown = true,
            }
        }
        (!unknown).then_some(!decisive)
    }

    /// Fit clauses, personas and units speak of traits alone.
    fn answer(&self, atom: &Atom) -> Option<bool> {
        match atom {
            Atom::Trait { name, test } => match (test, self.value(name)?.1) {
                (TraitTest::Number(compare, with), Value::Number(number)) => {
                    Some(compare.holds(number, *with))
                }
                (TraitTest::OneOf(words), Value::Text(symbol)) => {
                    Some(words.iter().any(|word| word == self.vocabulary.word(symbol)))
                }
                (TraitTest::IsTrue, Value::Flag(flag)) => Some(flag),
                _ => None,
            },
            Atom::Known { name, within } => Some(self.value(name).is_some_and(|(since, _)| {
                within.is_none_or(|within| since.plus(within) > self.at)
            })),
            _ => None,
        }
    }
}
