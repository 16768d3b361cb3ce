//! `run`: runs a state machine, or one of its states, with mocked tasks. Needs no network.
//!
//! The result is data and goes to stdout. An execution that fails is an error of the command.

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use infra_gen_asl::{
    DefinitionContext, Findings, StateMachine, Syntax, check_definition_in, check_executable,
    model::{ExecutionType, Json, JsonObject},
    run::{Execution, InspectionLevel, Interpreter, MockError, Mocks, StateStatus, Status, TaskError},
};

use super::{CommandError, print, validate};
use crate::exit::Outcome;
use crate::terminal::Terminal;

/// Run a state machine with mocked tasks
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Time is virtual: a wait of a day takes no time. The output goes to stdout. A failed
execution exits with 1. docs/WORKFLOWS.md lists what is simulated, and how exactly.

A mock file has replies by state, one per call; the last one repeats:

  {\"replies\": {\"Charge\": [{\"error\": \"Busy\", \"cause\": \"wait\"}, {\"result\": {\"id\": 7}}]}}

  result     what the function or service returns; for lambda:invoke, its payload
  response   the whole response of the service, with `Payload`, `StatusCode` …
  output     the output of an execution that startExecution.sync starts
  error      the error's name, with `cause`
  took       seconds until the reply, with `heartbeat` seconds between heartbeats

The file can also be a MockConfigFile.json of Step Functions Local.

Examples:
  infra-gen run --asl workflow.asl.json --input '{\"id\": 7}' --mock mocks.json
  infra-gen run --asl workflow.asl.json --mock MockConfigFile.json --test-case HappyPath
  infra-gen run --asl workflow.asl.json --mock mocks.json --history | jq '.events[].type'
  infra-gen run --asl workflow.asl.json --mock mocks.json --until Charge
  infra-gen run --asl workflow.asl.json --only Charge --mock mocks.json --inspect debug")]
pub(crate) struct Args {
    /// State machine definition (Amazon States Language); `-` reads stdin
    #[arg(long, value_name = "FILE")]
    asl: PathBuf,
    /// Input: JSON text, or a file that contains it
    #[arg(long, value_name = "JSON|FILE", default_value = "{}")]
    input: String,
    /// Mocked replies of the tasks
    #[arg(long, value_name = "FILE")]
    mock: Option<PathBuf>,
    /// Test case in a mock file of Step Functions Local
    #[arg(long, value_name = "NAME", requires = "mock")]
    test_case: Option<String>,
    /// Print the event history instead of the output
    #[arg(long, conflicts_with = "only")]
    history: bool,
    /// Stop before this state and print its input
    #[arg(long, value_name = "STATE", conflicts_with = "only")]
    until: Option<String>,
    /// Run only this state, as the `TestState` operation does
    #[arg(long, value_name = "STATE")]
    only: Option<String>,
    /// Data to print: `info` (the output), `debug` (also the data after each field), `trace` (also the request and response)
    #[arg(long, value_enum, value_name = "LEVEL", requires = "only", default_value_t = Inspect::Info)]
    inspect: Inspect,
    /// Variables of the state: JSON text, or a file that contains it
    #[arg(long, value_name = "JSON|FILE", requires = "only")]
    variables: Option<String>,
    /// Run as an Express workflow: five minutes at most, no jobs or task tokens
    #[arg(long)]
    express: bool,
    /// Seed of jitter, `$random` and UUIDs
    #[arg(long, value_name = "NUMBER", default_value_t = 0)]
    seed: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Inspect {
    Info,
    Debug,
    Trace,
}

/// Why a state machine was not run.
#[derive(Debug, thiserror::Error)]
pub(crate) enum RunError {
    #[error("state machine `{name}` is not valid")]
    Invalid { name: String, source: Findings },
    #[error("{what} is neither JSON nor a file with JSON\n  hint: quote JSON for the shell: '{{\"id\": 7}}'")]
    NotJson {
        what: &'static str,
        source: serde_json::Error,
    },
    #[error("`--variables` must be a JSON object")]
    Variables,
    #[error("could not read the mocked replies in `{path}`")]
    Mocks { path: String, source: MockError },
    #[error(
        "`{0}` is a mock file of Step Functions Local\n  hint: name one of its test cases with `--test-case`"
    )]
    MissingTestCase(String),
    #[error("`{0}` has no test cases\n  hint: remove `--test-case`")]
    NoTestCases(String),
    #[error("the state machine has no state `{0}`")]
    UnknownState(String),
    #[error(
        "`{path}` has replies for `{state}`, but the state machine has no such state\n  hint: correct its name, or remove the replies"
    )]
    UnknownMock { path: String, state: String },
    #[error("the execution ended before it reached state `{0}`")]
    NotReached(String),
    #[error("the execution failed{} with `{}`: {}", place_of(.0), name_of(.0), .0.cause)]
    Failed(TaskError),
    #[error("the execution timed out after {0} s of virtual time")]
    TimedOut(f64),
    #[error("the execution was aborted")]
    Aborted,
    #[error("{}\n  hint: add replies to the mock file, under the name of the state", .0.join("; "))]
    Unmocked(Vec<String>),
}

