//! `AWS::Logs::QueryDefinition`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Id,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    text_enum::text_enum,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// Creates a query definition for CloudWatch Logs Insights. For more information, see [Analyzing Log Data
/// with CloudWatch Logs
/// Insights](https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AnalyzingLogData.html).
///
/// `AWS::Logs::QueryDefinition`.
#[derive(Debug, Clone, PartialEq)]
pub struct QueryDefinition {
    /// Use this parameter if you want the query to query only certain log groups.
    pub log_group_names: Option<Value<List<Id<kind::logs::LogGroup>>>>,
    /// A name for the query definition.
    ///
    /// Length: 1 to 255.
    pub name: Value<String>,
    /// Use this parameter to include specific query parameters as part of your query definition. Query
    /// parameters are supported only for Logs Insights QL queries. Query parameters allow you to use
    /// placeholder variables in your query string that are substituted with values at execution time. Use the
    /// {{parameterName}} syntax in your query string to reference a parameter.
    ///
    /// Items: at most 20.
    pub parameters: Option<Value<List<QueryParameter>>>,
    /// The query language used for this query. For more information about the query languages that CloudWatch
    /// Logs supports, see [Supported query
    /// languages](https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_AnalyzeLogData_Languages.html).
    pub query_language: Option<Value<QueryLanguage>>,
    /// The query string to use for this query definition. For more information, see [CloudWatch Logs Insights
    /// Query Syntax](https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax.html).
    ///
    /// Length: 1 to 10000.
    pub query_string: Value<String>,
}

impl QueryDefinition {
    /// With the required properties only.
    pub fn new(name: impl Into<Value<String>>, query_string: impl Into<Value<String>>) -> Self {
        Self {
            log_group_names: None,
            name: name.into(),
            parameters: None,
            query_language: None,
            query_string: query_string.into(),
        }
    }
}

impl ToJson for QueryDefinition {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("LogGroupNames", self.log_group_names.as_ref());
        object.required("Name", &self.name);
        object.optional("Parameters", self.parameters.as_ref());
        object.optional("QueryLanguage", self.query_language.as_ref());
        object.required("QueryString", &self.query_string);
        object.finish()
    }
}

impl resource::Resource for QueryDefinition {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::logs::QueryDefinition;
    type Reference = Id<kind::logs::QueryDefinition>;
}

impl Handle<QueryDefinition> {
    /// The ID of the query definition.
    ///
    /// `Fn::GetAtt` of `QueryDefinitionId`.
    pub fn query_definition_id(&self) -> Value<Id<kind::logs::QueryDefinition>> {
        self.attribute("QueryDefinitionId")
    }
}

/// This structure defines a query parameter for a saved CloudWatch Logs Insights query definition. Query
/// parameters are supported only for Logs Insights QL queries. They are placeholder variables that you can
/// reference in a query string using the {{parameterName}} syntax. Each parameter can include a default value
/// and a description.
#[derive(Debug, Clone, PartialEq)]
pub struct QueryParameter {
    /// The default value to use for this query parameter if no value is supplied at execution time.
    ///
    /// Length: at most 1024.
    pub default_value: Option<Value<String>>,
    /// A description of the query parameter that explains its purpose or expected values.
    ///
    /// Length: at most 512.
    pub description: Option<Value<String>>,
    /// The name of the query parameter. A query parameter name must start with a letter or underscore, and
    /// contain only letters, digits, and underscores.
    ///
    /// Length: 1 to 128. Pattern: `^[a-zA-Z_][a-zA-Z0-9_]*$`.
    pub name: Value<String>,
}

impl QueryParameter {
    /// With the required properties only.
    pub fn new(name: impl Into<Value<String>>) -> Self {
        Self {
            default_value: None,
            description: None,
            name: name.into(),
        }
    }
}

impl ToJson for QueryParameter {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("DefaultValue", self.default_value.as_ref());
        object.optional("Description", self.description.as_ref());
        object.required("Name", &self.name);
        object.finish()
    }
}

text_enum! {
    /// The values of `QueryDefinition.QueryLanguage`.
    QueryLanguage {
        Cwli = "CWLI",
        Sql = "SQL",
        Ppl = "PPL",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Logs::QueryDefinition",
    properties: &QUERY_DEFINITION,
    create_only: &[],
    conditional_create_only: &[],
    read_only: &["QueryDefinitionId"],
    write_only: &[],
    primary_identifier: &["QueryDefinitionId"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("QueryDefinitionId")],
    stateful: false,
};

static QUERY_DEFINITION: Object = Object {
    properties: &[
        Property::optional(
            "LogGroupNames",
            Shape::list(
                &Shape::TEXT
                    .pattern(r"[\.\-_/#A-Za-z0-9]+")
                    .min_length(1)
                    .max_length(512),
            ),
        ),
        Property::required("Name", Shape::TEXT.min_length(1).max_length(255)),
        Property::optional(
            "Parameters",
            Shape::list(&Shape::Object(&QUERY_PARAMETER)).max_length(20),
        ),
        Property::optional("QueryDefinitionId", Shape::Json),
        Property::optional("QueryLanguage", Shape::one_of(QueryLanguage::VALUES)),
        Property::required("QueryString", Shape::TEXT.min_length(1).max_length(10000)),
    ],
    constraints: &[],
};

static QUERY_PARAMETER: Object = Object {
    properties: &[
        Property::optional("DefaultValue", Shape::TEXT.max_length(1024)),
        Property::optional("Description", Shape::TEXT.max_length(512)),
        Property::required(
            "Name",
            Shape::TEXT
                .pattern("^[a-zA-Z_][a-zA-Z0-9_]*$")
                .min_length(1)
                .max_length(128),
        ),
    ],
    constraints: &[],
};
