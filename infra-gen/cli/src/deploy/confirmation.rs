//! The question before a change, and `--yes`, which answers it in advance.

use std::fmt;

use crate::terminal::Terminal;

/// How questions are answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Confirmation {
    /// With yes, without asking (`--yes`).
    AssumeYes,
    /// By the user at the terminal.
    Prompt,
}

/// Why an action was not confirmed. The text in a variant names the action: "update stack `shop-dev`".
#[derive(Debug, thiserror::Error)]
pub(crate) enum ConfirmationError {
    #[error(
        "this would {0}; confirmation is required, but stdin or stderr is not a terminal\n  hint: use `--yes` to \
         confirm in advance"
    )]
    NotInteractive(String),
    #[error("cancelled: did not {0}")]
    Declined(String),
    #[error("could not read the answer from the terminal")]
    Unreadable(#[source] std::io::Error),
}

impl Confirmation {
    /// From the flag `--yes`.
    pub(crate) fn from_flag(yes: bool) -> Self {
        if yes { Self::AssumeYes } else { Self::Prompt }
    }

    /// Fails early if a later question could not be asked.
    pub(crate) fn ensure_interactive(self, action: impl fmt::Display) -> Result<(), ConfirmationError> {
        if self == Self::AssumeYes || Terminal::can_ask() {
            Ok(())
        } else {
            Err(ConfirmationError::NotInteractive(action.to_string()))
        }
    }

    /// Asks whether to do `action`: "update stack `shop-dev`".
    pub(crate) async fn ask(self, action: impl fmt::Display) -> Result<(), ConfirmationError> {
        self.ensure_interactive(&action)?;
        if self == Self::AssumeYes {
            return Ok(());
        }
        let answer = read_answer(format!("Do you want to {action}? [y/N] ")).await?;
        if matches!(answer.to_lowercase().as_str(), "y" | "yes") {
            Ok(())
        } else {
            Err(ConfirmationError::Declined(action.to_string()))
        }
    }

    /// Asks the user to type `name`, which is harder to do by mistake than `y`.
    pub(crate) async fn ask_for_name(
        self,
        action: impl fmt::Display,
        explanation: &str,
        name: &str,
    ) -> Result<(), ConfirmationError> {
        self.ensure_interactive(&action)?;
        if self == Self::AssumeYes {
            return Ok(());
        }
        let answer = read_answer(format!("{explanation}\nType `{name}` to confirm: ")).await?;
        if answer == name {
            Ok(())
        } else {
            Err(ConfirmationError::Declined(action.to_string()))
        }
    }
}

async fn read_answer(question: String) -> Result<String, ConfirmationError> {
    Terminal::ask(question)
        .await
        .map_err(ConfirmationError::Unreadable)
}
