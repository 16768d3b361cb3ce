//! `AWS::S3::AccessGrant`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::{Arn, Id},
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    text_enum::text_enum,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// The `AWS::S3::AccessGrant` resource creates an access grant that gives a grantee access to your S3 data.
/// The grantee can be an IAM user or role or a directory user, or group. Before you can create a grant, you
/// must have an S3 Access Grants instance in the same Region as the S3 data. You can create an S3 Access
/// Grants instance using the
/// [AWS::S3::AccessGrantsInstance](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-s3-accessgrantsinstance.html).
///
/// `AWS::S3::AccessGrant`.
#[derive(Debug, Clone, PartialEq)]
pub struct AccessGrant {
    /// The configuration options of the grant location. The grant location is the S3 path to the data to
    /// which you are granting access. It contains the `S3SubPrefix` field. The grant scope is the result of
    /// appending the subprefix to the location scope of the registered location.
    pub access_grants_location_configuration: Option<Value<AccessGrantsLocationConfiguration>>,
    /// The ID of the registered location to which you are granting access. S3 Access Grants assigns this ID
    /// when you register the location. S3 Access Grants assigns the ID `default` to the default location
    /// `s3://` and assigns an auto-generated ID to other locations that you register.
    pub access_grants_location_id: Value<String>,
    /// The Amazon Resource Name (ARN) of an AWS IAM Identity Center application associated with your Identity
    /// Center instance. If the grant includes an application ARN, the grantee can only access the S3 data
    /// through this application.
    pub application_arn: Option<Value<String>>,
    /// The user, group, or role to which you are granting access. You can grant access to an IAM user or
    /// role. If you have added your corporate directory to AWS IAM Identity Center and associated your
    /// Identity Center instance with your S3 Access Grants instance, the grantee can also be a corporate
    /// directory user or group.
    pub grantee: Value<Grantee>,
    /// The type of access that you are granting to your S3 data, which can be set to one of the following
    /// values:
    pub permission: Value<Permission>,
    /// The type of `S3SubPrefix`. The only possible value is `Object`. Pass this value if the access grant
    /// scope is an object. Do not pass this value if the access grant scope is a bucket or a bucket and a
    /// prefix.
    ///
    /// Update requires: replacement.
    pub s3_prefix_type: Option<Value<S3PrefixType>>,
    /// The AWS resource tags that you are adding to the access grant. Each tag is a label consisting of a
    /// user-defined key and value. Tags can help you manage, identify, organize, search for, and filter
    /// resources.
    ///
    /// Update requires: replacement.
    pub tags: Option<Value<List<Tag>>>,
}

impl AccessGrant {
    /// With the required properties only.
    pub fn new(
        access_grants_location_id: impl Into<Value<String>>,
        grantee: impl Into<Value<Grantee>>,
        permission: impl Into<Value<Permission>>,
    ) -> Self {
        Self {
            access_grants_location_configuration: None,
            access_grants_location_id: access_grants_location_id.into(),
            application_arn: None,
            grantee: grantee.into(),
            permission: permission.into(),
            s3_prefix_type: None,
            tags: None,
        }
    }
}

impl ToJson for AccessGrant {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional(
            "AccessGrantsLocationConfiguration",
            self.access_grants_location_configuration.as_ref(),
        );
        object.required("AccessGrantsLocationId", &self.access_grants_location_id);
        object.optional("ApplicationArn", self.application_arn.as_ref());
        object.required("Grantee", &self.grantee);
        object.required("Permission", &self.permission);
        object.optional("S3PrefixType", self.s3_prefix_type.as_ref());
        object.optional("Tags", self.tags.as_ref());
        object.finish()
    }
}

impl resource::Resource for AccessGrant {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::s3::AccessGrant;
    type Reference = Id<kind::s3::AccessGrant>;
}

impl Handle<AccessGrant> {
    /// The ARN of the access grant.
    ///
    /// `Fn::GetAtt` of `AccessGrantArn`.
    pub fn access_grant_arn(&self) -> Value<Arn<kind::s3::AccessGrant>> {
        self.attribute("AccessGrantArn")
    }

    /// The ID of the access grant. S3 Access Grants auto-generates this ID when you create the access grant.
    ///
    /// `Fn::GetAtt` of `AccessGrantId`.
    pub fn access_grant_id(&self) -> Value<Id<kind::s3::AccessGrant>> {
        self.attribute("AccessGrantId")
    }

    /// The S3 path of the data to which you are granting access. It is the result of appending the
    /// `Subprefix` to the location scope.
    ///
    /// `Fn::GetAtt` of `GrantScope`.
    pub fn grant_scope(&self) -> Value<String> {
        self.attribute("GrantScope")
    }
}

