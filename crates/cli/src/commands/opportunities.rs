//! `tandem opportunities`: what became of them.

use crate::arguments::{Global, OpportunitiesArguments};
use crate::exit::Exit;
use crate::failure::Refusal;
use crate::ledger::{Ledger, as_of_json};
use crate::screen::Screen;
use crate::show::{Align, Table};
use crate::unknown;
use app::tell::{days, number, percent};
use app::{AppError, Engine, OpportunitiesAnswer};
use facts::SubjectId;
use insight::{DealFigures, Summary};
use serde_json::{Value, json};

/// The most slices that a table shows; JSON has all.
const SHOWN: usize = 30;
const FIGURES: [&str; 4] = ["all", "won", "lost", "open"];

/// Counts opportunities.
pub(crate) fn run(
    global: &Global,
    asked: &OpportunitiesArguments,
    screen: &mut Screen,
) -> anyhow::Result<Exit> {
    let Ledger { engine, now } = Ledger::open(global)?;
    let currency = engine.reign()?.at(now).1.charter.currency.clone();
    let by = asked.by.as_deref();
    let answer =
        engine.opportunities(by, now).map_err(|error| unknown::told(&engine, now, error))?;
    if let Some(figure) = &asked.list {
        list(&engine, &answer, by, figure, screen)?;
    } else if screen.is_json() {
        screen.document(&document(&answer, by, &currency))?;
    } else {
        screen.paragraph(&sentence(&answer, &currency), 0)?;
        if !answer.whole.all.is_empty() {
            table(&answer, by, &currency, screen)?;
        }
    }
    Ok(Exit::Fine)
}

fn sentence(answer: &OpportunitiesAnswer, currency: &str) -> String {
    let whole = &answer.whole;
    if whole.all.is_empty() {
        return "There are no opportunities yet.".to_owned();
    }
    let closed = whole.win_rate.whole;
    let all = match whole.all.len() {
        1 => "1 opportunity".to_owned(),
        all => format!("{} opportunities", number(all)),
    };
    let mut said = format!("{all}, {} of them closed: ", number(closed));
    said += &format!("{} won and {} lost", number(whole.won.len()), number(whole.lost.len()));
    if closed > 0 {
        said += &format!(", a win rate of {}", percent(whole.win_rate));
    }
    if whole.won_with_amount > 0 {
        said += &format!(". Those won are worth {} {currency}", money(whole.won_value));
    }
    let median = |days: Option<Summary>| days.map(|it| self::days(it.median));
    if let (Some(won), Some(lost)) = (median(whole.days_to_won), median(whole.days_to_lost)) {
        said += &format!(". Half of those won took {won} days or less, of those lost {lost}");
    }
    said + "."
}

fn table(
    answer: &OpportunitiesAnswer,
    by: Option<&str>,
    currency: &str,
    screen: &mut Screen,
) -> anyhow::Result<()> {
    let style = screen.style;
    screen.gap()?;
    if let Some(by) = by {
        screen.line(style.strong(&format!("By {by}")))?;
    }
    let value = format!("Won, {currency}");
    let right = |name| (name, Align::Right);
    let columns = [
        ("", Align::Left),
        right("Open"),
        right("Won"),
        right("Lost"),
        right("Win rate"),
        right("95 %"),
        right(value.as_str()),
        right("Days to won"),
        right("to lost"),
    ];
    let mut table = Table::new(&style, &columns);
    for (value, figures) in answer.slices.iter().take(SHOWN) {
        let name = value.clone().unwrap_or_else(|| "(not known)".to_owned());
        table.row(row(name, figures));
    }
    table.row(row("All".to_owned(), &answer.whole));
    for line in table.lines() {
        screen.line(line)?;
    }
    let more = answer.slices.len().saturating_sub(SHOWN);
    if more > 0 {
        screen.line(style.faint(&format!("  and {more} more; --json has all")))?;
    }
    let note = "Days are medians, from the first that is known of an opportunity.";
    screen.paragraph(&style.faint(&format!("  {note}")), 2)?;
    Ok(())
}

fn row(name: String, figures: &DealFigures) -> Vec<String> {
    let median =
        |days: Option<Summary>| days.map_or_else(|| "-".to_owned(), |it| self::days(it.median));
    let interval = figures.win_rate_interval.map_or_else(String::new, |it| {
        format!("{:.0}\u{a0}to\u{a0}{:.0}\u{a0}%", it.low * 100.0, it.high * 100.0)
    });
    let value = match figures.won_with_amount {
        0 => "-".to_owned(),
        _ => money(figures.won_value),
    };
    vec![
        name,
        number(figures.open.len()),
        number(figures.won.len()),
        number(figures.lost.len()),
        percent(figures.win_rate),
        interval,
        value,
        median(figures.days_to_won),
        median(figures.days_to_lost),
    ]
}

