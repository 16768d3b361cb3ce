//! JSONata expressions and the `{% %}` that marks them.
//!
//! Parsing is `jsonata-core`'s. What Step Functions forbids on top of it is checked here: there is no document
//! at the root, so that a bare name, `$` or `$$` there finds nothing, and `$eval` is absent.

use std::fmt;

use jsonata_core::{
    ast::{AstNode, UnaryOp},
    parser,
};

use super::excerpt;

const OPEN: &str = "{%";
const CLOSE: &str = "%}";

/// A JSONata expression, written without the delimiters that mark it in a definition.
///
/// ```
/// # use infra_gen_asl::Jsonata;
/// const TRIP_ID: Jsonata = Jsonata::new("$states.input.tripId");
/// assert_eq!(TRIP_ID.to_string(), "{% $states.input.tripId %}");
/// ```
///
/// Delimiters of its own, or none to be found between, do not compile in a `const`:
///
/// ```compile_fail
/// # use infra_gen_asl::Jsonata;
/// const TRIP_ID: Jsonata = Jsonata::new("{% $states.input.tripId %}");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Jsonata(std::borrow::Cow<'static, str>);

impl Jsonata {
    /// A literal expression. That it is well-formed is checked when the machine is built.
    ///
    /// # Panics
    /// When it is empty or has delimiters of its own and this is not evaluated at compile time.
    #[must_use]
    pub const fn new(expression: &'static str) -> Self {
        assert!(!is_blank(expression), "an expression is not empty");
        assert!(
            !contains(expression, OPEN) && !contains(expression, CLOSE),
            "an expression is written without its delimiters `{{% %}}`; they are put around it in the definition"
        );
        Self(std::borrow::Cow::Borrowed(expression))
    }

    /// Parses an expression; what is wrong with it otherwise.
    pub fn parse(expression: &str) -> Result<Self, String> {
        syntax_tree(expression)?;
        Ok(Self(std::borrow::Cow::Owned(expression.to_owned())))
    }

    /// The expression without delimiters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Jsonata {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{OPEN} {} {CLOSE}", self.0)
    }
}

impl From<Jsonata> for serde_json::Value {
    fn from(expression: Jsonata) -> Self {
        Self::String(expression.to_string())
    }
}

/// What a text in a JSONata state is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Delimited<'a> {
    /// An expression, without its delimiters.
    Expression(&'a str),
    /// It begins like an expression and does not end like one.
    Unclosed,
    /// Just text.
    Text,
}

/// What `text` is in a JSONata state.
pub(crate) fn delimited(text: &str) -> Delimited<'_> {
    match text.strip_prefix(OPEN) {
        None => Delimited::Text,
        Some(rest) => match rest.strip_suffix(CLOSE) {
            Some(expression) => Delimited::Expression(expression.trim()),
            None => Delimited::Unclosed,
        },
    }
}

/// What is wrong with `expression`, whether in its syntax or in what Step Functions makes of it.
pub(crate) fn misuse(expression: &str) -> Option<String> {
    match syntax_tree(expression) {
        Err(message) => Some(message),
        Ok(tree) => rootless(&tree),
    }
}

fn syntax_tree(expression: &str) -> Result<AstNode, String> {
    parser::parse(expression)
        .map_err(|error| format!("{} is no JSONata expression: {error}", excerpt(expression, 0)))
}

/// The first use of a document at the root, where there is none.
fn rootless(node: &AstNode) -> Option<String> {
    let any = |nodes: &[AstNode]| nodes.iter().find_map(rootless);
    match node {
        AstNode::Name(name) => Some(format!(
            "`{name}` stands for a field of nothing: an expression has no document at its root; write `$states.input.{name}`"
        )),
        AstNode::Variable(name) if name.is_empty() => {
            Some("`$` stands for nothing at the root of an expression; write `$states.input`".to_owned())
        }
        AstNode::ParentVariable(_) => Some(
            "`$$` stands for nothing: an expression has no document at its root; write `$states.input`"
                .to_owned(),
        ),
        AstNode::Wildcard | AstNode::Descendant => Some(
            "a wildcard finds nothing at the root of an expression; begin with `$states.input`".to_owned(),
        ),
        AstNode::Function { name, .. } if name == "eval" => {
            Some("`$eval` is not offered by Step Functions; use `$parse` for JSON texts".to_owned())
        }
        AstNode::Function { args, .. }
        | AstNode::Call { args, .. }
        | AstNode::Array(args)
        | AstNode::Block(args) => any(args),
        // Only the first step of a path stands at the root; the next ones have what it gives.
        AstNode::Path { steps } => steps.first().and_then(|first| rootless(&first.node)),
        AstNode::Binary { lhs, rhs, .. } => rootless(lhs).or_else(|| rootless(rhs)),
        AstNode::Object(pairs) => pairs
            .iter()
            .find_map(|(key, value)| rootless(key).or_else(|| rootless(value))),
        AstNode::Conditional {
            condition,
            then_branch,
            else_branch,
        } => rootless(condition)
            .or_else(|| rootless(then_branch))
            .or_else(|| else_branch.as_deref().and_then(rootless)),
        AstNode::Unary {
            op: UnaryOp::Negate | UnaryOp::Not,
            operand: inner,
        }
        | AstNode::ObjectTransform { input: inner, .. }
        | AstNode::Sort { input: inner, .. } => rootless(inner),
        // The rest is a literal, or has a context of its own: a function's body, a predicate, a step.
        _ => None,
    }
}

const fn is_blank(text: &str) -> bool {
    text.trim_ascii().is_empty()
}

const fn contains(text: &str, wanted: &str) -> bool {
    let (text, wanted) = (text.as_bytes(), wanted.as_bytes());
    let mut i = 0;
    while i + wanted.len() <= text.len() {
        if text[i] == wanted[0] && text[i + 1] == wanted[1] {
            return true;
        }
        i += 1;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_text_between_delimiters_is_an_expression() {
        assert_eq!(delimited("{% $x %}"), Delimited::Expression("$x"));
        assert_eq!(delimited("{% $x"), Delimited::Unclosed);
        assert_eq!(delimited(" {% $x %}"), Delimited::Text);
        assert_eq!(delimited("plain"), Delimited::Text);
    }

    #[test]
    fn what_has_a_root_is_accepted() {
        for expression in [
            "$states.input.legs[seats > 1].id",
            "$map($states.input.legs, function($leg) { $leg.id })",
            "($sum := $sum($states.input.legs.seats); $sum > 0 ? $sum : 0)",
            "$states.input ~> $string",
            "$states.input.legs.{'id': id}",
            "$count($states.input.legs[$ > 1])",
            "$merge([$states.input, {'at': $now()}])",
        ] {
            assert_eq!(misuse(expression), None, "{expression}");
        }
    }

    #[test]
    fn what_has_no_root_is_refused_with_the_mend() {
        check("tripId", "write `$states.input.tripId`");
        check("$", "write `$states.input`");
        check("$$.x", "write `$states.input`");
        check("$uppercase(name)", "write `$states.input.name`");
        check("*", "begin with `$states.input`");
        check("$eval('1')", "use `$parse`");
    }

    #[test]
    fn bad_syntax_is_named() {
        check("$states.input.", "is no JSONata expression");
        check("(1 + ", "is no JSONata expression");
    }

    #[track_caller]
    fn check(expression: &str, wanted: &str) {
        let message = misuse(expression).unwrap_or_default();
        assert!(message.contains(wanted), "{expression}: {message}");
    }
}
