//! `AWS::ApiGateway::RestApi`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    policy::PolicyDocument,
    reference::Id,
    resource,
    schema::{Attribute, Constraint, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    value::{Json, List, Map, ObjectWriter, ToJson, Value},
};

/// The `AWS::ApiGateway::RestApi` resource creates a REST API. For more information, see
/// [restapi:create](https://docs.aws.amazon.com/apigateway/latest/api/API_CreateRestApi.html) in the *Amazon
/// API Gateway REST API Reference*.
///
/// `AWS::ApiGateway::RestApi`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RestApi {
    /// The source of the API key for metering requests according to a usage plan. Valid values are: `HEADER`
    /// to read the API key from the `X-API-Key` header of a request. `AUTHORIZER` to read the API key from
    /// the `UsageIdentifierKey` from a custom authorizer.
    pub api_key_source_type: Option<Value<String>>,
    /// The list of binary media types supported by the RestApi. By default, the RestApi supports only
    /// UTF-8-encoded text payloads.
    pub binary_media_types: Option<Value<List<String>>>,
    /// An OpenAPI specification that defines a set of RESTful APIs in JSON format. For YAML templates, you
    /// can also provide the specification in YAML format.
    pub body: Option<Value<Json>>,
    /// The Amazon Simple Storage Service (Amazon S3) location that points to an OpenAPI file, which defines a
    /// set of RESTful APIs in JSON or YAML format.
    pub body_s3_location: Option<Value<S3Location>>,
    /// The ID of the RestApi that you want to clone from.
    pub clone_from: Option<Value<Id<kind::apigateway::RestApi>>>,
    /// The description of the RestApi.
    pub description: Option<Value<String>>,
    /// Specifies whether clients can invoke your API by using the default `execute-api` endpoint. By default,
    /// clients can invoke your API with the default `https://{api_id}.execute-api.{region}.amazonaws.com`
    /// endpoint. To require that clients use a custom domain name to invoke your API, disable the default
    /// endpoint
    pub disable_execute_api_endpoint: Option<Value<bool>>,
    /// The endpoint access mode for your RestApi.
    pub endpoint_access_mode: Option<Value<String>>,
    /// A list of the endpoint types and IP address types of the API. Use this property when creating an API.
    /// When importing an existing API, specify the endpoint configuration types using the `Parameters`
    /// property.
    pub endpoint_configuration: Option<Value<EndpointConfiguration>>,
    /// A query parameter to indicate whether to rollback the API update ( `true`) or not ( `false`) when a
    /// warning is encountered. The default value is `false`.
    pub fail_on_warnings: Option<Value<bool>>,
    /// A nullable integer that is used to enable compression (with non-negative between 0 and 10485760 (10M)
    /// bytes, inclusive) or disable compression (with a null value) on an API. When compression is enabled,
    /// compression or decompression is not applied on the payload if the payload size is smaller than this
    /// value. Setting it to zero allows compression for any payload size.
    pub minimum_compression_size: Option<Value<i64>>,
    /// This property applies only when you use OpenAPI to define your REST API. The `Mode` determines how API
    /// Gateway handles resource updates.
    pub mode: Option<Value<String>>,
    /// The name of the RestApi. A name is required if the REST API is not based on an OpenAPI specification.
    pub name: Option<Value<String>>,
    /// Custom header parameters as part of the request. For example, to exclude DocumentationParts from an
    /// imported API, set `ignore=documentation` as a `parameters` value, as in the AWS CLI command of `aws
    /// apigateway import-rest-api --parameters ignore=documentation --body
    /// 'file:///path/to/imported-api-body.json'`.
    pub parameters: Option<Value<Map<String>>>,
    /// A policy document that contains the permissions for the `RestApi` resource. To set the ARN for the
    /// policy, use the `!Join` intrinsic function with `""` as delimiter and values of `"execute-api:/"` and
    /// `"*"`.
    pub policy: Option<Value<PolicyDocument>>,
    /// The Transport Layer Security (TLS) version + cipher suite for this RestApi.
    pub security_policy: Option<Value<String>>,
    /// The key-value map of strings. The valid character set is \[a-zA-Z+-=._:/\]. The tag key can be up to
    /// 128 characters and must not start with `aws:`. The tag value can be up to 256 characters.
    pub tags: Option<Value<List<Tag>>>,
    /// `Version`.
    pub version: Option<Value<String>>,
}

