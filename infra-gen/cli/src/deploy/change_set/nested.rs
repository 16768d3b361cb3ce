//! Nested stacks: their resources, and what a change set does to them.
//!
//! CloudFormation creates a change set for each nested stack, and the parent's change set names it. Where it names none,
//! this module assumes the worst: the removal of a nested stack removes all its resources, and the effect of any other
//! change on its resources is unknown.

use std::collections::{BTreeMap, BTreeSet, btree_map::Entry};

use aws_sdk_cloudformation::operation::describe_change_set::DescribeChangeSetOutput;
use infra_gen_cfn::Template;

use super::api;
use super::plan::{PlannedAction, PlannedChange, Replacement};
use crate::aws::Aws;
use crate::deploy::deletion_policy::{self, OnDelete};
use crate::deploy::stack::{NESTED_STACK, Resource, Stack};
use crate::deploy::{DeployError, template};

/// The nested stacks that this program split a template into, before and after a change. The user did not declare them, so
/// their resources are named as if they were in the root.
#[derive(Debug)]
pub(crate) struct Partition<'a> {
    pub(crate) before: &'a BTreeSet<String>,
    pub(crate) after: BTreeMap<String, Template>,
}

impl Partition<'_> {
    fn contains(&self, stack: &str) -> bool {
        self.before.contains(stack) || self.after.contains_key(stack)
    }
}

/// A resource of a stack or of a stack nested in it. Its logical ID starts with the nested stacks: `Inner/Orders`.
#[derive(Debug)]
pub(in crate::deploy) struct StackResource {
    pub(in crate::deploy) resource: Resource,
    pub(in crate::deploy) on_delete: OnDelete,
}

/// All changes of a change set, including those in nested stacks. `first` is its first page.
pub(super) async fn planned_changes(
    aws: &Aws,
    stack: &str,
    first: DescribeChangeSetOutput,
    partition: &Partition<'_>,
) -> Result<Vec<PlannedChange>, DeployError> {
    let mut all = Vec::new();
    let mut open = vec![(String::new(), api::changes(aws, Some(stack), first).await?)];
    while let Some((prefix, changes)) = open.pop() {
        for change in changes {
            let Some(mut planned) = PlannedChange::read(&change) else {
                continue;
            };
            planned.logical.insert_str(0, &prefix);
            if planned.kind != NESTED_STACK {
                all.push(planned);
                continue;
            }
            let is_part = prefix.is_empty() && partition.contains(&planned.logical);
            let inner_prefix = if is_part {
                String::new()
            } else {
                format!("{}/", planned.logical)
            };
            let physical = change.physical_resource_id.as_deref();
            match (planned.action, change.change_set_id.as_deref(), physical) {
                (PlannedAction::Add, _, _) if is_part => all.extend(added_part(partition, &planned.logical)),
                (PlannedAction::Remove | PlannedAction::Change(Replacement::Yes), _, Some(physical)) => {
                    let removed = |resource: StackResource| resource.removed(planned.retained);
                    all.extend(resources_as(aws, stack, physical, &inner_prefix, removed).await?);
                }
                (_, Some(id), _) => {
                    let first = api::describe(aws, physical, id, None).await?;
                    open.push((inner_prefix, api::changes(aws, physical, first).await?));
                }
                (PlannedAction::Change(_), None, Some(physical)) => {
                    let unknown = StackResource::unknown_change;
                    all.extend(resources_as(aws, stack, physical, &inner_prefix, unknown).await?);
                    all.push(planned);
                    continue;
                }
                // A nested stack that is added, or was never created, has no resources to lose.
                _ => {}
            }
            if !is_part {
                all.push(planned);
            }
        }
    }
    Ok(merge_moves(all))
}

/// The resources of a nested stack, each turned into a change.
async fn resources_as(
    aws: &Aws,
    root: &str,
    stack: &str,
    prefix: &str,
    change: impl Fn(StackResource) -> PlannedChange,
) -> Result<impl Iterator<Item = PlannedChange>, DeployError> {
    let template = template::read(aws, root, stack).await?;
    let resources = all_resources(aws, root, stack, template, prefix).await?;
    Ok(resources.into_iter().map(change))
}

