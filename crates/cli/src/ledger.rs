//! Opening the ledger.

use crate::arguments::Global;
use crate::clock;
use crate::failure::Refusal;
use app::{AppError, AsOf, Engine};
use facts::Instant;
use store::{Store, StoreError};

/// The variable that names the folder for snapshots.
const SNAPSHOTS: &str = "TANDEM_SNAPSHOTS";

/// An open ledger, and the time that the command goes by.
pub(crate) struct Ledger {
    pub(crate) engine: Engine,
    pub(crate) now: Instant,
}

impl Ledger {
    /// Opens the ledger, which must be there, to look at it as it is at one instant.
    pub(crate) fn open(global: &Global) -> anyhow::Result<Self> {
        let mut ledger = Self::existing(global, clock::now(global)?)?;
        ledger.engine.store_mut().begin_reading().map_err(AppError::from)?;
        Ok(ledger)
    }

    /// Opens the ledger, which must be there, to write to it.
    pub(crate) fn open_to_write(global: &Global) -> anyhow::Result<Self> {
        Self::existing(global, clock::now_to_write(global)?)
    }

    /// Opens the ledger, which must be there, whatever the clock says.
    pub(crate) fn open_to_examine(global: &Global) -> anyhow::Result<Self> {
        Ok(Self { now: clock::now(global)?, engine: Self::found(global)? })
    }

    fn existing(global: &Global, now: Instant) -> anyhow::Result<Self> {
        Self::at(global, Self::found(global)?, now)
    }

    fn found(global: &Global) -> anyhow::Result<Engine> {
        let place = global.ledger();
        let is_gone = place.file().is_some_and(|path| !path.exists());
        let opened =
            if is_gone { Err(StoreError::NoLedger) } else { Store::open_existing(place.clone()) };
        if let Err(StoreError::NoLedger) = opened {
            let help = "start one with `tandem charter adopt FILE`, look at `tandem demo`, or name \
                        another file with --db";
            let refusal = Refusal::new("no_ledger", format!("there is no ledger at {place}"), help);
            return Err(refusal.into());
        }
        let mut store = opened.map_err(AppError::from)?;
        if let Some(folder) = std::env::var_os(SNAPSHOTS).filter(|folder| !folder.is_empty()) {
            store.keep_snapshots_in(folder.into());
        }
        Ok(Engine::over(store)?)
    }

    /// Opens the ledger to write to it, or makes an empty one.
    pub(crate) fn open_or_make(global: &Global) -> anyhow::Result<Self> {
        let now = clock::now_to_write(global)?;
        Self::at(global, Engine::open(global.ledger())?, now)
    }

    fn at(global: &Global, engine: Engine, now: Instant) -> anyhow::Result<Self> {
        let settled = engine.store().view().settled_until().map_err(AppError::from)?;
        Ok(Self { now: clock::not_before(settled, now, global)?, engine })
    }
}

/// As of when figures hold, for JSON.
pub(crate) fn as_of_json(as_of: &AsOf) -> serde_json::Value {
    serde_json::json!({
        "settled_until": as_of.settled_until.map(|at| at.to_string()),
        "leads_waiting_to_settle": as_of.waiting,
        "charter_adopted_at": as_of.adopted_at.to_string(),
        "is_trial": as_of.trial,
    })
}
