//! What became of messages.

use std::ops::AddAssign;

/// What became of messages.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Collected {
    /// Messages that were taken.
    pub messages: u64,
    /// Facts that were new.
    pub facts_new: u64,
    /// Facts that the ledger knew already: messages that came again.
    pub facts_known: u64,
    /// Messages of programs that act by themselves; what they did is in no story.
    pub automatic: u64,
    /// People of whom nobody knew.
    pub persons_new: u64,
    /// Accounts of which nobody knew.
    pub accounts_new: u64,
    /// Parts of messages that were not taken.
    pub left_out: u64,
    /// Events recorded as `event.other`, because there were too many names before.
    pub names_over: u64,
    /// Texts that were not recorded, because there were too many different ones before.
    pub texts_over: u64,
    /// Messages of groups whose id another kind of subject has.
    pub groups_taken: u64,
}

impl AddAssign for Collected {
    fn add_assign(&mut self, other: Self) {
        self.messages += other.messages;
        self.facts_new += other.facts_new;
        self.facts_known += other.facts_known;
        self.automatic += other.automatic;
        self.persons_new += other.persons_new;
        self.accounts_new += other.accounts_new;
        self.left_out += other.left_out;
        self.names_over += other.names_over;
        self.texts_over += other.texts_over;
        self.groups_taken += other.groups_taken;
    }
}
