//! JSONPath as Step Functions uses it: `$` is the data, `$$` the Context Object, `$name` a variable.
//!
//! Step Functions evaluates paths with an early release of the Java library Jayway `JsonPath`, so this module follows that
//! library and not RFC 9535. `$.a.['b c']`, `$.[0]` and `$.[?(@.x > 1)]` are paths, a slice has no step, and
//! `$['a','b']` is an object with two fields.
//!
//! A *definite* path finds one value or nothing. An *indefinite* path (`*`, `..`, slices, filters, several indexes) gives
//! an array, which may be empty. A *reference path* has names and indexes only; a result can be written there.
//!
//! - `parser`: reads a path.
//! - `filter`: the conditions of `[?( )]`.
//! - `filter_parser`: reads conditions.
//! - `quotes`: finds the characters outside of quotes.
//! - `step`: what one step selects.

mod filter;
mod filter_parser;
mod parser;
mod quotes;
mod step;

use std::borrow::Cow;

use crate::model::Json;

use step::Step;

/// A parsed path.
#[derive(Debug, Clone)]
pub(crate) struct JsonPath {
    root: Root,
    steps: Vec<Step>,
    reference: Option<Vec<Segment>>,
    remarks: Vec<String>,
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
        let parsed = parser::parse(text)?;
        let segment = |step: &Step| match step {
            Step::Name(name) => Some(Segment::Name(name.clone())),
            Step::Index(index) => usize::try_from(*index).ok().map(Segment::Index),
            _ => None,
        };
        Ok(Self {
            root: parsed.root,
            reference: parsed.steps.iter().map(segment).collect(),
            steps: parsed.steps,
            remarks: parsed.remarks,
        })
    }

    /// The start of the path.
    pub(crate) fn root(&self) -> &Root {
        &self.root
    }

    /// The steps, if this is a reference path.
    pub(crate) fn reference(&self) -> Option<&[Segment]> {
        self.reference.as_deref()
    }

    /// Whether the path finds one value or nothing. Any other path gives an array.
    pub(crate) fn is_definite(&self) -> bool {
        self.steps.iter().all(Step::is_definite)
    }

    /// What Step Functions accepts but probably reads differently than the author does.
    pub(crate) fn remarks(&self) -> &[String] {
        &self.remarks
    }

    /// The value in `data`; `None` if a definite path finds nothing. An indefinite path gives an array, which is empty if a
    /// step finds nothing.
    pub(crate) fn find(&self, data: &Json) -> Option<Json> {
        let mut found = step::select(&self.steps, data, data)
            .into_iter()
            .map(Cow::into_owned);
        if self.is_definite() {
            found.next()
        } else {
            Some(found.collect())
        }
    }
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
        check("$.trip.legs[1].id ", json!("b"));
        let reference = |text: &str| JsonPath::parse(text).unwrap().reference().is_some();
        assert!(reference("$.trip.legs[1]") && reference("$"));
        assert!(!reference("$.trip.legs[-1]") && !reference("$.trip.legs[*]"));
    }

    #[test]
    fn a_dot_can_precede_brackets() {
        check("$.['trip'].['legs'].[0].['id']", json!("a"));
        check("$.trip.legs.[*].id", json!(["a", "b"]));
        check("$.trip.legs.[?(@.seats > 1)].id", json!(["b"]));
        check("$.['a.b'].['c d']", json!(1));
    }

    #[test]
    fn a_negative_index_and_a_script_index_count_from_the_end() {
        check("$.trip.legs[-1].id", json!("b"));
        check("$.trip.legs[(@.length-1)].id", json!("b"));
        check("$.trip.legs[(@.length - 2)].id", json!("a"));
        missing("$.trip.legs[-3]");
    }

    #[test]
    fn indefinite_paths_give_an_array() {
        check("$.trip.legs[*].id", json!(["a", "b"]));
        check("$.trip.*[*].id", json!(["a", "b"]));
        check("$..id", json!(["a", "b"]));
        check("$.trip.legs[?(@.seats > 5)]", json!([]));
        check("$.trip.legs[0,1].id", json!(["a", "b"]));
        check("$.trip.legs[ 1 , 0 ].id", json!(["b", "a"]));
    }

    #[test]
    fn an_indefinite_path_over_missing_data_gives_an_empty_array() {
        for path in [
            "$.missing[*]",
            "$.missing[1:]",
            "$.missing.more[*].x",
            "$.missing[?(@.x > 1)]",
            "$..missing",
            "$.trip.legs[*].missing",
            "$.trip-id[*]",
        ] {
            check(path, json!([]));
        }
    }

    #[test]
    fn slices_have_a_start_an_end_or_both() {
        let list = json!([0, 1, 2, 3]);
        for (slice, wanted) in [
            ("1:", json!([1, 2, 3])),
            (":2", json!([0, 1])),
            ("1:3", json!([1, 2])),
            ("-2:", json!([2, 3])),
            (":-1", json!([0, 1, 2])),
            ("-3:-1", json!([1, 2])),
            ("-9:", json!([0, 1, 2, 3])),
            ("3:9", json!([3])),
            ("4:", json!([])),
            // The library does not resolve the end before it compares.
            ("1:-1", json!([])),
            // There is no step.
            ("0:4:2", json!([0, 1, 2, 3])),
        ] {
            let path = JsonPath::parse(&format!("$[{slice}]")).unwrap();
            assert_eq!(path.find(&list), Some(wanted), "{slice}");
        }
    }

    #[test]
    fn several_names_select_an_object_with_these_fields() {
        check("$.trip.legs[0]['id', 'seats']", json!({ "id": "a", "seats": 1 }));
        check(
            "$.trip.legs[*].['id','none']",
            json!([{ "id": "a" }, { "id": "b" }]),
        );
        check("$['trip','trip-id']['legs'][0].id", json!(["a"]));
    }

    #[test]
    fn a_filter_on_an_object_tests_the_object() {
        check("$.trip.legs[1][?(@.seats == 2)].id", json!(["b"]));
        check("$..[?(@.seats == 2)].id", json!(["b"]));
    }

    #[test]
    fn the_length_of_an_array_or_object_is_a_function() {
        check("$.trip.legs.length()", json!(2));
        check("$.trip.legs[*].length()", json!([2, 2]));
        let path = JsonPath::parse("$.trip.legs.length()").unwrap();
        assert!(path.is_definite() && path.reference().is_none());
    }

    #[test]
    fn other_functions_are_read_as_names_with_a_remark() {
        missing("$.trip.sum()");
        let path = JsonPath::parse("$.trip.concat($.a, 'b')").unwrap();
        assert!(path.remarks()[0].contains("`concat($.a, 'b')`"), "{path:?}");
    }

    #[test]
    fn a_missing_value_differs_from_null() {
        check("$.nothing", Json::Null);
        missing("$.missing");
        missing("$.trip.legs[2]");
        missing("$.trip.legs.id");
        missing("$.nothing.more");
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
            "",
            "@.a",
            "$.",
            "$..",
            "$.a..",
            "$.a...b",
            "$[",
            "$['a'",
            "$['a' 'b']",
            "$['a',]",
            "$['a',\"b\"]",
            "$['\\u12']",
            "$.a b",
            "$ .a",
            "$a b",
            "$.a[]",
            "$.a[:]",
            "$.a[1",
            "$.a[x]",
            "$.a[1x]",
            "$.a[99999999999]",
            "$.a[?]",
            "$.a[?()]",
            "$.a[?(@.x > )]",
            "$.a[(@.length)]",
            "$.length(",
        ] {
            assert!(JsonPath::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn too_deeply_nested_paths_are_rejected() {
        for open in ["[?(@.a", "[?(", "[?(@[", "[?(!("] {
            let message = JsonPath::parse(&format!("$.legs{}", open.repeat(50_000))).unwrap_err();
            assert!(message.len() < 300, "{message}");
            assert!(message.contains("more than 64 nested brackets"), "{message}");
        }
        assert!(JsonPath::parse(&format!("$.a[*]{}", ".b[0]".repeat(5_000))).is_ok());
        let long = format!("$.a[?({}@.x)]", "!".repeat(50_000));
        assert!(JsonPath::parse(&long).is_ok());
    }

    #[track_caller]
    fn check(path: &str, wanted: Json) {
        assert_eq!(
            JsonPath::parse(path).unwrap().find(&document()),
            Some(wanted),
            "{path}"
        );
    }

    #[track_caller]
    fn missing(path: &str) {
        assert_eq!(JsonPath::parse(path).unwrap().find(&document()), None, "{path}");
    }

    fn document() -> Json {
        json!({
            "trip": { "legs": [{ "id": "a", "seats": 1 }, { "id": "b", "seats": 2 }] },
            "trip-id": 7,
            "nothing": null,
            "a.b": { "c d": 1 },
        })
    }
}
