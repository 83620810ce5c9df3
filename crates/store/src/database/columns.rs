//! Reading a row, one column after the other, whichever database it comes from.

use crate::error::StoreError;
use facts::{FactKey, Instant, Position, SubjectId, Symbol};
use postgres::types::{FromSql, Type};
use std::error::Error;

/// A row of either database, with the column that is read next.
pub(crate) struct Columns<'r> {
    row: Row<'r>,
    next: usize,
}

enum Row<'r> {
    Sqlite(&'r rusqlite::Row<'r>),
    Postgres(&'r postgres::Row),
}

/// What a column can be read as.
pub(crate) trait FromColumn: Sized {
    fn read(columns: &mut Columns<'_>) -> Result<Self, StoreError>;
}

/// A whole number of any width.
struct Wide(i64);

impl<'a> FromSql<'a> for Wide {
    fn from_sql(of: &Type, raw: &'a [u8]) -> Result<Self, Box<dyn Error + Sync + Send>> {
        Ok(Self(match *of {
            Type::INT2 => i16::from_sql(of, raw)?.into(),
            Type::INT4 => i32::from_sql(of, raw)?.into(),
            _ => i64::from_sql(of, raw)?,
        }))
    }

    fn accepts(of: &Type) -> bool {
        [Type::INT2, Type::INT4, Type::INT8].contains(of)
    }
}

impl<'r> Columns<'r> {
    pub(super) fn of_sqlite(row: &'r rusqlite::Row<'r>) -> Self {
        Self { row: Row::Sqlite(row), next: 0 }
    }

    /// Leaves out the first columns.
    pub(super) fn of_postgres(row: &'r postgres::Row, after: usize) -> Self {
        Self { row: Row::Postgres(row), next: after }
    }

    pub(crate) fn take<T: FromColumn>(&mut self) -> Result<T, StoreError> {
        T::read(self)
    }

    /// A text where it lies.
    pub(crate) fn text(&mut self) -> Result<&'r str, StoreError> {
        let index = self.step();
        Ok(match self.row {
            Row::Sqlite(row) => row.get_ref(index)?.as_str().map_err(rusqlite::Error::from)?,
            Row::Postgres(row) => row.try_get(index)?,
        })
    }

    /// Bytes where they lie.
    pub(crate) fn bytes(&mut self) -> Result<&'r [u8], StoreError> {
        let index = self.step();
        Ok(match self.row {
            Row::Sqlite(row) => row.get_ref(index)?.as_blob().map_err(rusqlite::Error::from)?,
            Row::Postgres(row) => row.try_get(index)?,
        })
    }

    pub(crate) fn id(&mut self) -> Result<SubjectId, StoreError> {
        Ok(SubjectId(self.take::<i64>()?.cast_unsigned()))
    }

    pub(crate) fn key(&mut self) -> Result<FactKey, StoreError> {
        Ok(FactKey(self.take::<i64>()?.cast_unsigned()))
    }

    pub(crate) fn position(&mut self) -> Result<Position, StoreError> {
        Ok(Position(self.take::<i64>()?.cast_unsigned()))
    }

    /// A number of something.
    pub(crate) fn count(&mut self) -> Result<u64, StoreError> {
        Ok(self.take::<i64>()?.cast_unsigned())
    }

    pub(crate) fn instant(&mut self) -> Result<Instant, StoreError> {
        self.take().map(Instant)
    }

    pub(crate) fn instant_or_never(&mut self) -> Result<Instant, StoreError> {
        Ok(self.take::<Option<i64>>()?.map_or(Instant::NEVER, Instant))
    }

    pub(crate) fn symbol(&mut self) -> Result<Symbol, StoreError> {
        self.take().map(Symbol)
    }

    fn step(&mut self) -> usize {
        self.next += 1;
        self.next - 1
    }
}

impl FromColumn for Option<i64> {
    fn read(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        let index = columns.step();
        Ok(match columns.row {
            Row::Sqlite(row) => row.get(index)?,
            Row::Postgres(row) => row.try_get::<_, Option<Wide>>(index)?.map(|wide| wide.0),
        })
    }
}

impl FromColumn for i64 {
    fn read(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        let index = columns.step();
        Ok(match columns.row {
            Row::Sqlite(row) => row.get(index)?,
            Row::Postgres(row) => row.try_get::<_, Wide>(index)?.0,
        })
    }
}

macro_rules! narrow {
    ($($number:ty),*) => { $(
        impl FromColumn for $number {
            fn read(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
                let wide = columns.take::<i64>()?;
                Self::try_from(wide).map_err(|_| {
                    StoreError::Corrupt(format!("{wide} does not fit where it stands"))
                })
            }
        }
    )* };
}
narrow!(u8, u16, u32);

impl FromColumn for bool {
    fn read(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        Ok(columns.take::<i64>()? != 0)
    }
}

impl FromColumn for f64 {
    fn read(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        let index = columns.step();
        Ok(match columns.row {
            Row::Sqlite(row) => row.get(index)?,
            Row::Postgres(row) => row.try_get(index)?,
        })
    }
}

impl FromColumn for String {
    fn read(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        Ok(columns.text()?.to_owned())
    }
}

impl FromColumn for Option<String> {
    fn read(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        let index = columns.step();
        Ok(match columns.row {
            Row::Sqlite(row) => row.get(index)?,
            Row::Postgres(row) => row.try_get(index)?,
        })
    }
}

impl FromColumn for Option<Vec<u8>> {
    fn read(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        let index = columns.step();
        Ok(match columns.row {
            Row::Sqlite(row) => row.get(index)?,
            Row::Postgres(row) => row.try_get(index)?,
        })
    }
}

impl FromColumn for [u8; 32] {
    fn read(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        let bytes = columns.bytes()?;
        bytes.try_into().map_err(|_| StoreError::Corrupt("a hash has not 32 bytes".to_owned()))
    }
}
