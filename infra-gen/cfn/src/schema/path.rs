//! Properties by path: their shape, and whether changing them replaces the resource.

use super::{Shape, TypeSchema};

/// Whether changing a property replaces the resource.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Replacement {
    /// The resource is updated in place.
    Never,
    /// The resource is replaced under conditions that the CloudFormation reference describes.
    Conditional,
    /// The resource is replaced.
    Always,
}

impl TypeSchema {
    /// The shape of the property at `path`, the names and indexes below `Properties`: `["KeySchema", "0", "KeyType"]`.
    /// `None` for the empty path, which is the resource itself.
    pub fn shape_at(&self, path: &[&str]) -> Option<Shape> {
        let (first, rest) = path.split_first()?;
        let mut shape = self.properties.property(first)?.shape;
        for segment in rest {
            shape = shape.child(segment)?;
        }
        Some(shape)
    }

    /// Whether changing the property at `path` replaces the resource. A change within a property counts as a change of the
    /// property, and a change of a whole property as a change of everything in it.
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

    /// Whether only the service sets the property at `path`.
    pub fn is_read_only(&self, path: &[&str]) -> bool {
        self.read_only.iter().any(|pattern| covers(pattern, path))
    }

    /// Whether the service never returns the property at `path`.
    pub fn is_write_only(&self, path: &[&str]) -> bool {
        self.write_only.iter().any(|pattern| covers(pattern, path))
    }
}

impl Shape {
    /// The shape of the property or item `segment`.
    fn child(self, segment: &str) -> Option<Self> {
        match self {
            Self::Object(object) => Some(object.property(segment)?.shape),
            Self::Map(value) => Some(*value),
            Self::List(list) if segment.bytes().all(|byte| byte.is_ascii_digit()) => Some(*list.item),
            _ => None,
        }
    }
}

/// Whether `path` is at or below `pattern`.
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

/// Whether `path` is at, below or above `pattern`.
pub(crate) fn touches(pattern: &str, path: &[&str]) -> bool {
    pattern
        .split('.')
        .zip(path)
        .all(|(name, segment)| name == "*" || name == *segment)
}

#[cfg(test)]
mod tests {
    use super::{covers, touches};

    #[test]
    fn a_pattern_covers_paths_at_or_below_it() {
        assert!(covers("Rules.*.Name", &["Rules", "3", "Name"]));
        assert!(covers("Rules", &["Rules", "3", "Name"]));
        assert!(!covers("Rules.*.Name", &["Rules", "3"]));
        assert!(!covers("Rules.*.Name", &["Rules", "3", "Type"]));
    }

    #[test]
    fn a_pattern_also_touches_paths_above_it() {
        assert!(touches("Rules.*.Name", &["Rules"]));
        assert!(touches("Rules.*.Name", &["Rules", "0", "Name"]));
        assert!(!touches("Rules.*.Name", &["Rules", "0", "Type"]));
    }
}
