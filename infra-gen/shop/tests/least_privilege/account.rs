//! The stack, as an account has it after deploying: every function with its variables and its role, every role with its
//! grants, and no intrinsic function left. What CloudFormation would name by chance is named by its logical ID.

use std::collections::BTreeMap;

use infra_gen::cfn::Template;
use serde_json::Value as Json;
use shop_contract::Function;
use shop_testing::{ACCOUNT, Permission, REGION};

use crate::{
    environment::template,
    role::{Role, Without, grants, many},
};

/// The account that one environment is deployed to.
#[derive(Debug)]
pub(crate) struct Account {
    template: Template,
}

/// A function of the account.
#[derive(Debug)]
pub(crate) struct Deployed {
    /// The variables that it is started with.
    pub(crate) variables: BTreeMap<String, String>,
    /// The logical ID of its role.
    pub(crate) role: String,
    /// What Lambda does in its name, with its role.
    pub(crate) service: Vec<Permission>,
}

impl Account {
    /// The account of an environment.
    pub(crate) fn of(environment: &str) -> Self {
        Self {
            template: template(environment),
        }
    }

    /// A function.
    pub(crate) fn function(&self, function: Function) -> Deployed {
        let mut resources = self.template.resources.values();
        let properties = resources
            .find(|resource| {
                resource.type_name == "AWS::Lambda::Function"
                    && resource.properties["Handler"] == function.name()
            })
            .map(|resource| &resource.properties)
            .expect("every function is in the stack");
        let variables = properties["Environment"]["Variables"].as_object();
        Deployed {
            variables: variables
                .expect("variables")
                .iter()
                .map(|(name, value)| (name.clone(), self.text(value)))
                .collect(),
            role: id_of(&properties["Role"]).to_owned(),
            service: self.service(
                id_of(&properties["LoggingConfig"]["LogGroup"]),
                properties["TracingConfig"]["Mode"] == "Active",
            ),
        }
    }

    /// A role, by its logical ID.
    pub(crate) fn role(&self, id: &str) -> Role {
        let properties = &self.template.resources[id].properties;
        assert!(
            !properties.contains_key("ManagedPolicyArns"),
            "`{id}` allows what stands in no template"
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

    /// A role without one of its grants, for each that it has.
    pub(crate) fn each_grant_of(&self, role: &str) -> impl Iterator<Item = Without> + use<> {
        let role = role.to_owned();
        let grants = self.role(&role).grants.into_iter();
        grants.map(move |grant| Without {
            role: role.clone(),
            grant,
        })
    }

    /// The logical ID of the role that links are signed as.
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

    /// The policies that stand apart from the role that they are for.
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

    /// What Lambda does in a function's name.
    /// <https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html>
    /// <https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html>
    fn service(&self, logs: &str, traced: bool) -> Vec<Permission> {
        let need = |action: &str, resource: &str| Permission {
            action: action.to_owned(),
            resource: resource.to_owned(),
        };
        let stream = self.attribute(logs, "Arn");
        let mut needs = vec![
            need("logs:CreateLogStream", &stream),
            need("logs:PutLogEvents", &stream),
        ];
        if traced {
            needs.push(need("xray:PutTraceSegments", "*"));
            needs.push(need("xray:PutTelemetryRecords", "*"));
        }
        needs
    }

    /// What a property's value resolves to.
    fn text(&self, value: &Json) -> String {
        if let Some(text) = value.as_str() {
            return text.to_owned();
        }
        let (function, argument) = value
            .as_object()
            .and_then(|object| object.iter().next())
            .expect("a text or an intrinsic function");
        match (function.as_str(), argument) {
            ("Ref", Json::String(name)) => self.reference(name),
            ("Fn::GetAtt", Json::Array(path)) => self.attribute(path[0].as_str().expect("an ID"), {
                path[1].as_str().expect("an attribute")
            }),
            ("Fn::Sub", Json::String(text)) => self.substituted(text),
            _ => panic!("what `{value}` resolves to is not known here"),
        }
    }

    fn substituted(&self, text: &str) -> String {
        let mut pieces = text.split("${");
        let mut resolved = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            let (name, literal) = piece.split_once('}').expect("what opens is closed");
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
            ("AWS::S3::Bucket", "Arn") => format!("arn:aws:s3:::{}", self.reference(id)),
            ("AWS::IAM::Role", "Arn") => format!("arn:aws:iam::{ACCOUNT}:role/{id}"),
            ("AWS::CloudFront::Distribution", "DomainName") => format!("{id}.cloudfront.net").to_lowercase(),
            (of, _) => panic!("what `{attribute}` of a `{of}` resolves to is not known here"),
        }
    }

    fn type_of(&self, id: &str) -> &str {
        &self.template.resources[id].type_name
    }
}

/// The logical ID that a `Ref` or an `Fn::GetAtt` names.
fn id_of(reference: &Json) -> &str {
    let id = reference
        .get("Ref")
        .unwrap_or_else(|| &reference["Fn::GetAtt"][0]);
    id.as_str().expect("a reference")
}
