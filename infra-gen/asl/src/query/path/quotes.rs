//! Finds the characters of a text that are outside of quotes.

/// Reads a text character by character. A backslash escapes the next character in quotes.
#[derive(Default)]
pub(super) struct Quotes {
    open: Option<char>,
    escaped: bool,
}

impl Quotes {
    /// Whether `c`, the next character, is outside of quotes and is none. `opening` has the characters that open quotes.
    pub(super) fn is_outside(&mut self, c: char, opening: &str) -> bool {
        let Some(open) = self.open else {
            self.open = opening.contains(c).then_some(c);
            return self.open.is_none();
        };
        if self.escaped {
            self.escaped = false;
        } else if c == '\\' {
            self.escaped = true;
        } else if c == open {
            self.open = None;
        }
        false
    }
}
