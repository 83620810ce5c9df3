//! Territories by segments: how many leads there are in each cell, how many are open, and whether
//! the people to whom they go can carry them.

use super::AsOf;
use super::mirror::stages;
use super::slicing::{Slicing, value_at};
use crate::Engine;
use crate::books::Known;
use crate::error::AppError;
use charter::{Charter, Roster, RouteTo};
use facts::{Instant, Kind, SubjectId, Symbol, Value};
use insight::{Bands, Leads, Path};
use lifecycle::{Decision, Reign, Routes, What};
use std::collections::{BTreeMap, BTreeSet};
use store::{PlaceKind, Projection};
use timeline::{Row, Story};

/// By what coverage is looked at.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct CoverageQuestion {
    /// What is a territory: a trait by its full name, `persona` or `unit`; the first of
    /// [`CoverageQuestion::TERRITORIES`] that anything is known of when not said, and else `unit`.
    pub territory: Option<String>,
    /// What is a segment, likewise of [`CoverageQuestion::SEGMENTS`], and else `persona`.
    pub segment: Option<String>,
}

impl CoverageQuestion {
    /// What may be a territory.
    pub const TERRITORIES: [&str; 5] =
        ["account.territory", "account.region", "lead.region", "account.country", "lead.country"];
    /// What may be a segment.
    pub const SEGMENTS: [&str; 3] = ["account.segment", "account.industry", EMPLOYEES];
    /// More territories or segments are not shown.
    pub const VALUES_MOST: usize = 50;
}

/// Put in bands.
const EMPLOYEES: &str = "account.employees";

/// Territories by segments.
#[derive(Clone, PartialEq, Debug)]
pub struct CoverageAnswer {
    /// As of when.
    pub as_of: AsOf,
    /// What is a territory.
    pub territory: String,
    /// What is a segment.
    pub segment: String,
    /// The cells that have a lead, by territory and then by segment; a value that is not known is
    /// empty.
    pub cells: Vec<CoverageCell>,
}

/// A territory and a segment.
#[derive(Clone, PartialEq, Debug)]
pub struct CoverageCell {
    /// The territory; empty where it is not known.
    pub territory: String,
    /// The segment; empty where it is not known.
    pub segment: String,
    /// The leads that ever began.
    pub leads: Leads,
    /// Of them, those that are open now.
    pub open: Leads,
    /// Of those, the ones that sales has: handed over and not won.
    pub with_sales: Leads,
    /// Of those, the ones that no person has.
    pub unassigned: Leads,
    /// Of all, those that were won.
    pub won: Leads,
    /// The last campaign that touched each lead, the most frequent first.
    pub campaigns: Vec<(String, usize)>,
    /// Where leads came from (`lead.source`), the most frequent first.
    pub sources: Vec<(String, usize)>,
    /// Who has open leads of it, or is given them by the charter's routes, in order of name.
    pub people: Vec<String>,
    /// How many open leads these people have, in all cells together.
    pub load: u64,
    /// How many they can have, by the settings; `None` where nobody is there, or somebody's number
    /// is not bounded.
    pub capacity: Option<u32>,
}

impl CoverageAnswer {
    /// The leads behind a figure of a cell: `leads`, `open`, `with_sales`, `unassigned` or `won`.
    #[must_use]
    pub fn behind(&self, (territory, segment): (&str, &str), figure: &str) -> Option<&Leads> {
        let is_it = |cell: &&CoverageCell| cell.territory == territory && cell.segment == segment;
        let cell = self.cells.iter().find(is_it)?;
        match figure {
            "leads" => Some(&cell.leads),
            "open" => Some(&cell.open),
            "with_sales" => Some(&cell.with_sales),
            "unassigned" => Some(&cell.unassigned),
            "won" => Some(&cell.won),
            _ => None,
        }
    }
}

impl CoverageCell {
    /// Whether the people have no room left; `None` where their number is not bounded.
    #[must_use]
    pub fn is_full(&self) -> Option<bool> {
        self.capacity.map(|capacity| self.load >= u64::from(capacity))
    }
}

/// A cell as it is read.
#[derive(Default)]
struct Cell {
    leads: Vec<SubjectId>,
    open: Vec<SubjectId>,
    with_sales: Vec<SubjectId>,
    unassigned: Vec<SubjectId>,
    won: Vec<SubjectId>,
    campaigns: BTreeMap<Symbol, usize>,
    sources: BTreeMap<String, usize>,
    people: BTreeSet<String>,
}

