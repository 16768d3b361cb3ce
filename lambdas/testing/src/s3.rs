//! S3 for one test: buckets in a temporary folder, with its own port, and with S3's occasional failures.

use std::{
    collections::BTreeMap,
    fmt, fs, io,
    net::SocketAddr,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard},
};

use aws_smithy_runtime_api::client::{http::HttpConnector, orchestrator::HttpRequest};
use http_body_util::BodyExt;
use hyper::{Request, Response, StatusCode, body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::TokioIo;
use s3s::{
    Body,
    service::{S3Service, S3ServiceBuilder},
};
use s3s_fs::FileSystem;
use shop_runtime::SdkConfig;
use tempfile::TempDir;
use tokio::{
    net::{TcpListener, TcpStream},
    task::JoinHandle,
};

use crate::crossing::crossed;

/// An S3 server that stops when this value is dropped.
#[derive(Debug)]
pub struct S3 {
    folder: TempDir,
    address: SocketAddr,
    troubles: Troubles,
    server: JoinHandle<()>,
}

/// How S3 fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// It returns status 500.
    InternalError,
    /// It returns status 503, as when throttling.
    SlowDown,
    /// It returns status 403.
    AccessDenied,
    /// It performs the operation, and the response is lost.
    Lost,
}

type Ask = dyn Fn(&str, &str) -> Option<Trouble> + Send + Sync;

#[derive(Clone)]
struct Troubles {
    rule: Arc<Mutex<Arc<Ask>>>,
    counts: Arc<Mutex<BTreeMap<String, usize>>>,
}

impl fmt::Debug for Troubles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Troubles")
    }
}

impl S3 {
    /// Starts a server with an empty bucket.
    pub async fn with_bucket(name: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder for the test");
        fs::create_dir(folder.path().join(name)).expect("the folder is empty");
        let files = FileSystem::new(folder.path()).expect("the folder is there");
        let service = S3ServiceBuilder::new(files).build();
        let listener = TcpListener::bind("127.0.0.1:0")
            .await
            .expect("a free port on 127.0.0.1");
        let address = listener.local_addr().expect("the socket is bound");
        let troubles = Troubles {
            rule: Arc::new(Mutex::new(Arc::new(|_: &str, _: &str| None))),
            counts: Arc::default(),
        };
        let server = tokio::spawn(serve(listener, service, troubles.clone()));
        Self {
            folder,
            address,
            troubles,
            server,
        }
    }

    /// Its address.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Sets the rule that decides how S3 fails. It gets the operation by its IAM name (`PutObject`, `UploadPart`, …) and the
    /// path.
    pub fn trouble(&self, rule: impl Fn(&str, &str) -> Option<Trouble> + Send + Sync + 'static) {
        *self.troubles.rule.lock().expect("no holder panics") = Arc::new(rule);
    }

    /// The number of calls of an operation.
    pub fn count(&self, operation: &str) -> usize {
        self.troubles.counts().get(operation).copied().unwrap_or(0)
    }

    /// Replaces the bytes of a file.
    pub fn replace(&self, bucket: &str, key: &str, bytes: impl AsRef<[u8]>) {
        fs::write(self.path(bucket, key), bytes).expect("the file is there");
        // The server stores checksums next to a file. Those of the old bytes are deleted.
        for entry in fs::read_dir(self.folder.path())
            .expect("the folder is there")
            .flatten()
        {
            if entry
                .path()
                .extension()
                .is_some_and(|extension| extension == "json")
            {
                fs::remove_file(entry.path()).expect("only this server removes it");
            }
        }
    }

    fn path(&self, bucket: &str, key: &str) -> PathBuf {
        self.folder.path().join(bucket).join(key)
    }

    /// The bytes of a file, if it exists.
    pub fn file(&self, bucket: &str, key: &str) -> Option<Vec<u8>> {
        fs::read(self.path(bucket, key)).ok()
    }

    /// Deletes a file.
    pub fn remove(&self, bucket: &str, key: &str) {
        fs::remove_file(self.path(bucket, key)).expect("the file is there");
    }

    /// The number of parts of uploads that were neither completed nor aborted.
    pub fn parts(&self) -> usize {
        let names = fs::read_dir(self.folder.path()).expect("the folder is there");
        names.flatten().filter(|entry| is_part(&entry.path())).count()
    }

    /// A configuration whose S3 clients call this server. All other clients are unchanged.
    pub fn beside(&self, config: &SdkConfig) -> SdkConfig {
        s3_at(config, self.address)
    }
}

