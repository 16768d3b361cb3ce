//! Event patterns: lists of values and operators.
//! <https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html>
//!
//! Not checked: the names of fields, which depend on the events, and values that are known at deployment only.

use crate::{
    check::{catalog::services::events::PATTERN, functions::describe, hint::did_you_mean, query::quoted},
    finding::{Unplaced, ValuePath},
    intrinsic_call::{is_complete, is_intrinsic_call},
    value::Json,
};

type Map = serde_json::Map<String, Json>;

const OPERATORS: [&str; 8] = [
    "anything-but",
    "cidr",
    "equals-ignore-case",
    "exists",
    "numeric",
    "prefix",
    "suffix",
    "wildcard",
];

/// The operators within `anything-but`.
const NEGATED: [&str; 4] = ["equals-ignore-case", "prefix", "suffix", "wildcard"];

const COMPARISONS: [&str; 5] = ["<", "<=", "=", ">", ">="];

/// Reports what EventBridge refuses in a pattern.
pub(super) fn check(pattern: &Json, path: &ValuePath, report: &mut impl FnMut(ValuePath, Unplaced)) {
    if let Json::Object(fields) = pattern
        && is_complete(fields)
        && !is_intrinsic_call(pattern)
    {
        if fields.is_empty() {
            report(
                path.clone(),
                PATTERN.found("the event pattern is empty", "add a field"),
            );
        }
        self::fields(fields, path, report);
    }
}

fn fields(fields: &Map, path: &ValuePath, report: &mut impl FnMut(ValuePath, Unplaced)) {
    for (name, value) in fields {
        let path = path.clone().key(name);
        match value {
            _ if is_intrinsic_call(value) => {}
            Json::Array(items) if name == "$or" => {
                for (i, item) in items.iter().enumerate() {
                    if let Json::Object(inner) = item
                        && !is_intrinsic_call(item)
                    {
                        self::fields(inner, &path.clone().index(i), report);
                    }
                }
            }
            Json::Object(inner) if is_complete(inner) => {
                if inner.is_empty() {
                    report(
                        path.clone(),
                        PATTERN.found("an empty map matches no field", "add a field, or remove it"),
                    );
                }
                self::fields(inner, &path, report);
            }
            Json::Object(_) => {}
            Json::Array(items) if items.is_empty() => {
                report(
                    path,
                    PATTERN.found(
                        "an empty list matches no event",
                        "add a value, or remove the field",
                    ),
                );
            }
            Json::Array(items) => {
                for (i, item) in items.iter().enumerate() {
                    self::item(item, &path.clone().index(i), report);
                }
            }
            scalar => {
                let message = format!(
                    "a field of an event pattern must be a list or a map; found {}",
                    describe(scalar)
                );
                report(path, PATTERN.found(message, "write it as `[…]`"));
            }
        }
    }
}

/// A value, or an operator with its argument.
fn item(item: &Json, path: &ValuePath, report: &mut impl FnMut(ValuePath, Unplaced)) {
    let map = match item {
        Json::Object(map) if is_complete(map) && !is_intrinsic_call(item) => map,
        Json::Array(_) => {
            let found = PATTERN.found("a value must not be a list", "write the values in the outer list");
            return report(path.clone(), found);
        }
        _ => return,
    };
    let mut entries = map.iter();
    let (Some((operator, argument)), None) = (entries.next(), entries.next()) else {
        let found = PATTERN.found(
            "an operator is a map with one key",
            "write each operator as an item of its own",
        );
        return report(path.clone(), found);
    };
    let path = path.clone().key(operator);
    if !OPERATORS.contains(&operator.as_str()) {
        let all = format!("use one of {}", quoted(OPERATORS));
        let hint = did_you_mean(operator, OPERATORS, &all);
        return report(
            path,
            PATTERN.found(format!("unknown operator `{operator}`"), hint),
        );
    }
    if is_intrinsic_call(argument) {
        return;
    }
    let found = match operator.as_str() {
        "anything-but" => return anything_but(argument, path, report),
        "exists" => (!argument.is_boolean() && argument != "true" && argument != "false")
            .then(|| mismatch("`exists` takes `true` or `false`", argument)),
        "numeric" => numeric(argument),
        "prefix" | "suffix" => {
            let is_case_insensitive = argument
                .as_object()
                .is_some_and(|map| map.keys().eq(["equals-ignore-case"]));
            (!argument.is_string() && !is_case_insensitive)
                .then(|| mismatch(&format!("`{operator}` takes a string"), argument))
        }
        _ => text(operator, argument),
    };
    if let Some(found) = found {
        report(path, found);
    }
}

fn text(operator: &str, argument: &Json) -> Option<Unplaced> {
    let Json::String(text) = argument else {
        return Some(mismatch(&format!("`{operator}` takes a string"), argument));
    };
    (operator == "wildcard" && text.contains("**")).then(|| {
        PATTERN.found(
            "`wildcard` must not contain two wildcards in a row",
            "write one `*`",
        )
    })
}

