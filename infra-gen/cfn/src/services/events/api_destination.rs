//! `AWS::Events::ApiDestination`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::{Arn, Id},
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    text_enum::text_enum,
    value::{Json, ObjectWriter, ToJson, Value},
};

/// Creates an API destination, which is an HTTP invocation endpoint configured as a target for events.
///
/// `AWS::Events::ApiDestination`.
#[derive(Debug, Clone, PartialEq)]
pub struct ApiDestination {
    /// The ARN of the connection to use for the API destination. The destination endpoint must support the
    /// authorization type specified for the connection.
    ///
    /// Length: 1 to 1600.
    pub connection_arn: Value<String>,
    /// A description for the API destination to create.
    ///
    /// Length: at most 512.
    pub description: Option<Value<String>>,
    /// The method to use for the request to the HTTP invocation endpoint.
    pub http_method: Value<HttpMethod>,
    /// The URL to the HTTP invocation endpoint for the API destination.
    ///
    /// Length: 1 to 2048. Pattern: `^((%[0-9A-Fa-f]{2}|[-()_.!~*';/?:@\x26=+$,A-Za-z0-9])+)([).!';/?:,])?$`.
    pub invocation_endpoint: Value<String>,
    /// The maximum number of requests per second to send to the HTTP invocation endpoint.
    ///
    /// Range: 1 or more.
    pub invocation_rate_limit_per_second: Option<Value<i64>>,
    /// The name for the API destination to create.
    ///
    /// Update requires: replacement. Length: 1 to 64. Pattern: `[\.\-_A-Za-z0-9]+`.
    pub name: Option<Value<String>>,
}

impl ApiDestination {
    /// With the required properties only.
    pub fn new(
        connection_arn: impl Into<Value<String>>,
        http_method: impl Into<Value<HttpMethod>>,
        invocation_endpoint: impl Into<Value<String>>,
    ) -> Self {
        Self {
            connection_arn: connection_arn.into(),
            description: None,
            http_method: http_method.into(),
            invocation_endpoint: invocation_endpoint.into(),
            invocation_rate_limit_per_second: None,
            name: None,
        }
    }
}

impl ToJson for ApiDestination {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("ConnectionArn", &self.connection_arn);
        object.optional("Description", self.description.as_ref());
        object.required("HttpMethod", &self.http_method);
        object.required("InvocationEndpoint", &self.invocation_endpoint);
        object.optional(
            "InvocationRateLimitPerSecond",
            self.invocation_rate_limit_per_second.as_ref(),
        );
        object.optional("Name", self.name.as_ref());
        object.finish()
    }
}

impl resource::Resource for ApiDestination {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::events::ApiDestination;
    type Reference = Id<kind::events::ApiDestination>;
}

impl Handle<ApiDestination> {
    /// The ARN of the API destination that was created by the request.
    ///
    /// `Fn::GetAtt` of `Arn`.
    pub fn arn(&self) -> Value<Arn<kind::events::ApiDestination>> {
        self.attribute("Arn")
    }

    /// Returns the Amazon Resource Name (ARN) of an API destination in resource format, so it can be used in
    /// the `Resource` element of IAM permission policy statements. For more information, see [Resource types
    /// defined by Amazon
    /// EventBridge](https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoneventbridge.html#amazoneventbridge-resources-for-iam-policies)
    /// in the *Service Authorization Reference*.
    ///
    /// `Fn::GetAtt` of `ArnForPolicy`.
    pub fn arn_for_policy(&self) -> Value<String> {
        self.attribute("ArnForPolicy")
    }
}

text_enum! {
    /// The values of `ApiDestination.HttpMethod`.
    HttpMethod {
        Get = "GET",
        Head = "HEAD",
        Post = "POST",
        Options = "OPTIONS",
        Put = "PUT",
        Delete = "DELETE",
        Patch = "PATCH",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Events::ApiDestination",
    properties: &API_DESTINATION,
    create_only: &["Name"],
    conditional_create_only: &[],
    read_only: &["Arn", "ArnForPolicy"],
    write_only: &[],
    primary_identifier: &["Name"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("Arn"), Attribute::scalar("ArnForPolicy")],
    stateful: false,
};

static API_DESTINATION: Object = Object {
    properties: &[
        Property::optional("Arn", Shape::Json),
        Property::optional("ArnForPolicy", Shape::Json),
        Property::required(
            "ConnectionArn",
            Shape::TEXT.pattern(PATTERN_1).min_length(1).max_length(1600),
        ),
        Property::optional("Description", Shape::TEXT.max_length(512)),
        Property::required("HttpMethod", Shape::one_of(HttpMethod::VALUES)),
        Property::required(
            "InvocationEndpoint",
            Shape::TEXT.pattern(PATTERN_2).min_length(1).max_length(2048),
        ),
        Property::optional("InvocationRateLimitPerSecond", Shape::INTEGER.min(1.0)),
        Property::optional(
            "Name",
            Shape::TEXT
                .pattern(r"[\.\-_A-Za-z0-9]+")
                .min_length(1)
                .max_length(64),
        ),
    ],
    constraints: &[],
};

const PATTERN_1: &str =
    r"^arn:aws([a-z]|\-)*:events:([a-z]|\d|\-)*:([0-9]{12})?:connection/[\.\-_A-Za-z0-9]+/[\-A-Za-z0-9]+$";
const PATTERN_2: &str = r"^((%[0-9A-Fa-f]{2}|[-()_.!~*';/?:@\x26=+$,A-Za-z0-9])+)([).!';/?:,])?$";
