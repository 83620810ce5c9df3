//! Leads who came without an account, and the accounts that they belong to.

use super::ImportError;
use super::note::{ImportNote, NoteCode, Tally};
use super::report::ImportReport;
use super::resolve::People;
use crate::matching::{Match, MatchesAnswer, Since, certain_links, matches_among};
use crate::record::Batch;
use crate::{AppError, Engine};
use facts::{Instant, SubjectId};
use identity::Sign;
use std::collections::BTreeSet;
use store::View;

/// Who links leads that an import finds the accounts of; before the reason.
const WHO: &str = "import";

impl Engine {
    /// Links those whom the import is about, and who were never linked to an account, to the ones
    /// that they certainly belong to. Where it is about accounts too, everybody is looked at.
    ///
    /// Leads that are new belong there from the first that is known of them, all others from now
    /// on: what was decided about somebody known is not decided anew.
    pub(super) fn place_found(
        &mut self,
        people: &People,
        now: Instant,
        report: &mut ImportReport,
    ) -> Result<(), ImportError> {
        let leads = people.leads();
        let among = (!people.has_accounts).then_some(&*leads);
        if self.store.view().account_ids()?.is_empty() {
            return Ok(());
        }
        let mut found = MatchesAnswer::default();
        self.write_known(|writer, vocabulary| {
            found = matches_among(writer.view(), vocabulary, among)?;
            let is_new = |lead: SubjectId| people.is_new(lead);
            for some in found.certain.chunks(Batch::FACTS_MAX) {
                let by = (WHO, &Since::TheirFirst(&is_new));
                let facts = certain_links(writer.view(), vocabulary, some, by, now)?;
                writer.append_facts(&facts, vocabulary, now, None)?;
            }
            Ok(())
        })?;
        report.linked = found.certain.len() as u64;
        report.notes.extend(linked(self.store.view(), &found.certain)?);
        report.notes.extend(doubtful(&found));
        Ok(())
    }
}

/// Says who was linked, and by what.
fn linked(view: View<'_>, certain: &[Match]) -> Result<Option<ImportNote>, AppError> {
    if certain.is_empty() {
        return Ok(None);
    }
    let accounts: BTreeSet<SubjectId> = certain.iter().map(|it| it.account).collect();
    let mut examples = Tally::default();
    for found in certain.iter().take(Tally::EXAMPLES_MAX + 1) {
        let (lead, account) = (source_name(view, found.lead)?, source_name(view, found.account)?);
        examples.add(|| format!("{lead} to {account} ({})", found.reason()));
    }
    // The strongest sign of each counts, so that the numbers add up.
    let by = |sign| certain.iter().filter(|it| it.signs.first() == Some(&sign)).count();
    let counts = [Sign::MailDomain, Sign::Website, Sign::CompanyName];
    let counts = counts.map(|sign| (by(sign), sign.words()));
    let counts = counts.iter().filter(|(count, _)| *count > 0);
    let counts: Vec<_> = counts.map(|(count, words)| format!("{count} by {words}")).collect();
    let leads = if certain.len() == 1 { "lead was" } else { "leads were" };
    let of = if accounts.len() == 1 { "account" } else { "accounts" };
    let text = format!(
        "{} {leads} linked to {} {of} that nobody had linked them to, {}: {examples}; `tandem \
         unlink LEAD` takes one back, and `match_accounts = false` under `[mapping]` leaves such \
         leads alone",
        certain.len(),
        accounts.len(),
        counts.join(", "),
    );
    let count = certain.len() as u64;
    Ok(Some(ImportNote { code: NoteCode::LinkedToAccount, file: None, count, text }))
}

fn doubtful(found: &MatchesAnswer) -> Option<ImportNote> {
    let count = found.review.len() as u64;
    let leads = if count == 1 { "lead" } else { "leads" };
    let text = format!(
        "{count} {leads} may belong to an account, and nobody linked them: `tandem match` lists \
         them and says why it is not certain"
    );
    (count > 0).then_some(ImportNote { code: NoteCode::MayBelong, file: None, count, text })
}

/// What a source calls a subject, without what says who it is; its id where none does.
fn source_name(view: View<'_>, subject: SubjectId) -> Result<String, AppError> {
    let names = view.identifiers_of(subject)?;
    let name = names.into_iter().find(|name| name.namespace != "email");
    Ok(name.map_or_else(|| subject.to_string(), |name| name.value))
}
