//! `tandem match`, `tandem link` and `tandem unlink`.

use crate::arguments::{Global, LinkArguments, MatchArguments, UnlinkArguments};
use crate::exit::Exit;
use crate::ledger::Ledger;
use crate::screen::Screen;
use app::tell::Named;
use app::tell::{count, number};
use app::{DoubtfulMatch, Engine, Match, MatchesAnswer, reason};
use facts::SubjectId;
use serde_json::{Value, json};

/// Lists who belongs where, and links those who certainly do when asked to.
pub(crate) fn run(
    global: &Global,
    asked: &MatchArguments,
    screen: &mut Screen,
) -> anyhow::Result<Exit> {
    let ledger = match asked.link {
        true => Ledger::open_to_write(global)?,
        false => Ledger::open(global)?,
    };
    let Ledger { mut engine, now } = ledger;
    screen.progress("comparing…");
    let answer = engine.matches()?;
    screen.progress_done();
    let linked = match asked.link {
        true => Some(engine.link_matches(&answer.certain, &asked.who, now)?.0),
        false => None,
    };
    let limit = asked.limit as usize;
    if screen.is_json() {
        screen.document(&as_json(&engine, &answer, limit, linked)?)?;
        return Ok(Exit::Fine);
    }
    screen.paragraph(&sentence(&answer, linked), 0)?;
    for found in answer.certain.iter().take(limit) {
        show_certain(&engine, found, screen)?;
    }
    more(answer.certain.len(), limit, "lead", screen)?;
    for found in answer.review.iter().take(limit) {
        screen.gap()?;
        show_doubtful(&engine, found, screen)?;
    }
    more(answer.review.len(), limit, "lead to look at", screen)?;
    show_elsewhere(&answer, limit, screen)?;
    Ok(Exit::Fine)
}

fn sentence(answer: &MatchesAnswer, linked: Option<u64>) -> String {
    let MatchesAnswer { leads, certain, review, .. } = answer;
    let compared = match leads {
        1 => "1 lead whose company is known belongs to no account".to_owned(),
        leads => format!("{} leads whose companies are known belong to no account", number(*leads)),
    };
    let certain = match (certain.len(), linked) {
        (0, _) => "none of them certainly belongs to one that is known".to_owned(),
        (_, Some(linked)) => format!("{} linked to theirs", count(linked as usize, "lead")),
        (1, None) => "1 certainly belongs to one; --link links it".to_owned(),
        (leads, None) => format!("{} certainly belong to one; --link links them", number(leads)),
    };
    let review = match review.len() {
        0 => "none needs a look".to_owned(),
        1 => "1 needs a look".to_owned(),
        leads => format!("{} need a look", number(leads)),
    };
    format!("{compared}: {certain}; {review}.")
}

fn more(all: usize, limit: usize, what: &str, screen: &mut Screen) -> anyhow::Result<()> {
    if all > limit {
        screen.line(format!("… and {} more; --limit shows them.", count(all - limit, what)))?;
    }
    Ok(())
}

fn show_certain(engine: &Engine, found: &Match, screen: &mut Screen) -> anyhow::Result<()> {
    let (lead, account) = (called(engine, found.lead)?, called(engine, found.account)?);
    screen.paragraph(&format!("Certain: {lead} to {account}: {}", found.reason()), 4)?;
    Ok(())
}

fn show_doubtful(
    engine: &Engine,
    found: &DoubtfulMatch,
    screen: &mut Screen,
) -> anyhow::Result<()> {
    let lead = called(engine, found.lead)?;
    screen.paragraph(&format!("Perhaps: {lead}, but {}", found.doubt.words()), 4)?;
    for (account, signs) in &found.accounts {
        let account_name = called(engine, *account)?;
        screen.paragraph(&format!("  to {account_name}: {}", reason(signs)), 4)?;
        let hint = format!("  tandem link {} {account}", found.lead);
        screen.line(screen.style.faint(&hint))?;
    }
    Ok(())
}

fn show_elsewhere(answer: &MatchesAnswer, limit: usize, screen: &mut Screen) -> anyhow::Result<()> {
    if answer.elsewhere.is_empty() {
        return Ok(());
    }
    screen.gap()?;
    let leads: usize = answer.elsewhere.iter().map(|(_, leads)| leads).sum();
    let companies = match answer.elsewhere.len() {
        1 => "1 company that is no account".to_owned(),
        companies => format!("{} companies that are no accounts", number(companies)),
    };
    screen.line(format!("{} at {companies}:", count(leads, "lead")))?;
    for (company, leads) in answer.elsewhere.iter().take(limit) {
        screen.line(format!("  {company}  {}", number(*leads)))?;
    }
    more_companies(answer.elsewhere.len(), limit, screen)
}

