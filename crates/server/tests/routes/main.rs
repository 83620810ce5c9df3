//! What the API answers, address by address.

mod backtests;
mod charters;
mod deeds;
mod events;
mod figures;
mod health;
mod house;
mod leads;
mod openapi;
mod proposals;
mod settings;
