//! What leaves arrives as it should, at a real mail server and at real receivers.

mod email;
mod programs;
