//! Access that no policy and no route says: who reaches a port, what is public, and what cannot be read.
//!
//! What is known is compared: rules of security groups, function URLs, public access of buckets. Any other change of a
//! property that speaks of access may broaden it, and so may any change of a type that is not known. In doubt it does.

use std::collections::{BTreeMap, BTreeSet};

use infra_gen_cfn::{Json, ResourceBlock, Template, schema};
use serde::Serialize;
use serde_json::Map;

use crate::{
    compare::is_function,
    iam::{RESOURCE_POLICIES, shown},
    model::{Action, PropertyChange, ResourceChange},
    path::{Path, Segment},
};

/// A change that lets, or may let, more be reached than before.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AccessChange {
    /// The resource's logical ID.
    pub logical_id: String,
    /// Its type.
    #[serde(rename = "type")]
    pub type_name: String,
    /// Where in the resource; empty for the resource as a whole.
    pub path: Path,
    /// What is or may be allowed, in words.
    pub what: String,
    /// Whether it is certain that more is allowed.
    pub certain: bool,
}

/// Everything that broadens access or may, beside policies and routes. Both templates are in their one form.
pub(crate) fn compare(old: &Template, new: &Template, changes: &[ResourceChange]) -> Vec<AccessChange> {
    let mut found = BTreeSet::new();
    security_groups(old, new, &mut found);
    for change in changes {
        let old_id = match &change.action {
            Action::Recreate { from } | Action::Redeploy { from } => from,
            _ => &change.logical_id,
        };
        let resource = Resource {
            change,
            before: old.resources.get(old_id),
            after: new.resources.get(&change.logical_id),
        };
        resource.compare(&mut found);
    }
    found.into_iter().collect()
}

struct Resource<'a> {
    change: &'a ResourceChange,
    before: Option<&'a ResourceBlock>,
    after: Option<&'a ResourceBlock>,
}

type Found = BTreeSet<AccessChange>;

/// Types that exist to give or restrict access: any change of one may broaden it.
const ACCESS_TYPES: [&str; 24] = [
    "AWS::ApiGateway::Authorizer",
    "AWS::ApiGatewayV2::Authorizer",
    "AWS::AppSync::GraphQLApi",
    "AWS::Cognito::IdentityPoolRoleAttachment",
    "AWS::EC2::NetworkAclEntry",
    "AWS::EKS::AccessEntry",
    "AWS::IAM::InstanceProfile",
    "AWS::IAM::OIDCProvider",
    "AWS::IAM::SAMLProvider",
    "AWS::IAM::UserToGroupAddition",
    "AWS::LakeFormation::Permissions",
    "AWS::LakeFormation::PrincipalPermissions",
    "AWS::Lambda::LayerVersionPermission",
    "AWS::Organizations::Policy",
    "AWS::RAM::Permission",
    "AWS::RAM::ResourceShare",
    "AWS::S3::AccessGrant",
    "AWS::SSO::Assignment",
    "AWS::SSO::PermissionSet",
    "AWS::Serverless::Api",
    "AWS::Serverless::Connector",
    "AWS::Serverless::GraphQLApi",
    "AWS::Serverless::HttpApi",
    "AWS::VerifiedPermissions::Policy",
];

/// Types whose whole meaning for access is compared elsewhere: as permissions, routes or rules of security groups.
const COMPARED_ELSEWHERE: [&str; 13] = [
    "AWS::ApiGateway::Method",
    "AWS::ApiGatewayV2::Route",
    "AWS::EC2::SecurityGroup",
    "AWS::EC2::SecurityGroupEgress",
    "AWS::EC2::SecurityGroupIngress",
    "AWS::IAM::Group",
    "AWS::IAM::GroupPolicy",
    "AWS::IAM::ManagedPolicy",
    "AWS::IAM::Policy",
    "AWS::IAM::Role",
    "AWS::IAM::RolePolicy",
    "AWS::IAM::User",
    "AWS::IAM::UserPolicy",
];

/// Types whose addresses are their own, and no filter of others'.
const OWN_ADDRESSES: [&str; 5] = [
    "AWS::EC2::Route",
    "AWS::EC2::Subnet",
    "AWS::EC2::SubnetCidrBlock",
    "AWS::EC2::VPC",
    "AWS::EC2::VPCCidrBlock",
];

