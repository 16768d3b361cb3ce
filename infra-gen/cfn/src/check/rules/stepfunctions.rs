//! State machines: exactly one definition. The definition itself is checked by `infra-gen-asl`.

use crate::{
    check::catalog::services::stepfunctions::DEFINITION, check::query::resources_of_type, finding::Finding,
    template::Template,
};

pub(super) fn check(template: &Template, findings: &mut Vec<Finding>) {
    const DEFINITIONS: [&str; 3] = ["Definition", "DefinitionString", "DefinitionS3Location"];
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
