//! Markers of resource types, which ARNs and identifiers have as a type parameter. Generated; see `generator/`.
//!
//! They do not depend on features, because services refer to resources of other services.

/// Markers of `AWS::ApiGateway`.
pub mod apigateway {
    /// `AWS::ApiGateway::Account`.
    #[derive(Debug)]
    pub enum Account {}

    /// `AWS::ApiGateway::ApiKey`.
    #[derive(Debug)]
    pub enum ApiKey {}

    /// `AWS::ApiGateway::Authorizer`.
    #[derive(Debug)]
    pub enum Authorizer {}

    /// `AWS::ApiGateway::BasePathMapping`.
    #[derive(Debug)]
    pub enum BasePathMapping {}

    /// `AWS::ApiGateway::BasePathMappingV2`.
    #[derive(Debug)]
    pub enum BasePathMappingV2 {}

    /// `AWS::ApiGateway::ClientCertificate`.
    #[derive(Debug)]
    pub enum ClientCertificate {}

    /// `AWS::ApiGateway::Deployment`.
    #[derive(Debug)]
    pub enum Deployment {}

    /// `AWS::ApiGateway::DocumentationPart`.
    #[derive(Debug)]
    pub enum DocumentationPart {}

    /// `AWS::ApiGateway::DocumentationVersion`.
    #[derive(Debug)]
    pub enum DocumentationVersion {}

    /// `AWS::ApiGateway::DomainName`.
    #[derive(Debug)]
    pub enum DomainName {}

    /// `AWS::ApiGateway::DomainNameAccessAssociation`.
    #[derive(Debug)]
    pub enum DomainNameAccessAssociation {}

    /// `AWS::ApiGateway::DomainNameV2`.
    #[derive(Debug)]
    pub enum DomainNameV2 {}

    /// `AWS::ApiGateway::GatewayResponse`.
    #[derive(Debug)]
    pub enum GatewayResponse {}

    /// `AWS::ApiGateway::Method`.
    #[derive(Debug)]
    pub enum Method {}

    /// `AWS::ApiGateway::Model`.
    #[derive(Debug)]
    pub enum Model {}

    /// `AWS::ApiGateway::RequestValidator`.
    #[derive(Debug)]
    pub enum RequestValidator {}

    /// `AWS::ApiGateway::Resource`.
    #[derive(Debug)]
    pub enum Resource {}

    /// `AWS::ApiGateway::RestApi`.
    #[derive(Debug)]
    pub enum RestApi {}

    /// `AWS::ApiGateway::Stage`.
    #[derive(Debug)]
    pub enum Stage {}

    /// `AWS::ApiGateway::UsagePlan`.
    #[derive(Debug)]
    pub enum UsagePlan {}

    /// `AWS::ApiGateway::UsagePlanKey`.
    #[derive(Debug)]
    pub enum UsagePlanKey {}

    /// `AWS::ApiGateway::VpcLink`.
    #[derive(Debug)]
    pub enum VpcLink {}
}

/// Markers of `AWS::CertificateManager`.
pub mod certificatemanager {
    /// `AWS::CertificateManager::Account`.
    #[derive(Debug)]
    pub enum Account {}

    /// `AWS::CertificateManager::AcmeDomainValidation`.
    #[derive(Debug)]
    pub enum AcmeDomainValidation {}

    /// `AWS::CertificateManager::AcmeEndpoint`.
    #[derive(Debug)]
    pub enum AcmeEndpoint {}

    /// `AWS::CertificateManager::AcmeExternalAccountBinding`.
    #[derive(Debug)]
    pub enum AcmeExternalAccountBinding {}

    /// `AWS::CertificateManager::Certificate`.
    #[derive(Debug)]
    pub enum Certificate {}
}

/// Markers of `AWS::CloudFront`.
pub mod cloudfront {
    /// `AWS::CloudFront::AnycastIpList`.
    #[derive(Debug)]
    pub enum AnycastIpList {}

    /// `AWS::CloudFront::CachePolicy`.
    #[derive(Debug)]
    pub enum CachePolicy {}

    /// `AWS::CloudFront::CloudFrontOriginAccessIdentity`.
    #[derive(Debug)]
    pub enum CloudFrontOriginAccessIdentity {}

    /// `AWS::CloudFront::ConnectionFunction`.
    #[derive(Debug)]
    pub enum ConnectionFunction {}

