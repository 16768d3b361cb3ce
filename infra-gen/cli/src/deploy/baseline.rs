//! The stack as it was when the difference was computed. What is shown, confirmed and executed applies to this state only.

use std::collections::{BTreeMap, BTreeSet};

use infra_gen_cfn::Template;

use super::stack::{self, Stack, State};
use super::{DeployError, template};
use crate::aws::Aws;

/// A stack with no operation in progress, or the absence of one.
#[derive(Debug)]
pub(crate) struct Baseline {
    name: String,
    /// `None` while the stack does not exist.
    version: Option<Version>,
    pub(crate) is_new: bool,
    /// Whether not even the empty stack of an earlier change set existed.
    pub(crate) is_absent: bool,
    /// With its nested stacks joined; empty when the stack is new.
    pub(crate) template: Template,
    /// The nested stacks that this program split the template into.
    pub(crate) nested_stacks: BTreeSet<String>,
    /// The values of its parameters. CloudFormation masks those with `NoEcho`.
    pub(crate) parameters: BTreeMap<String, String>,
}

/// Identifies one state of a stack: no two states have the same ID and time of update.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Version {
    id: String,
    updated: String,
}

impl Baseline {
    pub(crate) async fn read(aws: &Aws, name: &str) -> Result<Self, DeployError> {
        let stack = Stack::new(aws, name);
        let Some(description) = stack.describe().await? else {
            return Ok(Self::new(name, true));
        };
        let state = State::from_status(&stack::status(&description));
        if state.is_new() {
            return Ok(Self::new(name, state == State::Absent));
        }
        let deployed = template::read_deployed(aws, name).await?;
        let parameters = description.parameters.iter().flatten().filter_map(|parameter| {
            let value = parameter.parameter_value.clone().unwrap_or_default();
            Some((parameter.parameter_key.clone()?, value))
        });
        Ok(Self {
            name: name.to_owned(),
            parameters: parameters.collect(),
            version: Some(Version::from_description(&description)),
            is_new: false,
            is_absent: false,
            template: deployed.template,
            nested_stacks: deployed.nested_stacks,
        })
    }

    fn new(name: &str, is_absent: bool) -> Self {
        Self {
            name: name.to_owned(),
            version: None,
            is_new: true,
            is_absent,
            template: Template::default(),
            nested_stacks: BTreeSet::new(),
            parameters: BTreeMap::new(),
        }
    }

    pub(super) fn stack_name(&self) -> &str {
        &self.name
    }

    /// A text that differs for each state of the stack.
    pub(crate) fn fingerprint(&self) -> String {
        match &self.version {
            Some(Version { id, updated }) => format!("{id} {updated}"),
            None => self.name.clone(),
        }
    }

    /// Fails if the stack has changed since this baseline was read.
    pub(crate) async fn expect_unchanged(&self, aws: &Aws) -> Result<(), DeployError> {
        let description = Stack::new(aws, &self.name).describe().await?;
        let state = description.as_ref().map_or(State::Absent, |description| {
            State::from_status(&stack::status(description))
        });
        let unchanged = match (&self.version, &description) {
            (Some(version), Some(now)) => {
                state == State::Deployed && *version == Version::from_description(now)
            }
            (None, _) => state.is_new(),
            (Some(_), None) => false,
        };
        if unchanged {
            return Ok(());
        }
        Err(DeployError::Changed {
            stack: self.name.clone(),
        })
    }
}

impl Version {
    fn from_description(description: &aws_sdk_cloudformation::types::Stack) -> Self {
        // A stack that was never updated has no `LastUpdatedTime`.
        let time = description
            .last_updated_time
            .or(description.creation_time)
            .map(|time| time.as_nanos().to_string());
        Self {
            id: description.stack_id.clone().unwrap_or_default(),
            updated: time.unwrap_or_default(),
        }
    }
}
