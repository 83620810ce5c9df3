//! The same decisions from a loop that was written for `charters/b2b-saas.toml` alone, the way one
//! would write it without charters: the rules are constants and code.
//!
//! It shares the calendar and the decay of a score with the fold, and nothing else. It assumes what
//! is true of bulk stories: one version, adopted before every fact; every fact before the end, dated
//! to the instant or the minute, and of its schema's type; nothing retracted or reopened, no
//! `lead.opted_out`, no `account.is_target`. It gives decisions only, not where a lead rests: so it
//! need not know a score that no rule will ask for.

mod charter;
mod clocks;
mod evidence;
mod lead;
mod words;

use super::Digest;
use ::charter::Decay;
use charter::{CUSTOMER, DISQUALIFIED, Meaning};
use facts::{Instant, Seconds, Vocabulary};
use lead::Lead;
use lifecycle::Sink;
use timeline::{Row, Timelines};
use words::Word;
use worktime::{Calendar, WeeklyHours};

/// Everything that the loop looks up.
pub(crate) struct ByHand {
    meanings: Vec<Meaning>,
    words: Vec<Word>,
    calendar: Calendar,
    decay: Decay,
}

impl ByHand {
    pub(crate) fn new(vocabulary: &Vocabulary) -> Self {
        let hours = WeeklyHours::parse_day_range("mon-fri", "09:00-18:00").expect("hours");
        Self {
            meanings: Meaning::table(vocabulary),
            words: Word::table(vocabulary),
            calendar: Calendar::new("Europe/Berlin", &hours, &[]).expect("a calendar"),
            decay: Decay::new(Seconds::days(30)),
        }
    }

    pub(crate) fn digest(&self, timelines: &Timelines, until: Instant) -> Digest {
        let mut sink = Digest::default();
        for story in timelines.stories() {
            self.story(story.rows, until, &mut sink);
        }
        sink
    }

    fn story<S: Sink>(&self, rows: &[Row], until: Instant, sink: &mut S) {
        let mut lead = Lead::new(self, sink);
        for (index, row) in rows.iter().enumerate() {
            if row.at > lead.alarm {
                lead.pass_time(row.at);
            }
            lead.take_in(index, row);
            if lead.stage == CUSTOMER || lead.stage == DISQUALIFIED {
                return;
            }
        }
        lead.pass_time(Instant(until.0 + 1));
    }
}
