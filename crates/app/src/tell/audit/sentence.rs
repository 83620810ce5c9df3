//! Each finding in one sentence, and what to know of it.

use crate::AuditAnswer;
use crate::tell::{count, days, number, percent};
use insight::{
    Audited, BoughtLater, Caught, FilledIn, FilledInWhy, Finding, Mirror, MirrorDifference,
    Outcome, Overstayed, Refusals, Share, Summary, Untouched, WaitFrom, Waits,
};

/// What is counted, for one of it.
#[must_use]
pub const fn noun(audited: Audited) -> &'static str {
    match audited {
        Audited::Leads => "lead",
        Audited::Deals => "deal",
    }
}

/// One plain sentence.
#[must_use]
pub fn sentence(answer: &AuditAnswer, finding: &Finding) -> String {
    let nouns = format!("{}s", noun(answer.findings.audited));
    match finding {
        Finding::Untouched(it) => untouched(it),
        Finding::Waits(it) => waits(it),
        Finding::Refusals(it) => refusals(answer, it),
        Finding::BoughtLater(it) => bought_later(it),
        Finding::Mirror(all) => mirror(answer, all),
        Finding::Caught(it) => caught(answer, it),
        Finding::Outcome { outcome: it, .. } => outcome(it, &nouns),
        Finding::Overstayed(it) => overstayed(it, &nouns),
        Finding::FilledIn(all) => filled_in(answer, all),
    }
}

fn untouched(it: &Untouched) -> String {
    let (few, all) = (number(it.leads.count()), number(it.of));
    match (it.has_work, it.leads.count()) {
        (true, 1) => {
            format!("1 of {all} leads was never touched: no call, mail, meeting or answer.")
        }
        (true, _) => {
            format!("{few} of {all} leads were never touched: no call, mail, meeting or answer.")
        }
        (false, _) => {
            format!(
                "Nothing is recorded of {few} of {all} leads after they came: no call, no answer, no end."
            )
        }
    }
}

fn waits(it: &Waits) -> String {
    let all = it.waits.len();
    let late = it.over_week.count();
    let first = match late {
        0 => "No lead waited longer than a week for somebody to reach out".to_owned(),
        1 => format!(
            "1 of {} leads waited longer than a week for somebody to reach out",
            number(all)
        ),
        late => format!(
            "{} of {} leads waited longer than a week for somebody to reach out",
            number(late),
            number(all)
        ),
    };
    format!(
        "{first}; half waited {}, nine in ten at most {}.",
        span(it, |of| of.median),
        span(it, |of| of.p90)
    )
}

/// `1.2 hours`, `no day`, `4 days`: in hours where all waits are known to the minute.
fn span(it: &Waits, of: fn(&Summary) -> f64) -> String {
    let whole = it.hours.as_ref().filter(|hours| hours.n == it.waits.len());
    match whole {
        Some(hours) if of(hours) < 48.0 => unit(of(hours), "hour"),
        Some(hours) => unit(of(hours) / 24.0, "day"),
        None if of(&it.days) == 0.0 => "less than a day".to_owned(),
        None => unit(of(&it.days), "day"),
    }
}

fn unit(value: f64, unit: &str) -> String {
    let said = days(value);
    let end = if said == "1" { "" } else { "s" };
    format!("{said} {unit}{end}")
}

fn refusals(answer: &AuditAnswer, it: &Refusals) -> String {
    let share = Share { part: it.leads.count(), whole: it.of };
    let reason = it.reasons.first().map_or_else(String::new, |(reason, leads)| {
        format!(
            ", most often for \u{201c}{}\u{201d} ({})",
            reason_of(answer, *reason),
            number(leads.count())
        )
    });
    format!(
        "{} of {} leads {} not taken further ({}){reason}.",
        number(share.part),
        number(share.whole),
        if share.part == 1 { "was" } else { "were" },
        percent(share)
    )
}

