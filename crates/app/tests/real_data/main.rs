//! Real funnels come out as they were counted by other means.
//!
//! The data is not in the repository; without it these tests are ignored, and say so.

mod backtest;
mod edtech;
mod figures;
mod olist;
mod set;
