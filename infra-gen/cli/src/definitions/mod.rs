//! Checks the state machine definitions of a template against the rules of Amazon States Language.
//!
//! A workflow of [`infra_gen_asl`] has been checked already; this is for definitions written as JSON or YAML: in a property,
//! also as text that `Fn::Sub` or `Fn::Join` puts together, and in a file next to the template. Values that are known only at
//! deployment are not judged.
//!
//! - `text.rs`: puts a definition together.
//! - `select.rs`: the definition of one state machine, to run or draw it.

mod select;
mod text;

use std::collections::BTreeSet;
use std::path::PathBuf;

use infra_gen_asl::{DefinitionContext, Syntax, model::ExecutionType};
use infra_gen_cfn::{
    FindingPath, Findings, Json, ResourceBlock, SourceLocation, SourceMap, Template, ValuePath,
};

pub(crate) use select::{DefinitionError, Source, select};
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
    /// The definition itself.
    inline: &'static [&'static str],
    /// The location of the definition in a file.
    file: &'static str,
}

/// Checks every definition in the properties of the template. `document` is the text of the template, if it was read from one:
/// findings in the text of a definition are located there.
pub(crate) fn check(template: &Template, document: Option<&str>) -> Findings {
    let mut findings = Findings::default();
    let mut seen = BTreeSet::new();
    for (id, block) in &template.resources {
        let Some(names) = names(block) else { continue };
        let context = DefinitionContext {
            execution_type: execution_type(block, &names),
            syntax: Syntax::AssembledJson,
        };
        for definition in inline(id, block, &names) {
            let (_, found) = infra_gen_asl::check_definition_in(&definition.assembled.text, context);
            let inner: Vec<_> = found.0.iter().map(|finding| finding.path.value.clone()).collect();
            for (finding, inner) in definition.placed(found, document).0.into_iter().zip(inner) {
                // A definition that several machines share by a YAML alias is written once.
                let is_copy = finding
                    .location
                    .is_some_and(|at| !seen.insert((at, finding.rule.id, inner, finding.message.clone())));
                if !is_copy {
                    findings.0.push(finding);
                }
            }
        }
    }
    findings
}

/// A definition in a property of a template.
struct Inline {
    id: String,
    /// The property.
    property: &'static str,
    /// The path of the definition in the value of the property.
    path: ValuePath,
    assembled: Assembled,
}

/// The definitions in the properties of a state machine. There are several if a condition selects one.
fn inline(id: &str, block: &ResourceBlock, names: &Names) -> Vec<Inline> {
    let present = names
        .inline
        .iter()
        .filter_map(|property| Some((*property, block.properties.get(*property)?)));
    let assembled = present.flat_map(|(property, value)| {
        let definitions = text::assemble(value, block.properties.get("DefinitionSubstitutions"));
        definitions.into_iter().map(move |(path, assembled)| Inline {
            id: id.to_owned(),
            property,
            path,
            assembled,
        })
    });
    assembled.collect()
}

impl Inline {
    /// The findings in the definition as findings in the template. `document` is the text of the template.
    fn placed(&self, mut findings: Findings, document: Option<&str>) -> Findings {
        if findings.0.is_empty() {
            return findings;
        }
        let map = document.and_then(SourceMap::new);
        // Without a path, such as a syntax error.
        let whole: Vec<Option<SourceLocation>> = findings.0.iter().map(|finding| finding.location).collect();
        infra_gen_asl::locate(&mut findings, &self.assembled.text);
        for (finding, whole) in findings.0.iter_mut().zip(whole) {
            let value = self.at().join(&self.path).join(&finding.path.value);
            let path = FindingPath::block("Resources", &self.id, value);
            let in_text = finding.location;
            finding.location = map.as_ref().and_then(|map| {
                self.in_string(map, in_text?)
                    .or_else(|| map.value(&path.from_top()))
            });
            let in_string = map
                .as_ref()
                .zip(whole)
                .and_then(|(map, at)| self.in_string(map, at));
            if let (Some(at), None) = (whole, in_string) {
                finding.message = format!("{} at {at} of the definition", finding.message);
            }
            finding.path = path;
        }
        findings
    }

    /// The location in the template of a location in the text of the definition.
    fn in_string(&self, map: &SourceMap<'_>, location: SourceLocation) -> Option<SourceLocation> {
        let offset = location.offset_in(&self.assembled.text)?;
        let (path, offset) = self.assembled.origin(offset)?;
        let string = FindingPath::block("Resources", &self.id, self.at().join(path));
        map.in_string(&string.from_top(), offset)
    }

    fn at(&self) -> ValuePath {
        ValuePath::from("Properties").key(self.property)
    }
}

/// The local files with definitions to which the template refers. `aws cloudformation package` uploads them.
pub(crate) fn files(template: &Template) -> Vec<DefinitionFile> {
    let blocks = template.resources.values();
    blocks
        .filter_map(|block| {
            let names = names(block)?;
            Some(DefinitionFile {
                path: file(block, &names)?,
                execution_type: execution_type(block, &names),
            })
        })
        .collect()
}

/// The local file with the definition of a state machine.
fn file(block: &ResourceBlock, names: &Names) -> Option<PathBuf> {
    match block.properties.get(names.file)? {
        Json::String(path) if !path.contains("://") => Some(path.into()),
        Json::Object(location) => Some(location.get("Key")?.as_str()?.into()),
        _ => None,
    }
}

