//! An S3 bucket: private, encrypted, reachable over TLS only.

use infra_gen_cfn::{
    Arn, Handle, Id, LogicalId, Stack, Value,
    intrinsic::concat,
    kind,
    policy::{Action, Operator, PolicyDocument, Statement},
    s3::{self, bucket},
};

use crate::access::{Grantee, Removal};

/// An S3 bucket and its policy.
pub struct Bucket {
    /// The bucket.
    pub bucket: Handle<s3::Bucket>,
    /// Its policy. It denies requests without TLS; a [`StaticSite`](crate::StaticSite) adds an allow statement.
    pub policy: Handle<s3::BucketPolicy>,
}

/// The options of a [`Bucket`].
#[derive(Debug, Clone, Copy)]
pub struct BucketProps {
    /// After how many days an object is deleted; by default never.
    pub expire_after_days: Option<u16>,
    /// Whether overwritten and deleted objects can be restored for 30 days; by default they can.
    pub versioned: bool,
    /// What happens to the bucket when it is removed from the stack; by default it is retained.
    pub removal: Removal,
}

impl Default for BucketProps {
    fn default() -> Self {
        Self {
            expire_after_days: None,
            versioned: true,
            removal: Removal::default(),
        }
    }
}

/// An operation on objects that can be granted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BucketAccess {
    /// Read an object.
    GetObject,
    /// Write an object, in one request or as a multipart upload.
    PutObject,
    /// Abort a multipart upload.
    AbortMultipartUpload,
    /// Delete an object.
    DeleteObject,
}

impl BucketAccess {
    const fn action(self) -> Action {
        match self {
            Self::GetObject => Action::new("s3:GetObject"),
            Self::PutObject => Action::new("s3:PutObject"),
            Self::AbortMultipartUpload => Action::new("s3:AbortMultipartUpload"),
            Self::DeleteObject => Action::new("s3:DeleteObject"),
        }
    }
}

impl Bucket {
    /// Adds a bucket to the stack: `<id>` and `<id>Policy`.
    pub fn new(stack: &mut Stack, id: LogicalId, props: BucketProps) -> Self {
        let policy_id = id.join("Policy");
        let resource = s3::Bucket {
            public_access_block_configuration: Some(no_public_access().into()),
            bucket_encryption: Some(encryption().into()),
            ownership_controls: Some(owner_enforced().into()),
            versioning_configuration: props.versioned.then(|| {
                bucket::VersioningConfiguration::new(bucket::VersioningConfigurationStatus::Enabled).into()
            }),
            lifecycle_configuration: Some(bucket::LifecycleConfiguration::new(lifecycle(props)).into()),
            ..s3::Bucket::new()
        };
        let bucket = stack.add(id, resource);
        props.removal.apply(stack, &bucket);
        let tls_only = Statement::deny_service("s3", [bucket.arn().into(), objects(&bucket, "*")]).when(
            Operator::Bool,
            "aws:SecureTransport",
            ["false".into()],
        );
        let policy = s3::BucketPolicy::new(bucket.reference(), PolicyDocument::new([tls_only]));
        let policy = stack.add(policy_id, policy);
        props.removal.apply(stack, &policy);
        Self { bucket, policy }
    }

    /// The bucket's name.
    pub fn name(&self) -> Value<Id<kind::s3::Bucket>> {
        self.bucket.reference()
    }

    /// The bucket's ARN.
    pub fn arn(&self) -> Value<Arn<kind::s3::Bucket>> {
        self.bucket.arn()
    }

    /// Allows `grantee` exactly `access` on the objects whose key starts with `prefix`.
    pub fn grant(
        &self,
        stack: &mut Stack,
        grantee: &impl Grantee,
        prefix: &str,
        access: impl IntoIterator<Item = BucketAccess>,
    ) {
        let actions = access.into_iter().map(BucketAccess::action);
        let resource = objects(&self.bucket, &format!("{prefix}*"));
        grantee.allow(stack, Statement::allow(actions, [resource]));
    }

    /// Allows `grantee` to list the objects. Without this permission S3 answers a request for a missing object with 403
    /// instead of 404.
    pub fn grant_list(&self, stack: &mut Stack, grantee: &impl Grantee) {
        const LIST: Action = Action::new("s3:ListBucket");
        grantee.allow(stack, Statement::allow([LIST], [self.bucket.arn().into()]));
    }

    /// Adds a statement to the bucket's policy, to allow a service something; roles of this stack get grants.
    pub(crate) fn allow(&self, stack: &mut Stack, statement: Statement) {
        stack[&self.policy]
            .policy_document
            .literal_mut()
            .expect("only this construct writes the policy")
            .add(statement);
    }
}

/// The ARN of the objects whose keys match `pattern`.
pub(crate) fn objects(bucket: &Handle<s3::Bucket>, pattern: &str) -> Value<String> {
    concat([bucket.arn().into(), format!("/{pattern}").into()])
}

fn no_public_access() -> bucket::PublicAccessBlockConfiguration {
    bucket::PublicAccessBlockConfiguration {
        block_public_acls: Some(true.into()),
        block_public_policy: Some(true.into()),
        ignore_public_acls: Some(true.into()),
        restrict_public_buckets: Some(true.into()),
    }
}

fn encryption() -> bucket::BucketEncryption {
    let by_default = bucket::ServerSideEncryptionByDefault::new(bucket::SSEAlgorithm::Aes256);
    bucket::BucketEncryption::new([bucket::ServerSideEncryptionRule {
        server_side_encryption_by_default: Some(by_default.into()),
        ..bucket::ServerSideEncryptionRule::new()
    }])
}

/// Disables access control lists: only policies decide.
fn owner_enforced() -> bucket::OwnershipControls {
    bucket::OwnershipControls::new([bucket::OwnershipControlsRule {
        object_ownership: Some(bucket::ObjectOwnership::BucketOwnerEnforced.into()),
    }])
}

/// Incomplete uploads are deleted after a day. The props decide about everything else.
fn lifecycle(props: BucketProps) -> Vec<bucket::Rule> {
    let enabled = || bucket::Rule::new(bucket::RuleStatus::Enabled);
    let mut rules = vec![bucket::Rule {
        id: Some("AbortIncompleteUploads".into()),
        abort_incomplete_multipart_upload: Some(bucket::AbortIncompleteMultipartUpload::new(1).into()),
        ..enabled()
    }];
    if let Some(days) = props.expire_after_days {
        rules.push(bucket::Rule {
            id: Some("Expire".into()),
            expiration_in_days: Some(i64::from(days).into()),
            ..enabled()
        });
    }
    if props.versioned {
        rules.push(bucket::Rule {
            id: Some("ExpireOldVersions".into()),
            noncurrent_version_expiration: Some(bucket::NoncurrentVersionExpiration::new(30).into()),
            ..enabled()
        });
    }
    rules
}
