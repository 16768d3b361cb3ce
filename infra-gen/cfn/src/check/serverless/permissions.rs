//! Policy templates: their names and parameters.
//! <https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-policy-template-list.html>

use super::{
    model::{Model, Properties},
    presence::is_given,
};
use crate::{
    check::{
        branches::branches,
        catalog::serverless::POLICY_TEMPLATE,
        hint::did_you_mean,
        query::{all_of, one_or_many},
    },
    finding::{Finding, Unplaced, ValuePath},
    intrinsic_call::is_complete,
    value::Json,
};

/// Each policy template with its parameters.
const TEMPLATES: [(&str, &[&str]); 81] = [
    ("AMIDescribePolicy", &[]),
    ("AWSSecretsManagerGetSecretValuePolicy", &["SecretArn"]),
    ("AWSSecretsManagerRotationPolicy", &["FunctionName"]),
    ("AcmGetCertificatePolicy", &["CertificateArn"]),
    ("AthenaQueryPolicy", &["WorkGroupName"]),
    ("CloudFormationDescribeStacksPolicy", &[]),
    ("CloudWatchDashboardPolicy", &[]),
    ("CloudWatchDescribeAlarmHistoryPolicy", &[]),
    ("CloudWatchPutMetricPolicy", &[]),
    ("CodeCommitCrudPolicy", &["RepositoryName"]),
    ("CodeCommitReadPolicy", &["RepositoryName"]),
    ("CodePipelineLambdaExecutionPolicy", &[]),
    ("CodePipelineReadOnlyPolicy", &["PipelineName"]),
    ("ComprehendBasicAccessPolicy", &[]),
    ("CostExplorerReadOnlyPolicy", &[]),
    ("DynamoDBBackupFullAccessPolicy", &["TableName"]),
    ("DynamoDBCrudPolicy", &["TableName"]),
    ("DynamoDBReadPolicy", &["TableName"]),
    ("DynamoDBReconfigurePolicy", &["TableName"]),
    ("DynamoDBRestoreFromBackupPolicy", &["TableName"]),
    ("DynamoDBStreamReadPolicy", &["StreamName", "TableName"]),
    ("DynamoDBWritePolicy", &["TableName"]),
    ("EC2CopyImagePolicy", &["ImageId"]),
    ("EC2DescribePolicy", &[]),
    ("EFSWriteAccessPolicy", &["AccessPoint", "FileSystem"]),
    ("EKSDescribePolicy", &[]),
    ("EcsRunTaskPolicy", &["TaskDefinition"]),
    ("ElasticMapReduceAddJobFlowStepsPolicy", &["ClusterId"]),
    ("ElasticMapReduceCancelStepsPolicy", &["ClusterId"]),
    ("ElasticMapReduceModifyInstanceFleetPolicy", &["ClusterId"]),
    ("ElasticMapReduceModifyInstanceGroupsPolicy", &["ClusterId"]),
    ("ElasticMapReduceSetTerminationProtectionPolicy", &["ClusterId"]),
    ("ElasticMapReduceTerminateJobFlowsPolicy", &["ClusterId"]),
    ("ElasticsearchHttpPostPolicy", &["DomainName"]),
    ("EventBridgePutEventsPolicy", &["EventBusName"]),
    ("FilterLogEventsPolicy", &["LogGroupName"]),
    ("FirehoseCrudPolicy", &["DeliveryStreamName"]),
    ("FirehoseWritePolicy", &["DeliveryStreamName"]),
    ("KMSDecryptPolicy", &["KeyId"]),
    ("KMSEncryptPolicy", &["KeyId"]),
    ("KMSEncryptPolicy_v2", &["KeyId"]),
    ("KinesisCrudPolicy", &["StreamName"]),
    ("KinesisStreamReadPolicy", &["StreamName"]),
    ("LambdaInvokePolicy", &["FunctionName"]),
    ("MobileAnalyticsWriteOnlyAccessPolicy", &[]),
    ("OrganizationsListAccountsPolicy", &[]),
    ("PinpointEndpointAccessPolicy", &["PinpointApplicationId"]),
    ("PollyFullAccessPolicy", &["LexiconName"]),
    ("RekognitionDetectOnlyPolicy", &[]),
    ("RekognitionFacesManagementPolicy", &["CollectionId"]),
    ("RekognitionFacesPolicy", &[]),
    ("RekognitionLabelsPolicy", &[]),
    ("RekognitionNoDataAccessPolicy", &["CollectionId"]),
    ("RekognitionReadPolicy", &["CollectionId"]),
    ("RekognitionWriteOnlyAccessPolicy", &["CollectionId"]),
    ("Route53ChangeResourceRecordSetsPolicy", &["HostedZoneId"]),
    ("S3CrudPolicy", &["BucketName"]),
    ("S3FullAccessPolicy", &["BucketName"]),
    ("S3ReadPolicy", &["BucketName"]),
    ("S3WritePolicy", &["BucketName"]),
    ("SESBulkTemplatedCrudPolicy", &["IdentityName"]),
    ("SESBulkTemplatedCrudPolicy_v2", &["IdentityName", "TemplateName"]),
    ("SESCrudPolicy", &["IdentityName"]),
    ("SESEmailTemplateCrudPolicy", &[]),
    ("SESSendBouncePolicy", &["IdentityName"]),
    ("SNSCrudPolicy", &["TopicName"]),
    ("SNSPublishMessagePolicy", &["TopicName"]),
    ("SQSPollerPolicy", &["QueueName"]),
    ("SQSSendMessagePolicy", &["QueueName"]),
    ("SSMParameterReadPolicy", &["ParameterName"]),
    ("SSMParameterWithSlashPrefixReadPolicy", &["ParameterName"]),
    ("SageMakerCreateEndpointConfigPolicy", &["EndpointConfigName"]),
    ("SageMakerCreateEndpointPolicy", &["EndpointName"]),
    ("ServerlessRepoReadWriteAccessPolicy", &[]),
    ("StepFunctionsCallbackPolicy", &["StateMachineName"]),
    ("StepFunctionsExecutionPolicy", &["StateMachineName"]),
    ("StepFunctionsExecutionPolicy_v2", &["StateMachineName"]),
    ("TextractDetectAnalyzePolicy", &[]),
    ("TextractGetResultPolicy", &[]),
    ("TextractPolicy", &[]),
    ("VPCAccessPolicy", &[]),
];

