//! Runs the states of a scope one after another: enters a state, runs it, computes its output, and goes to the next.

use std::{cell::Cell, future::Future, pin::Pin, rc::Rc, time::Duration};

use jiff::SignedDuration;
use serde_json::json;

use crate::{
    model::{
        Choice, Data, ErrorName, ExecutionType, Fail, Json, JsonObject, Kind, Scope, State, Test, Text,
        Transition, Wait,
    },
    run::{
        EXPRESS_LIMIT,
        branch::Branch,
        choice,
        context::Visit,
        coverage::Way,
        data::{
            Completed, amount, assign, complete, complete_catch, complete_pass, effective_input, evaluate,
            evaluate_template, expect_small, text,
        },
        error::{Report, TaskError},
        history,
        inspection::Inspection,
        map,
        pace::Pace,
        parallel,
        paths::{self, Roots},
        recovery::Attempts,
        runtime::Runtime,
        task,
        variables::ScopeVariables,
    },
};

/// A running branch.
pub(super) type BranchFuture<'w, T> = Pin<Box<dyn Future<Output = Result<T, TaskError>> + 'w>>;

/// The data that a branch carries from state to state.
#[derive(Debug, Clone, Default)]
pub(super) struct Frame {
    /// Its variables, including those of the enclosing scopes. A branch can read them, but sets its own copies only.
    pub(super) variables: JsonObject,
    /// The ID of the last event. The first state follows from no event.
    pub(super) previous: u64,
    /// The item of the enclosing Map state.
    pub(super) item: Option<Json>,
    /// Which of its states runs.
    pub(super) branch: Rc<Branch>,
    /// The child execution in which it runs.
    pub(super) child: Option<Rc<ChildExecution>>,
    /// The size of all variables of the execution, in bytes.
    pub(super) stored: Rc<Cell<usize>>,
}

/// A child execution of a distributed Map state. Its events are counted, but not recorded.
#[derive(Debug)]
pub(super) struct ChildExecution {
    /// The time at which an Express execution times out.
    deadline: Option<Duration>,
    events: Cell<usize>,
    /// Its input.
    pub(super) input: Json,
}

impl ChildExecution {
    pub(super) fn new(execution_type: ExecutionType, input: Json, started: Duration) -> Self {
        Self {
            deadline: (execution_type == ExecutionType::Express).then(|| started + EXPRESS_LIMIT),
            events: Cell::new(0),
            input,
        }
    }

    /// Fails if the time of an Express execution is over.
    pub(super) fn expect_time(&self, runtime: &Runtime<'_>) -> Result<(), TaskError> {
        match self.deadline {
            Some(deadline) if runtime.now() > deadline => Err(TaskError::new(ErrorName::TIMEOUT, "")),
            _ => Ok(()),
        }
    }
}

impl Frame {
    pub(super) fn record(&mut self, runtime: &Runtime<'_>, event_type: &str, details: Json) {
        match &self.child {
            Some(child) => child.events.set(child.events.get() + 1),
            None => self.previous = runtime.record(self.previous, event_type, details),
        }
        self.branch.last.set(self.previous);
    }

    /// Fails if the history of its execution is full, or the time of an Express child execution is over.
    fn expect_room(&self, runtime: &Runtime<'_>) -> Result<(), TaskError> {
        match &self.child {
            Some(child) if child.deadline.is_some() => child.expect_time(runtime),
            Some(child) => runtime.expect_room(child.events.get()),
            None => runtime.expect_room(runtime.events()),
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
        if let Some(inspection) = &runtime.inspection {
            inspection.set_inside(true);
        }
        let mut name = scope.start_at.as_str();
        let mut data = input;
        let mut pace = Pace::default();
        let mut variables = ScopeVariables::new(&frame);
        loop {
            let Some((name_, state)) = scope.states.get_key_value(name) else {
                return Err(TaskError::runtime(format!("state `{name}` does not exist")));
            };
            pace.enter_state(runtime).await;
            runtime.stop_before(name, &data, frame.item.as_ref()).await;
            let exit = visit(runtime, name_, state, data, &mut frame)
                .await
                .map_err(|error| error.in_state(name))?;
            variables.set(exit.assigned, &mut frame);
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
pub(super) struct Exit<'w> {
    pub(super) output: Json,
    pub(super) assigned: JsonObject,
    pub(super) next: Option<&'w str>,
}

async fn visit<'w>(
    runtime: &'w Runtime<'w>,
    name: &'w str,
    state: &'w State,
    input: Json,
    frame: &mut Frame,
) -> Result<Exit<'w>, TaskError> {
    let mut visit = enter(runtime, name, state, &input, frame)?;
    let kind = state.kind.name();
    let exit = match &state.kind {
        Kind::Task(_) | Kind::Parallel(_) | Kind::Map(_) => {
            run_with_recovery(runtime, state, input, &mut visit, frame).await
        }
        _ => run_without_recovery(runtime, state, &input, &visit, frame).await,
    }?;
    let mut details = json!({ "name": name, "output": exit.output });
    if !exit.assigned.is_empty() {
        details["assignedVariables"] = Json::Object(exit.assigned.clone());
    }
    frame.branch.state.set(None);
    frame.record(runtime, &format!("{kind}StateExited"), details);
    Ok(exit)
}

/// Enters a state.
pub(super) fn enter<'w>(
    runtime: &Runtime<'_>,
    name: &'w str,
    state: &State,
    input: &Json,
    frame: &mut Frame,
) -> Result<Visit<'w>, TaskError> {
    frame.expect_room(runtime)?;
    let kind = state.kind.name();
    let cause = frame.previous;
    runtime.record_way(name, Way::Entered);
    frame.record(
        runtime,
        &format!("{kind}StateEntered"),
        json!({ "name": name, "input": input }),
    );
    let can_abort = !matches!(state.kind, Kind::Fail(_));
    frame.branch.state.set(can_abort.then_some(kind));
    Ok(Visit {
        name,
        cause,
        id: frame.previous,
        entered: history::timestamp(runtime.settings.start, runtime.now()),
        retries: 0,
        has_retries: state.kind.recovery().is_some(),
        token: None,
        item: frame.item.clone(),
        child: frame.child.clone(),
    })
}

