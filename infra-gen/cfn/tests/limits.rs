//! CloudFormation's limits and the rules of each section.

use std::collections::BTreeSet;

use infra_gen_cfn::{Capability, Template};
use serde_json::json;

#[test]
fn a_template_without_resources_is_refused() {
    check(
        "Description: nothing",
        &["Resources: the template has no resources\n  hint: add at least one"],
    );
}

#[test]
fn the_entries_of_each_section_are_limited() {
    let many = |name: &str, block: &str, count: usize| -> String {
        let entries: Vec<String> = (0..count).map(|i| format!("  {name}{i}: {block}")).collect();
        entries.join("\n")
    };
    let template = format!(
        "Resources:\n{}\nParameters:\n{}\nMappings:\n{}\nOutputs:\n{}",
        many("R", "{Type: Shop::Data::A}", 501),
        many("P", "{Type: String}", 201),
        many("M", "{a: {b: c}}", 201),
        many("O", "{Value: x}", 201),
    );
    check(
        &template,
        &[
            "Resources: 501 entries; a stack has at most 500\n  hint: split the stack",
            "Parameters: 201 entries; a template has at most 200\n  hint: combine some, or move them to mappings",
            "Mappings: 201 entries; a template has at most 200\n  hint: combine some",
            "Outputs: 201 entries; a template has at most 200\n  hint: remove those that nothing reads",
        ],
    );
}

#[test]
fn the_template_has_at_most_one_megabyte() {
    let long = "x".repeat(1_000_000);
    check(
        &format!("Resources: {{A: {{Type: Shop::Data::A, Metadata: {{T: {long}}}}}}}"),
        &["Resources: the minified template has 1000064 bytes; the limit is 1 MB\n  hint: split the stack"],
    );
}

#[test]
fn the_description_and_the_version_are_checked() {
    let long = "é".repeat(513);
    check(
        &format!(
            "AWSTemplateFormatVersion: 2020-01-01\nDescription: {long}\nResources: {{A: {{Type: Shop::Data::A}}}}"
        ),
        &[
            "AWSTemplateFormatVersion: `2020-01-01` is not a template format version\n  hint: use `2010-09-09`",
            "Description: the description has 1026 bytes; the limit is 1024\n  hint: shorten it",
        ],
    );
}

#[test]
fn logical_ids_have_letters_and_digits_only() {
    let message = "a logical ID must have 1 to 255 letters and digits\n  hint: rename it";
    let long = "x".repeat(256);
    check(
        &format!(
            "Conditions: {{'Large&Fast': !Equals [a, b]}}\n\
             Resources: {{my-bucket: {{Type: Shop::Data::A}}, {long}: {{Type: Shop::Data::A}}}}\nOutputs: {{a_b: {{Value: x}}}}"
        ),
        &[
            &format!("Resources/my-bucket: {message}"),
            &format!("Resources/{long}: {message}"),
            &format!("Outputs/a_b: {message}"),
        ],
    );
}

#[test]
fn parameters_and_their_defaults_are_checked() {
    check(
        r"
Parameters:
  A: {Type: Text}
  B: {Default: x}
  C: {Type: String, AllowedValues: [a, b], Default: c}
  D: {Type: Number, Default: many}
  E: {Type: Number, MinValue: 1, MaxValue: 5, Default: 6}
  F: {Type: String, MinLength: 2, Default: x}
  G: {Type: CommaDelimitedList, AllowedValues: [a, b], Default: 'a, b'}
  H: {Type: String, Defualt: x}
  I: {Type: String, AllowedValues: [true, false], Default: true}
  J: {Type: CommaDelimitedList, NoEcho: 1}
Resources: {R: {Type: Shop::Data::A}}
",
        &[
            "Parameters/A at Type: `\"Text\"` is not a parameter type\n  hint: use `String`, `Number` or an AWS-specific type",
            "Parameters/B: the parameter has no `Type`\n  hint: add one, such as `String`",
            "Parameters/C at Default: `c` is not one of `AllowedValues`\n  hint: add it there, or change the default",
            "Parameters/D at Default: `many` is not a number\n  hint: change it, or change the type to `String`",
            "Parameters/E at Default: the value 6 is more than `MaxValue`, which is 5\n  hint: change one of them",
            "Parameters/F at Default: the length 1 is less than `MinLength`, which is 2\n  hint: change one of them",
            "Parameters/H at Defualt: unknown parameter key `Defualt`\n  hint: did you mean `Default`?",
            "Parameters/J at NoEcho: `NoEcho` must be `true` or `false`; found `1`",
        ],
    );
}

