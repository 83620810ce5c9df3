//! Leads.

use super::{AsOfDocument, moment};
use app::tell::{Clockwork, Named, Plain, because, decision_in_words, fact_in_words};
use app::{AppError, DecisionLine, Engine, LeadRow, StoryLine, TraitNow};
use charter::{Charter, clause_in_words};
use facts::Instant;
use lifecycle::{Cause, What};
use serde::Serialize;
use serde_json::Value;
use store::{Identifier, PlaceKind};
use utoipa::ToSchema;

/// A list of leads, soonest due first.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct LeadList {
    pub(crate) as_of: AsOfDocument,
    pub(crate) leads: Vec<LeadSummary>,
    /// Give it as `cursor` for the next page; absent at the end.
    pub(crate) next_cursor: Option<String>,
}

/// Where a lead is, and whose turn it is.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct LeadSummary {
    pub(crate) id: String,
    /// Who it is, for those who may see it.
    pub(crate) name: Option<String>,
    /// The name of its account.
    pub(crate) company: Option<String>,
    /// The stage; absent before the first pass.
    pub(crate) stage: Option<StageName>,
    /// Whose turn it is: `assignee`, `queue`, `team`, `nurture` or `nowhere`.
    #[schema(example = "queue")]
    pub(crate) place: &'static str,
    /// The person, queue or team of the place.
    pub(crate) who: Option<String>,
    /// The ordinal of the pass, from 1; 0 before the first.
    pub(crate) pass: u16,
    pub(crate) entered_at: Option<String>,
    /// How precisely that is known: `instant`, `minute`, `day`, `unknown`.
    pub(crate) entered_precision: &'static str,
    /// Why it is in this stage: the clause in words.
    pub(crate) why: Option<String>,
    /// Fit in points.
    pub(crate) fit: f64,
    /// Engagement in points, now.
    pub(crate) engagement: f64,
    /// When the next promise is, or was, due.
    pub(crate) due: Option<String>,
    /// The id of that promise.
    pub(crate) promise: Option<String>,
    /// Whether it is past its due.
    pub(crate) is_late: bool,
    /// When it comes back by itself.
    pub(crate) returns_at: Option<String>,
    pub(crate) first_touch_at: Option<String>,
    pub(crate) first_outreach_at: Option<String>,
}

/// A stage, with the side that is responsible for it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub(crate) struct StageName {
    pub(crate) id: String,
    pub(crate) name: String,
    /// `marketing` or `sales`.
    pub(crate) side: &'static str,
}

/// One lead: where it is, why, and all that happened.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct LeadPage {
    pub(crate) as_of: AsOfDocument,
    /// Absent when it has no story: it was merged into another, or all its facts were taken back.
    pub(crate) lead: Option<LeadSummary>,
    pub(crate) id: String,
    pub(crate) persona: Option<String>,
    pub(crate) unit: Option<String>,
    pub(crate) motion: Option<String>,
    pub(crate) pipeline: Option<String>,
    /// What other systems call it.
    pub(crate) identifiers: Vec<IdentifierDocument>,
    /// What says who it is.
    pub(crate) personal: Vec<PersonalValue>,
    pub(crate) traits: Vec<TraitDocument>,
    pub(crate) fit: Vec<ScoreLine>,
    pub(crate) engagement: Vec<ScoreLine>,
    /// The account that it belongs to now.
    pub(crate) account: Option<AccountName>,
    /// The promises that ran on it.
    pub(crate) promises: Vec<PromiseLine>,
    /// Its facts in order, those ahead of now included.
    pub(crate) facts: Vec<FactLine>,
    /// What programs did by themselves, such as scanners of mail: in no story and no score.
    pub(crate) automatic: Vec<AutomaticDocument>,
    /// The decisions that stand, in order.
    pub(crate) decisions: Vec<DecisionDocument>,
    /// Decisions that were moved or withdrawn later.
    pub(crate) corrections: Vec<Correction>,
}

/// An account by its name.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub(crate) struct AccountName {
    pub(crate) id: String,
    /// Absent where nobody said it.
    pub(crate) name: Option<String>,
}

