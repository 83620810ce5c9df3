//! What each person would have been given.

use crate::screen::Screen;
use crate::show::{Align, Table};
use app::BacktestAnswer;
use app::tell::{Clockwork, count, number};
use facts::Symbol;
use lifecycle::{GivenLoad, PersonLoad};
use serde_json::{Value, json};

/// Everybody side by side, by name.
pub(super) fn show(
    answer: &BacktestAnswer,
    clock: &Clockwork,
    screen: &mut Screen,
) -> anyhow::Result<()> {
    if answer.lacks_settings {
        screen.gap()?;
        let text = "There are routes, and no settings that say who there is: nobody was given \
                    anything. Apply some with `tandem settings apply`.";
        screen.paragraph(text, 0)?;
        return Ok(());
    }
    let Some(routing) = &answer.found.routing else { return Ok(()) };
    screen.gap()?;
    screen
        .line(screen.style.strong("Whom the routes would have given leads, of hand-offs in all"))?;
    let numbers = [
        "In force",
        "usual week",
        "most",
        "open at once",
        "Proposed",
        "usual week",
        "most",
        "open at once",
    ];
    let mut columns = vec![("", Align::Left)];
    columns.extend(numbers.map(|name| (name, Align::Right)));
    let mut table = Table::new(&screen.style, &columns);
    for (person, name) in by_name(answer) {
        let mut row = vec![name.to_owned()];
        for load in [&routing.before, &routing.after] {
            row.extend(cells(of(load, person)));
        }
        table.row(row);
    }
    for line in table.lines() {
        screen.line(line)?;
    }
    for (load, whose) in [(&routing.before, "In force"), (&routing.after, "Proposed")] {
        let (waited, never) = (load.waited.all as usize, load.never_given.all as usize);
        let text = format!(
            "{whose}: {} left in a queue; {} waited for somebody free, {} in vain.",
            count(load.left_in_queue.all as usize, "hand-off"),
            number(waited),
            number(never),
        );
        screen.paragraph(&text, 0)?;
    }
    if let Some(since) = answer.staff_since {
        let text = format!(
            "As if everybody had worked each lead for as long as it was worked in fact. Before {}, \
             the first settings are assumed.",
            clock.start(since)
        );
        screen.paragraph(&text, 0)?;
    }
    Ok(())
}

/// For programs.
pub(super) fn document(answer: &BacktestAnswer) -> Value {
    let side = |load: &GivenLoad| {
        let people = by_name(answer).into_iter().filter_map(|(person, name)| {
            let load = of(load, person)?;
            Some(json!({
                "person": name,
                "given": super::document::count(load.given),
                "median_week": load.per_week.median(),
                "most_in_a_week": load.per_week.most(),
                "most_open": load.most_open,
                "per_week": load.per_week.per_week,
            }))
        });
        json!({
            "people": people.collect::<Vec<_>>(),
            "waited": super::document::count(load.waited),
            "never_given": super::document::count(load.never_given),
            "left_in_queue": super::document::count(load.left_in_queue),
        })
    };
    let routing = answer.found.routing.as_ref();
    json!(routing.map(|routing| {
        json!({
            "settings_since": answer.staff_since.map(|at| at.to_string()),
            "method": "as if everybody had worked each lead for as long as it was worked in fact",
            "before": side(&routing.before),
            "after": side(&routing.after),
        })
    }))
}

fn by_name(answer: &BacktestAnswer) -> Vec<(Symbol, &str)> {
    let people = answer.people.iter();
    let mut people: Vec<_> = people.map(|(person, name)| (*person, name.as_str())).collect();
    people.sort_unstable_by_key(|(_, name)| *name);
    people
}

fn of(load: &GivenLoad, person: Symbol) -> Option<&PersonLoad> {
    load.people.iter().find(|one| one.person == person)
}

fn cells(load: Option<&PersonLoad>) -> [String; 4] {
    let Some(load) = load else { return std::array::from_fn(|_| "0".to_owned()) };
    let of = |count: u64| number(count as usize);
    [
        of(load.given.all),
        of(u64::from(load.per_week.median())),
        of(u64::from(load.per_week.most())),
        of(u64::from(load.most_open)),
    ]
}
