//! Protections that a change switches off or weakens: encryption, TLS, logging, backups, deletion protection.
//!
//! None of them decides who has access, so they are notes on the resource and not broader access.

use infra_gen_cfn::{ResourceBlock, Template};

use super::{
    judge::{self, Update},
    rule::{Rule, UNKNOWN, limits, restricts},
};
use crate::model::ResourceChange;

#[rustfmt::skip]
const PROTECTIONS: &[Rule] = &[
    limits("AWS::ApiGateway::DomainName", "SecurityPolicy", &["TLS_1_2", "TLS_1_0"], UNKNOWN, "aws-resource-apigateway-domainname"),
    restricts("AWS::ApiGateway::Stage", "AccessLogSetting", "aws-resource-apigateway-stage"),
    restricts("AWS::Backup::BackupVault", "LockConfiguration", "aws-resource-backup-backupvault"),
    restricts("AWS::CloudFront::Distribution", "DistributionConfig.Logging", "aws-properties-cloudfront-distribution-distributionconfig"),
    limits("AWS::CloudFront::Distribution", "DistributionConfig.ViewerCertificate.MinimumProtocolVersion", &["TLSv1.3_2025/TLSv1.2_2025/TLSv1.2_2021", "TLSv1.2_2019", "TLSv1.2_2018", "TLSv1.1_2016", "TLSv1_2016", "TLSv1", "SSLv3"], UNKNOWN, "aws-properties-cloudfront-distribution-viewercertificate"),
    limits("AWS::CloudTrail::Trail", "EnableLogFileValidation", &["true", "false"], "false", "aws-resource-cloudtrail-trail"),
    limits("AWS::CloudTrail::Trail", "IsLogging", &["true", "false"], UNKNOWN, "aws-resource-cloudtrail-trail"),
    limits("AWS::Cognito::UserPool", "DeletionProtection", &["ACTIVE", "INACTIVE"], "INACTIVE", "aws-resource-cognito-userpool"),
    limits("AWS::Cognito::UserPool", "MfaConfiguration", &["ON", "OPTIONAL", "OFF"], "OFF", "aws-resource-cognito-userpool"),
    limits("AWS::DynamoDB::Table", "DeletionProtectionEnabled", &["true", "false"], "false", "aws-resource-dynamodb-table"),
    limits("AWS::DynamoDB::Table", "PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled", &["true", "false"], "false", "aws-properties-dynamodb-table-pointintimerecoveryspecification"),
    limits("AWS::DynamoDB::Table", "SSESpecification.SSEEnabled", &["true", "false"], "false", "aws-properties-dynamodb-table-ssespecification"),
    limits("AWS::EC2::Instance", "MetadataOptions.HttpTokens", &["required", "optional"], UNKNOWN, "aws-properties-ec2-instance-metadataoptions"),
    limits("AWS::EC2::Volume", "Encrypted", &["true", "false"], "false", "aws-resource-ec2-volume"),
    limits("AWS::ECR::Repository", "ImageTagMutability", &["IMMUTABLE", "MUTABLE"], "MUTABLE", "aws-resource-ecr-repository"),
    limits("AWS::EFS::FileSystem", "Encrypted", &["true", "false"], "false", "aws-resource-efs-filesystem"),
    limits("AWS::ElastiCache::ReplicationGroup", "AtRestEncryptionEnabled", &["true", "false"], "false", "aws-resource-elasticache-replicationgroup"),
    limits("AWS::ElastiCache::ReplicationGroup", "TransitEncryptionEnabled", &["true", "false"], "false", "aws-resource-elasticache-replicationgroup"),
    limits("AWS::ElasticLoadBalancingV2::Listener", "Protocol", &["HTTPS/TLS/QUIC", "HTTP/TCP/UDP/TCP_UDP/TCP_QUIC/GENEVE"], UNKNOWN, "aws-resource-elasticloadbalancingv2-listener"),
    limits("AWS::GuardDuty::Detector", "Enable", &["true", "false"], UNKNOWN, "aws-resource-guardduty-detector"),
    limits("AWS::KMS::Key", "EnableKeyRotation", &["true", "false"], "false", "aws-resource-kms-key"),
    restricts("AWS::Kinesis::Stream", "StreamEncryption", "aws-resource-kinesis-stream"),
    restricts("AWS::Logs::LogGroup", "KmsKeyId", "aws-resource-logs-loggroup"),
    limits("AWS::MSK::Cluster", "EncryptionInfo.EncryptionInTransit.ClientBroker", &["TLS", "TLS_PLAINTEXT", "PLAINTEXT"], "TLS", "aws-properties-msk-cluster-encryptionintransit"),
    limits("AWS::Neptune::DBCluster", "StorageEncrypted", &["true", "false"], UNKNOWN, "aws-resource-neptune-dbcluster"),
    limits("AWS::OpenSearchService::Domain", "DomainEndpointOptions.EnforceHTTPS", &["true", "false"], "false", "aws-properties-opensearchservice-domain-domainendpointoptions"),
    limits("AWS::OpenSearchService::Domain", "EncryptionAtRestOptions.Enabled", &["true", "false"], "false", "aws-properties-opensearchservice-domain-encryptionatrestoptions"),
    limits("AWS::OpenSearchService::Domain", "NodeToNodeEncryptionOptions.Enabled", &["true", "false"], "false", "aws-properties-opensearchservice-domain-nodetonodeencryptionoptions"),
    limits("AWS::RDS::DBCluster", "DeletionProtection", &["true", "false"], "false", "aws-resource-rds-dbcluster"),
    limits("AWS::RDS::DBCluster", "StorageEncrypted", &["true", "false"], UNKNOWN, "aws-resource-rds-dbcluster"),
    limits("AWS::RDS::DBInstance", "DeletionProtection", &["true", "false"], "false", "aws-resource-rds-dbinstance"),
    limits("AWS::RDS::DBInstance", "StorageEncrypted", &["true", "false"], UNKNOWN, "aws-resource-rds-dbinstance"),
    limits("AWS::RDS::DBProxy", "RequireTLS", &["true", "false"], "false", "aws-resource-rds-dbproxy"),
    limits("AWS::Redshift::Cluster", "Encrypted", &["true", "false"], UNKNOWN, "aws-resource-redshift-cluster"),
    restricts("AWS::S3::Bucket", "BucketEncryption", "aws-resource-s3-bucket"),
    restricts("AWS::S3::Bucket", "LoggingConfiguration", "aws-resource-s3-bucket"),
    limits("AWS::S3::Bucket", "ObjectLockEnabled", &["true", "false"], "false", "aws-resource-s3-bucket"),
    limits("AWS::S3::Bucket", "VersioningConfiguration.Status", &["Enabled", "Suspended"], "Suspended", "aws-properties-s3-bucket-versioningconfiguration"),
    restricts("AWS::SNS::Topic", "KmsMasterKeyId", "aws-resource-sns-topic"),
    restricts("AWS::SQS::Queue", "KmsMasterKeyId", "aws-resource-sqs-queue"),
    limits("AWS::SQS::Queue", "SqsManagedSseEnabled", &["true", "false"], "true", "aws-resource-sqs-queue"),
    restricts("AWS::SecretsManager::Secret", "KmsKeyId", "aws-resource-secretsmanager-secret"),
];

