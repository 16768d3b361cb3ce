//! Web ACLs: their rules, and their scope, which decides what they can protect.
//! <https://docs.aws.amazon.com/waf/latest/APIReference/API_AssociateWebACL.html>

mod contents;

use crate::{
    check::{
        cases::{Cases, View},
        catalog::services::wafv2::SCOPE,
    },
    finding::Finding,
};

pub(super) fn check(cases: &mut Cases<'_>, findings: &mut Vec<Finding>) {
    contents::check(cases, findings);
    cases.each(
        "AWS::WAFv2::WebACLAssociation",
        findings,
        |association, findings| {
            scope(
                &association.get("WebACLArn"),
                "CLOUDFRONT",
                "protects distributions only, which name it in `WebACLId`",
                findings,
            );
        },
    );
    cases.each(
        "AWS::CloudFront::Distribution",
        findings,
        |distribution, findings| {
            scope(
                &distribution.at("DistributionConfig.WebACLId"),
                "REGIONAL",
                "cannot protect a distribution",
                findings,
            );
        },
    );
}

fn scope(reference: &View<'_, '_>, wrong: &str, problem: &str, findings: &mut Vec<Finding>) {
    let acl = reference.resource("AWS::WAFv2::WebACL");
    if let Some(acl) = acl.filter(|acl| acl.get("Scope").is(wrong)) {
        let message = format!("`{}` has the scope `{wrong}`, so it {problem}", acl.id);
        let hint = "use a web ACL with the other scope";
        findings.push(reference.found(SCOPE.found(message, hint)));
    }
}