impl StackResource {
    /// The resource is removed together with its stack.
    fn removed(self, retained: bool) -> PlannedChange {
        let retained = retained || self.on_delete == OnDelete::Keep;
        self.planned(PlannedAction::Remove, retained)
    }

    /// CloudFormation does not report what the change of the stack does to the resource.
    fn unknown_change(self) -> PlannedChange {
        self.planned(PlannedAction::Unknown, false)
    }

    fn planned(self, action: PlannedAction, retained: bool) -> PlannedChange {
        PlannedChange {
            logical: self.resource.logical,
            kind: self.resource.kind,
            action,
            retained,
            targets: Vec::new(),
        }
    }
}

/// The resources of a nested stack that the partition adds.
fn added_part(partition: &Partition<'_>, stack: &str) -> impl Iterator<Item = PlannedChange> {
    let resources = partition
        .after
        .get(stack)
        .into_iter()
        .flat_map(|template| &template.resources);
    resources.map(|(logical, block)| PlannedChange {
        logical: logical.clone(),
        kind: block.type_name.clone(),
        action: PlannedAction::Add,
        retained: false,
        targets: Vec::new(),
    })
}

/// The resources of a stack and of all stacks nested in it, without the nested stacks themselves. `template` is that of
/// `stack`.
pub(in crate::deploy) async fn all_resources(
    aws: &Aws,
    root: &str,
    stack: &str,
    template: Template,
    prefix: &str,
) -> Result<Vec<StackResource>, DeployError> {
    let mut found = Vec::new();
    let mut open = vec![(stack.to_owned(), template, prefix.to_owned(), OnDelete::Delete)];
    while let Some((stack, template, prefix, stack_on_delete)) = open.pop() {
        for resource in Stack::new(aws, &stack).own_resources().await? {
            let block = template.resources.get(&resource.logical);
            let own = block.map_or(OnDelete::Delete, deletion_policy::on_delete);
            // The resources of a nested stack that is kept are kept.
            let on_delete = if stack_on_delete == OnDelete::Keep {
                OnDelete::Keep
            } else {
                own
            };
            if resource.kind == NESTED_STACK {
                let inner = template::read(aws, root, &resource.physical).await?;
                let prefix = if block.and_then(template::part_file).is_some() {
                    prefix.clone()
                } else {
                    format!("{prefix}{}/", resource.logical)
                };
                open.push((resource.physical, inner, prefix, on_delete));
            } else {
                let logical = format!("{prefix}{}", resource.logical);
                found.push(StackResource {
                    resource: Resource { logical, ..resource },
                    on_delete,
                });
            }
        }
    }
    Ok(found)
}

/// Merges the changes of one resource. CloudFormation cannot move a resource from one stack to another: it is removed from
/// one and created in the other, so it counts as replaced.
fn merge_moves(all: Vec<PlannedChange>) -> Vec<PlannedChange> {
    let mut positions = BTreeMap::new();
    let mut merged: Vec<PlannedChange> = Vec::new();
    for change in all {
        match positions.entry(change.logical.clone()) {
            Entry::Vacant(entry) => {
                entry.insert(merged.len());
                merged.push(change);
            }
            Entry::Occupied(entry) => {
                let known = &mut merged[*entry.get()];
                known.action = match (known.action, change.action) {
                    (PlannedAction::Add, PlannedAction::Remove)
                    | (PlannedAction::Remove, PlannedAction::Add) => PlannedAction::Change(Replacement::Yes),
                    (one, other) => one.max(other),
                };
                known.retained |= change.retained;
            }
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(logical: &str, action: PlannedAction, retained: bool) -> PlannedChange {
        PlannedChange {
            logical: logical.to_owned(),
            kind: "AWS::SNS::Topic".to_owned(),
            action,
            retained,
            targets: Vec::new(),
        }
    }

    #[test]
    fn a_resource_that_moves_between_stacks_counts_as_replaced() {
        let all = vec![
            change("Topic", PlannedAction::Add, false),
            change("Queue", PlannedAction::Change(Replacement::No), false),
            change("Topic", PlannedAction::Remove, true),
        ];
        assert_eq!(
            merge_moves(all),
            [
                change("Topic", PlannedAction::Change(Replacement::Yes), true),
                change("Queue", PlannedAction::Change(Replacement::No), false),
            ]
        );
    }
}
