//! A stack as CloudFormation knows it: its state, its resources, its outputs, its protection.

use std::collections::BTreeMap;

use aws_sdk_cloudformation::types::Stack as Description;
use aws_sdk_cloudformation::types::TemplateStage;

use crate::aws::{Aws, AwsError};

/// The type of a stack within a stack.
pub(crate) const NESTED_STACK: &str = "AWS::CloudFormation::Stack";

/// A stack of this name, whether it exists or not.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stack<'a> {
    aws: &'a Aws,
    name: &'a str,
}

/// A resource of a stack, under both of its names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Resource {
    /// In the template.
    pub(crate) logical: String,
    /// In the account.
    pub(crate) physical: String,
    /// Its type, `AWS::S3::Bucket`.
    pub(crate) kind: String,
    /// What became of it last, `CREATE_COMPLETE`.
    pub(crate) status: String,
    /// Why; empty when nothing is said.
    pub(crate) reason: String,
}

/// What can be done with a stack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum State {
    /// There is none.
    Absent,
    /// A change set was once made for its creation, and never executed.
    InReview,
    /// It can be updated.
    Deployed,
    /// Something is going on.
    Busy { status: String },
    /// Its creation or its deletion failed; it can only be deleted.
    Remains { status: String },
    /// An update failed and was left where it stopped; it can be rolled back.
    HalfUpdated,
    /// The rollback of an update failed; it can be continued.
    HalfRolledBack,
    /// Nothing that this program does gets it out of this.
    Stuck { status: String },
}

impl State {
    pub(super) fn of(status: &str) -> Self {
        let named = status.to_owned();
        match status {
            "REVIEW_IN_PROGRESS" => Self::InReview,
            "DELETE_COMPLETE" => Self::Absent,
            "ROLLBACK_COMPLETE" | "CREATE_FAILED" | "ROLLBACK_FAILED" | "DELETE_FAILED" => {
                Self::Remains { status: named }
            }
            "UPDATE_FAILED" => Self::HalfUpdated,
            "UPDATE_ROLLBACK_FAILED" => Self::HalfRolledBack,
            "IMPORT_ROLLBACK_FAILED" => Self::Stuck { status: named },
            other if other.ends_with("_IN_PROGRESS") => Self::Busy { status: named },
            _ => Self::Deployed,
        }
    }

    pub(crate) fn is_new(&self) -> bool {
        matches!(self, Self::Absent | Self::InReview)
    }
}

/// Whether an operation that ended with this status did what was wanted.
pub(crate) fn succeeded(status: &str) -> bool {
    matches!(
        status,
        "CREATE_COMPLETE" | "UPDATE_COMPLETE" | "IMPORT_COMPLETE" | "DELETE_COMPLETE"
    )
}

impl<'a> Stack<'a> {
    pub(crate) fn new(aws: &'a Aws, name: &'a str) -> Self {
        Self { aws, name }
    }

    /// What CloudFormation says of it, if there is one.
    pub(crate) async fn describe(&self) -> Result<Option<Description>, AwsError> {
        let answer = self
            .aws
            .cloudformation
            .describe_stacks()
            .stack_name(self.name)
            .send()
            .await;
        match answer {
            Ok(answer) => Ok(answer.stacks.unwrap_or_default().into_iter().next()),
            Err(error) => {
                let error = AwsError::new(format!("describe stack `{}`", self.name), &error);
                // CloudFormation has no error code of its own for a stack that is not there.
                if error.is("ValidationError") && error.message_contains("does not exist") {
                    Ok(None)
                } else {
                    Err(error)
                }
            }
        }
    }

    pub(crate) async fn state(&self) -> Result<State, AwsError> {
        let description = self.describe().await?;
        Ok(description.map_or(State::Absent, |description| State::of(&status(&description))))
    }

    /// The template as it was sent, not what macros made of it.
    pub(crate) async fn template(&self) -> Result<String, AwsError> {
        let answer = self
            .aws
            .cloudformation
            .get_template()
            .stack_name(self.name)
            .template_stage(TemplateStage::Original)
            .send()
            .await
            .map_err(|error| AwsError::new(format!("read the template of `{}`", self.name), &error))?;
        Ok(answer.template_body.unwrap_or_default())
    }

    /// Everything in it that exists, in the stacks nested in it, too.
    pub(crate) async fn resources(&self) -> Result<Vec<Resource>, AwsError> {
        let mut found = self.own_resources().await?;
        // A nested stack's own are found on the way: the list grows while it is gone through.
        let mut at = 0;
        while let Some(resource) = found.get(at) {
            if resource.kind == NESTED_STACK {
                let nested = resource.physical.clone();
                found.extend(Stack::new(self.aws, &nested).own_resources().await?);
            }
            at += 1;
        }
        Ok(found)
    }

