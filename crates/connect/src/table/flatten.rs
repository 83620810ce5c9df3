//! A JSON object as cells: nested objects become dotted names, lists stay JSON in one cell.

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::Value;
use std::fmt;

/// Tells each value of an object with its dotted path.
///
/// # Errors
/// When the text is no JSON object, or a value cannot be kept as it is; in words.
pub(super) fn flatten(
    text: &[u8],
    tell: &mut dyn FnMut(&str, &str) -> Result<(), String>,
) -> Result<(), String> {
    let mut reader = serde_json::Deserializer::from_slice(text);
    let mut path = String::new();
    Cells { path: &mut path, tell, top: true }
        .deserialize(&mut reader)
        .and_then(|()| reader.end())
        .map_err(|error| without_place(&error))
}

/// The message without serde's line and column, which count within the row.
fn without_place(error: &serde_json::Error) -> String {
    let text = error.to_string();
    match text.rfind(" at line ") {
        Some(at) => format!("{} (at character {})", &text[..at], error.column()),
        None => text,
    }
}

struct Cells<'a> {
    path: &'a mut String,
    tell: &'a mut dyn FnMut(&str, &str) -> Result<(), String>,
    top: bool,
}

impl Cells<'_> {
    fn cell<E: Error>(self, text: &str) -> Result<(), E> {
        match self.top {
            true => Err(E::custom("this is no JSON object")),
            false => (self.tell)(self.path, text).map_err(E::custom),
        }
    }
}

impl<'de> DeserializeSeed<'de> for Cells<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<(), D::Error> {
        reader.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Cells<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON object")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        self.cell(if value { "true" } else { "false" })
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<(), E> {
        self.cell(&value.to_string())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<(), E> {
        self.cell(&value.to_string())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        // Beyond this, neighbouring whole numbers are one: an identifier would be lost.
        if value.fract() == 0.0 && value.abs() >= 9_007_199_254_740_992.0 {
            let path = self.path.clone();
            return Err(E::custom(format!(
                "the number of `{path}` is too large to be kept: write it as a text"
            )));
        }
        self.cell(&value.to_string())
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<(), E> {
        self.cell(value)
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.cell("")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let mut values: Vec<Value> = Vec::new();
        while let Some(value) = list.next_element()? {
            values.push(value);
        }
        self.cell(&Value::Array(values).to_string())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Self { path, tell, .. } = self;
        let length = path.len();
        while let Some(key) = map.next_key::<std::borrow::Cow<'_, str>>()? {
            if length > 0 {
                path.push('.');
            }
            path.push_str(&key);
            map.next_value_seed(Cells { path, tell, top: false })?;
            path.truncate(length);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::flatten;

    fn cells(text: &str) -> Result<Vec<(String, String)>, String> {
        let mut cells = Vec::new();
        flatten(text.as_bytes(), &mut |path, text| {
            cells.push((path.to_owned(), text.to_owned()));
            Ok(())
        })?;
        Ok(cells)
    }

    #[test]
    fn nested_objects_become_dotted_names_and_lists_stay_one_cell() {
        let text =
            r#"{"id":7,"a":{"b":{"c":"x"},"d":null},"tags":["p",{"q":1}],"ok":true,"n":1.50}"#;
        let wanted = [
            ("id", "7"),
            ("a.b.c", "x"),
            ("a.d", ""),
            ("tags", r#"["p",{"q":1}]"#),
            ("ok", "true"),
            ("n", "1.5"),
        ];
        let wanted: Vec<_> =
            wanted.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
        assert_eq!(cells(text), Ok(wanted));
    }

    #[test]
    fn what_is_no_object_or_cannot_be_kept_is_refused() {
        assert!(cells("7").unwrap_err().starts_with("this is no JSON object"));
        assert!(cells("[]").unwrap_err().starts_with("this is no JSON object"));
        assert!(cells(r#"{"a":}"#).unwrap_err().starts_with("expected value"));
        assert!(cells(r#"{"a":1} x"#).unwrap_err().starts_with("trailing characters"));
        let large = cells(r#"{"a":{"id":123456789012345678901}}"#).unwrap_err();
        assert!(large.starts_with("the number of `a.id` is too large"), "{large}");
    }
}