impl Drop for S3 {
    fn drop(&mut self) {
        self.server.abort();
    }
}

/// A configuration whose S3 clients call the server at `address`. All other clients are unchanged.
pub fn s3_at(config: &SdkConfig, address: SocketAddr) -> SdkConfig {
    crossed(config, move |mut request, behind| {
        if is_for_s3(&request) {
            let uri = format!("http://{address}/{}", path_of(&request));
            request.set_uri(uri).expect("only the host is another");
            // The signature is for the other host, and this server does not check it.
            request.headers_mut().remove("authorization");
        }
        behind.call(request)
    })
}

fn is_part(path: &Path) -> bool {
    path.file_name()
        .and_then(|name| name.to_str())
        .is_some_and(|name| name.contains(".upload_id-") && name.contains(".part-"))
}

impl Troubles {
    fn counts(&self) -> MutexGuard<'_, BTreeMap<String, usize>> {
        self.counts.lock().expect("no holder panics")
    }

    fn of(&self, operation: &str, path: &str) -> Option<Trouble> {
        *self.counts().entry(operation.to_owned()).or_default() += 1;
        let rule = Arc::clone(&self.rule.lock().expect("no holder panics"));
        rule(operation, path)
    }
}

async fn serve(listener: TcpListener, service: S3Service, troubles: Troubles) {
    while let Ok((connection, _)) = listener.accept().await {
        let (service, troubles) = (service.clone(), troubles.clone());
        tokio::spawn(async move {
            // The connection fails when its client stops.
            let _ = converse(connection, service, troubles).await;
        });
    }
}

async fn converse(connection: TcpStream, service: S3Service, troubles: Troubles) -> Result<(), hyper::Error> {
    connection.set_nodelay(true).ok();
    let answer = service_fn(move |request: Request<Incoming>| {
        let (service, troubles) = (service.clone(), troubles.clone());
        async move { answer(request, &service, &troubles).await }
    });
    http1::Builder::new()
        .serve_connection(TokioIo::new(connection), answer)
        .await
}

async fn answer(
    request: Request<Incoming>,
    service: &S3Service,
    troubles: &Troubles,
) -> io::Result<Response<Body>> {
    let operation = operation(
        request.method().as_str(),
        request.uri().query().unwrap_or_default(),
    );
    let path = request.uri().path().to_owned();
    let trouble = troubles.of(operation, &path);
    let refusal = match trouble {
        None | Some(Trouble::Lost) => None,
        Some(Trouble::InternalError) => Some((StatusCode::INTERNAL_SERVER_ERROR, "InternalError")),
        Some(Trouble::SlowDown) => Some((StatusCode::SERVICE_UNAVAILABLE, "SlowDown")),
        Some(Trouble::AccessDenied) => Some((StatusCode::FORBIDDEN, "AccessDenied")),
    };
    if let Some((status, code)) = refusal {
        // Reads the rest of the request, so that the connection stays open.
        let _ = request.into_body().collect().await;
        return Ok(error(status, code));
    }
    let answered = service.call(request.map(Body::from)).await;
    if trouble == Some(Trouble::Lost) {
        return Err(io::ErrorKind::ConnectionReset.into());
    }
    Ok(answered.unwrap_or_else(|_| error(StatusCode::INTERNAL_SERVER_ERROR, "InternalError")))
}

fn error(status: StatusCode, code: &str) -> Response<Body> {
    let body = format!("<Error><Code>{code}</Code><Message>the test says so</Message></Error>");
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = status;
    response
}

/// The operation of a request.
pub(crate) fn operation(method: &str, query: &str) -> &'static str {
    let has = |name: &str| query.split('&').any(|part| part.split('=').next() == Some(name));
    match method {
        "PUT" if has("partNumber") => "UploadPart",
        "PUT" => "PutObject",
        "POST" if has("uploads") => "CreateMultipartUpload",
        "POST" => "CompleteMultipartUpload",
        "DELETE" if has("uploadId") => "AbortMultipartUpload",
        "DELETE" => "DeleteObject",
        "HEAD" => "HeadObject",
        _ if has("list-type") => "ListObjectsV2",
        _ => "GetObject",
    }
}

/// All other services name the operation in a header, or use the path `/`.
pub(crate) fn is_for_s3(request: &HttpRequest) -> bool {
    request.headers().get("x-amz-target").is_none() && !path_of(request).is_empty()
}

/// The path and the query without the first slash: `bucket/key?query`.
pub(crate) fn path_of(request: &HttpRequest) -> &str {
    request.uri().splitn(4, '/').nth(3).unwrap_or_default()
}
