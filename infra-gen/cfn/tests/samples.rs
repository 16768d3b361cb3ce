//! Templates in the style of AWS's public samples are read correctly and do not change when they are written.

use infra_gen_cfn::{FunctionSyntax, Json, Template};
use serde_json::json;

const SHORT_TAGS: &str = include_str!("templates/short_tags.yaml");
const LONG_FORM: &str = include_str!("templates/long_form.json");
const ANCHORS: &str = include_str!("templates/anchors.yaml");
const SCALARS: &str = include_str!("templates/scalars.yaml");

#[test]
fn every_sample_round_trips() {
    for sample in [SHORT_TAGS, LONG_FORM, ANCHORS, SCALARS] {
        let template = read(sample);
        let outputs = [
            template.to_json(),
            template.to_json_minified(),
            template.to_yaml(),
            template.to_yaml_with(FunctionSyntax::Full),
        ];
        for written in outputs {
            assert_eq!(read(&written), template, "{written}");
        }
    }
}

#[test]
fn sections_and_resources_keep_their_order() {
    let text = r#"{"Outputs":{},"Resources":{"B":{"Metadata":{},"Type":"T"},"A":{"Type":"T","Properties":{}}},"Own":[]}"#;
    assert_eq!(read(text).to_json_minified(), text);
}

#[test]
fn short_tags_are_read_as_functions() {
    let document = document(SHORT_TAGS);
    check(
        &document,
        "/Conditions/IsDev",
        &json!({ "Fn::Not": [{ "Condition": "IsProd" }] }),
    );
    let properties = "/Resources/Queue/Properties";
    check(
        &document,
        &format!("{properties}/MessageRetentionPeriod"),
        &json!({ "Fn::FindInMap": ["Limits", { "Ref": "Stage" }, "Retention"] }),
    );
    check(
        &document,
        &format!("{properties}/Tags/1/Value"),
        &json!({ "Fn::Select": ["1", { "Fn::Split": [",", { "Fn::Join": [",", [{ "Ref": "Stage" }, "b"]] }] }] }),
    );
    check(
        &document,
        &format!("{properties}/Tags/3"),
        &json!({ "Fn::If": ["IsProd", { "Key": "a", "Value": "b" }, { "Ref": "AWS::NoValue" }] }),
    );
    let reader = "/Resources/Reader/Properties";
    check(
        &document,
        &format!("{reader}/Role"),
        &json!({ "Fn::GetAtt": ["Role", "Arn"] }),
    );
    let variables = format!("{reader}/Environment/Variables");
    check(
        &document,
        &format!("{variables}/DEEP"),
        &json!({ "Fn::GetAtt": ["Role", "Some.Deep.Attribute"] }),
    );
    check(
        &document,
        &format!("{variables}/NESTED"),
        &json!({ "Fn::Base64": { "Fn::Sub": "${Queue.Arn}\n" } }),
    );
    check(
        &document,
        &format!("{reader}/Code/ZipFile/Fn::Sub/0"),
        &json!(
            "exports.handler = async () => {\n  console.log(\"${Url}\");\n\n  return \"${AWS::Region}\";\n};\n"
        ),
    );
}

#[test]
fn aliases_and_merge_keys_are_expanded() {
    let document = document(ANCHORS);
    check(
        &document,
        "/Resources/Second/Properties",
        &json!({
            "Handler": "second",
            "MemorySize": 512,
            "Role": { "Fn::GetAtt": ["Role", "Arn"] },
            "Description": "shop",
            "Runtime": "provided.al2023",
            "TracingConfig": { "Mode": "Active" },
        }),
    );
    check(
        &document,
        "/Resources/First/Properties/Tags",
        &json!([{ "Key": "team", "Value": "shop" }, { "Key": "cost", "Value": "0042" }]),
    );
}

#[test]
fn scalars_follow_yaml_1_1() {
    let document = document(SCALARS);
    check(
        &document,
        "/Metadata/Texts",
        &json!({
            "Account": "012345678901", "Range": "0-6", "NewOctal": "0o14", "Exponent": "1e3", "Date": "2012-10-17", "Infinity": ".inf", "Long": "123456789012345678901234567890", "Letter": "y", "Quoted": "true",
            "Doubled": "8080", "Tagged": "42", "NonSpecific": "42", "Ref": { "Ref": "42" },
        }),
    );
    check(
        &document,
        "/Metadata/Numbers",
        &json!({
            "Integer": 42, "Negative": -7, "Zero": 0, "Fraction": 1.5, "Large": 9_007_199_254_740_993_u64,
            "Largest": u64::MAX, "Int": 42, "Octal": 8, "Hex": 31, "Underscored": 1000, "Version": 1.1, "Time": 1342,
            "Plus": 1, "Point": 0.5, "OctalAccount": 1_402_433_619,
        }),
    );
}

#[test]
fn booleans_and_nulls_follow_yaml_1_1() {
    let document = document(SCALARS);
    check(
        &document,
        "/Metadata/Booleans",
        &json!([true, false, true, false, true, false]),
    );
    check(&document, "/Metadata/Nulls", &json!([null, null, null, null]));
}

#[test]
fn keys_are_strings() {
    let document = document(SCALARS);
    check(&document, "/Metadata/yes", &json!("a key"));
    check(&document, "/Metadata/1", &json!("another key"));
}

#[test]
fn line_breaks_in_block_scalars_are_kept() {
    check(
        &document(SCALARS),
        "/Metadata/Blocks",
        &json!({
            "Kept": "a\n\n", "Clipped": "a\n  b\n", "Stripped": "a\nb", "Folded": "a b\nc\n",
            "Plain": "several words on two lines",
        }),
    );
}

#[test]
fn a_json_number_too_long_for_64_bits_keeps_its_digits() {
    let text = r#"{"Metadata":{"long":123456789012345678901234567890,"fine":1.10,"huge":1e400,"whole":1e3}}"#;
    let document = document(text);
    check(
        &document,
        "/Metadata",
        &json!({ "long": "123456789012345678901234567890", "fine": 1.1, "huge": "1e400", "whole": 1000.0 }),
    );
}

#[track_caller]
fn check(document: &Json, pointer: &str, expected: &Json) {
    assert_eq!(document.pointer(pointer), Some(expected), "at {pointer}");
}

fn read(text: &str) -> Template {
    Template::parse(text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

fn document(text: &str) -> Json {
    serde_json::to_value(read(text)).expect("a template is JSON")
}