fn anything_but(argument: &Json, path: ValuePath, report: &mut impl FnMut(ValuePath, Unplaced)) {
    let found = match argument {
        Json::Array(items) if items.is_empty() => {
            Some(PATTERN.found("`anything-but` must not be empty", "add a value"))
        }
        Json::Array(items) => items
            .iter()
            .find(|item| item.is_array() || (item.is_object() && !is_intrinsic_call(item)))
            .map(|item| mismatch("`anything-but` takes strings and numbers in a list", item)),
        Json::Object(map) if is_complete(map) => {
            let mut entries = map.iter();
            match (entries.next(), entries.next()) {
                (Some((operator, _)), None) if NEGATED.contains(&operator.as_str()) => None,
                (Some((operator, _)), None) => {
                    let message = format!("`anything-but` does not accept `{operator}`");
                    Some(PATTERN.found(message, format!("use one of {}", quoted(NEGATED))))
                }
                _ => Some(PATTERN.found("`anything-but` takes one operator", "remove the others")),
            }
        }
        _ => None,
    };
    if let Some(found) = found {
        report(path, found);
    }
}

fn numeric(argument: &Json) -> Option<Unplaced> {
    let Json::Array(parts) = argument else {
        return Some(mismatch(
            "`numeric` takes a list of comparisons and numbers",
            argument,
        ));
    };
    if parts.iter().any(is_intrinsic_call) {
        return None;
    }
    if !matches!(parts.len(), 2 | 4) {
        let message = format!(
            "`numeric` takes one or two comparisons, each with a number; found {} items",
            parts.len()
        );
        return Some(PATTERN.found(message, "write it as `[\">\", 0, \"<=\", 5]`"));
    }
    for pair in parts.chunks(2) {
        let [comparison, number] = pair else { return None };
        if !comparison
            .as_str()
            .is_some_and(|comparison| COMPARISONS.contains(&comparison))
        {
            let message = format!(
                "`numeric` compares with {}; found {}",
                quoted(COMPARISONS),
                describe(comparison)
            );
            return Some(PATTERN.found(message, "change the comparison"));
        }
        let is_number = number.is_number() || number.as_str().is_some_and(|text| text.parse::<f64>().is_ok());
        if !is_number {
            return Some(mismatch("`numeric` compares with numbers", number));
        }
    }
    None
}

fn mismatch(expected: &str, found: &Json) -> Unplaced {
    PATTERN.found(
        format!("{expected}; found {}", describe(found)),
        "change the argument",
    )
}

#[cfg(test)]
mod tests {
    use serde_json::{Value as Json, json};

    use super::check;
    use crate::finding::ValuePath;

    #[track_caller]
    fn expect(pattern: &Json, expected: &[&str]) {
        let mut found = Vec::new();
        check(pattern, &ValuePath::default(), &mut |path, unplaced| {
            found.push(crate::Finding::resource("R", path, unplaced).to_string());
        });
        let messages: Vec<&str> = found
            .iter()
            .map(|text| text.split("\n  hint").next().unwrap_or_default())
            .collect();
        assert_eq!(messages, expected, "{pattern}");
    }

    #[test]
    fn operators_and_lists_are_accepted() {
        expect(
            &json!({
                "source": ["aws.ec2", null, 1],
                "detail": {
                    "state": [{ "anything-but": ["a", 1] }, { "anything-but": { "prefix": ["a", "b"] } }],
                    "name": [{ "prefix": { "equals-ignore-case": "a" } }, { "wildcard": "a*b*" }, { "exists": false }],
                    "size": [{ "numeric": [">", 0, "<=", 5] }, { "numeric": ["=", 3] }],
                    "address": [{ "cidr": "10.0.0.0/8" }],
                    "$or": [{ "a": [1] }, { "b": [2] }],
                    "late": { "Ref": "P" }
                }
            }),
            &[],
        );
    }

    #[test]
    fn other_values_are_refused() {
        expect(
            &json!({ "source": "aws.ec2" }),
            &[
                "Resources/R at source: a field of an event pattern must be a list or a map; found `\"aws.ec2\"`",
            ],
        );
        expect(
            &json!({ "source": [] }),
            &["Resources/R at source: an empty list matches no event"],
        );
        expect(&json!({}), &["Resources/R: the event pattern is empty"]);
        expect(
            &json!({ "a": [{ "prefx": "b" }] }),
            &["Resources/R at a[0].prefx: unknown operator `prefx`"],
        );
        expect(
            &json!({ "a": [{ "numeric": ["=>", 1] }, { "numeric": [">"] }, { "numeric": [">", "x"] }] }),
            &[
                "Resources/R at a[0].numeric: `numeric` compares with `<`, `<=`, `=`, `>`, `>=`; found `\"=>\"`",
                "Resources/R at a[1].numeric: `numeric` takes one or two comparisons, each with a number; found 1 items",
                "Resources/R at a[2].numeric: `numeric` compares with numbers; found `\"x\"`",
            ],
        );
        expect(
            &json!({ "a": [{ "anything-but": { "numeric": [">", 1] } }, { "anything-but": [] }, { "exists": "yes" }] }),
            &[
                "Resources/R at a[0].anything-but: `anything-but` does not accept `numeric`",
                "Resources/R at a[1].anything-but: `anything-but` must not be empty",
                "Resources/R at a[2].exists: `exists` takes `true` or `false`; found `\"yes\"`",
            ],
        );
    }
}
