//! AWS Certificate Manager: `AWS::CertificateManager`. Generated; see `generator/`.

#![expect(clippy::doc_markdown, reason = "the text is from AWS")]

pub mod account;
pub mod acme_domain_validation;
pub mod acme_endpoint;
pub mod acme_external_account_binding;
pub mod certificate;

pub use account::Account;
pub use acme_domain_validation::AcmeDomainValidation;
pub use acme_endpoint::AcmeEndpoint;
pub use acme_external_account_binding::AcmeExternalAccountBinding;
pub use certificate::Certificate;

use crate::schema::TypeSchema;

pub(super) static SCHEMAS: &[&TypeSchema] = &[
    &account::SCHEMA,
    &acme_domain_validation::SCHEMA,
    &acme_endpoint::SCHEMA,
    &acme_external_account_binding::SCHEMA,
    &certificate::SCHEMA,
];
