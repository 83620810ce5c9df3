//! `tandem disagreements`: where Tandem and a CRM beside it say different things.

use crate::arguments::{DisagreementsArguments, Global};
use crate::exit::Exit;
use crate::failure::Refusal;
use crate::ledger::{Ledger, as_of_json};
use crate::screen::Screen;
use app::tell::{Clockwork, Named};
use app::{BothSay, Compared, DisagreementsAnswer, Engine};
use charter::LedBy;
use serde_json::{Value, json};

/// How many words that nobody explained are shown.
const WORDS_MAX: usize = 10;

/// Counts where both say the same, and where they do not.
pub(crate) fn run(
    global: &Global,
    asked: &DisagreementsArguments,
    screen: &mut Screen,
) -> anyhow::Result<Exit> {
    let Ledger { engine, now } = Ledger::open(global)?;
    screen.progress("comparing…");
    let answer = engine.disagreements(now)?;
    screen.progress_done();
    if let Some(figure) = &asked.list {
        let clock = Clockwork::new(&engine.reign()?.at(now).1.charter.timezone);
        list(&engine, &answer, figure, &clock, screen)?;
        return Ok(Exit::Fine);
    }
    if screen.is_json() {
        screen.document(&json!({
            "unit": "leads",
            "as_of": as_of_json(&answer.as_of),
            "stage": counts(&answer.stage),
            "assignee": counts(&answer.assignee),
        }))?;
        return Ok(Exit::Fine);
    }
    for (about, compared) in [("Stage", &answer.stage), ("Assignee", &answer.assignee)] {
        screen.line(sentence(about, compared))?;
        let words = compared.unexplained_words();
        if !words.is_empty() {
            let shown = words.iter().take(WORDS_MAX);
            let shown: Vec<_> = shown.map(|(word, leads)| format!("{word} ({leads})")).collect();
            let more = words.len().saturating_sub(WORDS_MAX);
            let more = if more == 0 { String::new() } else { format!(" and {more} more") };
            let words = shown.join(", ");
            let help = "  Say in settings, under [crm.stages], which stage is meant by";
            screen.line(format!("{help}: {words}{more}."))?;
        }
    }
    Ok(Exit::Fine)
}

fn sentence(about: &str, compared: &Compared) -> String {
    let led_by = match compared.led_by {
        LedBy::Tandem => "Tandem leads",
        LedBy::Crm => "the CRM leads",
        LedBy::Watch => "watched only",
    };
    if compared.compared() == 0 {
        return format!("{about} ({led_by}): the CRM said nothing of any lead.");
    }
    format!(
        "{about} ({led_by}): {} of {} leads disagree, {} agree, {} are not explained.",
        compared.disagree.len(),
        compared.compared(),
        compared.agree.len(),
        compared.unexplained.len()
    )
}

fn counts(compared: &Compared) -> Value {
    let words = compared.unexplained_words().into_iter();
    json!({
        "led_by": compared.led_by.word(),
        "compared": compared.compared(),
        "agree": compared.agree.len(),
        "disagree": compared.disagree.len(),
        "unexplained": compared.unexplained.len(),
        "unexplained_words": words
            .map(|(word, leads)| json!({ "word": word, "leads": leads }))
            .collect::<Vec<_>>(),
    })
}

/// Lists the leads behind `ABOUT:FIGURE`.
fn list(
    engine: &Engine,
    answer: &DisagreementsAnswer,
    figure: &str,
    clock: &Clockwork,
    screen: &mut Screen,
) -> anyhow::Result<()> {
    let (about, part) = figure.split_once(':').unwrap_or((figure, "disagree"));
    let compared = match about {
        "stage" => Some(&answer.stage),
        "assignee" => Some(&answer.assignee),
        _ => None,
    };
    let leads = compared.and_then(|compared| compared.list(part)).ok_or_else(|| {
        let help = "write stage or assignee, and after a colon disagree, agree or unexplained";
        Refusal::new("unknown_figure", format!("there is no figure `{figure}`"), help)
    })?;
    if screen.is_json() {
        let row = |said: &BothSay| {
            json!({
                "lead": said.lead.to_string(),
                "tandem": said.tandem,
                "crm": said.crm,
                "reported_at": said.reported_at.to_string(),
            })
        };
        let leads: Vec<_> = leads.iter().map(row).collect();
        screen.document(&json!({ "figure": figure, "count": leads.len(), "leads": leads }))?;
        return Ok(());
    }
    screen.line(format!("{figure}: {} leads.", leads.len()))?;
    for said in leads {
        let named = Named::of(engine, said.lead)?;
        let tandem = if said.tandem.is_empty() { "nobody" } else { &said.tandem };
        screen.line(format!(
            "  {}  {}: Tandem {tandem}, CRM {} since {}",
            said.lead,
            named.call_with_company(),
            said.crm,
            clock.start(said.reported_at)
        ))?;
    }
    Ok(())
}
