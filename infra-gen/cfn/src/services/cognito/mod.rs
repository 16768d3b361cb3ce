//! Amazon Cognito: `AWS::Cognito`. Generated; see `generator/`.

#![expect(clippy::doc_markdown, reason = "the text is from AWS")]

pub mod identity_pool;
pub mod identity_pool_principal_tag;
pub mod identity_pool_role_attachment;
pub mod log_delivery_configuration;
pub mod managed_login_branding;
pub mod terms;
pub mod user_pool;
pub mod user_pool_client;
pub mod user_pool_domain;
pub mod user_pool_group;
pub mod user_pool_identity_provider;
pub mod user_pool_regional_configuration_attachment;
pub mod user_pool_replica;
pub mod user_pool_resource_server;
pub mod user_pool_risk_configuration_attachment;
pub mod user_pool_ui_customization_attachment;
pub mod user_pool_user;
pub mod user_pool_user_to_group_attachment;

pub use identity_pool::IdentityPool;
pub use identity_pool_principal_tag::IdentityPoolPrincipalTag;
pub use identity_pool_role_attachment::IdentityPoolRoleAttachment;
pub use log_delivery_configuration::LogDeliveryConfiguration;
pub use managed_login_branding::ManagedLoginBranding;
pub use terms::Terms;
pub use user_pool::UserPool;
pub use user_pool_client::UserPoolClient;
pub use user_pool_domain::UserPoolDomain;
pub use user_pool_group::UserPoolGroup;
pub use user_pool_identity_provider::UserPoolIdentityProvider;
pub use user_pool_regional_configuration_attachment::UserPoolRegionalConfigurationAttachment;
pub use user_pool_replica::UserPoolReplica;
pub use user_pool_resource_server::UserPoolResourceServer;
pub use user_pool_risk_configuration_attachment::UserPoolRiskConfigurationAttachment;
pub use user_pool_ui_customization_attachment::UserPoolUICustomizationAttachment;
pub use user_pool_user::UserPoolUser;
pub use user_pool_user_to_group_attachment::UserPoolUserToGroupAttachment;

use crate::schema::TypeSchema;

pub(super) static SCHEMAS: &[&TypeSchema] = &[
    &identity_pool::SCHEMA,
    &identity_pool_principal_tag::SCHEMA,
    &identity_pool_role_attachment::SCHEMA,
    &log_delivery_configuration::SCHEMA,
    &managed_login_branding::SCHEMA,
    &terms::SCHEMA,
    &user_pool::SCHEMA,
    &user_pool_client::SCHEMA,
    &user_pool_domain::SCHEMA,
    &user_pool_group::SCHEMA,
    &user_pool_identity_provider::SCHEMA,
    &user_pool_regional_configuration_attachment::SCHEMA,
    &user_pool_replica::SCHEMA,
    &user_pool_resource_server::SCHEMA,
    &user_pool_risk_configuration_attachment::SCHEMA,
    &user_pool_ui_customization_attachment::SCHEMA,
    &user_pool_user::SCHEMA,
    &user_pool_user_to_group_attachment::SCHEMA,
];
