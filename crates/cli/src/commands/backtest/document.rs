//! A backtest for programs.

use crate::ledger::as_of_json;
use app::BacktestAnswer;
use app::tell::backtest_in_words;
use facts::Instant;
use lifecycle::{Compared, Count, Listed, Runs, Turn, WeekLoad, What};
use serde_json::{Map, Value, json};

pub(super) fn document(
    answer: &BacktestAnswer,
    (from, to): (Option<Instant>, Option<Instant>),
) -> Value {
    let found = &answer.found;
    let id = |stage: u16| found.stages[usize::from(stage)].stage.id.as_str();
    let stages: Vec<_> = found
        .stages
        .iter()
        .map(|figures| {
            json!({
                "id": figures.stage.id,
                "name": figures.stage.name,
                "in_force": figures.stage.is_in[0],
                "proposed": figures.stage.is_in[1],
                "entries": compared(figures.entries, count),
                "leads": compared(figures.leads, count),
                "flips": turns(&figures.flips),
            })
        })
        .collect();
    let promises: Vec<_> = found
        .promises
        .iter()
        .map(|one| {
            json!({
                "id": one.promise.id,
                "by": one.promise.by.word(),
                "before": runs(&one.before),
                "after": runs(&one.after),
            })
        })
        .collect();
    let queues: Vec<_> = found
        .queues
        .iter()
        .map(|one| json!({ "queue": one.queue.to, "handoffs": loads(&one.load) }))
        .collect();
    let sides: Vec<_> = found
        .sides
        .iter()
        .map(|one| json!({ "side": one.side.word(), "promises": loads(&one.load) }))
        .collect();
    let flips = list(&found.flips, |flip| {
        json!({
            "lead": flip.lead.to_string(),
            "stage": id(flip.stage),
            "turn": flip.turn().map(Turn::word),
            "before": time(flip.before),
            "after": time(flip.after),
            "certainty": flip.sure.word(),
        })
    });
    let changed = list(&found.wins.changed, |win| {
        json!({
            "lead": win.lead.to_string(),
            "won": win.at.to_string(),
            "turn": Turn::of(win.before, win.after).map(Turn::word),
            "before": time(win.before),
            "after": time(win.after),
            "certainty": win.sure.word(),
        })
    });
    let first_day = found.first_day.as_ref().map(|day| {
        let ways = day.ways.iter();
        let ways: Vec<_> = ways
            .map(|way| json!({ "from": id(way.from), "to": id(way.to), "leads": way.leads }))
            .collect();
        let handoffs: Map<_, _> = found
            .queues
            .iter()
            .zip(&day.handoffs)
            .map(|(one, wanted)| (one.queue.to.clone(), json!(wanted)))
            .collect();
        json!({
            "at": day.at.to_string(),
            "ways": ways,
            "handoffs_wanted": handoffs,
            "promises_started": day.clocks,
            "moves": list(&day.moves, |moved| json!({
                "lead": moved.lead.to_string(),
                "from": id(moved.from),
                "to": id(moved.to),
                "certainty": moved.sure.word(),
            })),
        })
    });
    json!({
        "verdict": backtest_in_words(found),
        "as_of": as_of_json(&answer.as_of),
        "read_until": answer.until.to_string(),
        "from": time(from),
        "to": time(to),
        "in_force": answer.before.name,
        "proposed": answer.after.name,
        "leads": found.leads,
        "leads_that_differ": found.leads_that_differ,
        "decisions": {
            "before": decisions(&found.decisions.before),
            "after": decisions(&found.decisions.after),
        },
        "stages": stages,
        "flips": flips,
        "wins": {
            "all": count(found.wins.wins),
            "handed_over": compared(found.wins.handed_over, count),
            "turns": turns(&found.wins.turns),
            "changed": changed,
        },
        "promises": promises,
        "weeks": found.weeks.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "queues": queues,
        "sides": sides,
        "routing": super::routing::document(answer),
        "first_day": first_day,
        "cannot_follow": answer.cannot_follow,
        "not_estimated": {
            "handoffs_that_nobody_saw": count(found.unseen_handoffs),
            "wins_without_handoff": count(found.wins.count(Turn::Never)),
            "reason": "nothing recorded says how people would have reacted",
        },
    })
}

fn time(at: Option<Instant>) -> Value {
    json!(at.map(|at| at.to_string()))
}

pub(super) fn count(count: Count) -> Value {
    json!({
        "all": count.all,
        "exact": count.exact(),
        "assumed": count.assumed,
        "estimated": count.estimated,
    })
}

fn compared<T>(both: Compared<T>, write: impl Fn(T) -> Value) -> Value {
    json!({ "before": write(both.before), "after": write(both.after) })
}

fn turns(turns: &[Count; 4]) -> Value {
    let named = Turn::ALL.map(|turn| (turn.word().to_owned(), count(turns[turn as usize])));
    Value::Object(Map::from_iter(named))
}

fn decisions(counts: &[u64; What::ALL.len()]) -> Value {
    let named = What::ALL.map(|what| (what.word().to_owned(), json!(counts[what as usize])));
    Value::Object(Map::from_iter(named))
}

fn list<T>(listed: &Listed<T>, write: impl Fn(&T) -> Value) -> Value {
    json!({
        "count": count(listed.count),
        "is_cut": listed.is_cut(),
        "items": listed.first.iter().map(write).collect::<Vec<_>>(),
    })
}

fn runs(runs: &Runs) -> Value {
    json!({
        "started": count(runs.started),
        "kept": count(runs.kept),
        "broken": count(runs.broken),
        "answered_late": runs.answered_late,
        "cancelled": count(runs.cancelled),
        "unknowable": count(runs.unknowable),
        "running": count(runs.running),
        "nobody_saw": count(runs.unseen),
    })
}

fn loads(load: &Compared<WeekLoad>) -> Value {
    let of = |load: &WeekLoad| {
        json!({
            "total": load.total(),
            "median_week": load.median(),
            "most": load.most(),
            "per_week": load.per_week,
        })
    };
    json!({ "before": of(&load.before), "after": of(&load.after) })
}
