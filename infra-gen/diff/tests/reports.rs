//! The reports of realistic changes in all three formats, as snapshots.
//!
//! The old template is a fixed copy of the template of an example application; each test changes it by hand.

#![expect(clippy::unwrap_used, reason = "a failing test panics")]

use infra_gen_cfn::{Json, Template};
use infra_gen_diff::{Diff, Names, diff, json, markdown, terminal};
use insta::{Settings, assert_snapshot};
use serde_json::{Value, json};

const OLD: &str = include_str!("templates/url-shortener.json");

#[test]
fn a_changed_key_replaces_the_table_and_affects_its_dependents() {
    let old = document();
    let mut new = document();
    let table = &mut new["Resources"]["Links"]["Properties"];
    table["KeySchema"][0]["AttributeName"] = json!("slug");
    table["AttributeDefinitions"][0]["AttributeName"] = json!("slug");
    check("key-replaces-table", &old, &new);
}

#[test]
fn a_retained_table_that_is_replaced_stays_in_the_account() {
    let mut old = document();
    for policy in ["DeletionPolicy", "UpdateReplacePolicy"] {
        old["Resources"]["Links"][policy] = json!("Retain");
    }
    old["Resources"]["Links"]["Properties"]["TableName"] = json!("links");
    old["Outputs"]["Table"] = json!({ "Value": { "Ref": "Links" }, "Export": { "Name": "links-table" } });
    let mut new = old.clone();
    new["Resources"]["Links"]["Properties"]["TableName"] = json!("short-links");
    check("retained-table", &old, &new);
}

