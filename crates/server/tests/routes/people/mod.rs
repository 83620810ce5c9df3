//! Who works with Tandem: `/api/v1/setup`, `session`, `me`, `users`, `invitations`, `teams`,
//! `tokens`, `audit`, `workspace`, `sign_in_ways`.

mod audit;
mod oidc;
mod session;
mod setup;
mod teams;
mod tokens;
mod users;
