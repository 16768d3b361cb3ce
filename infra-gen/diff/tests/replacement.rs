//! Compares the reported effects with "Update requires" in AWS's reference.
//!
//! The table was written from the CloudFormation template reference, not from the schemas. Where the two disagree, the
//! program follows the reference: see `src/corrections.rs`.

use infra_gen_cfn::{Json, Template};
use infra_gen_diff::{Effect, diff};
use infra_gen_schema::TypeSchema;
use serde_json::{Map, json};

use Documented::{NoInterruption as No, NotSupported as Never, Replacement as Yes, SomeConditions as May};

/// The values of the reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Documented {
    /// "No interruption" or "Some interruptions".
    NoInterruption,
    /// "Replacement".
    Replacement,
    /// "Replacement" or "Updates are not supported" only for some changes.
    SomeConditions,
    /// "Cannot be updated", or "the update request fails".
    NotSupported,
}

#[rustfmt::skip]
const CASES: &[(&str, &str, Documented)] = &[
    ("AWS::ApiGateway::Account", "CloudWatchRoleArn", No),
    ("AWS::ApiGateway::ApiKey", "Description", No),
    ("AWS::ApiGateway::ApiKey", "GenerateDistinctId", Yes),
    ("AWS::ApiGateway::ApiKey", "Name", Yes),
    ("AWS::ApiGateway::ApiKey", "Value", Yes),
    ("AWS::ApiGateway::Authorizer", "AuthType", No),
    ("AWS::ApiGateway::Authorizer", "AuthorizerCredentials", No),
    ("AWS::ApiGateway::Authorizer", "AuthorizerResultTtlInSeconds", No),
    ("AWS::ApiGateway::Authorizer", "AuthorizerUri", No),
    ("AWS::ApiGateway::Authorizer", "IdentitySource", No),
    ("AWS::ApiGateway::Authorizer", "IdentityValidationExpression", No),
    ("AWS::ApiGateway::Authorizer", "Name", No),
    ("AWS::ApiGateway::Authorizer", "ProviderARNs", No),
    ("AWS::ApiGateway::Authorizer", "RestApiId", Yes),
    ("AWS::ApiGateway::Authorizer", "Type", No),
    ("AWS::ApiGateway::BasePathMapping", "BasePath", Yes),
    ("AWS::ApiGateway::BasePathMapping", "DomainName", Yes),
    ("AWS::ApiGateway::BasePathMapping", "Stage", No),
    ("AWS::ApiGateway::Deployment", "DeploymentCanarySettings", Yes),
    ("AWS::ApiGateway::Deployment", "Description", No),
    ("AWS::ApiGateway::Deployment", "RestApiId", Yes),
    ("AWS::ApiGateway::Deployment", "StageDescription", No),
    ("AWS::ApiGateway::Deployment", "StageName", No),
    ("AWS::ApiGateway::DomainName", "CertificateArn", No),
    ("AWS::ApiGateway::DomainName", "DomainName", Yes),
    ("AWS::ApiGateway::GatewayResponse", "ResponseType", Yes),
    ("AWS::ApiGateway::GatewayResponse", "RestApiId", Yes),
    ("AWS::ApiGateway::GatewayResponse", "StatusCode", No),
    ("AWS::ApiGateway::Method", "AuthorizationType", No),
    ("AWS::ApiGateway::Method", "HttpMethod", Yes),
    ("AWS::ApiGateway::Method", "Integration", No),
    ("AWS::ApiGateway::Method", "ResourceId", Yes),
    ("AWS::ApiGateway::Method", "RestApiId", Yes),
    ("AWS::ApiGateway::Model", "ContentType", Yes),
    ("AWS::ApiGateway::Model", "Name", Yes),
    ("AWS::ApiGateway::Model", "RestApiId", Yes),
    ("AWS::ApiGateway::Model", "Schema", No),
    ("AWS::ApiGateway::RequestValidator", "Name", Yes),
    ("AWS::ApiGateway::RequestValidator", "RestApiId", Yes),
    ("AWS::ApiGateway::RequestValidator", "ValidateRequestBody", No),
    ("AWS::ApiGateway::Resource", "ParentId", Yes),
    ("AWS::ApiGateway::Resource", "PathPart", Yes),
    ("AWS::ApiGateway::Resource", "RestApiId", Yes),
    ("AWS::ApiGateway::RestApi", "ApiKeySourceType", No),
    ("AWS::ApiGateway::RestApi", "BinaryMediaTypes", No),
    ("AWS::ApiGateway::RestApi", "Body", No),
    ("AWS::ApiGateway::RestApi", "BodyS3Location", No),
    ("AWS::ApiGateway::RestApi", "CloneFrom", No),
    ("AWS::ApiGateway::RestApi", "Description", No),
    ("AWS::ApiGateway::RestApi", "DisableExecuteApiEndpoint", No),
    ("AWS::ApiGateway::RestApi", "EndpointConfiguration", No),
    ("AWS::ApiGateway::RestApi", "FailOnWarnings", No),
    ("AWS::ApiGateway::RestApi", "MinimumCompressionSize", No),
    ("AWS::ApiGateway::RestApi", "Mode", No),
    ("AWS::ApiGateway::RestApi", "Name", No),
    ("AWS::ApiGateway::RestApi", "Parameters", No),
    ("AWS::ApiGateway::RestApi", "Policy", No),
    ("AWS::ApiGateway::Stage", "AccessLogSetting", No),
    ("AWS::ApiGateway::Stage", "CacheClusterEnabled", No),
    ("AWS::ApiGateway::Stage", "CacheClusterSize", No),
    ("AWS::ApiGateway::Stage", "CanarySetting", No),
    ("AWS::ApiGateway::Stage", "ClientCertificateId", No),
    ("AWS::ApiGateway::Stage", "DeploymentId", No),
    ("AWS::ApiGateway::Stage", "Description", No),
    ("AWS::ApiGateway::Stage", "DocumentationVersion", No),
    ("AWS::ApiGateway::Stage", "MethodSettings", No),
    ("AWS::ApiGateway::Stage", "RestApiId", Yes),
    ("AWS::ApiGateway::Stage", "StageName", Yes),
    ("AWS::ApiGateway::Stage", "TracingEnabled", No),
    ("AWS::ApiGateway::Stage", "Variables", No),
    ("AWS::ApiGateway::UsagePlan", "Quota", No),
    ("AWS::ApiGateway::UsagePlan", "UsagePlanName", No),
    ("AWS::ApiGateway::UsagePlanKey", "KeyId", Yes),
    ("AWS::ApiGateway::UsagePlanKey", "UsagePlanId", Yes),
    ("AWS::ApiGateway::VpcLink", "Name", No),
    ("AWS::ApiGateway::VpcLink", "TargetArns", Yes),
    ("AWS::CertificateManager::Certificate", "CertificateTransparencyLoggingPreference", No),
    ("AWS::CertificateManager::Certificate", "DomainName", Yes),
    ("AWS::CertificateManager::Certificate", "SubjectAlternativeNames", Yes),
    ("AWS::CertificateManager::Certificate", "ValidationMethod", Yes),
    ("AWS::CloudFront::CachePolicy", "CachePolicyConfig", No),
    ("AWS::CloudFront::Distribution", "DistributionConfig", No),
    ("AWS::CloudFront::Function", "AutoPublish", No),
    ("AWS::CloudFront::Function", "FunctionCode", No),
    ("AWS::CloudFront::Function", "FunctionConfig", No),
    ("AWS::CloudFront::Function", "FunctionMetadata", No),
    ("AWS::CloudFront::KeyGroup", "KeyGroupConfig", No),
    ("AWS::CloudFront::OriginAccessControl", "OriginAccessControlConfig", No),
    ("AWS::CloudFront::OriginRequestPolicy", "OriginRequestPolicyConfig", No),
    ("AWS::CloudFront::PublicKey", "PublicKeyConfig", No),
    ("AWS::CloudFront::ResponseHeadersPolicy", "ResponseHeadersPolicyConfig", No),
    ("AWS::CloudWatch::Alarm", "ActionsEnabled", No),
    ("AWS::CloudWatch::Alarm", "AlarmActions", No),
    ("AWS::CloudWatch::Alarm", "AlarmDescription", No),
    ("AWS::CloudWatch::Alarm", "AlarmName", Yes),
    ("AWS::CloudWatch::Alarm", "ComparisonOperator", No),
    ("AWS::CloudWatch::Alarm", "DatapointsToAlarm", No),
    ("AWS::CloudWatch::Alarm", "Dimensions", No),
    ("AWS::CloudWatch::Alarm", "EvaluateLowSampleCountPercentile", No),
    ("AWS::CloudWatch::Alarm", "EvaluationPeriods", No),
    ("AWS::CloudWatch::Alarm", "ExtendedStatistic", No),
    ("AWS::CloudWatch::Alarm", "InsufficientDataActions", No),
    ("AWS::CloudWatch::Alarm", "MetricName", No),
    ("AWS::CloudWatch::Alarm", "Metrics", No),
    ("AWS::CloudWatch::Alarm", "Namespace", No),
    ("AWS::CloudWatch::Alarm", "OKActions", No),
    ("AWS::CloudWatch::Alarm", "Period", No),
    ("AWS::CloudWatch::Alarm", "Statistic", No),
    ("AWS::CloudWatch::Alarm", "Threshold", No),
    ("AWS::CloudWatch::Alarm", "ThresholdMetricId", No),
    ("AWS::CloudWatch::Alarm", "TreatMissingData", No),
    ("AWS::CloudWatch::Alarm", "Unit", No),
    ("AWS::CloudWatch::CompositeAlarm", "AlarmName", Yes),
    ("AWS::CloudWatch::CompositeAlarm", "AlarmRule", No),
    ("AWS::CloudWatch::Dashboard", "DashboardBody", No),
    ("AWS::CloudWatch::Dashboard", "DashboardName", Yes),
    ("AWS::Cognito::IdentityPool", "AllowUnauthenticatedIdentities", No),
    ("AWS::Cognito::IdentityPool", "IdentityPoolName", No),
    ("AWS::Cognito::ManagedLoginBranding", "Assets", No),
    ("AWS::Cognito::ManagedLoginBranding", "ClientId", Yes),
    ("AWS::Cognito::ManagedLoginBranding", "Settings", No),
    ("AWS::Cognito::ManagedLoginBranding", "UseCognitoProvidedValues", No),
    ("AWS::Cognito::ManagedLoginBranding", "UserPoolId", Yes),
    ("AWS::Cognito::UserPool", "AccountRecoverySetting", No),
    ("AWS::Cognito::UserPool", "AdminCreateUserConfig", No),
    ("AWS::Cognito::UserPool", "AliasAttributes", Never),
    ("AWS::Cognito::UserPool", "AutoVerifiedAttributes", No),
    ("AWS::Cognito::UserPool", "DeletionProtection", No),
    ("AWS::Cognito::UserPool", "DeviceConfiguration", No),
    ("AWS::Cognito::UserPool", "EmailConfiguration", No),
    ("AWS::Cognito::UserPool", "EmailVerificationMessage", No),
    ("AWS::Cognito::UserPool", "EmailVerificationSubject", No),
    ("AWS::Cognito::UserPool", "EnabledMfas", No),
    ("AWS::Cognito::UserPool", "LambdaConfig", No),
    ("AWS::Cognito::UserPool", "MfaConfiguration", No),
    ("AWS::Cognito::UserPool", "Policies", No),
    ("AWS::Cognito::UserPool", "Schema", Never),
    ("AWS::Cognito::UserPool", "SmsAuthenticationMessage", No),
    ("AWS::Cognito::UserPool", "SmsConfiguration", No),
    ("AWS::Cognito::UserPool", "SmsVerificationMessage", No),
    ("AWS::Cognito::UserPool", "UserAttributeUpdateSettings", No),
    ("AWS::Cognito::UserPool", "UserPoolAddOns", No),
    ("AWS::Cognito::UserPool", "UserPoolName", No),
    ("AWS::Cognito::UserPool", "UserPoolTags", No),
    ("AWS::Cognito::UserPool", "UsernameAttributes", Never),
    ("AWS::Cognito::UserPool", "UsernameConfiguration", Never),
    ("AWS::Cognito::UserPool", "VerificationMessageTemplate", No),
    ("AWS::Cognito::UserPoolClient", "AccessTokenValidity", No),
    ("AWS::Cognito::UserPoolClient", "AllowedOAuthFlows", No),
    ("AWS::Cognito::UserPoolClient", "AllowedOAuthFlowsUserPoolClient", No),
    ("AWS::Cognito::UserPoolClient", "AllowedOAuthScopes", No),
    ("AWS::Cognito::UserPoolClient", "AnalyticsConfiguration", No),
    ("AWS::Cognito::UserPoolClient", "AuthSessionValidity", No),
    ("AWS::Cognito::UserPoolClient", "CallbackURLs", No),
    ("AWS::Cognito::UserPoolClient", "ClientName", No),
    ("AWS::Cognito::UserPoolClient", "DefaultRedirectURI", No),
    ("AWS::Cognito::UserPoolClient", "EnablePropagateAdditionalUserContextData", No),
    ("AWS::Cognito::UserPoolClient", "EnableTokenRevocation", No),
    ("AWS::Cognito::UserPoolClient", "ExplicitAuthFlows", No),
    ("AWS::Cognito::UserPoolClient", "GenerateSecret", Yes),
    ("AWS::Cognito::UserPoolClient", "IdTokenValidity", No),
    ("AWS::Cognito::UserPoolClient", "LogoutURLs", No),
    ("AWS::Cognito::UserPoolClient", "PreventUserExistenceErrors", No),
    ("AWS::Cognito::UserPoolClient", "ReadAttributes", No),
    ("AWS::Cognito::UserPoolClient", "RefreshTokenValidity", No),
    ("AWS::Cognito::UserPoolClient", "SupportedIdentityProviders", No),
    ("AWS::Cognito::UserPoolClient", "TokenValidityUnits", No),
    ("AWS::Cognito::UserPoolClient", "UserPoolId", Yes),
    ("AWS::Cognito::UserPoolClient", "WriteAttributes", No),
    ("AWS::Cognito::UserPoolDomain", "CustomDomainConfig", No),
    ("AWS::Cognito::UserPoolDomain", "Domain", Yes),
    ("AWS::Cognito::UserPoolDomain", "UserPoolId", Yes),
    ("AWS::Cognito::UserPoolGroup", "Description", No),
    ("AWS::Cognito::UserPoolGroup", "GroupName", Yes),
    ("AWS::Cognito::UserPoolGroup", "Precedence", No),
    ("AWS::Cognito::UserPoolGroup", "RoleArn", No),
    ("AWS::Cognito::UserPoolGroup", "UserPoolId", Yes),
    ("AWS::Cognito::UserPoolIdentityProvider", "ProviderDetails", No),
    ("AWS::Cognito::UserPoolIdentityProvider", "ProviderName", Yes),
    ("AWS::Cognito::UserPoolIdentityProvider", "ProviderType", Yes),
    ("AWS::Cognito::UserPoolResourceServer", "Identifier", Yes),
    ("AWS::Cognito::UserPoolResourceServer", "Name", No),
    ("AWS::Cognito::UserPoolResourceServer", "Scopes", No),
    ("AWS::Cognito::UserPoolResourceServer", "UserPoolId", Yes),
    ("AWS::Cognito::UserPoolUICustomizationAttachment", "CSS", No),
    ("AWS::Cognito::UserPoolUICustomizationAttachment", "ClientId", Yes),
    ("AWS::Cognito::UserPoolUICustomizationAttachment", "UserPoolId", Yes),
    ("AWS::Cognito::UserPoolUser", "UserPoolId", Yes),
    ("AWS::Cognito::UserPoolUser", "Username", Yes),
    ("AWS::DynamoDB::GlobalTable", "AttributeDefinitions", No),
    ("AWS::DynamoDB::GlobalTable", "BillingMode", No),
    ("AWS::DynamoDB::GlobalTable", "GlobalSecondaryIndexes", No),
    ("AWS::DynamoDB::GlobalTable", "KeySchema", Yes),
    ("AWS::DynamoDB::GlobalTable", "LocalSecondaryIndexes", Yes),
    ("AWS::DynamoDB::GlobalTable", "Replicas", No),
    ("AWS::DynamoDB::GlobalTable", "SSESpecification", No),
    ("AWS::DynamoDB::GlobalTable", "StreamSpecification", No),
    ("AWS::DynamoDB::GlobalTable", "TableName", Yes),
    ("AWS::DynamoDB::GlobalTable", "TimeToLiveSpecification", No),
    ("AWS::DynamoDB::GlobalTable", "WriteProvisionedThroughputSettings", No),
    ("AWS::DynamoDB::Table", "AttributeDefinitions", No),
    ("AWS::DynamoDB::Table", "BillingMode", No),
    ("AWS::DynamoDB::Table", "DeletionProtectionEnabled", No),
    ("AWS::DynamoDB::Table", "GlobalSecondaryIndexes", No),
    ("AWS::DynamoDB::Table", "ImportSourceSpecification", Yes),
    ("AWS::DynamoDB::Table", "KeySchema", Yes),
    ("AWS::DynamoDB::Table", "LocalSecondaryIndexes", Yes),
    ("AWS::DynamoDB::Table", "PointInTimeRecoverySpecification", No),
    ("AWS::DynamoDB::Table", "ProvisionedThroughput", No),
    ("AWS::DynamoDB::Table", "SSESpecification", No),
    ("AWS::DynamoDB::Table", "StreamSpecification", No),
    ("AWS::DynamoDB::Table", "TableClass", No),
    ("AWS::DynamoDB::Table", "TableName", Yes),
    ("AWS::DynamoDB::Table", "TimeToLiveSpecification", No),
    ("AWS::Events::EventBus", "Name", Yes),
    ("AWS::Events::Rule", "Description", No),
    ("AWS::Events::Rule", "EventPattern", No),
    ("AWS::Events::Rule", "Name", Yes),
    ("AWS::Events::Rule", "RoleArn", No),
    ("AWS::Events::Rule", "ScheduleExpression", No),
    ("AWS::Events::Rule", "State", No),
    ("AWS::Events::Rule", "Targets", No),
    ("AWS::IAM::Group", "GroupName", Yes),
    ("AWS::IAM::Group", "Policies", No),
    ("AWS::IAM::InstanceProfile", "InstanceProfileName", Yes),
    ("AWS::IAM::InstanceProfile", "Path", Yes),
    ("AWS::IAM::InstanceProfile", "Roles", No),
    ("AWS::IAM::ManagedPolicy", "Description", Yes),
    ("AWS::IAM::ManagedPolicy", "ManagedPolicyName", Yes),
    ("AWS::IAM::ManagedPolicy", "Path", Yes),
    ("AWS::IAM::ManagedPolicy", "PolicyDocument", No),
    ("AWS::IAM::OIDCProvider", "ClientIdList", No),
    ("AWS::IAM::OIDCProvider", "Url", Yes),
    ("AWS::IAM::Policy", "Groups", No),
    ("AWS::IAM::Policy", "PolicyDocument", No),
    ("AWS::IAM::Policy", "PolicyName", No),
    ("AWS::IAM::Policy", "Roles", No),
    ("AWS::IAM::Policy", "Users", No),
    ("AWS::IAM::Role", "AssumeRolePolicyDocument", No),
    ("AWS::IAM::Role", "ManagedPolicyArns", No),
    ("AWS::IAM::Role", "Path", Yes),
    ("AWS::IAM::Role", "Policies", No),
    ("AWS::IAM::Role", "RoleName", Yes),
    ("AWS::IAM::User", "Path", No),
    ("AWS::IAM::User", "UserName", Yes),
    ("AWS::KMS::Alias", "AliasName", Yes),
    ("AWS::KMS::Alias", "TargetKeyId", No),
    ("AWS::KMS::Key", "BypassPolicyLockoutSafetyCheck", No),
    ("AWS::KMS::Key", "Description", No),
    ("AWS::KMS::Key", "EnableKeyRotation", No),
    ("AWS::KMS::Key", "Enabled", No),
    ("AWS::KMS::Key", "KeyPolicy", No),
    ("AWS::KMS::Key", "KeySpec", Never),
    ("AWS::KMS::Key", "KeyUsage", Never),
    ("AWS::KMS::Key", "MultiRegion", Never),
    ("AWS::KMS::Key", "Origin", Never),
    ("AWS::KMS::Key", "PendingWindowInDays", No),
    ("AWS::Lambda::Alias", "FunctionName", Yes),
    ("AWS::Lambda::Alias", "FunctionVersion", No),
    ("AWS::Lambda::Alias", "Name", Yes),
    ("AWS::Lambda::EventSourceMapping", "BatchSize", No),
    ("AWS::Lambda::EventSourceMapping", "EventSourceArn", Yes),
    ("AWS::Lambda::EventSourceMapping", "FunctionName", No),
    ("AWS::Lambda::EventSourceMapping", "StartingPosition", Yes),
    ("AWS::Lambda::Function", "Architectures", No),
    ("AWS::Lambda::Function", "Code", No),
    ("AWS::Lambda::Function", "CodeSigningConfigArn", No),
    ("AWS::Lambda::Function", "DeadLetterConfig", No),
    ("AWS::Lambda::Function", "Description", No),
    ("AWS::Lambda::Function", "DurableConfig", May),
    ("AWS::Lambda::Function", "Environment", No),
    ("AWS::Lambda::Function", "EphemeralStorage", No),
    ("AWS::Lambda::Function", "FileSystemConfigs", No),
    ("AWS::Lambda::Function", "FunctionName", Yes),
    ("AWS::Lambda::Function", "Handler", No),
    ("AWS::Lambda::Function", "ImageConfig", No),
    ("AWS::Lambda::Function", "KmsKeyArn", No),
    ("AWS::Lambda::Function", "Layers", No),
    ("AWS::Lambda::Function", "MemorySize", No),
    ("AWS::Lambda::Function", "PackageType", Yes),
    ("AWS::Lambda::Function", "ReservedConcurrentExecutions", No),
    ("AWS::Lambda::Function", "Role", No),
    ("AWS::Lambda::Function", "Runtime", No),
    ("AWS::Lambda::Function", "RuntimeManagementConfig", No),
    ("AWS::Lambda::Function", "SnapStart", No),
    ("AWS::Lambda::Function", "Timeout", No),
    ("AWS::Lambda::Function", "TracingConfig", No),
    ("AWS::Lambda::Function", "VpcConfig", No),
    ("AWS::Lambda::LayerVersion", "CompatibleRuntimes", Yes),
    ("AWS::Lambda::LayerVersion", "Content", Yes),
    ("AWS::Lambda::LayerVersion", "LayerName", Yes),
    ("AWS::Lambda::Permission", "Action", Yes),
    ("AWS::Lambda::Permission", "EventSourceToken", Yes),
    ("AWS::Lambda::Permission", "FunctionName", Yes),
    ("AWS::Lambda::Permission", "FunctionUrlAuthType", Yes),
    ("AWS::Lambda::Permission", "Principal", Yes),
    ("AWS::Lambda::Permission", "PrincipalOrgID", Yes),
    ("AWS::Lambda::Permission", "SourceAccount", Yes),
    ("AWS::Lambda::Permission", "SourceArn", Yes),
    ("AWS::Lambda::Url", "AuthType", No),
    ("AWS::Lambda::Url", "TargetFunctionArn", Yes),
    ("AWS::Lambda::Version", "FunctionName", Yes),
    ("AWS::Logs::LogGroup", "DataProtectionPolicy", No),
    ("AWS::Logs::LogGroup", "KmsKeyId", No),
    ("AWS::Logs::LogGroup", "LogGroupName", Yes),
    ("AWS::Logs::LogGroup", "RetentionInDays", No),
    ("AWS::Logs::LogStream", "LogGroupName", Yes),
    ("AWS::Logs::LogStream", "LogStreamName", Yes),
    ("AWS::Logs::MetricFilter", "FilterPattern", No),
    ("AWS::Logs::MetricFilter", "LogGroupName", Yes),
    ("AWS::Logs::SubscriptionFilter", "DestinationArn", No),
    ("AWS::Logs::SubscriptionFilter", "LogGroupName", Yes),
    ("AWS::Route53::HostedZone", "HostedZoneConfig", No),
    ("AWS::Route53::HostedZone", "HostedZoneTags", No),
    ("AWS::Route53::HostedZone", "Name", Yes),
    ("AWS::Route53::HostedZone", "QueryLoggingConfig", No),
    ("AWS::Route53::HostedZone", "VPCs", No),
    ("AWS::Route53::RecordSet", "HostedZoneId", Yes),
    ("AWS::Route53::RecordSet", "Name", Yes),
    ("AWS::Route53::RecordSet", "TTL", No),
    ("AWS::S3::Bucket", "AccelerateConfiguration", No),
    ("AWS::S3::Bucket", "AccessControl", No),
    ("AWS::S3::Bucket", "AnalyticsConfigurations", No),
    ("AWS::S3::Bucket", "BucketEncryption", No),
    ("AWS::S3::Bucket", "BucketName", Yes),
    ("AWS::S3::Bucket", "CorsConfiguration", No),
    ("AWS::S3::Bucket", "IntelligentTieringConfigurations", No),
    ("AWS::S3::Bucket", "InventoryConfigurations", No),
    ("AWS::S3::Bucket", "LifecycleConfiguration", No),
    ("AWS::S3::Bucket", "LoggingConfiguration", No),
    ("AWS::S3::Bucket", "MetricsConfigurations", No),
    ("AWS::S3::Bucket", "NotificationConfiguration", No),
    ("AWS::S3::Bucket", "ObjectLockConfiguration", No),
    ("AWS::S3::Bucket", "OwnershipControls", No),
    ("AWS::S3::Bucket", "PublicAccessBlockConfiguration", No),
    ("AWS::S3::Bucket", "ReplicationConfiguration", No),
    ("AWS::S3::Bucket", "VersioningConfiguration", No),
    ("AWS::S3::Bucket", "WebsiteConfiguration", No),
    ("AWS::S3::BucketPolicy", "Bucket", Yes),
    ("AWS::S3::BucketPolicy", "PolicyDocument", No),
    ("AWS::SNS::Subscription", "DeliveryPolicy", No),
    ("AWS::SNS::Subscription", "Endpoint", Yes),
    ("AWS::SNS::Subscription", "FilterPolicy", No),
    ("AWS::SNS::Subscription", "FilterPolicyScope", No),
    ("AWS::SNS::Subscription", "Protocol", Yes),
    ("AWS::SNS::Subscription", "RawMessageDelivery", No),
    ("AWS::SNS::Subscription", "RedrivePolicy", No),
    ("AWS::SNS::Subscription", "SubscriptionRoleArn", No),
    ("AWS::SNS::Subscription", "TopicArn", Yes),
    ("AWS::SNS::Topic", "ContentBasedDeduplication", No),
    ("AWS::SNS::Topic", "DataProtectionPolicy", No),
    ("AWS::SNS::Topic", "DisplayName", No),
    ("AWS::SNS::Topic", "FifoTopic", Yes),
    ("AWS::SNS::Topic", "KmsMasterKeyId", No),
    ("AWS::SNS::Topic", "SignatureVersion", No),
    ("AWS::SNS::Topic", "Subscription", No),
    ("AWS::SNS::Topic", "TopicName", Yes),
    ("AWS::SNS::Topic", "TracingConfig", No),
    ("AWS::SNS::TopicPolicy", "PolicyDocument", No),
    ("AWS::SNS::TopicPolicy", "Topics", No),
    ("AWS::SQS::Queue", "ContentBasedDeduplication", No),
    ("AWS::SQS::Queue", "DeduplicationScope", No),
    ("AWS::SQS::Queue", "DelaySeconds", No),
    ("AWS::SQS::Queue", "FifoQueue", Yes),
    ("AWS::SQS::Queue", "FifoThroughputLimit", No),
    ("AWS::SQS::Queue", "KmsDataKeyReusePeriodSeconds", No),
    ("AWS::SQS::Queue", "KmsMasterKeyId", No),
    ("AWS::SQS::Queue", "MaximumMessageSize", No),
    ("AWS::SQS::Queue", "MessageRetentionPeriod", No),
    ("AWS::SQS::Queue", "QueueName", Yes),
    ("AWS::SQS::Queue", "ReceiveMessageWaitTimeSeconds", No),
    ("AWS::SQS::Queue", "RedriveAllowPolicy", No),
    ("AWS::SQS::Queue", "RedrivePolicy", No),
    ("AWS::SQS::Queue", "SqsManagedSseEnabled", No),
    ("AWS::SQS::Queue", "VisibilityTimeout", No),
    ("AWS::SQS::QueuePolicy", "PolicyDocument", No),
    ("AWS::SSM::Parameter", "AllowedPattern", No),
    ("AWS::SSM::Parameter", "DataType", No),
    ("AWS::SSM::Parameter", "Description", No),
    ("AWS::SSM::Parameter", "Name", Yes),
    ("AWS::SSM::Parameter", "Policies", No),
    ("AWS::SSM::Parameter", "Tier", No),
    ("AWS::SSM::Parameter", "Type", No),
    ("AWS::SSM::Parameter", "Value", No),
    ("AWS::StepFunctions::Activity", "Name", Yes),
    ("AWS::StepFunctions::StateMachine", "Definition", No),
    ("AWS::StepFunctions::StateMachine", "DefinitionS3Location", No),
    ("AWS::StepFunctions::StateMachine", "DefinitionString", No),
    ("AWS::StepFunctions::StateMachine", "DefinitionSubstitutions", No),
    ("AWS::StepFunctions::StateMachine", "LoggingConfiguration", No),
    ("AWS::StepFunctions::StateMachine", "RoleArn", No),
    ("AWS::StepFunctions::StateMachine", "StateMachineName", Yes),
    ("AWS::StepFunctions::StateMachine", "StateMachineType", Yes),
    ("AWS::StepFunctions::StateMachine", "TracingConfiguration", No),
    ("AWS::WAFv2::IPSet", "Addresses", No),
    ("AWS::WAFv2::IPSet", "Description", No),
    ("AWS::WAFv2::IPSet", "IPAddressVersion", No),
    ("AWS::WAFv2::IPSet", "Name", Yes),
    ("AWS::WAFv2::IPSet", "Scope", Yes),
    ("AWS::WAFv2::WebACL", "DefaultAction", No),
    ("AWS::WAFv2::WebACL", "Name", Yes),
    ("AWS::WAFv2::WebACL", "Rules", No),
    ("AWS::WAFv2::WebACL", "Scope", Yes),
    ("AWS::WAFv2::WebACLAssociation", "ResourceArn", Yes),
    ("AWS::WAFv2::WebACLAssociation", "WebACLArn", Yes),
    ("AWS::XRay::Group", "FilterExpression", No),
    ("AWS::XRay::Group", "GroupName", No),
    ("AWS::XRay::Group", "InsightsConfiguration", No),
];

