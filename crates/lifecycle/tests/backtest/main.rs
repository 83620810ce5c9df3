//! Two charters over the same stories.

mod properties;
mod routing;
mod scenes;
mod world;

pub(crate) const SAAS: &str = include_str!("../../../../charters/b2b-saas.toml");
