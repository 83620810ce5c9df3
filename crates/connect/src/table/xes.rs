//! Event logs as XML (XES, IEEE 1849): one row for each event.
//!
//! Attributes of the event are columns by their key, `concept:name`; those of its case have `case:`
//! before it, `case:concept:name` being the id of the case. An attribute within another has both
//! keys with a dot between. The file is read once for its columns before its rows are.

use super::bounded::Bounded;
use super::error::FileProblem;
use super::input::Bytes;
use super::{COLUMNS_MAX, Opened, Place, Rows};
use csv::ByteRecord;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Decoder, Reader, XmlVersion};
use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read};

type Failed = (u64, FileProblem);

/// The deepest nesting of attributes that is read.
const DEPTH_MAX: usize = 32;

pub(super) fn open(mut bytes: Bytes) -> Result<Opened, Failed> {
    let failed = |error: std::io::Error| (1, FileProblem::from(error));
    let mut names = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut events = Events::new(bytes.again().map_err(failed)?);
    while events.advance()? {
        for (key, _) in events.attributes() {
            if !places.contains_key(key) {
                places.insert(key.clone(), names.len());
                names.push(key.clone());
            }
        }
        if names.len() > COLUMNS_MAX {
            let max = COLUMNS_MAX;
            return Err((events.count, FileProblem::TooManyColumns { max }));
        }
    }
    drop(events);
    if names.is_empty() {
        let help = "export a log whose cases have events";
        return Err((1, FileProblem::unreadable("the event log has no event", help)));
    }
    let events = Events::new(bytes.into_reader().map_err(failed)?);
    let cells = vec![None; names.len()];
    Ok(Opened { columns: names, rows: Box::new(Xes { events, places, cells }) })
}

struct Xes {
    events: Events<BufReader<Bounded<Box<dyn Read + Send>>>>,
    places: HashMap<String, usize>,
    cells: Vec<Option<usize>>,
}

impl Rows for Xes {
    fn next(&mut self, cells: &mut ByteRecord) -> Result<Option<Place>, Failed> {
        if !self.events.advance()? {
            return Ok(None);
        }
        self.cells.fill(None);
        let mut twice = None;
        for (index, (key, _)) in self.events.attributes().enumerate() {
            let Some(cell) = self.places.get(key).and_then(|at| self.cells.get_mut(*at)) else {
                continue;
            };
            if cell.replace(index).is_some() {
                twice = Some(key.clone());
            }
        }
        let values: Vec<&str> = self.events.attributes().map(|(_, value)| &**value).collect();
        cells.clear();
        for cell in &self.cells {
            cells.push_field(cell.map_or("", |index| values[index]).as_bytes());
        }
        let fault = twice.map(|key| {
            let help = "keep one of them".to_owned();
            (format!("the attribute `{key}` is there twice"), help)
        });
        Ok(Some(Place { line: self.events.count, fault }))
    }
}

/// Walks through the events of a log.
struct Events<R> {
    reader: Reader<R>,
    buffer: Vec<u8>,
    /// The attributes of the case, then those of the event.
    case: Vec<(String, String)>,
    event: Vec<(String, String)>,
    at: At,
    before_events: bool,
    /// How many events there were.
    count: u64,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum At {
    Log,
    Case,
    Event,
}

impl<R: Read> Events<BufReader<Bounded<R>>> {
    fn new(input: R) -> Self {
        let input = BufReader::with_capacity(64 << 10, Bounded::new(input));
        let mut reader = Reader::from_reader(input);
        reader.config_mut().expand_empty_elements = true;
        reader.config_mut().check_end_names = true;
        Self {
            reader,
            buffer: Vec::new(),
            case: Vec::new(),
            event: Vec::new(),
            at: At::Log,
            before_events: true,
            count: 0,
        }
    }

    fn begin_record(&self) {
        self.reader.get_ref().get_ref().begin_record();
    }

