//! Promises in a sentence, a picture and tables.

use crate::screen::Screen;
use crate::show::{Align, Bar, Style, Table, bars};
use app::PromisesAnswer;
use app::tell::{count, number, percent};
use charter::{Atom, Charter, Compare, Promise, PromiseEnd, Rule, Score, Side, within_in_words};
use insight::{ClockOutcome, Leads, PromiseFigures, SideFigures};

const fn name(side: Side) -> &'static str {
    match side {
        Side::Marketing => "Marketing",
        Side::Sales => "Sales",
    }
}

/// What each side did, side by side.
pub(crate) fn sentence(answer: &PromisesAnswer) -> String {
    let said = |figures: &SideFigures| {
        let all = figures.kept + figures.broken;
        let name = name(figures.side);
        match all {
            0 => format!("{name} had nothing to keep yet"),
            _ => format!("{name} kept {} of {}", number(figures.kept), count(all, "promise")),
        }
    };
    let [marketing, sales] = &answer.sides;
    let open = marketing.still_open + sales.still_open;
    let open = match open {
        0 => "No promise is overdue.".to_owned(),
        1 => "One promise is overdue and still open.".to_owned(),
        open => format!("{} promises are overdue and still open.", number(open)),
    };
    format!("{}; {}. {open}", said(marketing), said(sales).replacen("Sales", "sales", 1))
}

/// What each side would have kept before anybody had promised it.
pub(super) fn in_retrospect(answer: &PromisesAnswer) -> Option<String> {
    let said = |figures: &SideFigures| {
        let all = figures.kept + figures.broken;
        let name = name(figures.side).to_lowercase();
        (all > 0)
            .then(|| format!("{name} would have kept {} of {}", number(figures.kept), number(all)))
    };
    let said: Vec<_> = answer.assumed_sides.iter().filter_map(said).collect();
    (!said.is_empty()).then(|| {
        format!(
            "Before the first charter was adopted, {}: assumed, since nobody had promised \
             anything, and not counted above.",
            said.join(", and ")
        )
    })
}

/// A bar for each side: how much of what it promised it kept.
pub(crate) fn side_bars(style: &Style, answer: &PromisesAnswer) -> Vec<String> {
    let bar = |figures: &SideFigures| {
        let side = figures.side;
        let share = figures.share_kept();
        let note = format!(
            "{:>7} kept of {} {} {} running",
            percent(share),
            number(share.whole),
            style.dot(),
            number(figures.running),
        );
        Bar {
            label: style.side(side, name(side)),
            share: share.value().unwrap_or(0.0),
            paint: Box::new(move |style, drawn| style.side(side, drawn)),
            note,
        }
    };
    bars(style, answer.sides.iter().map(bar).collect())
}

/// What became of each promise of a side.
pub(super) fn table(
    charter: &Charter,
    answer: &PromisesAnswer,
    side: Side,
    screen: &mut Screen,
) -> anyhow::Result<()> {
    let own: Vec<_> = answer.promises.iter().filter(|it| it.pledge.by == side).collect();
    if own.is_empty() {
        return Ok(());
    }
    let style = screen.style;
    screen.gap()?;
    screen.line(style.side(side, &format!("What {} promised", name(side).to_lowercase())))?;
    let numbers = ["Kept", "Late", "No answer", "Overdue", "Not judged", "Running"];
    let mut columns = vec![("", Align::Left), ("Within", Align::Left)];
    columns.extend(numbers.map(|name| (name, Align::Right)));
    columns.push(("Share kept", Align::Right));
    let mut table = Table::new(&style, &columns);
    for figures in own {
        table.row(row(charter, figures, &style));
    }
    for line in table.lines() {
        screen.line(line)?;
    }
    Ok(())
}

fn row(charter: &Charter, figures: &PromiseFigures, style: &Style) -> Vec<String> {
    let promise = charter.promises.iter().find(|promise| promise.id == figures.pledge.id);
    let within = promise.map_or_else(|| "-".to_owned(), |it| within_in_words(&it.within));
    let overdue = figures.count(ClockOutcome::StillOpen);
    let not_judged = [ClockOutcome::Cancelled, ClockOutcome::Unknowable];
    let mut cells = vec![
        figures.pledge.id.clone(),
        within,
        number(figures.count(ClockOutcome::Kept)),
        number(figures.count(ClockOutcome::AnsweredLate)),
        number(figures.count(ClockOutcome::NeverAnswered)),
        if overdue > 0 {
            style.late(&format!("{} {}", style.late_mark(), number(overdue)))
        } else {
            number(overdue)
        },
        number(not_judged.map(|outcome| figures.count(outcome)).iter().sum()),
        number(figures.count(ClockOutcome::Running)),
    ];
    cells.push(percent(figures.share_kept()));
    cells
}

/// `17 hot leads waited longer than agreed`: described, and nobody blamed.
pub(crate) fn broken_in_words(charter: &Charter, figures: &PromiseFigures) -> Option<String> {
    let leads: Leads = figures.broken().map(|clock| clock.lead).collect();
    let broken = leads.count();
    let promise = charter.promises.iter().find(|promise| promise.id == figures.pledge.id)?;
    if broken == 0 {
        return None;
    }
    let hot = is_hot(&promise.when, charter);
    let stage = &charter.stages[promise.from].name;
    let who = if hot { "hot lead" } else { "lead" };
    Some(format!(
        "{} in {stage} waited longer than agreed {} ({})",
        count(broken, who),
        what_for(promise, charter),
        within_in_words(&promise.within),
    ))
}

fn what_for(promise: &Promise, charter: &Charter) -> String {
    match &promise.until {
        PromiseEnd::HumanOutreach => "for a first contact".to_owned(),
        PromiseEnd::AnyVerdict => "for a verdict".to_owned(),
        PromiseEnd::Assigned => "for somebody to take them".to_owned(),
        PromiseEnd::Leaves => "for the next step".to_owned(),
        PromiseEnd::Reaches(stage) => {
            format!("for the way to {}", charter.stages[*stage].name)
        }
        PromiseEnd::Facts(selectors) => {
            let names: Vec<_> = selectors.iter().map(|it| it.as_str().replace('.', " ")).collect();
            format!("for {}", names.join(" or "))
        }
    }
}

fn is_hot(rule: &Rule, charter: &Charter) -> bool {
    let hot = charter.temperature.hot;
    matches!(
        rule,
        Rule::Is(Atom::Score { score: Score::Engagement, compare: Compare::AtLeast, value })
            if *value == hot
    )
}
