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
}

#[test]
fn every_branch_of_a_condition_is_checked() {
    role(
        "!If [C, {Effect: Nonsense, Action: 's3:GetObject', Resource: '*'}, !Ref AWS::NoValue]",
        &[".Fn::If[1].Effect: `Nonsense` is not an effect\n  hint: use `Allow` or `Deny`"],
    );
    role(
        "[!If [C, {Effect: Allow, Action: !If [D, GetObject, [PutObject]], Resource: '*'}, !Ref AWS::NoValue]]",
        &[
            "[0].Fn::If[1].Action.Fn::If[1]: `GetObject` is not an action\n  hint: write it as `service:Action`",
            "[0].Fn::If[1].Action.Fn::If[2][0]: `PutObject` is not an action\n  hint: write it as `service:Action`",
        ],
    );
    role(
        "[{Effect: Allow, Action: 's3:GetObject', Resource: !If [C, files, !Ref AWS::NoValue]}]",
        &["[0].Resource.Fn::If[1]: `files` is neither an ARN nor `*`\n  hint: begin it with `arn:`"],
    );
    expect(
        "R: {Type: AWS::IAM::User, Properties: {Policies: !If [C, [!If [D, {PolicyName: p, PolicyDocument: {Statement: \
         []}}, !Ref AWS::NoValue]], []]}}",
        &[
            "Properties.Policies.Fn::If[1][0].Fn::If[1].PolicyDocument.Statement: the policy has no statement\n  hint: add \
             one, or remove the policy",
        ],
    );
}

#[test]
fn statements_of_different_branches_may_have_the_same_id() {
    role(
        "[!If [C, {Sid: A, Effect: Allow, Action: 's3:GetObject', Resource: '*'}, {Sid: A, Effect: Deny, Action: \
         's3:GetObject', Resource: '*'}]]",
        &[],
    );
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
        "[{Effect: Allow, Action: !Ref AWS::NoValue, Resource: '*'}]",
        &["[0]: the statement has no `Action`\n  hint: add the actions that the statement applies to"],
    );
    role(
        "[]",
        &[": the policy has no statement\n  hint: add one, or remove the policy"],
    );
}

#[test]
fn empty_statement_ids_are_not_compared() {
    role(
        "[{Sid: '', Effect: Allow, Action: 's3:GetObject', Resource: '*'}, {Sid: '', Effect: Deny, Action: 's3:PutObject', Resource: '*'}]",
        &[],
    );
}

#[test]
fn misspelled_and_conflicting_elements_are_refused() {
    role(
        "[{Effect: allow, Actions: 's3:GetObject', NotAction: 's3:GetObject', Action: 's3:PutObject', Resource: '*', Principal: '*'}]",
        &[
            "[0].Actions: unknown statement element `Actions`\n  hint: did you mean `Action`?",
            "[0].Effect: the effect `allow` has the wrong case\n  hint: use `Allow` or `Deny`",
            "[0].NotAction: `Action` and `NotAction` exclude each other\n  hint: remove one of them",
            "[0].Principal: `Principal` is not allowed here: the role, user or group with the policy is the \
             principal\n  hint: remove it",
        ],
    );
}

#[test]
fn malformed_actions_and_resources_are_refused() {
    role(
        "[{Effect: Allow, Action: [GetObject, 's3:Get Object', 's*:GetObject', 's3:Get:Object', '*:GetObject'], Resource: [files, !Sub 's3:::${AWS::Region}']}]",
        &[
            "[0].Action[0]: `GetObject` is not an action\n  hint: write it as `service:Action`",
            "[0].Action[1]: `s3:Get Object` is not an action\n  hint: write it as `service:Action`",
            "[0].Action[2]: `s*:GetObject` is not an action\n  hint: write it as `service:Action`",
            "[0].Action[3]: `s3:Get:Object` is not an action\n  hint: write it as `service:Action`",
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
            "[0].Resource[0]: `Ref` of `Files`, an `AWS::S3::Bucket`, is not an ARN\n  hint: use `Files.Arn`",
            "[0].Resource[1]: `Ref` of `Files`, an `AWS::S3::Bucket`, is not an ARN\n  hint: use `Files.Arn`",
        ],
    );
    // `Ref` of a secret returns its ARN.
    expect(
        "R: {Type: AWS::IAM::RolePolicy, Properties: {PolicyDocument: {Statement: {Effect: Allow, Action: \
         'secretsmanager:GetSecretValue', Resource: !Ref Secret}}}}\n  Secret: {Type: AWS::SecretsManager::Secret}",
        &[],
    );
}

