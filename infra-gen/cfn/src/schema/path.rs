//! Looking up a property by its path, and what changing it does to the resource.

use super::{Shape, TypeSchema};

/// What changing a property does to the resource.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Replacement {
    /// The resource is updated where it is.
    Never,
    /// The resource is replaced under some conditions; AWS's reference names them.
    Conditional,
    /// The resource is replaced.
    Always,
}

impl TypeSchema {
    /// The shape of the property at `path`, the names and indexes below `Properties`: `["KeySchema", "0", "KeyType"]`.
    /// The empty path has none: it is the resource.
    pub fn shape_at(&self, path: &[&str]) -> Option<Shape> {
        let (first, rest) = path.split_first()?;
        let mut shape = self.properties.property(first)?.shape;
        for segment in rest {
            shape = shape.child(segment)?;
        }
        Some(shape)
    }

    /// What changing the property at `path` does to the resource. A change within a property counts as a change of it;
    /// a change of a property as a whole counts as a change of everything within it.
    pub fn replacement(&self, path: &[&str]) -> Replacement {
        if self.create_only.iter().any(|pattern| touches(pattern, path)) {
            Replacement::Always
        } else if self
            .conditional_create_only
            .iter()
            .any(|pattern| touches(pattern, path))
        {
            Replacement::Conditional
        } else {
            Replacement::Never
        }
    }

    /// Whether the property at `path` is one that only the service sets.
    pub fn is_read_only(&self, path: &[&str]) -> bool {
        self.read_only.iter().any(|pattern| covers(pattern, path))
    }

    /// Whether the service never gives back the property at `path`.
    pub fn is_write_only(&self, path: &[&str]) -> bool {
        self.write_only.iter().any(|pattern| covers(pattern, path))
    }
}

impl Shape {
    /// The shape of the part that `segment`, a name or an index, names.
    fn child(self, segment: &str) -> Option<Self> {
        match self {
            Self::Object(object) => Some(object.property(segment)?.shape),
            Self::Map(value) => Some(*value),
            Self::List(list) if segment.bytes().all(|byte| byte.is_ascii_digit()) => Some(*list.item),
            _ => None,
        }
    }
}

/// Whether `path` is what `pattern` names, or lies within it.
fn covers(pattern: &str, path: &[&str]) -> bool {
    let mut names = pattern.split('.');
    let mut path = path.iter();
    loop {
        match (names.next(), path.next()) {
            (None, _) => return true,
            (Some(name), Some(segment)) if name == "*" || name == *segment => {}
            _ => return false,
        }
    }
}

/// Whether one of `pattern` and `path` lies within the other.
pub(super) fn touches(pattern: &str, path: &[&str]) -> bool {
    pattern
        .split('.')
        .zip(path)
        .all(|(name, segment)| name == "*" || name == *segment)
}

#[cfg(test)]
mod tests {
    use super::{covers, touches};

    #[test]
    fn a_pattern_covers_what_lies_within_it() {
        assert!(covers("Rules.*.Name", &["Rules", "3", "Name"]));
        assert!(covers("Rules", &["Rules", "3", "Name"]));
        assert!(!covers("Rules.*.Name", &["Rules", "3"]));
        assert!(!covers("Rules.*.Name", &["Rules", "3", "Type"]));
    }

    #[test]
    fn a_pattern_touches_what_holds_it_too() {
        assert!(touches("Rules.*.Name", &["Rules"]));
        assert!(touches("Rules.*.Name", &["Rules", "0", "Name"]));
        assert!(!touches("Rules.*.Name", &["Rules", "0", "Type"]));
    }
}
