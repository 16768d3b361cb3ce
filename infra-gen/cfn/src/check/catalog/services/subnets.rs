//! The rules of subnets.

use crate::finding::{Example::Text, Rule, Scope::Template, Severity::Error};

pub(super) static RULES: [&Rule; 2] = [&SUBNET_NETWORK, &ROUTE_TABLE];

pub(in crate::check) static SUBNET_NETWORK: Rule = Rule {
    id: "ec2-subnet-network",
    severity: Error,
    scope: Template,
    summary: "a subnet outside its VPC, or in the network of another subnet",
    explanation: "The network of a subnet is a part of the VPC's network, and has no address in common with another subnet of the VPC. EC2 refuses anything else.",
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html",
    bad: Text(
        "\
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
  A:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.1.0.0/24
",
    ),
    good: "\
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
  A:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.0.1.0/24
",
};

pub(in crate::check) static ROUTE_TABLE: Rule = Rule {
    id: "ec2-route-table-association",
    severity: Error,
    scope: Template,
    summary: "a subnet with two route tables",
    explanation: "A subnet is associated with one route table. EC2 refuses a second association.",
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/WorkWithRouteTables.html",
    bad: Text(
        "\
Resources:
  A:
    Type: AWS::EC2::SubnetRouteTableAssociation
    Properties:
      RouteTableId: rtb-0123456789abcdef0
      SubnetId: subnet-0123456789abcdef0
  B:
    Type: AWS::EC2::SubnetRouteTableAssociation
    Properties:
      RouteTableId: rtb-0fedcba9876543210
      SubnetId: subnet-0123456789abcdef0
",
    ),
    good: "\
Resources:
  A:
    Type: AWS::EC2::SubnetRouteTableAssociation
    Properties:
      RouteTableId: rtb-0123456789abcdef0
      SubnetId: subnet-0123456789abcdef0
",
};
