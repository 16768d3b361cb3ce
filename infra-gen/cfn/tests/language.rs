//! Rules of CloudFormation besides the resource schemas.

#![expect(clippy::unwrap_used, reason = "a failed test panics")]

use infra_gen_cfn::Template;

#[track_caller]
fn problems(yaml: &str) -> Vec<String> {
    match Template::from_yaml(yaml).unwrap().check() {
        Ok(()) => Vec::new(),
        Err(problems) => problems.0.iter().map(ToString::to_string).collect(),
    }
}

#[track_caller]
fn accepted(yaml: &str) {
    assert_eq!(problems(yaml), Vec::<String>::new());
}

/// `expected` has the beginning of each problem.
#[track_caller]
fn refused(yaml: &str, expected: &[&str]) {
    let found = problems(yaml);
    assert_eq!(found.len(), expected.len(), "{found:#?}");
    for (found, expected) in found.iter().zip(expected) {
        assert!(found.starts_with(expected), "{found}");
    }
}

#[test]
fn find_in_map_takes_a_default_without_language_extensions() {
    let template = |options: &str| {
        format!(
            "Parameters: {{E: {{Type: String}}}}\nMappings: {{M: {{dev: {{Name: a}}}}}}\nResources: {{T: {{Type: \
             AWS::SNS::Topic, Properties: {{TopicName: !FindInMap [M, !Ref E, Name, {options}]}}}}}}"
        )
    };
    accepted(&template("{DefaultValue: other}"));
    refused(
        &template("{Other: x}"),
        &["Resources/T at Properties.TopicName.Fn::FindInMap: `Fn::FindInMap` takes"],
    );
}

#[test]
fn a_serverless_definition_may_contain_nulls() {
    let machine = |property: &str| {
        format!(
            "Transform: AWS::Serverless-2016-10-31\nResources: {{M: {{Type: AWS::Serverless::StateMachine, Properties: \
             {{{property}: {{States: {{A: {{ResultPath: null}}}}}}}}}}}}"
        )
    };
    accepted(&machine("Definition"));
    assert_eq!(problems(&machine("DefinitionUri: flow.asl.json, Tags")).len(), 1);
}

#[test]
fn loops_may_declare_conditions() {
    let template = |transform: &str| {
        format!(
            "{transform}Parameters: {{ParamA: {{Type: String}}}}\nConditions:\n  Fn::ForEach::Each:\n    - Letter\n    - [A]\n    \
             - Is${{Letter}}: !Equals [!Ref {{'Fn::Sub': 'Param${{Letter}}'}}, 'true']\nResources: {{T: {{Type: \
             AWS::SNS::Topic, Condition: IsA}}}}\n"
        )
    };
    accepted(&template("Transform: AWS::LanguageExtensions\n"));
    assert!(!problems(&template("")).is_empty());
}

#[test]
fn operands_of_condition_functions_are_checked() {
    let template = |test: &str| {
        format!(
            "Parameters: {{P: {{Type: String}}}}\nConditions: {{A: !Equals [!Ref P, a], C: {test}}}\nResources: {{T: {{Type: \
             AWS::SNS::Topic, Condition: C}}}}"
        )
    };
    for valid in [
        "!And [!Condition A, !Not [!Condition A]]",
        "!Or [!Equals [1, true], {Condition: A}]",
        "!Equals [!Join ['', [a, b]], !Select [0, [a]]]",
    ] {
        accepted(&template(valid));
    }
    for invalid in [
        "!And [x, !Condition A]",
        "!Not [{Bad: y}]",
        "!Or [!Condition A, true]",
        "!Equals [!Ref P, {A: b}]",
        "!Equals [!Ref P, [b]]",
    ] {
        assert_eq!(
            problems(&template(invalid)).len(),
            1,
            "{invalid}: {:?}",
            problems(&template(invalid))
        );
    }
}

#[test]
fn unknown_parameter_types_are_refused() {
    let template = |name: &str| {
        format!("Parameters: {{P: {{Type: '{name}'}}}}\nResources: {{T: {{Type: AWS::SNS::Topic}}}}")
    };
    for known in [
        "String",
        "List<AWS::EC2::Subnet::Id>",
        "AWS::EC2::VPC::Id",
        "AWS::SSM::Parameter::Name",
        "AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>",
        "AWS::SSM::Parameter::Value<List<String>>",
    ] {
        accepted(&template(known));
    }
    for unknown in [
        "AWS::Foo::Bar",
        "AWS::SSM::Parameter::Value<Test>",
        "List<AWS::Foo::Bar>",
        "Text",
    ] {
        refused(&template(unknown), &["Parameters/P at Type: "]);
    }
}

#[test]
fn a_runtime_that_lambda_no_longer_supports_is_refused() {
    let function = |runtime: &str| {
        format!(
            "Resources: {{F: {{Type: AWS::Lambda::Function, Properties: {{Code: {{ZipFile: x}}, Handler: index.a, Runtime: \
             {runtime}, Role: 'arn:aws:iam::123456789012:role/r'}}}}}}"
        )
    };
    accepted(&function("nodejs22.x"));
    refused(
        &function("nodejs4.3"),
        &[
            "Resources/F at Properties.Runtime: Lambda no longer creates or updates functions with the runtime `nodejs4.3`",
        ],
    );
}

#[test]
fn malformed_policies_are_refused() {
    refused(
        "Resources: {R: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: {Bad: 1, Statement: text}, Policies: \
         [{PolicyName: a, PolicyDocument: {Statement: [{Effect: Allow, Action: 's3:GetObject', Resource: [{Effect: \
         Allow}]}]}}]}}}",
        &[
            "Resources/R at Properties.AssumeRolePolicyDocument.Bad: unknown policy element `Bad`",
            "Resources/R at Properties.AssumeRolePolicyDocument.Statement: a statement must be a map",
            "Resources/R at Properties.Policies[0].PolicyDocument.Statement[0].Resource[0]: an item of `Resource` must be a string",
        ],
    );
}

#[test]
fn a_deployed_template_may_have_duplicate_keys() {
    for text in [
        "Resources: {T: {Type: AWS::SNS::Topic}, T: {Type: AWS::SQS::Queue}}",
        r#"{"Resources": {"T": {"Type": "AWS::SNS::Topic"}, "T": {"Type": "AWS::SQS::Queue"}}}"#,
    ] {
        assert!(Template::parse(text).is_err());
        let (template, noted) = Template::parse_deployed(text).unwrap();
        assert_eq!(template.resources["T"].type_name, "AWS::SQS::Queue");
        assert_eq!(noted.len(), 1);
        assert!(noted[0].to_string().contains("`T`"), "{}", noted[0]);
    }
}
