//! State machines: exactly one definition. The definition itself is checked by `infra-gen-asl`.

use std::fmt::Write as _;

use crate::{
    check::{
        cases::{Cases, View},
        catalog::services::stepfunctions::{DEFINITION, SUBSTITUTION},
        hint::did_you_mean,
        query::resources_of_type,
    },
    finding::Finding,
    intrinsic_call::intrinsic_call,
    template::Template,
    value::Json,
};

pub(super) fn check(template: &Template, cases: &mut Cases<'_>, findings: &mut Vec<Finding>) {
    const DEFINITIONS: [&str; 3] = ["Definition", "DefinitionString", "DefinitionS3Location"];

    cases.each("AWS::StepFunctions::StateMachine", findings, substitutions);
    for (id, machine) in resources_of_type(template, "AWS::StepFunctions::StateMachine") {
        let present = DEFINITIONS
            .iter()
            .filter(|name| machine.properties.contains_key(**name));
        let hint = match present.count() {
            0 => "add one of them",
            1 => continue,
            _ => "keep one of them",
        };
        let message =
            "exactly one of `Definition`, `DefinitionString` and `DefinitionS3Location` is required";
        findings.push(Finding::resource(
            id,
            "Properties",
            DEFINITION.found(message, hint),
        ));
    }
}

/// The variables that stand for a whole text of the definition have a value. CloudFormation leaves others as they are.
fn substitutions(machine: &View<'_, '_>, findings: &mut Vec<Finding>) {
    let definition = machine.get("DefinitionString");
    let values = machine.get("DefinitionSubstitutions").names();
    let (Some(text), Some(values)) = (definition.json().and_then(joined), values) else {
        return;
    };
    let mut unknown: Vec<&str> = variables(&text).filter(|name| !values.contains(name)).collect();
    unknown.sort_unstable();
    unknown.dedup();
    for name in unknown {
        let message = format!("`${{{name}}}` has no value in `DefinitionSubstitutions`");
        let hint = did_you_mean(name, values.iter().copied(), "add it there");
        findings.push(definition.found(SUBSTITUTION.found(message, hint)));
    }
}

/// A literal text, or the literal items of `Fn::Join`.
fn joined(value: &Json) -> Option<String> {
    if let Json::String(text) = value {
        return Some(text.clone());
    }
    let ("Fn::Join", Json::Array(arguments)) = intrinsic_call(value.as_object()?)? else {
        return None;
    };
    let [Json::String(delimiter), Json::Array(items)] = arguments.as_slice() else {
        return None;
    };
    let mut text = String::new();
    for item in items.iter().filter_map(Json::as_str) {
        // Writing to a `String` does not fail.
        let _ = write!(text, "{item}{delimiter}");
    }
    Some(text)
}

/// The names in `"${name}"`.
fn variables(text: &str) -> impl Iterator<Item = &str> {
    let starts = text.split("\"${").skip(1);
    let names = starts
        .filter_map(|rest| rest.split_once("}\""))
        .map(|(name, _)| name);
    names.filter(|name| !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_'))
}

#[cfg(test)]
mod tests {
    use super::variables;

    #[test]
    fn variables_stand_for_whole_texts() {
        let text = r#"{"Resource": "${task}", "Comment": "a ${b}", "Next": "${task_2}", "X": "${a.b}"}"#;
        assert_eq!(variables(text).collect::<Vec<_>>(), ["task", "task_2"]);
    }
}
