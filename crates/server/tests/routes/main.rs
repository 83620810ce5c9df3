//! What the API answers, address by address.

mod accounts;
mod backtests;
mod browse;
mod charters;
mod collect;
mod deeds;
mod events;
mod figures;
mod guard;
mod health;
mod house;
mod imports;
mod insight;
mod leads;
mod notices;
mod openapi;
mod opportunities;
mod outbox;
mod people;
mod proposals;
mod settings;
mod visitor;
mod waiting;
mod web_app;
mod webhooks;
mod write_keys;
