//! The deployed stack: every function with its environment variables and role, and every role with its grants. Intrinsic
//! functions are resolved, and the logical ID takes the place of the random names that CloudFormation would choose.

use std::collections::BTreeMap;

use infra_gen::cfn::Template;
use serde_json::Value as Json;
use shop_contract::Function;
use shop_testing::{ACCOUNT, Permission, REGION};

use crate::{
    environment::template,
    role::{RemovedGrant, Role, grants, many},
};

/// The account with the stack of an environment.
#[derive(Debug)]
pub(crate) struct Account {
    template: Template,
}

/// A function of the account.
#[derive(Debug)]
pub(crate) struct DeployedFunction {
    /// The environment variables.
    pub(crate) variables: BTreeMap<String, String>,
    /// The logical ID of its role.
    pub(crate) role: String,
    /// The permissions that Lambda itself needs.
    pub(crate) service: Vec<Permission>,
}

impl Account {
    /// The account with the stack of this environment.
    pub(crate) fn new(environment: &str) -> Self {
        Self {
            template: template(environment),
        }
    }

    /// The function with this name.
    pub(crate) fn function(&self, function: Function) -> DeployedFunction {
        let mut resources = self.template.resources.iter();
        let (id, properties) = resources
            .find(|(_, resource)| {
                resource.type_name == "AWS::Lambda::Function"
                    && resource.properties["Handler"] == function.name()
            })
            .map(|(id, resource)| (id, &resource.properties))
            .expect("every function is in the stack");
        let variables = properties["Environment"]["Variables"].as_object();
        DeployedFunction {
            variables: variables
                .expect("variables")
                .iter()
                .map(|(name, value)| (name.clone(), self.text(value)))
                .collect(),
            role: id_of(&properties["Role"]).to_owned(),
            service: self.service(
                id,
                id_of(&properties["LoggingConfig"]["LogGroup"]),
                properties["TracingConfig"]["Mode"] == "Active",
            ),
        }
    }

    /// The role with this logical ID.
    pub(crate) fn role(&self, id: &str) -> Role {
        let properties = &self.template.resources[id].properties;
        assert!(
            !properties.contains_key("ManagedPolicyArns"),
            "the managed policies of `{id}` are not in the template"
        );
        let inline = properties.get("Policies").map_or(&[][..], many).iter();
        let documents = inline
            .map(|policy| &policy["PolicyDocument"])
            .chain(self.policies_of(id));
        let trusted = many(&properties["AssumeRolePolicyDocument"]["Statement"]).iter();
        Role {
            arn: self.attribute(id, "Arn"),
            grants: documents
                .flat_map(|document| grants(document, |resource| self.text(resource)))
                .collect(),
            trusts: trusted
                .filter_map(|statement| statement["Principal"].get("AWS"))
                .flat_map(many)
                .map(|principal| self.text(principal))
                .collect(),
        }
    }

    /// Each grant of a role, to be removed in a test.
    pub(crate) fn each_grant_of(&self, role: &str) -> impl Iterator<Item = RemovedGrant> + use<> {
        let role = role.to_owned();
        let grants = self.role(&role).grants.into_iter();
        grants.map(move |grant| RemovedGrant {
            role: role.clone(),
            grant,
        })
    }

    /// The logical ID of the role whose credentials sign links.
    pub(crate) fn reader(&self) -> String {
        let function = self.function(Function::GeneratePresignedUrl);
        self.role_of_arn(&function.variables["READER_ROLE"])
    }

    /// The logical ID of the role with this ARN.
    fn role_of_arn(&self, arn: &str) -> String {
        let roles = self.template.resources.iter();
        let mut roles = roles.filter(|(_, resource)| resource.type_name == "AWS::IAM::Role");
        let role = roles.find(|(id, _)| self.attribute(id, "Arn") == arn);
        role.expect("the role is in the stack").0.clone()
    }

    /// The policies of the role that are resources of their own.
    fn policies_of(&self, role: &str) -> impl Iterator<Item = &Json> {
        let policies = self.template.resources.values();
        policies
            .filter(|resource| resource.type_name == "AWS::IAM::Policy")
            .filter(move |resource| {
                let roles = many(&resource.properties["Roles"]);
                roles.iter().any(|reference| id_of(reference) == role)
            })
            .map(|resource| &resource.properties["PolicyDocument"])
    }

