//! The syntax of intrinsic functions in JSONPath states: `States.Format('trip {}', $.id)`.
//!
//! `run/intrinsics.rs` evaluates them.

use super::{JsonPath, excerpt};
use crate::{model::Json, problem::did_you_mean};

/// A call of an intrinsic function.
#[derive(Debug, Clone)]
pub(crate) struct Intrinsic {
    pub(crate) function: Function,
    pub(crate) arguments: Vec<Argument>,
}

/// An argument of a function.
#[derive(Debug, Clone)]
pub(crate) enum Argument {
    Literal(Json),
    Path(JsonPath),
    Call(Intrinsic),
}

/// Declares the functions: the name in `States.Name`, and the number of arguments.
macro_rules! functions {
    ($($name:ident = $text:literal $min:literal..=$max:expr,)+) => {
        /// An intrinsic function.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Function { $($name,)+ }

        impl Function {
            pub(crate) const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// The name without `States.`.
            pub(crate) const fn name(self) -> &'static str {
                match self { $(Self::$name => $text,)+ }
            }

            const fn arity(self) -> (usize, usize) {
                match self { $(Self::$name => ($min, $max),)+ }
            }
        }
    };
}

functions! {
    Format = "Format" 1..=usize::MAX,
    StringToJson = "StringToJson" 1..=1,
    JsonToString = "JsonToString" 1..=1,
    Array = "Array" 0..=usize::MAX,
    ArrayPartition = "ArrayPartition" 2..=2,
    ArrayContains = "ArrayContains" 2..=2,
    ArrayRange = "ArrayRange" 3..=3,
    ArrayGetItem = "ArrayGetItem" 2..=2,
    ArrayLength = "ArrayLength" 1..=1,
    ArrayUnique = "ArrayUnique" 1..=1,
    Base64Encode = "Base64Encode" 1..=1,
    Base64Decode = "Base64Decode" 1..=1,
    Hash = "Hash" 2..=2,
    JsonMerge = "JsonMerge" 3..=3,
    MathRandom = "MathRandom" 2..=3,
    MathAdd = "MathAdd" 2..=2,
    StringSplit = "StringSplit" 2..=2,
    Uuid = "UUID" 0..=0,
}

impl Intrinsic {
    /// The service's limit for nested calls.
    const MAX_DEPTH: usize = 10;

    /// Whether `text` looks like a call, well-formed or not.
    pub(crate) fn looks_like_call(text: &str) -> bool {
        text.starts_with("States.")
    }

    /// The paths among the arguments, those of nested calls included.
    pub(crate) fn paths(&self) -> Vec<&JsonPath> {
        let paths = self.arguments.iter().map(|argument| match argument {
            Argument::Literal(_) => Vec::new(),
            Argument::Path(path) => vec![path],
            Argument::Call(call) => call.paths(),
        });
        paths.flatten().collect()
    }

    /// Parses a call. The error describes the problem.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let mut parser = Parser {
            whole: text,
            rest: text,
        };
        let call = parser.call(1)?;
        parser.skip_spaces();
        if parser.rest.is_empty() {
            Ok(call)
        } else {
            Err(parser.error("has characters after the call"))
        }
    }
}

struct Parser<'a> {
    whole: &'a str,
    rest: &'a str,
}

impl<'a> Parser<'a> {
    fn call(&mut self, depth: usize) -> Result<Intrinsic, String> {
        if depth > Intrinsic::MAX_DEPTH {
            return Err(self.error("has more than ten nested calls"));
        }
        let end = self
            .rest
            .find('(')
            .ok_or_else(|| self.error("has no `(` after the function name"))?;
        let (name, rest) = self.rest.split_at(end);
        let bare = name.trim_end().strip_prefix("States.").unwrap_or(name);
        let function = Function::ALL
            .iter()
            .copied()
            .find(|function| function.name() == bare);
        let Some(function) = function else {
            let meant = did_you_mean(bare, Function::ALL.iter().map(|function| function.name()));
            return Err(format!(
                "{} is not an intrinsic function{meant}",
                excerpt(name.trim_end(), 0)
            ));
        };
        self.rest = &rest[1..];
        let arguments = self.arguments(depth)?;
        let (min, max) = function.arity();
        if !(min..=max).contains(&arguments.len()) {
            let wanted = match (min, max) {
                (min, usize::MAX) => format!("at least {min}"),
                (min, max) if min == max => min.to_string(),
                (min, max) => format!("{min} to {max}"),
            };
            return Err(self.error(&format!(
                "calls `States.{}` with {} arguments instead of {wanted}",
                function.name(),
                arguments.len()
            )));
        }
        if let (Function::Format, Some(Argument::Literal(Json::String(template)))) =
            (function, arguments.first())
        {
            let holes = placeholders(template);
            let given = arguments.len() - 1;
            if holes != given {
                return Err(self.error(&format!("has {holes} `{{}}` for {given} values")));
            }
        }
        Ok(Intrinsic { function, arguments })
    }

