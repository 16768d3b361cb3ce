//! Indented text.

use crate::docs;

/// Rust code, line by line.
#[derive(Default)]
pub(super) struct Code {
    text: String,
    depth: usize,
}

impl Code {
    pub(super) fn line(&mut self, line: &str) {
        for _ in 0..self.depth {
            self.text.push_str("    ");
        }
        self.text.push_str(line);
        self.text.push('\n');
    }

    pub(super) fn empty_line(&mut self) {
        self.text.push('\n');
    }

    /// A line after which the text is indented.
    pub(super) fn open(&mut self, line: &str) {
        self.line(line);
        self.depth += 1;
    }

    /// The line that ends what [`Self::open`] began.
    pub(super) fn close(&mut self, line: &str) {
        self.depth -= 1;
        self.line(line);
    }

    /// A doc comment. Empty paragraphs are left out.
    pub(super) fn doc<'a>(&mut self, paragraphs: impl IntoIterator<Item = &'a str>) {
        let paragraphs = paragraphs.into_iter().filter(|paragraph| !paragraph.is_empty());
        self.text.push_str(&docs::comment(4 * self.depth, paragraphs));
    }

    pub(super) fn finish(self) -> String {
        self.text
    }
}
