//! What people do, and whether they may do it now.

use super::refusal::DeedRefused;
use crate::engine::Engine;
use crate::error::AppError;
use charter::{Charter, Verdict};
use facts::{Instant, Selector, SubjectId};

/// What a person did to a lead.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Deed {
    /// What they did.
    pub what: What,
    /// When, where they write it down afterwards; it takes effect when it was written down.
    /// `None`: now.
    pub at: Option<Instant>,
    /// Who they are, as facts name them.
    pub by: String,
    /// The pass and the stage that they saw: whoever answers what somebody else answered meanwhile
    /// is told so, and nothing is recorded.
    pub seen: Option<(u16, String)>,
}

/// What a person did.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum What {
    /// Answered a hand-off.
    Verdict {
        /// How.
        verdict: Verdict,
        /// Why, by a reason of the charter; needed where it declares some.
        reason: Option<String>,
    },
    /// Reached out, met, or tried to.
    Activity {
        /// `call.connected`, `meeting.held`.
        name: String,
    },
    /// Gave it to somebody, or took it from whoever had it.
    Assignment {
        /// To whom; `None`: to nobody.
        to: Option<String>,
    },
    /// Opened it again.
    Reopening,
}

impl Deed {
    /// The longest name of an activity or a person, in bytes.
    pub const NAME_BYTES_MAX: usize = 100;
}

impl Engine {
    /// Whether this can be done to the lead now.
    pub(super) fn check(&self, lead: SubjectId, deed: &Deed, now: Instant) -> Result<(), AppError> {
        if deed.at.is_some_and(|at| at > now) {
            return Err(DeedRefused::Ahead { now }.into());
        }
        let charter = &self.reign()?.at(now).1.charter;
        match &deed.what {
            What::Verdict { verdict, reason } => reason_fits(charter, *verdict, reason.as_deref())?,
            What::Activity { name } => {
                let plain = !name.contains('*') && name.len() <= Deed::NAME_BYTES_MAX;
                if !plain || Selector::new(name).is_none() {
                    return Err(DeedRefused::ActivityName(name.clone()).into());
                }
            }
            What::Assignment { to: Some(to) } => {
                if to.trim().is_empty() || to.len() > Deed::NAME_BYTES_MAX {
                    return Err(DeedRefused::AssigneeName.into());
                }
            }
            What::Assignment { to: None } | What::Reopening => {}
        }
        let projection = self.store.view().projection(lead)?;
        if let Some((pass, stage)) = &deed.seen {
            let is_there = projection.as_ref().is_some_and(|projection| {
                projection.pass == *pass && self.vocabulary.word(projection.stage) == stage
            });
            if !is_there {
                return Err(DeedRefused::WentOn.into());
            }
        }
        match &deed.what {
            What::Reopening if projection.is_none_or(|projection| projection.pass_open) => {
                Err(DeedRefused::StillOpen.into())
            }
            What::Verdict { .. } if !projection.is_some_and(|projection| projection.pass_open) => {
                Err(DeedRefused::NothingToAnswer.into())
            }
            _ => Ok(()),
        }
    }
}

/// Whether a verdict is one of the charter, with a reason that it declares.
fn reason_fits(
    charter: &Charter,
    verdict: Verdict,
    reason: Option<&str>,
) -> Result<(), DeedRefused> {
    let terms = charter.verdicts.iter().find(|terms| terms.verdict == verdict);
    let reasons = terms.map_or(&[][..], |terms| &terms.reasons);
    let declared = || reasons.iter().map(|(reason, _)| reason.clone()).collect::<Vec<_>>();
    match reason {
        None if reasons.is_empty() => Ok(()),
        None => Err(DeedRefused::NeedsReason { verdict: verdict.word(), reasons: declared() }),
        Some(reason) if reasons.iter().any(|(known, _)| known == reason) => Ok(()),
        Some(reason) => {
            let (verdict, reason, reasons) = (verdict.word(), reason.to_owned(), declared());
            Err(DeedRefused::UnknownReason { verdict, reason, reasons })
        }
    }
}
