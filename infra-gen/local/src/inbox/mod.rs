//! The local inbox: what the stack's topics and user pools would have mailed, on a page of the site's own address.
//!
//! A topic delivers here through an HTTP subscription, as it would to anybody: subscribe [`Inbox::subscriber`] and the
//! inbox confirms. What the emulator's user pools send is asked of the emulator when somebody looks. Messages are kept
//! in a folder, the newest few hundred of them.
//!
//! Nothing here leaves the machine or trusts what arrives: the subscriber's address has a secret in it, a confirmation is
//! only ever sent to the endpoint, and every text is escaped. Signatures are not checked: an emulator makes none. Who may
//! look is the door's business: invitations have passwords in them.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use hyper::body::Bytes;
use hyper::header::{self, HeaderMap, HeaderName, HeaderValue};
use hyper::http::request::Parts;
use hyper::http::uri::Authority;
use hyper::{Method, Response, StatusCode, Uri};
use tokio::sync::watch;

use self::mail::Mailbox;
use self::message::Message;
use self::sns_message::{Refused, SnsMessage};
use self::store::Store;

mod links;
mod mail;
mod message;
mod page;
mod secret;
mod sns_message;
mod store;

/// The page's path; everything below it is the inbox's, too.
pub const PATH: &str = "/_inbox";

/// The largest message that a topic takes is 256 KiB; its envelope escapes some of it.
const LARGEST: usize = 1 << 20;

/// What belongs to whom: a topic of elsewhere is not listened to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Home {
    /// The endpoint that delivers, `http://127.0.0.1:4566`.
    pub endpoint: Authority,
    /// The region of the stack.
    pub region: String,
}

