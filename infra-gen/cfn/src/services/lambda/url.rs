//! `AWS::Lambda::Url`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::{Arn, Id},
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    text_enum::text_enum,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// The `AWS::Lambda::Url` resource creates a function URL with the specified configuration parameters. A
/// [function URL](https://docs.aws.amazon.com/lambda/latest/dg/lambda-urls.html) is a dedicated HTTP(S)
/// endpoint that you can use to invoke your function.
///
/// `AWS::Lambda::Url`.
#[derive(Debug, Clone, PartialEq)]
pub struct Url {
    /// The type of authentication that your function URL uses. Set to `AWS_IAM` if you want to restrict
    /// access to authenticated users only. Set to `NONE` if you want to bypass IAM authentication to create a
    /// public endpoint. For more information, see [Security and auth model for Lambda function
    /// URLs](https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html).
    pub auth_type: Value<AuthType>,
    /// The [Cross-Origin Resource Sharing
    /// (CORS)](https://docs.aws.amazon.com/https://developer.mozilla.org/en-US/docs/Web/HTTP/CORS) settings
    /// for your function URL.
    pub cors: Option<Value<Cors>>,
    /// Use one of the following options:
    pub invoke_mode: Option<Value<InvokeMode>>,
    /// The alias name.
    ///
    /// Update requires: replacement. Length: 1 to 128. Pattern: `((?!^[0-9]+$)([a-zA-Z0-9-_]+))`.
    pub qualifier: Option<Value<String>>,
    /// The name of the Lambda function.
    ///
    /// Update requires: replacement.
    pub target_function_arn: Value<Arn<kind::lambda::Function>>,
}

impl Url {
    /// With the required properties only.
    pub fn new(
        auth_type: impl Into<Value<AuthType>>,
        target_function_arn: impl Into<Value<Arn<kind::lambda::Function>>>,
    ) -> Self {
        Self {
            auth_type: auth_type.into(),
            cors: None,
            invoke_mode: None,
            qualifier: None,
            target_function_arn: target_function_arn.into(),
        }
    }
}

impl ToJson for Url {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("AuthType", &self.auth_type);
        object.optional("Cors", self.cors.as_ref());
        object.optional("InvokeMode", self.invoke_mode.as_ref());
        object.optional("Qualifier", self.qualifier.as_ref());
        object.required("TargetFunctionArn", &self.target_function_arn);
        object.finish()
    }
}

impl resource::Resource for Url {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::lambda::Url;
    type Reference = Id<kind::lambda::Url>;
}

impl Handle<Url> {
    /// The Amazon Resource Name (ARN) of the function.
    ///
    /// `Fn::GetAtt` of `FunctionArn`.
    pub fn function_arn(&self) -> Value<Arn<kind::lambda::Function>> {
        self.attribute("FunctionArn")
    }

    /// The HTTP URL endpoint for your function.
    ///
    /// `Fn::GetAtt` of `FunctionUrl`.
    pub fn function_url(&self) -> Value<String> {
        self.attribute("FunctionUrl")
    }
}

/// The [Cross-Origin Resource Sharing
/// (CORS)](https://docs.aws.amazon.com/https://developer.mozilla.org/en-US/docs/Web/HTTP/CORS) settings for
/// your function URL. Use CORS to grant access to your function URL from any origin. You can also use CORS to
/// control access for specific HTTP headers and methods in requests to your function URL.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Cors {
    /// Whether you want to allow cookies or other credentials in requests to your function URL. The default
    /// is `false`.
    pub allow_credentials: Option<Value<bool>>,
    /// The HTTP headers that origins can include in requests to your function URL. For example: `Date`,
    /// `Keep-Alive`, `X-Custom-Header`.
    ///
    /// Items: 1 to 100.
    pub allow_headers: Option<Value<List<String>>>,
    /// The HTTP methods that are allowed when calling your function URL. For example: `GET`, `POST`,
    /// `DELETE`, or the wildcard character ( `*` ).
    ///
    /// Items: 1 to 6.
    pub allow_methods: Option<Value<List<AllowMethod>>>,
    /// The origins that can access your function URL. You can list any number of specific origins, separated
    /// by a comma. For example: `https://www.example.com`, `http://localhost:60905`.
    ///
    /// Items: 1 to 100.
    pub allow_origins: Option<Value<List<String>>>,
    /// The HTTP headers in your function response that you want to expose to origins that call your function
    /// URL. For example: `Date`, `Keep-Alive`, `X-Custom-Header`.
    ///
    /// Items: 1 to 100.
    pub expose_headers: Option<Value<List<String>>>,
    /// The maximum amount of time, in seconds, that browsers can cache results of a preflight request. By
    /// default, this is set to `0`, which means the browser will not cache results.
    ///
    /// Range: 0 to 86400.
    pub max_age: Option<Value<i64>>,
}

