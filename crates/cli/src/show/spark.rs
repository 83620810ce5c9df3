//! Many small numbers in one line.

use super::style::Style;

const STEPS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
const PLAIN: [char; 8] = ['_', '.', '.', '-', '-', '=', '=', '#'];

/// A column for each number, as high as it is of the greatest; nothing is a blank.
pub(crate) fn spark(style: &Style, numbers: &[usize]) -> String {
    let most = numbers.iter().copied().max().unwrap_or(0).max(1);
    let steps = if style.unicode { STEPS } else { PLAIN };
    let column = |number: &usize| match number {
        0 => ' ',
        number => steps[(number * 8).div_ceil(most).clamp(1, 8) - 1],
    };
    numbers.iter().map(column).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_greatest_is_whole_and_the_least_is_seen() {
        let style = Style::new(false, true, 80);
        assert_eq!(spark(&style, &[0, 1, 50, 100]), " ▁▄█");
        assert_eq!(spark(&Style::new(false, false, 80), &[0, 1, 100]), " _#");
        assert_eq!(spark(&style, &[]), "");
    }
}
