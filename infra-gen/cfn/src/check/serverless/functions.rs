//! Functions and state machines: the properties that the transform requires, of the resource and its globals together.
//! <https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html>
//!
//! Not checked: whether there is code. `sam build` and `aws cloudformation package` add a missing `CodeUri` or `ImageUri`.

use super::{globals::merged, presence::is_given};
use crate::{
    check::{catalog::serverless::INCOMPLETE_FUNCTION, query::resources_of_type},
    finding::{Finding, Unplaced},
    template::Template,
    value::Json,
};

/// Properties that the transform adds to the alias or the version of a function.
const OF_ALIAS: [&str; 3] = [
    "DeploymentPreference",
    "ProvisionedConcurrencyConfig",
    "VersionDeletionPolicy",
];

pub(super) fn check(template: &Template, findings: &mut Vec<Finding>) {
    for (id, function) in resources_of_type(template, "AWS::Serverless::Function") {
        let properties = merged(template, function);
        if properties.keys().any(|name| name.starts_with("Fn::")) {
            continue;
        }
        let mut report = |found: Unplaced| findings.push(Finding::resource(id, "Properties", found));
        let has = |name: &str| is_given(&properties, name);
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
    for (id, machine) in resources_of_type(template, "AWS::Serverless::StateMachine") {
        let preference = machine.properties.get("DeploymentPreference");
        let is_open = machine.properties.keys().any(|name| name.starts_with("Fn::"));
        if is_given(&machine.properties, "DeploymentPreference")
            && !is_disabled(preference)
            && !is_open
            && !is_given(&machine.properties, "AutoPublishAlias")
        {
            let message = "`DeploymentPreference` needs `AutoPublishAlias`";
            let found = INCOMPLETE_FUNCTION.found(message, "add the name of an alias");
            findings.push(Finding::resource(id, "Properties", found));
        }
    }
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
