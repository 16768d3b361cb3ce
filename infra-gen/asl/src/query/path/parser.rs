//! Reads a path.

use super::{
    Root, filter_parser,
    quotes::Quotes,
    step::{Slice, Step},
};
use crate::query::excerpt;

/// The limit for nested brackets. Filters are read recursively and would overflow the stack.
const DEEPEST: usize = 64;

pub(super) struct Parsed {
    pub(super) root: Root,
    pub(super) steps: Vec<Step>,
    pub(super) remarks: Vec<String>,
}

pub(super) fn parse(text: &str) -> Result<Parsed, String> {
    // The library removes spaces at the end.
    let path = text.trim_end_matches(' ');
    let Some(rest) = path.strip_prefix('$') else {
        return Err(format!(
            "{} is not a path; a path starts with `$`",
            excerpt(text, 0)
        ));
    };
    let wrong = |at: usize, why: &str| format!("{} is not a path: {why}", excerpt(text, at));
    if let Some(at) = too_deep(path) {
        return Err(wrong(at, &format!("it has more than {DEEPEST} nested brackets")));
    }
    let (root, rest) = root(rest);
    let mut parser = Parser {
        rest,
        remarks: Vec::new(),
    };
    match parser.steps() {
        Ok(steps) => Ok(Parsed {
            root,
            steps,
            remarks: parser.remarks,
        }),
        Err(why) => Err(wrong(path.len() - parser.rest.len(), &why)),
    }
}

/// The steps after `@` or `$` in a filter.
pub(super) fn inner_steps(rest: &str, remarks: &mut Vec<String>) -> Result<Vec<Step>, String> {
    let mut parser = Parser {
        rest,
        remarks: Vec::new(),
    };
    let steps = parser.steps()?;
    remarks.append(&mut parser.remarks);
    Ok(steps)
}

fn root(rest: &str) -> (Root, &str) {
    if let Some(rest) = rest.strip_prefix('$') {
        return (Root::Context, rest);
    }
    let end = rest
        .find(|c: char| !(c.is_alphanumeric() || c == '_'))
        .unwrap_or(rest.len());
    match rest.split_at(end) {
        ("", rest) => (Root::Data, rest),
        (name, rest) => (Root::Variable(name.to_owned()), rest),
    }
}

/// The position at which brackets nest deeper than [`DEEPEST`]. Brackets in strings count, too.
fn too_deep(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let deeper = |c| {
        match c {
            '[' | '(' => depth += 1,
            ']' | ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth > DEEPEST
    };
    text.find(deeper)
}

struct Parser<'a> {
    rest: &'a str,
    remarks: Vec<String>,
}

impl<'a> Parser<'a> {
    fn steps(&mut self) -> Result<Vec<Step>, String> {
        if !(self.rest.is_empty() || self.rest.starts_with(['.', '['])) {
            return Err("`.` or `[` must follow the root".to_owned());
        }
        let mut steps = Vec::new();
        while !self.rest.is_empty() {
            let scan = self.dots()?;
            let step = self.step()?;
            steps.push(match step {
                Step::Length if scan => return Err("a function cannot follow `..`".to_owned()),
                step if scan => Step::Scan(Box::new(step)),
                step => step,
            });
        }
        Ok(steps)
    }

    /// Skips `.` or `..`. Whether it is `..`.
    fn dots(&mut self) -> Result<bool, String> {
        let rest = self.rest.trim_start_matches('.');
        let dots = self.rest.len() - rest.len();
        if dots > 2 {
            return Err("it has more than two dots in a row".to_owned());
        }
        if dots > 0 && rest.is_empty() {
            return Err("it ends with a dot".to_owned());
        }
        self.rest = rest;
        Ok(dots == 2)
    }

    fn step(&mut self) -> Result<Step, String> {
        if let Some(inner) = self.rest.strip_prefix('[') {
            return self.brackets(inner.trim_start_matches(' '));
        }
        if let Some(rest) = self.rest.strip_prefix('*') {
            self.rest = rest;
            return Ok(Step::Wildcard);
        }
        self.name()
    }

