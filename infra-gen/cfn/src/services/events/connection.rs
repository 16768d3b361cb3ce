//! `AWS::Events::Connection`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::{Arn, Id},
    resource,
    schema::{Attribute, Constraint, Object, Property, Reference, Shape, TypeSchema},
    text_enum::text_enum,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// Creates a connection. A connection defines the authorization type and credentials to use for authorization
/// with an API destination HTTP endpoint.
///
/// `AWS::Events::Connection`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Connection {
    /// The authorization parameters to use to authorize with the endpoint.
    pub auth_parameters: Option<Value<AuthParameters>>,
    /// The type of authorization to use for the connection.
    pub authorization_type: Option<Value<AuthorizationType>>,
    /// A description for the connection to create.
    ///
    /// Length: at most 512.
    pub description: Option<Value<String>>,
    /// For connections to private APIs, the parameters to use for invoking the API.
    pub invocation_connectivity_parameters: Option<Value<InvocationConnectivityParameters>>,
    /// The identifier of the AWS customer managed key for EventBridge to use, if you choose to use a customer
    /// managed key to encrypt this connection. The identifier can be the key Amazon Resource Name (ARN),
    /// KeyId, key alias, or key alias ARN.
    ///
    /// Length: at most 2048. Pattern: `^[a-zA-Z0-9_\-/:]*$`.
    pub kms_key_identifier: Option<Value<String>>,
    /// The name for the connection to create.
    ///
    /// Update requires: replacement. Length: 1 to 64. Pattern: `[\.\-_A-Za-z0-9]+`.
    pub name: Option<Value<String>>,
}

impl Connection {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for Connection {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("AuthParameters", self.auth_parameters.as_ref());
        object.optional("AuthorizationType", self.authorization_type.as_ref());
        object.optional("Description", self.description.as_ref());
        object.optional(
            "InvocationConnectivityParameters",
            self.invocation_connectivity_parameters.as_ref(),
        );
        object.optional("KmsKeyIdentifier", self.kms_key_identifier.as_ref());
        object.optional("Name", self.name.as_ref());
        object.finish()
    }
}

impl resource::Resource for Connection {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::events::Connection;
    type Reference = Id<kind::events::Connection>;
}

impl Handle<Connection> {
    /// The ARN of the connection that was created by the request.
    ///
    /// `Fn::GetAtt` of `Arn`.
    pub fn arn(&self) -> Value<Arn<kind::events::Connection>> {
        self.attribute("Arn")
    }

    /// Returns the Amazon Resource Name (ARN) of a connection in resource format, so it can be used in the
    /// `Resource` element of IAM permission policy statements. For more information, see [Resource types
    /// defined by Amazon
    /// EventBridge](https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoneventbridge.html#amazoneventbridge-resources-for-iam-policies)
    /// in the *Service Authorization Reference*.
    ///
    /// `Fn::GetAtt` of `ArnForPolicy`.
    pub fn arn_for_policy(&self) -> Value<String> {
        self.attribute("ArnForPolicy")
    }

    /// For connections to private APIs, the Amazon Resource Name (ARN) of the resource association
    /// EventBridge created between the connection and the private API's resource configuration.
    ///
    /// `Fn::GetAtt` of `AuthParameters.ConnectivityParameters.ResourceParameters.ResourceAssociationArn`.
    pub fn auth_parameters_connectivity_parameters_resource_parameters_resource_association_arn(
        &self,
    ) -> Value<String> {
        self.attribute("AuthParameters.ConnectivityParameters.ResourceParameters.ResourceAssociationArn")
    }

    /// For connections to private APIs, the Amazon Resource Name (ARN) of the resource association
    /// EventBridge created between the connection and the private API's resource configuration.
    ///
    /// `Fn::GetAtt` of `InvocationConnectivityParameters.ResourceParameters.ResourceAssociationArn`.
    pub fn invocation_connectivity_parameters_resource_parameters_resource_association_arn(
        &self,
    ) -> Value<String> {
        self.attribute("InvocationConnectivityParameters.ResourceParameters.ResourceAssociationArn")
    }

    /// The ARN for the secret created for the connection.
    ///
    /// `Fn::GetAtt` of `SecretArn`.
    pub fn secret_arn(&self) -> Value<String> {
        self.attribute("SecretArn")
    }
}

