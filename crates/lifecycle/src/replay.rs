//! Many stories at once.

use crate::derived::Sink;
use crate::fold::Folder;
use crate::reign::Reign;
use crate::rest::Rest;
use facts::Instant;
use timeline::Timelines;

/// Folds all stories with so many threads, each thread a run of neighbouring stories with a sink
/// of its own, and returns the sinks and the rests in the order of the stories.
///
/// The result does not depend on the number of threads but for how many sinks there are.
///
/// # Panics
/// When a thread panics.
pub fn replay<S: Sink + Send>(
    reign: &Reign,
    timelines: &Timelines,
    until: Instant,
    threads: usize,
    sink: impl Fn() -> S + Sync,
) -> (Vec<S>, Vec<Rest>) {
    let threads = threads.clamp(1, 256);
    let share = timelines.len().div_ceil(threads).max(1);
    let run = |start: usize| {
        let mut folder = Folder::new(reign);
        let mut sink = sink();
        let end = (start + share).min(timelines.len());
        let rests = (start..end)
            .map(|index| folder.fold(timelines.story(index), until, &mut sink))
            .collect::<Vec<_>>();
        (sink, rests)
    };
    let parts: Vec<_> = std::thread::scope(|scope| {
        let starts = (0..timelines.len()).step_by(share);
        let workers: Vec<_> = starts.map(|start| scope.spawn(move || run(start))).collect();
        workers.into_iter().map(|w| w.join().expect("a folding thread panicked")).collect()
    });
    let (sinks, rests): (Vec<S>, Vec<Vec<Rest>>) = parts.into_iter().unzip();
    (sinks, rests.into_iter().flatten().collect())
}
