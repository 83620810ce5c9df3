//! What both charters speak of, by one number each.

use crate::reign::Reign;
use charter::{Charter, Program, Side, StageKind, StepAct};

/// A stage of either charter, matched by its id.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StageName {
    /// Its id, `mql`.
    pub id: String,
    /// Its name for people, as the proposal has it, or else the charter in force.
    pub name: String,
    /// What kind of place it is.
    pub kind: StageKind,
    /// Whose it is.
    pub side: Side,
    /// Whether entering it wants a hand-off, under either.
    pub hands_over: bool,
    /// Whether the charter in force has it, and whether the proposal does.
    pub is_in: [bool; 2],
}

/// A promise of either charter, matched by its id.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PromiseName {
    /// Its id, `first-touch`.
    pub id: String,
    /// Who gives it.
    pub by: Side,
    /// Whether the charter in force has it, and whether the proposal does.
    pub is_in: [bool; 2],
}

/// A queue of either charter, matched by its name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct QueueName {
    /// Who takes over, `sdr`.
    pub to: String,
}

/// What both charters speak of: first what the proposal has, in its order, then what it drops.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Names {
    pub(super) stages: Vec<StageName>,
    pub(super) promises: Vec<PromiseName>,
    pub(super) queues: Vec<QueueName>,
}

/// From the numbers of one version to those of [`Names`].
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Numbers {
    pub(super) stages: Vec<u16>,
    /// Whether each stage is a win.
    pub(super) wins: Vec<bool>,
    pub(super) promises: Vec<u16>,
    /// By clause: whether it is a step after a breach that takes the lead elsewhere.
    pub(super) steps: Vec<bool>,
    /// Whether a lead in each stage waits for somebody on the path.
    pub(super) open: Vec<bool>,
    /// The queue of each hand-off.
    pub(super) queues: Vec<u16>,
    /// The place of each hand-off in the last version, whose routes are asked; none where it is
    /// gone.
    pub(super) handoffs: Vec<Option<usize>>,
}

/// The side of a reign among those compared, where it is one of them.
const BEFORE: usize = 0;
const AFTER: usize = 1;

impl Names {
    /// Of the charter in force and the proposal, with everything that other versions add.
    pub(super) fn of(before: &Reign, after: &Reign, others: &[&Reign]) -> Self {
        let mut names = Self::default();
        for (reign, side) in [(after, Some(AFTER)), (before, Some(BEFORE))]
            .into_iter()
            .chain(others.iter().map(|reign| (*reign, None)))
        {
            for version in reign.versions().iter().rev() {
                names.add(&version.program, side);
            }
        }
        names
    }

    fn add(&mut self, program: &Program, side: Option<usize>) {
        let charter = &program.charter;
        for (index, stage) in charter.stages.iter().enumerate() {
            let place = position(
                &mut self.stages,
                |known| known.id == stage.id,
                || StageName {
                    id: stage.id.clone(),
                    name: stage.name.clone(),
                    kind: stage.kind,
                    side: stage.side,
                    hands_over: false,
                    is_in: [false; 2],
                },
            );
            let known = &mut self.stages[place];
            known.hands_over |= charter.handoffs.iter().any(|handoff| handoff.at == index);
            if let Some(side) = side {
                known.is_in[side] = true;
            }
        }
        for promise in &charter.promises {
            let place = position(
                &mut self.promises,
                |known| known.id == promise.id,
                || PromiseName { id: promise.id.clone(), by: promise.by, is_in: [false; 2] },
            );
            if let Some(side) = side {
                self.promises[place].is_in[side] = true;
            }
        }
        for handoff in &charter.handoffs {
            let make = || QueueName { to: handoff.to.clone() };
            position(&mut self.queues, |known| known.to == handoff.to, make);
        }
    }

    /// The numbers of every version of a reign.
    pub(super) fn numbers(&self, reign: &Reign) -> Vec<Numbers> {
        let versions = reign.versions();
        let last = &versions[versions.len() - 1].program.charter;
        versions.iter().map(|version| self.numbers_of(&version.program, last)).collect()
    }

    fn numbers_of(&self, program: &Program, last: &Charter) -> Numbers {
        let charter = &program.charter;
        let mut steps = vec![false; program.clauses.len()];
        for step in program.promises.iter().flat_map(|promise| &promise.steps) {
            steps[usize::from(step.clause.0)] |= step.does != StepAct::Tell;
        }
        let handoff = |id: &str| last.handoffs.iter().position(|known| known.id == id);
        let stage = |id: &str| number(self.stages.iter().position(|known| known.id == id));
        let promise = |id: &str| number(self.promises.iter().position(|known| known.id == id));
        let queue = |to: &str| number(self.queues.iter().position(|known| known.to == to));
        Numbers {
            stages: charter.stages.iter().map(|one| stage(&one.id)).collect(),
            wins: charter.stages.iter().map(|one| one.kind == StageKind::Won).collect(),
            steps,
            open: charter.stages.iter().map(|one| one.kind == StageKind::Open).collect(),
            handoffs: charter.handoffs.iter().map(|one| handoff(&one.id)).collect(),
            promises: charter.promises.iter().map(|one| promise(&one.id)).collect(),
            queues: charter.handoffs.iter().map(|one| queue(&one.to)).collect(),
        }
    }
}

/// Where an item is; it is added when there is none.
fn position<T>(items: &mut Vec<T>, is_it: impl Fn(&T) -> bool, make: impl FnOnce() -> T) -> usize {
    items.iter().position(is_it).unwrap_or_else(|| {
        items.push(make());
        items.len() - 1
    })
}

/// Everything that a version names was added before.
fn number(place: Option<usize>) -> u16 {
    place.map_or(u16::MAX, |place| place as u16)
}
