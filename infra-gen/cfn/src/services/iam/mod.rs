//! AWS Identity and Access Management: `AWS::IAM`. Generated; see `generator/`.

#![expect(clippy::doc_markdown, reason = "the text is from AWS")]

pub mod access_key;
pub mod group;
pub mod group_policy;
pub mod instance_profile;
pub mod managed_policy;
pub mod oidc_provider;
pub mod policy;
pub mod role;
pub mod role_policy;
pub mod saml_provider;
pub mod server_certificate;
pub mod service_linked_role;
pub mod user;
pub mod user_policy;
pub mod user_to_group_addition;
pub mod virtual_mfa_device;

pub use access_key::AccessKey;
pub use group::Group;
pub use group_policy::GroupPolicy;
pub use instance_profile::InstanceProfile;
pub use managed_policy::ManagedPolicy;
pub use oidc_provider::OIDCProvider;
pub use policy::Policy;
pub use role::Role;
pub use role_policy::RolePolicy;
pub use saml_provider::SAMLProvider;
pub use server_certificate::ServerCertificate;
pub use service_linked_role::ServiceLinkedRole;
pub use user::User;
pub use user_policy::UserPolicy;
pub use user_to_group_addition::UserToGroupAddition;
pub use virtual_mfa_device::VirtualMFADevice;

use crate::schema::TypeSchema;

pub(super) static SCHEMAS: &[&TypeSchema] = &[
    &access_key::SCHEMA,
    &group::SCHEMA,
    &group_policy::SCHEMA,
    &instance_profile::SCHEMA,
    &managed_policy::SCHEMA,
    &oidc_provider::SCHEMA,
    &policy::SCHEMA,
    &role::SCHEMA,
    &role_policy::SCHEMA,
    &saml_provider::SCHEMA,
    &server_certificate::SCHEMA,
    &service_linked_role::SCHEMA,
    &user::SCHEMA,
    &user_policy::SCHEMA,
    &user_to_group_addition::SCHEMA,
    &virtual_mfa_device::SCHEMA,
];
