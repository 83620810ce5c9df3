//! Scores, clause by clause.

use super::Why;
use crate::screen::Screen;
use app::tell::days;
use charter::{Charter, clause_in_words};
use facts::Seconds;

impl Why<'_> {
    pub(super) fn say_scores(&self, screen: &mut Screen) -> anyhow::Result<()> {
        let (Some(row), charter) = (&self.page.row, self.charter()?) else { return Ok(()) };
        if !charter.fit.is_empty() {
            self.say_fit(row.fit, charter, screen)?;
        }
        if !charter.engagement.points.is_empty() {
            self.say_engagement(row.engagement, charter, screen)?;
        }
        Ok(())
    }

    fn say_fit(&self, fit: f64, charter: &Charter, screen: &mut Screen) -> anyhow::Result<()> {
        screen.gap()?;
        let style = screen.style;
        screen.line(style.strong(&format!("Fit {}: who they are", points(fit))))?;
        let (holding, other): (Vec<_>, Vec<_>) =
            self.scores.fit.iter().partition(|line| line.holds == Some(true));
        for line in holding {
            let says = clause_in_words(charter, &line.clause).unwrap_or_default();
            screen.paragraph(&format!("  {:>5}  {says}", signed(line.points)), 9)?;
        }
        let unknown = other.iter().filter(|line| line.holds.is_none()).count();
        if !other.is_empty() {
            let why = match unknown {
                0 => String::new(),
                unknown if unknown == other.len() => " because too little is known".to_owned(),
                unknown => format!(", {unknown} of them because too little is known"),
            };
            let (rules, verb) = match other.len() {
                1 => ("1 other rule".to_owned(), "gives"),
                others => (format!("{others} other rules"), "give"),
            };
            let text = format!("  {:>5}  {rules} {verb} no points{why}", "");
            screen.paragraph(&style.faint(&text), 9)?;
        }
        Ok(())
    }

    fn say_engagement(
        &self,
        engagement: f64,
        charter: &Charter,
        screen: &mut Screen,
    ) -> anyhow::Result<()> {
        let style = screen.style;
        if charter.fit.is_empty() {
            screen.gap()?;
        }
        let half = charter.engagement.half_life.0 as f64 / Seconds::DAY.0 as f64;
        let title = format!(
            "Engagement {}: what they did (worth half after {} days)",
            points(engagement),
            days(half)
        );
        screen.line(style.strong(&title))?;
        for line in &self.scores.engagement {
            let says = clause_in_words(charter, &line.clause).unwrap_or_default();
            let over = match line.over_cap {
                0 => String::new(),
                over => format!(", {over} more over the cap"),
            };
            let times = match line.times {
                1 => "once".to_owned(),
                times => format!("{times} times"),
            };
            let says = says.trim_end_matches('.');
            let text = format!("  {:>5}  {says}: so far {times}{over}.", signed(line.points));
            screen.paragraph(&text, 9)?;
        }
        if self.scores.engagement.is_empty() {
            screen.line(style.faint("         nothing that counts, in this pass"))?;
        }
        Ok(())
    }
}

fn points(points: f64) -> String {
    let rounded = (points * 10.0).round() / 10.0;
    if rounded.fract() == 0.0 { format!("{rounded:.0}") } else { format!("{rounded:.1}") }
}

fn signed(value: f64) -> String {
    if value > 0.0 { format!("+{}", points(value)) } else { points(value) }
}
