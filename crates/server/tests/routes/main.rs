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
mod notices;
mod openapi;
mod outbox;
mod proposals;
mod settings;
mod webhooks;
mod write_keys;