#[test]
fn changing_the_type_of_a_key_attribute_replaces_the_table() {
    let found = effects(
        "AWS::DynamoDB::Table",
        &json!({ "AttributeDefinitions": [{ "AttributeName": "id", "AttributeType": "S" }] }),
        &json!({ "AttributeDefinitions": [
            { "AttributeName": "id", "AttributeType": "N" }, { "AttributeName": "at", "AttributeType": "S" }] }),
    );
    assert_eq!(found, [Effect::Replaces, Effect::InPlace]);
}

#[test]
fn an_attribute_of_a_user_pool_can_be_added_but_not_changed() {
    let old = json!({ "Schema": [{ "Name": "email", "Required": true }] });
    let added = json!({ "Schema": [{ "Name": "email", "Required": true }, { "Name": "team" }] });
    let changed = json!({ "Schema": [{ "Name": "email", "Required": false }] });
    let of = |old, new| effects("AWS::Cognito::UserPool", old, new);
    assert_eq!(of(&old, &added), [Effect::InPlace]);
    assert_eq!(of(&old, &changed), [Effect::Refused]);
    assert_eq!(of(&added, &old), [Effect::Refused]);
}

#[test]
fn effects_match_the_reference() {
    assert!(CASES.len() >= 150, "{} cases", CASES.len());
    let mut wrong = Vec::new();
    for (type_name, property, documented) in CASES {
        let expected = match documented {
            No => Effect::InPlace,
            May => Effect::MayReplace,
            Yes => Effect::Replaces,
            Never => Effect::Refused,
        };
        let found = effect(type_name, property);
        if found != expected {
            wrong.push(format!(
                "{type_name} {property}: documented {documented:?}, found {found:?}"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Properties that `src/corrections.rs` corrects, so that their effect is not the registry's.
const CORRECTED: [(&str, &str); 15] = [
    ("AWS::CertificateManager::Certificate", "ValidationMethod"),
    ("AWS::Cognito::UserPool", "AliasAttributes"),
    ("AWS::Cognito::UserPool", "Schema"),
    ("AWS::Cognito::UserPool", "UsernameAttributes"),
    ("AWS::Cognito::UserPool", "UsernameConfiguration"),
    ("AWS::DynamoDB::GlobalTable", "KeySchema"),
    ("AWS::DynamoDB::GlobalTable", "LocalSecondaryIndexes"),
    ("AWS::DynamoDB::Table", "AttributeDefinitions"),
    ("AWS::DynamoDB::Table", "KeySchema"),
    ("AWS::DynamoDB::Table", "LocalSecondaryIndexes"),
    ("AWS::KMS::Key", "KeySpec"),
    ("AWS::KMS::Key", "KeyUsage"),
    ("AWS::KMS::Key", "MultiRegion"),
    ("AWS::KMS::Key", "Origin"),
    ("AWS::Route53::RecordSet", "Name"),
];

/// Properties with a part that the reference documents as replacing, and the registry does not.
#[rustfmt::skip]
const PARTLY_DOCUMENTED: [(&str, &str); 20] = [
    ("AWS::AuditManager::Assessment", "Scope"),
    ("AWS::Budgets::Budget", "Budget"),
    ("AWS::Cassandra::Table", "RegularColumns"),
    ("AWS::EC2::SpotFleet", "SpotFleetRequestConfigData"),
    ("AWS::ECS::CapacityProvider", "ManagedInstancesProvider"),
    ("AWS::EKS::Cluster", "ResourcesVpcConfig"),
    ("AWS::FSx::FileSystem", "LustreConfiguration"),
    ("AWS::FSx::FileSystem", "OntapConfiguration"),
    ("AWS::FSx::FileSystem", "OpenZFSConfiguration"),
    ("AWS::FSx::FileSystem", "WindowsConfiguration"),
    ("AWS::Glue::Database", "DatabaseInput"),
    ("AWS::KinesisAnalytics::ApplicationOutput", "Output"),
    ("AWS::KinesisAnalyticsV2::ApplicationOutput", "Output"),
    ("AWS::KinesisAnalyticsV2::ApplicationReferenceDataSource", "ReferenceDataSource"),
    ("AWS::MediaLive::Channel", "InputAttachments"),
    ("AWS::RDS::DBSecurityGroup", "DBSecurityGroupIngress"),
    ("AWS::SageMaker::ModelPackage", "AdditionalInferenceSpecifications"),
    ("AWS::SageMaker::Workteam", "MemberDefinitions"),
    ("AWS::ServiceDiscovery::Service", "DnsConfig"),
    ("AWS::XRay::SamplingRule", "SamplingRuleRecord"),
];

fn is_listed(list: &[(&str, &str)], type_name: &str, path: &str) -> bool {
    let first = path.split('.').next().unwrap_or_default();
    list.contains(&(type_name, first))
}

/// The changes of a property at `path`: of its value, of a part of it, and of the property that contains it.
fn variants(path: &str) -> [(&'static str, [Json; 2]); 3] {
    let at = |value: Json| {
        path.split('.').rev().fold(value, |value, name| match name {
            "*" => json!([value]),
            name => json!({ name: value }),
        })
    };
    [
        ("changed", [at(json!("one")), at(json!("two"))]),
        (
            "a part",
            [at(json!({ "Part": "one" })), at(json!({ "Part": "two" }))],
        ),
        ("added", [json!({}), at(json!("one"))]),
    ]
}

/// The types of the registry, without those whose updates something else decides: the AWS SAM transform, and the handler of a
/// custom resource.
fn types() -> impl Iterator<Item = &'static TypeSchema> {
    infra_gen_schema::type_names()
        .filter(|name| !name.starts_with("AWS::Serverless::") && !infra_gen_schema::is_custom(name))
        .map(|name| infra_gen_schema::lookup(name).expect("the type is listed"))
}

#[test]
fn every_create_only_property_of_every_type_replaces() {
    let mut cases = 0;
    let mut wrong = Vec::new();
    for schema in types() {
        let type_name = schema.type_name;
        let always = schema.create_only.iter().map(|path| (*path, true));
        let conditional = schema.conditional_create_only.iter().map(|path| (*path, false));
        let mut names = Vec::new();
        let mut changes = Vec::new();
        for (path, is_certain) in always.chain(conditional) {
            for (kind, change) in variants(path) {
                names.push((path, is_certain, kind));
                changes.push(change);
            }
        }
        cases += changes.len();
        for ((path, is_certain, kind), found) in names.iter().zip(effects_of(type_name, &changes)) {
            let is_right = |effect: &Effect| match effect {
                Effect::Replaces => true,
                Effect::MayReplace => !is_certain,
                _ => false,
            };
            let is_corrected = is_listed(&CORRECTED, type_name, path);
            if found.is_empty() || !(is_corrected || found.iter().all(is_right)) {
                wrong.push(format!("{type_name} {path} ({kind}): {found:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert!(cases > 12_000, "{cases} cases");
}

#[test]
fn every_other_property_of_every_type_is_updated_in_place() {
    let mut cases = 0;
    let mut wrong = Vec::new();
    for schema in types() {
        let type_name = schema.type_name;
        let replaces = |name: &str| {
            let mut paths = schema.create_only.iter().chain(&schema.conditional_create_only);
            paths.any(|path| path.split('.').next() == Some(name))
        };
        let names: Vec<&str> = schema
            .root()
            .properties
            .iter()
            .map(|property| property.name)
            .filter(|name| !replaces(name) && !is_listed(&CORRECTED, type_name, name))
            .collect();
        cases += names.len();
        let changes: Vec<[Json; 2]> = names
            .iter()
            .map(|name| [json!({ *name: "one" }), json!({ *name: "two" })])
            .collect();
        for (name, found) in names.iter().zip(effects_of(type_name, &changes)) {
            let is_partly_documented =
                found == [Effect::MayReplace] && is_listed(&PARTLY_DOCUMENTED, type_name, name);
            if found != [Effect::InPlace] && !is_partly_documented {
                wrong.push(format!("{type_name} {name}: {found:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert!(cases > 10_000, "{cases} cases");
}

fn effect(type_name: &str, property: &str) -> Effect {
    effects(
        type_name,
        &json!({ property: "one" }),
        &json!({ property: "two" }),
    )[0]
}

/// The effects of the differences between two property objects, in the order of the report.
fn effects(type_name: &str, old: &Json, new: &Json) -> Vec<Effect> {
    let mut found = effects_of(type_name, &[[old.clone(), new.clone()]]);
    found.remove(0)
}

/// The effects of several changes, each of a resource of its own.
fn effects_of(type_name: &str, changes: &[[Json; 2]]) -> Vec<Vec<Effect>> {
    let template = |side: usize| {
        let resources: Map<String, Json> = changes
            .iter()
            .enumerate()
            .map(|(number, change)| {
                let block = json!({ "Type": type_name, "Properties": change[side] });
                (format!("R{number}"), block)
            })
            .collect();
        let document = json!({ "Resources": resources });
        Template::parse(&document.to_string()).expect("the document is a template")
    };
    let found = diff(&template(0), &template(1));
    (0..changes.len())
        .map(|number| {
            let id = format!("R{number}");
            let change = found.resources.iter().find(|change| change.logical_id == id);
            let changes = change.map(|change| change.changes.as_slice()).unwrap_or_default();
            changes.iter().map(|change| change.effect).collect()
        })
        .collect()
}