impl RestApi {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for RestApi {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("ApiKeySourceType", self.api_key_source_type.as_ref());
        object.optional("BinaryMediaTypes", self.binary_media_types.as_ref());
        object.optional("Body", self.body.as_ref());
        object.optional("BodyS3Location", self.body_s3_location.as_ref());
        object.optional("CloneFrom", self.clone_from.as_ref());
        object.optional("Description", self.description.as_ref());
        object.optional(
            "DisableExecuteApiEndpoint",
            self.disable_execute_api_endpoint.as_ref(),
        );
        object.optional("EndpointAccessMode", self.endpoint_access_mode.as_ref());
        object.optional("EndpointConfiguration", self.endpoint_configuration.as_ref());
        object.optional("FailOnWarnings", self.fail_on_warnings.as_ref());
        object.optional("MinimumCompressionSize", self.minimum_compression_size.as_ref());
        object.optional("Mode", self.mode.as_ref());
        object.optional("Name", self.name.as_ref());
        object.optional("Parameters", self.parameters.as_ref());
        object.optional("Policy", self.policy.as_ref());
        object.optional("SecurityPolicy", self.security_policy.as_ref());
        object.optional("Tags", self.tags.as_ref());
        object.optional("Version", self.version.as_ref());
        object.finish()
    }
}

impl resource::Resource for RestApi {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::apigateway::RestApi;
    type Reference = Id<kind::apigateway::RestApi>;
}

impl Handle<RestApi> {
    /// The string identifier of the associated RestApi.
    ///
    /// `Fn::GetAtt` of `RestApiId`.
    pub fn rest_api_id(&self) -> Value<Id<kind::apigateway::RestApi>> {
        self.attribute("RestApiId")
    }

    /// The root resource ID for a `RestApi` resource, such as `a0bc123d4e`.
    ///
    /// `Fn::GetAtt` of `RootResourceId`.
    pub fn root_resource_id(&self) -> Value<Id<kind::apigateway::Resource>> {
        self.attribute("RootResourceId")
    }
}

/// The `EndpointConfiguration` property type specifies the endpoint types and IP address types of a REST API.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct EndpointConfiguration {
    /// The IP address types that can invoke an API (RestApi). Use `ipv4` to allow only IPv4 addresses to
    /// invoke an API, or use `dualstack` to allow both IPv4 and IPv6 addresses to invoke an API. For the
    /// `PRIVATE` endpoint type, only `dualstack` is supported.
    pub ip_address_type: Option<Value<String>>,
    /// A list of endpoint types of an API (RestApi) or its custom domain name (DomainName). For an
    /// edge-optimized API and its custom domain name, the endpoint type is `"EDGE"`. For a regional API and
    /// its custom domain name, the endpoint type is `REGIONAL`. For a private API, the endpoint type is
    /// `PRIVATE`.
    pub types: Option<Value<List<String>>>,
    /// A list of VpcEndpointIds of an API (RestApi) against which to create Route53 ALIASes. It is only
    /// supported for `PRIVATE` endpoint type.
    pub vpc_endpoint_ids: Option<Value<List<String>>>,
}

impl EndpointConfiguration {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for EndpointConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("IpAddressType", self.ip_address_type.as_ref());
        object.optional("Types", self.types.as_ref());
        object.optional("VpcEndpointIds", self.vpc_endpoint_ids.as_ref());
        object.finish()
    }
}

