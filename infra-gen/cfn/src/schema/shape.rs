//! The shape of a property's value. The constructors are `const`, so that the generated tables read as one line a
//! property and cost nothing at start-up.

/// The properties of a resource type or of an object within one.
#[derive(Debug)]
pub struct Object {
    /// The properties, sorted by name.
    pub properties: &'static [Property],
    /// What must hold between them.
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
    /// The name as the template has it.
    pub name: &'static str,
    /// Whether it must be there.
    pub required: bool,
    /// What it may be.
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

/// What must hold between the properties of one object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Constraint {
    /// One of these must be there, and not two.
    ExactlyOne(&'static [&'static str]),
    /// One or more of these must be there.
    AtLeastOne(&'static [&'static str]),
    /// Where the first is, the others must be, too.
    Requires(&'static str, &'static [&'static str]),
    /// Where the first is, the others must not be.
    Excludes(&'static str, &'static [&'static str]),
    /// Unless the first has the value, the others must be there.
    Unless(&'static str, &'static str, &'static [&'static str]),
}

/// What a value may be.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// Text.
    Text(TextShape),
    /// A whole number.
    Integer(NumberShape),
    /// A number.
    Number(NumberShape),
    /// `true` or `false`.
    Boolean,
    /// Anything: the schema says no more.
    Json,
    /// A list.
    List(ListShape),
    /// A map from names that the author chooses.
    Map(&'static Shape),
    /// An object with the named properties.
    Object(&'static Object),
}

/// The rules for a text.
#[derive(Debug, Clone, Copy)]
pub struct TextShape {
    /// A regular expression in ECMAScript's syntax that is found in it.
    pub pattern: Option<&'static str>,
    /// How many characters it has.
    pub length: Bounds<u64>,
    /// The only values it may have; empty when any will do.
    pub values: &'static [&'static str],
}

/// The rules for a number.
#[derive(Debug, Clone, Copy)]
pub struct NumberShape {
    /// Between what it lies.
    pub range: Bounds<f64>,
    /// The only values it may have; empty when any will do.
    pub values: &'static [i64],
}

/// The rules for a list.
#[derive(Debug, Clone, Copy)]
pub struct ListShape {
    /// What each item may be.
    pub item: &'static Shape,
    /// How many items there are.
    pub length: Bounds<u64>,
    /// Whether no two items may be the same.
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

    /// Text that is one of `values`.
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

    /// Text with this pattern.
    pub(crate) const fn pattern(self, pattern: &'static str) -> Self {
        match self {
            Self::Text(text) => Self::Text(TextShape {
                pattern: Some(pattern),
                ..text
            }),
            other => other,
        }
    }

    /// Text of at least this many characters, or a list of at least this many items.
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

    /// Text of at most this many characters, or a list of at most this many items.
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

    /// A number not below `min`.
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

    /// A number not above `max`.
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

    /// A list whose items all differ.
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
