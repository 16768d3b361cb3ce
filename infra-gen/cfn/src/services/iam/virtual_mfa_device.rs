//! `AWS::IAM::VirtualMFADevice`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Id,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// Creates a new virtual MFA device for the AWS account. After creating the virtual MFA, use
/// [EnableMFADevice](https://docs.aws.amazon.com/IAM/latest/APIReference/API_EnableMFADevice.html) to attach
/// the MFA device to an IAM user. For more information about creating and working with virtual MFA devices,
/// see [Using a virtual MFA device](https://docs.aws.amazon.com/IAM/latest/UserGuide/Using_VirtualMFA.html)
/// in the *IAM User Guide*.
///
/// `AWS::IAM::VirtualMFADevice`.
#[derive(Debug, Clone, PartialEq)]
pub struct VirtualMFADevice {
    /// The path for the virtual MFA device. For more information about paths, see [IAM
    /// identifiers](https://docs.aws.amazon.com/IAM/latest/UserGuide/Using_Identifiers.html) in the *IAM User
    /// Guide*.
    ///
    /// Update requires: replacement. Length: 1 to 512. Pattern: `(\u002F)|(\u002F[\u0021-\u007F]+\u002F)`.
    pub path: Option<Value<String>>,
    /// A list of tags that you want to attach to the new IAM virtual MFA device. Each tag consists of a key
    /// name and an associated value. For more information about tagging, see [Tagging IAM
    /// resources](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html) in the *IAM User Guide*.
    ///
    /// Items: at most 50.
    pub tags: Option<Value<List<Tag>>>,
    /// The IAM user associated with this virtual MFA device.
    pub users: Value<List<String>>,
    /// The name of the virtual MFA device, which must be unique. Use with path to uniquely identify a virtual
    /// MFA device.
    ///
    /// Update requires: replacement. Length: 1 to 226. Pattern: `[\w+=,.@-]+`.
    pub virtual_mfa_device_name: Option<Value<String>>,
}

impl VirtualMFADevice {
    /// With the required properties only.
    pub fn new(users: impl Into<Value<List<String>>>) -> Self {
        Self {
            path: None,
            tags: None,
            users: users.into(),
            virtual_mfa_device_name: None,
        }
    }
}

impl ToJson for VirtualMFADevice {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Path", self.path.as_ref());
        object.optional("Tags", self.tags.as_ref());
        object.required("Users", &self.users);
        object.optional("VirtualMfaDeviceName", self.virtual_mfa_device_name.as_ref());
        object.finish()
    }
}

impl resource::Resource for VirtualMFADevice {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::iam::VirtualMFADevice;
    type Reference = Id<kind::iam::VirtualMFADevice>;
}

impl Handle<VirtualMFADevice> {
    /// Returns the serial number for the specified `AWS::IAM::VirtualMFADevice` resource.
    ///
    /// `Fn::GetAtt` of `SerialNumber`.
    pub fn serial_number(&self) -> Value<Id<kind::iam::VirtualMFADevice>> {
        self.attribute("SerialNumber")
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::IAM::VirtualMFADevice",
    properties: &VIRTUAL_MFA_DEVICE,
    create_only: &["Path", "VirtualMfaDeviceName"],
    conditional_create_only: &[],
    read_only: &["SerialNumber"],
    write_only: &[],
    primary_identifier: &["SerialNumber"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("SerialNumber")],
    stateful: false,
};

static TAG: Object = Object {
    properties: &[
        Property::required(
            "Key",
            Shape::TEXT
                .pattern(r"^[\p{L}\p{Z}\p{N}_.:/=+\-@]+$")
                .min_length(1)
                .max_length(128),
        ),
        Property::required(
            "Value",
            Shape::TEXT
                .pattern(r"^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$")
                .min_length(1)
                .max_length(256),
        ),
    ],
    constraints: &[],
};

static VIRTUAL_MFA_DEVICE: Object = Object {
    properties: &[
        Property::optional(
            "Path",
            Shape::TEXT
                .pattern(r"(\u002F)|(\u002F[\u0021-\u007F]+\u002F)")
                .min_length(1)
                .max_length(512),
        ),
        Property::optional("SerialNumber", Shape::Json),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG)).max_length(50)),
        Property::required("Users", Shape::list(&Shape::TEXT)),
        Property::optional(
            "VirtualMfaDeviceName",
            Shape::TEXT.pattern(r"[\w+=,.@-]+").min_length(1).max_length(226),
        ),
    ],
    constraints: &[],
};
