//! Evaluates the intrinsic functions of JSONPath states.
//! <https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html>

use base64::{Engine as _, engine::general_purpose::STANDARD};

use crate::{
    model::Json,
    query::Function,
    run::{
        hash,
        numbers::{number_to_json, range},
        random::Random,
    },
};

/// The service's limit for strings to hash or encode, in characters.
const MAX_TEXT: usize = 10_000;

/// Calls `function`. The parser has checked the number of arguments.
pub(super) fn call(function: Function, arguments: &[Json], random: &mut Random) -> Result<Json, String> {
    match function {
        Function::Format => format(arguments),
        Function::StringToJson => match text(&arguments[0])?.trim() {
            "" => Ok(Json::Null),
            text => serde_json::from_str(text).map_err(|error| format!("invalid JSON: {error}")),
        },
        Function::JsonToString => Ok(arguments[0].to_string().into()),
        Function::Array => Ok(arguments.to_vec().into()),
        Function::ArrayPartition => match usize::try_from(whole(&arguments[1])?) {
            Ok(size) if size > 0 => Ok(list(&arguments[0])?.chunks(size).map(<[Json]>::to_vec).collect()),
            _ => Err(format!(
                "the chunk size must be greater than 0, not `{}`",
                arguments[1]
            )),
        },
        Function::ArrayContains => Ok(list(&arguments[0])?
            .iter()
            .any(|item| same(item, &arguments[1]))
            .into()),
        Function::ArrayRange => {
            let (first, last, step) = (
                number(&arguments[0])?,
                number(&arguments[1])?,
                number(&arguments[2])?,
            );
            let values = range(half_up(first), half_up(last), half_up(step))?;
            Ok(values.into_iter().filter_map(number_to_json).collect())
        }
        Function::ArrayGetItem => {
            let items = list(&arguments[0])?;
            let found = usize::try_from(whole(&arguments[1])?)
                .ok()
                .and_then(|index| items.get(index));
            found.cloned().ok_or_else(|| {
                format!(
                    "index {} is out of range for an array of {} items",
                    arguments[1],
                    items.len()
                )
            })
        }
        Function::ArrayLength => Ok(list(&arguments[0])?.len().into()),
        Function::ArrayUnique => {
            let mut unique: Vec<Json> = Vec::new();
            for item in list(&arguments[0])? {
                if !unique.iter().any(|known| same(known, item)) {
                    unique.push(item.clone());
                }
            }
            Ok(unique.into())
        }
        Function::Base64Encode => Ok(STANDARD.encode(short_text(&arguments[0])?).into()),
        Function::Base64Decode => {
            let bytes = STANDARD
                .decode(short_text(&arguments[0])?)
                .map_err(|error| error.to_string())?;
            String::from_utf8(bytes)
                .map(Json::from)
                .map_err(|_| "the decoded bytes are not UTF-8".to_owned())
        }
        Function::Hash => {
            let data = match &arguments[0] {
                Json::String(text) => text.clone(),
                other => other.to_string(),
            };
            hash::hex_digest(text(&arguments[1])?, &data).map(Json::from)
        }
        Function::JsonMerge => merge(arguments),
        Function::MathRandom => {
            let (from, to) = (whole(&arguments[0])?, whole(&arguments[1])?);
            let span = u64::try_from(to - from).ok().filter(|span| *span > 0);
            let span = span.ok_or_else(|| format!("the range from {from} to {to} is empty"))?;
            let drawn = match arguments.get(2) {
                Some(seed) => Random::new(whole(seed)?.unsigned_abs()).below(span),
                None => random.below(span),
            };
            Ok(Json::from(from.saturating_add_unsigned(drawn)))
        }
        Function::MathAdd => {
            let sum = whole(&arguments[0])?.checked_add(whole(&arguments[1])?);
            sum.map(Json::from)
                .ok_or_else(|| "the sum is too large".to_owned())
        }
        Function::StringSplit => {
            let delimiters = text(&arguments[1])?;
            let parts = text(&arguments[0])?.split(|c| delimiters.contains(c));
            Ok(parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().into())
        }
        Function::Uuid => Ok(random.uuid().into()),
    }
}

