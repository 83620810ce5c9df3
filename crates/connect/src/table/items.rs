//! The items of a list within a JSON document, cut out one by one.

use super::bounded::RECORD_BYTES_MAX;
use super::error::FileProblem;
use std::io::{BufRead, BufReader, Read};

/// Cuts items out of a document without reading the rest of it into memory.
pub(super) struct Items<R> {
    input: BufReader<R>,
}

/// What a document is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Shape {
    /// A list of items.
    List,
    /// An object that holds a list of items under this name.
    Within(String),
    /// One object that is an item itself.
    Alone,
}

impl<R: Read> Items<R> {
    pub(super) fn new(input: R) -> Self {
        Self { input: BufReader::with_capacity(64 << 10, input) }
    }

    /// What the document is, without being told: reads it to its end unless it is a list.
    pub(super) fn shape(&mut self) -> Result<Result<Shape, Vec<String>>, FileProblem> {
        match self.peek()? {
            Some(b'[') => return Ok(Ok(Shape::List)),
            Some(b'{') => {}
            _ => return Err(malformed("neither a list nor an object")),
        }
        let mut lists = Vec::new();
        self.take()?;
        while let Some(key) = self.key()? {
            if self.peek()? == Some(b'[') {
                self.take()?;
                if self.peek()? == Some(b'{') {
                    lists.push(key);
                }
                while self.item(None)? {}
            } else {
                self.value(None)?;
            }
        }
        Ok(match lists.len() {
            0 => Ok(Shape::Alone),
            1 => Ok(Shape::Within(lists.remove(0))),
            _ => Err(lists),
        })
    }

    /// Goes into the list: the document itself, or where a dotted path leads.
    pub(super) fn enter(&mut self, path: Option<&str>) -> Result<(), FileProblem> {
        for part in path.into_iter().flat_map(|path| path.split('.')) {
            if self.peek()? != Some(b'{') {
                return Err(nowhere(path.unwrap_or_default()));
            }
            self.take()?;
            loop {
                match self.key()? {
                    Some(key) if key == part => break,
                    Some(_) => self.value(None)?,
                    None => return Err(nowhere(path.unwrap_or_default())),
                }
            }
        }
        if self.peek()? != Some(b'[') {
            return Err(nowhere(path.unwrap_or_default()));
        }
        self.take()?;
        Ok(())
    }

    /// The next item of the list; whether there is one.
    pub(super) fn item(&mut self, text: Option<&mut Vec<u8>>) -> Result<bool, FileProblem> {
        loop {
            match self.peek()? {
                Some(b',') => drop(self.take()?),
                Some(b']') => {
                    self.take()?;
                    return Ok(false);
                }
                Some(_) => {
                    self.value(text)?;
                    return Ok(true);
                }
                None => return Err(malformed("a list that does not end")),
            }
        }
    }

    /// The document itself as an item.
    pub(super) fn alone(&mut self, text: &mut Vec<u8>) -> Result<bool, FileProblem> {
        if self.peek()?.is_none() {
            return Ok(false);
        }
        self.value(Some(text))?;
        Ok(true)
    }

    /// The next key of an object, and its colon.
    fn key(&mut self) -> Result<Option<String>, FileProblem> {
        loop {
            match self.peek()? {
                Some(b',') => drop(self.take()?),
                Some(b'}') => {
                    self.take()?;
                    return Ok(None);
                }
                Some(b'"') => break,
                _ => return Err(malformed("an object whose keys are not in quotes")),
            }
        }
        let mut text = Vec::new();
        self.value(Some(&mut text))?;
        let key = serde_json::from_slice(&text).map_err(|_| malformed("a key that is no text"))?;
        match self.peek()? {
            Some(b':') => self.take()?,
            _ => return Err(malformed("a key without a value")),
        };
        Ok(Some(key))
    }

