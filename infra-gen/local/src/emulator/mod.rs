//! The emulator: `MiniStack` as a supervised child process on 127.0.0.1, with its state in a folder.
//!
//! - The process leads its own process group, so that the handlers it starts end with it. It reads its stdin, so that it ends
//!   with its parent, even if that is killed.
//! - Its state is saved as complete, verified snapshots: periodically, and by [`Emulator::stop`]. A snapshot counts as saved
//!   only after it was read back from the disk. [`Loss`] describes what a failure loses.
//! - Its port accepts requests of this user's programs and of the site's own pages, see
//!   `python/dev_emulator/admission.py`.
//! - All files that it writes are readable by this user only.
//!
//! - `program.rs`: the Python program in `python/`.
//! - `control.rs`: the protocol with the process.
//! - `health.rs`: the health check.
//! - `snapshot.rs`, `error.rs`: what is saved, what is lost, and why.

use std::future::Future;
use std::path::{Path, PathBuf};
use std::process::{ExitStatus, Stdio};
use std::time::Duration;

use jiff::Timestamp;
use rustix::process::{Pid, Signal, kill_process, kill_process_group};
use tokio::process::{Child, ChildStdin};
use tokio::sync::watch;
use tokio::time::{Instant, timeout, timeout_at};

use self::control::{Command, Status};
use crate::private;

pub use self::control::Work;
pub use self::error::{EmulatorError, how_to_install};
pub use self::snapshot::{Loss, Snapshot, StartReport};

mod control;
mod error;
mod health;
mod program;
mod snapshot;

/// The supported release of the emulator.
pub const PINNED: &str = "1.5.33";
/// Starting takes under a second, and longer with a cold disk or on a busy machine.
const START_TIMEOUT: Duration = Duration::from_mins(3);
/// `saving.py` has a shorter timeout.
const SAVE_TIMEOUT: Duration = Duration::from_mins(3);
/// For the exit after the state was saved.
const EXIT_TIMEOUT: Duration = Duration::from_secs(20);
/// For a process that neither responds nor exits.
const LIVENESS_TIMEOUT: Duration = Duration::from_secs(10);
/// The interval of health checks.
const HEALTH_INTERVAL: Duration = Duration::from_millis(25);
/// The number of log lines in an error message.
const TAIL_LINES: usize = 15;

/// The configuration of the emulator.
#[derive(Debug, Clone)]
pub struct Config {
    /// The Python environment with the supported release of `ministack`.
    pub venv: PathBuf,
    /// The port on 127.0.0.1.
    pub port: u16,
    /// The emulated region.
    pub region: String,
    /// The folder of its state and log, created if it is missing.
    pub state: PathBuf,
    /// The only origin whose pages may use the port: `http://localhost:5173`.
    pub site_origin: Option<String>,
}

/// A running emulator. Dropping it kills the process; [`stop`](Self::stop) saves the state first.
#[derive(Debug)]
pub struct Emulator {
    child: Child,
    group: Pid,
    /// For commands. Closing it tells the child that this process has ended.
    stdin: Option<ChildStdin>,
    status: watch::Receiver<Status>,
    started_at: Timestamp,
    address: String,
    port: u16,
    log: PathBuf,
    snapshots: PathBuf,
}

impl Emulator {
    /// Starts the process and waits until it responds. An early exit is reported immediately.
    pub async fn start(config: &Config) -> Result<Self, EmulatorError> {
        let python = config.venv.join("bin").join("python");
        if !python.is_file() || !config.venv.join("bin").join("ministack").is_file() {
            return Err(EmulatorError::NotInstalled(config.venv.clone()));
        }
        let started_at = Timestamp::now();
        let mut child = spawn(config, &python)?;
        let group = child
            .id()
            .and_then(|id| i32::try_from(id).ok())
            .and_then(Pid::from_raw)
            .ok_or_else(|| EmulatorError::Start(std::io::Error::other("it exited immediately")))?;
        let stdout = child.stdout.take().expect("stdout is a pipe");
        let mut emulator = Self {
            stdin: child.stdin.take(),
            status: control::listen(stdout),
            child,
            group,
            started_at,
            address: address(config),
            port: config.port,
            log: log(config),
            snapshots: snapshots(config),
        };
        if let Err(error) = emulator.wait_until_started().await {
            emulator.kill().await;
            return Err(error);
        }
        Ok(emulator)
    }