/// Properties of any type that open something to the public where they are true.
const PUBLIC_FLAGS: [&str; 6] = [
    "AllowUnauthenticatedIdentities",
    "AssociatePublicIpAddress",
    "EndpointPublicAccess",
    "MapPublicIpOnLaunch",
    "PublicAccess",
    "PubliclyAccessible",
];

/// Names of properties that speak of access, and parts of such names.
const ACCESS_NAMES: [&str; 15] = [
    "Auth",
    "AuthType",
    "Events",
    "Grantee",
    "Grants",
    "IamInstanceProfile",
    "InstanceProfile",
    "ManagedPolicies",
    "ManagedPolicyArns",
    "Policies",
    "PolicyArn",
    "PolicyArns",
    "Role",
    "Roles",
    "Scheme",
];
const PARTS_OF_ACCESS_NAMES: [&str; 13] = [
    "AccessControl",
    "AccessPolic",
    "Anonymous",
    "Authenticat",
    "Authoriz",
    "Cidr",
    "Egress",
    "Ingress",
    "Permission",
    "Principal",
    "PublicAccess",
    "RoleArn",
    "SecurityGroup",
];

impl<'a> Resource<'a> {
    fn compare(&self, found: &mut Found) {
        let type_name = self.change.type_name.as_str();
        let is_unknown = schema::is_custom(type_name) || !schema::is_known(type_name);
        if is_unknown {
            let what = "unknown type; the change may broaden access";
            self.note(&Path::default(), what, false, found);
            return;
        }
        if is_nested_stack(type_name) {
            if self.change.action != Action::Remove {
                let what = "what the nested template allows is not compared";
                self.note(&Path::default(), what, false, found);
            }
            return;
        }
        self.reached(found);
        if COMPARED_ELSEWHERE.contains(&type_name) || type_name == "AWS::Lambda::Permission" {
            return;
        }
        if ACCESS_TYPES.contains(&type_name) {
            let what = "any change of this type may broaden access";
            self.note(&Path::default(), what, false, found);
            return;
        }
        if self.change.action == Action::Remove {
            return;
        }
        let properties = |block: Option<&'a ResourceBlock>| block.map(|block| &block.properties);
        let (before, after) = (properties(self.before), properties(self.after));
        match type_name {
            "AWS::Lambda::Url" => self.function_url(before, after, found),
            "AWS::S3::Bucket" | "AWS::S3::AccessPoint" => self.bucket(before, after, found),
            _ => {}
        }
        self.flags(before, after, found);
        if !matches!(self.change.action, Action::Add | Action::Redeploy { .. }) {
            self.unread(found);
        }
    }

    fn note(&self, path: &Path, what: &str, certain: bool, found: &mut Found) {
        found.insert(AccessChange {
            logical_id: self.change.logical_id.clone(),
            type_name: self.change.type_name.clone(),
            path: path.clone(),
            what: what.to_owned(),
            certain,
        });
    }

    /// What conditions, mappings and parameters may change in a resource that speaks of access.
    fn reached(&self, found: &mut Found) {
        let type_name = self.change.type_name.as_str();
        let is_access = COMPARED_ELSEWHERE.contains(&type_name)
            || ACCESS_TYPES.contains(&type_name)
            || matches!(type_name, "AWS::Lambda::Permission" | "AWS::Lambda::Url");
        let has_policy = |block: Option<&ResourceBlock>| {
            block.is_some_and(|block| {
                RESOURCE_POLICIES
                    .iter()
                    .any(|name| block.properties.contains_key(*name))
            })
        };
        let is_access = is_access || has_policy(self.before) || has_policy(self.after);
        for change in &self.change.changes {
            if let Some(through) = &change.through
                && (is_access || speaks_of_access(type_name, change))
            {
                let what = format!("it depends on {through}, which changes; access may broaden");
                self.note(&change.path, &what, false, found);
            }
        }
    }

    fn function_url(
        &self,
        before: Option<&Map<String, Json>>,
        after: Option<&Map<String, Json>>,
        found: &mut Found,
    ) {
        let auth = |properties: Option<&Map<String, Json>>| properties?.get("AuthType").cloned();
        let (old, new) = (auth(before), auth(after));
        let path = Path::default().name("Properties").name("AuthType");
        match new {
            Some(Json::String(kind)) if kind == "AWS_IAM" => {}
            new if new == old => {}
            Some(Json::String(_)) => self.note(&path, "callers need no credentials", true, found),
            _ => self.note(&path, "callers may need no credentials", false, found),
        }
    }

