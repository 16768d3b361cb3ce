//! Fixtures of the tests: an emulator, a workspace and the program.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Ipv4Addr, TcpStream};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use infra_gen_local::emulator::{Config, Emulator};
use tempfile::TempDir;
use tokio::runtime::Runtime;

use crate::http::{Request, forward};
use crate::mask;
use crate::port::Port;

/// The time limit of each wait. It includes a cold build of the handler on a slow and busy machine.
pub(crate) const TIMEOUT: Duration = Duration::from_mins(15);

/// An emulator on its own port. Stopped when dropped.
pub(crate) struct Endpoint {
    runtime: Runtime,
    emulator: Option<Emulator>,
    address: String,
    port: Port,
    _state: TempDir,
}

impl Endpoint {
    pub(crate) fn start() -> Self {
        let port = Port::claim();
        let state = tempfile::tempdir().unwrap();
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .unwrap();
        let config = Config {
            venv: venv(),
            port: port.number(),
            region: "eu-west-1".to_owned(),
            state: state.path().to_path_buf(),
            site_origin: None,
        };
        let emulator = runtime.block_on(Emulator::start(&config)).unwrap();
        Self {
            address: emulator.address().to_owned(),
            runtime,
            emulator: Some(emulator),
            port,
            _state: state,
        }
    }

    pub(crate) fn port(&self) -> u16 {
        self.port.number()
    }

    /// Sends a request directly to the emulator: `POST /` with a form, as in the query protocol.
    pub(crate) fn send(&self, line: &str, body: &str) -> String {
        let service = if line.starts_with("GET") {
            "s3"
        } else {
            "cloudformation"
        };
        // The emulator rejects a signal that has a content type.
        let kind = if line.starts_with("PUT") {
            ""
        } else {
            "Content-Type: application/x-www-form-urlencoded\r\n"
        };
        self.send_to(service, line, kind, body)
    }

    /// Creates a bucket (`/bucket`) or an object (`/bucket/key`) directly in the emulator.
    pub(crate) fn put(&self, path: &str, body: &str) {
        let answer = self.send_to("s3", &format!("PUT {path}"), "", body);
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    }

    fn send_to(&self, service: &str, line: &str, kind: &str, body: &str) -> String {
        let request = Request {
            head: format!(
                "{line} HTTP/1.1\r\nHost: localhost\r\n{kind}Content-Length: {}\r\nAuthorization: AWS4-HMAC-SHA256 \
                 Credential=test/20261101/eu-west-1/{service}/aws4_request, SignedHeaders=host, Signature=none\r\n\r\n",
                body.len()
            ),
            body: body.as_bytes().to_vec(),
        };
        String::from_utf8_lossy(&forward(&request, self.port())).into_owned()
    }

    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// The program in a workspace, with this endpoint.
    pub(crate) fn program(&self, workspace: &Workspace, template: &str) -> Program {
        let mut program = Program::new(workspace, template);
        program.command.env("AWS_ENDPOINT_URL", &self.address);
        program.emulated = true;
        program
            .hidden
            .push((self.address.clone(), "http://127.0.0.1:PORT".to_owned()));
        program
    }
}

impl Drop for Endpoint {
    fn drop(&mut self) {
        if let Some(emulator) = self.emulator.take() {
            self.runtime.block_on(emulator.stop()).unwrap();
        }
    }
}

/// The Python environment of this repository. A test fails if the emulator is missing.
pub(crate) fn venv() -> PathBuf {
    let venv = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../.venv");
    assert!(
        venv.join("bin/ministack").is_file(),
        "the emulator is missing in `.venv`: run `make setup`"
    );
    venv
}

/// A Cargo workspace with one handler and one site, in a temporary folder.
pub(crate) struct Workspace(TempDir);

impl Workspace {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        copy(&here().join("workspace"), folder.path());
        let manifest = "[workspace]\nresolver = \"3\"\nmembers = [\"greeter\"]\n\n[profile.lambda]\ninherits = \"release\"\n";
        std::fs::write(folder.path().join("Cargo.toml"), manifest).unwrap();
        Self(folder)
    }

    /// A workspace with the emulator in `.venv`, for `dev`.
    pub(crate) fn with_emulator() -> Self {
        let workspace = Self::new();
        std::os::unix::fs::symlink(venv().canonicalize().unwrap(), workspace.path().join(".venv")).unwrap();
        workspace
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }
}

pub(crate) fn templates() -> PathBuf {
    here().join("templates")
}

fn here() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/system")
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            std::fs::copy(&path, &target).unwrap();
        }
    }
}

/// A call of the program.
pub(crate) struct Program {
    pub(crate) command: Command,
    /// Whether it uses the emulator. The time that a resource takes is then masked.
    emulated: bool,
    hidden: Vec<(String, String)>,
}

