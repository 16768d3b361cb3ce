//! Paths in a document: to a value in it, and to a finding.

use std::fmt;

/// The path to a value in a document: keys and indexes from the outside in. It reads `KeySchema[0].KeyType`.
///
/// A text becomes a path if no key in it contains `.` or `[`: `"Properties.KeySchema[0]".into()`. Add other keys with
/// [`ValuePath::key`].
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct ValuePath(Vec<Segment>);

/// A step of a path.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Segment {
    /// The value of this key of a map.
    Key(String),
    /// The item at this position of a list, counted from 0.
    Index(usize),
}

impl ValuePath {
    /// The path of the value of `key` in the map at this path.
    #[must_use]
    pub fn key(mut self, key: impl Into<String>) -> Self {
        self.0.push(Segment::Key(key.into()));
        self
    }

    /// The path of the item at `index` of the list at this path.
    #[must_use]
    pub fn index(mut self, index: usize) -> Self {
        self.0.push(Segment::Index(index));
        self
    }

    /// The path `inner` within the value at this path.
    #[must_use]
    pub fn join(mut self, inner: impl Into<Self>) -> Self {
        self.0.extend(inner.into().0);
        self
    }

    /// The steps, outermost first.
    pub fn segments(&self) -> &[Segment] {
        &self.0
    }

    /// Whether this is the path of the whole document or block.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<Vec<Segment>> for ValuePath {
    fn from(segments: Vec<Segment>) -> Self {
        Self(segments)
    }
}

impl From<&[Step<'_>]> for ValuePath {
    fn from(steps: &[Step<'_>]) -> Self {
        Self(steps.iter().copied().map(Segment::from).collect())
    }
}

/// `Properties.KeySchema[0].KeyType`. No key may contain `.` or `[`.
impl From<&str> for ValuePath {
    fn from(text: &str) -> Self {
        let mut path = Self::default();
        for part in text.split('.').filter(|part| !part.is_empty()) {
            let mut pieces = part.split('[');
            if let Some(key) = pieces.next().filter(|key| !key.is_empty()) {
                path = path.key(key);
            }
            for index in pieces.filter_map(|piece| piece.trim_end_matches(']').parse().ok()) {
                path = path.index(index);
            }
        }
        path
    }
}

impl From<String> for ValuePath {
    fn from(text: String) -> Self {
        text.as_str().into()
    }
}

impl From<&Self> for ValuePath {
    fn from(path: &Self) -> Self {
        path.clone()
    }
}

/// A key that would be ambiguous is quoted: `States["Hold a seat"].Next`.
impl fmt::Display for ValuePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, segment) in self.0.iter().enumerate() {
            match segment {
                Segment::Index(index) => write!(f, "[{index}]")?,
                Segment::Key(key) if is_plain(key) => {
                    let point = if i == 0 { "" } else { "." };
                    write!(f, "{point}{key}")?;
                }
                Segment::Key(key) => write!(f, "[{key:?}]")?,
            }
        }
        Ok(())
    }
}

fn is_plain(key: &str) -> bool {
    let is_special =
        |c: char| c.is_whitespace() || c.is_control() || matches!(c, '.' | '[' | ']' | '"' | '`' | '{' | '}');
    !key.is_empty() && !key.contains(is_special)
}

/// A step of a path during a walk through a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step<'a> {
    Key(&'a str),
    Index(usize),
}

impl From<Step<'_>> for Segment {
    fn from(step: Step<'_>) -> Self {
        match step {
            Step::Key(key) => Self::Key(key.to_owned()),
            Step::Index(index) => Self::Index(index),
        }
    }
}

/// The place of a finding.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct FindingPath {
    /// In a stack written in Rust, the path of the construct that declared the resource: `shop/Api/ApiProductsGet`. In a
    /// nested stack that a split produces, the name of that stack and the section.
    pub construct: Option<String>,
    /// The section of the template: `Resources`. `None` in a state machine definition, and for a template as a whole.
    pub section: Option<String>,
    /// The name of the block in the section: the logical ID of a resource, the name of a parameter. `None` for the whole
    /// section.
    pub name: Option<String>,
    /// The path within the block, or within a state machine definition; empty for all of it.
    pub value: ValuePath,
}

impl FindingPath {
    /// A value in the block `name` of a section.
    pub fn block(section: &str, name: &str, value: impl Into<ValuePath>) -> Self {
        Self {
            construct: None,
            section: Some(section.to_owned()),
            name: Some(name.to_owned()),
            value: value.into(),
        }
    }

    /// A section as a whole.
    pub fn section(section: &str) -> Self {
        Self {
            section: Some(section.to_owned()),
            ..Self::default()
        }
    }

    /// A value in a state machine definition.
    pub fn definition(value: impl Into<ValuePath>) -> Self {
        Self {
            value: value.into(),
            ..Self::default()
        }
    }

    /// The path from the top of the document.
    pub fn from_top(&self) -> ValuePath {
        let mut path = ValuePath::default();
        for key in self.section.iter().chain(&self.name) {
            path = path.key(key);
        }
        path.join(&self.value)
    }

    /// Whether this is the whole document.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// `Resources/Orders at Properties.KeySchema[0].KeyType`, or `shop/Orders at …` if the construct is known.
impl fmt::Display for FindingPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.construct, &self.section, &self.name) {
            (Some(construct), _, _) => f.write_str(construct)?,
            (None, Some(section), Some(name)) => write!(f, "{section}/{name}")?,
            (None, Some(section), None) => f.write_str(section)?,
            (None, None, _) => return self.value.fmt(f),
        }
        if self.value.is_empty() {
            return Ok(());
        }
        write!(f, " at {}", self.value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_read_and_shown_as_the_same_path() {
        for text in [
            "",
            "Properties",
            "Properties.KeySchema[0].KeyType",
            "[1].A[2][3]",
            "Properties.Fn::If[1].aws:SourceArn",
        ] {
            assert_eq!(ValuePath::from(text).to_string(), text);
        }
    }

    #[test]
    fn a_key_that_would_be_ambiguous_is_quoted() {
        let path = ValuePath::from("States").key("Hold a seat").key("Next");
        assert_eq!(path.to_string(), "States[\"Hold a seat\"].Next");
        assert_eq!(ValuePath::default().key("a.b").to_string(), "[\"a.b\"]");
    }

    #[test]
    fn the_place_of_a_finding_names_the_block_or_the_construct() {
        let mut path = FindingPath::block("Resources", "Orders", "Properties.Tags[0]");
        assert_eq!(path.to_string(), "Resources/Orders at Properties.Tags[0]");
        assert_eq!(path.from_top().to_string(), "Resources.Orders.Properties.Tags[0]");
        path.construct = Some("shop/Data/Orders".to_owned());
        assert_eq!(path.to_string(), "shop/Data/Orders at Properties.Tags[0]");
        assert_eq!(FindingPath::section("Outputs").to_string(), "Outputs");
        assert_eq!(
            FindingPath::definition("States.A.Next").to_string(),
            "States.A.Next"
        );
    }
}
