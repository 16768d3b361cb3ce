//! Properties by path: their shape, and whether changing them replaces the resource.

use crate::{Shape, TypeSchema};

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
    pub fn shape_at(&'static self, path: &[&str]) -> Option<&'static Shape> {
        let (first, rest) = path.split_first()?;
        let mut shape = ShapeRef::of(self, first)?;
        for segment in rest {
            let is_index = segment.bytes().all(|byte| byte.is_ascii_digit());
            let item = shape.item().filter(|_| is_index);
            shape = item.or_else(|| shape.entry(segment))?;
        }
        Some(shape.shape())
    }

    /// Whether changing the property at `path` replaces the resource. A change within a property counts as a change of the
    /// property, and a change of a whole property as a change of everything in it.
    pub fn replacement(&self, path: &[&str]) -> Replacement {
        let touched = |patterns: &[&str]| patterns.iter().any(|pattern| touches(pattern, path));
        if touched(&self.create_only) {
            Replacement::Always
        } else if touched(&self.conditional_create_only) {
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

/// A shape together with the schema that resolves its objects.
#[derive(Debug, Clone, Copy)]
pub struct ShapeRef {
    schema: &'static TypeSchema,
    shape: &'static Shape,
}

impl ShapeRef {
    /// The shape of a property of the resource itself.
    pub fn of(schema: &'static TypeSchema, property: &str) -> Option<Self> {
        let shape = &schema.root().property(property)?.shape;
        Some(Self { schema, shape })
    }

    /// The shape.
    pub fn shape(self) -> &'static Shape {
        self.shape
    }

    /// The shape of the entry `name` of an object or a map. Of several possible shapes, the first that has it.
    pub fn entry(self, name: &str) -> Option<Self> {
        match self.shape {
            Shape::Object(id) => Some(self.with(&self.schema.object(*id).property(name)?.shape)),
            Shape::Map(value) => Some(self.with(value)),
            Shape::OneOf(shapes) => shapes.iter().find_map(|shape| self.with(shape).entry(name)),
            _ => None,
        }
    }

    /// The shape of the items of a list.
    pub fn item(self) -> Option<Self> {
        match self.shape {
            Shape::List(list) => Some(self.with(&list.item)),
            Shape::OneOf(shapes) => shapes.iter().find_map(|shape| self.with(shape).item()),
            _ => None,
        }
    }

    fn with(self, shape: &'static Shape) -> Self {
        Self { shape, ..self }
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
fn touches(pattern: &str, path: &[&str]) -> bool {
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