    /// `AWS::CloudFront::ConnectionGroup`.
    #[derive(Debug)]
    pub enum ConnectionGroup {}

    /// `AWS::CloudFront::ContinuousDeploymentPolicy`.
    #[derive(Debug)]
    pub enum ContinuousDeploymentPolicy {}

    /// `AWS::CloudFront::Distribution`.
    #[derive(Debug)]
    pub enum Distribution {}

    /// `AWS::CloudFront::DistributionTenant`.
    #[derive(Debug)]
    pub enum DistributionTenant {}

    /// `AWS::CloudFront::FieldLevelEncryptionConfig`.
    #[derive(Debug)]
    pub enum FieldLevelEncryptionConfig {}

    /// `AWS::CloudFront::FieldLevelEncryptionProfile`.
    #[derive(Debug)]
    pub enum FieldLevelEncryptionProfile {}

    /// `AWS::CloudFront::Function`.
    #[derive(Debug)]
    pub enum Function {}

    /// `AWS::CloudFront::KeyGroup`.
    #[derive(Debug)]
    pub enum KeyGroup {}

    /// `AWS::CloudFront::KeyValueStore`.
    #[derive(Debug)]
    pub enum KeyValueStore {}

    /// `AWS::CloudFront::MonitoringSubscription`.
    #[derive(Debug)]
    pub enum MonitoringSubscription {}

    /// `AWS::CloudFront::OriginAccessControl`.
    #[derive(Debug)]
    pub enum OriginAccessControl {}

    /// `AWS::CloudFront::OriginRequestPolicy`.
    #[derive(Debug)]
    pub enum OriginRequestPolicy {}

    /// `AWS::CloudFront::PublicKey`.
    #[derive(Debug)]
    pub enum PublicKey {}

    /// `AWS::CloudFront::RealtimeLogConfig`.
    #[derive(Debug)]
    pub enum RealtimeLogConfig {}

    /// `AWS::CloudFront::ResponseHeadersPolicy`.
    #[derive(Debug)]
    pub enum ResponseHeadersPolicy {}

    /// `AWS::CloudFront::StreamingDistribution`.
    #[derive(Debug)]
    pub enum StreamingDistribution {}

    /// `AWS::CloudFront::TrustStore`.
    #[derive(Debug)]
    pub enum TrustStore {}

    /// `AWS::CloudFront::VpcOrigin`.
    #[derive(Debug)]
    pub enum VpcOrigin {}
}

/// Markers of `AWS::CloudWatch`.
pub mod cloudwatch {
    /// `AWS::CloudWatch::Alarm`.
    #[derive(Debug)]
    pub enum Alarm {}

    /// `AWS::CloudWatch::AlarmMuteRule`.
    #[derive(Debug)]
    pub enum AlarmMuteRule {}

    /// `AWS::CloudWatch::AnomalyDetector`.
    #[derive(Debug)]
    pub enum AnomalyDetector {}

    /// `AWS::CloudWatch::CompositeAlarm`.
    #[derive(Debug)]
    pub enum CompositeAlarm {}

    /// `AWS::CloudWatch::Dashboard`.
    #[derive(Debug)]
    pub enum Dashboard {}

    /// `AWS::CloudWatch::InsightRule`.
    #[derive(Debug)]
    pub enum InsightRule {}

    /// `AWS::CloudWatch::Integration`.
    #[derive(Debug)]
    pub enum Integration {}

    /// `AWS::CloudWatch::LogAlarm`.
    #[derive(Debug)]
    pub enum LogAlarm {}

    /// `AWS::CloudWatch::MetricStream`.
    #[derive(Debug)]
    pub enum MetricStream {}

    /// `AWS::CloudWatch::OTelEnrichment`.
    #[derive(Debug)]
    pub enum OTelEnrichment {}

    /// `AWS::CloudWatch::ResourceMetricsConfiguration`.
    #[derive(Debug)]
    pub enum ResourceMetricsConfiguration {}

    /// `AWS::CloudWatch::View`.
    #[derive(Debug)]
    pub enum View {}
}

/// Markers of `AWS::Cognito`.
pub mod cognito {
    /// `AWS::Cognito::IdentityPool`.
    #[derive(Debug)]
    pub enum IdentityPool {}

    /// `AWS::Cognito::IdentityPoolPrincipalTag`.
    #[derive(Debug)]
    pub enum IdentityPoolPrincipalTag {}

