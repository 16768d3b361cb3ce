//! Changes by which the application could lose data, or access to it: the removal or replacement of a resource that holds
//! data or may hold some.

use std::collections::BTreeSet;

use infra_gen_diff::{Action, Diff, Disposition, ResourceChange};

use super::change_set::plan::{PlannedAction, PlannedChange, Replacement};
use super::stack::NESTED_STACK;

/// The losses that our own difference shows, one sentence per resource.
pub(super) fn in_difference(difference: &Diff) -> Vec<String> {
    let resources = difference
        .resources
        .iter()
        .filter(|resource| resource.loses_data() && !is_covered_by_change_set(resource))
        .map(|resource| {
            let disposition = if resource.may_hold_data {
                "whether it holds data is unknown"
            } else {
                disposition(is_removal(&resource.action), resource.disposition)
            };
            format!(
                "`{}` ({}) {}, and {disposition}",
                old_id(resource),
                resource.type_name,
                action_verb(resource)
            )
        });
    // The change set will show what happens in a nested stack.
    let unjudged = difference
        .summary
        .unjudged
        .iter()
        .filter(|what| !what.starts_with(NESTED_PREFIX))
        .map(|what| format!("{what} changes, and its effect on resources is unknown"));
    resources.chain(unjudged).collect()
}

/// Whether the change set will list the effect on each resource inside: so for a nested stack that is removed or updated.
fn is_covered_by_change_set(resource: &ResourceChange) -> bool {
    resource.type_name == NESTED_STACK && matches!(resource.action, Action::Remove | Action::Change)
}

/// The difference reports a nested stack, whose template it does not compare, under this prefix.
const NESTED_PREFIX: &str = "nested stack ";

/// The losses that only the change set shows, for example because CloudFormation knows the values of parameters.
pub(super) fn only_in_change_set(difference: &Diff, changes: &[PlannedChange]) -> Vec<String> {
    let known: BTreeSet<&str> = difference
        .resources
        .iter()
        .filter(|resource| resource.loses_data())
        .map(old_id)
        .collect();
    changes
        .iter()
        .filter(|change| holds_data(&change.kind) && !known.contains(change.logical.as_str()))
        .filter_map(|change| {
            let verb = match change.action {
                PlannedAction::Remove => "is removed",
                PlannedAction::Change(Replacement::Yes) => "is replaced",
                PlannedAction::Unknown => {
                    return Some(format!(
                        "`{}` ({}) is in a nested stack that changes, and CloudFormation does not report the effect on it",
                        change.logical, change.kind
                    ));
                }
                PlannedAction::Add | PlannedAction::Change(_) => return None,
            };
            let planned = if change.retained {
                Disposition::Retained
            } else {
                Disposition::Deleted
            };
            let disposition = disposition(change.action == PlannedAction::Remove, Some(planned));
            Some(format!(
                "`{}` ({}) {verb}, and {disposition}",
                change.logical, change.kind
            ))
        })
        .collect()
}

/// Whether resources of this type hold data, or may: custom resources and private types are unknown. A nested stack itself
/// holds none; its resources are listed one by one.
pub(super) fn holds_data(kind: &str) -> bool {
    kind != NESTED_STACK && infra_gen_schema::holds_data(kind) != Some(false)
}

fn old_id(resource: &ResourceChange) -> &str {
    match &resource.action {
        Action::Recreate { from } => from,
        _ => &resource.logical_id,
    }
}

fn action_verb(resource: &ResourceChange) -> &'static str {
    match &resource.action {
        Action::MayReplace if resource.has_unknown_effect() => {
            "may be replaced (the effect of the update is unknown)"
        }
        Action::MayRemove => "may be removed",
        Action::Remove => "is removed",
        Action::MayReplace => "may be replaced",
        Action::Recreate { .. } => "gets another logical ID",
        Action::Replace | Action::Redeploy { .. } | Action::Change | Action::Add => "is replaced",
    }
}

fn is_removal(action: &Action) -> bool {
    matches!(action, Action::Remove | Action::MayRemove)
}

/// What happens to a resource that is removed, or to the old one of a resource that is replaced.
fn disposition(is_removal: bool, disposition: Option<Disposition>) -> &'static str {
    match (disposition, is_removal) {
        (Some(Disposition::Retained), true) => "stays in the account, outside the stack, with its data",
        (Some(Disposition::Retained), false) => {
            "the old one stays in the account, outside the stack, with its data"
        }
        (Some(Disposition::Snapshot), true) => "is deleted after a snapshot",
        (Some(Disposition::Snapshot), false) => "the old one is deleted after a snapshot",
        (Some(Disposition::Deleted) | None, true) => "its data is deleted",
        (Some(Disposition::Deleted) | None, false) => "the old one is deleted with its data",
    }
}

#[cfg(test)]
mod tests {
    use infra_gen_cfn::Template;

    use super::*;

