//! The status line at the bottom of a terminal, rewritten while an operation is in progress. Without a terminal there is none.
//!
//! It is erased before any other line is written and when it is dropped, so no remains of it stay on the screen.

use std::io::{IsTerminal as _, Write as _};

use crate::terminal::{Style, Terminal, eprint};

/// The width of a terminal that does not report one.
const DEFAULT_WIDTH: usize = 80;

/// The status line below the permanent lines.
#[derive(Debug)]
pub(super) struct StatusLine {
    terminal: Terminal,
    is_shown: bool,
    is_supported: bool,
}

impl StatusLine {
    pub(super) fn new(terminal: Terminal) -> Self {
        let dumb = std::env::var("TERM").is_ok_and(|term| term == "dumb");
        Self {
            terminal,
            is_shown: false,
            is_supported: std::io::stderr().is_terminal() && !dumb && !terminal.is_quiet(),
        }
    }

    /// Whether there is a terminal that can show a status line.
    pub(super) fn is_supported(&self) -> bool {
        self.is_supported
    }

    /// Writes a permanent line.
    pub(super) fn line(&mut self, style: Style, text: std::fmt::Arguments<'_>) {
        self.erase();
        self.terminal.line(style, text);
    }

    /// Shows `text` until the next permanent line, cut to the terminal's width.
    pub(super) fn show(&mut self, text: &str) {
        if !self.is_supported {
            return;
        }
        let width = terminal_size::terminal_size_of(std::io::stderr())
            .map_or(DEFAULT_WIDTH, |(width, _)| usize::from(width.0));
        let cut: String = text.chars().take(width.saturating_sub(1)).collect();
        let faint = Style::Faint.ansi();
        eprint(format_args!("\r\x1b[2K{faint}{cut}{faint:#}"));
        // A terminal that cannot be written to does not stop a deployment.
        let _ = std::io::stderr().flush();
        self.is_shown = true;
    }

    fn erase(&mut self) {
        if std::mem::take(&mut self.is_shown) {
            eprint(format_args!("\r\x1b[2K"));
        }
    }
}

impl Drop for StatusLine {
    fn drop(&mut self) {
        self.erase();
    }
}
