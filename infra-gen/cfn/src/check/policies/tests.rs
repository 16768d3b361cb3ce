//! Statements, right and wrong, on what a policy may be attached to.

use super::check;
use crate::Template;

#[test]
fn whole_statements_are_fine() {
    role(
        "[{Effect: Allow, Action: 's3:GetObject', Resource: !Sub '${Files.Arn}/*'}]",
        &[],
    );
    role(
        "{Sid: Read, Effect: Deny, NotAction: ['s3:Get*'], NotResource: ['arn:aws:s3:::a', '*'], \
         Condition: {'ForAnyValue:StringLikeIfExists': {'aws:RequestTag/a': [b]}, Bool: {'aws:SecureTransport': false}}}",
        &[],
    );
    role("!If [C, {Effect: Nonsense}, []]", &[]);
}

#[test]
fn a_permission_says_what_it_is_about() {
    role(
        "[{Effect: Allow, Action: 's3:GetObject'}, {Action: [], Resource: []}]",
        &[
            "[0]: the statement has no `Resource`; name the ARNs that it is about",
            "[1]: the statement has no `Effect`; write `Allow` or `Deny`",
            "[1].Action: the list is empty; name at least one, or leave the statement out",
            "[1].Resource: the list is empty; name at least one, or leave the statement out",
        ],
    );
    role(
        "[]",
        &[": the policy says nothing; add a statement, or leave the policy out"],
    );
}

#[test]
fn a_part_that_is_misspelled_or_one_too_many_is_refused() {
    role(
        "[{Effect: allow, Actions: 's3:GetObject', NotAction: 's3:A', Action: 's3:B', Resource: '*', Principal: '*'}]",
        &[
            "[0].Actions: a statement has no `Actions`; did you mean `Action`?",
            "[0].Effect: `allow` is no effect; write `Allow` or `Deny`",
            "[0]: `Action` and `NotAction` exclude each other; keep one",
            "[0].Principal: `Principal` does not belong here, for whoever has the policy is the principal; remove it",
        ],
    );
}

#[test]
fn actions_and_resources_have_their_shapes() {
    role(
        "[{Effect: Allow, Action: [GetObject, 's3:Get Object'], Resource: [files, !Sub 's3:::${AWS::Region}']}]",
        &[
            "[0].Action[0]: `GetObject` is no action; write `service:Action`",
            "[0].Action[1]: `s3:Get Object` is no action; write `service:Action`",
            "[0].Resource[0]: `files` is neither an ARN nor `*`; begin it with `arn:`",
            "[0].Resource[1]: `s3:::…` is neither an ARN nor `*`; begin it with `arn:`",
        ],
    );
}

#[test]
fn a_name_is_no_arn() {
    role(
        "[{Effect: Allow, Action: 's3:GetObject', Resource: [!Ref Files, !Sub '${Files}/*', !Ref Topic]}]",
        &[
            "[0].Resource[0]: `Ref` of `Files`, an `AWS::S3::Bucket`, is not its ARN, and a policy takes nothing else; \
             use its attribute with the ARN",
            "[0].Resource[1]: `Ref` of `Files`, an `AWS::S3::Bucket`, is not its ARN, and a policy takes nothing else; \
             use its attribute with the ARN",
        ],
    );
}

#[test]
fn a_condition_has_an_operator_of_the_language() {
    role(
        "[{Effect: Allow, Action: 's3:GetObject', Resource: '*', Condition: {StringEqual: {a: b}, 'ForSome:Bool': {a: b}}}]",
        &[
            "[0].Condition: `StringEqual` is no operator; did you mean `StringEquals`?",
            "[0].Condition: `ForSome:Bool` is no operator; did you mean `Bool`?",
        ],
    );
}

#[test]
fn statements_of_one_policy_have_names_of_their_own() {
    let statement = "{Sid: A, Effect: Allow, Action: 's3:GetObject', Resource: '*'}";
    role(
        &format!("[{statement}, {statement}]"),
        &["[1].Sid: another statement is called `A`; call this one something else"],
    );
    let statement = "{Sid: A, Effect: Allow, Principal: '*', Action: 's3:GetObject', Resource: '*'}";
    expect(
        &format!(
            "R: {{Type: AWS::S3::BucketPolicy, Properties: {{Bucket: !Ref Files, PolicyDocument: {{Statement: \
             [{statement}, {statement}]}}}}}}"
        ),
        &[],
    );
}

#[test]
fn a_role_says_who_may_take_it_on() {
    expect(
        "R: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: {Version: '2012', Statement: \
         {Effect: Allow, Action: 'sts:AssumeRole', Resource: '*'}}}}",
        &[
            "Properties.AssumeRolePolicyDocument.Version: `2012` is no version of the policy language; write `2012-10-17`",
            "Properties.AssumeRolePolicyDocument.Statement: the statement has no `Principal`; name who may take the role on",
            "Properties.AssumeRolePolicyDocument.Statement.Resource: `Resource` does not belong here, for the role itself \
             is the resource; remove it",
        ],
    );
}

#[test]
fn a_principal_is_of_a_kind() {
    let role = |principal: &str| {
        format!(
            "R: {{Type: AWS::IAM::Role, Properties: {{AssumeRolePolicyDocument: {{Statement: \
             {{Effect: Allow, Action: 'sts:AssumeRole', Principal: {principal}}}}}}}}}"
        )
    };
    expect(&role("{Service: [lambda.amazonaws.com]}"), &[]);
    expect(&role("'*'"), &[]);
    let at = "Properties.AssumeRolePolicyDocument.Statement.Principal";
    expect(
        &role("lambda.amazonaws.com"),
        &[&format!(
            "{at}: `lambda.amazonaws.com` alone is no principal; say of which kind: `{{\"Service\": …}}` or `{{\"AWS\": …}}`"
        )],
    );
    expect(
        &role("{Services: lambda.amazonaws.com}"),
        &[&format!(
            "{at}: there are no principals of the kind `Services`; did you mean `Service`?"
        )],
    );
}

#[test]
fn a_resources_policy_says_whom_it_is_about() {
    expect(
        "R: {Type: AWS::S3::BucketPolicy, Properties: {Bucket: !Ref Files, PolicyDocument: {Statement: \
         [{Effect: Allow, Action: 's3:GetObject', Resource: '*'}]}}}",
        &["Properties.PolicyDocument.Statement[0]: the statement has no `Principal`; name whom it is about"],
    );
}

/// What is wrong with the statements of a role's policy.
#[track_caller]
fn role(statements: &str, expected: &[&str]) {
    let at = "Properties.Policies[0].PolicyDocument.Statement";
    let expected: Vec<String> = expected.iter().map(|problem| format!("{at}{problem}")).collect();
    let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
    expect(
        &format!(
            "R: {{Type: AWS::IAM::Role, Properties: {{AssumeRolePolicyDocument: {{Fn::Transform: x}}, \
             Policies: [{{PolicyName: p, PolicyDocument: {{Statement: {statements}}}}}]}}}}"
        ),
        &expected,
    );
}

#[track_caller]
fn expect(resources: &str, expected: &[&str]) {
    let template = format!(
        "Resources:\n  Files: {{Type: AWS::S3::Bucket}}\n  Topic: {{Type: AWS::SNS::Topic}}\n  {resources}\n"
    );
    let template = Template::from_yaml(&template).expect("a template");
    let problems: Vec<String> = check(&template).iter().map(ToString::to_string).collect();
    let expected: Vec<String> = expected
        .iter()
        .map(|problem| format!("Resources/R at {problem}"))
        .collect();
    assert_eq!(problems, expected);
}
