//! Both databases, for tests that run on each.
//!
//! A PostgreSQL server is there when `TANDEM_TEST_POSTGRES` holds its address, as it does in
//! `make test` and under `bash scripts/postgres.sh run`. A crate that uses [`on_both!`] has a
//! build script that sets `cfg(postgres)` then; without it, those tests are ignored and say why.

use std::path::PathBuf;
use tempfile::TempDir;

/// The variable with the address of a PostgreSQL server for tests.
pub const SERVER: &str = "TANDEM_TEST_POSTGRES";

/// Which database a test runs on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum On {
    /// A file of SQLite.
    Sqlite,
    /// A PostgreSQL server.
    Postgres,
}

/// A place for one ledger that no other test uses, and a folder for files beside it.
#[derive(Debug)]
pub struct Home {
    /// Which database.
    pub on: On,
    folder: TempDir,
}

impl Home {
    /// A new one.
    ///
    /// # Panics
    /// When there can be none.
    #[must_use]
    pub fn on(on: On) -> Self {
        Self { on, folder: tempfile::tempdir().expect("a folder for temporary files") }
    }

    /// Where the ledger is: a path, or the address of a server with a schema of its own. The
    /// schema is left behind, as the server is temporary too.
    ///
    /// # Panics
    /// Without a server, on [`On::Postgres`].
    #[must_use]
    pub fn ledger(&self) -> PathBuf {
        if self.on == On::Sqlite {
            return self.path("ledger.db");
        }
        let server = std::env::var(SERVER).unwrap_or_else(|_| panic!("{SERVER} is not set"));
        let mark = if server.contains('?') { '&' } else { '?' };
        format!("{server}{mark}options=-csearch_path%3D{}", self.schema()).into()
    }

    /// The schema that the ledger has on a server.
    ///
    /// # Panics
    /// Never: a temporary folder has a name.
    #[must_use]
    pub fn schema(&self) -> String {
        let name = self.folder.path().file_name().expect("a name").as_encoded_bytes();
        let letters = name.iter().map(|byte| format!("{byte:02x}"));
        letters.fold("test_".to_owned(), |schema, letter| schema + &letter)
    }

    /// The path of a file beside the ledger.
    #[must_use]
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
}

/// Makes a test for each database of each of these functions, which take [`On`].
#[macro_export]
macro_rules! on_both {
    ($($name:ident),* $(,)?) => {
        mod on_sqlite {
            $(
                #[test]
                fn $name() {
                    super::$name($crate::On::Sqlite);
                }
            )*
        }
        mod on_postgres {
            $(
                #[test]
                #[cfg_attr(
                    not(postgres),
                    ignore = "no PostgreSQL: run it under `bash scripts/postgres.sh run`"
                )]
                fn $name() {
                    super::$name($crate::On::Postgres);
                }
            )*
        }
    };
}
