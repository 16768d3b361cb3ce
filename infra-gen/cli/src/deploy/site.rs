//! Uploads a built site: only what changed, in an order in which no visitor ever sees half of it.
//!
//! Assets go first, then `config.json`, then the pages that name them. Assets of earlier bundles stay, because a page
//! that is open may still ask for them. Which headers a file is served with is the bundle's word. Whether it changed is told
//! by a digest of content and headers that is kept with the object, for an entity tag is no hash in an encrypted bucket.

use std::collections::BTreeMap;
use std::path::Path;

use aws_sdk_s3::operation::head_object::HeadObjectError;
use aws_sdk_s3::primitives::ByteStream;
use serde_json::{Map, Value as Json};
use sha2::{Digest as _, Sha256};
use tokio::task::JoinSet;

use super::artifacts::Size;
use crate::app::{BoxError, Site, SiteFile};
use crate::aws::{Aws, AwsError};
use crate::package::archive::hex;
use crate::terminal::{Style, Terminal};

/// How many requests are under way at once.
const PARALLEL: usize = 16;
/// Where an object keeps the digest of what was uploaded.
const DIGEST: &str = "digest";

/// Why the site is not up to date.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SiteError {
    #[error("the site's bundle could not be read from `{folder}`; build it with `npm run build` there")]
    Bundle { folder: String, source: BoxError },
    #[error("the site needs the stack output `{0}`, which the stack does not have; add it to the template")]
    MissingOutput(&'static str),
    #[error("the bundle in `{0}` has no `index.html`; build it with `npm run build`")]
    NoIndex(String),
    #[error(transparent)]
    Aws(#[from] AwsError),
}

/// One object to be.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Upload {
    key: String,
    bytes: Vec<u8>,
    content_type: &'static str,
    cache_control: &'static str,
    stage: Stage,
}

/// When an object goes up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    /// What pages refer to.
    Assets,
    /// What the application reads when it starts.
    Config,
    /// What visitors ask for by name.
    Pages,
}

/// Brings the site's bucket to what the bundle, the settings and the stack's outputs say.
pub(crate) async fn upload(
    aws: &Aws,
    workspace: &Path,
    site: &Site,
    settings: &BTreeMap<&'static str, Json>,
    outputs: &BTreeMap<String, String>,
    terminal: Terminal,
) -> Result<(), SiteError> {
    let output = |name: &'static str| outputs.get(name).ok_or(SiteError::MissingOutput(name));
    let bucket = output(site.bucket_output)?;
    let folder = site.bundle_folder(workspace);
    let files = (site.bundle)(&folder).map_err(|source| SiteError::Bundle {
        folder: folder.display().to_string(),
        source,
    })?;
    let mut config: Map<String, Json> = settings
        .iter()
        .map(|(key, value)| ((*key).to_owned(), value.clone()))
        .collect();
    for (key, name) in site.config {
        config.insert((*key).to_owned(), Json::String(output(name)?.clone()));
    }
    let uploads = plan(files, config);
    if !uploads.iter().any(|upload| upload.key == "index.html") {
        return Err(SiteError::NoIndex(folder.display().to_string()));
    }

    let total = uploads.len();
    let (mut changed, mut bytes) = (0, 0);
    for stage in [Stage::Assets, Stage::Config, Stage::Pages] {
        let mut work = uploads.iter().filter(|upload| upload.stage == stage).cloned();
        let mut running = JoinSet::new();
        loop {
            while running.len() < PARALLEL {
                let Some(upload) = work.next() else { break };
                let (s3, bucket) = (aws.s3.clone(), bucket.clone());
                running.spawn(async move { put_if_changed(&s3, &bucket, upload).await });
            }
            let Some(done) = running.join_next().await else {
                break;
            };
            let sent = done.expect("an upload neither panics nor is aborted")?;
            if let Some(size) = sent {
                changed += 1;
                bytes += size;
            }
        }
    }
    if changed == 0 {
        terminal.line(Style::Faint, format_args!("site is unchanged ({total} files)"));
    } else {
        terminal.info(format_args!(
            "site uploaded: {changed} of {total} files, {}",
            Size(bytes)
        ));
    }
    Ok(())
}

