//! The columns of a snapshot, and the rows of stories in them.

use facts::{Code, FactKey, Instant, SubjectId, Symbol};
use timeline::{Row, RowFlags, Story, Timelines};

/// The columns. A lead stands at the first row of its story, and nothing at the others.
pub(super) const SCHEMA: &str = "
    message stories {
      optional int64 lead;
      required int64 at;
      required int64 bits;
      required int32 actor;
      required int32 code;
      required int32 tag;
      required int32 flags;
      required int64 key;
    }";

/// How many columns there are.
pub(super) const COLUMNS: usize = 8;

/// Rows of stories as columns, each of 64 or 32 bits.
#[derive(Debug, Default)]
pub(super) struct Columns {
    /// One for each story.
    pub(super) leads: Vec<i64>,
    /// One for each row: 1 where a story begins, else 0.
    pub(super) begins: Vec<i16>,
    pub(super) at: Vec<i64>,
    pub(super) bits: Vec<i64>,
    pub(super) actor: Vec<i32>,
    pub(super) code: Vec<i32>,
    pub(super) tag: Vec<i32>,
    pub(super) flags: Vec<i32>,
    pub(super) key: Vec<i64>,
}

impl Columns {
    pub(super) fn push(&mut self, story: Story<'_>) {
        if story.rows.is_empty() {
            return;
        }
        self.leads.push(story.lead.0.cast_signed());
        for (index, (row, key)) in story.rows.iter().zip(story.keys).enumerate() {
            self.begins.push(i16::from(index == 0));
            self.at.push(row.at.0);
            self.bits.push(row.bits.cast_signed());
            self.actor.push(row.actor.0.cast_signed());
            self.code.push(i32::from(row.code.0));
            self.tag.push(i32::from(row.tag));
            self.flags.push(i32::from(row.flags.pack()));
            self.key.push(key.0.cast_signed());
        }
    }

    pub(super) fn len(&self) -> usize {
        self.at.len()
    }

    pub(super) fn clear(&mut self) {
        let Self { leads, begins, at, bits, actor, code, tag, flags, key } = self;
        for column in [leads, at, bits, key] {
            column.clear();
        }
        for column in [actor, code, tag, flags] {
            column.clear();
        }
        begins.clear();
    }

    /// The stories; `None` where the columns do not fit together.
    pub(super) fn into_timelines(self) -> Option<Timelines> {
        let Self { leads, begins, at, bits, actor, code, tag, flags, key } = self;
        let count = at.len();
        let lengths = [begins.len(), bits.len(), actor.len(), code.len(), tag.len(), flags.len()];
        if lengths.into_iter().chain([key.len()]).any(|length| length != count)
            || begins.first().is_some_and(|first| *first != 1)
        {
            return None;
        }
        let mut rows = Vec::with_capacity(count);
        let mut ends = Vec::with_capacity(leads.len());
        for index in 0..count {
            if begins[index] == 1 && index > 0 {
                ends.push(index);
            }
            rows.push(Row {
                at: Instant(at[index]),
                bits: bits[index].cast_unsigned(),
                actor: Symbol(actor[index].cast_unsigned()),
                code: Code(u16::try_from(code[index]).ok()?),
                tag: u8::try_from(tag[index]).ok()?,
                flags: RowFlags::unpack(u8::try_from(flags[index]).ok()?)?,
            });
        }
        if count > 0 {
            ends.push(count);
        }
        let leads = leads.into_iter().map(|lead| SubjectId(lead.cast_unsigned())).collect();
        let keys = key.into_iter().map(|key| FactKey(key.cast_unsigned())).collect();
        Timelines::of_columns(leads, ends, rows, keys)
    }
}
