//! The events that invoke a function or start a state machine: their types and properties.
//! <https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-eventsource.html>
//!
//! Not checked: the values of most properties, which the resources have that an event becomes.

use super::{
    model::{Model, Properties},
    presence::is_given,
};
use crate::{
    check::{
        catalog::serverless::INVALID_EVENT, functions::describe, hint::did_you_mean, query::quoted,
        rules::other_source,
    },
    finding::{Finding, Unplaced, ValuePath},
    intrinsic_call::{intrinsic_call, is_complete, is_function_key},
    template::ResourceBlock,
    value::Json,
};

/// A type of events.
struct EventType {
    name: &'static str,
    required: &'static [&'static str],
    optional: &'static [&'static str],
}

const fn event(
    name: &'static str,
    required: &'static [&'static str],
    optional: &'static [&'static str],
) -> EventType {
    EventType {
        name,
        required,
        optional,
    }
}

/// The properties of event source mappings, which the transform accepts for each of them.
const MAPPING: &[&str] = &[
    "BatchSize",
    "BisectBatchOnFunctionError",
    "ConsumerGroupId",
    "DestinationConfig",
    "Enabled",
    "FilterCriteria",
    "FunctionResponseTypes",
    "KafkaBootstrapServers",
    "KmsKeyArn",
    "LoggingConfig",
    "MaximumBatchingWindowInSeconds",
    "MaximumRecordAgeInSeconds",
    "MaximumRetryAttempts",
    "MetricsConfig",
    "ParallelizationFactor",
    "ProvisionedPollerConfig",
    "Queues",
    "ScalingConfig",
    "SchemaRegistryConfig",
    "SecretsManagerKmsKeyId",
    "SourceAccessConfigurations",
    "StartingPosition",
    "StartingPositionTimestamp",
    "Topics",
    "TumblingWindowInSeconds",
];

const RULE: &[&str] = &[
    "DeadLetterConfig",
    "Enabled",
    "EventBusName",
    "Input",
    "InputPath",
    "InputTransformer",
    "RetryPolicy",
    "RuleName",
    "State",
    "Target",
];

const SCHEDULE: &[&str] = &[
    "DeadLetterConfig",
    "Description",
    "Enabled",
    "Input",
    "Name",
    "RetryPolicy",
    "RoleArn",
    "RuleName",
    "State",
    "Target",
];

const SCHEDULE_V2: &[&str] = &[
    "DeadLetterConfig",
    "Description",
    "EndDate",
    "FlexibleTimeWindow",
    "GroupName",
    "Input",
    "KmsKeyArn",
    "Name",
    "OmitName",
    "PermissionsBoundary",
    "RetryPolicy",
    "RoleArn",
    "ScheduleExpressionTimezone",
    "StartDate",
    "State",
];

const OF_FUNCTIONS: [EventType; 19] = [
    event("AlexaSkill", &[], &["SkillId"]),
    event(
        "Api",
        &["Path", "Method"],
        &[
            "Auth",
            "RequestModel",
            "RequestParameters",
            "ResponseTransferMode",
            "RestApiId",
            "Stage",
            "TimeoutInMillis",
        ],
    ),
    event("CloudWatchEvent", &["Pattern"], RULE),
    event("CloudWatchLogs", &["LogGroupName", "FilterPattern"], &[]),
    event("Cognito", &["UserPool", "Trigger"], &[]),
    event(
        "DocumentDB",
        &["Cluster", "DatabaseName", "SourceAccessConfigurations"],
        &["CollectionName", "FullDocument"],
    ),
    event("DynamoDB", &["Stream", "StartingPosition"], &[]),
    event("EventBridgeRule", &["Pattern"], RULE),
    event(
        "HttpApi",
        &[],
        &[
            "ApiId",
            "Auth",
            "Method",
            "Path",
            "PayloadFormatVersion",
            "RouteSettings",
            "Stage",
            "TimeoutInMillis",
        ],
    ),
    event("IoTRule", &["Sql"], &["AwsIotSqlVersion"]),
    event("Kinesis", &["Stream", "StartingPosition"], &[]),
    event(
        "MQ",
        &["Broker", "Queues", "SourceAccessConfigurations"],
        &["DynamicPolicyName"],
    ),
    event("MSK", &["Stream", "StartingPosition", "Topics"], &[]),
    event("S3", &["Bucket", "Events"], &["Filter"]),
    event(
        "SNS",
        &["Topic"],
        &[
            "FilterPolicy",
            "FilterPolicyScope",
            "RedrivePolicy",
            "Region",
            "SqsSubscription",
        ],
    ),
    event("SQS", &["Queue"], &[]),
    event("Schedule", &["Schedule"], SCHEDULE),
    event("ScheduleV2", &["ScheduleExpression"], SCHEDULE_V2),
    event(
        "SelfManagedKafka",
        &["KafkaBootstrapServers", "Topics", "SourceAccessConfigurations"],
        &[],
    ),
];

