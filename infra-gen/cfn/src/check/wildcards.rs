//! Our own rule for what we write: no statement allows an action with a wildcard.
//!
//! Only a [`crate::Stack`] is held to it. Somebody else's template may have its reasons.

use super::Problem;
use crate::{template::Template, value::Json};

/// Every statement that allows more actions than it names.
pub(super) fn check(template: &Template) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (id, block) in &template.resources {
        for (key, value) in &block.properties {
            visit(value, &format!("Properties.{key}"), &mut |path, message| {
                problems.push(Problem::resource(id, path, message));
            });
        }
    }
    problems
}

fn visit(value: &Json, path: &str, report: &mut impl FnMut(String, String)) {
    match value {
        Json::Array(items) => {
            for (i, item) in items.iter().enumerate() {
                visit(item, &format!("{path}[{i}]"), report);
            }
        }
        Json::Object(map) if map.get("Effect").is_some_and(|effect| effect == "Allow") => {
            for action in wildcards(map.get("Action")) {
                let message = format!("`{action}` allows more than anybody has checked; name the actions");
                report(format!("{path}.Action"), message);
            }
            if map.contains_key("NotAction") {
                let message =
                    "`NotAction` allows every action but those it names; name the actions in `Action`";
                report(format!("{path}.NotAction"), message.to_owned());
            }
        }
        Json::Object(map) => {
            for (key, value) in map {
                visit(value, &format!("{path}.{key}"), report);
            }
        }
        _ => {}
    }
}

fn wildcards(actions: Option<&Json>) -> impl Iterator<Item = &str> {
    let actions = match actions {
        Some(Json::Array(actions)) => actions.as_slice(),
        Some(action) => std::slice::from_ref(action),
        None => &[],
    };
    actions
        .iter()
        .filter_map(Json::as_str)
        .filter(|action| action.contains(['*', '?']))
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::Template;

    #[test]
    fn an_allowed_wildcard_is_found_wherever_a_policy_stands() {
        expect(
            "{Policies: [{PolicyDocument: {Statement: [{Effect: Allow, Action: [s3:GetObject, 's3:Put*']}]}}]}",
            "Resources/A at Properties.Policies[0].PolicyDocument.Statement[0].Action: `s3:Put*` allows more than \
             anybody has checked; name the actions",
        );
        expect(
            "{Doc: {Statement: {Effect: Allow, NotAction: s3:GetObject}}}",
            "Resources/A at Properties.Doc.Statement.NotAction: `NotAction` allows every action but those it names; \
             name the actions in `Action`",
        );
    }

    #[test]
    fn denying_everything_is_fine() {
        expect("{Doc: {Statement: {Effect: Deny, Action: 's3:*'}}}", "");
    }

    #[track_caller]
    fn expect(properties: &str, expected: &str) {
        let template = format!("Resources: {{A: {{Type: Custom::A, Properties: {properties}}}}}");
        let template = Template::from_yaml(&template).unwrap();
        let problems: Vec<String> = check(&template).iter().map(ToString::to_string).collect();
        assert_eq!(problems.join("\n"), expected);
    }
}
