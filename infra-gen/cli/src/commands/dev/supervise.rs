//! Reports the state of a run: which data it uses, free disk space, failing snapshots, the work that is still running at
//! the end, and the last save.

use std::cell::Cell;
use std::convert::Infallible;
use std::fmt;
use std::mem::discriminant;
use std::path::{Path, PathBuf};
use std::time::Duration;

use infra_gen_local::emulator::{Emulator, EmulatorError, SaveStatus, Snapshot, StartReport, Work};
use infra_gen_local::space::{self, Space};
use tokio::time::{Instant, MissedTickBehavior, interval, interval_at, sleep_until};

use super::DevError;
use super::serving::Serving;
use crate::interrupts::Interrupts;
use crate::terminal::{Style, Terminal};

/// How often the free space is checked.
const SPACE_INTERVAL: Duration = Duration::from_secs(5);
/// How often the countdown is printed.
const COUNTDOWN_INTERVAL: Duration = Duration::from_secs(5);

/// Refuses to start on a full disk, and warns on one that is nearly full.
pub(super) fn check_space(folder: &Path, terminal: Terminal) -> Result<(), DevError> {
    match space::check(folder)? {
        Space::Enough => {}
        Space::Low(free) => terminal.line(
            Style::Error,
            format_args!("warning: only {free} of disk space is free; snapshots of the data may fail"),
        ),
        Space::Insufficient(free) => {
            return Err(DevError::NoSpace {
                free,
                folder: folder.to_path_buf(),
            });
        }
    }
    Ok(())
}

/// Reports which data the run continues with.
pub(super) fn report_start(report: &StartReport, terminal: Terminal) {
    for problem in &report.problems {
        terminal.line(
            Style::Error,
            format_args!("warning: {problem}; using an older one"),
        );
    }
    match &report.snapshot {
        None if report.was_killed => terminal.line(
            Style::Error,
            format_args!("the last run was killed before its first snapshot; starting without data"),
        ),
        None => terminal.info(format_args!("starting without data from an earlier run")),
        Some(snapshot) if report.was_killed => terminal.line(
            Style::Error,
            format_args!("the last run was killed; using its snapshot of {snapshot}; later changes are lost"),
        ),
        Some(snapshot) => terminal.info(format_args!(
            "using the snapshot of {snapshot}, taken when the last run stopped"
        )),
    }
    if report.aborted_executions > 0 {
        terminal.info(format_args!(
            "{} did not finish in the last run and {} now ABORTED",
            Count(report.aborted_executions, "workflow execution"),
            if report.aborted_executions == 1 {
                "is"
            } else {
                "are"
            }
        ));
    }
}

/// Warns when the disk fills up or snapshots cannot be taken, for as long as the emulator runs.
pub(super) fn watch(
    emulator: &Emulator,
    folder: &Path,
    terminal: Terminal,
) -> impl Future<Output = Infallible> + use<> {
    let saves = emulator.watch_saves(move |news| match news {
        SaveStatus::Failing { reason, newest } => {
            let newest = newest.map_or_else(
                || "there is no earlier snapshot".to_owned(),
                |newest| format!("the newest one is from {newest}"),
            );
            terminal.line(
                Style::Error,
                format_args!("warning: could not take a snapshot: {reason}; {newest}"),
            );
        }
        SaveStatus::Recovered => terminal.info(format_args!("snapshots work again")),
    });
    let space = watch_space(folder.to_path_buf(), terminal);
    async { tokio::join!(saves, space).1 }
}

async fn watch_space(folder: PathBuf, terminal: Terminal) -> Infallible {
    let mut tick = interval(SPACE_INTERVAL);
    tick.set_missed_tick_behavior(MissedTickBehavior::Delay);
    // Low space at the start has been reported already.
    let mut last = space::check(&folder).ok();
    loop {
        tick.tick().await;
        let now = space::check(&folder).ok();
        let is_new = now.map(|now| discriminant(&now)) != last.map(|last| discriminant(&last));
        last = now;
        if let Some(Space::Low(free) | Space::Insufficient(free)) = now.filter(|_| is_new) {
            terminal.line(
                Style::Error,
                format_args!("warning: only {free} of disk space is free; snapshots of the data may fail"),
            );
        }
    }
}

/// Rejects new work and waits until running work has finished, for at most `limit`. A second Ctrl-C ends the wait.
pub(super) async fn drain(
    emulator: &mut Emulator,
    serving: Option<&Serving<'_>>,
    signals: &mut Interrupts,
    limit: Duration,
    terminal: Terminal,
) {
    if let Some(serving) = serving {
        serving.drain();
    }
    let deadline = Instant::now() + limit;
    let left = Cell::new(None::<Work>);
    let show = |work: Work| {
        let seconds = deadline.duration_since(Instant::now()).as_secs_f64().ceil();
        terminal.info(format_args!(
            "waiting for {} to finish ({seconds:.0} s left; Ctrl-C again stops at once)",
            Running(work)
        ));
    };
    let drained = emulator.drain(|work| {
        left.set(Some(work));
        if !work.is_done() {
            show(work);
        }
    });
    let mut countdown = interval_at(Instant::now() + COUNTDOWN_INTERVAL, COUNTDOWN_INTERVAL);
    tokio::pin!(drained);
    loop {
        tokio::select! {
            biased;
            () = &mut drained => return,
            name = signals.next() => {
                terminal.info(format_args!("{name}: stopping at once"));
                break;
            }
            () = sleep_until(deadline) => break,
            _ = countdown.tick() => if let Some(work) = left.get() {
                show(work);
            },
        }
    }
    if let Some(work) = left.get().filter(|work| work.executions > 0) {
        terminal.line(
            Style::Error,
            format_args!(
                "{} did not finish; the next start reports {} as ABORTED",
                Count(work.executions, "workflow execution"),
                if work.executions == 1 { "it" } else { "them" }
            ),
        );
    }
}

/// Saves the data and stops the emulator. Ctrl-C does not interrupt this: it ends by itself, with the data saved or an
/// error.
pub(super) async fn stop(
    emulator: Emulator,
    signals: &mut Interrupts,
    terminal: Terminal,
) -> Result<Snapshot, EmulatorError> {
    let stopped = emulator.stop();
    tokio::pin!(stopped);
    loop {
        tokio::select! {
            outcome = &mut stopped => return outcome,
            name = signals.next() => terminal.info(format_args!("{name}: the data is still being saved")),
        }
    }
}

/// `2 workflow executions and 1 request`.
struct Running(Work);

impl fmt::Display for Running {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Work { executions, requests } = self.0;
        let executions_shown = Count(executions, "workflow execution");
        let requests_shown = Count(requests, "request");
        match (executions, requests) {
            (_, 0) => write!(f, "{executions_shown}"),
            (0, _) => write!(f, "{requests_shown}"),
            _ => write!(f, "{executions_shown} and {requests_shown}"),
        }
    }
}

/// A number and a noun, in the plural if needed.
struct Count(u64, &'static str);

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(number, name) = self;
        let plural = if *number == 1 { "" } else { "s" };
        write!(f, "{number} {name}{plural}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn running_work_is_counted_with_the_right_plural() {
        let shown = |executions, requests| Running(Work { executions, requests }).to_string();
        assert_eq!(shown(1, 0), "1 workflow execution");
        assert_eq!(shown(2, 1), "2 workflow executions and 1 request");
        assert_eq!(shown(0, 3), "3 requests");
    }
}
