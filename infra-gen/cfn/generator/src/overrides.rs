//! Where the published schemas are wrong or too wide to type by, each with its reason.
//!
//! A property is named as in the schema: `Type.Property` for a resource's own, `Type#Object.Property` within an object.

use crate::model::Rule;

/// Free-form JSON that holds an IAM policy document. Data protection, redrive and filter policies are other languages.
const POLICY_DOCUMENTS: &[&str] = &[
    "AWS::ApiGateway::DomainNameV2.Policy",
    "AWS::ApiGateway::RestApi.Policy",
    "AWS::DynamoDB::GlobalTable#ResourcePolicy.PolicyDocument",
    "AWS::DynamoDB::Table#ResourcePolicy.PolicyDocument",
    "AWS::Events::EventBus.Policy",
    "AWS::IAM::Group#Policy.PolicyDocument",
    "AWS::IAM::GroupPolicy.PolicyDocument",
    "AWS::IAM::ManagedPolicy.PolicyDocument",
    "AWS::IAM::Policy.PolicyDocument",
    "AWS::IAM::Role#Policy.PolicyDocument",
    "AWS::IAM::Role.AssumeRolePolicyDocument",
    "AWS::IAM::RolePolicy.PolicyDocument",
    "AWS::IAM::User#Policy.PolicyDocument",
    "AWS::IAM::UserPolicy.PolicyDocument",
    "AWS::KMS::Key.KeyPolicy",
    "AWS::KMS::ReplicaKey.KeyPolicy",
    "AWS::Lambda::ResourcePolicy.PolicyDocument",
    "AWS::Logs::ResourcePolicy.PolicyDocument",
    "AWS::S3::AccessPoint.Policy",
    "AWS::S3::BucketPolicy.PolicyDocument",
    "AWS::S3::MultiRegionAccessPointPolicy.Policy",
    "AWS::SNS::TopicInlinePolicy.PolicyDocument",
    "AWS::SNS::TopicPolicy.PolicyDocument",
    "AWS::SQS::QueueInlinePolicy.PolicyDocument",
    "AWS::SQS::QueuePolicy.PolicyDocument",
    "AWS::SSM::ResourcePolicy.Policy",
];

/// Whether `property` holds an IAM policy document.
pub(crate) fn is_policy(property: &str) -> bool {
    POLICY_DOCUMENTS.contains(&property)
}

/// Names whose rule is a type of `names.rs`, checked when the program is compiled.
const NAMES: &[(&str, &str)] = &[
    ("AWS::DynamoDB::GlobalTable.TableName", "TableName"),
    ("AWS::DynamoDB::Table.TableName", "TableName"),
    ("AWS::IAM::Role.RoleName", "RoleName"),
    ("AWS::Lambda::Function.FunctionName", "FunctionName"),
    ("AWS::S3::Bucket.BucketName", "BucketName"),
    ("AWS::SNS::Topic.TopicName", "TopicName"),
    (
        "AWS::StepFunctions::StateMachine.StateMachineName",
        "StateMachineName",
    ),
];

/// The name type of `property`.
pub(crate) fn name_type(property: &str) -> Option<&'static str> {
    NAMES
        .iter()
        .find(|(name, _)| *name == property)
        .map(|(_, name_type)| *name_type)
}

/// Properties whose schema is another one's: definition to take instead.
const REDEFINED: &[(&str, &str)] = &[
    // The same as the table's own keys, but spelled out again without the values of `KeyType`.
    (
        "AWS::DynamoDB::GlobalTable#GlobalSecondaryIndex.KeySchema",
        "KeySchema",
    ),
    ("AWS::DynamoDB::Table#GlobalSecondaryIndex.KeySchema", "KeySchema"),
    // A list, or what a hash-and-range table of 2011 had in its place.
    ("AWS::DynamoDB::Table.KeySchema", "KeySchema"),
];

/// The definition that `property` takes its schema from.
pub(crate) fn redefined(property: &str) -> Option<&'static str> {
    REDEFINED
        .iter()
        .find(|(name, _)| *name == property)
        .map(|(_, definition)| *definition)
}

/// Properties that the schema has and the service does not.
const DROPPED: &[&str] = &[
    // A second name of `CertificateArn` that a patch of the schema left behind.
    "AWS::CertificateManager::Certificate.Id",
];

/// Whether `property` does not exist.
pub(crate) fn is_dropped(property: &str) -> bool {
    DROPPED.contains(&property)
}

/// Texts that a schema allows beside an equal one in the usual spelling: they get no variant.
const SECOND_SPELLINGS: &[&str] = &["Glacier"];

