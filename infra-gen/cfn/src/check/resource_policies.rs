//! The attributes `CreationPolicy` and `UpdatePolicy`: the types that support them, their keys and values.
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-updatepolicy.html>
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-creationpolicy.html>

use super::{
    branches::branches, functions::describe, hint::did_you_mean, query::is_resolved_later,
    serverless::is_serverless,
};
use crate::{
    check::catalog::limits::INVALID_RESOURCE_POLICY,
    finding::{Finding, ValuePath},
    intrinsic_call::{intrinsic_call, is_function_key, is_intrinsic_call},
    template::{ResourceBlock, Template},
    value::Json,
};

/// The value of a key.
enum Value {
    Boolean,
    Number,
    Text,
    /// A list of processes of Auto Scaling.
    Processes,
    Keys(&'static [(&'static str, Value)]),
}

use Value::{Boolean, Keys, Number, Processes, Text};

type Table = &'static [(&'static str, Value)];

const AUTO_SCALING: &str = "AWS::AutoScaling::AutoScalingGroup";
const FLEET: &str = "AWS::AppStream::Fleet";

/// The keys of `UpdatePolicy` by type.
const UPDATE: [(&str, Table); 5] = [
    (
        AUTO_SCALING,
        &[
            ("AutoScalingReplacingUpdate", Keys(&[("WillReplace", Boolean)])),
            (
                "AutoScalingRollingUpdate",
                Keys(&[
                    ("MaxBatchSize", Number),
                    ("MinActiveInstancesPercent", Number),
                    ("MinInstancesInService", Number),
                    ("MinSuccessfulInstancesPercent", Number),
                    ("PauseTime", Text),
                    ("SuspendProcesses", Processes),
                    ("WaitOnResourceSignals", Boolean),
                ]),
            ),
            (
                "AutoScalingScheduledAction",
                Keys(&[("IgnoreUnmodifiedGroupSizeProperties", Boolean)]),
            ),
        ],
    ),
    (
        "AWS::ElastiCache::ReplicationGroup",
        &[("UseOnlineResharding", Boolean)],
    ),
    ("AWS::Elasticsearch::Domain", &[("EnableVersionUpgrade", Boolean)]),
    (
        "AWS::Lambda::Alias",
        &[(
            "CodeDeployLambdaAliasUpdate",
            Keys(&[
                ("AfterAllowTrafficHook", Text),
                ("ApplicationName", Text),
                ("BeforeAllowTrafficHook", Text),
                ("DeploymentGroupName", Text),
            ]),
        )],
    ),
    (
        "AWS::OpenSearchService::Domain",
        &[("EnableVersionUpgrade", Boolean)],
    ),
];

const SIGNAL: (&str, Value) = ("ResourceSignal", Keys(&[("Count", Number), ("Timeout", Text)]));

/// The keys of `CreationPolicy` by type.
const CREATION: [(&str, Table); 3] = [
    (
        AUTO_SCALING,
        &[
            (
                "AutoScalingCreationPolicy",
                Keys(&[("MinSuccessfulInstancesPercent", Number)]),
            ),
            SIGNAL,
        ],
    ),
    ("AWS::CloudFormation::WaitCondition", &[SIGNAL]),
    ("AWS::EC2::Instance", &[SIGNAL]),
];

pub(super) fn check(template: &Template) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (id, block) in &template.resources {
        if block.type_name.ends_with("::MODULE") {
            module(id, block, &mut findings);
        }
        for (attribute, types) in [("CreationPolicy", &CREATION[..]), ("UpdatePolicy", &UPDATE[..])] {
            let Some(policy) = block.attributes.get(attribute) else {
                continue;
            };
            let type_name = block.type_name.as_str();
            // The keys for fleets are not listed here, and private types and modules are not known.
            if type_name == FLEET || !infra_gen_schema::is_known(type_name) || is_serverless(type_name) {
                continue;
            }
            let Some((_, keys)) = types.iter().find(|(name, _)| *name == type_name) else {
                let found = INVALID_RESOURCE_POLICY.found(
                    format!("`{type_name}` does not support `{attribute}`"),
                    "remove it",
                );
                findings.push(Finding::resource(id, attribute, found));
                continue;
            };
            keys_of(policy, keys, attribute.into(), &mut |path, message, hint| {
                let found = INVALID_RESOURCE_POLICY.found(message, hint);
                findings.push(Finding::resource(id, path, found));
            });
        }
    }
    findings
}

/// A module is replaced with its resources, so it has no policies of its own.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/modules.html>
fn module(id: &str, block: &ResourceBlock, findings: &mut Vec<Finding>) {
    const RESERVED: &str = "AWS::CloudFormation::Module";

    for attribute in ["CreationPolicy", "UpdatePolicy"] {
        if block.attributes.contains_key(attribute) {
            let found = INVALID_RESOURCE_POLICY
                .found(format!("a module does not support `{attribute}`"), "remove it");
            findings.push(Finding::resource(id, attribute, found));
        }
    }
    let metadata = block.attributes.get("Metadata");
    if metadata.is_some_and(|metadata| metadata.get(RESERVED).is_some()) {
        let message = format!("the metadata key `{RESERVED}` is reserved");
        let found = INVALID_RESOURCE_POLICY.found(message, "rename it");
        findings.push(Finding::resource(
            id,
            ValuePath::from("Metadata").key(RESERVED),
            found,
        ));
    }
}

