//! A template does not change when it is read and written as JSON, as YAML, or converted from one to the other.
//!
//! `serde_yaml`, an independent parser that reads YAML 1.2, must read the same values.

use infra_gen_cfn::{FunctionSyntax, Json, Template};
use proptest::prelude::*;
use serde_json::json;

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn json_round_trips(document in template()) {
        let text = document.to_string();
        let read = Template::from_json(&text).expect("the document is a template");
        prop_assert_eq!(&read.to_json_minified(), &text);
        prop_assert_eq!(Template::from_json(&read.to_json()), Ok(read));
    }

    #[test]
    fn yaml_round_trips(document in template()) {
        let template = Template::from_json(&document.to_string()).expect("the document is a template");
        for functions in [FunctionSyntax::Short, FunctionSyntax::Full] {
            let text = template.to_yaml_with(functions);
            let read = Template::from_yaml(&text).map_err(|error| TestCaseError::fail(format!("{error}\n{text}")))?;
            prop_assert_eq!(&read, &template, "{}", text);
            prop_assert_eq!(&read.to_yaml_with(functions), &text);
            prop_assert_eq!(read.to_json_minified(), document.to_string());
        }
    }

    #[test]
    fn another_yaml_parser_reads_the_same_values(document in template()) {
        let template = Template::from_json(&document.to_string()).expect("the document is a template");
        let text = template.to_yaml_with(FunctionSyntax::Full);
        let read: Json = serde_yaml::from_str(&text).map_err(|error| TestCaseError::fail(format!("{error}\n{text}")))?;
        prop_assert_eq!(read, document, "{}", text);
    }

    #[test]
    fn no_text_makes_a_parser_panic(text in any::<String>()) {
        let _ = Template::parse(&text);
        let _ = Template::from_json(&text);
        let _ = Template::from_yaml(&text);
    }

    #[test]
    fn no_yaml_like_text_makes_a_parser_panic(parts in proptest::collection::vec(yaml_token(), 0..40)) {
        let text = parts.concat();
        if let Ok(template) = Template::from_yaml(&text) {
            let written = template.to_yaml();
            let read = Template::from_yaml(&written).map_err(|error| TestCaseError::fail(format!("{error}\n{written}")))?;
            prop_assert_eq!(read, template, "{}", written);
        }
    }

    #[test]
    fn no_json_like_text_makes_a_parser_panic(parts in proptest::collection::vec(json_token(), 0..40)) {
        let text = parts.concat();
        if let Ok(template) = Template::from_json(&text) {
            prop_assert_eq!(Template::from_json(&template.to_json()), Ok(template));
        }
    }
}

/// A template with any sections in any order.
fn template() -> impl Strategy<Value = Json> {
    let sections = prop_oneof![
        odd_text().prop_map(|text| ("Description".to_owned(), json!(text))),
        Just(("AWSTemplateFormatVersion".to_owned(), json!("2010-09-09"))),
        map(value(), 4).prop_map(|entries| ("Metadata".to_owned(), entries)),
        map(map(value(), 3), 3).prop_map(|entries| ("Parameters".to_owned(), entries)),
        map(map(map(value(), 3), 3), 3).prop_map(|entries| ("Mappings".to_owned(), entries)),
        map(map(value(), 3), 3).prop_map(|entries| ("Conditions".to_owned(), entries)),
        map(resource(), 6).prop_map(|entries| ("Resources".to_owned(), entries)),
        map(map(value(), 3), 3).prop_map(|entries| ("Outputs".to_owned(), entries)),
        value().prop_map(|value| ("Transform".to_owned(), value)),
        ("[A-Z][a-z]{3,8}Section", value()),
    ];
    proptest::collection::vec(sections, 0..8)
        .prop_map(|sections| Json::Object(sections.into_iter().collect()))
}

fn resource() -> impl Strategy<Value = Json> {
    (
        odd_text(),
        proptest::option::of(map(value(), 4)),
        proptest::collection::vec((odd_text(), value()), 0..3),
        any::<bool>(),
    )
        .prop_map(|(type_name, properties, attributes, type_last)| {
            let mut entries = serde_json::Map::new();
            if !type_last {
                entries.insert("Type".to_owned(), json!(type_name));
            }
            entries.extend(properties.map(|properties| ("Properties".to_owned(), properties)));
            entries.extend(attributes.into_iter().filter(|(key, _)| key != "Properties"));
            entries.insert("Type".to_owned(), json!(type_name));
            Json::Object(entries)
        })
}

fn map(entry: impl Strategy<Value = Json>, size: usize) -> impl Strategy<Value = Json> {
    proptest::collection::vec((key(), entry), 0..size)
        .prop_map(|entries| Json::Object(entries.into_iter().collect()))
}

fn key() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Za-z][A-Za-z0-9]{0,12}",
        odd_text().prop_filter("a macro is not a resource", |key| !key.starts_with("Fn::"))
    ]
}

