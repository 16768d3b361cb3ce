//! The emulator: `MiniStack` as a supervised child process on 127.0.0.1, its state in a folder.
//!
//! It leads a process group of its own, so that the handlers it starts end with it, and it watches its stdin, so that
//! it ends with its parent however that ends. A clean stop saves the state; a kill falls back to the last clean stop,
//! which is why [`Emulator::stop`] asks first and kills only what does not listen.

use std::fs::File;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::process::{ExitStatus, Stdio};
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process, kill_process_group};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::process::{Child, ChildStdin, Command};
use tokio::time::{Instant, timeout, timeout_at};

/// The release of the emulator that everything here was tried with.
pub const PINNED: &str = "1.5.33";
/// How long it may take to answer. It takes under a second; a cold disk and a busy machine take more.
const START: Duration = Duration::from_mins(3);
/// How long it may take to save its state, which is lost if it is not waited for.
const STOP: Duration = Duration::from_mins(1);
/// How long it may leave open whether it lives: it neither answers nor ends.
const IN_DOUBT: Duration = Duration::from_secs(10);
/// Between two looks at whether it answers.
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
    /// The folder that holds its state and its log; made when it is missing.
    pub state: PathBuf,
}

/// How it gets into a Python environment, for whoever lacks it.
pub fn how_to_install(venv: &Path) -> String {
    let venv = venv.display();
    format!(
        "with Python 3.10 or newer: `python3 -m venv {venv} && {venv}/bin/pip install ministack=={PINNED} cryptography`"
    )
}

/// A running emulator. Dropping it kills the process; [`stop`](Self::stop) is the way that keeps the data.
#[derive(Debug)]
pub struct Emulator {
    child: Child,
    group: Pid,
    /// Its end is what tells the child that this process is gone.
    _lifeline: Option<ChildStdin>,
    address: String,
    port: u16,
    log: PathBuf,
}