const OF_STATE_MACHINES: [EventType; 5] = [
    event(
        "Api",
        &["Path", "Method"],
        &["Auth", "RestApiId", "Stage", "UnescapeMappingTemplate"],
    ),
    event("CloudWatchEvent", &["Pattern"], RULE),
    event("EventBridgeRule", &["Pattern"], RULE),
    event("Schedule", &["Schedule"], SCHEDULE),
    event("ScheduleV2", &["ScheduleExpression"], SCHEDULE_V2),
];

/// The events that become event source mappings.
const MAPPED: [&str; 7] = [
    "DocumentDB",
    "DynamoDB",
    "Kinesis",
    "MQ",
    "MSK",
    "SQS",
    "SelfManagedKafka",
];

/// The events that read from a source, the property with its ARN, and its service in that ARN.
const SOURCES: [(&str, &str, &str); 6] = [
    ("DocumentDB", "Cluster", "rds"),
    ("DynamoDB", "Stream", "dynamodb"),
    ("Kinesis", "Stream", "kinesis"),
    ("MQ", "Broker", "mq"),
    ("MSK", "Stream", "kafka"),
    ("SQS", "Queue", "sqs"),
];

/// Events that configure another resource of the template: the event, the property that refers to it, and its type.
const CONFIGURED: [(&str, &str, &str); 2] = [
    ("Cognito", "UserPool", "AWS::Cognito::UserPool"),
    ("S3", "Bucket", "AWS::S3::Bucket"),
];

/// The events of a resource: name, type and properties. Those that are the result of a function or macro are left out.
pub(super) fn events(block: &ResourceBlock) -> impl Iterator<Item = (&str, &str, Option<&Properties>)> {
    let events = block.properties.get("Events").and_then(Json::as_object);
    let events = events.filter(|events| intrinsic_call(events).is_none());
    events.into_iter().flatten().filter_map(|(name, event)| {
        let properties = event.get("Properties").and_then(Json::as_object);
        Some((name.as_str(), event.get("Type")?.as_str()?, properties))
    })
}

/// Whether all events of a resource are written in the template.
pub(super) fn are_known(block: &ResourceBlock) -> bool {
    match block.properties.get("Events") {
        None | Some(Json::Null) => true,
        Some(Json::Object(all)) => all.len() == events(block).count(),
        Some(_) => false,
    }
}