    fn bucket(
        &self,
        before: Option<&Map<String, Json>>,
        after: Option<&Map<String, Json>>,
        found: &mut Found,
    ) {
        let path = Path::default().name("Properties");
        let block = |properties: Option<&Map<String, Json>>| {
            properties?.get("PublicAccessBlockConfiguration").cloned()
        };
        let (old, new) = (block(before), block(after));
        if old != new {
            let path = path.name("PublicAccessBlockConfiguration");
            // A new bucket blocks all public access unless its template says otherwise.
            let is_new = before.is_none();
            for flag in [
                "BlockPublicAcls",
                "BlockPublicPolicy",
                "IgnorePublicAcls",
                "RestrictPublicBuckets",
            ] {
                let state = |block: &Option<Json>| -> Option<bool> {
                    match block {
                        None => Some(false),
                        Some(block @ Json::Object(entries)) if !is_function(entries) => match block.get(flag)
                        {
                            None => Some(false),
                            Some(value) => boolean(value),
                        },
                        Some(_) => None,
                    }
                };
                let was_blocked = if is_new { Some(true) } else { state(&old) };
                if is_new && new.is_none() {
                    continue;
                }
                match (was_blocked, state(&new)) {
                    (_, Some(true)) | (Some(false), Some(false)) => {}
                    (Some(true), Some(false)) => {
                        self.note(
                            &path.name(flag),
                            "public access is no longer blocked",
                            true,
                            found,
                        );
                    }
                    _ => self.note(
                        &path.name(flag),
                        "public access may no longer be blocked",
                        false,
                        found,
                    ),
                }
            }
        }
        let control = |properties: Option<&Map<String, Json>>| properties?.get("AccessControl").cloned();
        let (old, new) = (control(before), control(after));
        if old != new {
            let path = path.name("AccessControl");
            match &new {
                None => {}
                Some(Json::String(acl)) if matches!(acl.as_str(), "Private" | "BucketOwnerFullControl") => {}
                Some(Json::String(acl)) => self.note(&path, &format!("the ACL is {acl}"), true, found),
                Some(_) => self.note(&path, "the ACL may be public", false, found),
            }
        }
    }

    fn flags(
        &self,
        before: Option<&Map<String, Json>>,
        after: Option<&Map<String, Json>>,
        found: &mut Found,
    ) {
        let flags = |properties: Option<&Map<String, Json>>| {
            let mut flags = BTreeMap::new();
            if let Some(properties) = properties {
                collect_flags(&Path::default().name("Properties"), properties, &mut flags);
            }
            flags
        };
        let old = flags(before);
        for (path, value) in flags(after) {
            if old.get(&path) == Some(&value) {
                continue;
            }
            match boolean(&value) {
                Some(false) => {}
                Some(true) => self.note(&path, "it becomes public", true, found),
                None => self.note(&path, "it may become public", false, found),
            }
        }
    }

    /// Changes of properties that speak of access and that nothing above compares.
    fn unread(&self, found: &mut Found) {
        for change in &self.change.changes {
            if change.follows.is_none() && speaks_of_access(&self.change.type_name, change) {
                let what = "it affects access and was not compared; access may broaden";
                self.note(&change.path, what, false, found);
            }
        }
    }
}

/// Whether the template of another stack stands behind resources of this type.
pub(crate) fn is_nested_stack(type_name: &str) -> bool {
    matches!(
        type_name,
        "AWS::CloudFormation::Stack" | "AWS::CloudFormation::StackSet" | "AWS::Serverless::Application"
    )
}

