//! Compares values that have an order, from the most restrictive to the most open one.

use infra_gen_cfn::Json;

use super::{
    judge::Sides,
    places::Found,
    rule::{OfNew, UNKNOWN},
};
use crate::{display, evaluate::scalar_text};

/// The lowest and the highest level that a value may have.
#[derive(Debug, Clone, Copy)]
struct Range {
    lowest: usize,
    highest: usize,
}

/// How the level rises, as text, and whether that is certain.
pub(super) fn level(
    sides: &Sides<'_>,
    levels: &[&str],
    absent: &str,
    of_new: OfNew,
) -> Option<(String, bool)> {
    let any = Range {
        lowest: 0,
        highest: levels.len() - 1,
    };
    let index = |text: &str| {
        levels
            .iter()
            .position(|level| level.split('/').any(|value| value.eq_ignore_ascii_case(text)))
    };
    let exact = |text: &str| {
        index(text).map_or(any, |level| Range {
            lowest: level,
            highest: level,
        })
    };
    let range = |found: &Found<'_>| scalar_text(found.value).map_or(any, |text| exact(&text));
    let default = || if absent == UNKNOWN { any } else { exact(absent) };
    let text = |found: &Found<'_>| display::value(found.value);
    let mut old: Vec<(Range, Option<&Json>, String)> = sides
        .old
        .iter()
        .map(|found| (range(found), Some(found.value), text(found)))
        .collect();
    let mut new: Vec<(Range, Option<Found<'_>>, String)> = sides
        .new
        .iter()
        .map(|found| (range(found), Some(*found), text(found)))
        .collect();
    if old.is_empty() && new.is_empty() && !sides.is_new {
        return None;
    }
    if sides.is_new {
        match of_new {
            OfNew::Ignored => return None,
            OfNew::CountsIfGiven if new.is_empty() => return None,
            OfNew::CountsIfGiven | OfNew::Counts => {}
        }
    } else if old.is_empty() && !sides.has_items {
        old.push((default(), None, "absent".to_owned()));
    }
    if new.is_empty() && !sides.has_items {
        new.push((default(), None, "absent".to_owned()));
    }
    new.sort_by_key(|(range, ..)| std::cmp::Reverse(range.highest));
    for (range, found, after) in new {
        if range.highest == 0 {
            continue;
        }
        let is_same = |value: Option<&Json>| {
            !sides.is_uncertain && value.is_some() && value == found.map(|found| found.value)
        };
        let covering = old
            .iter()
            .position(|(old, value, _)| is_same(*value) || old.lowest >= range.highest);
        if let Some(covering) = covering {
            old.remove(covering);
            continue;
        }
        let is_conditional = found.is_some_and(|found| found.is_conditional);
        let certain =
            !is_conditional && range.lowest > 0 && old.iter().all(|(old, ..)| old.highest < range.lowest);
        let what = match old.first() {
            Some((.., before)) if *before != after => format!("less restrictive: {before} → {after}"),
            _ if certain => format!("open: {after}"),
            _ => format!("may be open: {after}"),
        };
        return Some((what, certain));
    }
    None
}