/// Something that a program did by itself, however often.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub(crate) struct AutomaticDocument {
    #[schema(example = "email.clicked")]
    pub(crate) name: String,
    /// What is said of the program.
    #[schema(example = "Barracuda")]
    pub(crate) by: String,
    pub(crate) times: u64,
    pub(crate) last_at: String,
}

/// What another system calls it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub(crate) struct IdentifierDocument {
    pub(crate) namespace: String,
    pub(crate) value: String,
}

/// A value that says who somebody is.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub(crate) struct PersonalValue {
    /// Whose: the lead's id, or that of a subject of its story.
    pub(crate) subject: String,
    #[schema(example = "phone")]
    pub(crate) field: String,
    pub(crate) value: String,
}

/// What is known of a trait.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct TraitDocument {
    #[schema(example = "account.employees")]
    pub(crate) name: String,
    pub(crate) value: Value,
    pub(crate) since: String,
    pub(crate) precision: &'static str,
}

/// One clause of a score.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct ScoreLine {
    pub(crate) clause: String,
    /// The clause in words.
    pub(crate) says: Option<String>,
    /// What it gives now.
    pub(crate) points: f64,
    /// For fit: whether it holds; absent when too little is known.
    pub(crate) holds: Option<bool>,
    /// For engagement: how often it happened.
    pub(crate) times: Option<u64>,
    /// For engagement: how often it happened beyond what counts.
    pub(crate) over_cap: Option<u64>,
    /// For engagement: when it happened last.
    pub(crate) last_at: Option<String>,
}

/// A promise that ran on a lead.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub(crate) struct PromiseLine {
    pub(crate) id: String,
    pub(crate) says: Option<String>,
    pub(crate) started_at: String,
    pub(crate) due: String,
    pub(crate) ended_at: Option<String>,
    /// `running`, `kept`, `broken`, `cancelled`, `unknowable`, …
    pub(crate) outcome: &'static str,
}

/// A fact of its story.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct FactLine {
    /// As decisions name it; give it to take it back.
    pub(crate) key: String,
    pub(crate) at: String,
    pub(crate) precision: &'static str,
    /// `touch`, `activity`, `verdict`, `trait`, …
    pub(crate) kind: &'static str,
    pub(crate) name: String,
    pub(crate) value: Value,
    /// Who did it.
    pub(crate) actor: Option<String>,
    pub(crate) by_a_person: bool,
    /// As a sentence about "it".
    pub(crate) says: String,
}

/// A decision, with its clause and its cause.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct DecisionDocument {
    pub(crate) at: String,
    pub(crate) precision: &'static str,
    /// `stage_entered`, `clock_started`, …
    pub(crate) what: &'static str,
    /// The stage, hand-off or promise.
    pub(crate) target: String,
    /// As a sentence about "it".
    pub(crate) says: String,
    pub(crate) clause: String,
    /// The clause in words.
    pub(crate) clause_says: Option<String>,
    pub(crate) pass: u16,
    pub(crate) due: Option<String>,
    /// `fact`, `time`, `version` or `adoption`.
    pub(crate) cause: &'static str,
    /// The fact that caused it.
    pub(crate) cause_fact: Option<String>,
    /// The version of the charter in force.
    pub(crate) version: u16,
    /// The version whose terms apply.
    pub(crate) terms: u16,
    /// `exact`, or `assumed` before the first charter was adopted.
    pub(crate) certainty: &'static str,
}

/// A decision that was moved or withdrawn.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct Correction {
    /// `moved` or `withdrawn`.
    pub(crate) change: &'static str,
    pub(crate) recorded_at: String,
    pub(crate) decision: DecisionDocument,
    pub(crate) before: Option<DecisionDocument>,
}

impl TraitDocument {
    pub(crate) fn of(known: &TraitNow) -> Self {
        Self {
            name: known.name.clone(),
            value: known.said.as_json(),
            since: known.since.to_string(),
            precision: known.precision.word(),
        }
    }
}

