//! Checks the state machine definitions of a template against the rules of Amazon States Language.
//!
//! A workflow of [`infra_gen_asl`] has been checked already; this is for definitions written as JSON or YAML: in a property,
//! also as text that `Fn::Sub` or `Fn::Join` puts together, and in a file next to the template. Values that are known only at
//! deployment are not judged.
//!
//! `text.rs` puts a definition together.

mod text;

use std::path::PathBuf;

use infra_gen_asl::{DefinitionContext, Syntax, model::ExecutionType};
use infra_gen_cfn::{Finding, FindingPath, Findings, Json, ResourceBlock, Template, ValuePath};

use text::Assembled;

/// A file with a definition, to which a template refers.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct DefinitionFile {
    /// The path, relative to the template.
    pub(crate) path: PathBuf,
    /// The type of the machine.
    pub(crate) execution_type: ExecutionType,
}

/// How the properties of a state machine are called.
struct Names {
    execution_type: &'static str,
    /// The location of the definition in a file.
    file: &'static str,
}

/// Checks every definition in the properties of the template.
pub(crate) fn check(template: &Template) -> Findings {
    let mut findings = Findings::default();
    for (id, block) in &template.resources {
        let Some(names) = names(block) else { continue };
        let context = DefinitionContext {
            execution_type: execution_type(block, &names),
            syntax: Syntax::Json,
        };
        for property in ["Definition", "DefinitionString"] {
            let Some(value) = block.properties.get(property) else {
                continue;
            };
            let outer = ValuePath::from("Properties").key(property);
            for (inner, definition) in text::assemble(value, block.properties.get("DefinitionSubstitutions"))
            {
                let found = check_assembled(&definition, context);
                let outer = outer.clone().join(&inner);
                findings.0.extend(found.into_iter().map(|finding| {
                    let path = FindingPath::block("Resources", id, outer.clone().join(&finding.path.value));
                    Finding { path, ..finding }
                }));
            }
        }
    }
    findings
}

/// The local files with definitions to which the template refers. `aws cloudformation package` uploads them.
pub(crate) fn files(template: &Template) -> Vec<DefinitionFile> {
    let blocks = template.resources.values();
    blocks
        .filter_map(|block| {
            let names = names(block)?;
            let path = match block.properties.get(names.file)? {
                Json::String(path) if !path.contains("://") => path.clone(),
                Json::Object(location) => location.get("Key")?.as_str()?.to_owned(),
                _ => return None,
            };
            Some(DefinitionFile {
                path: PathBuf::from(path),
                execution_type: execution_type(block, &names),
            })
        })
        .collect()
}

/// Checks a definition in a file, and returns the number of its states if it has no errors.
pub(crate) fn check_file(text: &str, execution_type: ExecutionType) -> (Option<usize>, Findings) {
    let context = DefinitionContext {
        execution_type,
        syntax: Syntax::JsonOrYaml,
    };
    let (machine, findings) = infra_gen_asl::check_definition_in(text, context);
    (machine.map(|machine| machine.scope.states.len()), findings)
}

fn check_assembled(definition: &Assembled, context: DefinitionContext) -> Vec<Finding> {
    let (_, found) = infra_gen_asl::check_definition_in(&definition.text, context);
    // An unknown part can be any piece of JSON.
    let is_certain = |finding: &Finding| definition.is_complete || finding.rule.id != "asl-invalid-json";
    found.0.into_iter().filter(is_certain).collect()
}

/// The names of the properties, if the resource is a state machine.
fn names(block: &ResourceBlock) -> Option<Names> {
    match block.type_name.as_str() {
        "AWS::StepFunctions::StateMachine" => Some(Names {
            execution_type: "StateMachineType",
            file: "DefinitionS3Location",
        }),
        "AWS::Serverless::StateMachine" => Some(Names {
            execution_type: "Type",
            file: "DefinitionUri",
        }),
        _ => None,
    }
}

fn execution_type(block: &ResourceBlock, names: &Names) -> ExecutionType {
    match block.properties.get(names.execution_type) {
        Some(Json::String(text)) if text == "EXPRESS" => ExecutionType::Express,
        _ => ExecutionType::Standard,
    }
}

#[cfg(test)]
mod tests {
    use infra_gen_cfn::Template;

    use super::*;