fn speaks_of_access(type_name: &str, change: &PropertyChange) -> bool {
    let Some(keys) = change.path.below_properties() else {
        return false;
    };
    let is_read = keys.first().is_some_and(|first| {
        RESOURCE_POLICIES.contains(&first.as_str())
            || first == "PublicAccessBlockConfiguration"
            || first == "AccessControl" && type_name == "AWS::S3::Bucket"
            || first == "AuthType" && type_name == "AWS::Lambda::Url"
    });
    if is_read {
        return change.through.is_some();
    }
    let is_flag = keys
        .last()
        .is_some_and(|last| PUBLIC_FLAGS.contains(&last.as_str()));
    if is_flag {
        return change.through.is_some();
    }
    let speaks = |name: &str| {
        let is_own_address = name.contains("Cidr") && OWN_ADDRESSES.contains(&type_name);
        let is_event = name == "Events" && !type_name.starts_with("AWS::Serverless::");
        let is_named = ACCESS_NAMES.contains(&name) && !is_event;
        is_named || PARTS_OF_ACCESS_NAMES.iter().any(|part| name.contains(part)) && !is_own_address
    };
    let values = [change.change.before(), change.change.after()];
    keys.iter().any(|key| speaks(key)) || values.into_iter().flatten().any(|value| any_name(value, &speaks))
}

/// Whether a name within the value is one that is looked for.
fn any_name(value: &Json, is_wanted: &impl Fn(&str) -> bool) -> bool {
    match value {
        Json::Array(items) => items.iter().any(|item| any_name(item, is_wanted)),
        Json::Object(entries) => entries
            .iter()
            .any(|(name, entry)| is_wanted(name) || any_name(entry, is_wanted)),
        _ => false,
    }
}

fn collect_flags(path: &Path, entries: &Map<String, Json>, flags: &mut BTreeMap<Path, Json>) {
    for (name, value) in entries {
        let path = path.name(name);
        match value {
            value if PUBLIC_FLAGS.contains(&name.as_str()) && !is_plain_object(value) => {
                flags.insert(path, value.clone());
            }
            Json::Object(entries) => collect_flags(&path, entries, flags),
            Json::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    if let Json::Object(entries) = item {
                        collect_flags(&path.then(Segment::Index(index)), entries, flags);
                    }
                }
            }
            _ => {}
        }
    }
}

fn is_plain_object(value: &Json) -> bool {
    value.as_object().is_some_and(|entries| !is_function(entries))
}

fn boolean(value: &Json) -> Option<bool> {
    match value {
        Json::Bool(value) => Some(*value),
        Json::String(text) => text.parse().ok(),
        _ => None,
    }
}

/// What a rule of a security group lets through.
#[derive(Debug, Clone, PartialEq)]
struct Rule {
    id: String,
    type_name: String,
    path: Path,
    protocol: String,
    /// None where a function decides it, or the protocol has none.
    ports: Option<(i64, i64)>,
    peer: String,
    /// The rule as it is written, for those that cannot be read.
    written: Json,
}

/// Ingress or egress, and the group.
type Side = (bool, String);

fn security_groups(old: &Template, new: &Template, found: &mut Found) {
    let before = rules(old);
    for (side, rules) in rules(new) {
        let known = before.get(&side);
        let (is_ingress, group) = &side;
        // What leaves a new group is at most what leaves any.
        if !is_ingress && !old.resources.contains_key(group) {
            continue;
        }
        for rule in rules {
            if known.is_some_and(|known| known.iter().any(|known| known.covers(&rule))) {
                continue;
            }
            let word = if *is_ingress { "from" } else { "to" };
            let ports = match rule.ports {
                Some((from, to)) if from == to => format!(" {from}"),
                Some((from, to)) => format!(" {from}-{to}"),
                None => String::new(),
            };
            let protocol = if rule.protocol == ALL {
                "all traffic"
            } else {
                &rule.protocol
            };
            found.insert(AccessChange {
                logical_id: rule.id.clone(),
                type_name: rule.type_name.clone(),
                path: rule.path.clone(),
                what: format!("lets {protocol}{ports} through {word} {}", rule.peer),
                certain: true,
            });
        }
    }
}

const ALL: &str = "-1";

