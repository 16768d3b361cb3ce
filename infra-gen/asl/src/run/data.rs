//! Input and output of a state, in either query language.

use std::time::Duration;

use serde_json::json;

use crate::{
    model::{Amount, Catcher, Data, ErrorName, Json, JsonObject, Kind, Pass, State, Text},
    read::MAX_SECONDS,
    run::{
        context::Visit,
        error::TaskError,
        jsonata::{self, Bindings},
        paths::{self, Roots},
        runtime::Runtime,
        state::Frame,
        variables,
    },
};

/// The service's limit for the input or output of a state, in bytes.
const MAX_PAYLOAD: usize = 256 * 1024;

/// The output of a state, and the variables that it sets.
pub(super) struct Completed {
    pub(super) output: Json,
    pub(super) assigned: JsonObject,
}

/// The input of the task, the branches or the items.
pub(super) fn effective_input(
    runtime: &Runtime<'_>,
    state: &State,
    input: &Json,
    visit: &Visit<'_>,
    frame: &Frame,
) -> Result<Json, TaskError> {
    match &state.data {
        Data::JsonPath(data) => {
            let context = visit.context(runtime);
            let roots = Roots {
                data: input,
                context: &context,
                variables: &frame.variables,
            };
            let selected = paths::select(data.input_path.as_ref(), "InputPath", &roots)?;
            runtime.inspect("afterInputPath", &selected);
            // In a Map state, `Parameters` is the former name of `ItemSelector`, not a template for the input.
            let effective = match &data.parameters {
                Some(parameters) if !matches!(state.kind, Kind::Map(_)) => {
                    paths::template(parameters, &roots.with(&selected), runtime)
                        .map_err(|error| error.in_field("Parameters"))?
                }
                _ => selected,
            };
            runtime.inspect("afterParameters", &effective);
            Ok(effective)
        }
        Data::Jsonata(data) => match &data.arguments {
            None => Ok(input.clone()),
            Some(arguments) => {
                let effective = evaluate(runtime, arguments, "Arguments", input, &[], visit, frame)?;
                runtime.inspect("afterArguments", &effective);
                Ok(effective)
            }
        },
    }
}

/// The output and variables of a state after it ran on `input`, with `result` if states of its type have one.
pub(super) fn complete(
    runtime: &Runtime<'_>,
    state: &State,
    input: &Json,
    result: Option<Json>,
    visit: &Visit<'_>,
    frame: &Frame,
) -> Result<Completed, TaskError> {
    match &state.data {
        Data::Jsonata(data) => {
            let extra: Vec<(&str, &Json)> = result.iter().map(|result| ("result", result)).collect();
            if let Some(result) = &result {
                runtime.inspect("result", result);
            }
            let assigned = assign(state.assign.as_ref(), frame, |value| {
                evaluate(runtime, value, "Assign", input, &extra, visit, frame)
            })?;
            let output = match &data.output {
                Some(output) => evaluate(runtime, output, "Output", input, &extra, visit, frame)?,
                None => result.unwrap_or_else(|| input.clone()),
            };
            Ok(Completed { output, assigned })
        }
        Data::JsonPath(data) => {
            let context = visit.context(runtime);
            let roots = Roots {
                data: input,
                context: &context,
                variables: &frame.variables,
            };
            let (assigned, combined) = if let Some(result) = result {
                let on_result = roots.with(&result);
                let assigned = assign(state.assign.as_ref(), frame, |value| {
                    paths::template(value, &on_result, runtime)
                })?;
                runtime.inspect("result", &result);
                let selected = match &data.result_selector {
                    Some(selector) => paths::template(selector, &on_result, runtime)
                        .map_err(|error| error.in_field("ResultSelector"))?,
                    None => result.clone(),
                };
                runtime.inspect("afterResultSelector", &selected);
                let combined = paths::put(data.result_path.as_ref(), input, selected)
                    .map_err(|error| error.in_field("ResultPath"))?;
                runtime.inspect("afterResultPath", &combined);
                (assigned, combined)
            } else {
                let selected = paths::select(data.input_path.as_ref(), "InputPath", &roots)?;
                let on_input = roots.with(&selected);
                let assigned = assign(state.assign.as_ref(), frame, |value| {
                    paths::template(value, &on_input, runtime)
                })?;
                (assigned, selected)
            };
            let output = paths::select(data.output_path.as_ref(), "OutputPath", &roots.with(&combined))?;
            Ok(Completed { output, assigned })
        }
    }
}

