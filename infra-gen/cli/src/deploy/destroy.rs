//! Deletes a stack. What its template retains stays; only buckets that the template gives up are emptied first.

use std::collections::BTreeSet;

use aws_sdk_s3::types::{Delete, ObjectIdentifier};
use serde_json::Value as Json;

use super::events::{self, Bookmark, Failure};
use super::stack::{self, Resource, Stack};
use crate::aws::{Aws, AwsError};
use crate::terminal::{Terminal, Tone};

/// Why a stack is still there.
#[derive(Debug, thiserror::Error)]
pub(crate) enum DestroyError {
    #[error(
        "stack `{0}` is protected from deletion; set `terminationProtection: false` in its environment, deploy, and \
         run this again"
    )]
    Protected(String),
    #[error("stack `{stack}` ended as {status}{}", super::FirstFailure(.failure.as_ref()))]
    Failed {
        stack: String,
        status: String,
        failure: Option<Failure>,
    },
    #[error("the template of stack `{0}` could not be read")]
    Template(String, #[source] serde_yaml::Error),
    #[error(transparent)]
    Aws(#[from] AwsError),
}

/// What deleting a stack would do, for the question that comes before it.
#[derive(Debug)]
pub(crate) struct Plan {
    stack_id: String,
    name: String,
    buckets: Vec<String>,
    pub(crate) retained: Vec<String>,
    pub(crate) resources: usize,
}

/// Looks at the deployed stack; nothing when there is none.
pub(crate) async fn plan(aws: &Aws, name: &str) -> Result<Option<Plan>, DestroyError> {
    let stack = Stack::new(aws, name);
    let Some(description) = stack.describe().await? else {
        return Ok(None);
    };
    if description.enable_termination_protection == Some(true) {
        return Err(DestroyError::Protected(name.to_owned()));
    }
    let policies = policies(aws, name).await?;
    let resources = stack.resources().await?;
    let mut plan = Plan {
        stack_id: description.stack_id.unwrap_or_else(|| name.to_owned()),
        name: name.to_owned(),
        buckets: Vec::new(),
        retained: Vec::new(),
        resources: resources.len(),
    };
    for Resource { logical, physical } in resources {
        if policies.retained.contains(&logical) {
            plan.retained.push(format!("{logical} ({physical})"));
        } else if policies.buckets.contains(&logical) {
            plan.buckets.push(physical);
        }
    }
    Ok(Some(plan))
}

/// Does what the plan says and follows it to the end.
pub(crate) async fn execute(aws: &Aws, plan: &Plan, terminal: Terminal) -> Result<(), DestroyError> {
    for bucket in &plan.buckets {
        let removed = empty(aws, bucket).await?;
        if removed > 0 {
            terminal.say(format_args!("emptied bucket `{bucket}` ({removed} objects)"));
        }
    }
    // A deleted stack is known by its ID only.
    let since = Bookmark::now(aws, &plan.stack_id).await?;
    aws.cloudformation
        .delete_stack()
        .stack_name(&plan.stack_id)
        .send()
        .await
        .map_err(|error| AwsError::new(format!("delete stack `{}`", plan.name), &error))?;
    let end = events::follow(aws, &plan.stack_id, since, terminal).await?;
    if !stack::succeeded(&end.status) {
        return Err(DestroyError::Failed {
            stack: plan.name.clone(),
            status: end.status,
            failure: end.failure,
        });
    }
    terminal.line(Tone::Good, format_args!("stack `{}` is gone", plan.name));
    for resource in &plan.retained {
        terminal.line(Tone::Heading, format_args!("kept: {resource}"));
    }
    Ok(())
}

/// What the deployed template says of its resources' end.
#[derive(Debug, Default, PartialEq, Eq)]
struct Policies {
    buckets: BTreeSet<String>,
    retained: BTreeSet<String>,
}

async fn policies(aws: &Aws, name: &str) -> Result<Policies, DestroyError> {
    let text = aws
        .cloudformation
        .get_template()
        .stack_name(name)
        .send()
        .await
        .map_err(|error| AwsError::new(format!("read the template of `{name}`"), &error))?
        .template_body
        .unwrap_or_default();
    if text.trim().is_empty() {
        return Ok(Policies::default());
    }
    // JSON is YAML; a template that somebody else wrote may be either.
    let template: Json =
        serde_yaml::from_str(&text).map_err(|error| DestroyError::Template(name.to_owned(), error))?;
    Ok(read_policies(&template))
}

fn read_policies(template: &Json) -> Policies {
    let mut policies = Policies::default();
    for (logical, resource) in template
        .get("Resources")
        .and_then(Json::as_object)
        .into_iter()
        .flatten()
    {
        // CloudFormation's own default for these kinds is to delete.
        let policy = resource
            .get("DeletionPolicy")
            .and_then(Json::as_str)
            .unwrap_or("Delete");
        if policy != "Delete" {
            policies.retained.insert(logical.clone());
        } else if resource.get("Type").and_then(Json::as_str) == Some("AWS::S3::Bucket") {
            policies.buckets.insert(logical.clone());
        }
    }
    policies
}

/// Removes every version of every object: how many.
async fn empty(aws: &Aws, bucket: &str) -> Result<usize, AwsError> {
    let failed = |what: &str| format!("{what} bucket `{bucket}`");
    let mut removed = 0;
    loop {
        let page = aws.s3.list_object_versions().bucket(bucket).send().await;
        let page = match page {
            Ok(page) => page,
            Err(error) => {
                let error = AwsError::new(failed("list"), &error);
                return if error.is("NoSuchBucket") {
                    Ok(removed)
                } else {
                    Err(error)
                };
            }
        };
        let versions = page
            .versions
            .unwrap_or_default()
            .into_iter()
            .map(|v| (v.key, v.version_id));
        let markers = page
            .delete_markers
            .unwrap_or_default()
            .into_iter()
            .map(|m| (m.key, m.version_id));
        let objects: Vec<ObjectIdentifier> = versions
            .chain(markers)
            .filter_map(|(key, version)| {
                ObjectIdentifier::builder()
                    .key(key?)
                    .set_version_id(version)
                    .build()
                    .ok()
            })
            .collect();
        if objects.is_empty() {
            return Ok(removed);
        }
        let count = objects.len();
        let delete = Delete::builder()
            .set_objects(Some(objects))
            .quiet(true)
            .build()
            .expect("the objects, the one required field, are given");
        let answer = aws
            .s3
            .delete_objects()
            .bucket(bucket)
            .delete(delete)
            .send()
            .await
            .map_err(|error| AwsError::new(failed("empty"), &error))?;
        // An object under a lock is never removed by asking again.
        if answer.errors().len() == count {
            return Ok(removed);
        }
        removed += count - answer.errors().len();
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_buckets_that_the_template_gives_up_are_emptied() {
        let policies = read_policies(&json!({ "Resources": {
            "Web": { "Type": "AWS::S3::Bucket", "DeletionPolicy": "Delete" },
            "Logs": { "Type": "AWS::S3::Bucket" },
            "Images": { "Type": "AWS::S3::Bucket", "DeletionPolicy": "Retain" },
            "Table": { "Type": "AWS::DynamoDB::Table", "DeletionPolicy": "RetainExceptOnCreate" },
            "Topic": { "Type": "AWS::SNS::Topic" },
        }}));
        assert_eq!(
            policies.buckets,
            BTreeSet::from(["Web".to_owned(), "Logs".to_owned()])
        );
        assert_eq!(
            policies.retained,
            BTreeSet::from(["Images".to_owned(), "Table".to_owned()])
        );
    }
}
