//! JSONata expressions, and the delimiters `{% %}` around them.
//!
//! `jsonata-core` parses them. This module also rejects what Step Functions does not support: there is no document at the
//! root, so a bare name, `$` or `$$` has no value there, and there is no `$eval`.

use std::fmt;

use jsonata_core::{
    ast::{AstNode, UnaryOp},
    parser,
};

use super::excerpt;

const OPEN: &str = "{%";
const CLOSE: &str = "%}";

/// A JSONata expression, without the delimiters that mark it in a definition.
///
/// ```
/// # use infra_gen_asl::Jsonata;
/// const TRIP_ID: Jsonata = Jsonata::new("$states.input.tripId");
/// assert_eq!(TRIP_ID.to_string(), "{% $states.input.tripId %}");
/// ```
///
/// In a `const`, an empty expression or one with delimiters does not compile:
///
/// ```compile_fail
/// # use infra_gen_asl::Jsonata;
/// const TRIP_ID: Jsonata = Jsonata::new("{% $states.input.tripId %}");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Jsonata(std::borrow::Cow<'static, str>);

impl Jsonata {
    /// A literal expression. Its syntax is checked when the state machine is built.
    ///
    /// # Panics
    /// If it is empty or has delimiters, and this is not evaluated at compile time.
    #[must_use]
    pub const fn new(expression: &'static str) -> Self {
        assert!(!is_blank(expression), "an expression must not be empty");
        assert!(
            !contains(expression, OPEN) && !contains(expression, CLOSE),
            "write the expression without the delimiters `{{% %}}`; the definition adds them"
        );
        Self(std::borrow::Cow::Borrowed(expression))
    }

    /// Parses an expression. The error describes the problem.
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

/// A string in a JSONata state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Delimited<'a> {
    /// An expression, without its delimiters.
    Expression(&'a str),
    /// It starts like an expression but does not end like one.
    Unclosed,
    /// A plain string.
    Text,
}

/// Classifies a string of a JSONata state.
pub(crate) fn delimited(text: &str) -> Delimited<'_> {
    match text.strip_prefix(OPEN) {
        None => Delimited::Text,
        Some(rest) => match rest.strip_suffix(CLOSE) {
            Some(expression) => Delimited::Expression(expression.trim()),
            None => Delimited::Unclosed,
        },
    }
}

/// The problem of `expression`, if there is one: bad syntax, or no support in Step Functions.
pub(crate) fn find_problem(expression: &str) -> Option<String> {
    match syntax_tree(expression) {
        Err(message) => Some(message),
        Ok(tree) => rootless(&tree),
    }
}

fn syntax_tree(expression: &str) -> Result<AstNode, String> {
    parser::parse(expression)
        .map_err(|error| format!("{} is not a JSONata expression: {error}", excerpt(expression, 0)))
}

/// The first use of a root document, which does not exist.
fn rootless(node: &AstNode) -> Option<String> {
    let any = |nodes: &[AstNode]| nodes.iter().find_map(rootless);
    match node {
        AstNode::Name(name) => Some(format!(
            "`{name}` has no value: Step Functions evaluates expressions without a root document; write `$states.input.{name}`"
        )),
        AstNode::Variable(name) if name.is_empty() => {
            Some("`$` has no value at the root of an expression; write `$states.input`".to_owned())
        }
        AstNode::ParentVariable(_) => Some(
            "`$$` has no value: Step Functions evaluates expressions without a root document; write `$states.input`"
                .to_owned(),
        ),
        AstNode::Wildcard | AstNode::Descendant => Some(
            "a wildcard matches nothing at the root of an expression; start with `$states.input`".to_owned(),
        ),
        AstNode::Function { name, .. } if name == "eval" => {
            Some("Step Functions does not support `$eval`; use `$parse` for JSON strings".to_owned())
        }
        AstNode::Function { args, .. }
        | AstNode::Call { args, .. }
        | AstNode::Array(args)
        | AstNode::Block(args) => any(args),
        // Only the first step of a path is evaluated at the root.
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
        // The rest is a literal, or has its own context: the body of a function, a predicate, a step.
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
    fn only_a_string_between_delimiters_is_an_expression() {
        assert_eq!(delimited("{% $x %}"), Delimited::Expression("$x"));
        assert_eq!(delimited("{% $x"), Delimited::Unclosed);
        assert_eq!(delimited(" {% $x %}"), Delimited::Text);
        assert_eq!(delimited("plain"), Delimited::Text);
    }

    #[test]
    fn expressions_on_states_are_accepted() {
        for expression in [
            "$states.input.legs[seats > 1].id",
            "$map($states.input.legs, function($leg) { $leg.id })",
            "($sum := $sum($states.input.legs.seats); $sum > 0 ? $sum : 0)",
            "$states.input ~> $string",
            "$states.input.legs.{'id': id}",
            "$count($states.input.legs[$ > 1])",
            "$merge([$states.input, {'at': $now()}])",
        ] {
            assert_eq!(find_problem(expression), None, "{expression}");
        }
    }

    #[test]
    fn expressions_on_a_root_document_are_rejected_with_a_fix() {
        check("tripId", "write `$states.input.tripId`");
        check("$", "write `$states.input`");
        check("$$.x", "write `$states.input`");
        check("$uppercase(name)", "write `$states.input.name`");
        check("*", "start with `$states.input`");
        check("$eval('1')", "use `$parse`");
    }

    #[test]
    fn bad_syntax_is_reported() {
        check("$states.input.", "is not a JSONata expression");
        check("(1 + ", "is not a JSONata expression");
    }

    #[track_caller]
    fn check(expression: &str, wanted: &str) {
        let message = find_problem(expression).unwrap_or_default();
        assert!(message.contains(wanted), "{expression}: {message}");
    }
}
