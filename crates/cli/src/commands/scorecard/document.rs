//! A learned scorecard for programs.

use crate::ledger::as_of_json;
use app::tell::{clauses_in_words, leak_in_words, line_in_words, scorecard_in_words};
use app::{Card, ScorecardAnswer};
use insight::{AucEstimate, Leak, RefusedColumn};
use serde_json::{Value, json};

pub(super) fn document(answer: &ScorecardAnswer) -> Value {
    json!({
        "as_of": as_of_json(&answer.as_of),
        "sentence": scorecard_in_words(answer),
        "unit": "leads",
        "outcome": answer.outcome.word(),
        "certainty": answer.certainty().word(),
        "kind": "estimated",
        "learned_from": "leads that were worked only",
        "sent": answer.sent.count(),
        "worked": answer.worked.count(),
        "unworked": answer.unworked.count(),
        "undecided": answer.undecided.count(),
        "is_work_assumed": answer.is_work_assumed,
        "patience_days": answer.patience_days,
        "refusal": answer.card.as_ref().err().map(ToString::to_string),
        "card": answer.card.as_ref().ok().map(card),
    })
}

fn card(card: &Card) -> Value {
    let table = &card.table;
    let lines = table.lines.iter().map(|line| {
        json!({
            "name": line.name, "reading": line_in_words(line), "rule": line.rule(),
            "points": line.points, "leads": line.leads, "with_outcome": line.with_outcome,
        })
    });
    let rows = table.calibration.iter().map(|row| {
        json!({
            "low": row.low, "high": row.high, "leads": row.observed.whole,
            "with_outcome": row.observed.part, "expected": row.expected,
            "observed": row.observed.value(),
            "observed_low": row.interval.map(|it| it.low),
            "observed_high": row.interval.map(|it| it.high),
        })
    });
    json!({
        "lines": lines.collect::<Vec<_>>(),
        "learned_from": table.learned_from.count(),
        "learned_with": table.learned_with.count(),
        "held_out": table.held_out.count(),
        "held_out_with": table.held_out_with.count(),
        "held_out_from": table.held_out_from.map(|at| at.to_string()),
        "is_small": table.is_small(),
        "auc": auc(&table.auc),
        "auc_present": table.auc_present.as_ref().map(auc),
        "auc_less_present": table.auc_less_present.map(|it| json!({
            "value": it.value, "low": it.interval.low, "high": it.interval.high,
        })),
        "calibration": rows.collect::<Vec<_>>(),
        "refused": table.refused.iter().map(refused).collect::<Vec<_>>(),
        "trusted": table.trusted.iter().map(refused).collect::<Vec<_>>(),
        "silent": table.silent,
        "clauses": card.clauses.clauses,
        "factor": card.clauses.scale.factor,
        "everybody": card.clauses.scale.everybody,
        "charter": card.clauses.charter.as_ref().ok(),
        "is_sound": card.clauses.charter.is_ok() && card.clauses.problems.is_none(),
        "clauses_reading": clauses_in_words(card),
    })
}

fn auc(auc: &AucEstimate) -> Value {
    json!({ "value": auc.value, "low": auc.interval.low, "high": auc.interval.high })
}

fn refused(refused: &RefusedColumn) -> Value {
    let evidence = refused.evidence.iter().map(|leak| {
        let kind = match leak {
            Leak::LearnedAfter { .. } => "learned_after",
            Leak::KnownUnevenly { .. } => "known_unevenly",
            Leak::TellsOutcome { .. } => "tells_outcome",
            Leak::NamedLater => "named_later",
        };
        json!({ "kind": kind, "reading": leak_in_words(leak) })
    });
    json!({ "name": refused.name, "evidence": evidence.collect::<Vec<_>>() })
}