impl IdentifierDocument {
    pub(crate) fn of(it: Identifier) -> Self {
        Self { namespace: it.namespace, value: it.value }
    }
}

impl StageName {
    pub(crate) fn of(charter: &Charter, id: &str) -> Option<Self> {
        let stage = charter.stages.iter().find(|stage| stage.id == id)?;
        let (name, side) = (stage.name.clone(), stage.side.word());
        Some(Self { id: id.to_owned(), name, side })
    }
}

impl LeadSummary {
    /// A lead of a list. Without its name where that is not to be seen.
    pub(crate) fn of(
        engine: &Engine,
        row: &LeadRow,
        sees_names: bool,
        now: Instant,
    ) -> Result<Self, AppError> {
        let charter = &engine.reign()?.at(now).1.charter;
        let named = Named::of(engine, row.lead)?;
        let filled = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        Ok(Self {
            id: row.lead.to_string(),
            name: sees_names.then(|| named.call()),
            company: named.company,
            stage: StageName::of(charter, &row.stage),
            place: row.place.word(),
            who: (row.place != PlaceKind::Nurture).then(|| filled(&row.who)).flatten(),
            pass: row.pass,
            entered_at: moment(row.entered_at),
            entered_precision: row.precision.word(),
            why: None,
            fit: row.fit,
            engagement: row.engagement,
            due: moment(row.due),
            promise: filled(&row.promise),
            is_late: row.broken,
            returns_at: moment(row.returns_at),
            first_touch_at: moment(row.first_touch_at),
            first_outreach_at: moment(row.first_outreach_at),
        })
    }
}

impl LeadPage {
    /// Everything about a lead, by id or identifier.
    pub(crate) fn of(
        engine: &Engine,
        name: &str,
        sees_names: bool,
        now: Instant,
    ) -> Result<Self, AppError> {
        let page = engine.lead(name, now)?;
        let (scores, belonging) =
            (engine.scores(page.lead, now)?, engine.belonging(page.lead, now)?);
        let charter = &engine.reign()?.at(now).1.charter;
        let telling = Telling { engine, clock: Clockwork::new(&charter.timezone) };
        let decisions = telling.decisions(&page.decisions)?;
        let lead = page.row.as_ref().map(|row| -> Result<_, AppError> {
            let mut lead = LeadSummary::of(engine, row, sees_names, now)?;
            let entered = page
                .decisions
                .iter()
                .rposition(|line| line.what == What::StageEntered && line.target == row.stage);
            lead.why = entered.and_then(|index| decisions[index].clause_says.clone());
            Ok(lead)
        });
        let engagement = scores.engagement.iter().map(|line| ScoreLine {
            clause: line.clause.clone(),
            says: clause_in_words(charter, &line.clause),
            points: line.points,
            holds: None,
            times: Some(line.times as u64),
            over_cap: Some(line.over_cap as u64),
            last_at: moment(Some(line.last)),
        });
        let fit = scores.fit.iter().map(|line| ScoreLine {
            clause: line.clause.clone(),
            says: clause_in_words(charter, &line.clause),
            points: if line.holds == Some(true) { line.points } else { 0.0 },
            holds: line.holds,
            times: None,
            over_cap: None,
            last_at: None,
        });
        let promises = engine.promises_to(page.lead, now)?;
        let promises = promises.iter().map(|clock| {
            let id = engine.vocabulary().word(clock.promise).to_owned();
            PromiseLine {
                says: clause_in_words(charter, &format!("promise.{id}")),
                id,
                started_at: clock.started.at.to_string(),
                due: clock.due.to_string(),
                ended_at: clock.ended.map(|end| end.at.to_string()),
                outcome: clock.outcome.word(),
            }
        });
        let mut corrections = Vec::new();
        for change in page.history.iter().filter(|change| change.change != "made") {
            corrections.push(Correction {
                change: change.change,
                recorded_at: change.recorded_at.to_string(),
                decision: telling.decision(&change.decision)?,
                before: change.before.as_ref().map(|line| telling.decision(line)).transpose()?,
            });
        }
        let account = engine.account_of(page.lead)?.map(|account| -> Result<_, AppError> {
            let personal = engine.store().view().personal_of(account)?;
            let name = personal.into_iter().find(|it| it.field == "name").map(|it| it.value);
            Ok(AccountName { id: account.to_string(), name })
        });
        let automatic = page.automatic.into_iter().map(|line| AutomaticDocument {
            name: line.name,
            by: line.by,
            times: line.times,
            last_at: line.last_at.to_string(),
        });
        let personal = if sees_names { page.personal } else { Vec::new() };
        let identifiers = if sees_names { page.identifiers } else { Vec::new() };
        Ok(Self {
            as_of: AsOfDocument::of(&engine.as_of(now)?, now),
            lead: lead.transpose()?,
            id: page.lead.to_string(),
            persona: belonging.persona,
            unit: belonging.unit,
            motion: belonging.motion,
            pipeline: belonging.pipeline,
            identifiers: identifiers.into_iter().map(IdentifierDocument::of).collect(),
            personal: personal
                .into_iter()
                .map(|it| PersonalValue {
                    subject: it.subject.to_string(),
                    field: it.field,
                    value: it.value,
                })
                .collect(),
            traits: page.traits.iter().map(TraitDocument::of).collect(),
            fit: fit.collect(),
            engagement: engagement.collect(),
            account: account.transpose()?,
            promises: promises.collect(),
            facts: page.story.iter().map(|line| fact(charter, line)).collect(),
            automatic: automatic.collect(),
            decisions,
            corrections,
        })
    }
}