#[test]
fn unknown_condition_operators_are_refused() {
    role(
        "[{Effect: Allow, Action: 's3:GetObject', Resource: '*', Condition: {StringEqual: {'aws:a': b}, 'ForSome:Bool': {'aws:a': b}}}]",
        &[
            "[0].Condition.StringEqual: `StringEqual` is not a condition operator\n  hint: did you mean `StringEquals`?",
            "[0].Condition.ForSome:Bool: `ForSome:Bool` is not a condition operator\n  hint: use `ForAllValues:` or \
             `ForAnyValue:`",
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
    let statement =
        "{Sid: A, Effect: Allow, Principal: '*', Action: 's3:GetObject', Resource: !Sub '${Files.Arn}/*'}";
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
            "{at}.Services: `Services` is not a type of principal\n  hint: did you mean `Service`?"
        )],
    );
}

#[test]
fn a_resource_policy_needs_a_principal() {
    expect(
        "R: {Type: AWS::S3::BucketPolicy, Properties: {Bucket: !Ref Files, PolicyDocument: {Statement: \
         [{Effect: Allow, Action: 's3:GetObject', Resource: !Sub '${Files.Arn}/*'}]}}}",
        &[
            "Properties.PolicyDocument.Statement[0]: the statement has no `Principal`\n  hint: add the principals that the \
           statement applies to",
        ],
    );
}

#[test]
fn elements_have_the_right_types() {
    role(
        "[text, {Effect: 1, Action: [{a: b}], Resource: [[a]], Condition: text}]",
        &[
            "[0]: a statement must be a map; found `\"text\"`",
            "[1].Effect: `1` is not an effect\n  hint: use `Allow` or `Deny`",
            "[1].Action[0]: an item of `Action` must be a string; found a map",
            "[1].Resource[0]: an item of `Resource` must be a string; found a list of 1 item",
            "[1].Condition: `Condition` must be a map; found `\"text\"`\n  hint: write it as `{operator: {key: value}}`",
        ],
    );
    expect(
        "R: {Type: AWS::IAM::Policy, Properties: {PolicyDocument: [a]}}",
        &["Properties.PolicyDocument: a policy must be a map; found a list of 1 item"],
    );
}

#[test]
fn keys_and_values_of_conditions_are_checked() {
    role(
        "[{Effect: Allow, Action: 's3:GetObject', Resource: '*', Condition: {Bool: {SecureTransport: true}, Null: {'aws:a': \
         maybe}, NullIfExists: {'aws:a': true}, StringLike: {'aws:a': {b: c}}, StringEquals: [a]}}]",
        &[
            "[0].Condition.Bool.SecureTransport: the condition key `SecureTransport` has no prefix\n  hint: write it as \
             `aws:SecureTransport`, or with the prefix of the service",
            "[0].Condition.Null.aws:a: the value of `Null` must be `true` or `false`; found \"maybe\"\n  hint: use `true` if \
             the key must be absent, and `false` if it must be present",
            "[0].Condition.NullIfExists: `Null` has no form with `IfExists`\n  hint: use `Null`, which tests whether the key \
             exists",
            "[0].Condition.StringLike.aws:a: the value of a condition must be a string; found a map\n  hint: use a string or \
             a list of strings",
            "[0].Condition.StringEquals: the keys of an operator must be a map; found a list of 1 item\n  hint: write it as \
             `{operator: {key: value}}`",
        ],
    );
}

