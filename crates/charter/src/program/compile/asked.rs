//! Sorting the questions of all rules by what answers them.

use crate::Charter;
use crate::model::Verdict;
use crate::program::literals::Literals;
use crate::program::traits::ByValue;
use crate::program::{
    Age, Bits, CapRing, Levels, Outcome, PassLiteral, Scope, TraitTable, VerdictLiterals, Window,
};
use crate::rule::{Atom, Compare, Score, TraitTest};
use facts::{Kind, Seconds, Selector, Symbol, TraitType, Vocabulary, VocabularyFull};
use std::collections::BTreeMap;

type Comparison = (Compare, f64, bool, Bits);

/// A question about how often facts of some names happened.
pub(super) struct Happened {
    pub(super) selector: Selector,
    pub(super) yes: Bits,
    pub(super) no: Bits,
    ever: bool,
}

/// What feeds a window.
pub(super) enum Feed {
    /// Touches and activities of these names.
    Happened(Selector),
    /// Facts about this trait.
    Trait(String),
}

/// All questions of a charter, by what answers them.
#[derive(Default)]
pub(super) struct Asked {
    pub(super) traits: Vec<(String, TraitTable)>,
    pub(super) windows: Vec<(Feed, Window)>,
    pub(super) happened: Vec<Happened>,
    pub(super) fit: Vec<Comparison>,
    pub(super) engagement: Vec<Comparison>,
    pub(super) ages: Vec<Age>,
    pub(super) passes: Vec<PassLiteral>,
    verdicts: VerdictLiterals,
    stages: Vec<Bits>,
    ring_len: usize,
}

/// The code kind that facts about a trait have.
pub(super) fn kind_of_trait(name: &str) -> Kind {
    if name.starts_with("opportunity.") { Kind::Opportunity } else { Kind::Trait }
}

impl Asked {
    pub(super) fn read(
        literals: &Literals,
        charter: &Charter,
        vocabulary: &mut Vocabulary,
        fit_interest: &Bits,
    ) -> Result<Self, VocabularyFull> {
        let mut asked = Self { stages: vec![Bits::NONE; charter.stages.len()], ..Self::default() };
        let mut tests: BTreeMap<&str, Vec<(&TraitTest, bool, Bits)>> = BTreeMap::new();
        let mut known: BTreeMap<&str, Vec<(bool, Bits)>> = BTreeMap::new();
        let mut reasons: Vec<(Symbol, bool, Bits)> = Vec::new();
        for (atom, answer, bit) in literals.iter() {
            match atom {
                Atom::Trait { name, test } => {
                    tests.entry(name).or_default().push((test, answer, bit));
                }
                Atom::Known { name, within: None } => {
                    known.entry(name).or_default().push((answer, bit));
                }
                Atom::Known { name, within: Some(span) } => {
                    let feed = |feed: &Feed| matches!(feed, Feed::Trait(n) if n == name);
                    let make = || Feed::Trait(name.clone());
                    let window = asked.window(feed, make, 1, Some(*span), false);
                    window.per_pass = kind_of_trait(name) == Kind::Opportunity;
                    window.per_account = name.starts_with("account.");
                    put(window, answer, bit);
                }
                Atom::Score { score, compare, value } => match score {
                    Score::Fit => asked.fit.push((*compare, *value, answer, bit)),
                    Score::Engagement => asked.engagement.push((*compare, *value, answer, bit)),
                },
                Atom::Tally { selector, times: 1, within: None, ever } => {
                    asked.happened(selector, *ever, answer, bit);
                }
                Atom::Tally { selector, times, within, ever } => {
                    let feed = |feed: &Feed| matches!(feed, Feed::Happened(s) if s == selector);
                    let make = || Feed::Happened(selector.clone());
                    put(asked.window(feed, make, *times, *within, !*ever), answer, bit);
                }
                Atom::Verdict(word) => asked.verdict(word, answer, bit),
                Atom::Reason(word) => reasons.push((vocabulary.intern(word)?, answer, bit)),
                Atom::InStage(id) => {
                    for (stage, literals) in charter.stages.iter().zip(&mut asked.stages) {
                        if (stage.id == *id) == answer {
                            *literals |= bit;
                        }
                    }
                }
                Atom::StageAge(span) => asked.age(*span, answer, bit),
                Atom::Pass { compare, value } => {
                    asked.passes.push(PassLiteral {
                        compare: *compare,
                        value: *value,
                        answer,
                        bit,
                    });
                }
            }
        }
        asked.reasons(&reasons);
        let names: Vec<&str> = tests.keys().chain(known.keys()).copied().collect();
        for name in names {
            if asked.traits.iter().any(|(n, _)| n == name) {
                continue;
            }
            let tests = tests.get(name).map_or(&[][..], Vec::as_slice);
            let known = known.get(name).map_or(&[][..], Vec::as_slice);
            let kind = charter.schema.traits.get(name).copied().unwrap_or(TraitType::Text);
            let mut table = table(kind, tests, known, vocabulary)?;
            table.feeds_fit = table.all.meets(fit_interest);
            asked.traits.push((name.to_owned(), table));
        }
        // Traits that only a window speaks of still need their effect.
        let windowed: Vec<String> = asked
            .windows
            .iter()
            .filter_map(|(feed, _)| match feed {
                Feed::Trait(name) => Some(name.clone()),
                Feed::Happened(_) => None,
            })
            .collect();
        for name in windowed {
            if !asked.traits.iter().any(|(n, _)| *n == name) {
                let kind = charter.schema.traits.get(&name).copied().unwrap_or(TraitType::Text);
                asked.traits.push((name, table(kind, &[], &[], vocabulary)?));
            }
        }
        for (_, window) in &mut asked.windows {
            window.feeds_fit = (window.yes | window.no).meets(fit_interest);
        }
        Ok(asked)
    }

