//! One value on its way into a database.

use bytes::BytesMut;
use postgres::types::{IsNull, ToSql, Type, to_sql_checked};
use rusqlite::types::{ToSqlOutput, ValueRef};
use std::error::Error;

/// One value on its way into a database. Whole numbers take the width of their column.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) enum Cell<'a> {
    Null,
    Whole(i64),
    Real(f64),
    Text(&'a str),
    Bytes(&'a [u8]),
}

/// Values for the numbered parameters of a statement, in order.
macro_rules! cells {
    ($($value:expr),* $(,)?) => { [$($crate::database::Cell::from($value)),*] };
}
pub(crate) use cells;

macro_rules! whole {
    ($($number:ty),*) => { $(
        impl From<$number> for Cell<'_> {
            fn from(number: $number) -> Self {
                Self::Whole(i64::from(number))
            }
        }
    )* };
}
whole!(i64, u32, u16, u8, bool);

impl From<f64> for Cell<'_> {
    fn from(number: f64) -> Self {
        Self::Real(number)
    }
}

impl<'a> From<&'a str> for Cell<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Cell<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a [u8]> for Cell<'a> {
    fn from(bytes: &'a [u8]) -> Self {
        Self::Bytes(bytes)
    }
}

impl<'a, T: Into<Cell<'a>>> From<Option<T>> for Cell<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl rusqlite::ToSql for Cell<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match *self {
            Self::Null => ValueRef::Null,
            Self::Whole(number) => ValueRef::Integer(number),
            Self::Real(number) => ValueRef::Real(number),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
            Self::Bytes(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

impl ToSql for Cell<'_> {
    fn to_sql(
        &self,
        to: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
        match *self {
            Self::Null => Ok(IsNull::Yes),
            Self::Whole(number) if *to == Type::INT4 => i32::try_from(number)?.to_sql(to, out),
            Self::Whole(number) if *to == Type::INT2 => i16::try_from(number)?.to_sql(to, out),
            Self::Whole(number) if *to == Type::INT8 => number.to_sql(to, out),
            Self::Real(number) if *to == Type::FLOAT8 => number.to_sql(to, out),
            Self::Text(text) if *to == Type::TEXT => text.to_sql(to, out),
            Self::Bytes(bytes) if *to == Type::BYTEA => bytes.to_sql(to, out),
            ref other => Err(format!("{other:?} does not go into a column of type {to}").into()),
        }
    }

    fn accepts(to: &Type) -> bool {
        [Type::INT2, Type::INT4, Type::INT8, Type::FLOAT8, Type::TEXT, Type::BYTEA].contains(to)
    }

    to_sql_checked!();
}
