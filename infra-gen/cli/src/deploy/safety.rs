//! What a deployment would take from the application: things that hold data and would be gone, or out of its sight.

use std::collections::BTreeSet;

use infra_gen_cfn::schema;
use infra_gen_diff::{Action, Diff, Disposition, ResourceChange};

use super::stack::NESTED_STACK;
use super::verdict::{Doing, Planned, Replacing};

/// What is lost by our own reckoning, one sentence a resource.
pub(super) fn losses(difference: &Diff) -> Vec<String> {
    let resources = difference
        .resources
        .iter()
        .filter(|resource| resource.loses_data() && !is_told_by_change_set(resource))
        .map(|resource| {
            let fate = if resource.may_hold_data {
                "nothing is known of the data that it may hold"
            } else {
                fate(resource.disposition)
            };
            format!(
                "`{}` ({}) {}, and {fate}",
                old_id(resource),
                resource.type_name,
                deed(resource)
            )
        });
    // What happens in a nested stack is known once CloudFormation has made the change set.
    let unjudged = difference
        .summary
        .unjudged
        .iter()
        .filter(|what| !what.starts_with(NESTED))
        .map(|what| format!("{what} changes, and what that does to resources is not known"));
    resources.chain(unjudged).collect()
}

/// Whether the change set lists what becomes of each resource within: of a nested stack that is removed or updated.
fn is_told_by_change_set(resource: &ResourceChange) -> bool {
    resource.type_name == NESTED_STACK && matches!(resource.action, Action::Remove | Action::Change)
}

/// How the difference names a nested stack that it does not look into.
const NESTED: &str = "nested stack ";

/// What CloudFormation would replace or remove that our reckoning leaves where it is: it knows what parameters say.
pub(super) fn unforeseen(difference: &Diff, planned: &[Planned]) -> Vec<String> {
    let foreseen: BTreeSet<&str> = difference
        .resources
        .iter()
        .filter(|resource| resource.loses_data())
        .map(old_id)
        .collect();
    planned
        .iter()
        .filter(|planned| holds_data(&planned.kind) && !foreseen.contains(planned.logical.as_str()))
        .filter_map(|planned| {
            let deed = match planned.doing {
                Doing::Remove => "is removed",
                Doing::Change(Replacing::Yes) => "is replaced",
                Doing::Untold => {
                    return Some(format!(
                        "`{}` ({}) is in a nested stack that changes, and CloudFormation does not say what it does to it",
                        planned.logical, planned.kind
                    ));
                }
                Doing::Add | Doing::Change(_) => return None,
            };
            let fate = fate(Some(if planned.retained {
                Disposition::Retained
            } else {
                Disposition::Deleted
            }));
            Some(format!(
                "`{}` ({}) {deed}, and {fate}",
                planned.logical, planned.kind
            ))
        })
        .collect()
}

/// Whether resources of this type hold data, or may: nothing is known of custom resources and private types. A nested
/// stack does what its own resources do, each of which is listed.
pub(super) fn holds_data(kind: &str) -> bool {
    kind != NESTED_STACK && schema::holds_data(kind) != Some(false)
}

fn old_id(resource: &ResourceChange) -> &str {
    match &resource.action {
        Action::Recreate { from } => from,
        _ => &resource.logical_id,
    }
}

fn deed(resource: &ResourceChange) -> &'static str {
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

