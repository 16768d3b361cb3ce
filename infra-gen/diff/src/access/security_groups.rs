//! Security group rules.

use std::collections::BTreeMap;

use infra_gen_cfn::{Json, ResourceBlock, Template};

use super::{Found, networks};
use crate::{
    display,
    evaluate::{call, is_no_value},
    model::{AccessChange, Path},
};

/// The traffic that a security group rule allows.
#[derive(Debug, Clone, PartialEq)]
struct Rule {
    id: String,
    type_name: String,
    path: Path,
    protocol: String,
    /// `None` if a function decides them, or the protocol has no ports.
    ports: Option<(i64, i64)>,
    peer: String,
    /// Whether the template certainly has the rule.
    is_certain: bool,
    /// The rule as written, to compare rules that cannot be read.
    source: Json,
}

/// Whether it is ingress, and the group.
type Direction = (bool, String);

/// Compares the rules of all security groups.
pub(super) fn compare(old: &Template, new: &Template, found: &mut Found) {
    let before = rules(old);
    for (direction, rules) in rules(new) {
        let known = before.get(&direction);
        for rule in rules {
            if known.is_some_and(|known| known.iter().any(|known| known.covers(&rule))) {
                continue;
            }
            found.insert(AccessChange {
                logical_id: rule.id.clone(),
                type_name: rule.type_name.clone(),
                path: rule.path.clone(),
                what: rule.description(direction.0),
                certain: rule.is_certain,
                documentation: None,
            });
        }
    }
}

const ALL: &str = "-1";

/// All networks. A group without egress rules allows all egress.
const EVERYWHERE: [&str; 2] = ["0.0.0.0/0", "::/0"];

fn rules(template: &Template) -> BTreeMap<Direction, Vec<Rule>> {
    let mut rules: BTreeMap<Direction, Vec<Rule>> = BTreeMap::new();
    for (id, block) in &template.resources {
        match block.type_name.as_str() {
            "AWS::EC2::SecurityGroup" => {
                for (is_ingress, name) in [(true, "SecurityGroupIngress"), (false, "SecurityGroupEgress")] {
                    let path = Path::default().name("Properties").name(name);
                    let group_rules = rules.entry((is_ingress, id.clone())).or_default();
                    let mut found = Vec::new();
                    if let Some(value) = block.properties.get(name) {
                        branches(value, true, &mut found);
                    }
                    // The default rule is removed only if there is at least one other.
                    // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroup.html
                    if !is_ingress && found.is_empty() {
                        group_rules
                            .extend(EVERYWHERE.map(|peer| Rule::of_everything(id, block, &path, peer)));
                    }
                    let parsed = found
                        .into_iter()
                        .map(|(rule, is_certain)| Rule::parse(id, block, path.clone(), rule, is_certain));
                    group_rules.extend(parsed);
                }
            }
            kind @ ("AWS::EC2::SecurityGroupIngress" | "AWS::EC2::SecurityGroupEgress") => {
                let group = ["GroupId", "GroupName"]
                    .iter()
                    .find_map(|name| block.properties.get(*name))
                    .map(display::value)
                    .unwrap_or_default();
                let group = display::referenced_id(&group).to_owned();
                let source = Json::Object(block.properties.clone());
                let is_certain = !block.attributes.contains_key("Condition");
                rules
                    .entry((kind.ends_with("Ingress"), group))
                    .or_default()
                    .push(Rule::parse(id, block, Path::default(), &source, is_certain));
            }
            _ => {}
        }
    }
    rules
}

/// The rules in a list, in both branches of conditions, each with whether it is certainly there.
fn branches<'a>(value: &'a Json, is_certain: bool, found: &mut Vec<(&'a Json, bool)>) {
    match (value, call(value)) {
        (Json::Array(items), _) => items.iter().for_each(|item| branches(item, is_certain, found)),
        (_, Some(("Fn::If", Json::Array(parts)))) if parts.len() == 3 => {
            branches(&parts[1], false, found);
            branches(&parts[2], false, found);
        }
        (value, _) if is_no_value(value) => {}
        (value, _) => found.push((value, is_certain)),
    }
}

impl Rule {
    fn parse(id: &str, block: &ResourceBlock, path: Path, source: &Json, is_certain: bool) -> Self {
        let text = |name: &str| source.get(name).map(display::value);
        let port = |name: &str| text(name).and_then(|port| port.parse::<i64>().ok());
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
            protocol: protocol(&text("IpProtocol").unwrap_or_default()),
            ports: port("FromPort").zip(port("ToPort")),
            peer: peers
                .iter()
                .find_map(|name| text(name))
                .unwrap_or_else(|| source.to_string()),
            is_certain,
            source: source.clone(),
        }
    }

    fn of_everything(id: &str, block: &ResourceBlock, path: &Path, peer: &str) -> Self {
        Self {
            id: id.to_owned(),
            type_name: block.type_name.clone(),
            path: path.clone(),
            protocol: ALL.to_owned(),
            ports: None,
            peer: peer.to_owned(),
            is_certain: true,
            source: Json::Null,
        }
    }

    /// Whether this rule allows all traffic that `other` allows.
    fn covers(&self, other: &Self) -> bool {
        if !self.source.is_null() && self.source == other.source {
            return true;
        }
        // A rule that may not exist only covers itself.
        if !self.is_certain && other.is_certain {
            return false;
        }
        let protocol = self.protocol == ALL || self.protocol == other.protocol;
        let is_absent = |name: &str| self.source.get(name).is_none();
        let ports = self.protocol == ALL
            || match (self.ports, other.ports) {
                (Some((from, to)), Some((other_from, other_to))) => {
                    (from, to) == (-1, -1) || (from <= other_from && other_to <= to)
                }
                (None, _) if is_absent("FromPort") && is_absent("ToPort") => true,
                _ => ["FromPort", "ToPort"]
                    .iter()
                    .all(|name| self.source.get(*name) == other.source.get(*name)),
            };
        protocol && ports && networks::contains(&self.peer, &other.peer)
    }

    fn description(&self, is_ingress: bool) -> String {
        let ports = match self.ports {
            Some((from, to)) if from == to => format!(" {from}"),
            Some((from, to)) => format!(" {from}-{to}"),
            None => String::new(),
        };
        let protocol = if self.protocol == ALL {
            "all traffic"
        } else {
            &self.protocol
        };
        let verb = if self.is_certain { "allows" } else { "may allow" };
        let preposition = if is_ingress { "from" } else { "to" };
        format!("{verb} {protocol}{ports} {preposition} {}", self.peer)
    }
}

/// The protocol by its name, if it has one.
fn protocol(text: &str) -> String {
    match text.to_lowercase().as_str() {
        "1" => "icmp".to_owned(),
        "6" => "tcp".to_owned(),
        "17" => "udp".to_owned(),
        "58" => "icmpv6".to_owned(),
        other => other.to_owned(),
    }
}
