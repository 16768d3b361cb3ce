//! Words and values, as both the terminal and the pull request show them.

use indexmap::IndexMap;
use infra_gen_cfn::Json;

use crate::{
    access::AccessChange,
    iam::{GrantChange, GrantEffect, shown},
    machine::DEFINITIONS,
    model::{Action, Change, Diff, Effect, Fate, PropertyChange, Reached, ResourceChange},
    path::Segment,
    routes::RouteChange,
    summary,
};

/// Both sides of a difference on one line, each about `room` characters at most; where both are long, only the part that
/// differs.
pub(super) fn sides(change: &Change, room: usize) -> (Option<String>, Option<String>) {
    let (old, new) = (change.before().map(plain), change.after().map(plain));
    match (old, new) {
        (Some(old), Some(new)) if old.chars().count().max(new.chars().count()) > room => {
            let (old, new) = window(&old, &new, room / 4);
            (Some(cut(&old, room)), Some(cut(&new, room)))
        }
        (old, new) => (old.map(|old| cut(&old, room)), new.map(|new| cut(&new, room))),
    }
}

/// A value on one line.
fn plain(value: &Json) -> String {
    shown(value).replace('\n', "\u{21b5}").replace('\t', " ")
}

/// The text, or its beginning.
pub(super) fn cut(text: &str, room: usize) -> String {
    if text.chars().count() <= room {
        return text.to_owned();
    }
    let kept: String = text.chars().take(room.saturating_sub(1)).collect();
    kept + "…"
}

/// Two long texts without most of what they begin and end with alike.
fn window(old: &str, new: &str, context: usize) -> (String, String) {
    let (old, new): (Vec<char>, Vec<char>) = (old.chars().collect(), new.chars().collect());
    let head = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let most = old.len().min(new.len()) - head;
    let tail = old
        .iter()
        .rev()
        .zip(new.iter().rev())
        .take(most)
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

/// The mark of an action, as in other tools that plan.
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

/// What happens to a resource, beside its name.
pub(super) fn action(change: &ResourceChange) -> String {
    match &change.action {
        Action::Remove => "removed".to_owned(),
        Action::Replace => "replaced".to_owned(),
        Action::MayReplace if change.has_unknown_effect() => "effect unknown: may replace".to_owned(),
        Action::MayReplace => "may be replaced".to_owned(),
        Action::MayRemove => "may be removed".to_owned(),
        Action::Recreate { from } => format!("new logical ID, was {from}"),
        Action::Redeploy { from } => format!("deployed anew, was {from}"),
        Action::Change if change.is_refused() => "cannot be updated".to_owned(),
        Action::Change => "updated in place".to_owned(),
        Action::Add => "new".to_owned(),
    }
}

/// So many resources, and the verb for them: of a new logical ID that they follow.
pub(super) fn followers(count: usize) -> (String, &'static str) {
    if count == 1 {
        ("1 resource".to_owned(), "follows")
    } else {
        (format!("{count} resources"), "follow")
    }
}

/// What becomes of the resource that exists, where that is to be known.
pub(super) fn fate(change: &ResourceChange) -> Option<String> {
    let noun = summary::noun(&change.type_name);
    let removed = matches!(change.action, Action::Remove | Action::MayRemove);
    let which = if removed { "the" } else { "the old" };
    match (change.fate?, change.stateful || change.may_hold_data) {
        (Fate::Deleted, true) if change.may_hold_data => Some(format!(
            "nothing is known of data in {which} {noun}; what it holds may be lost"
        )),
        (Fate::Deleted, true) if change.action == Action::MayReplace => {
            Some(format!("if it is replaced, the data in {which} {noun} is lost"))
        }
        (Fate::Deleted, true) if change.action == Action::MayRemove => {
            Some(format!("if it is removed, the data in {which} {noun} is lost"))
        }
        (Fate::Deleted, true) => Some(format!("the data in {which} {noun} is lost")),
        (Fate::Deleted, false) => None,
        (Fate::Retained, true) if !removed => Some(format!(
            "the old {noun} stays in the account, outside of the stack; the new one starts empty"
        )),
        (Fate::Retained, _) => Some(format!(
            "{which} {noun} stays in the account, outside of the stack, until it is deleted or imported"
        )),
        (Fate::Snapshot, _) => Some(format!("{which} {noun} is deleted after a snapshot")),
    }
}

/// What a difference does to its resource, where it is more than an update.
pub(super) fn effect(effect: Effect) -> Option<&'static str> {
    match effect {
        Effect::Replaces => Some("replaces"),
        Effect::MayReplace => Some("may replace"),
        Effect::Refused => Some("refused"),
        Effect::Unknown => Some("effect unknown: may replace"),
        Effect::None | Effect::InPlace => None,
    }
}