fn fate(fate: Option<Disposition>) -> &'static str {
    match fate {
        Some(Disposition::Retained) => "the old one stays outside of the stack with its data",
        Some(Disposition::Snapshot) => "the old one is deleted after a snapshot",
        Some(Disposition::Deleted) | None => "the old one is deleted with its data",
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

    fn planned(doing: Doing) -> Planned {
        Planned {
            logical: "Orders".to_owned(),
            kind: "AWS::DynamoDB::Table".to_owned(),
            doing,
            retained: false,
            targets: Vec::new(),
        }
    }

    #[test]
    fn a_table_that_is_replaced_is_a_loss() {
        let difference = infra_gen_diff::diff(&template(&table("a")), &template(&table("b")));
        assert_eq!(
            losses(&difference),
            ["`Orders` (AWS::DynamoDB::Table) is replaced, and the old one is deleted with its data"]
        );
    }

    #[test]
    fn what_cannot_be_judged_is_a_loss() {
        let thing = |name: &str| {
            format!(r#""R": {{"Type": "Org::Service::Thing", "Properties": {{"Name": "{name}"}}}}"#)
        };
        let of = |old: &str, new: &str| losses(&infra_gen_diff::diff(&template(old), &template(new)));
        assert_eq!(
            of(&thing("a"), &thing("b")),
            [
                "`R` (Org::Service::Thing) may be replaced (the effect of the update is unknown), and nothing is known of the \
              data that it may hold"
            ]
        );
        assert_eq!(
            of(&thing("a"), ""),
            ["`R` (Org::Service::Thing) is removed, and nothing is known of the data that it may hold"]
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
    fn a_nested_stack_that_changes_is_left_to_its_change_set() {
        let stack = |url: &str| {
            format!(
                r#""R": {{"Type": "AWS::CloudFormation::Stack", "Properties": {{"TemplateURL": "{url}"}}}}"#
            )
        };
        let of = |old: &str, new: &str| losses(&infra_gen_diff::diff(&template(old), &template(new)));
        assert!(of(&stack("a"), &stack("b")).is_empty());
        assert!(of(&stack("a"), "").is_empty());
    }

    #[test]
    fn a_topic_that_is_removed_is_none() {
        let difference =
            infra_gen_diff::diff(&template(r#""News": {"Type": "AWS::SNS::Topic"}"#), &template(""));
        assert!(losses(&difference).is_empty());
    }

    #[test]
    fn what_only_cloudformation_foresees_is_a_loss_too() {
        let nothing = infra_gen_diff::diff(&template(&table("a")), &template(&table("a")));
        let replaced = planned(Doing::Change(Replacing::Yes));
        assert_eq!(
            unforeseen(&nothing, &[replaced]),
            ["`Orders` (AWS::DynamoDB::Table) is replaced, and the old one is deleted with its data"]
        );
        assert!(unforeseen(&nothing, &[planned(Doing::Change(Replacing::Perhaps))]).is_empty());
    }

    #[test]
    fn what_nobody_knows_of_a_nested_stacks_table_is_a_loss_and_of_its_topic_none() {
        let nothing = infra_gen_diff::diff(&template(&table("a")), &template(&table("a")));
        let inner = |id: &str, kind: &str| Planned {
            logical: format!("Inner/{id}"),
            kind: kind.to_owned(),
            ..planned(Doing::Untold)
        };
        let inside = [
            inner("Orders", "AWS::DynamoDB::Table"),
            inner("News", "AWS::SNS::Topic"),
        ];
        assert_eq!(
            unforeseen(&nothing, &inside),
            [
                "`Inner/Orders` (AWS::DynamoDB::Table) is in a nested stack that changes, and CloudFormation does not say \
              what it does to it"
            ]
        );
    }

    #[test]
    fn a_nested_stacks_table_is_not_taken_for_the_roots_of_that_name() {
        let difference = infra_gen_diff::diff(&template(&table("a")), &template(&table("b")));
        let inner = Planned {
            logical: "Inner/Orders".to_owned(),
            ..planned(Doing::Remove)
        };
        assert_eq!(
            unforeseen(&difference, &[inner]),
            ["`Inner/Orders` (AWS::DynamoDB::Table) is removed, and the old one is deleted with its data"]
        );
    }

    #[test]
    fn what_was_told_already_is_not_told_again() {
        let difference = infra_gen_diff::diff(&template(&table("a")), &template(&table("b")));
        assert!(unforeseen(&difference, &[planned(Doing::Change(Replacing::Yes))]).is_empty());
    }
}
