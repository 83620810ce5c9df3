//! The real binary, in a folder of its own.

use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

/// The ready charter.
pub(crate) const CHARTER: &str = include_str!("../../../../charters/b2b-saas.toml");

const MAPPING: &str = r#"
[mapping]
name = "crm"
timezone = "Europe/Berlin"

[[file]]
path = "leads.csv"
dated = "seen"
times = { seen = "%Y-%m-%d %H:%M" }

[[file.subject]]
kind = "person"
id = { namespace = "crm.lead", column = "id" }
personal = { name = "name", email = "email" }

[file.subject.traits]
"lead.source" = { column = "source" }
"lead.seniority" = { column = "seniority" }
"lead.email_class" = { column = "class" }

[[file.subject.fact]]
kind = "touch"
name = { column = "did", map = { demo = "form.demo_request", prices = "page.pricing" } }
"#;

const LEADS: &str = "\
id,name,email,seen,source,seniority,class,did
1,Ann Arbor,ann@acme.example,2026-03-02 10:00,website,director,business,demo
2,Bo Birch,bo@birch.example,2026-03-03 11:30,webinar,manager,business,prices
3,Cy Cedar,cy@cedar.example,2026-03-04 09:15,website,student,free,demo
";

/// A ledger in a folder of its own.
pub(crate) struct Tandem {
    pub(crate) folder: TempDir,
}

/// What a command said.
#[derive(Debug)]
pub(crate) struct Said {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Tandem {
    /// Nothing yet.
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// Three leads under the ready charter, settled until 5 March 2026, 12:00 in Berlin.
    pub(crate) fn with_three_leads() -> Self {
        Self::with_three_leads_under(CHARTER)
    }

    /// The same under another charter.
    pub(crate) fn with_three_leads_under(charter: &str) -> Self {
        let tandem = Self::new();
        tandem.write("charter.toml", charter);
        tandem.write("mapping.toml", MAPPING);
        tandem.write("exports/leads.csv", LEADS);
        let adopted = ["charter", "adopt", "charter.toml", "--at", "2026-03-01"];
        assert_eq!(tandem.run(&adopted).code, 0);
        let imported = tandem.run(&["import", "exports", "--map", "mapping.toml"]);
        assert_eq!(imported.code, 0, "{imported:?}");
        tandem
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// The command, to be changed before it runs.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = command(self.folder.path());
        command.env("TANDEM_DB", "ledger.db").args(["--now", "2026-03-05T11:00:00Z"]);
        command.args(arguments);
        command
    }

    /// Runs at 5 March 2026, 12:00 in Berlin.
    pub(crate) fn run(&self, arguments: &[&str]) -> Said {
        Said::of(&self.command(arguments).output().unwrap())
    }

    /// Runs at another time.
    pub(crate) fn run_at(&self, now: &str, arguments: &[&str]) -> Said {
        let mut command = command(self.folder.path());
        command.env("TANDEM_DB", "ledger.db").args(["--now", now]).args(arguments);
        Said::of(&command.output().unwrap())
    }

    /// The JSON document of a command that succeeds.
    pub(crate) fn json(&self, arguments: &[&str]) -> Value {
        let said = self.run(&[&["--json"], arguments].concat());
        assert_eq!(said.code, 0, "{said:?}");
        said.json()
    }

    /// What a command says, without random ids.
    pub(crate) fn plain_ids(&self, arguments: &[&str]) -> String {
        let said = self.run(arguments);
        assert_eq!(said.code, 0, "{said:?}");
        let is_id = |word: &str| {
            word.len() == 13
                && word.chars().all(|it| it.is_ascii_digit() || it.is_ascii_lowercase())
        };
        let line = |line: &str| {
            let words = line.split(' ').map(|word| if is_id(word) { "ID" } else { word });
            words.collect::<Vec<_>>().join(" ")
        };
        said.out.lines().map(line).collect::<Vec<_>>().join("\n")
    }

    /// A text with random ids replaced by what the leads are called.
    pub(crate) fn plain(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for (name, instead) in [("crm.lead:1", "ANN"), ("crm.lead:2", "BO"), ("crm.lead:3", "CY")] {
            let lead = self.json(&["why", name])["lead"]["id"].as_str().unwrap().to_owned();
            text = text.replace(&lead, &format!("{instead:-<13}"));
        }
        text
    }
}

fn command(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tandem"));
    command.current_dir(folder);
    for name in ["TANDEM_DB", "NO_COLOR", "TERM", "LC_ALL", "LC_CTYPE"] {
        command.env_remove(name);
    }
    command.env("COLUMNS", "100").env("LANG", "C.UTF-8");
    command
}

impl Said {
    pub(crate) fn of(output: &Output) -> Self {
        Self {
            code: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout.clone()).unwrap(),
            err: String::from_utf8(output.stderr.clone()).unwrap(),
        }
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }
}
