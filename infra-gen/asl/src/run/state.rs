//! Goes from state to state: enters one, lets it do what its kind does, moves its data, and leaves it for the next.

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
            Settled, amount, assign, caught, effective_input, evaluate, expect_small, in_language, passed,
            settle, text,
        },
        failure::TaskError,
        map, parallel,
        paths::{self, Roots},
        recovery::Attempts,
        task,
        world::World,
    },
};

/// A branch under way.
pub(super) type Running<'w, T> = Pin<Box<dyn Future<Output = Result<T, TaskError>> + 'w>>;

/// What a branch carries from state to state.
#[derive(Debug, Clone)]
pub(super) struct Frame {
    /// Its variables, those of the scopes around it included: a branch reads them, and sets only its own.
    pub(super) variables: JsonObject,
    /// The event that came last.
    pub(super) previous: u64,
    /// The item of the Map state around it.
    pub(super) item: Option<Json>,
    /// Whether it runs in an execution of its own, whose history is not this one's.
    pub(super) apart: bool,
}

impl Frame {
    pub(super) fn new(variables: JsonObject, previous: u64) -> Self {
        Self {
            variables,
            previous,
            item: None,
            apart: false,
        }
    }

    pub(super) fn record(&mut self, world: &World<'_>, event_type: &str, details: Json) {
        if !self.apart {
            self.previous = world.record(self.previous, event_type, details);
        }
    }
}

/// A scope that ended well.
pub(super) struct Done {
    pub(super) output: Json,
    /// The event that came last.
    pub(super) previous: u64,
}

/// Runs `scope` on `input`.
pub(super) fn scope<'w>(
    world: &'w World<'w>,
    scope: &'w Scope,
    input: Json,
    mut frame: Frame,
) -> Running<'w, Done> {
    Box::pin(async move {
        let mut name = scope.start_at.as_str();
        let mut data = input;
        loop {
            let Some((name_, state)) = scope.states.get_key_value(name) else {
                return Err(TaskError::runtime(format!("there is no state `{name}`")));
            };
            let left = visit(world, name_, state, data, &mut frame).await?;
            frame.variables.extend(left.assigned);
            data = left.output;
            match left.next {
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

/// What a state leaves behind.
struct Left<'w> {
    output: Json,
    assigned: JsonObject,
    next: Option<&'w str>,
}

async fn visit<'w>(
    world: &'w World<'w>,
    name: &'w str,
    state: &'w State,
    input: Json,
    frame: &mut Frame,
) -> Result<Left<'w>, TaskError> {
    let kind = state.kind.name();
    frame.record(
        world,
        &format!("{kind}StateEntered"),
        json!({ "name": name, "input": input }),
    );
    let visit = Visit {
        name,
        entered: world.timestamp().to_string(),
        retries: 0,
        token: None,
        item: frame.item.clone(),
    };
    let left = match &state.kind {
        Kind::Task(_) | Kind::Parallel(_) | Kind::Map(_) => work(world, state, input, visit, frame).await,
        Kind::Choice(choice) => choose(world, state, choice, &input, &visit, frame),
        Kind::Wait(wait) => {
            let length = wait_length(world, state, wait, &input, &visit, frame)?;
            world.sleep(length).await;
            settle(world, state, &input, None, &visit, frame).map(|settled| onwards(settled, state))
        }
        Kind::Pass(pass) => {
            passed(world, state, pass, &input, &visit, frame).map(|settled| onwards(settled, state))
        }
        Kind::Succeed => {
            settle(world, state, &input, None, &visit, frame).map(|settled| onwards(settled, state))
        }
        Kind::Fail(fail) => Err(failure(world, state, fail, &input, &visit, frame)),
    }?;
    expect_small(&left.output, "output")?;
    let mut details = json!({ "name": name, "output": left.output });
    if !left.assigned.is_empty() {
        details["assignedVariables"] = Json::Object(left.assigned.clone());
    }
    frame.record(world, &format!("{kind}StateExited"), details);
    Ok(left)
}

fn onwards(settled: Settled, state: &State) -> Left<'_> {
    let next = match state.kind.transition() {
        Some(Transition::Next(next)) => Some(next.as_str()),
        Some(Transition::End) | None => None,
    };
    Left {
        output: settled.output,
        assigned: settled.assigned,
        next,
    }
}

/// Task, Parallel and Map: tried until it works, is caught, or fails.
async fn work<'w>(
    world: &'w World<'w>,
    state: &'w State,
    input: Json,
    mut visit: Visit<'w>,
    frame: &mut Frame,
) -> Result<Left<'w>, TaskError> {
    let mut attempts = state
        .kind
        .recovery()
        .map(|recovery| Attempts::new(recovery, &state.kind));
    loop {
        let error = match attempt(world, state, &input, &mut visit, frame).await {
            Ok(settled) => return Ok(onwards(settled, state)),
            Err(error) => error,
        };
        let Some(attempts) = &mut attempts else {
            return Err(error);
        };
        let delay = attempts.retry(&error, &mut world.random.borrow_mut());
        if let Some(delay) = delay {
            world.sleep(delay).await;
            visit.retries += 1;
            continue;
        }
        let Some(catcher) = attempts.catch(&error) else {
            return Err(error);
        };
        let settled = caught(world, state, catcher, &input, &error, &visit, frame)?;
        return Ok(Left {
            output: settled.output,
            assigned: settled.assigned,
            next: Some(&catcher.next),
        });
    }
}

