//! Runs the states of a scope one after another: enters a state, runs it, computes its output, and goes to the next.

use std::{future::Future, pin::Pin, time::Duration};

use jiff::{SignedDuration, Timestamp};
use serde_json::json;

use crate::{
    model::{
        Choice, Data, ErrorName, Fail, Json, JsonObject, Kind, Scope, State, Test, Text, Transition, Wait,
    },
    run::{
        choice,
        context::Visit,
        data::{
            Completed, amount, assign, complete, complete_catch, complete_pass, effective_input, evaluate,
            evaluate_template, expect_small, text,
        },
        error::TaskError,
        map, parallel,
        paths::{self, Roots},
        recovery::Attempts,
        runtime::Runtime,
        task,
    },
};

/// A running branch.
pub(super) type BranchFuture<'w, T> = Pin<Box<dyn Future<Output = Result<T, TaskError>> + 'w>>;

/// The data that a branch carries from state to state.
#[derive(Debug, Clone)]
pub(super) struct Frame {
    /// Its variables, including those of the enclosing scopes. A branch can read them, but sets its own copies only.
    pub(super) variables: JsonObject,
    /// The ID of the last event.
    pub(super) previous: u64,
    /// The item of the enclosing Map state.
    pub(super) item: Option<Json>,
    /// Whether it runs in a child execution, whose events are not recorded.
    pub(super) is_child_execution: bool,
}

impl Frame {
    pub(super) fn new(variables: JsonObject, previous: u64) -> Self {
        Self {
            variables,
            previous,
            item: None,
            is_child_execution: false,
        }
    }

    pub(super) fn record(&mut self, runtime: &Runtime<'_>, event_type: &str, details: Json) {
        if !self.is_child_execution {
            self.previous = runtime.record(self.previous, event_type, details);
        }
    }
}

/// A scope that succeeded.
pub(super) struct Done {
    pub(super) output: Json,
    /// The ID of the last event.
    pub(super) previous: u64,
}

/// Runs `scope` on `input`.
pub(super) fn scope<'w>(
    runtime: &'w Runtime<'w>,
    scope: &'w Scope,
    input: Json,
    mut frame: Frame,
) -> BranchFuture<'w, Done> {
    Box::pin(async move {
        let mut name = scope.start_at.as_str();
        let mut data = input;
        loop {
            let Some((name_, state)) = scope.states.get_key_value(name) else {
                return Err(TaskError::runtime(format!("state `{name}` does not exist")));
            };
            let exit = visit(runtime, name_, state, data, &mut frame).await?;
            frame.variables.extend(exit.assigned);
            data = exit.output;
            match exit.next {
                Some(next) => name = next,
                None => {
                    return Ok(Done {
                        output: data,
                        previous: frame.previous,
                    });
                }
            }
        }
    })
}

/// The output of a state, the variables it sets, and the next state.
struct Exit<'w> {
    output: Json,
    assigned: JsonObject,
    next: Option<&'w str>,
}

async fn visit<'w>(
    runtime: &'w Runtime<'w>,
    name: &'w str,
    state: &'w State,
    input: Json,
    frame: &mut Frame,
) -> Result<Exit<'w>, TaskError> {
    let kind = state.kind.name();
    frame.record(
        runtime,
        &format!("{kind}StateEntered"),
        json!({ "name": name, "input": input }),
    );
    let visit = Visit {
        name,
        entered: runtime.timestamp().to_string(),
        retries: 0,
        token: None,
        item: frame.item.clone(),
    };
    let exit = match &state.kind {
        Kind::Task(_) | Kind::Parallel(_) | Kind::Map(_) => {
            run_with_recovery(runtime, state, input, visit, frame).await
        }
        Kind::Choice(choice) => choose(runtime, state, choice, &input, &visit, frame),
        Kind::Wait(wait) => {
            let length = wait_length(runtime, state, wait, &input, &visit, frame)?;
            runtime.sleep(length).await;
            complete(runtime, state, &input, None, &visit, frame).map(|completed| exit(completed, state))
        }
        Kind::Pass(pass) => {
            complete_pass(runtime, state, pass, &input, &visit, frame).map(|completed| exit(completed, state))
        }
        Kind::Succeed => {
            complete(runtime, state, &input, None, &visit, frame).map(|completed| exit(completed, state))
        }
        Kind::Fail(fail) => Err(fail_error(runtime, state, fail, &input, &visit, frame)),
    }?;
    expect_small(&exit.output, "output")?;
    let mut details = json!({ "name": name, "output": exit.output });
    if !exit.assigned.is_empty() {
        details["assignedVariables"] = Json::Object(exit.assigned.clone());
    }
    frame.record(runtime, &format!("{kind}StateExited"), details);
    Ok(exit)
}

fn exit(completed: Completed, state: &State) -> Exit<'_> {
    let next = match state.kind.transition() {
        Some(Transition::Next(next)) => Some(next.as_str()),
        Some(Transition::End) | None => None,
    };
    Exit {
        output: completed.output,
        assigned: completed.assigned,
        next,
    }
}

