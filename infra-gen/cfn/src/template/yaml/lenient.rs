//! Lines that the specification of YAML wants further in, and CloudFormation takes where they are: within brackets or quotes
//! a line may stand left of what it belongs to, a closing bracket most of all.
//!
//! White space at the start of such a line means nothing, so it is moved in, and the text is read again.

use std::{borrow::Cow, collections::BTreeSet};

use saphyr_parser::ScanError;

/// How many lines are moved; each costs another look at the text.
const MOST: usize = 200;

/// Further in than anything that a template holds.
const FAR_IN: &str =
    "                                                                                                ";

/// A text, and its lines that are moved in.
#[derive(Debug)]
pub(super) struct Lenient<'a> {
    text: &'a str,
    /// Counted from 1.
    moved: BTreeSet<usize>,
}

impl<'a> Lenient<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            text,
            moved: BTreeSet::new(),
        }
    }

    /// The text as it is to be read.
    pub(super) fn text(&self) -> Cow<'a, str> {
        if self.moved.is_empty() {
            return Cow::Borrowed(self.text);
        }
        let lines = self.text.split_inclusive('\n').enumerate();
        lines
            .flat_map(|(index, line)| {
                let is_moved = self.moved.contains(&(index + 1));
                [if is_moved { FAR_IN } else { "" }, line]
            })
            .collect()
    }

    /// Moves the line in that the parser stumbles over; `false` if it stumbles over something else.
    pub(super) fn indent(&mut self, error: &ScanError) -> bool {
        let line = error.marker().line();
        let stumbled = match error.info() {
            "invalid indentation" | "invalid indentation in flow construct" => line,
            // Told is where the quotes open; the line is one of those after it.
            "invalid indentation in quoted scalar" => {
                let after = line + 1..=self.text.lines().count();
                let Some(next) = { after }.find(|line| !self.moved.contains(line)) else {
                    return false;
                };
                next
            }
            _ => return false,
        };
        self.moved.len() < MOST && self.moved.insert(stumbled)
    }
}

#[cfg(test)]
mod tests {
    use super::super::read::read as read_noting;
    use crate::template::{error::ParseError, json::Duplicates, node::Node};

    fn read(text: &str) -> Result<Node, ParseError> {
        read_noting(text, &mut Duplicates::Refused)
    }

    #[track_caller]
    fn check(outdented: &str, indented: &str) {
        let json = |text: &str| read(text).map(Node::into_json).expect("a document");
        assert_eq!(json(outdented), json(indented));
    }

    #[test]
    fn a_bracket_may_close_below_its_key() {
        check(
            "A:\n  B: [\n    1,\n    2\n  ]\n  C: {\n  D: 1,\nE: [2\n]\n  }\nF: x\n",
            "A: {B: [1, 2], C: {D: 1, E: [2]}}\nF: x\n",
        );
    }

    #[test]
    fn quotes_may_go_on_at_the_margin() {
        check(
            "A:\n  B:\n    C: '{\n  \"a\": 1,\n\n\"b\": 2\n}'\n    D: x\n",
            "A:\n  B:\n    C: \"{ \\\"a\\\": 1,\\n\\\"b\\\": 2 }\"\n    D: x\n",
        );
    }

    #[test]
    fn what_stands_too_far_out_otherwise_is_refused_still() {
        for text in ["A:\n    B: 1\n  C: 2\n", "A: [1,\n", "A: 'x\n"] {
            assert!(read(text).is_err(), "{text}");
        }
    }
}