    /// The endpoint, `http://127.0.0.1:4566`.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// The process ID.
    pub fn process_id(&self) -> u32 {
        self.group.as_raw_nonzero().get().unsigned_abs()
    }

    /// The log file.
    pub fn log(&self) -> &Path {
        &self.log
    }

    /// The data that it started with.
    pub fn start_report(&self) -> StartReport {
        let started = self.status.borrow().started.clone();
        started.expect("it reports its start before `start` returns")
    }

    /// The data that is lost if the process ends now.
    fn loss(&self) -> Loss {
        Loss {
            started_at: self.started_at,
            lost_at: Timestamp::now(),
            remaining: self.status.borrow().newest.clone(),
        }
    }

    /// Calls `on_change` when saving starts to fail and when it works again. Returns when the process ends.
    pub fn watch_saves<F: FnMut(SaveStatus)>(&self, mut on_change: F) -> impl Future<Output = ()> + use<F> {
        let mut status = self.status.clone();
        async move {
            let mut was_failing = false;
            while status.changed().await.is_ok() {
                let (failure, newest) = {
                    let status = status.borrow_and_update();
                    (status.failure.clone(), status.newest.clone())
                };
                // A further failure may have a different reason, but one warning is enough.
                if failure.is_some() == was_failing {
                    continue;
                }
                was_failing = failure.is_some();
                on_change(match failure {
                    Some(reason) => SaveStatus::Failing { reason, newest },
                    None => SaveStatus::Recovered,
                });
            }
        }
    }

    /// Takes a snapshot now, after any snapshot in progress.
    pub async fn save(&mut self) -> Result<Snapshot, EmulatorError> {
        let saves = self.status.borrow().saves;
        self.send(Command::Save).await;
        self.wait_for_save(|status| status.saves > saves).await
    }

    /// Rejects external requests with a 503. Requests of handlers and workflows are still accepted. Calls `on_change` with the
    /// remaining work, and returns when there is none or the process ends.
    pub async fn drain(&mut self, mut on_change: impl FnMut(Work)) {
        self.send(Command::Drain).await;
        let mut status = self.status.clone();
        let mut last = None;
        loop {
            let (work, is_closed) = {
                let status = status.borrow_and_update();
                (status.work, status.is_closed)
            };
            if let Some(work) = work.filter(|work| last != Some(*work)) {
                last = Some(work);
                on_change(work);
            }
            if is_closed || work.is_some_and(Work::is_done) || status.changed().await.is_err() {
                return;
            }
        }
    }

    /// Returns when the process has exited by itself. Cancel-safe.
    pub async fn wait_exit(&mut self) -> EmulatorError {
        match self.child.wait().await {
            Ok(status) => {
                kill_group(self.group);
                self.exit_error(status)
            }
            Err(error) => EmulatorError::Start(error),
        }
    }

    /// After a failed call: how the process exited, or `None` if it still responds. A refused connection can be noticed before
    /// the system reports the exit.
    pub async fn exit_reason(&mut self) -> Option<EmulatorError> {
        let port = self.port;
        let responds = async {
            let mut tick = tokio::time::interval(HEALTH_INTERVAL);
            loop {
                tick.tick().await;
                if health::is_healthy(port).await {
                    return;
                }
            }
        };
        tokio::select! {
            biased;
            error = self.wait_exit() => Some(error),
            _ = timeout(LIVENESS_TIMEOUT, responds) => None,
        }
    }

    /// Saves the state and stops the process and its handlers. The error describes what is lost.
    pub async fn stop(mut self) -> Result<Snapshot, EmulatorError> {
        self.send(Command::Stop).await;
        let saved = self.wait_for_save(|status| status.is_final).await;
        // Closing stdin stops it, too.
        drop(self.stdin.take());
        if timeout(EXIT_TIMEOUT, self.child.wait()).await.is_err() {
            let _ = kill_process(self.group, Signal::TERM);
            self.kill().await;
        }
        kill_group(self.group);
        saved
    }

    async fn send(&mut self, command: Command) {
        if let Some(stdin) = &mut self.stdin {
            control::send(stdin, command).await;
        }
    }