/// Task, Parallel and Map: runs the state until it succeeds, an error is caught, or no retrier matches.
async fn run_with_recovery<'w>(
    runtime: &'w Runtime<'w>,
    state: &'w State,
    input: Json,
    mut visit: Visit<'w>,
    frame: &mut Frame,
) -> Result<Exit<'w>, TaskError> {
    let mut attempts = state
        .kind
        .recovery()
        .map(|recovery| Attempts::new(recovery, &state.kind));
    loop {
        let error = match attempt(runtime, state, &input, &mut visit, frame).await {
            Ok(completed) => return Ok(exit(completed, state)),
            Err(error) => error,
        };
        let Some(attempts) = &mut attempts else {
            return Err(error);
        };
        let delay = attempts.retry(&error, &mut runtime.random.borrow_mut());
        if let Some(delay) = delay {
            runtime.sleep(delay).await;
            visit.retries += 1;
            continue;
        }
        let Some(catcher) = attempts.catch(&error) else {
            return Err(error);
        };
        let completed = complete_catch(runtime, state, catcher, &input, &error, &visit, frame)?;
        return Ok(Exit {
            output: completed.output,
            assigned: completed.assigned,
            next: Some(&catcher.next),
        });
    }
}

async fn attempt<'w>(
    runtime: &'w Runtime<'w>,
    state: &'w State,
    input: &Json,
    visit: &mut Visit<'w>,
    frame: &mut Frame,
) -> Result<Completed, TaskError> {
    if let Kind::Task(task) = &state.kind {
        visit.token = task
            .resource
            .ends_with(".waitForTaskToken")
            .then(|| runtime.random.borrow_mut().uuid());
    }
    let effective = effective_input(runtime, state, input, visit, frame)?;
    let result = match &state.kind {
        Kind::Task(task) => {
            expect_small(&effective, "input")?;
            task::task(runtime, task, state, input, effective, visit, frame).await?
        }
        Kind::Parallel(parallel) => parallel::parallel(runtime, parallel, &effective, frame).await?,
        Kind::Map(map) => map::map(runtime, map, state, input, effective, visit, frame).await?,
        _ => effective,
    };
    complete(runtime, state, input, Some(result), visit, frame)
}

fn choose<'w>(
    runtime: &Runtime<'_>,
    state: &'w State,
    choice_: &'w Choice,
    input: &Json,
    visit: &Visit<'_>,
    frame: &Frame,
) -> Result<Exit<'w>, TaskError> {
    let completed = complete(runtime, state, input, None, visit, frame);
    for rule in &choice_.rules {
        let holds = match &rule.test {
            Test::Condition(condition) => match evaluate(runtime, condition, input, &[], visit, frame)? {
                Json::Bool(holds) => holds,
                other => {
                    return Err(TaskError::query(format!(
                        "the condition must be true or false, not `{other}`"
                    )));
                }
            },
            Test::Comparison(comparison) => {
                let context = visit.context(runtime);
                let roots = Roots {
                    data: input,
                    context: &context,
                    variables: &frame.variables,
                };
                let Data::JsonPath(data) = &state.data else {
                    return Err(TaskError::runtime("a JSONata state has a comparison"));
                };
                let selected = paths::select(data.input_path.as_ref(), "InputPath", &roots)?;
                choice::holds(comparison, &roots.with(&selected))?
            }
        };
        if !holds {
            continue;
        }
        // `Assign` and `Output` of the state apply to `Default`; each rule has its own.
        let assigned = assign(rule.assign.as_ref(), |value| {
            evaluate_template(runtime, state, value, input, visit, frame)
        })?;
        let output = match (&rule.output, &state.data) {
            (Some(output), _) => evaluate(runtime, output, input, &[], visit, frame)?,
            (None, Data::Jsonata(data)) if data.output.is_none() => input.clone(),
            (None, _) => completed?.output,
        };
        return Ok(Exit {
            output,
            assigned,
            next: Some(&rule.next),
        });
    }
    let completed = completed?;
    let Some(default) = &choice_.default else {
        let cause = format!(
            "no rule of `{}` matches `{}`, and the state has no default",
            visit.name,
            paths::excerpt(input)
        );
        return Err(TaskError::new(ErrorName::NO_CHOICE_MATCHED, cause));
    };
    Ok(Exit {
        output: completed.output,
        assigned: completed.assigned,
        next: Some(default),
    })
}

fn wait_length(
    runtime: &Runtime<'_>,
    state: &State,
    wait: &Wait,
    input: &Json,
    visit: &Visit<'_>,
    frame: &Frame,
) -> Result<Duration, TaskError> {
    match wait {
        Wait::Seconds(seconds, _) => {
            let seconds = amount(runtime, state, seconds, "Seconds", input, visit, frame)?;
            Ok(Duration::from_secs(seconds))
        }
        Wait::Timestamp(timestamp, _) => {
            let text = text(runtime, state, timestamp, "Timestamp", input, visit, frame)?;
            let until: Timestamp = text.parse().map_err(|_| {
                let cause = format!("`{text}` is not a timestamp");
                match state.data {
                    Data::JsonPath(_) => TaskError::runtime(cause),
                    Data::Jsonata(_) => TaskError::query(cause),
                }
            })?;
            let length = until.duration_since(runtime.timestamp());
            // A time in the past does not wait.
            Ok(Duration::try_from(length.max(SignedDuration::ZERO)).unwrap_or_default())
        }
    }
}

fn fail_error(
    runtime: &Runtime<'_>,
    state: &State,
    fail: &Fail,
    input: &Json,
    visit: &Visit<'_>,
    frame: &Frame,
) -> TaskError {
    let part = |part: &Option<Text>, name: &str| match part {
        Some(part) => text(runtime, state, part, name, input, visit, frame),
        None => Ok(String::new()),
    };
    match (part(&fail.error, "Error"), part(&fail.cause, "Cause")) {
        (Ok(error), Ok(cause)) => TaskError::named(&error, cause),
        (Err(error), _) | (_, Err(error)) => error,
    }
}
