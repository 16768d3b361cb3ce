//! AWS managed policies: their paths.
//! <https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html>
//!
//! AWS adds policies, so only known names are checked.

use crate::{
    check::{cases::Cases, catalog::services::iam::MANAGED_POLICY},
    finding::Finding,
};

pub(super) fn check(cases: &mut Cases<'_>, findings: &mut Vec<Finding>) {
    for type_name in ["AWS::IAM::Group", "AWS::IAM::Role", "AWS::IAM::User"] {
        cases.each(type_name, findings, |principal, findings| {
            for policy in principal.get("ManagedPolicyArns").items() {
                let Some(text) = policy.partial_text() else {
                    continue;
                };
                let Some((_, path)) = text.split_once(":iam::aws:policy/") else {
                    continue;
                };
                if let Some(right) = right_path(path) {
                    let message = format!("AWS has no managed policy `{path}`");
                    let hint = format!("use `arn:aws:iam::aws:policy/{right}`");
                    findings.push(policy.found(MANAGED_POLICY.found(message, hint)));
                }
            }
        });
    }
}

/// The path of a known policy whose path is wrong.
fn right_path(path: &str) -> Option<String> {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let right = FOLDERS.iter().find(|(_, names)| names.contains(&name))?.0;
    (folder != right).then(|| {
        if right.is_empty() {
            name.to_owned()
        } else {
            format!("{right}/{name}")
        }
    })
}

const FOLDERS: [(&str, &[&str]); 3] = [
    (
        "",
        &[
            "AWSLambdaExecute",
            "AWSLambda_FullAccess",
            "AWSStepFunctionsFullAccess",
            "AWSXRayDaemonWriteAccess",
            "AdministratorAccess",
            "AmazonDynamoDBFullAccess",
            "AmazonDynamoDBReadOnlyAccess",
            "AmazonEC2ContainerRegistryReadOnly",
            "AmazonEC2FullAccess",
            "AmazonEC2ReadOnlyAccess",
            "AmazonEKSClusterPolicy",
            "AmazonEKSFargatePodExecutionRolePolicy",
            "AmazonEKSWorkerNodePolicy",
            "AmazonEKS_CNI_Policy",
            "AmazonS3FullAccess",
            "AmazonS3ReadOnlyAccess",
            "AmazonSNSFullAccess",
            "AmazonSQSFullAccess",
            "AmazonSSMManagedInstanceCore",
            "CloudWatchAgentServerPolicy",
            "CloudWatchFullAccess",
            "CloudWatchLogsFullAccess",
            "IAMFullAccess",
            "PowerUserAccess",
            "ReadOnlyAccess",
            "SecurityAudit",
        ],
    ),
    (
        "job-function",
        &[
            "DataScientist",
            "DatabaseAdministrator",
            "NetworkAdministrator",
            "SupportUser",
            "SystemAdministrator",
            "ViewOnlyAccess",
        ],
    ),
    (
        "service-role",
        &[
            "AWSAppSyncPushToCloudWatchLogs",
            "AWSBackupServiceRolePolicyForBackup",
            "AWSBackupServiceRolePolicyForRestores",
            "AWSBatchServiceRole",
            "AWSCodeDeployRole",
            "AWSCodeDeployRoleForLambda",
            "AWSConfigRulesExecutionRole",
            "AWSElasticBeanstalkEnhancedHealth",
            "AWSElasticBeanstalkService",
            "AWSGlueServiceRole",
            "AWSLambdaBasicExecutionRole",
            "AWSLambdaDynamoDBExecutionRole",
            "AWSLambdaENIManagementAccess",
            "AWSLambdaKinesisExecutionRole",
            "AWSLambdaMSKExecutionRole",
            "AWSLambdaRole",
            "AWSLambdaSQSQueueExecutionRole",
            "AWSLambdaVPCAccessExecutionRole",
            "AWS_ConfigRole",
            "AmazonAPIGatewayPushToCloudWatchLogs",
            "AmazonDMSCloudWatchLogsRole",
            "AmazonDMSVPCManagementRole",
            "AmazonEBSCSIDriverPolicy",
            "AmazonEC2ContainerServiceAutoscaleRole",
            "AmazonEC2ContainerServiceEventsRole",
            "AmazonEC2ContainerServiceRole",
            "AmazonEC2ContainerServiceforEC2Role",
            "AmazonEC2RoleforAWSCodeDeploy",
            "AmazonEC2RoleforSSM",
            "AmazonEC2SpotFleetTaggingRole",
            "AmazonECSTaskExecutionRolePolicy",
            "AmazonElasticMapReduceRole",
            "AmazonElasticMapReduceforEC2Role",
            "AmazonRDSEnhancedMonitoringRole",
            "AmazonSSMAutomationRole",
        ],
    ),
];
