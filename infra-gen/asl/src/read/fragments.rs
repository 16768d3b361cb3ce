//! Finds syntax errors in JSON that a template puts together, where `${Name}` outside of strings stands for an unknown piece.
//!
//! Where a value is expected, such a piece is a value: `"Seconds": ${Seconds}`. Elsewhere, it can be members, a key, or the rest of
//! the text. Only an error that no such piece explains counts.

use crate::substitution;

/// The first error: its offset, and what is wrong. `None` if there is none, or if it depends on an unknown piece.
pub(super) fn first_error(text: &str) -> Option<(usize, String)> {
    let mut reader = Reader {
        text,
        offset: 0,
        open: Vec::new(),
        next: Next::Value,
        piece: None,
    };
    loop {
        match reader.step() {
            Step::Continue => {}
            Step::Stop => return None,
            Step::Error(message) => return Some((reader.offset, message)),
        }
    }
}

struct Reader<'t> {
    text: &'t str,
    offset: usize,
    /// The brackets that are open, outermost first.
    open: Vec<Bracket>,
    next: Next,
    /// Where the unknown piece before the next token ends, if there is one.
    piece: Option<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bracket {
    Object,
    Array,
}

/// The token that is expected next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Next {
    Value,
    /// After `[`.
    ValueOrEnd,
    Key,
    /// After `{`.
    KeyOrEnd,
    Colon,
    /// After a value.
    CommaOrEnd,
    /// After the document.
    Nothing,
    /// After an unknown piece that is not a value.
    Anything,
}

enum Step {
    Continue,
    /// The text ends, or the rest depends on an unknown piece.
    Stop,
    Error(String),
}

impl Reader<'_> {
    fn rest(&self) -> &str {
        &self.text[self.offset..]
    }

    fn step(&mut self) -> Step {
        let spaces = self.rest().find(|c| !matches!(c, ' ' | '\t' | '\r' | '\n'));
        self.offset += spaces.unwrap_or(self.rest().len());
        if let Some(length) = substitution::length(self.rest()) {
            let is_value = self.takes_value() && !self.open.is_empty();
            let next = if is_value {
                Next::CommaOrEnd
            } else {
                Next::Anything
            };
            self.take(length, next);
            self.piece = Some(self.offset);
            return Step::Continue;
        }
        let Some(c) = self.rest().chars().next() else {
            return match self.next {
                Next::Nothing => Step::Stop,
                // The piece can be the rest of the text.
                _ if self.piece.is_some() => Step::Stop,
                _ => Step::Error(format!("the text ends, but {} is missing", self.expected())),
            };
        };
        match c {
            '{' => self.open(Bracket::Object, Next::KeyOrEnd),
            '[' => self.open(Bracket::Array, Next::ValueOrEnd),
            '}' => self.close(Bracket::Object),
            ']' => self.close(Bracket::Array),
            ',' => match (self.next, self.open.last()) {
                (Next::CommaOrEnd | Next::Anything, Some(Bracket::Object)) => self.take(1, Next::Key),
                (Next::CommaOrEnd | Next::Anything, Some(Bracket::Array)) => self.take(1, Next::Value),
                _ => self.unexpected(","),
            },
            ':' => match (self.next, self.open.last()) {
                (Next::Colon | Next::Anything, Some(Bracket::Object)) => self.take(1, Next::Value),
                _ => self.unexpected(":"),
            },
            '"' => self.string(),
            _ => self.literal(),
        }
    }

    fn take(&mut self, length: usize, next: Next) -> Step {
        self.offset += length;
        self.next = next;
        self.piece = None;
        Step::Continue
    }

    fn open(&mut self, bracket: Bracket, next: Next) -> Step {
        if !self.takes_value() {
            return self.unexpected(&self.rest()[..1]);
        }
        self.open.push(bracket);
        self.take(1, next)
    }

    fn close(&mut self, bracket: Bracket) -> Step {
        let can_end = matches!(
            (self.next, bracket),
            (Next::CommaOrEnd | Next::Anything, _)
                | (Next::KeyOrEnd, Bracket::Object)
                | (Next::ValueOrEnd, Bracket::Array)
        );
        if !can_end || self.open.last() != Some(&bracket) {
            return self.unexpected(&self.rest()[..1]);
        }
        self.open.pop();
        self.take(1, self.after_value())
    }

    fn takes_value(&self) -> bool {
        matches!(self.next, Next::Value | Next::ValueOrEnd)
    }

    fn after_value(&self) -> Next {
        if self.open.is_empty() {
            Next::Nothing
        } else {
            Next::CommaOrEnd
        }
    }

    fn string(&mut self) -> Step {
        let next = match (self.next, self.open.last()) {
            (Next::Key | Next::KeyOrEnd, _) => Next::Colon,
            (Next::Value | Next::ValueOrEnd, _) => self.after_value(),
            _ => return self.unexpected("\""),
        };
        let start = self.offset;
        self.offset += 1;
        while let Some(c) = self.rest().chars().next() {
            match c {
                '"' => return self.take(1, next),
                '\\' => match escape(self.rest()) {
                    Some(length) => self.offset += length,
                    None => return Step::Error("invalid escape sequence in a string".to_owned()),
                },
                c if c < ' ' => {
                    return Step::Error("a control character in a string must be escaped".to_owned());
                }
                c => self.offset += c.len_utf8(),
            }
        }
        self.offset = start;
        Step::Error("the string has no closing quote".to_owned())
    }

    /// A number, `true`, `false` or `null`. Together with an unknown piece, it can be any token.
    fn literal(&mut self) -> Step {
        let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.' | '_');
        let length = self.rest().find(|c| !is_part(c)).unwrap_or(self.rest().len());
        let (word, behind) = self.rest().split_at(length);
        let touches = self.piece == Some(self.offset) || substitution::length(behind).is_some();
        if touches && !word.is_empty() {
            return self.take(length, Next::Anything);
        }
        let is_valid = !word.is_empty() && serde_json::from_str::<serde_json::Value>(word).is_ok();
        if !is_valid || !self.takes_value() {
            let word = if word.is_empty() {
                self.rest().chars().next().map(String::from).unwrap_or_default()
            } else {
                word.to_owned()
            };
            return self.unexpected(&word);
        }
        self.take(length, self.after_value())
    }

    /// An error, unless it depends on the unknown piece before the token.
    fn unexpected(&self, found: &str) -> Step {
        match self.next {
            Next::Anything => Step::Stop,
            _ => Step::Error(format!("expected {}, not `{found}`", self.expected())),
        }
    }

    fn expected(&self) -> &'static str {
        let in_object = self.open.last() == Some(&Bracket::Object);
        match self.next {
            Next::Value => "a value",
            Next::ValueOrEnd => "a value or `]`",
            Next::Key => "a key in double quotes",
            Next::KeyOrEnd => "a key in double quotes or `}`",
            Next::Colon => "`:`",
            Next::CommaOrEnd if in_object => "`,` or `}`",
            Next::CommaOrEnd => "`,` or `]`",
            Next::Nothing => "nothing else",
            Next::Anything => "anything",
        }
    }
}

