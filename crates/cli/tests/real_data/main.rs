//! Real funnels, through the command line, come out as they were counted by other means.
//!
//! The data is not in the repository; without it these tests are ignored, and say so.

mod audit;
mod edtech;
mod olist;
mod salesforce;
mod set;
