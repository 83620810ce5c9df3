//! Messages of websites, apps and servers become facts, each once, whatever their order.

mod desk;
mod identity;
mod keys;
mod order;
mod queue;
