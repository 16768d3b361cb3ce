//! The local inbox: a page of the site's server with the messages of the stack's topics and the mail of its user pools.
//!
//! A topic delivers to the inbox through an HTTP subscription: subscribe [`Inbox::subscription_url`], and the inbox confirms
//! it. The mail of the user pools is read from the emulator whenever the page is requested. The newest few hundred messages
//! are stored in a folder.
//!
//! The inbox sends nothing to other machines and does not trust its input: the subscription URL contains a secret, a
//! confirmation is only ever sent to the endpoint, and all text is escaped. Signatures are not checked, because the emulator
//! does not sign. The site's server decides who may read the inbox: invitations contain passwords.
//!
//! - `sns_message.rs`: parses and checks what topics post.
//! - `mailbox.rs`, `html_text.rs`: the mail of the user pools.
//! - `endpoint.rs`: the HTTP client.
//! - `store.rs`, `secret.rs`: the files.
//! - `page.rs`: the HTML page.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use hyper::body::Bytes;
use hyper::header::{self, HeaderMap, HeaderName, HeaderValue};
use hyper::http::request::Parts;
use hyper::http::uri::{Authority, PathAndQuery};
use hyper::{Method, Response, StatusCode, Uri};
use tokio::sync::watch;

use self::endpoint::Endpoint;
use self::message::Message;
use self::sns_message::{Rejection, SnsMessage};
use self::store::Store;

mod endpoint;
mod html_text;
mod mailbox;
mod message;
mod page;
mod secret;
mod sns_message;
mod store;

/// The path of the page. All paths below it belong to the inbox.
pub const PATH: &str = "/_inbox";

/// The maximum size of a request. A topic accepts messages of 256 KiB, which are escaped in its JSON.
const MAX_BODY: usize = 1 << 20;

/// The origin of accepted messages. Topics of another region are rejected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MessageOrigin {
    /// The endpoint that delivers, `127.0.0.1:4566`.
    pub endpoint: Authority,
    /// The region of the stack.
    pub region: String,
}

/// Why the inbox cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum InboxError {
    /// The folder or a file in it cannot be used.
    #[error("could not {action} `{path}`, a file of the inbox")]
    File {
        /// The attempted action.
        action: &'static str,
        /// The file.
        path: PathBuf,
        /// The system's error.
        source: std::io::Error,
    },
    /// The system provides no random bytes.
    #[error("could not generate the secret of the subscription URL")]
    Random(#[from] getrandom::Error),
}

/// Receives and shows messages.
#[derive(Debug)]
pub struct Inbox {
    origin: MessageOrigin,
    secret: String,
    store: Mutex<Store>,
    endpoint: Endpoint,
    /// The topics whose subscriptions were confirmed in this run.
    confirmed: watch::Sender<BTreeSet<String>>,
}

impl Inbox {
    /// Opens the inbox of a folder, which is created if it is missing.
    pub fn open(folder: &Path, origin: MessageOrigin) -> Result<Self, InboxError> {
        Ok(Self {
            secret: secret::load_or_create(folder)?,
            store: Mutex::new(Store::open(folder)?),
            endpoint: Endpoint::new(origin.endpoint.clone()),
            confirmed: watch::Sender::new(BTreeSet::new()),
            origin,
        })
    }

    /// The URL that a topic delivers to, if the site's server listens on `port`. It is required to add messages.
    pub fn subscription_url(&self, port: u16) -> String {
        format!("http://127.0.0.1:{port}{PATH}/{}", self.secret)
    }

    /// Waits until the subscription of a topic was confirmed in this run.
    pub fn wait_until_confirmed(&self, topic: &str) -> impl Future<Output = ()> + use<> {
        let mut topics = self.confirmed.subscribe();
        let topic = topic.to_owned();
        async move {
            // An error means that the inbox was dropped.
            let _ = topics.wait_for(|topics| topics.contains(&topic)).await;
        }
    }

    /// Whether a request is for the inbox.
    pub(crate) fn is_for(uri: &Uri) -> bool {
        let path = uri.path();
        path.strip_prefix(PATH)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/') || rest.starts_with('.'))
    }

    /// The maximum size of a request's body.
    pub(crate) const fn max_body() -> usize {
        MAX_BODY
    }

    /// Responds to a request that [is for](Self::is_for) the inbox.
    pub(crate) async fn respond(&self, request: &Parts, body: &[u8]) -> Response<Bytes> {
        let rest = &request.uri.path()[PATH.len()..];
        match (&request.method, rest) {
            (&Method::GET, "") => html(page::page(&self.messages().await)),
            (&Method::GET, ".json") => json(message::json(&self.messages().await)),
            (&Method::GET, "/page.js") => asset("text/javascript; charset=utf-8", page::SCRIPT),
            (&Method::GET, "/page.css") => asset("text/css; charset=utf-8", page::STYLE),
            (&Method::POST, rest) if rest.strip_prefix('/') == Some(self.secret.as_str()) => {
                match self.receive(&request.headers, body).await {
                    Ok(()) => text(StatusCode::OK, "accepted\n"),
                    Err(rejection) => text(StatusCode::BAD_REQUEST, &format!("{rejection}\n")),
                }
            }
            _ => text(StatusCode::NOT_FOUND, "this page does not exist\n"),
        }
    }

