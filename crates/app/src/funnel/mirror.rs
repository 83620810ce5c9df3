//! Whom marketing sends against whom sales accepts and wins.

use super::AsOf;
use super::noticed::{Noticed, Trait};
use crate::Engine;
use crate::books::Known;
use crate::error::AppError;
use facts::{Instant, Kind, Symbol, Value};
use insight::{
    Bands, Cohort, Journey, LeadHistory, Leads, Mirror, MirrorRow, Mirrored, Path, Resting,
};
use std::collections::{BTreeMap, BTreeSet};

/// What is asked of the mirror.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct MirrorQuestion {
    /// By these traits, by full name; by all that tell leads apart when there is none.
    pub by: Vec<String>,
    /// Only leads that began at this instant or later.
    pub from: Option<Instant>,
    /// Only leads that began before this instant.
    pub until: Option<Instant>,
}

/// Whom marketing sends against whom sales accepts and wins.
#[derive(Clone, PartialEq, Debug)]
pub struct MirrorAnswer {
    /// The stages that it speaks of: those of the charter in force.
    pub path: Path,
    /// As of when.
    pub as_of: AsOf,
    /// A lead was sent when it reached this stage: that of the first hand-off, or the first that
    /// sales is responsible for.
    pub sent_at: usize,
    /// It was accepted when it reached this one, the next; `None` where that is the one after.
    pub accepted_at: Option<usize>,
    /// It was won when it reached this one.
    pub won_at: usize,
    /// The leads sent.
    pub sent: Leads,
    /// Of them, those with whom sales is not done yet.
    pub open: Leads,
    /// Each trait: the one in which both sides differ most for certain first.
    pub dimensions: Vec<MirrorDimension>,
    /// Traits that were not asked for and tell nothing apart.
    pub left_out: Vec<LeftOut>,
}

/// The mirror of one trait.
#[derive(Clone, PartialEq, Debug)]
pub struct MirrorDimension {
    /// The trait's full name.
    pub name: String,
    /// Whether its values are bands of numbers.
    pub is_banded: bool,
    /// What leads it shows.
    pub mirror: Mirror,
    values: Vec<String>,
}

/// A trait that tells nothing apart.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LeftOut {
    /// The trait's full name.
    pub name: String,
    /// How many different values it has among the leads sent: none, or more than
    /// [`MirrorDimension::VALUES_MOST`].
    pub values: usize,
}

impl MirrorDimension {
    /// A trait with more values is left out, unless it was asked for.
    pub const VALUES_MOST: usize = 50;
    /// Numbers with more different values are put in bands.
    const NUMBERS_MOST: usize = 12;

    /// What a value of the mirror says; empty for the one that is not known.
    #[must_use]
    pub fn value(&self, value: Symbol) -> &str {
        self.values.get(value.0 as usize).map_or("", String::as_str)
    }
}

/// The leads that were sent.
struct Sent {
    /// Each of them, without a value.
    leads: Vec<Mirrored>,
    /// What was known of each, a column for each trait.
    columns: Vec<Vec<Noticed>>,
    /// Those with whom sales is not done.
    open: Leads,
}

impl Engine {
    /// Whom marketing sends against whom sales accepts and wins, by what was known of each lead
    /// when it was sent. What is known without a date is taken to have been known then, and is
    /// assumed.
    ///
    /// # Errors
    /// [`AppError::NoCharter`] before the first, and when a trait is not known.
    pub fn mirror(
        &self,
        question: &MirrorQuestion,
        now: Instant,
    ) -> Result<MirrorAnswer, AppError> {
        let as_of = self.as_of(now)?;
        let program = self.reign()?.at(now).1;
        let path = Path::of(program);
        let stages = stages(&program.charter, &path);
        let traits = self.traits_to_mirror(&question.by)?;
        let sent = self.sent(question, &path, stages, &traits)?;
        let [sent_at, accepted_at, won_at] = stages;
        let mut answer = MirrorAnswer {
            path,
            as_of,
            sent_at,
            accepted_at: (accepted_at != won_at).then_some(accepted_at),
            won_at,
            sent: sent.leads.iter().map(|lead| lead.lead).collect(),
            open: sent.open,
            dimensions: Vec::new(),
            left_out: Vec::new(),
        };
        for (of, column) in traits.into_iter().zip(sent.columns) {
            let labelled = self.labelled(&of.name, &column);
            let values = labelled.names.len() - 1;
            let most = MirrorDimension::VALUES_MOST;
            if question.by.is_empty() && (values == 0 || values > most) {
                answer.left_out.push(LeftOut { name: of.name, values });
                continue;
            }
            let noticed = column.iter().zip(labelled.numbers);
            let mirrored: Vec<_> = (sent.leads.iter().zip(noticed))
                .map(|(lead, (noticed, value))| Mirrored {
                    value,
                    assumed: lead.assumed || noticed.assumed,
                    ..*lead
                })
                .collect();
            answer.dimensions.push(MirrorDimension {
                mirror: Mirror::of(&mirrored),
                is_banded: labelled.is_banded,
                name: of.name,
                values: labelled.names,
            });
        }
        answer.dimensions.sort_by(|one, other| {
            let certain =
                |it: &MirrorDimension| it.mirror.strongest().map_or(0.0, MirrorRow::certain);
            certain(other).total_cmp(&certain(one)).then_with(|| one.name.cmp(&other.name))
        });
        Ok(answer)
    }

