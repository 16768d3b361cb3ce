//! Evaluates JSONata expressions with `jsonata-core`, under the rules of Step Functions.
//!
//! There is no document at the root; `$states` and the variables are bindings. `$partition`, `$range`, `$hash`, `$random`,
//! `$uuid` and `$parse` are added. A result that is undefined or a function is an error. `$now()` uses the virtual clock,
//! and `$uuid()` and `$random()` use the seed.

use std::{cell::RefCell, rc::Rc, time::Duration};

use jiff::Timestamp;
use jsonata_core::{
    evaluator::{Context, Evaluator, EvaluatorError, EvaluatorOptions},
    parser,
    value::JValue,
};

use crate::{
    model::{Json, JsonObject},
    query::{Delimited, delimited},
    run::{error::TaskError, hash, numbers, random::Random, runtime::Runtime, text_limit},
};

/// The real time after which an expression fails. It bounds endless recursion; no useful expression takes so long.
const LONGEST_EVALUATION: Duration = Duration::from_secs(5);
/// The number of items of a sequence, and of characters of a padded string, above which an expression fails.
const LONGEST_SEQUENCE: usize = 1_000_000;

/// The variables of an expression.
pub(super) struct Bindings<'a> {
    /// `$states`.
    pub(super) states: Json,
    /// The variables.
    pub(super) variables: &'a JsonObject,
}

/// Evaluates all expressions in `value`.
pub(super) fn template(
    value: &Json,
    name: &str,
    bindings: &Bindings<'_>,
    runtime: &Runtime<'_>,
) -> Result<Json, TaskError> {
    match value {
        Json::String(text) => match delimited(text) {
            Delimited::Expression(expression) => evaluate(expression, name, bindings, runtime),
            Delimited::Text | Delimited::Unclosed => Ok(value.clone()),
        },
        Json::Array(items) => items
            .iter()
            .map(|item| template(item, name, bindings, runtime))
            .collect(),
        Json::Object(entries) => {
            let entries = entries.iter().map(|(key, entry)| {
                Ok((
                    key.clone(),
                    template(entry, &format!("{name}/{key}"), bindings, runtime)?,
                ))
            });
            entries
                .collect::<Result<JsonObject, TaskError>>()
                .map(Json::Object)
        }
        Json::Null | Json::Bool(_) | Json::Number(_) => Ok(value.clone()),
    }
}

fn evaluate(
    expression: &str,
    name: &str,
    bindings: &Bindings<'_>,
    runtime: &Runtime<'_>,
) -> Result<Json, TaskError> {
    // The words of AWS.
    let fail = |what: String| {
        TaskError::query(format!(
            "The JSONata expression '{expression}' specified for the field '{name}' {what}"
        ))
    };
    let tree = runtime
        .expression(expression)
        .map_err(|error| fail(format!("is malformed: {error}")))?;
    let mut context = Context::new();
    context.bind("states".to_owned(), JValue::from(bindings.states.clone()));
    for (name, value) in bindings.variables {
        context.bind(name.clone(), JValue::from(value.clone()));
    }
    let options = EvaluatorOptions {
        timeout_ms: Some(LONGEST_EVALUATION.as_millis().try_into().unwrap_or(u64::MAX)),
        max_sequence_length: Some(LONGEST_SEQUENCE),
        ..EvaluatorOptions::default()
    };
    let mut evaluator = Evaluator::with_options(context, options);
    add_functions(&mut evaluator, &runtime.random, runtime.timestamp())
        .map_err(|error| fail(format!("cannot be prepared: {error}")))?;
    let value = evaluator
        .evaluate(&tree, &JValue::Undefined)
        .map_err(|error| fail(format!("threw an error during evaluation. {error}")))?;
    if text_limit::is_too_long(&value) {
        return Err(fail("returned a value that is too long.".to_owned()));
    }
    if matches!(value, JValue::Undefined) {
        return Err(fail("returned nothing (undefined).".to_owned()));
    }
    to_json(&value).ok_or_else(|| fail("returned a value that JSON cannot represent.".to_owned()))
}

/// The value as JSON; `None` if it is or contains undefined or a function.
fn to_json(value: &JValue) -> Option<Json> {
    match value {
        JValue::Null => Some(Json::Null),
        JValue::Bool(value) => Some(Json::Bool(*value)),
        JValue::Number(number) => numbers::number_to_json(*number),
        JValue::String(text) => Some(Json::from(&**text)),
        JValue::Array(items) => items.iter().map(to_json).collect(),
        JValue::Object(entries) => {
            let entries = entries
                .iter()
                .map(|(name, entry)| Some((name.clone(), to_json(entry)?)));
            entries.collect::<Option<JsonObject>>().map(Json::Object)
        }
        _ => None,
    }
}

