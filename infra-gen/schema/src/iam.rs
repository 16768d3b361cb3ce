//! AWS's list of IAM actions, by service.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use crate::Archive;

/// The actions of each service, by prefix. Written by `infra-gen-schema-vendor`; see `data/README.md`.
static SERVICES: Archive = Archive::new(include_bytes!("../data/iam.bin"));

/// The actions of the service with this prefix, such as `s3`. Upper and lower case are equal, as in policies. Decodes only
/// this service, at the first call.
pub fn service(prefix: &str) -> Option<&'static Service> {
    static DECODED: OnceLock<Box<[OnceLock<Service>]>> = OnceLock::new();
    let position = SERVICES.position(&prefix.to_ascii_lowercase())?;
    let decoded = DECODED.get_or_init(|| (0..SERVICES.len()).map(|_| OnceLock::new()).collect());
    Some(decoded[position].get_or_init(|| SERVICES.decode(position)))
}

/// The prefixes of all services with actions, sorted.
pub fn prefixes() -> impl Iterator<Item = &'static str> {
    SERVICES.names()
}

/// The actions of a service. Fields of the same kind are stored together, because they are compressed better that way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Service {
    /// The names of the actions, sorted, separated by line breaks.
    names: &'static str,
    /// The level of each action; a hyphen if it is not known.
    levels: &'static str,
    /// The resource types of each action, as positions in `types`.
    targets: Box<[Box<[u8]>]>,
    types: Box<[ResourceType]>,
}

/// A type of resources in a service, as policies distinguish them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResourceType {
    /// AWS's name: `table`, `object`.
    pub name: &'static str,
    /// The format of its ARNs: `arn:${Partition}:s3:::${BucketName}/${ObjectName}`.
    pub arn: &'static str,
}

/// What an action does, in AWS's classification.
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_understand-policy-summary-access-level-summaries.html>
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AccessLevel {
    /// Lists resources.
    List,
    /// Reads the content of resources.
    Read,
    /// Creates, changes or deletes resources.
    Write,
    /// Changes who may access resources.
    PermissionsManagement,
    /// Changes the tags of resources, and nothing else.
    Tagging,
}

impl AccessLevel {
    const LETTERS: [(char, Self); 5] = [
        ('L', Self::List),
        ('R', Self::Read),
        ('W', Self::Write),
        ('P', Self::PermissionsManagement),
        ('T', Self::Tagging),
    ];
}

/// An action in AWS's list.
#[derive(Debug, Clone, Copy)]
pub struct ListedAction {
    /// The name, in AWS's spelling if it is known and otherwise in lower case.
    pub name: &'static str,
    /// The level; `None` if AWS's list has only the name of the action.
    pub level: Option<AccessLevel>,
    service: &'static Service,
    position: usize,
}

impl ListedAction {
    /// The types of resources to which the action can be restricted; none if it applies to all resources only. Not known if
    /// [`Self::level`] is `None`.
    pub fn resource_types(&self) -> impl Iterator<Item = &'static ResourceType> + use<> {
        let service = self.service;
        service.targets[self.position]
            .iter()
            .map(move |&position| &service.types[usize::from(position)])
    }
}

impl Service {
    /// The actions, sorted by name.
    pub fn actions(&'static self) -> impl Iterator<Item = ListedAction> {
        let levels = self.levels.chars().map(|letter| {
            let known = AccessLevel::LETTERS.iter().find(|(known, _)| *known == letter);
            known.map(|(_, level)| *level)
        });
        self.names
            .lines()
            .zip(levels)
            .enumerate()
            .map(move |(position, (name, level))| ListedAction {
                name,
                level,
                service: self,
                position,
            })
    }

    /// The action of this name. Upper and lower case are equal, as in policies.
    pub fn action(&'static self, name: &str) -> Option<ListedAction> {
        self.actions()
            .find(|action| action.name.eq_ignore_ascii_case(name))
    }

    /// The types of resources, sorted by name.
    pub fn resource_types(&self) -> &[ResourceType] {
        &self.types
    }

    /// A service with these types and actions: name, level and positions in `types`.
    #[cfg(feature = "write")]
    pub fn new(
        types: Vec<ResourceType>,
        mut actions: Vec<(&'static str, Option<AccessLevel>, Vec<u8>)>,
    ) -> Self {
        actions.sort_unstable_by_key(|(name, ..)| *name);
        let letter = |level: Option<AccessLevel>| {
            let known = AccessLevel::LETTERS
                .iter()
                .find(|(_, known)| Some(*known) == level);
            known.map_or('-', |(letter, _)| *letter)
        };
        let names: Vec<&str> = actions.iter().map(|(name, ..)| *name).collect();
        let levels: String = actions.iter().map(|(_, level, _)| letter(*level)).collect();
        Self {
            names: names.join("\n").leak(),
            levels: levels.leak(),
            targets: actions.into_iter().map(|(.., targets)| targets.into()).collect(),
            types: types.into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_action_has_its_spelling_level_and_resources() {
        let action = service("SQS").and_then(|sqs| sqs.action("sendmessage")).unwrap();
        assert_eq!(
            (action.name, action.level),
            ("SendMessage", Some(AccessLevel::Write))
        );
        let arns: Vec<&str> = action.resource_types().map(|on| on.arn).collect();
        assert_eq!(arns, ["arn:${Partition}:sqs:${Region}:${Account}:${QueueName}"]);
        assert!(service("sqs").unwrap().action("SendMesage").is_none());
    }

    #[test]
    fn an_action_without_resource_types_applies_to_all_resources() {
        let action = service("s3")
            .and_then(|s3| s3.action("ListAllMyBuckets"))
            .unwrap();
        assert_eq!(action.resource_types().count(), 0);
    }

    #[test]
    fn every_service_is_complete() {
        for prefix in prefixes() {
            let service = service(prefix).unwrap();
            let count = service.names.lines().count();
            assert_eq!(
                (service.levels.len(), service.targets.len()),
                (count, count),
                "{prefix}"
            );
            let mut names: Vec<String> = service
                .actions()
                .map(|action| action.name.to_ascii_lowercase())
                .collect();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), count, "{prefix}");
            for action in service.actions() {
                assert!(
                    action.resource_types().all(|on| on.arn.starts_with("arn:")),
                    "{prefix}:{}",
                    action.name
                );
            }
        }
    }

    #[test]
    fn an_unknown_prefix_has_no_actions() {
        assert!(service("sqss").is_none());
    }

    #[test]
    fn every_level_has_a_letter_of_its_own() {
        let mut letters: Vec<char> = AccessLevel::LETTERS.iter().map(|(letter, _)| *letter).collect();
        letters.dedup();
        assert_eq!(letters.len(), 5);
    }
}
