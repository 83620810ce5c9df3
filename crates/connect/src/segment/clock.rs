//! When a message happened, by our clock: what the sender's clock says of it, moved by as much as
//! that clock is off.

use facts::Instant;

/// The three times that a sender's clock may say, and ours.
#[derive(Clone, Copy, Debug)]
pub(super) struct Times {
    /// When it happened, by the sender's clock.
    pub(super) timestamp: Option<Instant>,
    /// When it happened by the sender's clock, where `timestamp` was corrected by another already.
    pub(super) original: Option<Instant>,
    /// When it was sent, by the sender's clock.
    pub(super) sent_at: Option<Instant>,
    /// When it arrived, by ours.
    pub(super) received_at: Instant,
}

impl Times {
    /// When it happened: never after it arrived, since nothing is told before it happens.
    pub(super) fn happened(self) -> Instant {
        let Self { timestamp, original, sent_at, received_at } = self;
        let at = match (timestamp, original, sent_at) {
            (Some(corrected), Some(_), _) => corrected,
            (Some(said), None, Some(sent)) | (None, Some(said), Some(sent)) => {
                Instant(received_at.0.saturating_sub(sent.micros_since(said)))
            }
            (Some(said), None, None) | (None, Some(said), None) => said,
            (None, None, _) => received_at,
        };
        at.clamp(Instant::EARLIEST, received_at.max(Instant::EARLIEST))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RECEIVED: Instant = Instant(1_800_000_000_000_000);

    fn at(seconds: i64) -> Instant {
        Instant(RECEIVED.0 + seconds * Instant::PER_SECOND)
    }

    fn happened(timestamp: Option<i64>, original: Option<i64>, sent: Option<i64>) -> Instant {
        let [timestamp, original, sent_at] = [timestamp, original, sent].map(|it| it.map(at));
        Times { timestamp, original, sent_at, received_at: RECEIVED }.happened()
    }

    #[test]
    fn a_clock_that_is_off_is_corrected_by_when_it_says_that_it_sent() {
        // Five minutes fast, ten seconds between happening and sending.
        assert_eq!(happened(Some(290), None, Some(300)), at(-10));
        assert_eq!(happened(Some(-3_610), None, Some(-3_600)), at(-10), "and one that is slow");
        assert_eq!(happened(None, Some(290), Some(300)), at(-10));
    }

    #[test]
    fn what_was_corrected_before_is_not_corrected_again() {
        assert_eq!(happened(Some(-10), Some(290), Some(300)), at(-10));
    }

    #[test]
    fn without_a_time_it_happened_when_it_arrived_and_never_after() {
        assert_eq!(happened(None, None, None), RECEIVED);
        assert_eq!(happened(None, None, Some(-9)), RECEIVED);
        assert_eq!(happened(Some(50), None, None), RECEIVED);
        assert_eq!(happened(Some(500), None, Some(-500)), RECEIVED);
        assert_eq!(happened(Some(-50), None, None), at(-50));
    }
}
