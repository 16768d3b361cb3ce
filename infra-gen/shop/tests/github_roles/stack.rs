//! The stack of an environment as it would be in an account: what CloudFormation calls the things that it makes.

use std::collections::BTreeSet;

use infra_gen::cfn::{Json, ResourceBlock, Template};

use crate::environment::template;

/// The environments that GitHub deploys.
pub(crate) const STACKS: [&str; 3] = ["dev", "staging", "prod"];

const APPLICATION: &str = "cookie-shop";
const ACCOUNT: &str = "123456789012";
const REGION: &str = "eu-central-1";

pub(crate) struct Deployed {
    pub(crate) environment: &'static str,
    template: Template,
}

impl Deployed {
    pub(crate) fn of(environment: &'static str) -> Self {
        Self {
            environment,
            template: template(environment),
        }
    }

    /// The types of its resources, and of the stacks that a larger one is divided into.
    pub(crate) fn kinds(&self) -> impl Iterator<Item = &str> {
        let kinds = self.template.resources.values();
        kinds
            .map(|block| block.type_name.as_str())
            .chain(["AWS::CloudFormation::Stack"])
    }

    pub(crate) fn of_type(&self, kind: &str) -> impl Iterator<Item = &ResourceBlock> {
        self.template
            .resources
            .values()
            .filter(move |block| block.type_name == kind)
    }

    /// The ARNs of all that it makes.
    pub(crate) fn arns(&self) -> BTreeSet<String> {
        let nested = "arn:aws:cloudformation:REGION:ACCOUNT:stack/STACK-NestedApi-1/1".to_owned();
        let resources = &self.template.resources;
        resources
            .iter()
            .flat_map(|(id, block)| self.arns_of(id, block))
            .chain([nested])
            .map(|arn| named(&arn, self.environment))
            .collect()
    }

    /// What has no name of its own is called `STACK-LogicalId-chance`, in most services.
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
            "AWS::Cognito::UserPool" => vec![arn("cognito-idp", "userpool/REGION_1".to_owned())],
            "AWS::DynamoDB::Table" => vec![arn("dynamodb", format!("table/STACK-{id}-1"))],
            "AWS::Events::Rule" => vec![arn("events", format!("rule/STACK-{id}-1"))],
            "AWS::IAM::Role" => vec![format!("arn:aws:iam::ACCOUNT:role/STACK-{id}-1")],
            "AWS::Lambda::Function" => vec![arn("lambda", format!("function:STACK-{id}-1"))],
            "AWS::Logs::LogGroup" => {
                let name = block.properties.get("LogGroupName").map_or_else(
                    || format!("STACK-{id}-1"),
                    |name| {
                        let name = written_out(name, APPLICATION, self.environment);
                        name.as_str().unwrap().to_owned()
                    },
                );
                // Its tags are known by the first, all else by the second.
                vec![
                    arn("logs", format!("log-group:{name}")),
                    arn("logs", format!("log-group:{name}:*")),
                ]
            }
            // A bucket's name has no capitals.
            "AWS::S3::Bucket" => vec![format!("arn:aws:s3:::STACK-{}-1", id.to_lowercase())],
            "AWS::SNS::Topic" => vec![arn("sns", format!("STACK-{id}-1"))],
            "AWS::SNS::Subscription" => vec![arn("sns", format!("STACK-HtmlReportNotifications-1:{id}"))],
            // The one service whose names do not begin with the stack's.
            "AWS::StepFunctions::StateMachine" => vec![arn("states", format!("stateMachine:{id}-1"))],
            // Parts of the above, which are changed through them.
            "AWS::IAM::Policy"
            | "AWS::Lambda::Permission"
            | "AWS::S3::BucketPolicy"
            | "AWS::SNS::TopicPolicy" => Vec::new(),
            part if part.starts_with("AWS::ApiGateway::") || part.starts_with("AWS::Cognito::") => Vec::new(),
            other => panic!("say here what the ARN of `{id}` ({other}) looks like"),
        }
    }
}

/// An ARN in which the stack, the region and the account stand in capitals, with those of an environment.
pub(crate) fn named(arn: &str, environment: &str) -> String {
    arn.replace("STACK", &format!("{APPLICATION}-{environment}"))
        .replace("ACCOUNT", ACCOUNT)
        .replace("REGION", REGION)
}

/// A value as CloudFormation writes it out: `Fn::Sub` is the one function that names are made with.
pub(crate) fn written_out(value: &Json, application: &str, environment: &str) -> Json {
    let again = |value: &Json| written_out(value, application, environment);
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
                .map(|(key, entry)| (key.clone(), again(entry)))
                .collect(),
        },
        Json::Array(items) => items.iter().map(again).collect(),
        other => other.clone(),
    }
}
