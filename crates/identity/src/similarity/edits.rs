//! How many slips of the keyboard two texts are apart.

use super::WORD_BYTES;

/// The least number of slips that turn one text into the other: a letter left out, put in or
/// replaced, or two neighbours swapped, no letter touched twice. Symmetric.
///
/// Optimal string alignment, after Damerau 1964; for texts of up to 64 bytes by bit masks,
/// Hyyrö 2003, *A bit-vector algorithm for computing Levenshtein and Damerau edit distances*.
#[must_use]
pub fn edits(a: &str, b: &str) -> usize {
    if a == b {
        return 0;
    }
    if a.is_ascii() && b.is_ascii() && a.len() <= WORD_BYTES && !a.is_empty() {
        return edits_bits(a.as_bytes(), b.as_bytes());
    }
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    edits_letters(&a, &b)
}

fn edits_bits(a: &[u8], b: &[u8]) -> usize {
    let mut masks = [0_u64; 128];
    for (place, &letter) in a.iter().enumerate() {
        masks[usize::from(letter)] |= 1 << place;
    }
    let last = 1_u64 << (a.len() - 1);
    let (mut grows, mut falls) = (!0_u64, 0_u64);
    let (mut zero, mut before) = (0_u64, 0_u64);
    let mut distance = a.len();
    for &letter in b {
        let mask = masks[usize::from(letter)];
        let swapped = ((!zero & mask) << 1) & before;
        zero = (((mask & grows).wrapping_add(grows)) ^ grows) | mask | falls | swapped;
        let up = falls | !(zero | grows);
        let down = zero & grows;
        distance += usize::from(up & last != 0);
        distance -= usize::from(down & last != 0);
        let up = (up << 1) | 1;
        grows = (down << 1) | !(zero | up);
        falls = zero & up;
        before = mask;
    }
    distance
}

fn edits_letters(a: &[char], b: &[char]) -> usize {
    let mut above: Vec<usize> = Vec::new();
    let mut line: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut next = vec![i; b.len() + 1];
        for j in 1..=b.len() {
            let replaced = line[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            next[j] = replaced.min(line[j] + 1).min(next[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                next[j] = next[j].min(above[j - 2] + 1);
            }
        }
        above = std::mem::replace(&mut line, next);
    }
    line[b.len()]
}
