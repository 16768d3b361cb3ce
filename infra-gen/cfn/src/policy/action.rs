//! One action.

use std::{borrow::Cow, fmt};

use crate::literal::refusal;

/// One IAM action, `service:Name`.
///
/// In a `const`, a malformed action or one with a wildcard does not compile:
///
/// ```compile_fail
/// # use infra_gen_cfn::policy::Action;
/// const ALL: Action = Action::new("sqs:*");
/// ```
///
/// Whether the service has the action is checked with the stack, against AWS's list.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Action(Cow<'static, str>);

impl Action {
    /// A literal action. In a `const` or a `const { … }` block, a malformed one does not compile.
    ///
    /// # Panics
    /// If the action is malformed and this is not evaluated at compile time. The message has the action and the caller.
    #[must_use]
    #[track_caller]
    pub const fn new(action: &'static str) -> Self {
        assert!(
            is_action(action.as_bytes()),
            "{}",
            refusal(action, "an action has the form `service:Name`, without wildcards").as_str()
        );
        Self(Cow::Borrowed(action))
    }

    /// Parses an action; `None` if it is not `service:Name`, without wildcards.
    pub fn parse(action: &str) -> Option<Self> {
        is_action(action.as_bytes()).then(|| Self(Cow::Owned(action.to_owned())))
    }

    /// All actions of a service: `service:*`.
    pub(super) fn all_of(service: &str) -> Self {
        Self(Cow::Owned(format!("{service}:*")))
    }

    /// An action of AWS's list.
    pub(super) fn listed(service: &str, name: &str) -> Self {
        Self(Cow::Owned(format!("{service}:{name}")))
    }

    /// The action as a string.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

const fn is_action(text: &[u8]) -> bool {
    let mut colon = 0;
    let mut i = 0;
    while i < text.len() {
        if text[i] == b':' && colon == 0 && i > 0 {
            colon = i;
        } else if !text[i].is_ascii_alphanumeric() && text[i] != b'-' {
            return false;
        }
        i += 1;
    }
    colon > 0 && colon + 1 < text.len()
}

#[cfg(test)]
mod tests {
    use super::Action;

    #[test]
    fn an_action_has_a_service_and_a_name() {
        assert_eq!(
            Action::parse("s3-object-lambda:GetObject").map(|action| action.to_string()),
            Some("s3-object-lambda:GetObject".to_owned())
        );
        for malformed in ["", "s3", "s3:", ":Get", "s3:*", "s3:Get:A", "s3:Get?", "s3: Get"] {
            assert_eq!(Action::parse(malformed), None, "{malformed}");
        }
    }

    #[test]
    #[should_panic(
        expected = "`sqs:*` is malformed: an action has the form `service:Name`, without wildcards"
    )]
    fn the_message_of_a_malformed_action_has_the_action() {
        let _ = Action::new("sqs:*");
    }

    #[test]
    fn the_message_of_a_malformed_action_has_the_caller() {
        let (sender, receiver) = std::sync::mpsc::channel();
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            let file = panic.location().map(|location| location.file().to_owned());
            let _ = sender.send(file);
        }));
        let result = std::panic::catch_unwind(|| Action::new("sqs:*"));
        std::panic::set_hook(before);
        assert!(result.is_err());
        assert_eq!(receiver.try_recv(), Ok(Some(file!().to_owned())));
    }
}
