//! An object of traits as a list: those within others under dotted paths, lists and nothing left
//! out.

use super::TRAIT_DEPTH_MAX;
use super::message::{Scalar, Trait};
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::fmt;

/// The traits of an object, at most so many.
///
/// # Errors
/// The path of the trait at fault, and what is wrong with it.
pub(super) fn flatten(text: &str, most: usize) -> Result<Vec<Trait<'_>>, (String, String)> {
    let mut reader = serde_json::Deserializer::from_str(text);
    let mut flat = Flat { path: String::new(), found: Vec::new(), most };
    match (Node { flat: &mut flat, depth: 0 }).deserialize(&mut reader) {
        Ok(()) => Ok(flat.found),
        Err(error) => Err((flat.path, super::wire::words(&error))),
    }
}

struct Flat<'de> {
    path: String,
    found: Vec<Trait<'de>>,
    most: usize,
}

struct Node<'f, 'de> {
    flat: &'f mut Flat<'de>,
    depth: usize,
}

impl<'de> Node<'_, 'de> {
    fn take<E: Error>(self, value: Scalar<'de>) -> Result<(), E> {
        if self.flat.found.len() == self.flat.most {
            return Err(E::custom(format!("there are more than {} traits", self.flat.most)));
        }
        self.flat.found.push(Trait { path: self.flat.path.clone(), value });
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for Node<'_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<(), D::Error> {
        reader.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a trait")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        self.take(Scalar::Flag(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<(), E> {
        self.take(Scalar::Number(value as f64))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<(), E> {
        self.take(Scalar::Number(value as f64))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        self.take(Scalar::Number(value))
    }

    fn visit_borrowed_str<E: Error>(self, value: &'de str) -> Result<(), E> {
        self.take(Scalar::Text(Cow::Borrowed(value)))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<(), E> {
        self.take(Scalar::Text(Cow::Owned(value.to_owned())))
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Self { flat, depth } = self;
        if depth == TRAIT_DEPTH_MAX {
            return Err(A::Error::custom(format!("traits lie deeper than {TRAIT_DEPTH_MAX}")));
        }
        let length = flat.path.len();
        while let Some(key) = map.next_key::<Cow<'_, str>>()? {
            if length > 0 {
                flat.path.push('.');
            }
            flat.path.push_str(&key);
            map.next_value_seed(Node { flat: &mut *flat, depth: depth + 1 })?;
            flat.path.truncate(length);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(text: &str, most: usize) -> Result<Vec<String>, (String, String)> {
        let traits = flatten(text, most)?;
        Ok(traits.into_iter().map(|it| format!("{}={:?}", it.path, it.value)).collect())
    }

    #[test]
    fn traits_within_traits_have_dotted_paths_and_lists_are_left_out() {
        let text = r#"{"a": {"b": "x\n", "c": null}, "list": [1, {"d": 2}], "n": 1.5, "f": true}"#;
        let wanted = ["a.b=Text(\"x\\n\")", "n=Number(1.5)", "f=Flag(true)"];
        assert_eq!(paths(text, 9), Ok(wanted.map(str::to_owned).to_vec()));
    }

    #[test]
    fn too_many_or_too_deep_are_refused_with_the_path() {
        let error = paths(r#"{"a": 1, "b": {"c": 2, "d": 3}}"#, 2).unwrap_err();
        assert_eq!(error, ("b.d".to_owned(), "there are more than 2 traits".to_owned()));
        let deep = format!("{}1{}", "{\"a\":".repeat(40), "}".repeat(40));
        let error = paths(&deep, 9).unwrap_err();
        assert_eq!(error.0, ["a"; TRAIT_DEPTH_MAX].join("."));
        assert!(error.1.contains("deeper than 8"), "{}", error.1);
    }
}
