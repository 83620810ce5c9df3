//! Asking rules from scratch.

use charter::{Atom, Charter, Compare, Decay, Rule, Score, TraitTest};
use facts::{Instant, Kind, Seconds, Selector, Symbol, Value, Vocabulary};
use timeline::{OwnedStory, Row};

/// An instant, before or after time has had its say at it.
#[derive(Clone, Copy)]
pub struct Moment {
    pub at: Instant,
    after_time: bool,
}

impl Moment {
    pub fn facts(at: Instant) -> Self {
        Self { at, after_time: false }
    }

    pub fn time(at: Instant) -> Self {
        Self { at, after_time: true }
    }

    /// Whether an instant that time brings has come.
    fn reached(self, at: Instant) -> bool {
        if self.after_time { at <= self.at } else { at < self.at }
    }
}

/// What is known after so many rows, and how rules are asked of it.
pub struct Asking<'a> {
    pub charter: &'a Charter,
    pub story: &'a OwnedStory,
    pub vocabulary: &'a Vocabulary,
    pub rows: usize,
    pub pass: u32,
    pub pass_row: usize,
    pub open: bool,
    pub stage: Option<usize>,
    /// The motion of the pass.
    pub motion: Option<&'a str>,
    pub entered: Instant,
    decay: Decay,
    spans: Vec<Seconds>,
    thresholds: Vec<f64>,
}

impl<'a> Asking<'a> {
    pub fn new(
        charter: &'a Charter,
        story: &'a OwnedStory,
        vocabulary: &'a Vocabulary,
        decay: Decay,
    ) -> Self {
        let (mut spans, mut thresholds) = (Vec::new(), Vec::new());
        let enters = charter.stages.iter().filter_map(|stage| stage.enter.as_ref());
        let whens = charter.promises.iter().map(|promise| &promise.when);
        let motions = charter.motions.iter().map(|motion| &motion.when);
        for rule in
            enters.chain(whens).chain(motions).chain(charter.fit.iter().map(|clause| &clause.when))
        {
            gather(rule, &mut spans, &mut thresholds);
        }
        Self {
            charter,
            story,
            vocabulary,
            rows: 0,
            pass: 0,
            pass_row: 0,
            open: false,
            stage: None,
            motion: None,
            entered: Instant(0),
            decay,
            spans,
            thresholds,
        }
    }

    /// Every instant at which the answer to some question may change by time.
    pub fn flips(&self) -> Vec<Instant> {
        let starts = self.story.rows[..self.rows].iter().map(|row| row.at).chain([self.entered]);
        let mut flips: Vec<Instant> =
            starts.flat_map(|at| self.spans.iter().map(move |span| at.plus(*span))).collect();
        let (score, anchor) = self.engagement();
        for &threshold in &self.thresholds {
            let below =
                |s: i64| score * self.decay.kept(anchor, anchor.plus(Seconds(s))) < threshold;
            let (mut low, mut high) = (0, 64 * 86_400 * 3_650);
            if below(low) || !below(high) {
                continue;
            }
            while high - low > 1 {
                let middle = i64::midpoint(low, high);
                if below(middle) { high = middle } else { low = middle }
            }
            flips.push(anchor.plus(Seconds(high)));
        }
        flips
    }

    pub fn holds(&self, rule: &Rule, moment: Moment) -> bool {
        self.ask(rule, moment) == Some(true)
    }

    /// Kleene's strong three-valued logic.
    fn ask(&self, rule: &Rule, moment: Moment) -> Option<bool> {
        match rule {
            Rule::Always(value) => Some(*value),
            Rule::Is(atom) => self.answer(atom, moment),
            Rule::Not(inner) => self.ask(inner, moment).map(|answer| !answer),
            Rule::All(parts) => self.all(parts, moment, false),
            Rule::Any(parts) => self.all(parts, moment, true),
        }
    }

    fn all(&self, parts: &[Rule], moment: Moment, decisive: bool) -> Option<bool> {
        let answers: Vec<_> = parts.iter().map(|part| self.ask(part, moment)).collect();
        if answers.contains(&Some(decisive)) {
            Some(decisive)
        } else if answers.contains(&None) {
            None
        } else {
            Some(!decisive)
        }
    }

