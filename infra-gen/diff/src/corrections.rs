//! Corrections of the registry's schemas from AWS's reference.
//!
//! The entries were found by comparing the schemas with the CloudFormation template reference, for every property of every
//! type in both. Each entry names its page of the reference. `tests/replacement.rs` checks the result.

use std::collections::BTreeSet;

use infra_gen_cfn::ResourceBlock;

use crate::model::{Change, Effect, Path};

use Correction::{Refused, Replaces};

/// The effect of a change according to the reference.
enum Correction {
    /// The resource is replaced.
    Replaces,
    /// The update fails, for this reason.
    Refused(&'static str),
}

const POOL_IS_FIXED: &str = "the sign-in options of a user pool cannot be changed; add a pool with a new logical ID, which \
                             starts without users";
const KEY_IS_FIXED: &str = "the purpose of a KMS key cannot be changed, and keys are never replaced, so that none is lost \
                            by mistake; add a key with a new logical ID";

/// Type, path below its properties (`*` matches any item), effect of a change.
const CORRECTIONS: [(&str, &[&str], Correction); 15] = [
    // aws-resource-certificatemanager-certificate: "Update requires: Replacement". The service can change the validation of a
    // certificate from e-mail to DNS, but CloudFormation does not use that.
    (
        "AWS::CertificateManager::Certificate",
        &["ValidationMethod"],
        Replaces,
    ),
    // aws-resource-cognito-userpool: "This user pool property cannot be updated." The service answers `Updates are not
    // allowed for property`.
    (
        "AWS::Cognito::UserPool",
        &["AliasAttributes"],
        Refused(POOL_IS_FIXED),
    ),
    (
        "AWS::Cognito::UserPool",
        &["UsernameAttributes"],
        Refused(POOL_IS_FIXED),
    ),
    (
        "AWS::Cognito::UserPool",
        &["UsernameConfiguration"],
        Refused(POOL_IS_FIXED),
    ),
    // The same page: "you can add new schema attributes but you cannot modify or delete an existing schema attribute".
    (
        "AWS::Cognito::UserPool",
        &["Schema"],
        Refused("an attribute of a user pool can be added, but not changed or removed; add a new one"),
    ),
    // aws-resource-dynamodb-globaltable and -table: "Update requires: Replacement".
    ("AWS::DynamoDB::GlobalTable", &["KeySchema"], Replaces),
    ("AWS::DynamoDB::GlobalTable", &["LocalSecondaryIndexes"], Replaces),
    ("AWS::DynamoDB::Table", &["KeySchema"], Replaces),
    // aws-properties-dynamodb-table-localsecondaryindex: "can only be created when its parent table is created".
    ("AWS::DynamoDB::Table", &["LocalSecondaryIndexes"], Replaces),
    // aws-resource-dynamodb-table: "Replacement if you edit an existing AttributeDefinition".
    (
        "AWS::DynamoDB::Table",
        &["AttributeDefinitions", "*", "AttributeType"],
        Replaces,
    ),
    // aws-resource-kms-key: "the update request fails, regardless of the value of the UpdateReplacePolicy attribute".
    ("AWS::KMS::Key", &["KeySpec"], Refused(KEY_IS_FIXED)),
    ("AWS::KMS::Key", &["KeyUsage"], Refused(KEY_IS_FIXED)),
    ("AWS::KMS::Key", &["MultiRegion"], Refused(KEY_IS_FIXED)),
    ("AWS::KMS::Key", &["Origin"], Refused(KEY_IS_FIXED)),
    // aws-resource-route53-recordset: "Update requires: Replacement".
    ("AWS::Route53::RecordSet", &["Name"], Replaces),
];

/// Properties within others whose change the reference documents as a replacement ("Update requires: Replacement"), and the
/// registry does not: one of the two is wrong, so the resource may be replaced. Type, path, page of the reference.
#[rustfmt::skip]
const DOCUMENTED: [(&str, &str, &str); 41] = [
    ("AWS::AuditManager::Assessment", "Scope.AwsAccounts", "aws-properties-auditmanager-assessment-scope"),
    ("AWS::Budgets::Budget", "Budget.AutoAdjustData", "aws-properties-budgets-budget-budgetdata"),
    ("AWS::Budgets::Budget", "Budget.PlannedBudgetLimits", "aws-properties-budgets-budget-budgetdata"),
    ("AWS::Cassandra::Table", "RegularColumns.*.ColumnName", "aws-properties-cassandra-table-column"),
    ("AWS::Cassandra::Table", "RegularColumns.*.ColumnType", "aws-properties-cassandra-table-column"),
    ("AWS::EC2::SpotFleet", "SpotFleetRequestConfigData.LaunchTemplateConfigs", "aws-properties-ec2-spotfleet-spotfleetrequestconfigdata"),
    ("AWS::EC2::SpotFleet", "SpotFleetRequestConfigData.OnDemandTargetCapacity", "aws-properties-ec2-spotfleet-spotfleetrequestconfigdata"),
    ("AWS::ECS::CapacityProvider", "ManagedInstancesProvider.InstanceLaunchTemplate.FipsEnabled", "aws-properties-ecs-capacityprovider-instancelaunchtemplate"),
    ("AWS::EKS::Cluster", "ResourcesVpcConfig.SecurityGroupIds", "aws-properties-eks-cluster-resourcesvpcconfig"),
    ("AWS::EKS::Cluster", "ResourcesVpcConfig.SubnetIds", "aws-properties-eks-cluster-resourcesvpcconfig"),
    ("AWS::FSx::FileSystem", "LustreConfiguration.CopyTagsToBackups", "aws-properties-fsx-filesystem-lustreconfiguration"),
    ("AWS::FSx::FileSystem", "LustreConfiguration.DeploymentType", "aws-properties-fsx-filesystem-lustreconfiguration"),
    ("AWS::FSx::FileSystem", "LustreConfiguration.DriveCacheType", "aws-properties-fsx-filesystem-lustreconfiguration"),
    ("AWS::FSx::FileSystem", "LustreConfiguration.ExportPath", "aws-properties-fsx-filesystem-lustreconfiguration"),
    ("AWS::FSx::FileSystem", "LustreConfiguration.ImportPath", "aws-properties-fsx-filesystem-lustreconfiguration"),
    ("AWS::FSx::FileSystem", "LustreConfiguration.ImportedFileChunkSize", "aws-properties-fsx-filesystem-lustreconfiguration"),
    ("AWS::FSx::FileSystem", "LustreConfiguration.PerUnitStorageThroughput", "aws-properties-fsx-filesystem-lustreconfiguration"),
    ("AWS::FSx::FileSystem", "OntapConfiguration.DeploymentType", "aws-properties-fsx-filesystem-ontapconfiguration"),
    ("AWS::FSx::FileSystem", "OntapConfiguration.EndpointIpAddressRange", "aws-properties-fsx-filesystem-ontapconfiguration"),
    ("AWS::FSx::FileSystem", "OntapConfiguration.PreferredSubnetId", "aws-properties-fsx-filesystem-ontapconfiguration"),
    ("AWS::FSx::FileSystem", "OpenZFSConfiguration.DeploymentType", "aws-properties-fsx-filesystem-openzfsconfiguration"),
    ("AWS::FSx::FileSystem", "OpenZFSConfiguration.EndpointIpAddressRange", "aws-properties-fsx-filesystem-openzfsconfiguration"),
    ("AWS::FSx::FileSystem", "OpenZFSConfiguration.PreferredSubnetId", "aws-properties-fsx-filesystem-openzfsconfiguration"),
    ("AWS::FSx::FileSystem", "OpenZFSConfiguration.RootVolumeConfiguration", "aws-properties-fsx-filesystem-openzfsconfiguration"),
    ("AWS::FSx::FileSystem", "WindowsConfiguration.ActiveDirectoryId", "aws-properties-fsx-filesystem-windowsconfiguration"),
    ("AWS::FSx::FileSystem", "WindowsConfiguration.CopyTagsToBackups", "aws-properties-fsx-filesystem-windowsconfiguration"),
    ("AWS::FSx::FileSystem", "WindowsConfiguration.DeploymentType", "aws-properties-fsx-filesystem-windowsconfiguration"),
    ("AWS::FSx::FileSystem", "WindowsConfiguration.PreferredSubnetId", "aws-properties-fsx-filesystem-windowsconfiguration"),
    ("AWS::FSx::FileSystem", "WindowsConfiguration.SelfManagedActiveDirectoryConfiguration.DomainName", "aws-properties-fsx-filesystem-selfmanagedactivedirectoryconfiguration"),
    ("AWS::FSx::FileSystem", "WindowsConfiguration.SelfManagedActiveDirectoryConfiguration.FileSystemAdministratorsGroup", "aws-properties-fsx-filesystem-selfmanagedactivedirectoryconfiguration"),
    ("AWS::FSx::FileSystem", "WindowsConfiguration.SelfManagedActiveDirectoryConfiguration.OrganizationalUnitDistinguishedName", "aws-properties-fsx-filesystem-selfmanagedactivedirectoryconfiguration"),
    ("AWS::Glue::Database", "DatabaseInput.Name", "aws-properties-glue-database-databaseinput"),
    ("AWS::KinesisAnalytics::ApplicationOutput", "Output.Name", "aws-properties-kinesisanalytics-applicationoutput-output"),
    ("AWS::KinesisAnalyticsV2::ApplicationOutput", "Output.Name", "aws-properties-kinesisanalyticsv2-applicationoutput-output"),
    ("AWS::KinesisAnalyticsV2::ApplicationReferenceDataSource", "ReferenceDataSource.TableName", "aws-properties-kinesisanalyticsv2-applicationreferencedatasource-referencedatasource"),
    ("AWS::MediaLive::Channel", "InputAttachments.*.InputId", "aws-properties-medialive-channel-inputattachment"),
    ("AWS::RDS::DBSecurityGroup", "DBSecurityGroupIngress", "aws-resource-rds-dbsecuritygroup"),
    ("AWS::SageMaker::ModelPackage", "AdditionalInferenceSpecifications.*.Containers", "aws-properties-sagemaker-modelpackage-additionalinferencespecificationdefinition"),
    ("AWS::SageMaker::Workteam", "MemberDefinitions.*.CognitoMemberDefinition.CognitoUserPool", "aws-properties-sagemaker-workteam-cognitomemberdefinition"),
    ("AWS::ServiceDiscovery::Service", "DnsConfig.NamespaceId", "aws-properties-servicediscovery-service-dnsconfig"),
    ("AWS::XRay::SamplingRule", "SamplingRuleRecord.SamplingRule.Version", "aws-properties-xray-samplingrule-samplingrule"),
];

/// The paths of [`DOCUMENTED`] for a type.
pub(crate) fn documented(type_name: &str) -> impl Iterator<Item = &'static str> {
    DOCUMENTED
        .iter()
        .filter(move |(of_type, ..)| *of_type == type_name)
        .map(|(_, path, _)| *path)
}

