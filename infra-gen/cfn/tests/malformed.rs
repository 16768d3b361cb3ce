//! Errors for texts that are not templates.

use infra_gen_cfn::Template;

#[test]
fn a_duplicate_key_is_reported_with_its_location() {
    check(
        "Resources:\n  A: {Type: T}\n  B: {Type: T}\n  A: {Type: U}\n",
        "line 4, column 3: duplicate key `A` in a map\n  hint: remove or rename one of the two",
    );
    check(
        "{\"Resources\": {\"A\": {\"Type\": \"T\"},\n \"A\": {\"Type\": \"U\"}}}",
        "line 2, column 2: duplicate key `A` in a map\n  hint: remove or rename one of the two",
    );
}

#[test]
fn a_syntax_error_is_reported_with_its_location() {
    check(
        "{\"Resources\": {\n  \"A\" 1}}",
        "line 2, column 7: invalid JSON: expected `:`",
    );
    check(
        "{\"Metadata\": {\"a\": \"\\ud800\"}}",
        "line 1, column 20: invalid JSON: unexpected end of hex escape",
    );
    check(
        "Resources:\n  A: [1, 2\n",
        "line 3, column 1: invalid YAML: while parsing a flow sequence, expected ',' or ']'",
    );
}

#[test]
fn all_malformed_parts_are_reported_and_the_rest_is_checked() {
    let text = "\
Parameters:
  Nothing:
  Stage: String
Conditions:
  IsProd: true
  IsDev: [a]
Outputs:
  Url: x
Resources:
  A: {Properties: {TopicName: !Ref Nothing}}
  B: {Type: AWS::SNS::Topic, Properties: [a], Condition: IsDev}
  C: {Type: AWS::SNS::Topic, Properties: {TopicNmae: !Ref A, DisplayName: !Ref Absent}}
  C: {Type: AWS::SNS::Topic, Properties: {TopicNmae: !Ref A, DisplayName: !Ref Absent}}
";
    let (template, mut findings) = Template::parse_tolerant(text).expect("a map");
    findings.0.extend(template.findings().0);
    findings.locate(text);
    let found: Vec<String> = findings
        .0
        .iter()
        .map(|finding| {
            let line = finding.location.map_or(0, |location| location.line);
            format!("{line} {} {}", finding.path, finding.rule.id)
        })
        .collect();
    assert_eq!(
        found,
        [
            "13  duplicate-key",
            "2 Parameters/Nothing invalid-structure",
            "3 Parameters/Stage invalid-structure",
            "6 Conditions/IsDev invalid-structure",
            "8 Outputs/Url invalid-structure",
            "10 Resources/A invalid-structure",
            "11 Resources/B at Properties invalid-structure",
            "5 Conditions/IsProd literal-condition",
            "13 Resources/C at Properties.DisplayName.Ref unknown-reference",
            "13 Resources/C at Properties.TopicNmae unknown-property",
        ]
    );
    assert!(Template::parse(text).is_err());
}

#[test]
fn yaml_in_flow_style_may_begin_with_a_brace() {
    let template =
        Template::parse("{\n  Resources: {A: {Type: 'AWS::SNS::Topic',},},\n}\n").expect("a template");
    assert_eq!(template.resources["A"].type_name, "AWS::SNS::Topic");
    let template =
        Template::parse("{\"Resources\": {\"A\": {\"Type\": \"AWS::SNS::Topic\",},},}").expect("a template");
    assert_eq!(template.resources.len(), 1);
}

#[test]
fn an_empty_text_is_not_a_template() {
    let message = "line 1, column 1: the template is empty\n  hint: add the section `Resources`";
    check("", message);
    check("# only a comment\n", message);
}

