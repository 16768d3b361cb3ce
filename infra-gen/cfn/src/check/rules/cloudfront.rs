//! Distributions: their origins and cache behaviors.
//! <https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CacheBehavior.html>

mod behaviors;
mod origins;

use std::collections::BTreeSet;

use crate::{
    check::catalog::services::cloudfront::{ALIAS, CACHE_POLICY, CERTIFICATE, ORIGIN_TYPE, UNKNOWN_ORIGIN},
    check::{
        cases::{Cases, View},
        hint::did_you_mean,
        query::{UNKNOWN, list, resources_of_type},
    },
    finding::{Finding, Unplaced},
    intrinsic_call::is_intrinsic_call,
    template::Template,
    value::Json,
};

pub(super) fn check(template: &Template, cases: &mut Cases<'_>, findings: &mut Vec<Finding>) {
    cases.each(
        "AWS::CloudFront::Distribution",
        findings,
        |distribution, findings| {
            let config = distribution.get("DistributionConfig");
            behaviors::check(&config, findings);
            origins::check(&config, findings);
            certificate(&config, findings);
            for alias in config.get("Aliases").items() {
                if let Some(name) = alias.text().filter(|name| !is_alias(name)) {
                    let message = format!("`{name}` is not a domain name in lower case");
                    let hint = "write a name such as `shop.example.com` or `*.example.com`";
                    findings.push(alias.found(ALIAS.found(message, hint)));
                }
            }
        },
    );
    cases.each("AWS::CloudFront::CachePolicy", findings, |policy, findings| {
        behaviors::ttl_order(&policy.get("CachePolicyConfig"), findings);
    });
    for (id, distribution) in resources_of_type(template, "AWS::CloudFront::Distribution") {
        let Some(config) = distribution.properties.get("DistributionConfig") else {
            continue;
        };
        let mut report = |path: String, finding: Unplaced| {
            findings.push(Finding::resource(
                id,
                format!("Properties.DistributionConfig.{path}"),
                finding,
            ));
        };
        for (i, origin) in list(config.get("Origins")).iter().enumerate() {
            let types = ORIGIN_TYPES
                .iter()
                .filter(|name| origin.get(**name).is_some())
                .count();
            if types != 1 && !is_intrinsic_call(origin) {
                report(
                    format!("Origins[{i}]"),
                    ORIGIN_TYPE.found(
                        "an origin must have exactly one type",
                        "set one of `S3OriginConfig`, `CustomOriginConfig` and `VpcOriginConfig`",
                    ),
                );
            }
        }
        let origins = origins(config);
        let others = list(config.get("CacheBehaviors")).iter().enumerate();
        let others = others.map(|(i, behavior)| (format!("CacheBehaviors[{i}]"), behavior));
        let default = config.get("DefaultCacheBehavior");
        let default = default.map(|behavior| ("DefaultCacheBehavior".to_owned(), behavior));
        for (path, behavior) in default
            .into_iter()
            .chain(others)
            .filter(|(_, behavior)| !is_intrinsic_call(behavior))
        {
            if behavior.get("CachePolicyId").is_none() && behavior.get("ForwardedValues").is_none() {
                report(
                    path.clone(),
                    CACHE_POLICY.found("the behavior has no cache policy", "set `CachePolicyId`"),
                );
            }
            if let (Some(origins), Some(Json::String(target))) = (&origins, behavior.get("TargetOriginId"))
                && !origins.contains(target.as_str())
            {
                let hint = did_you_mean(target, origins.iter().copied(), "add one to `Origins`");
                let finding = UNKNOWN_ORIGIN.found(format!("no origin has the ID `{target}`"), hint);
                report(format!("{path}.TargetOriginId"), finding);
            }
        }
    }
}

/// <https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html>
fn certificate(config: &View<'_, '_>, findings: &mut Vec<Finding>) {
    const CERTIFICATES: [&str; 2] = ["AcmCertificateArn", "IamCertificateId"];
    let certificate = config.get("ViewerCertificate");
    let aliases = config.get("Aliases");
    let has_alias = aliases.items().iter().any(|alias| alias.text().is_some());
    if has_alias && CERTIFICATES.iter().all(|name| certificate.get(name).is_absent()) {
        let message = "aliases require a certificate";
        findings
            .push(aliases.found(CERTIFICATE.found(message, "set `ViewerCertificate` to one of `us-east-1`")));
    }
    let arn = certificate.get("AcmCertificateArn");
    if let Some(text) = arn.partial_text()
        && let Some(region) = text
            .strip_prefix("arn:aws:acm:")
            .and_then(|rest| rest.split(':').next())
            .filter(|region| *region != "us-east-1" && !region.contains(UNKNOWN))
    {
        let message = format!("the certificate is in `{region}`; CloudFront requires one in `us-east-1`");
        findings.push(arn.found(CERTIFICATE.found(message, "request the certificate in `us-east-1`")));
    }
}

/// Whether a name is an alternate domain name. Its first label may be a wildcard.
/// <https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html>
fn is_alias(name: &str) -> bool {
    const MAX_LABEL_LENGTH: usize = 63;
    let domain = name.strip_prefix("*.").unwrap_or(name);
    let is_label = |label: &str| {
        (1..=MAX_LABEL_LENGTH).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_'))
    };
    let top = domain.rsplit_once('.').map_or("", |(_, top)| top);
    top.len() > 1 && domain.split('.').all(is_label)
}

/// The properties that set the type of an origin.
const ORIGIN_TYPES: [&str; 3] = ["CustomOriginConfig", "S3OriginConfig", "VpcOriginConfig"];

/// The IDs of the origins and origin groups; `None` if not all are known.
fn origins(config: &Json) -> Option<BTreeSet<&str>> {
    let origins = config.get("Origins")?.as_array()?;
    let groups = match config.get("OriginGroups") {
        Some(groups) if is_intrinsic_call(groups) => return None,
        Some(groups) => list(groups.get("Items")),
        None => &[],
    };
    origins
        .iter()
        .chain(groups)
        .map(|origin| origin.get("Id")?.as_str())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::is_alias;

    #[test]
    fn aliases_are_domain_names_in_lower_case() {
        for name in [
            "shop.example.com",
            "*.example.com",
            "xn--bcher-kva.example",
            "a_b.example.com",
        ] {
            assert!(is_alias(name), "{name}");
        }
        for name in [
            "example",
            "Shop.example.com",
            "a.*.example.com",
            "-a.example.com",
            "a.example.com ",
            "a.b",
            "",
        ] {
            assert!(!is_alias(name), "{name}");
        }
    }
}
