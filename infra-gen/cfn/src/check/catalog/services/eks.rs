//! The rules of EKS.

use crate::finding::{Example::Text, Rule, Scope::Template, Severity::Error};

pub(super) static RULES: [&Rule; 2] = [&SCALING, &ENDPOINT];

pub(in crate::check) static SCALING: Rule = Rule {
    id: "eks-scaling",
    severity: Error,
    scope: Template,
    summary: "a node group whose sizes contradict each other",
    explanation: "EKS refuses a node group unless `MinSize` ≤ `DesiredSize` ≤ `MaxSize`.",
    source: "https://docs.aws.amazon.com/eks/latest/APIReference/API_NodegroupScalingConfig.html",
    bad: Text(
        "\
Resources:
  Nodes:
    Type: AWS::EKS::Nodegroup
    Properties:
      ClusterName: shop
      NodeRole: arn:aws:iam::111122223333:role/nodes
      Subnets: [subnet-12345678]
      ScalingConfig: {MinSize: 3, DesiredSize: 2, MaxSize: 5}
",
    ),
    good: "\
Resources:
  Nodes:
    Type: AWS::EKS::Nodegroup
    Properties:
      ClusterName: shop
      NodeRole: arn:aws:iam::111122223333:role/nodes
      Subnets: [subnet-12345678]
      ScalingConfig: {MinSize: 1, DesiredSize: 2, MaxSize: 5}
",
};

pub(in crate::check) static ENDPOINT: Rule = Rule {
    id: "eks-endpoint",
    severity: Error,
    scope: Template,
    summary: "a cluster without an endpoint",
    explanation: "The API server of a cluster has a private endpoint, a public one, or both. EKS refuses a cluster \
                  without both.",
    source: "https://docs.aws.amazon.com/eks/latest/APIReference/API_VpcConfigRequest.html",
    bad: Text(
        "\
Resources:
  Cluster:
    Type: AWS::EKS::Cluster
    Properties:
      RoleArn: arn:aws:iam::111122223333:role/cluster
      ResourcesVpcConfig:
        SubnetIds: [subnet-12345678, subnet-87654321]
        EndpointPublicAccess: false
",
    ),
    good: "\
Resources:
  Cluster:
    Type: AWS::EKS::Cluster
    Properties:
      RoleArn: arn:aws:iam::111122223333:role/cluster
      ResourcesVpcConfig:
        SubnetIds: [subnet-12345678, subnet-87654321]
        EndpointPublicAccess: false
        EndpointPrivateAccess: true
",
};
