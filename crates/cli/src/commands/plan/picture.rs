//! A plan in tables.

use crate::screen::Screen;
use crate::show::{Align, Table};
use app::PlanAnswer;
use app::tell::{load_in_words, no_plan, number};
use insight::PlanStep;

/// Each stage, whether it can be carried, and each part.
pub(super) fn plan(answer: &PlanAnswer, screen: &mut Screen) -> anyhow::Result<()> {
    let style = screen.style;
    if let Some(Ok(plan)) = &answer.whole {
        screen.gap()?;
        let columns = [
            ("Stage", Align::Left),
            ("needed", Align::Right),
            ("95 %", Align::Right),
            ("go on", Align::Right),
            ("95 %", Align::Right),
            ("half in", Align::Right),
            ("before a win", Align::Right),
        ];
        let mut table = Table::new(&style, &columns);
        plan.steps.iter().for_each(|step| table.row(cells(answer, step)));
        for line in table.lines() {
            screen.line(line)?;
        }
        let amount = format!(
            "A win brought {} {} on average ({} to {}; {} wins).",
            whole(plan.amount_mean),
            answer.currency,
            whole(plan.amount_interval.low),
            whole(plan.amount_interval.high),
            number(plan.amounts)
        );
        screen.gap()?;
        screen.paragraph(&amount, 0)?;
    }
    if let Some(load) = &answer.load {
        screen.paragraph(&load_in_words(load), 0)?;
    }
    for slice in &answer.slices {
        let name = slice.value.as_deref().unwrap_or("(not known)");
        let said = match &slice.plan {
            Ok(plan) => {
                let steps = plan.steps.iter().map(|step| {
                    let stage = &answer.path.stages()[step.stage].name;
                    format!("{stage} {}", whole(step.needed))
                });
                steps.collect::<Vec<_>>().join(", ")
            }
            Err(few) => no_plan(answer, *few),
        };
        screen.gap()?;
        let part = slice.part * 100.0;
        screen.line(style.strong(&format!("{name}, {part:.0}\u{a0}% of what was won")))?;
        screen.paragraph(&said, 2)?;
    }
    if !answer.undated.is_empty() {
        let undated = number(answer.undated.count());
        screen.gap()?;
        let note = format!("Without a date, and in no figure: {undated} leads.");
        screen.line(style.faint(&note))?;
    }
    Ok(())
}

fn cells(answer: &PlanAnswer, step: &PlanStep) -> Vec<String> {
    let percent = |share: f64| format!("{:.1}\u{a0}%", share * 100.0);
    let of_next =
        |of: &dyn Fn(&insight::GoingOn) -> String| step.next.as_ref().map_or_else(String::new, of);
    let needed = step.needed_interval;
    vec![
        answer.path.stages()[step.stage].name.clone(),
        whole(step.needed),
        format!("{}\u{a0}to\u{a0}{}", whole(needed.low), whole(needed.high)),
        of_next(&|next| percent(next.share)),
        of_next(&|next| {
            let (low, high) = (next.interval.low * 100.0, next.interval.high * 100.0);
            format!("{low:.0}\u{a0}to\u{a0}{high:.0}\u{a0}%")
        }),
        of_next(&|next| format!("{:.0} d", next.days_median)),
        format!("{:.0} d", step.days_before),
    ]
}

fn whole(value: f64) -> String {
    number(value.round().max(0.0) as usize)
}
