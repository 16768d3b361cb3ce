//! Paths within a block of a template: `Properties.KeySchema[id].KeyType`.

use std::fmt;

use serde::{Serialize, Serializer};

/// The path from a block of a template to a value within it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Path(Vec<Segment>);

/// One segment of a path.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Segment {
    /// An entry of an object.
    Name(String),
    /// An item of a list, by its index.
    Index(usize),
    /// An item of a list, by its identifying property.
    Item {
        /// The index of the item.
        index: usize,
        /// The value of the identifying property.
        name: String,
    },
}

impl Path {
    /// The path with a name appended.
    #[must_use]
    pub fn name(&self, name: &str) -> Self {
        self.then(Segment::Name(name.to_owned()))
    }

    /// The path with a segment appended.
    #[must_use]
    pub fn then(&self, segment: Segment) -> Self {
        let mut segments = self.0.clone();
        segments.push(segment);
        Self(segments)
    }

    /// The segments, first to last.
    pub fn segments(&self) -> &[Segment] {
        &self.0
    }

    /// The names and indexes below `Properties`, as schemas are queried, or `None` for a path elsewhere.
    pub(crate) fn below_properties(&self) -> Option<Vec<String>> {
        let (Segment::Name(first), rest) = self.0.split_first()? else {
            return None;
        };
        (first == "Properties").then(|| rest.iter().map(Segment::as_key).collect())
    }

    /// The path without a leading `Properties`, as it is shown for a resource.
    pub(crate) fn short(&self) -> Self {
        match self.0.split_first() {
            Some((Segment::Name(first), rest)) if first == "Properties" && !rest.is_empty() => {
                Self(rest.to_vec())
            }
            _ => self.clone(),
        }
    }

    /// The last name in the path, ignoring items.
    pub(crate) fn last_name(&self) -> Option<&str> {
        self.0.iter().rev().find_map(|segment| match segment {
            Segment::Name(name) => Some(name.as_str()),
            _ => None,
        })
    }
}

impl Segment {
    fn as_key(&self) -> String {
        match self {
            Self::Name(name) => name.clone(),
            Self::Index(index) | Self::Item { index, .. } => index.to_string(),
        }
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, segment) in self.0.iter().enumerate() {
            match segment {
                Segment::Name(name) if name.contains(['.', '[']) => write!(f, "[\"{name}\"]")?,
                Segment::Name(name) if index == 0 => f.write_str(name)?,
                Segment::Name(name) => write!(f, ".{name}")?,
                Segment::Index(item) => write!(f, "[{item}]")?,
                Segment::Item { name, .. } => write!(f, "[{name}]")?,
            }
        }
        Ok(())
    }
}

impl Serialize for Path {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::{Path, Segment};

    #[test]
    fn a_path_is_written_with_dots_and_brackets() {
        let path = Path::default()
            .name("Properties")
            .name("KeySchema")
            .then(Segment::Item {
                index: 1,
                name: "id".to_owned(),
            })
            .name("KeyType");
        assert_eq!(path.to_string(), "Properties.KeySchema[id].KeyType");
        assert_eq!(path.short().to_string(), "KeySchema[id].KeyType");
        assert_eq!(
            path.below_properties().unwrap_or_default(),
            ["KeySchema", "1", "KeyType"]
        );
    }

    #[test]
    fn a_name_with_a_dot_is_quoted() {
        let path = Path::default()
            .name("RequestParameters")
            .name("method.request.path.id");
        assert_eq!(path.to_string(), "RequestParameters[\"method.request.path.id\"]");
    }
}