pub(super) fn check(model: &Model<'_>, findings: &mut Vec<Finding>) {
    for (id, block) in &model.template.resources {
        let known: &[EventType] = match block.type_name.as_str() {
            "AWS::Serverless::Function" => &OF_FUNCTIONS,
            "AWS::Serverless::StateMachine" => &OF_STATE_MACHINES,
            _ => continue,
        };
        let Some(Json::Object(all)) = block.properties.get("Events") else {
            continue;
        };
        if intrinsic_call(all).is_some() {
            continue;
        }
        for (name, event) in all.iter().filter(|(name, _)| !is_function_key(name)) {
            let path = || ValuePath::from("Properties.Events").key(name);
            let mut report = |path: ValuePath, found: Unplaced| {
                findings.push(Finding::resource(id, path, found));
            };
            let Json::Object(event) = event else {
                let message = format!("an event must be a map; found {}", describe(event));
                report(
                    path(),
                    INVALID_EVENT.found(message, "write its `Type` and `Properties`"),
                );
                continue;
            };
            if intrinsic_call(event).is_none() {
                Event {
                    model,
                    path: &path,
                    report: &mut report,
                }
                .check(event, known);
            }
        }
    }
}

/// The event that is checked.
struct Event<'a> {
    model: &'a Model<'a>,
    path: &'a dyn Fn() -> ValuePath,
    report: &'a mut dyn FnMut(ValuePath, Unplaced),
}

