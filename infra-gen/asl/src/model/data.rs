//! The data fields of a state: those of JSONPath or those of JSONata, never both.

use crate::model::Json;

/// The language of a state's paths or expressions.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum QueryLanguage {
    /// `"JSONPath"`, the default.
    #[default]
    JsonPath,
    /// `"JSONata"`
    Jsonata,
}

impl QueryLanguage {
    /// The value in a definition.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::JsonPath => "JSONPath",
            Self::Jsonata => "JSONata",
        }
    }

    /// Parses the value in a definition.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::JsonPath, Self::Jsonata]
            .into_iter()
            .find(|language| language.as_str() == text)
    }
}

/// The data fields of a state, by its query language.
#[derive(Debug, Clone, PartialEq)]
pub enum Data {
    /// `InputPath`, `Parameters`, `ResultSelector`, `ResultPath`, `OutputPath`.
    JsonPath(PathData),
    /// `Arguments`, `Output`.
    Jsonata(JsonataData),
}

impl Data {
    /// Data fields in `language`, all absent.
    pub fn empty(language: QueryLanguage) -> Self {
        match language {
            QueryLanguage::JsonPath => Self::JsonPath(PathData::default()),
            QueryLanguage::Jsonata => Self::Jsonata(JsonataData::default()),
        }
    }

    /// The language of these fields.
    pub fn language(&self) -> QueryLanguage {
        match self {
            Self::JsonPath(_) => QueryLanguage::JsonPath,
            Self::Jsonata(_) => QueryLanguage::Jsonata,
        }
    }
}

/// The data fields of a JSONPath state.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PathData {
    /// Selects a part of the input; default: all of it.
    pub input_path: Option<Nullable>,
    /// A payload template for the effective input.
    pub parameters: Option<Json>,
    /// A payload template for the effective result.
    pub result_selector: Option<Json>,
    /// Where to write the result in the input; by default, it replaces the input.
    pub result_path: Option<Nullable>,
    /// Selects a part of that as the output; default: all of it.
    pub output_path: Option<Nullable>,
}

/// The data fields of a JSONata state.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct JsonataData {
    /// The input of the task or the branches; default: the input of the state.
    pub arguments: Option<Json>,
    /// The output of the state; default: the result.
    pub output: Option<Json>,
}

/// A path, or an explicit `null`, which differs from an absent field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Nullable {
    /// A path.
    Path(String),
    /// `null`
    Null,
}
