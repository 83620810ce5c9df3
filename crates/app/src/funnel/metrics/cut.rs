//! By what the figures of metrics are shown side by side.

use super::super::histories::Labels;
use super::super::slicing::Slicing;
use super::super::standpoint::Standpoint;
use crate::error::AppError;
use crate::routing::ASSIGNMENT;
use charter::Roster;
use facts::{Code, Instant, Kind, SubjectId, Symbol, Value};
use insight::{Measured, Metric, motions, pipeline_of};
use lifecycle::Decision;
use std::collections::BTreeMap;
use timeline::{Row, link};

/// By what the things that metrics count are told apart.
pub(super) enum Cut {
    /// As the funnel does: by a trait, persona or business unit, as it is known.
    Lead { slicing: Slicing, code: Option<(Code, String)> },
    /// By the motion of the pass in which it counts, or its pipeline.
    Pass { is_pipeline: bool },
    /// By the last campaign that the lead was touched by until it counts.
    Campaign,
    /// By who had the lead when it counts, or else was given it next; or by their team.
    Assignee { teams: Option<Teams> },
    /// By the version of the charter in force when it counts.
    Version,
}

/// Who was in which team, from when on.
pub(super) struct Teams {
    rosters: Vec<(Instant, Roster)>,
    /// By handle: the first team of a user, where settings say nothing.
    of_users: BTreeMap<String, String>,
}

/// What stands for `lead.source`.
const SOURCE: &str = "source";
/// The most teams that are asked for who is in them: [`crate::Engine::TEAMS_MAX`].
const TEAMS_MOST: u32 = 1_000;

impl Cut {
    /// The cut of a name.
    pub(super) fn named(from: &Standpoint<'_>, name: &str) -> Result<Self, AppError> {
        let name = if name == SOURCE { "lead.source" } else { name };
        Ok(match name {
            "campaign" => Self::Campaign,
            "team" => Self::Assignee { teams: Some(Teams::read(from)?) },
            "assignee" => Self::Assignee { teams: None },
            "version" => Self::Version,
            "motion" => Self::Pass { is_pipeline: false },
            "pipeline" => Self::Pass { is_pipeline: true },
            name => {
                let slicing = Slicing::named(from.engine, name)?;
                let code = match slicing {
                    Slicing::Trait { code, .. } => Some((code, name.to_owned())),
                    _ => None,
                };
                Self::Lead { slicing, code }
            }
        })
    }

    /// Gives everything that is counted its slice.
    pub(super) fn apply(
        &self,
        from: &Standpoint<'_>,
        measured: &mut [Measured],
    ) -> Result<Labels, AppError> {
        let mut labels = Labels::new();
        // Each thing by the lead that says what its slice is.
        let mut asked: BTreeMap<SubjectId, Vec<(usize, usize)>> = BTreeMap::new();
        let leads = from.leads()?;
        let mut people: BTreeMap<SubjectId, Option<SubjectId>> = BTreeMap::new();
        for (place, metric) in measured.iter_mut().enumerate() {
            let is_of_deals = Metric::by_id(metric.id).is_some_and(Metric::is_of_opportunities);
            for (nth, counted) in metric.counted.iter_mut().enumerate() {
                if let Self::Version = self {
                    let (number, _) = from.reign()?.at(counted.at);
                    counted.slice = labels.number(number.0.to_string());
                    continue;
                }
                let mut lead = Some(counted.subject);
                if is_of_deals {
                    if let Some(text) = self.of_deal(from, counted.subject)? {
                        counted.slice = labels.number(text);
                        continue;
                    }
                    lead = match people.get(&counted.subject) {
                        Some(known) => *known,
                        None => {
                            let sight = from.sight()?;
                            let rows = from.engine.rows_of(sight, counted.subject);
                            let person = from.engine.linked(&rows, link::LEAD);
                            let is_lead = |person| leads.contains(&person);
                            let person = person.map(|it| from.survivor(it, is_lead)).transpose()?;
                            people.insert(counted.subject, person);
                            person
                        }
                    };
                }
                if let Some(lead) = lead {
                    asked.entry(lead).or_default().push((place, nth));
                }
            }
        }
        if asked.is_empty() {
            return Ok(labels);
        }
        from.each_lead(|story, _, decisions| {
            for &(place, nth) in asked.get(&story.lead).into_iter().flatten() {
                let counted = &mut measured[place].counted[nth];
                let text = self.of_lead(from, story.rows, decisions, counted.at)?;
                counted.slice = labels.number(text);
            }
            Ok(())
        })?;
        Ok(labels)
    }

