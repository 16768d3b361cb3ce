//! A minimal HTTP/1.1 for the fake services of the tests: one request and one response per connection.

use std::io::{BufRead, BufReader, Read as _, Write as _};
use std::net::TcpStream;

/// A received request.
pub(crate) struct Request {
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

impl Request {
    /// Reads a request, or `None` if the connection ends first.
    pub(crate) fn read(stream: &TcpStream) -> Option<Self> {
        let mut reader = BufReader::new(stream);
        let head = head(&mut reader)?;
        if value(&head, "expect").is_some() {
            (&*stream).write_all(b"HTTP/1.1 100 Continue\r\n\r\n").ok()?;
        }
        let length = value(&head, "content-length").map_or(0, |length| length.parse().unwrap());
        assert!(
            value(&head, "transfer-encoding").is_none(),
            "a body without a length is not supported:\n{head}"
        );
        let mut body = vec![0; length];
        reader.read_exact(&mut body).ok()?;
        Some(Self { head, body })
    }

    /// `POST` or `GET`.
    pub(crate) fn method(&self) -> &str {
        self.head.split(' ').next().unwrap()
    }

    /// A form field of the query protocol.
    pub(crate) fn field(&self, name: &str) -> Option<String> {
        let body = String::from_utf8_lossy(&self.body);
        let prefix = format!("{name}=");
        body.split('&')
            .find_map(|field| field.strip_prefix(&prefix))
            .map(str::to_owned)
    }

    /// The method with the action or the path: `POST CreateChangeSet`, `PUT /bucket/key`.
    pub(crate) fn name(&self) -> String {
        let action = self
            .field("Action")
            .unwrap_or_else(|| self.head.split(' ').nth(1).unwrap().to_owned());
        format!("{} {action}", self.method())
    }
}

fn head(reader: &mut impl BufRead) -> Option<String> {
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        if reader.read_line(&mut head).ok()? == 0 {
            return None;
        }
    }
    Some(head)
}

fn value<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    head.lines()
        .filter_map(|line| line.split_once(':'))
        .find(|(key, _)| key.eq_ignore_ascii_case(name))
        .map(|(_, value)| value.trim())
}

/// Forwards a request and returns the complete response, which ends with the connection.
pub(crate) fn forward(request: &Request, port: u16) -> Vec<u8> {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    let mut lines: Vec<&str> = request
        .head
        .trim_end()
        .lines()
        .filter(|line| {
            let name = line.split(':').next().unwrap();
            !["connection", "expect"].contains(&name.to_lowercase().as_str())
        })
        .collect();
    lines.push("connection: close");
    let head = lines.join("\r\n") + "\r\n\r\n";
    stream.write_all(head.as_bytes()).unwrap();
    stream.write_all(&request.body).unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    answer
}
