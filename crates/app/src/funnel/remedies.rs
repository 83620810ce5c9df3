//! What could be changed in the charter about what sales refuses: each a whole charter's text, ready
//! for a backtest and a proposal.

use super::feedback::{FeedbackAnswer, FeedbackQuestion, find_trait};
use super::standpoint::Standpoint;
use crate::error::AppError;
use charter::{Charter, Edit, EditError, KeyPath, Written, edit};
use facts::{Instant, Kind, SubjectId, Symbol};
use insight::{Judged, Verdict};
use std::collections::BTreeMap;

/// A change to the charter that a finding of feedback speaks for. What it would do, a backtest says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Remedy {
    /// What speaks for it.
    pub finding: RemedyFinding,
    /// The clause that is changed, as its path in the charter.
    pub clause: String,
    /// What it says now.
    pub now: String,
    /// What it would say.
    pub proposed: String,
    /// The whole charter with that change, which is sound.
    pub charter: String,
    /// The leads that speak for it.
    pub leads: Vec<SubjectId>,
    /// Of the leads that it would keep back, so many were won: the price of it.
    pub won: usize,
}

/// What speaks for a change.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RemedyFinding {
    /// Leads of this value are refused more often than all, for certain: they are not handed over.
    RefusedMost {
        /// The trait.
        by: String,
        /// Its value.
        value: String,
        /// How many verdicts there were.
        verdicts: usize,
    },
    /// This made leads qualified that sales refused for good and nobody wanted: it counts half.
    MistakenBy {
        /// The name of the fact.
        fact: String,
    },
    /// Leads that were rejected for this reason bought later: they come back instead.
    BoughtLater {
        /// The reason.
        reason: String,
        /// After how many days: half of them had not bought yet.
        days: u32,
    },
}

impl RemedyFinding {
    /// Its word, as in JSON.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::RefusedMost { .. } => "refused_most",
            Self::MistakenBy { .. } => "mistaken_by",
            Self::BoughtLater { .. } => "bought_later",
        }
    }
}

impl Remedy {
    /// So many leads must speak for a change.
    pub const LEADS_LEAST: usize = 5;
    /// No more of one kind are proposed, those with most leads first.
    pub const OF_A_KIND_MOST: usize = 3;
    /// A lead comes back after so many days at the earliest and at the latest.
    const DAYS: (u32, u32) = (14, 365);
}

/// By what leads are kept back, where verdicts are counted by campaign: no rule can read that.
const SOURCE: &str = "lead.source";

impl Standpoint<'_> {
    /// What could be changed, by what was found.
    pub(super) fn remedies(
        &self,
        question: &FeedbackQuestion,
        answer: &FeedbackAnswer,
        judged: &[Judged],
    ) -> Result<Vec<Remedy>, AppError> {
        let (number, program) = self.reign()?.at(self.now);
        let signed = self.engine.versions().find(|signed| signed.number == number);
        let Some(signed) = signed else { return Ok(Vec::new()) };
        let (text, charter) = (signed.text.as_str(), &program.charter);
        let mut remedies = Vec::new();
        if answer.by.contains('.') {
            remedies.extend(kept_back(text, charter, answer, judged));
        } else if find_trait(self.engine, SOURCE).is_ok() {
            let question = FeedbackQuestion { by: Some(SOURCE.to_owned()), ..question.clone() };
            let (by_source, judged) = self.heard(&question)?;
            remedies.extend(kept_back(text, charter, &by_source, &judged));
        }
        remedies.extend(self.counting_half(text, charter, answer));
        remedies.extend(coming_back(text, charter, answer));
        Ok(remedies)
    }

    /// Fewer points for what made leads qualified that nobody wanted.
    fn counting_half(&self, text: &str, charter: &Charter, answer: &FeedbackAnswer) -> Vec<Remedy> {
        let words = self.engine.vocabulary();
        let mut found = Vec::new();
        for (cause, leads) in &answer.feedback.mistaken_by {
            let fact = answer.cause(*cause);
            let kinds = [Kind::Touch, Kind::Activity].into_iter();
            let is_fact = kinds.filter_map(|kind| words.find_code(kind, fact)).next().is_some();
            let mut clauses = charter.engagement.points.iter();
            let clause = clauses.find(|clause| clause.selector.matches(fact));
            let Some(clause) = clause.filter(|it| is_fact && it.points >= 2.0) else { continue };
            if leads.len() < Remedy::LEADS_LEAST {
                continue;
            }
            let half = (clause.points / 2.0).floor();
            let selector = clause.selector.to_string();
            let path = KeyPath::of(["engagement", "points", &selector]);
            let inner = KeyPath::of(["engagement", "points", &selector, "points"]);
            let at = if clause.cap.is_some() { inner } else { path };
            let value = Written::Whole(half as i64);
            found.extend(sound(text, &[Edit::Set { at, value }]).map(|charter| Remedy {
                finding: RemedyFinding::MistakenBy { fact: fact.to_owned() },
                clause: format!("engagement.points.\"{selector}\""),
                now: clause.points.to_string(),
                proposed: half.to_string(),
                charter,
                leads: leads.clone(),
                won: 0,
            }));
        }
        found.truncate(Remedy::OF_A_KIND_MOST);
        found
    }
}

