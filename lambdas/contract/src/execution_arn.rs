//! The ARN of a workflow's execution, as clients send it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{InvalidParameter, Malformed, text::validated_text};

/// The path parameter that holds an ARN.
pub(crate) const PATH_PARAMETER: &str = "executionArn";

/// The ARN of an execution of a state machine.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(extend(
    "pattern" = "^arn:aws[a-z-]{0,10}:states:[a-z0-9-]{1,32}:[0-9]{12}:execution:[A-Za-z0-9_-]{1,80}:[A-Za-z0-9_-]{1,80}$"
))]
pub struct ExecutionArn(String);

impl ExecutionArn {
    /// The ARN of the execution with this name.
    pub fn from_name(state_machine_arn: &str, name: &str) -> Result<Self, Malformed> {
        Self::parse(&format!("{}{name}", Self::prefix_of(state_machine_arn)))
    }

    /// The prefix of the ARNs of a state machine's executions, up to their name.
    pub fn prefix_of(state_machine_arn: &str) -> String {
        // The executions of `arn:…:stateMachine:new_order` are `arn:…:execution:new_order:…`.
        state_machine_arn.replacen(":stateMachine:", ":execution:", 1) + ":"
    }

    /// Reads the path parameter `executionArn`. The error names the parameter.
    pub(crate) fn from_path<'a>(
        mut parameter: impl FnMut(&'static str) -> Option<&'a str>,
    ) -> Result<Self, InvalidParameter> {
        let text = decoded(parameter(PATH_PARAMETER).unwrap_or_default());
        Self::parse(&text).map_err(|reason| InvalidParameter {
            name: PATH_PARAMETER,
            reason,
        })
    }

    /// Whether this is an execution of the state machine, in the same account and region.
    pub fn is_of(&self, state_machine_arn: &str) -> bool {
        let name = self.0.strip_prefix(&Self::prefix_of(state_machine_arn));
        name.is_some_and(|name| !name.contains(':'))
    }

    /// The execution's name.
    pub fn name(&self) -> &str {
        self.0.rsplit_once(':').map_or("", |(_, name)| name)
    }
}

/// Decodes an ARN in a path.
///
/// The only character of an ARN that may be percent-encoded is the colon. Whether it still is depends on the client and on the
/// gateway.
pub(crate) fn decoded(text: &str) -> String {
    text.replace("%3A", ":").replace("%3a", ":")
}

validated_text!(ExecutionArn, is_execution_arn, expected "the ARN of an execution");

fn is_execution_arn(text: &str) -> bool {
    let is_name = |text: &str| {
        (1..=80).contains(&text.len())
            && text
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
    };
    let mut parts = text.split(':');
    let parts: [Option<&str>; 9] = std::array::from_fn(|_| parts.next());
    let [
        Some("arn"),
        Some(partition),
        Some("states"),
        Some(region),
        Some(account),
        Some("execution"),
        Some(machine),
        Some(name),
        None,
    ] = parts
    else {
        return false;
    };
    partition
        .strip_prefix("aws")
        .is_some_and(|rest| rest.len() <= 10 && rest.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'-')))
        && (1..=32).contains(&region.len())
        && region
            .bytes()
            .all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
        && account.len() == 12
        && account.bytes().all(|byte| byte.is_ascii_digit())
        && is_name(machine)
        && is_name(name)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const MACHINE: &str = "arn:aws:states:eu-central-1:000000000000:stateMachine:new_order";
    const EXECUTION: &str = "arn:aws:states:eu-central-1:000000000000:execution:new_order:e-1";

    proptest! {
        #[test]
        fn what_the_published_pattern_allows_is_an_execution_arn(
            arn in "arn:aws[a-z-]{0,10}:states:[a-z0-9-]{1,32}:[0-9]{12}:execution:[A-Za-z0-9_-]{1,80}:[A-Za-z0-9_-]{1,80}"
        ) {
            prop_assert_eq!(ExecutionArn::parse(&arn).map(String::from), Ok(arn));
        }
    }

    #[test]
    fn an_execution_belongs_to_one_state_machine() {
        let execution = ExecutionArn::parse(EXECUTION).unwrap();
        assert_eq!(ExecutionArn::from_name(MACHINE, "e-1"), Ok(execution.clone()));
        assert_eq!(execution.name(), "e-1");
        assert!(execution.is_of(MACHINE));
        for other in [
            "arn:aws:states:eu-central-1:000000000000:stateMachine:new_orders",
            "arn:aws:states:eu-central-1:000000000000:stateMachine:order",
            "arn:aws:states:eu-west-1:000000000000:stateMachine:new_order",
            "arn:aws:states:eu-central-1:111111111111:stateMachine:new_order",
            EXECUTION,
        ] {
            assert!(!execution.is_of(other), "{other}");
        }
    }
}
