//! The artifacts bucket, the only bucket that deployments need: private, encrypted, TLS only, created on first use.
//!
//! Keys are digests of the content, so nothing is uploaded twice or overwritten, and the bucket needs no versions. The code
//! of earlier deployments stays for rollbacks. Incomplete uploads are deleted after a day.
//!
//! The bucket's name is predictable, so each request states the expected owner: an account that takes the name first cannot
//! inject code. The lifecycle configuration is written last; a bucket without it is incomplete, and its setup is repeated.

use std::collections::HashMap;

use aws_sdk_s3::operation::head_object::HeadObjectError;
use aws_sdk_s3::primitives::ByteStream;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use infra_gen_cfn::{Nested, Template};
use sha2::{Digest as _, Sha256};

use super::DeployError;
use crate::aws::{Aws, AwsError};
use crate::package::archive::{self, Compression};
use crate::terminal::Terminal;

use bucket::{BucketSetup, TEMPLATES};

mod bucket;

/// The templates of nested stacks are read again at each update, so these stay.
const NESTED_TEMPLATES: &str = "nested-templates";

/// The bucket of one application in one account and region.
#[derive(Debug)]
pub(crate) struct Artifacts<'a> {
    aws: &'a Aws,
    bucket: String,
    account: String,
    terminal: Terminal,
    ready: bool,
}

/// A bucket that is ready, for parallel uploads.
#[derive(Debug, Clone)]
pub(crate) struct Store {
    s3: aws_sdk_s3::Client,
    bucket: String,
    account: String,
}

/// A handler in the bucket.
#[derive(Debug)]
pub(crate) struct Uploaded {
    pub(crate) key: String,
    /// Whether this run uploaded it.
    pub(crate) is_new: bool,
    /// The digest of the archive, in AWS Lambda's encoding. Archives of earlier versions of this program have none.
    pub(crate) digest: Option<String>,
}

/// The metadata key of an archive's digest.
const DIGEST: &str = "sha256";

impl<'a> Artifacts<'a> {
    /// Only computes the bucket's name. The first upload checks or creates the bucket.
    pub(crate) fn new(aws: &'a Aws, app: &str, account: &str, terminal: Terminal) -> Self {
        let bucket = format!("{app}-artifacts-{account}-{}", aws.region);
        Self {
            aws,
            bucket,
            account: account.to_owned(),
            terminal,
            ready: false,
        }
    }

    pub(crate) fn bucket(&self) -> &str {
        &self.bucket
    }

    /// The bucket, after creating it or completing its setup where necessary.
    pub(crate) async fn store(&mut self) -> Result<Store, AwsError> {
        if !self.ready {
            let setup = BucketSetup {
                aws: self.aws,
                bucket: &self.bucket,
                account: &self.account,
                terminal: self.terminal,
            };
            setup.ensure_ready().await?;
            self.ready = true;
        }
        Ok(Store {
            s3: self.aws.s3.clone(),
            bucket: self.bucket.clone(),
            account: self.account.clone(),
        })
    }

    /// Uploads a template unless the bucket has it; returns its URL for CloudFormation.
    pub(crate) async fn upload_template(&mut self, text: String) -> Result<String, AwsError> {
        let key = format!("{TEMPLATES}{}.json", hex::encode(Sha256::digest(text.as_bytes())));
        let store = self.store().await?;
        if store.find(&key).await?.is_none() {
            self.terminal.info(format_args!(
                "uploading the template ({}, too large to send inline)",
                Size(text.len())
            ));
            store
                .put(&key, text.into_bytes(), "application/json", None)
                .await?;
        }
        Ok(self.url(&key))
    }

    /// Uploads the templates of nested stacks unless the bucket has them; returns the URL of their folder.
    pub(crate) async fn upload_nested(
        &mut self,
        templates: impl Iterator<Item = &Template>,
    ) -> Result<String, AwsError> {
        let store = self.store().await?;
        for template in templates {
            let key = format!("{NESTED_TEMPLATES}/{}", Nested::file_name(template));
            if store.find(&key).await?.is_none() {
                let text = template.to_json_minified();
                self.terminal.info(format_args!(
                    "uploading the template of a nested stack ({})",
                    Size(text.len())
                ));
                store
                    .put(&key, text.into_bytes(), "application/json", None)
                    .await?;
            }
        }
        Ok(self.url(NESTED_TEMPLATES))
    }

