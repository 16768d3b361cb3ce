//! Lifecycle rules: their days, dates and IDs.

use std::collections::BTreeSet;

use crate::{
    check::{
        cases::View,
        catalog::services::s3::{LIFECYCLE_DAYS, LIFECYCLE_RULE},
    },
    finding::Finding,
};

pub(super) fn check(bucket: &View<'_, '_>, findings: &mut Vec<Finding>) {
    let mut ids = BTreeSet::new();
    for rule in bucket.at("LifecycleConfiguration.Rules").items() {
        let id = rule.get("Id");
        if let Some(name) = id.text()
            && !ids.insert(name.clone())
        {
            let message = format!("another rule has the ID `{name}`");
            findings.push(id.found(LIFECYCLE_RULE.found(message, "rename one of the two")));
        }
        actions(&rule, &CURRENT, findings);
        actions(&rule, &NONCURRENT, findings);
        days_and_dates(&rule, findings);
        markers_and_uploads(&rule, findings);
    }
}

/// The actions for the current version of an object, or for earlier ones.
struct Actions {
    transitions: &'static str,
    transition: &'static str,
    expirations: &'static [&'static str],
}

const CURRENT: Actions = Actions {
    transitions: "Transitions",
    transition: "Transition",
    expirations: &["ExpirationInDays"],
};

const NONCURRENT: Actions = Actions {
    transitions: "NoncurrentVersionTransitions",
    transition: "NoncurrentVersionTransition",
    expirations: &[
        "NoncurrentVersionExpirationInDays",
        "NoncurrentVersionExpiration.NoncurrentDays",
    ],
};

/// The storage classes from warm to cold, and the days in `STANDARD` before them.
/// <https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html>
const CLASSES: [(&str, i64); 6] = [
    ("STANDARD_IA", 30),
    ("INTELLIGENT_TIERING", 0),
    ("ONEZONE_IA", 30),
    ("GLACIER_IR", 0),
    ("GLACIER", 0),
    ("DEEP_ARCHIVE", 0),
];

fn actions(rule: &View<'_, '_>, actions: &Actions, findings: &mut Vec<Finding>) {
    let mut transitions = rule.get(actions.transitions).items();
    transitions.push(rule.get(actions.transition));
    let mut steps: Vec<(usize, i64)> = Vec::new();
    let mut classes = BTreeSet::new();
    for transition in &transitions {
        let class = transition.get("StorageClass");
        let Some(name) = class.text() else { continue };
        if !classes.insert(name.to_uppercase()) {
            let message = format!("the rule has another transition to `{name}`");
            findings.push(class.found(LIFECYCLE_RULE.found(message, "remove one of the two")));
        }
        let days = transition.get("TransitionInDays");
        let position = CLASSES
            .iter()
            .position(|(known, _)| known.eq_ignore_ascii_case(&name));
        let (Some(number), Some(position)) = (days.number(), position) else {
            continue;
        };
        let least = CLASSES[position].1;
        if number < least {
            let message =
                format!("objects move to `{name}` after {least} days at the earliest; found {number}");
            findings.push(days.found(LIFECYCLE_DAYS.found(message, format!("set it to {least} or more"))));
        }
        steps.push((position, number));
    }
    steps.sort_unstable();
    for pair in steps.windows(2) {
        let [(warm, first), (cold, second)] = pair else {
            continue;
        };
        if warm != cold && second <= first {
            let (warm, cold) = (CLASSES[*warm].0, CLASSES[*cold].0);
            let message =
                format!("objects move to `{cold}` after {second} days, but to `{warm}` after {first}");
            let hint = format!("let them move to `{cold}` later than to `{warm}`");
            findings.push(rule.found(LIFECYCLE_DAYS.found(message, hint)));
        }
    }
    let last = steps.iter().map(|(_, days)| *days).max();
    for expiration in actions.expirations {
        let expiration = rule.at(expiration);
        let Some(number) = expiration.number() else {
            continue;
        };
        if number < 1 {
            let message = format!("{number} is not a positive number of days");
            findings.push(expiration.found(LIFECYCLE_DAYS.found(message, "set it to 1 or more")));
        } else if let Some(last) = last.filter(|last| *last >= number) {
            let message = format!(
                "objects expire after {number} days, but move to another storage class after {last} days"
            );
            let hint = "let them expire after the last transition";
            findings.push(expiration.found(LIFECYCLE_DAYS.found(message, hint)));
        }
    }
}

fn days_and_dates(rule: &View<'_, '_>, findings: &mut Vec<Finding>) {
    let mut transitions = rule.get("Transitions").items();
    transitions.push(rule.get("Transition"));
    let of_transitions = |name| transitions.iter().map(move |transition| transition.get(name));
    let dates: Vec<View<'_, '_>> = of_transitions("TransitionDate")
        .chain([rule.get("ExpirationDate")])
        .filter(View::is_present)
        .collect();
    let has_days = of_transitions("TransitionInDays")
        .chain([rule.get("ExpirationInDays")])
        .any(|days| days.is_present());
    for date in &dates {
        if has_days {
            let message = "one rule cannot count in days and also name a date";
            let hint = "use either days or dates, or split the rule";
            findings.push(date.found(LIFECYCLE_RULE.found(message, hint)));
        }
        if let Some(text) = date.text()
            && let Some((_, time)) = text.split_once(['T', ' '])
            && !time.starts_with("00:00:00")
        {
            let message = format!("`{text}` is not midnight in UTC");
            findings.push(date.found(LIFECYCLE_RULE.found(message, "end it with `T00:00:00Z`")));
        }
    }
}

/// <https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html>
fn markers_and_uploads(rule: &View<'_, '_>, findings: &mut Vec<Finding>) {
    let markers = rule.get("ExpiredObjectDeleteMarker");
    let uploads = rule.get("AbortIncompleteMultipartUpload");
    if rule.get("TagFilters").items().iter().any(View::is_present) {
        for action in [&markers, &uploads] {
            if action.is_present() && !action.is("false") {
                let message = "a rule with `TagFilters` cannot have this action";
                findings.push(action.found(LIFECYCLE_RULE.found(message, "move it to a rule without tags")));
            }
        }
    }
    let expires = ["ExpirationInDays", "ExpirationDate"]
        .into_iter()
        .find(|name| rule.get(name).is_present());
    if let Some(expires) = expires.filter(|_| markers.is_true()) {
        let message = format!("`ExpiredObjectDeleteMarker` cannot be combined with `{expires}`");
        let hint = "remove it; expiration removes delete markers, too";
        findings.push(markers.found(LIFECYCLE_RULE.found(message, hint)));
    }
}
