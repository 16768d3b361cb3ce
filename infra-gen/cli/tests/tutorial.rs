//! Follows `docs/TUTORIAL.md` literally: writes its files, runs its commands, and compares their output.
//!
//! Different from a reader's machine are the path to this checkout, the emulator's port, the versions (from this
//! workspace's lock file), and the emulator (from this repository's `.venv`). On the page, a line `...` matches any lines,
//! and `…` any part of a line. A block is `skip`ped only if it would install something or call AWS.

#![expect(clippy::unwrap_used, reason = "a panic is how a test reports a failed step")]

#[path = "../../local/tests/common/port.rs"]
mod port;
#[path = "system/times.rs"]
mod times;

use std::io::{BufRead as _, BufReader};
use std::net::{Ipv4Addr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use port::Port;

/// How long the emulator may take to stop after the program has ended.
const TIMEOUT: Duration = Duration::from_mins(5);

const PAGE: &str = include_str!("../../../docs/TUTORIAL.md");

#[test]
fn the_tutorial_works_as_it_is_written() {
    let mut reader = Reader::new();
    for block in blocks(PAGE) {
        match block.kind {
            Kind::File(path) => reader.write(path, block.text),
            Kind::Session => sessions(block.text).for_each(|session| reader.run(&session)),
            Kind::Background => sessions(block.text).for_each(|session| reader.start(&session)),
            Kind::Skipped => {}
        }
    }
    reader.interrupt();
}

#[test]
fn the_tutorial_installs_the_emulator_that_this_repository_uses() {
    let requirements = include_str!("../../../requirements.txt");
    let install = PAGE.lines().find(|line| line.contains("pip install")).unwrap();
    for package in install.split_whitespace().filter(|word| word.contains("==")) {
        assert!(requirements.lines().any(|line| line == package), "{package}");
    }
}

/// Without the same profile, a reader's build takes minutes and hundreds of megabytes more.
#[test]
fn the_tutorials_workspace_has_the_development_profile_of_this_repository() {
    let profile = |manifest: &str| -> Vec<String> {
        let from = manifest
            .find("[profile.dev]")
            .expect("there is a development profile");
        let lines = manifest[from..].lines();
        lines
            .take_while(|line| !line.starts_with('[') || line.starts_with("[profile.dev"))
            .filter(|line| !line.trim().is_empty() && !line.starts_with('#'))
            .map(str::to_owned)
            .collect()
    };
    let root = std::fs::read_to_string(repository().join("Cargo.toml")).unwrap();
    let page = blocks(PAGE).find_map(|block| match block.kind {
        Kind::File("Cargo.toml") => Some(block.text),
        _ => None,
    });
    assert_eq!(profile(page.unwrap()), profile(&root));
}

#[test]
fn the_tutorials_builds_show_their_progress() {
    assert!(!PAGE.contains("--quiet --package"), "Cargo is silent for minutes");
}

/// A fenced block of the page.
struct Block<'a> {
    kind: Kind<'a>,
    text: &'a str,
}

enum Kind<'a> {
    File(&'a str),
    Session,
    Background,
    Skipped,
}

fn blocks(page: &str) -> impl Iterator<Item = Block<'_>> {
    page.split("\n```").skip(1).step_by(2).map(|fenced| {
        let (info, text) = fenced.split_once('\n').unwrap();
        let kind = match info.split_once(' ') {
            None if info == "console" => Kind::Session,
            Some(("console", "background")) => Kind::Background,
            Some(("console", "skip")) => Kind::Skipped,
            Some((_, file)) if file.starts_with("file=") => Kind::File(&file["file=".len()..]),
            _ => panic!("unknown kind of block: `{info}`"),
        };
        Block { kind, text }
    })
}

/// A command with its expected output.
struct Session<'a> {
    command: &'a str,
    expected: &'a str,
}

fn sessions(text: &str) -> impl Iterator<Item = Session<'_>> {
    let text = text.strip_prefix("$ ").unwrap();
    text.split("\n$ ").map(|session| {
        let (command, expected) = session.split_once('\n').unwrap_or((session, ""));
        Session { command, expected }
    })
}

/// A reader who follows the page.
struct Reader {
    folder: PathBuf,
    target: PathBuf,
    port: Port,
    /// The commands that change the shell's environment.
    shell: String,
    running: Option<Child>,
}

impl Reader {
    fn new() -> Self {
        // The same folder every time, so that the next build is faster.
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("tutorial");
        if folder.exists() {
            std::fs::remove_dir_all(&folder).unwrap();
        }
        std::fs::create_dir_all(&folder).unwrap();
        Self {
            target: Path::new(env!("CARGO_TARGET_TMPDIR"))
                .parent()
                .unwrap()
                .to_path_buf(),
            folder,
            port: Port::claim(),
            shell: String::new(),
            running: None,
        }
    }

    /// Adapts the page's text to this machine.
    fn adapt(&self, text: &str) -> String {
        text.replace("../../cookie-shop", &repository().display().to_string())
            .replace("4566", &self.port.to_string())
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.folder.join(path);
        std::fs::write(&path, self.adapt(text) + "\n")
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }

