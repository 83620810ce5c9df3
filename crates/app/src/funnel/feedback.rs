//! What sales says of the leads that it was given.

use super::AsOf;
use super::histories::Labels;
use super::noticed::{Noticed, Trait};
use super::remedies::Remedy;
use super::standpoint::Standpoint;
use crate::Engine;
use crate::error::AppError;
use facts::{FactKey, Instant, Kind, Precision, SubjectId, Symbol};
use insight::{Certainty, Feedback, Journey, Judged, LeadHistory, Leads, Moment, Path, Verdict};
use lifecycle::{Cause, Decision, What};
use std::collections::BTreeMap;
use store::Projection;
use timeline::{Row, Story};

/// What is asked of feedback.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct FeedbackQuestion {
    /// By this trait, by its full name, or by `campaign` (when not said): the last one that the
    /// lead was touched by before it was handed over.
    pub by: Option<String>,
    /// Only verdicts of this instant or later.
    pub from: Option<Instant>,
    /// Only verdicts before this instant.
    pub until: Option<Instant>,
}

/// What sales says of the leads that it was given.
#[derive(Clone, PartialEq, Debug)]
pub struct FeedbackAnswer {
    /// As of when.
    pub as_of: AsOf,
    /// What verdicts are counted by.
    pub by: String,
    /// What was said.
    pub feedback: Feedback,
    /// How many verdicts are assumed: said before the first charter, or nobody knows when.
    pub assumed: usize,
    /// Leads handed over of which nothing was said since, and that still wait.
    pub waiting: Leads,
    /// What could be changed in the charter in force, each ready for a backtest.
    pub remedies: Vec<Remedy>,
    values: Vec<String>,
    causes: Vec<String>,
    reasons: BTreeMap<Symbol, String>,
}

/// The last campaign before a hand-off.
const CAMPAIGN: &str = "campaign";
/// Where no fact made a lead qualified.
const BY_TIME: &str = "time alone";
const BY_VERSION: &str = "a new charter";

/// Verdicts as they are read.
struct Reading<'a> {
    from: &'a Standpoint<'a>,
    question: &'a FeedbackQuestion,
    /// The trait, unless it is by campaign.
    by: Option<Trait>,
    path: Path,
    values: Labels,
    causes: Labels,
    judged: Vec<Judged>,
    waiting: Vec<SubjectId>,
}

impl Engine {
    /// What sales says of the leads that it was given: reasons by campaign or trait, who was
    /// refused and bought later, and who should never have been handed over.
    ///
    /// # Errors
    /// [`AppError::NoCharter`] before the first, and when the trait is not known.
    pub fn feedback(
        &self,
        question: &FeedbackQuestion,
        now: Instant,
    ) -> Result<FeedbackAnswer, AppError> {
        self.standpoint(now)?.feedback(question)
    }

    /// [`Engine::feedback`] as it was known at an instant: from the facts recorded, the versions
    /// adopted and the holidays known by then.
    ///
    /// # Errors
    /// [`AppError::NoCharter`] when none had been adopted by then, and as [`Engine::feedback`].
    pub fn feedback_as_known(
        &mut self,
        question: &FeedbackQuestion,
        at: Instant,
    ) -> Result<FeedbackAnswer, AppError> {
        self.standpoint_of(Some(at), at)?.feedback(question)
    }
}

