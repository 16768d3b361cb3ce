//! One step of a path, and the values that it selects.

use std::borrow::Cow;

use crate::model::{Json, JsonObject};

use super::filter::Condition;

/// One step of a path.
#[derive(Debug, Clone)]
pub(super) enum Step {
    /// `.name`, `['name']`
    Name(String),
    /// `[0]`, `[-1]`
    Index(i64),
    /// `.*`, `[*]`
    Wildcard,
    /// `[0,1]`
    Indexes(Vec<i64>),
    /// `[1:3]`, `[1:]`, `[:3]`
    Slice(Slice),
    /// `['a','b']` before other steps: the value of each field.
    Names(Vec<String>),
    /// `['a','b']` at the end: an object with these fields.
    Fields(Vec<String>),
    /// `[?( )]`
    Filter(Condition),
    /// `..` and the next step, which is applied to the value and to everything in it.
    Scan(Box<Step>),
    /// `.length()` at the end.
    Length,
}

/// The part of an array.
#[derive(Debug, Clone, Copy)]
pub(super) enum Slice {
    From(i64),
    To(i64),
    Between(i64, i64),
}

impl Step {
    /// Whether the step finds at most one value.
    pub(super) fn is_definite(&self) -> bool {
        matches!(
            self,
            Self::Name(_) | Self::Index(_) | Self::Fields(_) | Self::Length
        )
    }

    /// Adds the values that this step selects in `value`. `last`: no step follows.
    fn select<'a>(&self, value: &'a Json, document: &'a Json, last: bool, found: &mut Vec<Cow<'a, Json>>) {
        match (self, value) {
            (Self::Name(name), Json::Object(object)) => found.extend(object.get(name).map(Cow::Borrowed)),
            (Self::Index(index), Json::Array(items)) => found.extend(item(items, *index)),
            (Self::Wildcard, Json::Array(items)) => found.extend(items.iter().map(Cow::Borrowed)),
            (Self::Wildcard, Json::Object(object)) => found.extend(object.values().map(Cow::Borrowed)),
            (Self::Indexes(indexes), Json::Array(items)) => {
                found.extend(indexes.iter().filter_map(|index| item(items, *index)));
            }
            (Self::Slice(slice), Json::Array(items)) => {
                let indexes = slice.indexes(length(items));
                found.extend(indexes.filter_map(|index| item(items, index)));
            }
            (Self::Names(names), Json::Object(object)) => {
                found.extend(
                    names
                        .iter()
                        .filter_map(|name| object.get(name))
                        .map(Cow::Borrowed),
                );
            }
            (Self::Fields(names), Json::Object(object)) => {
                let fields = names
                    .iter()
                    .filter_map(|name| Some((name.clone(), object.get(name)?.clone())));
                found.push(Cow::Owned(Json::Object(fields.collect::<JsonObject>())));
            }
            (Self::Filter(condition), Json::Object(_)) if condition.holds(value, document) => {
                found.push(Cow::Borrowed(value));
            }
            (Self::Filter(condition), Json::Array(items)) => {
                let matching = items.iter().filter(|item| condition.holds(item, document));
                found.extend(matching.map(Cow::Borrowed));
            }
            (Self::Scan(step), Json::Object(_) | Json::Array(_)) => step.scan(value, document, last, found),
            (Self::Length, Json::Array(items)) => found.push(Cow::Owned(items.len().into())),
            (Self::Length, Json::Object(object)) => found.push(Cow::Owned(object.len().into())),
            _ => {}
        }
    }

    /// Applies the step to `value` and to everything in it.
    fn scan<'a>(&self, value: &'a Json, document: &'a Json, last: bool, found: &mut Vec<Cow<'a, Json>>) {
        match value {
            Json::Array(items) => {
                match self {
                    // The library skips the step between `..` and the next one in arrays, so `$..[0].a` finds each `a`.
                    Self::Index(_) | Self::Indexes(_) | Self::Slice(_) if !last => {
                        Self::Wildcard.select(value, document, last, found);
                    }
                    // The items are tested below, as objects.
                    Self::Filter(_) => {}
                    _ => self.select(value, document, last, found),
                }
                for item in items {
                    self.scan(item, document, last, found);
                }
            }
            Json::Object(object) => {
                let complete = match self {
                    Self::Fields(names) => names.iter().all(|name| object.contains_key(name)),
                    _ => true,
                };
                if complete {
                    self.select(value, document, last, found);
                }
                for item in object.values() {
                    self.scan(item, document, last, found);
                }
            }
            _ => {}
        }
    }
}

impl Slice {
    /// The indexes in an array of `length` items. Negative ones count from the end.
    fn indexes(self, length: i64) -> std::ops::Range<i64> {
        match self {
            Self::From(from) if from < 0 => (length + from).max(0)..length,
            Self::From(from) => from..length,
            Self::To(to) if to < 0 => 0..length + to,
            Self::To(to) => 0..to.min(length),
            Self::Between(from, to) => from.max(-length)..to.min(length),
        }
    }
}

/// The values that `steps` select in `value`, which is a part of `document`.
pub(super) fn select<'a>(steps: &[Step], value: &'a Json, document: &'a Json) -> Vec<Cow<'a, Json>> {
    let mut current = vec![Cow::Borrowed(value)];
    for (i, step) in steps.iter().enumerate() {
        let mut next = Vec::new();
        for value in current {
            // Only the last step makes new values.
            if let Cow::Borrowed(value) = value {
                step.select(value, document, i + 1 == steps.len(), &mut next);
            }
        }
        current = next;
    }
    current
}

fn item(items: &[Json], index: i64) -> Option<Cow<'_, Json>> {
    let index = if index < 0 { index + length(items) } else { index };
    items.get(usize::try_from(index).ok()?).map(Cow::Borrowed)
}

fn length(items: &[Json]) -> i64 {
    i64::try_from(items.len()).unwrap_or(i64::MAX)
}
