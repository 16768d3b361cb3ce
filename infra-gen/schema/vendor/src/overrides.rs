//! Corrections of the published schemas where they are wrong or too general, each with its reason.
//!
//! Keys are `Type.Property` for a property of the resource, and `Type#Object.Property` for a property of an object.

use crate::model::Rule;

/// JSON properties that contain an IAM policy document. Data protection, redrive and filter policies have other formats.
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

/// Whether `property` contains an IAM policy document.
pub(crate) fn is_policy(property: &str) -> bool {
    POLICY_DOCUMENTS.contains(&property)
}

/// Whether every JSON object in a property of this name is an IAM policy document.
pub(crate) fn is_policy_name(name: &str) -> bool {
    matches!(name, "PolicyDocument" | "AssumeRolePolicyDocument")
}

/// Properties with a name type of `names.rs`.
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

/// Properties that use the schema of another definition.
const REDEFINED: &[(&str, &str)] = &[
    // The same as the keys of the table, but repeated without the values of `KeyType`.
    (
        "AWS::DynamoDB::GlobalTable#GlobalSecondaryIndex.KeySchema",
        "KeySchema",
    ),
    ("AWS::DynamoDB::Table#GlobalSecondaryIndex.KeySchema", "KeySchema"),
    // A list, or a format of 2011.
    ("AWS::DynamoDB::Table.KeySchema", "KeySchema"),
];

/// The definition with the schema of `property`.
pub(crate) fn redefined(property: &str) -> Option<&'static str> {
    REDEFINED
        .iter()
        .find(|(name, _)| *name == property)
        .map(|(_, definition)| *definition)
}

/// Properties that are in the schema but do not exist.
const DROPPED: &[&str] = &[
    // A leftover alias of `CertificateArn`.
    "AWS::CertificateManager::Certificate.Id",
];

/// Whether `property` does not exist.
pub(crate) fn is_dropped(property: &str) -> bool {
    DROPPED.contains(&property)
}

/// The pattern of a schema in ECMAScript syntax; `None` if it matches any text or cannot be expressed.
pub(crate) fn pattern(pattern: &str) -> Option<String> {
    // Java syntax: the dot matches line breaks. The pattern has no dot.
    if pattern == "^(?s)" {
        return None;
    }
    // Java syntax: the intersection of two classes.
    if pattern.contains("&&[") {
        return None;
    }
    // Java and Python syntax: the start and the end of the text.
    let pattern = pattern
        .replace(r"\A^", "^")
        .replace(r"\A", "^")
        .replace(r"\Z", "$");
    Some(
        POSIX_CLASSES
            .iter()
            .fold(pattern, |pattern, class| with_characters(&pattern, class)),
    )
}

/// The classes of US-ASCII characters in Java's syntax, and their characters.
const POSIX_CLASSES: &[(&str, &str)] = &[
    (r"\p{ASCII}", r"\x00-\x7f"),
    (r"\p{Graph}", r"\x21-\x7e"),
    (r"\p{Print}", r"\x20-\x7e"),
];

/// Replaces a class by its characters, in brackets unless it is within brackets.
fn with_characters(pattern: &str, (class, characters): &(&str, &str)) -> String {
    let mut replaced = String::new();
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once(class) {
        replaced.push_str(before);
        if is_in_brackets(&replaced) {
            replaced.push_str(characters);
        } else {
            replaced.extend(["[", characters, "]"]);
        }
        rest = after;
    }
    replaced + rest
}

/// Whether what follows `start` is within brackets.
fn is_in_brackets(start: &str) -> bool {
    let mut is_inside = false;
    let mut characters = start.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => {
                characters.next();
            }
            '[' => is_inside = true,
            ']' => is_inside = false,
            _ => {}
        }
    }
    is_inside
}

/// A pattern of the conditional rules in ECMAScript syntax, which has no flags inside a pattern.
pub(crate) fn without_flags(pattern: &str) -> String {
    pattern
        .replace("(?i)vCpu", "[vV][cC][pP][uU]")
        .replace("(?i)GB", "[gG][bB]")
}

/// Properties whose format in the schema follows from their name only, and is wrong.
const WITHOUT_FORMAT: &[&str] = &[
    // Buckets of other providers have other names.
    "AWS::DataSync::LocationObjectStorage.BucketName",
    // Connectors of Greengrass are functions without a region and an account.
    "AWS::Greengrass::FunctionDefinition#Function.FunctionArn",
    "AWS::Greengrass::FunctionDefinitionVersion#Function.FunctionArn",
    // Topics of QuickSight.
    "AWS::QuickSight::Analysis#TopicIdentifierDeclaration.TopicArn",
    "AWS::QuickSight::Analysis#TopicReference.TopicArn",
    "AWS::QuickSight::Dashboard#TopicIdentifierDeclaration.TopicArn",
    "AWS::QuickSight::Dashboard#TopicReference.TopicArn",
    "AWS::QuickSight::Template#TopicReference.TopicArn",
    // The reference allows the name of the role, too.
    "AWS::ECS::TaskDefinition.ExecutionRoleArn",
    "AWS::ECS::TaskDefinition.TaskRoleArn",
    "AWS::ECS::TaskSet.TaskRoleArn",
];