fn bought_later(it: &BoughtLater) -> String {
    match it.leads.count() {
        0 => format!(
            "None of the {} leads that were not taken further bought later, as far as these files go.",
            number(it.of)
        ),
        1 => format!("1 of {} leads that were not taken further bought after all.", number(it.of)),
        some => format!(
            "{} of {} leads that were not taken further bought after all.",
            number(some),
            number(it.of)
        ),
    }
}

fn mirror(answer: &AuditAnswer, all: &[MirrorDifference]) -> String {
    let strongest = all.first().and_then(|it| Some((it, it.mirror.strongest()?)));
    let Some((difference, row)) = strongest else { return String::new() };
    let dimension = &answer.dimensions[difference.dimension];
    let came = match answer.findings.audited {
        Audited::Leads => ("who came", "who bought"),
        Audited::Deals => ("that were opened", "that were won"),
    };
    format!(
        "{}s whose {} is \u{201c}{}\u{201d} are {} of those {} (n = {}) and {} of those {} (n = {}).",
        capital(noun(answer.findings.audited)),
        plain(&dimension.name),
        dimension.label(row.value),
        percent(row.sent),
        came.0,
        number(row.sent.whole),
        percent(row.won),
        came.1,
        number(row.won.whole),
    )
}

fn caught(answer: &AuditAnswer, it: &Caught) -> String {
    let Some(worst) = it.worst() else { return String::new() };
    let broken = worst.broken().count();
    let promise = promise_in_words(answer, &worst.pledge.id);
    if broken == 0 {
        return format!(
            "The default promises would have been kept for all {} leads.",
            number(it.handed_over)
        );
    }
    format!(
        "The default promise \u{201c}{promise}\u{201d} would have been broken for {} of {} leads.",
        number(broken),
        number(it.handed_over)
    )
}

fn outcome(it: &Outcome, nouns: &str) -> String {
    let ended = if it.has_lost { it.won.count() + it.lost.count() } else { it.of };
    let share = Share { part: it.won.count(), whole: ended };
    let of = if it.has_lost { format!("closed {nouns}") } else { nouns.to_owned() };
    let worth = it.won_amount.map_or_else(String::new, |amount| {
        format!(", worth {} together", number(amount.round().max(0.0) as usize))
    });
    let verb = if it.has_lost { "were won" } else { "bought" };
    let took = it.won_days.as_ref().map_or_else(String::new, |won| {
        let lost = it.lost_days.as_ref();
        let lost = lost.map_or_else(String::new, |lost| {
            format!(", of those lost within {}", days(lost.median))
        });
        format!(
            "; half of them within {}, nine in ten within {}{lost} days",
            days(won.median),
            days(won.p90)
        )
    });
    format!(
        "{} of {} {of} {verb} ({}){worth}{took}.",
        number(share.part),
        number(share.whole),
        percent(share)
    )
}

fn overstayed(it: &Overstayed, nouns: &str) -> String {
    format!(
        "{} of {} open {nouns} are older than {} days, by when nine in ten of those won were won.",
        number(it.leads.count()),
        number(it.of),
        days(it.days)
    )
}

fn filled_in(answer: &AuditAnswer, all: &[FilledIn]) -> String {
    const NAMED: usize = 4;
    let names: Vec<_> = all
        .iter()
        .take(NAMED)
        .map(|it| format!("\u{201c}{}\u{201d}", plain(&answer.dimensions[it.dimension].name)))
        .collect();
    let more = all.len().saturating_sub(NAMED);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    let (columns, were, them) = match all.len() {
        1 => ("column", "was", "it"),
        _ => ("columns", "were", "them"),
    };
    format!(
        "{} {columns} {were} probably filled in after the end was known: {}{more}; a score that uses {them} \
         would cheat.",
        number(all.len()),
        names.join(", ")
    )
}

