//! The stack of an environment in an account: the names that CloudFormation gives to its resources.

use std::collections::BTreeSet;

use infra_gen::cfn::{Json, ResourceBlock, Template};

use crate::environment::template;

/// The environments that GitHub Actions deploys.
pub(crate) const ENVIRONMENTS: [&str; 3] = ["dev", "staging", "prod"];

const APPLICATION: &str = "cookie-shop";
const ACCOUNT: &str = "123456789012";
const REGION: &str = "eu-central-1";

pub(crate) struct DeployedStack {
    pub(crate) environment: &'static str,
    template: Template,
}

impl DeployedStack {
    pub(crate) fn new(environment: &'static str) -> Self {
        Self {
            environment,
            template: template(environment),
        }
    }

    /// The types of its resources, and the type of nested stacks.
    pub(crate) fn types(&self) -> impl Iterator<Item = &str> {
        let resources = self.template.resources.values();
        resources
            .map(|block| block.type_name.as_str())
            .chain(["AWS::CloudFormation::Stack"])
    }

    pub(crate) fn of_type(&self, type_name: &str) -> impl Iterator<Item = &ResourceBlock> {
        self.template
            .resources
            .values()
            .filter(move |block| block.type_name == type_name)
    }

    /// The ARNs of its resources.
    pub(crate) fn arns(&self) -> BTreeSet<String> {
        let nested = "arn:aws:cloudformation:REGION:ACCOUNT:stack/STACK-NestedApi-1/1".to_owned();
        let resources = &self.template.resources;
        resources
            .iter()
            .flat_map(|(id, block)| self.arns_of(id, block))
            .chain([nested])
            .map(|arn| full_arn(&arn, self.environment))
            .collect()
    }

    /// Most services name a resource without a name property `STACK-LogicalId-RandomSuffix`.
    fn arns_of(&self, id: &str, block: &ResourceBlock) -> Vec<String> {
        let arn = |service: &str, rest: String| format!("arn:aws:{service}:REGION:ACCOUNT:{rest}");
        match block.type_name.as_str() {
            "AWS::ApiGateway::Account" => vec!["arn:aws:apigateway:REGION::/account".to_owned()],
            "AWS::ApiGateway::RestApi" => ["restapis", "restapis/1", "tags/arn"]
                .map(|path| format!("arn:aws:apigateway:REGION::/{path}"))
                .to_vec(),
            "AWS::ApiGateway::Stage" => vec!["arn:aws:apigateway:REGION::/restapis/1/stages/v1".to_owned()],
            "AWS::CloudFront::Distribution" => vec!["arn:aws:cloudfront::ACCOUNT:distribution/1".to_owned()],
            "AWS::CloudFront::Function" => vec![format!("arn:aws:cloudfront::ACCOUNT:function/STACK-{id}")],
            "AWS::CloudFront::OriginAccessControl" => {
                vec!["arn:aws:cloudfront::ACCOUNT:origin-access-control/1".to_owned()]
            }
            "AWS::CloudFront::ResponseHeadersPolicy" => {
                vec!["arn:aws:cloudfront::ACCOUNT:response-headers-policy/1".to_owned()]
            }
            "AWS::Budgets::Budget" => vec![format!("arn:aws:budgets::ACCOUNT:budget/STACK-{id}-1")],
            "AWS::CloudWatch::Alarm" => vec![arn("cloudwatch", format!("alarm:STACK-{id}-1"))],
            "AWS::CloudWatch::Dashboard" => {
                vec![format!("arn:aws:cloudwatch::ACCOUNT:dashboard/STACK-{id}-1")]
            }
            "AWS::Cognito::UserPool" => vec![arn("cognito-idp", "userpool/REGION_1".to_owned())],
            "AWS::DynamoDB::Table" => vec![arn("dynamodb", format!("table/STACK-{id}-1"))],
            "AWS::Events::Rule" => vec![arn("events", format!("rule/STACK-{id}-1"))],
            "AWS::IAM::Role" => vec![format!("arn:aws:iam::ACCOUNT:role/STACK-{id}-1")],
            "AWS::Lambda::Function" => vec![arn("lambda", format!("function:STACK-{id}-1"))],
            "AWS::Logs::LogGroup" => {
                let name = block.properties.get("LogGroupName").map_or_else(
                    || format!("STACK-{id}-1"),
                    |name| {
                        let name = resolve(name, APPLICATION, self.environment);
                        name.as_str().unwrap().to_owned()
                    },
                );
                // The first is for tags, the second for all other actions.
                vec![
                    arn("logs", format!("log-group:{name}")),
                    arn("logs", format!("log-group:{name}:*")),
                ]
            }
            // Bucket names are lower-case.
            "AWS::S3::Bucket" => vec![format!("arn:aws:s3:::STACK-{}-1", id.to_lowercase())],
            // Keys have no names that a policy could match.
            "AWS::KMS::Key" => vec![arn("kms", "key/1".to_owned())],
            "AWS::SQS::Queue" => vec![arn("sqs", format!("STACK-{id}-1"))],
            "AWS::SNS::Topic" => vec![arn("sns", format!("STACK-{id}-1"))],
            "AWS::SNS::Subscription" => vec![arn("sns", format!("STACK-HtmlReportNotifications-1:{id}"))],
            // The only service whose names do not start with the stack's name.
            "AWS::StepFunctions::StateMachine" => vec![arn("states", format!("stateMachine:{id}-1"))],
            // These belong to other resources and have no ARN.
            "AWS::IAM::Policy"
            | "AWS::Lambda::EventInvokeConfig"
            | "AWS::Lambda::Permission"
            | "AWS::S3::BucketPolicy"
            | "AWS::SNS::TopicPolicy"
            | "AWS::SQS::QueuePolicy" => Vec::new(),
            part if part.starts_with("AWS::ApiGateway::") || part.starts_with("AWS::Cognito::") => Vec::new(),
            other => panic!("the ARN of `{id}` ({other}) is not known here; add it"),
        }
    }
}

/// Replaces the placeholders STACK, REGION and ACCOUNT in an ARN.
pub(crate) fn full_arn(arn: &str, environment: &str) -> String {
    arn.replace("STACK", &format!("{APPLICATION}-{environment}"))
        .replace("ACCOUNT", ACCOUNT)
        .replace("REGION", REGION)
}

/// Resolves `Fn::Sub`, the only intrinsic function in names.
pub(crate) fn resolve(value: &Json, application: &str, environment: &str) -> Json {
    let nested = |value: &Json| resolve(value, application, environment);
    match value {
        Json::Object(entries) => match entries.get("Fn::Sub").and_then(Json::as_str) {
            Some(text) => text
                .replace("${Application}", application)
                .replace("${Environment}", environment)
                .replace("${AWS::StackName}", &format!("{application}-{environment}"))
                .replace("${AWS::Partition}", "aws")
                .replace("${AWS::Region}", REGION)
                .replace("${AWS::AccountId}", ACCOUNT)
                .into(),
            None => entries
                .iter()
                .map(|(key, entry)| (key.clone(), nested(entry)))
                .collect(),
        },
        Json::Array(items) => items.iter().map(nested).collect(),
        other => other.clone(),
    }
}
