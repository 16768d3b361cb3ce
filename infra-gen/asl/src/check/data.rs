//! Checks paths, expressions and templates: their syntax, and the variables they use.

use infra_gen_cfn::Finding;

use crate::{
    model::{Data, Json, JsonObject, Nullable, QueryLanguage},
    problem::{Location, did_you_mean, problem},
    query::{Delimited, Intrinsic, JsonPath, Root, delimited, excerpt, find_problem},
    rules::{
        DUPLICATE_KEY, INVALID_EXPRESSION, INVALID_PATH, PATH_SYNTAX, PLAIN_TEXT, VARIABLE_NAME, WRONG_TYPE,
    },
};

/// When an expression is evaluated, which determines the fields of `$states`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    /// Before the state runs.
    Before,
    /// After the state, which has a result.
    Done,
    /// After a caught error.
    Caught,
}

impl Stage {
    fn offers(self) -> &'static [&'static str] {
        match self {
            Self::Before => &["input", "context"],
            Self::Done => &["input", "result", "context"],
            Self::Caught => &["input", "errorOutput", "context"],
        }
    }
}

/// The common data fields of states. `has_result`: states of this type have a result.
pub(super) fn fields(data: &Data, has_result: bool, location: &Location, problems: &mut Vec<Finding>) {
    match data {
        Data::JsonPath(data) => {
            let selections = [("InputPath", &data.input_path), ("OutputPath", &data.output_path)];
            for (name, selection) in selections {
                if let Some(Nullable::Path(text)) = selection {
                    path(text, &location.field(name), problems);
                }
            }
            if let Some(Nullable::Path(text)) = &data.result_path {
                result_path(text, &location.field("ResultPath"), problems);
            }
            for (name, value) in [
                ("Parameters", &data.parameters),
                ("ResultSelector", &data.result_selector),
            ] {
                if let Some(value) = value {
                    template(
                        value,
                        QueryLanguage::JsonPath,
                        Stage::Before,
                        &location.field(name),
                        problems,
                    );
                }
            }
        }
        Data::Jsonata(data) => {
            if let Some(arguments) = &data.arguments {
                template(
                    arguments,
                    QueryLanguage::Jsonata,
                    Stage::Before,
                    &location.field("Arguments"),
                    problems,
                );
            }
            if let Some(output) = &data.output {
                template(
                    output,
                    QueryLanguage::Jsonata,
                    after(has_result),
                    &location.field("Output"),
                    problems,
                );
            }
        }
    }
}

/// When the output of a state is evaluated.
pub(super) fn after(has_result: bool) -> Stage {
    if has_result { Stage::Done } else { Stage::Before }
}

/// A value with expressions (JSONata) or with fields whose names end in `.$` (JSONPath).
pub(super) fn template(
    value: &Json,
    language: QueryLanguage,
    stage: Stage,
    location: &Location,
    problems: &mut Vec<Finding>,
) {
    match (value, language) {
        (Json::Object(entries), _) => {
            for (name, value) in entries {
                let here = location.field(name);
                match (name.strip_suffix(".$"), language) {
                    (Some(plain), QueryLanguage::JsonPath) => {
                        if entries.contains_key(plain) {
                            let message =
                                format!("`{plain}` and `{name}` are the same field; remove one of them");
                            problems.push(problem(&DUPLICATE_KEY, &here, message));
                        }
                        dynamic(value, &here, problems);
                    }
                    _ => template(value, language, stage, &here, problems),
                }
            }
        }
        (Json::Array(items), _) => {
            for (i, item) in items.iter().enumerate() {
                template(item, language, stage, &location.index(i), problems);
            }
        }
        (Json::String(text), QueryLanguage::Jsonata) => expression(text, stage, location, problems),
        _ => {}
    }
}

/// The value of a field whose name ends in `.$`: a path or an intrinsic function.
fn dynamic(value: &Json, location: &Location, problems: &mut Vec<Finding>) {
    match value {
        Json::String(text) => path_or_intrinsic(text, location, problems),
        other => problems.push(problem(
            &WRONG_TYPE,
            location,
            format!("a field whose name ends in `.$` must be a path or an intrinsic function, not `{other}`"),
        )),
    }
}

pub(super) fn path_or_intrinsic(text: &str, location: &Location, problems: &mut Vec<Finding>) {
    if Intrinsic::looks_like_call(text) {
        match Intrinsic::parse(text) {
            Ok(call) => remark(call.paths(), location, problems),
            Err(message) => problems.push(problem(&INVALID_PATH, location, message)),
        }
    } else {
        path(text, location, problems);
    }
}

pub(super) fn path(text: &str, location: &Location, problems: &mut Vec<Finding>) {
    match JsonPath::parse(text) {
        Ok(path) => remark([&path], location, problems),
        Err(message) => problems.push(problem(&INVALID_PATH, location, message)),
    }
}

/// Reports what Step Functions accepts in paths but probably reads differently than the author does.
fn remark<'a>(
    paths: impl IntoIterator<Item = &'a JsonPath>,
    location: &Location,
    problems: &mut Vec<Finding>,
) {
    let remarks = paths.into_iter().flat_map(JsonPath::remarks);
    problems.extend(remarks.map(|remark| problem(&PATH_SYNTAX, location, remark)));
}