fn rules(template: &Template) -> BTreeMap<Side, Vec<Rule>> {
    let mut rules: BTreeMap<Side, Vec<Rule>> = BTreeMap::new();
    for (id, block) in &template.resources {
        match block.type_name.as_str() {
            "AWS::EC2::SecurityGroup" => {
                for (is_ingress, name) in [(true, "SecurityGroupIngress"), (false, "SecurityGroupEgress")] {
                    let path = Path::default().name("Properties").name(name);
                    let of = rules.entry((is_ingress, id.clone())).or_default();
                    match block.properties.get(name) {
                        Some(Json::Array(items)) => {
                            of.extend(items.iter().map(|item| Rule::read(id, block, path.clone(), item)));
                        }
                        Some(other) => of.push(Rule::read(id, block, path, other)),
                        None if is_ingress => {}
                        // Without a rule everything may leave.
                        None => of.push(Rule {
                            id: id.clone(),
                            type_name: block.type_name.clone(),
                            path,
                            protocol: ALL.to_owned(),
                            ports: None,
                            peer: "0.0.0.0/0".to_owned(),
                            written: Json::Null,
                        }),
                    }
                }
            }
            kind @ ("AWS::EC2::SecurityGroupIngress" | "AWS::EC2::SecurityGroupEgress") => {
                let group = ["GroupId", "GroupName"]
                    .iter()
                    .find_map(|name| block.properties.get(*name))
                    .map(shown)
                    .unwrap_or_default();
                let group = group
                    .strip_prefix("${")
                    .and_then(|rest| rest.strip_suffix('}'))
                    .map_or(group.as_str(), |id| id.split('.').next().unwrap_or(id))
                    .to_owned();
                let written = Json::Object(block.properties.clone());
                rules
                    .entry((kind.ends_with("Ingress"), group))
                    .or_default()
                    .push(Rule::read(id, block, Path::default(), &written));
            }
            _ => {}
        }
    }
    rules
}

impl Rule {
    fn read(id: &str, block: &ResourceBlock, path: Path, written: &Json) -> Self {
        let said = |name: &str| written.get(name).map(shown);
        let port = |name: &str| said(name).and_then(|port| port.parse::<i64>().ok());
        let peers = [
            "CidrIp",
            "CidrIpv6",
            "SourceSecurityGroupId",
            "SourceSecurityGroupName",
            "SourcePrefixListId",
            "DestinationSecurityGroupId",
            "DestinationPrefixListId",
        ];
        Self {
            id: id.to_owned(),
            type_name: block.type_name.clone(),
            path,
            protocol: said("IpProtocol").unwrap_or_default().to_lowercase(),
            ports: port("FromPort").zip(port("ToPort")),
            peer: peers
                .iter()
                .find_map(|name| said(name))
                .unwrap_or_else(|| written.to_string()),
            written: written.clone(),
        }
    }

    /// Whether everything that `other` lets through passes here, too.
    fn covers(&self, other: &Self) -> bool {
        if !self.written.is_null() && self.written == other.written {
            return true;
        }
        let protocol = self.protocol == ALL || self.protocol == other.protocol;
        let unlimited = |name: &str| self.written.get(name).is_none();
        let ports = self.protocol == ALL
            || match (self.ports, other.ports) {
                (Some((from, to)), Some((other_from, other_to))) => {
                    (from, to) == (-1, -1) || (from <= other_from && other_to <= to)
                }
                (None, _) if unlimited("FromPort") && unlimited("ToPort") => true,
                _ => ["FromPort", "ToPort"]
                    .iter()
                    .all(|name| self.written.get(*name) == other.written.get(*name)),
            };
        protocol && ports && (self.peer == other.peer || contains(&self.peer, &other.peer))
    }
}

/// Whether an IPv4 network contains another. Of anything else nothing is claimed.
fn contains(wide: &str, narrow: &str) -> bool {
    let read = |text: &str| -> Option<(u32, u32)> {
        let (address, length) = text.split_once('/')?;
        let address: std::net::Ipv4Addr = address.parse().ok()?;
        let length: u32 = length.parse().ok().filter(|length| *length <= 32)?;
        Some((address.to_bits(), length))
    };
    let (Some((wide, length)), Some((narrow, narrow_length))) = (read(wide), read(narrow)) else {
        return false;
    };
    let mask = u32::MAX.checked_shl(32 - length).unwrap_or(0);
    length <= narrow_length && wide & mask == narrow & mask
}

#[cfg(test)]
mod tests {
    use super::contains;

    #[test]
    fn a_network_contains_smaller_ones() {
        assert!(contains("0.0.0.0/0", "10.1.2.3/32"));
        assert!(contains("10.0.0.0/8", "10.2.0.0/16"));
        assert!(!contains("10.0.0.0/8", "11.0.0.0/16"));
        assert!(!contains("10.2.0.0/16", "10.0.0.0/8"));
        assert!(!contains("::/0", "10.0.0.0/8"));
    }
}
