//! From the ledger to paths with their results.

use super::super::histories::Labels;
use super::super::standpoint::Standpoint;
use super::dimension::{Dimension, Touch};
use super::question::{AttributionQuestion, CountedBy};
use super::touched::{Belongings, Touched};
use crate::error::AppError;
use facts::{Instant, Kind, Precision, Seconds, SubjectId, Symbol, Value};
use insight::{
    Deal, DealOutcome, Journey, LeadHistory, Moment, Path, PathEnd, Resting, TouchBefore,
    TouchPaths,
};
use lifecycle::{Decision, What};
use std::collections::{BTreeMap, BTreeSet};
use timeline::{Row, link};

/// Everything that was found.
pub(super) struct Gathered {
    pub(super) found: Found,
    /// The stage's id and name.
    pub(super) stage: Option<(String, String)>,
    pub(super) values: Vec<String>,
    pub(super) by: CountedBy,
}

/// Results, and paths to them.
#[derive(Default)]
pub(super) struct Found {
    pub(super) results: Vec<SubjectId>,
    pub(super) paths: TouchPaths,
    pub(super) ends: Vec<Option<SubjectId>>,
    pub(super) unlinked: Vec<SubjectId>,
    pub(super) by_account: Vec<SubjectId>,
    pub(super) undated: Vec<SubjectId>,
    pub(super) assumed: usize,
    /// Opportunities whose people were touched before sales tried to reach any of them.
    pub(super) sourced: Vec<SubjectId>,
    pub(super) worth_minor: i64,
    pub(super) without: Vec<SubjectId>,
    pub(super) undecided: Vec<SubjectId>,
}

/// Results as they are read.
pub(super) struct Reading<'a> {
    from: &'a Standpoint<'a>,
    question: &'a AttributionQuestion,
    window: Seconds,
    minor_per_unit: u32,
    dimension: Dimension,
    labels: Labels,
    path: Path,
    /// The stage that was asked for.
    stage: Option<usize>,
    /// Leads by id, where opportunities are asked for.
    leads: BTreeMap<SubjectId, Touched>,
    belongings: Belongings,
    found: Found,
}

/// A result to which touches lead.
struct Reached {
    result: SubjectId,
    moment: Moment,
    amount_minor: i64,
    handed_over_at: Option<Instant>,
}

impl<'a> Reading<'a> {
    pub(super) fn new(
        from: &'a Standpoint<'a>,
        question: &'a AttributionQuestion,
        (window, minor_per_unit): (Seconds, u32),
    ) -> Result<Self, AppError> {
        let path = Path::of(from.program()?);
        let find = |id: &String| {
            let found = path.by_id(id).filter(|stage| path.is_on_path(*stage));
            found.ok_or_else(|| AppError::UnknownName { what: "stage", name: id.clone() })
        };
        Ok(Self {
            stage: question.stage.as_ref().map(find).transpose()?,
            dimension: Dimension::named(from.engine, question.by.as_deref())?,
            labels: Labels::new(),
            leads: BTreeMap::new(),
            belongings: Belongings::default(),
            found: Found::default(),
            from,
            question,
            window,
            minor_per_unit,
            path,
        })
    }

    /// Reads every lead once; where a stage is asked for, its path as well.
    pub(super) fn read_leads(&mut self) -> Result<(), AppError> {
        let from = self.from;
        from.each_lead(|story, projection, decisions| {
            let resting = projection.filter(|it| it.stage != Symbol::EMPTY);
            let resting = resting.map(|it| Resting { stage: it.stage, is_open: it.is_open() });
            self.read_lead((story.lead, story.rows), resting, decisions)
        })
    }

