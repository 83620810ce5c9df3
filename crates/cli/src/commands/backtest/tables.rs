//! Both charters side by side.

use crate::screen::Screen;
use crate::show::{Align, Style, Table};
use app::BacktestAnswer;
use app::tell::{certainty_of_count as certainty, sum_of_counts as sum};
use app::tell::{count, number, percent};
use insight::Share;
use lifecycle::{Backtest, Compared, Count, Runs, WeekLoad};

const CHANGES: [&str; 4] = ["Earlier", "Later", "Never", "Newly"];

/// How often each stage was entered.
pub(super) fn stages(found: &Backtest, screen: &mut Screen) -> anyhow::Result<()> {
    let style = screen.style;
    let numbers = ["In force", "Proposed", "Change"].into_iter().chain(CHANGES);
    let mut columns = vec![("", Align::Left)];
    columns.extend(numbers.map(|name| (name, Align::Right)));
    columns.push(("", Align::Left));
    let mut table = Table::new(&style, &columns);
    for figures in &found.stages {
        let Compared { before, after } = figures.entries;
        let mut row = vec![
            named(&style, figures.stage.side, &figures.stage.name, figures.stage.is_in),
            all(before),
            all(after),
            change(before.all, after.all),
        ];
        row.extend(figures.flips.map(all));
        let both = sum(before, after);
        row.push(if both.exact() < both.all { certainty(both).to_owned() } else { String::new() });
        table.row(row);
    }
    section("How often each stage was entered", table, screen)
}

/// What became of each promise.
pub(super) fn promises(found: &Backtest, screen: &mut Screen) -> anyhow::Result<()> {
    let style = screen.style;
    let numbers = ["In force", "kept", "Proposed", "kept", "nobody saw"];
    let mut columns = vec![("", Align::Left)];
    columns.extend(numbers.map(|name| (name, Align::Right)));
    let mut table = Table::new(&style, &columns);
    let ran = |runs: &&lifecycle::PromiseRuns| runs.before.started.all + runs.after.started.all > 0;
    for runs in found.promises.iter().filter(ran) {
        let (before, after) = (&runs.before, &runs.after);
        table.row(vec![
            named(&style, runs.promise.by, &runs.promise.id, runs.promise.is_in),
            all(before.started),
            percent(kept(before)),
            all(after.started),
            percent(kept(after)),
            all(after.unseen),
        ]);
    }
    section("How often each promise ran, and was kept of those judged", table, screen)
}

/// How much work comes each week.
pub(super) fn load(found: &Backtest, screen: &mut Screen) -> anyhow::Result<()> {
    let style = screen.style;
    let numbers = ["In force, usual week", "most", "Proposed, usual week", "most"];
    let mut columns = vec![("", Align::Left)];
    columns.extend(numbers.map(|name| (name, Align::Right)));
    let mut table = Table::new(&style, &columns);
    let mut row = |name: String, load: &Compared<WeekLoad>| {
        let of = |load: &WeekLoad| [load.median(), load.most()].map(|it| number(it as usize));
        let cells = of(&load.before).into_iter().chain(of(&load.after));
        table.row([name].into_iter().chain(cells).collect());
    };
    for queue in &found.queues {
        row(format!("hand-offs to {}", queue.queue.to), &queue.load);
    }
    for side in &found.sides {
        row(style.side(side.side, &format!("promises of {}", side.side.word())), &side.load);
    }
    section(&format!("Per week, of {}", count(found.weeks.len(), "week")), table, screen)
}

/// What would happen at once.
pub(super) fn first_day(answer: &BacktestAnswer, screen: &mut Screen) -> anyhow::Result<()> {
    screen.gap()?;
    if let Some(reason) = &answer.cannot_follow {
        let text = format!("It could not take force as it is: {reason}.");
        screen.paragraph(&text, 0)?;
        return Ok(());
    }
    let Some(day) = &answer.found.first_day else { return Ok(()) };
    let moves = day.moves.count;
    if moves.all == 0 && day.clocks == 0 {
        screen.line("If it took force now, no lead would move at once.")?;
        return Ok(());
    }
    let wanted: u64 = day.handoffs.iter().sum();
    let text = format!(
        "If it took force now, {} would move at once ({}), {} would be wanted and {} would start.",
        count(moves.all as usize, "lead"),
        certainty(moves),
        count(wanted as usize, "hand-off"),
        count(day.clocks as usize, "promise"),
    );
    screen.paragraph(&text, 0)?;
    let names = &answer.found.stages;
    let name = |stage: u16| names[usize::from(stage)].stage.name.as_str();
    for way in &day.ways {
        let arrow = screen.style.follows_mark();
        let leads = number(way.leads as usize);
        screen.line(format!("  {leads:>7}  {} {arrow} {}", name(way.from), name(way.to)))?;
    }
    Ok(())
}

fn section(title: &str, mut table: Table, screen: &mut Screen) -> anyhow::Result<()> {
    screen.gap()?;
    screen.line(screen.style.strong(title))?;
    for line in table.lines() {
        screen.line(line)?;
    }
    Ok(())
}

/// In its side's colour, and whether only one of the charters has it.
fn named(style: &Style, side: charter::Side, name: &str, is_in: [bool; 2]) -> String {
    let name = style.side(side, name);
    match is_in {
        [true, false] => format!("{name} (dropped)"),
        [false, true] => format!("{name} (new)"),
        _ => name,
    }
}

fn all(count: Count) -> String {
    number(count.all as usize)
}

fn change(before: u64, after: u64) -> String {
    if before == after {
        return "0".to_owned();
    }
    let sign = if after > before { '+' } else { '-' };
    format!("{sign}{}", number(before.abs_diff(after) as usize))
}

fn kept(runs: &Runs) -> Share {
    let part = runs.kept.all as usize;
    Share { part, whole: part + runs.broken.all as usize }
}
