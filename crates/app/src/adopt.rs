//! Adopting charters and setting holidays.

use crate::engine::{AdoptedVersion, Engine, compile};
use crate::error::AppError;
use facts::{Instant, Position};
use lifecycle::VersionNumber;
use store::{AuditEntry, Holiday, NewVersion};

/// A charter to adopt.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Adoption<'a> {
    /// The charter's file, to the letter.
    pub text: &'a str,
    /// From when it decides. Only the first may lie in the past: what was before it is read in
    /// retrospect in any case.
    pub from: Instant,
    /// Who adopts it.
    pub who: &'a str,
    /// Whether it runs unsigned, to try it.
    pub trial: bool,
}

impl Engine {
    /// Adopts the first charter, or the next version of it. Every lead becomes unsettled.
    ///
    /// # Errors
    /// When the charter is not sound, cannot run, cannot follow the one before, or is backdated.
    pub fn adopt_charter(
        &mut self,
        adoption: &Adoption<'_>,
        now: Instant,
    ) -> Result<VersionNumber, AppError> {
        let Adoption { text, from, who, trial } = *adoption;
        if !self.versions.is_empty() && from < now {
            return Err(AppError::Backdated { from, now });
        }
        let charter =
            charter::read(text).map_err(|problems| AppError::Charter(Box::new(problems)))?;
        let holidays = self.holidays(Position(i64::MAX as u64), Instant::NEVER)?;
        let before = self.versions.last().map_or_else(String::new, fingerprint);
        let mut writer = self.store.begin()?;
        let new = NewVersion { text, in_force_from: from, recorded_at: now, who, trial };
        let signed = writer.add_version(&new)?;
        let adopted = AdoptedVersion { signed, charter };
        let number = adopted.signed.number;
        let versions: Vec<_> = self.versions.iter().chain([&adopted]).collect();
        let reign = compile(&versions, &holidays, &mut self.vocabulary)?;
        writer.save_vocabulary(&self.vocabulary)?;
        writer.unsettle_all()?;
        writer.note(&AuditEntry {
            at: now,
            who: who.to_owned(),
            what: "charter.adopted".to_owned(),
            before,
            after: fingerprint(&adopted),
        })?;
        writer.commit()?;
        self.versions.push(adopted);
        self.reign = Some(reign);
        Ok(number)
    }

    /// Says of dates whether they are holidays; the last word on a date counts. Every lead becomes
    /// unsettled.
    ///
    /// # Errors
    /// When the ledger cannot be written.
    pub fn set_holidays(
        &mut self,
        holidays: &[Holiday],
        who: &str,
        now: Instant,
    ) -> Result<(), AppError> {
        let mut writer = self.store.begin()?;
        writer.add_holidays(holidays, now)?;
        writer.unsettle_all()?;
        for Holiday { date, name, closed } in holidays {
            let word = if *closed { "closed" } else { "open" };
            writer.note(&AuditEntry {
                at: now,
                who: who.to_owned(),
                what: "holiday.set".to_owned(),
                before: String::new(),
                after: format!("{date} {word} {name}"),
            })?;
        }
        writer.commit()?;
        self.recompile()
    }
}

/// A version in one line: its number and the beginning of its hash.
fn fingerprint(version: &AdoptedVersion) -> String {
    let start: String = version.signed.hash[..8].iter().map(|byte| format!("{byte:02x}")).collect();
    format!("version {} ({start})", version.signed.number.0)
}
