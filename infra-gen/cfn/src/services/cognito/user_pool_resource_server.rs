//! `AWS::Cognito::UserPoolResourceServer`. Generated; see `generator/`.

use crate::{
    kind,
    reference::Id,
    resource,
    schema::{Object, Property, Reference, Shape, TypeSchema},
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// The `AWS::Cognito::UserPoolResourceServer` resource creates a new OAuth2.0 resource server and defines
/// custom scopes in it.
///
/// `AWS::Cognito::UserPoolResourceServer`.
#[derive(Debug, Clone, PartialEq)]
pub struct UserPoolResourceServer {
    /// A unique resource server identifier for the resource server. The identifier can be an API friendly
    /// name like `solar-system-data`. You can also set an API URL like
    /// `https://solar-system-data-api.example.com` as your identifier.
    ///
    /// Update requires: replacement. Length: 1 to 256. Pattern: `^[\x21\x23-\x5B\x5D-\x7E]+$`.
    pub identifier: Value<String>,
    /// A friendly name for the resource server.
    ///
    /// Length: 1 to 256. Pattern: `^[\w\s+=,.@-]+$`.
    pub name: Value<String>,
    /// A list of scopes. Each scope is a map with keys `ScopeName` and `ScopeDescription`.
    ///
    /// Items: at most 100.
    pub scopes: Option<Value<List<ResourceServerScopeType>>>,
    /// The ID of the user pool where you want to create a resource server.
    ///
    /// Update requires: replacement. Length: 1 to 55. Pattern: `^[\w-]+_[0-9a-zA-Z]+$`.
    pub user_pool_id: Value<Id<kind::cognito::UserPool>>,
}

impl UserPoolResourceServer {
    /// With the required properties only.
    pub fn new(
        identifier: impl Into<Value<String>>,
        name: impl Into<Value<String>>,
        user_pool_id: impl Into<Value<Id<kind::cognito::UserPool>>>,
    ) -> Self {
        Self {
            identifier: identifier.into(),
            name: name.into(),
            scopes: None,
            user_pool_id: user_pool_id.into(),
        }
    }
}

impl ToJson for UserPoolResourceServer {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Identifier", &self.identifier);
        object.required("Name", &self.name);
        object.optional("Scopes", self.scopes.as_ref());
        object.required("UserPoolId", &self.user_pool_id);
        object.finish()
    }
}

impl resource::Resource for UserPoolResourceServer {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::cognito::UserPoolResourceServer;
    type Reference = Id<kind::cognito::UserPoolResourceServer>;
}

/// One custom scope associated with a user pool resource server. This data type is a member of
/// `ResourceServerScopeType`. For more information, see [Scopes, M2M, and API authorization with resource
/// servers](https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html).
#[derive(Debug, Clone, PartialEq)]
pub struct ResourceServerScopeType {
    /// A friendly description of a custom scope.
    ///
    /// Length: 1 to 256.
    pub scope_description: Value<String>,
    /// The name of the scope. Amazon Cognito renders custom scopes in the format
    /// `resourceServerIdentifier/ScopeName`. For example, if this parameter is `exampleScope` in the resource
    /// server with the identifier `exampleResourceServer`, you request and receive the scope
    /// `exampleResourceServer/exampleScope`.
    ///
    /// Length: 1 to 256. Pattern: `^[\x21\x23-\x2E\x30-\x5B\x5D-\x7E]+$`.
    pub scope_name: Value<String>,
}

impl ResourceServerScopeType {
    /// With the required properties only.
    pub fn new(scope_description: impl Into<Value<String>>, scope_name: impl Into<Value<String>>) -> Self {
        Self {
            scope_description: scope_description.into(),
            scope_name: scope_name.into(),
        }
    }
}

impl ToJson for ResourceServerScopeType {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("ScopeDescription", &self.scope_description);
        object.required("ScopeName", &self.scope_name);
        object.finish()
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Cognito::UserPoolResourceServer",
    properties: &USER_POOL_RESOURCE_SERVER,
    create_only: &["Identifier", "UserPoolId"],
    conditional_create_only: &[],
    read_only: &[],
    write_only: &[],
    primary_identifier: &["UserPoolId", "Identifier"],
    reference: Reference::Id,
    attributes: &[],
    stateful: false,
};

static RESOURCE_SERVER_SCOPE_TYPE: Object = Object {
    properties: &[
        Property::required("ScopeDescription", Shape::TEXT.min_length(1).max_length(256)),
        Property::required(
            "ScopeName",
            Shape::TEXT
                .pattern(r"^[\x21\x23-\x2E\x30-\x5B\x5D-\x7E]+$")
                .min_length(1)
                .max_length(256),
        ),
    ],
    constraints: &[],
};

static USER_POOL_RESOURCE_SERVER: Object = Object {
    properties: &[
        Property::required(
            "Identifier",
            Shape::TEXT
                .pattern(r"^[\x21\x23-\x5B\x5D-\x7E]+$")
                .min_length(1)
                .max_length(256),
        ),
        Property::required(
            "Name",
            Shape::TEXT
                .pattern(r"^[\w\s+=,.@-]+$")
                .min_length(1)
                .max_length(256),
        ),
        Property::optional(
            "Scopes",
            Shape::list(&Shape::Object(&RESOURCE_SERVER_SCOPE_TYPE)).max_length(100),
        ),
        Property::required(
            "UserPoolId",
            Shape::TEXT
                .pattern(r"^[\w-]+_[0-9a-zA-Z]+$")
                .min_length(1)
                .max_length(55),
        ),
    ],
    constraints: &[],
};
