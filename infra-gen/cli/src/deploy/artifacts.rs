//! The one bucket that deploying needs: private, encrypted, TLS only, made when it is first missing.
//!
//! What lies in it is named by its content, so the same thing is never uploaded twice. Versions are not kept: nothing
//! is ever overwritten. Code of the last deployments stays, for a rollback; half-made uploads go after a day.

use aws_sdk_s3::operation::head_bucket::HeadBucketError;
use aws_sdk_s3::operation::head_object::HeadObjectError;
use aws_sdk_s3::primitives::ByteStream;
use aws_sdk_s3::types::{
    AbortIncompleteMultipartUpload, BucketLifecycleConfiguration, BucketLocationConstraint,
    CreateBucketConfiguration, ExpirationStatus, LifecycleExpiration, LifecycleRule, LifecycleRuleFilter,
    PublicAccessBlockConfiguration, ServerSideEncryption, ServerSideEncryptionByDefault,
    ServerSideEncryptionConfiguration, ServerSideEncryptionRule,
};
use serde_json::json;
use sha2::{Digest as _, Sha256};

use super::DeployError;
use crate::aws::{Aws, AwsError};
use crate::package::archive::{self, Packing};
use crate::terminal::{Terminal, Tone};

/// Templates are read within minutes; CloudFormation keeps its own copy.
const TEMPLATES: &str = "templates/";
const TEMPLATE_DAYS: i32 = 30;

/// The bucket of one application in one account and region.
#[derive(Debug)]
pub(crate) struct Artifacts<'a> {
    aws: &'a Aws,
    bucket: String,
    terminal: Terminal,
    ready: bool,
}

impl<'a> Artifacts<'a> {
    /// Names the bucket; it is looked for when something is to be put into it.
    pub(crate) fn new(aws: &'a Aws, app: &str, account: &str, terminal: Terminal) -> Self {
        let bucket = format!("{app}-artifacts-{account}-{}", aws.region);
        Self {
            aws,
            bucket,
            terminal,
            ready: false,
        }
    }

    pub(crate) fn bucket(&self) -> &str {
        &self.bucket
    }

    /// Uploads a handler unless it is there: its key.
    pub(crate) async fn upload_code(
        &mut self,
        package: &'static str,
        binary: &[u8],
        packing: Packing,
    ) -> Result<String, DeployError> {
        let key = archive::key(package, binary);
        self.prepare().await?;
        if self.holds(&key).await? {
            self.terminal
                .line(Tone::Faint, format_args!("handler {package} is unchanged"));
            return Ok(key);
        }
        let archive =
            archive::pack(binary, packing).map_err(|source| DeployError::Pack { package, source })?;
        self.terminal.say(format_args!(
            "uploading handler {package} ({})",
            Size(archive.len())
        ));
        self.put(&key, archive, "application/zip").await?;
        Ok(key)
    }

    /// Uploads a template: its address, as CloudFormation wants it.
    pub(crate) async fn upload_template(&mut self, text: String) -> Result<String, DeployError> {
        let key = format!(
            "{TEMPLATES}{}.json",
            archive::hex(&Sha256::digest(text.as_bytes()))
        );
        self.prepare().await?;
        self.terminal.say(format_args!(
            "uploading the template ({}, too large to send inline)",
            Size(text.len())
        ));
        self.put(&key, text.into_bytes(), "application/json").await?;
        Ok(self.address(&key))
    }