impl Standpoint<'_> {
    /// Every verdict that was asked for, in the order of leads and time.
    pub(super) fn judged(&self, question: &FeedbackQuestion) -> Result<Vec<Judged>, AppError> {
        Ok(self.verdicts(question)?.judged)
    }

    fn verdicts<'s>(&'s self, question: &'s FeedbackQuestion) -> Result<Reading<'s>, AppError> {
        let by = question.by.as_deref().unwrap_or(CAMPAIGN);
        let find = |name: &str| find_trait(self.engine, name);
        let mut reading = Reading {
            from: self,
            question,
            by: (by != CAMPAIGN).then(|| find(by)).transpose()?,
            path: Path::of(self.program()?),
            values: Labels::new(),
            causes: Labels::new(),
            judged: Vec::new(),
            waiting: Vec::new(),
        };
        self.each_lead(|story, projection, decisions| reading.read(story, projection, decisions))?;
        Ok(reading)
    }

    /// What sales says of the leads that it was given, as it is known from here, and what could be
    /// changed.
    pub(super) fn feedback(&self, question: &FeedbackQuestion) -> Result<FeedbackAnswer, AppError> {
        let (mut answer, judged) = self.heard(question)?;
        answer.remedies = self.remedies(question, &answer, &judged)?;
        Ok(answer)
    }

    /// What sales says, with every verdict.
    pub(super) fn heard(
        &self,
        question: &FeedbackQuestion,
    ) -> Result<(FeedbackAnswer, Vec<Judged>), AppError> {
        let (reading, words) = (self.verdicts(question)?, self.engine.vocabulary());
        let reasons = reading.judged.iter().map(|judged| judged.reason);
        let reasons = reasons.map(|it| (it, words.word(it).to_owned())).collect();
        let answer = FeedbackAnswer {
            as_of: self.as_of,
            by: question.by.as_deref().unwrap_or(CAMPAIGN).to_owned(),
            assumed: reading.judged.iter().filter(|judged| judged.is_assumed).count(),
            feedback: Feedback::of(&reading.judged),
            waiting: reading.waiting.into_iter().collect(),
            values: reading.values.into_texts(),
            causes: reading.causes.into_texts(),
            reasons,
            remedies: Vec::new(),
        };
        Ok((answer, reading.judged))
    }
}

/// The trait of a name.
pub(super) fn find_trait(engine: &Engine, name: &str) -> Result<Trait, AppError> {
    let code = engine.vocabulary().find_code(Kind::Trait, name);
    let unknown = || AppError::UnknownName { what: "trait", name: name.to_owned() };
    Ok(Trait::new(code.ok_or_else(unknown)?, name))
}

