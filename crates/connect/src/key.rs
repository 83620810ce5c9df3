//! Keys of facts: the same row read again yields the same key.

use crate::RawValue;
use facts::{FactKey, Instant, SubjectKind};
use std::collections::HashMap;

/// Fields one after the other, so that no two lists of fields run together. A hasher of BLAKE3 would
/// take two kilobytes for each fact that waits for its key.
pub(crate) struct Fields(Vec<u8>);

impl Fields {
    /// An ordinal, added in the end.
    const ORDINAL_BYTES: usize = size_of::<u64>() + size_of::<u32>();

    pub(crate) fn new(fields: &[&[u8]]) -> Self {
        let bytes = fields.iter().map(|field| size_of::<u64>() + field.len()).sum::<usize>();
        let mut all = Self(Vec::with_capacity(bytes + Self::ORDINAL_BYTES));
        for field in fields {
            all.add(field);
        }
        all
    }

    pub(crate) fn add(&mut self, field: &[u8]) {
        self.0.extend_from_slice(&(field.len() as u64).to_le_bytes());
        self.0.extend_from_slice(field);
    }

    pub(crate) fn finish(&self) -> u64 {
        let hash = blake3::hash(&self.0);
        hash.as_bytes()[..8].iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte))
    }
}

/// How often each fact of each subject occurred in this file so far.
#[derive(Default)]
pub(crate) struct Ordinals(HashMap<u64, u32>);

impl Ordinals {
    /// The key of a fact from what it says and, where it may happen several times, how often it
    /// was said of the subject before. The subject is told apart here only: it is not in the key.
    pub(crate) fn key(
        &mut self,
        mut said: Fields,
        repeats: bool,
        subject: (SubjectKind, &str, &str),
    ) -> FactKey {
        let mut ordinal = 0;
        if repeats {
            let (kind, namespace, id) = subject;
            let whose = [kind as u8];
            let fact = said.finish().to_le_bytes();
            let whole = Fields::new(&[&fact, &whose, namespace.as_bytes(), id.as_bytes()]);
            let count = self.0.entry(whole.finish()).or_insert(0);
            ordinal = *count;
            *count += 1;
        }
        said.add(&ordinal.to_le_bytes());
        FactKey(said.finish())
    }
}

/// An instant as a field.
pub(crate) fn instant(at: Instant) -> [u8; 8] {
    at.0.to_le_bytes()
}

/// A value as a field: what it means, not how it was written (`0.0` is `0`).
pub(crate) fn value(value: &RawValue) -> Vec<u8> {
    let tagged = |tag: u8, bytes: &[u8]| [&[tag], bytes].concat();
    match value {
        RawValue::Nothing => tagged(0, &[]),
        // Adding 0 turns -0 into 0.
        RawValue::Number(number) => tagged(1, &(number + 0.0).to_bits().to_le_bytes()),
        RawValue::Text(text) => tagged(2, text.as_bytes()),
        RawValue::Flag(flag) => tagged(3, &[u8::from(*flag)]),
    }
}
