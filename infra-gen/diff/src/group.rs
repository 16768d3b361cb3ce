//! Groups for the reports: a difference that many resources share is shown once, and a resource that only follows a new
//! logical ID is listed by name.

use indexmap::IndexMap;

use crate::model::{Action, Change, Diff, Path, PropertyChange, ResourceChange};

/// The minimum number of resources with the same difference.
const MIN_MEMBERS: usize = 3;

/// A difference that several resources of one type share.
#[derive(Debug)]
pub(crate) struct Group<'a> {
    pub(crate) type_name: &'a str,
    pub(crate) change: &'a PropertyChange,
    pub(crate) members: Vec<&'a str>,
}

/// The groups, by what their members share.
pub(crate) struct Groups<'a>(IndexMap<GroupKey<'a>, Group<'a>>);

/// Type, path and values of a difference.
type GroupKey<'a> = (&'a str, &'a Path, &'a Change);

/// The differences that several updated resources of one type share, in the order of their first appearance.
pub(crate) fn groups(diff: &Diff) -> Groups<'_> {
    let mut groups: IndexMap<GroupKey<'_>, Group<'_>> = IndexMap::new();
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
    groups.retain(|_, group| group.members.len() >= MIN_MEMBERS);
    Groups(groups)
}

impl<'a> Groups<'a> {
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Group<'a>> {
        self.0.values()
    }

    /// Whether the difference is shown in a group or in the list of followers.
    pub(crate) fn contain(&self, resource: &'a ResourceChange, change: &'a PropertyChange) -> bool {
        let key = (resource.type_name.as_str(), &change.path, &change.change);
        resource.action == Action::Change && (change.follows.is_some() || self.0.contains_key(&key))
    }
}

/// The updated resources with a difference that only follows from a new logical ID, by that ID.
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
            let ids = followers.entry(to).or_default();
            // The changes of one resource are consecutive, so a duplicate can only be the last.
            if ids.last() != Some(&resource.logical_id.as_str()) {
                ids.push(&resource.logical_id);
            }
        }
    }
    followers
}