    /// The slice of an opportunity, where it does not take its person to say.
    fn of_deal(
        &self,
        from: &Standpoint<'_>,
        opportunity: SubjectId,
    ) -> Result<Option<String>, AppError> {
        let Self::Lead { code: Some((code, name)), .. } = self else { return Ok(None) };
        let sight = from.sight()?;
        let rows = from.engine.rows_of(sight, opportunity);
        let value = from.engine.related(sight, (opportunity, &rows), (*code, name));
        Ok(Some(from.engine.text_of(value)))
    }

    /// The slice of what counts at an instant, by its lead's story.
    fn of_lead(
        &self,
        from: &Standpoint<'_>,
        rows: &[Row],
        decisions: &[Decision],
        at: Instant,
    ) -> Result<String, AppError> {
        let (engine, reign) = (from.engine, from.reign()?);
        let words = engine.vocabulary();
        Ok(match self {
            Self::Lead { slicing, .. } => slicing.text(engine, reign, rows, from.now),
            Self::Pass { is_pipeline } => {
                let so_far = decisions.iter().filter(|decision| decision.at <= at);
                let pass = so_far.map(|decision| decision.pass).max();
                let set = motions(decisions).find(|set| Some(set.pass) == pass);
                match is_pipeline {
                    true => set.and_then(|set| pipeline_of(reign, set, words)).unwrap_or_default(),
                    false => set.map_or("", |set| words.word(set.target)).to_owned(),
                }
            }
            Self::Campaign => {
                let is_campaign = |row: &&Row| {
                    matches!(words.name(row.code), Some((Kind::Touch, _)))
                        && row.symbol() != Symbol::EMPTY
                };
                let last = rows.iter().take_while(|row| row.at <= at).filter(is_campaign).last();
                last.map_or("", |row| words.word(row.symbol())).to_owned()
            }
            Self::Assignee { teams } => {
                let code = words.find_code(Kind::Assignment, ASSIGNMENT);
                let given = || {
                    let seen = rows.iter().filter(|row| row.at <= from.now);
                    seen.filter(|row| Some(row.code) == code && row.value() != Value::Nothing)
                };
                let then = given().take_while(|row| row.at <= at).last();
                let who = then.or_else(|| given().find(|row| at < row.at));
                let who = who.map_or("", |row| words.word(row.symbol()));
                match teams {
                    None => who.to_owned(),
                    Some(teams) => teams.of(who, at).to_owned(),
                }
            }
            Self::Version => String::new(),
        })
    }
}

impl Teams {
    fn read(from: &Standpoint<'_>) -> Result<Self, AppError> {
        let engine = from.engine;
        let settings = engine.settings_in_order()?.into_iter();
        let rosters = settings.map(|(applied, roster)| (applied.in_force_from, roster)).collect();
        let view = engine.store().view();
        let mut of_users = BTreeMap::new();
        for team in view.teams("", TEAMS_MOST)? {
            for (_, handle) in view.team_members(team.id)? {
                of_users.entry(handle).or_insert_with(|| team.word.clone());
            }
        }
        Ok(Self { rosters, of_users })
    }

    /// The team of somebody at an instant: the first by name of the settings in force then, or of
    /// the first settings before those; else the first that the user is in now. Empty for nobody.
    fn of(&self, who: &str, at: Instant) -> &str {
        let in_force = self.rosters.iter().rfind(|(since, _)| *since <= at);
        let roster = in_force.or_else(|| self.rosters.first()).map(|(_, roster)| roster);
        let is_of = |team: &&String| {
            let members = roster.and_then(|roster| roster.teams.get(*team));
            members.into_iter().flatten().any(|member| member.person == who)
        };
        let named = roster.and_then(|roster| roster.teams.keys().find(is_of));
        named.or_else(|| self.of_users.get(who)).map_or("", String::as_str)
    }
}