/// The API key authorization parameters for the connection.
#[derive(Debug, Clone, PartialEq)]
pub struct ApiKeyAuthParameters {
    /// The name of the API key to use for authorization.
    ///
    /// Length: 1 to 512. Pattern: `^[ \t]*[^\x00-\x1F\x7F]+([ \t]+[^\x00-\x1F\x7F]+)*[ \t]*$`.
    pub api_key_name: Value<String>,
    /// The value for the API key to use for authorization.
    ///
    /// Length: 1 to 512. Pattern: `^[ \t]*[^\x00-\x1F\x7F]+([ \t]+[^\x00-\x1F\x7F]+)*[ \t]*$`.
    pub api_key_value: Value<String>,
}

impl ApiKeyAuthParameters {
    /// With the required properties only.
    pub fn new(api_key_name: impl Into<Value<String>>, api_key_value: impl Into<Value<String>>) -> Self {
        Self {
            api_key_name: api_key_name.into(),
            api_key_value: api_key_value.into(),
        }
    }
}

impl ToJson for ApiKeyAuthParameters {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("ApiKeyName", &self.api_key_name);
        object.required("ApiKeyValue", &self.api_key_value);
        object.finish()
    }
}

/// Tthe authorization parameters to use for the connection.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AuthParameters {
    /// The API Key parameters to use for authorization.
    pub api_key_auth_parameters: Option<Value<ApiKeyAuthParameters>>,
    /// The authorization parameters for Basic authorization.
    pub basic_auth_parameters: Option<Value<BasicAuthParameters>>,
    /// For private OAuth authentication endpoints. The parameters EventBridge uses to authenticate against
    /// the endpoint.
    pub connectivity_parameters: Option<Value<ConnectivityParameters>>,
    /// Additional parameters for the connection that are passed through with every invocation to the HTTP
    /// endpoint.
    pub invocation_http_parameters: Option<Value<ConnectionHttpParameters>>,
    /// The OAuth parameters to use for authorization.
    pub oauth_parameters: Option<Value<OAuthParameters>>,
}

impl AuthParameters {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for AuthParameters {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("ApiKeyAuthParameters", self.api_key_auth_parameters.as_ref());
        object.optional("BasicAuthParameters", self.basic_auth_parameters.as_ref());
        object.optional("ConnectivityParameters", self.connectivity_parameters.as_ref());
        object.optional(
            "InvocationHttpParameters",
            self.invocation_http_parameters.as_ref(),
        );
        object.optional("OAuthParameters", self.oauth_parameters.as_ref());
        object.finish()
    }
}

/// The Basic authorization parameters for the connection.
#[derive(Debug, Clone, PartialEq)]
pub struct BasicAuthParameters {
    /// The password associated with the user name to use for Basic authorization.
    ///
    /// Length: 1 to 512. Pattern: `^[ \t]*[^\x00-\x1F\x7F]+([ \t]+[^\x00-\x1F\x7F]+)*[ \t]*$`.
    pub password: Value<String>,
    /// The user name to use for Basic authorization.
    ///
    /// Length: 1 to 512. Pattern: `^[ \t]*[^\x00-\x1F\x7F]+([ \t]+[^\x00-\x1F\x7F]+)*[ \t]*$`.
    pub username: Value<String>,
}

impl BasicAuthParameters {
    /// With the required properties only.
    pub fn new(password: impl Into<Value<String>>, username: impl Into<Value<String>>) -> Self {
        Self {
            password: password.into(),
            username: username.into(),
        }
    }
}

impl ToJson for BasicAuthParameters {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Password", &self.password);
        object.required("Username", &self.username);
        object.finish()
    }
}

/// The OAuth authorization parameters to use for the connection.
#[derive(Debug, Clone, PartialEq)]
pub struct ClientParameters {
    /// The client ID to use for OAuth authorization.
    ///
    /// Length: 1 to 512. Pattern: `^[ \t]*[^\x00-\x1F\x7F]+([ \t]+[^\x00-\x1F\x7F]+)*[ \t]*$`.
    pub client_id: Value<String>,
    /// The client secret assciated with the client ID to use for OAuth authorization.
    ///
    /// Length: 1 to 512. Pattern: `^[ \t]*[^\x00-\x1F\x7F]+([ \t]+[^\x00-\x1F\x7F]+)*[ \t]*$`.
    pub client_secret: Value<String>,
}

impl ClientParameters {
    /// With the required properties only.
    pub fn new(client_id: impl Into<Value<String>>, client_secret: impl Into<Value<String>>) -> Self {
        Self {
            client_id: client_id.into(),
            client_secret: client_secret.into(),
        }
    }
}

impl ToJson for ClientParameters {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("ClientID", &self.client_id);
        object.required("ClientSecret", &self.client_secret);
        object.finish()
    }
}

