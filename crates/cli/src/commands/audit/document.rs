//! The audit for programs: one document, from which a report can be made.
//!
//! Leads are named as their source names them, unless that says who they are; no name, mail
//! address or phone number of a person is in it.

use super::Told;
use crate::commands::map::{file_json, guesses_json, notes_json, questions_json};
use app::FilesAudit;
use app::tell::audit::{Part, counted, limit_in_words, notes, noun, parts, sentence};
use insight::{Finding, Leads, Share, Summary};
use serde_json::{Value, json};

/// The most leads that a finding lists.
const LEADS_MAX: usize = 10_000;

pub(super) fn document(told: &Told<'_>) -> Value {
    let Told { audit, suggestion, exports } = told;
    let FilesAudit { answer, import, .. } = audit;
    let findings = &answer.findings;
    let listed = findings.findings.iter().enumerate();
    json!({
        "unit": format!("{}s", noun(findings.audited)),
        "n": findings.cases,
        "period": findings.period.map(|(first, last)| json!({
            "from": first.to_string(), "to": last.to_string(), "arrivals": findings.arrivals,
        })),
        "until": answer.until.to_string(),
        "timezone": answer.charter.timezone,
        "findings": listed.map(|(place, it)| finding(audit, place + 1, it)).collect::<Vec<_>>(),
        "cannot_say": findings.limits.iter().map(|limit| {
            let (text, needs) = limit_in_words(*limit);
            json!({ "id": limit.word(), "text": text, "needs": needs })
        }).collect::<Vec<_>>(),
        "odd": super::closing::odd(told),
        "notes": suggestion.map_or_else(Vec::new, |it| notes_json(&it.notes)),
        "guesses": suggestion.map_or_else(Vec::new, |it| guesses_json(&it.guesses)),
        "questions": suggestion.map_or_else(Vec::new, |it| questions_json(&it.questions)),
        "files": suggestion.map_or_else(Vec::new, |it| it.files.iter().map(file_json).collect()),
        "unread": exports.unread.iter()
            .map(|(file, why)| json!({ "file": file, "why": why })).collect::<Vec<_>>(),
        "rows": {
            "read": import.counts().rows_read,
            "rejected": import.counts().rows_rejected,
        },
        "deals_without_lead": answer.deals_alone,
    })
}

fn finding(audit: &FilesAudit, rank: usize, finding: &Finding) -> Value {
    let answer = &audit.answer;
    let leads = finding.leads();
    let (n, of) = counted(answer, finding);
    json!({
        "id": finding.id(),
        "rank": rank,
        "sentence": sentence(answer, finding),
        "notes": notes(answer, finding),
        "n": n,
        "of": of,
        "figures": figures(finding),
        "parts": parts(answer, finding).iter().map(part).collect::<Vec<_>>(),
        "certainty": finding.certainty().word(),
        "leads": named(audit, &leads),
    })
}

/// Figures of a finding that are no counts, each with its unit in its name.
fn figures(finding: &Finding) -> Value {
    match finding {
        Finding::Waits(it) => json!({
            "days": summary(&it.days),
            "hours": it.hours.as_ref().map(summary),
            "never_worked": it.never.count(),
            "worked_before": it.before.count(),
        }),
        Finding::Outcome { outcome, .. } => json!({
            "won_days": outcome.won_days.as_ref().map(summary),
            "lost_days": outcome.lost_days.as_ref().map(summary),
            "won": outcome.won.count(),
            "lost": outcome.has_lost.then(|| outcome.lost.count()),
            "won_amount": outcome.won_amount,
            "ended_before_beginning": outcome.contradicted.count(),
        }),
        Finding::Overstayed(it) => json!({ "days": it.days, "won": it.won }),
        Finding::Refusals(it) => json!({ "without_reason": it.without_reason }),
        Finding::BoughtLater(it) => json!({ "later_by_dates": it.dated.count() }),
        Finding::Mirror(all) => {
            let strongest = all.first().and_then(|it| it.mirror.strongest());
            let apart = strongest.and_then(|row| row.won_less_sent);
            json!({ "difference": apart.map(|apart| json!({
                "value": apart.value, "low": apart.interval.low, "high": apart.interval.high,
            })) })
        }
        _ => json!({}),
    }
}

fn part(part: &Part) -> Value {
    let Share { part: n, whole } = part.share;
    json!({
        "list": part.list,
        "label": part.label,
        "n": n,
        "of": whole,
        "share": part.share.value(),
        "low": part.interval.map(|interval| interval.low),
        "high": part.interval.map(|interval| interval.high),
        "small_sample": part.is_small(),
        "note": part.note,
    })
}

fn summary(summary: &Summary) -> Value {
    let Summary { n, median, mean, p75, p90, max } = *summary;
    json!({ "n": n, "median": median, "mean": mean, "p75": p75, "p90": p90, "max": max })
}

/// Leads as their source names them; those that only a mail address names are left out.
fn named(audit: &FilesAudit, leads: &Leads) -> Vec<String> {
    let names = leads.ids().iter().take(LEADS_MAX);
    names.filter_map(|lead| audit.names.get(lead).cloned()).collect()
}