    fn read_lead(
        &mut self,
        (lead, story): (SubjectId, &[Row]),
        resting: Option<Resting>,
        decisions: &[Decision],
    ) -> Result<(), AppError> {
        let touches =
            self.dimension.touches(self.from.engine, story, self.from.now, &mut self.labels);
        let mut handed = decisions.iter().filter(|it| it.key.what == What::HandoffWanted);
        let handed_over_at = handed.next().map(|decision| decision.at);
        let is_open = resting.is_some_and(|it| it.is_open);
        let words = self.from.engine.vocabulary();
        let mut rows = story.iter().filter(|row| row.flags.is_human() && row.at <= self.from.now);
        let outreach = rows.find(|row| matches!(words.name(row.code), Some((Kind::Activity, _))));
        let reached_out_at = outreach.map(|row| row.at);
        let touched = Touched { lead, touches, reached_out_at, handed_over_at, is_open };
        let Some(stage) = self.stage else {
            self.belongings.add(lead, story, words);
            self.leads.insert(lead, touched);
            return Ok(());
        };
        let (slice, first_touch) = (Symbol::EMPTY, None);
        let decisions = decisions.into();
        let history = LeadHistory { lead, slice, first_touch, resting, decisions };
        let journey = Journey::read(&self.path, self.from.as_of.adopted_at, &history);
        let Some(entry) = journey.reached(stage, &self.path).copied() else {
            return self.add_without(&touched);
        };
        if self.question.includes(entry.moment.at) {
            self.found.assumed += usize::from(entry.assumed);
            let reached =
                Reached { result: lead, moment: entry.moment, amount_minor: 0, handed_over_at };
            self.add(&reached, &touched.touches)?;
        }
        Ok(())
    }

    /// Reads opportunities, where they are asked for, and hands over what was found.
    pub(super) fn finish(mut self) -> Result<Gathered, AppError> {
        if self.stage.is_none() {
            self.read_deals()?;
        }
        let stage = self.stage.map(|stage| &self.path.stages()[stage]);
        Ok(Gathered {
            stage: stage.map(|stage| (stage.id.clone(), stage.name.clone())),
            values: self.labels.into_texts(),
            by: self.dimension.by,
            found: self.found,
        })
    }

    fn read_deals(&mut self) -> Result<(), AppError> {
        let (from, engine) = (self.from, self.from.engine);
        let codes = ["opportunity.stage", "opportunity.amount"]
            .map(|name| engine.vocabulary().find_code(Kind::Opportunity, name));
        let mut won_by: BTreeSet<SubjectId> = BTreeSet::new();
        let sight = from.sight()?;
        for opportunity in engine.every_opportunity(sight)? {
            let rows = engine.rows_of(sight, opportunity);
            let (deal, _) = engine.deal(opportunity, &rows, codes);
            if deal.outcome == DealOutcome::Won {
                let people = self.people_of(&deal, &rows)?;
                won_by.extend(people.iter().copied());
                self.add_deal(&deal, &people)?;
            }
        }
        let leads = std::mem::take(&mut self.leads);
        for touched in leads.values().filter(|it| !won_by.contains(&it.lead)) {
            self.add_without(touched)?;
        }
        Ok(())
    }

    /// The person an opportunity is linked to, or else the people of its account when it closed.
    fn people_of(&mut self, deal: &Deal, rows: &[Row]) -> Result<Vec<SubjectId>, AppError> {
        let words = self.from.engine.vocabulary();
        let named = |of: &[&str]| {
            let of_these = |row: &&Row| matches!(words.name(row.code), Some((Kind::Link, name)) if of.contains(&name));
            let last = rows.iter().rfind(of_these)?;
            let ends = matches!(words.name(last.code), Some((_, link::LEAD_END)));
            match last.value() {
                Value::Subject(subject) if !ends => Some(subject),
                _ => None,
            }
        };
        if let Some(person) = named(&[link::LEAD, link::LEAD_END]) {
            let is_lead = |person| self.leads.contains_key(&person);
            return Ok(vec![self.from.survivor(person, is_lead)?]);
        }
        let Some(account) = named(&[link::ACCOUNT_OPPORTUNITY]) else { return Ok(Vec::new()) };
        let Some(closed) = deal.closed else { return Ok(Vec::new()) };
        let people = self.belongings.people_of(account, closed.at, self.end_of(closed)?);
        if !people.is_empty() && self.question.includes(closed.at) {
            self.found.by_account.push(deal.opportunity);
        }
        Ok(people)
    }

