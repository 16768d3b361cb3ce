//! The result of each source of credentials, as text.

use std::error::Error;
use std::fmt;
use std::time::Duration;

use super::cause::{self, Network};
use crate::terminal::Detail;

/// The hint if no source is configured.
const SIGN_IN: &str = "sign in with `aws sso login` or `aws login`, choose a profile with `--profile NAME`, or set \
                       AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY";

/// The hint if there is no specific one.
const SEE_CAUSES: &str = "run the command with `--verbose` to see every cause";

/// Why there are no credentials: every source that was tried, with its result.
#[derive(Debug, Clone)]
pub(crate) struct Report {
    attempts: Vec<Attempt>,
}

/// A source that was tried.
#[derive(Debug, Clone)]
pub(super) struct Attempt {
    pub(super) source: String,
    pub(super) answer: Answer,
}

/// Why a source has no credentials.
#[derive(Debug, Clone)]
pub(super) struct Answer {
    pub(super) text: String,
    kind: Kind,
    /// The network failure, if that was the cause.
    pub(super) network: Option<Network>,
    /// The error of the SDK, for `--verbose`.
    detail: Option<Detail>,
}

#[derive(Debug, Clone)]
enum Kind {
    /// The source is not set up; the next one is tried.
    NotConfigured,
    /// The source is set up, but failed.
    Failed { hint: String },
}

impl Answer {
    pub(super) fn not_configured(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            kind: Kind::NotConfigured,
            network: None,
            detail: None,
        }
    }

    pub(super) fn failed(text: impl Into<String>, hint: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            kind: Kind::Failed { hint: hint.into() },
            network: None,
            detail: None,
        }
    }

    /// A failure without a specific hint.
    pub(super) fn failed_without_hint(text: impl Into<String>) -> Self {
        Self::failed(text, SEE_CAUSES)
    }

    /// Adds the cause.
    pub(super) fn because(self, error: &(dyn Error + 'static)) -> Self {
        Self {
            network: cause::network(error),
            detail: Some(Detail::new(error)),
            ..self
        }
    }

    /// Turns a failure into "not configured", for a source that most machines do not have.
    pub(super) fn not_required(self) -> Self {
        Self {
            kind: Kind::NotConfigured,
            ..self
        }
    }

    /// Prefixes the text.
    pub(super) fn within(self, place: &str) -> Self {
        Self {
            text: format!("{place}: {}", self.text),
            ..self
        }
    }

    pub(super) fn is_failure(&self) -> bool {
        matches!(self.kind, Kind::Failed { .. })
    }
}

impl Report {
    pub(super) fn new(attempts: Vec<Attempt>) -> Self {
        Self { attempts }
    }

    fn hint(&self) -> &str {
        match self.attempts.last().map(|attempt| &attempt.answer.kind) {
            Some(Kind::Failed { hint }) => hint,
            _ => SIGN_IN,
        }
    }

    /// The problem and the hint, each on one line, for a table.
    pub(crate) fn brief(&self) -> (String, String) {
        let last = self.attempts.last();
        let failed = last.filter(|attempt| attempt.answer.is_failure());
        let problem = match failed {
            Some(Attempt { source, answer }) => {
                format!("{source}: {}", answer.text.lines().next().unwrap_or_default())
            }
            None => "no source of AWS credentials is configured".to_owned(),
        };
        (problem, self.hint().to_owned())
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("could not load AWS credentials")?;
        for Attempt { source, answer } in &self.attempts {
            let text = answer.text.trim_end().replace('\n', "\n    ");
            write!(f, "\n  {source}: {text}")?;
        }
        write!(f, "\n  hint: {}", self.hint())
    }
}

impl Error for Report {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        let detail = self.attempts.last()?.answer.detail.as_ref()?;
        Some(detail)
    }
}

/// A duration, rounded down to its largest unit: `3 hours`.
pub(super) fn rough(span: Duration) -> String {
    let seconds = span.as_secs();
    let (count, unit) = match seconds {
        0..60 => (seconds, "second"),
        60..3600 => (seconds / 60, "minute"),
        3600..86_400 => (seconds / 3600, "hour"),
        _ => (seconds / 86_400, "day"),
    };
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {unit}{plural}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn attempt(source: &str, answer: Answer) -> Attempt {
        Attempt {
            source: source.to_owned(),
            answer,
        }
    }

    #[test]
    fn every_source_is_listed_with_its_result() {
        let report = Report::new(vec![
            attempt(
                "environment",
                Answer::not_configured("AWS_ACCESS_KEY_ID is not set"),
            ),
            attempt(
                "profile `dev` (~/.aws/config)",
                Answer::failed(
                    "the SSO token expired 3 hours ago",
                    "run `aws sso login --profile dev`",
                ),
            ),
        ]);
        assert_eq!(
            report.to_string(),
            "could not load AWS credentials\n  environment: AWS_ACCESS_KEY_ID is not set\n  profile `dev` \
             (~/.aws/config): the SSO token expired 3 hours ago\n  hint: run `aws sso login --profile dev`"
        );
    }

    #[test]
    fn without_a_configured_source_the_hint_is_to_sign_in() {
        let report = Report::new(vec![attempt(
            "container",
            Answer::not_configured("not configured"),
        )]);
        assert!(
            report.to_string().contains("hint: sign in with `aws sso login`"),
            "{report}"
        );
    }

    #[test]
    fn durations_are_shown_in_their_largest_unit() {
        let shown = [1, 59, 61, 3 * 3600, 2 * 86_400].map(|seconds| rough(Duration::from_secs(seconds)));
        assert_eq!(shown, ["1 second", "59 seconds", "1 minute", "3 hours", "2 days"]);
    }
}