/// The effect of a change that the schema gets wrong.
pub(crate) fn effect(type_name: &str, keys: &[&str], change: Option<&Change>) -> Option<Effect> {
    find(type_name, keys, change).map(|correction| match correction {
        Replaces => Effect::Replaces,
        Refused(_) => Effect::Refused,
    })
}

/// The reason why CloudFormation refuses the change, if it does.
pub(crate) fn refusal(type_name: &str, keys: &[&str]) -> Option<&'static str> {
    match find(type_name, keys, None) {
        Some(Refused(why)) => Some(why),
        Some(Replaces) => None,
        None => (TABLES.contains(&type_name) && keys.first() == Some(&INDEXES)).then_some(ONE_INDEX),
    }
}

const TABLES: [&str; 2] = ["AWS::DynamoDB::GlobalTable", "AWS::DynamoDB::Table"];
const INDEXES: &str = "GlobalSecondaryIndexes";

/// aws-resource-dynamodb-table and -globaltable: a stack update can create or delete one index only.
const ONE_INDEX: &str =
    "an update can create or delete one global secondary index only; deploy one index at a time";

/// Whether an update of a table creates and deletes more than one global secondary index.
pub(crate) fn changes_several_indexes(before: &ResourceBlock, after: &ResourceBlock) -> bool {
    if !TABLES.contains(&after.type_name.as_str()) {
        return false;
    }
    let names = |block: &ResourceBlock| -> Option<BTreeSet<String>> {
        match block.properties.get(INDEXES) {
            None => Some(BTreeSet::new()),
            Some(indexes) => indexes
                .as_array()?
                .iter()
                .map(|index| Some(index.get("IndexName").filter(|name| !name.is_null())?.to_string()))
                .collect(),
        }
    };
    // A list that a function generates cannot be counted.
    let (Some(before), Some(after)) = (names(before), names(after)) else {
        return false;
    };
    before.symmetric_difference(&after).count() > 1
}

/// Whether the path is that of a table's global secondary indexes, or below it.
pub(crate) fn is_index(path: &Path) -> bool {
    path.below_properties()
        .is_some_and(|keys| keys.first().map(String::as_str) == Some(INDEXES))
}

fn find(type_name: &str, keys: &[&str], change: Option<&Change>) -> Option<&'static Correction> {
    let adds_an_item = keys.len() <= 2 && matches!(change, Some(Change::Added { .. }));
    if type_name == "AWS::Cognito::UserPool" && keys.first() == Some(&"Schema") && adds_an_item {
        return None;
    }
    CORRECTIONS
        .iter()
        .find(|(of_type, path, _)| *of_type == type_name && is_below(keys, path))
        .map(|(.., correction)| correction)
}

fn is_below(keys: &[&str], path: &[&str]) -> bool {
    keys.len() >= path.len()
        && path
            .iter()
            .zip(keys)
            .all(|(segment, key)| *segment == "*" || segment == key)
}
