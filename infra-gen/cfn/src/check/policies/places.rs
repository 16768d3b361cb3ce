//! The properties that hold IAM policies, and what each kind of policy must contain.
//!
//! Not listed: policies of other languages (Cedar, lifecycle and data protection policies, access policies of `OpenSearch`
//! Serverless), and `AWS::RAM::Permission`, which holds a part of a policy.

use crate::{
    check::branches::{Branch, branches, items},
    finding::ValuePath,
    template::ResourceBlock,
};

/// What a policy is attached to, which decides the elements of its statements.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Attached to a role, user or group, or limits a session. The role, user or group is the principal.
    Identity,
    /// As [`Self::Identity`], as a resource of its own, for which IAM accepts the current version of the language only.
    Managed,
    /// The trust policy of a role: who may assume it. The role is the resource.
    Trust,
    /// Attached to a resource of a service.
    Resource(Traits),
}

/// How the policies of a service differ from each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Traits {
    /// The prefix of the actions that a policy may contain; empty for any.
    pub(super) service: &'static str,
    /// Whether a statement must have a resource; otherwise it applies to the resource with the policy.
    pub(super) names_resource: bool,
    /// Whether the IDs of statements must be unique.
    pub(super) unique_ids: bool,
}

/// A statement must have a resource.
const NAMED: Kind = Kind::Resource(Traits {
    service: "",
    names_resource: true,
    unique_ids: false,
});

/// A statement may omit the resource. Also for services whose reference does not state that it is required.
const IMPLIED: Kind = Kind::Resource(Traits {
    service: "",
    names_resource: false,
    unique_ids: false,
});

/// <https://docs.aws.amazon.com/AmazonS3/latest/userguide/security_iam_service-with-iam.html>: actions are those of S3.
const BUCKET: Kind = Kind::Resource(Traits {
    service: "s3",
    names_resource: true,
    unique_ids: false,
});

/// <https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-language-special-information.html>: a policy is for SNS
/// actions on one topic, and each statement has a unique ID.
const TOPIC: Kind = Kind::Resource(Traits {
    service: "sns",
    names_resource: true,
    unique_ids: true,
});

/// <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-limitations-of-custom-policies.html>: a
/// policy is for SQS actions, and each statement has a unique ID.
const QUEUE: Kind = Kind::Resource(Traits {
    service: "sqs",
    names_resource: true,
    unique_ids: true,
});

