//! The Choice state: rules in order, and where to go when none holds.

use crate::model::{Json, JsonObject};

/// Goes on where the first rule that holds says.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Choice {
    /// The rules, in order.
    pub rules: Vec<Rule>,
    /// Where to go when none holds; without it the state fails then.
    pub default: Option<String>,
}

/// One rule.
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    /// What it is for.
    pub comment: Option<String>,
    /// When it holds.
    pub test: Test,
    /// Where to go then.
    pub next: String,
    /// Variables to set then.
    pub assign: Option<JsonObject>,
    /// JSONata: what leaves the state then.
    pub output: Option<Json>,
}

/// When a rule holds, by the state's query language.
#[derive(Debug, Clone, PartialEq)]
pub enum Test {
    /// JSONata: the expression, with its delimiters, gives `true`; or the literal is `true`.
    Condition(Json),
    /// JSONPath: the comparison holds.
    Comparison(Comparison),
}

/// A comparison of JSONPath.
#[derive(Debug, Clone, PartialEq)]
pub enum Comparison {
    /// All hold.
    And(Vec<Comparison>),
    /// One holds.
    Or(Vec<Comparison>),
    /// It does not hold.
    Not(Box<Comparison>),
    /// What `variable` finds compares with `operand`.
    Compare {
        /// A path.
        variable: String,
        /// How.
        comparator: Comparator,
        /// With what; a path where the comparator says so.
        operand: Json,
    },
}

/// How two values compare: the field that names it in a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparator {
    /// `StringEquals`, `NumericLessThanPath` …
    Relation {
        /// Of which type both are.
        operands: OperandType,
        /// Which relation holds.
        relation: Relation,
        /// Whether the operand is a path to the value.
        by_path: bool,
    },
    /// `StringMatches`: `*` stands for anything.
    StringMatches,
    /// `IsPresent`, `IsNull` …: whether the value is so equals the operand.
    Is(TypeTest),
}

/// What a comparison compares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OperandType {
    /// Texts.
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
    /// The same.
    Equals,
    /// Below.
    LessThan,
    /// Above.
    GreaterThan,
    /// Not above.
    LessThanEquals,
    /// Not below.
    GreaterThanEquals,
}

/// What a value may be tested to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TypeTest {
    /// There at all.
    Present,
    /// `null`.
    Null,
    /// A number.
    Numeric,
    /// A text.
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

    /// The comparator of a rule's field `name`.
    pub fn parse(name: &str) -> Option<Self> {
        Self::all().find(|comparator| comparator.name() == name)
    }

    /// The field that names it in a rule.
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
    fn there_are_thirty_nine_comparators_and_each_reads_back() {
        let all: Vec<_> = Comparator::all().collect();
        assert_eq!(all.len(), 39);
        for comparator in all {
            assert_eq!(Comparator::parse(&comparator.name()), Some(comparator));
        }
    }
}
