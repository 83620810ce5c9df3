//! Stories of several leads, and two charters compiled for them.

use charter::Program;
use facts::{Instant, SubjectId, Vocabulary};
use lifecycle::{
    Backtest, BacktestQuestion, Decision, Folder, Listed, Reign, Version, What, backtest, decide,
};
use proptest::prelude::*;
use testkit::sketch::{Event, UNTIL, events, record};
use testkit::{Scene, instant};
use timeline::{Known, Timelines};

/// Stories of several leads, and two charters compiled for them.
pub(crate) struct World {
    pub(crate) before: Reign,
    pub(crate) after: Reign,
    pub(crate) timelines: Timelines,
    pub(crate) until: Instant,
    pub(crate) vocabulary: Vocabulary,
}

impl World {
    /// Both charters as if adopted at the same instant.
    pub(crate) fn new(before: &str, after: &str, adopted: &str, stories: &[Vec<Event>]) -> Self {
        let mut scene = Scene::adopted(before, adopted);
        let mut timelines = Timelines::default();
        for (index, events) in stories.iter().enumerate() {
            scene.log.clear();
            record(&mut scene, events);
            let mut story = scene.story(Known::Everything);
            story.lead = SubjectId(100 + index as u64);
            timelines.push(story.as_story());
        }
        Self::of(scene, after, timelines)
    }

    pub(crate) fn of(mut scene: Scene, after: &str, timelines: Timelines) -> Self {
        let charter = charter::read(after).unwrap_or_else(|problems| panic!("{problems}"));
        let mut compile = || Program::compile(&charter, &[], &mut scene.vocabulary).unwrap();
        // The first time for its words and codes.
        compile();
        let after = Reign::of(compile(), scene.reign.adopted_at());
        scene.recompile();
        let until = instant(UNTIL, scene.zone()).0;
        Self { before: scene.reign, after, timelines, until, vocabulary: scene.vocabulary }
    }

    pub(crate) fn question(&self) -> BacktestQuestion<'_> {
        BacktestQuestion {
            before: &self.before,
            after: &self.after,
            next: None,
            from: Instant(i64::MIN),
            to: Instant::NEVER,
            until: self.until,
            list_max: usize::MAX,
            threads: 1,
            routing: None,
        }
    }

    pub(crate) fn backtest(&self) -> Backtest {
        backtest(&self.question(), &self.timelines)
    }

    pub(crate) fn decisions(&self, reign: &Reign) -> Vec<Decision> {
        let mut folder = Folder::new(reign);
        let each = self.timelines.stories().map(|story| decide(&mut folder, story, self.until).0);
        each.flatten().collect()
    }

    /// The versions in force, then the proposal from an instant on.
    pub(crate) fn next(&self, from: Instant) -> Reign {
        let mut versions = self.before.versions().to_vec();
        let program = self.after.versions()[0].program.clone();
        versions.push(Version { program, from });
        Reign::new(versions).expect("charters of the same stages")
    }
}

impl World {
    pub(crate) fn zone(&self) -> &str {
        &self.before.versions()[0].program.charter.timezone
    }
}

pub(crate) fn stories() -> impl Strategy<Value = Vec<Vec<Event>>> {
    prop::collection::vec(events(16, false), 1..7)
}

pub(crate) fn word_of(reign: &Reign, what: What, id: &str) -> Option<facts::Symbol> {
    let program = &reign.versions()[0].program;
    match what {
        What::StageEntered => {
            let index = program.charter.stages.iter().position(|stage| stage.id == id)?;
            Some(program.stages[index].word)
        }
        _ => {
            let index = program.charter.promises.iter().position(|promise| promise.id == id)?;
            Some(program.promises[index].word)
        }
    }
}

pub(crate) fn is_whole<T>(list: &Listed<T>) -> Result<(), TestCaseError> {
    prop_assert_eq!(list.count.all, list.first.len() as u64);
    prop_assert!(list.count.assumed <= list.count.all && !list.is_cut());
    Ok(())
}
