//! Plain English for rules, clauses and promises: words that a salesperson would sign.

mod chapters;
mod clause;
mod facts_in_words;
mod join;
mod measure;
mod people;
mod promise;
mod route;
mod rule;
mod settings;
mod targets;
mod traits_in_words;

pub use chapters::{Chapter, ClauseWords, chapters};
pub use clause::{account_clause_in_words, clause_in_words};
pub use measure::within_in_words;
pub use promise::breach_step_in_words;
pub use rule::rule_in_words;
pub use settings::settings_in_words;
