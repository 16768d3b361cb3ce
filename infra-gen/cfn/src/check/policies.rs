//! What IAM refuses in a policy: a statement that lacks a part or has one too many, a resource that is no ARN.
//! <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html>
//!
//! Only what is written out is judged. Which actions a service has is not known here: a new one is no mistake.

use std::collections::BTreeSet;

use super::{
    Problem,
    find::{UNKNOWN, list, one_or_many, shown, text},
    functions::describe,
    names::hint,
};
use crate::{
    call::call,
    schema::{self, Reference},
    substitution::{Piece, pieces},
    template::{ResourceBlock, Template},
    value::Json,
};

/// Every policy that the service would call malformed.
pub(super) fn check(template: &Template) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (id, block) in &template.resources {
        for (path, kind, document) in documents(block) {
            let mut policy = Policy {
                template,
                id,
                kind,
                path,
                problems: &mut problems,
            };
            policy.document(document);
        }
    }
    problems
}

/// What a policy is attached to, which decides what its statements consist of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A role, user or group: whoever has it is the principal.
    Identity,
    /// A role's own: who may become it. It is the resource.
    Trust,
    /// A bucket, queue, topic or key: it says who may do what with it.
    Resource,
}

/// The properties that hold a policy.
const DOCUMENTS: [(&str, &str, Kind); 14] = [
    ("AWS::IAM::GroupPolicy", "PolicyDocument", Kind::Identity),
    ("AWS::IAM::ManagedPolicy", "PolicyDocument", Kind::Identity),
    ("AWS::IAM::Policy", "PolicyDocument", Kind::Identity),
    ("AWS::IAM::Role", "AssumeRolePolicyDocument", Kind::Trust),
    ("AWS::IAM::RolePolicy", "PolicyDocument", Kind::Identity),
    ("AWS::IAM::UserPolicy", "PolicyDocument", Kind::Identity),
    ("AWS::KMS::Key", "KeyPolicy", Kind::Resource),
    ("AWS::KMS::ReplicaKey", "KeyPolicy", Kind::Resource),
    ("AWS::S3::AccessPoint", "Policy", Kind::Resource),
    ("AWS::S3::BucketPolicy", "PolicyDocument", Kind::Resource),
    ("AWS::SNS::TopicInlinePolicy", "PolicyDocument", Kind::Resource),
    ("AWS::SNS::TopicPolicy", "PolicyDocument", Kind::Resource),
    ("AWS::SQS::QueueInlinePolicy", "PolicyDocument", Kind::Resource),
    ("AWS::SQS::QueuePolicy", "PolicyDocument", Kind::Resource),
];

/// The policies of a resource, each with the path to it.
fn documents(block: &ResourceBlock) -> Vec<(String, Kind, &Json)> {
    let mut documents = Vec::new();
    for (type_name, property, kind) in DOCUMENTS {
        if type_name == block.type_name
            && let Some(document) = block.properties.get(property)
        {
            documents.push((format!("Properties.{property}"), kind, document));
        }
    }
    if matches!(
        block.type_name.as_str(),
        "AWS::IAM::Group" | "AWS::IAM::Role" | "AWS::IAM::User"
    ) {
        for (i, policy) in list(block.properties.get("Policies")).iter().enumerate() {
            if let Some(document) = policy.get("PolicyDocument") {
                documents.push((
                    format!("Properties.Policies[{i}].PolicyDocument"),
                    Kind::Identity,
                    document,
                ));
            }
        }
    }
    documents
}

struct Policy<'a> {
    template: &'a Template,
    id: &'a str,
    kind: Kind,
    path: String,
    problems: &'a mut Vec<Problem>,
}

/// The parts of a policy.
const DOCUMENT_PARTS: [&str; 3] = ["Id", "Statement", "Version"];