    fn window(
        &mut self,
        same: impl Fn(&Feed) -> bool,
        make: impl Fn() -> Feed,
        times: u8,
        within: Option<Seconds>,
        per_pass: bool,
    ) -> &mut Window {
        let span_micros = within.map(Seconds::micros);
        let times = usize::from(times.max(1));
        let found = self.windows.iter().position(|(feed, window)| {
            same(feed)
                && window.times == times
                && window.span_micros == span_micros
                && (window.per_pass == per_pass || matches!(feed, Feed::Trait(_)))
        });
        let index = found.unwrap_or_else(|| {
            let ring = self.ring_len;
            self.ring_len += times;
            let window = Window {
                ring,
                times,
                span_micros,
                yes: Bits::NONE,
                no: Bits::NONE,
                per_pass,
                per_account: false,
                feeds_fit: false,
            };
            self.windows.push((make(), window));
            self.windows.len() - 1
        });
        &mut self.windows[index].1
    }

    fn happened(&mut self, selector: &Selector, ever: bool, answer: bool, bit: Bits) {
        let (yes, no) = if answer { (bit, Bits::NONE) } else { (Bits::NONE, bit) };
        self.happened.push(Happened { selector: selector.clone(), yes, no, ever });
    }

    fn verdict(&mut self, word: &str, answer: bool, bit: Bits) {
        self.verdicts.all |= bit;
        for verdict in Verdict::ALL {
            if (verdict.word() == word) == answer {
                self.verdicts.by_verdict[verdict as usize] |= bit;
            }
        }
    }

    fn reasons(&mut self, asked: &[(Symbol, bool, Bits)]) {
        let mut symbols: Vec<Symbol> = asked.iter().map(|(symbol, ..)| *symbol).collect();
        symbols.sort_unstable();
        symbols.dedup();
        let answers = |said: Option<Symbol>| {
            asked.iter().fold(Bits::NONE, |bits, (symbol, answer, bit)| {
                if (said == Some(*symbol)) == *answer { bits | *bit } else { bits }
            })
        };
        self.verdicts.by_reason = symbols.iter().map(|&s| (s, answers(Some(s)))).collect();
        self.verdicts.other_reason = answers(None);
        self.verdicts.all |= asked.iter().fold(Bits::NONE, |all, (.., bit)| all | *bit);
    }

    fn age(&mut self, span: Seconds, answer: bool, bit: Bits) {
        let span_micros = span.micros();
        let (yes, no) = if answer { (bit, Bits::NONE) } else { (Bits::NONE, bit) };
        match self.ages.iter_mut().find(|age| age.span_micros == span_micros) {
            Some(age) => {
                age.yes |= yes;
                age.no |= no;
            }
            None => self.ages.push(Age { span_micros, yes, no }),
        }
    }

    /// The rings of the caps, after those of the windows, and the length of all rings.
    pub(super) fn caps(&self, charter: &Charter) -> (Vec<CapRing>, usize) {
        let mut ring_len = self.ring_len;
        let caps = charter.engagement.points.iter().filter_map(|clause| clause.cap);
        let rings = caps
            .map(|cap| {
                let ring = ring_len;
                ring_len += usize::from(cap.times);
                CapRing { ring, times: usize::from(cap.times), span_micros: cap.per.micros() }
            })
            .collect();
        (rings, ring_len)
    }

    pub(super) fn pass_scope(&self, engagement: &Levels<f64>) -> Scope {
        let mut scope = Scope::of(self.verdicts.all | *engagement.all(), Bits::NONE);
        scope.start |= *engagement.answers(engagement.level(0.0));
        for happened in self.happened.iter().filter(|happened| !happened.ever) {
            scope.all |= happened.yes | happened.no;
            scope.start |= happened.no;
        }
        for (_, window) in self.windows.iter().filter(|(_, window)| window.per_pass) {
            scope.all |= window.yes | window.no;
            scope.start |= window.no;
        }
        for pass in &self.passes {
            scope.all |= pass.bit;
        }
        self.add_traits(&mut scope, "opportunity.");
        scope
    }

