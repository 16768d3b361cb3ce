//! Security group rules.

use std::collections::BTreeMap;

use infra_gen_cfn::{Json, ResourceBlock, Template};

use super::Found;
use crate::{
    display,
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
        let (is_ingress, group) = &direction;
        // A new group allows all egress by default.
        if !is_ingress && !old.resources.contains_key(group) {
            continue;
        }
        for rule in rules {
            if known.is_some_and(|known| known.iter().any(|known| known.covers(&rule))) {
                continue;
            }
            let preposition = if *is_ingress { "from" } else { "to" };
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
                what: format!("allows {protocol}{ports} {preposition} {}", rule.peer),
                certain: true,
            });
        }
    }
}

const ALL: &str = "-1";

fn rules(template: &Template) -> BTreeMap<Direction, Vec<Rule>> {
    let mut rules: BTreeMap<Direction, Vec<Rule>> = BTreeMap::new();
    for (id, block) in &template.resources {
        match block.type_name.as_str() {
            "AWS::EC2::SecurityGroup" => {
                for (is_ingress, name) in [(true, "SecurityGroupIngress"), (false, "SecurityGroupEgress")] {
                    let path = Path::default().name("Properties").name(name);
                    let group_rules = rules.entry((is_ingress, id.clone())).or_default();
                    match block.properties.get(name) {
                        Some(Json::Array(items)) => {
                            group_rules.extend(
                                items
                                    .iter()
                                    .map(|item| Rule::parse(id, block, path.clone(), item)),
                            );
                        }
                        Some(other) => group_rules.push(Rule::parse(id, block, path, other)),
                        None if is_ingress => {}
                        // Without a rule, all egress is allowed.
                        None => group_rules.push(Rule {
                            id: id.clone(),
                            type_name: block.type_name.clone(),
                            path,
                            protocol: ALL.to_owned(),
                            ports: None,
                            peer: "0.0.0.0/0".to_owned(),
                            source: Json::Null,
                        }),
                    }
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
                rules
                    .entry((kind.ends_with("Ingress"), group))
                    .or_default()
                    .push(Rule::parse(id, block, Path::default(), &source));
            }
            _ => {}
        }
    }
    rules
}

impl Rule {
    fn parse(id: &str, block: &ResourceBlock, path: Path, source: &Json) -> Self {
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
            protocol: text("IpProtocol").unwrap_or_default().to_lowercase(),
            ports: port("FromPort").zip(port("ToPort")),
            peer: peers
                .iter()
                .find_map(|name| text(name))
                .unwrap_or_else(|| source.to_string()),
            source: source.clone(),
        }
    }

    /// Whether this rule allows all traffic that `other` allows.
    fn covers(&self, other: &Self) -> bool {
        if !self.source.is_null() && self.source == other.source {
            return true;
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
        protocol && ports && (self.peer == other.peer || contains(&self.peer, &other.peer))
    }
}

/// Whether an IPv4 network contains another one; false for anything else.
fn contains(outer: &str, inner: &str) -> bool {
    let parse = |text: &str| -> Option<(u32, u32)> {
        let (address, length) = text.split_once('/')?;
        let address: std::net::Ipv4Addr = address.parse().ok()?;
        let length: u32 = length.parse().ok().filter(|length| *length <= 32)?;
        Some((address.to_bits(), length))
    };
    let (Some((outer, length)), Some((inner, inner_length))) = (parse(outer), parse(inner)) else {
        return false;
    };
    let mask = u32::MAX.checked_shl(32 - length).unwrap_or(0);
    length <= inner_length && outer & mask == inner & mask
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
