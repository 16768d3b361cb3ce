//! The service's limits and the rules of each section.

use std::collections::BTreeSet;

use infra_gen_cfn::{Capability, Template};
use serde_json::json;

#[test]
fn a_template_without_resources_is_refused() {
    check(
        "Description: nothing",
        &["Resources: there are none; a stack has at least one"],
    );
}

#[test]
fn sections_are_counted() {
    let many = |name: &str, block: &str, count: usize| -> String {
        let entries: Vec<String> = (0..count).map(|i| format!("  {name}{i}: {block}")).collect();
        entries.join("\n")
    };
    let template = format!(
        "Resources:\n{}\nParameters:\n{}\nMappings:\n{}\nOutputs:\n{}",
        many("R", "{Type: Custom::A}", 501),
        many("P", "{Type: String}", 201),
        many("M", "{a: {b: c}}", 201),
        many("O", "{Value: x}", 201),
    );
    check(
        &template,
        &[
            "Resources: 501 entries, and a stack has at most 500; split the stack",
            "Parameters: 201 entries, and a stack has at most 200; join some, or move them to mappings",
            "Mappings: 201 entries, and a stack has at most 200; join some",
            "Outputs: 201 entries, and a stack has at most 200; leave out what nothing reads",
        ],
    );
}

#[test]
fn a_megabyte_is_the_most() {
    let long = "x".repeat(1_000_000);
    check(
        &format!("Resources: {{A: {{Type: Custom::A, Metadata: {{T: {long}}}}}}}"),
        &["Resources: the template has 1000060 bytes minified, and at most 1 MB is taken; split the stack"],
    );
}

#[test]
fn the_description_and_the_version_keep_to_their_rules() {
    let long = "é".repeat(513);
    check(
        &format!(
            "AWSTemplateFormatVersion: 2020-01-01\nDescription: {long}\nResources: {{A: {{Type: Custom::A}}}}"
        ),
        &[
            "AWSTemplateFormatVersion: the version is `2020-01-01`; the only one there is is `2010-09-09`",
            "Description: the description has 1026 bytes, and at most 1024 fit; shorten it",
        ],
    );
}

#[test]
fn names_are_letters_and_digits() {
    let message = "the name has something else than letters and digits, or more than 255 of them; rename it";
    let long = "x".repeat(256);
    check(
        &format!(
            "Conditions: {{'Large&Fast': !Equals [a, b]}}\n\
             Resources: {{my-bucket: {{Type: Custom::A}}, {long}: {{Type: Custom::A}}}}\nOutputs: {{a_b: {{Value: x}}}}"
        ),
        &[
            &format!("Resources/my-bucket: {message}"),
            &format!("Resources/{long}: {message}"),
            &format!("Outputs/a_b: {message}"),
        ],
    );
}

#[test]
fn parameters_keep_to_their_own_rules() {
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
Resources: {A: {Type: Custom::A}}
",
        &[
            "Parameters/A at Type: `\"Text\"` is not a parameter type; use `String`, `Number` or an AWS-specific one",
            "Parameters/B: the parameter has no `Type`; add one, `String`",
            "Parameters/C at Default: `c` is not among `AllowedValues`; add it there or change the default",
            "Parameters/D at Default: `many` is not a number; change it or make the parameter a `String`",
            "Parameters/E at Default: the value 6 is above `MaxValue`, 5; change one of them",
            "Parameters/F at Default: the length 1 is below `MinLength`, 2; change one of them",
            "Parameters/H at Defualt: a parameter has no `Defualt`; did you mean `Default`?",
        ],
    );
}

#[test]
fn outputs_have_values_and_names_of_their_own() {
    check(
        r"
Resources: {A: {Type: Custom::A}}
Outputs:
  A: {Description: no value}
  B: {Value: x, Export: {Name: shared}}
  C: {Value: x, Export: {Name: shared}}
  D: {Value: x, Export: {}}
",
        &[
            "Outputs/A: the output has no `Value`; add one",
            "Outputs/C at Export.Name: the output `B` exports this name already; choose another",
            "Outputs/D at Export: the export has no `Name`; add one",
        ],
    );
}

