//! Descriptions that the terminal and the Markdown format share.

use indexmap::IndexMap;
use infra_gen_cfn::Json;

use crate::{
    display,
    model::{
        AccessChange, Action, Change, Dependent, Diff, Disposition, Effect, GrantChange, GrantEffect,
        PropertyChange, ResourceChange, RouteChange, Segment,
    },
    nested::NOT_COMPARED,
    noun::noun,
    state_machines::DEFINITIONS,
};

/// The old and the new value, each on one line of at most about `width` characters. Of two long values, only the part that
/// differs is shown.
pub(super) fn values(change: &Change, width: usize) -> (Option<String>, Option<String>) {
    let (mut old, mut new) = (change.before().map(one_line), change.after().map(one_line));
    // Different values that look alike, such as `"1"` and 1, are shown as JSON.
    if old == new && change.before() != change.after() {
        (old, new) = (
            change.before().map(Json::to_string),
            change.after().map(Json::to_string),
        );
    }
    match (old, new) {
        (Some(old), Some(new)) if old.chars().count().max(new.chars().count()) > width => {
            let (old, new) = differing_part(&old, &new, width / 4);
            (Some(truncate(&old, width)), Some(truncate(&new, width)))
        }
        (old, new) => (
            old.map(|old| truncate(&old, width)),
            new.map(|new| truncate(&new, width)),
        ),
    }
}

/// A value on one line.
fn one_line(value: &Json) -> String {
    // White space at the ends would be invisible.
    if let Json::String(text) = value
        && text.trim() != text
    {
        return value.to_string();
    }
    display::value(value)
        .replace('\n', "\u{21b5}")
        .replace('\t', "\u{21e5}")
}

/// The text, or its beginning.
pub(super) fn truncate(text: &str, width: usize) -> String {
    if text.chars().count() <= width {
        return text.to_owned();
    }
    let kept: String = text.chars().take(width.saturating_sub(1)).collect();
    kept + "…"
}

/// Two long texts without most of their common beginning and end.
fn differing_part(old: &str, new: &str, context: usize) -> (String, String) {
    let (old, new): (Vec<char>, Vec<char>) = (old.chars().collect(), new.chars().collect());
    let head = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let rest = old.len().min(new.len()) - head;
    let tail = old
        .iter()
        .rev()
        .zip(new.iter().rev())
        .take(rest)
        .take_while(|(old, new)| old == new)
        .count();
    let (head, tail) = (head.saturating_sub(context), tail.saturating_sub(context));
    let part = |text: &[char]| {
        let middle: String = text[head..text.len() - tail].iter().collect();
        let before = if head > 0 { "…" } else { "" };
        let after = if tail > 0 { "…" } else { "" };
        format!("{before}{middle}{after}")
    };
    (part(&old), part(&new))
}

/// The symbol of an action.
pub(super) fn mark(action: &Action) -> &'static str {
    match action {
        Action::Remove => "-",
        Action::Replace | Action::Redeploy { .. } => "±",
        Action::MayReplace => "±?",
        Action::MayRemove => "-?",
        Action::Recreate { .. } => "»",
        Action::Change => "~",
        Action::Add => "+",
    }
}

/// What happens to a resource.
pub(super) fn action(change: &ResourceChange) -> String {
    match &change.action {
        Action::Remove => "removed".to_owned(),
        Action::Replace => "replaced".to_owned(),
        Action::MayReplace if change.has_unknown_effect() => "effect unknown: may replace".to_owned(),
        Action::MayReplace => "may be replaced".to_owned(),
        Action::MayRemove => "may be removed".to_owned(),
        Action::Recreate { from } => format!("new logical ID, was {from}"),
        Action::Redeploy { from } => format!("redeployed, was {from}"),
        Action::Change if change.is_refused() => "cannot be updated".to_owned(),
        Action::Change if change.notes.iter().any(|note| note == NOT_COMPARED) => {
            "updated, with an unknown effect on its resources".to_owned()
        }
        Action::Change => "updated in place".to_owned(),
        Action::Add => "new".to_owned(),
    }
}

/// The subject and the verb for resources that follow a new logical ID.
pub(super) fn followers(count: usize) -> (String, &'static str) {
    if count == 1 {
        ("1 resource".to_owned(), "follows")
    } else {
        (format!("{count} resources"), "follow")
    }
}

/// What happens to the existing physical resource, if that deserves a warning.
pub(super) fn disposition(change: &ResourceChange) -> Option<String> {
    let noun = noun(&change.type_name);
    let removed = matches!(change.action, Action::Remove | Action::MayRemove);
    let which = if removed { "the" } else { "the old" };
    match (change.disposition?, change.stateful || change.may_hold_data) {
        (Disposition::Deleted, true) if change.may_hold_data => {
            Some(format!("{which} {noun} may hold data, which would be lost"))
        }
        (Disposition::Deleted, true) if change.action == Action::MayReplace => {
            Some(format!("if it is replaced, the data in {which} {noun} is lost"))
        }
        (Disposition::Deleted, true) if change.action == Action::MayRemove => {
            Some(format!("if it is removed, the data in {which} {noun} is lost"))
        }
        (Disposition::Deleted, true) => Some(format!("the data in {which} {noun} is lost")),
        (Disposition::Deleted, false) => None,
        (Disposition::Retained, true) if !removed => Some(format!(
            "the old {noun} stays in the account, outside the stack; the new one starts empty"
        )),
        (Disposition::Retained, _) => Some(format!(
            "{which} {noun} stays in the account, outside the stack, until it is deleted or imported"
        )),
        (Disposition::Snapshot, _) => Some(format!("{which} {noun} is deleted after a snapshot")),
    }
}

