//! The rules of `elasticache`.

use crate::finding::{Example::Text, Rule, Scope::Template, Severity::Error};

pub(super) static RULES: [&Rule; 1] = [&FAILOVER];

pub(in crate::check) static FAILOVER: Rule = Rule {
    id: "elasticache-failover",
    severity: Error,
    scope: Template,
    summary: "automatic failover without a replica, or cluster mode without automatic failover",
    explanation: "Automatic failover needs a second cluster to fail over to, and cluster mode needs automatic failover. ElastiCache refuses other replication groups.",
    source: "https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateReplicationGroup.html",
    bad: Text(
        "\
Resources:
  Cache:
    Type: AWS::ElastiCache::ReplicationGroup
    Properties:
      AutomaticFailoverEnabled: true
      CacheNodeType: cache.t4g.micro
      Engine: redis
      NumCacheClusters: 1
      ReplicationGroupDescription: Sessions
",
    ),
    good: "\
Resources:
  Cache:
    Type: AWS::ElastiCache::ReplicationGroup
    Properties:
      AutomaticFailoverEnabled: true
      CacheNodeType: cache.t4g.micro
      Engine: redis
      NumCacheClusters: 2
      ReplicationGroupDescription: Sessions
",
};