pub(super) fn complete_pass(
    runtime: &Runtime<'_>,
    state: &State,
    pass: &Pass,
    input: &Json,
    visit: &Visit<'_>,
    frame: &Frame,
) -> Result<Completed, TaskError> {
    match &state.data {
        Data::Jsonata(_) => complete(runtime, state, input, None, visit, frame),
        Data::JsonPath(_) => {
            let effective = effective_input(runtime, state, input, visit, frame)?;
            let result = pass.result.clone().unwrap_or(effective);
            complete(runtime, state, input, Some(result), visit, frame)
        }
    }
}

pub(super) fn complete_catch(
    runtime: &Runtime<'_>,
    state: &State,
    catcher: &Catcher,
    input: &Json,
    error: &TaskError,
    visit: &Visit<'_>,
    frame: &Frame,
) -> Result<Completed, TaskError> {
    let error = error.to_json();
    match &state.data {
        Data::Jsonata(_) => {
            let extra = [("errorOutput", &error)];
            let assigned = assign(catcher.assign.as_ref(), frame, |value| {
                evaluate(runtime, value, "Assign", input, &extra, visit, frame)
            })?;
            let output = match &catcher.output {
                Some(output) => evaluate(runtime, output, "Output", input, &extra, visit, frame)?,
                None => error,
            };
            Ok(Completed { output, assigned })
        }
        Data::JsonPath(_) => {
            let context = visit.context(runtime);
            let roots = Roots {
                data: &error,
                context: &context,
                variables: &frame.variables,
            };
            let assigned = assign(catcher.assign.as_ref(), frame, |value| {
                paths::template(value, &roots, runtime)
            })?;
            let output = paths::put(catcher.result_path.as_ref(), input, error.clone())
                .map_err(|error| error.in_field("ResultPath"))?;
            Ok(Completed { output, assigned })
        }
    }
}

pub(super) fn assign(
    templates: Option<&JsonObject>,
    frame: &Frame,
    evaluate: impl FnOnce(&Json) -> Result<Json, TaskError>,
) -> Result<JsonObject, TaskError> {
    match templates {
        None => Ok(JsonObject::new()),
        Some(templates) => {
            match evaluate(&Json::Object(templates.clone())).map_err(|error| error.in_field("Assign"))? {
                Json::Object(assigned) => {
                    variables::expect_small(&assigned, frame)?;
                    Ok(assigned)
                }
                _ => Ok(JsonObject::new()),
            }
        }
    }
}

/// Evaluates the template in the field `name` on the input, in the query language of the state.
pub(super) fn evaluate_template(
    runtime: &Runtime<'_>,
    state: &State,
    value: &Json,
    name: &'static str,
    input: &Json,
    visit: &Visit<'_>,
    frame: &Frame,
) -> Result<Json, TaskError> {
    match &state.data {
        Data::Jsonata(_) => evaluate(runtime, value, name, input, &[], visit, frame),
        Data::JsonPath(_) => {
            let context = visit.context(runtime);
            let roots = Roots {
                data: input,
                context: &context,
                variables: &frame.variables,
            };
            paths::template(value, &roots, runtime)
        }
    }
}

/// Evaluates the expressions in the field `name` of a JSONata state.
pub(super) fn evaluate(
    runtime: &Runtime<'_>,
    value: &Json,
    name: &'static str,
    input: &Json,
    extra: &[(&str, &Json)],
    visit: &Visit<'_>,
    frame: &Frame,
) -> Result<Json, TaskError> {
    let mut states = json!({ "input": input, "context": visit.context(runtime) });
    for (name, value) in extra {
        states[*name] = (*value).clone();
    }
    jsonata::template(
        value,
        name,
        &Bindings {
            states,
            variables: &frame.variables,
        },
        runtime,
    )
    .map_err(|error| error.in_field(name))
}

/// A number of seconds, possibly from a path or an expression. It must be positive.
pub(super) fn time_limit(
    runtime: &Runtime<'_>,
    state: &State,
    limit: &Amount,
    name: &'static str,
    input: &Json,
    visit: &Visit<'_>,
    frame: &Frame,
) -> Result<Duration, TaskError> {
    let seconds = amount(runtime, state, limit, name, input, visit, frame)?;
    if (1..=MAX_SECONDS).contains(&seconds) {
        return Ok(Duration::from_secs(seconds));
    }
    let cause = format!("`{name}` must be an integer from 1 to {MAX_SECONDS}, not {seconds}");
    Err(wrong_amount(limit, cause).in_field(name))
}

