//! JSONPath as the States Language uses it: `$` is the data, `$$` the Context Object, `$name` a variable.
//!
//! A *reference path* has names and indexes only, so it finds exactly one value. This module follows it step by step: Step
//! Functions accepts names that RFC 9535 does not (`$.trip-id`), and `ResultPath` must write at its end. From the first step
//! that can find several values on (`*`, `..`, slices, filters), `serde_json_path` evaluates the path, and the result is an
//! array, as on AWS. Two limits of that crate remain: after such a step, a name with a dash must be quoted
//! (`$.legs[*]['trip-id']`), and script expressions (`[(@.length-1)]`) are rejected.

use serde_json_path::JsonPath as Query;

use super::excerpt;
use crate::model::Json;

/// The limit for nested brackets. The parser of the crate is recursive and would overflow the stack.
const DEEPEST: usize = 64;

/// A parsed path.
#[derive(Debug, Clone)]
pub(crate) struct JsonPath {
    root: Root,
    steps: Vec<Segment>,
    query: Option<Query>,
}

/// The start of a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Root {
    /// `$`: the state's data.
    Data,
    /// `$$`: the Context Object.
    Context,
    /// `$name`: a variable.
    Variable(String),
}

/// One step of a reference path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Segment {
    /// The field of an object.
    Name(String),
    /// The item of an array.
    Index(usize),
}

impl JsonPath {
    /// Parses a path. The error describes the problem.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let Some(rest) = text.strip_prefix('$') else {
            return Err(format!(
                "{} is not a path; a path starts with `$`",
                excerpt(text, 0)
            ));
        };
        let (root, rest) = root(rest);
        let mut cursor = rest;
        let mut steps = Vec::new();
        while let Some((segment, after)) = reference_step(cursor) {
            steps.push(segment);
            cursor = after;
        }
        let query = if cursor.is_empty() {
            None
        } else {
            let parsed = text.len() - cursor.len();
            let wrong = |at: usize, why: &str| format!("{} is not a path: {why}", excerpt(text, at));
            if let Some(at) = too_deep(cursor) {
                return Err(wrong(
                    parsed + at,
                    &format!("it has more than {DEEPEST} nested brackets"),
                ));
            }
            // The crate counts from the `$` in front of the rest.
            let query = Query::parse(&format!("${cursor}"))
                .map_err(|error| wrong(parsed + error.position().saturating_sub(1), error.message()))?;
            Some(query)
        };
        Ok(Self { root, steps, query })
    }

    /// The start of the path.
    pub(crate) fn root(&self) -> &Root {
        &self.root
    }

    /// The steps, if this is a reference path.
    pub(crate) fn reference(&self) -> Option<&[Segment]> {
        self.query.is_none().then_some(&self.steps)
    }

    /// The value in `data`; `None` if a reference path finds nothing. Any other path gives an array, which may be empty.
    pub(crate) fn find(&self, data: &Json) -> Option<Json> {
        let mut found = data;
        for step in &self.steps {
            found = match step {
                Segment::Name(name) => found.get(name)?,
                Segment::Index(index) => found.get(index)?,
            };
        }
        match &self.query {
            None => Some(found.clone()),
            Some(query) => Some(query.query(found).all().into_iter().cloned().collect()),
        }
    }
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

/// The next step, if it is a name or an index, and the rest of the path.
fn reference_step(text: &str) -> Option<(Segment, &str)> {
    if let Some(rest) = text.strip_prefix('.') {
        let end = rest.find(|c: char| !is_name(c)).unwrap_or(rest.len());
        let (name, rest) = rest.split_at(end);
        // `.length()` and the like are functions, which this language does not have.
        return (!name.is_empty() && !rest.starts_with('(')).then(|| (Segment::Name(name.to_owned()), rest));
    }
    let inner = text.strip_prefix('[')?;
    for quote in ['\'', '"'] {
        if let Some(quoted) = inner.strip_prefix(quote) {
            let (name, rest) = quoted_name(quoted, quote)?;
            return Some((Segment::Name(name), rest.strip_prefix(']')?));
        }
    }
    let (index, rest) = inner.split_once(']')?;
    let canonical = index == "0" || !index.starts_with('0');
    let digits = !index.is_empty() && index.bytes().all(|byte| byte.is_ascii_digit());
    (digits && canonical).then_some(())?;
    Some((Segment::Index(index.parse().ok()?), rest))
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

fn is_name(c: char) -> bool {
    !c.is_whitespace() && !c.is_control() && !".[]()*?@:,'\"<>=!&|+/\\{}$".contains(c)
}

/// The unescaped name up to the closing quote, and the rest of the path.
fn quoted_name(text: &str, quote: char) -> Option<(String, &str)> {
    let mut name = String::new();
    let mut characters = text.char_indices();
    while let Some((at, c)) = characters.next() {
        match c {
            '\\' => name.push(characters.next()?.1),
            c if c == quote => return Some((name, &text[at + c.len_utf8()..])),
            c => name.push(c),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_reference_path_finds_one_value() {
        check("$.trip.legs[1].id", json!("b"));
        check("$['trip']['legs'][0]['id']", json!("a"));
        check("$.trip-id", json!(7));
        check("$", document());
    }

    #[test]
    fn other_paths_give_an_array() {
        check("$.trip.legs[*].id", json!(["a", "b"]));
        check("$..id", json!(["a", "b"]));
        check("$.trip.legs[?@.seats > 1].id", json!(["b"]));
        check("$.trip.legs[?(@.seats > 5)]", json!([]));
        check("$.trip.legs[-1:].id", json!(["b"]));
        check("$.trip.legs[0,1].id", json!(["a", "b"]));
    }

    #[test]
    fn a_missing_value_differs_from_null() {
        assert_eq!(
            JsonPath::parse("$.nothing").unwrap().find(&document()),
            Some(Json::Null)
        );
        assert_eq!(JsonPath::parse("$.missing").unwrap().find(&document()), None);
        assert_eq!(JsonPath::parse("$.trip.legs[2]").unwrap().find(&document()), None);
    }

    #[test]
    fn the_root_is_data_context_or_a_variable() {
        assert_eq!(JsonPath::parse("$$.Execution.Id").unwrap().root(), &Root::Context);
        assert_eq!(
            JsonPath::parse("$total.sum").unwrap().root(),
            &Root::Variable("total".into())
        );
        assert_eq!(JsonPath::parse("$.total").unwrap().root(), &Root::Data);
    }

    #[test]
    fn malformed_paths_are_rejected() {
        for text in [
            "trip",
            "$.",
            "$.a..",
            "$[",
            "$['a'",
            "$.a b",
            "$.list.length()",
            "$.a[(@.length-1)]",
        ] {
            assert!(JsonPath::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn too_deeply_nested_paths_are_rejected() {
        for open in ["[?(@.a", "[?(", "[?@["] {
            let message = JsonPath::parse(&format!("$.legs{}", open.repeat(50_000))).unwrap_err();
            assert!(message.len() < 300, "{message}");
            assert!(message.contains("more than 64 nested brackets"), "{message}");
        }
        assert!(JsonPath::parse(&format!("$.a[*]{}", ".b[0]".repeat(5_000))).is_ok());
    }

    #[track_caller]
    fn check(path: &str, wanted: Json) {
        assert_eq!(
            JsonPath::parse(path).unwrap().find(&document()),
            Some(wanted),
            "{path}"
        );
    }

    fn document() -> Json {
        json!({
            "trip": { "legs": [{ "id": "a", "seats": 1 }, { "id": "b", "seats": 2 }] },
            "trip-id": 7,
            "nothing": null,
        })
    }
}