#[test]
fn unknown_actions_are_reported_with_the_nearest_one() {
    role(
        "[{Effect: Allow, Action: ['sqs:SendMesage', 'SQS:sendmessage', 'sqss:SendMessage', 'sqs:Pull*', 'sqs:Send*'], \
         Resource: '*'}]",
        &[
            "[0].Action[0]: unknown action `sqs:SendMesage`\n  hint: did you mean `sqs:SendMessage`?",
            "[0].Action[2]: no service has the prefix `sqss`\n  hint: did you mean `sqs`?",
            "[0].Action[3]: `sqs:Pull*` matches no action\n  hint: see the actions of the service in the Service \
             Authorization Reference",
        ],
    );
}

#[test]
fn operations_without_an_action_of_their_own_are_explained() {
    role(
        "[{Effect: Allow, Action: ['s3:HeadObject', 'elb:DescribeLoadBalancers'], Resource: '*'}]",
        &[
            "[0].Action[0]: unknown action `s3:HeadObject`\n  hint: this operation needs `s3:GetObject`",
            "[0].Action[1]: no service has the prefix `elb`\n  hint: the actions of this service have the prefix \
             `elasticloadbalancing`",
        ],
    );
}

#[test]
fn an_action_must_apply_to_a_resource_of_its_statement() {
    let hint = "add `arn:${Partition}:s3:::${BucketName}/${ObjectName}`, \
                `arn:${Partition}:s3:${Region}:${Account}:accesspoint/${AccessPointName}/object/${ObjectName}`";
    role(
        "[{Effect: Allow, Action: ['s3:GetObject', 's3:ListBucket'], Resource: [!GetAtt Files.Arn, !Sub 'arn:aws:s3:::${Files}']}]",
        &[&format!(
            "[0].Action[0]: `s3:GetObject` applies to none of the resources of its statement\n  hint: {hint}"
        )],
    );
    role(
        "[{Effect: Allow, Action: ['s3:GetObject', 's3:ListBucket'], Resource: [!GetAtt Files.Arn, !Sub '${Files.Arn}/a/*']}]",
        &[],
    );
    // The parameter may be any ARN.
    role(
        "[{Effect: Allow, Action: 's3:GetObject', Resource: [!Ref Parameter]}, {Effect: Allow, Action: 's3:GetObject', \
         Resource: !Sub 'arn:aws:s3:::${Parameter}'}]",
        &[],
    );
    // The action has no resource types.
    role(
        "[{Effect: Allow, Action: 's3:ListAllMyBuckets', Resource: 'arn:aws:s3:::files'}]",
        &[],
    );
}

#[test]
fn malformed_arns_are_refused() {
    role(
        "[{Effect: Allow, Action: '*', Resource: ['arn:amazon:s3:::a', 'arn:aws:*:::a', 'arn:aws:s3::a', \
         'arn:aws:iam:eu-west-1:111122223333:role/a', 'arn:aws:iam::111122223333:a/b', 'arn:aws:iam::111122223333:*', !Sub \
         'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/*', !Sub 'arn:aws:${Parameter}', 'arn:*:s3:::a']}]",
        &[
            "[0].Resource[0]: `arn:amazon:s3:::a` has no valid partition\n  hint: write `arn:aws:…`",
            "[0].Resource[1]: `arn:aws:*:::a` must name one service\n  hint: write the service without wildcards",
            "[0].Resource[2]: `arn:aws:s3::a` has too few parts\n  hint: write it as \
             `arn:partition:service:region:account:resource`",
            "[0].Resource[3]: `arn:aws:iam:eu-west-1:111122223333:role/a` has a region, but IAM is global\n  hint: leave the \
             region empty",
            "[0].Resource[4]: `arn:aws:iam::111122223333:a/b` is not a resource of IAM\n  hint: begin the last part with \
             `role/`, `user/`, `policy/` or another type",
        ],
    );
}

