//! Which character stands between the cells of a text.

use csv::ByteRecord;

/// The characters that are tried, the likeliest first.
const CANDIDATES: [u8; 4] = [b',', b';', b'\t', b'|'];
/// How many rows are tried.
const ROWS_TRIED: usize = 200;

/// The character that splits the first rows into most columns, most evenly; a comma where none
/// does.
pub(super) fn guess(sample: &[u8]) -> u8 {
    let mut best = (0.0, b',');
    for candidate in CANDIDATES {
        let score = score(sample, candidate);
        if score > best.0 {
            best = (score, candidate);
        }
    }
    best.1
}

/// Columns of the header, weighed by the share of rows that have as many; 0 for a single column.
fn score(sample: &[u8], delimiter: u8) -> f64 {
    let mut reader = csv::ReaderBuilder::new();
    let reader = reader.has_headers(false).flexible(true).delimiter(delimiter);
    let mut reader = reader.from_reader(sample);
    let mut record = ByteRecord::new();
    let mut header = 0;
    let (mut rows, mut even) = (0, 0);
    while rows < ROWS_TRIED && matches!(reader.read_byte_record(&mut record), Ok(true)) {
        if rows == 0 {
            header = record.len();
        }
        rows += 1;
        even += usize::from(record.len() == header);
    }
    if header < 2 {
        return 0.0;
    }
    let share = even as f64 / rows as f64;
    header as f64 * (0.1 + 0.9 * share)
}

#[cfg(test)]
mod tests {
    use super::guess;

    #[test]
    fn the_character_that_splits_most_evenly_is_taken() {
        let cases = [
            ("id,name\n1,a\n", b','),
            ("id;price\n1;2,50\n2;3,50\n", b';'),
            ("id\tname, first\n1\tAda, L\n2\tBen\n", b'\t'),
            ("id|name|x\n1|a|b\n", b'|'),
            ("id;\"a,b,c\";x\n1;2;3\n", b';'),
            ("only\none\ncolumn\n", b','),
            ("", b','),
        ];
        for (text, wanted) in cases {
            assert_eq!(guess(text.as_bytes()), wanted, "{text}");
        }
    }
}
