//! `tandem charter adopt`.

use super::text_of;
use crate::arguments::{AdoptArguments, Global};
use crate::exit::Exit;
use crate::failure::{Failure, Refusal};
use crate::ledger::Ledger;
use crate::screen::Screen;
use app::tell::{Clockwork, count};
use app::{Adoption, AppError};
use facts::{Instant, Precision};
use serde_json::json;

/// Lets a charter decide, and settles what follows.
pub(crate) fn adopt(
    global: &Global,
    asked: &AdoptArguments,
    screen: &mut Screen,
) -> anyhow::Result<Exit> {
    let text = text_of(&asked.file)?;
    let path = asked.file.display().to_string();
    // Read before the ledger is made, so that a charter with problems leaves nothing behind.
    let charter = match charter::read(&text) {
        Ok(charter) => charter,
        Err(found) => {
            let message = found.render(&path).trim_end().to_owned();
            let failure = Failure::of(&AppError::Charter(Box::new(found)).into());
            screen.failure(&Failure { place: Some(path), message, ..failure });
            return Ok(Exit::Refused);
        }
    };
    let clock = Clockwork::new(&charter.timezone);
    let from = asked.at.as_deref().map(|text| clock.read(text)).transpose().map_err(|message| {
        Refusal::new("bad_time", message, "dates are days in the charter's zone")
    })?;
    let Ledger { mut engine, now } = Ledger::open_or_make(global)?;
    let from = from.unwrap_or(now);
    let adoption = Adoption { text: &text, from, who: &asked.who, trial: asked.trial };
    let adopted = match asked.replace_pending {
        true => engine.adopt_charter_for_pending(&adoption, now),
        false => engine.adopt_charter(&adoption, now),
    };
    let number = match adopted {
        Ok(number) => number,
        Err(error) => {
            let of_file = is_of_file(&error);
            let failure = Failure::of(&error.into());
            let exit = failure.exit;
            let place = of_file.then_some(path).or_else(|| failure.place.clone());
            screen.failure(&Failure { place, ..failure });
            return Ok(exit);
        }
    };
    screen.progress("deciding about every lead…");
    let settled = engine.settle(now)?;
    screen.progress_done();
    if screen.is_json() {
        screen.document(&json!({
            "version": number.0,
            "name": charter.name,
            "in_force_from": from.to_string(),
            "trial": asked.trial,
            "ledger": global.ledger().to_string(),
            "settled": { "leads": settled.leads, "changes": settled.changes },
        }))?;
        return Ok(Exit::Fine);
    }
    let name = &charter.name;
    let trial = if asked.trial { ", as a trial" } else { "" };
    screen.line(format!(
        "“{name}” is version {} in {}{trial}. It decides {}.",
        number.0,
        global.ledger(),
        since(&clock, from, now),
    ))?;
    if settled.leads > 0 {
        screen.line(format!("It was read over {}.", count(settled.leads as usize, "lead")))?;
    } else {
        screen.line("There are no leads yet: bring some in with `tandem import`.")?;
    }
    Ok(Exit::Fine)
}

/// Whether what is wrong is what the file says.
fn is_of_file(error: &AppError) -> bool {
    use AppError::{Charter, Compile, Reign, SameCharter, StagesGone};
    matches!(error, Charter(_) | Compile(_) | Reign(_) | StagesGone { .. } | SameCharter { .. })
}

fn since(clock: &Clockwork, from: Instant, now: Instant) -> String {
    let when = clock.when(from, Precision::Instant);
    match from.cmp(&now) {
        std::cmp::Ordering::Less => format!("since {when}"),
        std::cmp::Ordering::Equal => "from now on".to_owned(),
        std::cmp::Ordering::Greater => format!("from {when} on"),
    }
}
