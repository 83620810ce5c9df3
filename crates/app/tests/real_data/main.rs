//! Real funnels come out as they were counted by other means.
//!
//! The data is not in the repository; without it these tests are ignored, and say so.

mod backtest;
mod bpi2012;
mod companies;
mod edtech;
mod figures;
mod maven;
mod olist;
mod salesforce;
mod set;
mod x_education;
