//! Intercepts the requests of SDK clients: a function sees each request and forwards it or responds itself.

use std::{fmt, sync::Arc};

use aws_smithy_runtime_api::client::{
    http::{
        HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpClient,
        SharedHttpConnector,
    },
    orchestrator::HttpRequest,
    runtime_components::RuntimeComponents,
};
use shop_runtime::SdkConfig;

/// A configuration whose clients send their requests to `cross`, together with the connector that would have sent them.
pub(crate) fn crossed(
    config: &SdkConfig,
    cross: impl Fn(HttpRequest, &SharedHttpConnector) -> HttpConnectorFuture + Send + Sync + 'static,
) -> SdkConfig {
    let behind = config
        .http_client()
        .expect("the runtime's configuration has a client");
    let crossing = Crossing {
        behind,
        cross: Cross(Arc::new(cross)),
    };
    config.clone().into_builder().http_client(crossing).build()
}

type Hand = dyn Fn(HttpRequest, &SharedHttpConnector) -> HttpConnectorFuture + Send + Sync;

#[derive(Clone)]
struct Cross(Arc<Hand>);

impl fmt::Debug for Cross {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Cross")
    }
}

/// The original HTTP client, or one of its connectors.
#[derive(Debug)]
struct Crossing<T> {
    behind: T,
    cross: Cross,
}

impl HttpClient for Crossing<SharedHttpClient> {
    fn http_connector(
        &self,
        settings: &HttpConnectorSettings,
        components: &RuntimeComponents,
    ) -> SharedHttpConnector {
        SharedHttpConnector::new(Crossing {
            behind: self.behind.http_connector(settings, components),
            cross: self.cross.clone(),
        })
    }
}

impl HttpConnector for Crossing<SharedHttpConnector> {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        (self.cross.0)(request, &self.behind)
    }
}
