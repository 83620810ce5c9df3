//! Bars.

use super::style::{Style, visible};

/// Paints a text in a style.
pub(crate) type Paint = Box<dyn Fn(&Style, &str) -> String>;

/// One bar: what it is, how long, and what is said beside it.
pub(crate) struct Bar {
    /// What it is, painted.
    pub(crate) label: String,
    /// From 0 to 1.
    pub(crate) share: f64,
    /// Paints the bar.
    pub(crate) paint: Paint,
    /// What is said beside it.
    pub(crate) note: String,
}

/// The columns that a bar has at least.
const LEAST: usize = 8;

/// Bars below each other, what is said of them beside or, in narrow terminals, below them, of a common scale, as wide as the terminal lets them be.
pub(crate) fn bars(style: &Style, bars: Vec<Bar>) -> Vec<String> {
    let clean = |bar: Bar| Bar { label: style.clean(&bar.label), ..bar };
    let bars: Vec<Bar> = bars.into_iter().map(clean).collect();
    let labels = bars.iter().map(|bar| visible(&bar.label)).max().unwrap_or(0);
    let notes = bars.iter().map(|bar| visible(&bar.note)).max().unwrap_or(0);
    let beside = style.width >= labels + notes + 6 + LEAST;
    let taken = if beside { labels + notes + 6 } else { labels + 4 };
    let room = style.width.saturating_sub(taken).clamp(LEAST, 48);
    let line = |bar: &Bar| {
        let label = format!("{}{}", bar.label, " ".repeat(labels - visible(&bar.label)));
        let drawn = drawn(style, bar.share, room);
        let rest = " ".repeat(room - visible(&drawn));
        let drawn = (bar.paint)(style, &drawn);
        if beside {
            return vec![format!("  {label}  {drawn}{rest}  {}", bar.note)];
        }
        let note = bar.note.split_whitespace().collect::<Vec<_>>().join(" ");
        let note = style.wrapped(&format!("    {note}"), 4);
        std::iter::once(format!("  {label}  {drawn}"))
            .chain(note.lines().map(ToOwned::to_owned))
            .collect()
    };
    bars.iter().flat_map(line).collect()
}

/// A bar of eighths of a column, or of whole columns in plain letters. What is more than nothing
/// is seen.
fn drawn(style: &Style, share: f64, room: usize) -> String {
    const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
    let length = share.clamp(0.0, 1.0) * room as f64;
    if !style.unicode {
        let least = usize::from(share > 0.0);
        return "#".repeat((length.round() as usize).clamp(least, room));
    }
    let eighths = (length * 8.0).round() as usize;
    let eighths = eighths.max(usize::from(share > 0.0)).min(room * 8);
    format!("{}{}", "█".repeat(eighths / 8), EIGHTHS[eighths % 8])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_as_long_as_its_share_and_never_invisible() {
        let style = Style::new(false, true, 80);
        assert_eq!(drawn(&style, 1.0, 8), "████████");
        assert_eq!(drawn(&style, 0.5, 8), "████");
        assert_eq!(drawn(&style, 0.0001, 8), "▏");
        assert_eq!(drawn(&style, 0.0, 8), "");
        assert_eq!(drawn(&Style::new(false, false, 80), 0.25, 8), "##");
    }
}
