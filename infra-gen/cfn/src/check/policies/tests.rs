//! Valid and malformed statements in each type of policy.

use super::check;
use crate::Template;

#[test]
fn complete_statements_are_valid() {
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
fn a_statement_needs_an_effect_actions_and_resources() {
    role(
        "[{Effect: Allow, Action: 's3:GetObject'}, {Action: [], Resource: []}]",
        &[
            "[0]: the statement has no `Resource`\n  hint: add the ARNs that the statement applies to",
            "[1]: the statement has no `Effect`\n  hint: add `Allow` or `Deny`",
            "[1].Action: the list is empty\n  hint: add an item, or remove the statement",
            "[1].Resource: the list is empty\n  hint: add an item, or remove the statement",
        ],
    );
    role(
        "[]",
        &[": the policy has no statement\n  hint: add one, or remove the policy"],
    );
}

#[test]
fn misspelled_and_conflicting_elements_are_refused() {
    role(
        "[{Effect: allow, Actions: 's3:GetObject', NotAction: 's3:A', Action: 's3:B', Resource: '*', Principal: '*'}]",
        &[
            "[0].Actions: unknown statement element `Actions`\n  hint: did you mean `Action`?",
            "[0].Effect: `allow` is not an effect\n  hint: use `Allow` or `Deny`",
            "[0]: `Action` and `NotAction` exclude each other\n  hint: remove one of them",
            "[0].Principal: `Principal` is not allowed here: the role, user or group with the policy is the \
             principal\n  hint: remove it",
        ],
    );
}

#[test]
fn malformed_actions_and_resources_are_refused() {
    role(
        "[{Effect: Allow, Action: [GetObject, 's3:Get Object'], Resource: [files, !Sub 's3:::${AWS::Region}']}]",
        &[
            "[0].Action[0]: `GetObject` is not an action\n  hint: write it as `service:Action`",
            "[0].Action[1]: `s3:Get Object` is not an action\n  hint: write it as `service:Action`",
            "[0].Resource[0]: `files` is neither an ARN nor `*`\n  hint: begin it with `arn:`",
            "[0].Resource[1]: `s3:::…` is neither an ARN nor `*`\n  hint: begin it with `arn:`",
        ],
    );
}

#[test]
fn a_name_in_place_of_an_arn_is_refused() {
    role(
        "[{Effect: Allow, Action: 's3:GetObject', Resource: [!Ref Files, !Sub '${Files}/*', !Ref Topic]}]",
        &[
            "[0].Resource[0]: `Ref` of `Files`, an `AWS::S3::Bucket`, is not an ARN\n  hint: use the attribute that \
             returns the ARN",
            "[0].Resource[1]: `Ref` of `Files`, an `AWS::S3::Bucket`, is not an ARN\n  hint: use the attribute that \
             returns the ARN",
        ],
    );
}

#[test]
fn unknown_condition_operators_are_refused() {
    role(
        "[{Effect: Allow, Action: 's3:GetObject', Resource: '*', Condition: {StringEqual: {a: b}, 'ForSome:Bool': {a: b}}}]",
        &[
            "[0].Condition: `StringEqual` is not a condition operator\n  hint: did you mean `StringEquals`?",
            "[0].Condition: `ForSome:Bool` is not a condition operator\n  hint: did you mean `Bool`?",
        ],
    );
}

#[test]
fn statement_ids_are_unique_except_in_bucket_policies() {
    let statement = "{Sid: A, Effect: Allow, Action: 's3:GetObject', Resource: '*'}";
    role(
        &format!("[{statement}, {statement}]"),
        &["[1].Sid: another statement already has the ID `A`\n  hint: choose another ID"],
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
fn a_trust_policy_needs_a_principal_and_no_resource() {
    expect(
        "R: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: {Version: '2012', Statement: \
         {Effect: Allow, Action: 'sts:AssumeRole', Resource: '*'}}}}",
        &[
            "Properties.AssumeRolePolicyDocument.Version: `2012` is not a version of the policy language\n  hint: use \
             `2012-10-17`",
            "Properties.AssumeRolePolicyDocument.Statement: the statement has no `Principal`\n  hint: add the \
             principals that may assume the role",
            "Properties.AssumeRolePolicyDocument.Statement.Resource: `Resource` is not allowed here: the role itself \
             is the resource\n  hint: remove it",
        ],
    );
}

#[test]
fn a_principal_needs_a_known_type() {
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
            "{at}: the principal `lambda.amazonaws.com` has no type\n  hint: write `{{\"Service\": …}}` or `{{\"AWS\": …}}`"
        )],
    );
    expect(
        &role("{Services: lambda.amazonaws.com}"),
        &[&format!(
            "{at}: `Services` is not a type of principal\n  hint: did you mean `Service`?"
        )],
    );
}

#[test]
fn a_resource_policy_needs_a_principal() {
    expect(
        "R: {Type: AWS::S3::BucketPolicy, Properties: {Bucket: !Ref Files, PolicyDocument: {Statement: \
         [{Effect: Allow, Action: 's3:GetObject', Resource: '*'}]}}}",
        &[
            "Properties.PolicyDocument.Statement[0]: the statement has no `Principal`\n  hint: add the principals that the \
           statement applies to",
        ],
    );
}

/// Checks the statements of a role's policy.
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
    let findings: Vec<String> = check(&template).iter().map(ToString::to_string).collect();
    let expected: Vec<String> = expected
        .iter()
        .map(|problem| format!("Resources/R at {problem}"))
        .collect();
    assert_eq!(findings, expected);
}