/// All types but Task, Parallel and Map.
pub(super) async fn run_without_recovery<'w>(
    runtime: &Runtime<'_>,
    state: &'w State,
    input: &Json,
    visit: &Visit<'_>,
    frame: &mut Frame,
) -> Result<Exit<'w>, TaskError> {
    let exit = match &state.kind {
        Kind::Choice(choice) => choose(runtime, state, choice, input, visit, frame),
        Kind::Wait(wait) => match wait_length(runtime, state, wait, input, visit, frame) {
            Ok(length) => {
                runtime.sleep(length).await;
                complete(runtime, state, input, None, visit, frame).map(|completed| exit(completed, state))
            }
            Err(error) => Err(error),
        },
        Kind::Pass(pass) => {
            complete_pass(runtime, state, pass, input, visit, frame).map(|completed| exit(completed, state))
        }
        Kind::Fail(fail) => Err(fail_error(runtime, state, fail, input, visit, frame)),
        _ => complete(runtime, state, input, None, visit, frame).map(|completed| exit(completed, state)),
    };
    let exit = exit.and_then(|exit| {
        expect_small(&exit.output, "output")?;
        Ok(exit)
    });
    exit.map_err(|error| report(runtime, error, visit, frame))
}

/// Reports an error of the state itself: where it happened, and which expression failed.
pub(super) fn report(
    runtime: &Runtime<'_>,
    mut error: TaskError,
    visit: &Visit<'_>,
    frame: &mut Frame,
) -> TaskError {
    let report = error.take_report();
    if report == Report::None {
        return error;
    }
    error.cause = format!(
        "An error occurred while executing the state '{}' (entered at the event id #{}). {}",
        visit.name, visit.id, error.cause
    );
    if let Report::Evaluation(field) = report {
        let mut details = history::failure(&error);
        details["location"] = field.into();
        details["state"] = visit.name.into();
        frame.previous = visit.cause;
        frame.record(runtime, "EvaluationFailed", details);
    }
    error
}

pub(super) fn exit(completed: Completed, state: &State) -> Exit<'_> {
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
    visit: &mut Visit<'w>,
    frame: &mut Frame,
) -> Result<Exit<'w>, TaskError> {
    let mut attempts = state
        .kind
        .recovery()
        .map(|recovery| Attempts::new(recovery, &state.kind));
    loop {
        let error = match attempt(runtime, state, &input, visit, frame).await {
            Ok(completed) => return Ok(exit(completed, state)),
            Err(error) => error,
        };
        let Some(attempts) = &mut attempts else {
            return Err(error);
        };
        let retry = attempts.retry(&error, &mut runtime.random.borrow_mut());
        if let Some(retry) = retry {
            runtime.record_way(visit.name, Way::Retrier(retry.index));
            runtime.sleep(retry.delay).await;
            visit.retries += 1;
            frame.expect_room(runtime)?;
            continue;
        }
        // `States.Runtime` ends the execution without further events.
        if !matches!(state.kind, Kind::Task(_)) && error.error != ErrorName::RUNTIME {
            frame.record(runtime, &format!("{}StateFailed", state.kind.name()), json!({}));
        }
        let Some((index, catcher)) = attempts.catch(&error) else {
            return Err(error);
        };
        runtime.record_way(visit.name, Way::Catcher(index));
        let completed = complete_catch(runtime, state, catcher, &input, &error, visit, frame)
            .and_then(|completed| {
                expect_small(&completed.output, "output")?;
                Ok(completed)
            })
            .map_err(|error| report(runtime, error, visit, frame))?;
        return Ok(Exit {
            output: completed.output,
            assigned: completed.assigned,
            next: Some(&catcher.next),
        });
    }
}

