//! Work shared among threads, with results in the order of the work.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The most threads.
const THREADS_MAX: usize = 256;

/// Does pieces `0..count` with so many threads; the results in the order of the pieces, whatever
/// the number of threads.
///
/// # Panics
/// When `work` does.
pub(super) fn each<T: Send>(
    count: usize,
    threads: usize,
    work: impl Fn(usize) -> T + Sync,
) -> Vec<T> {
    let threads = threads.clamp(1, THREADS_MAX).min(count);
    if threads <= 1 {
        return (0..count).map(work).collect();
    }
    let next = AtomicUsize::new(0);
    let done: Mutex<Vec<(usize, T)>> = Mutex::new(Vec::with_capacity(count));
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                loop {
                    let piece = next.fetch_add(1, Ordering::Relaxed);
                    if piece >= count {
                        break;
                    }
                    let result = (piece, work(piece));
                    done.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(result);
                }
            });
        }
    });
    let mut done = done.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    done.sort_unstable_by_key(|(piece, _)| *piece);
    done.into_iter().map(|(_, result)| result).collect()
}

/// The ranges that `0..length` is cut into, each of so many but for the last.
pub(super) fn chunks(length: usize, size: usize) -> Vec<std::ops::Range<usize>> {
    (0..length.div_ceil(size)).map(|i| i * size..((i + 1) * size).min(length)).collect()
}
