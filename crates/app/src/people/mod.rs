//! Who works with Tandem, and what each may do.

mod permission;
mod role;

pub use permission::{Permission, Permissions, UnknownPermission};
pub use role::{Role, UnknownRole};
