//! The user pool for one test, as far as it tells who a token was made out to: over a real connection, with the answer that
//! the test wants.

use std::sync::{Arc, Mutex};

use tokio::{
    io::{self, AsyncBufReadExt, AsyncWriteExt, BufStream},
    net::{TcpListener, TcpStream},
};

/// Where somebody could listen and nobody does.
pub(crate) async fn nobody() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    address(&listener)
}

pub(crate) struct Pool {
    pub(crate) endpoint: String,
    shown: Arc<Mutex<Vec<String>>>,
}

impl Pool {
    pub(crate) async fn that_says(status: u16, body: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let endpoint = address(&listener);
        let length = body.len();
        let answer = format!(
            "HTTP/1.1 {status} Status\r\ncontent-type: application/json\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n{body}"
        );
        let shown = Arc::new(Mutex::new(Vec::new()));
        let seen = Arc::clone(&shown);
        tokio::spawn(async move {
            while let Ok((connection, _)) = listener.accept().await {
                tokio::spawn(converse(
                    BufStream::new(connection),
                    answer.clone(),
                    Arc::clone(&seen),
                ));
            }
        });
        Self { endpoint, shown }
    }

    /// The credentials that it was shown.
    pub(crate) fn shown(&self) -> Vec<String> {
        self.shown.lock().expect("no holder panics").clone()
    }
}

fn address(listener: &TcpListener) -> String {
    let address = listener.local_addr().expect("the socket is bound");
    format!("http://{address}/oauth2/userInfo")
}

async fn converse(
    mut connection: BufStream<TcpStream>,
    answer: String,
    shown: Arc<Mutex<Vec<String>>>,
) -> io::Result<()> {
    loop {
        let mut line = String::new();
        connection.read_line(&mut line).await?;
        match line.trim_end().split_once(": ") {
            Some((name, value)) if name.eq_ignore_ascii_case("authorization") => {
                shown.lock().expect("no holder panics").push(value.to_owned());
            }
            None if line.trim_end().is_empty() => break,
            _ => {}
        }
    }
    connection.write_all(answer.as_bytes()).await?;
    connection.flush().await?;
    connection.shutdown().await
}