/// Why there is no emulator.
#[derive(Debug, thiserror::Error)]
pub enum EmulatorError {
    /// The Python environment is missing or empty.
    #[error("the emulator is not installed in `{}`; {}", .0.display(), how_to_install(.0))]
    NotInstalled(PathBuf),
    /// The state folder cannot be used.
    #[error("could not prepare the state folder `{folder}`")]
    State {
        /// The folder.
        folder: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The process could not be started or watched.
    #[error("could not start the emulator")]
    Start(#[source] std::io::Error),
    /// The process ended by itself.
    #[error("the emulator ended by itself ({status}); its log is `{log}`, its last words:\n{tail}")]
    Died {
        /// How it ended.
        status: ExitStatus,
        /// Where all of its output is.
        log: PathBuf,
        /// The end of its output.
        tail: String,
    },
    /// It runs and does not answer.
    #[error("the emulator did not answer at `{address}` within {} s; its log is `{log}`, its last words:\n{tail}", START.as_secs())]
    Silent {
        /// Its address.
        address: String,
        /// Where all of its output is.
        log: PathBuf,
        /// The end of its output.
        tail: String,
    },
}

impl Emulator {
    /// Starts it and waits until it answers. If it dies meanwhile, that is told at once.
    pub async fn start(config: &Config) -> Result<Self, EmulatorError> {
        let python = config.venv.join("bin").join("python");
        if !python.is_file() || !config.venv.join("bin").join("ministack").is_file() {
            return Err(EmulatorError::NotInstalled(config.venv.clone()));
        }
        let log = config.state.join("emulator.log");
        let unusable = |source| EmulatorError::State {
            folder: config.state.clone(),
            source,
        };
        for folder in ["s3", "tmp"] {
            tokio::fs::create_dir_all(config.state.join(folder))
                .await
                .map_err(unusable)?;
        }
        let log_file = File::create(&log).map_err(unusable)?;
        let address = format!("http://127.0.0.1:{}", config.port);

        let script = config.state.join("emulator.py");
        tokio::fs::write(&script, include_str!("emulator.py"))
            .await
            .map_err(unusable)?;

        let mut command = Command::new(&python);
        command
            .arg("-u")
            .arg(&script)
            .envs(environment(config, &address))
            .stdin(Stdio::piped())
            .stdout(log_file.try_clone().map_err(unusable)?)
            .stderr(log_file)
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
        let mut child = command.spawn().map_err(EmulatorError::Start)?;
        let group = child
            .id()
            .and_then(|id| i32::try_from(id).ok())
            .and_then(Pid::from_raw)
            .ok_or_else(|| EmulatorError::Start(std::io::Error::other("it ended before it began")))?;
        let lifeline = child.stdin.take();
        let mut emulator = Self {
            child,
            group,
            _lifeline: lifeline,
            address,
            port: config.port,
            log,
        };
        if let Err(error) = emulator.wait_until_healthy().await {
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

    /// Returns when the process has ended by itself. Safe to use in `select!`.
    pub async fn died(&mut self) -> EmulatorError {
        match self.child.wait().await {
            Ok(status) => {
                end_group(self.group);
                self.obituary(status)
            }
            Err(error) => EmulatorError::Start(error),
        }
    }

    /// Whether its end is why a call has just failed: how it ended, unless it answers still. A caller may learn of it
    /// before the system tells its parent.
    pub async fn death(&mut self) -> Option<EmulatorError> {
        let port = self.port;
        let answered = async {
            let mut pause = tokio::time::interval(PAUSE);
            loop {
                pause.tick().await;
                if answers(port).await {
                    return;
                }
            }
        };
        tokio::select! {
            biased;
            error = self.died() => Some(error),
            _ = timeout(IN_DOUBT, answered) => None,
        }
    }

    /// Asks it to save its state and end; kills it, and whatever it started, when it does not.
    pub async fn stop(mut self) -> Result<(), EmulatorError> {
        if self.child.try_wait().map_err(EmulatorError::Start)?.is_none() {
            // A process that ended this very moment is what was wanted.
            let _ = kill_process(self.group, Signal::TERM);
            if timeout(STOP, self.child.wait()).await.is_err() {
                self.kill().await;
            }
        }
        end_group(self.group);
        Ok(())
    }

    async fn kill(&mut self) {
        end_group(self.group);
        // It was not waited for yet, so its ID is still its own; an error means that it has ended.
        let _ = self.child.kill().await;
    }

    async fn wait_until_healthy(&mut self) -> Result<(), EmulatorError> {
        let deadline = Instant::now() + START;
        let mut pause = tokio::time::interval(PAUSE);
        loop {
            tokio::select! {
                status = self.child.wait() => {
                    let status = status.map_err(EmulatorError::Start)?;
                    return Err(self.obituary(status));
                }
                _ = pause.tick() => {}
            }
            match timeout_at(deadline, answers(self.port)).await {
                Ok(true) => return Ok(()),
                Ok(false) if Instant::now() < deadline => {}
                Ok(false) | Err(_) => {
                    return Err(EmulatorError::Silent {
                        address: self.address.clone(),
                        log: self.log.clone(),
                        tail: self.last_words(),
                    });
                }
            }
        }
    }

    fn obituary(&self, status: ExitStatus) -> EmulatorError {
        EmulatorError::Died {
            status,
            log: self.log.clone(),
            tail: self.last_words(),
        }
    }

    fn last_words(&self) -> String {
        // Without a log there are no last words; that the emulator is gone is what matters.
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

impl Drop for Emulator {
    fn drop(&mut self) {
        // After a stop there is nobody left to end; after a panic there is.
        if self.child.try_wait().is_ok_and(|status| status.is_none()) {
            end_group(self.group);
        }
    }
}

/// Forgets everything that earlier runs left in a state folder.
pub async fn reset(state: &Path) -> Result<(), EmulatorError> {
    match tokio::fs::remove_dir_all(state).await {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(EmulatorError::State {
            folder: state.to_path_buf(),
            source: error,
        }),
        _ => Ok(()),
    }
}

/// Ends what is left of a process group: the handlers that a dead emulator started.
fn end_group(group: Pid) {
    // No process left in the group is an error to the system and the aim here.
    let _ = kill_process_group(group, Signal::KILL);
}

fn environment(config: &Config, address: &str) -> Vec<(&'static str, String)> {
    let folder = |name: &str| config.state.join(name).display().to_string();
    vec![
        ("AUTH", "true".to_owned()),
        ("AWS_ENDPOINT_URL", address.to_owned()),
        ("BIND_HOST", "127.0.0.1".to_owned()),
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

/// Whether the health address answers 200.
async fn answers(port: u16) -> bool {
    let exchange = async {
        let mut stream = TcpStream::connect(SocketAddr::from((Ipv4Addr::LOCALHOST, port))).await?;
        stream
            .write_all(b"GET /_ministack/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            .await?;
        let mut status = [0; 12];
        stream.read_exact(&mut status).await?;
        Ok::<_, std::io::Error>(status.ends_with(b" 200"))
    };
    exchange.await.unwrap_or(false)
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
        }
    }

    #[tokio::test]
    async fn a_missing_python_environment_is_told_with_the_way_to_it() {
        let error = Emulator::start(&config(Path::new("nowhere"))).await.unwrap_err();
        assert_eq!(
            error.to_string(),
            "the emulator is not installed in `nowhere`; with Python 3.10 or newer: \
             `python3 -m venv nowhere && nowhere/bin/pip install ministack==1.5.33 cryptography`"
        );
    }

    #[tokio::test]
    async fn a_death_at_the_start_is_told_at_once_with_its_last_words() {
        let folder = tempfile::tempdir().unwrap();
        let bin = folder.path().join("bin");
        std::fs::create_dir(&bin).unwrap();
        // A shell makes nothing of the script, and says so.
        std::os::unix::fs::symlink("/bin/sh", bin.join("python")).unwrap();
        File::create(bin.join("ministack")).unwrap();
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
        let environment = environment(&config(Path::new("/state")), "http://127.0.0.1:4566");
        assert!(environment.contains(&("BIND_HOST", "127.0.0.1".to_owned())));
        assert!(environment.contains(&("AUTH", "true".to_owned())));
        assert!(environment.contains(&("STATE_DIR", "/state/state".to_owned())));
    }

    #[tokio::test]
    async fn forgetting_a_state_that_never_was_is_no_error() {
        let folder = tempfile::tempdir().unwrap();
        reset(&folder.path().join("never")).await.unwrap();
    }
}
