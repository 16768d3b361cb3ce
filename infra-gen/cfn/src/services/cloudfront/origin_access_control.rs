//! `AWS::CloudFront::OriginAccessControl`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Id,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    value::{Json, ObjectWriter, ToJson, Value},
};

/// Creates a new origin access control in CloudFront. After you create an origin access control, you can add
/// it to an origin in a CloudFront distribution so that CloudFront sends authenticated (signed) requests to
/// the origin.
///
/// `AWS::CloudFront::OriginAccessControl`.
#[derive(Debug, Clone, PartialEq)]
pub struct OriginAccessControl {
    /// The origin access control.
    pub origin_access_control_config: Value<OriginAccessControlConfig>,
}

impl OriginAccessControl {
    /// With the required properties only.
    pub fn new(origin_access_control_config: impl Into<Value<OriginAccessControlConfig>>) -> Self {
        Self {
            origin_access_control_config: origin_access_control_config.into(),
        }
    }
}

impl ToJson for OriginAccessControl {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("OriginAccessControlConfig", &self.origin_access_control_config);
        object.finish()
    }
}

impl resource::Resource for OriginAccessControl {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::cloudfront::OriginAccessControl;
    type Reference = Id<kind::cloudfront::OriginAccessControl>;
}

impl Handle<OriginAccessControl> {
    /// The unique identifier of the origin access control.
    ///
    /// `Fn::GetAtt` of `Id`.
    pub fn id(&self) -> Value<Id<kind::cloudfront::OriginAccessControl>> {
        self.attribute("Id")
    }
}

/// Creates a new origin access control in CloudFront. After you create an origin access control, you can add
/// it to an origin in a CloudFront distribution so that CloudFront sends authenticated (signed) requests to
/// the origin.
#[derive(Debug, Clone, PartialEq)]
pub struct OriginAccessControlConfig {
    /// A description of the origin access control.
    pub description: Option<Value<String>>,
    /// A name to identify the origin access control. You can specify up to 64 characters.
    pub name: Value<String>,
    /// The type of origin that this origin access control is for.
    ///
    /// Pattern: `^(s3|mediastore|lambda|mediapackagev2)$`.
    pub origin_access_control_origin_type: Value<String>,
    /// Specifies which requests CloudFront signs (adds authentication information to). Specify `always` for
    /// the most common use case. For more information, see [origin access control advanced
    /// settings](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html#oac-advanced-settings)
    /// in the *Amazon CloudFront Developer Guide*.
    ///
    /// Pattern: `^(never|no-override|always|always-amz-auth)$`.
    pub signing_behavior: Value<String>,
    /// The signing protocol of the origin access control, which determines how CloudFront signs
    /// (authenticates) requests. The only valid value is `sigv4`.
    ///
    /// Pattern: `^(sigv4|sigv4a)$`.
    pub signing_protocol: Value<String>,
}

impl OriginAccessControlConfig {
    /// With the required properties only.
    pub fn new(
        name: impl Into<Value<String>>,
        origin_access_control_origin_type: impl Into<Value<String>>,
        signing_behavior: impl Into<Value<String>>,
        signing_protocol: impl Into<Value<String>>,
    ) -> Self {
        Self {
            description: None,
            name: name.into(),
            origin_access_control_origin_type: origin_access_control_origin_type.into(),
            signing_behavior: signing_behavior.into(),
            signing_protocol: signing_protocol.into(),
        }
    }
}

impl ToJson for OriginAccessControlConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Description", self.description.as_ref());
        object.required("Name", &self.name);
        object.required(
            "OriginAccessControlOriginType",
            &self.origin_access_control_origin_type,
        );
        object.required("SigningBehavior", &self.signing_behavior);
        object.required("SigningProtocol", &self.signing_protocol);
        object.finish()
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::CloudFront::OriginAccessControl",
    properties: &ORIGIN_ACCESS_CONTROL,
    create_only: &[],
    conditional_create_only: &[],
    read_only: &["Id"],
    write_only: &[],
    primary_identifier: &["Id"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("Id")],
    stateful: false,
};

static ORIGIN_ACCESS_CONTROL: Object = Object {
    properties: &[
        Property::optional("Id", Shape::Json),
        Property::required(
            "OriginAccessControlConfig",
            Shape::Object(&ORIGIN_ACCESS_CONTROL_CONFIG),
        ),
    ],
    constraints: &[],
};

static ORIGIN_ACCESS_CONTROL_CONFIG: Object = Object {
    properties: &[
        Property::optional("Description", Shape::TEXT),
        Property::required("Name", Shape::TEXT),
        Property::required(
            "OriginAccessControlOriginType",
            Shape::TEXT.pattern("^(s3|mediastore|lambda|mediapackagev2)$"),
        ),
        Property::required(
            "SigningBehavior",
            Shape::TEXT.pattern("^(never|no-override|always|always-amz-auth)$"),
        ),
        Property::required("SigningProtocol", Shape::TEXT.pattern("^(sigv4|sigv4a)$")),
    ],
    constraints: &[],
};
