//! Policy statements that allow actions by a wildcard.
//!
//! This is a rule of this crate, not of AWS, so only a [`crate::Stack`] is checked.

use crate::{
    check::{
        branches::{branches, items},
        catalog::stack::WILDCARD_ACTION,
    },
    finding::{Finding, Unplaced, ValuePath},
    template::Template,
    value::Json,
};

pub(super) fn check(template: &Template) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (id, block) in &template.resources {
        for (key, value) in &block.properties {
            visit(
                value,
                &ValuePath::from("Properties").key(key),
                &mut |path, finding| {
                    findings.push(Finding::resource(id, path, finding));
                },
            );
        }
    }
    findings
}

fn visit(value: &Json, path: &ValuePath, report: &mut impl FnMut(ValuePath, Unplaced)) {
    match value {
        Json::Array(items) => {
            for (i, item) in items.iter().enumerate() {
                visit(item, &path.clone().index(i), report);
            }
        }
        Json::Object(map) if map.get("Effect").is_some_and(|effect| effect == "Allow") => {
            for action in wildcards(map.get("Action")) {
                let message =
                    format!("`{action}` allows every action that it matches, including future ones");
                report(
                    path.clone().key("Action"),
                    WILDCARD_ACTION.found(message, "list the actions; `ActionGroup` does it for a service"),
                );
            }
            if map.contains_key("NotAction") {
                let message = "`NotAction` allows every action except those it lists";
                report(
                    path.clone().key("NotAction"),
                    WILDCARD_ACTION.found(message, "list the allowed actions in `Action`"),
                );
            }
        }
        Json::Object(map) => {
            for (key, value) in map {
                visit(value, &path.clone().key(key), report);
            }
        }
        _ => {}
    }
}

fn wildcards(actions: Option<&Json>) -> impl Iterator<Item = &str> {
    actions
        .into_iter()
        .flat_map(|actions| branches(ValuePath::default(), actions))
        .flat_map(items)
        .filter_map(|action| action.value.as_str())
        .filter(|action| action.contains(['*', '?']))
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::Template;

    #[test]
    fn an_allowed_wildcard_is_found_in_any_policy() {
        expect(
            "{Policies: [{PolicyDocument: {Statement: [{Effect: Allow, Action: [s3:GetObject, 's3:Put*']}]}}]}",
            "Resources/A at Properties.Policies[0].PolicyDocument.Statement[0].Action: `s3:Put*` allows every \
             action that it matches, including future ones\n  hint: list the actions; `ActionGroup` does it for a service",
        );
        expect(
            "{Doc: {Statement: {Effect: Allow, NotAction: s3:GetObject}}}",
            "Resources/A at Properties.Doc.Statement.NotAction: `NotAction` allows every action except those it \
             lists\n  hint: list the allowed actions in `Action`",
        );
    }

    #[test]
    fn a_wildcard_in_a_branch_is_found() {
        expect(
            "{Doc: {Statement: {Effect: Allow, Action: !If [C, 's3:*', []]}}}",
            "Resources/A at Properties.Doc.Statement.Action: `s3:*` allows every action that it matches, including future \
             ones\n  hint: list the actions; `ActionGroup` does it for a service",
        );
    }

    #[test]
    fn denying_by_a_wildcard_is_allowed() {
        expect("{Doc: {Statement: {Effect: Deny, Action: 's3:*'}}}", "");
    }

    #[track_caller]
    fn expect(properties: &str, expected: &str) {
        let template = format!("Resources: {{A: {{Type: Custom::A, Properties: {properties}}}}}");
        let template = Template::from_yaml(&template).unwrap();
        let findings: Vec<String> = check(&template).iter().map(ToString::to_string).collect();
        assert_eq!(findings.join("\n"), expected);
    }
}
