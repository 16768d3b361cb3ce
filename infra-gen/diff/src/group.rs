//! The same difference on many resources, said once; what merely follows a new logical ID, said by name only.

use indexmap::IndexMap;

use crate::model::{Action, Diff, PropertyChange};

/// How many resources must have the same difference for it to be said once.
const ENOUGH: usize = 3;

/// A difference that several resources of one type have.
#[derive(Debug)]
pub(crate) struct Group<'a> {
    pub(crate) type_name: &'a str,
    pub(crate) change: &'a PropertyChange,
    pub(crate) members: Vec<&'a str>,
}

/// The differences that several updated resources of one type have alike, in the order of their first appearance.
pub(crate) fn groups(diff: &Diff) -> Vec<Group<'_>> {
    let mut groups: IndexMap<String, Group<'_>> = IndexMap::new();
    for resource in diff
        .resources
        .iter()
        .filter(|resource| resource.action == Action::Change)
    {
        for change in resource.changes.iter().filter(|change| change.follows.is_none()) {
            let key = format!("{} {} {:?}", resource.type_name, change.path, change.change);
            groups
                .entry(key)
                .or_insert_with(|| Group {
                    type_name: &resource.type_name,
                    change,
                    members: Vec::new(),
                })
                .members
                .push(&resource.logical_id);
        }
    }
    groups
        .into_values()
        .filter(|group| group.members.len() >= ENOUGH)
        .collect()
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
            if !of.contains(&resource.logical_id.as_str()) {
                of.push(&resource.logical_id);
            }
        }
    }
    followers
}

/// Whether a group, or the list of followers, says this difference of a resource already.
pub(crate) fn says(groups: &[Group<'_>], logical_id: &str, change: &PropertyChange) -> bool {
    let is_said = |group: &Group<'_>| {
        group.change.path == change.path
            && group.change.change == change.change
            && group.members.contains(&logical_id)
    };
    change.follows.is_some() || groups.iter().any(is_said)
}
