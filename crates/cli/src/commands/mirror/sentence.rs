//! The mirror in sentences.

use crate::screen::Screen;
use app::tell::{number, percent};
use app::{MirrorAnswer, MirrorDimension};
use insight::{Certainty, Comparison, Mirror};

/// The most traits that a sentence names one by one.
const NAMED: usize = 6;

/// What to know before trusting the figures.
pub(super) fn notes(answer: &MirrorAnswer, asked: bool, screen: &mut Screen) -> anyhow::Result<()> {
    screen.gap()?;
    let style = screen.style;
    let stages = answer.path.stages();
    let accepted = answer
        .accepted_at
        .map_or_else(String::new, |at| format!(", accepted at {}", stages[at].name));
    let say = |screen: &mut Screen, text: &str| screen.paragraph(&style.faint(text), 0);
    say(
        screen,
        &format!(
            "A lead is sent when it reaches {}{accepted}, won at {}. Of those sent, {} still open. Differences are in points, each with the interval that holds it with a \
             confidence of 95 % by itself.",
            stages[answer.sent_at].name,
            stages[answer.won_at].name,
            match answer.open.count() {
                1 => "1 is".to_owned(),
                open => format!("{} are", number(open)),
            },
        ),
    )?;
    let alike: Vec<_> = answer.dimensions.iter().filter(|it| is_alike(it)).collect();
    if !asked && !alike.is_empty() {
        let names: Vec<_> = alike.iter().map(|it| it.name.as_str()).collect();
        let names = names.join(", ");
        say(screen, &format!("Alike as far as can be told: {names}; --by shows each."))?;
    }
    let few = answer.dimensions.iter().filter_map(|it| match it.mirror.comparison {
        Comparison::TooFewWon { won } => Some(format!("{} (has {})", it.name, number(won))),
        _ => None,
    });
    let few: Vec<_> = few.collect();
    if !few.is_empty() {
        let (few, needed) = (few.join(", "), Mirror::WON_LEAST);
        say(
            screen,
            &format!("Not compared, which needs {needed} leads won of whom it is known: {few}."),
        )?;
    }
    for dimension in &answer.dimensions {
        if let Some(text) = reservation(dimension) {
            say(screen, &text)?;
        }
    }
    let assumed = answer.dimensions.iter().filter_map(|it| {
        let mirror = &it.mirror;
        let told = mirror.is_sound() && mirror.certainty() != Certainty::Exact;
        told.then(|| format!("{} ({})", it.name, number(mirror.assumed.count())))
    });
    let assumed: Vec<_> = assumed.collect();
    if !assumed.is_empty() {
        let assumed = assumed.join(", ");
        say(
            screen,
            &format!(
                "Assumed, since it is not known since when it is so or they were sent before the \
                 first charter (of so many leads): {assumed}."
            ),
        )?;
    }
    let many = left_out(answer, |values| values > 0);
    if !many.is_empty() {
        let most = MirrorDimension::VALUES_MOST;
        say(screen, &format!("Left out, with more than {most} values each: {many}; --by asks."))?;
    }
    let none = left_out(answer, |values| values == 0);
    if !none.is_empty() {
        say(screen, &format!("Known of no lead when it was sent: {none}."))?;
    }
    Ok(())
}

/// Whether those won are like those sent, for all that can be told.
pub(super) fn is_alike(dimension: &MirrorDimension) -> bool {
    dimension.mirror.is_sound() && dimension.mirror.strongest().is_none()
        || dimension.mirror.comparison == Comparison::OneValue
}

fn left_out(answer: &MirrorAnswer, which: fn(usize) -> bool) -> String {
    let names: Vec<_> = answer.left_out.iter().filter(|it| which(it.values)).collect();
    let more = names.len().saturating_sub(NAMED);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    let named: Vec<_> = names.iter().take(NAMED).map(|it| it.name.as_str()).collect();
    format!("{}{more}", named.join(", "))
}

/// Why a trait is not compared.
fn reservation(dimension: &MirrorDimension) -> Option<String> {
    let name = &dimension.name;
    let mirror = &dimension.mirror;
    Some(match mirror.comparison {
        Comparison::KnownUnevenly { sent, won } => format!(
            "{name} is not compared: it is known of {} of leads sent and of {} of leads won, so \
             it was probably written down when they were won.",
            percent(sent),
            percent(won),
        ),
        Comparison::TellsOutcome { auc_milli } => format!(
            "{name} is not compared: it has no date and tells who was won (area under the curve \
             {:.2}), so it was probably written down when that was known.",
            f64::from(auc_milli) / 1_000.0,
        ),
        Comparison::TooFewWon { .. } | Comparison::OneValue | Comparison::Sound => return None,
    })
}