/// Not handing over the leads of the value that is refused most.
fn kept_back(
    text: &str,
    charter: &Charter,
    answer: &FeedbackAnswer,
    judged: &[Judged],
) -> Option<Remedy> {
    let row = answer.feedback.worst()?;
    let refusals = row.refusals();
    if refusals.len() < Remedy::LEADS_LEAST {
        return None;
    }
    let (by, value) = (&answer.by, answer.value(row.value));
    let stage = &charter.stages[stages_of(charter)?];
    let quoted = value.replace('\\', "\\\\").replace('\'', "\\'");
    // Of whom it is not known, nothing changes.
    let rule = format!("({}) && (!known('{by}') || {by} != '{quoted}')", stage.text);
    let at = KeyPath::of(["stage", &stage.id, "enter"]);
    let changed = sound(text, &[Edit::Set { at, value: Written::Text(rule.clone()) }])?;
    let won = judged.iter().filter(|it| it.value == row.value && it.won_at.is_some());
    let won: std::collections::BTreeSet<_> = won.map(|it| it.lead).collect();
    let verdicts = row.refused.whole;
    Some(Remedy {
        finding: RemedyFinding::RefusedMost { by: by.clone(), value: value.to_owned(), verdicts },
        clause: format!("stage.{}.enter", stage.id),
        now: stage.text.clone(),
        proposed: rule,
        charter: changed,
        leads: refusals,
        won: won.len(),
    })
}

/// Having leads come back that were rejected for a reason and bought later.
fn coming_back(text: &str, charter: &Charter, answer: &FeedbackAnswer) -> Vec<Remedy> {
    let mut by_reason: BTreeMap<Symbol, Vec<&Judged>> = BTreeMap::new();
    let rejected = answer.feedback.bought_later.iter();
    for judged in rejected.filter(|judged| judged.verdict == Verdict::Rejected) {
        by_reason.entry(judged.reason).or_default().push(judged);
    }
    let mut found = Vec::new();
    for (reason, bought) in by_reason {
        let reason = answer.reason(reason);
        let may = |verdict: Verdict| {
            let mut verdicts = charter.verdicts.iter();
            let terms = verdicts.find(|terms| terms.verdict.word() == verdict.word());
            terms.is_some_and(|terms| terms.reasons.iter().any(|(known, _)| known == reason))
        };
        let is_other = may(Verdict::Rejected) && !may(Verdict::Recycled);
        if bought.len() < Remedy::LEADS_LEAST || !is_other {
            continue;
        }
        let days = |judged: &&Judged| {
            let won = judged.won_at.unwrap_or(judged.moment.at);
            won.micros_since(judged.moment.at) as f64 / Instant::PER_DAY as f64
        };
        let mut waits: Vec<f64> = bought.iter().map(days).collect();
        waits.sort_unstable_by(f64::total_cmp);
        let (least, most) = Remedy::DAYS;
        let days = (insight::quantile(&waits, 0.5).unwrap_or(0.0) as u32).clamp(least, most);
        let back = Written::Text(format!("{days}d"));
        let edits = [
            Edit::Remove { at: KeyPath::of(["verdict", "rejected", "reasons", reason]) },
            Edit::Set { at: KeyPath::of(["verdict", "recycled", "reasons", reason]), value: back },
        ];
        found.extend(sound(text, &edits).map(|charter| Remedy {
            finding: RemedyFinding::BoughtLater { reason: reason.to_owned(), days },
            clause: "verdict.rejected.reasons".to_owned(),
            now: format!("rejected for {reason}"),
            proposed: format!("recycled for {reason}, back after {days}d"),
            charter,
            leads: bought.iter().map(|judged| judged.lead).collect(),
            won: bought.len(),
        }));
    }
    found.sort_by_key(|remedy| std::cmp::Reverse(remedy.leads.len()));
    found.truncate(Remedy::OF_A_KIND_MOST);
    found
}

/// The stage at which leads are handed over, where it has a rule.
fn stages_of(charter: &Charter) -> Option<usize> {
    let at = charter.handoffs.iter().map(|handoff| handoff.at).min()?;
    charter.stages.get(at).filter(|stage| stage.enter.is_some()).map(|_| at)
}

/// The text with these changes; `None` where they cannot be made, change nothing, or leave a charter
/// that is not sound.
fn sound(text: &str, edits: &[Edit]) -> Option<String> {
    let all = |text: String, change: &Edit| {
        edit(&text, change).map(|edited| edited.text).map_err(|_: EditError| ())
    };
    let changed = edits.iter().try_fold(text.to_owned(), all).ok()?;
    (changed != text && charter::read(&changed).is_ok()).then_some(changed)
}
