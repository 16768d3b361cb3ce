//! Indentation that YAML forbids but CloudFormation accepts: within brackets or quotes, a line may be indented less than its
//! parent, most often a closing bracket.
//!
//! White space at the start of such a line has no meaning, so the line is indented, and the text is parsed again.

use std::{borrow::Cow, collections::BTreeSet};

use saphyr_parser::ScanError;

/// The maximum number of lines to indent. Each requires parsing the text again.
const MAX_LINES: usize = 200;

/// Deeper than any indentation in a template.
const INDENTATION: &str =
    "                                                                                                ";

/// A text and the lines to indent.
#[derive(Debug)]
pub(super) struct Lenient<'a> {
    text: &'a str,
    /// Counted from 1.
    indented: BTreeSet<usize>,
}

impl<'a> Lenient<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            text,
            indented: BTreeSet::new(),
        }
    }

    /// The text to parse.
    pub(super) fn text(&self) -> Cow<'a, str> {
        if self.indented.is_empty() {
            return Cow::Borrowed(self.text);
        }
        let lines = self.text.split_inclusive('\n').enumerate();
        lines
            .flat_map(|(index, line)| {
                let is_indented = self.indented.contains(&(index + 1));
                [if is_indented { INDENTATION } else { "" }, line]
            })
            .collect()
    }

    /// The number of characters by which a line was indented.
    pub(super) fn added_to(&self, line: usize) -> usize {
        if self.indented.contains(&line) {
            INDENTATION.len()
        } else {
            0
        }
    }

    /// Indents the line that causes the error; `false` if the error has another cause.
    pub(super) fn indent(&mut self, error: &ScanError) -> bool {
        let line = error.marker().line();
        let line = match error.info() {
            "invalid indentation" | "invalid indentation in flow construct" => line,
            // The error is reported at the opening quote. The line is one of those after it.
            "invalid indentation in quoted scalar" => {
                let after = line + 1..=self.text.lines().count();
                let Some(next) = { after }.find(|line| !self.indented.contains(line)) else {
                    return false;
                };
                next
            }
            _ => return false,
        };
        self.indented.len() < MAX_LINES && self.indented.insert(line)
    }
}

#[cfg(test)]
mod tests {
    use super::super::read::read as read_with;
    use crate::template::{error::ParseError, json::Notes, node::Node};

    fn read(text: &str) -> Result<Node, ParseError> {
        read_with(text, &mut Notes::Refused)
    }

    #[track_caller]
    fn check(outdented: &str, indented: &str) {
        let json = |text: &str| read(text).map(Node::into_json).expect("a document");
        assert_eq!(json(outdented), json(indented));
    }

    #[test]
    fn a_closing_bracket_may_be_indented_less() {
        check(
            "A:\n  B: [\n    1,\n    2\n  ]\n  C: {\n  D: 1,\nE: [2\n]\n  }\nF: x\n",
            "A: {B: [1, 2], C: {D: 1, E: [2]}}\nF: x\n",
        );
    }

    #[test]
    fn a_quoted_string_may_continue_without_indentation() {
        check(
            "A:\n  B:\n    C: '{\n  \"a\": 1,\n\n\"b\": 2\n}'\n    D: x\n",
            "A:\n  B:\n    C: \"{ \\\"a\\\": 1,\\n\\\"b\\\": 2 }\"\n    D: x\n",
        );
    }

    #[test]
    fn other_wrong_indentation_is_refused() {
        for text in ["A:\n    B: 1\n  C: 2\n", "A: [1,\n", "A: 'x\n"] {
            assert!(read(text).is_err(), "{text}");
        }
    }
}
