//! What a person sees while a verb works: lines on stderr, coloured on a terminal only.
//!
//! Data never goes through here; it goes to stdout. `NO_COLOR` and redirected output are honoured by `anstream`. A line
//! that has been written stays, so that a CI log reads like a terminal; the one line that changes is `deploy`'s own.

use std::error::Error;
use std::fmt;
use std::io::{BufRead as _, IsTerminal as _, Write as _};
use std::os::fd::AsFd;
use std::time::{Duration, Instant};

use anstyle::{AnsiColor, Style};

/// Progress on stderr, each line with the time since the start.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Terminal {
    quiet: bool,
    started: Instant,
}

/// How a line is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tone {
    Plain,
    Good,
    Bad,
    Heading,
    Faint,
}

impl Tone {
    pub(crate) fn style(self) -> Style {
        match self {
            Self::Plain => Style::new(),
            Self::Good => AnsiColor::Green.on_default(),
            Self::Bad => AnsiColor::Red.on_default().bold(),
            Self::Heading => Style::new().bold(),
            Self::Faint => Style::new().dimmed(),
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

    /// Tells what is being done.
    pub(crate) fn say(&self, text: fmt::Arguments<'_>) {
        self.line(Tone::Plain, text);
    }

    /// Tells what is being done, in a tone.
    pub(crate) fn line(&self, tone: Tone, text: fmt::Arguments<'_>) {
        if self.quiet {
            return;
        }
        let (faint, style) = (Tone::Faint.style(), tone.style());
        tell(format_args!(
            "{faint}{}{faint:#} {style}{text}{style:#}\n",
            Elapsed(self.started.elapsed())
        ));
    }

    /// Writes a page that is made for the terminal's width, between the lines that tell what is being done.
    pub(crate) fn page(&self, page: impl FnOnce(usize) -> String) {
        if !self.quiet {
            let width = columns(std::io::stderr(), std::io::stderr().is_terminal());
            tell(format_args!("{}", page(width)));
        }
    }

    /// Whether nothing but errors and data is wanted.
    pub(crate) fn is_quiet(&self) -> bool {
        self.quiet
    }

    /// Whether someone can answer a question.
    pub(crate) fn can_ask() -> bool {
        std::io::stdin().is_terminal() && std::io::stderr().is_terminal()
    }

    /// Asks a question and reads a line, off the runtime's threads, so that Ctrl-C works while the question stands.
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
            .unwrap_or_else(|_| Err(std::io::Error::other("the question was given up")))
    }
}

/// How wide a page is that no terminal shows.
const USUAL_WIDTH: usize = 100;

/// How wide a page may be: what `COLUMNS` says, or the terminal, or a usual width.
pub(crate) fn columns(stream: impl AsFd, is_terminal: bool) -> usize {
    let said = std::env::var("COLUMNS")
        .ok()
        .and_then(|columns| columns.parse().ok());
    let measured = || {
        let (terminal_size::Width(width), _) = terminal_size::terminal_size_of(stream)?;
        is_terminal.then_some(usize::from(width))
    };
    said.or_else(measured).unwrap_or(USUAL_WIDTH)
}

/// Writes to stderr, if anybody is left to read it. A terminal that was closed and a pipe whose reader went away end nothing:
/// what is under way has data to save.
pub(crate) fn tell(text: fmt::Arguments<'_>) {
    let _ = anstream::stderr().lock().write_fmt(text);
}

/// Writes an error and its causes; with `verbose`, every single one of them.
pub(crate) fn complain(error: &(dyn Error + 'static), verbose: bool) {
    let style = Tone::Bad.style();
    tell(format_args!(
        "{style}error:{style:#} {}\n",
        Chain { error, verbose }
    ));
}

/// A technical cause, copied from an error of a library. It is shown with `--verbose` only.
#[derive(Debug, Clone)]
pub(crate) struct Detail {
    text: String,
    source: Option<Box<Self>>,
}

impl Detail {
    /// Copies an error and its causes.
    pub(crate) fn of(error: &(dyn Error + 'static)) -> Self {
        Self {
            text: error.to_string(),
            source: error.source().map(|source| Box::new(Self::of(source))),
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

/// An error and its causes, each on its own line. Unless all are wanted, a cause that the line before already told and
/// technical details are left out. A cause of several lines is a list of problems, one below the other.
struct Chain<'a> {
    error: &'a (dyn Error + 'static),
    verbose: bool,
}

impl fmt::Display for Chain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut last = self.error.to_string();
        f.write_str(&last)?;
        let mut cause = self.error.source();
        while let Some(error) = cause {
            if error.is::<Detail>() && !self.verbose {
                break;
            }
            let text = error.to_string();
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
        Ok(())
    }
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
    fn a_cause_that_was_already_told_is_left_out() {
        let innermost = Layer {
            text: "connection refused",
            source: None,
        };
        let told = Layer {
            text: "no answer: connection refused",
            source: Some(Box::new(innermost)),
        };
        let outer = Layer {
            text: "could not deploy",
            source: Some(Box::new(told)),
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
    fn technical_details_are_shown_only_when_wanted() {
        let io = std::io::Error::other("connection reset by peer");
        let outer = Wrapped(Detail::of(&io));
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
