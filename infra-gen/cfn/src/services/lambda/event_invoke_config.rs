//! `AWS::Lambda::EventInvokeConfig`. Generated; see `generator/`.

use crate::{
    kind,
    reference::Id,
    resource,
    schema::{Object, Property, Reference, Shape, TypeSchema},
    value::{Json, ObjectWriter, ToJson, Value},
};

/// The `AWS::Lambda::EventInvokeConfig` resource configures options for [asynchronous
/// invocation](https://docs.aws.amazon.com/lambda/latest/dg/invocation-async.html) on a version or an alias.
///
/// `AWS::Lambda::EventInvokeConfig`.
#[derive(Debug, Clone, PartialEq)]
pub struct EventInvokeConfig {
    /// A destination for events after they have been sent to a function for processing.
    pub destination_config: Option<Value<DestinationConfig>>,
    /// The name of the Lambda function.
    ///
    /// Update requires: replacement.
    pub function_name: Value<Id<kind::lambda::Function>>,
    /// The maximum age of a request that Lambda sends to a function for processing.
    ///
    /// Range: 60 to 21600.
    pub maximum_event_age_in_seconds: Option<Value<i64>>,
    /// The maximum number of times to retry when the function returns an error.
    ///
    /// Range: 0 to 2.
    pub maximum_retry_attempts: Option<Value<i64>>,
    /// The identifier of a version or alias.
    ///
    /// Update requires: replacement. Pattern: `^\$(LATEST(\.PUBLISHED)?)|[a-zA-Z0-9$_-]{1,129}$`.
    pub qualifier: Value<String>,
}

impl EventInvokeConfig {
    /// With the required properties only.
    pub fn new(
        function_name: impl Into<Value<Id<kind::lambda::Function>>>,
        qualifier: impl Into<Value<String>>,
    ) -> Self {
        Self {
            destination_config: None,
            function_name: function_name.into(),
            maximum_event_age_in_seconds: None,
            maximum_retry_attempts: None,
            qualifier: qualifier.into(),
        }
    }
}

impl ToJson for EventInvokeConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("DestinationConfig", self.destination_config.as_ref());
        object.required("FunctionName", &self.function_name);
        object.optional(
            "MaximumEventAgeInSeconds",
            self.maximum_event_age_in_seconds.as_ref(),
        );
        object.optional("MaximumRetryAttempts", self.maximum_retry_attempts.as_ref());
        object.required("Qualifier", &self.qualifier);
        object.finish()
    }
}

impl resource::Resource for EventInvokeConfig {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::lambda::EventInvokeConfig;
    type Reference = Id<kind::lambda::EventInvokeConfig>;
}

/// A configuration object that specifies the destination of an event after Lambda processes it. For more
/// information, see [Adding a
/// destination](https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html#invocation-async-destinations).
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DestinationConfig {
    /// The destination configuration for failed invocations.
    pub on_failure: Option<Value<OnFailure>>,
    /// The destination configuration for successful invocations.
    pub on_success: Option<Value<OnSuccess>>,
}

impl DestinationConfig {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for DestinationConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("OnFailure", self.on_failure.as_ref());
        object.optional("OnSuccess", self.on_success.as_ref());
        object.finish()
    }
}

/// A destination for events that failed processing. For more information, see [Adding a
/// destination](https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html#invocation-async-destinations).
#[derive(Debug, Clone, PartialEq)]
pub struct OnFailure {
    /// The Amazon Resource Name (ARN) of the destination resource.
    ///
    /// Length: at most 350.
    pub destination: Value<String>,
}

impl OnFailure {
    /// With the required properties only.
    pub fn new(destination: impl Into<Value<String>>) -> Self {
        Self {
            destination: destination.into(),
        }
    }
}

impl ToJson for OnFailure {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Destination", &self.destination);
        object.finish()
    }
}

/// A destination for events that were processed successfully.
#[derive(Debug, Clone, PartialEq)]
pub struct OnSuccess {
    /// The Amazon Resource Name (ARN) of the destination resource.
    ///
    /// Length: at most 350.
    pub destination: Value<String>,
}

impl OnSuccess {
    /// With the required properties only.
    pub fn new(destination: impl Into<Value<String>>) -> Self {
        Self {
            destination: destination.into(),
        }
    }
}

impl ToJson for OnSuccess {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Destination", &self.destination);
        object.finish()
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Lambda::EventInvokeConfig",
    properties: &EVENT_INVOKE_CONFIG,
    create_only: &["FunctionName", "Qualifier"],
    conditional_create_only: &[],
    read_only: &[],
    write_only: &[],
    primary_identifier: &["FunctionName", "Qualifier"],
    reference: Reference::Id,
    attributes: &[],
    stateful: false,
};

static DESTINATION_CONFIG: Object = Object {
    properties: &[
        Property::optional("OnFailure", Shape::Object(&ON_FAILURE)),
        Property::optional("OnSuccess", Shape::Object(&ON_SUCCESS)),
    ],
    constraints: &[],
};

static EVENT_INVOKE_CONFIG: Object = Object {
    properties: &[
        Property::optional("DestinationConfig", Shape::Object(&DESTINATION_CONFIG)),
        Property::required("FunctionName", Shape::TEXT.pattern(PATTERN_1)),
        Property::optional("MaximumEventAgeInSeconds", Shape::INTEGER.min(60.0).max(21600.0)),
        Property::optional("MaximumRetryAttempts", Shape::INTEGER.min(0.0).max(2.0)),
        Property::required(
            "Qualifier",
            Shape::TEXT.pattern(r"^\$(LATEST(\.PUBLISHED)?)|[a-zA-Z0-9$_-]{1,129}$"),
        ),
    ],
    constraints: &[],
};

static ON_FAILURE: Object = Object {
    properties: &[Property::required(
        "Destination",
        Shape::TEXT.pattern(PATTERN_2).max_length(350),
    )],
    constraints: &[],
};

static ON_SUCCESS: Object = Object {
    properties: &[Property::required(
        "Destination",
        Shape::TEXT.pattern(PATTERN_2).max_length(350),
    )],
    constraints: &[],
};

const PATTERN_1: &str = r"^(arn:(aws[a-zA-Z-]*)?:lambda:)?([a-z]+(-[a-z]+)+-\d{1}:)?(\d{12}:)?(function:)?([a-zA-Z0-9-_]+)(:(\$LATEST(\.PUBLISHED)?|[a-zA-Z0-9-_]+))?$";
const PATTERN_2: &str =
    r"^$|arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\-])+:([a-z]+(-[a-z]+)+-\d{1})?:(\d{12})?:(.*)";
