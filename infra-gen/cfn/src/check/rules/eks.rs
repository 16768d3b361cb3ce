//! Clusters and node groups.
//! <https://docs.aws.amazon.com/eks/latest/APIReference/API_VpcConfigRequest.html>

use crate::{
    check::{
        cases::Cases,
        catalog::services::eks::{ENDPOINT, SCALING},
    },
    finding::Finding,
};

pub(super) fn check(cases: &mut Cases<'_>, findings: &mut Vec<Finding>) {
    cases.each("AWS::EKS::Nodegroup", findings, |group, findings| {
        let scaling = group.get("ScalingConfig");
        let size = |name| Some((name, scaling.get(name).number()?));
        let sizes: Vec<(&str, i64)> = ["MinSize", "DesiredSize", "MaxSize"]
            .into_iter()
            .filter_map(size)
            .collect();
        for pair in sizes.windows(2) {
            let [(lower, least), (upper, most)] = pair else {
                continue;
            };
            if least > most {
                let message = format!("`{lower}`, {least}, is more than `{upper}`, {most}");
                let found = SCALING.found(message, "set `MinSize` ≤ `DesiredSize` ≤ `MaxSize`");
                findings.push(scaling.get(lower).found(found));
            }
        }
    });
    cases.each("AWS::EKS::Cluster", findings, |cluster, findings| {
        let network = cluster.get("ResourcesVpcConfig");
        let public = network.get("EndpointPublicAccess");
        if public.is("false") && network.get("EndpointPrivateAccess").is_or_absent("false") {
            let message = "the cluster has neither a public nor a private endpoint";
            findings.push(public.found(ENDPOINT.found(message, "set `EndpointPrivateAccess`")));
        }
    });
}