impl Reading<'_> {
    fn read(
        &mut self,
        story: Story<'_>,
        projection: Option<&Projection>,
        decisions: &[Decision],
    ) -> Result<(), AppError> {
        let words = self.from.engine.vocabulary();
        let adopted_at = self.from.as_of.adopted_at;
        let said = story.rows.iter().filter(|row| row.at <= self.from.now).filter_map(|row| {
            let (kind, name) = words.name(row.code)?;
            let verdict = Verdict::of_word(name).filter(|_| kind == Kind::Verdict)?;
            Some((row, verdict))
        });
        let said: Vec<(&Row, Verdict)> = said.collect();
        let handed = |decision: &&Decision| decision.key.what == What::HandoffWanted;
        let last_handed = decisions.iter().rfind(handed).map(|decision| decision.at);
        let last_said = said.last().map(|(row, _)| row.at);
        let is_open = projection.is_some_and(Projection::is_open);
        if is_open && last_handed.is_some() && last_said < last_handed {
            self.waiting.push(story.lead);
        }
        if said.is_empty() {
            return Ok(());
        }
        let is_accepted_ever = said.iter().any(|(_, verdict)| *verdict == Verdict::Accepted);
        let history = LeadHistory {
            lead: story.lead,
            slice: Symbol::EMPTY,
            first_touch: None,
            resting: None,
            decisions: decisions.into(),
        };
        let journey = Journey::read(&self.path, adopted_at, &history);
        let is_won = |stage: usize| self.path.stages()[stage].kind == charter::StageKind::Won;
        let won = journey.entries.iter().rfind(|entry| is_won(entry.stage));
        let won_at = won.map(|entry| entry.moment.at);
        for (row, verdict) in said {
            let (from, until) = (self.question.from, self.question.until);
            if from.is_some_and(|from| row.at < from) || until.is_some_and(|until| row.at >= until)
            {
                continue;
            }
            let decisions = history.decisions.iter();
            let handed = decisions.filter(handed).rfind(|decision| decision.at <= row.at);
            let then = handed.map_or(row.at, |decision| decision.at);
            let precision = row.flags.precision();
            let judged = Judged {
                lead: story.lead,
                value: self.value(story.rows, then),
                moment: Moment { at: row.at, precision },
                verdict,
                reason: row.symbol(),
                qualified_by: self.cause(story, handed),
                won_at,
                is_accepted_ever,
                is_assumed: row.at < adopted_at || precision == Precision::Unknown,
            };
            self.judged.push(judged);
        }
        Ok(())
    }

    /// What the lead was counted by when it was handed over.
    fn value(&mut self, rows: &[Row], then: Instant) -> Symbol {
        let words = self.from.engine.vocabulary();
        let text = match &self.by {
            Some(of) => {
                let mut columns = [Vec::new()];
                Noticed::read(rows, words, std::slice::from_ref(of), then, &mut columns);
                self.from.engine.text_of(columns[0].first().copied().unwrap_or_default().value)
            }
            None => {
                let is_campaign = |row: &&Row| {
                    matches!(words.name(row.code), Some((Kind::Touch, _)))
                        && row.symbol() != Symbol::EMPTY
                };
                let last = rows.iter().take_while(|row| row.at <= then).filter(is_campaign).last();
                last.map_or_else(String::new, |row| words.word(row.symbol()).to_owned())
            }
        };
        self.values.number(text)
    }

    /// What made the lead qualified.
    fn cause(&mut self, story: Story<'_>, handed: Option<&Decision>) -> Symbol {
        let name = |key: FactKey| {
            let place = story.keys.iter().position(|known| *known == key)?;
            let (_, name) = self.from.engine.vocabulary().name(story.rows[place].code)?;
            Some(name.to_owned())
        };
        let text = match handed.map(|decision| decision.cause) {
            Some(Cause::Fact(key)) => name(key).unwrap_or_default(),
            Some(Cause::Time(_)) => BY_TIME.to_owned(),
            Some(Cause::Version | Cause::Adoption) => BY_VERSION.to_owned(),
            None => String::new(),
        };
        self.causes.number(text)
    }
}

impl FeedbackAnswer {
    /// What a value says; empty where it is not known.
    #[must_use]
    pub fn value(&self, value: Symbol) -> &str {
        self.values.get(value.0 as usize).map_or("", String::as_str)
    }

    /// What a cause says; empty where a lead was not handed over before the verdict.
    #[must_use]
    pub fn cause(&self, cause: Symbol) -> &str {
        self.causes.get(cause.0 as usize).map_or("", String::as_str)
    }

    /// What a reason says; empty where nobody said why.
    #[must_use]
    pub fn reason(&self, reason: Symbol) -> &str {
        self.reasons.get(&reason).map_or("", String::as_str)
    }

    /// How certain the verdicts are.
    #[must_use]
    pub fn certainty(&self) -> Certainty {
        Certainty::of(self.assumed, self.feedback.whole.refused.whole)
    }

    /// The leads behind `VERDICT`, `refused` or a reason of one value, or of all without it; `None`
    /// where there is no such figure.
    #[must_use]
    pub fn behind(&self, value: Option<&str>, figure: &str) -> Option<Vec<SubjectId>> {
        let row = match value {
            None => &self.feedback.whole,
            Some(name) => self.feedback.rows.iter().find(|row| self.value(row.value) == name)?,
        };
        if figure == "refused" {
            return Some(row.refusals());
        }
        if let Some(verdict) = Verdict::of_word(figure) {
            return Some(row.leads(verdict).to_vec());
        }
        let found = row.reasons.iter().find(|(reason, _)| self.reason(*reason) == figure);
        found.map(|(_, leads)| leads.clone())
    }
}
