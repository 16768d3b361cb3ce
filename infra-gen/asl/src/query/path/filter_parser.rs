//! Reads the condition of a filter.

use regex::RegexBuilder;

use super::{
    filter::{Comparison, Condition, Operand, Operator},
    parser::{inner_steps, string},
    quotes::Quotes,
};
use crate::{model::Json, query::excerpt};

/// Parses the text in the parentheses of `[?( )]`.
pub(super) fn parse(text: &str, remarks: &mut Vec<String>) -> Result<Condition, String> {
    let mut parser = Parser { rest: text, remarks };
    let condition = parser.any()?;
    parser.skip_spaces();
    if parser.rest.is_empty() {
        Ok(condition)
    } else {
        Err(format!("{} cannot follow a condition", excerpt(parser.rest, 0)))
    }
}

struct Parser<'a, 'b> {
    rest: &'a str,
    remarks: &'b mut Vec<String>,
}

impl Parser<'_, '_> {
    fn any(&mut self) -> Result<Condition, String> {
        let mut parts = vec![self.all()?];
        while self.take("||") {
            parts.push(self.all()?);
        }
        Ok(single(parts, Condition::Any))
    }

    fn all(&mut self) -> Result<Condition, String> {
        let mut parts = vec![self.part()?];
        while self.take("&&") {
            parts.push(self.part()?);
        }
        Ok(single(parts, Condition::All))
    }

    fn part(&mut self) -> Result<Condition, String> {
        let mut negated = false;
        while self.take("!") {
            negated = !negated;
        }
        let condition = if self.take("(") {
            let inner = self.any()?;
            if !self.take(")") {
                return Err("a parenthesis in a filter is not closed".to_owned());
            }
            inner
        } else {
            self.comparison()?
        };
        Ok(if negated {
            Condition::Not(Box::new(condition))
        } else {
            condition
        })
    }

    fn comparison(&mut self) -> Result<Condition, String> {
        let left = self.operand()?;
        if let Some(operator) = self.operator()? {
            let right = self.operand()?;
            return Ok(Condition::Compare(Box::new(Comparison {
                left,
                operator,
                right,
            })));
        }
        match left {
            Operand::Item(steps) => Ok(Condition::Exists { steps, in_item: true }),
            Operand::Document(steps) => Ok(Condition::Exists {
                steps,
                in_item: false,
            }),
            _ => Err("a condition must be a path or a comparison".to_owned()),
        }
    }