#[test]
fn pseudo_parameters_outside_of_sub_are_reported() {
    role(
        "[{Effect: Allow, Action: '*', Resource: ['arn:aws:iam::${AWS::AccountId}:user/a', \
         'arn:aws:sqs:${AWS::Region}:111122223333:jobs']}]",
        &[
            "[0].Resource[0]: `${AWS::AccountId}` is not replaced here, because the text is not in `Fn::Sub`\n  hint: put the text \
             in `Fn::Sub`",
            "[0].Resource[1]: `${AWS::Region}` is not replaced here, because the text is not in `Fn::Sub`\n  hint: put the text in \
             `Fn::Sub`",
        ],
    );
}

#[test]
fn an_incomplete_arn_applies_to_more_than_it_seems() {
    role(
        "[{Effect: Allow, Action: '*', Resource: ['arn:aws:sqs:eu-west-1', 'arn:aws:sqs:*', \
         'arn:aws:sqs:eu-west-1:1111:jobs']}]",
        &[
            "[0].Resource[0]: `arn:aws:sqs:eu-west-1` has too few parts, so it applies to all resources that begin with \
             it\n  hint: write it as `arn:partition:service:region:account:resource`",
            "[0].Resource[2]: the account `1111` has 4 digits\n  hint: an account ID has 12 digits",
        ],
    );
}

#[test]
fn a_statement_id_of_iam_has_letters_and_digits_only() {
    role(
        "[{Sid: Read files, Effect: Allow, Action: 's3:GetObject', Resource: '*'}]",
        &[
            "[0].Sid: the statement ID `Read files` has other characters than letters and digits\n  hint: remove them",
        ],
    );
    bucket(
        "{Sid: Read files, Effect: Allow, Principal: '*', Action: 's3:GetObject', Resource: !Sub '${Files.Arn}/*'}",
        &[],
    );
}

#[test]
fn a_managed_policy_needs_the_current_version() {
    let policy = |version: &str| {
        format!(
            "R: {{Type: AWS::IAM::ManagedPolicy, Properties: {{PolicyDocument: {{{version} Statement: {{Effect: Allow, Action: \
             's3:GetObject', Resource: '*'}}}}}}}}"
        )
    };
    let expected =
        "Properties.PolicyDocument.Version: a managed policy needs the version `2012-10-17`\n  hint: set it";
    expect(&policy("Version: '2012-10-17',"), &[]);
    expect(&policy("Version: '2008-10-17',"), &[expected]);
    expect(&policy(""), &[expected]);
}

#[test]
fn variables_need_the_current_version() {
    let statement = "{Effect: Allow, Action: 's3:GetObject', Resource: 'arn:aws:s3:::files/${aws:username}'}";
    let policy = |version: &str| {
        format!(
            "R: {{Type: AWS::IAM::Policy, Properties: {{PolicyDocument: {{{version} Statement: {statement}}}}}}}"
        )
    };
    let expected = "Properties.PolicyDocument.Version: the version `2008-10-17`, which is the default, does not replace variables \
                    such as `${aws:username}`\n  hint: set the version `2012-10-17`";
    expect(&policy("Version: '2012-10-17',"), &[]);
    expect(&policy("Version: '2008-10-17',"), &[expected]);
    expect(&policy(""), &[expected]);
}

