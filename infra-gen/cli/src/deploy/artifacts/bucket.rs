//! Creates and configures the artifacts bucket.
//!
//! The lifecycle is written last: a bucket that has it is complete.

use aws_sdk_s3::error::{ProvideErrorMetadata, SdkError};
use aws_sdk_s3::operation::head_bucket::HeadBucketError;
use aws_sdk_s3::types::{
    AbortIncompleteMultipartUpload, BucketLifecycleConfiguration, BucketLocationConstraint,
    CreateBucketConfiguration, ExpirationStatus, LifecycleExpiration, LifecycleRule, LifecycleRuleFilter,
    PublicAccessBlockConfiguration, ServerSideEncryption, ServerSideEncryptionByDefault,
    ServerSideEncryptionConfiguration, ServerSideEncryptionRule,
};
use serde_json::json;

use crate::aws::{Aws, AwsError};
use crate::deploy::poll_backoff::PollBackoff;
use crate::terminal::{Style, Terminal};

/// The prefix of uploaded templates. They are read within minutes, and CloudFormation keeps its own copy, so they expire.
pub(super) const TEMPLATES: &str = "templates/";
const TEMPLATE_DAYS: i32 = 30;

/// The retries while S3 works on the same bucket for another deployment: about a minute.
const CONFLICT_RETRIES: usize = 30;

/// The bucket to set up.
pub(super) struct BucketSetup<'a> {
    pub(super) aws: &'a Aws,
    pub(super) bucket: &'a str,
    /// The expected owner.
    pub(super) account: &'a str,
    pub(super) terminal: Terminal,
}

impl BucketSetup<'_> {
    /// Creates the bucket, or completes its setup, where necessary.
    pub(super) async fn ensure_ready(&self) -> Result<(), AwsError> {
        let head = self
            .aws
            .s3
            .head_bucket()
            .bucket(self.bucket)
            .expected_bucket_owner(self.account)
            .send()
            .await;
        match head {
            Ok(_) if self.has_lifecycle().await? => Ok(()),
            Ok(_) => {
                self.terminal.info(format_args!(
                    "completing the setup of the artifacts bucket `{}`, which an earlier run left incomplete",
                    self.bucket
                ));
                self.configure().await
            }
            Err(error)
                if error
                    .as_service_error()
                    .is_some_and(HeadBucketError::is_not_found) =>
            {
                self.create().await?;
                self.configure().await
            }
            Err(error) => Err(AwsError::new(
                format!(
                    "use the artifacts bucket `{}` of account {} (either the credentials lack permission, or another \
                     account owns a bucket with this name)",
                    self.bucket, self.account
                ),
                &error,
            )),
        }
    }

    async fn has_lifecycle(&self) -> Result<bool, AwsError> {
        let response = self
            .aws
            .s3
            .get_bucket_lifecycle_configuration()
            .bucket(self.bucket)
            .expected_bucket_owner(self.account)
            .send()
            .await;
        let Err(error) = response else { return Ok(true) };
        let error = AwsError::new(
            format!("read the lifecycle of the artifacts bucket `{}`", self.bucket),
            &error,
        );
        if error.is("NoSuchLifecycleConfiguration") {
            Ok(false)
        } else {
            Err(error)
        }
    }

    async fn create(&self) -> Result<(), AwsError> {
        let bucket = self.bucket;
        self.terminal.line(
            Style::Heading,
            format_args!(
                "creating the artifacts bucket `{bucket}` (private, encrypted, TLS only); it stays when the stack is deleted"
            ),
        );
        let action = |verb: &str| format!("{verb} the artifacts bucket `{bucket}`");
        let s3 = &self.aws.s3;
        let mut request = s3.create_bucket().bucket(bucket);
        // S3 rejects `us-east-1` as a location constraint: it is the default.
        if self.aws.region != "us-east-1" {
            let location = BucketLocationConstraint::from(self.aws.region.as_str());
            request = request.create_bucket_configuration(
                CreateBucketConfiguration::builder()
                    .location_constraint(location)
                    .build(),
            );
        }
        match retry_conflicts(&action("create"), || request.clone().send()).await {
            // Another deployment of the application created it a moment ago.
            Err(error) if error.is("BucketAlreadyOwnedByYou") => Ok(()),
            Err(error) => Err(error),
            Ok(_) => Ok(()),
        }
    }

    /// Applies the whole configuration, whatever parts of it exist already; the lifecycle comes last.
    async fn configure(&self) -> Result<(), AwsError> {
        let bucket = self.bucket;
        let action = |verb: &str| format!("{verb} the artifacts bucket `{bucket}`");
        let s3 = &self.aws.s3;
        retry_conflicts(&action("block public access to"), || {
            s3.put_public_access_block()
                .bucket(bucket)
                .expected_bucket_owner(self.account)
                .public_access_block_configuration(
                    PublicAccessBlockConfiguration::builder()
                        .block_public_acls(true)
                        .block_public_policy(true)
                        .ignore_public_acls(true)
                        .restrict_public_buckets(true)
                        .build(),
                )
                .send()
        })
        .await?;
        retry_conflicts(&action("encrypt"), || {
            s3.put_bucket_encryption()
                .bucket(bucket)
                .expected_bucket_owner(self.account)
                .server_side_encryption_configuration(encryption())
                .send()
        })
        .await?;
        retry_conflicts(&action("require TLS for"), || {
            s3.put_bucket_policy()
                .bucket(bucket)
                .expected_bucket_owner(self.account)
                .policy(tls_only(self.aws.partition(), bucket))
                .send()
        })
        .await?;
        retry_conflicts(&action("set the lifecycle of"), || {
            s3.put_bucket_lifecycle_configuration()
                .bucket(bucket)
                .expected_bucket_owner(self.account)
                .lifecycle_configuration(lifecycle())
                .send()
        })
        .await?;
        Ok(())
    }
}

/// Calls S3, and retries while another operation on the bucket is in progress.
async fn retry_conflicts<O, E, R, F>(action: &str, call: impl Fn() -> F) -> Result<O, AwsError>
where
    E: ProvideErrorMetadata + std::error::Error + 'static,
    R: std::fmt::Debug + 'static,
    F: Future<Output = Result<O, SdkError<E, R>>>,
{
    let mut backoff = PollBackoff::default();
    let mut left = CONFLICT_RETRIES;
    loop {
        let error = match call().await {
            Ok(output) => return Ok(output),
            Err(error) => AwsError::new(action, &error),
        };
        if left == 0 || !error.is("OperationAborted") {
            return Err(error);
        }
        left -= 1;
        backoff.wait().await;
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
