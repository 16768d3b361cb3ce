//! Findings of a state machine: where they are, and how to fix them.

use std::fmt;

use infra_gen_cfn::{Finding, FindingPath, Rule, ValuePath};

/// A finding at `location`. `text` is what is wrong, optionally followed by `; ` and how to fix it; values are in backticks.
pub(crate) fn problem(rule: &'static Rule, location: &Location, text: impl Into<String>) -> Finding {
    let text = text.into();
    let found = match split(&text) {
        Some((message, hint)) => rule.found(message, hint),
        None => rule.found_without_hint(text),
    };
    Finding::new(FindingPath::definition(&location.0), found)
}

/// The same finding, with `outer` in front of its location.
pub(crate) fn within(mut finding: Finding, outer: &Location) -> Finding {
    finding.path.value = outer.0.clone().join(&finding.path.value);
    finding
}

/// Splits a text at the first `; ` outside of backticks.
fn split(text: &str) -> Option<(&str, &str)> {
    text.match_indices("; ")
        .find(|(at, _)| text[..*at].matches('`').count().is_multiple_of(2))
        .map(|(at, separator)| (&text[..at], &text[at + separator.len()..]))
}

/// A location in a definition: the names and indexes from the top.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Location(ValuePath);

impl Location {
    /// The field `name` at this location.
    pub(crate) fn field(&self, name: &str) -> Self {
        Self(self.0.clone().key(name))
    }

    /// The item `index` of the array at this location.
    pub(crate) fn index(&self, index: usize) -> Self {
        Self(self.0.clone().index(index))
    }
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// "; did you mean `x`?" if one of `known` is similar to `wanted`, else an empty string.
pub(crate) fn did_you_mean<'a>(wanted: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    const CLOSE: f64 = 0.75;
    let folded = wanted.to_lowercase();
    let mut best: Option<(f64, &str)> = None;
    for name in known {
        let similarity = strsim::jaro_winkler(&folded, &name.to_lowercase());
        if similarity >= CLOSE && best.is_none_or(|(so_far, _)| similarity > so_far) {
            best = Some((similarity, name));
        }
    }
    best.map_or_else(String::new, |(_, name)| format!("; did you mean `{name}`?"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::WRONG_TYPE;

    #[test]
    fn a_name_with_spaces_is_quoted() {
        let location = Location::default()
            .field("States")
            .field("Hold a seat")
            .field("Catch")
            .index(0);
        assert_eq!(location.to_string(), "States[\"Hold a seat\"].Catch[0]");
    }

    #[test]
    fn the_hint_follows_the_first_semicolon_outside_of_a_value() {
        let finding = problem(
            &WRONG_TYPE,
            &Location::default(),
            "`a; b` is wrong; remove it; or not",
        );
        assert_eq!(finding.message, "`a; b` is wrong");
        assert_eq!(finding.hint.as_deref(), Some("remove it; or not"));
        assert_eq!(problem(&WRONG_TYPE, &Location::default(), "wrong").hint, None);
    }

    #[test]
    fn only_a_close_name_is_suggested() {
        assert_eq!(
            did_you_mean("Reserv", ["Reserve", "Pay"]),
            "; did you mean `Reserve`?"
        );
        assert_eq!(did_you_mean("Quux", ["Reserve", "Pay"]), "");
    }
}
