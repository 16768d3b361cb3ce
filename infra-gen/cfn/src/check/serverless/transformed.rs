//! Resources that the serverless transform writes, so that the schemas and rules of their types apply to what the author wrote.
//! <https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources.html>
//!
//! A serverless resource becomes a resource of another type with the same logical ID, and an event becomes a resource of its own.
//! The properties that the transform copies keep their values, and findings about them are moved to where the author wrote them.
//!
//! Not contained: APIs, roles and permissions, which the transform composes, and properties that it does not copy.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;

use super::{
    events::events,
    globals::sections,
    model::{Model, Properties},
    presence::is_given,
};
use crate::{
    check::{properties::is_about_several, query::one_or_many},
    finding::{Finding, Segment, ValuePath},
    intrinsic_call::{is_complete, referenced_id},
    template::{ResourceBlock, Template},
    value::Json,
};

/// What serverless properties become.
struct Target {
    type_name: &'static str,
    /// The properties that keep their names.
    copied: &'static [&'static str],
    /// The paths of other properties, as the author writes them and as the transform does.
    moved: &'static [(&'static str, &'static str)],
}

const FUNCTION: Target = Target {
    type_name: "AWS::Lambda::Function",
    copied: &[
        "Architectures",
        "CodeSigningConfigArn",
        "Description",
        "DurableConfig",
        "Environment",
        "EphemeralStorage",
        "FileSystemConfigs",
        "FunctionName",
        "Handler",
        "ImageConfig",
        "KmsKeyArn",
        "Layers",
        "LoggingConfig",
        "MemorySize",
        "PackageType",
        "RecursiveLoop",
        "ReservedConcurrentExecutions",
        "Role",
        "Runtime",
        "RuntimeManagementConfig",
        "SnapStart",
        "TenancyConfig",
        "Timeout",
        "VpcConfig",
    ],
    moved: &[
        (
            "CapacityProviderConfig.Arn",
            "CapacityProviderConfig.LambdaManagedInstancesCapacityProviderConfig.CapacityProviderArn",
        ),
        ("DeadLetterQueue.TargetArn", "DeadLetterConfig.TargetArn"),
        ("InlineCode", "Code.ZipFile"),
        ("Tracing", "TracingConfig.Mode"),
    ],
};

const FUNCTION_URL: Target = Target {
    type_name: "AWS::Lambda::Url",
    copied: &["AuthType", "Cors", "InvokeMode"],
    moved: &[],
};

const INVOKE_CONFIG: Target = Target {
    type_name: "AWS::Lambda::EventInvokeConfig",
    copied: &["MaximumEventAgeInSeconds", "MaximumRetryAttempts"],
    moved: &[],
};

const LAYER: Target = Target {
    type_name: "AWS::Lambda::LayerVersion",
    copied: &[
        "CompatibleArchitectures",
        "CompatibleRuntimes",
        "Description",
        "LayerName",
        "LicenseInfo",
    ],
    moved: &[],
};

const STATE_MACHINE: Target = Target {
    type_name: "AWS::StepFunctions::StateMachine",
    copied: &["Definition", "DefinitionSubstitutions"],
    moved: &[
        ("DefinitionUri", "DefinitionS3Location"),
        ("Logging", "LoggingConfiguration"),
        ("Name", "StateMachineName"),
        ("Role", "RoleArn"),
        ("Tracing", "TracingConfiguration"),
        ("Type", "StateMachineType"),
    ],
};

const TABLE: Target = Target {
    type_name: "AWS::DynamoDB::Table",
    copied: &[
        "PointInTimeRecoverySpecification",
        "ProvisionedThroughput",
        "SSESpecification",
        "TableName",
    ],
    moved: &[],
};

const MAPPING: Target = Target {
    type_name: "AWS::Lambda::EventSourceMapping",
    copied: &[
        "BatchSize",
        "BisectBatchOnFunctionError",
        "FilterCriteria",
        "FunctionResponseTypes",
        "KmsKeyArn",
        "MaximumBatchingWindowInSeconds",
        "MaximumRecordAgeInSeconds",
        "MaximumRetryAttempts",
        "MetricsConfig",
        "ParallelizationFactor",
        "ProvisionedPollerConfig",
        "Queues",
        "ScalingConfig",
        "SourceAccessConfigurations",
        "StartingPosition",
        "StartingPositionTimestamp",
        "Topics",
        "TumblingWindowInSeconds",
    ],
    moved: &[
        ("Broker", "EventSourceArn"),
        ("Cluster", "EventSourceArn"),
        (
            "DestinationConfig.OnFailure.Destination",
            "DestinationConfig.OnFailure.Destination",
        ),
        ("Queue", "EventSourceArn"),
        ("Stream", "EventSourceArn"),
    ],
};

