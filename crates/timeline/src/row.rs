//! One fact within a story, in 24 bytes.

use facts::{Code, Instant, Precision, Symbol, Value};

/// One fact as the fold reads it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(C)]
pub struct Row {
    /// When it takes effect.
    pub at: Instant,
    /// The value's 64 bits; their meaning is in `tag`.
    pub bits: u64,
    /// Who did it.
    pub actor: Symbol,
    /// Kind and name.
    pub code: Code,
    /// The value's tag, see [`Value::pack`].
    pub tag: u8,
    /// Precision and origin.
    pub flags: RowFlags,
}

/// What a story keeps of precision and origin, in one byte.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
#[repr(transparent)]
pub struct RowFlags(u8);

impl RowFlags {
    const HUMAN: u8 = 0b0100;

    /// From the parts.
    #[must_use]
    pub const fn new(precision: Precision, human: bool) -> Self {
        Self(precision as u8 | if human { Self::HUMAN } else { 0 })
    }

    /// How precisely the row's time is known.
    #[must_use]
    pub const fn precision(self) -> Precision {
        Precision::from_number(self.0)
    }

    /// Whether a person did it.
    #[must_use]
    pub const fn is_human(self) -> bool {
        self.0 & Self::HUMAN != 0
    }

    /// The byte, for columns.
    #[must_use]
    pub const fn pack(self) -> u8 {
        self.0
    }

    /// The inverse of [`RowFlags::pack`]; `None` for a byte that no row has.
    #[must_use]
    pub const fn unpack(byte: u8) -> Option<Self> {
        if byte < Self::HUMAN << 1 { Some(Self(byte)) } else { None }
    }
}

impl Row {
    /// A row from its parts.
    #[must_use]
    pub const fn new(
        at: Instant,
        code: Code,
        value: Value,
        flags: RowFlags,
        actor: Symbol,
    ) -> Self {
        let (tag, bits) = value.pack();
        Self { at, bits, actor, code, tag, flags }
    }

    /// What the fact says.
    #[must_use]
    pub fn value(&self) -> Value {
        Value::unpack(self.tag, self.bits).unwrap_or_default()
    }

    /// The word that the fact's value is, or the empty one.
    #[must_use]
    pub fn symbol(&self) -> Symbol {
        match self.value() {
            Value::Text(symbol) => symbol,
            _ => Symbol::EMPTY,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_takes_24_bytes() {
        assert_eq!(size_of::<Row>(), 24);
    }

    #[test]
    fn flags_are_unpacked_as_they_were_packed() {
        for precision in [Precision::Instant, Precision::Minute, Precision::Day, Precision::Unknown]
        {
            for human in [false, true] {
                let flags = RowFlags::new(precision, human);
                assert_eq!(RowFlags::unpack(flags.pack()), Some(flags));
            }
        }
        assert_eq!(RowFlags::unpack(8), None);
    }
}
