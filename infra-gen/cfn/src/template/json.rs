//! Reads JSON: keeps the location of every value, refuses duplicate keys, and does not round numbers.
//!
//! The text is parsed level by level as raw slices. This gives the locations, limits the depth independently of the stack,
//! and keeps the digits of numbers that do not fit in 64 bits.

use std::{borrow::Cow, cell::RefCell, fmt};

use indexmap::IndexMap;
use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, Visitor},
};
use serde_json::value::RawValue;

use crate::{
    check::catalog::document::DUPLICATE_KEY,
    template::{
        error::ParseError,
        node::{Content, MAX_DEPTH, Node, SourceLocation, nearest_number},
    },
    value::Json,
};

/// Reads a JSON document. Columns count bytes, so that a long line is not counted for each value: see [`Lines::in_characters`].
pub(super) fn read(text: &str, notes: &mut Notes) -> Result<Node, ParseError> {
    read_with(text, notes, Keys::NotLocated)
}

/// [`read`] with the locations of keys. The last of duplicate keys is kept.
pub(super) fn read_located(text: &str) -> Result<Node, ParseError> {
    read_with(text, &mut Notes::Noted(Vec::new()), Keys::Located)
}

/// The lines of a text.
#[derive(Debug)]
pub(super) struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            text,
            starts: std::iter::once(0)
                .chain(text.match_indices('\n').map(|(newline, _)| newline + 1))
                .collect(),
        }
    }

    /// The location of a byte. The column counts bytes.
    fn location_at(&self, offset: usize) -> SourceLocation {
        let line = self.starts.partition_point(|start| *start <= offset);
        SourceLocation::new(line, offset - self.starts[line - 1] + 1)
    }

    /// The location whose column counts bytes as one whose column counts characters.
    pub(super) fn in_characters(&self, location: SourceLocation) -> SourceLocation {
        let index = |number: u32| usize::try_from(number).unwrap_or(usize::MAX).saturating_sub(1);
        let start = self.starts.get(index(location.line));
        let rest = start
            .and_then(|start| self.text.as_bytes().get(*start..))
            .unwrap_or_default();
        let before = rest.get(..index(location.column)).unwrap_or(rest);
        let characters = before.iter().filter(|byte| !is_continuation(**byte)).count();
        SourceLocation {
            column: SourceLocation::new(1, characters + 1).column,
            ..location
        }
    }
}

/// Whether a byte is not the first one of its character in UTF-8.
fn is_continuation(byte: u8) -> bool {
    byte & 0b1100_0000 == 0b1000_0000
}

/// Whether the locations of keys are needed. They take time.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Keys {
    Located,
    NotLocated,
}

fn read_with(text: &str, notes: &mut Notes, keys: Keys) -> Result<Node, ParseError> {
    let reader = Reader {
        text,
        keys,
        notes: RefCell::new(notes),
        lines: Lines::new(text),
    };
    let whole: &RawValue = serde_json::from_str(text).map_err(|error| {
        let location = SourceLocation::new(error.line(), error.column());
        syntax_error(location, &error)
    })?;
    reader.node(whole, 0)
}

struct Reader<'a> {
    text: &'a str,
    keys: Keys,
    notes: RefCell<&'a mut Notes>,
    lines: Lines<'a>,
}

impl<'a> Reader<'a> {
    fn node(&self, raw: &'a RawValue, depth: usize) -> Result<Node, ParseError> {
        let slice = raw.get();
        let at = self.location_of(slice);
        if depth > MAX_DEPTH {
            return Err(too_deep(at));
        }
        let content = match slice.as_bytes().first() {
            Some(b'{') => Content::Map(self.map(slice, at, depth)?),
            Some(b'[') => {
                let items: Vec<&RawValue> = parse(slice, at)?;
                let items = items.into_iter().map(|item| self.node(item, depth + 1));
                Content::List(items.collect::<Result<_, _>>()?)
            }
            Some(b'-' | b'0'..=b'9') => Content::Scalar(number(slice)),
            _ => Content::Scalar(parse(slice, at)?),
        };
        Ok(Node::new(Some(at), content))
    }

    fn map(
        &self,
        slice: &'a str,
        at: SourceLocation,
        depth: usize,
    ) -> Result<IndexMap<String, Node>, ParseError> {
        let Entries(entries) = parse(slice, at)?;
        let mut map = IndexMap::with_capacity(entries.len());
        for (key, raw) in entries {
            let mut node = self.node(raw, depth + 1)?;
            if self.keys == Keys::Located {
                node.key = Some(self.lines.location_at(self.start_of_key(raw.get())));
            }
            if map.contains_key(key.as_ref()) {
                let error = duplicate_key(&key, self.lines.location_at(self.start_of_key(raw.get())));
                self.notes.borrow_mut().note(error)?;
            }
            map.insert(key.into_owned(), node);
        }
        Ok(map)
    }

    /// The location of `slice`, which is part of the text.
    fn location_of(&self, slice: &str) -> SourceLocation {
        self.lines.location_at(self.offset_of(slice))
    }