#[test]
fn a_policy_in_json_text_is_checked() {
    let policy = |text: &str| {
        format!("R: {{Type: AWS::Logs::ResourcePolicy, Properties: {{PolicyDocument: {text}}}}}")
    };
    expect(
        &policy(
            r#"'{"Statement": [{"Effect": "Permit", "Principal": "*", "Action": "logs:PutLogEvents", "Resource": "*"}]}'"#,
        ),
        &[
            "Properties.PolicyDocument.Statement[0].Effect: `Permit` is not an effect\n  hint: use `Allow` or `Deny`",
        ],
    );
    expect(
        &policy(
            r#"!Sub '{"Statement": [{"Effect": "${Effect}", "Action": "logs:PutLogEvents", "Resource": "arn:${AWS::Partition}:logs:x"}]}'"#,
        ),
        &[
            "Properties.PolicyDocument.Statement[0]: the statement has no `Principal`\n  hint: add the principals that the \
             statement applies to",
            "Properties.PolicyDocument.Statement[0].Resource: `arn:…:logs:x` has too few parts, so it applies to all resources \
             that begin with it\n  hint: write it as `arn:partition:service:region:account:resource`",
        ],
    );
    expect(
        &policy("'{'"),
        &[
            "Properties.PolicyDocument: the policy is not valid JSON: EOF while parsing an object at line 1 column 1\n  hint: \
             write it as a map",
        ],
    );
    expect(&policy("!Sub '${Parameter}'"), &[]);
    expect(&policy("''"), &[]);
    expect(
        &policy("'[]'"),
        &["Properties.PolicyDocument: a policy must be a map; found a list of 0 items"],
    );
}

#[test]
fn principals_have_the_format_of_their_type() {
    let at = "Properties.PolicyDocument.Statement[0].Principal";
    bucket_principal(
        "{AWS: ['111122223333', '*', !GetAtt Role.Arn, !Sub 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root', \
         'arn:aws:sts::111122223333:assumed-role/a/b', 'arn:aws:iam::cloudfront:user/x', AROAEXAMPLEEXAMPLE12], Service: \
         logging.s3.amazonaws.com, CanonicalUser: !GetAtt Files.Id, Federated: cognito-identity.amazonaws.com}",
        &[],
    );
    bucket_principal(
        "{AWS: [!Ref Role, admin, 'arn:aws:iam::111122223333:role/*', 'arn:aws:iam::111122223333:group/a', \
         'arn:aws:s3:::a', 'arn:aws:iam::1111:root'], Service: lambda, CanonicalUser: abc, Federated: \
         'arn:aws:iam::111122223333:role/a', Service2: a}",
        &[
            &format!(
                "{at}.AWS[0]: `Ref` of an `AWS::IAM::Role` is not an ARN\n  hint: use the attribute that returns the ARN"
            ),
            &format!(
                "{at}.AWS[1]: `admin` is neither an account ID nor an ARN\n  hint: use the ARN of a role, user or account"
            ),
            &format!(
                "{at}.AWS[2]: `arn:aws:iam::111122223333:role/*` has a wildcard, which is not allowed in a principal\n  hint: use \
                 `*`, and restrict it with a condition for `aws:PrincipalArn`"
            ),
            &format!(
                "{at}.AWS[3]: `arn:aws:iam::111122223333:group/a` is a group, which cannot be a principal\n  hint: list the \
                 users, or use a role"
            ),
            &format!(
                "{at}.AWS[4]: `arn:aws:s3:::a` is not the ARN of a principal\n  hint: use an ARN of IAM or STS"
            ),
            &format!(
                "{at}.AWS[5]: `arn:aws:iam::1111:root` has no account ID of 12 digits\n  hint: add the account"
            ),
            &format!(
                "{at}.Service: `lambda` is not a principal of the type `Service`\n  hint: write the name of the service, such as \
                 `lambda.amazonaws.com`"
            ),
            &format!(
                "{at}.CanonicalUser: `abc` is not a principal of the type `CanonicalUser`\n  hint: use the canonical user ID: 64 \
                 hexadecimal digits"
            ),
            &format!(
                "{at}.Federated: `arn:aws:iam::111122223333:role/a` is not a principal of the type `Federated`\n  hint: use the ARN \
                 of a provider in IAM, or `cognito-identity.amazonaws.com`"
            ),
            &format!("{at}.Service2: `Service2` is not a type of principal\n  hint: did you mean `Service`?"),
        ],
    );
    bucket_principal(
        "{}",
        &[&format!(
            "{at}: the principal is empty\n  hint: add `AWS` or `Service`"
        )],
    );
}