#[test]
fn an_output_is_a_text_and_its_export_a_plain_name() {
    check(
        r"
Parameters: {Names: {Type: CommaDelimitedList}}
Resources: {A: {Type: Custom::A}}
Outputs:
  A: {Value: [a, b]}
  B: {Value: !Ref Names}
  C: {Value: !Join [',', !Ref Names], Export: {Name: !Sub 'a_${AWS::Region}'}}
",
        &[
            "Outputs/C at Export.Name: `a_…` is not of letters, digits, `:` and `-`; rename it",
            "Outputs/A at Value: `[\"a\",\"b\"]` is not a text, as outputs are; write one value, or join several with `Fn::Join`",
            "Outputs/B at Value: `Ref` of `Names` yields a list, and this is a single value; take one item with \
             `Fn::Select`, or join them with `Fn::Join`",
        ],
    );
}

#[test]
fn a_part_that_nobody_reads_is_told() {
    check(
        r"
Output: {}
Resources: {A: {Type: Custom::A, DependOn: [], Version: 1}, B: {Type: AWS::SNS::Topic, Version: 1}}
Outputs: {O: {Value: x, Exports: {Name: x}}}
",
        &[
            "Output: a template has no `Output`; did you mean `Outputs`?",
            "Outputs/O at Exports: an output has no `Exports`; did you mean `Export`?",
            "Resources/A at DependOn: a resource has no `DependOn`; did you mean `DependsOn`?",
            "Resources/B at Version: a resource has no `Version`; remove it",
        ],
    );
}

#[test]
fn a_snapshot_is_for_types_that_have_one() {
    check(
        r"
Resources:
  A: {Type: Custom::A, DeletionPolicy: Snapshot}
  B: {Type: AWS::RDS::DBInstance, DeletionPolicy: Snapshot, UpdateReplacePolicy: Snapshot}
  C: {Type: Custom::A, DeletionPolicy: RetainExceptOnCreate, UpdateReplacePolicy: RetainExceptOnCreate}
  D: {Type: Custom::A, DeletionPolicy: Keep}
",
        &[
            "Resources/A at DeletionPolicy: `Custom::A` has no snapshots; use `Retain` or `Delete`",
            "Resources/C at UpdateReplacePolicy: \"RetainExceptOnCreate\" is no policy; \
             use `Delete`, `Retain` or `Snapshot`",
            "Resources/D at DeletionPolicy: \"Keep\" is no policy; use `Delete`, `Retain` or `Snapshot`",
        ],
    );
}

#[test]
fn a_null_is_refused_wherever_it_stands() {
    let message = "a template has no nulls; leave the key out, or use `AWS::NoValue`";
    check(
        "Resources: {A: {Type: Custom::A, Properties: {P: [1, {Q: }]}, Metadata: ~}}\nOutputs: {O: {Value: }}",
        &[
            &format!("Resources/A at Properties.P[1].Q: {message}"),
            &format!("Resources/A at Metadata: {message}"),
            &format!("Outputs/O at Value: {message}"),
        ],
    );
}

#[test]
fn mappings_have_two_levels() {
    check(
        "Mappings: {A: {a: b}, B: {a: {b: {c: d}}}, C: {a: {b: [c]}}}\nResources: {A: {Type: Custom::A}}",
        &[
            "Mappings/A at a: a mapping has two levels of keys; found `\"b\"` after the first",
            "Mappings/B at a.b: a mapping has two levels of keys, then a plain value or list; found a map",
        ],
    );
}

#[test]
fn the_keys_of_mappings_are_plain_words() {
    check(
        "Mappings: {A: {eu-west-1: {a: b}, a_b: {c_d: e}}}\nResources: {A: {Type: Custom::A}}",
        &[
            "Mappings/A at a_b: the key `a_b` is not of letters, digits, `.` and `-`; rename it",
            "Mappings/A at a_b.c_d: the key `c_d` is not of letters and digits; rename it",
        ],
    );
}

#[test]
fn capabilities_follow_from_what_the_template_holds() {
    let capabilities = |resources: serde_json::Value| {
        let template = json!({ "Resources": resources }).to_string();
        Template::from_json(&template).map(|template| template.capabilities())
    };
    let role = json!({ "Type": "AWS::IAM::Role" });
    let named = json!({ "Type": "AWS::IAM::Role", "Properties": { "RoleName": "x" } });
    assert_eq!(
        capabilities(json!({ "A": { "Type": "Custom::A" } })),
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
    let of_bytes = |bytes: usize| {
        let text = json!({ "Description": "" }).to_string();
        let template = json!({ "Description": "x".repeat(bytes - text.len()) }).to_string();
        Template::from_json(&template).map(|template| template.fits_inline())
    };
    assert_eq!(of_bytes(51_200), Ok(true));
    assert_eq!(of_bytes(51_201), Ok(false));
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
