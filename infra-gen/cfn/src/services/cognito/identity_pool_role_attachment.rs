//! `AWS::Cognito::IdentityPoolRoleAttachment`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::{Arn, Id},
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    value::{Json, List, Map, ObjectWriter, ToJson, Value},
};

/// The `AWS::Cognito::IdentityPoolRoleAttachment` resource manages the role configuration for an Amazon
/// Cognito identity pool.
///
/// `AWS::Cognito::IdentityPoolRoleAttachment`.
#[derive(Debug, Clone, PartialEq)]
pub struct IdentityPoolRoleAttachment {
    /// An identity pool ID in the format `REGION:GUID`.
    ///
    /// Update requires: replacement.
    pub identity_pool_id: Value<Id<kind::cognito::IdentityPool>>,
    /// How users for a specific identity provider are mapped to roles. This is a string to the `RoleMapping`
    /// object map. The string identifies the identity provider. For example: `graph.facebook.com` or
    /// `cognito-idp.us-east-1.amazonaws.com/us-east-1_abcdefghi:app_client_id`.
    pub role_mappings: Option<Value<Map<RoleMapping>>>,
    /// The map of the roles associated with this pool. For a given role, the key is either "authenticated" or
    /// "unauthenticated". The value is the role ARN.
    pub roles: Option<Value<Map<String>>>,
}

impl IdentityPoolRoleAttachment {
    /// With the required properties only.
    pub fn new(identity_pool_id: impl Into<Value<Id<kind::cognito::IdentityPool>>>) -> Self {
        Self {
            identity_pool_id: identity_pool_id.into(),
            role_mappings: None,
            roles: None,
        }
    }
}

impl ToJson for IdentityPoolRoleAttachment {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("IdentityPoolId", &self.identity_pool_id);
        object.optional("RoleMappings", self.role_mappings.as_ref());
        object.optional("Roles", self.roles.as_ref());
        object.finish()
    }
}

impl resource::Resource for IdentityPoolRoleAttachment {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::cognito::IdentityPoolRoleAttachment;
    type Reference = Id<kind::cognito::IdentityPoolRoleAttachment>;
}

impl Handle<IdentityPoolRoleAttachment> {
    /// The resource ID.
    ///
    /// `Fn::GetAtt` of `Id`.
    pub fn id(&self) -> Value<Id<kind::cognito::IdentityPoolRoleAttachment>> {
        self.attribute("Id")
    }
}

/// Defines how to map a claim to a role ARN.
#[derive(Debug, Clone, PartialEq)]
pub struct MappingRule {
    /// The claim name that must be present in the token. For example: "isAdmin" or "paid".
    pub claim: Value<String>,
    /// The match condition that specifies how closely the claim value in the IdP token must match `Value`.
    pub match_type: Value<String>,
    /// The Amazon Resource Name (ARN) of the role.
    pub role_arn: Value<Arn<kind::iam::Role>>,
    /// A brief string that the claim must match. For example, "paid" or "yes".
    pub value: Value<String>,
}

impl MappingRule {
    /// With the required properties only.
    pub fn new(
        claim: impl Into<Value<String>>,
        match_type: impl Into<Value<String>>,
        role_arn: impl Into<Value<Arn<kind::iam::Role>>>,
        value: impl Into<Value<String>>,
    ) -> Self {
        Self {
            claim: claim.into(),
            match_type: match_type.into(),
            role_arn: role_arn.into(),
            value: value.into(),
        }
    }
}

impl ToJson for MappingRule {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Claim", &self.claim);
        object.required("MatchType", &self.match_type);
        object.required("RoleARN", &self.role_arn);
        object.required("Value", &self.value);
        object.finish()
    }
}