    async fn receive(&self, headers: &HeaderMap, body: &[u8]) -> Result<(), Rejection> {
        match SnsMessage::parse(headers, body, &self.origin)? {
            SnsMessage::Confirmation { topic, path } => {
                self.confirm(path).await?;
                self.confirmed.send_modify(|topics| {
                    topics.insert(topic);
                });
                Ok(())
            }
            SnsMessage::Message(message) => {
                let mut store = self
                    .store
                    .lock()
                    .expect("no thread panics while it holds the lock");
                store.add(message).map_err(Rejection::Store)
            }
            SnsMessage::Unsubscribed => Ok(()),
        }
    }

    /// Confirms a subscription at the endpoint.
    async fn confirm(&self, path: PathAndQuery) -> Result<(), Rejection> {
        match self.endpoint.get(path, HeaderMap::new()).await {
            Ok((StatusCode::OK, _)) => Ok(()),
            Ok((status, _)) => Err(Rejection::Unconfirmed(format!("status {status}"))),
            Err(error) => Err(Rejection::Unconfirmed(error)),
        }
    }

    /// All messages, newest first.
    async fn messages(&self) -> Vec<Message> {
        let mut messages = mailbox::messages(&self.endpoint).await;
        messages.extend(
            self.store
                .lock()
                .expect("no thread panics while it holds the lock")
                .messages(),
        );
        messages.sort_by(|one, other| other.at.cmp(&one.at).then_with(|| one.id.cmp(&other.id)));
        messages
    }
}

/// Whether a host name is loopback.
pub(crate) fn is_loopback(host: &str) -> bool {
    matches!(host, "localhost" | "127.0.0.1" | "[::1]")
}

fn html(page: String) -> Response<Bytes> {
    let mut response = response(StatusCode::OK, "text/html; charset=utf-8", page);
    // The content of a message loads and runs nothing.
    let policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; \
                  base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    response
        .headers_mut()
        .insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    response
        .headers_mut()
        .insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    response
}

fn json(text: String) -> Response<Bytes> {
    response(StatusCode::OK, "application/json", text)
}

fn asset(kind: &'static str, text: &'static str) -> Response<Bytes> {
    response(StatusCode::OK, kind, text)
}

fn text(status: StatusCode, text: &str) -> Response<Bytes> {
    response(status, "text/plain; charset=utf-8", text.to_owned())
}

fn response(status: StatusCode, kind: &'static str, body: impl Into<Bytes>) -> Response<Bytes> {
    let mut response = Response::new(body.into());
    *response.status_mut() = status;
    let headers: [(HeaderName, &'static str); 3] = [
        (header::CONTENT_TYPE, kind),
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    for (name, value) in headers {
        response
            .headers_mut()
            .insert(name, HeaderValue::from_static(value));
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_below_the_inbox_are_for_it() {
        let is_for = |uri: &str| Inbox::is_for(&uri.parse().unwrap());
        assert!(is_for("/_inbox"));
        assert!(is_for("/_inbox.json?x"));
        assert!(is_for("/_inbox/page.js"));
        assert!(!is_for("/_inboxes"));
        assert!(!is_for("/inbox"));
    }

    async fn status(inbox: &Inbox, method: Method, uri: &str, body: &str) -> StatusCode {
        let request = hyper::Request::builder()
            .method(method)
            .uri(uri)
            .header("x-amz-sns-message-type", "Notification")
            .body(())
            .unwrap();
        inbox
            .respond(&request.into_parts().0, body.as_bytes())
            .await
            .status()
    }

    #[tokio::test]
    async fn only_the_secret_url_accepts_messages() {
        let folder = tempfile::tempdir().unwrap();
        let origin = MessageOrigin {
            // No process listens on port 9, so there is no mail.
            endpoint: "127.0.0.1:9".parse().unwrap(),
            region: "eu-west-1".to_owned(),
        };
        let inbox = Inbox::open(folder.path(), origin.clone()).unwrap();
        let body = r#"{"Type": "Notification", "MessageId": "m-1", "TopicArn": "arn:aws:sns:eu-west-1:000000000000:news",
            "Subject": "Hello", "Message": "you there", "Timestamp": "2026-11-23T00:00:00.000Z"}"#;
        let url = inbox.subscription_url(5173);
        let path = url.strip_prefix("http://127.0.0.1:5173").unwrap();
        let post = |path: &'static str| status(&inbox, Method::POST, path, body);
        assert_eq!(post("/_inbox/guess").await, StatusCode::NOT_FOUND);
        assert_eq!(post("/_inbox/").await, StatusCode::NOT_FOUND);
        assert_eq!(post("/_inbox").await, StatusCode::NOT_FOUND);
        assert!(inbox.messages().await.is_empty());

        let delivered = status(&inbox, Method::POST, path, body).await;
        assert_eq!(delivered, StatusCode::OK);
        let read = status(&inbox, Method::GET, "/_inbox.json", "").await;
        assert_eq!(read, StatusCode::OK);

        let reopened = Inbox::open(folder.path(), origin).unwrap();
        assert_eq!(reopened.subscription_url(5173), url, "subscriptions stay valid");
        assert_eq!(reopened.messages().await[0].text, "you there");
    }
}