/// Adds the functions of Step Functions, and replaces those that depend on time or randomness.
fn add_functions(
    evaluator: &mut Evaluator,
    random: &Rc<RefCell<Random>>,
    now: Timestamp,
) -> Result<(), EvaluatorError> {
    text_limit::add_functions(evaluator)?;
    evaluator.register_fn("partition", partition)?;
    evaluator.register_fn("range", range)?;
    evaluator.register_fn("hash", |arguments: &[JValue]| {
        let algorithm = arguments.get(1).and_then(JValue::as_str).unwrap_or("SHA-256");
        let text = text(arguments, 0, "hash")?;
        hash::hex_digest(algorithm, text).map(JValue::from).map_err(error)
    })?;
    let random_source = Rc::clone(random);
    evaluator.register_fn("uuid", move |_: &[JValue]| {
        Ok(JValue::from(random_source.borrow_mut().uuid()))
    })?;
    evaluator.register_fn("parse", |arguments: &[JValue]| {
        let text = text(arguments, 0, "parse")?;
        serde_json::from_str::<Json>(text)
            .map(JValue::from)
            .map_err(|problem| error(problem.to_string()))
    })?;
    let random_source = Rc::clone(random);
    evaluator.register_fn_override("random", move |arguments: &[JValue]| {
        Ok(JValue::from(match arguments.first().and_then(JValue::as_i64) {
            Some(seed) => Random::new(seed.unsigned_abs()).fraction(),
            None => random_source.borrow_mut().fraction(),
        }))
    })?;
    evaluator.register_fn_override("pad", pad)?;
    let millis = now.as_millisecond();
    evaluator.register_fn_override("millis", move |_: &[JValue]| Ok(JValue::from(millis)))?;
    evaluator.register_fn_override("now", move |arguments: &[JValue]| format_time(millis, arguments))
}

/// `$now(picture, timezone)`: formats the virtual time with `$fromMillis`.
fn format_time(millis: i64, arguments: &[JValue]) -> Result<JValue, EvaluatorError> {
    let mut all = vec![JValue::from(millis)];
    all.extend_from_slice(arguments);
    built_in("fromMillis", &all)
}

/// `$pad(text, width, character)`, with a limit for the width.
fn pad(arguments: &[JValue]) -> Result<JValue, EvaluatorError> {
    let width = arguments.get(1).and_then(JValue::as_i64).map(i64::unsigned_abs);
    if width.is_some_and(|width| width > LONGEST_SEQUENCE as u64) {
        return Err(error(format!(
            "$pad makes no string of more than {LONGEST_SEQUENCE} characters"
        )));
    }
    built_in("pad", arguments)
}

/// Calls a function of JSONata itself.
pub(super) fn built_in(name: &str, arguments: &[JValue]) -> Result<JValue, EvaluatorError> {
    let mut context = Context::new();
    let mut names = Vec::new();
    for (index, argument) in arguments.iter().enumerate() {
        let name = format!("a{index}");
        names.push(format!("${name}"));
        context.bind(name, argument.clone());
    }
    let call = format!("${name}({})", names.join(", "));
    let tree = parser::parse(&call).map_err(|problem| error(problem.to_string()))?;
    Evaluator::with_context(context).evaluate(&tree, &JValue::Undefined)
}

/// `$partition(list, size)`
fn partition(arguments: &[JValue]) -> Result<JValue, EvaluatorError> {
    let items = arguments.first().and_then(JValue::as_array);
    let size = arguments
        .get(1)
        .and_then(JValue::as_i64)
        .and_then(|size| usize::try_from(size).ok());
    match (items, size) {
        (Some(items), Some(size)) if size > 0 => Ok(JValue::array(
            items
                .chunks(size)
                .map(|part| JValue::array(part.to_vec()))
                .collect(),
        )),
        _ => Err(error(
            "$partition requires an array and a size greater than 0".to_owned(),
        )),
    }
}

/// `$range(first, last, step)`
fn range(arguments: &[JValue]) -> Result<JValue, EvaluatorError> {
    let number = |i: usize| arguments.get(i).and_then(JValue::as_f64);
    match (number(0), number(1), number(2)) {
        (Some(first), Some(last), Some(step)) if step != 0.0 => {
            let values = numbers::range(first, last, step).map_err(error)?;
            // A sequence: one item stands for itself.
            Ok(JValue::sequence(values.into_iter().map(JValue::from).collect()))
        }
        _ => Err(error(
            "$range requires a first number, a last number and a step other than 0".to_owned(),
        )),
    }
}

fn text<'a>(arguments: &'a [JValue], index: usize, name: &str) -> Result<&'a str, EvaluatorError> {
    arguments
        .get(index)
        .and_then(JValue::as_str)
        .ok_or_else(|| error(format!("${name} requires a string")))
}

pub(super) fn error(message: String) -> EvaluatorError {
    EvaluatorError::EvaluationError(message)
}