    fn arguments(&mut self, depth: usize) -> Result<Vec<Argument>, String> {
        let mut arguments = Vec::new();
        self.skip_spaces();
        if self.take(')') {
            return Ok(arguments);
        }
        loop {
            self.skip_spaces();
            arguments.push(self.argument(depth)?);
            self.skip_spaces();
            if self.take(')') {
                return Ok(arguments);
            }
            if !self.take(',') {
                return Err(self.error("has no `,` or `)` after an argument"));
            }
        }
    }

    fn argument(&mut self, depth: usize) -> Result<Argument, String> {
        if Intrinsic::looks_like_call(self.rest) {
            return self.call(depth + 1).map(Argument::Call);
        }
        if self.take('\'') {
            return self.text().map(|text| Argument::Literal(text.into()));
        }
        let word = self.word();
        if word.starts_with('$') {
            return JsonPath::parse(word).map(Argument::Path);
        }
        match serde_json::from_str(word) {
            Ok(literal @ (Json::Number(_) | Json::Null | Json::Bool(_))) => Ok(Argument::Literal(literal)),
            _ => Err(self.error(&format!(
                "has the invalid argument {}; an argument must be a 'string' in single quotes, a number, `true`, `false`, `null`, a path or a call",
                excerpt(word, 0)
            ))),
        }
    }

    /// The rest of a string after its opening quote. A backslash escapes `'`, `{`, `}` and itself. It is kept before a brace,
    /// for `States.Format`.
    fn text(&mut self) -> Result<String, String> {
        let mut text = String::new();
        let mut characters = self.rest.char_indices();
        while let Some((at, c)) = characters.next() {
            match c {
                '\'' => {
                    self.rest = &self.rest[at + 1..];
                    return Ok(text);
                }
                '\\' => match characters.next() {
                    Some((_, '\'')) => text.push('\''),
                    Some((_, escaped @ ('{' | '}' | '\\'))) => text.extend(['\\', escaped]),
                    _ => {
                        return Err(
                            self.error("has an invalid escape; only `'`, `{`, `}` and `\\` can be escaped")
                        );
                    }
                },
                c => text.push(c),
            }
        }
        Err(self.error("has a string without a closing `'`"))
    }

    /// The text up to the `,` or `)` that ends an argument. Brackets, and quotes in them, can contain both.
    fn word(&mut self) -> &'a str {
        let (mut depth, mut quote) = (0_usize, None);
        let end = self.rest.char_indices().find(|&(_, c)| {
            match (quote, c) {
                (Some(open), c) if c == open => quote = None,
                (None, '\'' | '"') if depth > 0 => quote = Some(c),
                (None, '[' | '(') => depth += 1,
                (None, ']') => depth = depth.saturating_sub(1),
                (None, ')') if depth > 0 => depth -= 1,
                (None, ',' | ')') if depth == 0 => return true,
                _ => {}
            }
            false
        });
        let (word, rest) = self.rest.split_at(end.map_or(self.rest.len(), |(at, _)| at));
        self.rest = rest;
        word.trim_end()
    }

    fn take(&mut self, wanted: char) -> bool {
        match self.rest.strip_prefix(wanted) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn skip_spaces(&mut self) {
        self.rest = self.rest.trim_start();
    }

    fn error(&self, what: &str) -> String {
        format!(
            "{} {what}",
            excerpt(self.whole, self.whole.len() - self.rest.len())
        )
    }
}

/// The number of `{}` in a template of `States.Format`.
fn placeholders(template: &str) -> usize {
    let mut count = 0;
    let mut characters = template.chars().peekable();
    while let Some(c) = characters.next() {
        if c == '\\' {
            characters.next();
        } else if c == '{' && characters.peek() == Some(&'}') {
            count += 1;
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_18_functions_are_declared() {
        assert_eq!(Function::ALL.len(), 18);
    }

    #[test]
    fn calls_can_have_paths_calls_strings_and_numbers_as_arguments() {
        let call = Intrinsic::parse(
            "States.Format('{} of {}: it\\'s {}', $.a['x,y)'], States.MathAdd(1, -2), null)",
        )
        .unwrap();
        assert_eq!(call.arguments.len(), 4);
        assert!(matches!(&call.arguments[1], Argument::Path(_)));
        assert!(matches!(&call.arguments[2], Argument::Call(_)));
    }

    #[test]
    fn errors_describe_the_problem() {
        check("States.Fromat('x')", "did you mean `Format`?");
        check("States.Hash('x')", "with 1 arguments instead of 2");
        check("States.MathRandom(1)", "instead of 2 to 3");
        check("States.Format('{}')", "has 1 `{}` for 0 values");
        check("States.Array('x'", "has no `,` or `)`");
        check("States.Array('x)", "without a closing `'`");
        check("States.Array(\"x\")", "in single quotes");
        check("States.UUID", "has no `(`");
        check("States.UUID() x", "has characters after the call");
        check("States.Array(States.Array($.)", "is not a path");
    }

    #[track_caller]
    fn check(text: &str, wanted: &str) {
        let message = Intrinsic::parse(text).expect_err("a problem");
        assert!(message.contains(wanted), "{text}: {message}");
    }
}
