//! AWS WAF: `AWS::WAFv2`. Generated; see `generator/`.

#![expect(clippy::doc_markdown, reason = "the text is from AWS")]

pub mod ip_set;
pub mod logging_configuration;
pub mod regex_pattern_set;
pub mod rule_group;
pub mod web_acl;
pub mod web_acl_association;

pub use ip_set::IPSet;
pub use logging_configuration::LoggingConfiguration;
pub use regex_pattern_set::RegexPatternSet;
pub use rule_group::RuleGroup;
pub use web_acl::WebACL;
pub use web_acl_association::WebACLAssociation;

use crate::schema::TypeSchema;

pub(super) static SCHEMAS: &[&TypeSchema] = &[
    &ip_set::SCHEMA,
    &logging_configuration::SCHEMA,
    &regex_pattern_set::SCHEMA,
    &rule_group::SCHEMA,
    &web_acl::SCHEMA,
    &web_acl_association::SCHEMA,
];
