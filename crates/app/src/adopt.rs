//! Adopting charters and setting holidays.

use crate::engine::{AdoptedVersion, Engine, compile};
use crate::error::AppError;
use charter::{Charter, Program};
use facts::{Instant, Position};
use lifecycle::VersionNumber;
use store::{AuditEntry, Holiday, NewVersion, SignedVersion, Writer};

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
    /// When the charter is not sound, cannot run, cannot follow the one before, is backdated,
    /// would take force before a version that is not in force yet, or is what decides already.
    pub fn adopt_charter(
        &mut self,
        adoption: &Adoption<'_>,
        now: Instant,
    ) -> Result<VersionNumber, AppError> {
        self.adopt(adoption, false, now, |_, _| Ok(()))
    }

    /// Starts a trial from now on: the first charter, or another in the place of a trial, whose
    /// versions that are not in force yet it withdraws.
    ///
    /// # Errors
    /// [`AppError::CharterSigned`] once people signed a version that stands, and as
    /// [`Engine::adopt_charter`].
    pub fn start_trial(
        &mut self,
        text: &str,
        who: &str,
        now: Instant,
    ) -> Result<VersionNumber, AppError> {
        let stands = |version: &&SignedVersion| !self.versions().any(|by| by.withdraws(version));
        let signed = self.versions().filter(stands).find(|version| !version.trial);
        if let Some(signed) = signed {
            return Err(AppError::CharterSigned { number: signed.number.0 });
        }
        self.adopt(&Adoption { text, from: now, who, trial: true }, true, now, |_, _| Ok(()))
    }

    /// Adopts a version in the place of all that are not in force yet. They are withdrawn: they
    /// stay in the ledger, and never decide. To call a version off, adopt so what is in force.
    ///
    /// # Errors
    /// As [`Engine::adopt_charter`].
    pub fn adopt_charter_for_pending(
        &mut self,
        adoption: &Adoption<'_>,
        now: Instant,
    ) -> Result<VersionNumber, AppError> {
        self.adopt(adoption, true, now, |_, _| Ok(()))
    }

    /// Adopts a version, and writes with it, all or nothing, what `with_it` writes.
    pub(crate) fn adopt(
        &mut self,
        adoption: &Adoption<'_>,
        for_pending: bool,
        now: Instant,
        with_it: impl FnOnce(&mut Writer<'_>, VersionNumber) -> Result<(), AppError>,
    ) -> Result<VersionNumber, AppError> {
        let Adoption { text, from, who, trial } = *adoption;
        if !self.versions.is_empty() && from < now {
            return Err(AppError::Backdated { from, now });
        }
        let signed: Vec<_> = self.versions().cloned().collect();
        let standing = |version: &&SignedVersion| !signed.iter().any(|by| by.withdraws(version));
        let standing: Vec<_> = signed.iter().filter(standing).collect();
        let is_pending = |version: &SignedVersion| version.in_force_from > now;
        let replaces_pending = for_pending && standing.iter().any(|version| is_pending(version));
        let before = standing.iter().rfind(|version| !(replaces_pending && is_pending(version)));
        if let Some(before) = before {
            let number = before.number.0;
            if before.in_force_from > from {
                let force = before.in_force_from;
                return Err(AppError::BeforePending { number, force, from });
            }
            if !replaces_pending && (before.text.as_str(), before.trial) == (text, trial) {
                return Err(AppError::SameCharter { number, force: before.in_force_from });
            }
        }
        let charter =
            charter::read(text).map_err(|problems| AppError::Charter(Box::new(problems)))?;
        if let Some(before) = before {
            let charter_of =
                |version: &SignedVersion| &self.versions[usize::from(version.number.0) - 1].charter;
            follows(charter_of(before), &charter, "moves_to")?;
            // Where accounts were not followed for a while, their stages are those of before that.
            let so_far = standing.iter().rev().filter(|version| version.number <= before.number);
            let accounts = so_far.filter_map(|version| charter_of(version).account.as_ref()).next();
            if let (Some(before), Some(after)) = (accounts, &charter.account) {
                follows(before, after, "account.moves_to")?;
            }
        }
        let holidays = self.holidays(Position(i64::MAX as u64), Instant::NEVER)?;
        if let Some(accounts) = &charter.account {
            // Nothing about accounts is stored, so that only this says now that they can be folded.
            Program::compile(accounts, &holidays, &mut self.vocabulary.clone())?;
        }
        let before = self.versions.last().map_or_else(String::new, fingerprint);
        let mut writer = self.store.begin()?;
        let new = NewVersion {
            text,
            in_force_from: from,
            recorded_at: now,
            who,
            trial,
            replaces_pending,
        };
        let adopted = AdoptedVersion { signed: writer.add_version(&new)?, charter };
        let number = adopted.signed.number;
        let versions: Vec<_> = self.versions.iter().chain([&adopted]).collect();
        let reign = compile(&versions, &holidays, &mut self.vocabulary)?;
        writer.save_vocabulary(&self.vocabulary)?;
        writer.unsettle_all()?;
        let note = |what: &str, before, after| AuditEntry {
            at: now,
            who: who.to_owned(),
            what: what.to_owned(),
            before,
            after,
        };
        for withdrawn in standing.iter().filter(|version| adopted.signed.withdraws(version)) {
            let withdrawn = fingerprint_of(withdrawn);
            writer.note(&note("charter.withdrawn", withdrawn, String::new()))?;
        }
        writer.note(&note("charter.adopted", before, fingerprint(&adopted)))?;
        with_it(&mut writer, number)?;
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

/// Whether every stage of the charter before is there, or its leads move to one that is.
fn follows(before: &Charter, charter: &Charter, section: &'static str) -> Result<(), AppError> {
    let is_there = |id: &str| charter.stages.iter().any(|stage| stage.id == id);
    let is_gone = |id: &str| !is_there(id) && !charter.moves_to.contains_key(id);
    let ids = || before.stages.iter().map(|stage| stage.id.as_str());
    let stages: Vec<_> = ids().filter(|id| is_gone(id)).map(str::to_owned).collect();
    let Some(first) = stages.first() else { return Ok(()) };
    // The last stage before it that is still there is a likely place to go.
    let earlier = ids().take_while(|id| id != first).filter(|id| is_there(id)).last();
    let to = earlier.or(charter.stages.first().map(|stage| stage.id.as_str())).unwrap_or("");
    Err(AppError::StagesGone { stages, to: to.to_owned(), section })
}

/// A version in one line: its number and the beginning of its hash.
fn fingerprint_of(version: &SignedVersion) -> String {
    let start: String = version.hash[..8].iter().map(|byte| format!("{byte:02x}")).collect();
    format!("version {} ({start})", version.number.0)
}

fn fingerprint(version: &AdoptedVersion) -> String {
    fingerprint_of(&version.signed)
}
