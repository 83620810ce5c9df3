//! Statements written for one row, rewritten for many.

/// `INSERT … VALUES (?1, …, ?N) …` for arrays of values, each of the type of its column.
pub(super) fn insert(sql: &str, types: &[&str]) -> String {
    let (before, rest) = sql.split_once("VALUES (").expect("an INSERT with VALUES");
    let (values, after) = rest.split_once(')').expect("VALUES with an end");
    debug_assert!(values.split(',').all(|v| v.trim().starts_with('?')), "parameters only: {sql}");
    format!("{before}SELECT * FROM unnest({}){after}", arrays(types))
}

/// A question asked for each of the rows in arrays of values; its answers begin with the number
/// of the row, from 1, and come in that order.
pub(super) fn question(sql: &str, types: &[&str]) -> String {
    let names: Vec<_> = (1..=types.len()).map(|number| format!("p{number}")).collect();
    let asked = numbered(sql, |number| format!("asked.p{number}"));
    format!(
        "SELECT asked.nth, answer.* FROM unnest({}) WITH ORDINALITY AS asked ({}, nth) \
         CROSS JOIN LATERAL ({asked}) AS answer ORDER BY asked.nth",
        arrays(types),
        names.join(", "),
    )
}

/// A statement with `= ?1` for any of an array of values.
pub(super) fn any(sql: &str, kind: &str) -> String {
    sql.replace("= ?1", &format!("= ANY ($1::{kind}[])"))
}

/// The text with parameters as PostgreSQL writes them.
pub(super) fn one(sql: &str) -> String {
    numbered(sql, |number| format!("${number}"))
}

fn arrays(types: &[&str]) -> String {
    let arrays = types.iter().zip(1..).map(|(kind, number)| format!("${number}::{kind}[]"));
    arrays.collect::<Vec<_>>().join(", ")
}

/// Replaces each `?N`.
fn numbered(sql: &str, mut name: impl FnMut(u32) -> String) -> String {
    let mut parts = sql.split('?');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(part.len());
        let number = part[..end].parse().expect("parameters are numbered");
        text.push_str(&name(number));
        text.push_str(&part[end..]);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statements_for_one_row_are_rewritten_for_many() {
        let sql = "INSERT INTO lead (id, stage) VALUES (?1, ?2) ON CONFLICT (id) DO NOTHING";
        assert_eq!(
            insert(sql, &["int8", "int4"]),
            "INSERT INTO lead (id, stage) SELECT * FROM unnest($1::int8[], $2::int4[]) \
             ON CONFLICT (id) DO NOTHING"
        );
        assert_eq!(
            question("SELECT stage FROM lead WHERE id = ?1 AND stage > ?2", &["int8", "int4"]),
            "SELECT asked.nth, answer.* FROM unnest($1::int8[], $2::int4[]) WITH ORDINALITY AS \
             asked (p1, p2, nth) CROSS JOIN LATERAL (SELECT stage FROM lead WHERE id = asked.p1 \
             AND stage > asked.p2) AS answer ORDER BY asked.nth"
        );
        assert_eq!(
            any("DELETE FROM lead WHERE id = ?1", "int8"),
            "DELETE FROM lead WHERE id = ANY ($1::int8[])"
        );
        assert_eq!(one("?2 AND ?12"), "$2 AND $12");
    }
}