/// `report` takes a path, a message and a hint.
fn keys_of(value: &Json, known: Table, path: ValuePath, report: &mut impl FnMut(ValuePath, String, String)) {
    if let Some(chosen) = chosen(value) {
        for (i, branch) in chosen {
            keys_of(branch, known, path.clone().key("Fn::If").index(i), report);
        }
        return;
    }
    if is_intrinsic_call(value) {
        return;
    }
    let Json::Object(entries) = value else {
        return report(
            path,
            format!("expected a map; found {}", describe(value)),
            "write it as `{…}`".to_owned(),
        );
    };
    for (key, value) in entries.iter().filter(|(key, _)| !is_function_key(key)) {
        let path = path.clone().key(key);
        match known.iter().find(|(name, _)| name == key) {
            Some((_, Keys(inner))) => keys_of(value, inner, path, report),
            Some((_, Processes)) if value.is_array() => processes(value, &path, report),
            Some((_, expected)) => {
                if let Some(expected) = mismatch(value, expected) {
                    let message = format!("expected {expected}; found {}", describe(value));
                    report(path, message, format!("use {expected}"));
                }
            }
            None => {
                let names = known.iter().map(|(name, _)| *name);
                report(
                    path,
                    format!("unknown key `{key}`"),
                    did_you_mean(key, names, "remove it"),
                );
            }
        }
    }
}

/// The branches of `Fn::If`, with their positions.
fn chosen(value: &Json) -> Option<impl Iterator<Item = (usize, &Json)>> {
    let branches = value.as_object().and_then(intrinsic_call);
    match branches {
        Some(("Fn::If", Json::Array(parts))) if parts.len() == 3 => Some(parts.iter().enumerate().skip(1)),
        _ => None,
    }
}

/// <https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-suspend-resume-processes.html>
const PROCESSES: [&str; 9] = [
    "AZRebalance",
    "AddToLoadBalancer",
    "AlarmNotification",
    "HealthCheck",
    "InstanceRefresh",
    "Launch",
    "ReplaceUnhealthy",
    "ScheduledActions",
    "Terminate",
];

/// The processes that an update suspends.
fn processes(value: &Json, path: &ValuePath, report: &mut impl FnMut(ValuePath, String, String)) {
    for (i, item) in value.as_array().into_iter().flatten().enumerate() {
        for branch in branches(path.clone().index(i), item) {
            if let Some(name) = branch.value.as_str().filter(|name| !PROCESSES.contains(name)) {
                let message = format!("`{name}` is not a process of Auto Scaling");
                report(branch.path, message, did_you_mean(name, PROCESSES, "remove it"));
            }
        }
    }
}

/// What the value should be. Strings are converted.
fn mismatch(value: &Json, expected: &Value) -> Option<&'static str> {
    if is_intrinsic_call(value) || value.as_str().is_some_and(is_resolved_later) {
        return None;
    }
    let (fits, name) = match expected {
        Boolean => (
            value.is_boolean() || matches!(value.as_str(), Some("true" | "false" | "True" | "False")),
            "`true` or `false`",
        ),
        Number => (
            value.is_number() || value.as_str().is_some_and(|text| text.parse::<i64>().is_ok()),
            "a whole number",
        ),
        Text => (!value.is_array() && !value.is_object(), "a string"),
        Processes => (value.is_array(), "a list"),
        Keys(_) => (value.is_object(), "a map"),
    };
    (!fits).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::Template;

    #[track_caller]
    fn expect(resource: &str, expected: &[&str]) {
        let template = Template::from_yaml(&format!("Resources:\n  R: {resource}\n")).expect("a template");
        let found: Vec<String> = check(&template)
            .iter()
            .map(|finding| format!("{}: {}", finding.path.value, finding.message))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn policies_of_a_type_have_their_own_keys() {
        expect(
            "{Type: 'AWS::AutoScaling::AutoScalingGroup', CreationPolicy: {ResourceSignal: {Count: '2', Timeout: PT5M}}, \
             UpdatePolicy: {AutoScalingRollingUpdate: {MaxBatchSize: !Ref N, WaitOnResourceSignals: 'true', \
             SuspendProcesses: [Launch]}}}",
            &[],
        );
        expect(
            "{Type: 'AWS::AutoScaling::AutoScalingGroup', UpdatePolicy: {AutoScalingRollingUpdate: {MaxBatchSize: a, \
             WaitOnResourceSignal: true, SuspendProcesses: a}, Other: {}}}",
            &[
                "UpdatePolicy.AutoScalingRollingUpdate.MaxBatchSize: expected a whole number; found `\"a\"`",
                "UpdatePolicy.AutoScalingRollingUpdate.WaitOnResourceSignal: unknown key `WaitOnResourceSignal`",
                "UpdatePolicy.AutoScalingRollingUpdate.SuspendProcesses: expected a list; found `\"a\"`",
                "UpdatePolicy.Other: unknown key `Other`",
            ],
        );
    }

    #[test]
    fn most_types_support_no_policy() {
        expect(
            "{Type: 'AWS::SNS::Topic', CreationPolicy: {}, UpdatePolicy: {}}",
            &[
                "CreationPolicy: `AWS::SNS::Topic` does not support `CreationPolicy`",
                "UpdatePolicy: `AWS::SNS::Topic` does not support `UpdatePolicy`",
            ],
        );
        expect("{Type: 'Custom::Thing', UpdatePolicy: {}}", &[]);
    }
}
