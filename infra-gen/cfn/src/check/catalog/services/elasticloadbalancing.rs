//! The rules of Elastic Load Balancing.

use crate::finding::{Example::Text, Rule, Scope::Template, Severity::Error};

pub(super) static RULES: [&Rule; 1] = [&ALB_SUBNETS];

pub(in crate::check) static ALB_SUBNETS: Rule = Rule {
    id: "elb-one-subnet",
    severity: Error,
    scope: Template,
    summary: "an Application Load Balancer with one subnet",
    explanation: "An Application Load Balancer has subnets in at least two Availability Zones, unless it is in a Local Zone or on an Outpost. Elastic Load Balancing refuses others.",
    source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html",
    bad: Text(
        "\
Resources:
  A:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: vpc-0123456789abcdef0
      CidrBlock: 10.0.0.0/24
      AvailabilityZone: eu-west-1a
  Entry:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Subnets: [!Ref A]
",
    ),
    good: "\
Resources:
  A:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: vpc-0123456789abcdef0
      CidrBlock: 10.0.0.0/24
      AvailabilityZone: eu-west-1a
  B:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: vpc-0123456789abcdef0
      CidrBlock: 10.0.1.0/24
      AvailabilityZone: eu-west-1b
  Entry:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Subnets: [!Ref A, !Ref B]
",
};