/// `S3Location` is a property of the
/// [AWS::ApiGateway::RestApi](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigateway-restapi.html)
/// resource that specifies the Amazon S3 location of a OpenAPI (formerly Swagger) file that defines a set of
/// RESTful APIs in JSON or YAML.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct S3Location {
    /// The name of the S3 bucket where the OpenAPI file is stored.
    pub bucket: Option<Value<String>>,
    /// The Amazon S3 ETag (a file checksum) of the OpenAPI file. If you don't specify a value, API Gateway
    /// skips ETag validation of your OpenAPI file.
    pub etag: Option<Value<String>>,
    /// The file name of the OpenAPI file (Amazon S3 object name).
    pub key: Option<Value<String>>,
    /// For versioning-enabled buckets, a specific version of the OpenAPI file.
    pub version: Option<Value<String>>,
}

impl S3Location {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for S3Location {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Bucket", self.bucket.as_ref());
        object.optional("ETag", self.etag.as_ref());
        object.optional("Key", self.key.as_ref());
        object.optional("Version", self.version.as_ref());
        object.finish()
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::ApiGateway::RestApi",
    properties: &REST_API,
    create_only: &[],
    conditional_create_only: &[],
    read_only: &["RestApiId", "RootResourceId"],
    write_only: &[
        "Body",
        "BodyS3Location",
        "CloneFrom",
        "FailOnWarnings",
        "Mode",
        "Parameters",
    ],
    primary_identifier: &["RestApiId"],
    reference: Reference::Id,
    attributes: &[
        Attribute::scalar("RestApiId"),
        Attribute::scalar("RootResourceId"),
    ],
    stateful: false,
};

static ENDPOINT_CONFIGURATION: Object = Object {
    properties: &[
        Property::optional("IpAddressType", Shape::TEXT),
        Property::optional("Types", Shape::list(&Shape::TEXT).unique()),
        Property::optional("VpcEndpointIds", Shape::list(&Shape::TEXT).unique()),
    ],
    constraints: &[],
};

static REST_API: Object = Object {
    properties: &[
        Property::optional("ApiKeySourceType", Shape::TEXT),
        Property::optional("BinaryMediaTypes", Shape::list(&Shape::TEXT).unique()),
        Property::optional("Body", Shape::Json),
        Property::optional("BodyS3Location", Shape::Object(&S3_LOCATION)),
        Property::optional("CloneFrom", Shape::TEXT),
        Property::optional("Description", Shape::TEXT),
        Property::optional("DisableExecuteApiEndpoint", Shape::Boolean),
        Property::optional("EndpointAccessMode", Shape::TEXT),
        Property::optional("EndpointConfiguration", Shape::Object(&ENDPOINT_CONFIGURATION)),
        Property::optional("FailOnWarnings", Shape::Boolean),
        Property::optional("MinimumCompressionSize", Shape::INTEGER),
        Property::optional("Mode", Shape::TEXT),
        Property::optional("Name", Shape::TEXT),
        Property::optional("Parameters", Shape::Map(&Shape::TEXT)),
        Property::optional("Policy", Shape::Json),
        Property::optional("RestApiId", Shape::Json),
        Property::optional("RootResourceId", Shape::Json),
        Property::optional("SecurityPolicy", Shape::TEXT),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG))),
        Property::optional("Version", Shape::TEXT),
    ],
    constraints: &[Constraint::AtLeastOne(&["Body", "BodyS3Location", "Name"])],
};

static S3_LOCATION: Object = Object {
    properties: &[
        Property::optional("Bucket", Shape::TEXT),
        Property::optional("ETag", Shape::TEXT),
        Property::optional("Key", Shape::TEXT),
        Property::optional("Version", Shape::TEXT),
    ],
    constraints: &[],
};

static TAG: Object = Object {
    properties: &[
        Property::required("Key", Shape::TEXT),
        Property::required("Value", Shape::TEXT),
    ],
    constraints: &[],
};
