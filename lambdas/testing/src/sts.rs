//! STS, as far as handlers call it: a role is taken on. An imitation of one call, which gives credentials to whoever asks,
//! and remembers what it was asked for.

use std::{
    fmt,
    sync::{Arc, Mutex},
    time::{Duration, SystemTime},
};

use aws_smithy_runtime_api::{
    client::{
        http::{
            HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpClient,
            SharedHttpConnector,
        },
        orchestrator::{HttpRequest, HttpResponse},
        runtime_components::RuntimeComponents,
    },
    http::StatusCode,
};
use aws_smithy_types::{DateTime, body::SdkBody, date_time::Format};
use shop_runtime::SdkConfig;

/// The calls that there were.
#[derive(Debug, Clone, Default)]
pub struct Sts {
    requests: Arc<Mutex<Vec<String>>>,
}

impl Sts {
    /// The configuration whose STS clients ask this one, and all others whom they did.
    pub fn beside(&self, config: &SdkConfig) -> SdkConfig {
        let behind = config
            .http_client()
            .expect("the runtime's configuration has a client");
        config
            .clone()
            .into_builder()
            .http_client(Front {
                behind,
                sts: self.clone(),
            })
            .build()
    }

    /// What was asked for, as it was sent: a form.
    pub fn requests(&self) -> Vec<String> {
        self.requests.lock().expect("no holder panics").clone()
    }

    fn assume_role(&self, form: &str) -> HttpResponse {
        self.requests
            .lock()
            .expect("no holder panics")
            .push(form.to_owned());
        let lasts = form
            .split('&')
            .find_map(|field| field.strip_prefix("DurationSeconds="))
            .and_then(|seconds| seconds.parse().ok())
            .map_or(Duration::from_hours(1), Duration::from_secs);
        let expiration = DateTime::from(SystemTime::now() + lasts)
            .fmt(Format::DateTime)
            .expect("the clock is in this era");
        let body = format!(
            "<AssumeRoleResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><AssumeRoleResult><Credentials>\
             <AccessKeyId>ASIAREADER</AccessKeyId><SecretAccessKey>secret</SecretAccessKey>\
             <SessionToken>session-token</SessionToken><Expiration>{expiration}</Expiration>\
             </Credentials></AssumeRoleResult></AssumeRoleResponse>"
        );
        HttpResponse::new(
            StatusCode::try_from(200).expect("a status of HTTP"),
            SdkBody::from(body),
        )
    }
}

struct Front {
    behind: SharedHttpClient,
    sts: Sts,
}

impl fmt::Debug for Front {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Front")
    }
}

impl HttpClient for Front {
    fn http_connector(
        &self,
        settings: &HttpConnectorSettings,
        components: &RuntimeComponents,
    ) -> SharedHttpConnector {
        SharedHttpConnector::new(Counter {
            behind: self.behind.http_connector(settings, components),
            sts: self.sts.clone(),
        })
    }
}

#[derive(Debug)]
struct Counter {
    behind: SharedHttpConnector,
    sts: Sts,
}

impl HttpConnector for Counter {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let body = request.body().bytes().unwrap_or_default();
        match std::str::from_utf8(body) {
            Ok(form) if form.starts_with("Action=AssumeRole&") => {
                HttpConnectorFuture::ready(Ok(self.sts.assume_role(form)))
            }
            _ => self.behind.call(request),
        }
    }
}