/// One of the two ways in which leads are told apart.
struct Axis {
    name: String,
    slicing: Slicing,
    bands: Option<Bands>,
}

impl Axis {
    fn named(
        engine: &Engine,
        asked: Option<&str>,
        usual: &[&str],
        else_: &str,
    ) -> Result<Self, AppError> {
        let is_known = |name: &&&str| engine.vocabulary().find_code(Kind::Trait, name).is_some();
        let name = asked.or_else(|| usual.iter().find(is_known).copied()).unwrap_or(else_);
        let slicing = Slicing::named(engine, name)?;
        if matches!(slicing, Slicing::Motion | Slicing::Pipeline) {
            // They belong to passes, and a lead is in one cell.
            return Err(AppError::UnknownName { what: "trait", name: name.to_owned() });
        }
        let bands = (name == EMPLOYEES).then(Bands::employees);
        Ok(Self { name: name.to_owned(), slicing, bands })
    }

    fn text(&self, engine: &Engine, reign: &Reign, rows: &[Row], now: Instant) -> String {
        if let (Slicing::Trait { code, of_account }, Some(bands)) = (self.slicing, &self.bands)
            && let Value::Number(number) = value_at(engine, rows, (code, of_account), now)
        {
            return bands.name(bands.of(number));
        }
        self.slicing.text(engine, reign, rows, now)
    }

    fn is_bounded(&self, values: &BTreeSet<&str>) -> Result<(), AppError> {
        let (count, most) = (values.len(), CoverageQuestion::VALUES_MOST);
        match count > most {
            true => Err(AppError::TooManySlices { by: self.name.clone(), count, most }),
            false => Ok(()),
        }
    }
}

/// Cells as leads are read.
struct Reading<'a> {
    engine: &'a Engine,
    reign: &'a Reign,
    charter: &'a Charter,
    path: Path,
    now: Instant,
    /// Where a lead is handed over, and where it is won.
    sent_at: usize,
    won_at: usize,
    axes: [Axis; 2],
    routes: Routes,
    roster: Roster,
    source: Option<Slicing>,
    cells: BTreeMap<(String, String), Cell>,
}

impl Engine {
    /// Territories by segments, by what is known of each lead now.
    ///
    /// A person counts in every cell of which they have an open lead, or are given some by the first
    /// route that takes them: their load and capacity are those of all their leads.
    ///
    /// # Errors
    /// [`AppError::NoCharter`] before the first; when what it is asked by is not known, or has more
    /// than [`CoverageQuestion::VALUES_MOST`] values.
    pub fn coverage(
        &self,
        question: &CoverageQuestion,
        now: Instant,
    ) -> Result<CoverageAnswer, AppError> {
        let as_of = self.as_of(now)?;
        let reign = self.reign()?;
        let program = reign.at(now).1;
        let path = Path::of(program);
        let [sent_at, _, won_at] = stages(&program.charter, &path);
        let territory = question.territory.as_deref();
        let territory = Axis::named(self, territory, &CoverageQuestion::TERRITORIES, "unit")?;
        let segment = question.segment.as_deref();
        let segment = Axis::named(self, segment, &CoverageQuestion::SEGMENTS, "persona")?;
        let settings = self.settings(now)?;
        let mut reading = Reading {
            engine: self,
            reign,
            charter: &program.charter,
            path,
            now,
            sent_at,
            won_at,
            axes: [territory, segment],
            routes: Routes::new(&program.charter, self.vocabulary()),
            roster: settings.map(|settings| settings.roster).unwrap_or_default(),
            source: Slicing::named(self, "lead.source").ok(),
            cells: BTreeMap::new(),
        };
        self.each_known(|Known { story, rest, decisions }| {
            if let Some(rest) = rest {
                reading.read(story, rest, decisions);
            }
            Ok(())
        })?;
        let keys = || reading.cells.keys();
        let [territory, segment] = &reading.axes;
        territory.is_bounded(&keys().map(|(territory, _)| territory.as_str()).collect())?;
        segment.is_bounded(&keys().map(|(_, segment)| segment.as_str()).collect())?;
        let loads: BTreeMap<_, _> = self.open_loads()?.into_iter().collect();
        let names = [territory.name.clone(), segment.name.clone()];
        let Reading { cells, roster, .. } = reading;
        let cells = cells.into_iter().map(|(key, cell)| self.covered(key, cell, &roster, &loads));
        let [territory, segment] = names;
        Ok(CoverageAnswer { as_of, territory, segment, cells: cells.collect() })
    }

