//! Auto Scaling groups: their sizes.
//! <https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_CreateAutoScalingGroup.html>

use crate::{
    check::{cases::Cases, catalog::services::autoscaling::GROUP_SIZE},
    finding::Finding,
};

pub(super) fn check(cases: &mut Cases<'_>, findings: &mut Vec<Finding>) {
    cases.each(
        "AWS::AutoScaling::AutoScalingGroup",
        findings,
        |group, findings| {
            let [min, max, desired] = ["MinSize", "MaxSize", "DesiredCapacity"].map(|name| group.get(name));
            for (low, low_name, high, high_name) in [
                (&min, "MinSize", &max, "MaxSize"),
                (&min, "MinSize", &desired, "DesiredCapacity"),
                (&desired, "DesiredCapacity", &max, "MaxSize"),
            ] {
                if let (Some(least), Some(most)) = (low.number(), high.number())
                    && least > most
                {
                    let message = format!("`{low_name}` {least} is more than `{high_name}` {most}");
                    findings.push(low.found(GROUP_SIZE.found(message, "change one of the two")));
                }
            }
        },
    );
}
