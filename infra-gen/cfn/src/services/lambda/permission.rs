//! `AWS::Lambda::Permission`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Id,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    text_enum::text_enum,
    value::{Json, ObjectWriter, ToJson, Value},
};

/// The `AWS::Lambda::Permission` resource grants an AWS service or another account permission to use a
/// function. You can apply the policy at the function level, or specify a qualifier to restrict access to a
/// single version or alias. If you use a qualifier, the invoker must use the full Amazon Resource Name (ARN)
/// of that version or alias to invoke the function.
///
/// `AWS::Lambda::Permission`.
#[derive(Debug, Clone, PartialEq)]
pub struct Permission {
    /// The action that the principal can use on the function. For example, `lambda:InvokeFunction` or
    /// `lambda:GetFunction`.
    ///
    /// Update requires: replacement. Length: 1 to 256. Pattern: `^(lambda:[*]|lambda:[a-zA-Z]+|[*])$`.
    pub action: Value<String>,
    /// For Alexa Smart Home functions, a token that the invoker must supply.
    ///
    /// Update requires: replacement. Length: 1 to 256. Pattern: `^[a-zA-Z0-9._\-]+$`.
    pub event_source_token: Option<Value<String>>,
    /// The name or ARN of the Lambda function, version, or alias.
    ///
    /// Update requires: replacement. Length: 1 to 140.
    pub function_name: Value<String>,
    /// The type of authentication that your function URL uses. Set to `AWS_IAM` if you want to restrict
    /// access to authenticated users only. Set to `NONE` if you want to bypass IAM authentication to create a
    /// public endpoint. For more information, see [Control access to Lambda function
    /// URLs](https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html).
    ///
    /// Update requires: replacement.
    pub function_url_auth_type: Option<Value<FunctionUrlAuthType>>,
    /// Indicates whether the permission applies when the function is invoked through a function URL.
    ///
    /// Update requires: replacement.
    pub invoked_via_function_url: Option<Value<bool>>,
    /// The AWS service, AWS account, IAM user, or IAM role that invokes the function. If you specify a
    /// service, use `SourceArn` or `SourceAccount` to limit who can invoke the function through that service.
    ///
    /// Update requires: replacement. Length: 1 to 256. Pattern: `^.*$`.
    pub principal: Value<String>,
    /// The identifier for your organization in AWS Organizations. Use this to grant permissions to all the
    /// AWS accounts under this organization.
    ///
    /// Update requires: replacement. Length: 12 to 34. Pattern: `^o-[a-z0-9]{10,32}$`.
    pub principal_org_id: Option<Value<String>>,
    /// For AWS service, the ID of the AWS account that owns the resource. Use this together with `SourceArn`
    /// to ensure that the specified account owns the resource. It is possible for an Amazon S3 bucket to be
    /// deleted by its owner and recreated by another account.
    ///
    /// Update requires: replacement. Length: 12 to 12. Pattern: `^\d{12}$`.
    pub source_account: Option<Value<String>>,
    /// For AWS services, the ARN of the AWS resource that invokes the function. For example, an Amazon S3
    /// bucket or Amazon SNS topic.
    ///
    /// Update requires: replacement. Length: 12 to 1024.
    pub source_arn: Option<Value<String>>,
}

impl Permission {
    /// With the required properties only.
    pub fn new(
        action: impl Into<Value<String>>,
        function_name: impl Into<Value<String>>,
        principal: impl Into<Value<String>>,
    ) -> Self {
        Self {
            action: action.into(),
            event_source_token: None,
            function_name: function_name.into(),
            function_url_auth_type: None,
            invoked_via_function_url: None,
            principal: principal.into(),
            principal_org_id: None,
            source_account: None,
            source_arn: None,
        }
    }
}

impl ToJson for Permission {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Action", &self.action);
        object.optional("EventSourceToken", self.event_source_token.as_ref());
        object.required("FunctionName", &self.function_name);
        object.optional("FunctionUrlAuthType", self.function_url_auth_type.as_ref());
        object.optional("InvokedViaFunctionUrl", self.invoked_via_function_url.as_ref());
        object.required("Principal", &self.principal);
        object.optional("PrincipalOrgID", self.principal_org_id.as_ref());
        object.optional("SourceAccount", self.source_account.as_ref());
        object.optional("SourceArn", self.source_arn.as_ref());
        object.finish()
    }
}

impl resource::Resource for Permission {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::lambda::Permission;
    type Reference = Id<kind::lambda::Permission>;
}

impl Handle<Permission> {
    /// `Fn::GetAtt` of `Id`.
    pub fn id(&self) -> Value<String> {
        self.attribute("Id")
    }
}

text_enum! {
    /// The values of `Permission.FunctionUrlAuthType`.
    FunctionUrlAuthType {
        AwsIam = "AWS_IAM",
        None = "NONE",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Lambda::Permission",
    properties: &PERMISSION,
    create_only: &[
        "Action",
        "EventSourceToken",
        "FunctionName",
        "FunctionUrlAuthType",
        "InvokedViaFunctionUrl",
        "Principal",
        "PrincipalOrgID",
        "SourceAccount",
        "SourceArn",
    ],
    conditional_create_only: &[],
    read_only: &["Id"],
    write_only: &[],
    primary_identifier: &["FunctionName", "Id"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("Id")],
    stateful: false,
};

static PERMISSION: Object = Object {
    properties: &[
        Property::required(
            "Action",
            Shape::TEXT
                .pattern("^(lambda:[*]|lambda:[a-zA-Z]+|[*])$")
                .min_length(1)
                .max_length(256),
        ),
        Property::optional(
            "EventSourceToken",
            Shape::TEXT
                .pattern(r"^[a-zA-Z0-9._\-]+$")
                .min_length(1)
                .max_length(256),
        ),
        Property::required(
            "FunctionName",
            Shape::TEXT.pattern(PATTERN_1).min_length(1).max_length(140),
        ),
        Property::optional("FunctionUrlAuthType", Shape::one_of(FunctionUrlAuthType::VALUES)),
        Property::optional("Id", Shape::Json),
        Property::optional("InvokedViaFunctionUrl", Shape::Boolean),
        Property::required(
            "Principal",
            Shape::TEXT.pattern("^.*$").min_length(1).max_length(256),
        ),
        Property::optional(
            "PrincipalOrgID",
            Shape::TEXT
                .pattern("^o-[a-z0-9]{10,32}$")
                .min_length(12)
                .max_length(34),
        ),
        Property::optional(
            "SourceAccount",
            Shape::TEXT.pattern(r"^\d{12}$").min_length(12).max_length(12),
        ),
        Property::optional(
            "SourceArn",
            Shape::TEXT.pattern(PATTERN_2).min_length(12).max_length(1024),
        ),
    ],
    constraints: &[],
};

const PATTERN_1: &str = r"^(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}:)?(\d{12}:)?(function:)?([a-zA-Z0-9-_]+)(:(\$LATEST(\.PUBLISHED)?|[a-zA-Z0-9-_]+))?$";
const PATTERN_2: &str = r"^arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\-])+:((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1})?:(\d{12})?:(.*)$";