/// The parts of a statement.
const PARTS: [&str; 9] = [
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

impl Policy<'_> {
    fn document(&mut self, document: &Json) {
        let Some(document) = document.as_object().filter(|document| call(document).is_none()) else {
            return;
        };
        if let Some(Json::String(version)) = document.get("Version")
            && !matches!(version.as_str(), "2012-10-17" | "2008-10-17")
        {
            let message = format!("`{version}` is no version of the policy language; write `2012-10-17`");
            self.report("Version", message);
        }
        if document.keys().any(|key| key.starts_with("Fn::")) {
            return;
        }
        for key in document
            .keys()
            .filter(|key| !DOCUMENT_PARTS.contains(&key.as_str()))
        {
            let hint = hint(key, DOCUMENT_PARTS.into_iter(), "remove it");
            self.report(key, format!("a policy has no `{key}`; {hint}"));
        }
        let statements = one_or_many(document.get("Statement"));
        if statements.is_empty() {
            self.report(
                "Statement",
                "the policy says nothing; add a statement, or leave the policy out".to_owned(),
            );
        }
        let mut names = BTreeSet::new();
        for (i, statement) in statements.iter().enumerate() {
            let at = if document["Statement"].is_array() {
                format!("Statement[{i}]")
            } else {
                "Statement".to_owned()
            };
            let Some(parts) = statement.as_object().filter(|parts| call(parts).is_none()) else {
                if !statement.is_object() {
                    let message = format!("a statement is a map; found {}", describe(statement));
                    self.report(&at, message);
                }
                continue;
            };
            self.statement(&at, parts);
            // IAM wants them unique in a policy of its own; a bucket takes them as they come.
            if let Some(name) = parts.get("Sid").and_then(Json::as_str)
                && !matches!(self.kind, Kind::Resource)
                && !names.insert(name)
            {
                let message = format!("another statement is called `{name}`; call this one something else");
                self.report(&format!("{at}.Sid"), message);
            }
        }
    }

    fn statement(&mut self, at: &str, parts: &serde_json::Map<String, Json>) {
        for part in parts.keys().filter(|part| !PARTS.contains(&part.as_str())) {
            if part.starts_with("Fn::") {
                return;
            }
            let hint = hint(part, PARTS.into_iter(), "remove it");
            self.report(
                &format!("{at}.{part}"),
                format!("a statement has no `{part}`; {hint}"),
            );
        }
        match parts.get("Effect") {
            Some(Json::String(effect)) if effect != "Allow" && effect != "Deny" => {
                let message = format!("`{effect}` is no effect; write `Allow` or `Deny`");
                self.report(&format!("{at}.Effect"), message);
            }
            Some(_) => {}
            None => self.report(
                at,
                "the statement has no `Effect`; write `Allow` or `Deny`".to_owned(),
            ),
        }
        let (principal, resource) = match self.kind {
            Kind::Identity => (
                Wanted::No("whoever has the policy is the principal"),
                Wanted::Yes("name the ARNs that it is about"),
            ),
            Kind::Trust => (
                Wanted::Yes("name who may take the role on"),
                Wanted::No("the role itself is the resource"),
            ),
            Kind::Resource => (
                Wanted::Yes("name whom it is about"),
                Wanted::Yes("name the ARN that it is about"),
            ),
        };
        self.part(
            at,
            parts,
            ["Action", "NotAction"],
            Wanted::Yes("name what it is about"),
        );
        self.part(at, parts, ["Principal", "NotPrincipal"], principal);
        self.part(at, parts, ["Resource", "NotResource"], resource);
        for name in ["Action", "NotAction"] {
            self.each(at, parts, name, Self::action);
        }
        for name in ["Resource", "NotResource"] {
            self.each(at, parts, name, Self::resource);
        }
        for name in ["Principal", "NotPrincipal"] {
            if let Some(message) = parts.get(name).and_then(misaddressed) {
                self.report(&format!("{at}.{name}"), message);
            }
        }
        if let Some(Json::Object(operators)) = parts.get("Condition") {
            for operator in operators.keys() {
                self.operator(&format!("{at}.Condition"), operator);
            }
        }
    }

    /// Whether one of two parts is there, or neither.
    fn part(&mut self, at: &str, parts: &serde_json::Map<String, Json>, names: [&str; 2], wanted: Wanted) {
        let there = names.map(|name| parts.get(name));
        let [name, opposite] = names;
        match (there, wanted) {
            ([Some(_), Some(_)], _) => {
                self.report(
                    at,
                    format!("`{name}` and `{opposite}` exclude each other; keep one"),
                );
            }
            ([None, None], Wanted::Yes(hint)) => {
                self.report(at, format!("the statement has no `{name}`; {hint}"));
            }
            ([Some(_), None] | [None, Some(_)], Wanted::No(why)) => {
                let name = if there[0].is_some() { name } else { opposite };
                self.report(
                    &format!("{at}.{name}"),
                    format!("`{name}` does not belong here, for {why}; remove it"),
                );
            }
            _ => {}
        }
    }

    fn each(
        &mut self,
        at: &str,
        parts: &serde_json::Map<String, Json>,
        name: &str,
        judge: impl Fn(&Self, &Json) -> Option<String>,
    ) {
        let Some(value) = parts.get(name) else { return };
        let values = one_or_many(Some(value));
        if values.is_empty() {
            self.report(
                &format!("{at}.{name}"),
                "the list is empty; name at least one, or leave the statement out".to_owned(),
            );
        }
        for (i, item) in values.iter().enumerate() {
            let is_map = item.as_object().is_some_and(|entries| call(entries).is_none());
            let fault = if is_map {
                Some(format!("an entry of `{name}` is a text; found a map"))
            } else {
                judge(self, item)
            };
            if let Some(message) = fault {
                let place = if value.is_array() {
                    format!("{at}.{name}[{i}]")
                } else {
                    format!("{at}.{name}")
                };
                self.report(&place, message);
            }
        }
    }

    #[expect(clippy::unused_self, reason = "judged the way a resource is")]
    fn action(&self, action: &Json) -> Option<String> {
        let action = action.as_str()?;
        let is_part = |part: &str| {
            !part.is_empty()
                && part
                    .chars()
                    .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '*' | '?'))
        };
        let fits = action == "*"
            || action
                .split_once(':')
                .is_some_and(|(service, name)| is_part(service) && is_part(name));
        (!fits).then(|| format!("`{action}` is no action; write `service:Action`"))
    }

    /// The resource as far as it is known: an ARN begins with `arn:`.
    fn resource(&self, resource: &Json) -> Option<String> {
        if let Some(name) = self.identifier(resource) {
            let type_name = &self.template.resources[name].type_name;
            return Some(format!(
                "`Ref` of `{name}`, an `{type_name}`, is not its ARN, and a policy takes nothing else; use its attribute \
                 with the ARN"
            ));
        }
        let known = text(resource)?;
        let begins_unknown = known.starts_with(UNKNOWN);
        let fits =
            known == "*" || known.starts_with("arn:") || known.starts_with("{{resolve:") || begins_unknown;
        (!fits).then(|| {
            format!(
                "`{}` is neither an ARN nor `*`; begin it with `arn:`",
                shown(&known)
            )
        })
    }

    /// The resource of this template whose `Ref` a text begins with, if that is something else than its ARN.
    fn identifier(&self, value: &Json) -> Option<&str> {
        let name = match call(value.as_object()?)? {
            ("Ref", Json::String(name)) => name.as_str(),
            ("Fn::Sub", Json::String(text)) => match pieces(text).next()? {
                Piece::Variable(name) if !name.contains('.') => name,
                _ => return None,
            },
            _ => return None,
        };
        let (name, block) = self.template.resources.get_key_value(name)?;
        let schema = schema::lookup(&block.type_name)?;
        (schema.reference == Reference::Id).then_some(name.as_str())
    }

    fn operator(&mut self, at: &str, operator: &str) {
        let base = operator.split_once(':').map_or(operator, |(_, base)| base);
        let set = operator
            .split_once(':')
            .is_none_or(|(set, _)| matches!(set, "ForAllValues" | "ForAnyValue"));
        let base = base.strip_suffix("IfExists").unwrap_or(base);
        if operator.starts_with("Fn::") || (set && OPERATORS.contains(&base)) {
            return;
        }
        let hint = hint(base, OPERATORS.into_iter(), "take one of the reference");
        self.report(at, format!("`{operator}` is no operator; {hint}"));
    }

    fn report(&mut self, at: &str, message: String) {
        let path = format!("{}.{at}", self.path);
        self.problems.push(Problem::resource(self.id, path, message));
    }
}