#[test]
fn a_negated_principal_is_for_statements_that_deny() {
    let statement = |effect: &str| {
        format!(
            "{{Effect: {effect}, NotPrincipal: {{AWS: '111122223333'}}, Action: 's3:*', Resource: !GetAtt Files.Arn}}"
        )
    };
    bucket(&statement("Deny"), &[]);
    bucket(
        &statement("Allow"),
        &[
            "NotPrincipal: `NotPrincipal` in a statement that allows includes everyone else, also anonymous users\n  hint: list the \
             principals in `Principal`",
        ],
    );
}

#[test]
fn the_sizes_of_policies_are_limited() {
    let statement = |count: usize| {
        let arns: Vec<String> = (0..count)
            .map(|i| format!("'arn:aws:s3:::files/{i:04}'"))
            .collect();
        format!(
            "{{Effect: Allow, Action: 's3:GetObject', Resource: [{}]}}",
            arns.join(", ")
        )
    };
    let inline = |count: usize| {
        format!(
            "{{PolicyName: p, PolicyDocument: {{Statement: {}}}}}",
            statement(count)
        )
    };
    expect(
        &format!(
            "R: {{Type: AWS::IAM::ManagedPolicy, Properties: {{PolicyDocument: {{Version: '2012-10-17', Statement: {}}}}}}}",
            statement(240)
        ),
        &[
            "Properties.PolicyDocument: the policy has at least 6332 characters; the limit is 6144\n  hint: split it, or use fewer \
             statements",
        ],
    );
    expect(
        &format!(
            "R: {{Type: AWS::IAM::Role, Properties: {{Policies: [{}, {}]}}}}",
            inline(240),
            inline(240)
        ),
        &[
            "Properties.Policies: the inline policies together have at least 12618 characters; the limit is 10240\n  hint: move some to \
             a managed policy",
        ],
    );
    expect(
        &format!(
            "R: {{Type: AWS::IAM::Role, Properties: {{Policies: [{}, {}]}}}}",
            inline(240),
            inline(100)
        ),
        &[],
    );
}

#[test]
fn a_statement_of_a_queue_has_few_actions() {
    let policy = |actions: &str| {
        format!(
            "R: {{Type: AWS::SQS::QueuePolicy, Properties: {{PolicyDocument: {{Statement: {{Effect: Allow, Principal: '*', Action: \
             [{actions}], Resource: '*'}}}}}}}}"
        )
    };
    let seven = "'sqs:SendMessage', 'sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueUrl', 'sqs:PurgeQueue', \
                 'sqs:ListQueueTags', 'sqs:GetQueueAttributes'";
    expect(&policy(seven), &[]);
    expect(
        &policy(&format!("{seven}, 'sqs:TagQueue'")),
        &[
            "Properties.PolicyDocument.Statement.Action: the statement has 8 actions; the policy of a queue may have 7 per \
             statement\n  hint: split the statement",
        ],
    );
}

#[test]
fn services_refuse_actions_of_others() {
    expect(
        "R: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: {Statement: {Effect: Allow, Principal: '*', Action: \
         ['sts:TagSession', 's3:GetObject']}}}}",
        &[
            "Properties.AssumeRolePolicyDocument.Statement.Action[1]: `s3:GetObject` is not an action of `sts`, to \
             which this policy applies\n  hint: use actions of `sts` only",
        ],
    );
    bucket(
        "{Effect: Allow, Principal: '*', Action: ['sqs:SendMessage', 's3:ListBucket'], Resource: !GetAtt Files.Arn}",
        &[
            "Action[0]: `sqs:SendMessage` is not an action of `s3`, to which this policy applies\n  hint: use actions of `s3` only",
        ],
    );
}