    /// Goes to the end of the next event; whether there is one.
    fn advance(&mut self) -> Result<bool, Failed> {
        self.begin_record();
        // The keys of the attributes that the place is in; lists have none.
        let mut within: Vec<Option<String>> = Vec::new();
        loop {
            self.buffer.clear();
            let next = self.reader.read_event_into(&mut self.buffer);
            let next = next.map_err(|error| (self.count + 1, broken(error)))?;
            match next {
                Event::Start(tag) => match (tag.local_name().as_ref(), self.at) {
                    (b"trace", At::Log) => {
                        self.at = At::Case;
                        self.case.clear();
                        self.before_events = true;
                    }
                    (b"event", At::Case) => {
                        self.at = At::Event;
                        self.before_events = false;
                        self.event.clear();
                        self.count += 1;
                    }
                    (b"log", At::Log) => {}
                    (_, At::Log) => {
                        let name = tag.to_end().into_owned();
                        skip(&mut self.reader, name.name(), self.count)?;
                        self.begin_record();
                    }
                    (_, at) => {
                        if at == At::Case && !self.before_events {
                            let what = "an attribute of a case stands after its events";
                            return Err((self.count, malformed(what)));
                        }
                        if within.len() >= DEPTH_MAX {
                            return Err((self.count, malformed("attributes nested too deep")));
                        }
                        let read = attribute(&tag, self.reader.decoder())
                            .map_err(|problem| (self.count, problem))?;
                        let (key, value) = read;
                        if let (Some(key), Some(value)) = (&key, value) {
                            let outer = within.iter().flatten().map(String::as_str);
                            let path: Vec<&str> = outer.chain([key.as_str()]).collect();
                            match at {
                                At::Event => self.event.push((path.join("."), value)),
                                _ => self.case.push((format!("case:{}", path.join(".")), value)),
                            }
                        }
                        within.push(key);
                    }
                },
                Event::End(tag) => match (tag.local_name().as_ref(), self.at) {
                    (b"event", At::Event) if within.is_empty() => {
                        self.at = At::Case;
                        return Ok(true);
                    }
                    (b"trace", At::Case) if within.is_empty() => self.at = At::Log,
                    _ => drop(within.pop()),
                },
                Event::Eof => {
                    return match self.at {
                        At::Log => Ok(false),
                        _ => Err((self.count, malformed("a case that does not end"))),
                    };
                }
                _ => {}
            }
        }
    }
}

impl<R> Events<R> {
    /// The attributes of the event, and before them those of its case.
    fn attributes(&self) -> impl Iterator<Item = &(String, String)> {
        self.case.iter().chain(&self.event)
    }
}

/// The key and the value of an attribute's element.
fn attribute(
    tag: &BytesStart<'_>,
    decoder: Decoder,
) -> Result<(Option<String>, Option<String>), FileProblem> {
    let (mut key, mut value) = (None, None);
    for attribute in tag.attributes() {
        let attribute = attribute.map_err(|error| malformed(&error.to_string()))?;
        let text = attribute
            .decoded_and_normalized_value(XmlVersion::Implicit1_0, decoder)
            .map_err(broken)?
            .into_owned();
        match attribute.key.as_ref() {
            b"key" => key = Some(text),
            b"value" => value = Some(text),
            _ => {}
        }
    }
    Ok((key, value))
}

fn skip<R: BufRead>(
    reader: &mut Reader<R>,
    name: quick_xml::name::QName<'_>,
    count: u64,
) -> Result<(), Failed> {
    let mut buffer = Vec::new();
    reader.read_to_end_into(name, &mut buffer).map(drop).map_err(|error| (count + 1, broken(error)))
}

fn broken(error: quick_xml::Error) -> FileProblem {
    match error {
        quick_xml::Error::Io(error) => FileProblem::Io(error.to_string()),
        error => malformed(&error.to_string()),
    }
}

fn malformed(what: &str) -> FileProblem {
    FileProblem::unreadable(format!("the event log is broken: {what}"), "export it again")
}