fn more_companies(all: usize, limit: usize, screen: &mut Screen) -> anyhow::Result<()> {
    if all > limit {
        screen.line(format!("  … and {} more; --limit shows them.", number(all - limit)))?;
    }
    Ok(())
}

/// `Ann Lee, Acme (0c4m9x2k7v1t8)`.
fn called(engine: &Engine, subject: SubjectId) -> anyhow::Result<String> {
    Ok(format!("{} ({subject})", Named::of(engine, subject)?.call_with_company()))
}

fn as_json(
    engine: &Engine,
    answer: &MatchesAnswer,
    limit: usize,
    linked: Option<u64>,
) -> anyhow::Result<Value> {
    let named = |id: SubjectId| anyhow::Ok(Named::of(engine, id)?.as_json());
    let mut certain = Vec::new();
    for found in answer.certain.iter().take(limit) {
        let (lead, account) = (named(found.lead)?, named(found.account)?);
        certain.push(json!({ "lead": lead, "account": account, "reason": found.reason() }));
    }
    let mut review = Vec::new();
    for found in answer.review.iter().take(limit) {
        let mut accounts = Vec::new();
        for (account, signs) in &found.accounts {
            accounts.push(json!({ "account": named(*account)?, "reason": reason(signs) }));
        }
        let (lead, doubt) = (named(found.lead)?, found.doubt.words());
        review.push(json!({ "lead": lead, "accounts": accounts, "doubt": doubt }));
    }
    let elsewhere = answer.elsewhere.iter().take(limit);
    let elsewhere = elsewhere.map(|(company, leads)| json!({ "company": company, "leads": leads }));
    Ok(json!({
        "leads": answer.leads,
        "certain_total": answer.certain.len(),
        "certain": certain,
        "review_total": answer.review.len(),
        "review": review,
        "companies_without_account_total": answer.elsewhere.len(),
        "companies_without_account": elsewhere.collect::<Vec<_>>(),
        "linked": linked,
    }))
}

/// Links a lead to an account.
pub(crate) fn link(
    global: &Global,
    asked: &LinkArguments,
    screen: &mut Screen,
) -> anyhow::Result<Exit> {
    let Ledger { mut engine, now } = Ledger::open_to_write(global)?;
    let (lead, account) = (engine.find_lead(&asked.lead)?, engine.find_account(&asked.account)?);
    let placed = engine.link_account(lead, account, &asked.who, now)?;
    if screen.is_json() {
        screen.document(&json!({
            "lead": placed.lead.to_string(),
            "account": placed.account.to_string(),
            "leads": placed.settled.leads,
            "changes": placed.settled.changes,
        }))?;
        return Ok(Exit::Fine);
    }
    let (lead, account) = (called(&engine, placed.lead)?, called(&engine, placed.account)?);
    let changes = count(placed.settled.changes as usize, "decision");
    screen.paragraph(&format!("{lead} belongs to {account} from now on; {changes} changed."), 0)?;
    Ok(Exit::Fine)
}

/// Takes the link of a lead to its account back.
pub(crate) fn unlink(
    global: &Global,
    asked: &UnlinkArguments,
    screen: &mut Screen,
) -> anyhow::Result<Exit> {
    let Ledger { mut engine, now } = Ledger::open_to_write(global)?;
    let lead = engine.find_lead(&asked.lead)?;
    let taken = engine.unlink_account(lead, &asked.who, now)?;
    if screen.is_json() {
        screen.document(&json!({
            "lead": taken.lead.to_string(),
            "account": taken.account.to_string(),
            "now_at": taken.now_at.map(|account| account.to_string()),
            "leads": taken.settled.leads,
            "changes": taken.settled.changes,
        }))?;
        return Ok(Exit::Fine);
    }
    let (lead, account) = (called(&engine, taken.lead)?, called(&engine, taken.account)?);
    let now_at = match taken.now_at {
        Some(account) => format!(", and belongs to {} again", called(&engine, account)?),
        None => String::new(),
    };
    let changes = count(taken.settled.changes as usize, "decision");
    screen.paragraph(
        &format!("{lead} does not belong to {account} after all{now_at}; {changes} changed."),
        0,
    )?;
    Ok(Exit::Fine)
}
