//! A data set, imported and settled under its charter.

use app::{Adoption, Engine, Import, ImportReport, NoteCode};
use connect::Mapping;
use facts::{Instant, Kind, SubjectId, Value};
use lifecycle::{Decision, What};
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use timeline::{Known, OwnedStory, Row, assemble};

pub(crate) struct Set {
    pub(crate) engine: Engine,
    pub(crate) report: ImportReport,
    pub(crate) leads: Vec<Lead>,
    mapping: Mapping,
    data: PathBuf,
    _ledger: TempDir,
}

/// A lead with its story and the decisions that stand.
pub(crate) struct Lead {
    pub(crate) story: OwnedStory,
    pub(crate) decisions: Vec<Decision>,
}

const NOW: &str = "2026-11-22T12:00:00Z";

impl Set {
    /// Imports `folder` of the data through the mapping of `fixture`, under its charter in force
    /// from `from` on.
    pub(crate) fn import(fixture: &str, folder: &str, from: &str) -> Self {
        let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(fixture);
        let text = |name: &str| std::fs::read_to_string(fixtures.join(name)).unwrap();
        let mapping = Mapping::read(&text("mapping.toml")).unwrap_or_else(|p| panic!("{p}"));
        let ledger = tempfile::tempdir().unwrap();
        let mut engine = Engine::open(&ledger.path().join("ledger")).unwrap();
        let charter = text("charter.toml");
        let from = Instant::parse(from).unwrap();
        let adoption = Adoption { text: &charter, from, who: "test", trial: true };
        engine.adopt_charter(&adoption, from).unwrap_or_else(|error| panic!("{error}"));
        let data = Path::new(env!("TANDEM_DATA")).join(folder);
        let mut set = Self {
            report: import(&mut engine, &mapping, &data, false),
            engine,
            leads: Vec::new(),
            mapping,
            data,
            _ledger: ledger,
        };
        set.leads = set.read_leads();
        set
    }

    /// Imports the same files once more.
    pub(crate) fn import_again(&mut self, dry_run: bool) -> ImportReport {
        import(&mut self.engine, &self.mapping, &self.data, dry_run)
    }

    fn read_leads(&self) -> Vec<Lead> {
        let view = self.engine.store().view();
        let read = |lead: SubjectId| {
            let mut gathered = Vec::new();
            view.facts_of_lead(lead, &mut gathered).unwrap();
            let story = assemble(lead, &gathered, self.engine.vocabulary(), Known::Everything);
            Lead { story, decisions: view.standing_decisions(lead).unwrap() }
        };
        view.persons().unwrap().into_iter().map(read).collect()
    }

    /// When a lead entered a stage, or one further on the path.
    pub(crate) fn reached(&self, lead: &Lead, stage: &str) -> Option<Instant> {
        let path: Vec<_> = self.engine.reign().unwrap().versions()[0]
            .program
            .charter
            .stages
            .iter()
            .filter(|stage| stage.kind.is_on_path())
            .map(|stage| stage.id.as_str())
            .collect();
        let from = path.iter().position(|id| *id == stage).expect("a stage of the path");
        let enters = |decision: &&Decision| {
            decision.key.what == What::StageEntered
                && path[from..].contains(&self.word(decision.target))
        };
        lead.decisions.iter().filter(enters).map(|decision| decision.at).min()
    }

    /// How many leads reached a stage.
    pub(crate) fn count_reached(&self, stage: &str) -> usize {
        self.leads.iter().filter(|lead| self.reached(lead, stage).is_some()).count()
    }

    /// The rows of a story of a kind whose name begins so.
    pub(crate) fn rows<'a>(
        &'a self,
        lead: &'a Lead,
        kind: Kind,
        name: &'a str,
    ) -> impl Iterator<Item = &'a Row> {
        lead.story.rows.iter().filter(move |row| {
            let named = self.engine.vocabulary().name(row.code);
            named.is_some_and(|(of, known)| of == kind && known.starts_with(name))
        })
    }

    /// What is known of a trait in the end; empty when nothing is.
    pub(crate) fn text(&self, lead: &Lead, name: &str) -> &str {
        let last = self.rows(lead, Kind::Trait, name).last();
        last.map_or("", |row| self.word(row.symbol()))
    }

    pub(crate) fn word(&self, symbol: facts::Symbol) -> &str {
        self.engine.vocabulary().word(symbol)
    }

    /// Calendar days in the charter's zone.
    pub(crate) fn days(&self, from: Instant, to: Instant) -> f64 {
        let calendar = &self.engine.reign().unwrap().versions()[0].program.calendar;
        calendar.days_between(from, to) as f64
    }

    /// The sentences of the notes of a kind.
    pub(crate) fn notes(&self, code: NoteCode) -> Vec<String> {
        let notes = self.report.notes.iter().filter(|note| note.code == code);
        notes.map(ToString::to_string).collect()
    }

    /// How many different values the rows have.
    pub(crate) fn distinct(&self, symbols: impl Iterator<Item = facts::Symbol>) -> usize {
        let mut words: Vec<_> = symbols.map(|symbol| self.word(symbol)).collect();
        words.sort_unstable();
        words.dedup();
        words.len()
    }
}

pub(crate) fn number(value: Value) -> Option<f64> {
    match value {
        Value::Number(number) => Some(number),
        _ => None,
    }
}

fn import(engine: &mut Engine, mapping: &Mapping, folder: &Path, dry_run: bool) -> ImportReport {
    let import = Import {
        mapping,
        folder,
        rejects: None,
        partial: false,
        dry_run,
        as_of: None,
        rows_max: Import::ROWS_MAX,
    };
    let now = Instant::parse(NOW).unwrap();
    engine.import(&import, now, &mut |_| {}).unwrap_or_else(|error| panic!("{error}"))
}
