//! JSON in: every value with its place, no key twice, and no number that would come out as another.
//!
//! The text is taken apart level by level as raw slices. That is how places are known, how the depth is bounded
//! here and not by the stack, and how a number too long for 64 bits keeps its digits.

use std::{borrow::Cow, cell::RefCell, fmt};

use indexmap::IndexMap;
use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, Visitor},
};
use serde_json::value::RawValue;

use crate::{
    template::{
        error::ParseError,
        node::{Content, MAX_DEPTH, Node, Place, nearest_number},
    },
    value::Json,
};

/// Reads a JSON document.
pub(super) fn read(text: &str, duplicates: &mut Duplicates) -> Result<Node, ParseError> {
    let reader = Reader {
        text,
        duplicates: RefCell::new(duplicates),
        line_starts: std::iter::once(0)
            .chain(text.match_indices('\n').map(|(newline, _)| newline + 1))
            .collect(),
    };
    let whole: &RawValue = serde_json::from_str(text).map_err(|error| {
        let place = Place {
            line: error.line(),
            column: error.column(),
        };
        ParseError::new(place, syntax(&error))
    })?;
    reader.node(whole, 0)
}

struct Reader<'a> {
    text: &'a str,
    duplicates: RefCell<&'a mut Duplicates>,
    line_starts: Vec<usize>,
}

impl<'a> Reader<'a> {
    fn node(&self, raw: &'a RawValue, depth: usize) -> Result<Node, ParseError> {
        let slice = raw.get();
        let at = self.place_of(slice);
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
        Ok(Node {
            at: Some(at),
            content,
        })
    }

    fn map(&self, slice: &'a str, at: Place, depth: usize) -> Result<IndexMap<String, Node>, ParseError> {
        let Entries(entries) = parse(slice, at)?;
        let mut map = IndexMap::with_capacity(entries.len());
        for (key, raw) in entries {
            let node = self.node(raw, depth + 1)?;
            if map.contains_key(key.as_ref()) {
                let complaint = duplicate(&key, self.place_of(raw.get()));
                self.duplicates.borrow_mut().note(complaint)?;
            }
            map.insert(key.into_owned(), node);
        }
        Ok(map)
    }

    /// The place of `slice`, a part of the text.
    fn place_of(&self, slice: &str) -> Place {
        let offset = slice.as_ptr().addr() - self.text.as_ptr().addr();
        let line = self.line_starts.partition_point(|start| *start <= offset);
        Place {
            line,
            column: offset - self.line_starts[line - 1] + 1,
        }
    }
}

/// What is done with a key that stands twice in one map.
#[derive(Debug, Default)]
pub(super) enum Duplicates {
    /// The document is refused.
    #[default]
    Refused,
    /// The last one counts, as it does for CloudFormation, and each is noted.
    Noted(Vec<ParseError>),
}

impl Duplicates {
    /// The same rule, with nothing noted yet.
    pub(super) fn fresh(&self) -> Self {
        match self {
            Self::Refused => Self::Refused,
            Self::Noted(_) => Self::Noted(Vec::new()),
        }
    }

    pub(super) fn note(&mut self, complaint: ParseError) -> Result<(), ParseError> {
        match self {
            Self::Refused => Err(complaint),
            Self::Noted(noted) => {
                noted.push(complaint);
                Ok(())
            }
        }
    }
}

/// The complaint about a key that stands twice in one map.
pub(super) fn duplicate(key: &str, at: impl Into<Option<Place>>) -> ParseError {
    let message = format!("the key `{key}` stands twice in one map; remove one of the two or rename it");
    ParseError::new(at, message)
}

/// The complaint about a document that is nested without end.
pub(super) fn too_deep(at: impl Into<Option<Place>>) -> ParseError {
    let message = format!("the document nests deeper than {MAX_DEPTH} levels; flatten it");
    ParseError::new(at, message)
}

/// A number where 64 bits hold its very value, and else its text: CloudFormation takes numbers as text, too.
fn number(text: &str) -> Json {
    match nearest_number(text) {
        Some(number) if digits(text) == digits(&number.to_string()) => Json::Number(number),
        _ => Json::from(text),
    }
}

/// A decimal number as sign, digits without zeros at either end, and the power of ten of the last digit.
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

fn parse<'a, T: Deserialize<'a>>(slice: &'a str, at: Place) -> Result<T, ParseError> {
    serde_json::from_str(slice).map_err(|error| ParseError::new(at, syntax(&error)))
}

/// What `serde_json` says, without the place that it appends: ours counts from the start of the text.
fn syntax(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let reason = text
        .rsplit_once(" at line ")
        .map_or(text.as_str(), |(reason, _)| reason);
    format!("this is not JSON: {reason}; correct the text here")
}

/// The entries of an object in their order, repeated keys included.
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

/// A key, borrowed unless it holds escapes.
#[derive(Deserialize)]
struct Key<'a>(#[serde(borrow)] Cow<'a, str>);
