//! What the data cannot say, in words, with what would be needed.

use insight::Limit;

/// What cannot be said, and what would be needed to say it.
#[must_use]
pub fn in_words(limit: Limit) -> (String, &'static str) {
    let (text, needs) = match limit {
        Limit::NoLeads => (
            "Who the deals are with: no column names a lead, so each deal stands for itself.",
            "a file of leads, and a column in the deals that names them",
        ),
        Limit::NoBeginnings => (
            "When leads came, so neither how long anything took nor whether it changes over time.",
            "a column with the date on which each lead came (--created COLUMN)",
        ),
        Limit::NoWork => (
            "What sales did: who was never touched, and how long the others waited.",
            "an export of calls, mails and meetings with the lead and the time of each",
        ),
        Limit::OnlyLastWork => (
            "How long leads waited: only the day of the last activity is known.",
            "an export of activities with the lead and the time of each",
        ),
        Limit::DaysOnly => (
            "Anything finer than days: a lead that was called the same day may have waited an hour or nine.",
            "times with hours and minutes",
        ),
        Limit::NoRefusals => (
            "Whom sales refused, and why.",
            "a status or a verdict for each lead, with its reason and date",
        ),
        Limit::RefusalsUndated => {
            ("When leads were refused, so not what came after.", "the date of each refusal")
        }
        Limit::NoReasons => ("Why leads were refused.", "a reason for each refusal"),
        Limit::NoOutcome => {
            ("Who bought.", "a column that says it (--won COLUMN), or an export of deals")
        }
        Limit::OutcomeUndated => (
            "When those who bought did, so not how long it took.",
            "the date on which each was won",
        ),
        Limit::NoLost => (
            "Who was lost: those who did not buy may still be open.",
            "the end of each lead that did not buy",
        ),
        Limit::NoDimensions => (
            "By what those who buy differ: nothing tells leads apart.",
            "the source, or what is known of the company",
        ),
        Limit::Snapshot => (
            "Since when what is known of leads was so: it is taken from the day of the export.",
            "an export of changes, or another export later",
        ),
        Limit::Few { cases } => {
            return (
                format!("Small differences: {cases} are few, and only large ones would show."),
                "more of them",
            );
        }
    };
    (text.to_owned(), needs)
}
