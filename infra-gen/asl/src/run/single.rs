//! Runs one state alone, as the `TestState` operation does.

use serde_json::json;

use crate::{
    model::{Json, JsonObject, Kind, State},
    run::{
        Interpreter, Status, block_on,
        data::complete_catch,
        error::TaskError,
        fault::Faults,
        inspection::{Inspection, InspectionLevel},
        recovery::Attempts,
        runtime::Runtime,
        state::{self, Frame},
        task_runner::TaskRunner,
    },
    state_machine::StateMachine,
};

/// What a single state did.
#[derive(Debug, Clone, PartialEq)]
pub struct StateRun {
    /// How it ended.
    pub status: StateStatus,
    /// The next state, if there is one.
    pub next: Option<String>,
    /// Its data flow, as far as the inspection level shows it.
    pub inspection: JsonObject,
}

/// How a single state ended.
#[derive(Debug, Clone, PartialEq)]
pub enum StateStatus {
    /// It succeeded with this output.
    Succeeded(Json),
    /// It failed.
    Failed(TaskError),
    /// It failed, and a retrier matches.
    Retriable(TaskError),
    /// It failed, and a catcher made this output.
    Caught(TaskError, Json),
}

impl StateRun {
    /// The result as `TestState` returns it.
    pub fn to_json(&self) -> Json {
        let mut result = JsonObject::new();
        let (status, error, output) = match &self.status {
            StateStatus::Succeeded(output) => ("SUCCEEDED", None, Some(output)),
            StateStatus::Failed(error) => ("FAILED", Some(error), None),
            StateStatus::Retriable(error) => ("RETRIABLE", Some(error), None),
            StateStatus::Caught(error, output) => ("CAUGHT_ERROR", Some(error), Some(output)),
        };
        if let Some(error) = error {
            result.insert("error".to_owned(), error.error.as_str().into());
            result.insert("cause".to_owned(), error.cause.as_str().into());
        }
        if !self.inspection.is_empty() {
            result.insert("inspectionData".to_owned(), Json::Object(self.inspection.clone()));
        }
        if let Some(next) = &self.next {
            result.insert("nextState".to_owned(), next.as_str().into());
        }
        if let Some(output) = output {
            result.insert("output".to_owned(), output.to_string().into());
        }
        result.insert("status".to_owned(), status.into());
        Json::Object(result)
    }
}

impl<R: TaskRunner, F: Faults> Interpreter<R, F> {
    /// Runs the state `name` of `machine` once, with these variables. `None` if there is no such state.
    pub async fn run_state(
        &self,
        machine: &StateMachine,
        name: &str,
        input: Json,
        variables: JsonObject,
        level: InspectionLevel,
    ) -> Option<StateRun> {
        let (name, state) = machine.scope.find(name)?;
        let mut runtime = Runtime::new(&self.settings, input.clone(), self.limit(machine));
        if level != InspectionLevel::Info {
            let inspection = Inspection::default();
            inspection.note("input", &input);
            runtime.inspection = Some(inspection);
        }
        let frame = Frame {
            variables,
            ..Frame::default()
        };
        let run = match self
            .drive(&runtime, once(&runtime, name, state, input, frame))
            .await
        {
            Ok(run) => run,
            Err(Status::TimedOut) => Run::failed(TaskError::runtime(
                "the state did not end within the time limit of the execution",
            )),
            Err(_) => Run::failed(TaskError::runtime("the state was stopped")),
        };
        let mut inspection = runtime
            .inspection
            .map(|inspection| inspection.take())
            .unwrap_or_default();
        if level != InspectionLevel::Trace {
            inspection.shift_remove("request");
            inspection.shift_remove("response");
        }
        Some(StateRun {
            status: run.status,
            next: run.next,
            inspection,
        })
    }

    /// [`Self::run_state`] for synchronous code. Blocks the thread while a task function waits.
    pub fn run_state_blocking(
        &self,
        machine: &StateMachine,
        name: &str,
        input: Json,
        variables: JsonObject,
        level: InspectionLevel,
    ) -> Option<StateRun> {
        block_on(self.run_state(machine, name, input, variables, level))
    }
}

struct Run {
    status: StateStatus,
    next: Option<String>,
}

impl Run {
    fn failed(error: TaskError) -> Self {
        Self {
            status: StateStatus::Failed(error),
            next: None,
        }
    }
}

async fn once<'w>(
    runtime: &'w Runtime<'w>,
    name: &'w str,
    state: &'w State,
    input: Json,
    mut frame: Frame,
) -> Run {
    let mut visit = match state::enter(runtime, name, state, &input, &mut frame) {
        Ok(visit) => visit,
        Err(error) => return Run::failed(error),
    };
    if !matches!(state.kind, Kind::Task(_) | Kind::Parallel(_) | Kind::Map(_)) {
        return match state::run_without_recovery(runtime, state, &input, &visit, &mut frame).await {
            Ok(exit) => Run {
                next: exit.next.map(str::to_owned),
                status: StateStatus::Succeeded(exit.output),
            },
            Err(error) => Run::failed(error),
        };
    }
    let error = match state::attempt(runtime, state, &input, &mut visit, &mut frame).await {
        Ok(completed) => {
            let exit = state::exit(completed, state);
            return Run {
                next: exit.next.map(str::to_owned),
                status: StateStatus::Succeeded(exit.output),
            };
        }
        Err(error) => error,
    };
    let Some(recovery) = state.kind.recovery() else {
        return Run::failed(error);
    };
    let mut attempts = Attempts::new(recovery, &state.kind);
    let details = |index_name: &str, index: usize| json!({ index_name: index });
    let note = |details: Json| {
        if let Some(inspection) = &runtime.inspection {
            inspection.note_field("errorDetails", details);
        }
    };
    let retry = attempts.retry(&error, &mut runtime.random.borrow_mut());
    if let Some(retry) = retry {
        let mut details = details("retryIndex", retry.index);
        details["retryBackoffIntervalSeconds"] = retry.delay.as_secs().into();
        note(details);
        return Run {
            status: StateStatus::Retriable(error),
            next: None,
        };
    }
    let Some((index, catcher)) = attempts.catch(&error) else {
        return Run::failed(error);
    };
    note(details("catchIndex", index));
    match complete_catch(runtime, state, catcher, &input, &error, &visit, &frame) {
        Ok(completed) => Run {
            status: StateStatus::Caught(error, completed.output),
            next: Some(catcher.next.clone()),
        },
        Err(error) => Run::failed(state::report(runtime, error, &visit, &mut frame)),
    }
}
