//! Checks the state machine definitions that a template contains against the rules of Amazon States Language.
//!
//! A workflow of [`infra_gen_asl`] has been checked already; this is for definitions written as JSON. A definition with
//! `${…}` or an intrinsic function is complete only at deployment, so it is not checked.

use infra_gen_cfn::{Finding, FindingPath, Findings, Json, Template, ValuePath};

/// Checks every definition in the template.
pub(crate) fn check(template: &Template) -> Findings {
    let mut findings = Findings::default();
    for (id, block) in &template.resources {
        if block.type_name != "AWS::StepFunctions::StateMachine" {
            continue;
        }
        for property in ["Definition", "DefinitionString"] {
            let Some(text) = block.properties.get(property).and_then(complete) else {
                continue;
            };
            let (_, found) = infra_gen_asl::check_definition(&text);
            findings.0.extend(found.0.into_iter().map(|finding| {
                let outer = ValuePath::from("Properties").key(property);
                let path = FindingPath::block("Resources", id, outer.join(&finding.path.value));
                Finding { path, ..finding }
            }));
        }
    }
    findings
}

/// Checks a definition in a file, and returns the number of its states if it has no errors.
pub(crate) fn check_file(text: &str) -> (Option<usize>, Findings) {
    let (machine, findings) = infra_gen_asl::check_definition(text);
    (machine.map(|machine| machine.scope.states.len()), findings)
}

/// The definition as text, if no part of it is filled in at deployment.
fn complete(definition: &Json) -> Option<String> {
    let text = match definition {
        Json::String(text) => text.clone(),
        // Text search is enough: States Language itself has no such keys, except inside the data of a state.
        Json::Object(_) => definition.to_string(),
        _ => return None,
    };
    let placeholders = ["${", "\"Fn::", "\"Ref\"", "{{resolve:"];
    (!placeholders.iter().any(|placeholder| text.contains(placeholder))).then_some(text)
}

#[cfg(test)]
mod tests {
    use infra_gen_cfn::Template;

    use super::check;

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
    fn a_valid_definition_and_one_with_placeholders_are_accepted() {
        expect("Definition: {StartAt: A, States: {A: {Type: Succeed}}}", "");
        expect(
            "Definition: {StartAt: A, States: {A: {Type: Task, Resource: '${Work}', Next: B}}}",
            "",
        );
        expect("DefinitionString: !Sub '{}'", "");
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
