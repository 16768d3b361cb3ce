//! The Choice state: its rules, and the default.

use crate::model::{Json, JsonObject};

/// Selects the next state with rules.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Choice {
    /// The rules, in order.
    pub rules: Vec<Rule>,
    /// The next state if no rule matches. Without it, the state fails.
    pub default: Option<String>,
}

/// One rule.
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    /// A comment.
    pub comment: Option<String>,
    /// Its condition.
    pub test: Test,
    /// The next state.
    pub next: String,
    /// Variables to set.
    pub assign: Option<JsonObject>,
    /// JSONata: the output of the state.
    pub output: Option<Json>,
}

/// The condition of a rule, depending on the query language.
#[derive(Debug, Clone, PartialEq)]
pub enum Test {
    /// JSONata: an expression with its delimiters, or a boolean literal.
    Condition(Json),
    /// JSONPath: a comparison.
    Comparison(Comparison),
}

/// A comparison in JSONPath.
#[derive(Debug, Clone, PartialEq)]
pub enum Comparison {
    /// True if all are true.
    And(Vec<Comparison>),
    /// True if at least one is true.
    Or(Vec<Comparison>),
    /// True if the inner comparison is false.
    Not(Box<Comparison>),
    /// Compares the value at `variable` with `operand`.
    Compare {
        /// A path.
        variable: String,
        /// The comparison operator.
        comparator: Comparator,
        /// The other value, or a path to it.
        operand: Json,
    },
}

/// A comparison operator: the field of a rule that names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparator {
    /// `StringEquals`, `NumericLessThanPath` …
    Relation {
        /// The type of both values.
        operands: OperandType,
        /// The relation.
        relation: Relation,
        /// Whether the operand is a path to the value.
        by_path: bool,
    },
    /// `StringMatches`: `*` matches any characters.
    StringMatches,
    /// `IsPresent`, `IsNull` …: the result of the test equals the operand.
    Is(TypeTest),
}

/// The type of the compared values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OperandType {
    /// Strings.
    String,
    /// Numbers.
    Numeric,
    /// Booleans.
    Boolean,
    /// RFC 3339 timestamps.
    Timestamp,
}

/// A relation between two values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// Equal.
    Equals,
    /// Less than.
    LessThan,
    /// Greater than.
    GreaterThan,
    /// Less than or equal.
    LessThanEquals,
    /// Greater than or equal.
    GreaterThanEquals,
}

/// A test of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TypeTest {
    /// The path finds a value.
    Present,
    /// `null`.
    Null,
    /// A number.
    Numeric,
    /// A string.
    String,
    /// A boolean.
    Boolean,
    /// An RFC 3339 timestamp.
    Timestamp,
}

impl Comparator {
    /// Every comparator of the language.
    pub fn all() -> impl Iterator<Item = Self> {
        let relations = OperandType::ALL.into_iter().flat_map(|operands| {
            operands.relations().iter().flat_map(move |&relation| {
                [false, true].map(|by_path| Self::Relation {
                    operands,
                    relation,
                    by_path,
                })
            })
        });
        relations
            .chain([Self::StringMatches])
            .chain(TypeTest::ALL.map(Self::Is))
    }

    /// The comparator with this field name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::all().find(|comparator| comparator.name() == name)
    }

    /// Its field name in a rule.
    pub fn name(self) -> String {
        match self {
            Self::Relation {
                operands,
                relation,
                by_path,
            } => {
                let suffix = if by_path { "Path" } else { "" };
                format!("{}{}{suffix}", operands.name(), relation.name())
            }
            Self::StringMatches => "StringMatches".to_owned(),
            Self::Is(test) => format!("Is{}", test.name()),
        }
    }
}

impl OperandType {
    const ALL: [Self; 4] = [Self::String, Self::Numeric, Self::Boolean, Self::Timestamp];

    const fn name(self) -> &'static str {
        match self {
            Self::String => "String",
            Self::Numeric => "Numeric",
            Self::Boolean => "Boolean",
            Self::Timestamp => "Timestamp",
        }
    }

    const fn relations(self) -> &'static [Relation] {
        match self {
            Self::Boolean => &[Relation::Equals],
            Self::String | Self::Numeric | Self::Timestamp => &[
                Relation::Equals,
                Relation::LessThan,
                Relation::GreaterThan,
                Relation::LessThanEquals,
                Relation::GreaterThanEquals,
            ],
        }
    }
}

impl Relation {
    const fn name(self) -> &'static str {
        match self {
            Self::Equals => "Equals",
            Self::LessThan => "LessThan",
            Self::GreaterThan => "GreaterThan",
            Self::LessThanEquals => "LessThanEquals",
            Self::GreaterThanEquals => "GreaterThanEquals",
        }
    }
}

impl TypeTest {
    const ALL: [Self; 6] = [
        Self::Present,
        Self::Null,
        Self::Numeric,
        Self::String,
        Self::Boolean,
        Self::Timestamp,
    ];

    const fn name(self) -> &'static str {
        match self {
            Self::Present => "Present",
            Self::Null => "Null",
            Self::Numeric => "Numeric",
            Self::String => "String",
            Self::Boolean => "Boolean",
            Self::Timestamp => "Timestamp",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_39_comparators_are_parsed_from_their_names() {
        let all: Vec<_> = Comparator::all().collect();
        assert_eq!(all.len(), 39);
        for comparator in all {
            assert_eq!(Comparator::parse(&comparator.name()), Some(comparator));
        }
    }
}
