//! A stack as CloudFormation knows it: its state, its outputs, its protection.

use std::collections::BTreeMap;

use aws_sdk_cloudformation::types::Stack as Description;

use crate::aws::{Aws, AwsError};

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
    /// Its creation failed; it can only be deleted.
    FailedCreation { status: String },
    /// A rollback failed; somebody must look.
    Stuck { status: String },
}

impl State {
    fn of(status: &str) -> Self {
        let status = status.to_owned();
        match status.as_str() {
            "REVIEW_IN_PROGRESS" => Self::InReview,
            "DELETE_COMPLETE" => Self::Absent,
            "ROLLBACK_COMPLETE" | "CREATE_FAILED" | "ROLLBACK_FAILED" | "DELETE_FAILED" => {
                Self::FailedCreation { status }
            }
            "UPDATE_ROLLBACK_FAILED" | "UPDATE_FAILED" | "IMPORT_ROLLBACK_FAILED" => Self::Stuck { status },
            other if other.ends_with("_IN_PROGRESS") => Self::Busy { status },
            _ => Self::Deployed,
        }
    }

    /// What a deployment does to a stack in this state.
    pub(crate) fn doing(&self) -> &'static str {
        if self.is_new() { "creating" } else { "updating" }
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

    pub(crate) async fn outputs(&self) -> Result<BTreeMap<String, String>, AwsError> {
        Ok(self.describe().await?.map(outputs).unwrap_or_default())
    }

    /// Everything in it that exists.
    pub(crate) async fn resources(&self) -> Result<Vec<Resource>, AwsError> {
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
                Some(Resource {
                    logical: summary.logical_resource_id?,
                    physical: summary.physical_resource_id?,
                })
            }));
            token = page.next_token;
            if token.is_none() {
                return Ok(found);
            }
        }
    }

    /// Switches termination protection to what the environment says, when it is not that already.
    pub(crate) async fn protect(&self, wanted: bool) -> Result<(), AwsError> {
        let protected = self
            .describe()
            .await?
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
                    AwsError::new(format!("protect stack `{}` from deletion", self.name), &error)
                })?;
        }
        Ok(())
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
        let status = |status: &str| status.to_owned();
        assert_eq!(State::of("REVIEW_IN_PROGRESS"), State::InReview);
        assert_eq!(State::of("CREATE_COMPLETE"), State::Deployed);
        assert_eq!(State::of("UPDATE_ROLLBACK_COMPLETE"), State::Deployed);
        assert_eq!(State::of("DELETE_COMPLETE"), State::Absent);
        assert_eq!(
            State::of("UPDATE_IN_PROGRESS"),
            State::Busy {
                status: status("UPDATE_IN_PROGRESS")
            }
        );
        assert_eq!(
            State::of("ROLLBACK_COMPLETE"),
            State::FailedCreation {
                status: status("ROLLBACK_COMPLETE")
            }
        );
        assert_eq!(
            State::of("UPDATE_ROLLBACK_FAILED"),
            State::Stuck {
                status: status("UPDATE_ROLLBACK_FAILED")
            }
        );
    }

    #[test]
    fn a_rollback_is_no_success() {
        assert!(succeeded("UPDATE_COMPLETE"));
        assert!(!succeeded("UPDATE_ROLLBACK_COMPLETE"));
        assert!(!succeeded("ROLLBACK_COMPLETE"));
    }
}