impl Event<'_> {
    fn check(&mut self, event: &Properties, known: &[EventType]) {
        let names = || known.iter().map(|event_type| event_type.name);
        let Some(name) = event.get("Type") else {
            let hint = format!("use one of {}", quoted(names()));
            return self.report("", INVALID_EVENT.found("the event has no `Type`", hint));
        };
        let Json::String(name) = name else { return };
        let Some(event_type) = known.iter().find(|event_type| event_type.name == name) else {
            let all = format!("use one of {}", quoted(names()));
            let hint = did_you_mean(name, names(), &all);
            return self.report(
                "Type",
                INVALID_EVENT.found(format!("unknown event type `{name}`"), hint),
            );
        };
        let properties = match event.get("Properties") {
            None | Some(Json::Null) => &Properties::new(),
            Some(Json::Object(properties)) if intrinsic_call(properties).is_none() => properties,
            Some(Json::Object(_)) => return,
            Some(other) => {
                let message = format!("`Properties` must be a map; found {}", describe(other));
                return self.report("Properties", INVALID_EVENT.found(message, "write it as `{…}`"));
            }
        };
        self.names(event_type, properties);
        self.combinations(event_type.name, properties);
        self.configured(event_type.name, properties);
        self.authorizer(event_type.name, properties);
        self.source(event_type.name, properties);
    }

    /// Reports missing and unknown properties.
    fn names(&mut self, event_type: &EventType, properties: &Properties) {
        let name = event_type.name;
        for required in event_type.required {
            if is_complete(properties) && !is_given(properties, required) {
                let message = format!("the event of type `{name}` has no `{required}`");
                self.report("Properties", INVALID_EVENT.found(message, "add it"));
            }
        }
        let mapping = if MAPPED.contains(&name) { MAPPING } else { &[] };
        let known = || {
            let own = event_type.required.iter().chain(event_type.optional);
            own.chain(mapping).copied()
        };
        for property in properties.keys().filter(|property| !is_function_key(property)) {
            if !known().any(|known| known == property) {
                let message = format!("`{property}` is not a property of an event of type `{name}`");
                let hint = did_you_mean(property, known(), "remove it");
                self.report_at(&["Properties", property], INVALID_EVENT.found(message, hint));
            }
        }
    }

    /// Reports properties that exclude or require each other.
    fn combinations(&mut self, name: &str, properties: &Properties) {
        if is_given(properties, "State") && is_given(properties, "Enabled") {
            let found = INVALID_EVENT.found("`State` and `Enabled` exclude each other", "remove one of them");
            self.report("Properties", found);
        }
        if name == "HttpApi" && is_given(properties, "Path") != is_given(properties, "Method") {
            let found = INVALID_EVENT.found("`Path` and `Method` belong together", "add the other one");
            self.report("Properties", found);
        }
        let Some(Json::Object(queue)) = properties.get("DeadLetterConfig") else {
            return;
        };
        if !is_complete(queue) {
            return;
        }
        if is_given(queue, "Arn") == is_given(queue, "Type") {
            let message =
                "a dead-letter queue needs exactly one of `Arn` (an existing queue) and `Type` (a new queue)";
            let found = INVALID_EVENT.found(message, "set one of the two");
            self.report_at(&["Properties", "DeadLetterConfig"], found);
        } else if let Some(Json::String(queue_type)) =
            queue.get("Type").filter(|queue_type| *queue_type != "SQS")
        {
            let message = format!("`{queue_type}` is not a type of dead-letter queues");
            let found = INVALID_EVENT.found(message, "use `SQS`");
            self.report_at(&["Properties", "DeadLetterConfig", "Type"], found);
        }
    }

    /// Reports an authorizer that the API of the event does not have.
    fn authorizer(&mut self, name: &str, properties: &Properties) {
        let (reference, type_name) = match name {
            "Api" => ("RestApiId", "AWS::Serverless::Api"),
            "HttpApi" => ("ApiId", "AWS::Serverless::HttpApi"),
            _ => return,
        };
        let auth = properties.get("Auth");
        let Some(Json::String(authorizer)) = auth.and_then(|auth| auth.get("Authorizer")) else {
            return;
        };
        if matches!(authorizer.as_str(), "NONE" | "AWS_IAM") {
            return;
        }
        let Some(api) = self.model.api(properties.get(reference), type_name) else {
            return;
        };
        let is_written_by_author = ["DefinitionBody", "DefinitionUri"]
            .iter()
            .any(|definition| is_given(api, definition));
        let none = Properties::new();
        let known = match api.get("Auth").and_then(|auth| auth.get("Authorizers")) {
            None => &none,
            Some(Json::Object(known)) if is_complete(known) => known,
            Some(_) => return,
        };
        if !is_written_by_author && !known.contains_key(authorizer) {
            let message = format!("the API has no authorizer `{authorizer}`");
            let hint = did_you_mean(
                authorizer,
                known.keys().map(String::as_str),
                "add it to `Auth.Authorizers` of the API",
            );
            let found = INVALID_EVENT.found(message, hint);
            self.report_at(&["Properties", "Auth", "Authorizer"], found);
        }
    }

    /// Reports an event source of another service than the type of the event.
    fn source(&mut self, name: &str, properties: &Properties) {
        let source = SOURCES.iter().find(|(event, _, _)| *event == name);
        if let Some((_, property, service)) = source
            && let Some(found) = properties
                .get(*property)
                .and_then(|value| other_source(value, &[service]))
        {
            self.report_at(&["Properties", property], found);
        }
    }

    /// Reports an event that configures a resource outside the template.
    fn configured(&mut self, name: &str, properties: &Properties) {
        let Some((_, property, type_name)) = CONFIGURED.iter().find(|(event, _, _)| *event == name) else {
            return;
        };
        let Some(value) = properties.get(*property).filter(|_| !self.model.is_open) else {
            return;
        };
        let target = value.get("Ref").and_then(Json::as_str);
        let of_type = target.and_then(|target| self.model.template.resources.get(target));
        // An unknown name is reported with the references.
        let is_unknown = target.is_some_and(|target| !self.model.template.parameters.contains_key(target));
        if of_type.is_some_and(|block| block.type_name == *type_name) || (of_type.is_none() && is_unknown) {
            return;
        }
        let message = format!("an event of type `{name}` needs an `{type_name}` of the same template");
        let found = INVALID_EVENT.found(message, "refer to it with `Ref`");
        self.report_at(&["Properties", property], found);
    }

    fn report(&mut self, key: &str, found: Unplaced) {
        let keys = [key];
        self.report_at(if key.is_empty() { &[] } else { &keys }, found);
    }

    fn report_at(&mut self, keys: &[&str], found: Unplaced) {
        let path = keys.iter().fold((self.path)(), |path, key| path.key(*key));
        (self.report)(path, found);
    }
}
