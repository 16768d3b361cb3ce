//! `AWS::S3::StorageLensGroup`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::{Arn, Id},
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// The `AWS::S3::StorageLensGroup` resource creates an S3 Storage Lens group. A Storage Lens group is a
/// custom grouping of objects that include filters for prefixes, suffixes, object tags, object size, or
/// object age. You can create an S3 Storage Lens group that includes a single filter or multiple filter
/// conditions. To specify multiple filter conditions, you use `AND` or `OR` logical operators. For more
/// information about S3 Storage Lens groups, see [Working with S3 Storage Lens
/// groups](https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-lens-groups-overview.html).
///
/// `AWS::S3::StorageLensGroup`.
#[derive(Debug, Clone, PartialEq)]
pub struct StorageLensGroup {
    /// This property contains the criteria for the Storage Lens group data that is displayed
    pub filter: Value<Filter>,
    /// This property contains the Storage Lens group name.
    ///
    /// Update requires: replacement. Length: 1 to 64. Pattern: `^[a-zA-Z0-9\-_]+$`.
    pub name: Value<String>,
    /// This property contains the AWS resource tags that you're adding to your Storage Lens group. This
    /// parameter is optional.
    pub tags: Option<Value<List<Tag>>>,
}

impl StorageLensGroup {
    /// With the required properties only.
    pub fn new(filter: impl Into<Value<Filter>>, name: impl Into<Value<String>>) -> Self {
        Self {
            filter: filter.into(),
            name: name.into(),
            tags: None,
        }
    }
}

impl ToJson for StorageLensGroup {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Filter", &self.filter);
        object.required("Name", &self.name);
        object.optional("Tags", self.tags.as_ref());
        object.finish()
    }
}

impl resource::Resource for StorageLensGroup {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::s3::StorageLensGroup;
    type Reference = Id<kind::s3::StorageLensGroup>;
}

impl Handle<StorageLensGroup> {
    /// The ARN for the Amazon S3 Storage Lens Group.
    ///
    /// `Fn::GetAtt` of `StorageLensGroupArn`.
    pub fn storage_lens_group_arn(&self) -> Value<Arn<kind::s3::StorageLensGroup>> {
        self.attribute("StorageLensGroupArn")
    }
}

/// This resource is a logical operator that allows multiple filter conditions to be joined for more complex
/// comparisons of Storage Lens group data. Objects must match all of the listed filter conditions that are
/// joined by the `And` logical operator. Only one of each filter condition is allowed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct And {
    /// This property contains a list of prefixes. At least one prefix must be specified. Up to 10 prefixes
    /// are allowed.
    pub match_any_prefix: Option<Value<List<String>>>,
    /// This property contains a list of suffixes. At least one suffix must be specified. Up to 10 suffixes
    /// are allowed.
    pub match_any_suffix: Option<Value<List<String>>>,
    /// This property contains the list of object tags. At least one object tag must be specified. Up to 10
    /// object tags are allowed.
    pub match_any_tag: Option<Value<List<Tag>>>,
    /// This property contains `DaysGreaterThan` and `DaysLessThan` properties to define the object age range
    /// (minimum and maximum number of days).
    pub match_object_age: Option<Value<MatchObjectAge>>,
    /// This property contains `BytesGreaterThan` and `BytesLessThan` to define the object size range (minimum
    /// and maximum number of Bytes).
    pub match_object_size: Option<Value<MatchObjectSize>>,
}

impl And {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for And {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("MatchAnyPrefix", self.match_any_prefix.as_ref());
        object.optional("MatchAnySuffix", self.match_any_suffix.as_ref());
        object.optional("MatchAnyTag", self.match_any_tag.as_ref());
        object.optional("MatchObjectAge", self.match_object_age.as_ref());
        object.optional("MatchObjectSize", self.match_object_size.as_ref());
        object.finish()
    }
}