    pub(super) fn account_scope(&self) -> Scope {
        let mut scope = Scope::default();
        for (_, window) in self.windows.iter().filter(|(_, window)| window.per_account) {
            scope.all |= window.yes | window.no;
            scope.start |= window.no;
        }
        self.add_traits(&mut scope, "account.");
        scope
    }

    fn add_traits(&self, scope: &mut Scope, prefix: &str) {
        for (_, table) in self.traits.iter().filter(|(name, _)| name.starts_with(prefix)) {
            scope.all |= table.all;
            scope.start |= table.unknown;
        }
    }

    /// The literals that are true of a lead of whom nothing is known, but for scores.
    pub(super) fn start(&self) -> Bits {
        let traits = self.traits.iter().map(|(_, table)| table.unknown);
        let windows = self.windows.iter().map(|(_, window)| window.no);
        let happened = self.happened.iter().map(|happened| happened.no);
        traits.chain(windows).chain(happened).fold(Bits::NONE, |all, bits| all | bits)
    }

    pub(super) fn stage_scope(&self) -> Bits {
        let ages = self.ages.iter().map(|age| age.yes | age.no);
        self.stages.iter().copied().chain(ages).fold(Bits::NONE, |all, bits| all | bits)
    }

    pub(super) fn stage_literals(&self, index: usize) -> Bits {
        self.ages.iter().fold(self.stages[index], |all, age| all | age.no)
    }

    pub(super) fn engagement_falls(&self) -> Bits {
        let falls = self.engagement.iter().filter(|(.., answer, _)| !answer);
        falls.fold(Bits::NONE, |all, (.., bit)| all | *bit)
    }

    pub(super) fn verdicts(&self, outcomes: [Option<Outcome>; 4]) -> VerdictLiterals {
        VerdictLiterals { outcomes, ..self.verdicts.clone() }
    }
}

fn put(window: &mut Window, answer: bool, bit: Bits) {
    if answer {
        window.yes |= bit;
    } else {
        window.no |= bit;
    }
}

fn table(
    kind: TraitType,
    tests: &[(&TraitTest, bool, Bits)],
    known: &[(bool, Bits)],
    vocabulary: &mut Vocabulary,
) -> Result<TraitTable, VocabularyFull> {
    let union = |answer: bool| {
        known.iter().filter(|(a, _)| *a == answer).fold(Bits::NONE, |all, (_, bit)| all | *bit)
    };
    let all = tests.iter().map(|(.., bit)| *bit).chain(known.iter().map(|(_, bit)| *bit));
    Ok(TraitTable {
        all: all.fold(Bits::NONE, |all, bit| all | bit),
        unknown: union(false),
        known: union(true),
        by_value: match kind {
            TraitType::Number => ByValue::Number(numbers(tests)),
            TraitType::Text => texts(tests, vocabulary)?,
            TraitType::Flag => flags(tests),
        },
        feeds_fit: false,
    })
}

fn numbers(tests: &[(&TraitTest, bool, Bits)]) -> Levels<f64> {
    let comparisons: Vec<Comparison> = tests
        .iter()
        .filter_map(|(test, answer, bit)| match test {
            TraitTest::Number(compare, value) => Some((*compare, *value, *answer, *bit)),
            _ => None,
        })
        .collect();
    Levels::new(&comparisons, |value| value, f64::next_up)
}

fn texts(
    tests: &[(&TraitTest, bool, Bits)],
    vocabulary: &mut Vocabulary,
) -> Result<ByValue, VocabularyFull> {
    let mut words: Vec<&String> = Vec::new();
    for (test, ..) in tests {
        if let TraitTest::OneOf(options) = test {
            words.extend(options);
        }
    }
    words.sort();
    words.dedup();
    let answers = |said: Option<&String>| {
        tests.iter().fold(Bits::NONE, |bits, (test, answer, bit)| match test {
            TraitTest::OneOf(options) => {
                let holds = said.is_some_and(|word| options.contains(word));
                if holds == *answer { bits | *bit } else { bits }
            }
            _ => bits,
        })
    };
    let other = answers(None);
    let words = words
        .into_iter()
        .map(|word| Ok((vocabulary.intern(word)?, answers(Some(word)))))
        .collect::<Result<_, VocabularyFull>>()?;
    Ok(ByValue::Text { words, other })
}

fn flags(tests: &[(&TraitTest, bool, Bits)]) -> ByValue {
    let answers = |wanted: bool| {
        tests
            .iter()
            .filter(|(_, answer, _)| *answer == wanted)
            .fold(Bits::NONE, |all, (.., bit)| all | *bit)
    };
    ByValue::Flag { yes: answers(true), no: answers(false) }
}
