//! Single settings of a bucket: its name, encryption, replication, website, CORS rules and archive tiers.

use crate::{
    check::{
        cases::View,
        catalog::services::s3::{
            ARCHIVE_DAYS, BUCKET_NAME, CORS_WILDCARD, ENCRYPTION_KEY, REPLICATION, WEBSITE,
        },
    },
    finding::Finding,
};

pub(super) fn check(bucket: &View<'_, '_>, findings: &mut Vec<Finding>) {
    name(bucket, findings);
    encryption(bucket, findings);
    replication(bucket, findings);
    website(bucket, findings);
    wildcards(bucket, findings);
    archive_tiers(bucket, findings);
}

/// <https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html>
fn name(bucket: &View<'_, '_>, findings: &mut Vec<Finding>) {
    const PREFIXES: [&str; 2] = ["xn--", "sthree-"];
    const SUFFIXES: [&str; 5] = ["-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3"];
    let value = bucket.get("BucketName");
    let Some(name) = value.text() else { return };
    let is_address = name.split('.').count() == 4 && name.split('.').all(|part| part.parse::<u8>().is_ok());
    let problem = if name.contains("..") {
        "has two adjacent periods".to_owned()
    } else if is_address {
        "has the form of an IP address".to_owned()
    } else if let Some(prefix) = PREFIXES.iter().find(|prefix| name.starts_with(**prefix)) {
        format!("begins with `{prefix}`, which is reserved")
    } else if let Some(suffix) = SUFFIXES.iter().find(|suffix| name.ends_with(**suffix)) {
        format!("ends with `{suffix}`, which is reserved")
    } else {
        return;
    };
    findings.push(value.found(BUCKET_NAME.found(format!("`{name}` {problem}"), "rename the bucket")));
}

fn encryption(bucket: &View<'_, '_>, findings: &mut Vec<Finding>) {
    for rule in bucket
        .at("BucketEncryption.ServerSideEncryptionConfiguration")
        .items()
    {
        let default = rule.get("ServerSideEncryptionByDefault");
        let key = default.get("KMSMasterKeyID");
        if key.is_present() && default.get("SSEAlgorithm").is("AES256") {
            let message = "the algorithm `AES256` does not use a KMS key";
            let hint = "use `aws:kms`, or remove the key";
            findings.push(key.found(ENCRYPTION_KEY.found(message, hint)));
        }
    }
}

/// <https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-add-config.html>
fn replication(bucket: &View<'_, '_>, findings: &mut Vec<Finding>) {
    let configuration = bucket.get("ReplicationConfiguration");
    if !configuration.is_present() {
        return;
    }
    let versioning = bucket.at("VersioningConfiguration.Status");
    if versioning.is_or_absent("Suspended") {
        let hint = "set `VersioningConfiguration` to `Enabled`";
        findings.push(configuration.found(REPLICATION.found("replication requires versioning", hint)));
    }
    for rule in configuration.get("Rules").items() {
        let filter = rule.get("Filter");
        if !filter.is_present() {
            continue;
        }
        for name in ["DeleteMarkerReplication", "Priority"] {
            if rule.get(name).is_absent() {
                let message = format!("a rule with `Filter` requires `{name}`");
                findings.push(rule.found(REPLICATION.found(message, "add it")));
            }
        }
        if filter.get("Prefix").is_present() && filter.get("TagFilter").is_present() {
            let message = "a filter has either a prefix or a tag";
            findings.push(filter.found(REPLICATION.found(message, "combine both in `And`")));
        }
    }
}

/// <https://docs.aws.amazon.com/AmazonS3/latest/API/API_WebsiteConfiguration.html>
fn website(bucket: &View<'_, '_>, findings: &mut Vec<Finding>) {
    const PAGES: [&str; 3] = ["ErrorDocument", "IndexDocument", "RoutingRules"];
    let website = bucket.get("WebsiteConfiguration");
    let redirect = website.get("RedirectAllRequestsTo");
    if redirect.is_present() {
        for page in PAGES.map(|name| website.get(name)) {
            if page.is_present() {
                let message = "a website that redirects all requests must not have this property";
                findings.push(page.found(WEBSITE.found(message, "remove it, or `RedirectAllRequestsTo`")));
            }
        }
    } else if website.is_present() && redirect.is_absent() && website.get("IndexDocument").is_absent() {
        let message = "a website requires `IndexDocument` or `RedirectAllRequestsTo`";
        findings.push(website.found(WEBSITE.found(message, "add one of them")));
    }
}

fn wildcards(bucket: &View<'_, '_>, findings: &mut Vec<Finding>) {
    for rule in bucket.at("CorsConfiguration.CorsRules").items() {
        for property in ["AllowedHeaders", "AllowedOrigins"] {
            for item in rule.get(property).items() {
                if let Some(text) = item.text().filter(|text| text.matches('*').count() > 1) {
                    let message = format!("`{text}` has more than one wildcard");
                    findings.push(item.found(CORS_WILDCARD.found(message, "use at most one `*`")));
                }
            }
        }
    }
}

/// <https://docs.aws.amazon.com/AmazonS3/latest/API/API_Tiering.html>
fn archive_tiers(bucket: &View<'_, '_>, findings: &mut Vec<Finding>) {
    const MOST: i64 = 730;
    for configuration in bucket.get("IntelligentTieringConfigurations").items() {
        for tier in configuration.get("Tierings").items() {
            let least = match tier.get("AccessTier").text().as_deref() {
                Some("ARCHIVE_ACCESS") => 90,
                Some("DEEP_ARCHIVE_ACCESS") => 180,
                _ => continue,
            };
            let days = tier.get("Days");
            if let Some(number) = days.number().filter(|number| !(least..=MOST).contains(number)) {
                let message = format!("{number} days are out of range: {least} to {MOST}");
                findings.push(days.found(ARCHIVE_DAYS.found(message, "change it")));
            }
        }
    }
}
