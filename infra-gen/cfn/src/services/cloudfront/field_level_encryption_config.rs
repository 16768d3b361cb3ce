//! `AWS::CloudFront::FieldLevelEncryptionConfig`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Arn,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    text_enum::text_enum,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// `AWS::CloudFront::FieldLevelEncryptionConfig`.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldLevelEncryptionConfig {
    /// `CallerReference`.
    ///
    /// Update requires: replacement.
    pub caller_reference: Value<String>,
    /// `Comment`.
    ///
    /// Length: 1 to 128.
    pub comment: Option<Value<String>>,
    /// `ContentTypeProfileConfig`.
    pub content_type_profile_config: Value<ContentTypeProfileConfig>,
    /// `QueryArgProfileConfig`.
    pub query_arg_profile_config: Value<QueryArgProfileConfig>,
}

impl FieldLevelEncryptionConfig {
    /// With the required properties only.
    pub fn new(
        caller_reference: impl Into<Value<String>>,
        content_type_profile_config: impl Into<Value<ContentTypeProfileConfig>>,
        query_arg_profile_config: impl Into<Value<QueryArgProfileConfig>>,
    ) -> Self {
        Self {
            caller_reference: caller_reference.into(),
            comment: None,
            content_type_profile_config: content_type_profile_config.into(),
            query_arg_profile_config: query_arg_profile_config.into(),
        }
    }
}

impl ToJson for FieldLevelEncryptionConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("CallerReference", &self.caller_reference);
        object.optional("Comment", self.comment.as_ref());
        object.required("ContentTypeProfileConfig", &self.content_type_profile_config);
        object.required("QueryArgProfileConfig", &self.query_arg_profile_config);
        object.finish()
    }
}

impl resource::Resource for FieldLevelEncryptionConfig {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::cloudfront::FieldLevelEncryptionConfig;
    type Reference = Arn<kind::cloudfront::FieldLevelEncryptionConfig>;
}

impl Handle<FieldLevelEncryptionConfig> {
    /// `Fn::GetAtt` of `Arn`.
    pub fn arn(&self) -> Value<Arn<kind::cloudfront::FieldLevelEncryptionConfig>> {
        self.attribute("Arn")
    }

    /// `Fn::GetAtt` of `Id`.
    pub fn id(&self) -> Value<String> {
        self.attribute("Id")
    }

    /// `Fn::GetAtt` of `LastModifiedTime`.
    pub fn last_modified_time(&self) -> Value<String> {
        self.attribute("LastModifiedTime")
    }
}

/// `ContentTypeProfile` of `AWS::CloudFront::FieldLevelEncryptionConfig`.
#[derive(Debug, Clone, PartialEq)]
pub struct ContentTypeProfile {
    /// `ContentType`.
    pub content_type: Value<String>,
    /// `Format`.
    pub format: Value<ContentTypeProfileFormat>,
    /// `ProfileId`.
    pub profile_id: Value<String>,
}

impl ContentTypeProfile {
    /// With the required properties only.
    pub fn new(
        content_type: impl Into<Value<String>>,
        format: impl Into<Value<ContentTypeProfileFormat>>,
        profile_id: impl Into<Value<String>>,
    ) -> Self {
        Self {
            content_type: content_type.into(),
            format: format.into(),
            profile_id: profile_id.into(),
        }
    }
}

impl ToJson for ContentTypeProfile {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("ContentType", &self.content_type);
        object.required("Format", &self.format);
        object.required("ProfileId", &self.profile_id);
        object.finish()
    }
}

/// `ContentTypeProfileConfig` of `AWS::CloudFront::FieldLevelEncryptionConfig`.
#[derive(Debug, Clone, PartialEq)]
pub struct ContentTypeProfileConfig {
    /// `ContentTypeProfiles`.
    ///
    /// Items: 1 or more.
    pub content_type_profiles: Value<List<ContentTypeProfile>>,
    /// `ForwardWhenContentTypeIsUnknown`.
    pub forward_when_content_type_is_unknown: Value<bool>,
}

impl ContentTypeProfileConfig {
    /// With the required properties only.
    pub fn new(
        content_type_profiles: impl Into<Value<List<ContentTypeProfile>>>,
        forward_when_content_type_is_unknown: impl Into<Value<bool>>,
    ) -> Self {
        Self {
            content_type_profiles: content_type_profiles.into(),
            forward_when_content_type_is_unknown: forward_when_content_type_is_unknown.into(),
        }
    }
}

impl ToJson for ContentTypeProfileConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("ContentTypeProfiles", &self.content_type_profiles);
        object.required(
            "ForwardWhenContentTypeIsUnknown",
            &self.forward_when_content_type_is_unknown,
        );
        object.finish()
    }
}

