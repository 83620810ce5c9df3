//! Each metric, defined once, and its values with what is behind them.

mod measured;
mod registry;
mod value;
mod waits;

pub use measured::{Counted, Measure, Measured};
pub use registry::{Metric, MetricTime, MetricUnit};
pub use value::MetricValue;
pub use waits::{Dust, median_with_waiting};
