//! The part of HTTP/1.1 that the Runtime API needs: requests and responses with a length, and keep-alive. No chunked encoding,
//! TLS or pipelining. It is blocking, so that a benchmark measures the bootstrap and not an executor.

use std::io::{self, BufRead, Write};

/// A received request.
#[derive(Debug)]
pub(crate) struct Incoming {
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) body: String,
}

/// Reads the next request. Returns none if the peer has closed the connection.
pub(crate) fn read(stream: &mut impl BufRead) -> io::Result<Option<Incoming>> {
    let mut start = String::new();
    if stream.read_line(&mut start)? == 0 {
        return Ok(None);
    }
    let mut words = start.split_whitespace().map(str::to_owned);
    let (Some(method), Some(path)) = (words.next(), words.next()) else {
        return Err(io::Error::new(
            io::ErrorKind::InvalidData,
            format!("not a request: `{}`", start.trim()),
        ));
    };
    let mut length = 0;
    loop {
        let mut header = String::new();
        stream.read_line(&mut header)?;
        let Some((name, value)) = header.trim_end().split_once(':') else {
            break;
        };
        if name.eq_ignore_ascii_case("content-length") {
            length = value
                .trim()
                .parse()
                .map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))?;
        }
    }
    let mut body = vec![0; length];
    stream.read_exact(&mut body)?;
    let body = String::from_utf8(body).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))?;
    Ok(Some(Incoming { method, path, body }))
}

/// Writes a response with one call. Two calls would wait for the peer's delayed acknowledgement.
pub(crate) fn write(stream: &mut impl Write, status: &str, headers: &str, body: &str) -> io::Result<()> {
    let length = body.len();
    let answer = format!(
        "HTTP/1.1 {status}\r\n{headers}content-type: application/json\r\ncontent-length: {length}\r\n\r\n{body}"
    );
    stream.write_all(answer.as_bytes())
}
