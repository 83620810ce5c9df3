//! Who is given the leads that are handed over.
//!
//! A route is chosen by what is known of the lead; whom of a team it is given to depends on who is
//! there, on how much they have, and on whose turn it is, and so on all other leads: it is a
//! choice, recorded once with what it was made from, and never made again by the fold.

mod choose;
mod routes;
mod second_pass;
mod staff;

pub use choose::{Candidate, Choice, Considered, Standing, choose};
pub use routes::Routes;
pub(crate) use second_pass::second_pass;
pub use second_pass::{GivenLoad, HandoffMoment, PersonLoad};
pub use staff::{Staff, StaffMember};