/// Whether the format of `property` is wrong.
pub(crate) fn has_no_format(property: &str) -> bool {
    WITHOUT_FORMAT.contains(&property)
}

/// Constraints between the properties of a type that its schema does not contain, or only as a condition.
pub(crate) fn rules(type_name: &str) -> Vec<Rule> {
    let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    match type_name {
        // An imported API has its name in the document.
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

/// What a property identifies, if the reference does not tell or is wrong; `None` for a plain string.
const RELATIONS: &[(&str, Option<&str>)] = &[
    // The code or data exists before the stack, so its bucket is not in the stack.
    ("AWS::ApiGateway::RestApi#S3Location.Bucket", None),
    ("AWS::DynamoDB::Table#S3BucketSource.S3Bucket", None),
    ("AWS::Lambda::Function#Code.S3Bucket", None),
    ("AWS::Lambda::LayerVersion#Content.S3Bucket", None),
    // May also be a delivery stream.
    ("AWS::ApiGateway::Stage#AccessLogSetting.DestinationArn", None),
    // May also be a scaling policy, an instance action, an incident or a function.
    ("AWS::CloudWatch::Alarm.InsufficientDataActions", None),
    ("AWS::CloudWatch::Alarm.OKActions", None),
    ("AWS::CloudWatch::CompositeAlarm.AlarmActions", None),
    ("AWS::CloudWatch::CompositeAlarm.OKActions", None),
    // Lambda writes to it, but it is not the name of a function.
    ("AWS::Logs::LogGroup.LogGroupName", None),
    // The origin may be any HTTP server.
    ("AWS::CloudFront::Distribution#Origin.DomainName", None),
    // A URL, or a function.
    ("AWS::ApiGatewayV2::Api.Target", None),
    // `integrations/` and the ID.
    ("AWS::ApiGatewayV2::Route.Target", None),
    // A path such as `service/CLUSTER/SERVICE`.
    ("AWS::ApplicationAutoScaling::ScalableTarget.ResourceId", None),
    // ARNs of functions, or of objects in buckets.
    ("AWS::CloudTrail::Trail#DataResource.Values", None),
    // The value depends on the key.
    ("AWS::DataPipeline::Pipeline#ParameterValue.StringValue", None),
    (
        "AWS::ElasticLoadBalancingV2::LoadBalancer#LoadBalancerAttribute.Value",
        None,
    ),
    ("AWS::Events::Rule#RunCommandTarget.Values", None),
    (
        "AWS::FIS::ExperimentTemplate#ExperimentTemplateStopCondition.Value",
        None,
    ),
    // `Ref` returns the ID of a group, not its name.
    ("AWS::EC2::SecurityGroupIngress.GroupName", None),
    // May also be an attachment of a VPC, a VPN or a peering.
    (
        "AWS::EC2::TransitGatewayRouteTableAssociation.TransitGatewayAttachmentId",
        None,
    ),
    (
        "AWS::EC2::TransitGatewayRouteTablePropagation.TransitGatewayAttachmentId",
        None,
    ),
    // The name of the resource itself.
    ("AWS::Glue::Database#DatabaseInput.Name", None),
    ("AWS::KinesisFirehose::DeliveryStream.DeliveryStreamName", None),
    // The version of a signing profile.
    (
        "AWS::Lambda::CodeSigningConfig#AllowedPublishers.SigningProfileVersionArns",
        None,
    ),
    // May also be a user.
    (
        "AWS::OpenSearchService::Domain#MasterUserOptions.MasterUserARN",
        None,
    ),
    // May also be a state machine, an API or an API destination.
    ("AWS::Pipes::Pipe.Enrichment", None),
    // May also be the ID or the alias of the key.
    ("AWS::CodePipeline::Pipeline#EncryptionKey.Id", None),
    // A list of IDs, separated by commas.
    (
        "AWS::SecretsManager::RotationSchedule#HostedRotationLambda.VpcSecurityGroupIds",
        None,
    ),
    (
        "AWS::SecretsManager::RotationSchedule#HostedRotationLambda.VpcSubnetIds",
        None,
    ),
    // A name within the distribution.
    ("AWS::CloudFront::Distribution#CacheBehavior.TargetOriginId", None),
    (
        "AWS::CloudFront::Distribution#DefaultCacheBehavior.TargetOriginId",
        None,
    ),
    ("AWS::CloudFront::Distribution#Origin.Id", None),
    // A key by its ARN. In other properties of this name, AWS also accepts the ID and the alias.
    ("AWS::Logs::LogGroup.KmsKeyId", Some("AWS::KMS::Key.Arn")),
    // The reference has no relation for these.
    (
        "AWS::Batch::ComputeEnvironment#EksConfiguration.EksClusterArn",
        Some("AWS::EKS::Cluster.Arn"),
    ),
    (
        "AWS::Batch::ComputeEnvironment#LaunchTemplateSpecificationOverride.LaunchTemplateId",
        Some("AWS::EC2::LaunchTemplate.LaunchTemplateId"),
    ),
    (
        "AWS::Batch::JobDefinition#EFSVolumeConfiguration.FileSystemId",
        Some("AWS::EFS::FileSystem.FileSystemId"),
    ),
    (
        "AWS::BedrockAgentCore::Memory#InvocationConfigurationInput.TopicArn",
        Some("AWS::SNS::Topic.TopicArn"),
    ),
    (
        "AWS::CertificateManager::AcmeDomainValidation#DnsPrevalidationOptions.HostedZoneId",
        Some("AWS::Route53::HostedZone.Id"),
    ),
    (
        "AWS::CodeDeploy::DeploymentGroup#ECSService.ClusterName",
        Some("AWS::ECS::Cluster.ClusterName"),
    ),
    (
        "AWS::Cognito::LogDeliveryConfiguration#FirehoseConfiguration.StreamArn",
        Some("AWS::KinesisFirehose::DeliveryStream.Arn"),
    ),
    (
        "AWS::CustomerProfiles::Domain.DeadLetterQueueUrl",
        Some("AWS::SQS::Queue.QueueUrl"),
    ),
    (
        "AWS::DMS::Endpoint#KinesisSettings.StreamArn",
        Some("AWS::Kinesis::Stream.Arn"),
    ),
    (
        "AWS::DMS::InstanceProfile.VpcSecurityGroups",
        Some("AWS::EC2::SecurityGroup.Id"),
    ),
    (
        "AWS::DocDB::DBCluster.DBSubnetGroupName",
        Some("AWS::DocDB::DBSubnetGroup.DBSubnetGroupName"),
    ),
    (
        "AWS::DynamoDB::GlobalTable#KinesisStreamSpecification.StreamArn",
        Some("AWS::Kinesis::Stream.Arn"),
    ),
    (
        "AWS::EC2::EC2Fleet#FleetLaunchTemplateSpecificationRequest.LaunchTemplateId",
        Some("AWS::EC2::LaunchTemplate.LaunchTemplateId"),
    ),
    (
        "AWS::EC2::LocalGatewayRoute.LocalGatewayRouteTableId",
        Some("AWS::EC2::LocalGatewayRouteTable.LocalGatewayRouteTableId"),
    ),
    (
        "AWS::EC2::LocalGatewayRouteTableVPCAssociation.LocalGatewayRouteTableId",
        Some("AWS::EC2::LocalGatewayRouteTable.LocalGatewayRouteTableId"),
    ),
    (
        "AWS::EC2::LocalGatewayRouteTableVirtualInterfaceGroupAssociation.LocalGatewayRouteTableId",
        Some("AWS::EC2::LocalGatewayRouteTable.LocalGatewayRouteTableId"),
    ),
    (
        "AWS::EC2::RouteServerPropagation.RouteTableId",
        Some("AWS::EC2::RouteTable.RouteTableId"),
    ),
    (
        "AWS::EC2::SecurityGroupVpcAssociation.GroupId",
        Some("AWS::EC2::SecurityGroup.Id"),
    ),
    (
        "AWS::EC2::SpotFleet#GroupIdentifier.GroupId",
        Some("AWS::EC2::SecurityGroup.Id"),
    ),
    (
        "AWS::EC2::TrafficMirrorTarget.NetworkLoadBalancerArn",
        Some("AWS::ElasticLoadBalancingV2::LoadBalancer.LoadBalancerArn"),
    ),
    (
        "AWS::EC2::VPNGatewayRoutePropagation.RouteTableIds",
        Some("AWS::EC2::RouteTable.RouteTableId"),
    ),
    (
        "AWS::EC2::VerifiedAccessEndpoint#LoadBalancerOptions.LoadBalancerArn",
        Some("AWS::ElasticLoadBalancingV2::LoadBalancer.LoadBalancerArn"),
    ),
    (
        "AWS::ECS::Service#AdvancedConfiguration.AlternateTargetGroupArn",
        Some("AWS::ElasticLoadBalancingV2::TargetGroup.TargetGroupArn"),
    ),
    (
        "AWS::ECS::Service#VpcLatticeConfiguration.TargetGroupArn",
        Some("AWS::VpcLattice::TargetGroup.Arn"),
    ),
    (
        "AWS::ECS::TaskDefinition#FSxWindowsFileServerVolumeConfiguration.FileSystemId",
        Some("AWS::FSx::FileSystem.Id"),
    ),
    (
        "AWS::ECS::TaskSet#LoadBalancer.TargetGroupArn",
        Some("AWS::ElasticLoadBalancingV2::TargetGroup.TargetGroupArn"),
    ),
    (
        "AWS::EKS::Nodegroup#RemoteAccess.SourceSecurityGroups",
        Some("AWS::EC2::SecurityGroup.Id"),
    ),
    (
        "AWS::EMR::Cluster#JobFlowInstancesConfig.AdditionalMasterSecurityGroups",
        Some("AWS::EC2::SecurityGroup.Id"),
    ),
    (
        "AWS::EMR::Cluster#JobFlowInstancesConfig.AdditionalSlaveSecurityGroups",
        Some("AWS::EC2::SecurityGroup.Id"),
    ),
    (
        "AWS::EMR::Cluster#JobFlowInstancesConfig.EmrManagedMasterSecurityGroup",
        Some("AWS::EC2::SecurityGroup.Id"),
    ),
    (
        "AWS::EMR::Cluster#JobFlowInstancesConfig.EmrManagedSlaveSecurityGroup",
        Some("AWS::EC2::SecurityGroup.Id"),
    ),
    (
        "AWS::EMR::Cluster#JobFlowInstancesConfig.ServiceAccessSecurityGroup",
        Some("AWS::EC2::SecurityGroup.Id"),
    ),
    (
        "AWS::Elasticsearch::Domain#CognitoOptions.UserPoolId",
        Some("AWS::Cognito::UserPool.UserPoolId"),
    ),
    (
        "AWS::Elasticsearch::Domain#LogPublishingOption.CloudWatchLogsLogGroupArn",
        Some("AWS::Logs::LogGroup.Arn"),
    ),
    (
        "AWS::FSx::DataRepositoryAssociation.FileSystemId",
        Some("AWS::FSx::FileSystem.Id"),
    ),
    (
        "AWS::FSx::FileSystem#OntapConfiguration.RouteTableIds",
        Some("AWS::EC2::RouteTable.RouteTableId"),
    ),
    (
        "AWS::FSx::FileSystem#OpenZFSConfiguration.RouteTableIds",
        Some("AWS::EC2::RouteTable.RouteTableId"),
    ),
    (
        "AWS::FSx::StorageVirtualMachine.FileSystemId",
        Some("AWS::FSx::FileSystem.Id"),
    ),
    (
        "AWS::GameLift::GameServerGroup#LaunchTemplate.LaunchTemplateId",
        Some("AWS::EC2::LaunchTemplate.LaunchTemplateId"),
    ),
    (
        "AWS::GameLift::GameServerGroup.VpcSubnets",
        Some("AWS::EC2::Subnet.SubnetId"),
    ),
    (
        "AWS::Glue::Crawler#CatalogTarget.DlqEventQueueArn",
        Some("AWS::SQS::Queue.Arn"),
    ),
    (
        "AWS::Glue::Crawler#CatalogTarget.EventQueueArn",
        Some("AWS::SQS::Queue.Arn"),
    ),
    (
        "AWS::IoTEvents::AlarmModel#Sqs.QueueUrl",
        Some("AWS::SQS::Queue.QueueUrl"),
    ),
    (
        "AWS::IoTEvents::DetectorModel#Sqs.QueueUrl",
        Some("AWS::SQS::Queue.QueueUrl"),
    ),
    (
        "AWS::Kinesis::StreamConsumer.StreamARN",
        Some("AWS::Kinesis::Stream.Arn"),
    ),
    (
        "AWS::M2::Environment#EfsStorageConfiguration.FileSystemId",
        Some("AWS::EFS::FileSystem.FileSystemId"),
    ),
    (
        "AWS::M2::Environment#FsxStorageConfiguration.FileSystemId",
        Some("AWS::FSx::FileSystem.Id"),
    ),
    (
        "AWS::MSK::BatchScramSecret.ClusterArn",
        Some("AWS::MSK::Cluster.Arn"),
    ),
    (
        "AWS::MSK::VpcConnection.ClientSubnets",
        Some("AWS::EC2::Subnet.SubnetId"),
    ),
    (
        "AWS::Neptune::DBCluster.DBSubnetGroupName",
        Some("AWS::Neptune::DBSubnetGroup.DBSubnetGroupName"),
    ),
    (
        "AWS::Neptune::DBInstance.DBSubnetGroupName",
        Some("AWS::Neptune::DBSubnetGroup.DBSubnetGroupName"),
    ),
    (
        "AWS::OpenSearchService::Domain#LogPublishingOption.CloudWatchLogsLogGroupArn",
        Some("AWS::Logs::LogGroup.Arn"),
    ),
    (
        "AWS::Pipes::Pipe#AwsVpcConfiguration.SecurityGroups",
        Some("AWS::EC2::SecurityGroup.Id"),
    ),
    (
        "AWS::Pipes::Pipe#AwsVpcConfiguration.Subnets",
        Some("AWS::EC2::Subnet.SubnetId"),
    ),
    (
        "AWS::Pipes::Pipe#CloudwatchLogsLogDestination.LogGroupArn",
        Some("AWS::Logs::LogGroup.Arn"),
    ),
    (
        "AWS::Pipes::Pipe#FirehoseLogDestination.DeliveryStreamArn",
        Some("AWS::KinesisFirehose::DeliveryStream.Arn"),
    ),
    (
        "AWS::Pipes::Pipe#SelfManagedKafkaAccessConfigurationVpc.SecurityGroup",
        Some("AWS::EC2::SecurityGroup.Id"),
    ),
    (
        "AWS::Pipes::Pipe#SelfManagedKafkaAccessConfigurationVpc.Subnets",
        Some("AWS::EC2::Subnet.SubnetId"),
    ),
    (
        "AWS::Route53::QueryLoggingConfig.CloudWatchLogsLogGroupArn",
        Some("AWS::Logs::LogGroup.Arn"),
    ),
    (
        "AWS::Route53::QueryLoggingConfig.HostedZoneId",
        Some("AWS::Route53::HostedZone.Id"),
    ),
    (
        "AWS::Route53::TrafficPolicyInstance.HostedZoneId",
        Some("AWS::Route53::HostedZone.Id"),
    ),
    (
        "AWS::SSM::MaintenanceWindowTask#CloudWatchOutputConfig.CloudWatchLogGroupName",
        Some("AWS::Logs::LogGroup.LogGroupName"),
    ),
    (
        "AWS::SageMaker::Domain#EFSFileSystemConfig.FileSystemId",
        Some("AWS::EFS::FileSystem.FileSystemId"),
    ),
    (
        "AWS::SageMaker::Domain#FSxLustreFileSystemConfig.FileSystemId",
        Some("AWS::FSx::FileSystem.Id"),
    ),
    (
        "AWS::SageMaker::Space#EFSFileSystem.FileSystemId",
        Some("AWS::EFS::FileSystem.FileSystemId"),
    ),
    (
        "AWS::SageMaker::Space#FSxLustreFileSystem.FileSystemId",
        Some("AWS::FSx::FileSystem.Id"),
    ),
    (
        "AWS::SageMaker::UserProfile#EFSFileSystemConfig.FileSystemId",
        Some("AWS::EFS::FileSystem.FileSystemId"),
    ),
    (
        "AWS::SageMaker::UserProfile#FSxLustreFileSystemConfig.FileSystemId",
        Some("AWS::FSx::FileSystem.Id"),
    ),
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

/// Identifiers with the same meaning in a whole service, of which the reference documents only some.
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
    ("AWS::ECS::", "Cluster", "AWS::ECS::Cluster.ClusterName"),
    ("AWS::ECS::", "ClusterName", "AWS::ECS::Cluster.ClusterName"),
    ("AWS::EKS::", "ClusterName", "AWS::EKS::Cluster.Name"),
];

/// Ends of property names with the same meaning in all services. The names that mean something else are in [`RELATIONS`].
const RELATIONS_BY_NAME_END: &[(&str, Option<&str>)] = &[
    // The ID, the ARN or the alias of a key.
    ("KMSKeyId", None),
    ("KmsKeyId", None),
    ("KMSKeyArn", Some("AWS::KMS::Key.Arn")),
    ("KmsKeyArn", Some("AWS::KMS::Key.Arn")),
    ("NotificationTopicARN", Some("AWS::SNS::Topic.TopicArn")),
    ("NotificationTopicArn", Some("AWS::SNS::Topic.TopicArn")),
    ("RoleARN", Some("AWS::IAM::Role.Arn")),
    ("RoleArn", Some("AWS::IAM::Role.Arn")),
    ("SNSTopicArn", Some("AWS::SNS::Topic.TopicArn")),
    ("SecretARN", Some("AWS::SecretsManager::Secret.Id")),
    ("SecretArn", Some("AWS::SecretsManager::Secret.Id")),
    ("SecretId", Some("AWS::SecretsManager::Secret.Id")),
    ("SecurityGroupId", Some("AWS::EC2::SecurityGroup.Id")),
    ("SecurityGroupIds", Some("AWS::EC2::SecurityGroup.Id")),
    ("SnsTopicArn", Some("AWS::SNS::Topic.TopicArn")),
    ("SubnetId", Some("AWS::EC2::Subnet.SubnetId")),
    ("SubnetIds", Some("AWS::EC2::Subnet.SubnetId")),
    ("VPCId", Some("AWS::EC2::VPC.VpcId")),
    ("VpcId", Some("AWS::EC2::VPC.VpcId")),
];

/// What a property identifies, by the tables in this file.
pub(crate) enum Relation {
    /// This property or attribute: `AWS::IAM::Role.Arn`.
    To(&'static str),
    /// Nothing: it is a plain string.
    Plain,
}

/// What `property` identifies; `None` if it is not in the tables.
pub(crate) fn relation(property: &str) -> Option<Relation> {
    if let Some((_, target)) = RELATIONS.iter().find(|(name, _)| *name == property) {
        return Some(target.map_or(Relation::Plain, Relation::To));
    }
    let name = property.rsplit(['.', '#']).next().unwrap_or_default();
    if let Some((_, _, target)) = RELATIONS_BY_NAME
        .iter()
        .find(|(service, known, _)| property.starts_with(service) && name == *known)
    {
        return Some(Relation::To(target));
    }
    let (_, target) = RELATIONS_BY_NAME_END
        .iter()
        .find(|(end, _)| name.ends_with(end))?;
    Some(target.map_or(Relation::Plain, Relation::To))
}

/// Attributes that identify a resource of another type.
const ATTRIBUTES: &[(&str, &str)] = &[
    (
        "AWS::ApiGateway::RestApi.RootResourceId",
        "AWS::ApiGateway::Resource.ResourceId",
    ),
    ("AWS::EC2::SecurityGroup.GroupId", "AWS::EC2::SecurityGroup.Id"),
    ("AWS::EC2::VPC.DefaultSecurityGroup", "AWS::EC2::SecurityGroup.Id"),
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

/// What an attribute identifies, if that is a resource of another type.
pub(crate) fn attribute(attribute: &str) -> Option<&'static str> {
    ATTRIBUTES
        .iter()
        .find(|(name, _)| *name == attribute)
        .map(|(_, target)| *target)
}

/// Types whose `Ref` returns the ARN, although the schema calls that property `Id`.
const REFERS_BY_ARN: &[&str] = &[
    "AWS::SecretsManager::ResourcePolicy",
    "AWS::SecretsManager::RotationSchedule",
    "AWS::SecretsManager::Secret",
    "AWS::SecretsManager::SecretTargetAttachment",
];

/// Whether the identifier of a type is its ARN, whatever its name.
pub(crate) fn refers_by_arn(type_name: &str) -> bool {
    REFERS_BY_ARN.contains(&type_name)
}

/// Attributes that are JSON text, although the schema describes the object in it.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-cloudformation-waitcondition.html>
const JSON_TEXTS: &[&str] = &["AWS::CloudFormation::WaitCondition.Data"];

/// Whether an attribute is JSON text.
pub(crate) fn is_json_text(attribute: &str) -> bool {
    JSON_TEXTS.contains(&attribute)
}

/// Types of the serverless transform, and the type of the resource that each becomes. `Ref` and `Fn::GetAtt` return what that
/// resource returns.
/// <https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources.html>
const GENERATED: &[(&str, &str)] = &[
    ("AWS::Serverless::Api", "AWS::ApiGateway::RestApi"),
    ("AWS::Serverless::Application", "AWS::CloudFormation::Stack"),
    (
        "AWS::Serverless::CapacityProvider",
        "AWS::Lambda::CapacityProvider",
    ),
    ("AWS::Serverless::Function", "AWS::Lambda::Function"),
    ("AWS::Serverless::GraphQLApi", "AWS::AppSync::GraphQLApi"),
    ("AWS::Serverless::HttpApi", "AWS::ApiGatewayV2::Api"),
    ("AWS::Serverless::LayerVersion", "AWS::Lambda::LayerVersion"),
    ("AWS::Serverless::SimpleTable", "AWS::DynamoDB::Table"),
    (
        "AWS::Serverless::StateMachine",
        "AWS::StepFunctions::StateMachine",
    ),
    ("AWS::Serverless::WebSocketApi", "AWS::ApiGatewayV2::Api"),
];

/// The type of the resource that a resource of a serverless type becomes.
pub(crate) fn generated(type_name: &str) -> Option<&'static str> {
    let (_, generated) = GENERATED.iter().find(|(name, _)| *name == type_name)?;
    Some(generated)
}

/// Whether the type accepts any other property: a custom resource passes them to its handler.
pub(crate) fn is_open(type_name: &str) -> bool {
    type_name == "AWS::CloudFormation::CustomResource"
}

/// The registry name of a type that other schemas call differently.
pub(crate) fn type_name(name: &str) -> &str {
    match name.strip_prefix("AWS::ACM::") {
        Some("Certificate") => "AWS::CertificateManager::Certificate",
        _ => name,
    }
}

/// Types that hold data but are missing from AWS's list of stateful types. Each stores content that is not in its template:
/// records, files, images, messages, keys, findings or the state of a cluster. Some are stacks of other resources.
const ADDITIONAL_STATEFUL_TYPES: [&str; 179] = [
    "AWS::ACMPCA::CertificateAuthority",
    "AWS::AIOps::InvestigationGroup",
    "AWS::APS::Workspace",
    "AWS::AgentRegistry::Registry",
    "AWS::AmazonMQ::Broker",
    "AWS::AppStream::ImageBuilder",
    "AWS::AuditManager::Assessment",
    "AWS::Backup::LogicallyAirGappedBackupVault",
    "AWS::BedrockAgentCore::Dataset",
    "AWS::BedrockAgentCore::Memory",
    "AWS::Cases::Case",
    "AWS::Cases::Domain",
    "AWS::Cassandra::Keyspace",
    "AWS::Cassandra::Table",
    "AWS::Chime::AppInstance",
    "AWS::Cloud9::EnvironmentEC2",
    "AWS::CloudFormation::StackSet",
    "AWS::CloudFront::KeyValueStore",
    "AWS::CloudHSM::Cluster",
    "AWS::CloudTrail::EventDataStore",
    "AWS::CodeArtifact::Domain",
    "AWS::CodeArtifact::Repository",
    "AWS::CodeBuild::ReportGroup",
    "AWS::CodeCommit::Repository",
    "AWS::CodeGuruProfiler::ProfilingGroup",
    "AWS::Cognito::IdentityPool",
    "AWS::Cognito::UserPoolUser",
    "AWS::Connect::DataTable",
    "AWS::Connect::Instance",
    "AWS::CustomerProfiles::Domain",
    "AWS::DSQL::Cluster",
    "AWS::DataExchange::DataSet",
    "AWS::DataZone::Domain",
    "AWS::DataZone::Environment",
    "AWS::DataZone::Project",
    "AWS::Deadline::Farm",
    "AWS::Deadline::Queue",
    "AWS::Detective::Graph",
    "AWS::DirectoryService::MicrosoftAD",
    "AWS::DirectoryService::SimpleAD",
    "AWS::DocDB::GlobalCluster",
    "AWS::DocDBElastic::Cluster",
    "AWS::DocDBElastic::ClusterSnapshot",
    "AWS::DynamoDB::Backup",
    "AWS::EC2::Instance",
    "AWS::ECR::PublicRepository",
    "AWS::ECR::Repository",
    "AWS::EKS::Cluster",
    "AWS::EMR::WALWorkspace",
    "AWS::EVS::Environment",
    "AWS::ElastiCache::GlobalReplicationGroup",
    "AWS::ElastiCache::ServerlessCache",
    "AWS::ElastiCache::ServerlessCacheSnapshot",
    "AWS::ElastiCache::Snapshot",
    "AWS::ElasticBeanstalk::Environment",
    "AWS::EventSchemas::Registry",
    "AWS::Events::Archive",
    "AWS::FSx::Backup",
    "AWS::FSx::FileCache",
    "AWS::FSx::Snapshot",
    "AWS::FSx::StorageVirtualMachine",
    "AWS::FSx::Volume",
    "AWS::FinSpace::Environment",
    "AWS::Forecast::Dataset",
    "AWS::Forecast::DatasetGroup",
    "AWS::FraudDetector::EventType",
    "AWS::Glue::Catalog",
    "AWS::Glue::Database",
    "AWS::Glue::Registry",
    "AWS::Glue::Schema",
    "AWS::Glue::Table",
    "AWS::Grafana::Workspace",
    "AWS::GuardDuty::Detector",
    "AWS::HealthImaging::Datastore",
    "AWS::HealthLake::FHIRDatastore",
    "AWS::IoTAnalytics::Channel",
    "AWS::IoTAnalytics::Dataset",
    "AWS::IoTAnalytics::Datastore",
    "AWS::IoTSiteWise::Asset",
    "AWS::IoTSiteWise::Dataset",
    "AWS::IoTTwinMaker::Workspace",
    "AWS::KMS::ReplicaKey",
    "AWS::Kendra::Index",
    "AWS::KinesisAnalyticsV2::Application",
    "AWS::KinesisVideo::Stream",
    "AWS::Lightsail::Bucket",
    "AWS::Lightsail::Database",
    "AWS::Lightsail::DatabaseSnapshot",
    "AWS::Lightsail::Disk",
    "AWS::Lightsail::DiskSnapshot",
    "AWS::Lightsail::Instance",
    "AWS::Lightsail::InstanceSnapshot",
    "AWS::Location::GeofenceCollection",
    "AWS::Location::Tracker",
    "AWS::Logs::LogStream",
    "AWS::LookoutVision::Project",
    "AWS::MSK::Cluster",
    "AWS::MSK::ServerlessCluster",
    "AWS::MSK::Topic",
    "AWS::MWAA::Environment",
    "AWS::Macie::Session",
    "AWS::ManagedBlockchain::Member",
    "AWS::ManagedBlockchain::Node",
    "AWS::MediaStore::Container",
    "AWS::MemoryDB::Cluster",
    "AWS::MemoryDB::MultiRegionCluster",
    "AWS::MemoryDB::Snapshot",
    "AWS::Neptune::GlobalCluster",
    "AWS::NeptuneGraph::Graph",
    "AWS::NeptuneGraph::GraphSnapshot",
    "AWS::ODB::CloudAutonomousVmCluster",
    "AWS::ODB::CloudExadataInfrastructure",
    "AWS::ODB::CloudVmCluster",
    "AWS::Omics::AnnotationStore",
    "AWS::Omics::ReferenceStore",
    "AWS::Omics::SequenceStore",
    "AWS::Omics::VariantStore",
    "AWS::OpenSearchServerless::Collection",
    "AWS::OpenSearchServerless::CollectionIndex",
    "AWS::OpenSearchServerless::Index",
    "AWS::OpsWorks::Instance",
    "AWS::OpsWorks::Volume",
    "AWS::PaymentCryptography::Key",
    "AWS::Personalize::Dataset",
    "AWS::Personalize::DatasetGroup",
    "AWS::Pinpoint::App",
    "AWS::QBusiness::Application",
    "AWS::QBusiness::Index",
    "AWS::RDS::ClusterSnapshot",
    "AWS::RDS::DBSnapshot",
    "AWS::RDS::GlobalCluster",
    "AWS::Redshift::Snapshot",
    "AWS::RedshiftServerless::Namespace",
    "AWS::RedshiftServerless::Snapshot",
    "AWS::Rekognition::Collection",
    "AWS::Rekognition::Dataset",
    "AWS::Rekognition::Project",
    "AWS::S3Express::DirectoryBucket",
    "AWS::S3Files::FileSystem",
    "AWS::S3Outposts::Bucket",
    "AWS::S3Tables::Namespace",
    "AWS::S3Tables::Table",
    "AWS::S3Tables::TableBucket",
    "AWS::S3Vectors::Index",
    "AWS::S3Vectors::VectorBucket",
    "AWS::SCN::Dataset",
    "AWS::SCN::Instance",
    "AWS::SCN::Namespace",
    "AWS::SES::ContactList",
    "AWS::SES::MailManagerArchive",
    "AWS::SMSVOICE::OptOutList",
    "AWS::SSMIncidents::ReplicationSet",
    "AWS::SSO::Instance",
    "AWS::SageMaker::Cluster",
    "AWS::SageMaker::Domain",
    "AWS::SageMaker::FeatureGroup",
    "AWS::SageMaker::MlflowApp",
    "AWS::SageMaker::MlflowTrackingServer",
    "AWS::SageMaker::ModelPackageGroup",
    "AWS::SageMaker::NotebookInstance",
    "AWS::SageMaker::PartnerApp",
    "AWS::SageMaker::Space",
    "AWS::SecurityLake::DataLake",
    "AWS::Serverless::Application",
    "AWS::Serverless::SimpleTable",
    "AWS::ServiceCatalog::CloudFormationProvisionedProduct",
    "AWS::StorageGateway::Tape",
    "AWS::StorageGateway::Volume",
    "AWS::Timestream::Database",
    "AWS::Timestream::InfluxDBBackup",
    "AWS::Timestream::InfluxDBCluster",
    "AWS::Timestream::InfluxDBInstance",
    "AWS::Timestream::Table",
    "AWS::VerifiedPermissions::PolicyStore",
    "AWS::VoiceID::Domain",
    "AWS::Wisdom::KnowledgeBase",
    "AWS::WorkSpaces::Workspace",
    "AWS::WorkspacesInstances::Volume",
    "AWS::WorkspacesInstances::WorkspaceInstance",
];

/// Whether a type holds data although AWS's list does not have it.
pub(crate) fn holds_data(type_name: &str) -> bool {
    ADDITIONAL_STATEFUL_TYPES.binary_search(&type_name).is_ok()
}

#[cfg(test)]
mod tests {
    use super::{ADDITIONAL_STATEFUL_TYPES, pattern};

    #[test]
    fn patterns_are_written_in_the_syntax_of_ecmascript() {
        let check = |written: &str, expected: Option<&str>| {
            assert_eq!(pattern(written).as_deref(), expected, "{written}");
        };
        check(r"^\p{Print}+$", Some(r"^[\x20-\x7e]+$"));
        check(r"[\p{Graph}\x20]*", Some(r"[\x21-\x7e\x20]*"));
        check(r"\A[a-z]+\Z", Some("^[a-z]+$"));
        check(r"\A^(\/aws)[a-z]+\Z", Some(r"^(\/aws)[a-z]+$"));
        check(r"^[\p{Print}&&[^|:/]]+$", None);
        check(r"^[\p{L}]+$", Some(r"^[\p{L}]+$"));
    }

    #[test]
    fn the_list_is_sorted() {
        assert!(ADDITIONAL_STATEFUL_TYPES.is_sorted());
    }
}