#[test]
fn a_bucket_policy_names_its_bucket() {
    bucket(
        "{Effect: Allow, Principal: '*', Action: 's3:GetObject', Resource: '*'}",
        &[
            "Resource: the policy of a bucket cannot apply to all resources\n  hint: use the ARN of the bucket, and the same with \
             `/*` for its objects",
        ],
    );
}

#[test]
fn policies_of_other_services_are_checked() {
    expect(
        "R: {Type: AWS::ECR::Repository, Properties: {RepositoryPolicyText: {Statement: {Effect: Allow, Principal: '*', \
         Actions: 'ecr:BatchGetImage'}}}}",
        &[
            "Properties.RepositoryPolicyText.Statement.Actions: unknown statement element `Actions`\n  hint: did you mean \
             `Action`?",
            "Properties.RepositoryPolicyText.Statement: the statement has no `Action`\n  hint: add the actions that the \
             statement applies to",
        ],
    );
    expect(
        "R: {Type: AWS::DynamoDB::GlobalTable, Properties: {Replicas: [{Region: eu-west-1, ResourcePolicy: {PolicyDocument: \
         {}}}]}}",
        &[
            "Properties.Replicas[0].ResourcePolicy.PolicyDocument: the policy has no statement\n  hint: add one, or \
             remove the policy",
        ],
    );
    expect(
        "R: {Type: AWS::ApiGateway::RestApi, Properties: {Policy: {Statement: {Effect: Allow, Principal: '*', Action: \
         'execute-api:Invoke', Resource: 'execute-api:/*'}}}}",
        &[],
    );
}

#[test]
fn the_policies_of_sam_functions_are_checked() {
    expect(
        "R: {Type: AWS::Serverless::Function, Properties: {Policies: [AWSLambdaExecute, {S3ReadPolicy: {BucketName: a}}, \
         {Statement: [{Effect: Allow, Action: GetObject, Resource: '*'}]}]}}",
        &[
            "Properties.Policies[2].Statement[0].Action: `GetObject` is not an action\n  hint: write it as `service:Action`",
        ],
    );
    expect(
        "R: {Type: AWS::Serverless::StateMachine, Properties: {Policies: {Statement: []}}}",
        &[
            "Properties.Policies.Statement: the policy has no statement\n  hint: add one, or remove the policy",
        ],
    );
}

/// Checks the statement of a bucket's policy.
#[track_caller]
fn bucket(statement: &str, expected: &[&str]) {
    let at = "Properties.PolicyDocument.Statement";
    let expected: Vec<String> = expected.iter().map(|problem| format!("{at}.{problem}")).collect();
    let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
    expect(
        &format!(
            "R: {{Type: AWS::S3::BucketPolicy, Properties: {{Bucket: !Ref Files, PolicyDocument: {{Version: '2012-10-17', Statement: \
             {statement}}}}}}}"
        ),
        &expected,
    );
}

/// Checks the principal of a bucket's policy.
#[track_caller]
fn bucket_principal(principal: &str, expected: &[&str]) {
    expect(
        &format!(
            "R: {{Type: AWS::S3::BucketPolicy, Properties: {{Bucket: !Ref Files, PolicyDocument: {{Statement: [{{Effect: Allow, \
             Principal: {principal}, Action: 's3:GetObject', Resource: !Sub '${{Files.Arn}}/*'}}]}}}}}}"
        ),
        expected,
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
        "Resources:\n  Files: {{Type: AWS::S3::Bucket}}\n  Topic: {{Type: AWS::SNS::Topic}}\n  Role: \
         {{Type: AWS::IAM::Role}}\n  {resources}\n"
    );
    let template = Template::from_yaml(&template).expect("a template");
    let findings: Vec<String> = check(&template).iter().map(ToString::to_string).collect();
    let expected: Vec<String> = expected
        .iter()
        .map(|problem| format!("Resources/R at {problem}"))
        .collect();
    assert_eq!(findings, expected);
}
