//! The rules of Certificate Manager.

use crate::finding::{Example::Text, Rule, Scope::Template, Severity::Error};

pub(super) static RULES: [&Rule; 1] = [&VALIDATION_DOMAIN];

pub(in crate::check) static VALIDATION_DOMAIN: Rule = Rule {
    id: "acm-validation-domain",
    severity: Error,
    scope: Template,
    summary: "a certificate whose validation domain does not contain its domain",
    explanation: "The validation domain is the domain itself or one of its parent domains. Certificate Manager refuses anything else.",
    source: "https://docs.aws.amazon.com/acm/latest/APIReference/API_DomainValidationOption.html",
    bad: Text(
        "\
Resources:
  Certificate:
    Type: AWS::CertificateManager::Certificate
    Properties:
      DomainName: shop.example.com
      DomainValidationOptions:
        - DomainName: shop.example.com
          ValidationDomain: example.net
",
    ),
    good: "\
Resources:
  Certificate:
    Type: AWS::CertificateManager::Certificate
    Properties:
      DomainName: shop.example.com
      DomainValidationOptions:
        - DomainName: shop.example.com
          ValidationDomain: example.com
",
};
