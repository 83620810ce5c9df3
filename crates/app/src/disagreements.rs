//! Where Tandem and a CRM beside it say different things: about the stage of a lead, and about who
//! works it.
//!
//! What a CRM reports is a fact like any other: the traits `lead.crm_stage` (or, where that was
//! never said, `lead.crm_status`) and `lead.crm_owner`. Settings say who leads, and what the CRM
//! calls the charter's stages.

use crate::books::Known;
use crate::engine::Engine;
use crate::error::AppError;
use crate::funnel::AsOf;
use charter::{BesideCrm, LedBy, Program};
use facts::{Code, Instant, Kind, SubjectId, Symbol};
use std::collections::BTreeMap;
use store::{PlaceKind, Projection};
use timeline::Story;

/// The traits by which a CRM reports a stage, the first that was said of a lead before the others.
const STAGE_TRAITS: [&str; 2] = ["lead.crm_stage", "lead.crm_status"];
/// The trait by which it reports who works a lead, by what assignments call people.
const OWNER_TRAIT: &str = "lead.crm_owner";

/// Where Tandem and a CRM agree, and where they do not. It counts leads.
#[derive(Clone, PartialEq, Debug)]
pub struct DisagreementsAnswer {
    /// As of when it holds.
    pub as_of: AsOf,
    /// Stages of the leads that had a pass and of which the CRM reported one.
    pub stage: Compared,
    /// Assignees of the open leads of which the CRM reported one.
    pub assignee: Compared,
}

/// What Tandem and a CRM say of the same thing. Every lead that is compared is in one of the lists,
/// each in the order of ids.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Compared {
    /// Who leads.
    pub led_by: LedBy,
    /// Both say the same.
    pub agree: Vec<BothSay>,
    /// They do not.
    pub disagree: Vec<BothSay>,
    /// The CRM says something that no setting explains and no stage is called.
    pub unexplained: Vec<BothSay>,
}

/// What both say of a lead.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BothSay {
    /// Which lead.
    pub lead: SubjectId,
    /// What Tandem says: the id of the stage, or who works it; empty for nobody.
    pub tandem: String,
    /// What the CRM reported last.
    pub crm: String,
    /// Since when it reports that.
    pub reported_at: Instant,
}

impl Compared {
    /// How many leads are compared.
    #[must_use]
    pub fn compared(&self) -> usize {
        self.agree.len() + self.disagree.len() + self.unexplained.len()
    }

    /// The words that nobody explained, those of most leads first.
    #[must_use]
    pub fn unexplained_words(&self) -> Vec<(&str, usize)> {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for said in &self.unexplained {
            *counts.entry(said.crm.as_str()).or_default() += 1;
        }
        let mut counts: Vec<_> = counts.into_iter().collect();
        counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        counts
    }

    /// One of the lists by its word: `agree`, `disagree` or `unexplained`.
    #[must_use]
    pub fn list(&self, word: &str) -> Option<&[BothSay]> {
        match word {
            "agree" => Some(&self.agree),
            "disagree" => Some(&self.disagree),
            "unexplained" => Some(&self.unexplained),
            _ => None,
        }
    }

    fn in_order(mut self) -> Self {
        for list in [&mut self.agree, &mut self.disagree, &mut self.unexplained] {
            list.sort_unstable_by_key(|said| said.lead);
        }
        self
    }
}

impl Engine {
    /// How Tandem and a CRM stand beside each other at an instant, as settings say.
    ///
    /// # Errors
    /// When the ledger cannot be read, or holds settings that this program does not understand.
    pub fn beside_crm(&self, at: Instant) -> Result<BesideCrm, AppError> {
        Ok(self.settings(at)?.map(|settings| settings.roster.crm).unwrap_or_default())
    }

    /// Where Tandem and a CRM agree, and where they do not. Every lead is looked at.
    ///
    /// # Errors
    /// [`AppError::NoCharter`] before the first, and when the ledger cannot be read.
    pub fn disagreements(&self, now: Instant) -> Result<DisagreementsAnswer, AppError> {
        let as_of = self.as_of(now)?;
        let crm = self.beside_crm(now)?;
        let program = self.reign()?.at(now).1;
        let code = |name: &str| self.vocabulary.find_code(Kind::Trait, name);
        let stage_codes: Vec<_> = STAGE_TRAITS.into_iter().filter_map(code).collect();
        let owner_code = code(OWNER_TRAIT);
        let mut stage = Compared { led_by: crm.stage, ..Compared::default() };
        let mut assignee = Compared { led_by: crm.assignee, ..Compared::default() };
        self.each_known(|Known { story, rest, .. }| {
            let Some(rest) = rest else { return Ok(()) };
            let reported = stage_codes.iter().find_map(|code| last(story, *code, now));
            if let Some(reported) = reported.filter(|_| rest.stage != Symbol::EMPTY) {
                let said = self.both_say(story.lead, rest.stage, reported);
                let list = match agrees_on_stage(&crm, program, &said) {
                    Some(true) => &mut stage.agree,
                    Some(false) => &mut stage.disagree,
                    None => &mut stage.unexplained,
                };
                list.push(said);
            }
            let reported = owner_code.and_then(|code| last(story, code, now));
            if let Some(reported) = reported.filter(|_| rest.is_open()) {
                let said = self.both_say(story.lead, assignee_of(rest), reported);
                let agrees = said.tandem == said.crm;
                (if agrees { &mut assignee.agree } else { &mut assignee.disagree }).push(said);
            }
            Ok(())
        })?;
        Ok(DisagreementsAnswer { as_of, stage: stage.in_order(), assignee: assignee.in_order() })
    }

    fn both_say(
        &self,
        lead: SubjectId,
        tandem: Symbol,
        (crm, reported_at): (Symbol, Instant),
    ) -> BothSay {
        let word = |symbol| self.vocabulary.word(symbol).to_owned();
        BothSay { lead, tandem: word(tandem), crm: word(crm), reported_at }
    }
}

/// What a trait last said of a lead, and since when.
fn last(story: Story<'_>, code: Code, now: Instant) -> Option<(Symbol, Instant)> {
    let said = story.rows.iter().rev().find(|row| row.code == code && row.at <= now)?;
    let symbol = said.symbol();
    if symbol == Symbol::EMPTY {
        return None;
    }
    let same = |row: &&timeline::Row| row.code != code || row.symbol() == symbol;
    let since = story.rows.iter().rev().skip_while(|row| row.at > now).take_while(same);
    let since = since.filter(|row| row.code == code).last().map_or(said.at, |row| row.at);
    Some((symbol, since))
}

/// Who works a lead; the empty word for nobody.
fn assignee_of(rest: &Projection) -> Symbol {
    if rest.place == PlaceKind::Assignee { rest.who } else { Symbol::EMPTY }
}

/// Whether what the CRM calls the stage is the stage, by what settings say, else by the stage's id
/// or name; `None` where its word stands for no stage.
fn agrees_on_stage(crm: &BesideCrm, program: &Program, said: &BothSay) -> Option<bool> {
    let mut explained = crm.stages_called(&said.crm).peekable();
    if explained.peek().is_some() {
        return Some(explained.any(|stage| stage == said.tandem));
    }
    let word = said.crm.trim().to_lowercase();
    let stages = program.charter.stages.iter();
    let mut called =
        stages.filter(|it| it.id.to_lowercase() == word || it.name.to_lowercase() == word);
    called.next().map(|stage| stage.id == said.tandem)
}
