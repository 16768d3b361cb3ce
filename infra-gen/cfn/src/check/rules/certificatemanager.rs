//! Certificates: the domains that validate them.
//! <https://docs.aws.amazon.com/acm/latest/APIReference/API_DomainValidationOption.html>

use crate::{
    check::{cases::Cases, catalog::services::certificatemanager::VALIDATION_DOMAIN},
    finding::Finding,
};

pub(super) fn check(cases: &mut Cases<'_>, findings: &mut Vec<Finding>) {
    cases.each(
        "AWS::CertificateManager::Certificate",
        findings,
        |certificate, findings| {
            for option in certificate.get("DomainValidationOptions").items() {
                let of = option.get("ValidationDomain");
                if let (Some(domain), Some(validating)) = (option.get("DomainName").text(), of.text())
                    && !is_within(&domain, &validating)
                {
                    let message = format!(
                        "`{validating}` is neither the `DomainName`, `{domain}`, nor a domain above it"
                    );
                    findings.push(
                        of.found(VALIDATION_DOMAIN.found(message, "use a domain that contains the other")),
                    );
                }
            }
        },
    );
}

fn is_within(domain: &str, other: &str) -> bool {
    domain == other || domain.strip_suffix(other).is_some_and(|rest| rest.ends_with('.'))
}
