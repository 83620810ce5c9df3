//! A ledger in a schema of a PostgreSQL server.

use super::{Cell, Columns, bulk, tls};
use crate::error::StoreError;
use postgres::config::SslMode;
use postgres::fallible_iterator::FallibleIterator;
use postgres::types::{ToSql, Type};
use postgres::{Client, Config, NoTls, Statement};
use std::cell::{Cell as Flag, RefCell};
use std::collections::HashMap;
use std::fmt;
use std::time::Duration;

/// An open connection.
pub(crate) struct Postgres {
    config: Config,
    client: RefCell<Client>,
    statements: RefCell<HashMap<(&'static str, Form), Statement>>,
    in_transaction: Flag<bool>,
}

/// For how many rows a statement is prepared.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Form {
    One,
    Insert,
    Question,
    Any,
}

/// How many rows go in one journey.
const ROWS_MAX: usize = 10_000;

/// Nothing is acknowledged that is not on the disk of the server, whatever its settings say.
const SETTINGS: &str = "
    SET client_min_messages = warning;
    SET default_transaction_isolation = 'read committed';
    SELECT set_config('synchronous_commit', 'on', false)
    WHERE current_setting('synchronous_commit') = 'off';
";

/// Writers take turns, by a lock of the ledger's schema that ends with the transaction. So a
/// position is given only when every earlier one is there for all to see: whoever reads what
/// follows a position misses nothing. ("TAND", as in the files of SQLite.)
const TURN: &str = "
    SELECT pg_advisory_xact_lock(1413566020, current_schema()::regnamespace::oid::bigint::bit(32)::int)";

const TABLES: &str = "
    SELECT quote_ident(table_name) FROM information_schema.tables
    WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' ORDER BY 1";
const GAPS: &str =
    "SELECT coalesce(max(last), 0), coalesce(sum(length(facts)) / 43, 0)::bigint FROM segment";

impl Postgres {
    pub(crate) fn open(address: &str) -> Result<Self, StoreError> {
        let mut config: Config = address.parse().map_err(|error: postgres::Error| {
            let why = std::error::Error::source(&error).map(ToString::to_string);
            StoreError::BadAddress(why.unwrap_or_else(|| error.to_string()))
        })?;
        if config.get_application_name().is_none() {
            config.application_name("tandem");
        }
        if config.get_connect_timeout().is_none() {
            config.connect_timeout(Duration::from_secs(StoreError::PATIENCE_SECONDS));
        }
        let client = RefCell::new(connect(&config)?);
        let (statements, in_transaction) = (RefCell::default(), Flag::new(false));
        Ok(Self { config, client, statements, in_transaction })
    }

    /// Asks with a connection that stands: one that was lost between two transactions, by a
    /// server that was restarted, is made anew.
    fn with<T>(
        &self,
        ask: impl FnOnce(&mut Client) -> Result<T, postgres::Error>,
    ) -> Result<T, StoreError> {
        let mut client = self.client.borrow_mut();
        if client.is_closed() && !self.in_transaction.get() {
            self.statements.borrow_mut().clear();
            *client = connect(&self.config)?;
        }
        Ok(ask(&mut client)?)
    }

    fn statement(&self, sql: &'static str, form: Form) -> Result<Statement, StoreError> {
        if self.client.borrow().is_closed() {
            self.statements.borrow_mut().clear();
        }
        if let Some(known) = self.statements.borrow().get(&(sql, form)) {
            return Ok(known.clone());
        }
        let text = if form == Form::One {
            bulk::one(sql)
        } else {
            let single = self.statement(sql, Form::One)?;
            let types: Vec<_> = single.params().iter().map(Type::name).collect();
            match form {
                Form::Insert => bulk::insert(sql, &types),
                Form::Question => bulk::question(sql, &types),
                Form::Any | Form::One => bulk::any(sql, types[0]),
            }
        };
        let statement = self.with(|client| client.prepare(&text))?;
        self.statements.borrow_mut().insert((sql, form), statement.clone());
        Ok(statement)
    }

    pub(super) fn script(&self, sql: &str) -> Result<(), StoreError> {
        self.with(|client| client.batch_execute(sql))
    }

