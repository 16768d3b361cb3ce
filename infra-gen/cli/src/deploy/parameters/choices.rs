//! The parameter values that the user gives on the command line and in a file.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::str::FromStr;

use infra_gen_cfn::{Json, Template};
use infra_gen_diff::ParameterValues;

use super::rules;

/// A value from the command line: `--parameter Days=9`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NamedValue {
    name: String,
    value: String,
}

impl FromStr for NamedValue {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.split_once('=') {
            Some((name, value)) if !name.is_empty() => Ok(Self {
                name: name.to_owned(),
                value: value.to_owned(),
            }),
            _ => Err("expected `NAME=VALUE`, for example `Days=9`".to_owned()),
        }
    }
}

/// The user's values, and the parameters for which the user chose the default.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Choices {
    given: BTreeMap<String, String>,
    defaults: BTreeSet<String>,
}

/// Why the choices could not be read.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ChoicesError {
    #[error("could not read the parameter file `{path}`")]
    Read {
        path: PathBuf,
        #[source]
        source: std::io::Error,
    },
    #[error("parameter file `{path}` is neither JSON nor YAML")]
    Syntax {
        path: PathBuf,
        #[source]
        source: serde_yaml::Error,
    },
    #[error(
        "parameter file `{0}` has neither `NAME: VALUE` entries nor a list of `ParameterKey` and `ParameterValue`"
    )]
    Form(PathBuf),
    #[error(
        "parameter file `{path}`: the value of `{name}` is not a string, number, boolean or list of these"
    )]
    Value { path: PathBuf, name: String },
    #[error("parameter `{0}` is given twice, with different values")]
    Twice(String),
    #[error("parameter `{0}` has both `--parameter` and `--use-default`; remove one of them")]
    Both(String),
    #[error("neither template has a parameter `{0}`\n  hint: check the spelling, or omit it")]
    Unknown(String),
}

impl Choices {
    /// A value from the command line overrides the one from the file.
    pub(crate) fn new(
        typed: &[NamedValue],
        file: Option<&Path>,
        use_default: &[String],
    ) -> Result<Self, ChoicesError> {
        let mut given = match file {
            Some(path) => read(path)?,
            None => BTreeMap::new(),
        };
        let mut on_command_line: BTreeMap<&str, &str> = BTreeMap::new();
        for NamedValue { name, value } in typed {
            if on_command_line
                .insert(name, value)
                .is_some_and(|before| before != value)
            {
                return Err(ChoicesError::Twice(name.clone()));
            }
            given.insert(name.clone(), value.clone());
        }
        let defaults: BTreeSet<String> = use_default.iter().cloned().collect();
        for name in &defaults {
            if on_command_line.contains_key(name.as_str()) {
                return Err(ChoicesError::Both(name.clone()));
            }
            given.remove(name);
        }
        Ok(Self { given, defaults })
    }

    /// The values of the parameters of two templates, if they are deployed with these choices. A parameter without a choice
    /// is unknown.
    pub(crate) fn assumed(&self, old: &Template, new: &Template) -> Result<ParameterValues, ChoicesError> {
        let unknown = |name: &&String| {
            [old, new]
                .iter()
                .all(|template| !template.parameters.contains_key(*name))
        };
        if let Some(name) = self.names().find(unknown) {
            return Err(ChoicesError::Unknown(name.clone()));
        }
        let values = |template: &Template| -> BTreeMap<String, String> {
            let default = |name: &String| {
                let default = template.parameters.get(name)?.get("Default");
                Some((name.clone(), rules::as_text(default?)?))
            };
            let given = self
                .given
                .iter()
                .map(|(name, value)| (name.clone(), value.clone()));
            given.chain(self.defaults.iter().filter_map(default)).collect()
        };
        Ok(ParameterValues {
            old: values(old),
            new: values(new),
            changed: None,
        })
    }

    /// All parameters that the user gave a value or chose the default for.
    pub(super) fn names(&self) -> impl Iterator<Item = &String> {
        self.given.keys().chain(&self.defaults)
    }

    pub(super) fn given(&self, name: &str) -> Option<&str> {
        self.given.get(name).map(String::as_str)
    }

    pub(super) fn takes_default(&self, name: &str) -> bool {
        self.defaults.contains(name)
    }
}

fn read(path: &Path) -> Result<BTreeMap<String, String>, ChoicesError> {
    let text = std::fs::read_to_string(path).map_err(|source| ChoicesError::Read {
        path: path.to_owned(),
        source,
    })?;
    parse(path, &text)
}

