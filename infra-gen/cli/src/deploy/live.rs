//! The one line at the bottom of a terminal that changes while something is under way. Everywhere else there is none.
//!
//! It is wiped before any other line is written and when its owner goes, so that nothing of it is ever left behind.

use std::io::{IsTerminal as _, Write as _};

use crate::terminal::{Style, Terminal, eprint};

/// How wide a line is where the terminal does not say.
const USUAL_WIDTH: usize = 80;

/// The changing line below the lines that stay.
#[derive(Debug)]
pub(super) struct Live {
    terminal: Terminal,
    shown: bool,
    possible: bool,
}

impl Live {
    pub(super) fn new(terminal: Terminal) -> Self {
        let dumb = std::env::var("TERM").is_ok_and(|term| term == "dumb");
        Self {
            terminal,
            shown: false,
            possible: std::io::stderr().is_terminal() && !dumb && !terminal.is_quiet(),
        }
    }

    /// Whether there is a terminal that can show it.
    pub(super) fn is_possible(&self) -> bool {
        self.possible
    }

    /// Writes a line that stays.
    pub(super) fn line(&mut self, style: Style, text: std::fmt::Arguments<'_>) {
        self.wipe();
        self.terminal.line(style, text);
    }

    /// Shows `text` until the next line; cut to one line of the terminal.
    pub(super) fn show(&mut self, text: &str) {
        if !self.possible {
            return;
        }
        let width = terminal_size::terminal_size_of(std::io::stderr())
            .map_or(USUAL_WIDTH, |(width, _)| usize::from(width.0));
        let cut: String = text.chars().take(width.saturating_sub(1)).collect();
        let faint = Style::Faint.ansi();
        eprint(format_args!("\r\x1b[2K{faint}{cut}{faint:#}"));
        // What cannot be shown is no reason to end a deployment.
        let _ = std::io::stderr().flush();
        self.shown = true;
    }

    fn wipe(&mut self) {
        if std::mem::take(&mut self.shown) {
            eprint(format_args!("\r\x1b[2K"));
        }
    }
}

impl Drop for Live {
    fn drop(&mut self) {
        self.wipe();
    }
}