    pub(super) fn run(&self, sql: &'static str, values: &[Cell<'_>]) -> Result<u64, StoreError> {
        let statement = self.statement(sql, Form::One)?;
        let values: Vec<&(dyn ToSql + Sync)> = values.iter().map(|value| value as _).collect();
        self.with(|client| client.execute(&statement, &values))
    }

    pub(super) fn insert_all<'v, const N: usize>(
        &self,
        sql: &'static str,
        rows: impl IntoIterator<Item = [Cell<'v>; N]>,
    ) -> Result<u64, StoreError> {
        let mut changed = 0;
        in_arrays(rows, |arrays| {
            let statement = self.statement(sql, Form::Insert)?;
            changed +=
                self.with(|client| client.execute(&statement, &arrays.each_ref().map(|a| a as _)))?;
            Ok(())
        })?;
        Ok(changed)
    }

    pub(super) fn run_for_all(
        &self,
        sql: &'static str,
        values: impl IntoIterator<Item = i64>,
    ) -> Result<u64, StoreError> {
        let mut changed = 0;
        in_arrays(values.into_iter().map(|value| [Cell::Whole(value)]), |[array]| {
            let statement = self.statement(sql, Form::Any)?;
            changed += self.with(|client| client.execute(&statement, &[array]))?;
            Ok(())
        })?;
        Ok(changed)
    }

    pub(super) fn each(
        &self,
        sql: &'static str,
        values: &[Cell<'_>],
        visit: &mut dyn FnMut(&mut Columns<'_>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let statement = self.statement(sql, Form::One)?;
        let mut client = self.client.borrow_mut();
        let mut rows = client.query_raw(&statement, values)?;
        while let Some(row) = rows.next()? {
            visit(&mut Columns::of_postgres(&row, 0))?;
        }
        Ok(())
    }

    pub(super) fn each_of<'v, const N: usize>(
        &self,
        sql: &'static str,
        asked: impl IntoIterator<Item = [Cell<'v>; N]>,
        visit: &mut dyn FnMut(usize, &mut Columns<'_>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let mut before = 0;
        in_arrays(asked, |arrays| {
            let statement = self.statement(sql, Form::Question)?;
            let mut client = self.client.borrow_mut();
            let mut rows = client.query_raw(&statement, arrays)?;
            while let Some(row) = rows.next()? {
                let nth = row.try_get::<_, i64>(0)? as usize;
                visit(before + nth - 1, &mut Columns::of_postgres(&row, 1))?;
            }
            before += arrays[0].len();
            Ok(())
        })
    }

    /// What the server finds when it reads every row, and whether the ledger has gaps.
    pub(crate) fn damages(&self) -> Result<Vec<String>, StoreError> {
        let mut tables = Vec::new();
        self.each(TABLES, &[], &mut |row| {
            tables.push(row.take::<String>()?);
            Ok(())
        })?;
        let mut damages = Vec::new();
        for table in tables {
            match self
                .with(|client| client.query_one(&format!("SELECT count(*) FROM {table}"), &[]))
            {
                Ok(_) => {}
                Err(StoreError::Corrupt(what)) => damages.push(what),
                Err(other) => return Err(other),
            }
        }
        self.each(GAPS, &[], &mut |row| {
            let (last, facts) = (row.take::<i64>()?, row.take::<i64>()?);
            if last != facts {
                damages.push(format!("the last fact is at {last}, and there are {facts}"));
            }
            Ok(())
        })?;
        Ok(damages)
    }

    pub(super) fn begin(&self) -> Result<(), StoreError> {
        self.renew_if_in_transaction()?;
        let patience = StoreError::PATIENCE_SECONDS;
        let begin = format!("BEGIN; SET LOCAL lock_timeout = '{patience}s'; {TURN}");
        let begun = self.script(&begin);
        self.in_transaction.set(true);
        if begun.is_err() {
            self.roll_back();
        }
        begun
    }

    pub(super) fn begin_reading(&self) -> Result<(), StoreError> {
        self.renew_if_in_transaction()?;
        let begun = self.script("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
        self.in_transaction.set(true);
        if begun.is_err() {
            self.roll_back();
        }
        begun
    }

    /// What could not be rolled back is given up with its connection.
    fn renew_if_in_transaction(&self) -> Result<(), StoreError> {
        if self.in_transaction.get() {
            *self.client.borrow_mut() = connect(&self.config)?;
            self.statements.borrow_mut().clear();
            self.in_transaction.set(false);
        }
        Ok(())
    }

    pub(super) fn commit(&self) -> Result<(), StoreError> {
        self.script("COMMIT")?;
        self.in_transaction.set(false);
        Ok(())
    }

    pub(super) fn roll_back(&self) {
        if self.in_transaction.get()
            && (self.script("ROLLBACK").is_ok() || self.client.borrow().is_closed())
        {
            // A server that lost the connection rolls back by itself.
            self.in_transaction.set(false);
        }
    }
}

fn connect(config: &Config) -> Result<Client, StoreError> {
    let mut client = match config.get_ssl_mode() {
        SslMode::Disable => config.connect(NoTls),
        mode => config.connect(tls::connector(mode == SslMode::Require)?),
    }
    .map_err(|error| StoreError::of_connecting(&error))?;
    client.batch_execute(SETTINGS)?;
    Ok(client)
}

/// Turns rows into arrays, one for each column, for at most [`ROWS_MAX`] rows at a time.
fn in_arrays<'v, const N: usize>(
    rows: impl IntoIterator<Item = [Cell<'v>; N]>,
    mut send: impl FnMut(&[Vec<Cell<'v>>; N]) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let mut arrays: [Vec<Cell<'v>>; N] = std::array::from_fn(|_| Vec::new());
    for row in rows {
        if arrays[0].len() == ROWS_MAX {
            send(&arrays)?;
            arrays.iter_mut().for_each(Vec::clear);
        }
        for (array, cell) in arrays.iter_mut().zip(row) {
            array.push(cell);
        }
    }
    if arrays[0].is_empty() { Ok(()) } else { send(&arrays) }
}

impl fmt::Debug for Postgres {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The address may hold a password.
        to.debug_struct("Postgres").finish_non_exhaustive()
    }
}