fn format(arguments: &[Json]) -> Result<Json, String> {
    let mut values = arguments[1..].iter();
    let mut formatted = String::new();
    let mut characters = text(&arguments[0])?.chars().peekable();
    while let Some(c) = characters.next() {
        match (c, characters.peek()) {
            ('\\', Some(&escaped)) if "{}'\\".contains(escaped) => {
                formatted.push(escaped);
                characters.next();
            }
            ('{', Some('}')) => {
                characters.next();
                match values.next() {
                    Some(value) => formatted.push_str(&java_text(value)),
                    None => return Err("the template has more `{}` than values".to_owned()),
                }
            }
            _ => formatted.push(c),
        }
    }
    if values.next().is_some() {
        return Err("there are more values than `{}` in the template".to_owned());
    }
    Ok(formatted.into())
}

fn merge(arguments: &[Json]) -> Result<Json, String> {
    // The signature has a deep mode, but AWS rejects it.
    if arguments[2] != Json::Bool(false) {
        return Err("deep merge is not supported; pass `false`".to_owned());
    }
    match (&arguments[0], &arguments[1]) {
        (Json::Object(first), Json::Object(second)) => {
            let mut merged = first.clone();
            merged.extend(second.clone());
            Ok(merged.into())
        }
        _ => Err("both arguments must be objects".to_owned()),
    }
}

/// The text that Java makes of a value: AWS formats with `String.valueOf`.
fn java_text(value: &Json) -> String {
    match value {
        Json::String(text) => text.clone(),
        Json::Array(items) => {
            let items: Vec<_> = items.iter().map(java_text).collect();
            format!("[{}]", items.join(", "))
        }
        Json::Object(fields) => {
            let fields: Vec<_> = fields
                .iter()
                .map(|(name, value)| format!("{name}={}", java_text(value)))
                .collect();
            format!("{{{}}}", fields.join(", "))
        }
        other => other.to_string(),
    }
}

/// JSON equality in which `1` equals `1.0`.
fn same(left: &Json, right: &Json) -> bool {
    match (left, right) {
        (Json::Number(left), Json::Number(right)) => left.as_f64() == right.as_f64(),
        _ => left == right,
    }
}

fn text(value: &Json) -> Result<&str, String> {
    value
        .as_str()
        .ok_or_else(|| format!("expected a string, not `{value}`"))
}

fn short_text(value: &Json) -> Result<&str, String> {
    let text = text(value)?;
    if text.chars().count() > MAX_TEXT {
        return Err(format!("the string has more than {MAX_TEXT} characters"));
    }
    Ok(text)
}

fn list(value: &Json) -> Result<&[Json], String> {
    value
        .as_array()
        .map(Vec::as_slice)
        .ok_or_else(|| format!("expected an array, not `{value}`"))
}

fn number(value: &Json) -> Result<f64, String> {
    value
        .as_f64()
        .ok_or_else(|| format!("expected a number, not `{value}`"))
}

/// An integer. AWS rounds fractions as Java does: halves go up.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a rounded `f64` outside of `i64` saturates"
)]
fn whole(value: &Json) -> Result<i64, String> {
    match value.as_i64() {
        Some(whole) => Ok(whole),
        None => number(value).map(|number| half_up(number) as i64),
    }
}

