//! `AWS::SSM::ServiceSetting`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Arn,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    value::{Json, ObjectWriter, ToJson, Value},
};

/// Resource Type definition for AWS::SSM::ServiceSetting. ServiceSetting is an account-level setting for an
/// AWS service that defines how a user interacts with or uses a service or feature.
///
/// `AWS::SSM::ServiceSetting`.
#[derive(Debug, Clone, PartialEq)]
pub struct ServiceSetting {
    /// The ID of the service setting, such as /ssm/parameter-store/high-throughput-enabled.
    ///
    /// Update requires: replacement. Length: 1 to 1000.
    pub setting_id: Value<String>,
    /// The value of the service setting.
    ///
    /// Length: 1 to 4096.
    pub setting_value: Value<String>,
}

impl ServiceSetting {
    /// With the required properties only.
    pub fn new(setting_id: impl Into<Value<String>>, setting_value: impl Into<Value<String>>) -> Self {
        Self {
            setting_id: setting_id.into(),
            setting_value: setting_value.into(),
        }
    }
}

impl ToJson for ServiceSetting {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("SettingId", &self.setting_id);
        object.required("SettingValue", &self.setting_value);
        object.finish()
    }
}

impl resource::Resource for ServiceSetting {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::ssm::ServiceSetting;
    type Reference = Arn<kind::ssm::ServiceSetting>;
}

impl Handle<ServiceSetting> {
    /// The ARN of the service setting.
    ///
    /// `Fn::GetAtt` of `Arn`.
    pub fn arn(&self) -> Value<Arn<kind::ssm::ServiceSetting>> {
        self.attribute("Arn")
    }

    /// The last time the service setting was modified.
    ///
    /// `Fn::GetAtt` of `LastModifiedDate`.
    pub fn last_modified_date(&self) -> Value<String> {
        self.attribute("LastModifiedDate")
    }

    /// The ARN of the last modified user.
    ///
    /// `Fn::GetAtt` of `LastModifiedUser`.
    pub fn last_modified_user(&self) -> Value<String> {
        self.attribute("LastModifiedUser")
    }

    /// The status of the service setting. The value can be Default, Customized or PendingUpdate.
    ///
    /// `Fn::GetAtt` of `Status`.
    pub fn status(&self) -> Value<String> {
        self.attribute("Status")
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::SSM::ServiceSetting",
    properties: &SERVICE_SETTING,
    create_only: &["SettingId"],
    conditional_create_only: &[],
    read_only: &["Arn", "LastModifiedDate", "LastModifiedUser", "Status"],
    write_only: &[],
    primary_identifier: &["Arn"],
    reference: Reference::Arn,
    attributes: &[
        Attribute::scalar("Arn"),
        Attribute::scalar("LastModifiedDate"),
        Attribute::scalar("LastModifiedUser"),
        Attribute::scalar("Status"),
    ],
    stateful: false,
};

static SERVICE_SETTING: Object = Object {
    properties: &[
        Property::optional("Arn", Shape::Json),
        Property::optional("LastModifiedDate", Shape::Json),
        Property::optional("LastModifiedUser", Shape::Json),
        Property::required("SettingId", Shape::TEXT.min_length(1).max_length(1000)),
        Property::required("SettingValue", Shape::TEXT.min_length(1).max_length(4096)),
        Property::optional("Status", Shape::Json),
    ],
    constraints: &[],
};
