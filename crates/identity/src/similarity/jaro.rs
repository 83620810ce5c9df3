//! Jaro–Winkler similarity.

use super::WORD_BYTES;

/// The weight of each letter of a common beginning (Winkler 1990).
const PREFIX_WEIGHT: f64 = 0.1;
/// How many letters of a common beginning count.
const PREFIX_LETTERS_MAX: usize = 4;
/// Below this, a common beginning does not count.
const BOOST_FROM: f64 = 0.7;

/// How alike two texts are, from 0 (in nothing) to 1 (the same); symmetric. Meant for names.
///
/// Jaro 1989, *Advances in record-linkage methodology*, with the common beginning of Winkler 1990,
/// *String comparator metrics*. Of the two the shorter, or else the one that sorts first, is looked
/// for in the other, so that the result does not depend on the order of the arguments.
#[must_use]
pub fn jaro_winkler(a: &str, b: &str) -> f64 {
    if a == b {
        return 1.0;
    }
    let (a, b) = if (a.len(), a) <= (b.len(), b) { (a, b) } else { (b, a) };
    let (jaro, prefix) = if a.is_ascii() && b.is_ascii() && b.len() <= WORD_BYTES {
        let (a, b) = (a.as_bytes(), b.as_bytes());
        (jaro_bits(a, b), common(a.iter(), b.iter()))
    } else {
        let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
        (jaro_letters(&a, &b), common(a.iter(), b.iter()))
    };
    if jaro <= BOOST_FROM { jaro } else { jaro + PREFIX_WEIGHT * prefix as f64 * (1.0 - jaro) }
}

fn common<T: PartialEq>(a: impl Iterator<Item = T>, b: impl Iterator<Item = T>) -> usize {
    a.zip(b).take(PREFIX_LETTERS_MAX).take_while(|(a, b)| a == b).count()
}

/// How far apart two letters of texts of these lengths may stand and still be common.
fn reach(a: usize, b: usize) -> usize {
    (a.max(b) / 2).saturating_sub(1)
}

fn jaro_of(a: usize, b: usize, common: usize, out_of_order: usize) -> f64 {
    if common == 0 {
        return 0.0;
    }
    let matches = common as f64;
    let transposed = (out_of_order / 2) as f64;
    (matches / a as f64 + matches / b as f64 + (matches - transposed) / matches) / 3.0
}

/// Jaro similarity of texts of at most [`WORD_BYTES`] bytes: what is taken of `b` is a bit mask.
fn jaro_bits(a: &[u8], b: &[u8]) -> f64 {
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    let reach = reach(a.len(), b.len());
    let mut taken = 0_u64;
    let mut letters = [0_u8; WORD_BYTES];
    let mut count = 0;
    for (i, &letter) in a.iter().enumerate() {
        let (from, until) = (i.saturating_sub(reach), (i + reach + 1).min(b.len()));
        let mut place = from;
        while place < until {
            if b[place] == letter && taken >> place & 1 == 0 {
                taken |= 1 << place;
                letters[count] = letter;
                count += 1;
                break;
            }
            place += 1;
        }
    }
    let mut out_of_order = 0;
    for letter in &letters[..count] {
        let place = taken.trailing_zeros() as usize;
        out_of_order += usize::from(b[place] != *letter);
        taken &= taken - 1;
    }
    jaro_of(a.len(), b.len(), count, out_of_order)
}

/// Jaro similarity of texts of any letters and length.
fn jaro_letters(a: &[char], b: &[char]) -> f64 {
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    let reach = reach(a.len(), b.len());
    let mut taken = vec![false; b.len()];
    let mut letters = Vec::new();
    for (i, letter) in a.iter().enumerate() {
        let mut window = i.saturating_sub(reach)..(i + reach + 1).min(b.len());
        if let Some(place) = window.find(|&place| !taken[place] && b[place] == *letter) {
            taken[place] = true;
            letters.push(letter);
        }
    }
    let others = b.iter().zip(&taken).filter(|(_, taken)| **taken).map(|(letter, _)| letter);
    let out_of_order = letters.iter().zip(others).filter(|(a, b)| **a != *b).count();
    jaro_of(a.len(), b.len(), letters.len(), out_of_order)
}
