//! Texts that are not templates: each error says where and what is wrong, and how to fix it.

use infra_gen_cfn::Template;

#[test]
fn a_key_that_stands_twice_is_named_with_its_place() {
    check(
        "Resources:\n  A: {Type: T}\n  B: {Type: T}\n  A: {Type: U}\n",
        "line 4, column 3: the key `A` stands twice in one map; remove one of the two or rename it",
    );
    check(
        "{\"Resources\": {\"A\": {\"Type\": \"T\"},\n \"A\": {\"Type\": \"U\"}}}",
        "line 2, column 7: the key `A` stands twice in one map; remove one of the two or rename it",
    );
}

#[test]
fn broken_text_is_shown_where_it_breaks() {
    check(
        "{\"Resources\": {\n  \"A\" 1}}",
        "line 2, column 7: this is not JSON: expected `:`; correct the text here",
    );
    check(
        "{\"Metadata\": {\"a\": \"\\ud800\"}}",
        "line 1, column 20: this is not JSON: unexpected end of hex escape; correct the text here",
    );
    check(
        "Resources:\n  A: [1, 2\n",
        "line 3, column 1: this is not YAML: while parsing a flow sequence, expected ',' or ']'; correct the text here",
    );
}

#[test]
fn an_empty_text_is_no_template() {
    let message = "line 1, column 1: the text is empty; a template has at least `Resources`";
    check("", message);
    check("# only a comment\n", message);
}

#[test]
fn a_section_of_the_wrong_shape_is_named() {
    check(
        "Resources:\n  - A\n",
        "line 2, column 3: Resources: `Resources` is a map of logical IDs; found a list",
    );
    check(
        "{\n  \"Outputs\": \"Url\"\n}",
        "line 2, column 14: Outputs: `Outputs` is a map, each output by its name; found a text",
    );
    check(
        "- A\n",
        "line 1, column 1: a template is a map of sections; found a list",
    );
    check(
        "Parameters:\n  Stage: String\n",
        "line 2, column 10: Parameters.Stage: expected a map that describes the parameter; found a text",
    );
}

#[test]
fn a_resource_without_a_type_is_named() {
    check(
        "Resources:\n  Queue:\n    Properties: {}\n",
        "line 3, column 5: Resources.Queue: the resource has no `Type`; add one, `AWS::S3::Bucket`",
    );
    check(
        "Resources:\n  Queue: {Type: 5}\n",
        "line 2, column 17: Resources.Queue.Type: expected a text; found a number; put it in quotes",
    );
    check(
        "Resources:\n  Queue: {Type: T, Properties: [1]}\n",
        "line 2, column 32: Resources.Queue.Properties: properties are a map; found a list",
    );
}

#[test]
fn a_description_that_is_no_text_wants_quotes() {
    check(
        "Description: yes\n",
        "line 1, column 14: Description: expected a text; found a boolean; put it in quotes",
    );
    check(
        "Description: [a]\n",
        "line 1, column 14: Description: expected a text; found a list",
    );
}

#[test]
fn tags_that_cloudformation_does_not_take_are_refused() {
    check(
        "Metadata: {a: !!binary aGk=}\n",
        "line 1, column 15: CloudFormation does not take the tag `!!binary`; write the value as text",
    );
    check(
        "Metadata: {a: !!str [1]}\n",
        "line 1, column 15: the tag `!!str` is for one scalar; found a list; remove it",
    );
}

#[test]
fn a_second_document_is_refused() {
    check(
        "Resources: {}\n---\nResources: {}\n",
        "line 2, column 1: a second document begins here; keep one template to a file",
    );
}

#[test]
fn a_merge_of_something_else_than_maps_is_refused() {
    check(
        "Metadata:\n  <<: 5\n",
        "line 2, column 7: `<<` merges maps; found a number",
    );
}

#[test]
fn an_alias_within_its_own_anchor_is_refused() {
    check(
        "Metadata: &a\n  b: *a\n",
        "line 2, column 6: the alias stands within the value that it repeats; repeat a finished value",
    );
}

#[test]
fn nesting_without_end_is_refused_before_it_exhausts_the_stack() {
    let brackets = "[".repeat(100_000);
    check_contains(&format!("Metadata: {brackets}"), "nests deeper than 128 levels");
    check_contains(
        &format!("{{\"Metadata\": {brackets}{}}}", "]".repeat(100_000)),
        "nests deeper than 128 levels",
    );
    check_contains(
        &format!("Metadata: {}", "{a: ".repeat(100_000)),
        "nests deeper than 128 levels",
    );
    check_contains(
        &format!("Metadata:\n{}", "- ".repeat(100_000)),
        "nests deeper than 128 levels",
    );
}

#[test]
fn nesting_through_aliases_counts() {
    let lines = (1..40).map(|i| format!("  a{i}: &a{i} [[[[*a{}]]]]\n", i - 1));
    let text = format!("Metadata:\n  a0: &a0 [[[[1]]]]\n{}", lines.collect::<String>());
    check_contains(&text, "nests deeper than 128 levels");
}

#[test]
fn aliases_that_multiply_are_refused_before_they_fill_the_memory() {
    let lines = (1..12).map(|i| {
        let aliases = vec![format!("*a{}", i - 1); 10].join(", ");
        format!("  a{i}: &a{i} [{aliases}]\n")
    });
    let text = format!(
        "Metadata:\n  a0: &a0 [1, 1, 1, 1, 1]\n{}",
        lines.collect::<String>()
    );
    check_contains(&text, "more than 500000 values");
}

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(error_of(text), expected);
}

#[track_caller]
fn check_contains(text: &str, expected: &str) {
    let error = error_of(text);
    assert!(error.contains(expected), "{error}");
}

#[track_caller]
fn error_of(text: &str) -> String {
    match Template::parse(text) {
        Ok(template) => panic!("expected an error; read {}", template.to_json_minified()),
        Err(error) => error.to_string(),
    }
}