/// The properties that hold a policy: the type, the path below `Properties` with `*` for each item of a list, and the kind.
/// Sorted by type.
const PLACES: &[(&str, &str, Kind)] = &[
    (
        "AWS::AIOps::InvestigationGroup",
        "InvestigationGroupPolicy",
        IMPLIED,
    ),
    ("AWS::APS::ResourcePolicy", "PolicyDocument", IMPLIED),
    ("AWS::ApiGateway::DomainNameV2", "Policy", NAMED),
    ("AWS::ApiGateway::RestApi", "Policy", NAMED),
    ("AWS::Backup::BackupVault", "AccessPolicy", IMPLIED),
    (
        "AWS::Backup::LogicallyAirGappedBackupVault",
        "AccessPolicy",
        IMPLIED,
    ),
    ("AWS::Bedrock::KnowledgeBasePolicy", "PolicyDocument", IMPLIED),
    ("AWS::Bedrock::ResourcePolicy", "PolicyDocument", IMPLIED),
    ("AWS::BedrockAgentCore::ResourcePolicy", "Policy", IMPLIED),
    ("AWS::CloudTrail::ResourcePolicy", "ResourcePolicy", IMPLIED),
    ("AWS::CodeArtifact::Domain", "PermissionsPolicyDocument", IMPLIED),
    (
        "AWS::CodeArtifact::Repository",
        "PermissionsPolicyDocument",
        IMPLIED,
    ),
    ("AWS::Comprehend::DocumentClassifier", "ModelPolicy", IMPLIED),
    ("AWS::Comprehend::EntityRecognizer", "ModelPolicy", IMPLIED),
    ("AWS::DSQL::Cluster", "PolicyDocument", IMPLIED),
    (
        "AWS::DynamoDB::GlobalTable",
        "Replicas.*.ReplicaStreamSpecification.ResourcePolicy.PolicyDocument",
        IMPLIED,
    ),
    (
        "AWS::DynamoDB::GlobalTable",
        "Replicas.*.ResourcePolicy.PolicyDocument",
        IMPLIED,
    ),
    ("AWS::DynamoDB::Table", "ResourcePolicy.PolicyDocument", IMPLIED),
    (
        "AWS::DynamoDB::Table",
        "StreamSpecification.ResourcePolicy.PolicyDocument",
        IMPLIED,
    ),
    ("AWS::EC2::VPCEndpoint", "PolicyDocument", IMPLIED),
    ("AWS::ECR::PublicRepository", "RepositoryPolicyText", IMPLIED),
    ("AWS::ECR::RegistryPolicy", "PolicyText", IMPLIED),
    ("AWS::ECR::Repository", "RepositoryPolicyText", IMPLIED),
    (
        "AWS::ECR::RepositoryCreationTemplate",
        "RepositoryPolicy",
        IMPLIED,
    ),
    ("AWS::EFS::FileSystem", "FileSystemPolicy", IMPLIED),
    ("AWS::EKS::PodIdentityAssociation", "Policy", Kind::Identity),
    ("AWS::Elasticsearch::Domain", "AccessPolicies", IMPLIED),
    ("AWS::EventSchemas::RegistryPolicy", "Policy", IMPLIED),
    ("AWS::Events::EventBus", "Policy", IMPLIED),
    ("AWS::EventsV2::ResourcePolicy", "PolicyDocument", IMPLIED),
    (
        "AWS::FSx::S3AccessPointAttachment",
        "S3AccessPoint.Policy",
        IMPLIED,
    ),
    ("AWS::IAM::Group", "Policies.*.PolicyDocument", Kind::Identity),
    ("AWS::IAM::GroupPolicy", "PolicyDocument", Kind::Identity),
    ("AWS::IAM::ManagedPolicy", "PolicyDocument", Kind::Managed),
    ("AWS::IAM::Policy", "PolicyDocument", Kind::Identity),
    ("AWS::IAM::Role", "AssumeRolePolicyDocument", Kind::Trust),
    ("AWS::IAM::Role", "Policies.*.PolicyDocument", Kind::Identity),
    ("AWS::IAM::RolePolicy", "PolicyDocument", Kind::Identity),
    ("AWS::IAM::User", "Policies.*.PolicyDocument", Kind::Identity),
    ("AWS::IAM::UserPolicy", "PolicyDocument", Kind::Identity),
    ("AWS::IoT::Policy", "PolicyDocument", Kind::Identity),
    ("AWS::KMS::Key", "KeyPolicy", NAMED),
    ("AWS::KMS::ReplicaKey", "KeyPolicy", NAMED),
    ("AWS::Kinesis::ResourcePolicy", "ResourcePolicy", IMPLIED),
    ("AWS::Lambda::ResourcePolicy", "PolicyDocument", IMPLIED),
    ("AWS::Lex::ResourcePolicy", "Policy", IMPLIED),
    (
        "AWS::Logs::DeliveryDestination",
        "DeliveryDestinationPolicy.DeliveryDestinationPolicy",
        IMPLIED,
    ),
    ("AWS::Logs::Destination", "DestinationPolicy", IMPLIED),
    ("AWS::Logs::LogGroup", "ResourcePolicyDocument", IMPLIED),
    ("AWS::Logs::ResourcePolicy", "PolicyDocument", IMPLIED),
    ("AWS::MSK::ClusterPolicy", "Policy", IMPLIED),
    ("AWS::MediaPackageV2::ChannelPolicy", "Policy", IMPLIED),
    ("AWS::MediaPackageV2::OriginEndpointPolicy", "Policy", IMPLIED),
    ("AWS::MediaStore::Container", "Policy", IMPLIED),
    ("AWS::MediaTailor::ChannelPolicy", "Policy", IMPLIED),
    ("AWS::OSIS::Pipeline", "ResourcePolicy.Policy", IMPLIED),
    ("AWS::Oam::Sink", "Policy", IMPLIED),
    ("AWS::Omics::SequenceStore", "S3AccessPolicy", IMPLIED),
    ("AWS::OpenSearchService::Domain", "AccessPolicies", IMPLIED),
    ("AWS::PaymentCryptography::Key", "Policy", IMPLIED),
    ("AWS::RUM::AppMonitor", "ResourcePolicy.PolicyDocument", IMPLIED),
    ("AWS::Redshift::Cluster", "NamespaceResourcePolicy", IMPLIED),
    (
        "AWS::RedshiftServerless::Namespace",
        "NamespaceResourcePolicy",
        IMPLIED,
    ),
    ("AWS::RolesAnywhere::Profile", "SessionPolicy", Kind::Identity),
    ("AWS::S3::AccessPoint", "Policy", NAMED),
    ("AWS::S3::BucketPolicy", "PolicyDocument", BUCKET),
    ("AWS::S3::MultiRegionAccessPointPolicy", "Policy", NAMED),
    ("AWS::S3Express::AccessPoint", "Policy", IMPLIED),
    ("AWS::S3Express::BucketPolicy", "PolicyDocument", IMPLIED),
    ("AWS::S3Files::FileSystemPolicy", "Policy", IMPLIED),
    (
        "AWS::S3ObjectLambda::AccessPointPolicy",
        "PolicyDocument",
        IMPLIED,
    ),
    ("AWS::S3Outposts::AccessPoint", "Policy", IMPLIED),
    ("AWS::S3Outposts::BucketPolicy", "PolicyDocument", IMPLIED),
    ("AWS::S3Tables::TableBucketPolicy", "ResourcePolicy", IMPLIED),
    ("AWS::S3Tables::TablePolicy", "ResourcePolicy", IMPLIED),
    ("AWS::S3Vectors::VectorBucketPolicy", "Policy", IMPLIED),
    ("AWS::SMSVOICE::ResourcePolicy", "PolicyDocument", IMPLIED),
    ("AWS::SNS::TopicInlinePolicy", "PolicyDocument", TOPIC),
    ("AWS::SNS::TopicPolicy", "PolicyDocument", TOPIC),
    ("AWS::SQS::QueueInlinePolicy", "PolicyDocument", QUEUE),
    ("AWS::SQS::QueuePolicy", "PolicyDocument", QUEUE),
    ("AWS::SSM::ResourcePolicy", "Policy", IMPLIED),
    ("AWS::SSO::PermissionSet", "InlinePolicy", Kind::Identity),
    (
        "AWS::SageMaker::ModelPackageGroup",
        "ModelPackageGroupPolicy",
        IMPLIED,
    ),
    ("AWS::SecretsManager::ResourcePolicy", "ResourcePolicy", IMPLIED),
    (
        "AWS::Serverless::Function",
        "AssumeRolePolicyDocument",
        Kind::Trust,
    ),
    // Next to policies, names of managed policies and policy templates of SAM.
    ("AWS::Serverless::Function", "Policies.*", Kind::Identity),
    ("AWS::Serverless::StateMachine", "Policies.*", Kind::Identity),
    ("AWS::Transfer::User", "Policy", Kind::Identity),
    ("AWS::VpcLattice::AuthPolicy", "Policy", IMPLIED),
    ("AWS::VpcLattice::ResourcePolicy", "Policy", IMPLIED),
    ("AWS::XRay::ResourcePolicy", "PolicyDocument", IMPLIED),
];