    /// Where CloudFormation finds an object.
    fn address(&self, key: &str) -> String {
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

    async fn put(&self, key: &str, bytes: Vec<u8>, kind: &str) -> Result<(), AwsError> {
        self.aws
            .s3
            .put_object()
            .bucket(&self.bucket)
            .key(key)
            .content_type(kind)
            .body(ByteStream::from(bytes))
            .send()
            .await
            .map_err(|error| AwsError::new(format!("upload `{key}` to bucket `{}`", self.bucket), &error))?;
        Ok(())
    }

    async fn holds(&self, key: &str) -> Result<bool, AwsError> {
        match self
            .aws
            .s3
            .head_object()
            .bucket(&self.bucket)
            .key(key)
            .send()
            .await
        {
            Ok(_) => Ok(true),
            Err(error)
                if error
                    .as_service_error()
                    .is_some_and(HeadObjectError::is_not_found) =>
            {
                Ok(false)
            }
            Err(error) => Err(AwsError::new(
                format!("look for `{key}` in bucket `{}`", self.bucket),
                &error,
            )),
        }
    }

    /// Makes the bucket if it is missing. One that is there is left as it is.
    async fn prepare(&mut self) -> Result<(), AwsError> {
        if self.ready {
            return Ok(());
        }
        match self.aws.s3.head_bucket().bucket(&self.bucket).send().await {
            Ok(_) => {}
            Err(error)
                if error
                    .as_service_error()
                    .is_some_and(HeadBucketError::is_not_found) =>
            {
                self.create().await?;
            }
            Err(error) => {
                return Err(AwsError::new(
                    format!("look for the artifacts bucket `{}`", self.bucket),
                    &error,
                ));
            }
        }
        self.ready = true;
        Ok(())
    }

    async fn create(&self) -> Result<(), AwsError> {
        let bucket = self.bucket.as_str();
        self.terminal.line(
            Tone::Heading,
            format_args!(
                "creating the artifacts bucket `{bucket}` (private, encrypted, TLS only); it stays when the stack goes"
            ),
        );
        let failed = |what: &str| format!("{what} the artifacts bucket `{bucket}`");
        let s3 = &self.aws.s3;
        let mut request = s3.create_bucket().bucket(bucket);
        // us-east-1 is the one region that must not be named.
        if self.aws.region != "us-east-1" {
            let location = BucketLocationConstraint::from(self.aws.region.as_str());
            request = request.create_bucket_configuration(
                CreateBucketConfiguration::builder()
                    .location_constraint(location)
                    .build(),
            );
        }
        request
            .send()
            .await
            .map_err(|error| AwsError::new(failed("create"), &error))?;
        s3.put_public_access_block()
            .bucket(bucket)
            .public_access_block_configuration(
                PublicAccessBlockConfiguration::builder()
                    .block_public_acls(true)
                    .block_public_policy(true)
                    .ignore_public_acls(true)
                    .restrict_public_buckets(true)
                    .build(),
            )
            .send()
            .await
            .map_err(|error| AwsError::new(failed("close to the public"), &error))?;
        s3.put_bucket_encryption()
            .bucket(bucket)
            .server_side_encryption_configuration(encryption())
            .send()
            .await
            .map_err(|error| AwsError::new(failed("encrypt"), &error))?;
        s3.put_bucket_policy()
            .bucket(bucket)
            .policy(tls_only(self.aws.partition(), bucket))
            .send()
            .await
            .map_err(|error| AwsError::new(failed("refuse plain HTTP to"), &error))?;
        s3.put_bucket_lifecycle_configuration()
            .bucket(bucket)
            .lifecycle_configuration(lifecycle())
            .send()
            .await
            .map_err(|error| AwsError::new(failed("set the lifecycle of"), &error))?;
        Ok(())
    }
}

fn encryption() -> ServerSideEncryptionConfiguration {
    let by_default = ServerSideEncryptionByDefault::builder()
        .sse_algorithm(ServerSideEncryption::Aes256)
        .build()
        .expect("the algorithm, the one required field, is given");
    ServerSideEncryptionConfiguration::builder()
        .rules(
            ServerSideEncryptionRule::builder()
                .apply_server_side_encryption_by_default(by_default)
                .build(),
        )
        .build()
        .expect("the rules, the one required field, are given")
}

fn tls_only(partition: &str, bucket: &str) -> String {
    let arn = format!("arn:{partition}:s3:::{bucket}");
    json!({
        "Version": "2012-10-17",
        "Statement": [{
            "Sid": "TlsOnly",
            "Effect": "Deny",
            "Principal": "*",
            "Action": "s3:*",
            "Resource": [arn, format!("{arn}/*")],
            "Condition": { "Bool": { "aws:SecureTransport": "false" } },
        }],
    })
    .to_string()
}

fn lifecycle() -> BucketLifecycleConfiguration {
    let abandoned = LifecycleRule::builder()
        .id("abandoned-uploads")
        .status(ExpirationStatus::Enabled)
        .filter(LifecycleRuleFilter::builder().prefix("").build())
        .abort_incomplete_multipart_upload(
            AbortIncompleteMultipartUpload::builder()
                .days_after_initiation(1)
                .build(),
        )
        .build()
        .expect("the status, the one required field, is given");
    let templates = LifecycleRule::builder()
        .id("old-templates")
        .status(ExpirationStatus::Enabled)
        .filter(LifecycleRuleFilter::builder().prefix(TEMPLATES).build())
        .expiration(LifecycleExpiration::builder().days(TEMPLATE_DAYS).build())
        .build()
        .expect("the status, the one required field, is given");
    BucketLifecycleConfiguration::builder()
        .rules(abandoned)
        .rules(templates)
        .build()
        .expect("the rules, the one required field, are given")
}

/// A size in bytes as a person reads it.
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
    fn sizes_read_well() {
        assert_eq!(
            [Size(12), Size(52_000), Size(7_654_321)].map(|s| s.to_string()),
            ["12 B", "50 KiB", "7.2 MiB"]
        );
    }
}