pub(crate) fn run(args: &Args, terminal: Terminal) -> Result<Outcome, CommandError> {
    let execution_type = if args.express {
        ExecutionType::Express
    } else {
        ExecutionType::Standard
    };
    let machine = machine(&args.asl, execution_type)?;
    let input = json("the input", &args.input)?;
    let mocks = match &args.mock {
        Some(path) => {
            let mocks = mocks(path, args.test_case.as_deref())?;
            expect_states(path, &mocks, &machine)?;
            mocks
        }
        None => Mocks::default(),
    };
    let mut interpreter = Interpreter::new(&mocks);
    interpreter.settings.seed = args.seed;
    interpreter.settings.until.clone_from(&args.until);
    interpreter.settings.execution_type = execution_type;
    if let Some(name) = args.until.as_deref()
        && machine.state(name).is_none()
    {
        return Err(RunError::UnknownState(name.to_owned()).into());
    }
    if let Some(state) = &args.only {
        return run_state(&interpreter, &machine, state, input, args);
    }
    let execution = interpreter.run_blocking(&machine, input);
    expect_mocked(&mocks)?;
    if let (Status::Succeeded(_), Some(until)) = (&execution.status, &args.until) {
        return Err(RunError::NotReached(until.clone()).into());
    }
    report(&execution, args.history, terminal)
}

/// Reads a state machine to run. It has no errors.
fn machine(path: &Path, execution_type: ExecutionType) -> Result<StateMachine, CommandError> {
    let text = validate::read(path)?;
    let context = DefinitionContext {
        execution_type,
        syntax: Syntax::JsonOrYaml,
    };
    check_executable(&text, context).map_err(|source| invalid(path, source))
}

/// Reads a state machine to draw. Values that are substituted at deployment may be missing.
pub(super) fn outline(path: &Path) -> Result<StateMachine, CommandError> {
    let text = validate::read(path)?;
    let context = DefinitionContext {
        syntax: Syntax::JsonOrYaml,
        ..DefinitionContext::default()
    };
    let (machine, findings) = check_definition_in(&text, context);
    machine.ok_or_else(|| invalid(path, findings))
}

fn invalid(path: &Path, source: Findings) -> CommandError {
    let name = path.display().to_string();
    RunError::Invalid { name, source }.into()
}

/// `text` as JSON, or the JSON in the file with this name.
fn json(what: &'static str, text: &str) -> Result<Json, CommandError> {
    let failure = match serde_json::from_str(text) {
        Ok(value) => return Ok(value),
        Err(failure) => failure,
    };
    let path = Path::new(text);
    let text = if text == "-" || path.is_file() {
        validate::read(path)?
    } else {
        return Err(RunError::NotJson {
            what,
            source: failure,
        }
        .into());
    };
    serde_json::from_str(&text).map_err(|source| RunError::NotJson { what, source }.into())
}