    /// Waits until a save has succeeded or failed.
    async fn wait_for_save(&mut self, is_done: impl Fn(&Status) -> bool) -> Result<Snapshot, EmulatorError> {
        let mut status = self.status.clone();
        let waited = timeout(
            SAVE_TIMEOUT,
            status.wait_for(|status| status.is_closed || is_done(status)),
        )
        .await;
        let (newest, failure, done) = match waited {
            Ok(Ok(status)) => (status.newest.clone(), status.failure.clone(), is_done(&status)),
            Ok(Err(_)) | Err(_) => (None, None, false),
        };
        if done && let (Some(snapshot), None) = (newest, &failure) {
            return Ok(snapshot);
        }
        if !done && let Ok(Ok(status)) = timeout(EXIT_TIMEOUT, self.child.wait()).await {
            return Err(self.exit_error(status));
        }
        Err(EmulatorError::NotSaved {
            reason: failure.unwrap_or_else(|| {
                format!("the emulator did not respond within {} s", SAVE_TIMEOUT.as_secs())
            }),
            loss: self.loss(),
        })
    }

    async fn kill(&mut self) {
        kill_group(self.group);
        // An error means that it has exited already.
        let _ = self.child.kill().await;
    }

    async fn wait_until_started(&mut self) -> Result<(), EmulatorError> {
        let deadline = Instant::now() + START_TIMEOUT;
        let mut tick = tokio::time::interval(HEALTH_INTERVAL);
        loop {
            tokio::select! {
                status = self.child.wait() => {
                    let status = status.map_err(EmulatorError::Start)?;
                    return Err(self.start_error(status).await);
                }
                _ = tick.tick() => {}
            }
            let is_loaded = self.status.borrow().started.is_some();
            match timeout_at(deadline, health::is_healthy(self.port)).await {
                Ok(true) if is_loaded => return Ok(()),
                Ok(_) if Instant::now() < deadline => {}
                Ok(_) | Err(_) => {
                    return Err(EmulatorError::Timeout {
                        address: self.address.clone(),
                        log: self.log.clone(),
                        tail: self.log_tail(),
                    });
                }
            }
        }
    }

    /// Why the process exited before it had started.
    async fn start_error(&mut self, status: ExitStatus) -> EmulatorError {
        // The process has exited, so its events end soon.
        let _ = timeout(EXIT_TIMEOUT, self.status.wait_for(|status| status.is_closed)).await;
        match self.status.borrow().unreadable.clone() {
            Some(reason) => EmulatorError::Unreadable {
                folder: self.snapshots.clone(),
                reason,
            },
            None => EmulatorError::NotStarted {
                status,
                log: self.log.clone(),
                tail: self.log_tail(),
            },
        }
    }

    fn exit_error(&self, status: ExitStatus) -> EmulatorError {
        EmulatorError::Exited {
            status,
            loss: self.loss(),
            log: self.log.clone(),
            tail: self.log_tail(),
        }
    }

    fn log_tail(&self) -> String {
        // A missing log must not hide the exit of the emulator.
        let log = std::fs::read(&self.log).unwrap_or_default();
        let log = String::from_utf8_lossy(&log);
        let lines: Vec<&str> = log.lines().collect();
        let tail = &lines[lines.len().saturating_sub(TAIL_LINES)..];
        tail.iter()
            .map(|line| format!("    {line}"))
            .collect::<Vec<_>>()
            .join("\n")
    }
}

/// Whether snapshots can be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveStatus {
    /// A snapshot could not be taken.
    Failing {
        /// The reason.
        reason: String,
        /// The newest snapshot.
        newest: Option<Snapshot>,
    },
    /// After a failure, a snapshot was taken again.
    Recovered,
}

impl Drop for Emulator {
    fn drop(&mut self) {
        // The process is still running after a panic, but not after a stop.
        if self.child.try_wait().is_ok_and(|status| status.is_none()) {
            kill_group(self.group);
        }
    }
}

/// Deletes the state folder of earlier runs.
pub async fn reset(state: &Path) -> Result<(), EmulatorError> {
    match tokio::fs::remove_dir_all(state).await {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(EmulatorError::State {
            folder: state.to_path_buf(),
            source: error,
        }),
        _ => Ok(()),
    }
}

/// Kills the remaining processes of a group: the handlers that an emulator started.
fn kill_group(group: Pid) {
    // An empty group is an error for the system, but the goal here.
    let _ = kill_process_group(group, Signal::KILL);
}

