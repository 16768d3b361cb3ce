//! The state machines that a template defines in place, held to the rules of their language before Step Functions is.
//!
//! A workflow of [`infra_gen_asl`] has passed them already; this is for a definition that somebody wrote as JSON. One with
//! `${…}` or a function in it is only whole at deployment, and is let through.

use infra_gen_cfn::{Json, Problem, Problems, Template};

/// Judges every definition in the template.
pub(crate) fn check(template: &Template) -> Result<(), Problems> {
    let mut problems = Vec::new();
    for (id, block) in &template.resources {
        if block.type_name != "AWS::StepFunctions::StateMachine" {
            continue;
        }
        for property in ["Definition", "DefinitionString"] {
            let Some(text) = block.properties.get(property).and_then(whole) else {
                continue;
            };
            let wrong = infra_gen_asl::validate(&text).err().map(|found| found.0);
            problems.extend(wrong.into_iter().flatten().map(|problem| Problem {
                construct: format!("Resources/{id}"),
                property: format!("Properties.{property}"),
                message: problem.to_string(),
            }));
        }
    }
    if problems.is_empty() {
        Ok(())
    } else {
        Err(Problems(problems))
    }
}

/// The definition as text, if nothing of it is filled in later.
fn whole(definition: &Json) -> Option<String> {
    let text = match definition {
        Json::String(text) => text.clone(),
        // The keys of a function are none of the language's, except in what a state passes on.
        Json::Object(_) => definition.to_string(),
        _ => return None,
    };
    let filled_in_later = ["${", "\"Fn::", "\"Ref\"", "{{resolve:"];
    (!filled_in_later.iter().any(|mark| text.contains(mark))).then_some(text)
}

#[cfg(test)]
mod tests {
    use infra_gen_cfn::Template;

    use super::check;

    #[test]
    fn a_definition_in_place_is_held_to_its_language() {
        expect(
            "Definition: {StartAt: A, States: {A: {Type: Pass, Next: B}}}",
            "Resources/Flow at Properties.Definition: States.A.Next: ",
        );
        expect(
            r#"DefinitionString: '{"StartAt": "A", "States": {"A": {"Type": "Succeed"}, "B": {"Type": "Succeed"}}}'"#,
            "Resources/Flow at Properties.DefinitionString: States.B: ",
        );
        expect(
            "DefinitionString: 'StartAt'",
            "Resources/Flow at Properties.DefinitionString: ",
        );
    }

    #[test]
    fn a_sound_one_and_one_that_is_whole_later_are_let_through() {
        expect("Definition: {StartAt: A, States: {A: {Type: Succeed}}}", "");
        expect(
            "Definition: {StartAt: A, States: {A: {Type: Task, Resource: '${Work}', Next: B}}}",
            "",
        );
        expect("DefinitionString: !Sub '{}'", "");
    }

    /// Holds the first problem of a state machine to how it begins; none where that is empty.
    #[track_caller]
    fn expect(definition: &str, expected: &str) {
        let template = format!(
            "Resources: {{Flow: {{Type: AWS::StepFunctions::StateMachine, Properties: {{{definition}}}}}}}"
        );
        let template = Template::from_yaml(&template).expect("a template");
        let found = check(&template).err().map(|problems| problems.0[0].to_string());
        match found {
            Some(problem) => assert!(!expected.is_empty() && problem.starts_with(expected), "{problem}"),
            None => assert_eq!(expected, ""),
        }
    }
}