    /// The permissions that Lambda itself needs to log, to trace, and to send failed events to a queue.
    /// <https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html>
    /// <https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html>
    /// <https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html>
    fn service(&self, function: &str, logs: &str, traced: bool) -> Vec<Permission> {
        let permission = |action: &str, resource: &str| Permission {
            action: action.to_owned(),
            resource: resource.to_owned(),
        };
        let stream = self.attribute(logs, "Arn");
        let mut permissions = vec![
            permission("logs:CreateLogStream", &stream),
            permission("logs:PutLogEvents", &stream),
        ];
        if traced {
            permissions.push(permission("xray:PutTraceSegments", "*"));
            permissions.push(permission("xray:PutTelemetryRecords", "*"));
        }
        let configs = self.template.resources.values();
        let configs = configs.filter(|resource| {
            resource.type_name == "AWS::Lambda::EventInvokeConfig"
                && id_of(&resource.properties["FunctionName"]) == function
        });
        for config in configs {
            let destination = &config.properties["DestinationConfig"]["OnFailure"]["Destination"];
            permissions.push(permission("sqs:SendMessage", &self.text(destination)));
        }
        permissions
    }

    /// Resolves the value of a property.
    fn text(&self, value: &Json) -> String {
        if let Some(text) = value.as_str() {
            return text.to_owned();
        }
        let (function, argument) = value
            .as_object()
            .and_then(|object| object.iter().next())
            .expect("a string or an intrinsic function");
        match (function.as_str(), argument) {
            ("Ref", Json::String(name)) => self.reference(name),
            ("Fn::GetAtt", Json::Array(path)) => self.attribute(path[0].as_str().expect("an ID"), {
                path[1].as_str().expect("an attribute")
            }),
            ("Fn::Sub", Json::String(text)) => self.substituted(text),
            _ => panic!("`{value}` cannot be resolved here; add it"),
        }
    }

    fn substituted(&self, text: &str) -> String {
        let mut pieces = text.split("${");
        let mut resolved = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            let (name, literal) = piece.split_once('}').expect("`${` has a closing `}`");
            resolved += &match name.split_once('.') {
                Some((id, attribute)) => self.attribute(id, attribute),
                None => self.reference(name),
            };
            resolved += literal;
        }
        resolved
    }

    fn reference(&self, name: &str) -> String {
        match name {
            "AWS::Partition" => "aws".to_owned(),
            "AWS::Region" => REGION.to_owned(),
            "AWS::AccountId" => ACCOUNT.to_owned(),
            "AWS::URLSuffix" => "amazonaws.com".to_owned(),
            id => match self.type_of(id) {
                "AWS::S3::Bucket" => id.to_lowercase(),
                "AWS::StepFunctions::StateMachine" => self.attribute(id, "Arn"),
                _ => id.to_owned(),
            },
        }
    }

    fn attribute(&self, id: &str, attribute: &str) -> String {
        let arn = |service: &str, rest: String| format!("arn:aws:{service}:{REGION}:{ACCOUNT}:{rest}");
        match (self.type_of(id), attribute) {
            ("AWS::DynamoDB::Table", "Arn") => arn("dynamodb", format!("table/{id}")),
            ("AWS::StepFunctions::StateMachine", "Arn") => arn("states", format!("stateMachine:{id}")),
            ("AWS::StepFunctions::StateMachine", "Name") => id.to_owned(),
            ("AWS::Logs::LogGroup", "Arn") => arn("logs", format!("log-group:{id}:*")),
            ("AWS::SQS::Queue", "Arn") => arn("sqs", id.to_owned()),
            ("AWS::S3::Bucket", "Arn") => format!("arn:aws:s3:::{}", self.reference(id)),
            ("AWS::IAM::Role", "Arn") => format!("arn:aws:iam::{ACCOUNT}:role/{id}"),
            ("AWS::CloudFront::Distribution", "DomainName") => format!("{id}.cloudfront.net").to_lowercase(),
            (type_name, _) => panic!("`{attribute}` of `{type_name}` cannot be resolved here; add it"),
        }
    }

    fn type_of(&self, id: &str) -> &str {
        &self.template.resources[id].type_name
    }
}

/// The logical ID in a `Ref` or an `Fn::GetAtt`.
fn id_of(reference: &Json) -> &str {
    let id = reference
        .get("Ref")
        .unwrap_or_else(|| &reference["Fn::GetAtt"][0]);
    id.as_str().expect("a reference")
}
