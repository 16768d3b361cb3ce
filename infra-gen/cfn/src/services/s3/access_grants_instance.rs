//! `AWS::S3::AccessGrantsInstance`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Arn,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// The `AWS::S3::AccessGrantInstance` resource creates an S3 Access Grants instance, which serves as a
/// logical grouping for access grants. You can create one S3 Access Grants instance per Region per account.
///
/// `AWS::S3::AccessGrantsInstance`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AccessGrantsInstance {
    /// If you would like to associate your S3 Access Grants instance with an AWS IAM Identity Center
    /// instance, use this field to pass the Amazon Resource Name (ARN) of the AWS IAM Identity Center
    /// instance that you are associating with your S3 Access Grants instance. An IAM Identity Center instance
    /// is your corporate identity directory that you added to the IAM Identity Center.
    pub identity_center_arn: Option<Value<String>>,
    /// The AWS resource tags that you are adding to the S3 Access Grants instance. Each tag is a label
    /// consisting of a user-defined key and value. Tags can help you manage, identify, organize, search for,
    /// and filter resources.
    ///
    /// Update requires: replacement.
    pub tags: Option<Value<List<Tag>>>,
}

impl AccessGrantsInstance {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for AccessGrantsInstance {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("IdentityCenterArn", self.identity_center_arn.as_ref());
        object.optional("Tags", self.tags.as_ref());
        object.finish()
    }
}

impl resource::Resource for AccessGrantsInstance {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::s3::AccessGrantsInstance;
    type Reference = Arn<kind::s3::AccessGrantsInstance>;
}

impl Handle<AccessGrantsInstance> {
    /// The ARN of the S3 Access Grants instance.
    ///
    /// `Fn::GetAtt` of `AccessGrantsInstanceArn`.
    pub fn access_grants_instance_arn(&self) -> Value<Arn<kind::s3::AccessGrantsInstance>> {
        self.attribute("AccessGrantsInstanceArn")
    }

    /// The ID of the S3 Access Grants instance. The ID is `default`. You can have one S3 Access Grants
    /// instance per Region per account.
    ///
    /// `Fn::GetAtt` of `AccessGrantsInstanceId`.
    pub fn access_grants_instance_id(&self) -> Value<String> {
        self.attribute("AccessGrantsInstanceId")
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::S3::AccessGrantsInstance",
    properties: &ACCESS_GRANTS_INSTANCE,
    create_only: &["Tags"],
    conditional_create_only: &[],
    read_only: &["AccessGrantsInstanceArn", "AccessGrantsInstanceId"],
    write_only: &[],
    primary_identifier: &["AccessGrantsInstanceArn"],
    reference: Reference::Arn,
    attributes: &[
        Attribute::scalar("AccessGrantsInstanceArn"),
        Attribute::scalar("AccessGrantsInstanceId"),
    ],
    stateful: false,
};

static ACCESS_GRANTS_INSTANCE: Object = Object {
    properties: &[
        Property::optional("AccessGrantsInstanceArn", Shape::Json),
        Property::optional("AccessGrantsInstanceId", Shape::Json),
        Property::optional("IdentityCenterArn", Shape::TEXT),
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
