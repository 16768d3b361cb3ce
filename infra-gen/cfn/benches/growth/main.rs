//! Measures how synthesis grows with the number of resources: building a typed stack, checking it, splitting it into nested
//! stacks if necessary, and writing it.
//!
//! Each size is measured in this process and in a child process, which includes start-up and memory. `-- --svg FILE` draws
//! the results. Reading templates is not measured.

mod plot;
mod workload;

use std::{
    error::Error,
    hint::black_box,
    io::{self, Write as _},
    process::{Command, ExitCode, Stdio},
    time::{Duration, Instant},
};

use nix::sys::resource::{UsageWho, getrusage};

const SIZES: [usize; 8] = [100, 250, 500, 750, 1_000, 2_000, 3_000, 4_000];
const RUNS: usize = 11;

/// The results for one size.
struct Measured {
    resources: usize,
    in_process: Spread,
    child_process: Spread,
    /// The peak memory of the child process, in MiB.
    memory: f64,
    bytes: usize,
    stacks: usize,
}

/// The times of several runs. Other work on the machine only makes them longer, so the lowest is the most exact.
struct Spread {
    lowest: Duration,
    median: Duration,
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("growth: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let mut svg = None;
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            // Cargo passes this to every benchmark.
            "--bench" => {}
            "--synth" => {
                return synth_once(&arguments.next().ok_or("`--synth` needs a number of resources")?);
            }
            "--svg" => svg = Some(arguments.next().ok_or("`--svg` needs a file")?),
            other => return Err(format!("unknown argument `{other}`\n  hint: use `--svg FILE`").into()),
        }
    }

    println!(
        "{:>9}{:>8}{:>10}{:>13}{:>9}{:>14}{:>9}{:>13}",
        "resources", "stacks", "JSON kB", "in process", "median", "child process", "median", "memory MiB"
    );
    let mut rows = Vec::new();
    for resources in SIZES {
        let row = measure(resources)?;
        println!(
            "{:>9}{:>8}{:>10}{:>13.1}{:>9.1}{:>14.1}{:>9.1}{:>13.1}",
            row.resources,
            row.stacks,
            row.bytes / 1_000,
            milliseconds(row.in_process.lowest),
            milliseconds(row.in_process.median),
            milliseconds(row.child_process.lowest),
            milliseconds(row.child_process.median),
            row.memory,
        );
        rows.push(row);
    }
    println!("times in milliseconds, the lowest and the median of {RUNS} runs");
    if let Some(path) = svg {
        std::fs::write(&path, plot::draw(&rows))
            .map_err(|error| format!("could not write `{path}`: {error}"))?;
    }
    Ok(())
}

/// Runs in the child process: builds the stack and writes its templates to stdout.
fn synth_once(resources: &str) -> Result<(), Box<dyn Error>> {
    let mut stdout = io::stdout().lock();
    for template in workload::synth(resources.parse()?)? {
        stdout.write_all(template.as_bytes())?;
    }
    // The parent could only read the sum for all its children.
    let memory = getrusage(UsageWho::RUSAGE_SELF)?.max_rss();
    eprintln!("{memory}");
    Ok(())
}

fn measure(resources: usize) -> Result<Measured, Box<dyn Error>> {
    let written = workload::synth(resources)?;
    let mut in_process = Vec::new();
    let mut child_process = Vec::new();
    let mut memory: f64 = 0.0;
    for _ in 0..RUNS {
        let start = Instant::now();
        black_box(workload::synth(black_box(resources))?);
        in_process.push(start.elapsed());

        let start = Instant::now();
        let child = Command::new(std::env::current_exe()?)
            .args(["--synth", &resources.to_string()])
            .stdout(Stdio::null())
            .output()?;
        child_process.push(start.elapsed());
        let stderr = String::from_utf8(child.stderr)?;
        if !child.status.success() {
            return Err(stderr.into());
        }
        let kibibytes: u32 = stderr.trim().parse()?;
        memory = memory.max(f64::from(kibibytes) / 1_024.0);
    }
    Ok(Measured {
        resources,
        in_process: Spread::new(in_process),
        child_process: Spread::new(child_process),
        memory,
        bytes: written.iter().map(String::len).sum(),
        stacks: written.len(),
    })
}

impl Spread {
    fn new(mut times: Vec<Duration>) -> Self {
        times.sort();
        Self {
            lowest: times[0],
            median: times[times.len() / 2],
        }
    }
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}
