//! The emulator: `MiniStack` as a supervised child process on 127.0.0.1, its state in a folder.
//!
//! - The process leads a process group of its own, so that the handlers it starts end with it, and it reads its stdin, so
//!   that it ends with its parent however that ends.
//! - Its state is saved as snapshots, each complete and verified: from time to time, and by [`Emulator::stop`]. Nothing
//!   is called saved that was not read back from the disk. [`Loss`] says what a failure costs.
//! - Its port answers this user's programs and the site's own pages; `python/dev_emulator/admission.py` has the rule.
//! - Everything that it writes can be read by this user only.

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

/// The release of the emulator that everything here was tried with.
pub const PINNED: &str = "1.5.33";
/// How long it may take to answer. It takes under a second; a cold disk and a busy machine take more.
const START: Duration = Duration::from_mins(3);
/// How long it may take to save its state; `saving.py` gives up earlier.
const SAVE: Duration = Duration::from_mins(3);
/// How long it may take to end once its state is saved.
const EXIT: Duration = Duration::from_secs(20);
/// How long it may leave open whether it lives: it neither answers nor ends.
const IN_DOUBT: Duration = Duration::from_secs(10);
/// Between two health checks.
const PAUSE: Duration = Duration::from_millis(25);
/// How many lines of its log an error message shows.
const TAIL: usize = 15;

/// How to run it.
#[derive(Debug, Clone)]
pub struct Config {
    /// The Python environment that holds the pinned `ministack`.
    pub venv: PathBuf,
    /// The port on 127.0.0.1.
    pub port: u16,
    /// The region that it plays.
    pub region: String,
    /// The folder that holds its state and its log; created when it is missing.
    pub state: PathBuf,
    /// The one origin whose pages may use the port: `http://localhost:5173`.
    pub site_origin: Option<String>,
}

/// A running emulator. Dropping it kills the process; [`stop`](Self::stop) saves the state first.
#[derive(Debug)]
pub struct Emulator {
    child: Child,
    group: Pid,
    /// Commands go in here; its end tells the child that this process is gone.
    stdin: Option<ChildStdin>,
    status: watch::Receiver<Status>,
    began: Timestamp,
    address: String,
    port: u16,
    log: PathBuf,
    snapshots: PathBuf,
}

impl Emulator {
    /// Starts it and waits until it answers. If it ends meanwhile, that is reported at once.
    pub async fn start(config: &Config) -> Result<Self, EmulatorError> {
        let python = config.venv.join("bin").join("python");
        if !python.is_file() || !config.venv.join("bin").join("ministack").is_file() {
            return Err(EmulatorError::NotInstalled(config.venv.clone()));
        }
        let began = Timestamp::now();
        let mut child = spawn(config, &python)?;
        let group = child
            .id()
            .and_then(|id| i32::try_from(id).ok())
            .and_then(Pid::from_raw)
            .ok_or_else(|| EmulatorError::Start(std::io::Error::other("it ended before it began")))?;
        let stdout = child.stdout.take().expect("stdout is a pipe");
        let mut emulator = Self {
            stdin: child.stdin.take(),
            status: control::listen(stdout),
            child,
            group,
            began,
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

    /// Its address, `http://127.0.0.1:4566`.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Its process.
    pub fn process_id(&self) -> u32 {
        self.group.as_raw_nonzero().get().unsigned_abs()
    }

    /// Where its output goes.
    pub fn log(&self) -> &Path {
        &self.log
    }

    /// Which data it started with.
    pub fn start_report(&self) -> StartReport {
        let started = self.status.borrow().started.clone();
        started.expect("it reports its start before it counts as started")
    }

    /// What is lost if it ends now.
    fn loss(&self) -> Loss {
        Loss {
            began: self.began,
            at: Timestamp::now(),
            remaining: self.status.borrow().newest.clone(),
        }
    }

    /// Calls `told` whenever saving begins to fail and when it works again. Ends only with the process.
    pub fn watch_saves<F: FnMut(SaveNews)>(&self, mut told: F) -> impl Future<Output = ()> + use<F> {
        let mut status = self.status.clone();
        async move {
            let mut was_failing = false;
            while status.changed().await.is_ok() {
                let (failure, newest) = {
                    let status = status.borrow_and_update();
                    (status.failure.clone(), status.newest.clone())
                };
                // The next failure may name another file; one warning is enough.
                if failure.is_some() == was_failing {
                    continue;
                }
                was_failing = failure.is_some();
                told(match failure {
                    Some(reason) => SaveNews::Failing { reason, newest },
                    None => SaveNews::Working,
                });
            }
        }
    }

    /// Takes a snapshot now. One that is being taken already is waited for as well.
    pub async fn save(&mut self) -> Result<Snapshot, EmulatorError> {
        let saves = self.status.borrow().saves;
        self.send(Command::Save).await;
        self.saved(|status| status.saves > saves).await
    }

    /// Stops accepting requests from outside: they get a 503. Handlers and workflows still reach it. `told` gets every
    /// change of the work that is left; this returns when none is left, or with the process.
    pub async fn drain(&mut self, mut told: impl FnMut(Work)) {
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
                told(work);
            }
            if is_closed || work.is_some_and(Work::is_done) || status.changed().await.is_err() {
                return;
            }
        }
    }

