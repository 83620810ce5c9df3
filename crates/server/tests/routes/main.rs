//! What the API answers, address by address.

mod backtests;
mod charters;
mod collect;
mod deeds;
mod events;
mod figures;
mod health;
mod house;
mod leads;
mod openapi;
mod proposals;
mod settings;
mod write_keys;
