//! Two resources of one stack that would be the same thing: the service takes the first and refuses the second.
//!
//! A name that the service makes up is never taken. Two that conditions never let exist together may share one.

use std::collections::BTreeMap;

use super::{Problem, worlds::Worlds};
use crate::{
    schema,
    template::{ResourceBlock, Template},
    value::Json,
};

/// What tells resources apart where the registry identifies them by what the service gives. Only the first has to be said.
const BY_NAME: [(&str, &[&str]); 14] = [
    ("AWS::ApiGateway::GatewayResponse", &["ResponseType", "RestApiId"]),
    (
        "AWS::ApiGateway::Resource",
        &["ParentId", "PathPart", "RestApiId"],
    ),
    ("AWS::CloudFront::CachePolicy", &["CachePolicyConfig.Name"]),
    ("AWS::CloudFront::Function", &["Name"]),
    (
        "AWS::CloudFront::OriginAccessControl",
        &["OriginAccessControlConfig.Name"],
    ),
    (
        "AWS::CloudFront::OriginRequestPolicy",
        &["OriginRequestPolicyConfig.Name"],
    ),
    (
        "AWS::CloudFront::ResponseHeadersPolicy",
        &["ResponseHeadersPolicyConfig.Name"],
    ),
    ("AWS::Events::Rule", &["Name", "EventBusName"]),
    ("AWS::IAM::ManagedPolicy", &["ManagedPolicyName"]),
    ("AWS::Lambda::Alias", &["FunctionName", "Name"]),
    ("AWS::SNS::Topic", &["TopicName"]),
    ("AWS::SQS::Queue", &["QueueName"]),
    ("AWS::StepFunctions::Activity", &["Name"]),
    ("AWS::StepFunctions::StateMachine", &["StateMachineName"]),
];

/// Every resource whose name another one has.
pub(super) fn check(template: &Template) -> Vec<Problem> {
    let mut seen: BTreeMap<(&str, Vec<String>), Vec<&str>> = BTreeMap::new();
    let mut problems = Vec::new();
    let mut worlds = Worlds::of(template);
    for (id, block) in &template.resources {
        let Some((properties, identity)) = identity(block) else {
            continue;
        };
        let same = seen.entry((block.type_name.as_str(), identity)).or_default();
        if let Some(first) = same
            .iter()
            .find(|first| may_exist_together(template, &mut worlds, first, id))
        {
            let message = format!(
                "`{first}` has the same {}, and there can be only one such `{}`; give one of the two another, or leave one out",
                list(properties),
                block.type_name,
            );
            let place = match properties {
                [only] => format!("Properties.{only}"),
                _ => String::new(),
            };
            problems.push(Problem::resource(id, place, message));
        }
        same.push(id);
    }
    problems
}

/// What identifies the resource, and the properties that say it; `None` where the service gives it a name.
fn identity(block: &ResourceBlock) -> Option<(&'static [&'static str], Vec<String>)> {
    let schema = schema::lookup(&block.type_name)?;
    let by_name = BY_NAME
        .iter()
        .find(|(type_name, _)| *type_name == schema.type_name);
    let properties = by_name.map_or(schema.primary_identifier, |(_, properties)| properties);
    let mut values = Vec::new();
    for path in properties {
        let value = at(block, path).map(Json::to_string);
        // One of ours may lack what it is in: an event bus, which is the default one then.
        let is_optional = by_name.is_some() && !values.is_empty();
        values.push(value.or_else(|| is_optional.then(String::new))?);
    }
    let may_be_absent = values.iter().any(|value| value.contains("AWS::NoValue"));
    (!values.is_empty() && !may_be_absent).then_some((properties, values))
}

fn at<'a>(block: &'a ResourceBlock, path: &str) -> Option<&'a Json> {
    let mut names = path.split('.');
    let first = block.properties.get(names.next()?)?;
    names.try_fold(first, |value, name| value.get(name))
}

fn may_exist_together<'a>(template: &'a Template, worlds: &mut Worlds<'a>, one: &str, other: &str) -> bool {
    let conditions: Vec<(&str, bool)> = [one, other]
        .iter()
        .filter_map(|id| template.resources[*id].attributes.get("Condition")?.as_str())
        .map(|condition| (condition, true))
        .collect();
    // Of two conditions that are not understood, the author knows more than is known here.
    conditions.len() < 2 || worlds.any(&conditions) == Some(true)
}

fn list(properties: &[&str]) -> String {
    let quoted: Vec<String> = properties.iter().map(|name| format!("`{name}`")).collect();
    quoted.join(" and ")
}

#[cfg(all(test, feature = "all-services"))]
mod tests {
    use super::check;
    use crate::Template;

    #[test]
    fn two_of_one_name_are_one_too_many() {
        expect(
            "A: {Type: AWS::SQS::Queue, Properties: {QueueName: !Sub 'jobs-${AWS::Region}'}}
  B: {Type: AWS::SQS::Queue, Properties: {QueueName: !Sub 'jobs-${AWS::Region}'}}",
            "Resources/B at Properties.QueueName: `A` has the same `QueueName`, and there can be only one such \
             `AWS::SQS::Queue`; give one of the two another, or leave one out",
        );
    }

    #[test]
    fn what_belongs_to_one_thing_belongs_to_it_once() {
        expect(
            "Files: {Type: AWS::S3::Bucket}
  A: {Type: AWS::S3::BucketPolicy, Properties: {Bucket: !Ref Files, PolicyDocument: {}}}
  B: {Type: AWS::S3::BucketPolicy, Properties: {Bucket: !Ref Files, PolicyDocument: {}}}",
            "Resources/B at Properties.Bucket: `A` has the same `Bucket`, and there can be only one such \
             `AWS::S3::BucketPolicy`; give one of the two another, or leave one out",
        );
        let part = |id: &str| {
            format!(
                "{id}: {{Type: AWS::ApiGateway::Resource, Properties: {{RestApiId: !Ref Api, ParentId: !GetAtt \
                 Api.RootResourceId, PathPart: words}}}}"
            )
        };
        expect(
            &format!("{}\n  {}", part("A"), part("B")),
            "Resources/B: `A` has the same `ParentId` and `PathPart` and `RestApiId`, and there can be only one such \
             `AWS::ApiGateway::Resource`; give one of the two another, or leave one out",
        );
    }

    #[test]
    fn names_that_the_service_makes_up_are_never_the_same() {
        expect("A: {Type: AWS::SQS::Queue}\n  B: {Type: AWS::SQS::Queue}", "");
    }

    #[test]
    fn two_that_never_exist_together_may_share_a_name() {
        let with = |condition: &str| {
            format!(
                "A: {{Type: AWS::SNS::Topic, Condition: IsProd, Properties: {{TopicName: jobs}}}}
  B: {{Type: AWS::SNS::Topic, Condition: {condition}, Properties: {{TopicName: jobs}}}}"
            )
        };
        expect(&with("IsDev"), "");
        expect(
            &with("IsProd"),
            "Resources/B at Properties.TopicName: `A` has the same `TopicName`, and there can be only one such \
             `AWS::SNS::Topic`; give one of the two another, or leave one out",
        );
    }

    #[track_caller]
    fn expect(resources: &str, expected: &str) {
        let template = format!(
            "Parameters: {{Stage: {{Type: String}}}}
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
  IsDev: !Equals [!Ref Stage, dev]
Resources:
  {resources}
"
        );
        let template = Template::from_yaml(&template).expect("a template");
        let problems: Vec<String> = check(&template).iter().map(ToString::to_string).collect();
        assert_eq!(problems.join("\n"), expected);
    }
}
