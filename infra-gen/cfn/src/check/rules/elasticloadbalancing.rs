//! Load balancers.
//! <https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html>

use crate::{
    check::{
        cases::{Cases, View},
        catalog::services::elasticloadbalancing::{ALB_SUBNETS, LISTENER_PORT},
    },
    finding::Finding,
    intrinsic_call::intrinsic_call,
};

pub(super) fn check(cases: &mut Cases<'_>, findings: &mut Vec<Finding>) {
    cases.each(
        "AWS::ElasticLoadBalancing::LoadBalancer",
        findings,
        |balancer, findings| {
            for listener in balancer.get("Listeners").items() {
                for port in ["InstancePort", "LoadBalancerPort"].map(|name| listener.get(name)) {
                    if let Some(number) = port.number().filter(|number| !(1..=65_535).contains(number)) {
                        let message = format!("{number} is not a port");
                        findings
                            .push(port.found(LISTENER_PORT.found(message, "use a number from 1 to 65535")));
                    }
                }
            }
        },
    );
    cases.each(
        "AWS::ElasticLoadBalancingV2::LoadBalancer",
        findings,
        |balancer, findings| {
            if !balancer.get("Type").is_or_absent("application") {
                return;
            }
            let (plain, mapped) = (balancer.get("Subnets"), balancer.get("SubnetMappings"));
            if let Some([only]) = plain.all_items().as_deref() {
                one_subnet(only, &plain, findings);
            }
            if let Some([only]) = mapped.all_items().as_deref() {
                one_subnet(&only.get("SubnetId"), &mapped, findings);
            }
        },
    );
}

/// One subnet is enough in a Local Zone and on an Outpost.
fn one_subnet(subnet: &View<'_, '_>, list: &View<'_, '_>, findings: &mut Vec<Finding>) {
    let is_regular = subnet.resource("AWS::EC2::Subnet").is_some_and(|subnet| {
        subnet.get("OutpostArn").is_absent() && is_regular(&subnet.get("AvailabilityZone"))
    });
    if is_regular {
        findings.push(list.found(ALB_SUBNETS.found(
            "an Application Load Balancer requires subnets in two Availability Zones; found one subnet",
            "add a subnet of another zone",
        )));
    }
}

/// Whether a zone is certainly an Availability Zone, not a Local Zone.
fn is_regular(zone: &View<'_, '_>) -> bool {
    if let Some(name) = zone.text() {
        // A Local Zone has another number at its end: `us-west-2-lax-1a`.
        return name.matches('-').count() < 3;
    }
    let call = zone.json().and_then(|value| intrinsic_call(value.as_object()?));
    zone.is_absent() || matches!(call, Some(("Fn::Select", list)) if list.pointer("/1/Fn::GetAZs").is_some())
}