/// Whole units, as people write them.
fn money(value: f64) -> String {
    let digits = number(value.abs().round() as usize);
    if value < 0.0 { format!("-{digits}") } else { digits }
}

fn list(
    engine: &Engine,
    answer: &OpportunitiesAnswer,
    by: Option<&str>,
    figure: &str,
    screen: &mut Screen,
) -> anyhow::Result<()> {
    let (slice, part) = match (by, figure.rsplit_once(':')) {
        (Some(_), Some((slice, part))) => (Some(slice), part),
        _ => (None, figure),
    };
    let figures = match slice {
        None => Some(&answer.whole),
        Some(slice) => {
            let mut slices = answer.slices.iter();
            slices.find(|(value, _)| value.as_deref().unwrap_or("") == slice).map(|(_, it)| it)
        }
    };
    let found = figures.and_then(|figures| match part {
        "all" => Some(&figures.all),
        "won" => Some(&figures.won),
        "lost" => Some(&figures.lost),
        "open" => Some(&figures.open),
        _ => None,
    });
    let ids = found.ok_or_else(|| {
        let message = format!("there is no figure `{figure}` of opportunities");
        let help = match (slice, figures) {
            (Some(slice), None) => {
                let values = answer.slices.iter().filter_map(|(value, _)| value.clone());
                unknown::help("value", slice, &values.collect::<Vec<_>>())
            }
            _ => unknown::help("figure", part, &FIGURES.map(str::to_owned)),
        };
        Refusal::new("unknown_figure", message, help)
    })?;
    write_opportunities(engine, figure, ids, screen)
}

/// Writes opportunities by name.
pub(crate) fn write_opportunities(
    engine: &Engine,
    figure: &str,
    ids: &[SubjectId],
    screen: &mut Screen,
) -> anyhow::Result<()> {
    if screen.is_json() {
        let ids: Vec<_> = ids.iter().map(ToString::to_string).collect();
        let count = ids.len();
        screen.document(&json!({ "figure": figure, "count": count, "opportunities": ids }))?;
        return Ok(());
    }
    screen.line(format!("{figure}: {}.", number(ids.len())))?;
    for id in ids {
        screen.line(format!("  {id}  {}", called(engine, *id)?))?;
    }
    Ok(())
}

/// What an opportunity is called: its name, or else what another system calls it.
pub(crate) fn called(engine: &Engine, opportunity: SubjectId) -> Result<String, AppError> {
    let view = engine.store().view();
    let personal = view.personal_of(opportunity)?;
    let name = personal.into_iter().find(|it| it.field == "name").map(|it| it.value);
    let known = view.identifiers_of(opportunity)?;
    let identifier = || known.into_iter().next().map(|it| it.value);
    Ok(name.or_else(identifier).unwrap_or_default())
}

fn document(answer: &OpportunitiesAnswer, by: Option<&str>, currency: &str) -> Value {
    let mut document = figures_json(&answer.whole);
    if let Value::Object(members) = &mut document {
        let slices = answer.slices.iter().map(|(value, figures)| {
            let mut slice = figures_json(figures);
            slice["value"] = json!(value);
            slice
        });
        members.insert("unit".to_owned(), json!("opportunities"));
        members.insert("as_of".to_owned(), as_of_json(&answer.as_of));
        members.insert("currency".to_owned(), json!(currency));
        members.insert("open_stages".to_owned(), json!(answer.open_stages));
        members.insert("by".to_owned(), json!(by));
        members.insert("slices".to_owned(), json!(slices.collect::<Vec<_>>()));
    }
    document
}

fn figures_json(figures: &DealFigures) -> Value {
    let summary = |days: Option<Summary>| {
        days.map(|it| {
            let Summary { n, median, mean, p75, p90, max } = it;
            json!({ "n": n, "median": median, "mean": mean, "p75": p75, "p90": p90, "max": max })
        })
    };
    json!({
        "all": figures.all.len(),
        "won": figures.won.len(),
        "lost": figures.lost.len(),
        "open": figures.open.len(),
        "win_rate": figures.win_rate.value(),
        "win_rate_low": figures.win_rate_interval.map(|it| it.low),
        "win_rate_high": figures.win_rate_interval.map(|it| it.high),
        "win_rate_by_value": figures.win_rate_by_value,
        "won_value": figures.won_value,
        "won_with_amount": figures.won_with_amount,
        "days_to_won": summary(figures.days_to_won),
        "days_to_lost": summary(figures.days_to_lost),
        "days_to_closed": summary(figures.days_to_closed),
    })
}
