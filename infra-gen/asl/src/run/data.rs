//! How data enters and leaves a state, in either query language.

use serde_json::json;

use crate::{
    model::{Amount, Catcher, Data, ErrorName, Json, JsonObject, Kind, Pass, State, Text},
    run::{
        context::Visit,
        failure::TaskError,
        jsonata::{self, Bindings},
        paths::{self, Roots},
        state::Frame,
        world::World,
    },
};

/// The service's limit for what a state takes or gives, in bytes.
const MAX_PAYLOAD: usize = 256 * 1024;

/// A state's data on its way out.
pub(super) struct Settled {
    pub(super) output: Json,
    pub(super) assigned: JsonObject,
}

/// What the task, the branches or the items are given.
pub(super) fn effective_input(
    world: &World<'_>,
    state: &State,
    input: &Json,
    visit: &Visit<'_>,
    frame: &Frame,
) -> Result<Json, TaskError> {
    match &state.data {
        Data::JsonPath(data) => {
            let context = visit.context(world);
            let roots = Roots {
                data: input,
                context: &context,
                variables: &frame.variables,
            };
            let selected = paths::select(data.input_path.as_ref(), "InputPath", &roots)?;
            // The former name of a Map state's `ItemSelector` is no template for its input.
            match &data.parameters {
                Some(parameters) if !matches!(state.kind, Kind::Map(_)) => {
                    paths::template(parameters, &roots.with(&selected), world)
                }
                _ => Ok(selected),
            }
        }
        Data::Jsonata(data) => match &data.arguments {
            None => Ok(input.clone()),
            Some(arguments) => evaluate(world, arguments, input, &[], visit, frame),
        },
    }
}

/// The output and the variables of a state that has done its work: on `input`, with `result` if its kind has one.
pub(super) fn settle(
    world: &World<'_>,
    state: &State,
    input: &Json,
    result: Option<Json>,
    visit: &Visit<'_>,
    frame: &Frame,
) -> Result<Settled, TaskError> {
    match &state.data {
        Data::Jsonata(data) => {
            let extra: Vec<(&str, &Json)> = result.iter().map(|result| ("result", result)).collect();
            let assigned = assign(state.assign.as_ref(), |value| {
                evaluate(world, value, input, &extra, visit, frame)
            })?;
            let output = match &data.output {
                Some(output) => evaluate(world, output, input, &extra, visit, frame)?,
                None => result.unwrap_or_else(|| input.clone()),
            };
            Ok(Settled { output, assigned })
        }
        Data::JsonPath(data) => {
            let context = visit.context(world);
            let roots = Roots {
                data: input,
                context: &context,
                variables: &frame.variables,
            };
            let (assigned, combined) = if let Some(result) = result {
                let on_result = roots.with(&result);
                let assigned = assign(state.assign.as_ref(), |value| {
                    paths::template(value, &on_result, world)
                })?;
                let selected = match &data.result_selector {
                    Some(selector) => paths::template(selector, &on_result, world)?,
                    None => result.clone(),
                };
                (assigned, paths::put(data.result_path.as_ref(), input, selected)?)
            } else {
                let selected = paths::select(data.input_path.as_ref(), "InputPath", &roots)?;
                let on_input = roots.with(&selected);
                let assigned = assign(state.assign.as_ref(), |value| {
                    paths::template(value, &on_input, world)
                })?;
                (assigned, selected)
            };
            let output = paths::select(data.output_path.as_ref(), "OutputPath", &roots.with(&combined))?;
            Ok(Settled { output, assigned })
        }
    }
}

pub(super) fn passed(
    world: &World<'_>,
    state: &State,
    pass: &Pass,
    input: &Json,
    visit: &Visit<'_>,
    frame: &Frame,
) -> Result<Settled, TaskError> {
    match &state.data {
        Data::Jsonata(_) => settle(world, state, input, None, visit, frame),
        Data::JsonPath(_) => {
            let effective = effective_input(world, state, input, visit, frame)?;
            let result = pass.result.clone().unwrap_or(effective);
            settle(world, state, input, Some(result), visit, frame)
        }
    }
}

pub(super) fn caught(
    world: &World<'_>,
    state: &State,
    catcher: &Catcher,
    input: &Json,
    error: &TaskError,
    visit: &Visit<'_>,
    frame: &Frame,
) -> Result<Settled, TaskError> {
    let error = error.to_json();
    match &state.data {
        Data::Jsonata(_) => {
            let extra = [("errorOutput", &error)];
            let assigned = assign(catcher.assign.as_ref(), |value| {
                evaluate(world, value, input, &extra, visit, frame)
            })?;
            let output = match &catcher.output {
                Some(output) => evaluate(world, output, input, &extra, visit, frame)?,
                None => error,
            };
            Ok(Settled { output, assigned })
        }
        Data::JsonPath(_) => {
            let context = visit.context(world);
            let roots = Roots {
                data: &error,
                context: &context,
                variables: &frame.variables,
            };
            let assigned = assign(catcher.assign.as_ref(), |value| {
                paths::template(value, &roots, world)
            })?;
            let output = paths::put(catcher.result_path.as_ref(), input, error.clone())?;
            Ok(Settled { output, assigned })
        }
    }
}

