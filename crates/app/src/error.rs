//! Everything that can go wrong, and what to do about it.

use crate::people::PeopleError;
use charter::{CompileError, Diagnostics};
use facts::{Instant, SubjectId, VocabularyFull};
use lifecycle::ReignError;
use store::StoreError;

/// Everything that can go wrong.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// The ledger's file.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// What is not done for somebody.
    #[error(transparent)]
    People(#[from] PeopleError),
    /// A charter that is not sound; every problem with its place.
    #[error("{0}")]
    Charter(Box<Diagnostics>),
    /// Somebody broke it off.
    #[error("this was broken off before it was done: begin it again")]
    BrokenOff,
    /// A charter that is sound but cannot run on this ledger.
    #[error(transparent)]
    Compile(#[from] CompileError),
    /// A charter that cannot follow the one before.
    #[error(transparent)]
    Reign(#[from] ReignError),
    /// A version that would decide over the past.
    #[error(
        "a version cannot take force at {from}, which is before now ({now}): no version is \
         backdated; choose a later time"
    )]
    Backdated {
        /// When it was to take force.
        from: Instant,
        /// When it was adopted.
        now: Instant,
    },
    /// A version that would take force before one that is not in force yet.
    #[error(
        "version {number} was adopted already and takes force at {force}, which is after {from}: \
         choose a time after that, or adopt this one in its place, which withdraws it"
    )]
    BeforePending {
        /// The number of the version that is not in force yet.
        number: u16,
        /// When that takes force.
        force: Instant,
        /// When the new one was to.
        from: Instant,
    },
    /// Stages are gone, and nothing says where their leads go.
    #[error(
        "the version before has {}, which this one has not, and no `[{section}]` here says where \
         the {} in {} go: {}",
        stages_in_words(.stages),
        if .section.starts_with("account") { "accounts" } else { "leads" },
        if .stages.len() == 1 { "it" } else { "them" },
        moves_in_words(.stages, .to, .section)
    )]
    StagesGone {
        /// The stages that are gone.
        stages: Vec<String>,
        /// A stage that they could go to.
        to: String,
        /// Where the charter says it: `moves_to`, or `account.moves_to`.
        section: &'static str,
    },
    /// What is to be adopted was adopted already.
    #[error(
        "this charter is version {number}, in force from {force} on, to the letter: nothing was \
         changed, and nothing needs to be adopted"
    )]
    SameCharter {
        /// The number of that version.
        number: u16,
        /// From when it decides.
        force: Instant,
    },
    /// An adopted charter that this program does not understand any more.
    #[error(
        "version {number} of the charter was adopted by another Tandem and cannot be read by \
         this one: use the newer Tandem\n{diagnostics}"
    )]
    AdoptedUnreadable {
        /// The version's number.
        number: u16,
        /// What this program has against it.
        diagnostics: Box<Diagnostics>,
    },
    /// Settings that are not sound; every problem with its place.
    #[error("{0}")]
    Settings(Box<Diagnostics>),
    /// Settings that would hold in the past.
    #[error(
        "settings cannot hold from {from} on, which is before now ({now}): others hold since, and \
         what was routed by them stays; choose a later time"
    )]
    SettingsBackdated {
        /// From when they were to hold.
        from: Instant,
        /// When they were applied.
        now: Instant,
    },
    /// Nothing was adopted yet, or not by then.
    #[error("no charter had been adopted by then: adopt one first, or ask for a later time")]
    NoCharter,
    /// A lead that is not there.
    #[error("no lead has the id or identifier `{0}`")]
    UnknownLead(String),
    /// An account that is not there.
    #[error("no account has the id, identifier or name `{0}`")]
    UnknownAccount(String),
    /// A name that several accounts have.
    #[error("`{name}` names {count} accounts: say which by its id")]
    AmbiguousAccount {
        /// What was asked for.
        name: String,
        /// How many have it.
        count: usize,
    },
    /// The charter in force says nothing of accounts.
    #[error(
        "the charter in force says nothing of accounts: add `[account]` with its stages and \
         promises, and adopt it"
    )]
    NoAccountTerms,
    /// An identifier that several leads have.
    #[error("`{name}` names {count} leads: say which, as `namespace:identifier` or by its id")]
    AmbiguousLead {
        /// What was asked for.
        name: String,
        /// How many have it.
        count: usize,
    },
    /// Two people who are one already.
    #[error("{one} and {other} are one already: both stand under {survivor}")]
    AlreadyMerged {
        /// One of them.
        one: SubjectId,
        /// The other.
        other: SubjectId,
        /// Under whose id both stand.
        survivor: SubjectId,
    },
    /// Somebody who was never merged into another, or is not any more.
    #[error("{person} is merged into nobody{}", merged_here_in_words(.merged_here))]
    NotMerged {
        /// Who.
        person: SubjectId,
        /// Those who were merged into this one.
        merged_here: Vec<SubjectId>,
    },
    /// A lead that belongs to this account already.
    #[error("{lead} belongs to {account} already")]
    AlreadyLinked {
        /// The lead.
        lead: SubjectId,
        /// The account.
        account: SubjectId,
    },
    /// A lead that belongs to no account.
    #[error("{0} belongs to no account, so there is nothing to take back")]
    NotLinked(SubjectId),
    /// People that cannot be compared.
    #[error("duplicates cannot be looked for: {0}")]
    Duplicates(String),
    /// A period that cannot be sealed yet.
    #[error(
        "a period is sealed when it is over, and this one ends at {until}: seal an earlier one"
    )]
    NotOver {
        /// When it ends.
        until: Instant,
    },
    /// A period that is sealed, and stays as it was reported.
    #[error("this period was sealed by {who} already (seal {id}), and stays as it was reported")]
    SealedAlready {
        /// The number of the seal.
        id: u64,
        /// Who sealed it.
        who: String,
    },
    /// A seal that is not there.
    #[error("no period was sealed under the number {0}")]
    UnknownSeal(u64),
    /// A time that cannot be read.
    #[error("{0}")]
    BadTime(String),
    /// Figures side by side by something that has too many different values.
    #[error("`{by}` has {count} different values, more than {most}: ask for something coarser")]
    TooManySlices {
        /// By what.
        by: String,
        /// How many values it has.
        count: usize,
        /// The most that are shown.
        most: usize,
    },
    /// A name that the ledger never heard.
    #[error("the ledger knows no {what} `{name}`")]
    UnknownName {
        /// What kind of name: `stage`, `trait`.
        what: &'static str,
        /// The name.
        name: String,
    },
    /// A ledger that is too large to be audited at once.
    #[error(
        "there are {leads} leads, and at most {most} are audited at once: run `tandem audit` on \
         the export of a part of them"
    )]
    TooManyToAudit {
        /// How many there are.
        leads: usize,
        /// How many are audited at once.
        most: usize,
    },
    /// A trial where people signed a charter already.
    #[error(
        "version {number} of the charter is signed: what is signed is changed by a proposal, and \
         not by a trial; propose the change instead"
    )]
    CharterSigned {
        /// The number of that version.
        number: u16,
    },
    /// What a person did and cannot be recorded.
    #[error(transparent)]
    Deed(crate::deeds::DeedRefused),
    /// A proposal that cannot be changed or signed so.
    #[error(transparent)]
    Proposal(#[from] crate::proposals::ProposalRefused),
    /// What people may not do with messages.
    #[error(transparent)]
    Notice(#[from] crate::notices::NoticeError),
    /// A figure that cannot be counted.
    #[error(transparent)]
    Insight(#[from] insight::InsightError),
    /// What concerns the collecting of events.
    #[error(transparent)]
    Collect(#[from] crate::collect::CollectRefused),
    /// There is no number left for another word.
    #[error(transparent)]
    Vocabulary(#[from] VocabularyFull),
}

fn merged_here_in_words(merged_here: &[SubjectId]) -> String {
    let ids: Vec<_> = merged_here.iter().map(ToString::to_string).collect();
    match ids.is_empty() {
        true => String::new(),
        false => format!("; merged into it are {}: name one of these", ids.join(", ")),
    }
}

fn stages_in_words(stages: &[String]) -> String {
    let names: Vec<_> = stages.iter().map(|stage| format!("`{stage}`")).collect();
    let word = if stages.len() == 1 { "a stage" } else { "the stages" };
    format!("{word} {}", names.join(", "))
}

fn moves_in_words(stages: &[String], to: &str, section: &str) -> String {
    let lines: Vec<_> = stages.iter().map(|stage| format!("`{stage} = \"stage:{to}\"`")).collect();
    let each = if stages.len() == 1 { "" } else { ", a line for each" };
    format!("write under `[{section}]`, for example, {}{each}", lines.join(" and "))
}