/// Any additional parameters for the connection.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ConnectionHttpParameters {
    /// Any additional body string parameters for the connection.
    ///
    /// Items: at most 100.
    pub body_parameters: Option<Value<List<Parameter>>>,
    /// Any additional header parameters for the connection.
    ///
    /// Items: at most 100.
    pub header_parameters: Option<Value<List<Parameter>>>,
    /// Any additional query string parameters for the connection.
    ///
    /// Items: at most 100.
    pub query_string_parameters: Option<Value<List<Parameter>>>,
}

impl ConnectionHttpParameters {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for ConnectionHttpParameters {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("BodyParameters", self.body_parameters.as_ref());
        object.optional("HeaderParameters", self.header_parameters.as_ref());
        object.optional("QueryStringParameters", self.query_string_parameters.as_ref());
        object.finish()
    }
}

/// If you specify a private OAuth endpoint, the parameters for EventBridge to use when authenticating against
/// the endpoint.
#[derive(Debug, Clone, PartialEq)]
pub struct ConnectivityParameters {
    /// The parameters for EventBridge to use when invoking the resource endpoint.
    pub resource_parameters: Value<ResourceParameters>,
}

impl ConnectivityParameters {
    /// With the required properties only.
    pub fn new(resource_parameters: impl Into<Value<ResourceParameters>>) -> Self {
        Self {
            resource_parameters: resource_parameters.into(),
        }
    }
}

impl ToJson for ConnectivityParameters {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("ResourceParameters", &self.resource_parameters);
        object.finish()
    }
}

/// For connections to private APIs, the parameters to use for invoking the API.
#[derive(Debug, Clone, PartialEq)]
pub struct InvocationConnectivityParameters {
    /// The parameters for EventBridge to use when invoking the resource endpoint.
    pub resource_parameters: Value<ResourceParameters>,
}

impl InvocationConnectivityParameters {
    /// With the required properties only.
    pub fn new(resource_parameters: impl Into<Value<ResourceParameters>>) -> Self {
        Self {
            resource_parameters: resource_parameters.into(),
        }
    }
}

impl ToJson for InvocationConnectivityParameters {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("ResourceParameters", &self.resource_parameters);
        object.finish()
    }
}

/// Contains the OAuth authorization parameters to use for the connection.
#[derive(Debug, Clone, PartialEq)]
pub struct OAuthParameters {
    /// The URL to the authorization endpoint when OAuth is specified as the authorization type.
    ///
    /// Length: 1 to 2048. Pattern: `^((%[0-9A-Fa-f]{2}|[-()_.!~*';/?:@\x26=+$,A-Za-z0-9])+)([).!';/?:,])?$`.
    pub authorization_endpoint: Value<String>,
    /// The client parameters for OAuth authorization.
    pub client_parameters: Value<ClientParameters>,
    /// The method to use for the authorization request.
    pub http_method: Value<HttpMethod>,
    /// Details about the additional parameters to use for the connection.
    pub oauth_http_parameters: Option<Value<ConnectionHttpParameters>>,
}

impl OAuthParameters {
    /// With the required properties only.
    pub fn new(
        authorization_endpoint: impl Into<Value<String>>,
        client_parameters: impl Into<Value<ClientParameters>>,
        http_method: impl Into<Value<HttpMethod>>,
    ) -> Self {
        Self {
            authorization_endpoint: authorization_endpoint.into(),
            client_parameters: client_parameters.into(),
            http_method: http_method.into(),
            oauth_http_parameters: None,
        }
    }
}

impl ToJson for OAuthParameters {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("AuthorizationEndpoint", &self.authorization_endpoint);
        object.required("ClientParameters", &self.client_parameters);
        object.required("HttpMethod", &self.http_method);
        object.optional("OAuthHttpParameters", self.oauth_http_parameters.as_ref());
        object.finish()
    }
}

/// Any additional query string parameter for the connection. You can include up to 100 additional query
/// string parameters per request. Each additional parameter counts towards the event payload size, which
/// cannot exceed 64 KB.
#[derive(Debug, Clone, PartialEq)]
pub struct Parameter {
    /// Specifies whether the value is secret.
    pub is_value_secret: Option<Value<bool>>,
    /// The key for a query string parameter.
    ///
    /// Length: at most 512.
    pub key: Value<String>,
    /// The value associated with the key for the query string parameter.
    ///
    /// Length: at most 512. Pattern: `^[ \t]*[\x20-\x7E]+([ \t]+[\x20-\x7E]+)*[ \t]*$`.
    pub value: Value<String>,
}