const RULE: Target = Target {
    type_name: "AWS::Events::Rule",
    copied: &["Description", "EventBusName", "Name", "State"],
    moved: &[
        ("Input", "Targets[0].Input"),
        ("InputPath", "Targets[0].InputPath"),
        ("InputTransformer", "Targets[0].InputTransformer"),
        ("Pattern", "EventPattern"),
        ("RetryPolicy", "Targets[0].RetryPolicy"),
        ("RuleName", "Name"),
        ("Schedule", "ScheduleExpression"),
    ],
};

const SCHEDULE: Target = Target {
    type_name: "AWS::Scheduler::Schedule",
    copied: &[
        "Description",
        "EndDate",
        "FlexibleTimeWindow",
        "GroupName",
        "KmsKeyArn",
        "Name",
        "ScheduleExpression",
        "ScheduleExpressionTimezone",
        "StartDate",
        "State",
    ],
    moved: &[("Input", "Target.Input"), ("RetryPolicy", "Target.RetryPolicy")],
};

const SUBSCRIPTION: Target = Target {
    type_name: "AWS::SNS::Subscription",
    copied: &["FilterPolicy", "FilterPolicyScope", "RedrivePolicy", "Region"],
    moved: &[("Topic", "TopicArn")],
};

const LOG_SUBSCRIPTION: Target = Target {
    type_name: "AWS::Logs::SubscriptionFilter",
    copied: &["FilterPattern", "LogGroupName"],
    moved: &[],
};

/// The permission that lets a bucket invoke a function.
const BUCKET_PERMISSION: Target = Target {
    type_name: "AWS::Lambda::Permission",
    copied: &[],
    moved: &[],
};

/// What an event of this type becomes.
fn of_event(owner: &str, event_type: &str, properties: &Properties) -> Option<&'static Target> {
    let is_function = owner == "AWS::Serverless::Function";
    Some(match event_type {
        "CloudWatchEvent" | "EventBridgeRule" | "Schedule" => &RULE,
        "ScheduleV2" => &SCHEDULE,
        _ if !is_function => return None,
        "DocumentDB" | "DynamoDB" | "Kinesis" | "MQ" | "MSK" | "SQS" => &MAPPING,
        // With a queue between them, the function reads the queue.
        "SNS" if !is_given(properties, "SqsSubscription") => &SUBSCRIPTION,
        "CloudWatchLogs" => &LOG_SUBSCRIPTION,
        "S3" => &BUCKET_PERMISSION,
        _ => return None,
    })
}

impl Target {
    /// The paths of the properties, as the author writes them and as the transform does.
    fn paths(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let copied = self.copied.iter().map(|name| (*name, *name));
        copied.chain(self.moved.iter().copied())
    }
}

/// Where the properties of a transformed resource come from.
struct Origin {
    id: String,
    /// The path of the properties in the serverless resource.
    path: ValuePath,
    target: &'static Target,
    /// The properties that the author gave.
    given: Vec<&'static str>,
}

/// The template with the resources that the transform writes.
pub(in crate::check) struct Transformed {
    pub(in crate::check) template: Template,
    /// By the logical ID of the resource.
    origins: BTreeMap<String, Origin>,
}

impl Transformed {
    pub(in crate::check) fn new(model: &Model<'_>) -> Self {
        let mut transformed = Self {
            template: model.template.clone(),
            origins: BTreeMap::new(),
        };
        for (id, block) in &model.template.resources {
            if let Some(properties) = model.properties(id).filter(|_| !block.malformed) {
                transformed.resource(id, block, properties);
            }
        }
        transformed
    }

    /// The logical IDs of the resources that the transform writes.
    pub(in crate::check) fn written(&self) -> impl Iterator<Item = &str> {
        self.origins.keys().map(String::as_str)
    }