fn half_up(number: f64) -> f64 {
    (number + 0.5).floor()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::query::{Argument, Intrinsic};

    #[test]
    fn every_function_returns_the_documented_result() {
        check(
            "States.Format('Hello, my name is {}.', 'Arnav')",
            json!("Hello, my name is Arnav."),
        );
        check(
            "States.Format('{} {} \\{\\} it\\'s', 1, null)",
            json!("1 null {} it's"),
        );
        check("States.StringToJson('')", json!(null));
        check("States.MathAdd(-1.5, 0)", json!(-1));
        check("States.MathAdd(1.5, 0)", json!(2));
        check(
            "States.Format('{}', States.StringToJson('{\"a\":1,\"b\":[\"x\",null]}'))",
            json!("{a=1, b=[x, null]}"),
        );
        check("States.StringToJson('{\"number\": 20}')", json!({ "number": 20 }));
        check("States.JsonToString(20)", json!("20"));
        check("States.Array(1, 'a', null)", json!([1, "a", null]));
        check(
            "States.ArrayPartition(States.Array(1,2,3,4,5), 2)",
            json!([[1, 2], [3, 4], [5]]),
        );
        check("States.ArrayContains(States.Array(1,2,3), 2)", json!(true));
        check("States.ArrayRange(1, 9, 2)", json!([1, 3, 5, 7, 9]));
        check("States.ArrayRange(3, 1, -1)", json!([3, 2, 1]));
        check("States.ArrayGetItem(States.Array(1,2,3), 2)", json!(3));
        check("States.ArrayLength(States.Array(1,2,3))", json!(3));
        check("States.ArrayUnique(States.Array(1,2,3,3,3,1))", json!([1, 2, 3]));
        check(
            "States.Base64Encode('Data to encode')",
            json!("RGF0YSB0byBlbmNvZGU="),
        );
        check("States.Base64Decode('RGVjb2RlZCBkYXRh')", json!("Decoded data"));
        check(
            "States.Hash('input data', 'SHA-1')",
            json!("aaff4a450a104cd177d28d18d74485e8cae074b7"),
        );
        check(
            "States.JsonMerge(States.StringToJson('{\"a\":{\"a1\":1},\"b\":2}'), States.StringToJson('{\"a\":{\"a3\":1},\"c\":3}'), false)",
            json!({ "a": { "a3": 1 }, "b": 2, "c": 3 }),
        );
        check("States.MathAdd(111, -1)", json!(110));
        check(
            "States.StringSplit('This.is+a,test=string', '.+,=')",
            json!(["This", "is", "a", "test", "string"]),
        );
    }

    #[test]
    fn random_values_depend_on_the_seed() {
        let draw = |seed| evaluate("States.MathRandom(1, 1000)", &mut Random::new(seed)).unwrap();
        assert_eq!(draw(5), draw(5));
        assert_ne!(draw(5), draw(6));
        let seeded = |seed| evaluate("States.MathRandom(1, 1000, 42)", &mut Random::new(seed)).unwrap();
        assert_eq!(seeded(5), seeded(6));
        assert_eq!(
            evaluate("States.UUID()", &mut Random::new(1))
                .unwrap()
                .as_str()
                .unwrap()
                .len(),
            36
        );
    }

    #[test]
    fn invalid_arguments_fail() {
        for text in [
            "States.StringToJson('{')",
            "States.ArrayGetItem(States.Array(1), 1)",
            "States.ArrayRange(1, 5000, 1)",
            "States.ArrayRange(1, 5, 0)",
            "States.ArrayPartition(States.Array(1), 0)",
            "States.Base64Decode('?')",
            "States.Hash('x', 'CRC')",
            "States.JsonMerge(1, 2, false)",
            "States.MathAdd('1', 2)",
            "States.MathRandom(5, 5)",
            "States.ArrayLength('x')",
        ] {
            assert!(evaluate(text, &mut Random::new(1)).is_err(), "{text}");
        }
    }

    #[track_caller]
    fn check(text: &str, wanted: Json) {
        assert_eq!(evaluate(text, &mut Random::new(1)), Ok(wanted), "{text}");
    }

    fn evaluate(text: &str, random: &mut Random) -> Result<Json, String> {
        value(&Intrinsic::parse(text)?, random)
    }

    fn value(intrinsic: &Intrinsic, random: &mut Random) -> Result<Json, String> {
        let mut arguments = Vec::new();
        for argument in &intrinsic.arguments {
            arguments.push(match argument {
                Argument::Literal(literal) => literal.clone(),
                Argument::Call(call) => value(call, random)?,
                Argument::Path(_) => unreachable!("the tests use no paths"),
            });
        }
        call(intrinsic.function, &arguments, random)
    }
}
