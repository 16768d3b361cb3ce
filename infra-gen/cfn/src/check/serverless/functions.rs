//! Functions and state machines: the properties that the transform requires, of the resource and its globals together.
//! <https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html>
//!
//! Not checked: whether there is code. `sam build` and `aws cloudformation package` add a missing `CodeUri` or `ImageUri`.

use super::{
    model::{Model, Properties},
    presence::is_given,
};
use crate::{
    check::catalog::serverless::{DEFINITION, INCOMPLETE_FUNCTION},
    finding::{Finding, Unplaced},
    intrinsic_call::is_complete,
    value::Json,
};

/// Properties that the transform adds to the alias or the version of a function.
const OF_ALIAS: [&str; 3] = [
    "DeploymentPreference",
    "ProvisionedConcurrencyConfig",
    "VersionDeletionPolicy",
];

pub(super) fn check(model: &Model<'_>, findings: &mut Vec<Finding>) {
    for (id, properties) in model.of_type("AWS::Serverless::Function") {
        if !is_complete(properties) {
            continue;
        }
        let mut report = |found: Unplaced| findings.push(Finding::resource(id, "Properties", found));
        let has = |name: &str| is_given(properties, name);
        let package_type = properties.get("PackageType");
        let is_image = package_type.is_none() && has("ImageUri");
        if !is_image && package_type.is_none_or(|package_type| package_type == "Zip") {
            for required in ["Handler", "Runtime"] {
                if !has(required) {
                    let message = format!("the function has no `{required}`");
                    report(INCOMPLETE_FUNCTION.found(message, "add it here or in `Globals`"));
                }
            }
        }
        if let Some(Json::String(alias)) = properties
            .get("AutoPublishAlias")
            .filter(|alias| !is_alias(alias))
        {
            let found = INCOMPLETE_FUNCTION.found(
                format!("the alias `{alias}` must consist of letters, digits, `-` and `_`"),
                "rename it",
            );
            findings.push(Finding::resource(id, "Properties.AutoPublishAlias", found));
        }
        let mut report = |found: Unplaced| findings.push(Finding::resource(id, "Properties", found));
        let needs_alias = |name: &&str| has(name) && !is_disabled(properties.get(*name));
        for name in OF_ALIAS.iter().filter(|name| needs_alias(name)) {
            if !has("AutoPublishAlias") {
                let message = format!("`{name}` needs `AutoPublishAlias`");
                report(INCOMPLETE_FUNCTION.found(message, "add the name of an alias"));
            }
        }
    }
    for (id, machine) in model.of_type("AWS::Serverless::StateMachine") {
        if is_complete(machine) {
            let found = state_machine(machine).into_iter();
            findings.extend(found.map(|found| Finding::resource(id, "Properties", found)));
        }
    }
}

fn state_machine(machine: &Properties) -> Vec<Unplaced> {
    let mut found = Vec::new();
    if is_given(machine, "DeploymentPreference")
        && !is_disabled(machine.get("DeploymentPreference"))
        && !is_given(machine, "AutoPublishAlias")
    {
        let message = "`DeploymentPreference` needs `AutoPublishAlias`";
        found.push(INCOMPLETE_FUNCTION.found(message, "add the name of an alias"));
    }
    let hint = match (
        is_given(machine, "Definition"),
        is_given(machine, "DefinitionUri"),
    ) {
        (true, true) => "remove one of them",
        (false, false) => "add one of them",
        _ => return found,
    };
    let message = "exactly one of `Definition` and `DefinitionUri` is required";
    found.push(DEFINITION.found(message, hint));
    found
}

/// Whether the transform accepts a value as the name of an alias, as far as it is known.
fn is_alias(value: &Json) -> bool {
    value.as_str().is_none_or(|name| {
        !name.is_empty()
            && name
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
    })
}

/// Whether a deployment preference is turned off, or on only under a condition.
fn is_disabled(preference: Option<&Json>) -> bool {
    let enabled = preference.and_then(|preference| preference.get("Enabled"));
    enabled.is_some_and(|enabled| enabled != &Json::Bool(true) && enabled != "true")
}
