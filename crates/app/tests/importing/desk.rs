//! A folder of files, a mapping and a ledger to import into.

use app::{Adoption, Engine, Import, ImportError, ImportReport};
use connect::Mapping;
use facts::{Instant, Kind, SubjectId, Value};
use std::path::PathBuf;
use tempfile::TempDir;

const MAPPING: &str = r#"
[mapping]
name = "crm"
timezone = "Europe/Berlin"

[[file]]
path = "leads.csv"
times = { created = "%Y-%m-%d" }
dated = "created"

[[file.subject]]
kind = "person"
id = { namespace = "crm.lead", column = "id" }
personal = { email = "mail" }
links = [{ to = "account", namespace = "crm.account", column = "account" }]
traits = { "lead.origin" = { column = "source" } }

[[file.subject.fact]]
kind = "touch"
name = "form.contact"

[[file.subject]]
kind = "account"
id = { namespace = "crm.account", column = "account" }
joins = true

[[file]]
path = "deals.csv"
times = { won = "%Y-%m-%d" }
dated = "won"

[[file.subject]]
kind = "opportunity"
id = { namespace = "crm.deal", column = "deal" }
links = [{ to = "person", namespace = "crm.lead", column = "lead" }]

[[file.subject.fact]]
kind = "opportunity"
name = "opportunity.stage"
value = "won"

[[expect_order]]
facts = ["touch:form.*", "opportunity:opportunity.stage=won"]
contradiction = "won before the form"
"#;

const CHARTER: &str = r#"
[charter]
name = "Test"
timezone = "Europe/Berlin"
currency = "EUR"

[[stage]]
id = "inquiry"
name = "Inquiry"
side = "marketing"

[[stage]]
id = "customer"
name = "Customer"
side = "sales"
kind = "won"
enter = "opportunity.stage == 'won'"

[[promise]]
id = "inquiry-moves-on"
by = "marketing"
from = "stage:inquiry"
until = "leaves"
within = "30 days"
"#;

pub(crate) struct Desk {
    pub(crate) engine: Engine,
    mapping: Mapping,
    files: PathBuf,
    home: TempDir,
}

impl Desk {
    pub(crate) fn with(files: &[(&str, &str)]) -> Self {
        Self::with_mapping(MAPPING, files)
    }

    pub(crate) fn with_mapping(mapping: &str, files: &[(&str, &str)]) -> Self {
        let home = tempfile::tempdir().unwrap();
        let place = home.path().join("files");
        std::fs::create_dir(&place).unwrap();
        let mut engine = Engine::open(&home.path().join("ledger")).unwrap();
        let from = Instant::parse("2026-01-01T00:00:00Z").unwrap();
        let adoption = Adoption { text: CHARTER, from, who: "test", trial: true };
        engine.adopt_charter(&adoption, from).unwrap();
        let mapping = Mapping::read(mapping).unwrap_or_else(|problems| panic!("{problems}"));
        let desk = Self { engine, mapping, files: place, home };
        for (name, text) in files {
            desk.write(name, text);
        }
        desk
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        std::fs::write(self.files.join(name), text).unwrap();
    }

    /// A folder beside that of the files, which is called `files`.
    pub(crate) fn folder(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    pub(crate) fn import(&mut self) -> ImportReport {
        self.import_with(|_| {}).unwrap_or_else(|error| panic!("{error}"))
    }

    pub(crate) fn import_with<'a>(
        &'a mut self,
        change: impl FnOnce(&mut Import<'a>),
    ) -> Result<ImportReport, ImportError> {
        let Self { engine, mapping, files, .. } = self;
        let mut import = Import {
            mapping,
            folder: files,
            rejects: None,
            partial: false,
            dry_run: false,
            as_of: None,
            rows_max: Import::ROWS_MAX,
        };
        change(&mut import);
        engine.import(&import, now(), &mut |_| {})
    }

    /// The file and the rows read at each step.
    pub(crate) fn progress(&mut self) -> Vec<(String, u64)> {
        let Self { engine, mapping, files, .. } = self;
        let import = Import {
            mapping,
            folder: files,
            rejects: None,
            partial: false,
            dry_run: false,
            as_of: None,
            rows_max: Import::ROWS_MAX,
        };
        let mut steps = Vec::new();
        let mut note = |step: app::Progress<'_>| {
            if let app::Progress::Reading { file, rows, bytes_read, bytes } = step {
                assert!(bytes_read <= bytes);
                steps.push((file.to_owned(), rows));
            }
        };
        engine.import(&import, now(), &mut note).unwrap();
        steps
    }

