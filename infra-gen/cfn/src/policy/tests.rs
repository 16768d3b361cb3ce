//! The JSON of policies.

use serde_json::{Value as Json, json};

use super::*;
use crate::value::Value;

const READ: Action = Action::new("s3:GetObject");
const WRITE: Action = Action::new("s3:PutObject");

fn files() -> [Value<String>; 1] {
    ["arn:aws:s3:::files/*".into()]
}

#[track_caller]
fn check(statement: &Statement, expected: &Json) {
    assert_eq!(&statement.to_json(), expected);
}

#[test]
fn a_statement_is_written_in_the_order_of_its_elements() {
    let statement = Statement::allow([WRITE, READ], files())
        .with_sid(Sid::new("Files"))
        .to(Principal::service("lambda.amazonaws.com"))
        .when(
            Operator::StringEquals,
            "aws:SourceAccount",
            ["111122223333".into()],
        );
    assert_eq!(
        statement.to_json().to_string(),
        r#"{"Sid":"Files","Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":["s3:GetObject","s3:PutObject"],"Resource":"arn:aws:s3:::files/*","Condition":{"StringEquals":{"aws:SourceAccount":"111122223333"}}}"#
    );
}

#[test]
fn exceptions_are_written_as_negated_elements() {
    check(
        &Statement::deny_all_except([READ], [])
            .on_all_except(files())
            .to_all_except([Principal::this_account()]),
        &json!({
            "Effect": "Deny",
            "NotPrincipal": { "AWS": { "Fn::Sub": "arn:${AWS::Partition}:iam::${AWS::AccountId}:root" } },
            "NotAction": "s3:GetObject",
            "NotResource": "arn:aws:s3:::files/*",
        }),
    );
}

#[test]
fn principals_are_grouped_by_type() {
    let statement = Statement::allow([READ], [])
        .to(Principal::Aws("111122223333".into()))
        .to(Principal::CanonicalUser("0123".into()))
        .to(Principal::Aws("444455556666".into()))
        .to(Principal::service("lambda.amazonaws.com"));
    assert_eq!(
        statement.to_json()["Principal"],
        json!({
            "AWS": ["111122223333", "444455556666"],
            "CanonicalUser": "0123",
            "Service": "lambda.amazonaws.com",
        })
    );
    let statement = statement.to(Principal::Anyone);
    assert_eq!(statement.to_json()["Principal"], json!("*"));
}

#[test]
fn the_action_of_a_trust_policy_depends_on_the_principal() {
    let action = |principal| Statement::trust(principal).to_json()["Action"].clone();
    let provider = || "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com".into();
    assert_eq!(action(Principal::service("ec2.amazonaws.com")), "sts:AssumeRole");
    assert_eq!(
        action(Principal::WebIdentity(provider())),
        "sts:AssumeRoleWithWebIdentity"
    );
    assert_eq!(action(Principal::Saml(provider())), "sts:AssumeRoleWithSAML");
    assert_eq!(
        Statement::trust(Principal::WebIdentity(provider())).to_json()["Principal"],
        json!({ "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" })
    );
}

#[test]
fn operators_have_quantifiers_and_suffixes() {
    let statement = Statement::allow([READ], files())
        .when(Operator::Bool, "aws:SecureTransport", ["true".into()])
        .when(
            Operator::StringLike.for_any_value().if_exists(),
            "aws:TagKeys",
            ["a".into(), "b".into()],
        )
        .when(
            Operator::StringEquals.for_all_values(),
            "aws:TagKeys",
            ["a".into()],
        )
        .when(
            Operator::ArnLike.if_exists(),
            "aws:SourceArn",
            ["arn:aws:s3:::a".into()],
        )
        .when_present("aws:userid")
        .when_absent("aws:TokenIssueTime");
    assert_eq!(
        statement.to_json()["Condition"],
        json!({
            "ArnLikeIfExists": { "aws:SourceArn": "arn:aws:s3:::a" },
            "Bool": { "aws:SecureTransport": "true" },
            "ForAllValues:StringEquals": { "aws:TagKeys": "a" },
            "ForAnyValue:StringLikeIfExists": { "aws:TagKeys": ["a", "b"] },
            "Null": { "aws:TokenIssueTime": "true", "aws:userid": "false" },
        })
    );
}

#[test]
fn values_for_the_same_key_add_up() {
    let statement = Statement::allow([READ], files())
        .when(Operator::StringEquals, "aws:SourceAccount", ["1".into()])
        .when(Operator::StringEquals, "aws:SourceAccount", ["2".into()]);
    assert_eq!(
        statement.to_json()["Condition"],
        json!({ "StringEquals": { "aws:SourceAccount": ["1", "2"] } })
    );
}

#[test]
fn equal_grants_are_written_once() {
    let mut document = PolicyDocument::default();
    document.add(Statement::allow([WRITE], files()));
    document.add(Statement::allow([READ], files()));
    document.add(Statement::allow([READ], files()));
    document.add(Statement::allow([READ], files()).with_sid(Sid::new("Own")));
    document.add(Statement::deny([READ], files()));
    assert_eq!(
        document.to_json()["Statement"],
        json!([
            { "Sid": "Own", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::files/*" },
            { "Effect": "Deny", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::files/*" },
            { "Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject"], "Resource": "arn:aws:s3:::files/*" },
        ])
    );
}

#[test]
fn lists_of_exceptions_are_not_merged() {
    let mut document = PolicyDocument::default();
    document.add(Statement::deny_all_except([READ], files()));
    document.add(Statement::deny_all_except([WRITE], files()));
    assert_eq!(document.statements.len(), 2);
}

#[test]
fn a_statement_id_has_letters_and_digits_only() {
    assert!(Sid::parse("Read1").is_some());
    assert!(Sid::parse("").is_none());
    assert!(Sid::parse("Read files").is_none());
}

#[test]
fn a_document_may_have_an_id() {
    let document = PolicyDocument {
        id: Some("queue".into()),
        ..PolicyDocument::new([])
    };
    assert_eq!(
        document.to_json().to_string(),
        r#"{"Version":"2012-10-17","Id":"queue","Statement":[]}"#
    );
}