/// What to know of a finding: samples, the undated, the unknowable.
#[must_use]
pub fn notes(answer: &AuditAnswer, finding: &Finding) -> Vec<String> {
    let mut notes = Vec::new();
    match finding {
        Finding::Waits(it) => {
            notes.push(format!("n = {}", number(it.waits.len())));
            notes.push(match it.from {
                WaitFrom::Came => "from when a lead came".to_owned(),
                WaitFrom::Given => "from when it was given to somebody".to_owned(),
            });
            if !it.before.is_empty() {
                notes.push(format!(
                    "{} worked before that, by the dates",
                    number(it.before.count())
                ));
            }
        }
        Finding::Refusals(it) => {
            notes.push(format!("n = {}", number(it.of)));
            if it.without_reason > 0 {
                notes.push(format!("{} without a reason", number(it.without_reason)));
            }
        }
        Finding::Mirror(all) => {
            if let Some(row) = all.first().and_then(|it| it.mirror.strongest())
                && let Some(apart) = row.won_less_sent
            {
                let points = |value: f64| format!("{:+.1}", value * 100.0);
                notes.push(format!(
                    "a difference of {} points, 95 % between {} and {}",
                    points(apart.value),
                    points(apart.interval.low),
                    points(apart.interval.high)
                ));
            }
            if answer.findings.compared > 1 {
                notes.push(format!(
                    "the largest of {} compared, of which one in twenty differs by chance",
                    answer.findings.compared
                ));
            }
            let names: Vec<_> = all
                .iter()
                .skip(1)
                .take(3)
                .map(|it| plain(&answer.dimensions[it.dimension].name))
                .collect();
            if !names.is_empty() {
                notes.push(format!("they differ by {} too", names.join(", ")));
            }
        }
        Finding::Caught(it) => {
            let unknowable: usize = it.promises.iter().map(Caught::unknowable).sum();
            if unknowable > 0 {
                notes.push(format!(
                    "{} cannot be judged, since only days are known",
                    count(unknowable, "time")
                ));
            }
            notes.push("nobody had promised it; a lead counts as handed over when it came or was given to somebody".to_owned());
        }
        Finding::Outcome { outcome, .. } => {
            if !outcome.has_lost {
                notes.push("who was lost is not said".to_owned());
            }
            if !outcome.contradicted.is_empty() {
                let ended = count(outcome.contradicted.count(), noun(answer.findings.audited));
                notes.push(format!("{ended} ended before the beginning, by the dates"));
            }
        }
        Finding::Overstayed(it) => notes.push(format!("by the {} won", number(it.won))),
        Finding::Untouched(it) => notes.push(format!("n = {}", number(it.of))),
        Finding::BoughtLater(it) => notes.push(format!("n = {}", number(it.of))),
        Finding::FilledIn(all) => {
            if let Some(first) = all.first() {
                let base = percent(first.base);
                notes.push(format!("who guesses the same of all is right for {base}"));
            }
            let by_data = all.iter().filter(|it| it.why != FilledInWhy::Header).count();
            notes.push(format!(
                "{by_data} by what they hold, {} by their headers",
                all.len() - by_data
            ));
        }
    }
    let small = answer.findings.cases < Mirror::WON_LEAST;
    if small {
        notes.push("a small sample".to_owned());
    }
    notes
}

/// `first touch within 16 business hours`.
fn promise_in_words(answer: &AuditAnswer, id: &str) -> String {
    let name = promise_name(id);
    let promise = answer.charter.promises.iter().find(|promise| promise.id == id);
    let within = promise.map(|promise| charter::within_in_words(&promise.within));
    within.map_or(name.clone(), |within| format!("{name} within {within}"))
}

/// `first touch`.
#[must_use]
pub fn promise_name(id: &str) -> String {
    let name = id.replace(['-', '_'], " ");
    name.strip_prefix("mql ").unwrap_or(&name).to_owned()
}

/// The words of a reason.
#[must_use]
pub fn reason_of(answer: &AuditAnswer, reason: facts::Symbol) -> &str {
    answer.reasons.get(&reason).map_or("", String::as_str)
}

/// `what is your current occupation` for `lead.what_is_your_current_occupation`.
#[must_use]
pub fn plain(name: &str) -> String {
    let (owner, own) = name.split_once('.').unwrap_or(("lead", name));
    let own = own.replace('_', " ");
    if owner == "account" { format!("company's {own}") } else { own }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