    /// `AWS::Cognito::IdentityPoolRoleAttachment`.
    #[derive(Debug)]
    pub enum IdentityPoolRoleAttachment {}

    /// `AWS::Cognito::LogDeliveryConfiguration`.
    #[derive(Debug)]
    pub enum LogDeliveryConfiguration {}

    /// `AWS::Cognito::ManagedLoginBranding`.
    #[derive(Debug)]
    pub enum ManagedLoginBranding {}

    /// `AWS::Cognito::Terms`.
    #[derive(Debug)]
    pub enum Terms {}

    /// `AWS::Cognito::UserPool`.
    #[derive(Debug)]
    pub enum UserPool {}

    /// `AWS::Cognito::UserPoolClient`.
    #[derive(Debug)]
    pub enum UserPoolClient {}

    /// `AWS::Cognito::UserPoolDomain`.
    #[derive(Debug)]
    pub enum UserPoolDomain {}

    /// `AWS::Cognito::UserPoolGroup`.
    #[derive(Debug)]
    pub enum UserPoolGroup {}

    /// `AWS::Cognito::UserPoolIdentityProvider`.
    #[derive(Debug)]
    pub enum UserPoolIdentityProvider {}

    /// `AWS::Cognito::UserPoolRegionalConfigurationAttachment`.
    #[derive(Debug)]
    pub enum UserPoolRegionalConfigurationAttachment {}

    /// `AWS::Cognito::UserPoolReplica`.
    #[derive(Debug)]
    pub enum UserPoolReplica {}

    /// `AWS::Cognito::UserPoolResourceServer`.
    #[derive(Debug)]
    pub enum UserPoolResourceServer {}

    /// `AWS::Cognito::UserPoolRiskConfigurationAttachment`.
    #[derive(Debug)]
    pub enum UserPoolRiskConfigurationAttachment {}

    /// `AWS::Cognito::UserPoolUICustomizationAttachment`.
    #[derive(Debug)]
    pub enum UserPoolUICustomizationAttachment {}

    /// `AWS::Cognito::UserPoolUser`.
    #[derive(Debug)]
    pub enum UserPoolUser {}

    /// `AWS::Cognito::UserPoolUserToGroupAttachment`.
    #[derive(Debug)]
    pub enum UserPoolUserToGroupAttachment {}
}

/// Markers of `AWS::DynamoDB`.
pub mod dynamodb {
    /// `AWS::DynamoDB::Backup`.
    #[derive(Debug)]
    pub enum Backup {}

    /// `AWS::DynamoDB::GlobalTable`.
    #[derive(Debug)]
    pub enum GlobalTable {}

    /// `AWS::DynamoDB::Table`.
    #[derive(Debug)]
    pub enum Table {}
}

/// Markers of `AWS::Events`.
pub mod events {
    /// `AWS::Events::ApiDestination`.
    #[derive(Debug)]
    pub enum ApiDestination {}

    /// `AWS::Events::Archive`.
    #[derive(Debug)]
    pub enum Archive {}

    /// `AWS::Events::Connection`.
    #[derive(Debug)]
    pub enum Connection {}

    /// `AWS::Events::Endpoint`.
    #[derive(Debug)]
    pub enum Endpoint {}

    /// `AWS::Events::EventBus`.
    #[derive(Debug)]
    pub enum EventBus {}

    /// `AWS::Events::EventBusPolicy`.
    #[derive(Debug)]
    pub enum EventBusPolicy {}

    /// `AWS::Events::Rule`.
    #[derive(Debug)]
    pub enum Rule {}
}

/// Markers of `AWS::IAM`.
pub mod iam {
    /// `AWS::IAM::AccessKey`.
    #[derive(Debug)]
    pub enum AccessKey {}

    /// `AWS::IAM::Group`.
    #[derive(Debug)]
    pub enum Group {}

    /// `AWS::IAM::GroupPolicy`.
    #[derive(Debug)]
    pub enum GroupPolicy {}

    /// `AWS::IAM::InstanceProfile`.
    #[derive(Debug)]
    pub enum InstanceProfile {}

    /// `AWS::IAM::ManagedPolicy`.
    #[derive(Debug)]
    pub enum ManagedPolicy {}

    /// `AWS::IAM::OIDCProvider`.
    #[derive(Debug)]
    pub enum OIDCProvider {}

