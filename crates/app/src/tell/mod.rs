//! What there is to say, in words that every surface uses: the command line, the API, messages.

mod alignment;
mod attribution;
pub mod audit;
mod backtest;
mod coverage;
mod decision;
mod fact;
mod feedback;
mod mirror;
mod named;
mod plan;
mod scorecard;
mod words;

pub use alignment::{alignment_in_words, index_in_words, part_in_words, part_name};
pub use attribution::{
    attribution_in_words, money, named as named_value, part_of_results, rankings_in_words,
    terms_in_words,
};
pub use backtest::{
    backtest_in_words, certainty_of_count, handed_over, notes_on_backtest, sum_of_counts,
};
pub use coverage::{cell_name, committees_in_words, coverage_in_words};
pub use decision::{Plain, Voice, because, decision_in_words, queue_in_words};
pub use fact::fact_in_words;
pub use feedback::{feedback_in_words, mistakes_in_words, reason_in_words, remedy_in_words};
pub use mirror::mirror_in_words;
pub use named::Named;
pub use plan::{
    backtest_of_forecast_in_words, forecast_in_words, load_in_words, no_plan, plan_in_words,
};
pub use scorecard::{
    clauses_in_words, leak_in_words, line_in_words, outcome_in_words, refused_in_words,
    scorecard_in_words,
};
pub use words::{Clockwork, certainty, count, days, length, number, percent};