/// The pattern takes exponential time in an engine that backtracks.
#[test]
fn a_default_is_matched_in_linear_time() {
    let text = format!("{}!", "a".repeat(4_000));
    let template = format!(
        "
Parameters: {{P: {{Type: String, AllowedPattern: '(a+)+', Default: '{text}'}}}}
Resources: {{R: {{Type: Shop::Data::A}}}}
"
    );
    check(
        &template,
        &[&format!(
            "Parameters/P at Default: `{text}` does not match `AllowedPattern`, `(a+)+`\n  hint: change one of them"
        )],
    );
}

#[test]
fn outputs_have_a_value_and_a_unique_export_name() {
    check(
        r"
Resources: {A: {Type: Shop::Data::A}}
Outputs:
  A: {Description: no value}
  B: {Value: x, Export: {Name: shared}}
  C: {Value: x, Export: {Name: shared}}
  D: {Value: x, Export: {}}
",
        &[
            "Outputs/A: the output has no `Value`\n  hint: add one",
            "Outputs/C at Export.Name: the output `B` already exports this name\n  hint: choose another name",
            "Outputs/D at Export: the export has no `Name`\n  hint: add one",
        ],
    );
}

#[test]
fn an_output_is_a_string_with_a_valid_export_name() {
    check(
        r"
Parameters: {Names: {Type: CommaDelimitedList}}
Resources: {A: {Type: Shop::Data::A}}
Outputs:
  A: {Value: [a, b]}
  B: {Value: !Ref Names}
  C: {Value: !Join [',', !Ref Names], Export: {Name: !Sub 'a_${AWS::Region}'}}
",
        &[
            "Outputs/C at Export.Name: the name `a_…` has characters other than letters, digits, `:` and `-`\n  hint: rename it",
            "Outputs/A at Value: the value of an output must be a string; found `[\"a\",\"b\"]`\n  hint: use one value, or join several with \
             `Fn::Join`",
            "Outputs/B at Value: `Ref` of `Names` returns a list, but this must be a single value\n  hint: select one \
             item with `Fn::Select`, or join the items with `Fn::Join`",
        ],
    );
}

#[test]
fn unknown_keys_are_refused() {
    check(
        r"
Output: {}
Resources: {A: {Type: Custom::A, DependOn: [], Version: 1, Properties: {ServiceToken: t}}, B: {Type: AWS::SNS::Topic, Version: 1}}
Outputs: {O: {Value: x, Exports: {Name: x}}}
",
        &[
            "Output: unknown key `Output` in a template\n  hint: did you mean `Outputs`?",
            "Outputs/O at Exports: unknown key `Exports` in an output\n  hint: did you mean `Export`?",
            "Resources/A at DependOn: unknown key `DependOn` in a resource\n  hint: did you mean `DependsOn`?",
            "Resources/B at Version: unknown key `Version` in a resource\n  hint: remove it",
        ],
    );
}