    fn resource(&mut self, id: &str, block: &ResourceBlock, properties: &Properties) {
        let (target, constants) = match block.type_name.as_str() {
            "AWS::Serverless::Function" => (&FUNCTION, Properties::new()),
            "AWS::Serverless::LayerVersion" => (&LAYER, Properties::new()),
            "AWS::Serverless::StateMachine"
                if is_given(properties, "Definition") != is_given(properties, "DefinitionUri") =>
            {
                (&STATE_MACHINE, Properties::new())
            }
            "AWS::Serverless::SimpleTable" if is_given(properties, "ProvisionedThroughput") => {
                (&TABLE, Properties::new())
            }
            "AWS::Serverless::SimpleTable" => {
                let mode = ("BillingMode".to_owned(), Json::from("PAY_PER_REQUEST"));
                (&TABLE, Properties::from_iter([mode]))
            }
            _ => return,
        };
        self.add(
            id,
            block,
            "Properties".into(),
            (id.to_owned(), target),
            (properties, constants),
        );
        let this = json!({ "Fn::GetAtt": [id, "Arn"] });
        for (property, target, of_function) in [
            ("FunctionUrlConfig", &FUNCTION_URL, "TargetFunctionArn"),
            ("EventInvokeConfig", &INVOKE_CONFIG, "FunctionName"),
        ] {
            let path = ValuePath::from("Properties").key(property);
            if let Some(Json::Object(of_property)) = properties.get(property) {
                let constants = Properties::from_iter([(of_function.to_owned(), this.clone())]);
                let name = (format!("{id}{property}"), target);
                self.add(id, block, path, name, (of_property, constants));
            }
        }
        for (name, event_type, event) in events(block) {
            let Some(event) = event.filter(|event| is_complete(event)) else {
                continue;
            };
            let Some(target) = of_event(&block.type_name, event_type, event) else {
                continue;
            };
            let constants = match target.type_name {
                "AWS::Lambda::EventSourceMapping" => json!({ "FunctionName": { "Ref": id } }),
                "AWS::SNS::Subscription" => json!({ "Protocol": "lambda", "Endpoint": this }),
                "AWS::Lambda::Permission" => {
                    self.depend(event.get("Bucket"), &format!("{id}{name}Permission"));
                    json!({ "Action": "lambda:InvokeFunction", "FunctionName": this, "Principal": "s3.amazonaws.com" })
                }
                _ => Json::Null,
            };
            let suffix = if target.type_name == BUCKET_PERMISSION.type_name {
                "Permission"
            } else {
                ""
            };
            let constants = constants.as_object().cloned().unwrap_or_default();
            let path = ValuePath::from("Properties.Events").key(name).key("Properties");
            self.add(
                id,
                block,
                path,
                (format!("{id}{name}{suffix}"), target),
                (event, constants),
            );
        }
    }

    /// Makes a bucket depend on a permission, as the transform does.
    fn depend(&mut self, bucket: Option<&Json>, permission: &str) {
        let id = bucket.and_then(referenced_id);
        if let Some(bucket) = id.and_then(|id| self.template.resources.get_mut(id)) {
            let names = one_or_many(bucket.attributes.get("DependsOn")).iter().cloned();
            let names: Json = names.chain([Json::from(permission)]).collect();
            bucket.attributes.insert("DependsOn".to_owned(), names);
        }
    }

