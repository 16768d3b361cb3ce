//! A token endpoint for one test: takes forms over a real connection, and answers what it is told to, down to the byte.
//!
//! Absent: a user pool. What a pool makes of a grant is tried on the stack as a whole.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex},
    time::Duration,
};

use serde_json::{Value, json};
use shop_auth::exchange_tokens::ExchangeTokens;
use shop_contract::ExchangeTokensEnv;
use shop_runtime::{AllowedOrigins, Handler, Response, SdkConfig, answer};
use shop_testing::{CLIENT, Event};
use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufStream},
    net::{TcpListener, TcpStream},
    time::sleep,
};

pub(crate) const ORIGIN: &str = "https://shop.example";
pub(crate) const HOME: &str = "https://shop.example/sign-in/callback";

/// What the endpoint does with a form.
#[derive(Debug, Clone)]
pub(crate) enum Says {
    /// Answers with the status, a header line if any, and the body.
    Answer(u16, &'static str, String),
    /// Writes these bytes, and closes the connection.
    Raw(String),
    /// Closes the connection without a word.
    Nothing,
    /// Keeps the connection, and never answers.
    Silence,
    /// Answers a byte a second, for ever.
    Drip,
}

impl Says {
    pub(crate) fn json(status: u16, body: &Value) -> Self {
        Self::Answer(status, "", body.to_string())
    }

    /// An error of OAuth 2.0.
    pub(crate) fn error(status: u16, name: &str) -> Self {
        Self::json(
            status,
            &json!({ "error": name, "error_description": "hush-description" }),
        )
    }

    /// Tokens, each of which begins with `hush`.
    pub(crate) fn tokens() -> Self {
        let tokens = json!({
            "access_token": "hush-a.a.a", "id_token": "hush-i.i.i", "refresh_token": "hush-r", "token_type": "Bearer",
            "expires_in": 300
        });
        Self::json(200, &tokens)
    }
}

/// A form that came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Asked {
    pub(crate) media_type: String,
    pub(crate) fields: BTreeMap<String, String>,
}

pub(crate) struct Pool {
    pub(crate) endpoint: String,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl Pool {
    pub(crate) async fn that_says(says: Says) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("the socket is bound");
        let asked = Arc::new(Mutex::new(Vec::new()));
        let heard = Arc::clone(&asked);
        tokio::spawn(async move {
            while let Ok((connection, _)) = listener.accept().await {
                let (says, heard) = (says.clone(), Arc::clone(&heard));
                tokio::spawn(converse(BufStream::new(connection), says, heard));
            }
        });
        Self {
            endpoint: format!("http://{address}/oauth2/token"),
            asked,
        }
    }

    /// An endpoint at which nobody listens.
    pub(crate) async fn gone() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("the socket is bound");
        Self {
            endpoint: format!("http://{address}/oauth2/token"),
            asked: Arc::default(),
        }
    }

    /// The forms that came in.
    pub(crate) fn asked(&self) -> Vec<Asked> {
        self.asked.lock().expect("no holder panics").clone()
    }

    pub(crate) fn env(&self) -> ExchangeTokensEnv<String> {
        ExchangeTokensEnv {
            token_endpoint: self.endpoint.clone(),
            user_pool_client: CLIENT.to_owned(),
            redirect_uris: HOME.to_owned(),
            allowed_origins: ORIGIN.to_owned(),
        }
    }

    /// Asks the handler with a body, as a browser does.
    pub(crate) async fn exchange(&self, body: &Value) -> Response {
        self.ask("application/json", &body.to_string()).await
    }

    pub(crate) async fn ask(&self, media_type: &str, body: &str) -> Response {
        let handler = ExchangeTokens::start(self.env(), &SdkConfig::builder().build()).await;
        let event = event(media_type, body);
        answer(&handler, &AllowedOrigins::parse(ORIGIN), &event)
            .await
            .expect("the event is the gateway's")
    }
}

pub(crate) fn event(media_type: &str, body: &str) -> String {
    let event = Event {
        path: "/exchange-token",
        headers: &[("content-type", media_type), ("origin", ORIGIN)],
        ..Event::default()
    };
    event.post(body)
}

/// What the site sends after a sign-in. What is secret about it begins with `hush`.
pub(crate) fn code_grant() -> Value {
    json!({
        "grantType": "authorization_code", "code": "hush-code", "codeVerifier": format!("hush-verifier{}", "v".repeat(40)),
        "redirectUri": HOME
    })
}

pub(crate) fn refresh_grant() -> Value {
    json!({ "grantType": "refresh_token", "refreshToken": "hush-refresh" })
}

/// One request: a form is heard and answered as the test wants, anything else as a gateway does.
async fn converse(
    mut connection: BufStream<TcpStream>,
    says: Says,
    heard: Arc<Mutex<Vec<Asked>>>,
) -> std::io::Result<()> {
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
    if !start.starts_with("POST ") {
        let missing = "HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";
        connection.write_all(missing.as_bytes()).await?;
        return connection.flush().await;
    }
    let length = headers["content-length"].parse().expect("a length");
    let mut body = vec![0; length];
    connection.read_exact(&mut body).await?;
    heard.lock().expect("no holder panics").push(Asked {
        media_type: headers["content-type"].clone(),
        fields: form_urlencoded::parse(&body).into_owned().collect(),
    });
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
