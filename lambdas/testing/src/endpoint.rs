//! An HTTP endpoint outside AWS, for one test. It accepts real connections and responds as configured, down to single
//! bytes.

use std::{
    collections::BTreeMap,
    io,
    net::{Ipv4Addr, SocketAddr, SocketAddrV4},
    sync::{Arc, Mutex},
    time::Duration,
};

use serde_json::Value;
use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufStream},
    net::{TcpListener, TcpSocket, TcpStream},
    time::sleep,
};

/// An endpoint that listens as long as the test runs.
#[derive(Debug)]
pub struct Endpoint {
    /// Its URL: `http://`, host and port.
    pub origin: String,
    asked: Arc<Mutex<Vec<Asked>>>,
    /// Reserves the port of an endpoint that does not listen.
    _vacant: Option<TcpSocket>,
}

/// How an endpoint responds.
#[derive(Debug, Clone)]
pub enum Says {
    /// Responds with the status, an optional header line and the body.
    Answer(u16, &'static str, String),
    /// Writes these bytes and closes the connection.
    Raw(String),
    /// Closes the connection without a response.
    Nothing,
    /// Keeps the connection open and never responds.
    Silence,
    /// Sends one byte per second, forever.
    Drip,
}

impl Says {
    /// Responds with JSON.
    pub fn json(status: u16, body: &Value) -> Self {
        Self::Answer(status, "", body.to_string())
    }
}

/// A received request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The headers with lower-case names.
    pub headers: BTreeMap<String, String>,
    /// The body.
    pub body: Vec<u8>,
}

impl Endpoint {
    /// An endpoint that responds in this way. A request with neither a body nor credentials only opens a connection: it gets the
    /// response of a gateway and is not recorded.
    pub async fn that_says(says: Says) -> Self {
        let listener = TcpListener::bind(FREE).await.expect("a free port");
        let origin = origin(listener.local_addr());
        let asked = Arc::new(Mutex::new(Vec::new()));
        let heard = Arc::clone(&asked);
        tokio::spawn(async move {
            while let Ok((connection, _)) = listener.accept().await {
                let (says, heard) = (says.clone(), Arc::clone(&heard));
                tokio::spawn(converse(BufStream::new(connection), says, heard));
            }
        });
        Self {
            origin,
            asked,
            _vacant: None,
        }
    }

    /// An endpoint that refuses connections.
    pub fn gone() -> Self {
        let socket = TcpSocket::new_v4().expect("a socket");
        socket.bind(FREE.into()).expect("a free port");
        Self {
            origin: origin(socket.local_addr()),
            asked: Arc::default(),
            _vacant: Some(socket),
        }
    }

    /// The received requests.
    pub fn asked(&self) -> Vec<Asked> {
        self.asked.lock().expect("no holder panics").clone()
    }
}

/// A free port, chosen by the system.
const FREE: SocketAddrV4 = SocketAddrV4::new(Ipv4Addr::LOCALHOST, 0);

fn origin(address: io::Result<SocketAddr>) -> String {
    format!("http://{}", address.expect("the socket is bound"))
}

async fn converse(
    mut connection: BufStream<TcpStream>,
    says: Says,
    heard: Arc<Mutex<Vec<Asked>>>,
) -> io::Result<()> {
    let asked = read(&mut connection).await?;
    if asked.body.is_empty() && !asked.headers.contains_key("authorization") {
        let missing = "HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";
        connection.write_all(missing.as_bytes()).await?;
        return connection.flush().await;
    }
    heard.lock().expect("no holder panics").push(asked);
    match says {
        Says::Answer(status, header, body) => {
            let length = body.len();
            let answer = format!(
                "HTTP/1.1 {status} Status\r\n{header}content-type: application/json\r\ncontent-length: {length}\r\n\r\n{body}"
            );
            connection.write_all(answer.as_bytes()).await?;
        }
        Says::Raw(bytes) => connection.write_all(bytes.as_bytes()).await?,
        Says::Nothing => {}
        Says::Silence => std::future::pending().await,
        Says::Drip => {
            let start = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n";
            connection.write_all(start.as_bytes()).await?;
            loop {
                connection.write_all(b" ").await?;
                connection.flush().await?;
                sleep(Duration::from_secs(1)).await;
            }
        }
    }
    connection.flush().await?;
    connection.shutdown().await
}

async fn read(connection: &mut BufStream<TcpStream>) -> io::Result<Asked> {
    let mut start = String::new();
    connection.read_line(&mut start).await?;
    let mut headers = BTreeMap::new();
    loop {
        let mut line = String::new();
        connection.read_line(&mut line).await?;
        let Some((name, value)) = line.trim_end().split_once(": ") else {
            break;
        };
        headers.insert(name.to_lowercase(), value.to_owned());
    }
    let length = headers.get("content-length");
    let length = length.map_or(0, |length| length.parse().expect("a length"));
    let mut body = vec![0; length];
    connection.read_exact(&mut body).await?;
    Ok(Asked { headers, body })
}
