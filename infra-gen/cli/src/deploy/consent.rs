//! Who answers for what is about to be done: somebody at a terminal, or whoever said `--yes`.

use std::fmt;

use crate::terminal::Terminal;

/// How a question is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Consent {
    /// With yes, whatever it is.
    Given,
    /// By whoever sits at the terminal.
    Asked,
}

/// Why something was not done.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Refusal {
    #[error(
        "this would {0}, and nobody can be asked where there is no terminal; say `--yes` to go on unasked"
    )]
    NobodyToAsk(String),
    #[error("nothing was changed: the answer was no")]
    Declined,
    #[error("could not read the answer from the terminal")]
    Unreadable(#[source] std::io::Error),
}

impl Consent {
    /// What `--yes`, or its absence, means.
    pub(crate) fn of(yes: bool) -> Self {
        if yes { Self::Given } else { Self::Asked }
    }

    /// Refuses at once what nobody could be asked about later.
    pub(crate) fn expect_possible(self, what: impl fmt::Display) -> Result<(), Refusal> {
        if self == Self::Given || Terminal::can_ask() {
            Ok(())
        } else {
            Err(Refusal::NobodyToAsk(what.to_string()))
        }
    }

    /// Asks whether to do `what`: `update stack shop-dev`.
    pub(crate) async fn obtain(self, what: impl fmt::Display) -> Result<(), Refusal> {
        self.expect_possible(&what)?;
        if self == Self::Given {
            return Ok(());
        }
        let answer = answer_to(format!("Now {what}? [y/N] ")).await?;
        if matches!(answer.to_lowercase().as_str(), "y" | "yes") {
            Ok(())
        } else {
            Err(Refusal::Declined)
        }
    }

    /// Asks for a word that no habit types.
    pub(crate) async fn obtain_by_name(
        self,
        what: impl fmt::Display,
        explained: &str,
        name: &str,
    ) -> Result<(), Refusal> {
        self.expect_possible(&what)?;
        if self == Self::Given {
            return Ok(());
        }
        let answer = answer_to(format!("{explained}\nType `{name}` to go on: ")).await?;
        if answer == name {
            Ok(())
        } else {
            Err(Refusal::Declined)
        }
    }
}

async fn answer_to(question: String) -> Result<String, Refusal> {
    Terminal::ask(question).await.map_err(Refusal::Unreadable)
}