    /// Everything in it that exists, nested stacks as one resource each.
    pub(crate) async fn own_resources(&self) -> Result<Vec<Resource>, AwsError> {
        let mut found = Vec::new();
        let mut token = None;
        loop {
            let page = self
                .aws
                .cloudformation
                .list_stack_resources()
                .stack_name(self.name)
                .set_next_token(token)
                .send()
                .await
                .map_err(|error| AwsError::new(format!("list the resources of `{}`", self.name), &error))?;
            let summaries = page.stack_resource_summaries.unwrap_or_default();
            found.extend(summaries.into_iter().filter_map(|summary| {
                let status = summary.resource_status.map(|status| status.as_str().to_owned());
                Some(Resource {
                    logical: summary.logical_resource_id?,
                    // What was never made has no name to call it by.
                    physical: summary.physical_resource_id.filter(|name| !name.is_empty())?,
                    kind: summary.resource_type.unwrap_or_default(),
                    status: status
                        .filter(|status| status != "DELETE_COMPLETE" && status != "DELETE_SKIPPED")?,
                    reason: summary.resource_status_reason.unwrap_or_default(),
                })
            }));
            token = page.next_token;
            if token.is_none() {
                return Ok(found);
            }
        }
    }

    /// Deletes what is left of a stack whose creation was only considered.
    pub(crate) async fn discard_empty(&self) -> Result<(), AwsError> {
        if self.state().await? != State::InReview {
            return Ok(());
        }
        self.aws
            .cloudformation
            .delete_stack()
            .stack_name(self.name)
            .send()
            .await
            .map_err(|error| AwsError::new(format!("discard the empty stack `{}`", self.name), &error))?;
        Ok(())
    }

    /// Switches termination protection to what the environment says: the stack as it was before.
    pub(crate) async fn protect(&self, wanted: bool) -> Result<Option<Description>, AwsError> {
        let description = self.describe().await?;
        let protected = description
            .as_ref()
            .and_then(|description| description.enable_termination_protection)
            .unwrap_or_default();
        if protected != wanted {
            self.aws
                .cloudformation
                .update_termination_protection()
                .stack_name(self.name)
                .enable_termination_protection(wanted)
                .send()
                .await
                .map_err(|error| {
                    AwsError::new(
                        format!("switch the termination protection of `{}`", self.name),
                        &error,
                    )
                })?;
        }
        Ok(description)
    }
}

pub(crate) fn status(description: &Description) -> String {
    description
        .stack_status
        .as_ref()
        .map(|status| status.as_str().to_owned())
        .unwrap_or_default()
}

pub(crate) fn outputs(description: Description) -> BTreeMap<String, String> {
    description
        .outputs
        .unwrap_or_default()
        .into_iter()
        .filter_map(|output| Some((output.output_key?, output.output_value?)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_status_says_what_can_be_done() {
        let busy = |status: &str| State::Busy {
            status: status.to_owned(),
        };
        let remains = |status: &str| State::Remains {
            status: status.to_owned(),
        };
        assert_eq!(State::of("REVIEW_IN_PROGRESS"), State::InReview);
        assert_eq!(State::of("CREATE_COMPLETE"), State::Deployed);
        assert_eq!(State::of("UPDATE_ROLLBACK_COMPLETE"), State::Deployed);
        assert_eq!(State::of("DELETE_COMPLETE"), State::Absent);
        assert_eq!(State::of("UPDATE_FAILED"), State::HalfUpdated);
        assert_eq!(State::of("UPDATE_ROLLBACK_FAILED"), State::HalfRolledBack);
        for status in [
            "UPDATE_IN_PROGRESS",
            "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS",
            "DELETE_IN_PROGRESS",
        ] {
            assert_eq!(State::of(status), busy(status));
        }
        for status in [
            "ROLLBACK_COMPLETE",
            "CREATE_FAILED",
            "ROLLBACK_FAILED",
            "DELETE_FAILED",
        ] {
            assert_eq!(State::of(status), remains(status));
        }
    }

    #[test]
    fn a_rollback_is_no_success() {
        assert!(succeeded("UPDATE_COMPLETE"));
        assert!(!succeeded("UPDATE_ROLLBACK_COMPLETE"));
        assert!(!succeeded("ROLLBACK_COMPLETE"));
    }
}
