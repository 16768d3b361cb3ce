//! Entries of network ACLs.
//!
//! An entry that allows traffic broadens access if no former entry allowed all of it; removing or narrowing an entry that
//! denies traffic does, too. Entries are evaluated in the order of their numbers, so a new number may broaden access.
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-networkaclentry.html>

use std::collections::BTreeMap;

use infra_gen_cfn::{Json, ResourceBlock, Template};

use super::{Found, networks};
use crate::{
    display,
    model::{AccessChange, Path},
};

const TYPE: &str = "AWS::EC2::NetworkAclEntry";

struct Entry<'a> {
    id: &'a str,
    number: String,
    protocol: String,
    is_allowed: bool,
    /// Whether the action is known.
    is_known: bool,
    network: String,
    ports: (i64, i64),
    source: &'a ResourceBlock,
}

/// The network ACL, and whether it is egress.
type Direction = (String, String);

/// Compares the entries of all network ACLs.
pub(super) fn compare(old: &Template, new: &Template, found: &mut Found) {
    let (before, after) = (entries(old), entries(new));
    let none = Vec::new();
    let mut add = |entry: &Entry<'_>, what: String, certain: bool| {
        found.insert(AccessChange {
            logical_id: entry.id.to_owned(),
            type_name: TYPE.to_owned(),
            path: Path::default(),
            what,
            certain,
            documentation: None,
        });
    };
    for (direction, entries) in &after {
        let known = before.get(direction).unwrap_or(&none);
        for entry in entries {
            if known
                .iter()
                .any(|known| known.source.properties == entry.source.properties)
            {
                continue;
            }
            let may_allow = entry.is_allowed || !entry.is_known;
            let is_covered = known.iter().any(|known| known.is_allowed && known.covers(entry));
            if may_allow && !is_covered {
                add(entry, format!("allows {}", entry.traffic()), entry.is_known);
            } else if known
                .iter()
                .any(|known| known.id == entry.id && known.number != entry.number)
            {
                add(
                    entry,
                    "a new number changes which entry applies first".to_owned(),
                    false,
                );
            }
        }
    }
    for (direction, entries) in &before {
        let remaining = after.get(direction).unwrap_or(&none);
        for entry in entries.iter().filter(|entry| !entry.is_allowed) {
            let is_still_denied = remaining
                .iter()
                .any(|other| other.is_known && !other.is_allowed && other.covers(entry));
            if !is_still_denied {
                add(
                    entry,
                    format!("no longer denies {}", entry.traffic()),
                    entry.is_known,
                );
            }
        }
    }
}

fn entries(template: &Template) -> BTreeMap<Direction, Vec<Entry<'_>>> {
    let mut entries: BTreeMap<Direction, Vec<Entry<'_>>> = BTreeMap::new();
    for (id, block) in template
        .resources
        .iter()
        .filter(|(_, block)| block.type_name == TYPE)
    {
        let text = |name: &str| block.properties.get(name).map(display::value).unwrap_or_default();
        let port = |name: &str| {
            let range = block.properties.get("PortRange")?;
            display::value(range.get(name)?).parse::<i64>().ok()
        };
        let action = block.properties.get("RuleAction").and_then(Json::as_str);
        let ports = match block.properties.get("PortRange") {
            None => (0, i64::MAX),
            // Unknown ports: as many as possible for an entry that allows, none for one that covers another.
            Some(_) => (port("From").unwrap_or(-1), port("To").unwrap_or(-1)),
        };
        let networks = ["CidrBlock", "Ipv6CidrBlock"].map(text);
        let entry = Entry {
            id,
            number: text("RuleNumber"),
            protocol: text("Protocol"),
            is_allowed: action == Some("allow"),
            is_known: matches!(action, Some("allow" | "deny")),
            network: networks
                .into_iter()
                .find(|network| !network.is_empty())
                .unwrap_or_default(),
            ports,
            source: block,
        };
        let is_egress = match text("Egress") {
            none if none.is_empty() => "false".to_owned(),
            given => given,
        };
        entries
            .entry((text("NetworkAclId"), is_egress))
            .or_default()
            .push(entry);
    }
    entries
}

impl Entry<'_> {
    /// Whether this entry applies to all traffic that `other` applies to.
    fn covers(&self, other: &Self) -> bool {
        let protocol = self.protocol == "-1" || self.protocol == other.protocol;
        // All ports of all protocols.
        let ports = self.protocol == "-1"
            || (self.ports.0 >= 0
                && other.ports.0 >= 0
                && self.ports.0 <= other.ports.0
                && other.ports.1 <= self.ports.1);
        protocol && ports && networks::contains(&self.network, &other.network)
    }

    fn traffic(&self) -> String {
        let protocol = match self.protocol.as_str() {
            "-1" => "all traffic",
            "1" => "icmp",
            "6" => "tcp",
            "17" => "udp",
            "58" => "icmpv6",
            other => other,
        };
        let ports = match self.ports {
            (0, i64::MAX) | (-1, _) => String::new(),
            (from, to) if from == to => format!(" {from}"),
            (from, to) => format!(" {from}-{to}"),
        };
        format!("{protocol}{ports} of {}", self.network)
    }
}