/// Those whom a replacement reaches, a line each.
pub(super) fn reached(ripple: &[Reached], of: &str) -> Vec<String> {
    // What is said of one, and the places of which it is said.
    let mut said: IndexMap<(String, String), Vec<String>> = IndexMap::new();
    for reached in ripple {
        let what = match (reached.section, reached.effect) {
            ("Outputs", _) => match &reached.export {
                Some(export) => format!(
                    "output {} changes; it is exported as {export}, and while a stack imports that the update fails",
                    reached.name
                ),
                None => format!("output {} changes", reached.name),
            },
            (_, Effect::Replaces) => format!("{} is replaced, too", reached.name),
            (_, Effect::MayReplace | Effect::Unknown) => format!("{} may be replaced, too", reached.name),
            _ => format!("{} is updated", reached.name),
        };
        let through = if reached.through == of {
            String::new()
        } else {
            format!(", through {}", reached.through)
        };
        let place = reached.path.short().to_string();
        said.entry((what, through)).or_default().push(place);
    }
    let line = |((what, through), places): ((String, String), Vec<String>)| {
        let place = match places.as_slice() {
            _ if what.starts_with("output ") => String::new(),
            [first, more @ ..] if !more.is_empty() => format!(" ({first} and {} more)", more.len()),
            places => format!(" ({})", places.concat()),
        };
        format!("{what}{place}{through}")
    };
    said.into_iter().map(line).collect()
}

/// A grant as a sentence without its subject.
pub(super) fn grant(change: &GrantChange) -> String {
    let verb = match change.effect {
        GrantEffect::Allow => "may",
        GrantEffect::Deny => "must not",
        GrantEffect::Bound => "is bound by",
    };
    let mut text = vec![verb.to_owned(), change.actions.join(", ")];
    for (word, said) in [("on", &change.resource), ("when", &change.condition)] {
        if !said.is_empty() {
            text.extend([word.to_owned(), said.clone()]);
        }
    }
    text.join(" ")
}

/// Where access changes: `Web.SecurityGroupIngress`.
pub(super) fn access_place(change: &AccessChange) -> String {
    let path = change.path.short().to_string();
    if path.is_empty() {
        change.logical_id.clone()
    } else {
        format!("{}.{path}", change.logical_id)
    }
}

/// Whom a grant is about.
pub(super) fn principal(change: &GrantChange) -> &str {
    change
        .principal
        .strip_prefix("${")
        .and_then(|rest| rest.strip_suffix('}'))
        .filter(|id| !id.contains(['$', '}']))
        .unwrap_or(&change.principal)
}

/// What a route was and is.
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
            "callers: {}; answered by {}",
            both(&old.callers, &new.callers),
            both(&old.target, &new.target)
        ),
        (Some(route), None) | (None, Some(route)) => {
            format!("callers: {}; answered by {}", route.callers, route.target)
        }
        (None, None) => String::new(),
    }
}

/// Where a difference is told better than as a property: a definition state by state, a policy as permissions.
pub(super) fn elsewhere(diff: &Diff, logical_id: &str, change: &PropertyChange) -> Option<&'static str> {
    let names = |wanted: &[&str]| {
        let mut segments = change.path.segments().iter();
        segments.any(|segment| matches!(segment, Segment::Name(name) if wanted.contains(&name.as_str())))
    };
    if names(&DEFINITIONS)
        && diff
            .state_machines
            .iter()
            .any(|machine| machine.logical_id == logical_id)
    {
        return Some("its definition differs: see the states below");
    }
    let is_policy = names(&[
        "Statement",
        "PolicyDocument",
        "AssumeRolePolicyDocument",
        "KeyPolicy",
    ]);
    // Without a permission that differs the difference is one of form, and only the property shows it.
    (is_policy && change.follows.is_none() && !diff.permissions.is_empty())
        .then_some("its policy differs: see the permissions below")
}

#[cfg(test)]
mod tests {
    use super::window;

    #[test]
    fn only_the_part_that_differs_is_shown() {
        let (old, new) = window(
            "default-src 'self'; img-src a; end",
            "default-src 'self'; img-src b; end",
            4,
        );
        assert_eq!((old.as_str(), new.as_str()), ("…src a; en…", "…src b; en…"));
    }
}
