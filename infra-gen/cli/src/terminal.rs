//! Progress and errors on stderr, with colours only on a terminal.
//!
//! Data never passes through this module; it goes to stdout. `anstream` honours `NO_COLOR` and redirected output. A line
//! that has been written stays, so a CI log reads like a terminal. The only line that is overwritten is the live status of
//! `deploy`.

use std::error::Error;
use std::fmt;
use std::io::{BufRead as _, IsTerminal as _, Write as _};
use std::os::fd::AsFd;
use std::time::{Duration, Instant};

use anstyle::AnsiColor;

/// Progress on stderr, each line with the time since the start.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Terminal {
    quiet: bool,
    started: Instant,
}

/// How a line is emphasized.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    Plain,
    Success,
    Warning,
    Error,
    Heading,
    Faint,
}

impl Style {
    /// The terminal's colour and weight.
    pub(crate) fn ansi(self) -> anstyle::Style {
        match self {
            Self::Plain => anstyle::Style::new(),
            Self::Success => AnsiColor::Green.on_default(),
            Self::Warning => AnsiColor::Yellow.on_default().bold(),
            Self::Error => AnsiColor::Red.on_default().bold(),
            Self::Heading => anstyle::Style::new().bold(),
            Self::Faint => anstyle::Style::new().dimmed(),
        }
    }
}

impl Terminal {
    pub(crate) fn new(quiet: bool) -> Self {
        Self {
            quiet,
            started: Instant::now(),
        }
    }

    /// Writes a line of progress.
    pub(crate) fn info(&self, text: fmt::Arguments<'_>) {
        self.line(Style::Plain, text);
    }

    /// Writes a line of progress in a style.
    pub(crate) fn line(&self, style: Style, text: fmt::Arguments<'_>) {
        if self.quiet {
            return;
        }
        let (faint, style) = (Style::Faint.ansi(), style.ansi());
        eprint(format_args!(
            "{faint}{}{faint:#} {style}{text}{style:#}\n",
            Elapsed(self.started.elapsed())
        ));
    }

    /// Writes a text that is laid out for the terminal's width.
    pub(crate) fn page(&self, page: impl FnOnce(usize) -> String) {
        if !self.quiet {
            let width = columns(std::io::stderr(), std::io::stderr().is_terminal());
            eprint(format_args!("{}", page(width)));
        }
    }

    /// Whether only errors and data are printed.
    pub(crate) fn is_quiet(&self) -> bool {
        self.quiet
    }

    /// Whether a person can answer a question.
    pub(crate) fn can_ask() -> bool {
        std::io::stdin().is_terminal() && std::io::stderr().is_terminal()
    }

    /// Asks a question and reads one line. The read blocks a thread outside the runtime, so that Ctrl-C still works.
    pub(crate) async fn ask(question: String) -> std::io::Result<String> {
        let read = move || {
            write!(anstream::stderr(), "{question}")?;
            std::io::stderr().flush()?;
            let mut answer = String::new();
            std::io::stdin().lock().read_line(&mut answer)?;
            Ok(answer.trim().to_owned())
        };
        tokio::task::spawn_blocking(read)
            .await
            .unwrap_or_else(|_| Err(std::io::Error::other("the question was cancelled")))
    }
}

/// The width of a text that is not written to a terminal.
const DEFAULT_WIDTH: usize = 100;

/// The width for a text: `COLUMNS`, else the terminal's width, else a default.
pub(crate) fn columns(stream: impl AsFd, is_terminal: bool) -> usize {
    let variable = std::env::var("COLUMNS")
        .ok()
        .and_then(|columns| columns.parse().ok());
    let measured = || {
        let (terminal_size::Width(width), _) = terminal_size::terminal_size_of(stream)?;
        is_terminal.then_some(usize::from(width))
    };
    variable.or_else(measured).unwrap_or(DEFAULT_WIDTH)
}

/// Writes to stderr and ignores a failure: a closed terminal or pipe must not stop a run that has data to save.
pub(crate) fn eprint(text: fmt::Arguments<'_>) {
    let _ = anstream::stderr().lock().write_fmt(text);
}

