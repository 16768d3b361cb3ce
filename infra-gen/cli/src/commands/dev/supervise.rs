//! What `dev` tells about the state of a run: which data it uses, whether the disk has room, whether snapshots can be taken,
//! what is still running at the end, and whether the last save worked.

use std::cell::Cell;
use std::convert::Infallible;
use std::fmt;
use std::mem::discriminant;
use std::path::{Path, PathBuf};
use std::time::Duration;

use infra_gen_local::emulator::{Emulator, EmulatorError, SaveNews, Snapshot, StartReport, Work};
use infra_gen_local::space::{self, Space};
use tokio::time::{Instant, MissedTickBehavior, interval, interval_at, sleep_until};

use super::DevError;
use super::serving::Serving;
use crate::interrupts::Interrupts;
use crate::terminal::{Style, Terminal};

/// Between two looks at the free space.
const SPACE_INTERVAL: Duration = Duration::from_secs(5);
/// Between two lines of the countdown.
const COUNTDOWN_INTERVAL: Duration = Duration::from_secs(5);

/// Refuses to start on a full disk, and warns on one that is nearly full.
pub(super) fn check_space(folder: &Path, terminal: Terminal) -> Result<(), DevError> {
    match space::free(folder)? {
        Space::Enough => {}
        Space::Low(free) => terminal.line(
            Style::Error,
            format_args!("warning: only {free} are free on the disk; snapshots of the data may fail"),
        ),
        Space::Hopeless(free) => {
            return Err(DevError::NoSpace {
                free,
                folder: folder.to_path_buf(),
            });
        }
    }
    Ok(())
}

/// Says which data the run continues with.
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
        None => terminal.info(format_args!("starting without data of an earlier run")),
        Some(snapshot) if report.was_killed => terminal.line(
            Style::Error,
            format_args!("the last run was killed; using its snapshot of {snapshot}, later changes are lost"),
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
        SaveNews::Failing { reason, newest } => {
            let newest = newest.map_or_else(
                || "there is no earlier one".to_owned(),
                |newest| format!("the newest is of {newest}"),
            );
            terminal.line(
                Style::Error,
                format_args!("warning: could not take a snapshot: {reason}; {newest}"),
            );
        }
        SaveNews::Working => terminal.info(format_args!("snapshots can be taken again")),
    });
    let space = watch_space(folder.to_path_buf(), terminal);
    async { tokio::join!(saves, space).1 }
}

async fn watch_space(folder: PathBuf, terminal: Terminal) -> Infallible {
    let mut tick = interval(SPACE_INTERVAL);
    tick.set_missed_tick_behavior(MissedTickBehavior::Delay);
    // A disk that was low at the start was reported then.
    let mut last = space::free(&folder).ok();
    loop {
        tick.tick().await;
        let now = space::free(&folder).ok();
        let is_new = now.map(|now| discriminant(&now)) != last.map(|last| discriminant(&last));
        last = now;
        if let Some(Space::Low(free) | Space::Hopeless(free)) = now.filter(|_| is_new) {
            terminal.line(
                Style::Error,
                format_args!("warning: only {free} are free on the disk; snapshots of the data may fail"),
            );
        }
    }
}

/// Rejects new work and waits until what is running has finished, at most for `limit`. A second Ctrl-C ends the wait.
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

/// Saves and stops. Ctrl-C does not interrupt it: it ends by itself, with the data saved or with an error that says why not.
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
            name = signals.next() => terminal.info(format_args!("{name}: saving the data; this takes a moment")),
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

/// A number and what it counts, in the right plural.
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
    fn what_is_running_is_counted_in_the_right_plural() {
        let shown = |executions, requests| Running(Work { executions, requests }).to_string();
        assert_eq!(shown(1, 0), "1 workflow execution");
        assert_eq!(shown(2, 1), "2 workflow executions and 1 request");
        assert_eq!(shown(0, 3), "3 requests");
    }
}
