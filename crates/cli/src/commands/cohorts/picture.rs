//! Cohorts in a table.

use crate::as_known;
use crate::only;
use crate::screen::Screen;
use crate::show::{Align, Table};
use app::tell::{Clockwork, number};
use app::{CohortQuestion, CohortRow, CohortsAnswer};
use insight::Incidence;

pub(super) fn show(
    answer: &CohortsAnswer,
    question: &CohortQuestion,
    clock: &Clockwork,
    screen: &mut Screen,
) -> anyhow::Result<()> {
    let style = screen.style;
    let (known, only) =
        (as_known::opening(question.as_known, clock), only::opening(question.only.as_ref()));
    let said = format!(
        "{known}{only}Of the leads that began in each {}, how many had come to {} within so many \
         days:",
        answer.every.word(),
        answer.stage.1
    );
    screen.paragraph(&said, 0)?;
    screen.gap()?;
    let heads: Vec<String> = answer.ages.iter().map(|age| format!("{age} d")).collect();
    let mut columns = vec![("", Align::Left), ("Leads", Align::Right)];
    columns.extend(heads.iter().map(|head| (head.as_str(), Align::Right)));
    let mut table = Table::new(&style, &columns);
    for row in answer.cohorts.iter().chain([&answer.whole]) {
        table.row(cells(row));
    }
    for line in table.lines() {
        screen.line(line)?;
    }
    screen.gap()?;
    let note = "~ is estimated: some of these leads are younger and wait. A dot: none is as old \
                yet. Where few leads began, shares say little.";
    screen.paragraph(&style.faint(note), 0)?;
    Ok(())
}

fn cells(row: &CohortRow) -> Vec<String> {
    let named = row.began.map_or_else(|| "all".to_owned(), |began| began.to_string());
    let mut cells = vec![named, number(row.leads.count())];
    cells.extend(row.cells.iter().map(cell));
    cells
}

fn cell(cell: &Incidence) -> String {
    let mark = if cell.is_counted() { "" } else { "~" };
    cell.share.map_or_else(|| "·".to_owned(), |share| format!("{mark}{:.0}\u{a0}%", share * 100.0))
}