impl Cors {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for Cors {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("AllowCredentials", self.allow_credentials.as_ref());
        object.optional("AllowHeaders", self.allow_headers.as_ref());
        object.optional("AllowMethods", self.allow_methods.as_ref());
        object.optional("AllowOrigins", self.allow_origins.as_ref());
        object.optional("ExposeHeaders", self.expose_headers.as_ref());
        object.optional("MaxAge", self.max_age.as_ref());
        object.finish()
    }
}

text_enum! {
    /// The values of `Cors.AllowMethod`.
    AllowMethod {
        Get = "GET",
        Put = "PUT",
        Head = "HEAD",
        Post = "POST",
        Patch = "PATCH",
        Delete = "DELETE",
        Any = "*",
    }
}

text_enum! {
    /// The values of `Url.AuthType`.
    AuthType {
        AwsIam = "AWS_IAM",
        None = "NONE",
    }
}

text_enum! {
    /// The values of `Url.InvokeMode`.
    InvokeMode {
        Buffered = "BUFFERED",
        ResponseStream = "RESPONSE_STREAM",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Lambda::Url",
    properties: &URL,
    create_only: &["Qualifier", "TargetFunctionArn"],
    conditional_create_only: &[],
    read_only: &["FunctionArn", "FunctionUrl"],
    write_only: &[],
    primary_identifier: &["FunctionArn"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("FunctionArn"), Attribute::scalar("FunctionUrl")],
    stateful: false,
};

static CORS: Object = Object {
    properties: &[
        Property::optional("AllowCredentials", Shape::Boolean),
        Property::optional(
            "AllowHeaders",
            Shape::list(&Shape::TEXT.min_length(1).max_length(1024))
                .min_length(1)
                .max_length(100),
        ),
        Property::optional(
            "AllowMethods",
            Shape::list(&Shape::one_of(AllowMethod::VALUES).max_length(6))
                .min_length(1)
                .max_length(6),
        ),
        Property::optional(
            "AllowOrigins",
            Shape::list(&Shape::TEXT.min_length(1).max_length(253))
                .min_length(1)
                .max_length(100),
        ),
        Property::optional(
            "ExposeHeaders",
            Shape::list(&Shape::TEXT.min_length(1).max_length(1024))
                .min_length(1)
                .max_length(100),
        ),
        Property::optional("MaxAge", Shape::INTEGER.min(0.0).max(86400.0)),
    ],
    constraints: &[],
};

static URL: Object = Object {
    properties: &[
        Property::required("AuthType", Shape::one_of(AuthType::VALUES)),
        Property::optional("Cors", Shape::Object(&CORS)),
        Property::optional("FunctionArn", Shape::Json),
        Property::optional("FunctionUrl", Shape::Json),
        Property::optional("InvokeMode", Shape::one_of(InvokeMode::VALUES)),
        Property::optional(
            "Qualifier",
            Shape::TEXT
                .pattern("((?!^[0-9]+$)([a-zA-Z0-9-_]+))")
                .min_length(1)
                .max_length(128),
        ),
        Property::required("TargetFunctionArn", Shape::TEXT.pattern(PATTERN_1)),
    ],
    constraints: &[],
};

const PATTERN_1: &str = r"^(arn:(aws[a-zA-Z-]*)?:lambda:)?([a-z]{2}((-gov)|(-iso(b?)))?-[a-z]+-\d{1}:)?(\d{12}:)?(function:)?([a-zA-Z0-9-_]+)(:((?!\d+)[0-9a-zA-Z-_]+))?$";