    #[track_caller]
    fn run(&mut self, session: &Session<'_>) {
        if let Some(folder) = session.command.strip_prefix("cd ") {
            self.folder.push(folder);
            std::fs::copy(repository().join("Cargo.lock"), self.folder.join("Cargo.lock")).unwrap();
            std::os::unix::fs::symlink(repository().join(".venv"), self.folder.join(".venv")).unwrap();
            return;
        }
        if session.command.starts_with("eval ") {
            self.shell.push_str(session.command);
            self.shell.push('\n');
            return;
        }
        let output = self.command(session.command).output().unwrap();
        let said = String::from_utf8(output.stdout).unwrap();
        let expected = self.adapt(session.expected);
        assert!(
            matches(&lines(&expected), &lines(&said)),
            "$ {}\n{said}\n--- expected\n{expected}",
            session.command
        );
    }

    /// Starts a command and waits until it has printed the last line on the page.
    #[track_caller]
    fn start(&mut self, session: &Session<'_>) {
        let mut command = self.command(&format!("exec {}", session.command));
        let child = self
            .running
            .insert(command.stdout(Stdio::piped()).spawn().unwrap());
        let stdout = child.stdout.take().unwrap();
        let expected = self.adapt(session.expected);
        let last = lines(&expected).pop().unwrap();
        let mut said = Vec::new();
        let mut lines_read = BufReader::new(stdout).lines().map_while(Result::ok);
        for line in lines_read.by_ref() {
            said.extend(lines(&line));
            if said.last().is_some_and(|said| line_matches(&last, said)) {
                break;
            }
        }
        assert!(
            matches(&lines(&expected), &said),
            "$ {}\n{}",
            session.command,
            said.join("\n")
        );
        // Reads the rest, because the command would fail when it writes into a closed pipe.
        std::thread::spawn(move || lines_read.for_each(drop));
    }

    /// Sends Ctrl-C and checks that everything stops.
    #[track_caller]
    fn interrupt(&mut self) {
        let mut child = self.running.take().unwrap();
        let sent = Command::new("kill")
            .args(["-INT", &child.id().to_string()])
            .status()
            .unwrap();
        assert!(sent.success());
        assert_eq!(child.wait().unwrap().code(), Some(0));
        let deadline = Instant::now() + TIMEOUT;
        while TcpStream::connect((Ipv4Addr::LOCALHOST, self.port.number())).is_ok() {
            assert!(Instant::now() < deadline, "the emulator still listens");
            std::thread::yield_now();
        }
    }

    fn command(&self, command: &str) -> Command {
        let mut shell = Command::new("sh");
        shell
            .args(["-c", &format!("exec 2>&1\n{}{command}", self.shell)])
            .current_dir(&self.folder)
            .stdin(Stdio::null());
        // Without the variables that Cargo sets for a test, and without the developer's AWS configuration.
        for (name, _) in std::env::vars() {
            if name.starts_with("AWS_") || (name.starts_with("CARGO_") && name != "CARGO_HOME") {
                shell.env_remove(name);
            }
        }
        shell
            .env("CARGO_TARGET_DIR", &self.target)
            .env("CARGO_NET_OFFLINE", "true")
            // The page does not show Cargo's own lines.
            .env("CARGO_TERM_QUIET", "true")
            .env("NO_COLOR", "1");
        shell
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        if let Some(mut child) = self.running.take() {
            // The test has failed already. The emulator ends with the process that started it.
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .canonicalize()
        .unwrap()
}

/// The lines, without durations and trailing spaces.
fn lines(text: &str) -> Vec<String> {
    let text = times::hide(text);
    text.lines().map(|line| line.trim_end().to_owned()).collect()
}

fn matches(expected: &[String], said: &[String]) -> bool {
    match expected.split_first() {
        None => said.is_empty(),
        Some((any, rest)) if any == "..." => (0..=said.len()).any(|skipped| matches(rest, &said[skipped..])),
        Some((line, rest)) => said
            .split_first()
            .is_some_and(|(first, others)| line_matches(line, first) && matches(rest, others)),
    }
}

fn line_matches(expected: &str, said: &str) -> bool {
    let mut parts = expected.split('…');
    let first = parts.next().unwrap_or_default();
    let Some(mut left) = said.strip_prefix(first) else {
        return false;
    };
    let mut parts = parts.peekable();
    if parts.peek().is_none() {
        return left.is_empty();
    }
    while let Some(part) = parts.next() {
        if parts.peek().is_none() {
            return left.ends_with(part);
        }
        let Some((_, rest)) = left.split_once(part) else {
            return false;
        };
        left = rest;
    }
    true
}

#[test]
fn an_ellipsis_stands_for_any_part_of_a_line() {
    assert!(line_matches("it … in … bytes", "it is in 12 bytes"));
    assert!(line_matches("it is", "it is"));
    assert!(!line_matches("it is", "it is not"));
    assert!(!line_matches("it … bytes", "it is 12 bits"));
}