    /// `AWS::IAM::Policy`.
    #[derive(Debug)]
    pub enum Policy {}

    /// `AWS::IAM::Role`.
    #[derive(Debug)]
    pub enum Role {}

    /// `AWS::IAM::RolePolicy`.
    #[derive(Debug)]
    pub enum RolePolicy {}

    /// `AWS::IAM::SAMLProvider`.
    #[derive(Debug)]
    pub enum SAMLProvider {}

    /// `AWS::IAM::ServerCertificate`.
    #[derive(Debug)]
    pub enum ServerCertificate {}

    /// `AWS::IAM::ServiceLinkedRole`.
    #[derive(Debug)]
    pub enum ServiceLinkedRole {}

    /// `AWS::IAM::User`.
    #[derive(Debug)]
    pub enum User {}

    /// `AWS::IAM::UserPolicy`.
    #[derive(Debug)]
    pub enum UserPolicy {}

    /// `AWS::IAM::UserToGroupAddition`.
    #[derive(Debug)]
    pub enum UserToGroupAddition {}

    /// `AWS::IAM::VirtualMFADevice`.
    #[derive(Debug)]
    pub enum VirtualMFADevice {}
}

/// Markers of `AWS::KMS`.
pub mod kms {
    /// `AWS::KMS::Alias`.
    #[derive(Debug)]
    pub enum Alias {}

    /// `AWS::KMS::Key`.
    #[derive(Debug)]
    pub enum Key {}

    /// `AWS::KMS::ReplicaKey`.
    #[derive(Debug)]
    pub enum ReplicaKey {}
}

/// Markers of `AWS::Lambda`.
pub mod lambda {
    /// `AWS::Lambda::Alias`.
    #[derive(Debug)]
    pub enum Alias {}

    /// `AWS::Lambda::CapacityProvider`.
    #[derive(Debug)]
    pub enum CapacityProvider {}

    /// `AWS::Lambda::CodeSigningConfig`.
    #[derive(Debug)]
    pub enum CodeSigningConfig {}

    /// `AWS::Lambda::EventInvokeConfig`.
    #[derive(Debug)]
    pub enum EventInvokeConfig {}

    /// `AWS::Lambda::EventSourceMapping`.
    #[derive(Debug)]
    pub enum EventSourceMapping {}

    /// `AWS::Lambda::Function`.
    #[derive(Debug)]
    pub enum Function {}

    /// `AWS::Lambda::LayerVersion`.
    #[derive(Debug)]
    pub enum LayerVersion {}

    /// `AWS::Lambda::LayerVersionPermission`.
    #[derive(Debug)]
    pub enum LayerVersionPermission {}

    /// `AWS::Lambda::MicrovmImage`.
    #[derive(Debug)]
    pub enum MicrovmImage {}

    /// `AWS::Lambda::NetworkConnector`.
    #[derive(Debug)]
    pub enum NetworkConnector {}

    /// `AWS::Lambda::Permission`.
    #[derive(Debug)]
    pub enum Permission {}

    /// `AWS::Lambda::ResourcePolicy`.
    #[derive(Debug)]
    pub enum ResourcePolicy {}

    /// `AWS::Lambda::Url`.
    #[derive(Debug)]
    pub enum Url {}

    /// `AWS::Lambda::Version`.
    #[derive(Debug)]
    pub enum Version {}

    /// `AWS::Lambda::WebFunction`.
    #[derive(Debug)]
    pub enum WebFunction {}

    /// `AWS::Lambda::WebFunctionEndpoint`.
    #[derive(Debug)]
    pub enum WebFunctionEndpoint {}

    /// `AWS::Lambda::WebFunctionRevision`.
    #[derive(Debug)]
    pub enum WebFunctionRevision {}
}

/// Markers of `AWS::Logs`.
pub mod logs {
    /// `AWS::Logs::AccountPolicy`.
    #[derive(Debug)]
    pub enum AccountPolicy {}

    /// `AWS::Logs::Delivery`.
    #[derive(Debug)]
    pub enum Delivery {}

    /// `AWS::Logs::DeliveryDestination`.
    #[derive(Debug)]
    pub enum DeliveryDestination {}

    /// `AWS::Logs::DeliverySource`.
    #[derive(Debug)]
    pub enum DeliverySource {}

