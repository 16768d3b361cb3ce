//! The rules of Auto Scaling.

use crate::finding::{Example::Text, Rule, Scope::Template, Severity::Error};

pub(super) static RULES: [&Rule; 1] = [&GROUP_SIZE];

pub(in crate::check) static GROUP_SIZE: Rule = Rule {
    id: "autoscaling-group-size",
    severity: Error,
    scope: Template,
    summary: "an Auto Scaling group whose sizes contradict each other",
    explanation: "The minimum size is not more than the maximum, and the desired capacity is between them. Auto Scaling refuses anything else.",
    source: "https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_CreateAutoScalingGroup.html",
    bad: Text(
        "\
Resources:
  Workers:
    Type: AWS::AutoScaling::AutoScalingGroup
    Properties:
      LaunchTemplate:
        LaunchTemplateId: lt-0123456789abcdef0
        Version: '1'
      MinSize: '3'
      MaxSize: '1'
      VPCZoneIdentifier: [subnet-0123456789abcdef0]
",
    ),
    good: "\
Resources:
  Workers:
    Type: AWS::AutoScaling::AutoScalingGroup
    Properties:
      LaunchTemplate:
        LaunchTemplateId: lt-0123456789abcdef0
        Version: '1'
      MinSize: '1'
      MaxSize: '3'
      VPCZoneIdentifier: [subnet-0123456789abcdef0]
",
};
