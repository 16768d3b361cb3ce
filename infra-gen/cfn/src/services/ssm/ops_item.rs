//! `AWS::SSM::OpsItem`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Arn,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// Resource schema for AWS::SSM::OpsItem.
///
/// `AWS::SSM::OpsItem`.
#[derive(Debug, Clone, PartialEq)]
pub struct OpsItem {
    /// The category of the OpsItem.
    ///
    /// Length: 1 to 64. Pattern: `^(?!\s*$).+$`.
    pub category: Option<Value<String>>,
    /// The description of the OpsItem.
    ///
    /// Length: 1 to 2048. Pattern: `^[\s\S]*\S[\s\S]*$`.
    pub description: Value<String>,
    /// The priority of the OpsItem.
    ///
    /// Range: 1 to 5.
    pub priority: Option<Value<i64>>,
    /// The severity of the OpsItem.
    ///
    /// Length: 1 to 64. Pattern: `^(?!\s*$).+$`.
    pub severity: Option<Value<String>>,
    /// The origin of the OpsItem.
    ///
    /// Update requires: replacement. Length: 1 to 128. Pattern: `^(?!\s*$).+$`.
    pub source: Value<String>,
    /// Tags for the OpsItem.
    ///
    /// Items: at most 1000.
    pub tags: Option<Value<List<Tag>>>,
    /// The title of the OpsItem.
    ///
    /// Length: 1 to 1024. Pattern: `^(?!\s*$).+$`.
    pub title: Value<String>,
}

impl OpsItem {
    /// With the required properties only.
    pub fn new(
        description: impl Into<Value<String>>,
        source: impl Into<Value<String>>,
        title: impl Into<Value<String>>,
    ) -> Self {
        Self {
            category: None,
            description: description.into(),
            priority: None,
            severity: None,
            source: source.into(),
            tags: None,
            title: title.into(),
        }
    }
}

impl ToJson for OpsItem {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Category", self.category.as_ref());
        object.required("Description", &self.description);
        object.optional("Priority", self.priority.as_ref());
        object.optional("Severity", self.severity.as_ref());
        object.required("Source", &self.source);
        object.optional("Tags", self.tags.as_ref());
        object.required("Title", &self.title);
        object.finish()
    }
}

impl resource::Resource for OpsItem {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::ssm::OpsItem;
    type Reference = Arn<kind::ssm::OpsItem>;
}

impl Handle<OpsItem> {
    /// The user who created the OpsItem.
    ///
    /// `Fn::GetAtt` of `CreatedBy`.
    pub fn created_by(&self) -> Value<String> {
        self.attribute("CreatedBy")
    }

    /// The time the OpsItem was created.
    ///
    /// `Fn::GetAtt` of `CreatedTime`.
    pub fn created_time(&self) -> Value<String> {
        self.attribute("CreatedTime")
    }

    /// The user who last modified the OpsItem.
    ///
    /// `Fn::GetAtt` of `LastModifiedBy`.
    pub fn last_modified_by(&self) -> Value<String> {
        self.attribute("LastModifiedBy")
    }

    /// The time the OpsItem was last modified.
    ///
    /// `Fn::GetAtt` of `LastModifiedTime`.
    pub fn last_modified_time(&self) -> Value<String> {
        self.attribute("LastModifiedTime")
    }

    /// The ARN of the OpsItem.
    ///
    /// `Fn::GetAtt` of `OpsItemArn`.
    pub fn ops_item_arn(&self) -> Value<Arn<kind::ssm::OpsItem>> {
        self.attribute("OpsItemArn")
    }

    /// The ID of the OpsItem.
    ///
    /// `Fn::GetAtt` of `OpsItemId`.
    pub fn ops_item_id(&self) -> Value<String> {
        self.attribute("OpsItemId")
    }

    /// The type of OpsItem.
    ///
    /// `Fn::GetAtt` of `OpsItemType`.
    pub fn ops_item_type(&self) -> Value<String> {
        self.attribute("OpsItemType")
    }

    /// The status of the OpsItem.
    ///
    /// `Fn::GetAtt` of `Status`.
    pub fn status(&self) -> Value<String> {
        self.attribute("Status")
    }

    /// The version of the OpsItem.
    ///
    /// `Fn::GetAtt` of `Version`.
    pub fn version(&self) -> Value<String> {
        self.attribute("Version")
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::SSM::OpsItem",
    properties: &OPS_ITEM,
    create_only: &["Source"],
    conditional_create_only: &[],
    read_only: &[
        "CreatedBy",
        "CreatedTime",
        "LastModifiedBy",
        "LastModifiedTime",
        "OpsItemArn",
        "OpsItemId",
        "OpsItemType",
        "Status",
        "Version",
    ],
    write_only: &[],
    primary_identifier: &["OpsItemArn"],
    reference: Reference::Arn,
    attributes: &[
        Attribute::scalar("CreatedBy"),
        Attribute::scalar("CreatedTime"),
        Attribute::scalar("LastModifiedBy"),
        Attribute::scalar("LastModifiedTime"),
        Attribute::scalar("OpsItemArn"),
        Attribute::scalar("OpsItemId"),
        Attribute::scalar("OpsItemType"),
        Attribute::scalar("Status"),
        Attribute::scalar("Version"),
    ],
    stateful: false,
};

static OPS_ITEM: Object = Object {
    properties: &[
        Property::optional(
            "Category",
            Shape::TEXT.pattern(r"^(?!\s*$).+$").min_length(1).max_length(64),
        ),
        Property::optional("CreatedBy", Shape::Json),
        Property::optional("CreatedTime", Shape::Json),
        Property::required(
            "Description",
            Shape::TEXT
                .pattern(r"^[\s\S]*\S[\s\S]*$")
                .min_length(1)
                .max_length(2048),
        ),
        Property::optional("LastModifiedBy", Shape::Json),
        Property::optional("LastModifiedTime", Shape::Json),
        Property::optional("OpsItemArn", Shape::Json),
        Property::optional("OpsItemId", Shape::Json),
        Property::optional("OpsItemType", Shape::Json),
        Property::optional("Priority", Shape::INTEGER.min(1.0).max(5.0)),
        Property::optional(
            "Severity",
            Shape::TEXT.pattern(r"^(?!\s*$).+$").min_length(1).max_length(64),
        ),
        Property::required(
            "Source",
            Shape::TEXT.pattern(r"^(?!\s*$).+$").min_length(1).max_length(128),
        ),
        Property::optional("Status", Shape::Json),
        Property::optional(
            "Tags",
            Shape::list(&Shape::Object(&TAG)).max_length(1000).unique(),
        ),
        Property::required(
            "Title",
            Shape::TEXT
                .pattern(r"^(?!\s*$).+$")
                .min_length(1)
                .max_length(1024),
        ),
        Property::optional("Version", Shape::Json),
    ],
    constraints: &[],
};

static TAG: Object = Object {
    properties: &[
        Property::required(
            "Key",
            Shape::TEXT
                .pattern(r"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$")
                .min_length(1)
                .max_length(128),
        ),
        Property::required(
            "Value",
            Shape::TEXT
                .pattern(r"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$")
                .max_length(256),
        ),
    ],
    constraints: &[],
};