#[test]
fn permissions_are_reported_as_granted_and_revoked() {
    let mut old = document();
    old["Resources"]["FilesPolicy"] = json!({ "Type": "AWS::S3::BucketPolicy", "Properties": {
        "Bucket": { "Ref": "PageFiles" },
        "PolicyDocument": { "Statement": [
            { "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "s3:GetObject",
              "Resource": { "Fn::Sub": "${PageFiles.Arn}/public/*" },
              "Condition": { "Bool": { "aws:SecureTransport": "true" } } },
            { "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": { "Fn::Sub": "${PageFiles.Arn}/secret/*" } },
        ] },
    } });
    old["Resources"]["Reader"] = json!({ "Type": "AWS::IAM::Role", "Properties": {
        "AssumeRolePolicyDocument": { "Statement": {
            "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": { "Service": "lambda.amazonaws.com" } } },
        "Policies": [{ "PolicyName": "data", "PolicyDocument": { "Statement": [
            { "Effect": "Allow", "Action": ["dynamodb:GetItem", "dynamodb:Query"], "Resource": { "Fn::GetAtt": "Links.Arn" } },
            { "Effect": "Allow", "Action": "s3:GetObject", "Resource": { "Fn::Sub": "${PageFiles.Arn}/a/*" } },
        ] } }],
    } });
    let mut new = old.clone();
    let bucket = &mut new["Resources"]["FilesPolicy"]["Properties"]["PolicyDocument"]["Statement"];
    bucket.as_array_mut().unwrap().truncate(1);
    bucket[0].as_object_mut().unwrap().shift_remove("Condition");
    let reader = &mut new["Resources"]["Reader"]["Properties"];
    reader["AssumeRolePolicyDocument"]["Statement"]["Principal"] =
        json!({ "Service": "lambda.amazonaws.com", "AWS": "*" });
    // The first statement moves to another policy, the second has a wider resource, and one action is removed.
    reader["Policies"][0]["PolicyDocument"]["Statement"] = json!([{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": { "Fn::Sub": "${PageFiles.Arn}/*" } }]);
    new["Resources"]["ReaderData"] = json!({ "Type": "AWS::IAM::Policy", "Properties": {
        "PolicyName": "read", "Roles": [{ "Ref": "Reader" }],
        "PolicyDocument": { "Statement": { "Effect": "Allow", "Action": ["dynamodb:GetItem"],
            "Resource": [{ "Fn::Join": ["", [{ "Fn::GetAtt": ["Links", "Arn"] }]] }] } },
    } });
    check("permissions", &old, &new);
}

#[test]
fn routes_are_reported_with_callers_and_the_deployment_is_not_a_removal() {
    let mut old = document();
    old["Resources"]["ApiLinksPostMethod"]["Properties"]["AuthorizationType"] = json!("COGNITO_USER_POOLS");
    old["Resources"]["ApiLinksPostMethod"]["Properties"]["AuthorizerId"] = json!({ "Ref": "Employees" });
    let mut new = document();
    let resources = new["Resources"].as_object_mut().unwrap();
    let mut method = resources["ApiLinksCodeGetMethod"].clone();
    method["Properties"]["HttpMethod"] = json!("DELETE");
    resources.insert("ApiLinksCodeDeleteMethod".to_owned(), method);
    resources.shift_remove("ApiLinksCodeOptionsMethod");
    let mut deployment = resources.shift_remove("ApiDeployment786946d869").unwrap();
    deployment["DependsOn"]
        .as_array_mut()
        .unwrap()
        .push(json!("ApiLinksCodeDeleteMethod"));
    resources.insert("ApiDeployment0123456789".to_owned(), deployment);
    new["Resources"]["ApiStage"]["Properties"]["DeploymentId"] =
        json!({ "Fn::GetAtt": ["ApiDeployment0123456789", "DeploymentId"] });
    check("routes", &old, &new);
}

#[test]
fn state_machines_are_reported_state_by_state() {
    let machine = |definition: Value| {
        let mut document = document();
        document["Resources"]["Order"] = json!({
            "Type": "AWS::StepFunctions::StateMachine",
            "Properties": { "RoleArn": { "Fn::GetAtt": ["ShortenRole", "Arn"] }, "DefinitionString": definition },
        });
        document
    };
    let old = machine(json!({ "Fn::Join": ["", [
        r#"{"StartAt":"Charge","States":{"Charge":{"Type":"Task","Resource":""#,
        { "Fn::GetAtt": ["ShortenFunction", "Arn"] },
        r#"","TimeoutSeconds":30,"End":true},"Legacy":{"Type":"Pass","End":true}}}"#,
    ]] }));
    let new = machine(json!({ "Fn::Sub":
        r#"{"StartAt":"Charge","States":{
            "Charge":{"Resource":"${ShortenFunction.Arn}","TimeoutSeconds":60,"Type":"Task","Next":"Fan"},
            "Fan":{"Type":"Parallel","Next":"Done","Branches":[
                {"StartAt":"Mail","States":{"Mail":{"Type":"Pass","End":true}}}]},
            "Done":{"Type":"Succeed"}}}"# }));
    check("workflows", &old, &new);
}

#[test]
fn the_same_change_of_many_resources_is_grouped() {
    let mut old = document();
    let mut new = document();
    for number in 1..=16 {
        for (document, memory) in [(&mut old, 128), (&mut new, 256)] {
            let mut function = document["Resources"]["FollowFunction"].clone();
            function["Properties"]["MemorySize"] = json!(memory);
            document["Resources"][format!("Worker{number}")] = function;
        }
    }
    new["Resources"]["Worker7"]["Properties"]["Timeout"] = json!(5);
    check("grouped", &old, &new);
}

#[test]
fn a_new_logical_id_is_recognized_with_the_changes_that_follow_it() {
    let old = document();
    let text = OLD
        .replace("\"Links\"", "\"LinkTable\"")
        .replace("${Links", "${LinkTable")
        .replace("FollowRole", "FollowerRole");
    let new = serde_json::from_str(&text).unwrap();
    check("renamed", &old, &new);
}

#[test]
fn the_other_sections_are_told_too() {
    let mut old = document();
    old["Outputs"]["Shared"] = json!({ "Value": { "Ref": "Links" }, "Export": { "Name": "shared" } });
    old["Mappings"] = json!({ "Sizes": { "dev": { "memory": 128 } } });
    let mut new = document();
    new["Description"] = json!("Other links");
    new["Parameters"]["Colour"] = json!({ "Type": "String" });
    new["Conditions"] = json!({ "IsProd": { "Fn::Equals": [{ "Ref": "Colour" }, "red"] } });
    new["Mappings"] = json!({ "Sizes": { "dev": { "memory": 256 } } });
    new["Metadata"] = json!({ "Owner": "links" });
    new["Resources"]
        .as_object_mut()
        .unwrap()
        .shift_remove("PageFiles");
    check("sections", &old, &new);
}

#[test]
fn a_refused_update_is_reported() {
    let mut old = document();
    old["Resources"]["People"] = json!({ "Type": "AWS::Cognito::UserPool", "Properties": {
        "UsernameAttributes": ["email"], "UserPoolName": "people" } });
    let mut new = old.clone();
    new["Resources"]["People"]["Properties"] =
        json!({ "UsernameAttributes": ["phone_number"], "UserPoolName": "folk" });
    check("refused", &old, &new);
}

#[test]
fn the_markdown_fits_into_a_github_comment() {
    let functions = |memory: i32| {
        let mut document = json!({ "Resources": {} });
        for number in 0..2_000 {
            document["Resources"][format!("Worker{number}")] = json!({ "Type": "AWS::Lambda::Function",
                "Properties": { "MemorySize": memory + number, "Handler": format!("handler-{number}") } });
        }
        document
    };
    let names = Names {
        old: "old",
        new: "new",
    };
    let found = compare(&functions(128), &functions(256));
    let page = markdown(&found, names);
    let length = page.chars().count();
    assert!((60_000..65_000).contains(&length), "{length} characters");
    assert_eq!(
        page.matches("<details>").count(),
        page.matches("</details>").count()
    );
    assert!(page.contains("more lines do not fit into a comment"));
    assert!(!markdown(&compare(&document(), &json!({})), names).contains("more lines"));
}

#[test]
fn equivalent_templates_do_not_differ() {
    let old = document();
    let text = OLD
        .replace(
            r#""Fn::Sub": "${AWS::StackName}-Page""#,
            r#""Fn::Join": ["-", [{"Ref": "AWS::StackName"}, "Page"]]"#,
        )
        .replace(r#""Action": "sts:AssumeRole""#, r#""Action": ["sts:AssumeRole"]"#)
        .replace(r#""MemorySize": 256"#, r#""MemorySize": "256""#);
    assert_ne!(text, OLD);
    let new: Json = serde_json::from_str(&text).unwrap();
    let found = compare(&old, &new);
    assert!(found.is_empty(), "{found:?}");
    assert!(!found.patch.is_empty());
    check("same", &old, &new);
}

#[track_caller]
fn check(name: &str, old: &Json, new: &Json) {
    let names = Names {
        old: "links-prod as deployed",
        new: "links-prod, local",
    };
    let found = compare(old, new);
    let report = [
        without_styles(&terminal(&found, names, 100)),
        markdown(&found, names),
        json(&found, names),
    ];
    let mut settings = Settings::clone_current();
    settings.set_snapshot_path("../../../snapshots/diff");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| assert_snapshot!(name, report.join("\n════════\n")));
}

fn compare(old: &Json, new: &Json) -> Diff {
    let read = |document: &Json| Template::parse(&document.to_string()).unwrap();
    diff(&read(old), &read(new))
}

fn document() -> Json {
    serde_json::from_str(OLD).unwrap()
}

fn without_styles(text: &str) -> String {
    let mut plain = String::new();
    let mut parts = text.split('\u{1b}');
    plain.push_str(parts.next().unwrap_or_default());
    for part in parts {
        plain.push_str(part.split_once('m').map_or("", |(_, rest)| rest));
    }
    plain
}