/// Runs a Task, Parallel or Map state once.
pub(super) async fn attempt<'w>(
    runtime: &'w Runtime<'w>,
    state: &'w State,
    input: &Json,
    visit: &mut Visit<'w>,
    frame: &mut Frame,
) -> Result<Completed, TaskError> {
    let outcome = unreported_attempt(runtime, state, input, visit, frame).await;
    outcome.map_err(|error| report(runtime, error, visit, frame))
}

async fn unreported_attempt<'w>(
    runtime: &'w Runtime<'w>,
    state: &'w State,
    input: &Json,
    visit: &mut Visit<'w>,
    frame: &mut Frame,
) -> Result<Completed, TaskError> {
    if let Kind::Task(task) = &state.kind {
        visit.token = task::waits(&task.resource).then(|| runtime.random.borrow_mut().uuid());
    }
    let effective = effective_input(runtime, state, input, visit, frame)?;
    let was_inside = runtime.inspection.as_ref().is_some_and(Inspection::is_inside);
    let result = match &state.kind {
        Kind::Task(task) => {
            expect_small(&effective, "input")?;
            task::task(runtime, task, state, input, effective, visit, frame).await
        }
        Kind::Parallel(parallel) => parallel::parallel(runtime, parallel, &effective, frame).await,
        Kind::Map(map) => map::map(runtime, map, state, input, effective, visit, frame).await,
        _ => Ok(effective),
    };
    if let Some(inspection) = &runtime.inspection {
        inspection.set_inside(was_inside);
    }
    let completed = complete(runtime, state, input, Some(result?), visit, frame)?;
    expect_small(&completed.output, "output")?;
    Ok(completed)
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
    for (index, rule) in choice_.rules.iter().enumerate() {
        let holds = match &rule.test {
            Test::Condition(condition) => {
                match evaluate(runtime, condition, "Condition", input, &[], visit, frame)? {
                    Json::Bool(holds) => holds,
                    other => {
                        return Err(TaskError::query(format!(
                            "the condition must be true or false, not `{other}`"
                        ))
                        .in_field("Condition"));
                    }
                }
            }
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
        runtime.record_way(visit.name, Way::Rule(index));
        // `Assign` and `Output` of the state apply to `Default`; each rule has its own.
        let assigned = assign(rule.assign.as_ref(), frame, |value| {
            evaluate_template(runtime, state, value, "Assign", input, visit, frame)
        })?;
        let output = match (&rule.output, &state.data) {
            (Some(output), _) => evaluate(runtime, output, "Output", input, &[], visit, frame)?,
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
        return Err(TaskError::of_state(ErrorName::NO_CHOICE_MATCHED, cause));
    };
    runtime.record_way(visit.name, Way::Default);
    Ok(Exit {
        output: completed.output,
        assigned: completed.assigned,
        next: Some(default),
    })
}

/// The service's limit for a wait until a timestamp: the seconds fit in 32 bits.
const LONGEST_WAIT: SignedDuration = SignedDuration::from_secs(0x7fff_ffff);

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
            let until = choice::parse_timestamp(&text).ok_or_else(|| {
                let cause = format!("`{text}` is not a timestamp such as 2026-01-31T12:00:00Z");
                match state.data {
                    Data::JsonPath(_) => TaskError::runtime(cause),
                    Data::Jsonata(_) => TaskError::query(cause).in_field("Timestamp"),
                }
            })?;
            let length = until.duration_since(runtime.timestamp());
            if length > LONGEST_WAIT {
                let cause = format!("`{text}` is too far in the future");
                return Err(match state.data {
                    Data::JsonPath(_) => TaskError::runtime(cause),
                    Data::Jsonata(_) => TaskError::query(cause).in_field("Timestamp"),
                });
            }
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
    let part = |part: &Option<Text>, name: &'static str| match part {
        Some(part) => text(runtime, state, part, name, input, visit, frame),
        None => Ok(String::new()),
    };
    match (part(&fail.error, "Error"), part(&fail.cause, "Cause")) {
        (Ok(error), Ok(cause)) => TaskError::named(&error, cause),
        (Err(error), _) | (_, Err(error)) => error,
    }
}
