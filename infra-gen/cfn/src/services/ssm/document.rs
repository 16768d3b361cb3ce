//! `AWS::SSM::Document`. Generated; see `generator/`.

use crate::{
    kind,
    reference::Id,
    resource,
    schema::{Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    text_enum::text_enum,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// The `AWS::SSM::Document` resource creates a Systems Manager (SSM) document in AWS Systems Manager. This
/// document defines the actions that Systems Manager performs on your AWS resources.
///
/// `AWS::SSM::Document`.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// A list of key-value pairs that describe attachments to a version of a document.
    ///
    /// Update requires: replacement under some conditions. Items: at most 20.
    pub attachments: Option<Value<List<AttachmentsSource>>>,
    /// The content for the new SSM document in JSON or YAML. For more information about the schemas for SSM
    /// document content, see [SSM document schema features and
    /// examples](https://docs.aws.amazon.com/systems-manager/latest/userguide/document-schemas-features.html)
    /// in the *AWS Systems Manager User Guide*.
    ///
    /// Update requires: replacement under some conditions.
    pub content: Value<Json>,
    /// Specify the document format for the request. `JSON` is the default format.
    ///
    /// Update requires: replacement under some conditions.
    pub document_format: Option<Value<DocumentFormat>>,
    /// The type of document to create.
    ///
    /// Update requires: replacement.
    pub document_type: Option<Value<DocumentType>>,
    /// A name for the SSM document.
    ///
    /// Update requires: replacement. Pattern: `^[a-zA-Z0-9_\-.]{3,128}$`.
    pub name: Option<Value<String>>,
    /// A list of SSM documents required by a document. This parameter is used exclusively by AWS AppConfig.
    /// When a user creates an AWS AppConfig configuration in an SSM document, the user must also specify a
    /// required document for validation purposes. In this case, an `ApplicationConfiguration` document
    /// requires an `ApplicationConfigurationSchema` document for validation purposes. For more information,
    /// see [What is AWS AppConfig
    /// ?](https://docs.aws.amazon.com/appconfig/latest/userguide/what-is-appconfig.html) in the *AWS
    /// AppConfig User Guide*.
    ///
    /// Update requires: replacement under some conditions. Items: 1 or more.
    pub requires: Option<Value<List<DocumentRequires>>>,
    /// AWS CloudFormation resource tags to apply to the document. Use tags to help you identify and
    /// categorize resources.
    ///
    /// Items: at most 1000.
    pub tags: Option<Value<List<Tag>>>,
    /// Specify a target type to define the kinds of resources the document can run on. For example, to run a
    /// document on EC2 instances, specify the following value: `/AWS::EC2::Instance`. If you specify a value
    /// of '/' the document can run on all types of resources. If you don't specify a value, the document
    /// can't run on any resources. For a list of valid resource types, see [AWS resource and property types
    /// reference](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-template-resource-type-ref.html)
    /// in the *AWS CloudFormation User Guide*.
    ///
    /// Update requires: replacement under some conditions. Length: at most 200. Pattern: `^\/[\w\.\-\:\/]*$`.
    pub target_type: Option<Value<String>>,
    /// If the document resource you specify in your template already exists, this parameter determines
    /// whether a new version of the existing document is created, or the existing document is replaced.
    /// `Replace` is the default method. If you specify `NewVersion` for the `UpdateMethod` parameter, and the
    /// `Name` of the document does not match an existing resource, a new document is created. When you
    /// specify `NewVersion`, the default version of the document is changed to the newly created version.
    pub update_method: Option<Value<UpdateMethod>>,
    /// An optional field specifying the version of the artifact you are creating with the document. For
    /// example, `Release12.1`. This value is unique across all versions of a document, and can't be changed.
    ///
    /// Update requires: replacement under some conditions. Pattern: `^[a-zA-Z0-9_\-.]{1,128}$`.
    pub version_name: Option<Value<String>>,
}

impl Document {
    /// With the required properties only.
    pub fn new(content: impl Into<Value<Json>>) -> Self {
        Self {
            attachments: None,
            content: content.into(),
            document_format: None,
            document_type: None,
            name: None,
            requires: None,
            tags: None,
            target_type: None,
            update_method: None,
            version_name: None,
        }
    }
}

impl ToJson for Document {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Attachments", self.attachments.as_ref());
        object.required("Content", &self.content);
        object.optional("DocumentFormat", self.document_format.as_ref());
        object.optional("DocumentType", self.document_type.as_ref());
        object.optional("Name", self.name.as_ref());
        object.optional("Requires", self.requires.as_ref());
        object.optional("Tags", self.tags.as_ref());
        object.optional("TargetType", self.target_type.as_ref());
        object.optional("UpdateMethod", self.update_method.as_ref());
        object.optional("VersionName", self.version_name.as_ref());
        object.finish()
    }
}

impl resource::Resource for Document {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::ssm::Document;
    type Reference = Id<kind::ssm::Document>;
}

/// Identifying information about a document attachment, including the file name and a key-value pair that
/// identifies the location of an attachment to a document.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AttachmentsSource {
    /// The key of a key-value pair that identifies the location of an attachment to a document.
    pub key: Option<Value<Key>>,
    /// The name of the document attachment file.
    ///
    /// Length: 1 to 128. Pattern: `^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$`.
    pub name: Option<Value<String>>,
    /// The value of a key-value pair that identifies the location of an attachment to a document. The format
    /// for *Value* depends on the type of key you specify.
    ///
    /// Items: 1 to 1.
    pub values: Option<Value<List<String>>>,
}

