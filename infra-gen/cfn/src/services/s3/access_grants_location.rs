//! `AWS::S3::AccessGrantsLocation`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::{Arn, Id},
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// The `AWS::S3::AccessGrantsLocation` resource creates the S3 data location that you would like to register
/// in your S3 Access Grants instance. Your S3 data must be in the same Region as your S3 Access Grants
/// instance. The location can be one of the following:
///
/// `AWS::S3::AccessGrantsLocation`.
#[derive(Debug, Clone, PartialEq)]
pub struct AccessGrantsLocation {
    /// The Amazon Resource Name (ARN) of the IAM role for the registered location. S3 Access Grants assumes
    /// this role to manage access to the registered location.
    pub iam_role_arn: Value<Arn<kind::iam::Role>>,
    /// The S3 URI path to the location that you are registering. The location scope can be the default S3
    /// location `s3://`, the S3 path to a bucket, or the S3 path to a bucket and prefix. A prefix in S3 is a
    /// string of characters at the beginning of an object key name used to organize the objects that you
    /// store in your S3 buckets. For example, object key names that start with the `engineering/` prefix or
    /// object key names that start with the `marketing/campaigns/` prefix.
    pub location_scope: Value<String>,
    /// The AWS resource tags that you are adding to the S3 Access Grants location. Each tag is a label
    /// consisting of a user-defined key and value. Tags can help you manage, identify, organize, search for,
    /// and filter resources.
    ///
    /// Update requires: replacement.
    pub tags: Option<Value<List<Tag>>>,
}

impl AccessGrantsLocation {
    /// With the required properties only.
    pub fn new(
        iam_role_arn: impl Into<Value<Arn<kind::iam::Role>>>,
        location_scope: impl Into<Value<String>>,
    ) -> Self {
        Self {
            iam_role_arn: iam_role_arn.into(),
            location_scope: location_scope.into(),
            tags: None,
        }
    }
}

impl ToJson for AccessGrantsLocation {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("IamRoleArn", &self.iam_role_arn);
        object.required("LocationScope", &self.location_scope);
        object.optional("Tags", self.tags.as_ref());
        object.finish()
    }
}

impl resource::Resource for AccessGrantsLocation {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::s3::AccessGrantsLocation;
    type Reference = Id<kind::s3::AccessGrantsLocation>;
}

impl Handle<AccessGrantsLocation> {
    /// The ARN of the location you are registering.
    ///
    /// `Fn::GetAtt` of `AccessGrantsLocationArn`.
    pub fn access_grants_location_arn(&self) -> Value<Arn<kind::s3::AccessGrantsLocation>> {
        self.attribute("AccessGrantsLocationArn")
    }

    /// The ID of the registered location to which you are granting access. S3 Access Grants assigns this ID
    /// when you register the location. S3 Access Grants assigns the ID `default` to the default location
    /// `s3://` and assigns an auto-generated ID to other locations that you register.
    ///
    /// `Fn::GetAtt` of `AccessGrantsLocationId`.
    pub fn access_grants_location_id(&self) -> Value<Id<kind::s3::AccessGrantsLocation>> {
        self.attribute("AccessGrantsLocationId")
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::S3::AccessGrantsLocation",
    properties: &ACCESS_GRANTS_LOCATION,
    create_only: &["Tags"],
    conditional_create_only: &[],
    read_only: &["AccessGrantsLocationArn", "AccessGrantsLocationId"],
    write_only: &[],
    primary_identifier: &["AccessGrantsLocationId"],
    reference: Reference::Id,
    attributes: &[
        Attribute::scalar("AccessGrantsLocationArn"),
        Attribute::scalar("AccessGrantsLocationId"),
    ],
    stateful: false,
};

static ACCESS_GRANTS_LOCATION: Object = Object {
    properties: &[
        Property::optional("AccessGrantsLocationArn", Shape::Json),
        Property::optional("AccessGrantsLocationId", Shape::Json),
        Property::required("IamRoleArn", Shape::TEXT),
        Property::required("LocationScope", Shape::TEXT),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG)).unique()),
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