    fn operator(&mut self) -> Result<Option<Operator>, String> {
        self.skip_spaces();
        let symbol = |c: char| "<>=~!".contains(c);
        let end = if self.rest.starts_with(symbol) {
            self.rest.find(|c| !symbol(c))
        } else if self.rest.starts_with(char::is_alphabetic) {
            self.rest.find([' ', ')'])
        } else {
            return Ok(None);
        };
        let (text, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        let operator =
            Operator::parse(text).ok_or_else(|| format!("{} is not an operator", excerpt(text, 0)))?;
        self.rest = rest;
        Ok(Some(operator))
    }

    fn operand(&mut self) -> Result<Operand, String> {
        self.skip_spaces();
        match self.rest.chars().next() {
            Some('@') => self.path().map(Operand::Item),
            Some('$') => self.path().map(Operand::Document),
            Some(quote @ ('\'' | '"')) => {
                let (text, rest) = string(&self.rest[1..], quote)
                    .ok_or_else(|| format!("a string in a filter has no closing {quote}"))?;
                self.rest = rest;
                Ok(Operand::Literal(text.into()))
            }
            Some('/') => self.pattern(),
            Some('[' | '{') => self.json(),
            _ => self.literal(),
        }
    }

    /// The steps of a path after `@` or `$`.
    fn path(&mut self) -> Result<Vec<super::Step>, String> {
        let text = &self.rest[1..];
        let end = path_end(text);
        self.rest = &text[end..];
        inner_steps(&text[..end], self.remarks)
    }

    /// `/regular expression/i`
    fn pattern(&mut self) -> Result<Operand, String> {
        let text = &self.rest[1..];
        let mut escaped = false;
        let end = text.find(|c| {
            let closes = c == '/' && !escaped;
            escaped = c == '\\' && !escaped;
            closes
        });
        let end = end.ok_or_else(|| "a regular expression has no closing `/`".to_owned())?;
        let (pattern, rest) = (&text[..end], &text[end + 1..]);
        let flags = rest.len() - rest.trim_start_matches(['i', 'd', 'm', 's', 'u', 'x', 'U']).len();
        let (flags, rest) = rest.split_at(flags);
        self.rest = rest;
        // The whole text must match, as in Java.
        RegexBuilder::new(&format!("^(?:{pattern})$"))
            .case_insensitive(flags.contains('i'))
            .dot_matches_new_line(flags.contains('s'))
            .build()
            .map(Operand::Pattern)
            .map_err(|_| format!("{} is not a regular expression", excerpt(pattern, 0)))
    }

    /// `['a', 'b']`, with either kind of quotes.
    fn json(&mut self) -> Result<Operand, String> {
        let (mut depth, mut quotes) = (0_usize, Quotes::default());
        let end = self.rest.find(|c| {
            match c {
                _ if !quotes.is_outside(c, "'\"") => {}
                '[' | '{' => depth += 1,
                ']' | '}' => depth -= 1,
                _ => {}
            }
            depth == 0
        });
        let end = end.ok_or_else(|| "an array or object in a filter is not closed".to_owned())?;
        let (text, rest) = self.rest.split_at(end + 1);
        self.rest = rest;
        serde_json::from_str(&double_quotes(text))
            .map(Operand::Literal)
            .map_err(|_| format!("{} is not JSON", excerpt(text, 0)))
    }

    /// A number, `true`, `false`, `null`, or a text without quotes.
    fn literal(&mut self) -> Result<Operand, String> {
        let end = [")", "&&", "||"]
            .iter()
            .filter_map(|end| self.rest.find(end))
            .min();
        let (text, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        let symbol = text.find(['<', '>', '=', '~', '!']).unwrap_or(text.len());
        let literal = text[..symbol].trim_matches(' ');
        self.rest = if symbol < text.len() {
            &self.rest[symbol..]
        } else {
            rest
        };
        if literal.is_empty() {
            return Err("a value is missing in a filter".to_owned());
        }
        if let Ok(value @ (Json::Number(_) | Json::Bool(_) | Json::Null)) = serde_json::from_str(literal) {
            return Ok(Operand::Literal(value));
        }
        self.remarks.push(format!(
            "{} in a filter is read as a string; write it in quotes",
            excerpt(literal, 0)
        ));
        Ok(Operand::Literal(literal.into()))
    }

    fn take(&mut self, wanted: &str) -> bool {
        self.skip_spaces();
        match self.rest.strip_prefix(wanted) {
            // `!=` is an operator.
            Some(rest) if wanted != "!" || !rest.starts_with('=') => {
                self.rest = rest;
                true
            }
            _ => false,
        }
    }

    fn skip_spaces(&mut self) {
        self.rest = self.rest.trim_start();
    }
}

fn single(mut parts: Vec<Condition>, several: fn(Vec<Condition>) -> Condition) -> Condition {
    match parts.pop() {
        Some(part) if parts.is_empty() => part,
        last => {
            parts.extend(last);
            several(parts)
        }
    }
}

/// Where a path in a filter ends: at a space, an operator or a parenthesis outside of its own brackets.
fn path_end(text: &str) -> usize {
    let (mut depth, mut quotes) = (0_usize, Quotes::default());
    let end = text.char_indices().find(|&(at, c)| {
        if !quotes.is_outside(c, if depth > 0 { "'\"" } else { "" }) {
            return false;
        }
        match c {
            '[' | '(' => depth += 1,
            ']' | ')' if depth > 0 => depth -= 1,
            ' ' | ')' | '<' | '>' | '=' | '~' | '!' => return depth == 0,
            '&' | '|' => return depth == 0 && text[at + 1..].starts_with(c),
            _ => {}
        }
        false
    });
    end.map_or(text.len(), |(at, _)| at)
}

/// JSON with double quotes instead of single ones.
fn double_quotes(text: &str) -> String {
    let mut json = String::with_capacity(text.len());
    let mut quote = None;
    let mut escaped = false;
    for c in text.chars() {
        match (quote, c) {
            (Some('\''), '\'') if escaped => {
                json.pop();
                json.push('\'');
            }
            _ if escaped => json.push(c),
            (Some('\''), '"') => json.push_str("\\\""),
            (None, '\'' | '"') => {
                quote = Some(c);
                json.push('"');
            }
            (Some(open), c) if c == open => {
                quote = None;
                json.push('"');
            }
            _ => json.push(c),
        }
        escaped = c == '\\' && quote.is_some() && !escaped;
    }
    json
}