/// Adds a note for each protection that a change of a resource weakens. Both templates have their values evaluated.
pub(crate) fn add_notes(old: &Template, new: &Template, resources: &mut [ResourceChange]) {
    for resource in resources {
        let block = |template: &'_ Template| -> Option<ResourceBlock> {
            template.resources.get(&resource.logical_id).cloned()
        };
        let (Some(before), Some(after)) = (block(old), block(new)) else {
            continue;
        };
        let mut notes = Vec::new();
        for change in &resource.changes {
            let update = Update {
                change,
                before: Some(&before),
                after: Some(&after),
            };
            let rules = PROTECTIONS
                .iter()
                .filter(|rule| rule.type_name == resource.type_name && judge::covers(rule, change));
            for rule in rules {
                for verdict in judge::update(rule, &update) {
                    let verb = if verdict.certain { "is" } else { "may be" };
                    notes.push(format!(
                        "protection {verb} weaker: `{}`: {}",
                        verdict.path.short(),
                        verdict.what.trim_start_matches("less restrictive: ")
                    ));
                }
            }
        }
        notes.dedup();
        resource.notes.extend(notes);
    }
}

#[cfg(test)]
mod tests {
    use infra_gen_cfn::{Json, Template};
    use serde_json::json;

    use super::PROTECTIONS;
    use crate::access::rule::{AccessEffect, Rule};

    /// The notes of a change of the property of a rule.
    fn notes(rule: &Rule, old: Option<&Json>, new: Option<&Json>) -> usize {
        let template = |value: Option<&Json>| {
            let properties = match value {
                Some(value) => rule
                    .segments()
                    .into_iter()
                    .rev()
                    .fold(value.clone(), |value, name| json!({ name: value })),
                None => json!({}),
            };
            let document =
                json!({ "Resources": { "R": { "Type": rule.type_name, "Properties": properties } } });
            Template::parse(&document.to_string()).unwrap()
        };
        let found = crate::diff(&template(old), &template(new));
        let notes = found.resources.iter().flat_map(|resource| &resource.notes);
        notes.filter(|note| note.starts_with("protection ")).count()
    }

    #[test]
    fn every_protection_exists_and_is_noted_when_it_is_weakened() {
        for rule in PROTECTIONS {
            let schema = infra_gen_schema::lookup(rule.type_name).unwrap();
            assert!(schema.shape_at(&rule.segments()).is_some(), "{rule:?}");
            let (strong, weak) = match rule.effect {
                AccessEffect::Level { levels, .. } => {
                    let value = |level: &str| json!(level.split('/').next().unwrap());
                    (value(levels[0]), Some(value(levels[1])))
                }
                _ => (json!("key"), None),
            };
            assert_eq!(notes(rule, Some(&strong), weak.as_ref()), 1, "{rule:?}");
            assert_eq!(notes(rule, weak.as_ref(), Some(&strong)), 0, "{rule:?}");
        }
    }
}
