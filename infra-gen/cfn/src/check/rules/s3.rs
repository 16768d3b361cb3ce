//! Buckets: what is told of an object must be allowed to arrive, and is asked when the bucket is made.
//! <https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html>

use crate::{
    call::{call, named},
    check::{
        Problem,
        find::{list, of_type, one_or_many, resource},
        needs::Needs,
    },
    template::{ResourceBlock, Template},
    value::Json,
};

pub(super) fn check(template: &Template, needs: &Needs<'_>, problems: &mut Vec<Problem>) {
    let notifying = of_type(template, "AWS::S3::Bucket")
        .filter_map(|(id, bucket)| Some((id, bucket.properties.get("NotificationConfiguration")?)));
    for (id, configuration) in notifying {
        for way in WAYS {
            for (i, item) in list(configuration.get(way.list)).iter().enumerate() {
                if let Some(message) = undelivered(template, id, item, &way, needs) {
                    let path = format!(
                        "Properties.NotificationConfiguration.{}[{i}].{}",
                        way.list, way.property
                    );
                    problems.push(Problem::resource(id, path, message));
                }
            }
        }
    }
    access_lists(template, problems);
    lifecycles(template, problems);
}

/// A kind of destination, and what lets S3 write to it.
struct Way {
    list: &'static str,
    property: &'static str,
    destination: &'static str,
    permission: &'static str,
    /// The property of the permission that names the destination.
    names: &'static str,
}

const WAYS: [Way; 3] = [
    Way {
        list: "LambdaConfigurations",
        property: "Function",
        destination: "AWS::Lambda::Function",
        permission: "AWS::Lambda::Permission",
        names: "FunctionName",
    },
    Way {
        list: "QueueConfigurations",
        property: "Queue",
        destination: super::sqs::QUEUE,
        permission: "AWS::SQS::QueuePolicy",
        names: "Queues",
    },
    Way {
        list: "TopicConfigurations",
        property: "Topic",
        destination: "AWS::SNS::Topic",
        permission: "AWS::SNS::TopicPolicy",
        names: "Topics",
    },
];

fn undelivered(
    template: &Template,
    bucket: &str,
    item: &Json,
    way: &Way,
    needs: &Needs<'_>,
) -> Option<String> {
    let (destination, _) = resource(template, item.get(way.property)?, way.destination)?;
    let permissions: Vec<&str> = of_type(template, way.permission)
        .filter(|(_, permission)| permits(permission, destination, way))
        .map(|(id, _)| id)
        .collect();
    let Some(first) = permissions.first() else {
        return Some(format!(
            "S3 is not allowed to send to `{destination}`, and refuses a bucket that is to; add an `{}` for \
             `s3.amazonaws.com`, and let the bucket depend on it",
            way.permission
        ));
    };
    let waits_for = needs.all_of(bucket);
    (!permissions.iter().any(|permission| waits_for.contains(permission))).then(|| {
        format!(
            "the bucket may be made before `{first}`, and S3 refuses one that it may not send from; let it depend on that"
        )
    })
}

/// Whether a permission, or a policy, is about the destination and S3.
fn permits(permission: &ResourceBlock, destination: &str, way: &Way) -> bool {
    let about = one_or_many(permission.properties.get(way.names));
    let says_so = about.iter().any(|value| named(value) == Some(destination));
    let to_s3 = match permission.properties.get("Principal") {
        Some(principal) => principal == "s3.amazonaws.com" || principal.is_object(),
        None => permission.properties.get("PolicyDocument").is_some(),
    };
    says_so && to_s3
}

/// <https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html>
fn access_lists(template: &Template, problems: &mut Vec<Problem>) {
    /// The lists that give a bucket to nobody but its owner; S3 has no quarrel with them.
    const OF_THE_OWNER: [&str; 3] = ["BucketOwnerFullControl", "BucketOwnerRead", "Private"];

    for (id, bucket) in of_type(template, "AWS::S3::Bucket") {
        let Some(Json::String(list)) = bucket.properties.get("AccessControl") else {
            continue;
        };
        if !OF_THE_OWNER.contains(&list.as_str()) && !bucket.properties.contains_key("OwnershipControls") {
            let message = format!(
                "a bucket has no access lists unless its `OwnershipControls` say so, and `{list}` is one; remove it, and \
                 write an `AWS::S3::BucketPolicy`"
            );
            problems.push(Problem::resource(id, "Properties.AccessControl", message));
        }
    }
}

/// <https://docs.aws.amazon.com/AmazonS3/latest/API/API_LifecycleRule.html>
fn lifecycles(template: &Template, problems: &mut Vec<Problem>) {
    /// What a rule has besides what it does.
    const OTHERWISE: [&str; 6] = [
        "Id",
        "ObjectSizeGreaterThan",
        "ObjectSizeLessThan",
        "Prefix",
        "Status",
        "TagFilters",
    ];
    for (id, bucket) in of_type(template, "AWS::S3::Bucket") {
        let configuration = bucket.properties.get("LifecycleConfiguration");
        let rules = list(configuration.and_then(|configuration| configuration.get("Rules")));
        for (i, rule) in rules.iter().enumerate() {
            let idle = rule.as_object().is_some_and(|rule| {
                call(rule).is_none() && rule.keys().all(|key| OTHERWISE.contains(&key.as_str()))
            });
            if idle {
                let path = format!("Properties.LifecycleConfiguration.Rules[{i}]");
                let message = "the rule does nothing; say what expires or moves, or leave it out";
                problems.push(Problem::resource(id, path, message));
            }
        }
    }
}