#[test]
fn deletion_policies_are_checked() {
    check(
        r"
Resources:
  A: {Type: Shop::Data::A, DeletionPolicy: Snapshot}
  B: {Type: AWS::RDS::DBInstance, DeletionPolicy: Snapshot, UpdateReplacePolicy: Snapshot}
  C: {Type: Shop::Data::A, DeletionPolicy: RetainExceptOnCreate, UpdateReplacePolicy: RetainExceptOnCreate}
  D: {Type: Shop::Data::A, DeletionPolicy: Keep}
",
        &[
            "Resources/A at DeletionPolicy: `Shop::Data::A` does not support snapshots\n  hint: use `Retain` or `Delete`",
            "Resources/C at UpdateReplacePolicy: `RetainExceptOnCreate` is not a policy\n  hint: \
             use `Delete`, `Retain` or `Snapshot`",
            "Resources/D at DeletionPolicy: `Keep` is not a policy\n  hint: use `Delete`, `Retain` or `Snapshot`",
        ],
    );
}

#[test]
fn nulls_are_refused() {
    let message = "null values are not allowed\n  hint: remove the key, or use `AWS::NoValue`";
    check(
        "Resources: {A: {Type: Shop::Data::A, Properties: {P: [1, {Q: }]}, Metadata: ~}}\nOutputs: {O: {Value: }}",
        &[
            &format!("Resources/A at Properties.P[1].Q: {message}"),
            &format!("Resources/A at Metadata: {message}"),
            &format!("Outputs/O at Value: {message}"),
        ],
    );
}

#[test]
fn mappings_have_two_levels_of_keys() {
    check(
        "Mappings: {A: {a: b}, B: {a: {b: {c: d}}}, C: {a: {b: [c]}}}\nResources: {A: {Type: Shop::Data::A}}",
        &[
            "Mappings/A at a: a key of a mapping must have a map of values; found `\"b\"`\n  hint: add a second level of keys",
            "Mappings/B at a.b: a value in a mapping must be a string, a number, a boolean or a list; found a map\n  hint: use two \
             levels of keys",
        ],
    );
}

#[test]
fn the_keys_of_mappings_are_alphanumeric() {
    check(
        "Mappings: {A: {eu-west-1: {a: b}, a_b: {c_d: e}}}\nResources: {A: {Type: Shop::Data::A}}",
        &[
            "Mappings/A at a_b: the key `a_b` has characters other than letters, digits, `.` and `-`\n  hint: rename it",
            "Mappings/A at a_b.c_d: the key `c_d` has characters other than letters and digits\n  hint: rename it",
        ],
    );
}

#[test]
fn iam_resources_require_capabilities() {
    let capabilities = |resources: serde_json::Value| {
        let template = json!({ "Resources": resources }).to_string();
        Template::from_json(&template).map(|template| template.capabilities())
    };
    let role = json!({ "Type": "AWS::IAM::Role" });
    let named = json!({ "Type": "AWS::IAM::Role", "Properties": { "RoleName": "x" } });
    assert_eq!(
        capabilities(json!({ "A": { "Type": "Shop::Data::A" } })),
        Ok(BTreeSet::new())
    );
    assert_eq!(
        capabilities(json!({ "A": role })),
        Ok(BTreeSet::from([Capability::Iam]))
    );
    assert_eq!(
        capabilities(json!({ "A": named })),
        Ok(BTreeSet::from([Capability::Iam, Capability::NamedIam]))
    );
}

#[test]
fn a_template_over_51_200_bytes_does_not_fit_inline() {
    let fits_inline = |bytes: usize| {
        let text = json!({ "Description": "" }).to_string();
        let template = json!({ "Description": "x".repeat(bytes - text.len()) }).to_string();
        Template::from_json(&template).map(|template| template.fits_inline())
    };
    assert_eq!(fits_inline(51_200), Ok(true));
    assert_eq!(fits_inline(51_201), Ok(false));
}

#[track_caller]
fn check(template: &str, expected: &[&str]) {
    let template = Template::parse(template).unwrap_or_else(|error| panic!("{error}"));
    let problems: Vec<String> = match template.check() {
        Ok(()) => Vec::new(),
        Err(problems) => problems.0.iter().map(ToString::to_string).collect(),
    };
    assert_eq!(problems, expected);
}