#[test]
fn a_section_with_the_wrong_structure_is_refused() {
    check(
        "Resources:\n  - A\n",
        "line 2, column 3: Resources: `Resources` must be a map from logical IDs to resources; found a list",
    );
    check(
        "{\n  \"Outputs\": \"Url\"\n}",
        "line 2, column 14: Outputs: `Outputs` must be a map from output names to outputs; found a string",
    );
    check(
        "- A\n",
        "line 1, column 1: a template must be a map of sections; found a list",
    );
    check(
        "Parameters:\n  Stage: String\n",
        "line 2, column 10: Parameters.Stage: the parameter must be a map; found a string",
    );
}

#[test]
fn a_resource_with_the_wrong_structure_is_refused() {
    check(
        "Resources:\n  Queue:\n    Properties: {}\n",
        "line 3, column 5: Resources.Queue: the resource has no `Type`\n  hint: add one, such as `AWS::S3::Bucket`",
    );
    check(
        "Resources:\n  Queue: {Type: 5}\n",
        "line 2, column 17: Resources.Queue.Type: expected a string; found a number\n  hint: put it in quotes",
    );
    check(
        "Resources:\n  Queue: {Type: T, Properties: [1]}\n",
        "line 2, column 32: Resources.Queue.Properties: `Properties` must be a map; found a list",
    );
}

#[test]
fn a_description_must_be_a_string() {
    check(
        "Description: yes\n",
        "line 1, column 14: Description: expected a string; found a boolean\n  hint: put it in quotes",
    );
    check(
        "Description: [a]\n",
        "line 1, column 14: Description: expected a string; found a list",
    );
}

#[test]
fn unsupported_yaml_tags_are_refused() {
    check(
        "Metadata: {a: !!binary aGk=}\n",
        "line 1, column 15: CloudFormation does not support the tag `!!binary`\n  hint: write the value as a string",
    );
    check(
        "Metadata: {a: !!str [1]}\n",
        "line 1, column 15: the tag `!!str` is for a scalar; found a list\n  hint: remove the tag",
    );
}

#[test]
fn a_second_document_is_refused() {
    check(
        "Resources: {}\n---\nResources: {}\n",
        "line 2, column 1: the file has more than one YAML document\n  hint: use one file per template",
    );
}

#[test]
fn a_merge_key_must_be_a_map() {
    check(
        "Metadata:\n  <<: 5\n",
        "line 2, column 7: `<<` must be a map or a list of maps; found a number",
    );
}

#[test]
fn an_alias_within_its_anchor_is_refused() {
    check(
        "Metadata: &a\n  b: *a\n",
        "line 2, column 6: the alias refers to a value that contains it",
    );
}

#[test]
fn deep_nesting_is_refused_before_it_exhausts_the_stack() {
    let brackets = "[".repeat(100_000);
    check_contains(
        &format!("Metadata: {brackets}"),
        "nested more than 128 levels deep",
    );
    check_contains(
        &format!("{{\"Metadata\": {brackets}{}}}", "]".repeat(100_000)),
        "nested more than 128 levels deep",
    );
    check_contains(
        &format!("Metadata: {}", "{a: ".repeat(100_000)),
        "nested more than 128 levels deep",
    );
    check_contains(
        &format!("Metadata:\n{}", "- ".repeat(100_000)),
        "nested more than 128 levels deep",
    );
}

#[test]
fn nesting_by_aliases_counts() {
    let lines = (1..40).map(|i| format!("  a{i}: &a{i} [[[[*a{}]]]]\n", i - 1));
    let text = format!("Metadata:\n  a0: &a0 [[[[1]]]]\n{}", lines.collect::<String>());
    check_contains(&text, "nested more than 128 levels deep");
}

