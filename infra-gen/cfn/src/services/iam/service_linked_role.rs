//! `AWS::IAM::ServiceLinkedRole`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Id,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    value::{Json, ObjectWriter, ToJson, Value},
};

/// Creates an IAM role that is linked to a specific AWS service. The service controls the attached policies
/// and when the role can be deleted. This helps ensure that the service is not broken by an unexpectedly
/// changed or deleted role, which could put your AWS resources into an unknown state. Allowing the service to
/// control the role helps improve service stability and proper cleanup when a service and its role are no
/// longer needed.
///
/// `AWS::IAM::ServiceLinkedRole`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ServiceLinkedRole {
    /// The service principal for the AWS service to which this role is attached. You use a string similar to
    /// a URL but without the http:// in front. For example: `elasticbeanstalk.amazonaws.com`.
    ///
    /// Update requires: replacement. Length: 1 to 128. Pattern: `^[\w+=,.@-]+$`.
    pub aws_service_name: Option<Value<String>>,
    /// A string that you provide, which is combined with the service-provided prefix to form the complete
    /// role name. If you make multiple requests for the same service, then you must supply a different
    /// `CustomSuffix` for each request. Otherwise the request fails with a duplicate role name error. For
    /// example, you could add `-1` or `-debug` to the suffix.
    ///
    /// Update requires: replacement. Length: 1 to 64. Pattern: `^[\w+=,.@-]+$`.
    pub custom_suffix: Option<Value<String>>,
    /// The description of the role.
    ///
    /// Length: at most 1000. Pattern: `^[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*$`.
    pub description: Option<Value<String>>,
}

impl ServiceLinkedRole {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for ServiceLinkedRole {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("AWSServiceName", self.aws_service_name.as_ref());
        object.optional("CustomSuffix", self.custom_suffix.as_ref());
        object.optional("Description", self.description.as_ref());
        object.finish()
    }
}

impl resource::Resource for ServiceLinkedRole {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::iam::ServiceLinkedRole;
    type Reference = Id<kind::iam::ServiceLinkedRole>;
}

impl Handle<ServiceLinkedRole> {
    /// Returns the friendly name that identifies the role. For example, `AWSServiceRoleForAutoScaling` or
    /// `AWSServiceRoleForAutoScaling_TestSuffix` if a `CustomSuffix` is specified.
    ///
    /// `Fn::GetAtt` of `RoleName`.
    pub fn role_name(&self) -> Value<Id<kind::iam::ServiceLinkedRole>> {
        self.attribute("RoleName")
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::IAM::ServiceLinkedRole",
    properties: &SERVICE_LINKED_ROLE,
    create_only: &["AWSServiceName", "CustomSuffix"],
    conditional_create_only: &[],
    read_only: &["RoleName"],
    write_only: &["AWSServiceName", "CustomSuffix"],
    primary_identifier: &["RoleName"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("RoleName")],
    stateful: false,
};

static SERVICE_LINKED_ROLE: Object = Object {
    properties: &[
        Property::optional(
            "AWSServiceName",
            Shape::TEXT
                .pattern(r"^[\w+=,.@-]+$")
                .min_length(1)
                .max_length(128),
        ),
        Property::optional(
            "CustomSuffix",
            Shape::TEXT.pattern(r"^[\w+=,.@-]+$").min_length(1).max_length(64),
        ),
        Property::optional(
            "Description",
            Shape::TEXT
                .pattern(r"^[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*$")
                .max_length(1000),
        ),
        Property::optional("RoleName", Shape::Json),
    ],
    constraints: &[],
};