/// `QueryArgProfile` of `AWS::CloudFront::FieldLevelEncryptionConfig`.
#[derive(Debug, Clone, PartialEq)]
pub struct QueryArgProfile {
    /// `ProfileId`.
    pub profile_id: Value<String>,
    /// `QueryArg`.
    pub query_arg: Value<String>,
}

impl QueryArgProfile {
    /// With the required properties only.
    pub fn new(profile_id: impl Into<Value<String>>, query_arg: impl Into<Value<String>>) -> Self {
        Self {
            profile_id: profile_id.into(),
            query_arg: query_arg.into(),
        }
    }
}

impl ToJson for QueryArgProfile {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("ProfileId", &self.profile_id);
        object.required("QueryArg", &self.query_arg);
        object.finish()
    }
}

/// `QueryArgProfileConfig` of `AWS::CloudFront::FieldLevelEncryptionConfig`.
#[derive(Debug, Clone, PartialEq)]
pub struct QueryArgProfileConfig {
    /// `ForwardWhenQueryArgProfileIsUnknown`.
    pub forward_when_query_arg_profile_is_unknown: Value<bool>,
    /// `QueryArgProfiles`.
    pub query_arg_profiles: Value<List<QueryArgProfile>>,
}

impl QueryArgProfileConfig {
    /// With the required properties only.
    pub fn new(
        forward_when_query_arg_profile_is_unknown: impl Into<Value<bool>>,
        query_arg_profiles: impl Into<Value<List<QueryArgProfile>>>,
    ) -> Self {
        Self {
            forward_when_query_arg_profile_is_unknown: forward_when_query_arg_profile_is_unknown.into(),
            query_arg_profiles: query_arg_profiles.into(),
        }
    }
}

impl ToJson for QueryArgProfileConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required(
            "ForwardWhenQueryArgProfileIsUnknown",
            &self.forward_when_query_arg_profile_is_unknown,
        );
        object.required("QueryArgProfiles", &self.query_arg_profiles);
        object.finish()
    }
}

text_enum! {
    /// The values of `ContentTypeProfile.Format`.
    ContentTypeProfileFormat {
        URLEncoded = "URLEncoded",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::CloudFront::FieldLevelEncryptionConfig",
    properties: &FIELD_LEVEL_ENCRYPTION_CONFIG,
    create_only: &["CallerReference"],
    conditional_create_only: &[],
    read_only: &["Arn", "Id", "LastModifiedTime"],
    write_only: &[],
    primary_identifier: &["Arn"],
    reference: Reference::Arn,
    attributes: &[
        Attribute::scalar("Arn"),
        Attribute::scalar("Id"),
        Attribute::scalar("LastModifiedTime"),
    ],
    stateful: false,
};

static CONTENT_TYPE_PROFILE: Object = Object {
    properties: &[
        Property::required("ContentType", Shape::TEXT),
        Property::required("Format", Shape::one_of(ContentTypeProfileFormat::VALUES)),
        Property::required("ProfileId", Shape::TEXT),
    ],
    constraints: &[],
};

static CONTENT_TYPE_PROFILE_CONFIG: Object = Object {
    properties: &[
        Property::required(
            "ContentTypeProfiles",
            Shape::list(&Shape::Object(&CONTENT_TYPE_PROFILE)).min_length(1),
        ),
        Property::required("ForwardWhenContentTypeIsUnknown", Shape::Boolean),
    ],
    constraints: &[],
};

static FIELD_LEVEL_ENCRYPTION_CONFIG: Object = Object {
    properties: &[
        Property::optional("Arn", Shape::Json),
        Property::required("CallerReference", Shape::TEXT),
        Property::optional("Comment", Shape::TEXT.min_length(1).max_length(128)),
        Property::required(
            "ContentTypeProfileConfig",
            Shape::Object(&CONTENT_TYPE_PROFILE_CONFIG),
        ),
        Property::optional("Id", Shape::Json),
        Property::optional("LastModifiedTime", Shape::Json),
        Property::required("QueryArgProfileConfig", Shape::Object(&QUERY_ARG_PROFILE_CONFIG)),
    ],
    constraints: &[],
};

static QUERY_ARG_PROFILE: Object = Object {
    properties: &[
        Property::required("ProfileId", Shape::TEXT),
        Property::required("QueryArg", Shape::TEXT),
    ],
    constraints: &[],
};

static QUERY_ARG_PROFILE_CONFIG: Object = Object {
    properties: &[
        Property::required("ForwardWhenQueryArgProfileIsUnknown", Shape::Boolean),
        Property::required(
            "QueryArgProfiles",
            Shape::list(&Shape::Object(&QUERY_ARG_PROFILE)),
        ),
    ],
    constraints: &[],
};
