//! How data enters and leaves a state: by the fields of JSONPath or by those of JSONata, never a mixture.

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
    /// As the definition writes it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::JsonPath => "JSONPath",
            Self::Jsonata => "JSONata",
        }
    }

    /// Parses what the definition writes.
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
    /// No field set, in `language`.
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
    /// What of the input the state sees; everything when absent.
    pub input_path: Option<Nullable>,
    /// A payload template that becomes the effective input.
    pub parameters: Option<Json>,
    /// A payload template that becomes the effective result.
    pub result_selector: Option<Json>,
    /// Where in the input the result is put; in place of it when absent.
    pub result_path: Option<Nullable>,
    /// What of that leaves the state; everything when absent.
    pub output_path: Option<Nullable>,
}

/// The data fields of a JSONata state.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct JsonataData {
    /// What the state hands to its task or branches; the input when absent.
    pub arguments: Option<Json>,
    /// What leaves the state; the result when absent.
    pub output: Option<Json>,
}

/// A path, or the `null` that stands for nothing at all (which absence does not).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Nullable {
    /// A path.
    Path(String),
    /// `null`
    Null,
}
