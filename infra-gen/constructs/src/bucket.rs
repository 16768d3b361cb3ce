//! An S3 bucket: private, encrypted, reached over TLS only.

use infra_gen_cfn::{
    Arn, Handle, Id, LogicalId, Stack, Value,
    intrinsic::concat,
    kind,
    policy::{Action, PolicyDocument, Statement},
    s3::{self, bucket},
};

use crate::access::{Grantee, Removal};

/// An S3 bucket and its policy.
pub struct Bucket {
    /// The bucket.
    pub bucket: Handle<s3::Bucket>,
    /// Its policy; only adds to who is refused, until something is granted to a service.
    pub policy: Handle<s3::BucketPolicy>,
}

/// What a bucket needs.
#[derive(Debug, Clone, Copy)]
pub struct BucketProps {
    /// After how many days an object is deleted; `None` to keep all.
    pub expire_after_days: Option<u16>,
    /// Whether what is overwritten or deleted can be had back for thirty days.
    pub versioned: bool,
    /// What becomes of the bucket when it leaves the stack.
    pub removal: Removal,
}

/// One thing that can be done with objects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BucketAccess {
    /// Reads an object.
    GetObject,
    /// Writes an object, in one piece or in parts.
    PutObject,
    /// Gives up an upload in parts that was begun.
    AbortMultipartUpload,
    /// Deletes an object.
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
    pub fn new(stack: &mut Stack, id: &LogicalId, props: BucketProps) -> Self {
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
        let bucket = stack.add(id.clone(), resource);
        props.removal.apply(stack, &bucket);
        let tls_only = Statement::deny_service("s3", [bucket.arn().into(), objects(&bucket, "*")]).when(
            "Bool",
            "aws:SecureTransport",
            ["false".into()],
        );
        let policy = s3::BucketPolicy::new(bucket.reference(), PolicyDocument::new([tls_only]));
        let policy = stack.add(id.join("Policy"), policy);
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

    /// Lets `grantee` do exactly `access` with the objects whose key begins with `prefix`.
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

    /// Lets `grantee` list the objects: without it, S3 says of an object that does not exist that it is forbidden.
    pub fn grant_list(&self, stack: &mut Stack, grantee: &impl Grantee) {
        const LIST: Action = Action::new("s3:ListBucket");
        grantee.allow(stack, Statement::allow([LIST], [self.bucket.arn().into()]));
    }

    /// Adds a statement to the bucket's own policy: what a service may do, not a role of this stack.
    pub(crate) fn allow(&self, stack: &mut Stack, statement: Statement) {
        stack[&self.policy]
            .policy_document
            .literal_mut()
            .expect("the policy document is this construct's own")
            .add(statement);
    }
}

/// The ARN of the objects whose key matches `pattern`.
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

/// Access lists are off: the bucket's policy and roles are the only say.
fn owner_enforced() -> bucket::OwnershipControls {
    bucket::OwnershipControls::new([bucket::OwnershipControlsRule {
        object_ownership: Some(bucket::ObjectOwnership::BucketOwnerEnforced.into()),
    }])
}

/// What was begun and never finished goes after a day; what else goes is the props' choice.
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
