//! `AWS::Logs::ScheduledQuery`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Arn,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    text_enum::text_enum,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// Creates a new Scheduled Query that allows you to define a Logs Insights query that will run on a schedule
/// and configure actions to take with the query results.
///
/// `AWS::Logs::ScheduledQuery`.
#[derive(Debug, Clone, PartialEq)]
pub struct ScheduledQuery {
    /// `Description`.
    ///
    /// Length: at most 1024.
    pub description: Option<Value<String>>,
    /// `DestinationConfiguration`.
    pub destination_configuration: Option<Value<DestinationConfiguration>>,
    /// `ExecutionRoleArn`.
    ///
    /// Length: 1 or more.
    pub execution_role_arn: Value<Arn<kind::iam::Role>>,
    /// `LogGroupIdentifiers`.
    ///
    /// Items: 1 to 50.
    pub log_group_identifiers: Option<Value<List<String>>>,
    /// `Name`.
    ///
    /// Update requires: replacement. Length: 1 to 255. Pattern: `^[a-zA-Z0-9_\-/.#]+$`.
    pub name: Value<String>,
    /// `QueryLanguage`.
    pub query_language: Value<QueryLanguage>,
    /// `QueryString`.
    ///
    /// Length: at most 10000.
    pub query_string: Value<String>,
    /// `ScheduleEndTime`.
    ///
    /// Range: 0 or more.
    pub schedule_end_time: Option<Value<f64>>,
    /// `ScheduleExpression`.
    ///
    /// Length: at most 256.
    pub schedule_expression: Value<String>,
    /// `ScheduleStartTime`.
    ///
    /// Range: 0 or more.
    pub schedule_start_time: Option<Value<f64>>,
    /// `StartTimeOffset`.
    pub start_time_offset: Option<Value<i64>>,
    /// `State`.
    pub state: Option<Value<ScheduledQueryState>>,
    /// `Tags`.
    pub tags: Option<Value<List<Tag>>>,
    /// `Timezone`.
    ///
    /// Length: 1 or more.
    pub timezone: Option<Value<String>>,
}

impl ScheduledQuery {
    /// With the required properties only.
    pub fn new(
        execution_role_arn: impl Into<Value<Arn<kind::iam::Role>>>,
        name: impl Into<Value<String>>,
        query_language: impl Into<Value<QueryLanguage>>,
        query_string: impl Into<Value<String>>,
        schedule_expression: impl Into<Value<String>>,
    ) -> Self {
        Self {
            description: None,
            destination_configuration: None,
            execution_role_arn: execution_role_arn.into(),
            log_group_identifiers: None,
            name: name.into(),
            query_language: query_language.into(),
            query_string: query_string.into(),
            schedule_end_time: None,
            schedule_expression: schedule_expression.into(),
            schedule_start_time: None,
            start_time_offset: None,
            state: None,
            tags: None,
            timezone: None,
        }
    }
}

impl ToJson for ScheduledQuery {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Description", self.description.as_ref());
        object.optional(
            "DestinationConfiguration",
            self.destination_configuration.as_ref(),
        );
        object.required("ExecutionRoleArn", &self.execution_role_arn);
        object.optional("LogGroupIdentifiers", self.log_group_identifiers.as_ref());
        object.required("Name", &self.name);
        object.required("QueryLanguage", &self.query_language);
        object.required("QueryString", &self.query_string);
        object.optional("ScheduleEndTime", self.schedule_end_time.as_ref());
        object.required("ScheduleExpression", &self.schedule_expression);
        object.optional("ScheduleStartTime", self.schedule_start_time.as_ref());
        object.optional("StartTimeOffset", self.start_time_offset.as_ref());
        object.optional("State", self.state.as_ref());
        object.optional("Tags", self.tags.as_ref());
        object.optional("Timezone", self.timezone.as_ref());
        object.finish()
    }
}

impl resource::Resource for ScheduledQuery {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::logs::ScheduledQuery;
    type Reference = Arn<kind::logs::ScheduledQuery>;
}

impl Handle<ScheduledQuery> {
    /// `Fn::GetAtt` of `CreationTime`.
    pub fn creation_time(&self) -> Value<f64> {
        self.attribute("CreationTime")
    }

    /// `Fn::GetAtt` of `LastExecutionStatus`.
    pub fn last_execution_status(&self) -> Value<String> {
        self.attribute("LastExecutionStatus")
    }

    /// `Fn::GetAtt` of `LastTriggeredTime`.
    pub fn last_triggered_time(&self) -> Value<f64> {
        self.attribute("LastTriggeredTime")
    }

    /// `Fn::GetAtt` of `LastUpdatedTime`.
    pub fn last_updated_time(&self) -> Value<f64> {
        self.attribute("LastUpdatedTime")
    }

    /// `Fn::GetAtt` of `ScheduledQueryArn`.
    pub fn scheduled_query_arn(&self) -> Value<Arn<kind::logs::ScheduledQuery>> {
        self.attribute("ScheduledQueryArn")
    }
}