    /// `AWS::Logs::Destination`.
    #[derive(Debug)]
    pub enum Destination {}

    /// `AWS::Logs::Integration`.
    #[derive(Debug)]
    pub enum Integration {}

    /// `AWS::Logs::LogAnomalyDetector`.
    #[derive(Debug)]
    pub enum LogAnomalyDetector {}

    /// `AWS::Logs::LogGroup`.
    #[derive(Debug)]
    pub enum LogGroup {}

    /// `AWS::Logs::LogStream`.
    #[derive(Debug)]
    pub enum LogStream {}

    /// `AWS::Logs::MetricFilter`.
    #[derive(Debug)]
    pub enum MetricFilter {}

    /// `AWS::Logs::QueryDefinition`.
    #[derive(Debug)]
    pub enum QueryDefinition {}

    /// `AWS::Logs::ResourcePolicy`.
    #[derive(Debug)]
    pub enum ResourcePolicy {}

    /// `AWS::Logs::ScheduledQuery`.
    #[derive(Debug)]
    pub enum ScheduledQuery {}

    /// `AWS::Logs::StorageTierPolicy`.
    #[derive(Debug)]
    pub enum StorageTierPolicy {}

    /// `AWS::Logs::SubscriptionFilter`.
    #[derive(Debug)]
    pub enum SubscriptionFilter {}

    /// `AWS::Logs::Transformer`.
    #[derive(Debug)]
    pub enum Transformer {}
}

/// Markers of `AWS::Route53`.
pub mod route53 {
    /// `AWS::Route53::CidrCollection`.
    #[derive(Debug)]
    pub enum CidrCollection {}

    /// `AWS::Route53::DNSSEC`.
    #[derive(Debug)]
    pub enum DNSSEC {}

    /// `AWS::Route53::DelegationSet`.
    #[derive(Debug)]
    pub enum DelegationSet {}

    /// `AWS::Route53::HealthCheck`.
    #[derive(Debug)]
    pub enum HealthCheck {}

    /// `AWS::Route53::HostedZone`.
    #[derive(Debug)]
    pub enum HostedZone {}

    /// `AWS::Route53::KeySigningKey`.
    #[derive(Debug)]
    pub enum KeySigningKey {}

    /// `AWS::Route53::QueryLoggingConfig`.
    #[derive(Debug)]
    pub enum QueryLoggingConfig {}

    /// `AWS::Route53::RecordSet`.
    #[derive(Debug)]
    pub enum RecordSet {}

    /// `AWS::Route53::RecordSetGroup`.
    #[derive(Debug)]
    pub enum RecordSetGroup {}

    /// `AWS::Route53::TrafficPolicy`.
    #[derive(Debug)]
    pub enum TrafficPolicy {}

    /// `AWS::Route53::TrafficPolicyInstance`.
    #[derive(Debug)]
    pub enum TrafficPolicyInstance {}
}

/// Markers of `AWS::S3`.
pub mod s3 {
    /// `AWS::S3::AccessGrant`.
    #[derive(Debug)]
    pub enum AccessGrant {}

    /// `AWS::S3::AccessGrantsInstance`.
    #[derive(Debug)]
    pub enum AccessGrantsInstance {}

    /// `AWS::S3::AccessGrantsLocation`.
    #[derive(Debug)]
    pub enum AccessGrantsLocation {}

    /// `AWS::S3::AccessPoint`.
    #[derive(Debug)]
    pub enum AccessPoint {}

    /// `AWS::S3::Bucket`.
    #[derive(Debug)]
    pub enum Bucket {}

    /// `AWS::S3::BucketPolicy`.
    #[derive(Debug)]
    pub enum BucketPolicy {}

    /// `AWS::S3::MultiRegionAccessPoint`.
    #[derive(Debug)]
    pub enum MultiRegionAccessPoint {}

    /// `AWS::S3::MultiRegionAccessPointPolicy`.
    #[derive(Debug)]
    pub enum MultiRegionAccessPointPolicy {}

    /// `AWS::S3::StorageLens`.
    #[derive(Debug)]
    pub enum StorageLens {}

    /// `AWS::S3::StorageLensGroup`.
    #[derive(Debug)]
    pub enum StorageLensGroup {}
}

/// Markers of `AWS::SNS`.
pub mod sns {
    /// `AWS::SNS::Subscription`.
    #[derive(Debug)]
    pub enum Subscription {}

