//! Feedback for programs.

use crate::ledger::as_of_json;
use app::FeedbackAnswer;
use app::tell::{feedback_in_words, mistakes_in_words, remedy_in_words};
use facts::Instant;
use insight::{FeedbackRow, Judged, Verdict};
use serde_json::{Value, json};

pub(super) fn document(answer: &FeedbackAnswer, then: Option<Instant>) -> Value {
    let feedback = &answer.feedback;
    let named = feedback.mistaken_by.iter();
    let mistaken_by =
        named.map(|(cause, leads)| json!({ "by": answer.cause(*cause), "leads": leads.len() }));
    json!({
        "as_of": as_of_json(&answer.as_of),
        "as_known": then.map(|then| then.to_string()),
        "sentence": feedback_in_words(answer),
        "mistakes": mistakes_in_words(answer),
        "unit": "verdicts",
        "by": answer.by,
        "certainty": answer.certainty().word(),
        "waiting": answer.waiting.count(),
        "whole": row(answer, &feedback.whole),
        "values": feedback.rows.iter().map(|it| row(answer, it)).collect::<Vec<_>>(),
        "bought_later": judged(answer, &feedback.bought_later),
        "mistaken": judged(answer, &feedback.mistaken),
        "mistaken_by": mistaken_by.collect::<Vec<_>>(),
        "remedies": answer.remedies.iter().map(|remedy| json!({
            "sentence": remedy_in_words(remedy),
            "finding": remedy.finding.word(),
            "clause": remedy.clause,
            "now": remedy.now,
            "proposed": remedy.proposed,
            "leads": remedy.leads.len(),
            "won": remedy.won,
            "charter": remedy.charter,
        })).collect::<Vec<_>>(),
    })
}

fn row(answer: &FeedbackAnswer, row: &FeedbackRow) -> Value {
    let count = |verdict| row.leads(verdict).len();
    let reasons = row.reasons.iter();
    let reasons = reasons
        .map(|(reason, leads)| json!({ "reason": answer.reason(*reason), "count": leads.len() }));
    json!({
        "value": answer.value(row.value),
        "small": row.is_small(),
        "verdicts": row.refused.whole,
        "refused": row.refused.part,
        "accepted": count(Verdict::Accepted),
        "rejected": count(Verdict::Rejected),
        "recycled": count(Verdict::Recycled),
        "disqualified": count(Verdict::Disqualified),
        "share_refused": row.refused.value(),
        "share_refused_low": row.interval.map(|it| it.low),
        "share_refused_high": row.interval.map(|it| it.high),
        "less_all": row.less_all.map(|it| json!({
            "value": it.value, "low": it.interval.low, "high": it.interval.high,
        })),
        "reasons": reasons.collect::<Vec<_>>(),
    })
}

fn judged(answer: &FeedbackAnswer, judged: &[Judged]) -> Vec<Value> {
    let of = |it: &Judged| {
        json!({
            "lead": it.lead.to_string(),
            "value": answer.value(it.value),
            "verdict": it.verdict.word(),
            "reason": answer.reason(it.reason),
            "qualified_by": answer.cause(it.qualified_by),
            "said_at": it.moment.at.to_string(),
            "won_at": it.won_at.map(|at| at.to_string()),
        })
    };
    judged.iter().map(of).collect()
}
