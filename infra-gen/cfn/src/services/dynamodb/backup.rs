//! `AWS::DynamoDB::Backup`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::{Arn, Id},
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    value::{Json, ObjectWriter, ToJson, Value},
};

/// `AWS::DynamoDB::Backup`.
#[derive(Debug, Clone, PartialEq)]
pub struct Backup {
    /// `BackupName`.
    ///
    /// Update requires: replacement.
    pub backup_name: Value<String>,
    /// `TableName`.
    ///
    /// Update requires: replacement.
    pub table_name: Value<String>,
}

impl Backup {
    /// With the required properties only.
    pub fn new(backup_name: impl Into<Value<String>>, table_name: impl Into<Value<String>>) -> Self {
        Self {
            backup_name: backup_name.into(),
            table_name: table_name.into(),
        }
    }
}

impl ToJson for Backup {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("BackupName", &self.backup_name);
        object.required("TableName", &self.table_name);
        object.finish()
    }
}

impl resource::Resource for Backup {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::dynamodb::Backup;
    type Reference = Id<kind::dynamodb::Backup>;
}

impl Handle<Backup> {
    /// `Fn::GetAtt` of `BackupArn`.
    pub fn backup_arn(&self) -> Value<Arn<kind::dynamodb::Backup>> {
        self.attribute("BackupArn")
    }

    /// `Fn::GetAtt` of `BackupCreationDateTime`.
    pub fn backup_creation_date_time(&self) -> Value<String> {
        self.attribute("BackupCreationDateTime")
    }

    /// `Fn::GetAtt` of `BackupId`.
    pub fn backup_id(&self) -> Value<Id<kind::dynamodb::Backup>> {
        self.attribute("BackupId")
    }

    /// `Fn::GetAtt` of `BackupSizeBytes`.
    pub fn backup_size_bytes(&self) -> Value<i64> {
        self.attribute("BackupSizeBytes")
    }

    /// `Fn::GetAtt` of `BackupStatus`.
    pub fn backup_status(&self) -> Value<String> {
        self.attribute("BackupStatus")
    }

    /// `Fn::GetAtt` of `BackupType`.
    pub fn backup_type(&self) -> Value<String> {
        self.attribute("BackupType")
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::DynamoDB::Backup",
    properties: &BACKUP,
    create_only: &["BackupName", "TableName"],
    conditional_create_only: &[],
    read_only: &[
        "BackupArn",
        "BackupCreationDateTime",
        "BackupId",
        "BackupSizeBytes",
        "BackupStatus",
        "BackupType",
    ],
    write_only: &[],
    primary_identifier: &["BackupId"],
    reference: Reference::Id,
    attributes: &[
        Attribute::scalar("BackupArn"),
        Attribute::scalar("BackupCreationDateTime"),
        Attribute::scalar("BackupId"),
        Attribute::scalar("BackupSizeBytes"),
        Attribute::scalar("BackupStatus"),
        Attribute::scalar("BackupType"),
    ],
    stateful: false,
};

static BACKUP: Object = Object {
    properties: &[
        Property::optional("BackupArn", Shape::Json),
        Property::optional("BackupCreationDateTime", Shape::Json),
        Property::optional("BackupId", Shape::Json),
        Property::required("BackupName", Shape::TEXT),
        Property::optional("BackupSizeBytes", Shape::Json),
        Property::optional("BackupStatus", Shape::Json),
        Property::optional("BackupType", Shape::Json),
        Property::required("TableName", Shape::TEXT),
    ],
    constraints: &[],
};
