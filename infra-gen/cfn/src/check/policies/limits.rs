//! The sizes of policies. Values that are known at deployment only count as empty, so a policy that is reported is too large
//! in any case.
//!
//! Not checked: trust policies, whose limit an account may raise; and the sum of policies that different resources attach to one
//! role.

use super::{Elements, Policy, places::Kind};
use crate::{
    check::{
        branches::{Branch, branches, items},
        catalog::policies::POLICY_TOO_LARGE,
    },
    finding::ValuePath,
    intrinsic_call::{intrinsic_call, is_function_key},
    substitution::{Piece, pieces},
    template::ResourceBlock,
    value::Json,
};

impl Policy<'_> {
    /// Checks the size of each policy of a resource, and the sum of the inline policies of a role, user or group.
    pub(super) fn sizes(&mut self, block: &ResourceBlock, documents: &[(Kind, Branch<'_>)]) {
        let Some((limit, unit)) = limit(block) else { return };
        let mut sum = 0;
        for (kind, document) in documents {
            if *kind == Kind::Trust {
                continue;
            }
            let length = least_length(document.value);
            if !document.is_conditional {
                sum += length;
            }
            if length > limit {
                let found = POLICY_TOO_LARGE.found(
                    format!("the policy has at least {length} {unit}; the limit is {limit}"),
                    "split it, or use fewer statements",
                );
                return self.report_at(&document.path, Some(found));
            }
        }
        let found = (sum > limit).then(|| {
            POLICY_TOO_LARGE.found(
                format!("the inline policies together have at least {sum} {unit}; the limit is {limit}"),
                "move some to a managed policy",
            )
        });
        self.report_at(&ValuePath::from("Properties.Policies"), found);
    }

    /// <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-quotas.html#quotas-policies>
    pub(super) fn queue_limits(&mut self, statement: &ValuePath, elements: &Elements) {
        const MAX_ACTIONS: usize = 7;
        if !matches!(self.kind, Kind::Resource(traits) if traits.service == "sqs") {
            return;
        }
        let Some(actions) = elements.get("Action") else {
            return;
        };
        for branch in branches(statement.clone().key("Action"), actions) {
            let path = branch.path.clone();
            let count = items(branch)
                .iter()
                .filter(|action| !action.is_conditional)
                .count();
            let found = (count > MAX_ACTIONS).then(|| {
                POLICY_TOO_LARGE.found(
                    format!("the statement has {count} actions; the policy of a queue may have {MAX_ACTIONS} per statement"),
                    "split the statement",
                )
            });
            self.report_at(&path, found);
        }
    }
}

/// The limit of a type's policies, and what it counts. IAM does not count white space.
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html>
fn limit(block: &ResourceBlock) -> Option<(usize, &'static str)> {
    const CHARACTERS: &str = "characters";
    const BYTES: &str = "bytes";
    const USER: usize = 2_048;
    const GROUP: usize = 5_120;
    const ROLE: usize = 10_240;
    let limit = match block.type_name.as_str() {
        "AWS::IAM::ManagedPolicy" => (6_144, CHARACTERS),
        "AWS::IAM::User" | "AWS::IAM::UserPolicy" => (USER, CHARACTERS),
        "AWS::IAM::Group" | "AWS::IAM::GroupPolicy" => (GROUP, CHARACTERS),
        "AWS::IAM::Role" | "AWS::IAM::RolePolicy" => (ROLE, CHARACTERS),
        "AWS::IAM::Policy" => {
            let is_for = |property| block.properties.contains_key(property);
            let limit = if is_for("Users") {
                USER
            } else if is_for("Groups") {
                GROUP
            } else {
                ROLE
            };
            (limit, CHARACTERS)
        }
        // <https://docs.aws.amazon.com/kms/latest/developerguide/resource-limits.html>
        "AWS::KMS::Key" | "AWS::KMS::ReplicaKey" => (32_768, BYTES),
        // <https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html>
        "AWS::S3::BucketPolicy" => (20_480, BYTES),
        // <https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-language-api-permissions-reference.html>
        "AWS::SNS::TopicInlinePolicy" | "AWS::SNS::TopicPolicy" => (30_720, BYTES),
        // <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-quotas.html#quotas-policies>
        "AWS::SQS::QueueInlinePolicy" | "AWS::SQS::QueuePolicy" => (8_192, BYTES),
        _ => return None,
    };
    Some(limit)
}

/// The length of a document that may also be JSON text.
fn least_length(document: &Json) -> usize {
    match document {
        Json::String(text) => without_space(text),
        document => least(document).unwrap_or(0),
    }
}

/// The smallest length that a value may have as minified JSON without white space; `None` if it may be omitted.
fn least(value: &Json) -> Option<usize> {
    match value {
        Json::Array(items) => {
            let lengths: Vec<usize> = items.iter().filter_map(least).collect();
            Some(2 + lengths.iter().sum::<usize>() + lengths.len().saturating_sub(1))
        }
        Json::Object(map) => match intrinsic_call(map) {
            Some(("Fn::If", Json::Array(arguments))) => arguments.iter().skip(1).map(least).min().flatten(),
            Some(("Fn::Sub", argument)) => {
                let text = argument.as_str().or_else(|| argument.get(0)?.as_str());
                let known = text.into_iter().flat_map(pieces).map(|piece| match piece {
                    Piece::Text(text) => without_space(text),
                    Piece::Escaped(_) | Piece::Variable(_) => 0,
                });
                Some(2 + known.sum::<usize>())
            }
            Some(("Ref", name)) if name == "AWS::NoValue" => None,
            Some(_) => Some(2),
            None => {
                // A loop or macro adds an unknown number of entries.
                let entries = map.iter().filter(|(key, _)| !is_function_key(key));
                let lengths: Vec<usize> = entries
                    .filter_map(|(key, value)| Some(key.len() + 3 + least(value)?))
                    .collect();
                Some(2 + lengths.iter().sum::<usize>() + lengths.len().saturating_sub(1))
            }
        },
        other => Some(without_space(&other.to_string())),
    }
}

fn without_space(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::least;

    #[test]
    fn the_length_is_that_of_the_minified_document() {
        let document = json!({ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": ["a:b", "c:d"] }] });
        assert_eq!(least(&document), Some(document.to_string().len()));
    }

    #[test]
    fn values_that_are_known_at_deployment_only_count_as_empty() {
        assert_eq!(least(&json!({ "Ref": "Parameter" })), Some(2));
        assert_eq!(
            least(&json!({ "Fn::Sub": "arn:${A}:x y" })),
            Some(2 + "arn::xy".len())
        );
        assert_eq!(
            least(&json!({ "Fn::If": ["C", "long text", "short"] })),
            Some("\"short\"".len())
        );
        let omitted = json!([{ "Fn::If": ["C", "a", { "Ref": "AWS::NoValue" }] }]);
        assert_eq!(least(&omitted), Some(2));
    }
}
