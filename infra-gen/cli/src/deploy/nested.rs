//! Stacks within a stack: what they have, and what a change set does to it.
//!
//! CloudFormation makes a change set for each nested stack along with the root's, which names it. Where it names none,
//! nothing is taken to be safe: a nested stack that goes takes along all that it has, and of one that changes unseen
//! nobody knows what becomes of what it has.

use std::collections::{BTreeMap, BTreeSet, btree_map::Entry};

use aws_sdk_cloudformation::operation::describe_change_set::DescribeChangeSetOutput;
use aws_sdk_cloudformation::types::ResourceChange;
use infra_gen_cfn::Template;

use super::DeployError;
use super::change_set;
use super::retention::{self, Fate};
use super::stack::{NESTED_STACK, Resource, Stack};
use super::template;
use super::verdict::{Doing, Planned, Replacing};
use crate::aws::{Aws, AwsError};

/// Where this program divided a template into stacks, before a change and after it. Nobody wrote these stacks, so what is
/// in them is called as if it were in the root.
#[derive(Debug)]
pub(crate) struct Seams<'a> {
    pub(crate) before: &'a BTreeSet<String>,
    pub(crate) after: BTreeMap<String, Template>,
}

impl Seams<'_> {
    fn has(&self, stack: &str) -> bool {
        self.before.contains(stack) || self.after.contains_key(stack)
    }
}

/// Something that a stack has, or a stack nested in it: called after the stacks that it is in, `Inner/Orders`.
#[derive(Debug)]
pub(super) struct Held {
    pub(super) resource: Resource,
    pub(super) fate: Fate,
}

/// Everything that a change set does, in the stacks nested in its own, too. `first` is its first page.
pub(super) async fn planned(
    aws: &Aws,
    stack: &str,
    first: DescribeChangeSetOutput,
    seams: &Seams<'_>,
) -> Result<Vec<Planned>, DeployError> {
    let mut all = Vec::new();
    let mut open = vec![(String::new(), pages(aws, Some(stack), first).await?)];
    while let Some((within, changes)) = open.pop() {
        for change in changes {
            let Some(mut planned) = Planned::read(&change) else {
                continue;
            };
            planned.logical.insert_str(0, &within);
            if planned.kind != NESTED_STACK {
                all.push(planned);
                continue;
            }
            let is_seam = within.is_empty() && seams.has(&planned.logical);
            let inside = if is_seam {
                String::new()
            } else {
                format!("{}/", planned.logical)
            };
            let physical = change.physical_resource_id.as_deref();
            match (planned.doing, change.change_set_id.as_deref(), physical) {
                (Doing::Add, _, _) if is_seam => all.extend(new_beyond(seams, &planned.logical)),
                (Doing::Remove | Doing::Change(Replacing::Yes), _, Some(physical)) => {
                    let goes = |held: Held| held.taken_along(planned.retained);
                    all.extend(inside_of(aws, stack, physical, &inside, goes).await?);
                }
                (_, Some(id), _) => {
                    let first = change_set::describe(aws, physical, id, None).await?;
                    open.push((inside, pages(aws, physical, first).await?));
                }
                (Doing::Change(_), None, Some(physical)) => {
                    all.extend(inside_of(aws, stack, physical, &inside, Held::untold).await?);
                    all.push(planned);
                    continue;
                }
                // One that is added, or was never made, has nothing to lose.
                _ => {}
            }
            if !is_seam {
                all.push(planned);
            }
        }
    }
    Ok(joined(all))
}

/// What a nested stack has, each with what becomes of it.
async fn inside_of(
    aws: &Aws,
    root: &str,
    stack: &str,
    within: &str,
    becomes: impl Fn(Held) -> Planned,
) -> Result<impl Iterator<Item = Planned>, DeployError> {
    let template = template::read(aws, root, stack).await?;
    let held = contents(aws, root, stack, template, within).await?;
    Ok(held.into_iter().map(becomes))
}

impl Held {
    /// It goes with the stack that has it.
    fn taken_along(self, retained: bool) -> Planned {
        let retained = retained || self.fate == Fate::Kept;
        self.planned(Doing::Remove, retained)
    }

