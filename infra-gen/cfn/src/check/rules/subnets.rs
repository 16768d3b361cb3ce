//! Subnets: their networks, and the route tables that they are associated with.
//! <https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html>

use std::{collections::BTreeMap, fmt, net::Ipv4Addr};

use crate::{
    check::{
        branches::branches,
        cases::{Cases, View},
        catalog::services::subnets::{ROUTE_TABLE, SUBNET_NETWORK},
        query::resources_of_type,
    },
    finding::{Finding, ValuePath},
    template::Template,
    value::Json,
};

const SUBNET: &str = "AWS::EC2::Subnet";
const VPC: &str = "AWS::EC2::VPC";
/// A resource is compared with at most so many others.
const MAX_COMPARED: usize = 20;
const ASSOCIATION: &str = "AWS::EC2::SubnetRouteTableAssociation";

pub(super) fn check<'t>(template: &'t Template, cases: &mut Cases<'t>, findings: &mut Vec<Finding>) {
    cases.each(SUBNET, findings, outside);
    overlaps(template, cases, findings);
    associations(template, cases, findings);
}

/// A subnet is in one of the networks of its VPC.
fn outside(subnet: &View<'_, '_>, findings: &mut Vec<Finding>) {
    let block = subnet.get("CidrBlock");
    let (Some(own), Some(vpc)) = (network(&block), subnet.get("VpcId").resource(VPC)) else {
        return;
    };
    let mut networks = vec![vpc.get("CidrBlock")];
    for more in subnet.all("AWS::EC2::VPCCidrBlock") {
        let of = more.get("VpcId");
        if of.resource(VPC).is_none_or(|of| of.id == vpc.id)
            && !more.get("AmazonProvidedIpv6CidrBlock").is_true()
        {
            networks.push(more.get("CidrBlock"));
        }
    }
    let networks: Option<Vec<Network>> = networks.iter().map(network).collect();
    if let Some(networks) = networks
        && !networks.iter().any(|outer| outer.contains(own))
    {
        let outer: Vec<String> = networks.iter().map(|network| format!("`{network}`")).collect();
        let message = format!(
            "`{own}` is not in the network of `{}`, {}",
            vpc.id,
            outer.join(", ")
        );
        findings.push(block.found(SUBNET_NETWORK.found(message, "use a part of that network")));
    }
}

/// Two subnets of one VPC have no address in common.
fn overlaps<'t>(template: &'t Template, cases: &mut Cases<'t>, findings: &mut Vec<Finding>) {
    let mut subnets: Vec<(Network, &str)> = resources_of_type(template, SUBNET)
        .flat_map(|(id, block)| values(block.properties.get("CidrBlock")).map(move |value| (value, id)))
        .filter_map(|(value, id)| Some((Network::parse(value.as_str()?)?, id)))
        .collect();
    subnets.sort_unstable();
    let mut pairs: Vec<(&str, &str)> = Vec::new();
    for (i, (first, id)) in subnets.iter().enumerate() {
        let overlapping = subnets[i + 1..]
            .iter()
            .take_while(|(other, _)| first.contains(*other))
            .take(MAX_COMPARED);
        pairs.extend(overlapping.map(|(_, other)| in_order(template, id, other)));
    }
    pairs.sort_unstable();
    pairs.dedup();
    for (first, second) in pairs.into_iter().filter(|(first, second)| first != second) {
        cases.check(second, findings, |subnet, findings| {
            let Some(other) = subnet.other(first) else { return };
            let vpcs = [subnet, &other].map(|subnet| subnet.get("VpcId").json());
            let block = subnet.get("CidrBlock");
            if let (Some(own), Some(taken)) = (network(&block), network(&other.get("CidrBlock")))
                && (taken.contains(own) || own.contains(taken))
                && vpcs[0].is_some()
                && vpcs[0] == vpcs[1]
            {
                let message = format!("`{own}` overlaps with `{taken}`, the network of `{first}`");
                findings.push(
                    block.found(SUBNET_NETWORK.found(message, "use another part of the VPC's network")),
                );
            }
        });
    }
}

/// A subnet is associated with one route table.
fn associations<'t>(template: &'t Template, cases: &mut Cases<'t>, findings: &mut Vec<Finding>) {
    let mut by_subnet: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for (id, block) in resources_of_type(template, ASSOCIATION) {
        let mut earlier: Vec<&str> = Vec::new();
        for subnet in values(block.properties.get("SubnetId")) {
            let same = by_subnet.entry(subnet.to_string()).or_default();
            earlier.extend(same.iter().take(MAX_COMPARED));
            same.push(id);
        }
        earlier.retain(|other| *other != id);
        earlier.sort_unstable();
        earlier.dedup();
        for other in earlier {
            cases.check(id, findings, |association, findings| {
                let subnet = association.get("SubnetId");
                let Some(other) = association.other(other) else {
                    return;
                };
                if subnet.json().is_some() && subnet.json() == other.get("SubnetId").json() {
                    let message = format!("`{}` already associates this subnet with a route table", other.id);
                    findings.push(subnet.found(ROUTE_TABLE.found(message, "remove one of the two")));
                }
            });
        }
    }
}

/// The values that conditions choose from.
fn values(value: Option<&Json>) -> impl Iterator<Item = &Json> {
    let branches = value.map(|value| branches(ValuePath::default(), value));
    branches
        .unwrap_or_default()
        .into_iter()
        .map(|branch| branch.value)
}

fn in_order<'t>(template: &Template, one: &'t str, other: &'t str) -> (&'t str, &'t str) {
    let position = |id: &str| template.resources.get_index_of(id);
    if position(one) <= position(other) {
        (one, other)
    } else {
        (other, one)
    }
}

fn network(value: &View<'_, '_>) -> Option<Network> {
    Network::parse(&value.text()?)
}

/// An IPv4 network. A network stands before the networks inside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Network {
    first: u32,
    bits: u32,
}

impl Network {
    fn parse(text: &str) -> Option<Self> {
        let (address, bits) = text.split_once('/')?;
        let bits = bits.parse().ok().filter(|bits| *bits <= u32::BITS)?;
        let address: Ipv4Addr = address.parse().ok()?;
        let first = u32::from(address) & mask(bits);
        Some(Self { first, bits })
    }

    fn contains(self, other: Self) -> bool {
        self.bits <= other.bits && other.first & mask(self.bits) == self.first
    }
}

fn mask(bits: u32) -> u32 {
    u32::MAX.checked_shl(u32::BITS - bits).unwrap_or(0)
}

impl fmt::Display for Network {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", Ipv4Addr::from(self.first), self.bits)
    }
}

#[cfg(test)]
mod tests {
    use super::Network;

    #[test]
    fn a_network_contains_smaller_ones() {
        let network = |text: &str| Network::parse(text).expect("a network");
        assert!(network("10.0.0.0/16").contains(network("10.0.255.0/24")));
        assert!(network("0.0.0.0/0").contains(network("10.0.0.0/8")));
        assert!(!network("10.0.0.0/24").contains(network("10.0.0.0/16")));
        assert!(!network("10.0.0.0/24").contains(network("10.0.1.0/24")));
        assert_eq!(network("10.0.0.7/24").to_string(), "10.0.0.0/24");
        assert_eq!(Network::parse("10.0.0.0"), None);
        assert_eq!(Network::parse("10.0.0.0/33"), None);
    }
}
