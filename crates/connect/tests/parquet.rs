//! Parquet files, in a build that reads them; others say how to get one that does.

mod tables;

#[cfg(not(feature = "parquet"))]
#[test]
fn a_build_without_parquet_says_what_to_do() {
    let problem = tables::problem("leads.parquet", b"PAR1....PAR1");
    assert!(problem.contains("save it as CSV, or build Tandem with `--features parquet`"));
}

#[cfg(feature = "parquet")]
mod with_it {
    use super::tables;
    use connect::{Table, Wanted};
    use parquet::data_type::{
        BoolType, ByteArray, ByteArrayType, DoubleType, Int32Type, Int64Type,
    };
    use parquet::file::properties::WriterProperties;
    use parquet::file::writer::SerializedFileWriter;
    use parquet::schema::parser::parse_message_type;
    use std::io::Cursor;
    use std::sync::Arc;

    const SCHEMA: &str = "message leads {
        required int64 id;
        optional binary name (UTF8);
        required int32 day (DATE);
        required int64 at (TIMESTAMP_MILLIS);
        required group firm { required double size; required boolean open; }
    }";

    /// Two leads, the second without a name.
    fn file() -> Vec<u8> {
        let schema = Arc::new(parse_message_type(SCHEMA).unwrap());
        let properties = Arc::new(WriterProperties::builder().build());
        let mut bytes = Vec::new();
        let mut writer = SerializedFileWriter::new(&mut bytes, schema, properties).unwrap();
        let mut group = writer.next_row_group().unwrap();
        macro_rules! column {
            ($kind:ty, $values:expr, $levels:expr) => {{
                let mut column = group.next_column().unwrap().unwrap();
                column.typed::<$kind>().write_batch($values, $levels, None).unwrap();
                column.close().unwrap();
            }};
        }
        column!(Int64Type, &[1, 2], None);
        column!(ByteArrayType, &[ByteArray::from("Müller")], Some(&[1, 0]));
        column!(Int32Type, &[20_513, 20_514], None);
        column!(Int64Type, &[1_772_353_800_000, 1_772_353_800_500], None);
        column!(DoubleType, &[12.5, 250.0], None);
        column!(BoolType, &[true, false], None);
        group.close().unwrap();
        writer.close().unwrap();
        bytes
    }

    #[test]
    fn a_parquet_file_has_its_columns_and_dates_as_dates() {
        let table = tables::open("leads.parquet", &file());
        assert_eq!(table.columns(), ["id", "name", "day", "at", "firm.size", "firm.open"]);
        assert_eq!(
            tables::rows(table),
            [
                ["1", "Müller", "2026-03-01", "2026-03-01T08:30:00Z", "12.5", "true"],
                ["2", "", "2026-03-02", "2026-03-01T08:30:00.5Z", "250", "false"],
            ]
        );
        let packed = tables::gzip(&file());
        assert_eq!(tables::rows(tables::open("leads.parquet.gz", &packed)).len(), 2);
    }

    #[test]
    fn a_broken_parquet_file_is_refused_or_stopped_with_a_reason() {
        let mut cut = file();
        cut.truncate(cut.len() / 2);
        let input = Box::new(Cursor::new(cut));
        let error = Table::open("leads.parquet", input, &Wanted::default()).err().unwrap();
        assert!(error.to_string().contains("the Parquet file cannot be read"), "{error}");
    }
}
