//! The limits for the texts that a JSONata expression creates.
//!
//! `jsonata-core` has none, so [`bound`] replaces what makes long texts in the syntax tree: the operator `&`, `$string`,
//! `$join` and `$replace` become calls of functions here, which check the length before they make the text. Their names
//! cannot be written in an expression.

use std::{cell::Cell, collections::HashSet, rc::Rc};

use jsonata_core::{
    ast::{AstNode, BinaryOp, Stage},
    evaluator::{Evaluator, EvaluatorError},
    functions::string,
    value::JValue,
};

use super::jsonata::{built_in, error};

/// The longest text, in bytes. It is many times the largest payload of Step Functions.
const LONGEST: usize = 4 << 20;
/// The length of all texts that an expression creates, in bytes.
const LONGEST_TOGETHER: usize = 1 << 30;

const CONCATENATE: &str = "&";
const STRING: &str = "&string";
const JOIN: &str = "&join";
const REPLACE: &str = "&replace";
const CHARGE: &str = "&charge";
const IS_FUNCTION: &str = "&isFunction";

/// The functions that are replaced.
const REPLACED: [(&str, &str); 3] = [("string", STRING), ("join", JOIN), ("replace", REPLACE)];

/// Replaces what makes long texts in the tree of an expression.
pub(super) fn bound(tree: &mut AstNode) {
    let mut own = HashSet::new();
    each(tree, &mut |node| collect_names(node, &mut own));
    each(tree, &mut |node| replace_node(node, &own));
}

/// The names that the expression itself gives to values: they hide functions.
fn collect_names(node: &mut AstNode, own: &mut HashSet<String>) {
    match node {
        AstNode::Lambda { params, .. } => own.extend(params.iter().cloned()),
        AstNode::Binary {
            op: BinaryOp::ColonEqual,
            lhs,
            ..
        } => {
            if let AstNode::Variable(name) = &**lhs {
                own.insert(name.clone());
            }
        }
        _ => {}
    }
}

fn replace_node(node: &mut AstNode, own: &HashSet<String>) {
    match node {
        AstNode::Binary {
            op: BinaryOp::Concatenate,
            lhs,
            rhs,
        } => *node = call(CONCATENATE, vec![take(lhs), take(rhs)]),
        AstNode::Binary {
            op: BinaryOp::ChainPipe,
            lhs,
            rhs,
        } => {
            // `a ~> $f(b)` is `$f(a, b)`.
            if let AstNode::Function { name, args, .. } = &mut **rhs
                && replacement(name, own).is_some()
                && !is_partial(args)
            {
                args.insert(0, take(lhs));
                *node = take(rhs);
                replace_node(node, own);
            }
        }
        AstNode::Function { name, args, .. } => {
            let Some(new) = replacement(name, own) else {
                return;
            };
            if new == REPLACE && is_partial(args) {
                return;
            }
            if new == STRING && args.is_empty() {
                // The context.
                args.push(AstNode::Variable(String::new()));
            }
            match args.get_mut(2).filter(|_| new == REPLACE) {
                Some(AstNode::Lambda { body, thunk, .. }) => {
                    **body = call(CHARGE, vec![take(body)]);
                    *thunk = false;
                }
                Some(AstNode::Variable(variable)) if own.contains(variable) => {
                    let variable = variable.clone();
                    *node = replace_by_variable(&variable, std::mem::take(args));
                }
                _ => new.clone_into(name),
            }
        }
        _ => {}
    }
}

/// `$replace` with a variable, which is a text or a function.
fn replace_by_variable(name: &str, args: Vec<AstNode>) -> AstNode {
    const FOUND: &str = "&found";
    let variable = || AstNode::Variable(name.to_owned());
    let applied = AstNode::Call {
        procedure: Box::new(variable()),
        args: vec![AstNode::Variable(FOUND.to_owned())],
    };
    let mut with_function = args.clone();
    with_function[2] = AstNode::Lambda {
        params: vec![FOUND.to_owned()],
        body: Box::new(call(CHARGE, vec![applied])),
        signature: None,
        thunk: false,
    };
    AstNode::Conditional {
        condition: Box::new(call(IS_FUNCTION, vec![variable()])),
        then_branch: Box::new(call("replace", with_function)),
        else_branch: Some(Box::new(call(REPLACE, args))),
    }
}

