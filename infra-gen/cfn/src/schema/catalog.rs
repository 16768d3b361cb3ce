//! What is known of every resource type of AWS, also of those without a struct: that it exists, which properties replace
//! it, and whether it holds data.
//!
//! The catalog is embedded in the program, compressed. It is decoded once, at the first lookup of a type without a struct,
//! so a template that uses only the enabled services pays nothing. A type that is not in the catalog is unknown.

use std::{collections::BTreeMap, io::Read as _, sync::OnceLock};

use flate2::read::GzDecoder;
use serde::Deserialize;

use super::{Replacement, lookup, path::touches};

/// Made by `cfn-generator vendor`; see `schemas/README.md`.
const CATALOG: &[u8] = include_bytes!("../../schemas/catalog.json.gz");

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[derive(Default)]
struct Entry {
    create_only: Vec<String>,
    conditional_create_only: Vec<String>,
    stateful: bool,
}

fn catalog() -> &'static BTreeMap<String, Entry> {
    static DECODED: OnceLock<BTreeMap<String, Entry>> = OnceLock::new();
    DECODED.get_or_init(|| {
        let mut json = Vec::new();
        GzDecoder::new(CATALOG)
            .read_to_end(&mut json)
            .expect("the catalog was compressed by the generator");
        serde_json::from_slice(&json).expect("the catalog was written by the generator")
    })
}

/// Whether AWS's registry has a type of this name.
pub fn is_known(type_name: &str) -> bool {
    lookup(type_name).is_some() || catalog().contains_key(type_name)
}

/// The names of all types that AWS's registry has, sorted.
pub fn known_types() -> impl Iterator<Item = &'static str> {
    catalog().keys().map(String::as_str)
}

/// Whether a resource of this type holds data that is lost with it; `None` for a type that is not known, and for custom
/// resources, whose handler decides.
pub fn holds_data(type_name: &str) -> Option<bool> {
    if is_custom(type_name) {
        return None;
    }
    if MORE_WITH_DATA.binary_search(&type_name).is_ok() {
        return Some(true);
    }
    match lookup(type_name) {
        Some(schema) => Some(schema.stateful),
        None => catalog().get(type_name).map(|entry| entry.stateful),
    }
}

/// What a change of the property at `path` does to a resource of this type; `None` for a type that is not known, and for
/// custom resources, whose handler decides.
pub fn replacement(type_name: &str, path: &[&str]) -> Option<Replacement> {
    if is_custom(type_name) {
        return None;
    }
    if let Some(schema) = lookup(type_name) {
        return Some(schema.replacement(path));
    }
    let entry = catalog().get(type_name)?;
    let touched = |patterns: &[String]| patterns.iter().any(|pattern| touches(pattern, path));
    Some(if touched(&entry.create_only) {
        Replacement::Always
    } else if touched(&entry.conditional_create_only) {
        Replacement::Conditional
    } else {
        Replacement::Never
    })
}

/// Whether the type is a custom resource, whose own code decides what a change does.
pub fn is_custom(type_name: &str) -> bool {
    type_name.starts_with("Custom::") || type_name == "AWS::CloudFormation::CustomResource"
}

