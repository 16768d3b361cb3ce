//! Buckets. When a bucket is created, S3 checks its permission to send the configured notifications.
//! <https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html>

mod lifecycle;
mod notifications;
mod settings;

use crate::{
    check::catalog::services::s3::{
        ACL_OWNERSHIP, LIFECYCLE_ACTION, NOTIFICATION_ORDER, NOTIFICATION_PERMISSION,
    },
    check::{
        cases::{Cases, View},
        dependencies::Dependencies,
        query::{list, one_or_many, referenced_resource, resources_of_type},
    },
    finding::{Finding, Unplaced},
    intrinsic_call::{intrinsic_call, referenced_id},
    template::{ResourceBlock, Template},
    value::Json,
};

pub(super) fn check(
    template: &Template,
    cases: &mut Cases<'_>,
    dependencies: &Dependencies<'_>,
    findings: &mut Vec<Finding>,
) {
    let notifying = resources_of_type(template, "AWS::S3::Bucket")
        .filter_map(|(id, bucket)| Some((id, bucket.properties.get("NotificationConfiguration")?)));
    for (id, configuration) in notifying {
        for destination in DESTINATIONS {
            for (i, item) in list(configuration.get(destination.list)).iter().enumerate() {
                if let Some(finding) = missing_permission(template, id, item, &destination, dependencies) {
                    let path = format!(
                        "Properties.NotificationConfiguration.{}[{i}].{}",
                        destination.list, destination.property
                    );
                    findings.push(Finding::resource(id, path, finding));
                }
            }
        }
    }
    for rule in [
        access_lists,
        lifecycle::check,
        notifications::check,
        settings::check,
    ] {
        cases.each("AWS::S3::Bucket", findings, rule);
    }
    lifecycles(template, findings);
}

/// A type of destination, and the permission that S3 needs to send to it.
struct Destination {
    list: &'static str,
    property: &'static str,
    type_name: &'static str,
    permission_type: &'static str,
    /// The property of the permission that names the destination.
    permission_property: &'static str,
}

const DESTINATIONS: [Destination; 3] = [
    Destination {
        list: "LambdaConfigurations",
        property: "Function",
        type_name: "AWS::Lambda::Function",
        permission_type: "AWS::Lambda::Permission",
        permission_property: "FunctionName",
    },
    Destination {
        list: "QueueConfigurations",
        property: "Queue",
        type_name: super::sqs::QUEUE,
        permission_type: "AWS::SQS::QueuePolicy",
        permission_property: "Queues",
    },
    Destination {
        list: "TopicConfigurations",
        property: "Topic",
        type_name: "AWS::SNS::Topic",
        permission_type: "AWS::SNS::TopicPolicy",
        permission_property: "Topics",
    },
];

fn missing_permission(
    template: &Template,
    bucket: &str,
    item: &Json,
    destination: &Destination,
    dependencies: &Dependencies<'_>,
) -> Option<Unplaced> {
    let (target, _) = referenced_resource(template, item.get(destination.property)?, destination.type_name)?;
    let permissions: Vec<&str> = resources_of_type(template, destination.permission_type)
        .filter(|(_, permission)| permits(permission, target, destination))
        .map(|(id, _)| id)
        .collect();
    let Some(first) = permissions.first() else {
        return Some(NOTIFICATION_PERMISSION.found(
            format!("S3 has no permission to send to `{target}`, so creating the bucket would fail"),
            format!(
                "add an `{}` for `s3.amazonaws.com`, and add it to `DependsOn`",
                destination.permission_type
            ),
        ));
    };
    let earlier = dependencies.transitive(bucket);
    (!permissions.iter().any(|permission| earlier.contains(permission))).then(|| {
        NOTIFICATION_ORDER.found(
            format!("the bucket may be created before its permission `{first}`, and would then be refused"),
            format!("add `{first}` to `DependsOn`"),
        )
    })
}

/// Whether a permission or policy applies to the target and to S3.
fn permits(permission: &ResourceBlock, target: &str, destination: &Destination) -> bool {
    let targets = one_or_many(permission.properties.get(destination.permission_property));
    let has_target = targets.iter().any(|value| referenced_id(value) == Some(target));
    let to_s3 = match permission.properties.get("Principal") {
        Some(principal) => principal == "s3.amazonaws.com" || principal.is_object(),
        None => permission.properties.get("PolicyDocument").is_some(),
    };
    has_target && to_s3
}

/// <https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html>
fn access_lists(bucket: &View<'_, '_>, findings: &mut Vec<Finding>) {
    /// Access control lists that grant access to the owner only. S3 accepts them.
    const OWNER_ONLY: [&str; 3] = ["BucketOwnerFullControl", "BucketOwnerRead", "Private"];

    let list = bucket.get("AccessControl");
    let Some(name) = list.text().filter(|name| !OWNER_ONLY.contains(&name.as_ref())) else {
        return;
    };
    let controls = bucket.get("OwnershipControls");
    let rules = controls.get("Rules");
    let found = |required: &str| {
        let message = format!("the access control list `{name}` requires {required}");
        ACL_OWNERSHIP.found(message, "remove it, and use an `AWS::S3::BucketPolicy`")
    };
    if controls.is_absent() {
        findings.push(list.found(found("`OwnershipControls`")));
    } else if let Some(items) = rules.all_items()
        && items
            .iter()
            .all(|rule| rule.get("ObjectOwnership").is("BucketOwnerEnforced"))
    {
        findings.push(rules.found(found("an `ObjectOwnership` other than `BucketOwnerEnforced`")));
    }
}

/// <https://docs.aws.amazon.com/AmazonS3/latest/API/API_LifecycleRule.html>
fn lifecycles(template: &Template, findings: &mut Vec<Finding>) {
    /// The properties of a rule that are not actions.
    const NOT_ACTIONS: [&str; 6] = [
        "Id",
        "ObjectSizeGreaterThan",
        "ObjectSizeLessThan",
        "Prefix",
        "Status",
        "TagFilters",
    ];
    for (id, bucket) in resources_of_type(template, "AWS::S3::Bucket") {
        let configuration = bucket.properties.get("LifecycleConfiguration");
        let rules = list(configuration.and_then(|configuration| configuration.get("Rules")));
        for (i, rule) in rules.iter().enumerate() {
            let has_no_action = rule.as_object().is_some_and(|rule| {
                intrinsic_call(rule).is_none() && rule.keys().all(|key| NOT_ACTIONS.contains(&key.as_str()))
            });
            if has_no_action {
                let path = format!("Properties.LifecycleConfiguration.Rules[{i}]");
                let finding = LIFECYCLE_ACTION.found(
                    "the rule has no action",
                    "add an expiration or transition, or remove the rule",
                );
                findings.push(Finding::resource(id, path, finding));
            }
        }
    }
}
