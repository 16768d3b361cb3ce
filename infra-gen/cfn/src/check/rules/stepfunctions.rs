//! State machines. What a definition says is judged by whoever knows its language.

use crate::{
    check::{Problem, find::of_type},
    template::Template,
};

pub(super) fn check(template: &Template, problems: &mut Vec<Problem>) {
    const DEFINITIONS: [&str; 3] = ["Definition", "DefinitionString", "DefinitionS3Location"];
    for (id, machine) in of_type(template, "AWS::StepFunctions::StateMachine") {
        let there = DEFINITIONS
            .iter()
            .filter(|name| machine.properties.contains_key(**name));
        let message = match there.count() {
            0 => "one of `Definition`, `DefinitionString` and `DefinitionS3Location` is missing; set one",
            1 => continue,
            _ => "`Definition`, `DefinitionString` and `DefinitionS3Location` exclude each other; keep one",
        };
        problems.push(Problem::resource(id, "Properties", message));
    }
}
