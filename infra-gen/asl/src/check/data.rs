//! Paths, expressions and templates: that each is well-formed, and uses what there is at its place.

use crate::{
    model::{Data, Json, JsonObject, Nullable, QueryLanguage},
    problem::{Place, Problem, did_you_mean},
    query::{Delimited, Intrinsic, JsonPath, Root, delimited, excerpt, misuse},
};

/// What has happened by the time an expression is evaluated; it decides what `$states` holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    /// Nothing yet.
    Before,
    /// The state worked and has a result.
    Done,
    /// The state failed and was caught.
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

/// The data fields that every kind of state may have. `works`: the state has a result of its own.
pub(super) fn fields(data: &Data, works: bool, place: &Place, problems: &mut Vec<Problem>) {
    match data {
        Data::JsonPath(data) => {
            let selections = [("InputPath", &data.input_path), ("OutputPath", &data.output_path)];
            for (name, selection) in selections {
                if let Some(Nullable::Path(text)) = selection {
                    path(text, &place.field(name), problems);
                }
            }
            if let Some(Nullable::Path(text)) = &data.result_path {
                result_path(text, &place.field("ResultPath"), problems);
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
                        &place.field(name),
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
                    &place.field("Arguments"),
                    problems,
                );
            }
            if let Some(output) = &data.output {
                template(
                    output,
                    QueryLanguage::Jsonata,
                    after(works),
                    &place.field("Output"),
                    problems,
                );
            }
        }
    }
}

/// When the output of a state is made.
pub(super) fn after(works: bool) -> Stage {
    if works { Stage::Done } else { Stage::Before }
}

/// A value with expressions (JSONata) or with names that end in `.$` (JSONPath).
pub(super) fn template(
    value: &Json,
    language: QueryLanguage,
    stage: Stage,
    place: &Place,
    problems: &mut Vec<Problem>,
) {
    match (value, language) {
        (Json::Object(entries), _) => {
            for (name, value) in entries {
                let here = place.field(name);
                match (name.strip_suffix(".$"), language) {
                    (Some(plain), QueryLanguage::JsonPath) => {
                        if entries.contains_key(plain) {
                            let message =
                                format!("`{plain}` and `{name}` would be the same field; drop one of them");
                            problems.push(Problem::new(&here, message));
                        }
                        dynamic(value, &here, problems);
                    }
                    _ => template(value, language, stage, &here, problems),
                }
            }
        }
        (Json::Array(items), _) => {
            for (i, item) in items.iter().enumerate() {
                template(item, language, stage, &place.index(i), problems);
            }
        }
        (Json::String(text), QueryLanguage::Jsonata) => expression(text, stage, place, problems),
        _ => {}
    }
}

/// What a field whose name ends in `.$` holds: a path or an intrinsic function.
fn dynamic(value: &Json, place: &Place, problems: &mut Vec<Problem>) {
    match value {
        Json::String(text) => path_or_intrinsic(text, place, problems),
        other => problems.push(Problem::new(
            place,
            format!("a name that ends in `.$` holds a path or an intrinsic function, not `{other}`"),
        )),
    }
}

pub(super) fn path_or_intrinsic(text: &str, place: &Place, problems: &mut Vec<Problem>) {
    if Intrinsic::is_meant(text) {
        if let Err(message) = Intrinsic::parse(text) {
            problems.push(Problem::new(place, message));
        }
    } else {
        path(text, place, problems);
    }
}

pub(super) fn path(text: &str, place: &Place, problems: &mut Vec<Problem>) {
    if let Err(message) = JsonPath::parse(text) {
        problems.push(Problem::new(place, message));
    }
}

/// A path that names one place in the data.
pub(super) fn reference(text: &str, place: &Place, problems: &mut Vec<Problem>) {
    match JsonPath::parse(text) {
        Err(message) => problems.push(Problem::new(place, message)),
        Ok(path) if path.reference().is_none() => {
            let message = format!(
                "{} may find many places, and one is wanted: use names and indexes only",
                excerpt(text, 0)
            );
            problems.push(Problem::new(place, message));
        }
        Ok(_) => {}
    }
}

/// A path to write to: one place in the state's own data.
pub(super) fn result_path(text: &str, place: &Place, problems: &mut Vec<Problem>) {
    let before = problems.len();
    reference(text, place, problems);
    if problems.len() > before {
        return;
    }
    if JsonPath::parse(text).is_ok_and(|path| *path.root() != Root::Data) {
        let message = format!(
            "{} is not within the state's data; begin with `$.`",
            excerpt(text, 0)
        );
        problems.push(Problem::new(place, message));
    }
}

/// A text of a JSONata state, which may be an expression.
pub(super) fn expression(text: &str, stage: Stage, place: &Place, problems: &mut Vec<Problem>) {
    let expression = match delimited(text) {
        Delimited::Text => return,
        Delimited::Unclosed => {
            problems.push(Problem::new(
                place,
                format!(
                    "{} begins with `{{%` and does not end with `%}}`",
                    excerpt(text, 0)
                ),
            ));
            return;
        }
        Delimited::Expression(expression) => expression,
    };
    if let Some(message) = misuse(expression) {
        problems.push(Problem::new(place, message));
        return;
    }
    for field in states_fields(expression) {
        if !stage.offers().contains(&field) {
            let message = match field {
                "result" => {
                    "`$states.result` is there once the state has worked, in `Output` and `Assign`".to_owned()
                }
                "errorOutput" => "`$states.errorOutput` is there in a catcher only".to_owned(),
                other => {
                    let meant = did_you_mean(other, stage.offers().iter().copied());
                    format!("`$states` has no `{other}`{meant}")
                }
            };
            problems.push(Problem::new(place, message));
        }
    }
}

/// The names that follow `$states.` in an expression, outside its texts and comments.
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
    place: &Place,
    problems: &mut Vec<Problem>,
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
        let here = place.field(name);
        if !well_formed {
            let message = format!(
                "`{plain}` is no variable: a name begins with a letter and has up to {MAX_NAME} letters, digits and `_`"
            );
            problems.push(Problem::new(&here, message));
        }
        if plain == "states" {
            problems.push(Problem::new(
                &here,
                "`states` is reserved; give the variable another name",
            ));
        }
    }
    template(&Json::Object(variables.clone()), language, stage, place, problems);
}