/// The effect of a difference on its resource, if it is more than an update.
pub(super) fn effect(effect: Effect) -> Option<&'static str> {
    match effect {
        Effect::Replaces => Some("replaces"),
        Effect::MayReplace => Some("may replace"),
        Effect::Refused => Some("refused"),
        Effect::Unknown => Some("effect unknown: may replace"),
        Effect::None | Effect::InPlace => None,
    }
}

/// The dependents of a resource, one line per effect.
pub(super) fn dependents(impact: &[Dependent], logical_id: &str) -> Vec<String> {
    // The effect on a dependent, and the paths of its references.
    let mut effects: IndexMap<(String, String), Vec<String>> = IndexMap::new();
    for dependent in impact {
        let what = match (dependent.section, dependent.effect) {
            ("Outputs", _) => match &dependent.export {
                Some(export) => format!(
                    "output {} changes; it is exported as {export}, and the update fails while another stack imports it",
                    dependent.name
                ),
                None => format!("output {} changes", dependent.name),
            },
            (_, Effect::Replaces) => format!("{} is replaced, too", dependent.name),
            (_, Effect::MayReplace | Effect::Unknown) => format!("{} may be replaced, too", dependent.name),
            _ => format!("{} is updated", dependent.name),
        };
        let through = if dependent.through == logical_id {
            String::new()
        } else {
            format!(", through {}", dependent.through)
        };
        let path = dependent.path.short().to_string();
        effects.entry((what, through)).or_default().push(path);
    }
    let line = |((what, through), paths): ((String, String), Vec<String>)| {
        let path = match paths.as_slice() {
            _ if what.starts_with("output ") => String::new(),
            [first, more @ ..] if !more.is_empty() => format!(" ({first} and {} more)", more.len()),
            paths => format!(" ({})", paths.concat()),
        };
        format!("{what}{path}{through}")
    };
    effects.into_iter().map(line).collect()
}

/// The predicate of a grant: `may s3:GetObject on …`.
pub(super) fn grant(change: &GrantChange) -> String {
    let verb = match change.effect {
        GrantEffect::Allow => "may",
        GrantEffect::Deny => "must not",
        GrantEffect::Bound => "is limited by",
        GrantEffect::Computed => "has",
    };
    let mut text = vec![verb.to_owned(), change.actions.join(", ")];
    for (word, part) in [("on", &change.resource), ("when", &change.condition)] {
        if !part.is_empty() {
            text.extend([word.to_owned(), part.clone()]);
        }
    }
    text.join(" ")
}

/// The place of an access change: `Web.SecurityGroupIngress`.
pub(super) fn access_place(change: &AccessChange) -> String {
    let path = change.path.short().to_string();
    if path.is_empty() {
        change.logical_id.clone()
    } else {
        format!("{}.{path}", change.logical_id)
    }
}

/// The principal of a grant.
pub(super) fn principal(change: &GrantChange) -> &str {
    change
        .principal
        .strip_prefix("${")
        .and_then(|rest| rest.strip_suffix('}'))
        .filter(|id| !id.contains(['$', '}']))
        .unwrap_or(&change.principal)
}

/// The old and the new callers and target of a route.
pub(super) fn route(change: &RouteChange) -> String {
    let both = |old: &str, new: &str| {
        if old == new {
            new.to_owned()
        } else {
            format!("{old} → {new}")
        }
    };
    match (&change.old, &change.new) {
        (Some(old), Some(new)) => format!(
            "callers: {}; target: {}",
            both(&old.callers, &new.callers),
            both(&old.target, &new.target)
        ),
        (Some(route), None) | (None, Some(route)) => {
            format!("callers: {}; target: {}", route.callers, route.target)
        }
        (None, None) => String::new(),
    }
}

/// Where a difference is shown in more detail than as a property: a definition by states, a policy as permissions.
pub(super) fn details_elsewhere(
    diff: &Diff,
    logical_id: &str,
    change: &PropertyChange,
) -> Option<&'static str> {
    let has_name = |names: &[&str]| {
        let mut segments = change.path.segments().iter();
        segments.any(|segment| matches!(segment, Segment::Name(name) if names.contains(&name.as_str())))
    };
    if has_name(&DEFINITIONS)
        && diff
            .state_machines
            .iter()
            .any(|machine| machine.logical_id == logical_id)
    {
        return Some("the definition differs: see the states below");
    }
    let is_policy = has_name(&[
        "Statement",
        "PolicyDocument",
        "AssumeRolePolicyDocument",
        "KeyPolicy",
    ]);
    // If no permission differs, only the notation does, and only the property shows it.
    (is_policy && change.follows.is_none() && !diff.permissions.is_empty())
        .then_some("the policy differs: see the permissions below")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{differing_part, values};
    use crate::model::Change;

    #[test]
    fn different_values_never_look_alike() {
        let long = "x".repeat(300);
        for (old, new) in [
            (json!("1"), json!(1)),
            (json!("a"), json!("a ")),
            (json!("a b"), json!("a\tb")),
            (json!("${A}"), json!({ "Ref": "A" })),
            (json!(format!("{long}a{long}")), json!(format!("{long}b{long}"))),
            (json!(format!("{long}")), json!(format!("{long}y"))),
        ] {
            for width in [10, 40, 100] {
                let change = Change::Changed {
                    old: old.clone(),
                    new: new.clone(),
                };
                let (old, new) = values(&change, width);
                assert_ne!(old, new, "{width}");
            }
        }
    }

    #[test]
    fn only_the_part_that_differs_is_shown() {
        let (old, new) = differing_part(
            "default-src 'self'; img-src a; end",
            "default-src 'self'; img-src b; end",
            4,
        );
        assert_eq!((old.as_str(), new.as_str()), ("…src a; en…", "…src b; en…"));
    }
}
