//! The rules of Elastic Load Balancing.

use crate::finding::{Example::Text, Rule, Scope::Template, Severity::Error};

pub(super) static RULES: [&Rule; 2] = [&ALB_SUBNETS, &LISTENER_PORT];

pub(in crate::check) static ALB_SUBNETS: Rule = Rule {
    id: "elb-one-subnet",
    severity: Error,
    scope: Template,
    summary: "an Application Load Balancer with one subnet",
    explanation: "An Application Load Balancer has subnets in at least two Availability Zones, unless it is in a Local Zone or on an Outpost. Elastic Load Balancing refuses anything else.",
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

pub(in crate::check) static LISTENER_PORT: Rule = Rule {
    id: "elb-listener-port",
    severity: Error,
    scope: Template,
    summary: "a listener with a port that does not exist",
    explanation: "A port is a number from 1 to 65535. Elastic Load Balancing refuses anything else.",
    source: "https://docs.aws.amazon.com/elasticloadbalancing/2012-06-01/APIReference/API_Listener.html",
    bad: Text(
        "\
Resources:
  Entry:
    Type: AWS::ElasticLoadBalancing::LoadBalancer
    Properties:
      Listeners:
        - InstancePort: '65536'
          LoadBalancerPort: '80'
          Protocol: HTTP
      Subnets: [subnet-0123456789abcdef0]
",
    ),
    good: "\
Resources:
  Entry:
    Type: AWS::ElasticLoadBalancing::LoadBalancer
    Properties:
      Listeners:
        - InstancePort: '8080'
          LoadBalancerPort: '80'
          Protocol: HTTP
      Subnets: [subnet-0123456789abcdef0]
",
};
