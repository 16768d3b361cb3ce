//! A mock of STS with the one call that handlers use, `AssumeRole`. It returns credentials to every caller and records the
//! requests.

use std::{
    sync::{Arc, Mutex},
    time::{Duration, SystemTime},
};

use aws_smithy_runtime_api::{
    client::{
        http::{HttpConnector, HttpConnectorFuture},
        orchestrator::{HttpRequest, HttpResponse},
    },
    http::StatusCode,
};
use aws_smithy_types::{DateTime, body::SdkBody, date_time::Format};
use serde_json::Value;
use shop_runtime::SdkConfig;

use crate::crossing::crossed;

/// The recorded calls.
#[derive(Debug, Clone, Default)]
pub struct Sts {
    requests: Arc<Mutex<Vec<String>>>,
}

impl Sts {
    /// The access key ID of every session.
    pub const KEY_ID: &str = "ASIAREADER";

    /// A configuration whose STS clients call this mock. All other clients are unchanged.
    pub fn beside(&self, config: &SdkConfig) -> SdkConfig {
        let this = self.clone();
        crossed(config, move |request, behind| match assumes_role(&request) {
            Some(form) => HttpConnectorFuture::ready(Ok(this.assume_role(form))),
            None => behind.call(request),
        })
    }

    /// The recorded requests, form-encoded.
    pub fn requests(&self) -> Vec<String> {
        self.requests.lock().expect("no holder panics").clone()
    }

    /// The session policies, in the order of the calls.
    pub fn policies(&self) -> Vec<Value> {
        let requests = self.requests();
        let policies = requests.iter().filter_map(|form| field(form, "Policy"));
        policies
            .map(|policy| serde_json::from_str(&policy).expect("a policy is JSON"))
            .collect()
    }

    fn assume_role(&self, form: &str) -> HttpResponse {
        self.requests
            .lock()
            .expect("no holder panics")
            .push(form.to_owned());
        let lasts = field(form, "DurationSeconds")
            .and_then(|seconds| seconds.parse().ok())
            .map_or(Duration::from_hours(1), Duration::from_secs);
        let expiration = DateTime::from(SystemTime::now() + lasts)
            .fmt(Format::DateTime)
            .expect("the clock is in this era");
        let key_id = Self::KEY_ID;
        let body = format!(
            "<AssumeRoleResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><AssumeRoleResult><Credentials>\
             <AccessKeyId>{key_id}</AccessKeyId><SecretAccessKey>secret</SecretAccessKey>\
             <SessionToken>session-token</SessionToken><Expiration>{expiration}</Expiration>\
             </Credentials></AssumeRoleResult></AssumeRoleResponse>"
        );
        HttpResponse::new(
            StatusCode::try_from(200).expect("a status of HTTP"),
            SdkBody::from(body),
        )
    }
}

/// The form of an `AssumeRole` request.
pub(crate) fn assumes_role(request: &HttpRequest) -> Option<&str> {
    let form = std::str::from_utf8(request.body().bytes()?).ok()?;
    form.starts_with("Action=AssumeRole&").then_some(form)
}

/// A decoded field of a form.
pub(crate) fn field(form: &str, name: &str) -> Option<String> {
    form_urlencoded::parse(form.as_bytes())
        .find(|(field, _)| field == name)
        .map(|(_, value)| value.into_owned())
}
