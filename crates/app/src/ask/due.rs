//! When what a lead has next is due, as lists and counts ask for it.

use facts::Instant;
use std::cmp::Ordering;

/// A day in microseconds.
const DAY_MICROS: i64 = 86_400_000_000;

/// When what a lead has next is due, seen from now.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DueWindow {
    /// Before now: it is late.
    Late,
    /// Not yet, and within a day of wall time.
    Soon,
}

impl DueWindow {
    /// The earliest due in it; `None` where it has no beginning.
    pub(super) fn begins(self, now: Instant) -> Option<Instant> {
        match self {
            Self::Late => None,
            Self::Soon => Some(now),
        }
    }

    /// Whether a due comes before the window, in it, or after it; none comes after all.
    pub(super) fn place(self, due: Option<Instant>, now: Instant) -> Ordering {
        let Some(due) = due else { return Ordering::Greater };
        match self {
            Self::Late if due < now => Ordering::Equal,
            Self::Late => Ordering::Greater,
            Self::Soon if due < now => Ordering::Less,
            Self::Soon if due.0 - now.0 <= DAY_MICROS => Ordering::Equal,
            Self::Soon => Ordering::Greater,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{DAY_MICROS, DueWindow};
    use facts::Instant;
    use std::cmp::Ordering;

    #[test]
    fn what_is_due_exactly_now_is_not_late_and_what_is_due_within_a_day_is_soon() {
        let now = Instant(5 * DAY_MICROS);
        let place = |window: DueWindow, micros: i64| window.place(Some(Instant(micros)), now);
        assert_eq!(place(DueWindow::Late, now.0 - 1), Ordering::Equal);
        assert_eq!(place(DueWindow::Late, now.0), Ordering::Greater);
        assert_eq!(place(DueWindow::Soon, now.0 - 1), Ordering::Less);
        assert_eq!(place(DueWindow::Soon, now.0), Ordering::Equal);
        assert_eq!(place(DueWindow::Soon, now.0 + DAY_MICROS), Ordering::Equal);
        assert_eq!(place(DueWindow::Soon, now.0 + DAY_MICROS + 1), Ordering::Greater);
        assert_eq!(DueWindow::Late.place(None, now), Ordering::Greater);
    }
}
