//! Properties that take the ARN of a role.
//! <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns>
//!
//! The schemas of most types have a pattern for it; these do not.

use crate::{
    check::{
        branches::{Branch, branches},
        catalog::{properties::DOUBTFUL_REFERENCE, services::role_arns::ROLE_ARN},
        query::{UNKNOWN, is_resolved_later, shown, text},
    },
    finding::{Finding, Unplaced, ValuePath},
    intrinsic_call::intrinsic_call,
    template::{ResourceBlock, Template},
    value::Json,
};

pub(super) fn check(template: &Template, findings: &mut Vec<Finding>) {
    for (type_name, path, accepts) in PLACES {
        let of_type = template
            .resources
            .iter()
            .filter(|(_, block)| block.type_name == type_name);
        for (id, block) in of_type {
            let mut steps = path.split('.');
            let first = steps
                .next()
                .and_then(|property| block.properties.get_key_value(property));
            let mut reached = first
                .map(|(name, value)| branches(ValuePath::from("Properties").key(name), value))
                .unwrap_or_default();
            for step in steps {
                reached = reached
                    .into_iter()
                    .flat_map(|branch| below(&branch, step))
                    .collect();
            }
            for branch in reached {
                if let Some(found) = fault(template, branch.value, accepts) {
                    findings.push(Finding::resource(id, branch.path, found));
                }
            }
        }
    }
}

/// What a property takes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Accepts {
    Arn,
    /// Also the name of a role with the path `/`.
    Name,
    /// An ARN, as AWS documents it. A name works at present.
    DocumentedArn,
}

const PLACES: [(&str, &str, Accepts); 8] = [
    (
        "AWS::Backup::BackupSelection",
        "BackupSelection.IamRoleArn",
        Accepts::Arn,
    ),
    (
        "AWS::Batch::ComputeEnvironment",
        "ComputeResources.SpotIamFleetRole",
        Accepts::Arn,
    ),
    ("AWS::Batch::ComputeEnvironment", "ServiceRole", Accepts::Name),
    ("AWS::CodeBuild::Project", "ServiceRole", Accepts::Name),
    (
        "AWS::EC2::SpotFleet",
        "SpotFleetRequestConfigData.IamFleetRole",
        Accepts::Arn,
    ),
    (
        "AWS::ECS::TaskDefinition",
        "ExecutionRoleArn",
        Accepts::DocumentedArn,
    ),
    ("AWS::ECS::TaskDefinition", "TaskRoleArn", Accepts::Name),
    ("AWS::S3::Bucket", "ReplicationConfiguration.Role", Accepts::Arn),
];

fn below<'a>(branch: &Branch<'a>, name: &str) -> Vec<Branch<'a>> {
    let value = branch.value.get(name);
    value
        .map(|value| branches(branch.path.clone().key(name), value))
        .unwrap_or_default()
}

fn fault(template: &Template, value: &Json, accepts: Accepts) -> Option<Unplaced> {
    const HINT: &str = "write `arn:aws:iam::ACCOUNT:role/NAME`, or use `Fn::GetAtt` of a role";
    if let Some(("Ref", Json::String(name))) = value.as_object().and_then(intrinsic_call) {
        let role = template.resources.get(name)?;
        return (role.type_name == "AWS::IAM::Role")
            .then(|| name_of(name, role, accepts))
            .flatten();
    }
    let role = text(value)?;
    let is_name = accepts != Accepts::Arn && !role.starts_with("arn:");
    if is_name || role.starts_with(UNKNOWN) || is_resolved_later(&role) || is_role_arn(&role) {
        return None;
    }
    Some(ROLE_ARN.found(format!("`{}` is not the ARN of a role", shown(&role)), HINT))
}

/// What is wrong with the name of a role, which `Ref` returns.
fn name_of(id: &str, role: &ResourceBlock, accepts: Accepts) -> Option<Unplaced> {
    let path = role.properties.get("Path").and_then(Json::as_str);
    let hint = format!("use `{id}.Arn`");
    match (accepts, path.filter(|path| *path != "/")) {
        (Accepts::Arn, _) => {
            Some(ROLE_ARN.found(format!("`Ref` of `{id}` returns the name of the role"), hint))
        }
        (_, Some(path)) => Some(ROLE_ARN.found(
            format!("`Ref` of `{id}` returns the name of the role, without its path `{path}`"),
            hint,
        )),
        (Accepts::DocumentedArn, None) => Some(DOUBTFUL_REFERENCE.found(
            format!("`Ref` of `{id}` returns the name of the role, but this must be its ARN"),
            hint,
        )),
        (Accepts::Name, None) => None,
    }
}

/// Whether the known parts are those of a role's ARN. An unknown part may have any number of colons.
fn is_role_arn(role: &str) -> bool {
    let mut expected = ["arn", "aws", "iam", "", "account", "role/"].into_iter();
    for part in role.splitn(6, ':') {
        if part.contains(UNKNOWN) && !part.starts_with("role/") {
            return true;
        }
        let is_valid = match expected.next() {
            Some("aws") => part == "aws" || part.starts_with("aws-"),
            Some("account") => part.len() == 12 && part.bytes().all(|byte| byte.is_ascii_digit()),
            Some("role/") => part.strip_prefix("role/").is_some_and(|name| !name.is_empty()),
            Some(fixed) => part == fixed,
            None => false,
        };
        if !is_valid {
            return false;
        }
    }
    expected.next().is_none()
}