impl Program {
    /// `template` is a file in `templates`, or any path.
    pub(crate) fn new(workspace: &Workspace, template: &str) -> Self {
        // Cargo builds examples next to the tests.
        let tests = std::env::current_exe().unwrap();
        let program = tests
            .parent()
            .unwrap()
            .parent()
            .unwrap()
            .join("examples/noticeboard");
        assert!(
            program.is_file(),
            "the example `noticeboard` is not built; run `cargo test`, which builds it"
        );
        let mut command = Command::new(program);
        // The snapshots contain the name of the program.
        command.arg0("infra-gen");
        // Without the variables that Cargo sets for a test, because the program runs Cargo itself, and without the
        // developer's AWS configuration.
        for (name, _) in std::env::vars_os() {
            let text = name.to_string_lossy();
            if text.starts_with("AWS_") || (text.starts_with("CARGO_") && text != "CARGO_HOME") {
                command.env_remove(&name);
            }
        }
        command
            .current_dir(workspace.path())
            .env("AWS_CONFIG_FILE", workspace.path().join("aws-config"))
            .env(
                "AWS_SHARED_CREDENTIALS_FILE",
                workspace.path().join("aws-credentials"),
            )
            .env("TEMPLATE", here().join("templates").join(template))
            .env("NO_COLOR", "1")
            .env("CARGO_TARGET_DIR", workspace.path().join("target"))
            .env("AWS_EC2_METADATA_DISABLED", "true")
            .stdin(Stdio::null());
        Self {
            command,
            emulated: false,
            hidden: vec![(
                workspace.path().join("aws-config").display().to_string(),
                "~/.aws/config".to_owned(),
            )],
        }
    }

    pub(crate) fn parts(mut self, parts: &str) -> Self {
        self.command.env("PARTS", parts);
        self
    }

    /// Runs the program and returns its output, with everything masked that differs between runs.
    pub(crate) fn run(mut self, arguments: &[&str]) -> String {
        let Output {
            status,
            stdout,
            stderr,
        } = self.command.args(arguments).output().unwrap();
        let seen = format!(
            "$ infra-gen {}\n{}{}exit code {}\n",
            arguments.join(" "),
            String::from_utf8_lossy(&stderr),
            String::from_utf8_lossy(&stdout),
            status.code().unwrap()
        );
        let mut seen = mask::hide(&seen);
        if self.emulated {
            seen = mask::hide_work(&seen);
        }
        self.hidden
            .iter()
            .fold(seen, |seen, (from, to)| seen.replace(from, to))
    }

    /// Starts the program and reads its output in the background.
    pub(crate) fn start(mut self, arguments: &[&str]) -> Running {
        let mut child = self
            .command
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = listen(child.stderr.take().unwrap());
        let output = listen(child.stdout.take().unwrap());
        Running {
            child,
            lines,
            output,
            heard: Vec::new(),
        }
    }
}

/// Reads a stream line by line until it ends.
fn listen(stream: impl std::io::Read + Send + 'static) -> Receiver<String> {
    let (sender, lines) = channel();
    std::thread::spawn(move || {
        for line in BufReader::new(stream).lines().map_while(Result::ok) {
            if sender.send(line).is_err() {
                return;
            }
        }
    });
    lines
}

/// A running program. Tests wait for lines on its stderr.
pub(crate) struct Running {
    child: Child,
    lines: Receiver<String>,
    output: Receiver<String>,
    pub(crate) heard: Vec<String>,
}

impl Running {
    /// Waits for a line that contains `text`.
    #[track_caller]
    pub(crate) fn wait_for(&mut self, text: &str) -> String {
        let deadline = Instant::now() + TIMEOUT;
        loop {
            let left = deadline.saturating_duration_since(Instant::now());
            let Ok(line) = self.lines.recv_timeout(left) else {
                panic!("`{text}` was not printed:\n{}", self.heard.join("\n"));
            };
            self.heard.push(line.clone());
            if line.contains(text) {
                return line;
            }
        }
    }

    /// Waits for a line on stdout that contains `text`.
    #[track_caller]
    pub(crate) fn wait_for_output(&self, text: &str) -> String {
        loop {
            let line = self.output.recv_timeout(TIMEOUT).unwrap();
            if line.contains(text) {
                return line;
            }
        }
    }

    pub(crate) fn process_id(&self) -> u32 {
        self.child.id()
    }

    pub(crate) fn signal(&self, signal: &str) {
        kill(signal, self.child.id());
    }

    /// Waits until the program ends. Returns the exit code and everything on stderr.
    pub(crate) fn end(mut self) -> (Option<i32>, String) {
        while let Ok(line) = self.lines.recv_timeout(TIMEOUT) {
            self.heard.push(line);
        }
        let status = self.child.wait().unwrap();
        (status.code(), self.heard.join("\n"))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Only after a failed test is the program still running.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub(crate) fn kill(signal: &str, process: u32) {
    let status = Command::new("kill")
        .args([&format!("-{signal}"), &process.to_string()])
        .status()
        .unwrap();
    assert!(status.success(), "could not send {signal} to process {process}");
}

/// Waits until no process listens on a port.
#[track_caller]
pub(crate) fn expect_closed(port: u16) {
    let deadline = Instant::now() + TIMEOUT;
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
        assert!(
            Instant::now() < deadline,
            "a process still listens on port {port}"
        );
        std::thread::yield_now();
    }
}

/// The response to a GET: head and body.
#[track_caller]
pub(crate) fn get(port: u16, path: &str) -> String {
    get_as(port, "localhost", path)
}

/// [`get`] with another `Host` header.
#[track_caller]
pub(crate) fn get_as(port: u16, host: &str, path: &str) -> String {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).unwrap();
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
    )
    .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

/// Compares the output with the snapshot of that name.
#[track_caller]
pub(crate) fn check(name: &str, seen: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../../../../snapshots/cli");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, seen));
}
