//! Runs a bootstrap binary as Lambda does, and speaks the Runtime API with it.
//!
//! Not simulated: the process is neither frozen between events nor killed at its timeout, and it has the whole CPU.

use std::{
    ffi::OsStr,
    io::{self, BufReader},
    net::{TcpListener, TcpStream},
    process::{Child, Command, ExitStatus, Stdio},
    sync::{
        Arc, Mutex,
        mpsc::{self, Receiver, Sender},
    },
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

use serde_json::Value;

use crate::http;

/// The time after which a test gives up. Slow machines stay far below it.
const PATIENCE: Duration = Duration::from_mins(5);

/// A running bootstrap.
#[derive(Debug)]
pub struct Bootstrap {
    process: Child,
    log: Option<JoinHandle<io::Result<String>>>,
    started: Instant,
    events: Sender<String>,
    reports: Receiver<Report>,
}

/// How an invocation ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The handler returned a response.
    Answer(Value),
    /// The invocation failed: `errorType` and `errorMessage`.
    Failure(Value),
}

impl Bootstrap {
    /// Starts the binary with the function's handler name and environment. It does not inherit this process's environment.
    pub fn start<V: AsRef<OsStr>>(
        binary: &str,
        handler: &str,
        environment: impl IntoIterator<Item = (&'static str, V)>,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port on 127.0.0.1");
        let address = listener.local_addr().expect("the socket is bound");
        let (events, queue) = mpsc::channel();
        let (reporter, reports) = mpsc::channel();
        thread::spawn(move || serve(&listener, &Arc::new(Mutex::new(queue)), &reporter));

        let started = Instant::now();
        let mut process = Command::new(binary)
            .env_clear()
            .env("_HANDLER", handler)
            .env("AWS_LAMBDA_RUNTIME_API", address.to_string())
            .env("AWS_LAMBDA_FUNCTION_NAME", handler)
            .env("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "128")
            .env("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST")
            .env("AWS_REGION", "eu-central-1")
            .env("AWS_ACCESS_KEY_ID", "test")
            .env("AWS_SECRET_ACCESS_KEY", "test")
            .envs(environment)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap_or_else(|error| panic!("`{binary}` does not start: {error}"));
        let stdout = process.stdout.take().expect("stdout is piped");
        // Read continuously: a process that logs more than a pipe holds would block.
        let log = thread::spawn(move || io::read_to_string(stdout));
        Self {
            process,
            log: Some(log),
            started,
            events,
            reports,
        }
    }

    /// Waits until the bootstrap requests its first event. Returns the duration of the start.
    #[track_caller]
    pub fn ready(&mut self) -> Duration {
        match self.report() {
            Report::Next(at) => at - self.started,
            Report::Done(outcome, _) => panic!("an outcome before any event: {outcome:?}"),
        }
    }

    /// Sends an event to a bootstrap that is [`ready`](Self::ready). Waits for the outcome, and until it is ready again.
    #[track_caller]
    pub fn invoke(&mut self, event: impl Into<String>) -> (Outcome, Duration) {
        let sent = Instant::now();
        self.events
            .send(event.into())
            .expect("the Runtime API lives as long as the bootstrap");
        let Report::Done(outcome, at) = self.report() else {
            panic!("the bootstrap asked for an event before it answered the last")
        };
        self.ready();
        (outcome, at - sent)
    }

    /// The process ID.
    pub fn pid(&self) -> u32 {
        self.process.id()
    }

    /// Waits for a bootstrap that fails to start. Returns its exit status and its log.
    pub fn ended(mut self) -> (ExitStatus, Vec<Value>) {
        let log = self.log();
        (self.process.wait().expect("the process is ours"), log)
    }

    /// Kills the process. Returns its log.
    pub fn stop(mut self) -> Vec<Value> {
        self.process.kill().expect("the process is ours");
        let log = self.log();
        self.process.wait().expect("the process is ours");
        log
    }

    #[track_caller]
    fn report(&mut self) -> Report {
        self.reports
            .recv_timeout(PATIENCE)
            .unwrap_or_else(|_| panic!("no word from the bootstrap in {PATIENCE:?}"))
    }

    /// All of stdout: one JSON object per line.
    fn log(&mut self) -> Vec<Value> {
        let log = self.log.take().expect("the log is taken once");
        let log = log.join().expect("a reader does not panic");
        log.expect("the log is text")
            .lines()
            .map(|line| serde_json::from_str(line).unwrap_or_else(|_| panic!("not JSON: {line}")))
            .collect()
    }
}

impl Drop for Bootstrap {
    fn drop(&mut self) {
        // It may have exited already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// What the bootstrap did, with the time.
#[derive(Debug)]
enum Report {
    Next(Instant),
    Done(Outcome, Instant),
}

type Queue = Arc<Mutex<Receiver<String>>>;

fn serve(listener: &TcpListener, queue: &Queue, reporter: &Sender<Report>) {
    for connection in listener.incoming().flatten() {
        let (queue, reporter) = (Arc::clone(queue), reporter.clone());
        // The connection fails when the bootstrap or the test ends, and the receiver of the channel notices that.
        thread::spawn(move || converse(connection, &queue, &reporter));
    }
}

fn converse(connection: TcpStream, queue: &Queue, reporter: &Sender<Report>) -> io::Result<()> {
    connection.set_nodelay(true)?;
    let mut answers = connection.try_clone()?;
    let mut requests = BufReader::new(connection);
    while let Some(request) = http::read(&mut requests)? {
        let now = Instant::now();
        let outcome = || serde_json::from_str(&request.body).map_err(io::Error::from);
        match (request.method.as_str(), request.path.rsplit('/').next()) {
            ("GET", Some("next")) => {
                if reporter.send(Report::Next(now)).is_err() {
                    break;
                }
                let Ok(event) = queue.lock().expect("no holder panics").recv() else {
                    break;
                };
                http::write(&mut answers, "200 OK", INVOCATION, &event)?;
            }
            ("POST", Some("response")) => {
                http::write(&mut answers, "202 Accepted", "", "{}")?;
                if reporter
                    .send(Report::Done(Outcome::Answer(outcome()?), now))
                    .is_err()
                {
                    break;
                }
            }
            ("POST", Some("error")) => {
                http::write(&mut answers, "202 Accepted", "", "{}")?;
                if reporter
                    .send(Report::Done(Outcome::Failure(outcome()?), now))
                    .is_err()
                {
                    break;
                }
            }
            _ => http::write(&mut answers, "404 Not Found", "", "{}")?,
        }
    }
    Ok(())
}

const INVOCATION: &str = "lambda-runtime-aws-request-id: 8476a536-e9f4-11e8-9739-2dfe598c3fcd\r\n\
    lambda-runtime-deadline-ms: 4102444800000\r\n\
    lambda-runtime-invoked-function-arn: arn:aws:lambda:eu-central-1:000000000000:function:test\r\n\
    lambda-runtime-trace-id: Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700\r\n";