impl Parameter {
    /// With the required properties only.
    pub fn new(key: impl Into<Value<String>>, value: impl Into<Value<String>>) -> Self {
        Self {
            is_value_secret: None,
            key: key.into(),
            value: value.into(),
        }
    }
}

impl ToJson for Parameter {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("IsValueSecret", self.is_value_secret.as_ref());
        object.required("Key", &self.key);
        object.required("Value", &self.value);
        object.finish()
    }
}

/// The parameters for EventBridge to use when invoking the resource endpoint.
#[derive(Debug, Clone, PartialEq)]
pub struct ResourceParameters {
    /// The Amazon Resource Name (ARN) of the Amazon VPC Lattice resource configuration for the resource
    /// endpoint.
    ///
    /// Length: at most 2048.
    pub resource_configuration_arn: Value<String>,
}

impl ResourceParameters {
    /// With the required properties only.
    pub fn new(resource_configuration_arn: impl Into<Value<String>>) -> Self {
        Self {
            resource_configuration_arn: resource_configuration_arn.into(),
        }
    }
}

impl ToJson for ResourceParameters {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("ResourceConfigurationArn", &self.resource_configuration_arn);
        object.finish()
    }
}

text_enum! {
    /// The values of `Connection.AuthorizationType`.
    AuthorizationType {
        ApiKey = "API_KEY",
        Basic = "BASIC",
        OauthClientCredentials = "OAUTH_CLIENT_CREDENTIALS",
    }
}