pub(super) fn assign(
    variables: Option<&JsonObject>,
    evaluate: impl FnOnce(&Json) -> Result<Json, TaskError>,
) -> Result<JsonObject, TaskError> {
    match variables {
        None => Ok(JsonObject::new()),
        Some(variables) => match evaluate(&Json::Object(variables.clone()))? {
            Json::Object(assigned) => Ok(assigned),
            _ => Ok(JsonObject::new()),
        },
    }
}

/// A template in the state's own language, on its input.
pub(super) fn in_language(
    world: &World<'_>,
    state: &State,
    value: &Json,
    input: &Json,
    visit: &Visit<'_>,
    frame: &Frame,
) -> Result<Json, TaskError> {
    match &state.data {
        Data::Jsonata(_) => evaluate(world, value, input, &[], visit, frame),
        Data::JsonPath(_) => {
            let context = visit.context(world);
            let roots = Roots {
                data: input,
                context: &context,
                variables: &frame.variables,
            };
            paths::template(value, &roots, world)
        }
    }
}

pub(super) fn evaluate(
    world: &World<'_>,
    value: &Json,
    input: &Json,
    extra: &[(&str, &Json)],
    visit: &Visit<'_>,
    frame: &Frame,
) -> Result<Json, TaskError> {
    let mut states = json!({ "input": input, "context": visit.context(world) });
    for (name, value) in extra {
        states[*name] = (*value).clone();
    }
    jsonata::template(
        value,
        &Bindings {
            states,
            variables: &frame.variables,
        },
        world,
    )
}

/// A whole number that may come from elsewhere.
pub(super) fn amount(
    world: &World<'_>,
    state: &State,
    amount: &Amount,
    name: &str,
    input: &Json,
    visit: &Visit<'_>,
    frame: &Frame,
) -> Result<u64, TaskError> {
    let (value, fail): (Json, fn(String) -> TaskError) = match amount {
        Amount::Number(number) => (Json::Number(number.clone()), TaskError::runtime),
        Amount::Expression(text) => (
            evaluate(world, &Json::from(text.as_str()), input, &[], visit, frame)?,
            TaskError::query,
        ),
        Amount::Path(path) => {
            let context = visit.context(world);
            let roots = Roots {
                data: input,
                context: &context,
                variables: &frame.variables,
            };
            (
                by_path(path, &format!("{name}Path"), state, &roots)?,
                TaskError::runtime,
            )
        }
    };
    value
        .as_u64()
        .ok_or_else(|| fail(format!("`{name}` is a whole number of at least 0, not `{value}`")))
}

pub(super) fn text(
    world: &World<'_>,
    state: &State,
    text: &Text,
    name: &str,
    input: &Json,
    visit: &Visit<'_>,
    frame: &Frame,
) -> Result<String, TaskError> {
    let (value, fail): (Json, fn(String) -> TaskError) = match (text, &state.data) {
        (Text::Value(text), Data::JsonPath(_)) => return Ok(text.clone()),
        (Text::Value(text), Data::Jsonata(_)) => (
            evaluate(world, &Json::from(text.as_str()), input, &[], visit, frame)?,
            TaskError::query,
        ),
        (Text::Path(path), _) => {
            let context = visit.context(world);
            let roots = Roots {
                data: input,
                context: &context,
                variables: &frame.variables,
            };
            if path.starts_with("States.") {
                (paths::dynamic(path, name, &roots, world)?, TaskError::runtime)
            } else {
                (
                    by_path(path, &format!("{name}Path"), state, &roots)?,
                    TaskError::runtime,
                )
            }
        }
    };
    match value {
        Json::String(text) => Ok(text),
        other => Err(fail(format!("`{name}` is a text, not `{other}`"))),
    }
}

/// What a field that is a path finds in the state's input, as `InputPath` leaves it.
fn by_path(path: &str, name: &str, state: &State, roots: &Roots<'_>) -> Result<Json, TaskError> {
    match &state.data {
        Data::JsonPath(data) => {
            let selected = paths::select(data.input_path.as_ref(), "InputPath", roots)?;
            paths::field(path, name, &roots.with(&selected))
        }
        Data::Jsonata(_) => paths::field(path, name, roots),
    }
}

pub(super) fn expect_small(payload: &Json, what: &str) -> Result<(), TaskError> {
    let size = payload.to_string().len();
    if size <= MAX_PAYLOAD {
        return Ok(());
    }
    let cause = format!(
        "the {what} has {size} bytes, and a state carries {MAX_PAYLOAD}; keep data in S3 and pass its key"
    );
    Err(TaskError::new(ErrorName::DATA_LIMIT_EXCEEDED, cause))
}
