//! The same difference on many resources, said once; what merely follows a new logical ID, said by name only.

use indexmap::IndexMap;

use crate::{
    model::{Action, Change, Diff, PropertyChange, ResourceChange},
    path::Path,
};

/// How many resources must have the same difference for it to be said once.
const ENOUGH: usize = 3;

/// A difference that several resources of one type have.
#[derive(Debug)]
pub(crate) struct Group<'a> {
    pub(crate) type_name: &'a str,
    pub(crate) change: &'a PropertyChange,
    pub(crate) members: Vec<&'a str>,
}

/// The groups, each found by what its members have alike.
pub(crate) struct Groups<'a>(IndexMap<Alike<'a>, Group<'a>>);

/// A type, and where and how its resources differ.
type Alike<'a> = (&'a str, &'a Path, &'a Change);

/// The differences that several updated resources of one type have alike, in the order of their first appearance.
pub(crate) fn groups(diff: &Diff) -> Groups<'_> {
    let mut groups: IndexMap<Alike<'_>, Group<'_>> = IndexMap::new();
    for resource in diff
        .resources
        .iter()
        .filter(|resource| resource.action == Action::Change)
    {
        for change in resource.changes.iter().filter(|change| change.follows.is_none()) {
            groups
                .entry((&resource.type_name, &change.path, &change.change))
                .or_insert_with(|| Group {
                    type_name: &resource.type_name,
                    change,
                    members: Vec::new(),
                })
                .members
                .push(&resource.logical_id);
        }
    }
    groups.retain(|_, group| group.members.len() >= ENOUGH);
    Groups(groups)
}

impl<'a> Groups<'a> {
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Group<'a>> {
        self.0.values()
    }

    /// Whether a group, or the list of followers, says this difference of a resource already.
    pub(crate) fn say(&self, resource: &'a ResourceChange, change: &'a PropertyChange) -> bool {
        let alike = (resource.type_name.as_str(), &change.path, &change.change);
        resource.action == Action::Change && (change.follows.is_some() || self.0.contains_key(&alike))
    }
}

/// The updated resources in which something merely follows a new logical ID, by that ID.
pub(crate) fn followers(diff: &Diff) -> IndexMap<&str, Vec<&str>> {
    let mut followers: IndexMap<&str, Vec<&str>> = IndexMap::new();
    for resource in diff
        .resources
        .iter()
        .filter(|resource| resource.action == Action::Change)
    {
        for to in resource
            .changes
            .iter()
            .filter_map(|change| change.follows.as_deref())
        {
            let of = followers.entry(to).or_default();
            // One after the other, so it would be the last.
            if of.last() != Some(&resource.logical_id.as_str()) {
                of.push(&resource.logical_id);
            }
        }
    }
    followers
}