impl AttachmentsSource {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for AttachmentsSource {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Key", self.key.as_ref());
        object.optional("Name", self.name.as_ref());
        object.optional("Values", self.values.as_ref());
        object.finish()
    }
}

/// An SSM document required by the current document.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DocumentRequires {
    /// The name of the required SSM document. The name can be an Amazon Resource Name (ARN).
    ///
    /// Length: at most 200. Pattern: `^[a-zA-Z0-9_\-.:/]{3,200}$`.
    pub name: Option<Value<String>>,
    /// The document version required by the current document.
    ///
    /// Length: at most 8. Pattern: `([$]LATEST|[$]DEFAULT|^[1-9][0-9]*$)`.
    pub version: Option<Value<String>>,
}

impl DocumentRequires {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for DocumentRequires {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Name", self.name.as_ref());
        object.optional("Version", self.version.as_ref());
        object.finish()
    }
}

text_enum! {
    /// The values of `Document.DocumentFormat`.
    DocumentFormat {
        Yaml = "YAML",
        Json = "JSON",
        Text = "TEXT",
    }
}

text_enum! {
    /// The values of `Document.DocumentType`.
    DocumentType {
        ApplicationConfiguration = "ApplicationConfiguration",
        ApplicationConfigurationSchema = "ApplicationConfigurationSchema",
        Automation = "Automation",
        AutomationChangeTemplate = "Automation.ChangeTemplate",
        AutoApprovalPolicy = "AutoApprovalPolicy",
        ChangeCalendar = "ChangeCalendar",
        CloudFormation = "CloudFormation",
        Command = "Command",
        DeploymentStrategy = "DeploymentStrategy",
        ManualApprovalPolicy = "ManualApprovalPolicy",
        Package = "Package",
        Policy = "Policy",
        ProblemAnalysis = "ProblemAnalysis",
        ProblemAnalysisTemplate = "ProblemAnalysisTemplate",
        Session = "Session",
    }
}

text_enum! {
    /// The values of `AttachmentsSource.Key`.
    Key {
        SourceUrl = "SourceUrl",
        S3FileUrl = "S3FileUrl",
        AttachmentReference = "AttachmentReference",
    }
}

text_enum! {
    /// The values of `Document.UpdateMethod`.
    UpdateMethod {
        Replace = "Replace",
        NewVersion = "NewVersion",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::SSM::Document",
    properties: &DOCUMENT,
    create_only: &["DocumentType", "Name"],
    conditional_create_only: &[
        "Attachments",
        "Content",
        "DocumentFormat",
        "Requires",
        "TargetType",
        "VersionName",
    ],
    read_only: &[],
    write_only: &["Attachments", "UpdateMethod"],
    primary_identifier: &["Name"],
    reference: Reference::Id,
    attributes: &[],
    stateful: false,
};

static ATTACHMENTS_SOURCE: Object = Object {
    properties: &[
        Property::optional("Key", Shape::one_of(Key::VALUES)),
        Property::optional(
            "Name",
            Shape::TEXT
                .pattern(r"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$")
                .min_length(1)
                .max_length(128),
        ),
        Property::optional(
            "Values",
            Shape::list(&Shape::TEXT.min_length(1).max_length(100_000))
                .min_length(1)
                .max_length(1),
        ),
    ],
    constraints: &[],
};

static DOCUMENT: Object = Object {
    properties: &[
        Property::optional(
            "Attachments",
            Shape::list(&Shape::Object(&ATTACHMENTS_SOURCE)).max_length(20),
        ),
        Property::required("Content", Shape::Json),
        Property::optional("DocumentFormat", Shape::one_of(DocumentFormat::VALUES)),
        Property::optional("DocumentType", Shape::one_of(DocumentType::VALUES)),
        Property::optional("Name", Shape::TEXT.pattern(r"^[a-zA-Z0-9_\-.]{3,128}$")),
        Property::optional(
            "Requires",
            Shape::list(&Shape::Object(&DOCUMENT_REQUIRES)).min_length(1),
        ),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG)).max_length(1000)),
        Property::optional(
            "TargetType",
            Shape::TEXT.pattern(r"^\/[\w\.\-\:\/]*$").max_length(200),
        ),
        Property::optional("UpdateMethod", Shape::one_of(UpdateMethod::VALUES)),
        Property::optional("VersionName", Shape::TEXT.pattern(r"^[a-zA-Z0-9_\-.]{1,128}$")),
    ],
    constraints: &[],
};

static DOCUMENT_REQUIRES: Object = Object {
    properties: &[
        Property::optional(
            "Name",
            Shape::TEXT.pattern(r"^[a-zA-Z0-9_\-.:/]{3,200}$").max_length(200),
        ),
        Property::optional(
            "Version",
            Shape::TEXT
                .pattern("([$]LATEST|[$]DEFAULT|^[1-9][0-9]*$)")
                .max_length(8),
        ),
    ],
    constraints: &[],
};

static TAG: Object = Object {
    properties: &[
        Property::optional(
            "Key",
            Shape::TEXT
                .pattern(r"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$")
                .min_length(1)
                .max_length(128),
        ),
        Property::optional(
            "Value",
            Shape::TEXT
                .pattern(r"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$")
                .min_length(1)
                .max_length(256),
        ),
    ],
    constraints: &[],
};