/// The configuration options of the S3 Access Grants location. It contains the `S3SubPrefix` field. The grant
/// scope, the data to which you are granting access, is the result of appending the `Subprefix` field to the
/// scope of the registered location.
#[derive(Debug, Clone, PartialEq)]
pub struct AccessGrantsLocationConfiguration {
    /// The `S3SubPrefix` is appended to the location scope creating the grant scope. Use this field to narrow
    /// the scope of the grant to a subset of the location scope. This field is required if the location scope
    /// is the default location `s3://` because you cannot create a grant for all of your S3 data in the
    /// Region and must narrow the scope. For example, if the location scope is the default location `s3://`,
    /// the `S3SubPrefx` can be a `<bucket-name>/*`, so the full grant scope path would be
    /// `s3://<bucket-name>/*`.
    pub s3_sub_prefix: Value<String>,
}

impl AccessGrantsLocationConfiguration {
    /// With the required properties only.
    pub fn new(s3_sub_prefix: impl Into<Value<String>>) -> Self {
        Self {
            s3_sub_prefix: s3_sub_prefix.into(),
        }
    }
}

impl ToJson for AccessGrantsLocationConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("S3SubPrefix", &self.s3_sub_prefix);
        object.finish()
    }
}

/// The user, group, or role to which you are granting access. You can grant access to an IAM user or role. If
/// you have added your corporate directory to AWS IAM Identity Center and associated your Identity Center
/// instance with your S3 Access Grants instance, the grantee can also be a corporate directory user or group.
#[derive(Debug, Clone, PartialEq)]
pub struct Grantee {
    /// The unique identifier of the `Grantee`. If the grantee type is `IAM`, the identifier is the IAM Amazon
    /// Resource Name (ARN) of the user or role. If the grantee type is a directory user or group, the
    /// identifier is 128-bit universally unique identifier (UUID) in the format
    /// `a1b2c3d4-5678-90ab-cdef-EXAMPLE11111`. You can obtain this UUID from your AWS IAM Identity Center
    /// instance.
    pub grantee_identifier: Value<String>,
    /// The type of the grantee to which access has been granted. It can be one of the following values:
    pub grantee_type: Value<GranteeType>,
}

impl Grantee {
    /// With the required properties only.
    pub fn new(
        grantee_identifier: impl Into<Value<String>>,
        grantee_type: impl Into<Value<GranteeType>>,
    ) -> Self {
        Self {
            grantee_identifier: grantee_identifier.into(),
            grantee_type: grantee_type.into(),
        }
    }
}

impl ToJson for Grantee {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("GranteeIdentifier", &self.grantee_identifier);
        object.required("GranteeType", &self.grantee_type);
        object.finish()
    }
}

text_enum! {
    /// The values of `Grantee.GranteeType`.
    GranteeType {
        Iam = "IAM",
        DirectoryUser = "DIRECTORY_USER",
        DirectoryGroup = "DIRECTORY_GROUP",
    }
}

text_enum! {
    /// The values of `AccessGrant.Permission`.
    Permission {
        Read = "READ",
        Write = "WRITE",
        Readwrite = "READWRITE",
    }
}

text_enum! {
    /// The values of `AccessGrant.S3PrefixType`.
    S3PrefixType {
        Object = "Object",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::S3::AccessGrant",
    properties: &ACCESS_GRANT,
    create_only: &["S3PrefixType", "Tags"],
    conditional_create_only: &[],
    read_only: &["AccessGrantArn", "AccessGrantId", "GrantScope"],
    write_only: &["S3PrefixType"],
    primary_identifier: &["AccessGrantId"],
    reference: Reference::Id,
    attributes: &[
        Attribute::scalar("AccessGrantArn"),
        Attribute::scalar("AccessGrantId"),
        Attribute::scalar("GrantScope"),
    ],
    stateful: false,
};

static ACCESS_GRANT: Object = Object {
    properties: &[
        Property::optional("AccessGrantArn", Shape::Json),
        Property::optional("AccessGrantId", Shape::Json),
        Property::optional(
            "AccessGrantsLocationConfiguration",
            Shape::Object(&ACCESS_GRANTS_LOCATION_CONFIGURATION),
        ),
        Property::required("AccessGrantsLocationId", Shape::TEXT),
        Property::optional("ApplicationArn", Shape::TEXT),
        Property::optional("GrantScope", Shape::Json),
        Property::required("Grantee", Shape::Object(&GRANTEE)),
        Property::required("Permission", Shape::one_of(Permission::VALUES)),
        Property::optional("S3PrefixType", Shape::one_of(S3PrefixType::VALUES)),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG)).unique()),
    ],
    constraints: &[],
};

static ACCESS_GRANTS_LOCATION_CONFIGURATION: Object = Object {
    properties: &[Property::required("S3SubPrefix", Shape::TEXT)],
    constraints: &[],
};

static GRANTEE: Object = Object {
    properties: &[
        Property::required("GranteeIdentifier", Shape::TEXT),
        Property::required("GranteeType", Shape::one_of(GranteeType::VALUES)),
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
