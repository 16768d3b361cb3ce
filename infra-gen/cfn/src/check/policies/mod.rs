//! IAM policy documents: missing, unknown and conflicting elements, malformed values, and actions that do not exist or do not
//! apply to the resources of their statement.
//! <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html>
//!
//! | module | contains |
//! | --- | --- |
//! | `limits` | the sizes of policies |
//! | `places` | the properties that hold policies, and the kinds of policies |
//! | `actions`, `resources`, `principals`, `conditions` | the elements of a statement |
//! | `text` | the known text of a value, and patterns |
//! | `synonyms` | names that are written in place of actions |
//! | `globs` | whether two patterns overlap |
//!
//! Not checked: condition keys, service principals, and values that are known at deployment only.

mod actions;
mod conditions;
mod globs;
mod limits;
mod places;
mod principals;
mod resources;
mod synonyms;
mod text;

use std::collections::BTreeSet;

pub(super) use self::actions::includes;

use self::{
    places::Kind,
    text::{shown, substituted},
};
use super::{
    branches::{Branch, branches, items},
    catalog::policies::{
        DUPLICATE_STATEMENT_ID, EFFECT_CASE, INVALID_POLICY_VALUE, INVALID_POLICY_VERSION,
        INVALID_STATEMENT_ID, MISPLACED_POLICY_ELEMENT, MISSING_POLICY_ELEMENT, OLD_POLICY_VERSION, RULES,
        UNKNOWN_POLICY_ELEMENT,
    },
    functions::describe,
    hint::did_you_mean,
    query::{UNKNOWN, is_resolved_later},
};
use crate::{
    finding::{Finding, Severity, Unplaced, ValuePath},
    intrinsic_call::{intrinsic_call, is_complete, is_function_key, is_intrinsic_call},
    template::Template,
    value::Json,
};

pub(super) fn check(template: &Template) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (id, block) in &template.resources {
        let documents = places::policies(block);
        let Some((kind, _)) = documents.first() else {
            continue;
        };
        let mut policy = Policy {
            template,
            id,
            type_name: &block.type_name,
            kind: *kind,
            findings: &mut findings,
        };
        policy.sizes(block, &documents);
        for (kind, document) in &documents {
            policy.kind = *kind;
            policy.value(document);
        }
    }
    findings
}

/// Makes the warnings about policies errors. In a stack written in Rust, what AWS accepts but ignores is a mistake.
pub(super) fn be_strict(findings: &mut [Finding]) {
    for finding in findings
        .iter_mut()
        .filter(|finding| RULES.contains(&finding.rule))
    {
        finding.severity = Severity::Error;
    }
}

struct Policy<'a> {
    template: &'a Template,
    id: &'a str,
    type_name: &'a str,
    kind: Kind,
    findings: &'a mut Vec<Finding>,
}

/// The elements of a policy.
const DOCUMENT_ELEMENTS: [&str; 3] = ["Id", "Statement", "Version"];

/// The elements of a statement.
const STATEMENT_ELEMENTS: [&str; 9] = [
    "Action",
    "Condition",
    "Effect",
    "NotAction",
    "NotPrincipal",
    "NotResource",
    "Principal",
    "Resource",
    "Sid",
];

type Elements = serde_json::Map<String, Json>;