    /// The URL at which CloudFormation reads an object.
    fn url(&self, key: &str) -> String {
        let (bucket, region) = (&self.bucket, &self.aws.region);
        if let Some(endpoint) = &self.aws.endpoint {
            return format!("{}/{bucket}/{key}", endpoint.trim_end_matches('/'));
        }
        let suffix = if self.aws.partition() == "aws-cn" {
            ".cn"
        } else {
            ""
        };
        format!("https://{bucket}.s3.{region}.amazonaws.com{suffix}/{key}")
    }
}

impl Store {
    /// Packs and uploads a handler unless the bucket has it.
    pub(crate) async fn upload_code(
        &self,
        package: &'static str,
        binary: Vec<u8>,
        compression: Compression,
        terminal: Terminal,
    ) -> Result<Uploaded, DeployError> {
        let key = archive::key(package, &binary);
        if let Some(digest) = self.find(&key).await? {
            return Ok(Uploaded {
                key,
                is_new: false,
                digest,
            });
        }
        let archive = tokio::task::spawn_blocking(move || archive::pack(&binary, compression))
            .await
            .expect("packing neither panics nor is aborted")
            .map_err(|source| DeployError::Pack { package, source })?;
        terminal.info(format_args!(
            "uploading handler {package} ({})",
            Size(archive.len())
        ));
        let digest = BASE64_STANDARD.encode(Sha256::digest(&archive));
        self.put(&key, archive, "application/zip", Some(&digest)).await?;
        Ok(Uploaded {
            key,
            is_new: true,
            digest: Some(digest),
        })
    }

    async fn put(&self, key: &str, bytes: Vec<u8>, kind: &str, digest: Option<&str>) -> Result<(), AwsError> {
        let digest = digest.map(|digest| HashMap::from([(DIGEST.to_owned(), digest.to_owned())]));
        self.s3
            .put_object()
            .bucket(&self.bucket)
            .expected_bucket_owner(&self.account)
            .key(key)
            .content_type(kind)
            .set_metadata(digest)
            .body(ByteStream::from(bytes))
            .send()
            .await
            .map_err(|error| AwsError::new(format!("upload `{key}` to bucket `{}`", self.bucket), &error))?;
        Ok(())
    }

    /// The digest in an object's metadata, if any; `None` if the object does not exist.
    async fn find(&self, key: &str) -> Result<Option<Option<String>>, AwsError> {
        let head = self
            .s3
            .head_object()
            .bucket(&self.bucket)
            .expected_bucket_owner(&self.account)
            .key(key)
            .send()
            .await;
        match head {
            Ok(object) => Ok(Some(
                object.metadata.and_then(|mut metadata| metadata.remove(DIGEST)),
            )),
            Err(error)
                if error
                    .as_service_error()
                    .is_some_and(HeadObjectError::is_not_found) =>
            {
                Ok(None)
            }
            Err(error) => Err(AwsError::new(
                format!("look for `{key}` in bucket `{}`", self.bucket),
                &error,
            )),
        }
    }
}

/// A size in bytes, for messages.
pub(crate) struct Size(pub(crate) usize);

impl std::fmt::Display for Size {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        const KIB: usize = 1024;
        match self.0 {
            bytes if bytes < KIB => write!(f, "{bytes} B"),
            bytes if bytes < KIB * KIB => write!(f, "{} KiB", bytes / KIB),
            bytes => write!(
                f,
                "{}.{} MiB",
                bytes / (KIB * KIB),
                bytes % (KIB * KIB) * 10 / (KIB * KIB)
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_shown_in_a_fitting_unit() {
        assert_eq!(
            [Size(12), Size(52_000), Size(7_654_321)].map(|s| s.to_string()),
            ["12 B", "50 KiB", "7.2 MiB"]
        );
    }
}