/// The length of the escape sequence at the start of the text. A substitution may hold the digits of `\u`.
fn escape(text: &str) -> Option<usize> {
    let code = text[1..].chars().next()?;
    match code {
        '"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't' => Some(2),
        'u' if substitution::length(&text[2..]).is_some() => Some(2),
        'u' => {
            let digits = text.get(2..6)?;
            digits.chars().all(|c| c.is_ascii_hexdigit()).then_some(6)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::first_error;

    #[track_caller]
    fn check(text: &str, expected: Option<(usize, &str)>) {
        let found = first_error(text);
        let found = found
            .as_ref()
            .map(|(offset, message)| (*offset, message.as_str()));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn an_unknown_piece_is_a_value_members_or_a_key() {
        for text in [
            r#"{"a": ${A}, "b": [${B}, 1, ${C}], ${D}: {}, "e": true}"#,
            r#"{"a": 1 ${More}}"#,
            r#"{"a": 1, ${More}, "b": 2}"#,
            r#"{"a": {${Members}}}"#,
            r#"{"a": -${N}.5e${E}, "b": "x${Y}\"\u00e4\u${Z}"}"#,
            r#"{"a": 1, ${Rest}"#,
            "${All}",
            r#"{${Start} 1, "b": null, "c": [] }"#,
            r#"{"a": ${A}${B}, "b": ${C} ${D} 5}"#,
            r#"{"a": ${Rest}"#,
        ] {
            check(text, None);
        }
    }

    #[test]
    fn an_error_that_no_piece_explains_is_reported() {
        check(
            r#"{"a": ${A}, "b": 1"#,
            Some((18, "the text ends, but `,` or `}` is missing")),
        );
        check(
            r#"{"a": ${A} "b": 1}"#,
            Some((11, "expected `,` or `}`, not `\"`")),
        );
        check(r#"{"a": ${A}, "b" 1}"#, Some((16, "expected `:`, not `1`")));
        check(
            r#"{"a": 1 "b": ${B}}"#,
            Some((8, "expected `,` or `}`, not `\"`")),
        );
        check(
            r#"{"a": ${A},}"#,
            Some((11, "expected a key in double quotes, not `}`")),
        );
        check(
            r#"{"a": tru, "b": ${B}}"#,
            Some((6, "expected a value, not `tru`")),
        );
        check(
            r#"{"a": "${A}\q"}"#,
            Some((11, "invalid escape sequence in a string")),
        );
        check(
            r#"{"a": ${A}, "b}"#,
            Some((12, "the string has no closing quote")),
        );
        check(
            r#"{"a": ${A}, "b": []} ]"#,
            Some((21, "expected nothing else, not `]`")),
        );
        check(
            "{\"a\": ${A}, \"b\": \"c\nd\"}",
            Some((19, "a control character in a string must be escaped")),
        );
    }
}