/// A reference path.
pub(super) fn reference(text: &str, location: &Location, problems: &mut Vec<Finding>) {
    match JsonPath::parse(text) {
        Err(message) => problems.push(problem(&INVALID_PATH, location, message)),
        Ok(path) if path.reference().is_none() => {
            let message = format!(
                "{} must be a reference path; use names and indexes only",
                excerpt(text, 0)
            );
            problems.push(problem(&INVALID_PATH, location, message));
        }
        Ok(_) => {}
    }
}

/// A path to write to: a reference path in the state's data.
pub(super) fn result_path(text: &str, location: &Location, problems: &mut Vec<Finding>) {
    let before = problems.len();
    reference(text, location, problems);
    if problems.len() > before {
        return;
    }
    if JsonPath::parse(text).is_ok_and(|path| *path.root() != Root::Data) {
        let message = format!(
            "{} is not in the state's data; start the path with `$.`",
            excerpt(text, 0)
        );
        problems.push(problem(&INVALID_PATH, location, message));
    }
}

/// A string of a JSONata state, which may be an expression.
pub(super) fn expression(text: &str, stage: Stage, location: &Location, problems: &mut Vec<Finding>) {
    let expression = match delimited(text) {
        Delimited::Text => {
            if text.trim_end().ends_with("%}") {
                let message = format!(
                    "{} ends with `%}}` but is a plain string; start an expression with `{{%`",
                    excerpt(text, 0)
                );
                problems.push(problem(&PLAIN_TEXT, location, message));
            }
            return;
        }
        Delimited::Unclosed => {
            problems.push(problem(
                &INVALID_EXPRESSION,
                location,
                format!(
                    "{} starts with `{{%` but does not end with `%}}`",
                    excerpt(text, 0)
                ),
            ));
            return;
        }
        Delimited::Expression(expression) => expression,
    };
    if let Some(message) = find_problem(expression) {
        problems.push(problem(&INVALID_EXPRESSION, location, message));
        return;
    }
    for field in states_fields(expression) {
        if !stage.offers().contains(&field) {
            let message = match field {
                "result" => {
                    "`$states.result` is available only in `Output` and `Assign` of a state that has a result"
                        .to_owned()
                }
                "errorOutput" => "`$states.errorOutput` is available only in `Catch`".to_owned(),
                other => {
                    let meant = did_you_mean(other, stage.offers().iter().copied());
                    format!("`$states` has no field `{other}`{meant}")
                }
            };
            problems.push(problem(&INVALID_EXPRESSION, location, message));
        }
    }
}

/// The names after `$states.` in an expression, outside of strings and comments.
fn states_fields(expression: &str) -> Vec<&str> {
    const STATES: &str = "$states.";
    let mut fields = Vec::new();
    let mut rest = expression;
    while let Some(c) = rest.chars().next() {
        if let Some(after) = rest.strip_prefix(STATES) {
            let end = after
                .find(|c: char| !(c.is_alphanumeric() || c == '_'))
                .unwrap_or(after.len());
            fields.extend((end > 0).then(|| &after[..end]));
            rest = &after[end..];
        } else if rest.starts_with("/*") {
            rest = rest.split_once("*/").map_or("", |(_, rest)| rest);
        } else {
            rest = &rest[c.len_utf8()..];
            if matches!(c, '\'' | '"' | '`') {
                rest = after_quote(rest, c);
            }
        }
    }
    fields
}

fn after_quote(text: &str, quote: char) -> &str {
    let mut characters = text.char_indices();
    while let Some((at, c)) = characters.next() {
        if c == '\\' {
            characters.next();
        } else if c == quote {
            return &text[at + 1..];
        }
    }
    ""
}

/// Variables to set.
pub(super) fn assign(
    variables: &JsonObject,
    language: QueryLanguage,
    stage: Stage,
    location: &Location,
    problems: &mut Vec<Finding>,
) {
    const MAX_NAME: usize = 80;
    for name in variables.keys() {
        let plain = match language {
            QueryLanguage::JsonPath => name.strip_suffix(".$").unwrap_or(name),
            QueryLanguage::Jsonata => name,
        };
        let mut characters = plain.chars();
        let well_formed = characters.next().is_some_and(char::is_alphabetic)
            && characters.all(|c| c.is_alphanumeric() || c == '_')
            && plain.chars().count() <= MAX_NAME;
        let here = location.field(name);
        if !well_formed {
            let message = format!(
                "`{plain}` is not a valid variable name; a name starts with a letter and has up to {MAX_NAME} letters, digits and underscores"
            );
            problems.push(problem(&VARIABLE_NAME, &here, message));
        }
        if plain == "states" {
            problems.push(problem(
                &VARIABLE_NAME,
                &here,
                "`states` is reserved; rename the variable",
            ));
        }
    }
    template(
        &Json::Object(variables.clone()),
        language,
        stage,
        location,
        problems,
    );
}