fn spawn(config: &Config, python: &Path) -> Result<Child, EmulatorError> {
    let state_error = |source| EmulatorError::State {
        folder: config.state.clone(),
        source,
    };
    private::create_folder(&config.state).map_err(state_error)?;
    for folder in ["s3", "state", "tmp"] {
        private::create_folder(&config.state.join(folder)).map_err(state_error)?;
    }
    let log = private::create_file(&log(config)).map_err(state_error)?;
    let script = program::write(&config.state).map_err(state_error)?;
    let mut command = tokio::process::Command::new(python);
    command
        .arg("-u")
        .arg(&script)
        .envs(environment(config))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(log)
        .process_group(0)
        .kill_on_drop(true);
    // The handlers inherit the environment, which must not contain the user's own credentials.
    for name in [
        "AWS_PROFILE",
        "AWS_ACCESS_KEY_ID",
        "AWS_SECRET_ACCESS_KEY",
        "AWS_SESSION_TOKEN",
    ] {
        command.env_remove(name);
    }
    command.spawn().map_err(EmulatorError::Start)
}

fn address(config: &Config) -> String {
    format!("http://127.0.0.1:{}", config.port)
}

fn log(config: &Config) -> PathBuf {
    config.state.join("emulator.log")
}

fn snapshots(config: &Config) -> PathBuf {
    config.state.join("snapshots")
}

fn environment(config: &Config) -> Vec<(&'static str, String)> {
    let folder = |name: &str| config.state.join(name).display().to_string();
    vec![
        ("AUTH", "true".to_owned()),
        ("AWS_ENDPOINT_URL", address(config)),
        ("BIND_HOST", "127.0.0.1".to_owned()),
        ("DEV_SITE_ORIGIN", config.site_origin.clone().unwrap_or_default()),
        ("DEV_SNAPSHOTS", snapshots(config).display().to_string()),
        ("GATEWAY_PORT", config.port.to_string()),
        ("IOT_MTLS_ENABLED", "0".to_owned()),
        ("MINISTACK_ACCOUNT_ID", "000000000000".to_owned()),
        ("MINISTACK_REGION", config.region.clone()),
        ("PERSIST_STATE", "1".to_owned()),
        ("S3_DATA_DIR", folder("s3")),
        ("S3_PERSIST", "1".to_owned()),
        ("SFTP_ENABLED", "0".to_owned()),
        ("STATE_DIR", folder("state")),
        // The emulator unpacks the handlers there.
        ("TMPDIR", folder("tmp")),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn config(state: &Path) -> Config {
        Config {
            venv: PathBuf::from("nowhere"),
            port: 4566,
            region: "eu-west-1".to_owned(),
            state: state.to_path_buf(),
            site_origin: Some("http://localhost:5173".to_owned()),
        }
    }

    #[tokio::test]
    async fn a_missing_python_environment_is_reported_with_the_commands_that_create_it() {
        let error = Emulator::start(&config(Path::new("nowhere"))).await.unwrap_err();
        assert_eq!(
            error.to_string(),
            "the emulator is not installed in `nowhere`\n  hint: with Python 3.10 or newer, run \
             `python3 -m venv nowhere && nowhere/bin/pip install ministack==1.5.33 cryptography`"
        );
    }

    #[tokio::test]
    async fn an_early_exit_is_reported_immediately_with_the_end_of_the_log() {
        let folder = tempfile::tempdir().unwrap();
        let bin = folder.path().join("bin");
        std::fs::create_dir(&bin).unwrap();
        // A shell fails on the script with an error message.
        std::os::unix::fs::symlink("/bin/sh", bin.join("python")).unwrap();
        std::fs::File::create(bin.join("ministack")).unwrap();
        let config = Config {
            venv: folder.path().to_path_buf(),
            ..config(&folder.path().join("state"))
        };
        let message = Emulator::start(&config).await.unwrap_err().to_string();
        assert!(
            message.starts_with("the emulator exited unexpectedly (exit status: 2); its log is"),
            "{message}"
        );
        assert!(message.contains("emulator.py: "), "{message}");
    }

    #[test]
    fn it_listens_on_loopback_only_and_checks_permissions() {
        let environment = environment(&config(Path::new("/state")));
        assert!(environment.contains(&("BIND_HOST", "127.0.0.1".to_owned())));
        assert!(environment.contains(&("AUTH", "true".to_owned())));
        assert!(environment.contains(&("STATE_DIR", "/state/state".to_owned())));
    }

    #[tokio::test]
    async fn resetting_a_missing_state_succeeds() {
        let folder = tempfile::tempdir().unwrap();
        reset(&folder.path().join("never")).await.unwrap();
    }
}
