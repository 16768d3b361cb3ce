//! Policies of stacks written in Rust.

use infra_gen_cfn::{
    LogicalId, Stack, iam,
    policy::{AccessLevel, Action, ActionGroup, Operator, PolicyDocument, Principal, Sid, Statement},
};
use serde_json::json;

const KEY: &str = "arn:aws:kms:eu-west-1:111122223333:key/1";

#[test]
fn a_misspelled_action_is_refused_with_the_nearest_one() {
    let findings = finish([Action::new("kms:Decrpyt")]).unwrap_err();
    assert_eq!(
        findings,
        "jobs/Use at Properties.PolicyDocument.Statement[0].Action: unknown action `kms:Decrpyt`\n  hint: did you mean \
         `kms:Decrypt`?"
    );
}

#[test]
fn an_action_for_other_resources_is_refused() {
    let findings = finish([Action::new("kms:Decrypt"), Action::new("kms:UpdateAlias")]);
    assert_eq!(findings, Ok(()), "an alias and its key are both needed");
    let findings = finish([Action::new("sqs:SendMessage")]).unwrap_err();
    assert_eq!(
        findings,
        "jobs/Use at Properties.PolicyDocument.Statement[0].Action: `sqs:SendMessage` applies to none of the resources of its \
         statement\n  hint: add `arn:${Partition}:sqs:${Region}:${Account}:${QueueName}`"
    );
}

#[test]
fn a_group_is_written_out() {
    assert_eq!(finish(ActionGroup::of("kms").on("key")), Ok(()));
    let statement = Statement::allow(
        ActionGroup::of("sqs").level(AccessLevel::Tagging),
        ["arn:aws:sqs:eu-west-1:111122223333:jobs".into()],
    );
    let document = serde_json::to_value(infra_gen_cfn::ToJson::to_json(&statement)).unwrap();
    assert_eq!(document["Action"], json!(["sqs:TagQueue", "sqs:UntagQueue"]));
}

#[test]
fn a_role_for_github_trusts_its_provider() {
    let provider = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com";
    let trust = Statement::trust(Principal::WebIdentity(provider.into()))
        .with_sid(Sid::new("GitHub"))
        .when(
            Operator::StringEquals,
            "token.actions.githubusercontent.com:aud",
            ["sts.amazonaws.com".into()],
        );
    let mut stack = Stack::new("jobs");
    stack.add(
        LogicalId::new("Deploy"),
        iam::Role::new(PolicyDocument::new([trust])),
    );
    let template = stack.finish().unwrap();
    assert_eq!(
        template.resources["Deploy"].properties["AssumeRolePolicyDocument"]["Statement"],
        json!([{
            "Sid": "GitHub",
            "Effect": "Allow",
            "Principal": { "Federated": provider },
            "Action": "sts:AssumeRoleWithWebIdentity",
            "Condition": { "StringEquals": { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" } },
        }])
    );
}

/// Finishes a stack with a policy that allows `actions` on a key; returns the findings.
fn finish(actions: impl IntoIterator<Item = Action>) -> Result<(), String> {
    let mut stack = Stack::new("jobs");
    let document = PolicyDocument::new([Statement::allow(actions, [KEY.into()])]);
    stack.add(LogicalId::new("Use"), iam::ManagedPolicy::new(document));
    stack.finish().map(drop).map_err(|findings| findings.to_string())
}
