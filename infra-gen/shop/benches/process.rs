//! Measures the commands that need no network as processes: wall time, CPU time and memory, over twenty runs each.
//!
//! Each command is measured in a child process of this program, because the kernel accumulates the resource usage of
//! children per parent.

use std::{
    error::Error,
    path::Path,
    process::{Command, ExitCode, Stdio},
    time::{Duration, Instant},
};

use nix::sys::{
    resource::{UsageWho, getrusage},
    time::{TimeVal, TimeValLike as _},
};

const RUNS: usize = 20;
const INFRA_GEN: &str = env!("CARGO_BIN_EXE_infra-gen");

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("process: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    if arguments.next().as_deref() == Some("--measure") {
        return measure(&arguments.collect::<Vec<_>>());
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let saved = folder.join("saved.json");
    let other = folder.join("memory.json");
    once(&["synth", "--env", "prod", "-o", &saved.display().to_string()])?;
    let text = std::fs::read_to_string(&saved)?;
    let changed = text.replace("\"MemorySize\": ", "\"MemorySize\": 1");
    if changed == text {
        return Err("no function of `prod` has a memory size to change".into());
    }
    std::fs::write(&other, changed)?;

    println!(
        "{:<50}{:>9}{:>9}{:>9}{:>13}",
        "infra-gen, milliseconds", "lowest", "median", "CPU", "memory MiB"
    );
    let (saved, other) = (saved.display().to_string(), other.display().to_string());
    for (name, arguments) in [
        ("synth --env prod", vec!["synth", "--env", "prod"]),
        ("validate --env prod", vec!["validate", "--env", "prod"]),
        (
            "diff --env prod --against the same",
            vec!["diff", "--env", "prod", "--against", &saved],
        ),
        (
            "diff --env prod --against a change in each function",
            vec!["diff", "--env", "prod", "--against", &other],
        ),
    ] {
        let status = Command::new(std::env::current_exe()?)
            .args(["--measure", name])
            .args(arguments)
            .status()?;
        if !status.success() {
            return Err(format!("`{name}` was not measured").into());
        }
    }
    Ok(())
}

/// The child process: runs one command repeatedly and prints its row.
fn measure(arguments: &[String]) -> Result<(), Box<dyn Error>> {
    let (name, arguments) = arguments.split_first().ok_or("missing the command to measure")?;
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let mut times = Vec::new();
    for _ in 0..RUNS {
        let start = Instant::now();
        once(&arguments)?;
        times.push(start.elapsed());
    }
    times.sort();
    let children = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    let runs = i32::try_from(RUNS)?;
    #[expect(
        clippy::cast_precision_loss,
        reason = "the memory is printed with one decimal place"
    )]
    let memory = children.max_rss() as f64 / 1_024.0;
    println!(
        "{name:<50}{:>9.1}{:>9.1}{:>9.1}{memory:>13.1}",
        milliseconds(times[0]),
        milliseconds(times[RUNS / 2]),
        (seconds(children.user_time()) + seconds(children.system_time())) * 1_000.0 / f64::from(runs),
    );
    Ok(())
}

fn once(arguments: &[&str]) -> Result<(), Box<dyn Error>> {
    let status = Command::new(INFRA_GEN)
        .args(arguments)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("`infra-gen {}` exited with {status}", arguments.join(" ")).into())
    }
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}

#[expect(clippy::cast_precision_loss, reason = "a few seconds in microseconds")]
fn seconds(time: TimeVal) -> f64 {
    time.num_microseconds() as f64 / 1e6
}
