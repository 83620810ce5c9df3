//! `/api/v1/disagreements`: where Tandem and a CRM beside it say different things.

use crate::documents::{AsOfDocument, LeadSummary};
use crate::problem::Problem;
use crate::sent::Asked;
use crate::state::Served;
use crate::who::Actor;
use app::people::Permission;
use app::{BothSay, Compared};
use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Where Tandem and a CRM beside it say the same, and where they do not.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(super) struct Disagreements {
    as_of: AsOfDocument,
    /// What is counted: `leads`.
    unit: &'static str,
    /// Stages of leads of which the CRM reported one, by `lead.crm_stage` or `lead.crm_status`.
    stage: ComparedDocument,
    /// Assignees of open leads of which the CRM reported one, by `lead.crm_owner`.
    assignee: ComparedDocument,
}

/// What both say of the same thing.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(super) struct ComparedDocument {
    /// Who leads, as settings say: `tandem`, `crm`, or `watch` where neither is wrong.
    led_by: &'static str,
    /// How many leads are compared: the three together.
    compared: usize,
    agree: usize,
    disagree: usize,
    /// The CRM says something that no setting explains and no stage is called.
    unexplained: usize,
    /// What it says there, those of most leads first, at most 100.
    unexplained_words: Vec<UnexplainedWord>,
}

/// A word of the CRM that nobody explained.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub(super) struct UnexplainedWord {
    word: String,
    leads: usize,
}

/// Which leads are behind a figure.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct BehindDisagreements {
    /// `stage` or `assignee`.
    about: String,
    /// `disagree`, `agree` or `unexplained`.
    figure: String,
}

/// The leads behind a figure.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(super) struct DisagreeingLeads {
    /// The figure: the length of the whole list.
    count: usize,
    /// The first of them, at most 1000.
    leads: Vec<DisagreeingLead>,
}

/// What both say of a lead.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(super) struct DisagreeingLead {
    lead: LeadSummary,
    /// What Tandem says: the id of the stage, or who works it; empty for nobody.
    tandem: String,
    /// What the CRM reported last.
    crm: String,
    /// Since when it reports that.
    reported_at: String,
}

/// The most leads that are listed; the figure counts all.
const LISTED_MAX: usize = 1_000;
/// The most words that are listed.
const WORDS_MAX: usize = 100;

/// Count where Tandem and the CRM beside it say the same of stages and assignees, and where not.
#[utoipa::path(
    get, path = "/api/v1/disagreements", tag = "figures",
    responses(
        (status = 200, body = Disagreements), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 409, body = Problem),
    )
)]
pub(super) async fn read(
    State(served): State<Served>,
    actor: Actor,
) -> Result<Json<Disagreements>, Problem> {
    actor.needs(Permission::ReadFigures)?;
    let found = served.read(|engine, now| {
        let answer = engine.disagreements(now)?;
        Ok(Disagreements {
            as_of: AsOfDocument::of(&answer.as_of, now),
            unit: "leads",
            stage: ComparedDocument::of(&answer.stage),
            assignee: ComparedDocument::of(&answer.assignee),
        })
    });
    found.await.map(Json)
}

/// List the leads of which both say the same, or not, with what each says.
#[utoipa::path(
    get, path = "/api/v1/disagreements/leads", tag = "figures", params(BehindDisagreements),
    responses(
        (status = 200, body = DisagreeingLeads), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem),
    )
)]
pub(super) async fn leads(
    State(served): State<Served>,
    actor: Actor,
    Asked(asked): Asked<BehindDisagreements>,
) -> Result<Json<DisagreeingLeads>, Problem> {
    actor.needs(Permission::ReadLeads)?;
    if !matches!(asked.about.as_str(), "stage" | "assignee") {
        return Err(Problem::at("about", "write stage or assignee"));
    }
    let sees_names = actor.may(Permission::ReadPersonal);
    let found = served.read(move |engine, now| {
        let answer = engine.disagreements(now)?;
        let compared = if asked.about == "stage" { &answer.stage } else { &answer.assignee };
        let Some(list) = compared.list(&asked.figure) else { return Ok(None) };
        let mut leads = Vec::new();
        for BothSay { lead, tandem, crm, reported_at } in list.iter().take(LISTED_MAX) {
            if let Some(row) = engine.lead_row(*lead, now)? {
                leads.push(DisagreeingLead {
                    lead: LeadSummary::of(engine, &row, sees_names, now)?,
                    tandem: tandem.clone(),
                    crm: crm.clone(),
                    reported_at: reported_at.to_string(),
                });
            }
        }
        Ok(Some(DisagreeingLeads { count: list.len(), leads }))
    });
    let found = found.await?;
    found.map(Json).ok_or_else(|| Problem::at("figure", "write disagree, agree or unexplained"))
}

impl ComparedDocument {
    fn of(compared: &Compared) -> Self {
        let words = compared.unexplained_words().into_iter().take(WORDS_MAX);
        let words = words.map(|(word, leads)| UnexplainedWord { word: word.to_owned(), leads });
        Self {
            led_by: compared.led_by.word(),
            compared: compared.compared(),
            agree: compared.agree.len(),
            disagree: compared.disagree.len(),
            unexplained: compared.unexplained.len(),
            unexplained_words: words.collect(),
        }
    }
}
