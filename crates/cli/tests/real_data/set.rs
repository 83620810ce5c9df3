//! A data set in a ledger of its own, through the real binary.

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

pub(crate) struct Set {
    folder: TempDir,
    now: &'static str,
    /// What the import said.
    pub(crate) report: Value,
}

impl Set {
    /// Adopts the charter of a fixture, and imports a set through its mapping.
    pub(crate) fn import(fixture: &str, set: &str, adopted: &str, now: &'static str) -> Self {
        let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../app/tests/fixtures");
        let fixture = fixtures.join(fixture);
        let data = PathBuf::from(env!("TANDEM_DATA")).join(set);
        let folder = tempfile::tempdir().unwrap();
        let mut set = Self { folder, now, report: Value::Null };
        let charter = fixture.join("charter.toml");
        set.json(&["charter", "adopt", charter.to_str().unwrap(), "--at", adopted]);
        let mapping = fixture.join("mapping.toml");
        let (data, mapping) = (data.to_str().unwrap(), mapping.to_str().unwrap());
        set.report = set.json(&["import", data, "--map", mapping]);
        set
    }

    /// What a command writes that succeeds.
    pub(crate) fn text(&self, arguments: &[&str]) -> String {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tandem"));
        command.current_dir(self.folder.path()).env_remove("TANDEM_DB").env("LANG", "C.UTF-8");
        let output = command.args(["--now", self.now]).args(arguments).output().unwrap();
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{arguments:?}: {errors}");
        String::from_utf8(output.stdout).unwrap()
    }

    pub(crate) fn json(&self, arguments: &[&str]) -> Value {
        serde_json::from_str(&self.text(&[&["--json"], arguments].concat())).unwrap()
    }

    /// Leads that reached each stage of the path, in its order.
    pub(crate) fn reached(funnel: &Value) -> Vec<u64> {
        let stages = funnel["stages"].as_array().unwrap().iter();
        stages.map(|stage| stage["reached"].as_u64().unwrap()).collect()
    }

    /// The first and the last figure of each slice, by its value.
    pub(crate) fn ends(funnel: &Value) -> Vec<(String, u64, u64)> {
        let slices = funnel["slices"].as_array().unwrap().iter();
        let mut ends: Vec<_> = slices
            .map(|slice| {
                let reached = Self::reached(slice);
                let value = slice["value"].as_str().unwrap_or("").to_owned();
                (value, reached[0], reached[reached.len() - 1])
            })
            .collect();
        ends.sort();
        ends
    }
}

/// Whether a figure is the wanted one, rounded to so many decimals.
pub(crate) fn rounds_to(figure: &Value, wanted: f64, decimals: i32) -> bool {
    let scale = 10_f64.powi(decimals);
    let found = figure.as_f64().unwrap();
    ((found * scale).round() - (wanted * scale).round()).abs() < 0.5
}
