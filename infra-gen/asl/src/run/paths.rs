//! Evaluates the paths, intrinsic functions and payload templates of JSONPath states.
//!
//! A definite path that finds nothing fails with `States.Runtime`, which cannot be caught: in a template, and in a field that
//! is a path itself (`InputPath`, `Variable`, `SecondsPath`). An indefinite path gives an empty array.

use crate::{
    model::{ErrorName, Json, JsonObject, Nullable},
    query::{self, Argument, Intrinsic, JsonPath, Root, Segment},
    run::{error::TaskError, intrinsics, runtime::Runtime},
};

/// The values at which a path can start.
pub(super) struct Roots<'a> {
    pub(super) data: &'a Json,
    pub(super) context: &'a Json,
    pub(super) variables: &'a JsonObject,
}

impl Roots<'_> {
    /// The same roots with other data.
    pub(super) fn with<'b>(&'b self, data: &'b Json) -> Roots<'b> {
        Roots {
            data,
            context: self.context,
            variables: self.variables,
        }
    }
}

/// The value at `path`.
pub(super) fn find(path: &JsonPath, roots: &Roots<'_>) -> Option<Json> {
    match path.root() {
        Root::Data => path.find(roots.data),
        Root::Context => path.find(roots.context),
        Root::Variable(name) => path.find(roots.variables.get(name)?),
    }
}

/// The value at the path in the field `name`.
pub(super) fn field(text: &str, name: &str, roots: &Roots<'_>) -> Result<Json, TaskError> {
    let path = JsonPath::parse(text).map_err(TaskError::runtime)?;
    find(&path, roots).ok_or_else(|| {
        TaskError::runtime(format!(
            "the path `{text}` of `{name}` finds nothing in `{}`",
            excerpt(roots.data)
        ))
    })
}

/// `InputPath` or `OutputPath`.
pub(super) fn select(
    selection: Option<&Nullable>,
    name: &'static str,
    roots: &Roots<'_>,
) -> Result<Json, TaskError> {
    match selection {
        None => Ok(roots.data.clone()),
        Some(Nullable::Null) => Ok(Json::Object(JsonObject::new())),
        Some(Nullable::Path(path)) => field(path, name, roots).map_err(|error| error.in_field(name)),
    }
}

/// Evaluates a payload template: a field `name.$` becomes `name` with the value of its path or function.
pub(super) fn template(value: &Json, roots: &Roots<'_>, runtime: &Runtime<'_>) -> Result<Json, TaskError> {
    match value {
        Json::Object(entries) => {
            let entries = entries
                .iter()
                .map(|(name, entry)| match (name.strip_suffix(".$"), entry) {
                    (Some(plain), Json::String(text)) => {
                        Ok((plain.to_owned(), dynamic(text, name, roots, runtime)?))
                    }
                    _ => Ok((name.clone(), template(entry, roots, runtime)?)),
                });
            entries
                .collect::<Result<JsonObject, TaskError>>()
                .map(Json::Object)
        }
        Json::Array(items) => items.iter().map(|item| template(item, roots, runtime)).collect(),
        other => Ok(other.clone()),
    }
}

/// A path or an intrinsic function in the field `name`.
pub(super) fn dynamic(
    text: &str,
    name: &str,
    roots: &Roots<'_>,
    runtime: &Runtime<'_>,
) -> Result<Json, TaskError> {
    if Intrinsic::looks_like_call(text) {
        let fail = |message: String| TaskError::of_state(ErrorName::INTRINSIC_FAILURE, message);
        let intrinsic = Intrinsic::parse(text).map_err(fail)?;
        return evaluate(&intrinsic, roots, runtime)
            .map_err(|message| fail(format!("{} failed: {message}", query::excerpt(text, 0))));
    }
    field(text, name, roots)
}

fn evaluate(intrinsic: &Intrinsic, roots: &Roots<'_>, runtime: &Runtime<'_>) -> Result<Json, String> {
    let arguments = intrinsic.arguments.iter().map(|argument| match argument {
        Argument::Literal(literal) => Ok(literal.clone()),
        Argument::Call(call) => evaluate(call, roots, runtime),
        Argument::Path(path) => {
            find(path, roots).ok_or_else(|| format!("a path finds nothing in `{}`", excerpt(roots.data)))
        }
    });
    let arguments: Vec<Json> = arguments.collect::<Result<_, _>>()?;
    intrinsics::call(intrinsic.function, &arguments, &mut runtime.random.borrow_mut())
}

/// Writes `result` into `input` at `ResultPath`.
pub(super) fn put(selection: Option<&Nullable>, input: &Json, result: Json) -> Result<Json, TaskError> {
    let text = match selection {
        None => return Ok(result),
        Some(Nullable::Null) => return Ok(input.clone()),
        Some(Nullable::Path(text)) => text,
    };
    let path = JsonPath::parse(text).map_err(TaskError::runtime)?;
    let steps = path
        .reference()
        .ok_or_else(|| TaskError::runtime(format!("`{text}` is not a reference path")))?;
    let mut output = input.clone();
    let mut location = &mut output;
    for step in steps {
        let next = match (step, location) {
            (Segment::Name(name), Json::Object(object)) => object
                .entry(name.as_str())
                .or_insert_with(|| Json::Object(JsonObject::new())),
            (Segment::Index(index), Json::Array(items)) if *index < items.len() => &mut items[*index],
            _ => {
                let cause = format!("the result cannot be written to `{text}` in `{}`", excerpt(input));
                return Err(TaskError::of_state(ErrorName::RESULT_PATH_MATCH_FAILURE, cause));
            }
        };
        location = next;
    }
    *location = result;
    Ok(output)
}

/// The start of a document, for error causes.
pub(super) fn excerpt(value: &Json) -> String {
    const LONGEST: usize = 200;
    let text = value.to_string();
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn missing_objects_on_the_result_path_are_created() {
        check(
            "$.a.b.c",
            &json!({ "x": 1 }),
            &Ok(json!({ "x": 1, "a": { "b": { "c": "r" } } })),
        );
        check("$.x", &json!({ "x": 1 }), &Ok(json!({ "x": "r" })));
        check(
            "$.list[1]",
            &json!({ "list": [1, 2] }),
            &Ok(json!({ "list": [1, "r"] })),
        );
        check("$", &json!({ "x": 1 }), &Ok(json!("r")));
    }

    #[test]
    fn a_result_path_that_does_not_match_the_input_fails() {
        let error = Err(ErrorName::RESULT_PATH_MATCH_FAILURE);
        check("$.x.y", &json!({ "x": 1 }), &error);
        check("$.list[2]", &json!({ "list": [1, 2] }), &error);
        check("$.x", &json!("text"), &error);
    }

    #[track_caller]
    fn check(path: &str, input: &Json, wanted: &Result<Json, ErrorName>) {
        let path = Nullable::Path(path.to_owned());
        let put = put(Some(&path), input, json!("r")).map_err(|error| error.error);
        assert_eq!(put, *wanted, "{path:?}");
    }
}
