//! Where in a template something is: `Properties.KeySchema[id].KeyType`.

use std::fmt;

use serde::{Serialize, Serializer};

/// A way from a block of a template to a value within it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Path(Vec<Segment>);

/// One step of a path.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Segment {
    /// The entry of an object.
    Name(String),
    /// The item of a list whose items have no names.
    Index(usize),
    /// The item of a list that is known by what one of its properties says, wherever in the list it stands.
    Item {
        /// Where it stands.
        index: usize,
        /// What it is known by.
        name: String,
    },
}

impl Path {
    /// The path with one more name.
    #[must_use]
    pub fn name(&self, name: &str) -> Self {
        self.then(Segment::Name(name.to_owned()))
    }

    /// The path with one more segment.
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

    /// The names and indexes below `Properties`, as schemas are asked by them; none for a path elsewhere.
    pub(crate) fn below_properties(&self) -> Option<Vec<String>> {
        let (Segment::Name(first), rest) = self.0.split_first()? else {
            return None;
        };
        (first == "Properties").then(|| rest.iter().map(Segment::as_key).collect())
    }

    /// The path as a reader of one resource wants it: `Properties` goes without saying.
    pub(crate) fn short(&self) -> Self {
        match self.0.split_first() {
            Some((Segment::Name(first), rest)) if first == "Properties" && !rest.is_empty() => {
                Self(rest.to_vec())
            }
            _ => self.clone(),
        }
    }

    /// The last name in the path, above any items.
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
        for (place, segment) in self.0.iter().enumerate() {
            match segment {
                Segment::Name(name) if name.contains(['.', '[']) => write!(f, "[\"{name}\"]")?,
                Segment::Name(name) if place == 0 => f.write_str(name)?,
                Segment::Name(name) => write!(f, ".{name}")?,
                Segment::Index(index) => write!(f, "[{index}]")?,
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
    fn a_path_reads_as_people_write_it() {
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