fn value() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        any::<i64>().prop_map(Json::from),
        any::<u64>().prop_map(Json::from),
        prop::num::f64::NORMAL.prop_map(Json::from),
        (-1_000_000_i32..1_000_000).prop_map(|thousandths| json!(f64::from(thousandths) / 1000.0)),
        odd_text().prop_map(Json::from),
    ];
    leaf.prop_recursive(5, 48, 5, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..5).prop_map(Json::Array),
            proptest::collection::vec((odd_text(), inner.clone()), 0..5)
                .prop_map(|entries| Json::Object(entries.into_iter().collect())),
            (function(), inner.clone()).prop_map(|(name, argument)| json!({ name: argument })),
            (function(), proptest::collection::vec(inner, 0..4))
                .prop_map(|(name, arguments)| json!({ name: arguments })),
            (function(), odd_text()).prop_map(|(name, argument)| json!({ name: argument })),
            ("[A-Z][a-z]{1,5}", "[A-Z][a-z]{1,5}(\\.[A-Z][a-z]{1,5})?")
                .prop_map(|(resource, attribute)| json!({ "Fn::GetAtt": [resource, attribute] })),
        ]
    })
}

fn function() -> impl Strategy<Value = String> {
    const NAMES: &[&str] = &[
        "Ref",
        "Condition",
        "Fn::And",
        "Fn::Base64",
        "Fn::Cidr",
        "Fn::Equals",
        "Fn::FindInMap",
        "Fn::ForEach::Loop",
        "Fn::GetAtt",
        "Fn::GetAZs",
        "Fn::If",
        "Fn::ImportValue",
        "Fn::Join",
        "Fn::Length",
        "Fn::Not",
        "Fn::Or",
        "Fn::Select",
        "Fn::Split",
        "Fn::Sub",
        "Fn::ToJsonString",
        "Fn::Transform",
        "Fn::Unheard",
    ];
    proptest::sample::select(NAMES).prop_map(str::to_owned)
}

/// Strings that some YAML readers interpret differently, and arbitrary strings.
fn odd_text() -> impl Strategy<Value = String> {
    const ODD: &[&str] = &[
        "",
        " ",
        "~",
        "null",
        "Null",
        "true",
        "True",
        "yes",
        "No",
        "on",
        "OFF",
        "y",
        "n",
        "<<",
        "=",
        "-",
        "---",
        "...",
        "?",
        ":",
        "#",
        "a: b",
        "a #b",
        "a:",
        "- a",
        "[a]",
        "{a}",
        "!Ref a",
        "&a",
        "*a",
        "%a",
        "@a",
        "`a`",
        "'a'",
        "\"a\"",
        "|",
        ">",
        "012345678901",
        "0123",
        "0o14",
        "0x1F",
        "0b11",
        "1_000",
        "1e3",
        "1.10",
        "1.0",
        ".5",
        "5.",
        "+1",
        "-0",
        "1:30",
        "22:22:22",
        ".inf",
        "-.INF",
        ".nan",
        "2010-09-09",
        "2012-10-17",
        "2001-12-14t21:59:43.10-05:00",
        "123456789012345678901234567890",
        "a\nb",
        "a\nb\n",
        "a\n\nb\n\n",
        "\na",
        " a\nb",
        "a\n b\n",
        "a \nb",
        "a\tb",
        "\ta\nb",
        "a\r\nb",
        "a\n\tb",
        "\u{85}",
        "\u{2028}",
        "\u{FEFF}",
        "\u{0}",
        "\u{7F}",
        "\u{A0}",
        "é",
        "漢字",
        "🍪",
        "\u{FFFE}",
        "${AWS::Region}-${!x}",
        "arn:aws:s3:::b/*",
    ];
    prop_oneof![
        3 => proptest::sample::select(ODD).prop_map(str::to_owned),
        1 => any::<String>(),
        1 => "[ -~\n]{0,40}",
        1 => "[a-z \n:#-]{0,20}",
    ]
}

fn yaml_token() -> impl Strategy<Value = String> {
    const TOKENS: &[&str] = &[
        "Resources:\n",
        "  A:\n",
        "    Type: T\n",
        "    Properties:\n",
        "      K: ",
        "Metadata:\n  ",
        "\n",
        "  ",
        "- ",
        ": ",
        "a",
        "!Ref ",
        "!GetAtt a.b\n",
        "!Sub |\n   x\n",
        "&x ",
        "*x",
        "<<: ",
        "[",
        "]",
        "{",
        "}",
        ", ",
        "'",
        "\"",
        "\\",
        "|\n",
        ">-\n",
        "# c\n",
        "---\n",
        "...\n",
        "%YAML 1.1\n",
        "!!str ",
        "!<a> ",
        "! ",
        "? ",
        "\t",
        "012\n",
        "~\n",
        "\u{FEFF}",
        "é",
        "1.10\n",
        "yes\n",
    ];
    proptest::sample::select(TOKENS).prop_map(str::to_owned)
}

fn json_token() -> impl Strategy<Value = String> {
    const TOKENS: &[&str] = &[
        "{\"Resources\":",
        "{\"Metadata\":{\"a\":",
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"a\"",
        "\"\\u",
        "d83d",
        "\\ude00\"",
        "1",
        "-",
        ".",
        "e",
        "9999999999",
        "null",
        "true",
        " ",
        "\n",
        "\"",
        "\\",
        "é",
    ];
    proptest::sample::select(TOKENS).prop_map(str::to_owned)
}