    /// Returns when the process has ended by itself. Safe to use in `select!`.
    pub async fn wait_exit(&mut self) -> EmulatorError {
        match self.child.wait().await {
            Ok(status) => {
                end_group(self.group);
                self.exit_error(status)
            }
            Err(error) => EmulatorError::Start(error),
        }
    }

    /// Whether its end is why a call has just failed: how it ended, unless it still answers. A caller may notice before
    /// the system reports the end to its parent.
    pub async fn exit_reason(&mut self) -> Option<EmulatorError> {
        let port = self.port;
        let answered = async {
            let mut pause = tokio::time::interval(PAUSE);
            loop {
                pause.tick().await;
                if health::answers(port).await {
                    return;
                }
            }
        };
        tokio::select! {
            biased;
            error = self.wait_exit() => Some(error),
            _ = timeout(IN_DOUBT, answered) => None,
        }
    }

    /// Saves the state and ends the process, and with it whatever it started. The error says what is lost.
    pub async fn stop(mut self) -> Result<Snapshot, EmulatorError> {
        self.send(Command::Stop).await;
        let saved = self.saved(|status| status.is_final).await;
        // Without its stdin, it stops as well.
        drop(self.stdin.take());
        if timeout(EXIT, self.child.wait()).await.is_err() {
            let _ = kill_process(self.group, Signal::TERM);
            self.kill().await;
        }
        end_group(self.group);
        saved
    }

    async fn send(&mut self, command: Command) {
        if let Some(stdin) = &mut self.stdin {
            control::send(stdin, command).await;
        }
    }

    /// Waits until a save has ended, and reports how.
    async fn saved(&mut self, has_ended: impl Fn(&Status) -> bool) -> Result<Snapshot, EmulatorError> {
        let mut status = self.status.clone();
        let waited = timeout(
            SAVE,
            status.wait_for(|status| status.is_closed || has_ended(status)),
        )
        .await;
        let (newest, failure, ended) = match waited {
            Ok(Ok(status)) => (status.newest.clone(), status.failure.clone(), has_ended(&status)),
            Ok(Err(_)) | Err(_) => (None, None, false),
        };
        if ended && let (Some(snapshot), None) = (newest, &failure) {
            return Ok(snapshot);
        }
        if !ended && let Ok(Ok(status)) = timeout(EXIT, self.child.wait()).await {
            return Err(self.exit_error(status));
        }
        Err(EmulatorError::NotSaved {
            reason: failure
                .unwrap_or_else(|| format!("the emulator did not answer within {} s", SAVE.as_secs())),
            loss: self.loss(),
        })
    }

    async fn kill(&mut self) {
        end_group(self.group);
        // It was not waited for yet, so its ID is still its own; an error means that it has ended.
        let _ = self.child.kill().await;
    }

