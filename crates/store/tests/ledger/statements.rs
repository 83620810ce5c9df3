//! Every statement of the store is understood by both databases.

use crate::Ledger;
use std::path::{Path, PathBuf};
use testkit::On;

/// The texts of constants that are statements, as the sources have them, but for those whose name
/// says that they are for one database.
fn statements() -> Vec<(String, String)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src");
    let mut found = Vec::new();
    for path in sources(folder.as_ref()) {
        // What speaks to older formats is tested with them, what a driver says with it.
        if path.extension().is_none_or(|end| end != "rs")
            || path.ends_with("migration.rs")
            || path.parent().is_some_and(|folder| folder.ends_with("database"))
            || path.ends_with("repacking.rs")
        {
            continue;
        }
        let source = std::fs::read_to_string(&path).unwrap();
        for part in source.split("const ").skip(1) {
            let Some((name, rest)) = part.split_once(": &str =") else { continue };
            let text = rest.trim_start().strip_prefix('"').and_then(|rest| rest.split_once("\";"));
            let text = text.map_or("", |(text, _)| text).replace("\\\\", "\\");
            let verb = text.split_whitespace().next().unwrap_or_default().to_owned();
            let is_statement = ["SELECT", "INSERT", "UPDATE", "DELETE"].contains(&verb.as_str());
            if is_statement && !name.ends_with("_SQLITE") && !name.ends_with("_POSTGRES") {
                found.push((format!("{name} in {}", path.display()), text));
            }
        }
    }
    found
}

/// The sources of a folder and those within it.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let paths = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    paths.flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] }).collect()
}

fn every_statement_is_understood(on: On) {
    let ledger = Ledger::on(on);
    let statements = statements();
    assert!(statements.len() > 40, "{}", statements.len());
    for (name, text) in statements {
        let refused = match on {
            On::Sqlite => {
                let connection = rusqlite::Connection::open(ledger.path()).unwrap();
                connection.prepare(&text).err().map(|error| error.to_string())
            }
            On::Postgres => {
                let text = text.replace('?', "$");
                ledger.client().prepare(&text).err().map(|error| format!("{error:?}"))
            }
        };
        assert_eq!(refused, None, "{name}");
    }
}

testkit::on_both!(every_statement_is_understood);
