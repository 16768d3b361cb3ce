//! Starts an emulator for a test, and sends HTTP requests to it.

use std::fmt::Write as _;
use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, TcpStream};
use std::path::{Path, PathBuf};

use infra_gen_local::emulator::{Config, Emulator};

use crate::port::Port;

/// The origin of the site in these tests.
pub(crate) const SITE: &str = "http://localhost:5999";

/// A port and a state folder, on which an emulator can be started several times.
pub(crate) struct TestEmulator {
    pub(crate) port: Port,
    pub(crate) state: PathBuf,
    _folder: tempfile::TempDir,
}

impl TestEmulator {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self {
            port: Port::claim(),
            state: folder.path().join("emulator"),
            _folder: folder,
        }
    }

    pub(crate) async fn start(&self) -> Emulator {
        Emulator::start(&self.config()).await.unwrap()
    }

    pub(crate) fn config(&self) -> Config {
        Config {
            venv: venv(),
            port: self.port.number(),
            region: "eu-west-1".to_owned(),
            state: self.state.clone(),
            site_origin: Some(SITE.to_owned()),
        }
    }

    pub(crate) fn send(&self, line: &str, headers: &[(&str, &str)], body: &str) -> Response {
        send(self.port.number(), line, headers, body)
    }

    /// The folders of the complete snapshots, oldest first.
    pub(crate) fn snapshots(&self) -> Vec<PathBuf> {
        let mut found: Vec<PathBuf> = std::fs::read_dir(self.state.join("snapshots"))
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| {
                let name = path.file_name().unwrap().to_string_lossy();
                name.bytes().all(|byte| byte.is_ascii_digit())
            })
            .collect();
        found.sort();
        found
    }
}

/// The Python environment of this repository. A missing emulator fails the test.
pub(crate) fn venv() -> PathBuf {
    let venv = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../.venv");
    assert!(
        venv.join("bin/ministack").is_file(),
        "the emulator is missing in `.venv`: run `make setup`"
    );
    venv
}

/// An HTTP response.
#[derive(Debug)]
pub(crate) struct Response {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: String,
}

impl Response {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.head
            .lines()
            .filter_map(|line| line.split_once(": "))
            .find(|(key, _)| key.eq_ignore_ascii_case(name))
            .map(|(_, value)| value)
    }
}

/// Sends a request (`GET /path`), with a loopback `Host` unless `headers` contains one.
#[track_caller]
pub(crate) fn send(port: u16, line: &str, headers: &[(&str, &str)], body: &str) -> Response {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).unwrap();
    let mut request = format!(
        "{line} HTTP/1.1\r\nConnection: close\r\nContent-Length: {}\r\n",
        body.len()
    );
    if !headers.iter().any(|(name, _)| name.eq_ignore_ascii_case("host")) {
        write!(request, "Host: 127.0.0.1:{port}\r\n").unwrap();
    }
    for (name, value) in headers {
        write!(request, "{name}: {value}\r\n").unwrap();
    }
    stream
        .write_all(format!("{request}\r\n{body}").as_bytes())
        .unwrap();
    let mut response = Vec::new();
    stream.read_to_end(&mut response).unwrap();
    let response = String::from_utf8_lossy(&response).into_owned();
    let (head, body) = response.split_once("\r\n\r\n").unwrap();
    Response {
        status: head.split(' ').nth(1).unwrap().parse().unwrap(),
        head: head.to_owned(),
        body: body.to_owned(),
    }
}
