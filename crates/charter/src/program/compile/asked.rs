//! Sorting the questions of all rules by what answers them.

use super::FitTerms;
use super::tables::table;
use crate::Charter;
use crate::model::Verdict;
use crate::program::literals::Literals;
use crate::program::{
    Age, Bits, CapRing, Levels, Motions, Outcome, PassLiteral, Scope, TraitTable, VerdictLiterals,
    Window,
};
use crate::rule::{Atom, Compare, Score};
use facts::{Kind, Seconds, Selector, Symbol, Vocabulary, VocabularyFull};
use std::collections::BTreeSet;
use std::ops::Range;

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
    motions: Vec<(String, bool, Bits)>,
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
        fit: &FitTerms<'_>,
    ) -> Result<Self, VocabularyFull> {
        let mut asked = Self { stages: vec![Bits::NONE; charter.stages.len()], ..Self::default() };
        let mut names: BTreeSet<&str> = fit.alone.keys().map(String::as_str).collect();
        let mut reasons: Vec<(Symbol, bool, Bits)> = Vec::new();
        for (atom, answer, bit) in literals.iter() {
            match atom {
                Atom::Trait { name, .. } | Atom::Known { name, within: None } => {
                    names.insert(name);
                }
                Atom::Known { name, within: Some(span) } => {
                    names.insert(name);
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
                Atom::Motion(id) => asked.motions.push((id.clone(), answer, bit)),
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
        for name in names {
            let alone: Vec<_> = fit.alone.get(name).into_iter().flatten().copied().collect();
            let table = table(charter, name, literals, &alone, &fit.sums, vocabulary)?;
            asked.traits.push((name.to_owned(), table));
        }
        for (_, window) in &mut asked.windows {
            let literals = window.yes | window.no;
            window.feeds_fit = fit.sums.iter().any(|(when, _)| literals.meets(&when.interest()));
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

    /// The caps, and where their rings lie: after those of the windows.
    pub(super) fn caps(&self, charter: &Charter) -> (Vec<CapRing>, Range<usize>) {
        let mut ring_len = self.ring_len;
        let caps = charter.engagement.points.iter().filter_map(|clause| clause.cap);
        let rings = caps
            .map(|cap| {
                let ring = ring_len;
                ring_len += usize::from(cap.times);
                CapRing { ring, times: usize::from(cap.times), span_micros: cap.per.micros() }
            })
            .collect();
        (rings, self.ring_len..ring_len)
    }

    pub(super) fn pass_scope(&self, engagement: &Levels<f64>) -> Scope {
        let mut scope = Scope::of(self.verdicts.all | *engagement.all(), Bits::NONE);
        scope.start |= engagement.level(0.0).answers;
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
        for (_, answer, bit) in &self.motions {
            scope.all |= *bit;
            scope.start |= if *answer { Bits::NONE } else { *bit };
        }
        self.add_traits(&mut scope, "opportunity.");
        scope
    }

    /// Fills in what follows from each motion.
    pub(super) fn motions(&self, charter: &Charter, motions: &mut Motions) {
        let answers = |motion: Option<&str>| {
            self.motions.iter().fold(Bits::NONE, |bits, (id, answer, bit)| {
                if (motion == Some(id.as_str())) == *answer { bits | *bit } else { bits }
            })
        };
        motions.all = self.motions.iter().fold(Bits::NONE, |all, (.., bit)| all | *bit);
        motions.none = answers(None);
        for (motion, terms) in motions.list.iter_mut().zip(&charter.motions) {
            motion.literals = answers(Some(&terms.id));
        }
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

    pub(super) fn account_traits(&self) -> Vec<u16> {
        let numbered = (0_u16..).zip(&self.traits);
        numbered.filter(|(_, (name, _))| name.starts_with("account.")).map(|(i, _)| i).collect()
    }

    pub(super) fn trait_fit_start_milli(&self) -> Vec<i64> {
        self.traits.iter().map(|(_, table)| table.unknown.fit_milli).collect()
    }

    fn add_traits(&self, scope: &mut Scope, prefix: &str) {
        for (_, table) in self.traits.iter().filter(|(name, _)| name.starts_with(prefix)) {
            scope.all |= table.all;
            scope.start |= table.unknown.bits;
        }
    }

    /// The literals that are true of a lead of whom nothing is known, but for scores.
    pub(super) fn start(&self) -> Bits {
        let traits = self.traits.iter().map(|(_, table)| table.unknown.bits);
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