fn replacement(name: &str, own: &HashSet<String>) -> Option<&'static str> {
    if own.contains(name) {
        return None;
    }
    let (_, new) = REPLACED.iter().find(|(replaced, _)| *replaced == name)?;
    Some(new)
}

fn is_partial(args: &[AstNode]) -> bool {
    args.iter()
        .any(|argument| matches!(argument, AstNode::Placeholder))
}

fn call(name: &str, args: Vec<AstNode>) -> AstNode {
    AstNode::Function {
        name: name.to_owned(),
        args,
        is_builtin: true,
    }
}

fn take(node: &mut AstNode) -> AstNode {
    std::mem::replace(node, AstNode::Undefined)
}

/// Calls `act` for each node of the tree, the inner nodes first.
fn each(node: &mut AstNode, act: &mut impl FnMut(&mut AstNode)) {
    fn all<'a>(nodes: impl IntoIterator<Item = &'a mut AstNode>, act: &mut impl FnMut(&mut AstNode)) {
        nodes.into_iter().for_each(|node| each(node, act));
    }
    match node {
        AstNode::Path { steps } => {
            for step in steps {
                each(&mut step.node, act);
                for stage in &mut step.stages {
                    if let Stage::Filter(filter) = stage {
                        each(filter, act);
                    }
                }
            }
        }
        AstNode::Binary { lhs, rhs, .. } => all([&mut **lhs, &mut **rhs], act),
        AstNode::Unary { operand: inner, .. }
        | AstNode::FunctionApplication(inner)
        | AstNode::Lambda { body: inner, .. } => each(inner, act),
        AstNode::Function { args, .. }
        | AstNode::Array(args)
        | AstNode::ArrayGroup(args)
        | AstNode::Block(args) => all(args, act),
        AstNode::Call { procedure, args } => {
            each(procedure, act);
            all(args, act);
        }
        AstNode::Object(pairs) => all(pairs.iter_mut().flat_map(|(key, value)| [key, value]), act),
        AstNode::ObjectTransform { input, pattern } => {
            each(input, act);
            all(pattern.iter_mut().flat_map(|(key, value)| [key, value]), act);
        }
        AstNode::Conditional {
            condition,
            then_branch,
            else_branch,
        } => {
            all([&mut **condition, &mut **then_branch], act);
            all(else_branch.as_deref_mut(), act);
        }
        AstNode::Sort { input, terms } => {
            each(input, act);
            all(terms.iter_mut().map(|(term, _)| term), act);
        }
        AstNode::Transform {
            location,
            update,
            delete,
        } => {
            all([&mut **location, &mut **update], act);
            all(delete.as_deref_mut(), act);
        }
        AstNode::String(_)
        | AstNode::Name(_)
        | AstNode::Number(_)
        | AstNode::Boolean(_)
        | AstNode::Null
        | AstNode::Undefined
        | AstNode::Placeholder
        | AstNode::Regex { .. }
        | AstNode::Variable(_)
        | AstNode::ParentVariable(_)
        | AstNode::Wildcard
        | AstNode::Descendant
        | AstNode::Parent(_) => {}
    }
    act(node);
}

/// The bytes that an expression may still create.
struct Budget(Cell<usize>);

impl Budget {
    /// Fails if a text of `length` bytes is too long, alone or with all others.
    fn charge(&self, length: usize) -> Result<(), EvaluatorError> {
        if length > LONGEST {
            return Err(error(format!(
                "the expression makes a text of more than {} MiB",
                LONGEST >> 20
            )));
        }
        let rest = self.0.get().checked_sub(length).ok_or_else(|| {
            error(format!(
                "the expression makes texts of more than {} MiB together",
                LONGEST_TOGETHER >> 20
            ))
        })?;
        self.0.set(rest);
        Ok(())
    }

    fn charge_value(&self, value: &JValue) -> Result<(), EvaluatorError> {
        self.charge(length(value))
    }
}

