//! Cohorts for programs.

use crate::ledger::as_of_json;
use app::{CohortQuestion, CohortRow, CohortsAnswer};
use serde_json::{Value, json};

pub(super) fn document(answer: &CohortsAnswer, question: &CohortQuestion) -> Value {
    json!({
        "as_of": as_of_json(&answer.as_of),
        "as_known": question.as_known.map(|then| then.to_string()),
        "unit": "leads",
        "stage": answer.stage.0,
        "every": answer.every.word(),
        "ages_days": answer.ages,
        "where": question.only.as_ref().map(|(by, value)| json!({ "by": by, "value": value })),
        "whole": row(&answer.whole),
        "cohorts": answer.cohorts.iter().map(row).collect::<Vec<_>>(),
    })
}

fn row(row: &CohortRow) -> Value {
    let cells = row.cells.iter().map(|cell| {
        json!({
            "age_days": cell.age_days,
            "share": cell.share,
            "low": cell.interval.map(|it| it.low),
            "high": cell.interval.map(|it| it.high),
            "is_counted": cell.is_counted(),
            "certainty": cell.certainty().word(),
            "reached": cell.reached.count(),
            "ended": cell.ended.count(),
            "waiting": cell.waiting.count(),
            "younger": cell.younger.count(),
            "assumed": cell.assumed.count(),
        })
    });
    json!({
        "began": row.began.map(|began| began.to_string()),
        "leads": row.leads.count(),
        "cells": cells.collect::<Vec<_>>(),
    })
}
