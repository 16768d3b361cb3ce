//! Security groups and network ACLs: ranges of ports. Instances: their image.
//! <https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html>

use crate::{
    check::{
        cases::{Cases, View},
        catalog::services::ec2::{INSTANCE_IMAGE, PORT_RANGE},
    },
    finding::Finding,
};

pub(super) fn check(cases: &mut Cases<'_>, findings: &mut Vec<Finding>) {
    cases.each("AWS::EC2::SecurityGroup", findings, |group, findings| {
        for list in ["SecurityGroupIngress", "SecurityGroupEgress"] {
            for rule in group.get(list).items() {
                ports(&rule.get("IpProtocol"), &rule, ["FromPort", "ToPort"], findings);
            }
        }
    });
    for type_name in ["AWS::EC2::SecurityGroupIngress", "AWS::EC2::SecurityGroupEgress"] {
        cases.each(type_name, findings, |rule, findings| {
            ports(&rule.get("IpProtocol"), rule, ["FromPort", "ToPort"], findings);
        });
    }
    cases.each("AWS::EC2::Instance", findings, |instance, findings| {
        if instance.get("ImageId").is_absent() && instance.get("LaunchTemplate").is_absent() {
            let message = "an instance requires `ImageId`, unless its launch template has one";
            findings.push(instance.found(INSTANCE_IMAGE.found(message, "add it")));
        }
    });
    cases.each("AWS::EC2::NetworkAclEntry", findings, |entry, findings| {
        ports(
            &entry.get("Protocol"),
            &entry.get("PortRange"),
            ["From", "To"],
            findings,
        );
    });
}

/// Other protocols have no ports, or use these properties for types of messages.
const WITH_PORTS: [&str; 4] = ["tcp", "udp", "6", "17"];

fn ports(protocol: &View<'_, '_>, range: &View<'_, '_>, names: [&str; 2], findings: &mut Vec<Finding>) {
    const MAX_PORT: i64 = 65_535;
    let has_ports = protocol
        .text()
        .is_some_and(|text| WITH_PORTS.contains(&text.to_lowercase().as_str()));
    if !has_ports {
        return;
    }
    let ports = names.map(|name| range.get(name));
    for port in &ports {
        if let Some(number) = port.number().filter(|number| *number > MAX_PORT) {
            let message = format!("{number} is not a port; the last one is {MAX_PORT}");
            findings.push(port.found(PORT_RANGE.found(message, "correct it")));
        }
    }
    if let [Some(from), Some(to)] = [ports[0].number(), ports[1].number()]
        && from > to
    {
        let [first, last] = names;
        let message = format!("the range is empty: `{first}` is {from}, and `{last}` is {to}");
        findings.push(ports[0].found(PORT_RANGE.found(message, "swap them")));
    }
}