    async fn wait_until_started(&mut self) -> Result<(), EmulatorError> {
        let deadline = Instant::now() + START;
        let mut pause = tokio::time::interval(PAUSE);
        loop {
            tokio::select! {
                status = self.child.wait() => {
                    let status = status.map_err(EmulatorError::Start)?;
                    return Err(self.start_error(status).await);
                }
                _ = pause.tick() => {}
            }
            let is_loaded = self.status.borrow().started.is_some();
            match timeout_at(deadline, health::answers(self.port)).await {
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

    /// Why it ended before it had started.
    async fn start_error(&mut self, status: ExitStatus) -> EmulatorError {
        // The process is gone, so the end of its events is near.
        let _ = timeout(EXIT, self.status.wait_for(|status| status.is_closed)).await;
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
        // Without a log there is no tail; that the emulator is gone is what matters.
        let log = std::fs::read(&self.log).unwrap_or_default();
        let log = String::from_utf8_lossy(&log);
        let lines: Vec<&str> = log.lines().collect();
        let tail = &lines[lines.len().saturating_sub(TAIL)..];
        tail.iter()
            .map(|line| format!("    {line}"))
            .collect::<Vec<_>>()
            .join("\n")
    }
}

/// A change in whether snapshots can be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveNews {
    /// A snapshot could not be taken.
    Failing {
        /// Why.
        reason: String,
        /// The newest snapshot that there is.
        newest: Option<Snapshot>,
    },
    /// After a failure, one could be taken again.
    Working,
}

impl Drop for Emulator {
    fn drop(&mut self) {
        // After a stop there is nobody left to end; after a panic there is.
        if self.child.try_wait().is_ok_and(|status| status.is_none()) {
            end_group(self.group);
        }
    }
}

/// Deletes everything that earlier runs left in a state folder.
pub async fn reset(state: &Path) -> Result<(), EmulatorError> {
    match tokio::fs::remove_dir_all(state).await {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(EmulatorError::State {
            folder: state.to_path_buf(),
            source: error,
        }),
        _ => Ok(()),
    }
}

/// Ends what is left of a process group: the handlers that an emulator started.
fn end_group(group: Pid) {
    // No process left in the group is an error to the system and the aim here.
    let _ = kill_process_group(group, Signal::KILL);
}

fn spawn(config: &Config, python: &Path) -> Result<Child, EmulatorError> {
    let unusable = |source| EmulatorError::State {
        folder: config.state.clone(),
        source,
    };
    private::create_folder(&config.state).map_err(unusable)?;
    for folder in ["s3", "state", "tmp"] {
        private::create_folder(&config.state.join(folder)).map_err(unusable)?;
    }
    let log = private::create_file(&log(config)).map_err(unusable)?;
    let script = program::write(&config.state).map_err(unusable)?;
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
    // The handlers inherit this process's environment; the user's own account must not be in it.
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
        // It unpacks the handlers there.
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
            "the emulator is not installed in `nowhere`; with Python 3.10 or newer: \
             `python3 -m venv nowhere && nowhere/bin/pip install ministack==1.5.33 cryptography`"
        );
    }

    #[tokio::test]
    async fn an_exit_at_the_start_is_reported_at_once_with_the_end_of_the_log() {
        let folder = tempfile::tempdir().unwrap();
        let bin = folder.path().join("bin");
        std::fs::create_dir(&bin).unwrap();
        // A shell makes nothing of the script, and says so.
        std::os::unix::fs::symlink("/bin/sh", bin.join("python")).unwrap();
        std::fs::File::create(bin.join("ministack")).unwrap();
        let config = Config {
            venv: folder.path().to_path_buf(),
            ..config(&folder.path().join("state"))
        };
        let message = Emulator::start(&config).await.unwrap_err().to_string();
        assert!(
            message.starts_with("the emulator ended by itself (exit status: 2); its log is"),
            "{message}"
        );
        assert!(message.contains("emulator.py: "), "{message}");
    }

    #[test]
    fn it_listens_on_this_machine_only_and_checks_permissions() {
        let environment = environment(&config(Path::new("/state")));
        assert!(environment.contains(&("BIND_HOST", "127.0.0.1".to_owned())));
        assert!(environment.contains(&("AUTH", "true".to_owned())));
        assert!(environment.contains(&("STATE_DIR", "/state/state".to_owned())));
    }

    #[tokio::test]
    async fn resetting_a_state_that_does_not_exist_is_not_an_error() {
        let folder = tempfile::tempdir().unwrap();
        reset(&folder.path().join("never")).await.unwrap();
    }
}