/// Uploads one object unless it is there already: the bytes sent.
async fn put_if_changed(
    s3: &aws_sdk_s3::Client,
    bucket: &str,
    upload: Upload,
) -> Result<Option<usize>, AwsError> {
    let Upload {
        key,
        bytes,
        content_type,
        cache_control,
        ..
    } = upload;
    let digest = digest(&bytes, content_type, cache_control);
    match s3.head_object().bucket(bucket).key(&key).send().await {
        Ok(object) if object.metadata().and_then(|metadata| metadata.get(DIGEST)) == Some(&digest) => {
            return Ok(None);
        }
        Ok(_) => {}
        Err(error)
            if error
                .as_service_error()
                .is_some_and(HeadObjectError::is_not_found) => {}
        Err(error) => {
            return Err(AwsError::new(
                format!("look for `{key}` in bucket `{bucket}`"),
                &error,
            ));
        }
    }
    let size = bytes.len();
    s3.put_object()
        .bucket(bucket)
        .key(&key)
        .content_type(content_type)
        .cache_control(cache_control)
        .metadata(DIGEST, digest)
        .body(ByteStream::from(bytes))
        .send()
        .await
        .map_err(|error| AwsError::new(format!("upload `{key}` to bucket `{bucket}`"), &error))?;
    Ok(Some(size))
}

fn digest(bytes: &[u8], content_type: &str, cache_control: &str) -> String {
    let mut hash = Sha256::new();
    hash.update(content_type);
    hash.update([0]);
    hash.update(cache_control);
    hash.update([0]);
    hash.update(bytes);
    hex(&hash.finalize())
}

/// What goes where, with which headers, and when.
fn plan(files: Vec<SiteFile>, config: Map<String, Json>) -> Vec<Upload> {
    let mut config_text =
        serde_json::to_vec_pretty(&Json::Object(config)).expect("JSON values are always JSON");
    config_text.push(b'\n');
    let mut uploads: Vec<Upload> = files
        .into_iter()
        // A bundle may carry a sample for its own development server; the stack's outputs are the truth.
        .filter(|file| file.path != "config.json")
        .map(|file| Upload {
            stage: stage(&file.path),
            key: file.path,
            bytes: file.bytes,
            content_type: file.content_type,
            cache_control: file.cache_control,
        })
        .collect();
    uploads.push(Upload {
        key: "config.json".to_owned(),
        bytes: config_text,
        content_type: "application/json",
        cache_control: "no-cache",
        stage: Stage::Config,
    });
    uploads
}

fn stage(path: &str) -> Stage {
    let is_page = Path::new(path)
        .extension()
        .is_some_and(|extension| extension == "html");
    if is_page { Stage::Pages } else { Stage::Assets }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str) -> SiteFile {
        SiteFile {
            path: path.to_owned(),
            bytes: path.as_bytes().to_vec(),
            content_type: "text/plain",
            cache_control: "no-cache",
        }
    }

    fn config() -> Map<String, Json> {
        Map::from_iter([(
            "apiUrl".to_owned(),
            Json::String("https://api.example/v1".to_owned()),
        )])
    }

    #[test]
    fn pages_go_last_and_the_configuration_just_before() {
        let mut uploads = plan(
            vec![file("index.html"), file("assets/app-1f.js"), file("robots.txt")],
            config(),
        );
        uploads.sort_by_key(|upload| upload.stage);
        let keys: Vec<_> = uploads.iter().map(|upload| upload.key.as_str()).collect();
        assert_eq!(
            keys,
            ["assets/app-1f.js", "robots.txt", "config.json", "index.html"]
        );
    }

    #[test]
    fn the_configuration_comes_from_the_stack_not_from_the_bundle() {
        let uploads = plan(vec![file("config.json")], config());
        assert_eq!(uploads.len(), 1);
        assert_eq!(
            String::from_utf8_lossy(&uploads[0].bytes),
            "{\n  \"apiUrl\": \"https://api.example/v1\"\n}\n"
        );
    }

    #[test]
    fn another_header_is_another_digest() {
        let one = digest(b"x", "text/html", "no-cache");
        assert_ne!(one, digest(b"x", "text/plain", "no-cache"));
        assert_ne!(one, digest(b"x", "text/html", "public"));
        assert_eq!(one, digest(b"x", "text/html", "no-cache"));
    }
}
