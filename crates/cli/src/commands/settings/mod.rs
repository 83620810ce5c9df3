//! `tandem settings check`, `apply` and `show`.

use crate::arguments::{ApplyArguments, Global, SettingsCommand};
use crate::exit::Exit;
use crate::failure::{Failure, Problem, Refusal};
use crate::ledger::Ledger;
use crate::screen::Screen;
use crate::show::{Align, Table};
use app::tell::{Clockwork, count, number};
use app::{AppError, Engine};
use charter::{Diagnostics, Roster};
use facts::Instant;
use serde_json::json;
use std::path::Path;

pub(crate) fn run(
    global: &Global,
    command: &SettingsCommand,
    screen: &mut Screen,
) -> anyhow::Result<Exit> {
    match command {
        SettingsCommand::Check { file } => check(file, screen),
        SettingsCommand::Apply(asked) => apply(global, asked, screen),
        SettingsCommand::Show => show(global, screen),
    }
}

fn check(path: &Path, screen: &mut Screen) -> anyhow::Result<Exit> {
    let text = super::charter::text_of(path)?;
    let found = charter::read_roster(&text);
    if screen.is_json() {
        let problems = found.as_ref().err().map(Diagnostics::problems).unwrap_or_default();
        let problems: Vec<_> = problems.iter().map(Problem::of_charter).collect();
        screen.document(&json!({
            "path": path.display().to_string(),
            "sound": found.is_ok(),
            "problems": problems,
        }))?;
    } else {
        match &found {
            Ok(roster) => screen.line(format!("{} is sound: {}.", path.display(), size(roster)))?,
            Err(problems) => screen.line(problems.render(&path.display().to_string()))?,
        }
    }
    Ok(if found.is_ok() { Exit::Fine } else { Exit::Refused })
}

fn apply(global: &Global, asked: &ApplyArguments, screen: &mut Screen) -> anyhow::Result<Exit> {
    let text = super::charter::text_of(&asked.file)?;
    let path = asked.file.display().to_string();
    let Ledger { mut engine, now } = Ledger::open_to_write(global)?;
    let clock = Clockwork::new(&engine.reign()?.at(now).1.charter.timezone);
    let from = asked.at.as_deref().map(|text| clock.read(text)).transpose().map_err(|message| {
        Refusal::new("bad_time", message, "dates are days in the charter's zone")
    })?;
    let from = from.unwrap_or(now);
    let roster = match engine.apply_settings(&text, from, &asked.who, now) {
        Err(AppError::Settings(found)) => {
            let message = found.render(&path).trim_end().to_owned();
            let failure = Failure::of(&AppError::Settings(found).into());
            screen.failure(&Failure { place: Some(path), message, ..failure });
            return Ok(Exit::Refused);
        }
        applied => applied?,
    };
    if screen.is_json() {
        screen.document(&json!({
            "in_force_from": from.to_string(),
            "teams": roster.teams.len(),
            "people": people(&roster).len(),
        }))?;
        return Ok(Exit::Fine);
    }
    screen.line(format!("Settings hold from {} on: {}.", clock.start(from), size(&roster)))?;
    for missing in teams_without_people(&engine, &roster, now)? {
        let text = format!(
            "The charter routes leads to team “{missing}”, in which there is nobody: they wait."
        );
        screen.paragraph(&text, 0)?;
    }
    Ok(Exit::Fine)
}

/// Teams that the charter in force names, and settings leave empty.
fn teams_without_people(
    engine: &Engine,
    roster: &Roster,
    now: Instant,
) -> anyhow::Result<Vec<String>> {
    let routes = &engine.reign()?.at(now).1.charter.routes;
    let mut missing: Vec<String> = routes
        .iter()
        .filter_map(|route| match &route.to {
            charter::RouteTo::Team(team) if roster.team(team).is_empty() => Some(team.clone()),
            _ => None,
        })
        .collect();
    missing.sort_unstable();
    missing.dedup();
    Ok(missing)
}

fn show(global: &Global, screen: &mut Screen) -> anyhow::Result<Exit> {
    let Ledger { engine, now } = Ledger::open(global)?;
    let clock = Clockwork::new(&engine.reign()?.at(now).1.charter.timezone);
    let Some(settings) = engine.settings(now)? else {
        let help = "write a file as `tandem settings check --help` shows, and apply it";
        return Err(Refusal::new("no_settings", "there are no settings yet", help).into());
    };
    let roster = &settings.roster;
    let loads = engine.open_loads()?;
    let load = |person: &str| loads.iter().find(|(who, _)| who == person).map_or(0, |it| it.1);
    let today = clock.day(now);
    if screen.is_json() {
        let members = |team: &str| -> Vec<_> {
            let members = roster.team(team).iter();
            members.map(|it| json!({ "person": it.person, "weight": it.weight })).collect()
        };
        let teams: Vec<_> =
            roster.teams.keys().map(|id| json!({ "id": id, "members": members(id) })).collect();
        let people: Vec<_> = people(roster)
            .into_iter()
            .map(|person| {
                json!({
                    "id": person,
                    "open_leads": load(person),
                    "capacity": roster.capacity(person),
                    "away": roster.is_away(person, today),
                })
            })
            .collect();
        screen.document(&json!({
            "in_force_from": settings.applied.in_force_from.to_string(),
            "until": settings.until.map(|at| at.to_string()),
            "applied_by": settings.applied.who,
            "teams": teams,
            "people": people,
        }))?;
        return Ok(Exit::Fine);
    }
    let from = clock.start(settings.applied.in_force_from);
    let until = settings.until.map(|at| format!(", until {}", clock.start(at)));
    let until = until.unwrap_or_default();
    screen.line(format!("Settings since {from}{until}: {}.", size(roster)))?;
    for (id, members) in &roster.teams {
        screen.gap()?;
        screen.line(screen.style.strong(&format!("Team {id}")))?;
        let columns = [
            ("", Align::Left),
            ("Weight", Align::Right),
            ("Open leads", Align::Right),
            ("Can have", Align::Right),
            ("", Align::Left),
        ];
        let mut table = Table::new(&screen.style, &columns);
        for member in members {
            let person = &member.person;
            let capacity =
                roster.capacity(person).map_or_else(|| "-".to_owned(), |it| it.to_string());
            let away = if roster.is_away(person, today) { "away" } else { "" };
            table.row(vec![
                person.clone(),
                member.weight.to_string(),
                number(load(person) as usize),
                capacity,
                away.to_owned(),
            ]);
        }
        for line in table.lines() {
            screen.line(line)?;
        }
    }
    Ok(Exit::Fine)
}

/// Everybody of whom settings speak, in order.
fn people(roster: &Roster) -> Vec<&str> {
    let members = roster.teams.values().flatten().map(|member| &member.person);
    let mut people: Vec<&str> = members.chain(roster.people.keys()).map(String::as_str).collect();
    people.sort_unstable();
    people.dedup();
    people
}

fn size(roster: &Roster) -> String {
    let people = match people(roster).len() {
        1 => "1 person".to_owned(),
        people => format!("{} people", number(people)),
    };
    format!("{} and {people}", count(roster.teams.len(), "team"))
}