fn wrong_amount(amount: &Amount, cause: String) -> TaskError {
    match amount {
        Amount::Expression(_) => TaskError::query(cause),
        Amount::Number(_) | Amount::Path(_) => TaskError::runtime(cause),
    }
}

/// A non-negative integer, possibly from a path or an expression.
pub(super) fn amount(
    runtime: &Runtime<'_>,
    state: &State,
    amount: &Amount,
    name: &'static str,
    input: &Json,
    visit: &Visit<'_>,
    frame: &Frame,
) -> Result<u64, TaskError> {
    let value = amount_value(runtime, state, amount, name, input, visit, frame)?;
    // AWS accepts the text of an integer at a path.
    let number = match (&value, amount) {
        (Json::String(text), Amount::Path(_)) => text.parse().ok(),
        (other, _) => other.as_u64(),
    };
    number.ok_or_else(|| {
        let cause = format!("`{name}` must be a non-negative integer, not `{value}`");
        wrong_amount(amount, cause).in_field(name)
    })
}

/// The value of an amount, whatever its type.
pub(super) fn amount_value(
    runtime: &Runtime<'_>,
    state: &State,
    amount: &Amount,
    name: &'static str,
    input: &Json,
    visit: &Visit<'_>,
    frame: &Frame,
) -> Result<Json, TaskError> {
    match amount {
        Amount::Number(number) => Ok(Json::Number(number.clone())),
        Amount::Expression(text) => evaluate(
            runtime,
            &Json::from(text.as_str()),
            name,
            input,
            &[],
            visit,
            frame,
        ),
        Amount::Path(path) => {
            let context = visit.context(runtime);
            let roots = Roots {
                data: input,
                context: &context,
                variables: &frame.variables,
            };
            by_path(path, &format!("{name}Path"), state, &roots).map_err(|error| error.in_field(name))
        }
    }
}

pub(super) fn text(
    runtime: &Runtime<'_>,
    state: &State,
    text: &Text,
    name: &'static str,
    input: &Json,
    visit: &Visit<'_>,
    frame: &Frame,
) -> Result<String, TaskError> {
    let (value, fail): (Json, fn(String) -> TaskError) = match (text, &state.data) {
        (Text::Value(text), Data::JsonPath(_)) => return Ok(text.clone()),
        (Text::Value(text), Data::Jsonata(_)) => (
            evaluate(
                runtime,
                &Json::from(text.as_str()),
                name,
                input,
                &[],
                visit,
                frame,
            )?,
            TaskError::query,
        ),
        (Text::Path(path), _) => {
            let context = visit.context(runtime);
            let roots = Roots {
                data: input,
                context: &context,
                variables: &frame.variables,
            };
            if path.starts_with("States.") {
                (paths::dynamic(path, name, &roots, runtime)?, TaskError::runtime)
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
        other => Err(fail(format!("`{name}` must be a string, not `{other}`")).in_field(name)),
    }
}

/// The value at a path in the input after `InputPath`.
fn by_path(path: &str, name: &str, state: &State, roots: &Roots<'_>) -> Result<Json, TaskError> {
    match &state.data {
        Data::JsonPath(data) => {
            let selected = paths::select(data.input_path.as_ref(), "InputPath", roots)?;
            paths::field(path, name, &roots.with(&selected))
        }
        Data::Jsonata(_) => paths::field(path, name, roots),
    }
}

/// Fails if the result of a task is too large. The cause has AWS's words.
pub(super) fn expect_small_result(result: &Json, task: &str) -> Result<(), TaskError> {
    if is_small(result) {
        return Ok(());
    }
    let cause = format!(
        "The state/task '{task}' returned a result with a size exceeding the maximum number of bytes service limit."
    );
    Err(TaskError::new(ErrorName::DATA_LIMIT_EXCEEDED, cause))
}

pub(super) fn expect_small(payload: &Json, what: &str) -> Result<(), TaskError> {
    if is_small(payload) {
        return Ok(());
    }
    let cause =
        format!("the {what} has more than {MAX_PAYLOAD} bytes; store the data in S3 and pass its key");
    Err(TaskError::of_state(ErrorName::DATA_LIMIT_EXCEEDED, cause))
}

fn is_small(payload: &Json) -> bool {
    payload.to_string().len() <= MAX_PAYLOAD
}