/// The policies of a resource, each with the path to it, in all branches of `Fn::If`.
pub(super) fn policies(block: &ResourceBlock) -> Vec<(Kind, Branch<'_>)> {
    let mut found = Vec::new();
    let first = PLACES.partition_point(|(type_name, ..)| *type_name < block.type_name.as_str());
    let of_type = PLACES[first..]
        .iter()
        .take_while(|(type_name, ..)| *type_name == block.type_name);
    for (_, path, kind) in of_type {
        let mut steps = path.split('.');
        let Some(value) = steps
            .next()
            .and_then(|property| block.properties.get_key_value(property))
        else {
            continue;
        };
        let start = ValuePath::from("Properties").key(value.0);
        let mut reached = branches(start, value.1);
        for step in steps {
            reached = reached
                .into_iter()
                .flat_map(|branch| below(branch, step))
                .collect();
        }
        let is_policy = |branch: &Branch<'_>| !path.ends_with('*') || branch.value.get("Statement").is_some();
        found.extend(
            reached
                .into_iter()
                .filter(is_policy)
                .map(|branch| (*kind, branch)),
        );
    }
    found
}

/// The values of the step `name`, or of each item for `*`. A single item may stand in place of a list.
fn below<'a>(branch: Branch<'a>, name: &str) -> Vec<Branch<'a>> {
    if name == "*" {
        return items(branch);
    }
    branch
        .value
        .get(name)
        .map(|value| branches(branch.path.key(name), value))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::PLACES;

    #[test]
    fn the_places_are_sorted_by_type() {
        assert!(PLACES.is_sorted_by_key(|(type_name, ..)| *type_name));
    }
}