    fn offset_of(&self, slice: &str) -> usize {
        slice.as_ptr().addr() - self.text.as_ptr().addr()
    }

    /// The offset of the key of a value. Within a string, every quote is escaped.
    fn start_of_key(&self, value: &str) -> usize {
        let bytes = &self.text.as_bytes()[..self.offset_of(value)];
        let is_quote = |at: usize| {
            let backslashes = bytes[..at]
                .iter()
                .rev()
                .take_while(|byte| **byte == b'\\')
                .count();
            bytes[at] == b'"' && backslashes % 2 == 0
        };
        let mut quotes = (0..bytes.len()).rev().filter(|at| is_quote(*at));
        quotes.nth(1).unwrap_or(bytes.len())
    }
}

/// How to treat what CloudFormation refuses or reads differently, although the document can be read.
#[derive(Debug, Default)]
pub(super) enum Notes {
    /// A duplicate key is an error. Nothing else is recorded.
    #[default]
    Refused,
    /// The last of duplicate keys is kept, as CloudFormation does. Everything is recorded.
    Noted(Vec<ParseError>),
}

impl Notes {
    /// The same mode, without records.
    pub(super) fn fresh(&self) -> Self {
        match self {
            Self::Refused => Self::Refused,
            Self::Noted(_) => Self::Noted(Vec::new()),
        }
    }

    /// The records.
    pub(super) fn into_noted(self) -> Vec<ParseError> {
        match self {
            Self::Refused => Vec::new(),
            Self::Noted(noted) => noted,
        }
    }

    /// Records what does not stop the reader.
    pub(super) fn remark(&mut self, error: ParseError) {
        if let Self::Noted(noted) = self {
            noted.push(error);
        }
    }

    /// Records a duplicate key.
    pub(super) fn note(&mut self, error: ParseError) -> Result<(), ParseError> {
        match self {
            Self::Refused => Err(error),
            Self::Noted(noted) => {
                noted.push(error);
                Ok(())
            }
        }
    }
}

/// The error for a key that occurs twice in one map.
pub(super) fn duplicate_key(key: &str, at: impl Into<Option<SourceLocation>>) -> ParseError {
    ParseError::new(at, format!("duplicate key `{key}` in a map"))
        .rule(&DUPLICATE_KEY)
        .hint("remove or rename one of the two")
}

/// The error for a document that is nested too deeply.
pub(super) fn too_deep(at: impl Into<Option<SourceLocation>>) -> ParseError {
    let message = format!("the document is nested more than {MAX_DEPTH} levels deep");
    ParseError::new(at, message).hint("flatten it")
}

/// A number if 64 bits hold its exact value, otherwise its text. CloudFormation accepts strings as numbers.
fn number(text: &str) -> Json {
    match nearest_number(text) {
        Some(number) if digits(text) == digits(&number.to_string()) => Json::Number(number),
        _ => Json::from(text),
    }
}

/// A decimal number as sign, digits without leading and trailing zeros, and the power of ten of the last digit.
fn digits(number: &str) -> Option<(bool, String, i64)> {
    let (mantissa, exponent) = match number.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.parse().ok()?),
        None => (number, 0_i64),
    };
    let (negative, mantissa) = match mantissa.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, mantissa),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all = format!("{whole}{fraction}");
    let significant = all.trim_start_matches('0').trim_end_matches('0');
    if significant.is_empty() {
        return Some((negative, String::new(), 0));
    }
    let dropped = all.len() - all.trim_end_matches('0').len();
    let power = exponent
        .checked_add(i64::try_from(dropped).ok()?)?
        .checked_sub(i64::try_from(fraction.len()).ok()?)?;
    Some((negative, significant.to_owned(), power))
}

fn parse<'a, T: Deserialize<'a>>(slice: &'a str, at: SourceLocation) -> Result<T, ParseError> {
    serde_json::from_str(slice).map_err(|error| syntax_error(at, &error))
}

/// The message of `serde_json`, without the location in it, which may be relative to a part of the text.
fn syntax_error(at: SourceLocation, error: &serde_json::Error) -> ParseError {
    let text = error.to_string();
    let reason = text
        .rsplit_once(" at line ")
        .map_or(text.as_str(), |(reason, _)| reason);
    ParseError::new(at, format!("invalid JSON: {reason}"))
}

/// The entries of an object in their order, including duplicate keys.
struct Entries<'a>(Vec<(Cow<'a, str>, &'a RawValue)>);

impl<'de> Deserialize<'de> for Entries<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct EntriesVisitor;

        impl<'de> Visitor<'de> for EntriesVisitor {
            type Value = Entries<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::new();
                while let Some((Key(key), raw)) = map.next_entry()? {
                    entries.push((key, raw));
                }
                Ok(Entries(entries))
            }
        }

        deserializer.deserialize_map(EntriesVisitor)
    }
}

/// A key, borrowed unless it contains escapes.
#[derive(Deserialize)]
struct Key<'a>(#[serde(borrow)] Cow<'a, str>);
