//! Clusters and replication groups: the number of their nodes. Automatic failover requires a replica.
//! <https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateReplicationGroup.html>

use crate::{
    check::{
        cases::{Cases, View},
        catalog::services::elasticache::{FAILOVER, NODES},
    },
    finding::Finding,
};

pub(super) fn check(cases: &mut Cases<'_>, findings: &mut Vec<Finding>) {
    cases.each("AWS::ElastiCache::CacheCluster", findings, nodes);
    cases.each("AWS::ElastiCache::ReplicationGroup", findings, group);
    cases.each(
        "AWS::ElastiCache::ReplicationGroup",
        findings,
        |group, findings| {
            let failover = group.get("AutomaticFailoverEnabled");
            let in_cluster_mode = group
                .get("CacheParameterGroupName")
                .resource("AWS::ElastiCache::ParameterGroup")
                .is_some_and(|parameters| parameters.at("Properties.cluster-enabled").is("yes"));
            if in_cluster_mode
                && failover
                    .text()
                    .is_some_and(|text| text.eq_ignore_ascii_case("false"))
            {
                let message = "a group in cluster mode requires automatic failover";
                findings.push(failover.found(FAILOVER.found(message, "set it to `true`")));
            }
            // Without cluster mode or another group, the default is one cluster.
            let others = ["NodeGroupConfiguration", "NumNodeGroups", "ReplicasPerNodeGroup"];
            let is_single = others
                .iter()
                .chain(&["GlobalReplicationGroupId", "PrimaryClusterId"])
                .all(|name| group.get(name).is_absent());
            if failover.is_true() && is_single {
                single(group, findings);
            }
        },
    );
}

/// <https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateCacheCluster.html>
fn nodes(cluster: &View<'_, '_>, findings: &mut Vec<Finding>) {
    let engine = cluster.get("Engine").text().unwrap_or_default().to_lowercase();
    let count = cluster.get("NumCacheNodes");
    let Some(number) = count.number() else { return };
    if matches!(engine.as_str(), "redis" | "valkey") && number != 1 {
        let message = format!("a cluster of `{engine}` has one node; found {number}");
        findings.push(count.found(NODES.found(message, "use an `AWS::ElastiCache::ReplicationGroup`")));
    }
    let mode = cluster.get("AZMode");
    if engine == "memcached" && mode.is("cross-az") && number < 2 {
        let message = "a cluster in several availability zones has at least two nodes";
        findings.push(mode.found(NODES.found(message, "increase `NumCacheNodes`")));
    }
}

fn group(group: &View<'_, '_>, findings: &mut Vec<Finding>) {
    let zones = group.get("MultiAZEnabled");
    if zones.is_true() && group.get("AutomaticFailoverEnabled").is("false") {
        let message = "a group in several availability zones requires automatic failover";
        findings.push(zones.found(NODES.found(message, "set `AutomaticFailoverEnabled`")));
    }
    let token = group.get("AuthToken");
    if token.is_present() && group.get("TransitEncryptionEnabled").is_or_absent("false") {
        let message = "a password requires encryption in transit";
        findings.push(token.found(NODES.found(message, "set `TransitEncryptionEnabled`")));
    }
}

fn single(group: &View<'_, '_>, findings: &mut Vec<Finding>) {
    let clusters = group.get("NumCacheClusters");
    let message = "automatic failover requires at least two clusters";
    let found = FAILOVER.found(message, "set `NumCacheClusters` to 2 or more");
    if clusters.is_absent() {
        findings.push(group.found(found));
    } else if clusters.number().is_some_and(|number| number < 2) {
        findings.push(clusters.found(found));
    }
}
