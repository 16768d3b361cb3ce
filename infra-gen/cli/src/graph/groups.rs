//! Groups resources that belong together: a function with its role, log group and permissions, an API with its methods.
//!
//! Groups follow from resource types and references, never from names, which teams choose freely.

use std::collections::{BTreeMap, BTreeSet};

use infra_gen_cfn::Template;

/// The resources of a template.
#[derive(Debug)]
pub(super) struct Groups {
    pub(super) groups: Vec<Group>,
    /// From the group that refers to another one to that one, by position.
    pub(super) references: BTreeSet<(usize, usize)>,
}

/// A resource, and the resources that only serve it.
#[derive(Debug)]
pub(super) struct Group {
    pub(super) owner: Resource,
    pub(super) parts: Vec<Resource>,
}

#[derive(Debug)]
pub(super) struct Resource {
    pub(super) id: String,
    /// `AWS::Lambda::Function`.
    pub(super) type_name: String,
}

impl Group {
    /// The parts, counted by type: `log group, 3 permissions, role`; `None` without parts.
    pub(super) fn summary(&self) -> Option<String> {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for part in &self.parts {
            *counts.entry(noun(&part.type_name)).or_default() += 1;
        }
        let parts = counts.into_iter().map(|(noun, count)| match count {
            1 => noun,
            _ => format!("{count} {}", plural(&noun)),
        });
        let parts: Vec<String> = parts.collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }
}

/// `log group` for `AWS::Logs::LogGroup`.
fn noun(type_name: &str) -> String {
    let name = type_name.rsplit("::").next().unwrap_or(type_name);
    let mut words = String::new();
    for (index, character) in name.chars().enumerate() {
        if character.is_ascii_uppercase() && index > 0 {
            words.push(' ');
        }
        words.push(character.to_ascii_lowercase());
    }
    words
}

fn plural(noun: &str) -> String {
    match noun.strip_suffix('y') {
        Some(stem) => format!("{stem}ies"),
        None => format!("{noun}s"),
    }
}

/// Types that belong to the resource in one of their properties.
const ATTACHED: [(&str, &str); 17] = [
    ("AWS::Lambda::Permission", "FunctionName"),
    ("AWS::Lambda::Alias", "FunctionName"),
    ("AWS::Lambda::Version", "FunctionName"),
    ("AWS::Lambda::Url", "TargetFunctionArn"),
    ("AWS::Lambda::EventInvokeConfig", "FunctionName"),
    ("AWS::Lambda::EventSourceMapping", "FunctionName"),
    ("AWS::S3::BucketPolicy", "Bucket"),
    ("AWS::SNS::TopicPolicy", "Topics"),
    ("AWS::SNS::Subscription", "TopicArn"),
    ("AWS::SQS::QueuePolicy", "Queues"),
    ("AWS::IAM::Policy", "Roles"),
    ("AWS::IAM::RolePolicy", "RoleName"),
    ("AWS::ApiGateway::", "RestApiId"),
    ("AWS::Cognito::", "UserPoolId"),
    ("AWS::KMS::Alias", "TargetKeyId"),
    ("AWS::CloudWatch::Alarm", "Dimensions"),
    ("AWS::Logs::", "LogGroupName"),
];

/// Types that belong to the resource that refers to them, if there is only one.
const SERVING: [&str; 6] = [
    "AWS::IAM::Role",
    "AWS::Logs::LogGroup",
    "AWS::CloudFront::OriginAccessControl",
    "AWS::CloudFront::Function",
    "AWS::CloudFront::ResponseHeadersPolicy",
    "AWS::CloudFront::CachePolicy",
];

/// Types that refer to the caller they admit. Their references would point the wrong way.
const ADMITTING: [&str; 4] = [
    "AWS::Lambda::Permission",
    "AWS::S3::BucketPolicy",
    "AWS::SNS::TopicPolicy",
    "AWS::SQS::QueuePolicy",
];

impl Groups {
    pub(super) fn new(template: &Template) -> Self {
        let references = template.dependencies();
        let owners = owners(template, &references);
        let (parts, roots): (Vec<&str>, Vec<&str>) = template
            .resources
            .keys()
            .map(String::as_str)
            .partition(|id| owners.contains_key(id));
        let resource = |id: &str| Resource {
            id: id.to_owned(),
            type_name: template.resources[id].type_name.clone(),
        };
        let group = |id: &&str| Group {
            owner: resource(id),
            parts: Vec::new(),
        };
        let mut groups: Vec<Group> = roots.iter().map(group).collect();
        let mut positions: BTreeMap<&str, usize> = roots.into_iter().zip(0..).collect();
        for id in parts {
            let position = positions[root(&owners, id)];
            positions.insert(id, position);
            groups[position].parts.push(resource(id));
        }
        let references = references
            .iter()
            .filter(|(id, _)| !is_admitting(template, id))
            .flat_map(|(id, targets)| targets.iter().map(|target| (positions[id], positions[target])))
            .filter(|(from, to)| from != to)
            .collect();
        Self { groups, references }
    }
}