    /// Adds the resource `name` of a target's type. `path` is where its properties are in the serverless resource `id`.
    fn add(
        &mut self,
        id: &str,
        block: &ResourceBlock,
        path: ValuePath,
        (name, target): (String, &'static Target),
        (own, mut properties): (&Properties, Properties),
    ) {
        if !is_complete(own) || (name != id && self.template.resources.contains_key(&name)) {
            return;
        }
        let mut given = Vec::new();
        for (from, to) in target.paths() {
            if let Some(value) = value_at(own, from).filter(|value| !is_left_out(from, value)) {
                insert(&mut properties, &ValuePath::from(to), converted(from, value));
                given.push(from);
            }
        }
        let attributes = block.attributes.iter();
        let condition = attributes.filter(|(key, _)| name == id || *key == "Condition");
        let transformed = ResourceBlock {
            type_name: target.type_name.to_owned(),
            properties,
            attributes: condition
                .map(|(key, value)| (key.clone(), value.clone()))
                .collect(),
            written: Vec::new(),
            malformed: false,
        };
        self.template.resources.insert(name.clone(), transformed);
        let origin = Origin {
            id: id.to_owned(),
            path,
            target,
            given,
        };
        self.origins.insert(name, origin);
    }

    /// Moves the findings about the transformed resources to where the author wrote their values. Those about properties that
    /// the transform adds are left out, and so are those that `known` has at the same place.
    pub(in crate::check) fn moved(
        &self,
        found: Vec<Finding>,
        original: &Template,
        known: &[Finding],
    ) -> Vec<Finding> {
        let place = |finding: &Finding| (finding.path.clone(), finding.rule.id);
        let mut seen: BTreeSet<_> = known.iter().map(place).collect();
        let mut moved = Vec::new();
        for mut finding in found {
            let path = &finding.path;
            let name = path
                .name
                .as_deref()
                .filter(|_| path.section.as_deref() == Some("Resources"));
            if let Some(origin) = name.and_then(|name| self.origins.get(name)) {
                let Some(value) = origin.place(&finding) else {
                    continue;
                };
                finding.path.name = Some(origin.id.clone());
                finding.path.value = value;
                in_globals(&mut finding, original);
                if !seen.insert(place(&finding)) {
                    continue;
                }
            }
            moved.push(finding);
        }
        moved
    }
}

impl Origin {
    /// Where the author wrote the value that a finding is about; `None` if the author did not.
    fn place(&self, finding: &Finding) -> Option<ValuePath> {
        let segments = finding.path.value.segments();
        let (Some(Segment::Key(first)), rest) = (segments.first(), segments.get(1..)?) else {
            return None;
        };
        if first != "Properties" {
            return (self.path == "Properties".into()).then(|| finding.path.value.clone());
        }
        let written = self
            .target
            .paths()
            .map(|(from, to)| (from, ValuePath::from(to)))
            .filter(|(_, to)| rest.starts_with(to.segments()))
            .max_by_key(|(from, to)| (to.segments().len(), self.given.contains(from)));
        match written {
            Some((from, to)) => {
                let inner = ValuePath::from(rest[to.segments().len()..].to_vec());
                Some(self.path.clone().join(from).join(inner))
            }
            None if is_about_several(finding) => None,
            None => Some(self.path.clone()),
        }
    }
}

/// Moves a finding about a value that a resource has from the globals to the globals.
fn in_globals(finding: &mut Finding, template: &Template) {
    let Some(block) = finding
        .path
        .name
        .as_deref()
        .and_then(|id| template.resources.get(id))
    else {
        return;
    };
    let shared = sections(template).find(|(_, type_name, _)| *type_name == block.type_name);
    let Some((section, _, shared)) = shared else {
        return;
    };
    let Some((_, path)) = finding.path.value.segments().split_first() else {
        return;
    };
    let [Segment::Key(property), inner @ ..] = path else {
        return;
    };
    let (mut own, mut shared) = (block.properties.get(property), shared.get(property));
    let mut at = ValuePath::default().key(property);
    for (i, segment) in inner.iter().enumerate() {
        if own.is_none() {
            break;
        }
        (own, shared) = match (segment, own, shared) {
            (Segment::Key(key), Some(Json::Object(own)), Some(Json::Object(shared))) => {
                (own.get(key), shared.get(key))
            }
            (Segment::Index(index), Some(Json::Array(_)), Some(Json::Array(shared))) => {
                if *index < shared.len() {
                    (None, shared.get(*index))
                } else {
                    // The items of the resource come after those of the globals.
                    let path = ValuePath::from("Properties").join(at).index(index - shared.len());
                    finding.path.value = path.join(inner[i + 1..].to_vec());
                    return;
                }
            }
            _ => return,
        };
        at = ValuePath::from([at.segments(), std::slice::from_ref(segment)].concat());
    }
    if own.is_none() && shared.is_some() {
        finding.path.section = Some("Globals".to_owned());
        finding.path.name = Some(section.to_owned());
        finding.path.value = ValuePath::from(path.to_vec());
    }
}

/// A value as the transform writes it: a location in a bucket becomes an object.
fn converted(name: &str, value: &Json) -> Json {
    let location = value
        .as_str()
        .and_then(|text| text.strip_prefix("s3://")?.split_once('/'));
    match location.filter(|_| name == "DefinitionUri") {
        Some((bucket, key)) => json!({ "Bucket": bucket, "Key": key }),
        None => value.clone(),
    }
}

/// Whether the transform leaves a property with this value out.
fn is_left_out(name: &str, value: &Json) -> bool {
    name == "Tracing" && value == "Disabled"
}

fn value_at<'v>(properties: &'v Properties, path: &str) -> Option<&'v Json> {
    let mut names = path.split('.');
    let first = properties.get(names.next()?)?;
    let value = names.try_fold(first, |value, name| value.get(name))?;
    (!value.is_null()).then_some(value)
}

/// Sets the value at a path of keys, and of indexes that are 0.
fn insert(properties: &mut Properties, path: &ValuePath, value: Json) {
    let inner = |value: Json, segment: &Segment| match segment {
        Segment::Key(key) => Json::Object(Properties::from_iter([(key.clone(), value)])),
        Segment::Index(_) => Json::Array(vec![value]),
    };
    if let Json::Object(added) = path.segments().iter().rev().fold(value, inner) {
        for (key, value) in added {
            match properties.get_mut(&key) {
                Some(present) => merge(present, value),
                None => {
                    properties.insert(key, value);
                }
            }
        }
    }
}

fn merge(present: &mut Json, added: Json) {
    match (present, added) {
        (Json::Object(present), Json::Object(added)) => {
            for (key, value) in added {
                match present.get_mut(&key) {
                    Some(inner) => merge(inner, value),
                    None => {
                        present.insert(key, value);
                    }
                }
            }
        }
        (Json::Array(present), Json::Array(added)) => {
            for (inner, value) in present.iter_mut().zip(added) {
                merge(inner, value);
            }
        }
        (present, added) => *present = added,
    }
}
