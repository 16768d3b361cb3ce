//! Uploads a built site: only the changed files, in an order in which visitors never see an incomplete site.
//!
//! Assets come first, then `config.json`, then the pages that refer to them. Assets of earlier bundles stay, because an open
//! page may still load them. The bundle defines the headers of each file. A digest of content and headers, stored in the
//! object's metadata, shows whether a file changed: in an encrypted bucket, the entity tag is not a hash of the content.

use std::borrow::Cow;
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
use crate::terminal::{Style, Terminal};

/// How many files are checked and uploaded at the same time.
const PARALLEL: usize = 16;
/// The metadata key of the digest.
const DIGEST: &str = "digest";

/// Why the site was not uploaded.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SiteError {
    #[error(
        "could not read the site bundle in `{folder}`\n  hint: build it with `npm run build` in the site's folder"
    )]
    Bundle { folder: String, source: BoxError },
    #[error(
        "the site requires the stack output `{0}`, which the stack does not have\n  hint: add the output to the template"
    )]
    MissingOutput(&'static str),
    #[error("the site bundle in `{0}` has no `index.html`\n  hint: build it with `npm run build`")]
    NoIndex(String),
    #[error(transparent)]
    Aws(#[from] AwsError),
}

/// An object to upload.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Upload {
    key: String,
    bytes: Vec<u8>,
    content_type: Cow<'static, str>,
    cache_control: &'static str,
    stage: Stage,
}

/// The order of uploads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    /// Files that pages refer to.
    Assets,
    /// `config.json`, which the application reads at its start.
    Config,
    /// Files that visitors open by their address.
    Pages,
}

/// Uploads the bundle, and a `config.json` made from the settings and the stack's outputs, to the site's bucket.
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
        terminal.line(
            Style::Faint,
            format_args!("site is unchanged: 0 of {total} files uploaded"),
        );
    } else {
        terminal.info(format_args!(
            "uploaded site: {changed} of {total} files, {}",
            Size(bytes)
        ));
    }
    Ok(())
}

/// Uploads one object unless the bucket has it already; returns the number of bytes sent.
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
    let digest = digest(&bytes, &content_type, cache_control);
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
    hex::encode(hash.finalize())
}

/// The objects to upload.
fn plan(files: Vec<SiteFile>, config: Map<String, Json>) -> Vec<Upload> {
    let mut config_text =
        serde_json::to_vec_pretty(&Json::Object(config)).expect("JSON values are always JSON");
    config_text.push(b'\n');
    let mut uploads: Vec<Upload> = files
        .into_iter()
        // A bundle may contain a sample for its development server; the deployed site uses the stack's outputs.
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
        content_type: "application/json".into(),
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
            content_type: "text/plain".into(),
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
    fn pages_are_uploaded_last_and_the_configuration_just_before() {
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
    fn the_bundles_own_configuration_is_replaced() {
        let uploads = plan(vec![file("config.json")], config());
        assert_eq!(uploads.len(), 1);
        assert_eq!(
            String::from_utf8_lossy(&uploads[0].bytes),
            "{\n  \"apiUrl\": \"https://api.example/v1\"\n}\n"
        );
    }

    #[test]
    fn the_digest_depends_on_the_headers() {
        let one = digest(b"x", "text/html", "no-cache");
        assert_ne!(one, digest(b"x", "text/plain", "no-cache"));
        assert_ne!(one, digest(b"x", "text/html", "public"));
        assert_eq!(one, digest(b"x", "text/html", "no-cache"));
    }
}
