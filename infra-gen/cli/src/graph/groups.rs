//! Puts together what belongs together: a function with its role, log group and permissions, an API with its methods.
//!
//! By what AWS's types are for, never by names: a team may call its resources what it likes.

use std::collections::{BTreeMap, BTreeSet};

use infra_gen_cfn::Template;

/// What is drawn.
#[derive(Debug)]
pub(crate) struct Picture {
    /// The title, usually the stack's name.
    pub(crate) title: String,
    pub(super) groups: Vec<Group>,
    /// From the group that names another one to that one, by their places.
    pub(super) arrows: BTreeSet<(usize, usize)>,
    /// Whether the parts of groups are drawn, too.
    pub(super) all: bool,
}

/// A resource and those that only serve it.
#[derive(Debug)]
pub(super) struct Group {
    pub(super) owner: Member,
    pub(super) parts: Vec<Member>,
}

#[derive(Debug)]
pub(super) struct Member {
    pub(super) id: String,
    /// `AWS::Lambda::Function`.
    pub(super) kind: String,
}

impl Member {
    /// `Lambda Function`.
    pub(super) fn kind_in_words(&self) -> String {
        let kind = self.kind.strip_prefix("AWS::").unwrap_or(&self.kind);
        kind.replace("::", " ")
    }

    /// What it is for, which decides its colour.
    pub(super) fn role(&self) -> Role {
        let mut parts = self.kind.split("::").skip(1);
        match (parts.next().unwrap_or_default(), parts.next().unwrap_or_default()) {
            ("ApiGateway" | "ApiGatewayV2" | "CloudFront" | "ElasticLoadBalancingV2" | "Route53", _) => {
                Role::Door
            }
            ("Lambda" | "ECS" | "EC2", _) => Role::Work,
            ("StepFunctions" | "Events" | "Scheduler" | "SNS" | "SQS", _) => Role::Flow,
            ("DynamoDB" | "S3" | "RDS" | "ElastiCache" | "EFS" | "Kinesis", _) => Role::Data,
            ("Cognito" | "IAM" | "KMS" | "WAFv2" | "SecretsManager" | "CertificateManager", _) => Role::Guard,
            _ => Role::Other,
        }
    }
}

/// What a resource is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Role {
    Door,
    Work,
    Flow,
    Data,
    Guard,
    Other,
}

impl Role {
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Door => "door",
            Self::Work => "work",
            Self::Flow => "flow",
            Self::Data => "data",
            Self::Guard => "guard",
            Self::Other => "other",
        }
    }
}

impl Group {
    /// What the group has besides its owner, counted: `role, log group, 3 permissions`.
    pub(super) fn parts_in_words(&self) -> String {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for part in &self.parts {
            *counts.entry(noun(&part.kind)).or_default() += 1;
        }
        let words: Vec<String> = counts
            .into_iter()
            .map(|(noun, count)| match count {
                1 => noun,
                many => format!("{many} {}", plural(&noun)),
            })
            .collect();
        words.join(", ")
    }
}

