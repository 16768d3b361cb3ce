//! Certificates: the domains that validate them.
//! <https://docs.aws.amazon.com/acm/latest/APIReference/API_DomainValidationOption.html>

use crate::{
    check::{cases::Cases, catalog::services::certificatemanager::VALIDATION_DOMAIN, query::is_in_domain},
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
                    && !is_in_domain(&domain, &validating)
                {
                    let message = format!(
                        "`{validating}` is neither `DomainName` (`{domain}`) nor one of its parent domains"
                    );
                    findings.push(of.found(
                        VALIDATION_DOMAIN.found(message, "use the domain or one of its parent domains"),
                    ));
                }
            }
        },
    );
}
