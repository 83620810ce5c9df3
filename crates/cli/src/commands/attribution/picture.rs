//! Attribution in tables.

use crate::screen::Screen;
use crate::show::{Align, Table};
use app::tell::{
    count, money, named_value, number, part_of_results, rankings_in_words, terms_in_words,
};
use app::{AttributionAnswer, AttributionView};
use insight::{Certainty, Ranked};

/// The most values that are shown; JSON has all.
const SHOWN: usize = 20;

/// What each value brought, and what to know before trusting it.
pub(super) fn show(
    answer: &AttributionAnswer,
    models: bool,
    screen: &mut Screen,
) -> anyhow::Result<()> {
    let style = screen.style;
    let rows = &answer.rankings.values;
    if !rows.is_empty() {
        screen.gap()?;
        screen.line(style.strong(&format!("By {}", answer.by.word())))?;
        let table = if models { side_by_side(answer, screen) } else { table(answer, screen) };
        for line in table {
            screen.line(line)?;
        }
        let more = rows.len().saturating_sub(SHOWN);
        if more > 0 {
            screen.line(style.faint(&format!("  and {more} more; --json has all")))?;
        }
        if let Some(said) = rankings_in_words(answer) {
            screen.gap()?;
            screen.paragraph(&said, 0)?;
        }
    }
    notes(answer, screen)
}

fn table(answer: &AttributionAnswer, screen: &Screen) -> Vec<String> {
    let right = |name| (name, Align::Right);
    let unit = if answer.stage.is_some() { "Leads" } else { "Won" };
    let (currency, per_unit) = &answer.currency;
    let has_money = answer.worth_minor.0 != 0;
    let mut columns = vec![("", Align::Left), right(unit)];
    if has_money {
        columns.push(right(currency));
    }
    columns.extend([right("Share"), right("by every model"), right("Rank"), right("in")]);
    let has_cost = answer.costs.whole_minor().is_some();
    if has_cost {
        columns.extend([right("Cost"), right("Return"), right("by every model")]);
    }
    let mut table = Table::new(&screen.style, &columns);
    for ranked in answer.rankings.values.iter().take(SHOWN) {
        let Ranked { value, rank_best, rank_worst, share_least, share_most } = *ranked;
        let mut cells =
            vec![named_value(answer, value), part_of_results(answer.credits.results_nano[value])];
        if has_money {
            cells.push(money(answer.credits.amount_minor[value], *per_unit));
        }
        cells.push(percent(answer.share(value)));
        let range = format!("{:.0} to {:.0} %", share_least * 100.0, share_most * 100.0);
        cells.push(range.replace(' ', "\u{a0}"));
        cells.push(match rank_best == rank_worst {
            true => rank_best.to_string(),
            false => format!("{rank_best}\u{a0}to\u{a0}{rank_worst}"),
        });
        cells.push(number(answer.behind(value).len()));
        if has_cost {
            let cost = answer.costs.of(value);
            cells.push(cost.map_or_else(String::new, |cost| money(cost, *per_unit)));
            let returns = answer.returns_of(value);
            cells.push(returns.map_or_else(String::new, |(own, ..)| format!("{own:.1}")));
            let range =
                returns.map(|(_, least, most)| format!("{least:.1}\u{a0}to\u{a0}{most:.1}"));
            cells.push(range.unwrap_or_default());
        }
        table.row(cells);
    }
    table.lines()
}

/// Each model of the same window.
fn side_by_side(answer: &AttributionAnswer, screen: &Screen) -> Vec<String> {
    let window = answer.terms.window;
    let views: Vec<&AttributionView> =
        answer.views.iter().filter(|view| view.terms.window == window).collect();
    let words = views.iter().map(|view| (view.terms.model.word(), Align::Right));
    let columns: Vec<_> = [("", Align::Left)].into_iter().chain(words).collect();
    let mut table = Table::new(&screen.style, &columns);
    for ranked in answer.rankings.values.iter().take(SHOWN) {
        let parts = views.iter().map(|view| match answer.by_amount {
            true => money(view.credits.amount_minor[ranked.value], answer.currency.1),
            false => part_of_results(view.credits.results_nano[ranked.value]),
        });
        table.row([named_value(answer, ranked.value)].into_iter().chain(parts).collect());
    }
    table.lines()
}

fn notes(answer: &AttributionAnswer, screen: &mut Screen) -> anyhow::Result<()> {
    let style = screen.style;
    let mut said = vec![match answer.is_agreed {
        true => "Model and window are the charter's.".to_owned(),
        false => format!("Not the charter's terms: shared {}.", terms_in_words(&answer.terms)),
    }];
    let are = |count: usize| if count == 1 { "is" } else { "are" };
    if let Some(cost) = answer.costs.whole_minor() {
        let (currency, per_unit) = &answer.currency;
        let elsewhere = match answer.costs.elsewhere_minor {
            0 => String::new(),
            some => format!(", {} of it on what no touch here has", money(some, *per_unit)),
        };
        let brought = answer.return_on_cost().map_or_else(String::new, |brought| {
            format!("; what was shared is {brought:.1} times that")
        });
        said.push(format!(
            "Spent by the settings: {} {currency}{elsewhere}{brought}.",
            money(cost, *per_unit)
        ));
    }
    let mut say = |how_many: usize, text: &dyn Fn(usize) -> String| {
        if how_many > 0 {
            said.push(text(how_many));
        }
    };
    say(answer.untouched.len(), &|some| {
        format!(
            "{} {} not shared, since no touch before is known in the window.",
            number(some),
            are(some)
        )
    });
    say(answer.unlinked.len(), &|some| {
        format!(
            "{} {} not shared, since nobody is linked, by name or by account.",
            number(some),
            are(some)
        )
    });
    say(answer.by_account.len(), &|some| {
        format!(
            "{} {} shared among all touches of the account's people, since no person is linked.",
            number(some),
            are(some)
        )
    });
    say(answer.undated.len(), &|some| {
        format!("{} won nobody knows when, and not counted.", number(some))
    });
    if answer.terms.model.needs_all_paths() {
        said.push(format!(
            "Estimated, with {} that came to nothing; {} still open and in no path.",
            count(answer.without.count(), "lead"),
            match answer.undecided.count() {
                1 => "1 is".to_owned(),
                open => format!("{} are", number(open)),
            },
        ));
    }
    if answer.certainty() != Certainty::Exact {
        said.push(format!(
            "Assumed, since it was before the first charter or is not dated: {} of {}.",
            number(answer.assumed),
            number(answer.results.len()),
        ));
    }
    screen.gap()?;
    screen.paragraph(&style.faint(&said.join(" ")), 0)?;
    Ok(())
}

fn percent(share: f64) -> String {
    format!("{:.1} %", share * 100.0)
}