/// What is wrong with whom a statement is about.
fn misaddressed(principal: &Json) -> Option<String> {
    const KINDS: [&str; 4] = ["AWS", "CanonicalUser", "Federated", "Service"];
    match principal {
        Json::String(text) if text != "*" && !text.contains("{{resolve:") => Some(format!(
            "`{text}` alone is no principal; say of which kind: `{{\"Service\": …}}` or `{{\"AWS\": …}}`"
        )),
        Json::Object(kinds) if call(kinds).is_none() => {
            let other = kinds
                .keys()
                .find(|kind| !KINDS.contains(&kind.as_str()) && !kind.starts_with("Fn::"))?;
            let hint = hint(
                other,
                KINDS.into_iter(),
                "take `AWS`, `CanonicalUser`, `Federated` or `Service`",
            );
            Some(format!("there are no principals of the kind `{other}`; {hint}"))
        }
        _ => None,
    }
}

/// Whether a statement has a part: and if so what to do where it is missing, if not why.
enum Wanted {
    Yes(&'static str),
    No(&'static str),
}

/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html>
const OPERATORS: [&str; 27] = [
    "ArnEquals",
    "ArnLike",
    "ArnNotEquals",
    "ArnNotLike",
    "BinaryEquals",
    "Bool",
    "DateEquals",
    "DateGreaterThan",
    "DateGreaterThanEquals",
    "DateLessThan",
    "DateLessThanEquals",
    "DateNotEquals",
    "IpAddress",
    "NotIpAddress",
    "Null",
    "NumericEquals",
    "NumericGreaterThan",
    "NumericGreaterThanEquals",
    "NumericLessThan",
    "NumericLessThanEquals",
    "NumericNotEquals",
    "StringEquals",
    "StringEqualsIgnoreCase",
    "StringLike",
    "StringNotEquals",
    "StringNotEqualsIgnoreCase",
    "StringNotLike",
];

#[cfg(all(test, feature = "all-services"))]
mod tests;