/// Whether `text` gets no variant.
pub(crate) fn is_second_spelling(text: &str) -> bool {
    SECOND_SPELLINGS.contains(&text)
}

/// A schema's pattern as ECMAScript understands it; `None` where it allows any text.
pub(crate) fn pattern(pattern: &str) -> Option<String> {
    // Java's "the dot matches line breaks", with no dot to follow.
    if pattern == "^(?s)" {
        return None;
    }
    // Python's end of the text.
    Some(pattern.replace(r"\Z", "$"))
}

/// Rules between a type's own properties that its schema has only as a condition, or not at all.
pub(crate) fn rules(type_name: &str) -> Vec<Rule> {
    let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    match type_name {
        // An API that is imported takes its name from the document.
        "AWS::ApiGateway::RestApi" => vec![Rule::AtLeastOne(texts(&["Body", "BodyS3Location", "Name"]))],
        // Provisioned capacity is the default.
        "AWS::DynamoDB::Table" => {
            let unless = ("BillingMode".to_owned(), "PAY_PER_REQUEST".to_owned());
            vec![Rule::Unless(
                unless.0,
                unless.1,
                texts(&["ProvisionedThroughput"]),
            )]
        }
        // An archive is the default.
        "AWS::Lambda::Function" => {
            let unless = ("PackageType".to_owned(), "Image".to_owned());
            vec![Rule::Unless(unless.0, unless.1, texts(&["Handler", "Runtime"]))]
        }
        _ => Vec::new(),
    }
}

/// What a property identifies where the reference is silent or wrong; `None` for plain text.
const RELATIONS: &[(&str, Option<&str>)] = &[
    // The code or data is there before the stack, so its bucket is never one of it.
    ("AWS::ApiGateway::RestApi#S3Location.Bucket", None),
    ("AWS::DynamoDB::Table#S3BucketSource.S3Bucket", None),
    ("AWS::Lambda::Function#Code.S3Bucket", None),
    ("AWS::Lambda::LayerVersion#Content.S3Bucket", None),
    // A delivery stream will do, too.
    ("AWS::ApiGateway::Stage#AccessLogSetting.DestinationArn", None),
    // An alarm may also scale, stop an instance, open an incident or call a function.
    ("AWS::CloudWatch::Alarm.InsufficientDataActions", None),
    ("AWS::CloudWatch::Alarm.OKActions", None),
    ("AWS::CloudWatch::CompositeAlarm.AlarmActions", None),
    ("AWS::CloudWatch::CompositeAlarm.OKActions", None),
    // Lambda writes to it; it is not Lambda's name.
    ("AWS::Logs::LogGroup.LogGroupName", None),
    // The origin may be anything that answers HTTP.
    ("AWS::CloudFront::Distribution#Origin.DomainName", None),
    // The reference has no relation for these.
    (
        "AWS::CertificateManager::Certificate#DomainValidationOption.HostedZoneId",
        Some("AWS::Route53::HostedZone.Id"),
    ),
    (
        "AWS::CloudFront::Distribution#DistributionConfig.ContinuousDeploymentPolicyId",
        Some("AWS::CloudFront::ContinuousDeploymentPolicy.Id"),
    ),
    (
        "AWS::CloudFront::Distribution#VpcOriginConfig.VpcOriginId",
        Some("AWS::CloudFront::VpcOrigin.Id"),
    ),
    (
        "AWS::CloudFront::Function#KeyValueStoreAssociation.KeyValueStoreARN",
        Some("AWS::CloudFront::KeyValueStore.Arn"),
    ),
    ("AWS::IAM::AccessKey.UserName", Some("AWS::IAM::User.UserName")),
    (
        "AWS::IAM::GroupPolicy.GroupName",
        Some("AWS::IAM::Group.GroupName"),
    ),
    ("AWS::IAM::Policy.Groups", Some("AWS::IAM::Group.GroupName")),
    ("AWS::IAM::Policy.Roles", Some("AWS::IAM::Role.RoleName")),
    ("AWS::IAM::Policy.Users", Some("AWS::IAM::User.UserName")),
    ("AWS::IAM::RolePolicy.RoleName", Some("AWS::IAM::Role.RoleName")),
    ("AWS::IAM::UserPolicy.UserName", Some("AWS::IAM::User.UserName")),
    (
        "AWS::IAM::UserToGroupAddition.GroupName",
        Some("AWS::IAM::Group.GroupName"),
    ),
    (
        "AWS::IAM::UserToGroupAddition.Users",
        Some("AWS::IAM::User.UserName"),
    ),
    (
        "AWS::Lambda::CapacityProvider.KmsKeyArn",
        Some("AWS::KMS::Key.Arn"),
    ),
    (
        "AWS::Route53::DNSSEC.HostedZoneId",
        Some("AWS::Route53::HostedZone.Id"),
    ),
    (
        "AWS::Route53::KeySigningKey.HostedZoneId",
        Some("AWS::Route53::HostedZone.Id"),
    ),
    (
        "AWS::Route53::RecordSet.HealthCheckId",
        Some("AWS::Route53::HealthCheck.HealthCheckId"),
    ),
    (
        "AWS::Route53::RecordSet.HostedZoneId",
        Some("AWS::Route53::HostedZone.Id"),
    ),
    (
        "AWS::Route53::RecordSetGroup#RecordSet.HealthCheckId",
        Some("AWS::Route53::HealthCheck.HealthCheckId"),
    ),
    (
        "AWS::Route53::RecordSetGroup#RecordSet.HostedZoneId",
        Some("AWS::Route53::HostedZone.Id"),
    ),
    (
        "AWS::Route53::RecordSetGroup.HostedZoneId",
        Some("AWS::Route53::HostedZone.Id"),
    ),
    ("AWS::SNS::TopicPolicy.Topics", Some("AWS::SNS::Topic.TopicArn")),
    (
        "AWS::SQS::Queue#RedrivePolicy.deadLetterTargetArn",
        Some("AWS::SQS::Queue.Arn"),
    ),
    (
        "AWS::SQS::QueueInlinePolicy.Queue",
        Some("AWS::SQS::Queue.QueueUrl"),
    ),
    ("AWS::SQS::QueuePolicy.Queues", Some("AWS::SQS::Queue.QueueUrl")),
    (
        "AWS::WAFv2::WebACLAssociation.WebACLArn",
        Some("AWS::WAFv2::WebACL.Arn"),
    ),
];

