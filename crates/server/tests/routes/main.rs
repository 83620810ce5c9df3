//! What the API answers, address by address.

mod events;
mod health;
mod house;
mod leads;
mod openapi;