    #[test]
    fn an_inline_definition_is_checked() {
        expect(
            "Definition: {StartAt: A, States: {A: {Type: Pass, Next: B}}}",
            "Resources/Flow at Properties.Definition.States.A.Next: ",
        );
        expect(
            r#"DefinitionString: '{"StartAt": "A", "States": {"A": {"Type": "Succeed"}, "B": {"Type": "Succeed"}}}'"#,
            "Resources/Flow at Properties.DefinitionString.States.B: ",
        );
        expect(
            "DefinitionString: 'StartAt'",
            "Resources/Flow at Properties.DefinitionString: ",
        );
    }

    #[test]
    fn an_assembled_definition_is_checked() {
        let unknown_state = "Resources/Flow at Properties.DefinitionString.States.A.Next: ";
        expect(
            r#"DefinitionString: !Sub '{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "${Work.Arn}", "Next": "B"}}}'"#,
            unknown_state,
        );
        expect(
            r#"DefinitionString: !Sub ['{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "${w}", "Next": "${n}"}}}', {w: !GetAtt Work.Arn, n: B}]"#,
            unknown_state,
        );
        expect(
            r#"DefinitionString: !Join ['', ['{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "', !GetAtt Work.Arn, '", "Next": "B"}}}']]"#,
            unknown_state,
        );
        expect(
            r#"DefinitionString: !Join ['', ['{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:', !Ref AWS::Partition, ':states:::lamda:invoke", "End": true}}}']]"#,
            "Resources/Flow at Properties.DefinitionString.States.A.Resource: `lamda` is not a service",
        );
    }

    #[test]
    fn each_branch_of_a_condition_is_checked() {
        expect(
            "Definition: !If [C, {StartAt: A, States: {A: {Type: Succeed}}}, {StartAt: A, States: {A: {Type: Pass, Next: B}}}]",
            "Resources/Flow at Properties.Definition.Fn::If[2].States.A.Next: ",
        );
    }

    #[test]
    fn a_valid_definition_and_unknown_values_are_accepted() {
        expect("Definition: {StartAt: A, States: {A: {Type: Succeed}}}", "");
        expect(
            "Definition: {StartAt: A, States: {A: {Type: Task, Resource: '${Work}', TimeoutSeconds: !Ref T, Next: !Ref N}}}",
            "",
        );
        expect(
            r#"DefinitionString: !Sub '{"StartAt": "A", "States": {"A": {"Type": "Wait", "Seconds": ${S}, "End": true} ${More}}}'"#,
            "",
        );
        expect("DefinitionString: !Ref Definition", "");
    }

    #[test]
    fn the_type_of_the_machine_is_known() {
        let definition = "Definition: {StartAt: A, States: {A: {Type: Task, Resource: 'arn:aws:states:::batch:submitJob.sync', End: true}}}";
        expect(definition, "");
        expect(
            &format!("StateMachineType: EXPRESS, {definition}"),
            "Resources/Flow at Properties.Definition.States.A.Resource: an Express workflow",
        );
    }

    #[test]
    fn files_next_to_the_template_are_found() {
        let template = Template::from_yaml(
            "Resources:\n  A: {Type: AWS::Serverless::StateMachine, Properties: {DefinitionUri: flows/a.asl.json, Type: EXPRESS}}\n  B: {Type: AWS::Serverless::StateMachine, Properties: {DefinitionUri: 's3://bucket/key'}}\n  C: {Type: AWS::StepFunctions::StateMachine, Properties: {DefinitionS3Location: {Bucket: b, Key: c.json}}}\n",
        )
        .expect("a template");
        let file = |path: &str, execution_type| DefinitionFile {
            path: PathBuf::from(path),
            execution_type,
        };
        assert_eq!(
            files(&template),
            [
                file("flows/a.asl.json", ExecutionType::Express),
                file("c.json", ExecutionType::Standard)
            ]
        );
    }

    /// Compares the start of the first problem; an empty `expected` means that there is none.
    #[track_caller]
    fn expect(definition: &str, expected: &str) {
        let template = format!(
            "Resources: {{Flow: {{Type: AWS::StepFunctions::StateMachine, Properties: {{{definition}}}}}}}"
        );
        let template = Template::from_yaml(&template).expect("a template");
        let found = check(&template).0.first().map(ToString::to_string);
        match found {
            Some(problem) => assert!(!expected.is_empty() && problem.starts_with(expected), "{problem}"),
            None => assert_eq!(expected, ""),
        }
    }
}