/// Checks a definition in a file, and returns the number of its states if it has no errors.
pub(crate) fn check_file(text: &str, execution_type: ExecutionType) -> (Option<usize>, Findings) {
    let context = DefinitionContext {
        execution_type,
        syntax: Syntax::JsonOrYaml,
    };
    let (machine, mut findings) = infra_gen_asl::check_definition_in(text, context);
    infra_gen_asl::locate(&mut findings, text);
    (machine.map(|machine| machine.scope.states.len()), findings)
}

/// The names of the properties, if the resource is a state machine.
fn names(block: &ResourceBlock) -> Option<Names> {
    match block.type_name.as_str() {
        "AWS::StepFunctions::StateMachine" => Some(Names {
            execution_type: "StateMachineType",
            inline: &["Definition", "DefinitionString"],
            file: "DefinitionS3Location",
        }),
        "AWS::Serverless::StateMachine" => Some(Names {
            execution_type: "Type",
            inline: &["Definition"],
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

    #[test]
    fn an_error_between_references_is_reported() {
        expect(
            r#"DefinitionString: !Sub '{"StartAt": "A", "States": {"A": {"Type": "Wait", "Seconds": ${S} "End": true}}'"#,
            "Resources/Flow at Properties.DefinitionString: invalid JSON: expected `,` or `}`, not `\"` at line 1, column 67 of the definition",
        );
        expect(
            r#"DefinitionString: !Join ['', ['{"StartAt": "', !Ref A, '", States": {}}']]"#,
            "Resources/Flow at Properties.DefinitionString: invalid JSON: ",
        );
        expect(
            r#"DefinitionString: !Join ['', ['{"StartAt": "A", "States": ', !Ref States, '}']]"#,
            "",
        );
    }

    #[test]
    fn a_property_that_sam_does_not_have_is_not_checked() {
        let template =
            "Resources: {A: {Type: AWS::Serverless::StateMachine, Properties: {DefinitionString: x}}}";
        let template = Template::from_yaml(template).expect("a template");
        assert_eq!(check(&template, None), Findings::default());
    }

    /// The locations of the findings in a template, each with the text that begins there.
    #[track_caller]
    fn expect_locations(document: &str, expected: &[(&str, &str)]) {
        let template = Template::parse(document).expect("a template");
        let found = check(&template, Some(document));
        let found: Vec<_> = found
            .0
            .iter()
            .map(|finding| {
                let at = finding
                    .location
                    .expect("a location")
                    .offset_in(document)
                    .expect("an offset");
                let line = document[at..].lines().next().unwrap_or_default();
                (line, finding.message.as_str())
            })
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_finding_in_the_text_of_a_definition_is_located_in_the_template() {
        let unknown = "state `B` does not exist in this scope";
        expect_locations(
            "Resources:\n  Flow:\n    Type: AWS::StepFunctions::StateMachine\n    Properties:\n      DefinitionString: !Sub |\n        {\n          \"StartAt\": \"A\", \"Comment\": \"${AWS::Region} ${X}\",\n          \"States\": {\n            \"A\": {\"Type\": \"Pass\", \"Next\": \"B\"}\n          }\n        }\n",
            &[("\"Next\": \"B\"}", unknown)],
        );
        expect_locations(
            "Resources:\n  Flow:\n    Type: AWS::StepFunctions::StateMachine\n    Properties:\n      DefinitionString: !Join\n        - ''\n        - - '{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Task\", \"Resource\": \"'\n          - !GetAtt Work.Arn\n          - '\", \"Next\": \"B\"}}}'\n",
            &[("\"Next\": \"B\"}}}'", unknown)],
        );
        expect_locations(
            r#"{"Resources": {"Flow": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {"DefinitionString": "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Pass\", \"Next\": \"B\"}}}"}}}}"#,
            &[(r#"\"Next\": \"B\"}}}"}}}}"#, unknown)],
        );
        expect_locations(
            "Resources:\n  Flow:\n    Type: AWS::StepFunctions::StateMachine\n    Properties:\n      DefinitionString: >\n        {\"StartAt\": \"A\",\n        \"States\": {\"A\": {\"Type\": \"Pass\", \"Next\": \"B\"}}}\n",
            &[("DefinitionString: >", unknown)],
        );
        expect_locations(
            "Resources:\n  Flow:\n    Type: AWS::StepFunctions::StateMachine\n    Properties:\n      DefinitionString: |\n        {\n          \"StartAt\": }\n",
            &[("}", "invalid JSON: expected value")],
        );
        expect_locations(
            "Resources:\n  Flow:\n    Type: AWS::StepFunctions::StateMachine\n    Properties:\n      DefinitionString: !ToJsonString\n        StartAt: A\n        States: {A: {Type: Pass, Next: B}}\n",
            &[("Next: B}}", unknown)],
        );
    }

    #[test]
    fn a_definition_with_an_alias_is_reported_once() {
        expect_locations(
            "Resources:\n  A:\n    Type: AWS::Serverless::StateMachine\n    Properties:\n      Definition: &shared\n        StartAt: A\n        States: {A: {Type: Pass, Next: B}}\n  B:\n    Type: AWS::Serverless::StateMachine\n    Properties:\n      Definition: *shared\n",
            &[("Next: B}}", "state `B` does not exist in this scope")],
        );
    }

    /// Compares the start of the first problem; an empty `expected` means that there is none.
    #[track_caller]
    fn expect(definition: &str, expected: &str) {
        let template = format!(
            "Resources: {{Flow: {{Type: AWS::StepFunctions::StateMachine, Properties: {{{definition}}}}}}}"
        );
        let template = Template::from_yaml(&template).expect("a template");
        let found = check(&template, None).0.first().map(ToString::to_string);
        match found {
            Some(problem) => assert!(!expected.is_empty() && problem.starts_with(expected), "{problem}"),
            None => assert_eq!(expected, ""),
        }
    }
}
