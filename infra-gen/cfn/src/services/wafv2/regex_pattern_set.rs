//! `AWS::WAFv2::RegexPatternSet`. Generated; see `generator/`.

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

/// Use an `RegexPatternSet` to have AWS WAF inspect a web request component for a specific set of regular
/// expression patterns.
///
/// `AWS::WAFv2::RegexPatternSet`.
#[derive(Debug, Clone, PartialEq)]
pub struct RegexPatternSet {
    /// A description of the set that helps with identification.
    pub description: Option<Value<String>>,
    /// The name of the set. You cannot change the name after you create the set.
    ///
    /// Update requires: replacement. Pattern: `^[0-9A-Za-z_-]{1,128}$`.
    pub name: Option<Value<String>>,
    /// The regular expression patterns in the set.
    pub regular_expression_list: Value<List<String>>,
    /// Specifies whether this is for an Amazon CloudFront distribution or for a regional application. For an
    /// AWS Amplify application, use `CLOUDFRONT`. A regional application can be an Application Load Balancer
    /// (ALB), an REST API, an AWS AppSync GraphQL API, an Amazon Cognito user pool, an AWS App Runner
    /// service, or an AWS Verified Access instance. Valid Values are `CLOUDFRONT` and `REGIONAL`.
    ///
    /// Update requires: replacement.
    pub scope: Value<RegexPatternSetScope>,
    /// Key:value pairs associated with an AWS resource. The key:value pair can be anything you define.
    /// Typically, the tag key represents a category (such as "environment") and the tag value represents a
    /// specific value within that category (such as "test," "development," or "production"). You can add up
    /// to 50 tags to each AWS resource.
    ///
    /// Items: 1 or more.
    pub tags: Option<Value<List<Tag>>>,
}

impl RegexPatternSet {
    /// With the required properties only.
    pub fn new(
        regular_expression_list: impl Into<Value<List<String>>>,
        scope: impl Into<Value<RegexPatternSetScope>>,
    ) -> Self {
        Self {
            description: None,
            name: None,
            regular_expression_list: regular_expression_list.into(),
            scope: scope.into(),
            tags: None,
        }
    }
}

impl ToJson for RegexPatternSet {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Description", self.description.as_ref());
        object.optional("Name", self.name.as_ref());
        object.required("RegularExpressionList", &self.regular_expression_list);
        object.required("Scope", &self.scope);
        object.optional("Tags", self.tags.as_ref());
        object.finish()
    }
}

impl resource::Resource for RegexPatternSet {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::wafv2::RegexPatternSet;
    type Reference = Id<kind::wafv2::RegexPatternSet>;
}

impl Handle<RegexPatternSet> {
    /// The Amazon Resource Name (ARN) of the regex pattern set.
    ///
    /// `Fn::GetAtt` of `Arn`.
    pub fn arn(&self) -> Value<Arn<kind::wafv2::RegexPatternSet>> {
        self.attribute("Arn")
    }

    /// The ID of the regex pattern set.
    ///
    /// `Fn::GetAtt` of `Id`.
    pub fn id(&self) -> Value<String> {
        self.attribute("Id")
    }
}

text_enum! {
    /// The values of `RegexPatternSet.Scope`.
    RegexPatternSetScope {
        Cloudfront = "CLOUDFRONT",
        Regional = "REGIONAL",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::WAFv2::RegexPatternSet",
    properties: &REGEX_PATTERN_SET,
    create_only: &["Name", "Scope"],
    conditional_create_only: &[],
    read_only: &["Arn", "Id"],
    write_only: &[],
    primary_identifier: &["Name", "Id", "Scope"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("Arn"), Attribute::scalar("Id")],
    stateful: false,
};

static REGEX_PATTERN_SET: Object = Object {
    properties: &[
        Property::optional("Arn", Shape::Json),
        Property::optional("Description", Shape::TEXT.pattern(PATTERN_1)),
        Property::optional("Id", Shape::Json),
        Property::optional("Name", Shape::TEXT.pattern("^[0-9A-Za-z_-]{1,128}$")),
        Property::required("RegularExpressionList", Shape::list(&Shape::TEXT.max_length(200))),
        Property::required("Scope", Shape::one_of(RegexPatternSetScope::VALUES)),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG)).min_length(1)),
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
                .max_length(256),
        ),
    ],
    constraints: &[],
};

const PATTERN_1: &str = r"^[a-zA-Z0-9=:#@/\-,.][a-zA-Z0-9+=:#@/\-,.\s]+[a-zA-Z0-9+=:#@/\-,.]{1,256}$";