pub(super) fn check(model: &Model<'_>, findings: &mut Vec<Finding>) {
    for type_name in ["AWS::Serverless::Function", "AWS::Serverless::StateMachine"] {
        for (id, properties) in model.of_type(type_name) {
            // With a role of its own, the resource needs no policies, and the transform ignores them.
            if is_given(properties, "Role") || !is_complete(properties) {
                continue;
            }
            let all = properties.get("Policies");
            let is_list = all.is_some_and(Json::is_array);
            for (i, policy) in one_or_many(all).iter().enumerate() {
                let path = ValuePath::from("Properties.Policies");
                let path = if is_list { path.index(i) } else { path };
                for branch in branches(path, policy) {
                    if let Json::Object(policy) = branch.value
                        && let Some((inner, found)) = refused(policy)
                    {
                        findings.push(Finding::resource(id, branch.path.join(inner), found));
                    }
                }
            }
        }
    }
}

/// Why the transform refuses a policy, and where in it.
fn refused(policy: &Properties) -> Option<(ValuePath, Unplaced)> {
    if !is_complete(policy) || policy.contains_key("Ref") || policy.contains_key("Statement") {
        return None;
    }
    let mut entries = policy.iter();
    let (Some((name, parameters)), None) = (entries.next(), entries.next()) else {
        let message =
            "a policy is the name of a managed policy, a document with `Statement`, or one policy template";
        let found = POLICY_TEMPLATE.found(message, "write each policy template as an item of its own");
        return Some((ValuePath::default(), found));
    };
    let at = ValuePath::default().key(name);
    let Some((_, required)) = TEMPLATES.iter().find(|(template, _)| template == name) else {
        let known = TEMPLATES.iter().map(|(name, _)| *name);
        let hint = did_you_mean(
            name,
            known,
            "see AWS's list of policy templates, or write a document with `Statement`",
        );
        return Some((
            at,
            POLICY_TEMPLATE.found(format!("unknown policy template `{name}`"), hint),
        ));
    };
    let given = match parameters {
        Json::Object(given) if is_complete(given) => Some(given),
        Json::Object(_) => return None,
        _ => None,
    };
    let missing: Vec<&str> = required
        .iter()
        .copied()
        .filter(|name| given.is_none_or(|given| !given.contains_key(*name)))
        .collect();
    if missing.is_empty() {
        return None;
    }
    let message = format!(
        "the policy template `{name}` requires {}",
        all_of(missing.iter().copied())
    );
    let unknown = given.and_then(|given| given.keys().find(|key| !required.contains(&key.as_str())));
    let hint = match unknown {
        Some(unknown) => did_you_mean(unknown, missing, "add it"),
        None => "add it".to_owned(),
    };
    Some((at, POLICY_TEMPLATE.found(message, hint)))
}
