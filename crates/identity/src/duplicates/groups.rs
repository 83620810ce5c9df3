//! From pairs to groups.

use super::find::{Pair, Verdict};

/// The most records of a group that is certain: in a larger one something that many have in common
/// was taken for a sign of one person, and somebody should look.
pub const GROUP_MAX: usize = 20;

/// The groups that certain pairs make of `records` records, each in order, by their first; groups
/// of more than [`GROUP_MAX`] apart.
#[must_use]
pub fn groups(pairs: &[Pair], records: usize) -> (Vec<Vec<u32>>, Vec<Vec<u32>>) {
    let mut parents: Vec<u32> = (0..records as u32).collect();
    let mut members: Vec<u32> = Vec::new();
    for pair in pairs.iter().filter(|pair| pair.verdict == Verdict::Certain) {
        let (a, b) = (root(&mut parents, pair.a), root(&mut parents, pair.b));
        // The smallest of a group stands for it, whatever the order of the pairs.
        parents[a.max(b) as usize] = a.min(b);
        members.extend([pair.a, pair.b]);
    }
    let mut named: Vec<(u32, u32)> =
        members.into_iter().map(|member| (root(&mut parents, member), member)).collect();
    named.sort_unstable();
    named.dedup();
    let groups = named.chunk_by(|a, b| a.0 == b.0);
    let groups = groups.map(|group| group.iter().map(|(_, member)| *member).collect::<Vec<_>>());
    groups.partition(|group| group.len() <= GROUP_MAX)
}

fn root(parents: &mut [u32], of: u32) -> u32 {
    let mut at = of;
    while parents[at as usize] != at {
        let above = parents[parents[at as usize] as usize];
        parents[at as usize] = above;
        at = above;
    }
    at
}