/// `AWS::Logs::LogGroup` is a `log group`.
fn noun(kind: &str) -> String {
    let name = kind.rsplit("::").next().unwrap_or(kind);
    let mut words = String::new();
    for (place, character) in name.chars().enumerate() {
        if character.is_ascii_uppercase() && place > 0 {
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

/// Types that are nothing without the resource that one of their properties names.
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

/// Types that serve whoever names them, if that is one resource only.
const SERVING: [&str; 6] = [
    "AWS::IAM::Role",
    "AWS::Logs::LogGroup",
    "AWS::CloudFront::OriginAccessControl",
    "AWS::CloudFront::Function",
    "AWS::CloudFront::ResponseHeadersPolicy",
    "AWS::CloudFront::CachePolicy",
];

/// Types that name who may come in: their arrows would point the wrong way.
const ADMITTING: [&str; 4] = [
    "AWS::Lambda::Permission",
    "AWS::S3::BucketPolicy",
    "AWS::SNS::TopicPolicy",
    "AWS::SQS::QueuePolicy",
];

impl Picture {
    /// The picture of a template; `all` draws the parts of groups, too.
    pub(crate) fn of(title: &str, template: &Template, all: bool) -> Self {
        let names = template.dependencies();
        let owners = owners(template, &names);
        let mut groups: Vec<Group> = Vec::new();
        let mut places: BTreeMap<&str, usize> = BTreeMap::new();
        let member = |id: &str| Member {
            id: id.to_owned(),
            kind: template.resources[id].type_name.clone(),
        };
        for id in template
            .resources
            .keys()
            .filter(|id| !owners.contains_key(id.as_str()))
        {
            places.insert(id, groups.len());
            groups.push(Group {
                owner: member(id),
                parts: Vec::new(),
            });
        }
        for id in template.resources.keys() {
            if owners.contains_key(id.as_str()) {
                let place = places[last_owner(&owners, id)];
                places.insert(id, place);
                groups[place].parts.push(member(id));
            }
        }
        let arrows = names
            .iter()
            .filter(|(id, _)| !is_admitting(template, id))
            .flat_map(|(id, named)| named.iter().map(|named| (places[id], places[named])))
            .filter(|(from, to)| from != to)
            .collect();
        Self {
            title: title.to_owned(),
            groups,
            arrows,
            all,
        }
    }
}

/// Whom each part belongs to. There are no circles: a part is never given to one that leads back to it.
fn owners<'a>(
    template: &'a Template,
    names: &BTreeMap<&'a str, BTreeSet<&'a str>>,
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
            give(&mut owners, id, template.first_reference(value));
        }
    }
    // A log group serves a function and the function's role: it has one owner as soon as the role has.
    loop {
        let before = owners.len();
        for (id, block) in &template.resources {
            if SERVING.contains(&block.type_name.as_str()) && !owners.contains_key(id.as_str()) {
                let only = only_served(template, names, &owners, id);
                give(&mut owners, id, only);
            }
        }
        if owners.len() == before {
            return owners;
        }
    }
}

/// The one resource that names this one, parts counting as their owners.
fn only_served<'a>(
    template: &Template,
    names: &BTreeMap<&'a str, BTreeSet<&'a str>>,
    owners: &BTreeMap<&'a str, &'a str>,
    id: &str,
) -> Option<&'a str> {
    let served: BTreeSet<&str> = names
        .iter()
        .filter(|(from, named)| named.contains(id) && !is_admitting(template, from))
        .map(|(from, _)| last_owner(owners, from))
        .filter(|from| *from != id)
        .collect();
    if served.len() == 1 {
        served.first().copied()
    } else {
        None
    }
}

fn is_admitting(template: &Template, id: &str) -> bool {
    ADMITTING.contains(&template.resources[id].type_name.as_str())
}

fn give<'a>(owners: &mut BTreeMap<&'a str, &'a str>, id: &'a str, owner: Option<&'a str>) {
    if let Some(owner) = owner
        && last_owner(owners, owner) != id
    {
        owners.insert(id, owner);
    }
}

/// The one at the end of the chain: a policy's role is a function's.
fn last_owner<'a>(owners: &BTreeMap<&'a str, &'a str>, id: &'a str) -> &'a str {
    let mut last = id;
    while let Some(owner) = owners.get(last) {
        last = owner;
    }
    last
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(resources: &str) -> Picture {
        let template = Template::parse(&format!("Resources:\n{resources}")).unwrap();
        Picture::of("sample", &template, false)
    }

    fn groups(picture: &Picture) -> Vec<String> {
        picture
            .groups
            .iter()
            .map(|group| format!("{}: {}", group.owner.id, group.parts_in_words()))
            .collect()
    }

    #[test]
    fn what_serves_one_resource_is_a_part_of_it() {
        let picture = picture(
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
            groups(&picture),
            ["Fn: log group, 2 permissions, policy, role", "Table: ", "Topic: "]
        );
        assert_eq!(
            picture.arrows,
            BTreeSet::from([(0, 1)]),
            "the policy's table is the function's; a permission is no arrow"
        );
    }

    #[test]
    fn what_serves_two_is_nobodys_part() {
        let picture = picture(
            "  Role: { Type: AWS::IAM::Role }
  One: { Type: AWS::Lambda::Function, Properties: { Role: !GetAtt Role.Arn } }
  Two: { Type: AWS::Lambda::Function, DependsOn: One, Properties: { Role: !GetAtt Role.Arn } }
",
        );
        assert_eq!(groups(&picture), ["Role: ", "One: ", "Two: "]);
        assert_eq!(picture.arrows, BTreeSet::from([(1, 0), (2, 0), (2, 1)]));
    }

    #[test]
    fn parts_that_name_each_other_end_the_search() {
        let picture = picture(
            "  One: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref Two } }
  Two: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref One } }
",
        );
        assert_eq!(groups(&picture), ["Two: method"]);
    }
}
