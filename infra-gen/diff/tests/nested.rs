//! Nested stacks: their templates are compared with the values that the parent passes, and every gate includes them.

#![expect(clippy::unwrap_used, reason = "a failing test panics")]

use infra_gen_cfn::Template;
use infra_gen_diff::{Diff, Names, ParameterValues, TemplateTree, diff_nested, markdown, terminal};

/// A template with the nested stack `Inner`, whose template is `inner`.
fn tree(outer: &str, inner: &str) -> TemplateTree {
    TemplateTree {
        template: Template::parse(outer).unwrap(),
        nested: [("Inner".to_owned(), Template::parse(inner).unwrap().into())].into(),
    }
}

const OUTER: &str =
    "Resources: {Inner: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: inner.yaml}}}";

#[track_caller]
fn compare(old: &TemplateTree, new: &TemplateTree) -> Diff {
    diff_nested(old, new, &ParameterValues::default())
}

/// The difference of two templates of the nested stack.
#[track_caller]
fn inner(old: &str, new: &str) -> Diff {
    compare(&tree(OUTER, old), &tree(OUTER, new))
}

const NAMES: Names<'_> = Names {
    old: "old",
    new: "new",
};

#[test]
fn a_replaced_table_in_a_nested_stack_is_destructive() {
    let table = |name| {
        format!("Resources: {{Orders: {{Type: AWS::DynamoDB::Table, Properties: {{TableName: {name}}}}}}}")
    };
    let found = inner(&table("a"), &table("b"));
    assert!(!found.is_empty());
    assert!(found.resources.is_empty());
    assert_eq!(found.summary.replace, 1);
    assert_eq!(found.summary.data_lost, ["table Inner/Orders"]);
    assert!(found.summary.destructive && found.summary.removes && !found.summary.broadens);
    let ids: Vec<String> = found.all_resources().into_iter().map(|(id, _)| id).collect();
    assert_eq!(ids, ["Inner/Orders"]);
    let text = terminal(&found, NAMES, 100);
    assert!(text.contains("Resources in nested stack Inner"), "{text}");
    let page = markdown(&found, NAMES);
    assert!(
        page.contains("`Inner/Orders`") && page.contains("Resources: 1 in nested stack Inner"),
        "{page}"
    );
    assert!(inner(&table("a"), &table("a")).is_empty());
}

#[test]
fn a_permission_in_a_nested_stack_broadens() {
    let policy = |action| {
        format!(
            "Resources: {{P: {{Type: AWS::IAM::ManagedPolicy, Properties: {{PolicyDocument: {{Statement: [{{Effect: Allow, \
             Action: '{action}', Resource: '*'}}]}}}}}}}}"
        )
    };
    let found = inner(&policy("s3:GetObject"), &policy("s3:*"));
    assert!(found.summary.broadens && !found.summary.destructive);
    assert!(terminal(&found, NAMES, 100).contains("Permissions in nested stack Inner"));
}

#[test]
fn only_a_template_that_could_not_be_read_is_not_compared() {
    let stack = |url| {
        format!(
            "Resources: {{Inner: {{Type: AWS::CloudFormation::Stack, Properties: {{TemplateURL: {url}}}}}}}"
        )
    };
    let topic = "Resources: {News: {Type: AWS::SNS::Topic}}";
    let readable = compare(&tree(&stack("a"), topic), &tree(&stack("b"), topic));
    assert!(
        readable.summary.unjudged.is_empty() && !readable.summary.broadens,
        "{:?}",
        readable.summary
    );
    assert!(readable.resources[0].notes.is_empty());
    // The file may have changed although its name did not.
    let unread = TemplateTree::from(Template::parse(OUTER).unwrap());
    let same = compare(&unread, &unread);
    assert!(same.is_empty() && same.summary.destructive && same.summary.broadens);
    assert_eq!(
        same.summary.to_string(),
        "no differences; not compared: nested stack Inner"
    );
    let unreadable = TemplateTree::from(Template::parse(&stack("b")).unwrap());
    let found = compare(&tree(&stack("a"), topic), &unreadable);
    assert_eq!(found.summary.unjudged, ["nested stack Inner"]);
    assert!(found.resources[0].notes[0].contains("not compared"));
}

