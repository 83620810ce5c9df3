//! What became of opportunities.

use super::AsOf;
use super::histories::Labels;
use crate::Engine;
use crate::error::AppError;
use crate::opportunities::OpportunityRow;
use facts::{Code, Instant, Kind, Position, Precision, SubjectId, SubjectKind, Symbol, Value};
use insight::{Deal, DealFigures, DealOutcome, Moment, deals};
use std::collections::{BTreeMap, BTreeSet};
use store::WholeLedger;
use timeline::{Known, Row, assemble, link};

/// What became of opportunities, whole and in slices.
#[derive(Clone, PartialEq, Debug)]
pub struct OpportunitiesAnswer {
    /// As of when.
    pub as_of: AsOf,
    /// All opportunities.
    pub whole: DealFigures,
    /// By the trait that was asked for, `None` for those of which it is not known: the most won
    /// value first, then the most won, then by value.
    pub slices: Vec<(Option<String>, DealFigures)>,
    /// How many are in each stage that is neither won nor lost, by its word; empty where none was
    /// said.
    pub open_stages: BTreeMap<String, usize>,
}

/// How much of the ledger is seen.
#[derive(Clone, Copy)]
pub(super) struct Sight<'a> {
    pub(super) whole: &'a WholeLedger,
    /// How far it is read,
    pub(super) known: Known,
    /// and until when.
    pub(super) now: Instant,
}

impl Sight<'_> {
    /// Whether a fact at a position is read.
    fn is_known(&self, position: Position) -> bool {
        match self.known {
            Known::Everything => true,
            Known::UpTo(last) => position <= last,
        }
    }
}

const STAGE: &str = "opportunity.stage";
const AMOUNT: &str = "opportunity.amount";

impl Engine {
    /// What became of every opportunity: its last stage, its last amount, how long it took. Sliced
    /// by a trait of the opportunity, of its account or of the person whom it began with, as it is
    /// known now.
    ///
    /// # Errors
    /// [`AppError::NoCharter`] before the first, and when the trait is not known.
    pub fn opportunities(
        &self,
        by: Option<&str>,
        now: Instant,
    ) -> Result<OpportunitiesAnswer, AppError> {
        let as_of = self.as_of(now)?;
        let calendar = &self.reign()?.at(now).1.calendar;
        let code = |kind, name| self.vocabulary().find_code(kind, name);
        let sliced = by
            .map(|name| {
                let found = code(Kind::Trait, name).or_else(|| code(Kind::Opportunity, name));
                let unknown = || AppError::UnknownName { what: "trait", name: name.to_owned() };
                found.map(|code| (code, name)).ok_or_else(unknown)
            })
            .transpose()?;
        let codes = [STAGE, AMOUNT].map(|name| code(Kind::Opportunity, name));
        let whole = &*self.whole()?;
        let sight = Sight { whole, known: Known::Everything, now };
        let mut labels = Labels::new();
        let mut read = Vec::new();
        let mut open_stages = BTreeMap::new();
        for opportunity in self.every_opportunity(sight)? {
            let rows = self.rows_of(sight, opportunity);
            let (mut deal, stage) = self.deal(opportunity, &rows, codes);
            if let Some((code, name)) = sliced {
                let value = self.related(sight, (opportunity, &rows), (code, name));
                deal.slice = labels.number(self.text_of(value));
            }
            if deal.outcome == DealOutcome::Open {
                *open_stages.entry(stage.to_owned()).or_insert(0) += 1;
            }
            read.push(deal);
        }
        let mut slices: BTreeMap<Symbol, Vec<Deal>> = BTreeMap::new();
        for deal in read.iter().filter(|_| sliced.is_some()) {
            slices.entry(deal.slice).or_default().push(*deal);
        }
        let mut slices: Vec<_> = slices
            .into_iter()
            .map(|(slice, of)| (labels.text(slice).map(str::to_owned), deals(calendar, &of)))
            .collect();
        slices.sort_by(|(one, a), (other, b)| {
            let value = b.won_value.total_cmp(&a.won_value);
            value.then_with(|| b.won.len().cmp(&a.won.len())).then_with(|| one.cmp(other))
        });
        Ok(OpportunitiesAnswer { as_of, whole: deals(calendar, &read), slices, open_stages })
    }

    /// Every opportunity, as it stands by now, in order of id.
    pub(crate) fn opportunity_rows(
        &self,
        whole: &WholeLedger,
        now: Instant,
    ) -> Result<Vec<OpportunityRow>, AppError> {
        let sight = Sight { whole, known: Known::Everything, now };
        let all = self.every_opportunity(sight)?;
        Ok(self.opportunity_rows_of(sight, &all))
    }

