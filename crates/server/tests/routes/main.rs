//! What the API answers, address by address.

mod deeds;
mod events;
mod health;
mod house;
mod leads;
mod openapi;