    fn template(resources: &str) -> Template {
        Template::parse(&format!(r#"{{"Resources": {{{resources}}}}}"#)).unwrap()
    }

    fn table(name: &str) -> String {
        format!(r#""Orders": {{"Type": "AWS::DynamoDB::Table", "Properties": {{"TableName": "{name}"}}}}"#)
    }

    fn change(action: PlannedAction) -> PlannedChange {
        PlannedChange {
            logical: "Orders".to_owned(),
            kind: "AWS::DynamoDB::Table".to_owned(),
            action,
            retained: false,
            targets: Vec::new(),
        }
    }

    #[test]
    fn replacing_a_table_is_a_loss() {
        let difference = infra_gen_diff::diff(&template(&table("a")), &template(&table("b")));
        assert_eq!(
            in_difference(&difference),
            ["`Orders` (AWS::DynamoDB::Table) is replaced, and the old one is deleted with its data"]
        );
    }

    #[test]
    fn an_unknown_effect_is_a_loss() {
        let thing = |name: &str| {
            format!(r#""R": {{"Type": "Org::Service::Thing", "Properties": {{"Name": "{name}"}}}}"#)
        };
        let of = |old: &str, new: &str| in_difference(&infra_gen_diff::diff(&template(old), &template(new)));
        assert_eq!(
            of(&thing("a"), &thing("b")),
            [
                "`R` (Org::Service::Thing) may be replaced (the effect of the update is unknown), and whether \
              it holds data is unknown"
            ]
        );
        assert_eq!(
            of(&thing("a"), ""),
            ["`R` (Org::Service::Thing) is removed, and whether it holds data is unknown"]
        );
        let stream = |name: &str| {
            format!(r#""R": {{"Type": "AWS::Kinesis::Stream", "Properties": {{"Name": "{name}"}}}}"#)
        };
        assert_eq!(
            of(&stream("a"), &stream("b")),
            ["`R` (AWS::Kinesis::Stream) is replaced, and the old one is deleted with its data"]
        );
    }

    #[test]
    fn changes_of_nested_stacks_are_judged_by_the_change_set() {
        let stack = |url: &str| {
            format!(
                r#""R": {{"Type": "AWS::CloudFormation::Stack", "Properties": {{"TemplateURL": "{url}"}}}}"#
            )
        };
        let of = |old: &str, new: &str| in_difference(&infra_gen_diff::diff(&template(old), &template(new)));
        assert!(of(&stack("a"), &stack("b")).is_empty());
        assert!(of(&stack("a"), "").is_empty());
    }

    #[test]
    fn removing_a_topic_is_not_a_loss() {
        let difference =
            infra_gen_diff::diff(&template(r#""News": {"Type": "AWS::SNS::Topic"}"#), &template(""));
        assert!(in_difference(&difference).is_empty());
    }

    #[test]
    fn a_replacement_that_only_cloudformation_predicts_is_a_loss() {
        let unchanged = infra_gen_diff::diff(&template(&table("a")), &template(&table("a")));
        let replaced = change(PlannedAction::Change(Replacement::Yes));
        assert_eq!(
            only_in_change_set(&unchanged, &[replaced]),
            ["`Orders` (AWS::DynamoDB::Table) is replaced, and the old one is deleted with its data"]
        );
        assert!(
            only_in_change_set(&unchanged, &[change(PlannedAction::Change(Replacement::Maybe))]).is_empty()
        );
    }

    #[test]
    fn an_unknown_effect_in_a_nested_stack_is_a_loss_for_tables_only() {
        let unchanged = infra_gen_diff::diff(&template(&table("a")), &template(&table("a")));
        let inner = |id: &str, kind: &str| PlannedChange {
            logical: format!("Inner/{id}"),
            kind: kind.to_owned(),
            ..change(PlannedAction::Unknown)
        };
        let inside = [
            inner("Orders", "AWS::DynamoDB::Table"),
            inner("News", "AWS::SNS::Topic"),
        ];
        assert_eq!(
            only_in_change_set(&unchanged, &inside),
            [
                "`Inner/Orders` (AWS::DynamoDB::Table) is in a nested stack that changes, and CloudFormation does not report \
              the effect on it"
            ]
        );
    }

    #[test]
    fn a_nested_table_is_not_confused_with_a_root_table_of_the_same_name() {
        let difference = infra_gen_diff::diff(&template(&table("a")), &template(&table("b")));
        let inner = PlannedChange {
            logical: "Inner/Orders".to_owned(),
            ..change(PlannedAction::Remove)
        };
        assert_eq!(
            only_in_change_set(&difference, &[inner]),
            ["`Inner/Orders` (AWS::DynamoDB::Table) is removed, and its data is deleted"]
        );
    }

    #[test]
    fn a_loss_in_the_difference_is_not_reported_twice() {
        let difference = infra_gen_diff::diff(&template(&table("a")), &template(&table("b")));
        assert!(
            only_in_change_set(&difference, &[change(PlannedAction::Change(Replacement::Yes))]).is_empty()
        );
    }
}