    /// The leads that were sent, with what was known of them then.
    fn sent(
        &self,
        question: &MirrorQuestion,
        path: &Path,
        [sent_at, accepted_at, won_at]: [usize; 3],
        traits: &[Trait],
    ) -> Result<Sent, AppError> {
        let cohort = Cohort {
            from: question.from.unwrap_or(Cohort::ALL.from),
            until: question.until.unwrap_or(Cohort::ALL.until),
        };
        let mut columns = vec![Vec::new(); traits.len()];
        let (mut leads, mut open) = (Vec::new(), Vec::new());
        let adopted_at = self.reign()?.adopted_at();
        self.each_known(|Known { story, rest, decisions }| {
            let Some(rest) = rest else { return Ok(()) };
            let resting = (rest.stage != Symbol::EMPTY)
                .then(|| Resting { stage: rest.stage, is_open: rest.is_open() });
            let (lead, slice, first_touch) = (story.lead, Symbol::EMPTY, None);
            let decisions = decisions.into();
            let history = LeadHistory { lead, slice, first_touch, resting, decisions };
            let journey = Journey::read(path, adopted_at, &history);
            let sent = journey.reached(sent_at, path).filter(|_| cohort.includes(&journey));
            let Some(sent) = sent else { return Ok(()) };
            Noticed::read(story.rows, self.vocabulary(), traits, sent.moment.at, &mut columns);
            let reached = |stage: usize| journey.reached(stage, path).is_some();
            leads.push(Mirrored {
                lead,
                value: Symbol::EMPTY,
                assumed: sent.assumed,
                accepted: reached(accepted_at),
                won: reached(won_at),
            });
            let is_open = |(stage, open): (usize, bool)| open && (sent_at..won_at).contains(&stage);
            open.extend(journey.now.is_some_and(is_open).then_some(lead));
            Ok(())
        })?;
        Ok(Sent { leads, columns, open: open.into_iter().collect() })
    }

    /// The traits that were asked for, or all of leads and accounts.
    fn traits_to_mirror(&self, by: &[String]) -> Result<Vec<Trait>, AppError> {
        let names = self.vocabulary().names().filter(|(_, kind, name)| {
            *kind == Kind::Trait && (name.starts_with("lead.") || name.starts_with("account."))
        });
        let all = names.map(|(code, _, name)| Trait::new(code, name));
        if by.is_empty() {
            return Ok(all.collect());
        }
        let all: BTreeMap<_, _> = all.map(|of| (of.name.clone(), of)).collect();
        let asked: BTreeSet<_> = by.iter().collect();
        let unknown = |name: &str| AppError::UnknownName { what: "trait", name: name.to_owned() };
        asked.into_iter().map(|name| all.get(name).cloned().ok_or_else(|| unknown(name))).collect()
    }

    /// The values of a trait by numbers of their own, 0 where it is not known.
    fn labelled(&self, name: &str, column: &[Noticed]) -> Labelled {
        let numbers: Vec<f64> = column.iter().filter_map(|noticed| number(noticed.value)).collect();
        let different: BTreeSet<_> = numbers.iter().map(|number| number.to_bits()).collect();
        let bands = (different.len() > MirrorDimension::NUMBERS_MOST)
            .then(|| match name {
                "account.employees" => Some(Bands::employees()),
                _ => Bands::quarters(numbers),
            })
            .flatten();
        let is_flag = column.iter().any(|noticed| matches!(noticed.value, Value::Flag(_)));
        let mut labelled = Labelled {
            names: vec![String::new()],
            numbers: Vec::new(),
            is_banded: bands.is_some(),
        };
        let mut known: BTreeMap<String, Symbol> = BTreeMap::new();
        for noticed in column {
            let text = match (noticed.value, &bands) {
                (Value::Number(number), Some(bands)) => bands.name(bands.of(number)),
                (Value::Number(number), None) => number.to_string(),
                (Value::Text(word), _) => self.vocabulary().word(word).to_owned(),
                (Value::Flag(true), _) => "yes".to_owned(),
                // Systems tell what is so and are silent of what is not.
                (Value::Flag(false), _) => NOT_SAID.to_owned(),
                (Value::Nothing, _) if is_flag => NOT_SAID.to_owned(),
                _ => String::new(),
            };
            let value = if text.is_empty() {
                Symbol::EMPTY
            } else if let Some(value) = known.get(&text) {
                *value
            } else {
                let value = Symbol(labelled.names.len() as u32);
                labelled.names.push(text.clone());
                known.insert(text, value);
                value
            };
            labelled.numbers.push(value);
        }
        labelled
    }
}

/// What a flag is that was never set.
const NOT_SAID: &str = "no, or not said";

/// The values of a trait, one of each lead sent.
struct Labelled {
    names: Vec<String>,
    numbers: Vec<Symbol>,
    is_banded: bool,
}

/// Where a lead is sent, accepted and won, by index in the path.
pub(super) fn stages(charter: &charter::Charter, path: &Path) -> [usize; 3] {
    let on_path = path.on_path();
    let last = on_path.len().saturating_sub(1);
    let handed = charter.handoffs.iter().map(|handoff| handoff.at).min();
    let of_sales = || on_path.iter().position(|stage| stage.side == charter::Side::Sales);
    let sent = handed.filter(|at| path.is_on_path(*at)).or_else(of_sales).unwrap_or(0);
    let won = on_path.iter().position(|stage| stage.kind == charter::StageKind::Won);
    let won = won.unwrap_or(last).max(sent);
    [sent, (sent + 1).min(won), won]
}

fn number(value: Value) -> Option<f64> {
    match value {
        Value::Number(number) => Some(number),
        _ => None,
    }
}
