//! What somebody needs to know of a lead to act: looked up at the moment of sending.

use crate::ask::{DecisionLine, StoryLine};
use crate::engine::Engine;
use crate::error::AppError;
use crate::tell::{Clockwork, Named, fact_in_words};
use charter::Charter;
use facts::{Instant, Kind, SubjectId};
use lifecycle::{Cause, What};
use store::{PlaceKind, Projection};
use timeline::OwnedStory;

/// What somebody needs to know of a lead.
pub(crate) struct Card {
    /// What it is called, with its company.
    pub(crate) name: String,
    /// Where it rests; `None` when it has no story any more.
    pub(crate) projection: Option<Projection>,
    /// Its assignee, as a word; empty for none.
    pub(crate) assignee: String,
    /// Names and what they are.
    pub(crate) lines: Vec<(String, String)>,
}

/// How many things that it did are shown as reasons.
const REASONS_MAX: usize = 3;

impl Engine {
    /// What somebody needs to know of a lead: why it qualified, what it was offered, when what is
    /// due, and whom to call.
    pub(crate) fn card(&self, lead: SubjectId, now: Instant) -> Result<Card, AppError> {
        let view = self.store.view();
        let named = Named::of(self, lead)?;
        let projection = view.projection(lead)?;
        let mut card = Card {
            name: named.call_with_company(),
            assignee: String::new(),
            projection,
            lines: Vec::new(),
        };
        let Some(projection) = &card.projection else { return Ok(card) };
        if projection.place == PlaceKind::Assignee {
            card.assignee = self.vocabulary.word(projection.who).to_owned();
        }
        let Some(version) = self.versions.last() else { return Ok(card) };
        let charter = &version.charter;
        let clock = Clockwork::new(&charter.timezone);
        let mut line = |name: &str, said: String| card.lines.push((name.to_owned(), said));
        let stage = self.vocabulary.word(projection.stage);
        if let Some(stage) = charter.stages.iter().find(|known| known.id == stage) {
            line("Stage", stage.name.clone());
        }
        let story = self.story(lead)?;
        let reasons = self.reasons(charter, lead, &story, &clock)?;
        if !reasons.is_empty() {
            line("Why", reasons);
        }
        if let Some(offer) = self.offer(charter, &story, now, &clock) {
            line("Offer", offer);
        }
        if let Some(due) = projection.next_due {
            let late = if due.broken || due.at < now { " (late)" } else { "" };
            let promise = self.vocabulary.word(due.promise);
            let zone = &charter.timezone;
            line("Due", format!("{} {zone}, promise “{promise}”{late}", clock.due(due.at)));
        }
        let personal = view.personal_of(lead)?;
        if let Some(phone) = personal.iter().find(|value| value.field == "phone") {
            line("Phone", phone.value.clone());
        }
        let email = named.identifiers.iter().find(|(space, _)| space == "email");
        let email = email.map(|(_, value)| value.clone());
        let written = || personal.iter().find(|it| it.field == "email").map(|it| it.value.clone());
        if let Some(email) = email.or_else(written) {
            line("Email", email);
        }
        Ok(card)
    }

    /// Why the lead is in its stage: the clause in plain words, and the facts before it.
    fn reasons(
        &self,
        charter: &Charter,
        lead: SubjectId,
        story: &OwnedStory,
        clock: &Clockwork,
    ) -> Result<String, AppError> {
        let decisions = self.store.view().standing_decisions(lead)?;
        let entered = decisions.iter().rfind(|it| it.key.what == What::StageEntered);
        let Some(entered) = entered else { return Ok(String::new()) };
        let line = DecisionLine::of(entered, &self.vocabulary);
        let mut words = charter::clause_in_words(charter, &line.clause).unwrap_or_default();
        let touches = story.rows.iter().zip(&story.keys).rev().filter(|(row, _)| {
            let kind = self.vocabulary.name(row.code).map(|(kind, _)| kind);
            row.at <= entered.at && matches!(kind, Some(Kind::Touch | Kind::Activity))
        });
        let mut done: Vec<_> = touches
            .take(REASONS_MAX)
            .filter_map(|(row, key)| StoryLine::of(row, *key, &self.vocabulary))
            .collect();
        done.reverse();
        if let Cause::Fact(key) = entered.cause
            && !done.iter().any(|line| line.key == key)
            && let Some(row) = story.keys.iter().position(|known| *known == key)
        {
            done.extend(StoryLine::of(&story.rows[row], key, &self.vocabulary));
        }
        for line in done {
            let when = clock.when(line.at, line.precision);
            if !words.is_empty() {
                words.push(' ');
            }
            words.push_str(&format!("{when}: {}.", fact_in_words(charter, &line)));
        }
        Ok(words)
    }

    /// What marketing told it last: the last touch that names a campaign.
    fn offer(
        &self,
        charter: &Charter,
        story: &OwnedStory,
        now: Instant,
        clock: &Clockwork,
    ) -> Option<String> {
        let mut rows = story.rows.iter().zip(&story.keys).rev().filter(|(row, _)| row.at <= now);
        let (row, key) = rows.find(|(row, _)| {
            let kind = self.vocabulary.name(row.code).map(|(kind, _)| kind);
            kind == Some(Kind::Touch) && !self.vocabulary.word(row.symbol()).is_empty()
        })?;
        let line = StoryLine::of(row, *key, &self.vocabulary)?;
        let when = clock.when(line.at, line.precision);
        Some(format!("{} on {when}", fact_in_words(charter, &line)))
    }
}