/// `DestinationConfiguration` of `AWS::Logs::ScheduledQuery`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DestinationConfiguration {
    /// `S3Configuration`.
    pub s3_configuration: Option<Value<S3Configuration>>,
}

impl DestinationConfiguration {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for DestinationConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("S3Configuration", self.s3_configuration.as_ref());
        object.finish()
    }
}

/// `S3Configuration` of `AWS::Logs::ScheduledQuery`.
#[derive(Debug, Clone, PartialEq)]
pub struct S3Configuration {
    /// `DestinationIdentifier`.
    ///
    /// Length: at most 1024. Pattern: `^s3://[a-z0-9][\.\-a-z0-9]{1,61}[a-z0-9](/.*)?`.
    pub destination_identifier: Value<String>,
    /// `RoleArn`.
    ///
    /// Length: 1 or more.
    pub role_arn: Value<Arn<kind::iam::Role>>,
}

impl S3Configuration {
    /// With the required properties only.
    pub fn new(
        destination_identifier: impl Into<Value<String>>,
        role_arn: impl Into<Value<Arn<kind::iam::Role>>>,
    ) -> Self {
        Self {
            destination_identifier: destination_identifier.into(),
            role_arn: role_arn.into(),
        }
    }
}

impl ToJson for S3Configuration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("DestinationIdentifier", &self.destination_identifier);
        object.required("RoleArn", &self.role_arn);
        object.finish()
    }
}

text_enum! {
    /// The values of `ScheduledQuery.QueryLanguage`.
    QueryLanguage {
        Cwli = "CWLI",
        Ppl = "PPL",
        Sql = "SQL",
    }
}

text_enum! {
    /// The values of `ScheduledQuery.ScheduledQueryState`.
    ScheduledQueryState {
        Enabled = "ENABLED",
        Disabled = "DISABLED",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Logs::ScheduledQuery",
    properties: &SCHEDULED_QUERY,
    create_only: &["Name"],
    conditional_create_only: &[],
    read_only: &[
        "CreationTime",
        "LastExecutionStatus",
        "LastTriggeredTime",
        "LastUpdatedTime",
        "ScheduledQueryArn",
    ],
    write_only: &[],
    primary_identifier: &["ScheduledQueryArn"],
    reference: Reference::Arn,
    attributes: &[
        Attribute::scalar("CreationTime"),
        Attribute::scalar("LastExecutionStatus"),
        Attribute::scalar("LastTriggeredTime"),
        Attribute::scalar("LastUpdatedTime"),
        Attribute::scalar("ScheduledQueryArn"),
    ],
    stateful: false,
};

static DESTINATION_CONFIGURATION: Object = Object {
    properties: &[Property::optional(
        "S3Configuration",
        Shape::Object(&S3_CONFIGURATION),
    )],
    constraints: &[],
};

static S3_CONFIGURATION: Object = Object {
    properties: &[
        Property::required(
            "DestinationIdentifier",
            Shape::TEXT
                .pattern(r"^s3://[a-z0-9][\.\-a-z0-9]{1,61}[a-z0-9](/.*)?")
                .max_length(1024),
        ),
        Property::required("RoleArn", Shape::TEXT.min_length(1)),
    ],
    constraints: &[],
};

static SCHEDULED_QUERY: Object = Object {
    properties: &[
        Property::optional("CreationTime", Shape::Json),
        Property::optional("Description", Shape::TEXT.max_length(1024)),
        Property::optional(
            "DestinationConfiguration",
            Shape::Object(&DESTINATION_CONFIGURATION),
        ),
        Property::required("ExecutionRoleArn", Shape::TEXT.min_length(1)),
        Property::optional("LastExecutionStatus", Shape::Json),
        Property::optional("LastTriggeredTime", Shape::Json),
        Property::optional("LastUpdatedTime", Shape::Json),
        Property::optional(
            "LogGroupIdentifiers",
            Shape::list(
                &Shape::TEXT
                    .pattern(r"^[\w#+=/:,.@-]*$")
                    .min_length(1)
                    .max_length(2048),
            )
            .min_length(1)
            .max_length(50),
        ),
        Property::required(
            "Name",
            Shape::TEXT
                .pattern(r"^[a-zA-Z0-9_\-/.#]+$")
                .min_length(1)
                .max_length(255),
        ),
        Property::required("QueryLanguage", Shape::one_of(QueryLanguage::VALUES)),
        Property::required("QueryString", Shape::TEXT.max_length(10000)),
        Property::optional("ScheduleEndTime", Shape::NUMBER.min(0.0)),
        Property::required("ScheduleExpression", Shape::TEXT.max_length(256)),
        Property::optional("ScheduleStartTime", Shape::NUMBER.min(0.0)),
        Property::optional("ScheduledQueryArn", Shape::Json),
        Property::optional("StartTimeOffset", Shape::INTEGER),
        Property::optional("State", Shape::one_of(ScheduledQueryState::VALUES)),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG))),
        Property::optional("Timezone", Shape::TEXT.min_length(1)),
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