    /// A name after a dot, or a function.
    fn name(&mut self) -> Result<Step, String> {
        let end = self.rest.find([' ', '.', '[', '(']).unwrap_or(self.rest.len());
        match self.rest[end..].chars().next() {
            Some(' ') => {
                self.rest = &self.rest[end..];
                Err("a name with a space must be in brackets and quotes, `['my name']`".to_owned())
            }
            Some('(') => self.function(end),
            _ => {
                let (name, rest) = self.rest.split_at(end);
                if let Some(c) = name.chars().find(|c| "])'\",".contains(*c)) {
                    self.remarks.push(format!(
                        "`{c}` is read as a part of the name `{name}`; write the name in brackets and quotes, or remove the character"
                    ));
                }
                self.rest = rest;
                Ok(Step::Name(name.to_owned()))
            }
        }
    }

    /// A function, whose `(` is at `open`. Step Functions has `length()` only, and takes any other for a name.
    fn function(&mut self, open: usize) -> Result<Step, String> {
        let close =
            closing(self.rest, open).ok_or_else(|| format!("`{}` is not closed", &self.rest[..=open]))?;
        let (call, rest) = self.rest.split_at(close + 1);
        self.rest = rest;
        if call == "length()" && rest.is_empty() {
            return Ok(Step::Length);
        }
        self.remarks.push(format!(
            "{} is read as the name of a field, because Step Functions has no such path function; use an intrinsic function or JSONata",
            excerpt(call, 0)
        ));
        Ok(Step::Name(call.to_owned()))
    }

    /// The step in brackets. `inner` is the text after the `[` and spaces.
    fn brackets(&mut self, inner: &'a str) -> Result<Step, String> {
        match inner.chars().next() {
            Some(quote @ ('\'' | '"')) => self.quoted(inner, quote),
            Some('?') => self.filter(),
            Some('(') => self.script(inner),
            Some('*') => {
                let rest = inner[1..].trim_start_matches(' ');
                self.rest = rest
                    .strip_prefix(']')
                    .ok_or_else(|| "`]` must follow `[*`".to_owned())?;
                Ok(Step::Wildcard)
            }
            Some('0'..='9' | '-' | ':') => {
                let (text, rest) = inner
                    .split_once(']')
                    .ok_or_else(|| "a bracket is not closed".to_owned())?;
                let step = numbers(text.trim_end_matches(' '))?;
                self.rest = rest;
                Ok(step)
            }
            _ => Err("`[` must be followed by `?`, `*`, a name in quotes or an index".to_owned()),
        }
    }

    /// `['a']`, `['a','b']`. All names have the same kind of quotes.
    fn quoted(&mut self, inner: &'a str, quote: char) -> Result<Step, String> {
        let mut names = Vec::new();
        let mut text = inner;
        let rest = loop {
            let (name, rest) = text
                .strip_prefix(quote)
                .and_then(|text| string(text, quote))
                .ok_or_else(|| format!("a name in brackets is not enclosed in {quote}"))?;
            names.push(name);
            let rest = rest.trim_start_matches(' ');
            if let Some(rest) = rest.strip_prefix(']') {
                break rest;
            }
            let rest = rest
                .strip_prefix(',')
                .ok_or_else(|| "`,` or `]` must follow a name in quotes".to_owned())?;
            text = rest.trim_start_matches(' ');
        };
        self.rest = rest;
        Ok(match <[String; 1]>::try_from(names) {
            Ok([name]) => Step::Name(name),
            Err(names) if rest.is_empty() => Step::Fields(names),
            Err(names) => Step::Names(names),
        })
    }

