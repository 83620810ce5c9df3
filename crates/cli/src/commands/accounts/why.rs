//! Why an account is where it is.

use super::{as_json, due, whose};
use crate::exit::Exit;
use crate::screen::Screen;
use crate::turn;
use app::tell::Named;
use app::tell::decision_in_words;
use app::tell::{Clockwork, count};
use app::{AccountPage, DecisionLine, Engine, StoryLine};
use charter::account_clause_in_words;
use facts::{FactKey, Instant};
use lifecycle::{Cause, What};
use serde_json::json;

/// Says where an account is, whose turn it is, and how it came to that.
pub(crate) fn why(
    engine: &Engine,
    now: Instant,
    account: &str,
    screen: &mut Screen,
) -> anyhow::Result<Exit> {
    let page = engine.account(account, now)?;
    let named = Named::of(engine, page.row.account)?;
    if screen.is_json() {
        let decisions: Vec<_> = page.decisions.iter().map(|line| decision(&page, line)).collect();
        screen
            .document(&json!({ "account": as_json(&named, &page.row), "decisions": decisions }))?;
        return Ok(Exit::Fine);
    }
    let style = screen.style;
    screen.line(format!(
        "{}  {}",
        style.strong(&named.call()),
        style.faint(&named.lead.to_string())
    ))?;
    let Some(charter) = page.terms_now() else { return Ok(Exit::Fine) };
    let clock = Clockwork::new(&charter.timezone);
    let row = &page.row;
    let people = count(row.people, "person").replace("persons", "people");
    let Some((name, side)) = turn::stage(charter, &row.stage) else {
        let text = "It is in no stage yet: nothing that its people did begins a pass.";
        screen.paragraph(text, 0)?;
        return Ok(Exit::Fine);
    };
    let stage = style.side(side, name);
    let next = due(&style, &clock, row, now);
    let next = if next.is_empty() { next } else { format!(" Next: {next}.") };
    let turn = whose(row);
    let text = format!("It is an account of {people} in {stage}. Whose turn: {turn}.{next}");
    screen.paragraph(&text, 0)?;
    let scores = format!("Fit {:.0}, engagement {:.0}.", row.fit, row.engagement);
    screen.paragraph(&scores, 0)?;
    screen.gap()?;
    screen.line(style.strong("What was decided, and why"))?;
    for line in &page.decisions {
        let terms = page.terms_of(line).unwrap_or(charter);
        let when = clock.when(line.at, line.precision);
        let mut text = format!("  {when}  {}", decision_in_words(&style, &clock, terms, line));
        text.push_str(&cause(&page.story, line));
        let tells = matches!(line.what, What::StageEntered | What::ClockStarted);
        if let (true, Some(says)) = (tells, account_clause_in_words(terms, &line.clause)) {
            text.push_str(&format!(" {} {says}", style.dot()));
        }
        screen.paragraph(&text, 6)?;
    }
    Ok(Exit::Fine)
}

/// The fact that made a decision.
fn cause(story: &[StoryLine], line: &DecisionLine) -> String {
    let name = |key: FactKey| story.iter().find(|fact| fact.key == key).map(|fact| &fact.name);
    match line.cause {
        Cause::Fact(key) => name(key).map_or_else(String::new, |name| format!(" ({name})")),
        Cause::Version => " (a new version of the charter)".to_owned(),
        Cause::Adoption => " (the charter was adopted)".to_owned(),
        Cause::Time(_) => String::new(),
    }
}

fn decision(page: &AccountPage, line: &DecisionLine) -> serde_json::Value {
    let says = page.terms_of(line).and_then(|terms| account_clause_in_words(terms, &line.clause));
    json!({
        "at": line.at.to_string(),
        "precision": line.precision.word(),
        "what": line.what.word(),
        "target": line.target,
        "clause": format!("account.{}", line.clause),
        "says": says,
        "due": line.due.map(|due| due.to_string()),
    })
}
