//! How results are shared among the touches before them.
//!
//! A **path** is the touches before one result, the earliest first, each with what it is counted
//! by (a channel, a campaign, …: its **value**). Every model shares each result, and the money that
//! it brought, among the touches of its path; the shares are whole numbers that sum to what was
//! shared exactly ([`split`](crate::attribution::split)). What [`Credits`] say of a value is the
//! sum of what [`TouchPaths::credit_of`] says of each path; but the Markov chain knows no single
//! path, and shares the whole at once.
//!
//! Sources. First, last, linear, U, W and time decay are conventions, as
//! [`AttributionModel`](charter::AttributionModel) states them. Shapley: K. Zhao, S. H. Mahboobi
//! and S. R. Bagheri, "Shapley Value Methods for Attribution Modeling in Online Advertising", 2018:
//! for the value of a coalition being what the paths within it brought, each path's result is
//! shared alike among its different values; that is exact for any number of them. Markov:
//! E. Anderl, I. Becker, F. von Wangenheim and J. H. Schumann, "Mapping the Customer Journey",
//! International Journal of Research in Marketing 33(3), 2016, first order.

mod markov;
mod paths;
mod rankings;
mod sharing;
mod split;

pub use markov::{Chain, Removal};
pub use paths::{PathEnd, TouchBefore, TouchPaths};
pub use rankings::{Ranked, Rankings};
pub use sharing::{Credits, PathCredit};
