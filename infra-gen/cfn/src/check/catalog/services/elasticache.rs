//! The rules of `elasticache`.

use crate::finding::{Example::Text, Rule, Scope::Template, Severity::Error};

pub(super) static RULES: [&Rule; 2] = [&FAILOVER, &NODES];

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

pub(in crate::check) static NODES: Rule = Rule {
    id: "elasticache-nodes",
    severity: Error,
    scope: Template,
    summary: "a number of nodes that the engine does not support",
    explanation: "A Redis or Valkey cluster has one node, a Memcached cluster in several zones at least two, a group \
                  in several zones needs automatic failover, and a password needs encryption in transit. ElastiCache \
                  refuses others.",
    source: "https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateCacheCluster.html",
    bad: Text(
        "\
Resources:
  Cache:
    Type: AWS::ElastiCache::CacheCluster
    Properties:
      CacheNodeType: cache.t4g.micro
      Engine: redis
      NumCacheNodes: 2
",
    ),
    good: "\
Resources:
  Cache:
    Type: AWS::ElastiCache::CacheCluster
    Properties:
      CacheNodeType: cache.t4g.micro
      Engine: redis
      NumCacheNodes: 1
",
};
