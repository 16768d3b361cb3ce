//! Problems of a state machine: where they are, and how to fix them.

use std::fmt;

/// A problem of a state machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Its location in the definition, such as `States.Reserve.Catch[0].Next`. Empty for the whole definition.
    pub location: Location,
    /// What is wrong and how to fix it: a lower-case fragment.
    pub message: String,
}

impl Problem {
    pub(crate) fn new(location: &Location, message: impl Into<String>) -> Self {
        Self {
            location: location.clone(),
            message: message.into(),
        }
    }

    /// The same problem, with `location` in front of its location.
    pub(crate) fn within(self, location: &Location) -> Self {
        let joint = if self.location.0.is_empty() || self.location.0.starts_with('[') {
            ""
        } else {
            "."
        };
        Self {
            location: Location(format!("{location}{joint}{}", self.location)),
            ..self
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.location.0.is_empty() {
            write!(f, "{}: ", self.location)?;
        }
        f.write_str(&self.message)
    }
}

/// All problems of a state machine; at least one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problems(pub Vec<Problem>);

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, problem) in self.0.iter().enumerate() {
            if i > 0 {
                writeln!(f)?;
            }
            problem.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}

/// A location in a definition: the names and indexes from the top.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Location(String);

impl Location {
    /// The field `name` at this location. A name with special characters is quoted: `States["Hold a seat"]`.
    #[must_use]
    pub fn field(&self, name: &str) -> Self {
        let plain = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '-');
        Self(match (plain, self.0.is_empty()) {
            (true, true) => name.to_owned(),
            (true, false) => format!("{}.{name}", self.0),
            (false, _) => format!("{}[{name:?}]", self.0),
        })
    }

    /// The item `index` of the array at this location.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        Self(format!("{}[{index}]", self.0))
    }

    /// The location as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
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

    #[test]
    fn a_place_reads_like_the_path_that_one_would_type() {
        let location = Location::default()
            .field("States")
            .field("Reserve")
            .field("Catch")
            .index(0)
            .field("Next");
        assert_eq!(location.as_str(), "States.Reserve.Catch[0].Next");
    }

    #[test]
    fn a_name_with_spaces_is_quoted() {
        assert_eq!(
            Location::default().field("States").field("Hold a seat").as_str(),
            "States[\"Hold a seat\"]"
        );
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
