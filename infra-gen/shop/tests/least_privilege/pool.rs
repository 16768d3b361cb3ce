//! A user pool's token endpoint, as far as one exchange needs it.

use serde_json::json;
use tokio::{
    io::{self, AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufStream},
    net::{TcpListener, TcpStream},
};

/// Where an endpoint is that answers every form with tokens, for as long as the test runs.
pub(crate) async fn token_endpoint() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("the socket is bound");
    tokio::spawn(async move {
        while let Ok((connection, _)) = listener.accept().await {
            // Whoever only looks whether somebody is there hangs up in between.
            let _ = converse(BufStream::new(connection)).await;
        }
    });
    format!("http://{address}/oauth2/token")
}

async fn converse(mut connection: BufStream<TcpStream>) -> io::Result<()> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        connection.read_line(&mut line).await?;
        match line.trim_end().to_lowercase().split_once(": ") {
            Some(("content-length", value)) => length = value.parse().expect("a length"),
            _ if line.trim_end().is_empty() => break,
            _ => {}
        }
    }
    connection.read_exact(&mut vec![0; length]).await?;
    let body = json!({
        "access_token": "a.a.a", "id_token": "i.i.i", "refresh_token": "r", "token_type": "Bearer", "expires_in": 300
    })
    .to_string();
    let length = body.len();
    let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: close\r\ncontent-length:";
    let answer = format!("{head} {length}\r\n\r\n{body}");
    connection.write_all(answer.as_bytes()).await?;
    connection.shutdown().await
}