/// Why there is no inbox.
#[derive(Debug, thiserror::Error)]
pub enum InboxError {
    /// The folder or a file in it cannot be used.
    #[error("could not {action} `{path}`, which keeps the inbox")]
    Keep {
        /// What was tried.
        action: &'static str,
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The system has no randomness.
    #[error("the system has no randomness to make a secret address of")]
    Random(#[from] getrandom::Error),
}

/// Takes what topics deliver, and shows it.
#[derive(Debug)]
pub struct Inbox {
    home: Home,
    secret: String,
    store: Mutex<Store>,
    mailbox: Mailbox,
    /// The topics that were told in this run that they may deliver.
    confirmed: watch::Sender<BTreeSet<String>>,
}

impl Inbox {
    /// Opens the inbox that is kept in a folder; made when it is missing.
    pub fn open(folder: &Path, home: Home) -> Result<Self, InboxError> {
        Ok(Self {
            secret: secret::kept(folder)?,
            store: Mutex::new(Store::open(folder)?),
            mailbox: Mailbox::new(home.endpoint.clone()),
            confirmed: watch::Sender::new(BTreeSet::new()),
            home,
        })
    }

    /// Where a topic delivers to, when the site's door is at `port`. Only who knows it can put something in.
    pub fn subscriber(&self, port: u16) -> String {
        format!("http://127.0.0.1:{port}{PATH}/{}", self.secret)
    }

    /// Returns as soon as a topic was told in this run that it may deliver here.
    pub fn confirmed(&self, topic: &str) -> impl Future<Output = ()> + use<> {
        let mut topics = self.confirmed.subscribe();
        let topic = topic.to_owned();
        async move {
            // An inbox that is gone confirms nothing any more.
            let _ = topics.wait_for(|topics| topics.contains(&topic)).await;
        }
    }

    /// Whether a request is the inbox's to answer.
    pub(crate) fn is_for(uri: &Uri) -> bool {
        let path = uri.path();
        path.strip_prefix(PATH)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/') || rest.starts_with('.'))
    }

    /// The most that a request's body may hold.
    pub(crate) const fn largest() -> usize {
        LARGEST
    }

    /// Answers a request that [is for](Self::is_for) the inbox.
    pub(crate) async fn answer(&self, request: &Parts, body: &[u8]) -> Response<Bytes> {
        let rest = &request.uri.path()[PATH.len()..];
        match (&request.method, rest) {
            (&Method::GET, "") => html(page::html(&self.messages().await)),
            (&Method::GET, ".json") => json(message::json(&self.messages().await)),
            (&Method::GET, "/page.js") => asset("text/javascript; charset=utf-8", page::SCRIPT),
            (&Method::GET, "/page.css") => asset("text/css; charset=utf-8", page::STYLE),
            (&Method::POST, rest) if rest.strip_prefix('/') == Some(self.secret.as_str()) => {
                match self.take(&request.headers, body).await {
                    Ok(()) => text(StatusCode::OK, "taken\n"),
                    Err(refused) => text(StatusCode::BAD_REQUEST, &format!("{refused}\n")),
                }
            }
            _ => text(StatusCode::NOT_FOUND, "there is no such page in the inbox\n"),
        }
    }

    async fn take(&self, headers: &HeaderMap, body: &[u8]) -> Result<(), Refused> {
        match SnsMessage::parse(headers, body, &self.home)? {
            SnsMessage::Confirmation { topic, path } => {
                self.mailbox.confirm(path).await?;
                self.confirmed.send_modify(|topics| {
                    topics.insert(topic);
                });
                Ok(())
            }
            SnsMessage::Message(message) => {
                let mut store = self.store.lock().expect("nobody panics with the store in hand");
                store.add(message).map_err(Refused::Keep)
            }
            SnsMessage::Unsubscribed => Ok(()),
        }
    }

    /// Everything, newest first.
    async fn messages(&self) -> Vec<Message> {
        let mut messages = self.mailbox.messages().await;
        messages.extend(
            self.store
                .lock()
                .expect("nobody panics with the store in hand")
                .messages(),
        );
        messages.sort_by(|one, other| other.at.cmp(&one.at).then_with(|| one.id.cmp(&other.id)));
        messages
    }
}

/// Whether a host name means this machine.
pub(crate) fn is_loopback(host: &str) -> bool {
    matches!(host, "localhost" | "127.0.0.1" | "[::1]")
}

fn html(page: String) -> Response<Bytes> {
    let mut response = respond(StatusCode::OK, "text/html; charset=utf-8", page);
    // Nothing that a message brings along is loaded or run.
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
    respond(StatusCode::OK, "application/json", text)
}

fn asset(kind: &'static str, text: &'static str) -> Response<Bytes> {
    respond(StatusCode::OK, kind, text)
}

fn text(status: StatusCode, text: &str) -> Response<Bytes> {
    respond(status, "text/plain; charset=utf-8", text.to_owned())
}

fn respond(status: StatusCode, kind: &'static str, body: impl Into<Bytes>) -> Response<Bytes> {
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
    fn the_inbox_takes_its_own_paths_and_no_others() {
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
            .answer(&request.into_parts().0, body.as_bytes())
            .await
            .status()
    }

    #[tokio::test]
    async fn only_the_secret_address_fills_it() {
        let folder = tempfile::tempdir().unwrap();
        let home = Home {
            // Port 9 is never listened on here: the emulator has sent nothing.
            endpoint: "127.0.0.1:9".parse().unwrap(),
            region: "eu-west-1".to_owned(),
        };
        let inbox = Inbox::open(folder.path(), home.clone()).unwrap();
        let body = r#"{"Type": "Notification", "MessageId": "m-1", "TopicArn": "arn:aws:sns:eu-west-1:000000000000:news",
            "Subject": "Hello", "Message": "you there", "Timestamp": "2026-11-23T00:00:00.000Z"}"#;
        let subscriber = inbox.subscriber(5173);
        let path = subscriber.strip_prefix("http://127.0.0.1:5173").unwrap();
        let post = |path: &'static str| status(&inbox, Method::POST, path, body);
        assert_eq!(post("/_inbox/guess").await, StatusCode::NOT_FOUND);
        assert_eq!(post("/_inbox/").await, StatusCode::NOT_FOUND);
        assert_eq!(post("/_inbox").await, StatusCode::NOT_FOUND);
        assert!(inbox.messages().await.is_empty());

        let taken = status(&inbox, Method::POST, path, body).await;
        assert_eq!(taken, StatusCode::OK);
        let seen = status(&inbox, Method::GET, "/_inbox.json", "").await;
        assert_eq!(seen, StatusCode::OK);

        let again = Inbox::open(folder.path(), home).unwrap();
        assert_eq!(again.subscriber(5173), subscriber, "subscriptions stay good");
        assert_eq!(again.messages().await[0].text, "you there");
    }
}