impl Policy<'_> {
    /// A policy, which may also be written as JSON text.
    fn value(&mut self, document: &Branch<'_>) {
        match document.value {
            Json::Object(map) => match intrinsic_call(map) {
                Some(("Fn::Sub", Json::String(text))) => {
                    // A variable may stand for anything, so a text that is not JSON yet is not checked.
                    if let Ok(parsed) = serde_json::from_str(&substituted(self.template, text, None)) {
                        self.parsed(&document.path, &parsed);
                    }
                }
                Some(_) => {}
                None => self.document(&document.path, map),
            },
            // An empty text removes the policy.
            Json::String(text) if is_resolved_later(text) || text.trim().is_empty() => {}
            Json::String(text) => match serde_json::from_str(text) {
                Ok(parsed) => self.parsed(&document.path, &parsed),
                Err(error) => {
                    let found = INVALID_POLICY_VALUE.found(
                        format!("the policy is not valid JSON: {error}"),
                        "write it as a map",
                    );
                    self.report_at(&document.path, Some(found));
                }
            },
            other => self.not_a_map(&document.path, "a policy", other),
        }
    }

    fn parsed(&mut self, path: &ValuePath, document: &Json) {
        match document {
            Json::Object(map) => self.document(path, map),
            other => self.not_a_map(path, "a policy", other),
        }
    }

    fn document(&mut self, path: &ValuePath, document: &Elements) {
        self.version(path, document);
        if !is_complete(document) {
            return;
        }
        self.unknown(path, document, &DOCUMENT_ELEMENTS, "policy");
        let statements: Vec<Branch<'_>> = document
            .get("Statement")
            .map(|statements| branches(path.clone().key("Statement"), statements))
            .unwrap_or_default()
            .into_iter()
            .flat_map(items)
            .collect();
        if statements.is_empty() {
            let found =
                MISSING_POLICY_ELEMENT.found("the policy has no statement", "add one, or remove the policy");
            let is_empty = document.contains_key("Statement");
            let path = if is_empty {
                path.clone().key("Statement")
            } else {
                path.clone()
            };
            self.report_at(&path, Some(found));
        }
        let mut ids = BTreeSet::new();
        for statement in statements {
            match statement.value {
                Json::Object(elements) if intrinsic_call(elements).is_none() => {
                    self.statement(&statement.path, elements);
                    self.statement_id(&statement, elements, &mut ids);
                }
                Json::Object(_) => {}
                other => self.not_a_map(&statement.path, "a statement", other),
            }
        }
    }

    fn version(&mut self, path: &ValuePath, document: &Elements) {
        let path = path.clone().key("Version");
        let version = match document.get("Version") {
            Some(Json::String(version)) => version.as_str(),
            // IAM: "Policy document must be version 2012-10-17 or greater."
            None if self.kind == Kind::Managed => "",
            None if uses_variables(document.get("Statement")) => "2008-10-17",
            _ => return,
        };
        let found = match version {
            "2012-10-17" => None,
            "2008-10-17" | "" if self.kind == Kind::Managed => {
                Some(INVALID_POLICY_VERSION.found("a managed policy needs the version `2012-10-17`", "set it"))
            }
            "2008-10-17" => uses_variables(document.get("Statement")).then(|| {
                OLD_POLICY_VERSION.found(
                    "the version `2008-10-17`, which is the default, does not replace variables such as `${aws:username}`",
                    "set the version `2012-10-17`",
                )
            }),
            other => Some(INVALID_POLICY_VERSION.found(
                format!("`{other}` is not a version of the policy language"),
                "use `2012-10-17`",
            )),
        };
        self.report_at(&path, found);
    }

    fn unknown(&mut self, path: &ValuePath, elements: &Elements, known: &[&'static str], of: &str) {
        for name in elements.keys() {
            if known.contains(&name.as_str()) || is_function_key(name) {
                continue;
            }
            let hint = did_you_mean(name, known.iter().copied(), "remove it");
            let found = UNKNOWN_POLICY_ELEMENT.found(format!("unknown {of} element `{name}`"), hint);
            self.report_at(&path.clone().key(name), Some(found));
        }
    }

    fn statement(&mut self, path: &ValuePath, elements: &Elements) {
        self.unknown(path, elements, &STATEMENT_ELEMENTS, "statement");
        // A macro or a loop adds elements.
        let is_complete = is_complete(elements);
        if is_complete {
            self.effect(path, elements);
            self.pairs(path, elements);
        }
        for name in ["Action", "NotAction"] {
            self.each(path, elements, name, Self::action);
        }
        for name in ["Resource", "NotResource"] {
            self.each(path, elements, name, Self::resource);
        }
        self.principals(path, elements);
        self.condition(path, elements);
        self.applicability(path, elements);
        self.queue_limits(path, elements);
    }

    fn effect(&mut self, path: &ValuePath, elements: &Elements) {
        let Some(effect) = elements.get("Effect") else {
            let found =
                MISSING_POLICY_ELEMENT.found("the statement has no `Effect`", "add `Allow` or `Deny`");
            return self.report_at(path, Some(found));
        };
        for branch in branches(path.clone().key("Effect"), effect) {
            let is_effect = match branch.value {
                Json::String(effect) => {
                    matches!(effect.as_str(), "Allow" | "Deny") || effect.contains(UNKNOWN)
                }
                value => is_intrinsic_call(value),
            };
            let found = (!is_effect).then(|| {
                let shown = match branch.value {
                    Json::String(text) => text.clone(),
                    other => other.to_string(),
                };
                let is_other_case = ["allow", "deny"].contains(&shown.to_lowercase().as_str());
                let (rule, message) = if is_other_case {
                    (&EFFECT_CASE, format!("the effect `{shown}` has the wrong case"))
                } else {
                    (&INVALID_POLICY_VALUE, format!("`{shown}` is not an effect"))
                };
                rule.found(message, "use `Allow` or `Deny`")
            });
            self.report_at(&branch.path, found);
        }
    }

    /// Checks the elements that exclude each other, and those that the kind of policy requires or forbids.
    fn pairs(&mut self, path: &ValuePath, elements: &Elements) {
        const PRINCIPALS: &str = "add the principals that the statement applies to";
        const RESOURCES: &str = "add the ARNs that the statement applies to";
        let (principal, resource) = match self.kind {
            Kind::Identity | Kind::Managed => (
                Presence::Forbidden("the role, user or group with the policy is the principal"),
                Presence::Required(RESOURCES),
            ),
            Kind::Trust => (
                Presence::Required("add the principals that may assume the role"),
                Presence::Forbidden("the role itself is the resource"),
            ),
            Kind::Resource(traits) if traits.names_resource => {
                (Presence::Required(PRINCIPALS), Presence::Required(RESOURCES))
            }
            Kind::Resource(_) => (Presence::Required(PRINCIPALS), Presence::Optional),
        };
        let action = Presence::Required("add the actions that the statement applies to");
        self.pair(path, elements, ["Action", "NotAction"], action);
        self.pair(path, elements, ["Principal", "NotPrincipal"], principal);
        self.pair(path, elements, ["Resource", "NotResource"], resource);
    }

    fn pair(&mut self, path: &ValuePath, elements: &Elements, names: [&str; 2], presence: Presence) {
        let [name, opposite] = names;
        let is_present = |name| {
            let value = elements.get(name);
            value.is_some_and(|value| !branches(ValuePath::default(), value).is_empty())
        };
        match (names.map(is_present), presence) {
            ([true, true], _) => {
                let message = format!("`{name}` and `{opposite}` exclude each other");
                let found = MISPLACED_POLICY_ELEMENT.found(message, "remove one of them");
                self.report_at(&path.clone().key(opposite), Some(found));
            }
            ([false, false], Presence::Required(hint)) => {
                let found = MISSING_POLICY_ELEMENT.found(format!("the statement has no `{name}`"), hint);
                self.report_at(path, Some(found));
            }
            ([has_name, _], Presence::Forbidden(reason)) if has_name || is_present(opposite) => {
                let name = if has_name { name } else { opposite };
                let message = format!("`{name}` is not allowed here: {reason}");
                let found = MISPLACED_POLICY_ELEMENT.found(message, "remove it");
                self.report_at(&path.clone().key(name), Some(found));
            }
            _ => {}
        }
    }

    /// Checks each value of an element.
    fn each(
        &mut self,
        path: &ValuePath,
        elements: &Elements,
        name: &str,
        check: impl Fn(&Self, &Json) -> Option<Unplaced>,
    ) {
        let Some(value) = elements.get(name) else { return };
        for branch in branches(path.clone().key(name), value) {
            if branch.value.as_array().is_some_and(Vec::is_empty) {
                let found =
                    INVALID_POLICY_VALUE.found("the list is empty", "add an item, or remove the statement");
                self.report_at(&branch.path, Some(found));
            }
            for item in items(branch) {
                let is_text =
                    !(item.value.is_object() || item.value.is_array()) || is_intrinsic_call(item.value);
                let found = if is_text {
                    check(self, item.value)
                } else {
                    let message = format!(
                        "an item of `{name}` must be a string; found {}",
                        describe(item.value)
                    );
                    Some(INVALID_POLICY_VALUE.found_without_hint(message))
                };
                self.report_at(&item.path, found);
            }
        }
    }

    /// Checks the ID of a statement. Statements of different branches may have the same ID.
    fn statement_id<'e>(
        &mut self,
        statement: &Branch<'_>,
        elements: &'e Elements,
        ids: &mut BTreeSet<&'e str>,
    ) {
        // AWS treats an empty ID like a missing one.
        let Some(Json::String(id)) = elements.get("Sid").filter(|id| *id != "") else {
            return;
        };
        let (is_iam, is_unique) = match self.kind {
            Kind::Identity | Kind::Managed | Kind::Trust => (true, true),
            Kind::Resource(traits) => (false, traits.unique_ids),
        };
        let path = statement.path.clone().key("Sid");
        if is_iam
            && !id
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || c == UNKNOWN || c == text::PART)
        {
            let found = INVALID_STATEMENT_ID.found(
                format!(
                    "the statement ID `{}` has other characters than letters and digits",
                    shown(id)
                ),
                "remove them",
            );
            self.report_at(&path, Some(found));
        }
        let is_repeated = is_unique && !id.is_empty() && !statement.is_conditional && !ids.insert(id);
        let found = is_repeated.then(|| {
            let message = format!("another statement already has the ID `{id}`");
            DUPLICATE_STATEMENT_ID.found(message, "choose another ID")
        });
        self.report_at(&path, found);
    }

    fn not_a_map(&mut self, path: &ValuePath, what: &str, found: &Json) {
        let message = format!("{what} must be a map; found {}", describe(found));
        self.report_at(path, Some(INVALID_POLICY_VALUE.found_without_hint(message)));
    }

    fn report_at(&mut self, path: &ValuePath, found: Option<Unplaced>) {
        if let Some(found) = found {
            self.findings.push(Finding::resource(self.id, path, found));
        }
    }
}

/// Whether a text contains a variable of the policy language, `${aws:username}`.
fn uses_variables(value: Option<&Json>) -> bool {
    match value {
        Some(Json::String(text)) => text.split("${").skip(1).any(|rest| {
            let name = rest.split('}').next().unwrap_or_default();
            name.contains(':') && !name.starts_with("AWS::")
        }),
        Some(Json::Array(items)) => items.iter().any(|item| uses_variables(Some(item))),
        Some(Json::Object(map)) => map.values().any(|value| uses_variables(Some(value))),
        _ => false,
    }
}

/// Whether a statement has an element.
enum Presence {
    /// With the hint if it is missing.
    Required(&'static str),
    Optional,
    /// With the reason.
    Forbidden(&'static str),
}

#[cfg(test)]
mod tests;
