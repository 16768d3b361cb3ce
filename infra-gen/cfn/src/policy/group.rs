//! The actions of a service, from AWS's list.

use infra_gen_schema::iam::{self, Service};

pub use infra_gen_schema::iam::AccessLevel;

use super::Action;
use crate::check::hint::did_you_mean;

/// The actions of a service, by access level and resource type. It becomes an explicit list, so a template has no wildcard
/// and does not change when AWS adds an action, but only with a new version of this crate.
///
/// ```
/// # use infra_gen_cfn::policy::{AccessLevel, ActionGroup, Statement};
/// let read = ActionGroup::of("dynamodb").level(AccessLevel::Read).on("table");
/// let statement = Statement::allow(read, ["arn:aws:dynamodb:eu-west-1:123456789012:table/orders".into()]);
/// ```
///
/// Actions for which AWS publishes no access level are not included.
#[derive(Debug, Clone)]
pub struct ActionGroup {
    prefix: String,
    service: &'static Service,
    levels: Vec<AccessLevel>,
    resource_type: Option<String>,
}

impl ActionGroup {
    /// All actions of the service with this prefix, such as `kms`.
    ///
    /// # Panics
    /// If no service has the prefix. The message has the caller and the nearest prefix.
    #[must_use]
    #[track_caller]
    pub fn of(service: &str) -> Self {
        let Some(found) = iam::service(service) else {
            let hint = did_you_mean(
                service,
                iam::prefixes(),
                "see the Service Authorization Reference",
            );
            panic!("no service has the prefix `{service}`\n  hint: {hint}");
        };
        Self {
            prefix: service.to_ascii_lowercase(),
            service: found,
            levels: Vec::new(),
            resource_type: None,
        }
    }

    /// Only the actions of this access level. Several calls add up.
    #[must_use]
    pub fn level(mut self, level: AccessLevel) -> Self {
        self.levels.push(level);
        self
    }

    /// Only the actions that support resources of this type, as AWS names it: `table`, `key`, `object`.
    ///
    /// # Panics
    /// If the service has no such type. The message has the caller and the types.
    #[must_use]
    #[track_caller]
    pub fn on(mut self, resource_type: &str) -> Self {
        let types: Vec<&str> = self
            .service
            .resource_types()
            .iter()
            .map(|known| known.name)
            .collect();
        assert!(
            types.contains(&resource_type),
            "`{}` has no resource type `{resource_type}`\n  hint: use one of `{}`",
            self.prefix,
            types.join("`, `")
        );
        self.resource_type = Some(resource_type.to_owned());
        self
    }
}

impl IntoIterator for ActionGroup {
    type Item = Action;
    type IntoIter = std::vec::IntoIter<Action>;

    /// The actions, sorted.
    fn into_iter(self) -> Self::IntoIter {
        let mut actions: Vec<Action> = self
            .service
            .actions()
            .filter(|action| {
                let fits_level = |level| self.levels.is_empty() || self.levels.contains(&level);
                let fits_type = |wanted: &String| action.resource_types().any(|on| on.name == wanted);
                action.level.is_some_and(fits_level) && self.resource_type.as_ref().is_none_or(fits_type)
            })
            .map(|action| Action::listed(&self.prefix, action.name))
            .collect();
        actions.sort();
        actions.into_iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_lists_the_actions_of_the_level_and_resource_type() {
        let actions: Vec<String> = ActionGroup::of("SQS")
            .level(AccessLevel::Read)
            .level(AccessLevel::Tagging)
            .into_iter()
            .map(|action| action.to_string())
            .collect();
        assert!(actions.is_sorted());
        assert!(actions.contains(&"sqs:ReceiveMessage".to_owned()));
        assert!(actions.contains(&"sqs:TagQueue".to_owned()));
        assert!(!actions.contains(&"sqs:SendMessage".to_owned()));

        let of_keys: Vec<Action> = ActionGroup::of("kms").on("key").into_iter().collect();
        assert!(of_keys.contains(&Action::new("kms:PutKeyPolicy")));
        assert!(!of_keys.contains(&Action::new("kms:ListKeys")));
    }

    #[test]
    fn every_listed_action_is_a_valid_action() {
        for prefix in iam::prefixes() {
            for action in ActionGroup::of(prefix) {
                assert_eq!(Action::parse(action.as_str()), Some(action));
            }
        }
    }

    #[test]
    #[should_panic(expected = "no service has the prefix `kmss`\n  hint: did you mean `kms`?")]
    fn an_unknown_service_is_reported_with_the_nearest_one() {
        let _ = ActionGroup::of("kmss");
    }

    #[test]
    #[should_panic(expected = "`sqs` has no resource type `queues`\n  hint: use one of `queue`")]
    fn an_unknown_resource_type_is_reported_with_the_known_ones() {
        let _ = ActionGroup::of("sqs").on("queues");
    }
}
