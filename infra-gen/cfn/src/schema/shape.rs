//! The shape of a property's value. The constructors are `const`, so that the generated tables have one line per property
//! and cost nothing at start-up.

/// The properties of a resource type, or of an object in a property.
#[derive(Debug)]
pub struct Object {
    /// The properties, sorted by name.
    pub properties: &'static [Property],
    /// The constraints between them.
    pub constraints: &'static [Constraint],
}

impl Object {
    /// The property of this name.
    pub fn property(&self, name: &str) -> Option<&'static Property> {
        let place = self
            .properties
            .binary_search_by(|property| property.name.cmp(name))
            .ok()?;
        Some(&self.properties[place])
    }
}

/// One property of an object.
#[derive(Debug, Clone, Copy)]
pub struct Property {
    /// The name in the template.
    pub name: &'static str,
    /// Whether it is required.
    pub required: bool,
    /// The shape of its value.
    pub shape: Shape,
}

impl Property {
    pub(crate) const fn required(name: &'static str, shape: Shape) -> Self {
        Self {
            name,
            required: true,
            shape,
        }
    }

    pub(crate) const fn optional(name: &'static str, shape: Shape) -> Self {
        Self {
            name,
            required: false,
            shape,
        }
    }
}

/// A constraint between the properties of one object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Constraint {
    /// Exactly one of these must be present.
    ExactlyOne(&'static [&'static str]),
    /// At least one of these must be present.
    AtLeastOne(&'static [&'static str]),
    /// If the first is present, the others must be present.
    Requires(&'static str, &'static [&'static str]),
    /// If the first is present, the others must not be present.
    Excludes(&'static str, &'static [&'static str]),
    /// Unless the first has this value, the others must be present.
    Unless(&'static str, &'static str, &'static [&'static str]),
}

/// The allowed values of a property.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// A string.
    Text(TextShape),
    /// A whole number.
    Integer(NumberShape),
    /// A number.
    Number(NumberShape),
    /// `true` or `false`.
    Boolean,
    /// Any JSON: the schema does not specify more.
    Json,
    /// A list.
    List(ListShape),
    /// A map with arbitrary keys.
    Map(&'static Shape),
    /// An object with the named properties.
    Object(&'static Object),
}

/// The rules for a string.
#[derive(Debug, Clone, Copy)]
pub struct TextShape {
    /// An ECMAScript regular expression that must match somewhere in it.
    pub pattern: Option<&'static str>,
    /// The number of characters.
    pub length: Bounds<u64>,
    /// The allowed values; empty if any value is allowed.
    pub values: &'static [&'static str],
}

/// The rules for a number.
#[derive(Debug, Clone, Copy)]
pub struct NumberShape {
    /// The minimum and maximum.
    pub range: Bounds<f64>,
    /// The allowed values; empty if any value is allowed.
    pub values: &'static [i64],
}

/// The rules for a list.
#[derive(Debug, Clone, Copy)]
pub struct ListShape {
    /// The shape of each item.
    pub item: &'static Shape,
    /// The number of items.
    pub length: Bounds<u64>,
    /// Whether all items must be different.
    pub unique: bool,
}

/// An inclusive lower and upper bound.
#[derive(Debug, Clone, Copy)]
pub struct Bounds<N> {
    /// The lower bound.
    pub min: Option<N>,
    /// The upper bound.
    pub max: Option<N>,
}

impl Shape {
    pub(crate) const TEXT: Self = Self::Text(TextShape {
        pattern: None,
        length: Bounds::NONE,
        values: &[],
    });
    pub(crate) const INTEGER: Self = Self::Integer(NumberShape::ANY);
    pub(crate) const NUMBER: Self = Self::Number(NumberShape::ANY);

    /// A string that is one of `values`.
    pub(crate) const fn one_of(values: &'static [&'static str]) -> Self {
        Self::Text(TextShape {
            pattern: None,
            length: Bounds::NONE,
            values,
        })
    }

    /// A whole number that is one of `values`.
    pub(crate) const fn one_of_integers(values: &'static [i64]) -> Self {
        Self::Integer(NumberShape {
            range: Bounds::NONE,
            values,
        })
    }

    pub(crate) const fn list(item: &'static Self) -> Self {
        Self::List(ListShape {
            item,
            length: Bounds::NONE,
            unique: false,
        })
    }

    /// A string that matches this pattern.
    pub(crate) const fn pattern(self, pattern: &'static str) -> Self {
        match self {
            Self::Text(text) => Self::Text(TextShape {
                pattern: Some(pattern),
                ..text
            }),
            other => other,
        }
    }

    /// A string with at least `min` characters, or a list with at least `min` items.
    pub(crate) const fn min_length(self, min: u64) -> Self {
        match self {
            Self::Text(TextShape {
                pattern,
                length,
                values,
            }) => Self::Text(TextShape {
                pattern,
                length: length.from(min),
                values,
            }),
            Self::List(ListShape { item, length, unique }) => Self::List(ListShape {
                item,
                length: length.from(min),
                unique,
            }),
            other => other,
        }
    }

    /// A string with at most `max` characters, or a list with at most `max` items.
    pub(crate) const fn max_length(self, max: u64) -> Self {
        match self {
            Self::Text(TextShape {
                pattern,
                length,
                values,
            }) => Self::Text(TextShape {
                pattern,
                length: length.to(max),
                values,
            }),
            Self::List(ListShape { item, length, unique }) => Self::List(ListShape {
                item,
                length: length.to(max),
                unique,
            }),
            other => other,
        }
    }

    /// A number of at least `min`.
    pub(crate) const fn min(self, min: f64) -> Self {
        match self {
            Self::Integer(NumberShape { range, values }) => Self::Integer(NumberShape {
                range: range.from(min),
                values,
            }),
            Self::Number(NumberShape { range, values }) => Self::Number(NumberShape {
                range: range.from(min),
                values,
            }),
            other => other,
        }
    }

    /// A number of at most `max`.
    pub(crate) const fn max(self, max: f64) -> Self {
        match self {
            Self::Integer(NumberShape { range, values }) => Self::Integer(NumberShape {
                range: range.to(max),
                values,
            }),
            Self::Number(NumberShape { range, values }) => Self::Number(NumberShape {
                range: range.to(max),
                values,
            }),
            other => other,
        }
    }

    /// A list whose items are all different.
    pub(crate) const fn unique(self) -> Self {
        match self {
            Self::List(list) => Self::List(ListShape { unique: true, ..list }),
            other => other,
        }
    }
}

impl NumberShape {
    const ANY: Self = Self {
        range: Bounds::NONE,
        values: &[],
    };
}

impl<N: Copy> Bounds<N> {
    const NONE: Self = Self { min: None, max: None };

    const fn from(self, min: N) -> Self {
        Self {
            min: Some(min),
            max: self.max,
        }
    }

    const fn to(self, max: N) -> Self {
        Self {
            min: self.min,
            max: Some(max),
        }
    }
}
