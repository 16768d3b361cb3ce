//! Replication groups: automatic failover requires a replica.
//! <https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateReplicationGroup.html>

use crate::{
    check::{
        cases::{Cases, View},
        catalog::services::elasticache::FAILOVER,
    },
    finding::Finding,
};

pub(super) fn check(cases: &mut Cases<'_>, findings: &mut Vec<Finding>) {
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
