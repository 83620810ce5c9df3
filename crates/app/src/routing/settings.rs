//! Settings: who there is, from when on.

use crate::engine::Engine;
use crate::error::AppError;
use charter::Roster;
use facts::Instant;
use lifecycle::Staff;
use store::{AppliedSettings, AuditEntry};
use worktime::Calendar;

/// The settings that hold at an instant.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SettingsNow {
    /// As they were applied.
    pub applied: AppliedSettings,
    /// What they say.
    pub roster: Roster,
    /// When the next ones take their place, if some were applied already.
    pub until: Option<Instant>,
}

impl Engine {
    /// Applies settings from an instant on, in the place of those before. Only the first may hold
    /// in the past.
    ///
    /// # Errors
    /// When the settings are not sound, or would hold before now although others hold already.
    pub fn apply_settings(
        &mut self,
        text: &str,
        from: Instant,
        who: &str,
        now: Instant,
    ) -> Result<Roster, AppError> {
        let roster = charter::read_roster(text)
            .map_err(|problems| AppError::Settings(Box::new(problems)))?;
        let earlier = self.store.view().settings()?;
        if !earlier.is_empty() && from < now {
            return Err(AppError::SettingsBackdated { from, now });
        }
        let before = earlier.last().map_or_else(String::new, |last| last.text.clone());
        if !self.store.is_ahead(&self.vocabulary) {
            self.refresh_if_changed()?;
        }
        let members = roster.teams.values().flatten().map(|member| &member.person);
        for person in members.chain(roster.people.keys()) {
            self.vocabulary.intern(person)?;
        }
        let mut writer = self.store.begin()?;
        writer.save_vocabulary(&self.vocabulary)?;
        writer.add_settings(text, from, who, now)?;
        writer.note(&AuditEntry {
            at: now,
            who: who.to_owned(),
            what: "settings.applied".to_owned(),
            before,
            after: text.to_owned(),
        })?;
        writer.commit()?;
        Ok(roster)
    }

    /// The settings that hold at an instant; `None` before the first.
    ///
    /// # Errors
    /// When the ledger cannot be read, or holds settings that this program does not understand.
    pub fn settings(&self, at: Instant) -> Result<Option<SettingsNow>, AppError> {
        let all = self.settings_in_order()?;
        let place = all.iter().rposition(|(applied, _)| applied.in_force_from <= at);
        Ok(place.map(|place| {
            let (applied, roster) = all[place].clone();
            let until = all.get(place + 1).map(|(next, _)| next.in_force_from);
            SettingsNow { applied, roster, until }
        }))
    }

    /// How many open leads each person has who has any, by what assignments call them.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn open_loads(&self) -> Result<Vec<(String, u64)>, AppError> {
        let loads = self.store.view().open_loads()?.into_iter();
        let loads = loads.map(|(person, load)| (self.vocabulary.word(person).to_owned(), load));
        Ok(loads.collect())
    }

    /// All settings in order of force: of several from the same instant on, the last applied.
    pub(crate) fn settings_in_order(&self) -> Result<Vec<(AppliedSettings, Roster)>, AppError> {
        let mut all: Vec<(AppliedSettings, Roster)> = Vec::new();
        for applied in self.store.view().settings()? {
            let roster = charter::read_roster(&applied.text)
                .map_err(|problems| AppError::Settings(Box::new(problems)))?;
            // Settings take the place of all that were to hold from then on.
            all.retain(|(other, _)| other.in_force_from < applied.in_force_from);
            all.push((applied, roster));
        }
        Ok(all)
    }

    /// All settings as the router reads them, in order of force.
    pub(crate) fn staff(&self, calendar: &Calendar) -> Result<Vec<Staff>, AppError> {
        let word = |person: &str| self.vocabulary.find(person).unwrap_or_default();
        let all = self.settings_in_order()?.into_iter();
        let staff =
            all.map(|(applied, roster)| Staff::new(&roster, applied.in_force_from, calendar, word));
        Ok(staff.collect())
    }
}