/// The owner of each part. Owners never form a cycle.
fn owners<'a>(
    template: &'a Template,
    references: &BTreeMap<&'a str, BTreeSet<&'a str>>,
) -> BTreeMap<&'a str, &'a str> {
    let mut owners: BTreeMap<&str, &str> = BTreeMap::new();
    for (id, block) in &template.resources {
        let attached = ATTACHED
            .iter()
            .find(|(kind, _)| {
                block.type_name == *kind || (kind.ends_with("::") && block.type_name.starts_with(kind))
            })
            .and_then(|(_, property)| block.properties.get(*property));
        if let Some(value) = attached {
            assign(&mut owners, id, template.first_reference(value));
        }
    }
    // A log group that serves a function and its role has one owner as soon as the role has one, so one pass is not
    // enough.
    loop {
        let before = owners.len();
        for (id, block) in &template.resources {
            if SERVING.contains(&block.type_name.as_str()) && !owners.contains_key(id.as_str()) {
                let only = only_user(template, references, &owners, id);
                assign(&mut owners, id, only);
            }
        }
        if owners.len() == before {
            return owners;
        }
    }
}

/// The one resource that refers to `id`; a part counts as its owner.
fn only_user<'a>(
    template: &Template,
    references: &BTreeMap<&'a str, BTreeSet<&'a str>>,
    owners: &BTreeMap<&'a str, &'a str>,
    id: &str,
) -> Option<&'a str> {
    let users: BTreeSet<&str> = references
        .iter()
        .filter(|(from, targets)| targets.contains(id) && !is_admitting(template, from))
        .map(|(from, _)| root(owners, from))
        .filter(|from| *from != id)
        .collect();
    if users.len() == 1 {
        users.first().copied()
    } else {
        None
    }
}

fn is_admitting(template: &Template, id: &str) -> bool {
    ADMITTING.contains(&template.resources[id].type_name.as_str())
}

fn assign<'a>(owners: &mut BTreeMap<&'a str, &'a str>, id: &'a str, owner: Option<&'a str>) {
    if let Some(owner) = owner
        && root(owners, owner) != id
    {
        owners.insert(id, owner);
    }
}

/// The last owner in the chain: a policy belongs to a role, and the role to a function.
fn root<'a>(owners: &BTreeMap<&'a str, &'a str>, id: &'a str) -> &'a str {
    std::iter::successors(Some(id), |id| owners.get(id).copied())
        .last()
        .unwrap_or(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn groups(resources: &str) -> Groups {
        Groups::new(&Template::parse(&format!("Resources:\n{resources}")).unwrap())
    }

    fn summaries(groups: &Groups) -> Vec<String> {
        let summary = |group: &Group| format!("{}: {}", group.owner.id, group.summary().unwrap_or_default());
        groups.groups.iter().map(summary).collect()
    }

    #[test]
    fn a_resource_that_serves_only_one_other_is_a_part_of_it() {
        let groups = groups(
            "  Logs: { Type: AWS::Logs::LogGroup }
  Role: { Type: AWS::IAM::Role, Properties: { Policies: !GetAtt Logs.Arn } }
  Policy: { Type: AWS::IAM::Policy, Properties: { Roles: [!Ref Role], PolicyDocument: !GetAtt Table.Arn } }
  Fn: { Type: AWS::Lambda::Function, Properties: { Role: !GetAtt Role.Arn, LoggingConfig: { LogGroup: !Ref Logs } } }
  OneMay: { Type: AWS::Lambda::Permission, Properties: { FunctionName: !Ref Fn, SourceArn: !Ref Topic } }
  OtherMay: { Type: AWS::Lambda::Permission, Properties: { FunctionName: !Ref Fn } }
  Table: { Type: AWS::DynamoDB::Table }
  Topic: { Type: AWS::SNS::Topic }
",
        );
        assert_eq!(
            summaries(&groups),
            ["Fn: log group, 2 permissions, policy, role", "Table: ", "Topic: "]
        );
        assert_eq!(
            groups.references,
            BTreeSet::from([(0, 1)]),
            "the function refers to the table of its policy; a permission adds no reference"
        );
    }

    #[test]
    fn a_resource_that_serves_two_others_is_not_a_part() {
        let groups = groups(
            "  Role: { Type: AWS::IAM::Role }
  One: { Type: AWS::Lambda::Function, Properties: { Role: !GetAtt Role.Arn } }
  Two: { Type: AWS::Lambda::Function, DependsOn: One, Properties: { Role: !GetAtt Role.Arn } }
",
        );
        assert_eq!(summaries(&groups), ["Role: ", "One: ", "Two: "]);
        assert_eq!(groups.references, BTreeSet::from([(1, 0), (2, 0), (2, 1)]));
    }

    #[test]
    fn resources_that_refer_to_each_other_do_not_own_each_other() {
        let groups = groups(
            "  One: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref Two } }
  Two: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref One } }
",
        );
        assert_eq!(summaries(&groups), ["Two: method"]);
    }
}