#[test]
fn aliases_that_multiply_are_refused_before_they_exhaust_the_memory() {
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

/// The findings of the reader: line, path, rule and message.
#[track_caller]
fn remarks(text: &str, expected: &[&str]) {
    let (_, findings) = Template::parse_tolerant(text).expect("a map");
    let found: Vec<String> = findings
        .0
        .iter()
        .map(|finding| {
            let line = finding.location.map_or(0, |location| location.line);
            format!("{line} {} {}: {}", finding.path, finding.rule.id, finding.message)
        })
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn a_number_that_loses_its_spelling_is_reported() {
    remarks(
        "Resources:\n  A:\n    Properties: {Account: 012345670123, Versions: [1.10, 1.5, '1.10', 2012-10-17, 089]}\n    Type: T\n",
        &[
            "3 Resources/A at Properties.Account respelled-number: CloudFormation reads `012345670123` as the number 1402433619",
            "3 Resources/A at Properties.Versions[0] respelled-number: CloudFormation reads `1.10` as the number 1.1",
        ],
    );
    remarks(
        "Metadata: {A: !Join [x, [22:22, +15551234567, 0x1F, -010, 1_000, 5., .50]], B: [0.30000000000000000001, 1e3, 1.2.3, 0o17, 60:99]}\n",
        &[
            "1 Metadata/A at Fn::Join[1][0] respelled-number: CloudFormation reads `22:22` as the number 1342",
            "1 Metadata/A at Fn::Join[1][1] respelled-number: CloudFormation reads `+15551234567` as the number 15551234567",
            "1 Metadata/A at Fn::Join[1][2] respelled-number: CloudFormation reads `0x1F` as the number 31",
            "1 Metadata/A at Fn::Join[1][3] respelled-number: CloudFormation reads `-010` as the number -8",
            "1 Metadata/A at Fn::Join[1][4] respelled-number: CloudFormation reads `1_000` as the number 1000",
            "1 Metadata/A at Fn::Join[1][5] respelled-number: CloudFormation reads `5.` as the number 5.0",
            "1 Metadata/A at Fn::Join[1][6] respelled-number: CloudFormation reads `.50` as the number 0.5",
        ],
    );
}

#[test]
fn a_key_that_is_not_a_string_is_reported() {
    remarks(
        "Mappings: {Accounts: {111122223333: {Zone: a}, '2': {on: b}}}\n",
        &[
            "1 Mappings/Accounts key-type: the key `111122223333` is a number; CloudFormation accepts strings only",
            "1 Mappings/Accounts at 2 key-type: the key `on` is a boolean; CloudFormation accepts strings only",
        ],
    );
}

#[test]
fn an_alias_is_reported() {
    remarks(
        "Metadata: {A: &a [x], B: [y, *a], C: {<<: &m {k: v}}, D: {<<: *m}}\n",
        &[
            "1 Metadata/B at [1] yaml-alias: CloudFormation does not support YAML aliases",
            "1 Metadata/D yaml-alias: CloudFormation does not support YAML aliases",
        ],
    );
}

#[test]
fn a_placeholder_without_quotes_is_reported_and_read_as_text() {
    let text = "Metadata:\n  A: {{ name }}\n  B: [{{a.b}}]\n  {{ key }}: x\n";
    remarks(
        text,
        &[
            "2 Metadata/A placeholder: `{{ name }}` is a placeholder, which CloudFormation cannot read",
            "3 Metadata/B at [0] placeholder: `{{ a.b }}` is a placeholder, which CloudFormation cannot read",
            "4 Metadata placeholder: `{{ key }}` is a placeholder, which CloudFormation cannot read",
        ],
    );
    let template = Template::parse(text).expect("a template");
    let metadata: Vec<(&String, &infra_gen_cfn::Json)> = template.metadata.iter().collect();
    let name = infra_gen_cfn::Json::from("{{ name }}");
    assert_eq!(metadata[0], (&"A".to_owned(), &name));
    assert_eq!(metadata[2].0, "{{ key }}");
}

#[test]
fn other_keys_that_are_maps_or_lists_are_refused() {
    for text in [
        "{[a]: b}",
        "{{a: b}: c}",
        "{{a}: b}",
        "{{a}, b: c}",
        "{b: c, {a}}",
        "? [a]\n: b\n",
    ] {
        let error = Template::from_yaml(text).expect_err(text);
        assert_eq!(error.message, "a key must be a string", "{text}");
    }
}
