//! `tandem accounts`, and `tandem why` of an account.

mod why;

pub(crate) use why::why;

use crate::arguments::{AccountsArguments, Global};
use crate::exit::Exit;
use crate::ledger::Ledger;
use crate::screen::Screen;
use crate::show::{Align, Style, Table};
use crate::turn;
use app::tell::Named;
use app::tell::{Clockwork, count, number};
use app::{AccountRow, AppError, Engine};
use charter::Charter;
use facts::{Instant, Precision};
use serde_json::{Value, json};
use store::PlaceKind;

/// Lists accounts, the most urgent first.
pub(crate) fn run(
    global: &Global,
    asked: &AccountsArguments,
    screen: &mut Screen,
) -> anyhow::Result<Exit> {
    let Ledger { engine, now } = Ledger::open(global)?;
    let mut rows = engine.accounts(now)?;
    let charter = engine.reign()?.at(now).1.charter.account.as_deref();
    let charter = charter.ok_or(AppError::NoAccountTerms)?;
    if let Some(stage) = &asked.stage {
        if turn::stage(charter, stage).is_none() {
            let what = "stage of accounts";
            return Err(AppError::UnknownName { what, name: stage.clone() }.into());
        }
        rows.retain(|row| row.stage == *stage);
    }
    let total = rows.len();
    rows.truncate(asked.limit as usize);
    let named = |row: AccountRow| Ok((Named::of(&engine, row.account)?, row));
    let rows = rows.into_iter().map(named).collect::<Result<Vec<_>, AppError>>()?;
    if screen.is_json() {
        let accounts: Vec<_> = rows.iter().map(|(named, row)| as_json(named, row)).collect();
        screen
            .document(&json!({ "now": now.to_string(), "total": total, "accounts": accounts }))?;
        return Ok(Exit::Fine);
    }
    screen.paragraph(&sentence(&rows, total), 0)?;
    if let Some((first, _)) = rows.first() {
        let hint = format!("Why is the first one there? tandem why {}", first.lead);
        screen.gap()?;
        show(charter, &rows, now, screen)?;
        screen.gap()?;
        screen.paragraph(&screen.style.faint(&hint), 2)?;
    }
    Ok(Exit::Fine)
}

/// Whether a name is that of an account that the charter follows, and of no lead.
pub(crate) fn is_one(engine: &Engine, name: &str, now: Instant) -> anyhow::Result<bool> {
    Ok(follows(engine, now)
        && matches!(engine.find_lead(name), Err(AppError::UnknownLead(_)))
        && engine.identified_account(name)?.is_some())
}

/// Whether a text in which no lead was found is found in the name of an account.
pub(crate) fn matches(engine: &Engine, text: &str, now: Instant, error: &anyhow::Error) -> bool {
    let is_no_lead = matches!(error.downcast_ref(), Some(AppError::UnknownLead(_)));
    let found = || !matches!(engine.find_account(text), Err(AppError::UnknownAccount(_)));
    is_no_lead && follows(engine, now) && found()
}

fn follows(engine: &Engine, now: Instant) -> bool {
    engine.reign().is_ok_and(|reign| reign.at(now).1.charter.account.is_some())
}

fn sentence(rows: &[(Named, AccountRow)], total: usize) -> String {
    if rows.is_empty() {
        return "No account is like that.".to_owned();
    }
    let late = rows.iter().filter(|(_, row)| row.broken).count();
    let late = match late {
        0 => String::new(),
        late => format!("; {} waited longer than agreed", number(late)),
    };
    match total == rows.len() {
        true => format!("{}{late}.", count(total, "account")),
        false => {
            let shown = number(rows.len());
            let all = count(total, "account");
            format!("{all}, the {shown} due first{late}; --limit shows more.")
        }
    }
}

fn show(
    charter: &Charter,
    rows: &[(Named, AccountRow)],
    now: Instant,
    screen: &mut Screen,
) -> anyhow::Result<()> {
    use Align::{Left, Right};
    let style = screen.style;
    let clock = Clockwork::new(&charter.timezone);
    let columns = [
        ("Account", Left),
        ("Stage", Left),
        ("Whose turn", Left),
        ("Next", Left),
        ("People", Right),
        ("Fit", Right),
        ("Engagement", Right),
        ("Id", Left),
    ];
    let mut table = Table::new(&style, &columns);
    for (named, row) in rows {
        let stage = turn::stage(charter, &row.stage);
        table.row(vec![
            named.call(),
            stage.map_or_else(|| "-".to_owned(), |(name, side)| style.side(side, name)),
            whose(row),
            due(&style, &clock, row, now),
            number(row.people),
            format!("{:.0}", row.fit),
            format!("{:.0}", row.engagement),
            named.lead.to_string(),
        ]);
    }
    for line in table.lines() {
        screen.line(line)?;
    }
    Ok(())
}

/// Whose turn it is.
fn whose(row: &AccountRow) -> String {
    match row.place {
        PlaceKind::Assignee => row.who.clone(),
        PlaceKind::Team => format!("{} team", row.who),
        PlaceKind::Nurture => "nurture program".to_owned(),
        PlaceKind::Nowhere | PlaceKind::Queue => "nobody".to_owned(),
    }
}

/// When the next promise is due, or how late it is.
fn due(style: &Style, clock: &Clockwork, row: &AccountRow, now: Instant) -> String {
    let Some(due) = row.due else { return String::new() };
    let apart = clock.apart(due, now, row.precision >= Precision::Day);
    match row.broken {
        true => style.late(&format!("{} late {apart}", style.late_mark())),
        false => format!("due {}, {apart} left", clock.soon(due, now)),
    }
}

fn as_json(named: &Named, row: &AccountRow) -> Value {
    let time = |at: Option<Instant>| at.map(|at| at.to_string());
    json!({
        "account": named.lead.to_string(),
        "name": named.name,
        "stage": (!row.stage.is_empty()).then_some(&row.stage),
        "entered_at": time(row.entered_at),
        "place": row.place.word(),
        "who": (!row.who.is_empty()).then_some(&row.who),
        "people": row.people,
        "fit": row.fit,
        "engagement": row.engagement,
        "due": time(row.due),
        "promise": (!row.promise.is_empty()).then_some(&row.promise),
        "broken": row.broken,
    })
}