    fn covered(
        &self,
        (territory, segment): (String, String),
        cell: Cell,
        roster: &Roster,
        loads: &BTreeMap<String, u64>,
    ) -> CoverageCell {
        let campaigns = cell.campaigns.into_iter();
        let campaigns =
            campaigns.map(|(word, count)| (self.vocabulary().word(word).to_owned(), count));
        let people = cell.people.iter();
        let capacity = people.clone().map(|person| roster.capacity(person)).sum::<Option<u32>>();
        let leads = |of: Vec<SubjectId>| of.into_iter().collect::<Leads>();
        CoverageCell {
            territory,
            segment,
            leads: leads(cell.leads),
            open: leads(cell.open),
            with_sales: leads(cell.with_sales),
            unassigned: leads(cell.unassigned),
            won: leads(cell.won),
            campaigns: most_first(campaigns),
            sources: most_first(cell.sources.into_iter()),
            load: people.map(|person| loads.get(person).copied().unwrap_or(0)).sum(),
            capacity: capacity.filter(|_| !cell.people.is_empty()),
            people: cell.people.into_iter().collect(),
        }
    }
}

impl Reading<'_> {
    fn read(&mut self, story: Story<'_>, rest: &Projection, decisions: &[Decision]) {
        let (engine, now) = (self.engine, self.now);
        let words = engine.vocabulary();
        let text = |axis: &Axis| axis.text(engine, self.reign, story.rows, now);
        let key = (text(&self.axes[0]), text(&self.axes[1]));
        let stage = self.path.by_word(rest.stage);
        let is_won = |one: &&Decision| {
            one.key.what == What::StageEntered && self.path.by_word(one.target) == Some(self.won_at)
        };
        let was_won = decisions.iter().any(|one| is_won(&one));
        let is_with_sales = rest.is_open()
            && stage.is_some_and(|stage| (self.sent_at..self.won_at).contains(&stage));
        let mut people = Vec::new();
        if rest.is_open() {
            if rest.place == PlaceKind::Assignee {
                people.push(words.word(rest.who).to_owned());
            }
            for handoff in 0..self.charter.handoffs.len() {
                let Some(route) = self.routes.first(story, now, handoff) else { continue };
                match &self.routes.all()[route].to {
                    RouteTo::Team(team) => {
                        let members = self.roster.team(team).iter();
                        people.extend(members.map(|member| member.person.clone()));
                    }
                    RouteTo::Person(person) => people.push(person.clone()),
                    RouteTo::Queue(_) => {}
                }
            }
        }
        let seen = || story.rows.iter().take_while(|row| row.at <= now);
        let is_campaign = |row: &&Row| {
            matches!(words.name(row.code), Some((Kind::Touch, _))) && row.symbol() != Symbol::EMPTY
        };
        let campaign = seen().filter(is_campaign).last().map(Row::symbol);
        let source = self.source.map(|by| by.text(engine, self.reign, story.rows, now));
        let cell = self.cells.entry(key).or_default();
        let lead = story.lead;
        cell.leads.push(lead);
        cell.open.extend(rest.is_open().then_some(lead));
        cell.with_sales.extend(is_with_sales.then_some(lead));
        let is_unassigned = is_with_sales && rest.place != PlaceKind::Assignee;
        cell.unassigned.extend(is_unassigned.then_some(lead));
        cell.won.extend(was_won.then_some(lead));
        if let Some(campaign) = campaign {
            *cell.campaigns.entry(campaign).or_default() += 1;
        }
        if let Some(source) = source.filter(|source| !source.is_empty()) {
            *cell.sources.entry(source).or_default() += 1;
        }
        cell.people.extend(people);
    }
}

fn most_first(counts: impl Iterator<Item = (String, usize)>) -> Vec<(String, usize)> {
    let mut counts: Vec<_> = counts.collect();
    counts.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
    counts
}