#[test]
fn the_parent_decides_the_values_of_parameters() {
    let outer = |env: &str| {
        format!(
            "Parameters: {{Env: {{Type: String}}}}\nResources: {{Inner: {{Type: AWS::CloudFormation::Stack, Properties: \
             {{TemplateURL: inner.yaml, Parameters: {{Env: {env}}}}}}}}}"
        )
    };
    let table = "Parameters: {Env: {Type: String, Default: dev}}\nConditions: {Prod: !Equals [!Ref Env, prod]}\n\
                 Resources: {T: {Type: AWS::SNS::Topic}, Orders: {Type: AWS::DynamoDB::Table, Condition: Prod}}";
    let of = |old: &str, new: &str| compare(&tree(&outer(old), table), &tree(&outer(new), table));
    let removed = of("prod", "dev");
    assert_eq!(removed.summary.data_lost, ["table Inner/Orders"]);
    assert!(!of("test", "dev").summary.destructive);
    // A value that the parent computes is unknown.
    let possible = of("prod", "!Ref Env");
    assert_eq!(possible.summary.data_at_risk, ["table Inner/Orders"]);
    assert!(!of("!Ref Env", "!Ref Env").summary.destructive);
    // Without a value, the default applies.
    let default = compare(&tree(&outer("prod"), table), &tree(OUTER, table));
    assert_eq!(default.summary.data_lost, ["table Inner/Orders"]);
}

#[test]
fn a_parameter_that_refers_to_a_replaced_resource_may_change() {
    let outer = |name| {
        format!(
            "Resources:\n  Files: {{Type: AWS::S3::Bucket, Properties: {{BucketName: {name}}}}}\n  Inner: {{Type: \
             AWS::CloudFormation::Stack, Properties: {{TemplateURL: inner.yaml, Parameters: {{Name: !Ref Files}}}}}}"
        )
    };
    let table = "Parameters: {Name: {Type: String}}\n\
                 Resources: {Orders: {Type: AWS::DynamoDB::Table, Properties: {TableName: !Ref Name}}}";
    let found = compare(&tree(&outer("a"), table), &tree(&outer("b"), table));
    assert_eq!(found.summary.data_at_risk, ["table Inner/Orders"]);
}

#[test]
fn an_added_nested_stack_is_compared_with_nothing() {
    let open = "Resources: {D: {Type: AWS::RDS::DBInstance, Properties: {PubliclyAccessible: true}}}";
    let none = TemplateTree::from(Template::parse("Resources: {T: {Type: AWS::SNS::Topic}}").unwrap());
    let outer = "Resources: {T: {Type: AWS::SNS::Topic}, Inner: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: \
                 inner.yaml}}}";
    let found = compare(&none, &tree(outer, open));
    assert!(found.summary.broadens && !found.summary.destructive);
    assert_eq!(found.summary.add, 2);
    let closed = "Resources: {N: {Type: AWS::SNS::Topic}}";
    assert!(!compare(&none, &tree(outer, closed)).summary.broadens);
    let unreadable = TemplateTree::from(Template::parse(outer).unwrap());
    assert!(compare(&none, &unreadable).summary.broadens);
}

#[test]
fn a_removed_nested_stack_loses_the_data_of_its_resources() {
    let none = TemplateTree::from(Template::parse("Resources: {T: {Type: AWS::SNS::Topic}}").unwrap());
    let outer = |policy: &str| {
        format!(
            "Resources: {{T: {{Type: AWS::SNS::Topic}}, Inner: {{Type: AWS::CloudFormation::Stack{policy}, Properties: \
             {{TemplateURL: inner.yaml}}}}}}"
        )
    };
    let table = "Resources: {Orders: {Type: AWS::DynamoDB::Table}}";
    let lost = compare(&tree(&outer(""), table), &none);
    assert_eq!(lost.summary.data_lost, ["table Inner/Orders"]);
    let without_data = compare(
        &tree(&outer(""), "Resources: {N: {Type: AWS::SNS::Topic}}"),
        &none,
    );
    assert!(!without_data.summary.destructive && without_data.summary.removes);
    // The stack stays with its data, but the application loses access to it.
    assert!(
        compare(&tree(&outer(", DeletionPolicy: Retain"), table), &none)
            .summary
            .destructive
    );
}

#[test]
fn nested_stacks_of_nested_stacks_are_compared() {
    let deep = |name: &str| {
        let leaf = format!("Resources: {{B: {{Type: AWS::S3::Bucket, Properties: {{BucketName: {name}}}}}}}");
        TemplateTree {
            template: Template::parse(OUTER).unwrap(),
            nested: [("Inner".to_owned(), tree(OUTER, &leaf))].into(),
        }
    };
    let found = compare(&deep("a"), &deep("b"));
    assert_eq!(found.summary.data_lost, ["bucket Inner/Inner/B"]);
    assert!(terminal(&found, NAMES, 100).contains("in nested stack Inner/Inner"));
}