/// One of a set of `RoleMappings`, a property of the
/// [AWS::Cognito::IdentityPoolRoleAttachment](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-cognito-identitypoolroleattachment.html)
/// resource that defines the role-mapping attributes of an Amazon Cognito identity pool.
#[derive(Debug, Clone, PartialEq)]
pub struct RoleMapping {
    /// If you specify Token or Rules as the `Type`, `AmbiguousRoleResolution` is required.
    pub ambiguous_role_resolution: Option<Value<String>>,
    /// Identifier for the identity provider for which the role is mapped. For example: `graph.facebook.com`
    /// or `cognito-idp.us-east-1.amazonaws.com/us-east-1_abcdefghi:app_client_id
    /// (http://cognito-idp.us-east-1.amazonaws.com/us-east-1_abcdefghi:app_client_id)`. This is the identity
    /// provider that is used by the user for authentication.
    pub identity_provider: Option<Value<String>>,
    /// The rules to be used for mapping users to roles. If you specify "Rules" as the role-mapping type,
    /// RulesConfiguration is required.
    pub rules_configuration: Option<Value<RulesConfigurationType>>,
    /// The role mapping type. Token will use `cognito:roles` and `cognito:preferred_role` claims from the
    /// Cognito identity provider token to map groups to roles. Rules will attempt to match claims from the
    /// token to map to a role.
    pub r#type: Value<String>,
}

impl RoleMapping {
    /// With the required properties only.
    pub fn new(r#type: impl Into<Value<String>>) -> Self {
        Self {
            ambiguous_role_resolution: None,
            identity_provider: None,
            rules_configuration: None,
            r#type: r#type.into(),
        }
    }
}

impl ToJson for RoleMapping {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("AmbiguousRoleResolution", self.ambiguous_role_resolution.as_ref());
        object.optional("IdentityProvider", self.identity_provider.as_ref());
        object.optional("RulesConfiguration", self.rules_configuration.as_ref());
        object.required("Type", &self.r#type);
        object.finish()
    }
}

/// `RulesConfigurationType` is a subproperty of the
/// [RoleMapping](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-cognito-identitypoolroleattachment-rolemapping.html)
/// property that defines the rules to be used for mapping users to roles.
#[derive(Debug, Clone, PartialEq)]
pub struct RulesConfigurationType {
    /// The rules. You can specify up to 25 rules per identity provider.
    pub rules: Value<List<MappingRule>>,
}

impl RulesConfigurationType {
    /// With the required properties only.
    pub fn new(rules: impl Into<Value<List<MappingRule>>>) -> Self {
        Self { rules: rules.into() }
    }
}

impl ToJson for RulesConfigurationType {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Rules", &self.rules);
        object.finish()
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Cognito::IdentityPoolRoleAttachment",
    properties: &IDENTITY_POOL_ROLE_ATTACHMENT,
    create_only: &["IdentityPoolId"],
    conditional_create_only: &[],
    read_only: &["Id"],
    write_only: &[],
    primary_identifier: &["Id"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("Id")],
    stateful: false,
};

static IDENTITY_POOL_ROLE_ATTACHMENT: Object = Object {
    properties: &[
        Property::optional("Id", Shape::Json),
        Property::required("IdentityPoolId", Shape::TEXT),
        Property::optional("RoleMappings", Shape::Map(&Shape::Object(&ROLE_MAPPING))),
        Property::optional("Roles", Shape::Map(&Shape::TEXT)),
    ],
    constraints: &[],
};

static MAPPING_RULE: Object = Object {
    properties: &[
        Property::required("Claim", Shape::TEXT),
        Property::required("MatchType", Shape::TEXT),
        Property::required("RoleARN", Shape::TEXT),
        Property::required("Value", Shape::TEXT),
    ],
    constraints: &[],
};

static ROLE_MAPPING: Object = Object {
    properties: &[
        Property::optional("AmbiguousRoleResolution", Shape::TEXT),
        Property::optional("IdentityProvider", Shape::TEXT),
        Property::optional("RulesConfiguration", Shape::Object(&RULES_CONFIGURATION_TYPE)),
        Property::required("Type", Shape::TEXT),
    ],
    constraints: &[],
};

static RULES_CONFIGURATION_TYPE: Object = Object {
    properties: &[Property::required(
        "Rules",
        Shape::list(&Shape::Object(&MAPPING_RULE)),
    )],
    constraints: &[],
};