/// This resource sets the criteria for the Storage Lens group data that is displayed. For multiple filter
/// conditions, the `AND` or `OR` logical operator is used.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Filter {
    /// This property contains the `And` logical operator, which allows multiple filter conditions to be
    /// joined for more complex comparisons of Storage Lens group data. Objects must match all of the listed
    /// filter conditions that are joined by the `And` logical operator. Only one of each filter condition is
    /// allowed.
    pub and: Option<Value<And>>,
    /// This property contains a list of prefixes. At least one prefix must be specified. Up to 10 prefixes
    /// are allowed.
    pub match_any_prefix: Option<Value<List<String>>>,
    /// This property contains a list of suffixes. At least one suffix must be specified. Up to 10 suffixes
    /// are allowed.
    pub match_any_suffix: Option<Value<List<String>>>,
    /// This property contains the list of S3 object tags. At least one object tag must be specified. Up to 10
    /// object tags are allowed.
    pub match_any_tag: Option<Value<List<Tag>>>,
    /// This property contains `DaysGreaterThan` and `DaysLessThan` to define the object age range (minimum
    /// and maximum number of days).
    pub match_object_age: Option<Value<MatchObjectAge>>,
    /// This property contains `BytesGreaterThan` and `BytesLessThan` to define the object size range (minimum
    /// and maximum number of Bytes).
    pub match_object_size: Option<Value<MatchObjectSize>>,
    /// This property contains the `Or` logical operator, which allows multiple filter conditions to be
    /// joined. Objects can match any of the listed filter conditions, which are joined by the `Or` logical
    /// operator. Only one of each filter condition is allowed.
    pub or: Option<Value<Or>>,
}

impl Filter {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for Filter {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("And", self.and.as_ref());
        object.optional("MatchAnyPrefix", self.match_any_prefix.as_ref());
        object.optional("MatchAnySuffix", self.match_any_suffix.as_ref());
        object.optional("MatchAnyTag", self.match_any_tag.as_ref());
        object.optional("MatchObjectAge", self.match_object_age.as_ref());
        object.optional("MatchObjectSize", self.match_object_size.as_ref());
        object.optional("Or", self.or.as_ref());
        object.finish()
    }
}

/// This resource contains `DaysGreaterThan` and `DaysLessThan` to define the object age range (minimum and
/// maximum number of days).
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MatchObjectAge {
    /// This property indicates the minimum object age in days.
    ///
    /// Range: 1 or more.
    pub days_greater_than: Option<Value<i64>>,
    /// This property indicates the maximum object age in days.
    ///
    /// Range: 1 or more.
    pub days_less_than: Option<Value<i64>>,
}

impl MatchObjectAge {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for MatchObjectAge {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("DaysGreaterThan", self.days_greater_than.as_ref());
        object.optional("DaysLessThan", self.days_less_than.as_ref());
        object.finish()
    }
}

/// This resource filters objects that match the specified object size range.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MatchObjectSize {
    /// This property specifies the minimum object size in bytes. The value must be a positive number, greater
    /// than 0 and less than 5 TB.
    ///
    /// Range: 1 or more.
    pub bytes_greater_than: Option<Value<i64>>,
    /// This property specifies the maximum object size in bytes. The value must be a positive number, greater
    /// than the minimum object size and less than 5 TB.
    ///
    /// Range: 1 or more.
    pub bytes_less_than: Option<Value<i64>>,
}

impl MatchObjectSize {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for MatchObjectSize {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("BytesGreaterThan", self.bytes_greater_than.as_ref());
        object.optional("BytesLessThan", self.bytes_less_than.as_ref());
        object.finish()
    }
}

/// This resource contains the `Or` logical operator, which allows multiple filter conditions to be joined for
/// more complex comparisons of Storage Lens group data. Objects can match any of the listed filter conditions
/// that are joined by the `Or` logical operator. Only one of each filter condition is allowed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Or {
    /// This property contains a list of prefixes. At least one prefix must be specified. Up to 10 prefixes
    /// are allowed.
    pub match_any_prefix: Option<Value<List<String>>>,
    /// This property contains the list of suffixes. At least one suffix must be specified. Up to 10 suffixes
    /// are allowed.
    pub match_any_suffix: Option<Value<List<String>>>,
    /// This property contains the list of S3 object tags. At least one object tag must be specified. Up to 10
    /// object tags are allowed.
    pub match_any_tag: Option<Value<List<Tag>>>,
    /// This property filters objects that match the specified object age range.
    pub match_object_age: Option<Value<MatchObjectAge>>,
    /// This property contains the `BytesGreaterThan` and `BytesLessThan` values to define the object size
    /// range (minimum and maximum number of Bytes).
    pub match_object_size: Option<Value<MatchObjectSize>>,
}