async fn attempt<'w>(
    world: &'w World<'w>,
    state: &'w State,
    input: &Json,
    visit: &mut Visit<'w>,
    frame: &mut Frame,
) -> Result<Settled, TaskError> {
    if let Kind::Task(task) = &state.kind {
        visit.token = task
            .resource
            .ends_with(".waitForTaskToken")
            .then(|| world.random.borrow_mut().uuid());
    }
    let effective = effective_input(world, state, input, visit, frame)?;
    let result = match &state.kind {
        Kind::Task(task) => {
            expect_small(&effective, "input")?;
            task::task(world, task, state, input, effective, visit, frame).await?
        }
        Kind::Parallel(parallel) => parallel::parallel(world, parallel, &effective, frame).await?,
        Kind::Map(map) => map::map(world, map, state, input, effective, visit, frame).await?,
        _ => effective,
    };
    settle(world, state, input, Some(result), visit, frame)
}

fn choose<'w>(
    world: &World<'_>,
    state: &'w State,
    choice_: &'w Choice,
    input: &Json,
    visit: &Visit<'_>,
    frame: &Frame,
) -> Result<Left<'w>, TaskError> {
    let settled = settle(world, state, input, None, visit, frame);
    for rule in &choice_.rules {
        let holds = match &rule.test {
            Test::Condition(condition) => match evaluate(world, condition, input, &[], visit, frame)? {
                Json::Bool(holds) => holds,
                other => {
                    return Err(TaskError::query(format!(
                        "the condition gives `{other}`, not true or false"
                    )));
                }
            },
            Test::Comparison(comparison) => {
                let context = visit.context(world);
                let roots = Roots {
                    data: input,
                    context: &context,
                    variables: &frame.variables,
                };
                let Data::JsonPath(data) = &state.data else {
                    return Err(TaskError::runtime("a comparison stands in a JSONata state"));
                };
                let selected = paths::select(data.input_path.as_ref(), "InputPath", &roots)?;
                choice::holds(comparison, &roots.with(&selected))?
            }
        };
        if !holds {
            continue;
        }
        // The state's own `Assign` and `Output` are for its `Default`; a rule has its own.
        let assigned = assign(rule.assign.as_ref(), |value| {
            in_language(world, state, value, input, visit, frame)
        })?;
        let output = match (&rule.output, &state.data) {
            (Some(output), _) => evaluate(world, output, input, &[], visit, frame)?,
            (None, Data::Jsonata(data)) if data.output.is_none() => input.clone(),
            (None, _) => settled?.output,
        };
        return Ok(Left {
            output,
            assigned,
            next: Some(&rule.next),
        });
    }
    let settled = settled?;
    let Some(default) = &choice_.default else {
        let cause = format!(
            "no rule of `{}` holds for `{}`, and it has no default",
            visit.name,
            paths::excerpt(input)
        );
        return Err(TaskError::new(ErrorName::NO_CHOICE_MATCHED, cause));
    };
    Ok(Left {
        output: settled.output,
        assigned: settled.assigned,
        next: Some(default),
    })
}

fn wait_length(
    world: &World<'_>,
    state: &State,
    wait: &Wait,
    input: &Json,
    visit: &Visit<'_>,
    frame: &Frame,
) -> Result<Duration, TaskError> {
    match wait {
        Wait::Seconds(seconds, _) => {
            let seconds = amount(world, state, seconds, "Seconds", input, visit, frame)?;
            Ok(Duration::from_secs(seconds))
        }
        Wait::Timestamp(timestamp, _) => {
            let text = text(world, state, timestamp, "Timestamp", input, visit, frame)?;
            let until: Timestamp = text.parse().map_err(|_| {
                let cause = format!("`{text}` is no timestamp");
                match state.data {
                    Data::JsonPath(_) => TaskError::runtime(cause),
                    Data::Jsonata(_) => TaskError::query(cause),
                }
            })?;
            let length = until.duration_since(world.timestamp());
            // A point in time that has passed is not waited for.
            Ok(Duration::try_from(length.max(SignedDuration::ZERO)).unwrap_or_default())
        }
    }
}

fn failure(
    world: &World<'_>,
    state: &State,
    fail: &Fail,
    input: &Json,
    visit: &Visit<'_>,
    frame: &Frame,
) -> TaskError {
    let part = |part: &Option<Text>, name: &str| match part {
        Some(part) => text(world, state, part, name, input, visit, frame),
        None => Ok(String::new()),
    };
    match (part(&fail.error, "Error"), part(&fail.cause, "Cause")) {
        (Ok(error), Ok(cause)) => TaskError::named(&error, cause),
        (Err(error), _) | (_, Err(error)) => error,
    }
}