    /// It is in a stack that changes in a way that CloudFormation does not tell.
    fn untold(self) -> Planned {
        self.planned(Doing::Untold, false)
    }

    fn planned(self, doing: Doing, retained: bool) -> Planned {
        Planned {
            logical: self.resource.logical,
            kind: self.resource.kind,
            doing,
            retained,
            targets: Vec::new(),
        }
    }
}

/// What comes with a stack that this program made of a part of the template.
fn new_beyond(seams: &Seams<'_>, stack: &str) -> impl Iterator<Item = Planned> {
    let resources = seams
        .after
        .get(stack)
        .into_iter()
        .flat_map(|template| &template.resources);
    resources.map(|(logical, block)| Planned {
        logical: logical.clone(),
        kind: block.type_name.clone(),
        doing: Doing::Add,
        retained: false,
        targets: Vec::new(),
    })
}

/// What a stack has, and those nested in it; not these stacks themselves. `template` is the stack's own.
pub(super) async fn contents(
    aws: &Aws,
    root: &str,
    stack: &str,
    template: Template,
    within: &str,
) -> Result<Vec<Held>, DeployError> {
    let mut held = Vec::new();
    let mut open = vec![(stack.to_owned(), template, within.to_owned(), Fate::Deleted)];
    while let Some((stack, own_template, within, whole)) = open.pop() {
        for resource in Stack::new(aws, &stack).own_resources().await? {
            let block = own_template.resources.get(&resource.logical);
            let own = block.map_or(Fate::Deleted, retention::fate);
            let fate = if whole == Fate::Kept { whole } else { own };
            if resource.kind == NESTED_STACK {
                let inner = template::read(aws, root, &resource.physical).await?;
                let within = if block.and_then(template::part).is_some() {
                    within.clone()
                } else {
                    format!("{within}{}/", resource.logical)
                };
                open.push((resource.physical, inner, within, fate));
            } else {
                let logical = format!("{within}{}", resource.logical);
                held.push(Held {
                    resource: Resource { logical, ..resource },
                    fate,
                });
            }
        }
    }
    Ok(held)
}

/// Every change of a change set; they come in pages.
async fn pages(
    aws: &Aws,
    stack: Option<&str>,
    first: DescribeChangeSetOutput,
) -> Result<Vec<ResourceChange>, AwsError> {
    let id = first.change_set_id.clone().unwrap_or_default();
    let mut page = first;
    let mut changes = Vec::new();
    loop {
        let resources = page.changes.take().unwrap_or_default();
        changes.extend(resources.into_iter().filter_map(|change| change.resource_change));
        let Some(token) = page.next_token.take() else {
            return Ok(changes);
        };
        page = change_set::describe(aws, stack, &id, Some(token)).await?;
    }
}

/// One entry a resource: what leaves one stack and comes up in another is made anew.
fn joined(all: Vec<Planned>) -> Vec<Planned> {
    let mut places = BTreeMap::new();
    let mut joined: Vec<Planned> = Vec::new();
    for planned in all {
        match places.entry(planned.logical.clone()) {
            Entry::Vacant(free) => {
                free.insert(joined.len());
                joined.push(planned);
            }
            Entry::Occupied(taken) => {
                let known = &mut joined[*taken.get()];
                known.doing = match (known.doing, planned.doing) {
                    (Doing::Add, Doing::Remove) | (Doing::Remove, Doing::Add) => {
                        Doing::Change(Replacing::Yes)
                    }
                    (one, other) => one.max(other),
                };
                known.retained |= planned.retained;
            }
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    fn planned(logical: &str, doing: Doing, retained: bool) -> Planned {
        Planned {
            logical: logical.to_owned(),
            kind: "AWS::SNS::Topic".to_owned(),
            doing,
            retained,
            targets: Vec::new(),
        }
    }

    #[test]
    fn what_moves_from_one_stack_to_another_is_made_anew() {
        let all = vec![
            planned("Topic", Doing::Add, false),
            planned("Queue", Doing::Change(Replacing::No), false),
            planned("Topic", Doing::Remove, true),
        ];
        assert_eq!(
            joined(all),
            [
                planned("Topic", Doing::Change(Replacing::Yes), true),
                planned("Queue", Doing::Change(Replacing::No), false),
            ]
        );
    }
}
