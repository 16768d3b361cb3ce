//! Notifications: one event for one object goes to one destination.
//! <https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-filtering.html>

use std::borrow::Cow;

use crate::{
    check::{cases::View, catalog::services::s3::NOTIFICATION_OVERLAP},
    finding::Finding,
};

/// Which events of which objects a notification is for.
struct Selection<'t> {
    event: Cow<'t, str>,
    prefix: Cow<'t, str>,
    suffix: Cow<'t, str>,
}

pub(super) fn check(bucket: &View<'_, '_>, findings: &mut Vec<Finding>) {
    let configuration = bucket.get("NotificationConfiguration");
    let mut earlier: Vec<Selection<'_>> = Vec::new();
    for list in [
        "LambdaConfigurations",
        "QueueConfigurations",
        "TopicConfigurations",
    ] {
        for notification in configuration.get(list).items() {
            let Some(selection) = selection(&notification) else {
                continue;
            };
            if let Some(other) = earlier.iter().find(|other| overlap(other, &selection)) {
                let message = format!(
                    "`{}` overlaps `{}` of another notification for the same objects",
                    selection.event, other.event
                );
                let hint =
                    "publish to one topic with several subscribers, or use filters that exclude each other";
                let event = notification.get("Event");
                findings.push(event.found(NOTIFICATION_OVERLAP.found(message, hint)));
            }
            earlier.push(selection);
        }
    }
}

/// `None` unless everything is known.
fn selection<'t>(notification: &View<'_, 't>) -> Option<Selection<'t>> {
    let mut selection = Selection {
        event: notification.get("Event").text()?,
        prefix: "".into(),
        suffix: "".into(),
    };
    for rule in notification.at("Filter.S3Key.Rules").all_items()? {
        let value = rule.get("Value").text()?;
        match rule.get("Name").text()?.to_lowercase().as_str() {
            "prefix" => selection.prefix = value,
            "suffix" => selection.suffix = value,
            _ => return None,
        }
    }
    Some(selection)
}

fn overlap(one: &Selection<'_>, other: &Selection<'_>) -> bool {
    let covers = |group: &str, event: &str| {
        group == event
            || group
                .strip_suffix('*')
                .is_some_and(|start| event.starts_with(start))
    };
    let of_events = covers(&one.event, &other.event) || covers(&other.event, &one.event);
    let starts = |one: &str, other: &str| one.starts_with(other) || other.starts_with(one);
    let ends = |one: &str, other: &str| one.ends_with(other) || other.ends_with(one);
    of_events && starts(&one.prefix, &other.prefix) && ends(&one.suffix, &other.suffix)
}
