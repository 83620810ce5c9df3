//! Values as a charter's file writes them.

use toml_edit::{Array, InlineTable, Value};

/// A value to write.
#[derive(Clone, PartialEq, Debug)]
pub enum Written {
    /// A text, a rule, a duration.
    Text(String),
    /// A number; must be finite.
    Number(f64),
    /// A whole number.
    Whole(i64),
    /// True or false.
    Flag(bool),
    /// A list.
    List(Vec<Written>),
    /// Keys with their values, in one line.
    Table(Vec<(String, Written)>),
    /// As somebody typed it: TOML where it is some, else a text. Where a text stands already, a
    /// number, a date or `true` is a text too.
    Said(String),
}

impl Written {
    /// As TOML; `replaced` is what stood in its place.
    pub(super) fn as_toml(&self, replaced: Option<&Value>) -> Value {
        match self {
            Self::Text(text) => Value::from(text.as_str()),
            Self::Number(number) => Value::from(*number),
            Self::Whole(number) => Value::from(*number),
            Self::Flag(flag) => Value::from(*flag),
            Self::List(items) => {
                Value::Array(items.iter().map(|it| it.as_toml(None)).collect::<Array>())
            }
            Self::Table(keys) => {
                let keys = keys.iter().map(|(key, value)| (key.as_str(), value.as_toml(None)));
                Value::InlineTable(keys.collect::<InlineTable>())
            }
            Self::Said(text) => said(text, replaced.is_some_and(Value::is_str)),
        }
    }
}

fn said(text: &str, is_text_now: bool) -> Value {
    let mut value = match text.trim().parse::<Value>() {
        Ok(value @ (Value::String(_) | Value::Array(_) | Value::InlineTable(_))) => value,
        Ok(value) if !is_text_now => value,
        _ => Value::from(text),
    };
    value.decor_mut().clear();
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str, replaced: Option<&str>) -> String {
        let replaced = replaced.map(Value::from);
        Written::Said(text.to_owned()).as_toml(replaced.as_ref()).to_string()
    }

    #[test]
    fn what_is_typed_is_toml_where_it_is_some_and_else_a_text() {
        assert_eq!(written("40", None), "40");
        assert_eq!(written("40", Some("text")), "\"40\"");
        assert_eq!(written("true", Some("fit >= 40")), "\"true\"");
        assert_eq!(written("8 business hours", None), "\"8 business hours\"");
        assert_eq!(written("verdict == 'accepted'", None), "\"verdict == 'accepted'\"");
        assert_eq!(written(" ['a', \"b\"] ", Some("text")), "['a', \"b\"]");
        assert_eq!(written("{ rate = 0.5 }", None), "{ rate = 0.5 }");
    }
}