    fn answer(&self, atom: &Atom, moment: Moment) -> Option<bool> {
        match atom {
            Atom::Trait { name, test } => {
                let (_, value) = self.trait_now(name)?;
                Some(match (test, value) {
                    (TraitTest::Number(compare, with), Value::Number(n)) => compare.holds(n, *with),
                    (TraitTest::OneOf(words), Value::Text(symbol)) => {
                        words.iter().any(|word| word == self.vocabulary.word(symbol))
                    }
                    (TraitTest::IsTrue, Value::Flag(flag)) => flag,
                    _ => return None,
                })
            }
            Atom::Known { name, within } => {
                Some(self.trait_now(name).is_some_and(|(at, _)| {
                    within.is_none_or(|span| !moment.reached(at.plus(span)))
                }))
            }
            Atom::Score { score: Score::Fit, compare, value } => {
                let held =
                    self.charter.fit.iter().filter(|clause| self.holds(&clause.when, moment));
                Some(compare.holds(held.map(|clause| clause.points).sum(), *value))
            }
            Atom::Score { score: Score::Engagement, compare, value } => {
                let (score, anchor) = self.engagement();
                // Until time has had its say, engagement is what it was just before.
                let at = if moment.after_time { moment.at } else { Instant(moment.at.0 - 1) };
                Some(compare.holds(score * self.decay.kept(anchor, at), *value))
            }
            Atom::Tally { selector, times, within, ever } => {
                let rows = self.events(selector, *ever);
                let young =
                    |row: &&Row| within.is_none_or(|span| !moment.reached(row.at.plus(span)));
                Some(rows.filter(young).count() >= usize::from(*times))
            }
            Atom::Verdict(word) => {
                self.last_verdict().map(|row| self.vocabulary.name(row.code).unwrap().1 == word)
            }
            Atom::Reason(word) => {
                self.last_verdict().map(|row| self.vocabulary.word(row.symbol()) == word)
            }
            Atom::InStage(id) => self.stage.map(|stage| self.charter.stages[stage].id == *id),
            Atom::Motion(id) => (self.pass > 0).then(|| self.motion == Some(id)),
            Atom::StageAge(span) => self.stage.map(|_| moment.reached(self.entered.plus(*span))),
            Atom::Pass { compare, value } => {
                (self.pass > 0).then(|| compare.holds(f64::from(self.pass), *value))
            }
        }
    }

    fn name(&self, row: &Row) -> (Kind, &str) {
        self.vocabulary.name(row.code).unwrap()
    }

    /// The value of a trait and when it was learned.
    fn trait_now(&self, name: &str) -> Option<(Instant, Value)> {
        let mut now = None;
        let mut rows = self.story.rows[..self.rows].iter().enumerate();
        let of_deal = name.starts_with("opportunity.");
        for (index, row) in &mut rows {
            let (kind, of) = self.name(row);
            if kind == Kind::Link
                && matches!(of, "account" | "account.end")
                && name.starts_with("account.")
            {
                now = None;
            }
            let current = !of_deal || index >= self.pass_row;
            if matches!(kind, Kind::Trait | Kind::Opportunity) && of == name && current {
                let value = row.value();
                let empty = matches!(value, Value::Nothing | Value::Text(Symbol::EMPTY));
                now = (!empty).then_some((row.at, value));
            }
        }
        now
    }

    fn events(&self, selector: &Selector, ever: bool) -> impl Iterator<Item = &Row> {
        let from = if ever { 0 } else { self.pass_row.min(self.rows) };
        self.story.rows[from..self.rows].iter().filter(move |row| {
            let (kind, name) = self.name(row);
            matches!(kind, Kind::Touch | Kind::Activity) && selector.matches(name)
        })
    }

    fn last_verdict(&self) -> Option<&Row> {
        let from = self.pass_row.min(self.rows);
        self.story.rows[from..self.rows].iter().rfind(|row| self.name(row).0 == Kind::Verdict)
    }

    /// The engagement of the current pass at its anchor, in the order of the facts.
    fn engagement(&self) -> (f64, Instant) {
        let (mut score, mut anchor) = (0.0, Instant(0));
        let mut counted: Vec<(usize, Instant)> = Vec::new();
        let from = self.pass_row.min(self.rows);
        for row in &self.story.rows[from..self.rows] {
            let (kind, name) = self.name(row);
            let clauses = &self.charter.engagement.points;
            let clause = clauses.iter().position(|clause| clause.selector.matches(name));
            let (Kind::Touch | Kind::Activity, Some(clause)) = (kind, clause) else { continue };
            if let Some(cap) = clauses[clause].cap {
                let recent =
                    |(c, at): &&(usize, Instant)| *c == clause && at.plus(cap.per) > row.at;
                if counted.iter().filter(recent).count() >= usize::from(cap.times) {
                    continue;
                }
            }
            counted.push((clause, row.at));
            score = (score * self.decay.kept(anchor, row.at) + clauses[clause].points).max(0.0);
            anchor = row.at;
        }
        (score, anchor)
    }
}

fn gather(rule: &Rule, spans: &mut Vec<Seconds>, thresholds: &mut Vec<f64>) {
    match rule {
        Rule::Always(_) => {}
        Rule::Not(inner) => gather(inner, spans, thresholds),
        Rule::All(parts) | Rule::Any(parts) => {
            parts.iter().for_each(|part| gather(part, spans, thresholds));
        }
        Rule::Is(Atom::Known { within: Some(span), .. } | Atom::StageAge(span)) => {
            spans.push(*span);
        }
        Rule::Is(Atom::Tally { within: Some(span), .. }) => spans.push(*span),
        Rule::Is(Atom::Score { score: Score::Engagement, compare, value }) => {
            thresholds.push(if *compare == Compare::AtLeast { *value } else { value.next_up() });
        }
        Rule::Is(_) => {}
    }
}
