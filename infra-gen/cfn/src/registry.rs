//! Lookup of resource types by name.
//!
//! Types of the enabled features have a [`TypeSchema`]. For all other AWS types, a catalog stores whether a change replaces
//! the resource and whether it holds data. The catalog is embedded in compressed form and decoded at the first lookup that
//! needs it, so a template that uses only enabled services does not pay for it.

use std::{collections::BTreeMap, io::Read as _, sync::OnceLock};

use flate2::read::GzDecoder;
use serde::Deserialize;

use crate::{
    schema::{Replacement, TypeSchema, touches},
    services,
};

/// Written by `cfn-generator vendor`; see `schemas/README.md`.
const CATALOG: &[u8] = include_bytes!("../schemas/catalog.json.gz");

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

/// The schema of a type; `None` unless the feature of its service is enabled.
pub fn lookup(type_name: &str) -> Option<&'static TypeSchema> {
    let schemas = of_service(type_name)?;
    let index = schemas
        .binary_search_by(|schema| schema.type_name.cmp(type_name))
        .ok()?;
    Some(schemas[index])
}

/// The schemas of the service of a type, sorted by type name.
pub(crate) fn of_service(type_name: &str) -> Option<&'static [&'static TypeSchema]> {
    let service = type_name.strip_prefix("AWS::")?.split("::").next()?;
    Some(services::schemas_of(service))
}

/// The schemas of all enabled features, by service and type name.
pub fn all() -> impl Iterator<Item = &'static TypeSchema> {
    services::SERVICES
        .iter()
        .flat_map(|service| services::schemas_of(service))
        .copied()
}

/// Whether the CloudFormation registry has an AWS type of this name.
pub fn is_known(type_name: &str) -> bool {
    lookup(type_name).is_some() || catalog().contains_key(type_name)
}

/// The names of all AWS types in the CloudFormation registry, sorted.
pub fn known_types() -> impl Iterator<Item = &'static str> {
    catalog().keys().map(String::as_str)
}

/// Whether deleting a resource of this type deletes data. `None` for unknown types, and for custom resources, where the
/// handler decides.
pub fn holds_data(type_name: &str) -> Option<bool> {
    if is_custom(type_name) {
        return None;
    }
    if ADDITIONAL_STATEFUL_TYPES.binary_search(&type_name).is_ok() {
        return Some(true);
    }
    match lookup(type_name) {
        Some(schema) => Some(schema.stateful),
        None => catalog().get(type_name).map(|entry| entry.stateful),
    }
}

/// Whether a change of the property at `path` replaces a resource of this type. `None` for unknown types, and for custom
/// resources, where the handler decides.
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

/// Whether the type is a custom resource. Its handler decides what a change does.
pub fn is_custom(type_name: &str) -> bool {
    type_name.starts_with("Custom::") || type_name == "AWS::CloudFormation::CustomResource"
}

/// Types that hold data but are missing from AWS's list of stateful types. Each stores content that is not in its template:
/// records, files, images, messages, keys or the state of a cluster.
const ADDITIONAL_STATEFUL_TYPES: [&str; 133] = [
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
    use super::{ADDITIONAL_STATEFUL_TYPES, Replacement, catalog, holds_data, is_known, replacement};

    #[test]
    fn types_without_a_struct_are_known() {
        assert!(is_known("AWS::RDS::DBInstance"));
        assert!(is_known("AWS::SQS::Queue"));
        assert!(!is_known("AWS::Lamda::Function"));
        assert!(!is_known("Custom::Thing"));
    }

    #[test]
    fn create_only_properties_of_any_type_replace_it() {
        let replaced_by = |type_name, property| replacement(type_name, &[property]);
        assert_eq!(
            replaced_by("AWS::RDS::DBInstance", "DBName"),
            Some(Replacement::Always)
        );
        assert_eq!(
            replaced_by("AWS::RDS::DBInstance", "DBInstanceClass"),
            Some(Replacement::Never)
        );
        assert_eq!(
            replaced_by("AWS::DynamoDB::Table", "TableName"),
            Some(Replacement::Always)
        );
        // The reference documents "Replacement", the registry does not.
        assert_eq!(
            replaced_by("AWS::ElastiCache::ReplicationGroup", "Engine"),
            Some(Replacement::Conditional)
        );
        assert_eq!(replaced_by("Org::Service::Thing", "Name"), None);
        assert_eq!(
            replaced_by("AWS::CloudFormation::CustomResource", "ServiceToken"),
            None
        );
    }

    #[test]
    fn every_known_type_is_stateful_or_not() {
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
    fn the_additional_list_is_sorted_and_has_only_types_that_the_catalog_calls_stateless() {
        assert!(ADDITIONAL_STATEFUL_TYPES.is_sorted());
        for type_name in ADDITIONAL_STATEFUL_TYPES {
            assert!(
                catalog().get(type_name).is_some_and(|entry| !entry.stateful),
                "{type_name}"
            );
        }
    }
}