    /// `AWS::SNS::Topic`.
    #[derive(Debug)]
    pub enum Topic {}

    /// `AWS::SNS::TopicInlinePolicy`.
    #[derive(Debug)]
    pub enum TopicInlinePolicy {}

    /// `AWS::SNS::TopicPolicy`.
    #[derive(Debug)]
    pub enum TopicPolicy {}
}

/// Markers of `AWS::SQS`.
pub mod sqs {
    /// `AWS::SQS::Queue`.
    #[derive(Debug)]
    pub enum Queue {}

    /// `AWS::SQS::QueueInlinePolicy`.
    #[derive(Debug)]
    pub enum QueueInlinePolicy {}

    /// `AWS::SQS::QueuePolicy`.
    #[derive(Debug)]
    pub enum QueuePolicy {}
}

/// Markers of `AWS::SSM`.
pub mod ssm {
    /// `AWS::SSM::Association`.
    #[derive(Debug)]
    pub enum Association {}

    /// `AWS::SSM::CloudConnector`.
    #[derive(Debug)]
    pub enum CloudConnector {}

    /// `AWS::SSM::Document`.
    #[derive(Debug)]
    pub enum Document {}

    /// `AWS::SSM::MaintenanceWindow`.
    #[derive(Debug)]
    pub enum MaintenanceWindow {}

    /// `AWS::SSM::MaintenanceWindowTarget`.
    #[derive(Debug)]
    pub enum MaintenanceWindowTarget {}

    /// `AWS::SSM::MaintenanceWindowTask`.
    #[derive(Debug)]
    pub enum MaintenanceWindowTask {}

    /// `AWS::SSM::OpsItem`.
    #[derive(Debug)]
    pub enum OpsItem {}

    /// `AWS::SSM::Parameter`.
    #[derive(Debug)]
    pub enum Parameter {}

    /// `AWS::SSM::PatchBaseline`.
    #[derive(Debug)]
    pub enum PatchBaseline {}

    /// `AWS::SSM::ResourceDataSync`.
    #[derive(Debug)]
    pub enum ResourceDataSync {}

    /// `AWS::SSM::ResourcePolicy`.
    #[derive(Debug)]
    pub enum ResourcePolicy {}

    /// `AWS::SSM::ServiceSetting`.
    #[derive(Debug)]
    pub enum ServiceSetting {}
}

/// Markers of `AWS::StepFunctions`.
pub mod stepfunctions {
    /// `AWS::StepFunctions::Activity`.
    #[derive(Debug)]
    pub enum Activity {}

    /// `AWS::StepFunctions::StateMachine`.
    #[derive(Debug)]
    pub enum StateMachine {}

    /// `AWS::StepFunctions::StateMachineAlias`.
    #[derive(Debug)]
    pub enum StateMachineAlias {}

    /// `AWS::StepFunctions::StateMachineVersion`.
    #[derive(Debug)]
    pub enum StateMachineVersion {}
}

/// Markers of `AWS::WAFv2`.
pub mod wafv2 {
    /// `AWS::WAFv2::IPSet`.
    #[derive(Debug)]
    pub enum IPSet {}

    /// `AWS::WAFv2::LoggingConfiguration`.
    #[derive(Debug)]
    pub enum LoggingConfiguration {}

    /// `AWS::WAFv2::RegexPatternSet`.
    #[derive(Debug)]
    pub enum RegexPatternSet {}

    /// `AWS::WAFv2::RuleGroup`.
    #[derive(Debug)]
    pub enum RuleGroup {}

    /// `AWS::WAFv2::WebACL`.
    #[derive(Debug)]
    pub enum WebACL {}

    /// `AWS::WAFv2::WebACLAssociation`.
    #[derive(Debug)]
    pub enum WebACLAssociation {}
}

/// Markers of `AWS::XRay`.
pub mod xray {
    /// `AWS::XRay::Group`.
    #[derive(Debug)]
    pub enum Group {}

    /// `AWS::XRay::ResourcePolicy`.
    #[derive(Debug)]
    pub enum ResourcePolicy {}

    /// `AWS::XRay::SamplingRule`.
    #[derive(Debug)]
    pub enum SamplingRule {}

    /// `AWS::XRay::TransactionSearchConfig`.
    #[derive(Debug)]
    pub enum TransactionSearchConfig {}
}