impl Or {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for Or {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("MatchAnyPrefix", self.match_any_prefix.as_ref());
        object.optional("MatchAnySuffix", self.match_any_suffix.as_ref());
        object.optional("MatchAnyTag", self.match_any_tag.as_ref());
        object.optional("MatchObjectAge", self.match_object_age.as_ref());
        object.optional("MatchObjectSize", self.match_object_size.as_ref());
        object.finish()
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::S3::StorageLensGroup",
    properties: &STORAGE_LENS_GROUP,
    create_only: &["Name"],
    conditional_create_only: &[],
    read_only: &["StorageLensGroupArn"],
    write_only: &[],
    primary_identifier: &["Name"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("StorageLensGroupArn")],
    stateful: false,
};

static AND: Object = Object {
    properties: &[
        Property::optional(
            "MatchAnyPrefix",
            Shape::list(&Shape::TEXT.max_length(1024)).unique(),
        ),
        Property::optional(
            "MatchAnySuffix",
            Shape::list(&Shape::TEXT.max_length(1024)).unique(),
        ),
        Property::optional("MatchAnyTag", Shape::list(&Shape::Object(&TAG)).unique()),
        Property::optional("MatchObjectAge", Shape::Object(&MATCH_OBJECT_AGE)),
        Property::optional("MatchObjectSize", Shape::Object(&MATCH_OBJECT_SIZE)),
    ],
    constraints: &[],
};

static FILTER: Object = Object {
    properties: &[
        Property::optional("And", Shape::Object(&AND)),
        Property::optional(
            "MatchAnyPrefix",
            Shape::list(&Shape::TEXT.max_length(1024)).unique(),
        ),
        Property::optional(
            "MatchAnySuffix",
            Shape::list(&Shape::TEXT.max_length(1024)).unique(),
        ),
        Property::optional("MatchAnyTag", Shape::list(&Shape::Object(&TAG)).unique()),
        Property::optional("MatchObjectAge", Shape::Object(&MATCH_OBJECT_AGE)),
        Property::optional("MatchObjectSize", Shape::Object(&MATCH_OBJECT_SIZE)),
        Property::optional("Or", Shape::Object(&OR)),
    ],
    constraints: &[],
};

static MATCH_OBJECT_AGE: Object = Object {
    properties: &[
        Property::optional("DaysGreaterThan", Shape::INTEGER.min(1.0)),
        Property::optional("DaysLessThan", Shape::INTEGER.min(1.0)),
    ],
    constraints: &[],
};

static MATCH_OBJECT_SIZE: Object = Object {
    properties: &[
        Property::optional("BytesGreaterThan", Shape::INTEGER.min(1.0)),
        Property::optional("BytesLessThan", Shape::INTEGER.min(1.0)),
    ],
    constraints: &[],
};

static OR: Object = Object {
    properties: &[
        Property::optional(
            "MatchAnyPrefix",
            Shape::list(&Shape::TEXT.max_length(1024)).unique(),
        ),
        Property::optional(
            "MatchAnySuffix",
            Shape::list(&Shape::TEXT.max_length(1024)).unique(),
        ),
        Property::optional("MatchAnyTag", Shape::list(&Shape::Object(&TAG)).unique()),
        Property::optional("MatchObjectAge", Shape::Object(&MATCH_OBJECT_AGE)),
        Property::optional("MatchObjectSize", Shape::Object(&MATCH_OBJECT_SIZE)),
    ],
    constraints: &[],
};

static STORAGE_LENS_GROUP: Object = Object {
    properties: &[
        Property::required("Filter", Shape::Object(&FILTER)),
        Property::required(
            "Name",
            Shape::TEXT
                .pattern(r"^[a-zA-Z0-9\-_]+$")
                .min_length(1)
                .max_length(64),
        ),
        Property::optional("StorageLensGroupArn", Shape::Json),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG))),
    ],
    constraints: &[],
};

static TAG: Object = Object {
    properties: &[
        Property::required("Key", Shape::TEXT.min_length(1).max_length(128)),
        Property::required("Value", Shape::TEXT.max_length(256)),
    ],
    constraints: &[],
};
