//! Reading takes the memory of a row, not of a file.
#![cfg(target_os = "linux")]

use connect::{FileReading, Mapping, Read as RowRead, Table, Wanted};
use std::io::{Read, Result, Seek, SeekFrom};
use testkit::process::peak_memory_bytes;

const ROWS: u64 = 150_000;
const ROW_BYTES: u64 = 64;

/// A file that is made up while it is read: rows of 64 bytes, no two alike.
struct MadeUp {
    at: u64,
}

impl MadeUp {
    fn row(number: u64) -> String {
        let row = match number {
            0 => "id,created,source,text".to_owned(),
            number => format!("L{number},2026-03-01,web,row {number}"),
        };
        format!("{row:<63}\n")
    }
}

impl Read for MadeUp {
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize> {
        let mut written = 0;
        while written < buffer.len() && self.at < ROWS * ROW_BYTES {
            let row = Self::row(self.at / ROW_BYTES);
            let rest = &row.as_bytes()[(self.at % ROW_BYTES) as usize..];
            let count = rest.len().min(buffer.len() - written);
            buffer[written..written + count].copy_from_slice(&rest[..count]);
            written += count;
            self.at += count as u64;
        }
        Ok(written)
    }
}

impl Seek for MadeUp {
    fn seek(&mut self, to: SeekFrom) -> Result<u64> {
        self.at = match to {
            SeekFrom::Start(at) => at,
            SeekFrom::End(by) => (ROWS * ROW_BYTES).saturating_add_signed(by),
            SeekFrom::Current(by) => self.at.saturating_add_signed(by),
        };
        Ok(self.at)
    }
}

#[test]
fn reading_a_large_file_takes_the_memory_of_its_sample_and_a_few_bytes_a_row() {
    let before = peak_memory_bytes().unwrap();
    let input = Box::new(MadeUp { at: 0 });
    let mut table = Table::open("leads.csv", input, &Wanted::default()).unwrap();
    let mut rows = 0;
    while table.next_row().unwrap().is_some() {
        rows += 1;
    }
    assert_eq!(rows, ROWS - 1);
    let as_table = peak_memory_bytes().unwrap() - before;
    // The beginning of 4 MiB is looked at, in two copies at once.
    assert!(as_table < 16 << 20, "a table took {as_table} bytes");

    let mapping = Mapping::read(
        "[mapping]\nname = \"m\"\ntimezone = \"UTC\"\n[[file]]\npath = \"leads.csv\"\n\
         times = { created = \"iso\" }\ndated = \"created\"\n[[file.subject]]\nkind = \"person\"\n\
         id = { namespace = \"m.lead\", column = \"id\" }\n\
         traits = { \"lead.source\" = { column = \"source\" } }\n\
         [[file.subject.fact]]\nkind = \"touch\"\nname = \"form.contact\"\n",
    )
    .unwrap();
    let reading = FileReading::open(&mapping, &mapping.files[0], MadeUp { at: 0 }).unwrap();
    assert_eq!(reading.filter(|row| matches!(row, Ok(RowRead::Good(_)))).count() as u64, rows);
    // Each row and each fact that may happen twice leaves a hash, in tables that double.
    let through_mapping = peak_memory_bytes().unwrap() - before;
    assert!(through_mapping < as_table + ROWS * 96, "a mapping took {through_mapping} bytes");
}