struct Telling<'a> {
    engine: &'a Engine,
    clock: Clockwork,
}

impl Telling<'_> {
    fn decisions(&self, lines: &[DecisionLine]) -> Result<Vec<DecisionDocument>, AppError> {
        lines.iter().map(|line| self.decision(line)).collect()
    }

    fn decision(&self, line: &DecisionLine) -> Result<DecisionDocument, AppError> {
        let reign = self.engine.reign()?;
        let terms = reign.program(line.terms).map(|program| &program.charter);
        let says = terms.and_then(|terms| clause_in_words(terms, &line.clause));
        let of = (terms, line.clause.clone(), says);
        Ok(DecisionDocument::of(line, of, &self.clock, reign.adopted_at()))
    }
}

impl DecisionDocument {
    /// A decision by some terms, with its clause as it is called and in words.
    pub(crate) fn of(
        line: &DecisionLine,
        (terms, clause, clause_says): (Option<&Charter>, String, Option<String>),
        clock: &Clockwork,
        adopted_at: Instant,
    ) -> Self {
        let (cause, fact) = match line.cause {
            Cause::Fact(key) => ("fact", Some(key)),
            Cause::Time(key) => ("time", key),
            Cause::Version => ("version", None),
            Cause::Adoption => ("adoption", None),
        };
        let says = terms.map_or_else(
            || line.target.clone(),
            |terms| {
                let said = decision_in_words(&Plain, clock, terms, line);
                format!("{}{}", said.trim(), because(line))
            },
        );
        Self {
            at: line.at.to_string(),
            precision: line.precision.word(),
            what: line.what.word(),
            target: line.target.clone(),
            says,
            clause,
            clause_says,
            pass: line.pass,
            due: moment(line.due),
            cause,
            cause_fact: fact.map(|key| key.to_string()),
            version: line.version.0,
            terms: line.terms.0,
            certainty: if line.at < adopted_at { "assumed" } else { "exact" },
        }
    }
}

fn fact(charter: &Charter, line: &StoryLine) -> FactLine {
    FactLine {
        key: line.key.to_string(),
        at: line.at.to_string(),
        precision: line.precision.word(),
        kind: line.kind.word(),
        name: line.name.clone(),
        value: line.said.as_json(),
        actor: (!line.actor.is_empty()).then(|| line.actor.clone()),
        by_a_person: line.is_human,
        says: fact_in_words(charter, line),
    }
}