    fn add_deal(&mut self, deal: &Deal, people: &[SubjectId]) -> Result<(), AppError> {
        let closed = deal.closed.filter(|it| it.precision != Precision::Unknown);
        let Some(moment) = closed else {
            self.found.undated.push(deal.opportunity);
            return Ok(());
        };
        if !self.question.includes(moment.at) {
            return Ok(());
        }
        let amount = deal.amount.unwrap_or(0.0) * f64::from(self.minor_per_unit);
        let people = people.iter().filter_map(|person| self.leads.get(person));
        let people: Vec<&Touched> = people.collect();
        let mut touches: Vec<Touch> = Vec::new();
        people.iter().for_each(|person| touches.extend_from_slice(&person.touches));
        touches.sort_by_key(|touch| touch.at);
        let outreach = people.iter().filter_map(|person| person.reached_out_at).min();
        let first = touches.first().filter(|touch| touch.at <= moment.at);
        if first.is_some_and(|touch| outreach.is_none_or(|outreach| touch.at <= outreach)) {
            self.found.sourced.push(deal.opportunity);
        }
        let reached = Reached {
            result: deal.opportunity,
            moment,
            amount_minor: amount.round() as i64,
            handed_over_at: people.iter().filter_map(|person| person.handed_over_at).min(),
        };
        self.found.assumed += usize::from(moment.at < self.from.as_of.adopted_at);
        if people.is_empty() {
            self.found.unlinked.push(deal.opportunity);
            self.found.results.push(deal.opportunity);
            self.found.worth_minor += reached.amount_minor;
            return Ok(());
        }
        self.add(&reached, &touches)
    }

    /// Adds a result with the touches before it. Of a result of which only the day is known, those
    /// of that day are before it.
    fn add(&mut self, reached: &Reached, touches: &[Touch]) -> Result<(), AppError> {
        let moment = reached.moment;
        let end = self.end_of(moment)?;
        let before = touches.iter().take_while(|touch| touch.at < end);
        let handed = reached.handed_over_at;
        let before_handoff =
            handed.map(|handed| before.clone().filter(|touch| touch.at <= handed).count() as u32);
        let end = PathEnd {
            results: 1,
            amount_minor: reached.amount_minor,
            before_handoff,
            ..PathEnd::default()
        };
        self.found.paths.push(before.map(|touch| before_it(touch, moment.at)), end)?;
        self.found.ends.push(Some(reached.result));
        self.found.results.push(reached.result);
        self.found.worth_minor += reached.amount_minor;
        Ok(())
    }

    /// Before when something was before a result: of a day, before its end.
    fn end_of(&self, moment: Moment) -> Result<Instant, AppError> {
        Ok(match moment.precision {
            Precision::Day => self.from.reign()?.at(moment.at).1.calendar.days_later(moment.at, 1),
            _ => Instant(moment.at.0 + 1),
        })
    }

    /// Adds a lead that came to no result. One that is still open and did something within the
    /// window may still come to one.
    fn add_without(&mut self, touched: &Touched) -> Result<(), AppError> {
        let Some(last) = touched.touches.last() else { return Ok(()) };
        if !self.question.includes(last.at) {
            return Ok(());
        }
        if touched.is_open && self.from.now.0 - last.at.0 < self.window.micros() {
            self.found.undecided.push(touched.lead);
            return Ok(());
        }
        let end = PathEnd { without: 1, ..PathEnd::default() };
        let touches = touched.touches.iter().map(|touch| before_it(touch, last.at));
        self.found.paths.push(touches, end)?;
        self.found.ends.push(None);
        self.found.without.push(touched.lead);
        Ok(())
    }
}

fn before_it(touch: &Touch, end: Instant) -> TouchBefore {
    let age_s = (end.0 - touch.at.0).max(0) / Instant::PER_SECOND;
    TouchBefore {
        // The list of values refuses what does not fit.
        value: u16::try_from(touch.value.0).unwrap_or(u16::MAX),
        age_s: u32::try_from(age_s).unwrap_or(u32::MAX),
    }
}
