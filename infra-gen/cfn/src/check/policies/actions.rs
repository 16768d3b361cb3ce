//! `Action` and `NotAction`: the format of actions, AWS's list of actions, and the resources that they apply to.
//! <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html>

use infra_gen_schema::iam;

use super::{
    Elements, Policy,
    globs::{Token, overlap},
    places::Kind,
    synonyms::{action_of, prefix_of},
    text::{arn_pattern, pattern, text},
};
use crate::{
    check::{
        branches::{branches, items},
        catalog::policies::{
            INAPPLICABLE_ACTION, INVALID_POLICY_ACTION, MISPLACED_POLICY_ACTION, REFUSED_BUCKET_ACTION,
            UNKNOWN_ACTION,
        },
        hint::did_you_mean,
        query::{UNKNOWN, is_resolved_later, quoted},
    },
    finding::{Unplaced, ValuePath},
    value::Json,
};

impl Policy<'_> {
    pub(super) fn action(&self, action: &Json) -> Option<Unplaced> {
        let action = action.as_str()?;
        if matches!(action, "*" | "*:*") || action.contains(UNKNOWN) || is_resolved_later(action) {
            return None;
        }
        let Some((prefix, name)) = action.split_once(':').filter(|parts| is_action(*parts)) else {
            return Some(INVALID_POLICY_ACTION.found(
                format!("`{action}` is not an action"),
                "write it as `service:Action`",
            ));
        };
        misplaced(self.kind, action, prefix).or_else(|| unknown(action, prefix, name))
    }

    /// Reports actions that do not apply to any resource of their statement.
    pub(super) fn applicability(&mut self, statement: &ValuePath, elements: &Elements) {
        let rule = match self.kind {
            Kind::Identity | Kind::Managed => &INAPPLICABLE_ACTION,
            Kind::Resource(traits) if traits.service == "s3" => &REFUSED_BUCKET_ACTION,
            _ => return,
        };
        let (Some(actions), Some(resources)) = (elements.get("Action"), elements.get("Resource")) else {
            return;
        };
        let resources = branches(ValuePath::default(), resources)
            .into_iter()
            .flat_map(items);
        let Some(resources) = resources
            .map(|resource| {
                let text = text(self.template, resource.value)?;
                // Others are malformed.
                let is_arn = text == "*" || text.starts_with("arn:") || text.starts_with(UNKNOWN);
                is_arn.then(|| pattern(&text))
            })
            .collect::<Option<Vec<_>>>()
        else {
            return;
        };
        for item in branches(statement.clone().key("Action"), actions)
            .into_iter()
            .flat_map(items)
        {
            let found = item.value.as_str().and_then(|action| {
                let (prefix, name) = action.split_once(':')?;
                if misplaced(self.kind, action, prefix).is_some() {
                    return None;
                }
                let formats = formats(prefix, name)?;
                let applies = resources.iter().any(|resource| {
                    resource.as_slice() == [Token::Any]
                        || formats
                            .iter()
                            .any(|format| overlap(resource, &arn_pattern(format)))
                });
                let message = format!("`{action}` applies to none of the resources of its statement");
                (!applies).then(|| rule.found(message, format!("add {}", quoted(shortest(&formats)))))
            });
            self.report_at(&item.path, found);
        }
    }
}

/// Whether an action with wildcards includes `action`.
pub(in crate::check) fn includes(wide: &str, action: &str) -> bool {
    overlap(
        &pattern(&wide.to_ascii_lowercase()),
        &pattern(&action.to_ascii_lowercase()),
    )
}

fn is_action((prefix, name): (&str, &str)) -> bool {
    // IAM: "Vendor … is not valid". It accepts `*` in place of a service, but not in a part of it.
    let is_prefix = prefix == "*"
        || prefix
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '*' | '?');
    !prefix.is_empty() && is_prefix && !name.is_empty() && name.chars().all(is_name)
}

/// An action that the service with the policy refuses. SQS is not known to refuse actions of others, but they have no effect.
fn misplaced(kind: Kind, action: &str, prefix: &str) -> Option<Unplaced> {
    let service = match kind {
        Kind::Trust => "sts",
        Kind::Resource(traits) if !traits.service.is_empty() => traits.service,
        _ => return None,
    };
    let rule = if service == "sqs" {
        &INAPPLICABLE_ACTION
    } else {
        &MISPLACED_POLICY_ACTION
    };
    (prefix != "*" && !prefix.eq_ignore_ascii_case(service)).then(|| {
        rule.found(
            format!("`{action}` is not an action of `{service}`, to which this policy applies"),
            format!("use actions of `{service}` only"),
        )
    })
}

/// An action that AWS's list does not have.
fn unknown(action: &str, prefix: &str, name: &str) -> Option<Unplaced> {
    if prefix == "*" {
        return None;
    }
    let Some(service) = iam::service(prefix) else {
        return Some(UNKNOWN_ACTION.found(
            format!("no service has the prefix `{prefix}`"),
            match prefix_of(prefix) {
                Some(prefix) => format!("the actions of this service have the prefix `{prefix}`"),
                None => did_you_mean(prefix, iam::prefixes(), "see the Service Authorization Reference"),
            },
        ));
    };
    if name.contains(['*', '?']) {
        let is_matched = service.actions().any(|known| includes(name, known.name));
        return (!is_matched).then(|| {
            UNKNOWN_ACTION.found(
                format!("`{action}` matches no action"),
                "see the actions of the service in the Service Authorization Reference",
            )
        });
    }
    if service.action(name).is_some() {
        return None;
    }
    if let Some(allows) = action_of(action) {
        let message = format!("unknown action `{action}`");
        return Some(UNKNOWN_ACTION.found(message, format!("this operation needs `{allows}`")));
    }
    let known: Vec<String> = service
        .actions()
        .map(|known| format!("{prefix}:{}", known.name))
        .collect();
    let hint = did_you_mean(
        action,
        known.iter().map(String::as_str),
        "see the actions of the service in the Service Authorization Reference",
    );
    Some(UNKNOWN_ACTION.found(format!("unknown action `{action}`"), hint))
}

/// The formats of the ARNs that an action applies to. `None` if they are not known, or if the action has no resource types: the
/// list does not say that AWS ignores a resource, and policies of AWS itself name resources for such actions.
fn formats(prefix: &str, name: &str) -> Option<Vec<&'static str>> {
    let action = iam::service(prefix)?.action(name)?;
    let formats: Vec<&str> = action.resource_types().map(|on| on.arn).collect();
    (!formats.is_empty()).then_some(formats)
}

/// The two shortest formats. The others are those of access points and the like.
fn shortest<'f>(formats: &[&'f str]) -> Vec<&'f str> {
    let mut formats = formats.to_vec();
    formats.sort_by_key(|format| format.len());
    formats.truncate(2);
    formats
}
