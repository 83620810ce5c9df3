//! Inputs that nobody would write: a corpus, mangled by a seed.
//!
//! What parsers must take from anybody is tried on texts that are nearly right, which reach further
//! into a parser than random bytes do. It runs on stable Rust within a test; the same seed mangles
//! the same way everywhere.

use std::time::{Duration, Instant};

/// The largest input that is made, in bytes.
const BYTES_MAX: usize = 64 << 10;
/// The longest that one input may take; generous, since test machines are busy.
const ONE_INPUT_MAX: Duration = Duration::from_secs(20);
/// By how much the memory of the test may grow, in bytes.
const MEMORY_MAX: u64 = 768 << 20;

/// Random numbers that need nothing (SplitMix64, by Steele, Lea and Flood 2014).
#[derive(Clone, Debug)]
struct Draws(u64);

impl Draws {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Below `end`, which is not 0.
    fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }
}

/// An input of a corpus, mangled: `seed` says how. `words` are what the language is made of.
///
/// # Panics
/// Without a corpus.
#[must_use]
pub fn mangled(corpus: &[&[u8]], words: &[&str], seed: u64) -> Vec<u8> {
    let mut draws = Draws(seed);
    let mut input = corpus[draws.below(corpus.len())].to_vec();
    for _ in 0..=draws.below(6) {
        let at = draws.below(input.len() + 1);
        let end = (at + draws.below(40)).min(input.len());
        match draws.below(9) {
            0 if !input.is_empty() => {
                let at = at.min(input.len() - 1);
                input[at] ^= 1 << draws.below(8);
            }
            1 => input.insert(at, draws.next() as u8),
            2 => drop(input.drain(at..end)),
            3 => {
                let again = input[at..end].to_vec();
                for _ in 0..=draws.below(64) {
                    input.splice(at..at, again.iter().copied());
                }
            }
            4 => {
                let other = corpus[draws.below(corpus.len())];
                let from = draws.below(other.len() + 1);
                let to = (from + draws.below(400)).min(other.len());
                input.splice(at..end, other[from..to].iter().copied());
            }
            5 if !words.is_empty() => {
                let word = words[draws.below(words.len())];
                input.splice(at..end, word.bytes());
            }
            6 => {
                const ODD: [&str; 9] =
                    ["\u{0}", "\u{feff}", "é", "\u{202e}", "😀", "\r\n", "\"", "'", "\t"];
                let odd = ODD[draws.below(ODD.len())];
                input.splice(at..at, odd.bytes());
            }
            7 => {
                const NUMBERS: [&str; 8] =
                    ["-1", "0", "1e308", "99999999999999999999", "0.1e-400", "NaN", "-0", "1_000"];
                let number = NUMBERS[draws.below(NUMBERS.len())];
                input.splice(at..end, number.bytes());
            }
            _ => {
                let bracket = [b"(".as_slice(), b"[", b"{", b"!", b"[["][draws.below(5)];
                let deep = bracket.repeat(1 + draws.below(300));
                input.splice(at..at, deep);
            }
        }
    }
    input.truncate(BYTES_MAX);
    input
}

/// Tries a parser on `usual` mangled inputs, or as many as `TANDEM_CASES` says, from the seed that
/// `TANDEM_SEED` says on, and on the corpus itself. `try_one` panics where something is wrong.
///
/// # Panics
/// When an input makes the parser panic, take longer than 20 seconds, or hold more memory than
/// 768 MiB beyond what it held at first: with the seed and the input.
pub fn fuzz(corpus: &[&[u8]], words: &[&str], usual: u64, try_one: impl Fn(&[u8])) {
    let said = |name: &str| std::env::var(name).ok();
    let number = |text: String| text.parse::<u64>().expect("a number");
    let cases = said("TANDEM_CASES").map_or(usual, number);
    let first = said("TANDEM_SEED").map_or(1, number);
    let memory = crate::process::peak_memory_bytes().unwrap_or_default();
    let check = |input: &[u8], which: &str| {
        let watch = Watch { input, which };
        let begun = Instant::now();
        try_one(input);
        let took = begun.elapsed();
        std::mem::forget(watch);
        assert!(took < ONE_INPUT_MAX, "{which} takes {took:?}: {}", shown(input));
    };
    for (at, input) in corpus.iter().enumerate() {
        check(input, &format!("number {at} of the corpus"));
    }
    for seed in first..first + cases {
        check(&mangled(corpus, words, seed), &format!("seed {seed}"));
    }
    let grown = crate::process::peak_memory_bytes().unwrap_or_default().saturating_sub(memory);
    assert!(grown < MEMORY_MAX, "the memory grew by {grown} bytes");
}

/// Says which input it was, when a panic drops it.
struct Watch<'a> {
    input: &'a [u8],
    which: &'a str,
}

impl Drop for Watch<'_> {
    #[expect(clippy::print_stderr, reason = "a test that fails says why")]
    fn drop(&mut self) {
        eprintln!("{} fails: {}", self.which, shown(self.input));
    }
}

/// As it can be written into a test.
fn shown(input: &[u8]) -> String {
    format!("b\"{}\"", input.escape_ascii())
}

#[cfg(test)]
mod tests {
    use super::*;

    const CORPUS: [&[u8]; 2] = [b"one = 1\n", b"[[two]]\nname = \"two\"\n"];

    #[test]
    fn a_seed_mangles_the_same_way_every_time_and_others_otherwise() {
        let all: std::collections::BTreeSet<_> =
            (0..200).map(|seed| mangled(&CORPUS, &["three"], seed)).collect();
        assert!(all.len() > 150, "{}", all.len());
        assert!(all.iter().all(|input| input.len() <= BYTES_MAX));
        assert_eq!(mangled(&CORPUS, &[], 7), mangled(&CORPUS, &[], 7));
    }

    #[test]
    #[should_panic(expected = "a bracket")]
    fn an_input_on_which_something_panics_is_found() {
        fuzz(&CORPUS, &[], 300, |input| assert!(!input.ends_with(b"[[["), "a bracket"));
        fuzz(&CORPUS, &[], 300, |input| assert!(!input.starts_with(b"(("), "a bracket"));
        fuzz(&CORPUS, &[], 3000, |input| assert!(!input.contains(&b'{'), "a bracket"));
    }
}