    /// One value, up to the bracket or quote that closes it.
    fn value(&mut self, mut text: Option<&mut Vec<u8>>) -> Result<(), FileProblem> {
        let (mut depth, mut quoted, mut escaped) = (0_u32, false, false);
        let mut length = 0;
        let mut first = self.peek()?;
        while let Some(byte) = first.take().map_or_else(|| self.glance(), |byte| Ok(Some(byte)))? {
            let closes_other = depth == 0 && !quoted && matches!(byte, b',' | b']' | b'}' | b':');
            if closes_other || (depth == 0 && !quoted && length > 0 && byte.is_ascii_whitespace()) {
                return Ok(());
            }
            self.take()?;
            length += 1;
            if length > RECORD_BYTES_MAX {
                return Err(FileProblem::RecordTooLarge);
            }
            if let Some(text) = &mut text {
                text.push(byte);
            }
            match byte {
                _ if escaped => escaped = false,
                b'\\' if quoted => escaped = true,
                b'"' => quoted = !quoted,
                b'{' | b'[' if !quoted => depth += 1,
                b'}' | b']' if !quoted => depth -= 1,
                _ => {}
            }
            if depth == 0 && !quoted && matches!(byte, b'"' | b'}' | b']') {
                return Ok(());
            }
        }
        match depth == 0 && !quoted && length > 0 {
            true => Ok(()),
            false => Err(malformed("a value that does not end")),
        }
    }

    /// The next byte that is no blank; it stays.
    fn peek(&mut self) -> Result<Option<u8>, FileProblem> {
        while let Some(byte) = self.glance()? {
            if !byte.is_ascii_whitespace() {
                return Ok(Some(byte));
            }
            self.input.consume(1);
        }
        Ok(None)
    }

    /// The next byte; it stays.
    fn glance(&mut self) -> Result<Option<u8>, FileProblem> {
        Ok(self.input.fill_buf()?.first().copied())
    }

    fn take(&mut self) -> Result<(), FileProblem> {
        self.glance()?;
        self.input.consume(1);
        Ok(())
    }
}

fn malformed(what: &str) -> FileProblem {
    FileProblem::unreadable(
        format!("the JSON document has {what}"),
        "correct it, or save one object in each line",
    )
}

fn nowhere(path: &str) -> FileProblem {
    let what = match path {
        "" => "the JSON document is no list".to_owned(),
        path => format!("the JSON document has no list at `{path}`"),
    };
    FileProblem::unreadable(what, "say in `records` where its list is, such as `data.items`")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn items(text: &str, path: Option<&str>) -> Result<Vec<String>, String> {
        let mut reader = Items::new(text.as_bytes());
        let mut found = Vec::new();
        let mut next = || -> Result<(), FileProblem> {
            reader.enter(path)?;
            let mut text = Vec::new();
            while reader.item(Some(&mut text))? {
                found.push(String::from_utf8(std::mem::take(&mut text)).unwrap());
            }
            Ok(())
        };
        next().map_err(|problem| problem.to_string())?;
        Ok(found)
    }

    #[test]
    fn items_are_cut_out_whatever_is_in_their_texts() {
        let text = " [ {\"a\": \"}],\\\"\"} , 7,\n\"x\",{\"b\":[{}]} ] ";
        let wanted = ["{\"a\": \"}],\\\"\"}", "7", "\"x\"", "{\"b\":[{}]}"];
        assert_eq!(items(text, None).unwrap(), wanted);
        assert_eq!(items("[]", None).unwrap(), Vec::<String>::new());
    }

    #[test]
    fn a_path_leads_to_the_list() {
        let text =
            r#"{"n": {"items": 3}, "data": {"x": [1], "items": [{"a":1}, {"a":2}]}, "z": 0}"#;
        assert_eq!(items(text, Some("data.items")).unwrap(), [r#"{"a":1}"#, r#"{"a":2}"#]);
        assert!(items(text, Some("data.itms")).unwrap_err().contains("no list at `data.itms`"));
        assert!(items(text, Some("z")).unwrap_err().contains("no list at `z`"));
        assert!(items(text, None).unwrap_err().contains("is no list"));
    }

    #[test]
    fn what_does_not_end_is_refused() {
        assert!(items("[{\"a\":1}, {\"b\": ", None).unwrap_err().contains("does not end"));
        assert!(items("[{\"a\":1}", None).unwrap_err().contains("does not end"));
    }

    #[test]
    fn the_only_list_of_objects_is_found() {
        let shape = |text: &str| Items::new(text.as_bytes()).shape().unwrap();
        assert_eq!(shape("[1]"), Ok(Shape::List));
        assert_eq!(
            shape(r#"{"a":[1],"batch":[{"b":1}],"c":"]"}"#),
            Ok(Shape::Within("batch".into()))
        );
        assert_eq!(shape(r#"{"a":1}"#), Ok(Shape::Alone));
        assert_eq!(shape(r#"{"a":[{}],"b":[{}]}"#), Err(vec!["a".to_owned(), "b".to_owned()]));
    }
}