fn parse(path: &Path, text: &str) -> Result<BTreeMap<String, String>, ChoicesError> {
    let document: Json = serde_yaml::from_str(text).map_err(|source| ChoicesError::Syntax {
        path: path.to_owned(),
        source,
    })?;
    let entries: Vec<(String, Json)> = match document {
        Json::Object(fields) => fields.into_iter().collect(),
        Json::Array(items) => {
            let entries: Option<Vec<Entry>> = items.into_iter().map(Entry::read).collect();
            let entries = entries.ok_or_else(|| ChoicesError::Form(path.to_owned()))?;
            entries.into_iter().filter_map(Entry::given).collect()
        }
        _ => return Err(ChoicesError::Form(path.to_owned())),
    };
    let mut values = BTreeMap::new();
    for (name, value) in entries {
        let text = as_value(&value).ok_or_else(|| ChoicesError::Value {
            path: path.to_owned(),
            name: name.clone(),
        })?;
        let before = values.insert(name.clone(), text.clone());
        if before.is_some_and(|before| before != text) {
            return Err(ChoicesError::Twice(name));
        }
    }
    Ok(values)
}

/// An entry in the list format of the AWS CLI.
enum Entry {
    Value(String, Json),
    /// The deployed value is kept, as it would be without the entry.
    UsePreviousValue,
}

impl Entry {
    fn read(entry: Json) -> Option<Self> {
        let Json::Object(mut fields) = entry else {
            return None;
        };
        let Some(Json::String(name)) = fields.remove("ParameterKey") else {
            return None;
        };
        match (fields.remove("ParameterValue"), fields.remove("UsePreviousValue")) {
            (Some(value), _) => Some(Self::Value(name, value)),
            (None, Some(Json::Bool(true))) => Some(Self::UsePreviousValue),
            (None, _) => None,
        }
    }

    fn given(self) -> Option<(String, Json)> {
        match self {
            Self::Value(name, value) => Some((name, value)),
            Self::UsePreviousValue => None,
        }
    }
}

fn as_value(value: &Json) -> Option<String> {
    match value {
        Json::Array(items) => {
            let items: Option<Vec<String>> = items.iter().map(rules::as_text).collect();
            Some(items?.join(","))
        }
        value => rules::as_text(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let found = parse(Path::new("p"), text).expect("the file is valid");
        let found: Vec<(&str, &str)> = found
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_file_is_a_map_or_a_list_in_the_format_of_the_aws_cli() {
        check(
            "Days: 9\nStage: prod\nOn: true\n",
            &[("Days", "9"), ("On", "true"), ("Stage", "prod")],
        );
        check(r#"{"Zones": ["a", "b"]}"#, &[("Zones", "a,b")]);
        check(
            r#"[{"ParameterKey": "Days", "ParameterValue": "9"}, {"ParameterKey": "Stage", "UsePreviousValue": true}]"#,
            &[("Days", "9")],
        );
    }

    #[test]
    fn other_formats_are_rejected() {
        for text in ["Days", "[1]", r#"[{"ParameterKey": "Days"}]"#] {
            let error = parse(Path::new("p"), text).expect_err("not a parameter file");
            assert!(matches!(error, ChoicesError::Form(_)), "{text}: {error}");
        }
        let error = parse(Path::new("p"), "Days: {a: 1}").expect_err("a map is not a value");
        assert!(matches!(error, ChoicesError::Value { .. }), "{error}");
    }

    #[test]
    fn a_value_may_contain_equals_signs_and_be_empty() {
        let typed: NamedValue = "Query=a=b".parse().expect("the first equals sign separates");
        assert_eq!((typed.name.as_str(), typed.value.as_str()), ("Query", "a=b"));
        assert_eq!(
            "Name=".parse::<NamedValue>().expect("a value may be empty").value,
            ""
        );
        assert!("Name".parse::<NamedValue>().is_err());
        assert!("=x".parse::<NamedValue>().is_err());
    }

    #[test]
    fn contradictions_are_rejected() {
        let typed: Vec<NamedValue> = ["A=1", "A=2"]
            .iter()
            .map(|text| text.parse().expect("`NAME=VALUE`"))
            .collect();
        assert!(matches!(
            Choices::new(&typed, None, &[]),
            Err(ChoicesError::Twice(_))
        ));
        let both = Choices::new(&typed[..1], None, &["A".to_owned()]);
        assert!(matches!(both, Err(ChoicesError::Both(_))));
    }
}