/// Identifiers that mean the same wherever they stand in a service, though the reference relates only some.
const RELATIONS_BY_NAME: &[(&str, &str, &str)] = &[
    (
        "AWS::ApiGateway::",
        "RestApiId",
        "AWS::ApiGateway::RestApi.RestApiId",
    ),
    (
        "AWS::Cognito::",
        "IdentityPoolId",
        "AWS::Cognito::IdentityPool.Id",
    ),
    (
        "AWS::Cognito::",
        "UserPoolId",
        "AWS::Cognito::UserPool.UserPoolId",
    ),
    ("AWS::Cognito::", "UserPoolArn", "AWS::Cognito::UserPool.Arn"),
];

/// What the tables here say of a property.
pub(crate) enum Relation {
    /// It identifies this: `AWS::IAM::Role.Arn`.
    To(&'static str),
    /// It is plain text, whatever the reference says.
    Plain,
}

/// What the tables here say that `property` identifies, if they speak of it.
pub(crate) fn relation(property: &str) -> Option<Relation> {
    if let Some((_, target)) = RELATIONS.iter().find(|(name, _)| *name == property) {
        return Some(target.map_or(Relation::Plain, Relation::To));
    }
    let (_, _, target) = RELATIONS_BY_NAME.iter().find(|(service, name, _)| {
        property.starts_with(service) && property.rsplit(['.', '#']).next() == Some(name)
    })?;
    Some(Relation::To(target))
}

/// Attributes that identify another resource than their own.
const ATTRIBUTES: &[(&str, &str)] = &[
    (
        "AWS::ApiGateway::RestApi.RootResourceId",
        "AWS::ApiGateway::Resource.ResourceId",
    ),
    ("AWS::Lambda::Url.FunctionArn", "AWS::Lambda::Function.Arn"),
    (
        "AWS::Lambda::WebFunctionEndpoint.FunctionArn",
        "AWS::Lambda::WebFunction.FunctionArn",
    ),
    (
        "AWS::Lambda::WebFunctionRevision.FunctionArn",
        "AWS::Lambda::WebFunction.FunctionArn",
    ),
];

/// What an attribute identifies when it is not its own resource.
pub(crate) fn attribute(attribute: &str) -> Option<&'static str> {
    ATTRIBUTES
        .iter()
        .find(|(name, _)| *name == attribute)
        .map(|(_, target)| *target)
}

/// The registry's name of a type that other schemas call differently.
pub(crate) fn type_name(name: &str) -> &str {
    match name.strip_prefix("AWS::ACM::") {
        Some("Certificate") => "AWS::CertificateManager::Certificate",
        _ => name,
    }
}
