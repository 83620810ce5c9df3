//! Questions that have no answer.

/// A question that cannot be asked of this path.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum InsightError {
    /// A time from one stage to an earlier one, or to itself.
    #[error(
        "there is no way from `{from}` to `{to}`: name two stages of the path, the earlier one first"
    )]
    NotForward {
        /// The first stage named.
        from: String,
        /// The second stage named.
        to: String,
    },
    /// Touches are counted by something that has too many different values.
    #[error("touches have more than {most} different values: count them by something coarser")]
    TooManyValues {
        /// The most that there may be.
        most: usize,
    },
    /// More touches than one question can be about.
    #[error("there are more than {most} touches: ask for a shorter period or window")]
    TooManyTouches {
        /// The most that there may be.
        most: usize,
    },
}
