//! The rules of EC2.

use crate::finding::{Example::Text, Rule, Scope::Template, Severity::Error};

pub(super) static RULES: [&Rule; 2] = [&PORT_RANGE, &INSTANCE_IMAGE];

pub(in crate::check) static PORT_RANGE: Rule = Rule {
    id: "ec2-port-range",
    severity: Error,
    scope: Template,
    summary: "an empty range of ports, or a port that does not exist",
    explanation: "A range of TCP or UDP ports begins with its lower port. The last port is 65535. EC2 refuses anything else.",
    source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html",
    bad: Text(
        "\
Resources:
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Web servers
      VpcId: vpc-0123456789abcdef0
      SecurityGroupIngress:
        - IpProtocol: tcp
          FromPort: 443
          ToPort: 80
          CidrIp: 10.0.0.0/8
",
    ),
    good: "\
Resources:
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Web servers
      VpcId: vpc-0123456789abcdef0
      SecurityGroupIngress:
        - IpProtocol: tcp
          FromPort: 80
          ToPort: 443
          CidrIp: 10.0.0.0/8
",
};

pub(in crate::check) static INSTANCE_IMAGE: Rule = Rule {
    id: "ec2-instance-image",
    severity: Error,
    scope: Template,
    summary: "an instance without an image",
    explanation: "An instance is started from an image. EC2 refuses an instance without `ImageId` and without a launch template that has one.",
    source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RunInstances.html",
    bad: Text(
        "\
Resources:
  Web:
    Type: AWS::EC2::Instance
    Properties:
      InstanceType: t3.micro
",
    ),
    good: "\
Resources:
  Web:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0123456789abcdef0
      InstanceType: t3.micro
",
};
