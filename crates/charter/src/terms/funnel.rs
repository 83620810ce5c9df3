//! `[funnel]`: the agreed funnel dynamics.

use super::Share;
use facts::Seconds;

/// `"mql -> sal" = { rate = 0.65, within = "2d" }`: of the passes that enter one stage, how many
/// reach another at least, and within what time. A pass that still has time is undecided.
#[derive(Clone, PartialEq, Debug)]
pub struct FunnelTarget {
    /// The index in [`Charter::stages`](crate::Charter::stages) of the stage that they come from.
    pub from: usize,
    /// The index of the stage that they reach, or a later one of the path.
    pub to: usize,
    /// How many of them at least.
    pub rate: Share,
    /// Within how long after entering the first stage, in wall time; `None` for ever.
    pub within: Option<Seconds>,
}