    /// Imports one folder and, between its batches, the other one with an engine of its own.
    pub(crate) fn import_between(&mut self, other: &std::path::Path) -> [ImportReport; 2] {
        let path = self.home.path().join("ledger");
        let Self { engine, mapping, files, .. } = self;
        let import = Import {
            mapping,
            folder: files,
            rejects: None,
            partial: false,
            dry_run: false,
            as_of: None,
            rows_max: Import::ROWS_MAX,
        };
        let theirs = Import {
            mapping,
            folder: other,
            rejects: None,
            partial: true,
            dry_run: false,
            as_of: None,
            rows_max: Import::ROWS_MAX,
        };
        let mut between = Engine::open(&path).unwrap();
        let mut reports = Vec::new();
        let ours = engine
            .import(&import, now(), &mut |_| {
                reports.push(between.import(&theirs, now(), &mut |_| {}).unwrap());
            })
            .unwrap_or_else(|error| panic!("{error}"));
        assert!(reports.len() >= 2, "it came between several batches");
        [ours, reports.swap_remove(0)]
    }

    /// Imports two folders at once, each with an engine of its own.
    pub(crate) fn import_at_once(&mut self, other: &std::path::Path) -> [ImportReport; 2] {
        let path = self.home.path().join("ledger");
        let mapping = &self.mapping;
        let run = |folder: &std::path::Path| {
            let import = Import {
                mapping,
                folder,
                rejects: None,
                partial: false,
                dry_run: false,
                as_of: None,
                rows_max: Import::ROWS_MAX,
            };
            let mut engine = Engine::open(&path).unwrap();
            engine.import(&import, now(), &mut |_| {}).unwrap_or_else(|error| panic!("{error}"))
        };
        let reports = std::thread::scope(|scope| {
            let theirs = scope.spawn(|| run(other));
            let ours = run(&self.files);
            [ours, theirs.join().unwrap()]
        });
        self.engine.refresh().unwrap();
        reports
    }

    pub(crate) fn subject(&self, namespace: &str, id: &str) -> SubjectId {
        let found = self.engine.store().view().identified(namespace, id).unwrap();
        found.expect("an identifier that was imported")
    }

    pub(crate) fn stage_of(&self, id: &str) -> Option<String> {
        let lead = self.subject("crm.lead", id);
        let projection = self.engine.store().view().projection(lead).unwrap();
        projection.map(|rests| self.engine.vocabulary().word(rests.stage).to_owned())
    }

    /// What the facts of a kind and name say of a subject.
    pub(crate) fn facts(&self, subject: SubjectId, kind: Kind, name: &str) -> Vec<Value> {
        self.dated_facts(subject, kind, name).into_iter().map(|(_, value)| value).collect()
    }

    /// What the facts of a kind and name say of a subject, and of when.
    pub(crate) fn dated_facts(
        &self,
        subject: SubjectId,
        kind: Kind,
        name: &str,
    ) -> Vec<(String, Value)> {
        let mut found = Vec::new();
        self.engine.store().view().facts_of_subject(subject, &mut found).unwrap();
        let code = self.engine.vocabulary().find_code(kind, name);
        found.sort_by_key(|recorded| recorded.fact.occurred_at);
        found
            .iter()
            .filter(|recorded| Some(recorded.fact.code) == code)
            .map(|recorded| (recorded.fact.occurred_at.to_string(), recorded.fact.value))
            .collect()
    }
}

pub(crate) fn now() -> Instant {
    Instant::parse("2026-05-01T00:00:00Z").expect("a time")
}
