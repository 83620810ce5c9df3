//! A lead's "why" for programs.

use super::Why;
use crate::commands::leads;
use crate::ledger::as_of_json;
use app::tell::fact_in_words;
use app::{AutomaticLine, DecisionLine, StoryLine};
use charter::{Charter, clause_in_words};
use lifecycle::Cause;
use serde_json::{Value, json};

impl Why<'_> {
    pub(super) fn document(&self) -> anyhow::Result<Value> {
        let charter = self.charter()?;
        let page = &self.page;
        let row = page.row.as_ref().map(|row| {
            let mut lead = leads::as_json(&self.named, row);
            leads::add_belonging(&mut lead, &self.belonging);
            lead
        });
        let facts: Vec<_> = page.story.iter().map(|line| fact(charter, line)).collect();
        let mut decisions = Vec::new();
        for line in &page.decisions {
            decisions.push(self.decision(line)?);
        }
        let mut corrections = Vec::new();
        for change in page.history.iter().filter(|change| change.change != "made") {
            let before = change.before.as_ref().map(|line| self.decision(line)).transpose()?;
            corrections.push(json!({
                "change": change.change,
                "recorded_at": change.recorded_at.to_string(),
                "decision": self.decision(&change.decision)?,
                "before": before,
            }));
        }
        let traits = page.traits.iter().map(|known| {
            json!({ "name": known.name, "value": known.said.as_json(),
                    "since": known.since.to_string(),
                    "precision": known.precision.word() })
        });
        let promises = self.clocks.iter().map(|clock| {
            json!({ "id": self.engine.vocabulary().word(clock.promise),
                    "started_at": clock.started.at.to_string(), "due": clock.due.to_string(),
                    "ended_at": clock.ended.map(|end| end.at.to_string()),
                    "outcome": clock.outcome.word() })
        });
        Ok(json!({
            "as_of": as_of_json(&self.engine.as_of(self.now)?),
            "lead": self.named.as_json(),
            "state": row,
            "scores": self.scores_json(charter),
            "traits": traits.collect::<Vec<_>>(),
            "promises": promises.collect::<Vec<_>>(),
            "facts": facts,
            "automatic": self.automatic_json(),
            "routed": self.routed_json(),
            "decisions": decisions,
            "corrections": corrections,
        }))
    }

    fn automatic_json(&self) -> Vec<Value> {
        let line = |line: &AutomaticLine| {
            json!({ "name": line.name, "by": line.by, "times": line.times,
                    "last_at": line.last_at.to_string() })
        };
        self.page.automatic.iter().map(line).collect()
    }

    fn scores_json(&self, charter: &Charter) -> Value {
        let fit = self.scores.fit.iter().map(|line| {
            json!({ "clause": line.clause, "says": clause_in_words(charter, &line.clause),
                    "points": line.points, "holds": line.holds })
        });
        let engagement = self.scores.engagement.iter().map(|line| {
            json!({ "clause": line.clause, "says": clause_in_words(charter, &line.clause),
                    "points": line.points, "times": line.times, "over_cap": line.over_cap,
                    "last_at": line.last.to_string() })
        });
        let (fit, engagement) = (fit.collect::<Vec<_>>(), engagement.collect::<Vec<_>>());
        json!({ "fit": fit, "engagement": engagement })
    }

    fn decision(&self, line: &DecisionLine) -> anyhow::Result<Value> {
        let reign = self.engine.reign()?;
        let says = reign
            .program(line.terms)
            .and_then(|program| clause_in_words(&program.charter, &line.clause));
        let (cause, fact) = match line.cause {
            Cause::Fact(key) => ("fact", Some(key)),
            Cause::Time(key) => ("time", key),
            Cause::Version => ("version", None),
            Cause::Adoption => ("adoption", None),
        };
        Ok(json!({
            "at": line.at.to_string(),
            "precision": line.precision.word(),
            "what": line.what.word(),
            "target": line.target,
            "clause": line.clause,
            "says": says,
            "pass": line.pass,
            "due": line.due.map(|due| due.to_string()),
            "cause": { "kind": cause, "fact": fact.map(|key| key.to_string()) },
            "version": line.version.0,
            "terms": line.terms.0,
            "certainty": if line.at < reign.adopted_at() { "assumed" } else { "exact" },
        }))
    }
}

fn fact(charter: &Charter, line: &StoryLine) -> Value {
    json!({
        "key": line.key.to_string(),
        "at": line.at.to_string(),
        "precision": line.precision.word(),
        "kind": line.kind.word(),
        "name": line.name,
        "value": line.said.as_json(),
        "actor": (!line.actor.is_empty()).then_some(&line.actor),
        "by_a_person": line.is_human,
        "says": fact_in_words(charter, line),
    })
}