/// Adds the functions that [`bound`] calls.
pub(super) fn add_functions(evaluator: &mut Evaluator) -> Result<(), EvaluatorError> {
    let budget = Rc::new(Budget(Cell::new(LONGEST_TOGETHER)));
    let mut add = |name: &str, function: fn(&Budget, &[JValue]) -> Result<JValue, EvaluatorError>| {
        let budget = Rc::clone(&budget);
        evaluator.register_fn(name, move |arguments: &[JValue]| function(&budget, arguments))
    };
    add(CONCATENATE, concatenate)?;
    add(STRING, |budget, arguments| {
        if let Some(value) = arguments.first() {
            budget.charge_value(value)?;
        }
        charged(budget, built_in("string", arguments)?)
    })?;
    add(JOIN, |budget, arguments| {
        let items = arguments.first().and_then(JValue::as_array).map_or(0, Vec::len);
        let separator = arguments.get(1).and_then(JValue::as_str).map_or(0, str::len);
        let items_length = arguments.first().map_or(0, length);
        budget.charge(items_length.saturating_add(items.saturating_mul(separator)))?;
        built_in("join", arguments)
    })?;
    add(REPLACE, |budget, arguments| {
        budget.charge(replaced_length(arguments)?)?;
        built_in("replace", arguments)
    })?;
    add(CHARGE, |budget, arguments| {
        charged(budget, arguments.first().cloned().unwrap_or(JValue::Undefined))
    })?;
    add(IS_FUNCTION, |_, arguments| {
        Ok(JValue::from(arguments.first().is_some_and(JValue::is_function)))
    })?;
    let budget = Rc::clone(&budget);
    evaluator.register_fn_override("base64encode", move |arguments: &[JValue]| {
        charged(&budget, built_in("base64encode", arguments)?)
    })
}

fn charged(budget: &Budget, value: JValue) -> Result<JValue, EvaluatorError> {
    budget.charge_value(&value)?;
    Ok(value)
}

/// The operator `&`.
fn concatenate(budget: &Budget, arguments: &[JValue]) -> Result<JValue, EvaluatorError> {
    let mut text = String::new();
    for argument in arguments {
        budget.charge(length(argument).saturating_add(text.len()))?;
        // An undefined operand adds nothing.
        if let JValue::String(part) = string::string(argument, None)? {
            text.push_str(&part);
        }
    }
    Ok(JValue::string(text))
}

/// The length of the result of `$replace`, or an upper bound that is short enough.
fn replaced_length(arguments: &[JValue]) -> Result<usize, EvaluatorError> {
    let text = |index: usize| arguments.get(index).and_then(JValue::as_str);
    let (Some(subject), Some(new)) = (text(0), text(2)) else {
        return Ok(0);
    };
    // Each `$1` can repeat a part of each match, and the matches are parts of the subject.
    let groups = new.matches('$').count().saturating_mul(subject.len());
    let of = |matches: usize| {
        let replaced = matches.saturating_mul(new.len());
        subject.len().saturating_add(replaced).saturating_add(groups)
    };
    let longest = of(subject.chars().count() + 1);
    if longest <= LONGEST {
        return Ok(longest);
    }
    let limit = arguments.get(3).and_then(JValue::as_i64);
    let limit = limit.map_or(usize::MAX, |limit| usize::try_from(limit).unwrap_or(0));
    let matches = match &arguments[1] {
        JValue::String(pattern) if pattern.is_empty() => 0,
        JValue::String(pattern) => subject.matches(&**pattern).count(),
        pattern => match string::extract_regex(pattern) {
            Some((pattern, flags)) => string::build_regex(&pattern, &flags)?.find_iter(subject).count(),
            None => 0,
        },
    };
    Ok(of(matches.min(limit)))
}

/// The length of the value as JSON, in bytes and roughly; more than the limit if it is longer. Parts of a value can be
/// shared, so it can be much longer than the memory it takes.
pub(super) fn length(value: &JValue) -> usize {
    let mut total = 0_usize;
    let mut rest = vec![value];
    while let Some(value) = rest.pop() {
        total += match value {
            JValue::String(text) => text.len(),
            JValue::Array(items) => {
                rest.extend(items.iter());
                1
            }
            JValue::Object(entries) => {
                rest.extend(entries.values());
                1 + entries.keys().map(String::len).sum::<usize>()
            }
            _ => 1,
        };
        if total > LONGEST {
            break;
        }
    }
    total
}

/// Whether the value is too long to become JSON.
pub(super) fn is_too_long(value: &JValue) -> bool {
    length(value) > LONGEST
}
