//! The stack as it was when the difference was made: what is shown, asked about and executed is bound to it.

use std::collections::{BTreeMap, BTreeSet};

use infra_gen_cfn::Template;

use super::DeployError;
use super::stack::{self, Stack, State};
use super::template;
use crate::aws::Aws;

/// A stack at rest.
#[derive(Debug)]
pub(crate) struct Base {
    name: String,
    /// Nothing while there is no such stack.
    version: Option<Version>,
    pub(crate) is_new: bool,
    /// Whether not even an empty stack was there.
    pub(crate) is_absent: bool,
    /// In one piece; empty when the stack is new.
    pub(crate) template: Template,
    /// The nested stacks that it was divided into.
    pub(crate) seams: BTreeSet<String>,
    /// The values of its parameters. CloudFormation masks those that are not echoed.
    pub(crate) parameters: BTreeMap<String, String>,
}

/// What no two states of a stack share.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Version {
    id: String,
    updated: String,
}

impl Base {
    pub(crate) async fn read(aws: &Aws, name: &str) -> Result<Self, DeployError> {
        let stack = Stack::new(aws, name);
        let Some(description) = stack.describe().await? else {
            return Ok(Self::new(name, true));
        };
        let state = State::of(&stack::status(&description));
        if state.is_new() {
            return Ok(Self::new(name, state == State::Absent));
        }
        let deployed = template::deployed(aws, name).await?;
        let parameters = description.parameters.iter().flatten().filter_map(|parameter| {
            let value = parameter.parameter_value.clone().unwrap_or_default();
            Some((parameter.parameter_key.clone()?, value))
        });
        Ok(Self {
            name: name.to_owned(),
            parameters: parameters.collect(),
            version: Some(Version::of(&description)),
            is_new: false,
            is_absent: false,
            template: deployed.template,
            seams: deployed.seams,
        })
    }

    fn new(name: &str, is_absent: bool) -> Self {
        Self {
            name: name.to_owned(),
            version: None,
            is_new: true,
            is_absent,
            template: Template::default(),
            seams: BTreeSet::new(),
            parameters: BTreeMap::new(),
        }
    }

    /// Tells this state of the stack from any other.
    pub(crate) fn fingerprint(&self) -> String {
        match &self.version {
            Some(Version { id, updated }) => format!("{id} {updated}"),
            None => self.name.clone(),
        }
    }

    /// Refuses when the stack is another than the one that was looked at.
    pub(crate) async fn expect_unchanged(&self, aws: &Aws) -> Result<(), DeployError> {
        let description = Stack::new(aws, &self.name).describe().await?;
        let state = description.as_ref().map_or(State::Absent, |description| {
            State::of(&stack::status(description))
        });
        let unchanged = match (&self.version, &description) {
            (Some(version), Some(now)) => state == State::Deployed && *version == Version::of(now),
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
    fn of(description: &aws_sdk_cloudformation::types::Stack) -> Self {
        // A stack that was never updated has no time of its last update.
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
