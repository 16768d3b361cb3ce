//! `run`: runs a state machine, or one of its states, with mocked tasks. Needs no network.
//!
//! The result is data and goes to stdout. An execution that fails is an error of the command.

use std::path::{Path, PathBuf};

use clap::{ArgGroup, ValueEnum};
use infra_gen_asl::{
    StateMachine,
    model::{ExecutionType, Json, JsonObject},
    parse_json,
    run::{Execution, InspectionLevel, Interpreter, MockError, Mocks, StateStatus, Status, TaskError},
};

use super::machine::MachineArgs;
use super::{CommandError, print, validate};
use crate::exit::Outcome;
use crate::terminal::{Terminal, eprint};

/// Run a state machine with mocked tasks
#[derive(Debug, clap::Args)]
#[command(group(ArgGroup::new("source").required(true).args(["asl", "template"])), after_help = "\
Time is virtual: a wait of a day takes no time. The output goes to stdout, warnings
about the definition go to stderr. If the execution fails, the exit code is 1.
docs/WORKFLOWS.md lists what is simulated, and how exactly.

A mock file has a list of replies for each state. Each call takes the next reply;
the last one repeats:

  {\"replies\": {\"Charge\": [{\"error\": \"Busy\", \"cause\": \"wait\"}, {\"result\": {\"id\": 7}}]}}

  result     what the service returns; for lambda:invoke, the function's payload
  response   the whole response; for lambda:invoke, with `Payload` and `StatusCode`
  output     the output of the execution that startExecution.sync starts
  error      the task fails with this error, and with `cause`
  took       seconds until the reply, with `heartbeat` seconds between heartbeats

docs/WORKFLOWS.md describes the other keys. The file can also be a
MockConfigFile.json of Step Functions Local.

`--until STATE` prints the input of the state when the execution first reaches it.
In a Map state, that is one iteration; stderr names its index.

Examples:
  infra-gen run --asl workflow.asl.json --input '{\"id\": 7}' --mock mocks.json
  infra-gen run --template template.yaml --resource Checkout --mock mocks.json
  infra-gen run --asl workflow.asl.json --mock MockConfigFile.json --test-case HappyPath
  infra-gen run --asl workflow.asl.json --mock mocks.json --history | jq '.events[].type'
  infra-gen run --asl workflow.asl.json --mock mocks.json --until Charge
  infra-gen run --asl workflow.asl.json --only Charge --mock mocks.json --inspect debug")]
pub(crate) struct Args {
    #[command(flatten)]
    machine: MachineArgs,
    /// Input: JSON text, or the name of a JSON file; `-` reads stdin
    #[arg(long, value_name = "JSON|FILE", default_value = "{}")]
    input: String,
    /// File with the replies of the tasks; `-` reads stdin
    #[arg(long, value_name = "FILE")]
    mock: Option<PathBuf>,
    /// Test case of a Step Functions Local mock file; `MACHINE#NAME` if several state machines have it
    #[arg(long, value_name = "NAME", requires = "mock")]
    test_case: Option<String>,
    /// Print the event history instead of the output
    #[arg(long, conflicts_with = "only")]
    history: bool,
    /// Stop before this state, and print its input
    #[arg(long, value_name = "STATE", conflicts_with = "only")]
    until: Option<String>,
    /// Run only this state, as the `TestState` operation does
    #[arg(long, value_name = "STATE")]
    only: Option<String>,
    /// Data to print: `info` (the output), `debug` (and the data after each field), `trace` (and the request and response)
    #[arg(long, value_enum, value_name = "LEVEL", requires = "only", default_value_t = Inspect::Info)]
    inspect: Inspect,
    /// Variables of the state: JSON text, or the name of a JSON file
    #[arg(long, value_name = "JSON|FILE", requires = "only")]
    variables: Option<String>,
    /// Run as an Express workflow: at most five minutes, no jobs and no task tokens
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
    #[error("{what} is neither JSON nor a file with JSON\n  hint: quote JSON for the shell: '{{\"id\": 7}}'")]
    NotJson {
        what: &'static str,
        source: serde_json::Error,
    },
    #[error("could not read {what}{}", .path.as_ref().map(|path| format!(" in `{path}`")).unwrap_or_default())]
    InvalidJson {
        what: &'static str,
        path: Option<String>,
        source: serde_json::Error,
    },
    #[error("`--variables` must be a JSON object")]
    Variables,
    #[error("could not read the mocked replies in `{path}`")]
    Mocks { path: String, source: MockError },
    #[error(
        "`{path}` is a mock file of Step Functions Local\n  hint: select a test case with `--test-case`: `{}`",
        .choices.join("`, `")
    )]
    MissingTestCase { path: String, choices: Vec<String> },
    #[error("`{0}` has no test cases\n  hint: remove `--test-case`")]
    NoTestCases(String),
    #[error("the state machine has no state `{0}`")]
    UnknownState(String),
    #[error(
        "`{path}` has replies that the state machine does not use: {}\n  hint: correct the name or the key, or remove the reply",
        .ignored.join("; ")
    )]
    IgnoredMocks { path: String, ignored: Vec<String> },
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
    let Some(file) = args.machine.read()? else {
        unreachable!("`--asl` or `--template` is required");
    };
    let execution_type = if args.express {
        ExecutionType::Express
    } else {
        file.execution_type()
    };
    let (machine, warnings) = file.to_run(execution_type)?;
    if !terminal.is_quiet() {
        eprint(format_args!("{warnings}"));
    }
    let input = json("the input", &args.input)?;
    let mocks = match &args.mock {
        Some(path) => {
            let mocks = mocks(path, args.test_case.as_deref())?;
            expect_used(path, &mocks, &machine)?;
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

/// `text` as JSON, or the JSON in the file with this name.
fn json(what: &'static str, text: &str) -> Result<Json, CommandError> {
    let failure = match parse_json(text) {
        Ok(value) => return Ok(value),
        Err(failure) => failure,
    };
    let path = Path::new(text);
    if text == "-" || path.is_file() {
        return parse_json(&validate::read(path)?).map_err(|source| {
            let path = Some(text.to_owned());
            RunError::InvalidJson { what, path, source }.into()
        });
    }
    // The text is JSON, but has a duplicate key.
    let error = if failure.is_data() {
        RunError::InvalidJson {
            what,
            path: None,
            source: failure,
        }
    } else {
        RunError::NotJson {
            what,
            source: failure,
        }
    };
    Err(error.into())
}

fn mocks(path: &Path, test_case: Option<&str>) -> Result<Mocks, CommandError> {
    let text = validate::read(path)?;
    let name = path.display().to_string();
    let mocks = match (Mocks::is_local(&text), test_case) {
        (true, Some(test_case)) => Mocks::from_local(&text, test_case),
        (true, None) => match Mocks::test_cases(&text) {
            Ok(choices) => return Err(RunError::MissingTestCase { path: name, choices }.into()),
            Err(error) => Err(error),
        },
        (false, Some(_)) => return Err(RunError::NoTestCases(name).into()),
        (false, None) => Mocks::parse(&text),
    };
    mocks.map_err(|source| RunError::Mocks { path: name, source }.into())
}

/// An execution that ignores a mocked reply succeeds for the wrong reason.
fn expect_used(path: &Path, mocks: &Mocks, machine: &StateMachine) -> Result<(), CommandError> {
    let ignored = mocks.ignored(machine);
    if ignored.is_empty() {
        return Ok(());
    }
    let path = path.display().to_string();
    Err(RunError::IgnoredMocks { path, ignored }.into())
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
        Status::Stopped {
            state,
            input,
            iteration,
        } => {
            let iteration = iteration.map(|index| format!(" in iteration {index} of the Map state"));
            let end = format!("stopped before `{state}`{}", iteration.unwrap_or_default());
            (end, input)
        }
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