    fn opportunity_rows_of(&self, sight: Sight<'_>, all: &[SubjectId]) -> Vec<OpportunityRow> {
        let code = |name| self.vocabulary().find_code(Kind::Opportunity, name);
        let codes = [STAGE, AMOUNT].map(code);
        let mut found = Vec::new();
        for &opportunity in all {
            let rows = self.rows_of(sight, opportunity);
            let (deal, stage) = self.deal(opportunity, &rows, codes);
            let lead = self.linked(&rows, link::LEAD);
            let of_person = || self.linked(&self.rows_of(sight, lead?), link::ACCOUNT);
            let account = self.linked(&rows, link::ACCOUNT_OPPORTUNITY).or_else(of_person);
            found.push(OpportunityRow {
                opportunity,
                account,
                lead,
                stage: stage.to_owned(),
                outcome: deal.outcome,
                opened: deal.opened,
                closed: deal.closed,
                amount: deal.amount,
            });
        }
        found
    }

    /// The subject that the last link of this name leads to.
    pub(super) fn linked(&self, rows: &[Row], link: &str) -> Option<SubjectId> {
        let is_link = |row: &&Row| self.vocabulary().name(row.code) == Some((Kind::Link, link));
        match rows.iter().rfind(is_link).map(Row::value) {
            Some(Value::Subject(subject)) => Some(subject),
            _ => None,
        }
    }

    /// What became of every opportunity, as far as it is seen.
    pub(super) fn every_deal(&self, sight: Sight<'_>) -> Result<Vec<Deal>, AppError> {
        let codes =
            [STAGE, AMOUNT].map(|name| self.vocabulary().find_code(Kind::Opportunity, name));
        let all = self.every_opportunity(sight)?.into_iter();
        let deal = |opportunity| self.deal(opportunity, &self.rows_of(sight, opportunity), codes).0;
        Ok(all.map(deal).collect())
    }

    /// Every opportunity of which something was said about its stage, need, amount and so on.
    pub(super) fn every_opportunity(&self, sight: Sight<'_>) -> Result<Vec<SubjectId>, AppError> {
        let is_said =
            |code: Code| matches!(self.vocabulary().name(code), Some((Kind::Opportunity, _)));
        let said =
            sight.whole.facts().iter().filter(|recorded| {
                sight.is_known(recorded.position) && is_said(recorded.fact.code)
            });
        let subjects: BTreeSet<_> = said.map(|recorded| recorded.fact.subject).collect();
        let view = self.store().view();
        let mut found = Vec::new();
        for subject in subjects {
            if view.kind_of(subject)? == Some(SubjectKind::Opportunity) {
                found.push(subject);
            }
        }
        Ok(found)
    }

    /// What is seen of a subject, in order of time.
    pub(super) fn rows_of(&self, sight: Sight<'_>, subject: SubjectId) -> Vec<Row> {
        let facts = sight.whole.facts_of_subject(subject);
        let mut story = assemble(subject, facts, self.vocabulary(), sight.known);
        story.rows.retain(|row| row.at <= sight.now);
        story.rows
    }

    /// What the rows of an opportunity come to, and its last stage.
    pub(super) fn deal(
        &self,
        opportunity: SubjectId,
        rows: &[Row],
        [stage, amount]: [Option<Code>; 2],
    ) -> (Deal, &str) {
        let moment = |row: &Row| Moment { at: row.at, precision: row.flags.precision() };
        let last = |code: Option<Code>| rows.iter().rfind(|row| Some(row.code) == code);
        let last_stage = last(stage);
        let word = last_stage.map_or("", |row| self.vocabulary().word(row.symbol()));
        let outcome = DealOutcome::of_stage(word);
        let dated = rows.iter().find(|row| row.flags.precision() != Precision::Unknown);
        let amount = last(amount).and_then(|row| match row.value() {
            Value::Number(number) => Some(number),
            _ => None,
        });
        let deal = Deal {
            opportunity,
            slice: Symbol::EMPTY,
            opened: dated.map(moment),
            outcome,
            closed: last_stage.filter(|_| outcome != DealOutcome::Open).map(moment),
            amount,
        };
        (deal, word)
    }

    /// The value of a trait of an opportunity, of its account or of its person.
    pub(super) fn related(
        &self,
        sight: Sight<'_>,
        (opportunity, rows): (SubjectId, &[Row]),
        (code, name): (Code, &str),
    ) -> Value {
        let person = || self.linked(rows, link::LEAD);
        let of_person = || self.linked(&self.rows_of(sight, person()?), link::ACCOUNT);
        let owner = match name.split_once('.') {
            Some(("lead", _)) => person(),
            Some(("account", _)) => self.linked(rows, link::ACCOUNT_OPPORTUNITY).or_else(of_person),
            _ => Some(opportunity),
        };
        let Some(owner) = owner else { return Value::Nothing };
        let rows = self.rows_of(sight, owner);
        rows.iter().rfind(|row| row.code == code).map_or(Value::Nothing, Row::value)
    }
}