text_enum! {
    /// The values of `OAuthParameters.HttpMethod`.
    HttpMethod {
        Get = "GET",
        Post = "POST",
        Put = "PUT",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Events::Connection",
    properties: &CONNECTION,
    create_only: &["Name"],
    conditional_create_only: &[],
    read_only: &[
        "Arn",
        "ArnForPolicy",
        "AuthParameters.ConnectivityParameters.ResourceParameters.ResourceAssociationArn",
        "InvocationConnectivityParameters.ResourceParameters.ResourceAssociationArn",
        "SecretArn",
    ],
    write_only: &[
        "AuthParameters.ApiKeyAuthParameters.ApiKeyValue",
        "AuthParameters.BasicAuthParameters.Password",
        "AuthParameters.InvocationHttpParameters",
        "AuthParameters.OAuthParameters.ClientParameters.ClientSecret",
        "AuthParameters.OAuthParameters.OAuthHttpParameters.BodyParameters",
        "AuthParameters.OAuthParameters.OAuthHttpParameters.HeaderParameters",
        "AuthParameters.OAuthParameters.OAuthHttpParameters.QueryStringParameters",
    ],
    primary_identifier: &["Name"],
    reference: Reference::Id,
    attributes: &[
        Attribute::scalar("Arn"),
        Attribute::scalar("ArnForPolicy"),
        Attribute::scalar("AuthParameters.ConnectivityParameters.ResourceParameters.ResourceAssociationArn"),
        Attribute::scalar("InvocationConnectivityParameters.ResourceParameters.ResourceAssociationArn"),
        Attribute::scalar("SecretArn"),
    ],
    stateful: false,
};

static API_KEY_AUTH_PARAMETERS: Object = Object {
    properties: &[
        Property::required(
            "ApiKeyName",
            Shape::TEXT.pattern(PATTERN_1).min_length(1).max_length(512),
        ),
        Property::required(
            "ApiKeyValue",
            Shape::TEXT.pattern(PATTERN_1).min_length(1).max_length(512),
        ),
    ],
    constraints: &[],
};

static AUTH_PARAMETERS: Object = Object {
    properties: &[
        Property::optional("ApiKeyAuthParameters", Shape::Object(&API_KEY_AUTH_PARAMETERS)),
        Property::optional("BasicAuthParameters", Shape::Object(&BASIC_AUTH_PARAMETERS)),
        Property::optional("ConnectivityParameters", Shape::Object(&CONNECTIVITY_PARAMETERS)),
        Property::optional(
            "InvocationHttpParameters",
            Shape::Object(&CONNECTION_HTTP_PARAMETERS),
        ),
        Property::optional("OAuthParameters", Shape::Object(&OAUTH_PARAMETERS)),
    ],
    constraints: &[Constraint::ExactlyOne(&[
        "BasicAuthParameters",
        "OAuthParameters",
        "ApiKeyAuthParameters",
    ])],
};

static BASIC_AUTH_PARAMETERS: Object = Object {
    properties: &[
        Property::required(
            "Password",
            Shape::TEXT.pattern(PATTERN_1).min_length(1).max_length(512),
        ),
        Property::required(
            "Username",
            Shape::TEXT.pattern(PATTERN_1).min_length(1).max_length(512),
        ),
    ],
    constraints: &[],
};

static CLIENT_PARAMETERS: Object = Object {
    properties: &[
        Property::required(
            "ClientID",
            Shape::TEXT.pattern(PATTERN_1).min_length(1).max_length(512),
        ),
        Property::required(
            "ClientSecret",
            Shape::TEXT.pattern(PATTERN_1).min_length(1).max_length(512),
        ),
    ],
    constraints: &[],
};

static CONNECTION: Object = Object {
    properties: &[
        Property::optional("Arn", Shape::Json),
        Property::optional("ArnForPolicy", Shape::Json),
        Property::optional("AuthParameters", Shape::Object(&AUTH_PARAMETERS)),
        Property::optional("AuthorizationType", Shape::one_of(AuthorizationType::VALUES)),
        Property::optional("Description", Shape::TEXT.max_length(512)),
        Property::optional(
            "InvocationConnectivityParameters",
            Shape::Object(&INVOCATION_CONNECTIVITY_PARAMETERS),
        ),
        Property::optional(
            "KmsKeyIdentifier",
            Shape::TEXT.pattern(r"^[a-zA-Z0-9_\-/:]*$").max_length(2048),
        ),
        Property::optional(
            "Name",
            Shape::TEXT
                .pattern(r"[\.\-_A-Za-z0-9]+")
                .min_length(1)
                .max_length(64),
        ),
        Property::optional("SecretArn", Shape::Json),
    ],
    constraints: &[],
};

static CONNECTION_HTTP_PARAMETERS: Object = Object {
    properties: &[
        Property::optional(
            "BodyParameters",
            Shape::list(&Shape::Object(&PARAMETER)).max_length(100),
        ),
        Property::optional(
            "HeaderParameters",
            Shape::list(&Shape::Object(&PARAMETER)).max_length(100),
        ),
        Property::optional(
            "QueryStringParameters",
            Shape::list(&Shape::Object(&PARAMETER)).max_length(100),
        ),
    ],
    constraints: &[],
};

static CONNECTIVITY_PARAMETERS: Object = Object {
    properties: &[Property::required(
        "ResourceParameters",
        Shape::Object(&RESOURCE_PARAMETERS),
    )],
    constraints: &[],
};

static INVOCATION_CONNECTIVITY_PARAMETERS: Object = Object {
    properties: &[Property::required(
        "ResourceParameters",
        Shape::Object(&RESOURCE_PARAMETERS),
    )],
    constraints: &[],
};

static OAUTH_PARAMETERS: Object = Object {
    properties: &[
        Property::required(
            "AuthorizationEndpoint",
            Shape::TEXT.pattern(PATTERN_2).min_length(1).max_length(2048),
        ),
        Property::required("ClientParameters", Shape::Object(&CLIENT_PARAMETERS)),
        Property::required("HttpMethod", Shape::one_of(HttpMethod::VALUES)),
        Property::optional("OAuthHttpParameters", Shape::Object(&CONNECTION_HTTP_PARAMETERS)),
    ],
    constraints: &[],
};

static PARAMETER: Object = Object {
    properties: &[
        Property::optional("IsValueSecret", Shape::Boolean),
        Property::required(
            "Key",
            Shape::TEXT
                .pattern("^[!#$%&'*+-.^_`|~0-9a-zA-Z]+$")
                .max_length(512),
        ),
        Property::required(
            "Value",
            Shape::TEXT
                .pattern(r"^[ \t]*[\x20-\x7E]+([ \t]+[\x20-\x7E]+)*[ \t]*$")
                .max_length(512),
        ),
    ],
    constraints: &[],
};

static RESOURCE_PARAMETERS: Object = Object {
    properties: &[
        Property::optional("ResourceAssociationArn", Shape::Json),
        Property::required(
            "ResourceConfigurationArn",
            Shape::TEXT.pattern(PATTERN_3).max_length(2048),
        ),
    ],
    constraints: &[],
};

const PATTERN_1: &str = r"^[ \t]*[^\x00-\x1F\x7F]+([ \t]+[^\x00-\x1F\x7F]+)*[ \t]*$";
const PATTERN_2: &str = r"^((%[0-9A-Fa-f]{2}|[-()_.!~*';/?:@\x26=+$,A-Za-z0-9])+)([).!';/?:,])?$";
const PATTERN_3: &str =
    r"^arn:[a-z0-9f\-]+:vpc-lattice:[a-zA-Z0-9\-]+:\d{12}:resourceconfiguration/rcfg-[0-9a-z]{17}$";