/// Writes an error, its causes and its hints. With `verbose`, no cause is left out.
pub(crate) fn report_error(error: &(dyn Error + 'static), verbose: bool) {
    let style = Style::Error.ansi();
    eprint(format_args!(
        "{style}error:{style:#} {}\n",
        Chain { error, verbose }
    ));
}

/// A technical cause, copied from a library's error. Only `--verbose` shows it.
#[derive(Debug, Clone)]
pub(crate) struct Detail {
    text: String,
    source: Option<Box<Self>>,
}

impl Detail {
    /// Copies an error and its causes.
    pub(crate) fn new(error: &(dyn Error + 'static)) -> Self {
        Self {
            text: error.to_string(),
            source: error.source().map(|source| Box::new(Self::new(source))),
        }
    }
}

impl fmt::Display for Detail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Error for Detail {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}

/// The line prefix of an error's advice: `could not do it\n  hint: do that first`.
const HINT: &str = "hint: ";

/// Splits an error's text into the problem and its last hint.
pub(crate) fn split_hint(text: &str) -> (&str, Option<&str>) {
    match text.rsplit_once('\n') {
        Some((problem, last)) => match last.trim_start().strip_prefix(HINT) {
            Some(hint) => (problem, Some(hint)),
            None => (text, None),
        },
        None => (text, None),
    }
}

/// An error and its causes, one per line, followed by their hints. Without `verbose`, technical details are left out, and
/// so is a cause whose text the line before already contains. A cause of several lines is a list of problems and is
/// indented.
struct Chain<'a> {
    error: &'a (dyn Error + 'static),
    verbose: bool,
}

impl fmt::Display for Chain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut hints = Vec::new();
        let mut last = take_hint(self.error, &mut hints);
        f.write_str(&last)?;
        let mut cause = self.error.source();
        while let Some(error) = cause {
            if error.is::<Detail>() && !self.verbose {
                break;
            }
            let text = take_hint(error, &mut hints);
            if self.verbose && text != last || !last.contains(&text) {
                if text.contains('\n') {
                    write!(f, "\n  {}", text.replace('\n', "\n  "))?;
                } else {
                    write!(f, "\n  caused by: {text}")?;
                }
                last = text;
            }
            cause = error.source();
        }
        for hint in hints {
            write!(f, "\n  {HINT}{hint}")?;
        }
        Ok(())
    }
}

/// The error's text. Its hint is moved to `hints`, unless it is already there.
fn take_hint(error: &dyn Error, hints: &mut Vec<String>) -> String {
    let text = error.to_string();
    let (problem, hint) = split_hint(&text);
    if let Some(hint) = hint
        && !hints.iter().any(|known| known == hint)
    {
        hints.push(hint.to_owned());
    }
    problem.to_owned()
}

/// A duration in a column: `   0.3s`, `  12.0s`, `  4m05s`.
pub(crate) struct Elapsed(pub(crate) Duration);

impl fmt::Display for Elapsed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds = self.0.as_secs();
        if seconds < 100 {
            write!(f, "{:6.1}s", self.0.as_secs_f64())
        } else {
            write!(f, "{:3}m{:02}s", seconds / 60, seconds % 60)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, thiserror::Error)]
    #[error("{text}")]
    struct Layer {
        text: &'static str,
        source: Option<Box<Layer>>,
    }

    #[test]
    fn a_cause_that_the_message_already_contains_is_left_out() {
        let innermost = Layer {
            text: "connection refused",
            source: None,
        };
        let middle = Layer {
            text: "no answer: connection refused",
            source: Some(Box::new(innermost)),
        };
        let outer = Layer {
            text: "could not deploy",
            source: Some(Box::new(middle)),
        };
        let shown = |verbose| {
            let error: &(dyn Error + 'static) = &outer;
            Chain { error, verbose }.to_string()
        };
        assert_eq!(
            shown(false),
            "could not deploy\n  caused by: no answer: connection refused"
        );
        assert_eq!(
            shown(true),
            "could not deploy\n  caused by: no answer: connection refused\n  caused by: connection refused"
        );
    }

    #[test]
    fn hints_follow_the_causes() {
        let cause = Layer {
            text: "connection refused\n  hint: check the network",
            source: None,
        };
        let error = Layer {
            text: "could not deploy\n  hint: run the command again",
            source: Some(Box::new(cause)),
        };
        let error: &(dyn Error + 'static) = &error;
        assert_eq!(
            Chain {
                error,
                verbose: false
            }
            .to_string(),
            "could not deploy\n  caused by: connection refused\n  hint: run the command again\n  hint: check the network"
        );
    }

    #[test]
    fn technical_details_are_shown_only_with_verbose() {
        let io = std::io::Error::other("connection reset by peer");
        let outer = Wrapped(Detail::new(&io));
        let shown = |verbose| {
            let error: &(dyn Error + 'static) = &outer;
            Chain { error, verbose }.to_string()
        };
        assert_eq!(shown(false), "could not deploy");
        assert_eq!(
            shown(true),
            "could not deploy\n  caused by: connection reset by peer"
        );
    }

    #[derive(Debug, thiserror::Error)]
    #[error("could not deploy")]
    struct Wrapped(#[source] Detail);

    #[test]
    fn elapsed_time_keeps_its_column() {
        let shown = [300, 12_000, 245_000].map(|ms| Elapsed(Duration::from_millis(ms)).to_string());
        assert_eq!(shown, ["   0.3s", "  12.0s", "  4m05s"]);
    }
}
