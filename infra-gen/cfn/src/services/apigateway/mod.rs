//! Amazon API Gateway, REST APIs: `AWS::ApiGateway`. Generated; see `generator/`.

#![expect(clippy::doc_markdown, reason = "the text is from AWS")]

pub mod account;
pub mod api_key;
pub mod authorizer;
pub mod base_path_mapping;
pub mod base_path_mapping_v2;
pub mod client_certificate;
pub mod deployment;
pub mod documentation_part;
pub mod documentation_version;
pub mod domain_name;
pub mod domain_name_access_association;
pub mod domain_name_v2;
pub mod gateway_response;
pub mod method;
pub mod model;
pub mod request_validator;
pub mod resource;
pub mod rest_api;
pub mod stage;
pub mod usage_plan;
pub mod usage_plan_key;
pub mod vpc_link;

pub use account::Account;
pub use api_key::ApiKey;
pub use authorizer::Authorizer;
pub use base_path_mapping::BasePathMapping;
pub use base_path_mapping_v2::BasePathMappingV2;
pub use client_certificate::ClientCertificate;
pub use deployment::Deployment;
pub use documentation_part::DocumentationPart;
pub use documentation_version::DocumentationVersion;
pub use domain_name::DomainName;
pub use domain_name_access_association::DomainNameAccessAssociation;
pub use domain_name_v2::DomainNameV2;
pub use gateway_response::GatewayResponse;
pub use method::Method;
pub use model::Model;
pub use request_validator::RequestValidator;
pub use resource::Resource;
pub use rest_api::RestApi;
pub use stage::Stage;
pub use usage_plan::UsagePlan;
pub use usage_plan_key::UsagePlanKey;
pub use vpc_link::VpcLink;

use crate::schema::TypeSchema;

pub(super) static SCHEMAS: &[&TypeSchema] = &[
    &account::SCHEMA,
    &api_key::SCHEMA,
    &authorizer::SCHEMA,
    &base_path_mapping::SCHEMA,
    &base_path_mapping_v2::SCHEMA,
    &client_certificate::SCHEMA,
    &deployment::SCHEMA,
    &documentation_part::SCHEMA,
    &documentation_version::SCHEMA,
    &domain_name::SCHEMA,
    &domain_name_access_association::SCHEMA,
    &domain_name_v2::SCHEMA,
    &gateway_response::SCHEMA,
    &method::SCHEMA,
    &model::SCHEMA,
    &request_validator::SCHEMA,
    &resource::SCHEMA,
    &rest_api::SCHEMA,
    &stage::SCHEMA,
    &usage_plan::SCHEMA,
    &usage_plan_key::SCHEMA,
    &vpc_link::SCHEMA,
];
