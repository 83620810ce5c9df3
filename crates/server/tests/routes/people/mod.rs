//! Who works with Tandem: `/api/v1/setup`, `session`, `me`, `users`, `invitations`, `teams`,
//! `tokens`, `audit`, `workspace`.

mod audit;
mod session;
mod setup;
mod teams;
mod tokens;
mod users;