/// Types that hold data and are missing from AWS's list of stateful types. Each keeps content that its template does not
/// contain: records, files, images, messages, keys or the state of a cluster.
const MORE_WITH_DATA: [&str; 133] = [
    "AWS::ACMPCA::CertificateAuthority",
    "AWS::APS::Workspace",
    "AWS::AmazonMQ::Broker",
    "AWS::Backup::LogicallyAirGappedBackupVault",
    "AWS::BedrockAgentCore::Dataset",
    "AWS::BedrockAgentCore::Memory",
    "AWS::Cases::Domain",
    "AWS::Cassandra::Keyspace",
    "AWS::Cassandra::Table",
    "AWS::CloudFront::KeyValueStore",
    "AWS::CloudHSM::Cluster",
    "AWS::CloudTrail::EventDataStore",
    "AWS::CodeArtifact::Domain",
    "AWS::CodeArtifact::Repository",
    "AWS::CodeCommit::Repository",
    "AWS::Cognito::IdentityPool",
    "AWS::Connect::DataTable",
    "AWS::Connect::Instance",
    "AWS::CustomerProfiles::Domain",
    "AWS::DSQL::Cluster",
    "AWS::DataZone::Domain",
    "AWS::Detective::Graph",
    "AWS::DirectoryService::MicrosoftAD",
    "AWS::DirectoryService::SimpleAD",
    "AWS::DocDB::GlobalCluster",
    "AWS::DocDBElastic::Cluster",
    "AWS::DocDBElastic::ClusterSnapshot",
    "AWS::EC2::Instance",
    "AWS::ECR::PublicRepository",
    "AWS::ECR::Repository",
    "AWS::EKS::Cluster",
    "AWS::EMR::WALWorkspace",
    "AWS::ElastiCache::GlobalReplicationGroup",
    "AWS::ElastiCache::ServerlessCache",
    "AWS::ElastiCache::ServerlessCacheSnapshot",
    "AWS::ElastiCache::Snapshot",
    "AWS::Events::Archive",
    "AWS::FSx::FileCache",
    "AWS::FSx::Snapshot",
    "AWS::FSx::StorageVirtualMachine",
    "AWS::FSx::Volume",
    "AWS::FinSpace::Environment",
    "AWS::Forecast::Dataset",
    "AWS::Forecast::DatasetGroup",
    "AWS::Glue::Catalog",
    "AWS::Glue::Database",
    "AWS::Glue::Table",
    "AWS::Grafana::Workspace",
    "AWS::HealthImaging::Datastore",
    "AWS::HealthLake::FHIRDatastore",
    "AWS::IoTAnalytics::Channel",
    "AWS::IoTAnalytics::Dataset",
    "AWS::IoTAnalytics::Datastore",
    "AWS::IoTSiteWise::Dataset",
    "AWS::IoTTwinMaker::Workspace",
    "AWS::KMS::ReplicaKey",
    "AWS::Kendra::Index",
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
    "AWS::MSK::Cluster",
    "AWS::MSK::ServerlessCluster",
    "AWS::MSK::Topic",
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
    "AWS::SES::MailManagerArchive",
    "AWS::SageMaker::Domain",
    "AWS::SageMaker::FeatureGroup",
    "AWS::SageMaker::MlflowTrackingServer",
    "AWS::SageMaker::ModelPackageGroup",
    "AWS::SageMaker::NotebookInstance",
    "AWS::SageMaker::Space",
    "AWS::SecurityLake::DataLake",
    "AWS::Serverless::Application",
    "AWS::Serverless::SimpleTable",
    "AWS::StorageGateway::Volume",
    "AWS::Timestream::Database",
    "AWS::Timestream::InfluxDBCluster",
    "AWS::Timestream::InfluxDBInstance",
    "AWS::Timestream::Table",
    "AWS::VerifiedPermissions::PolicyStore",
    "AWS::WorkSpaces::Workspace",
    "AWS::WorkspacesInstances::Volume",
    "AWS::WorkspacesInstances::WorkspaceInstance",
];

#[cfg(test)]
mod tests {
    use super::{MORE_WITH_DATA, Replacement, catalog, holds_data, is_known, replacement};

    #[test]
    fn types_without_a_struct_are_known() {
        assert!(is_known("AWS::RDS::DBInstance"));
        assert!(is_known("AWS::SQS::Queue"));
        assert!(!is_known("AWS::Lamda::Function"));
        assert!(!is_known("Custom::Thing"));
    }

    #[test]
    fn create_only_properties_of_any_type_replace_it() {
        let of = |type_name, property| replacement(type_name, &[property]);
        assert_eq!(of("AWS::RDS::DBInstance", "DBName"), Some(Replacement::Always));
        assert_eq!(
            of("AWS::RDS::DBInstance", "DBInstanceClass"),
            Some(Replacement::Never)
        );
        assert_eq!(of("AWS::DynamoDB::Table", "TableName"), Some(Replacement::Always));
        // The reference says "Replacement", the registry nothing.
        assert_eq!(
            of("AWS::ElastiCache::ReplicationGroup", "Engine"),
            Some(Replacement::Conditional)
        );
        assert_eq!(of("Org::Service::Thing", "Name"), None);
        assert_eq!(of("AWS::CloudFormation::CustomResource", "ServiceToken"), None);
    }

    #[test]
    fn what_holds_data_is_known_of_every_known_type() {
        for with_data in [
            "AWS::Kinesis::Stream",
            "AWS::FSx::FileSystem",
            "AWS::ECR::Repository",
            "AWS::DynamoDB::Table",
        ] {
            assert_eq!(holds_data(with_data), Some(true), "{with_data}");
        }
        assert_eq!(holds_data("AWS::EC2::SecurityGroup"), Some(false));
        assert_eq!(holds_data("AWS::Lambda::Permission"), Some(false));
        assert_eq!(holds_data("Custom::Thing"), None);
        assert_eq!(holds_data("Org::Service::Thing"), None);
    }

    #[test]
    fn our_own_list_is_sorted_and_names_known_types_that_the_catalog_lacks() {
        assert!(MORE_WITH_DATA.is_sorted());
        for type_name in MORE_WITH_DATA {
            assert!(
                catalog().get(type_name).is_some_and(|entry| !entry.stateful),
                "{type_name}"
            );
        }
    }
}