fn mocks(path: &Path, test_case: Option<&str>) -> Result<Mocks, CommandError> {
    let text = validate::read(path)?;
    let name = path.display().to_string();
    let mocks = match (Mocks::is_local(&text), test_case) {
        (true, Some(test_case)) => Mocks::from_local(&text, test_case),
        (true, None) => return Err(RunError::MissingTestCase(name).into()),
        (false, Some(_)) => return Err(RunError::NoTestCases(name).into()),
        (false, None) => Mocks::parse(&text),
    };
    mocks.map_err(|source| RunError::Mocks { path: name, source }.into())
}

/// Replies for a misspelt state would never be used.
fn expect_states(path: &Path, mocks: &Mocks, machine: &StateMachine) -> Result<(), CommandError> {
    let unknown = mocks.states().find(|state| machine.state(state).is_none());
    unknown.map_or(Ok(()), |state| {
        Err(RunError::UnknownMock {
            path: path.display().to_string(),
            state: state.to_owned(),
        }
        .into())
    })
}

fn expect_mocked(mocks: &Mocks) -> Result<(), CommandError> {
    let missing = mocks.missing();
    if missing.is_empty() {
        Ok(())
    } else {
        Err(RunError::Unmocked(missing).into())
    }
}

fn run_state(
    interpreter: &Interpreter<&Mocks>,
    machine: &StateMachine,
    name: &str,
    input: Json,
    args: &Args,
) -> Result<Outcome, CommandError> {
    let variables = match &args.variables {
        Some(text) => match json("the value of `--variables`", text)? {
            Json::Object(variables) => variables,
            _ => return Err(RunError::Variables.into()),
        },
        None => JsonObject::new(),
    };
    let level = match args.inspect {
        Inspect::Info => InspectionLevel::Info,
        Inspect::Debug => InspectionLevel::Debug,
        Inspect::Trace => InspectionLevel::Trace,
    };
    let run = interpreter
        .run_state_blocking(machine, name, input, variables, level)
        .ok_or_else(|| RunError::UnknownState(name.to_owned()))?;
    expect_mocked(interpreter.tasks)?;
    print(&format!("{:#}\n", run.to_json()))?;
    Ok(match run.status {
        StateStatus::Succeeded(_) | StateStatus::Caught(..) => Outcome::Done,
        StateStatus::Failed(_) | StateStatus::Retriable(_) => Outcome::CheckFailed,
    })
}

/// Prints the result. An execution that did not succeed is an error.
fn report(execution: &Execution, history: bool, terminal: Terminal) -> Result<Outcome, CommandError> {
    if history {
        print(&format!("{:#}\n", execution.history_json()))?;
    }
    let took = execution.took.as_secs_f64();
    let (end, result) = match &execution.status {
        Status::Succeeded(output) => ("succeeded".to_owned(), output),
        Status::Stopped { state, input } => (format!("stopped before `{state}`"), input),
        Status::Failed(error) => return Err(RunError::Failed(error.clone()).into()),
        Status::TimedOut => return Err(RunError::TimedOut(took).into()),
        Status::Aborted => return Err(RunError::Aborted.into()),
    };
    if !history {
        print(&format!("{result:#}\n"))?;
    }
    let events = execution.history.len();
    terminal.info(format_args!(
        "the execution {end} after {took} s of virtual time and {events} events"
    ));
    Ok(Outcome::Done)
}

/// Where an error was raised.
fn place_of(error: &TaskError) -> String {
    match (error.state(), error.field()) {
        (Some(state), Some(field)) => format!(" in the field `{field}` of state `{state}`"),
        (Some(state), None) => format!(" in state `{state}`"),
        (None, _) => String::new(),
    }
}

/// An error name, which a Fail state can leave out.
fn name_of(error: &TaskError) -> &str {
    match error.error.as_str() {
        "" => "no error name",
        name => name,
    }
}