    /// `[?(@.a > 1)]`
    fn filter(&mut self) -> Result<Step, String> {
        let inner = self.rest[1..].trim_start_matches(' ');
        let after = inner[1..].trim_start_matches(' ');
        let open = self.rest.len() - after.len();
        if !after.starts_with('(') {
            return Err("a filter must be in parentheses, `[?(@.name == 'value')]`".to_owned());
        }
        let close = closing(self.rest, open).ok_or_else(|| "a filter is not closed".to_owned())?;
        let rest = self.rest[close + 1..].trim_start_matches(' ');
        let condition = filter_parser::parse(&self.rest[open + 1..close], &mut self.remarks)?;
        self.rest = rest
            .strip_prefix(']')
            .ok_or_else(|| "`]` must follow a filter".to_owned())?;
        Ok(Step::Filter(condition))
    }

    /// `[(@.length-1)]`, which counts from the end like a negative index.
    fn script(&mut self, inner: &'a str) -> Result<Step, String> {
        let (script, rest) = inner
            .split_once(']')
            .ok_or_else(|| "a bracket is not closed".to_owned())?;
        let compact: String = script.chars().filter(|c| *c != ' ').collect();
        let offset = compact
            .strip_prefix("(@.length")
            .map(|text| text.strip_prefix("()").unwrap_or(text))
            .and_then(|text| text.strip_prefix('-')?.strip_suffix(')'))
            .and_then(|text| text.parse::<u32>().ok())
            .filter(|offset| *offset > 0)
            .ok_or_else(|| "a script index must have the form `[(@.length-1)]`".to_owned())?;
        self.rest = rest;
        Ok(Step::Index(-i64::from(offset)))
    }
}

/// `1`, `-1`, `0,1`, `1:`, `:1` or `0:1`
fn numbers(text: &str) -> Result<Step, String> {
    let number = |part: &str| {
        part.parse::<i32>()
            .map(i64::from)
            .map_err(|_| format!("`{part}` is not an index"))
    };
    if !text.contains(':') {
        let indexes: Vec<i64> = text
            .split(',')
            .map(|part| number(part.trim_matches(' ')))
            .collect::<Result<_, _>>()?;
        return Ok(match indexes[..] {
            [index] => Step::Index(index),
            _ => Step::Indexes(indexes),
        });
    }
    // The library ignores a third part.
    let mut bounds = text.split(':').map(|part| match part {
        "" => Ok(None),
        part => number(part).map(Some),
    });
    let from = bounds.next().transpose()?.flatten();
    let to = bounds.next().transpose()?.flatten();
    Ok(Step::Slice(match (from, to) {
        (Some(from), None) => Slice::From(from),
        (None, Some(to)) => Slice::To(to),
        (Some(from), Some(to)) => Slice::Between(from, to),
        (None, None) => return Err("a slice must have a start or an end".to_owned()),
    }))
}

/// The position of the `)` that closes the `(` at `open`. Strings and regular expressions can contain parentheses.
fn closing(text: &str, open: usize) -> Option<usize> {
    closing_outside(text, open, "'\"/").or_else(|| closing_outside(text, open, "'\""))
}

fn closing_outside(text: &str, open: usize, quotes: &str) -> Option<usize> {
    let (mut depth, mut outside) = (0_usize, Quotes::default());
    let end = text[open..].find(|c| {
        match c {
            _ if !outside.is_outside(c, quotes) => return false,
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        depth == 0
    });
    end.map(|end| open + end)
}

/// The unescaped text up to the closing quote, and the rest.
pub(super) fn string(text: &str, quote: char) -> Option<(String, &str)> {
    let mut unescaped = String::new();
    let mut characters = text.char_indices();
    while let Some((at, c)) = characters.next() {
        match c {
            '\\' => unescaped.push(match characters.next()?.1 {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                'b' => '\u{8}',
                'f' => '\u{c}',
                'u' => {
                    let digits: String = characters.by_ref().take(4).map(|(_, digit)| digit).collect();
                    char::from_u32(u32::from_str_radix(&digits, 16).ok()?)?
                }
                other => other,
            }),
            c if c == quote => return Some((unescaped, &text[at + c.len_utf8()..])),
            c => unescaped.push(c),
        }
    }
    None
}
