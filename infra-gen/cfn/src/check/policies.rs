//! IAM policy documents: missing, unknown and conflicting elements of statements, malformed actions, resources and
//! principals.
//! <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html>
//!
//! Whether a service has an action is not checked, because services add actions all the time.

use std::collections::BTreeSet;

use super::{
    functions::describe,
    hint::did_you_mean,
    query::{UNKNOWN, list, one_or_many, shown, text},
};
use crate::{
    check::catalog::policies::{
        DUPLICATE_STATEMENT_ID, INVALID_POLICY_ACTION, INVALID_POLICY_CONDITION, INVALID_POLICY_PRINCIPAL,
        INVALID_POLICY_RESOURCE, INVALID_POLICY_VALUE, INVALID_POLICY_VERSION, MISPLACED_POLICY_ELEMENT,
        MISSING_POLICY_ELEMENT, UNKNOWN_POLICY_ELEMENT,
    },
    finding::{Finding, Unplaced, ValuePath},
    intrinsic_call::intrinsic_call,
    substitution::{Piece, pieces},
    template::{ResourceBlock, Template},
    value::Json,
};

pub(super) fn check(template: &Template) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (id, block) in &template.resources {
        for (path, kind, document) in documents(block) {
            let mut policy = Policy {
                template,
                id,
                kind,
                path,
                findings: &mut findings,
            };
            policy.document(document);
        }
    }
    findings
}

/// The type of a policy, which decides the elements of its statements.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Attached to a role, user or group, which is the principal.
    Identity,
    /// The trust policy of a role: who may assume it. The role is the resource.
    Trust,
    /// Attached to a bucket, queue, topic or key.
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
fn documents(block: &ResourceBlock) -> Vec<(ValuePath, Kind, &Json)> {
    let mut documents = Vec::new();
    for (type_name, property, kind) in DOCUMENTS {
        if type_name == block.type_name
            && let Some(document) = block.properties.get(property)
        {
            documents.push((ValuePath::from("Properties").key(property), kind, document));
        }
    }
    if matches!(
        block.type_name.as_str(),
        "AWS::IAM::Group" | "AWS::IAM::Role" | "AWS::IAM::User"
    ) {
        for (i, policy) in list(block.properties.get("Policies")).iter().enumerate() {
            if let Some(document) = policy.get("PolicyDocument") {
                documents.push((
                    format!("Properties.Policies[{i}].PolicyDocument").into(),
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
    path: ValuePath,
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
    fn document(&mut self, document: &Json) {
        let Some(document) = document
            .as_object()
            .filter(|document| intrinsic_call(document).is_none())
        else {
            return;
        };
        let at = |key: &str| ValuePath::default().key(key);
        if let Some(Json::String(version)) = document.get("Version")
            && !matches!(version.as_str(), "2012-10-17" | "2008-10-17")
        {
            let message = format!("`{version}` is not a version of the policy language");
            self.report(
                &at("Version"),
                INVALID_POLICY_VERSION.found(message, "use `2012-10-17`"),
            );
        }
        if document.keys().any(|key| key.starts_with("Fn::")) {
            return;
        }
        for key in document
            .keys()
            .filter(|key| !DOCUMENT_ELEMENTS.contains(&key.as_str()))
        {
            let hint = did_you_mean(key, DOCUMENT_ELEMENTS, "remove it");
            self.report(
                &at(key),
                UNKNOWN_POLICY_ELEMENT.found(format!("unknown policy element `{key}`"), hint),
            );
        }
        let statements = one_or_many(document.get("Statement"));
        if statements.is_empty() {
            self.report(
                &at("Statement"),
                MISSING_POLICY_ELEMENT.found("the policy has no statement", "add one, or remove the policy"),
            );
        }
        let mut ids = BTreeSet::new();
        for (i, statement) in statements.iter().enumerate() {
            let mut at = at("Statement");
            if document["Statement"].is_array() {
                at = at.index(i);
            }
            let Some(elements) = statement
                .as_object()
                .filter(|elements| intrinsic_call(elements).is_none())
            else {
                if !statement.is_object() {
                    let message = format!("a statement must be a map; found {}", describe(statement));
                    self.report(&at, INVALID_POLICY_VALUE.found_without_hint(message));
                }
                continue;
            };
            self.statement(&at, elements);
            // IAM requires unique IDs in its own policies; a bucket policy may repeat them.
            if let Some(name) = elements.get("Sid").and_then(Json::as_str)
                && !matches!(self.kind, Kind::Resource)
                && !ids.insert(name)
            {
                let message = format!("another statement already has the ID `{name}`");
                self.report(
                    &at.clone().key("Sid"),
                    DUPLICATE_STATEMENT_ID.found(message, "choose another ID"),
                );
            }
        }
    }

    fn statement(&mut self, at: &ValuePath, elements: &Elements) {
        for name in elements
            .keys()
            .filter(|name| !STATEMENT_ELEMENTS.contains(&name.as_str()))
        {
            if name.starts_with("Fn::") {
                return;
            }
            let hint = did_you_mean(name, STATEMENT_ELEMENTS, "remove it");
            self.report(
                &at.clone().key(name),
                UNKNOWN_POLICY_ELEMENT.found(format!("unknown statement element `{name}`"), hint),
            );
        }
        match elements.get("Effect") {
            Some(Json::String(effect)) if effect != "Allow" && effect != "Deny" => {
                let message = format!("`{effect}` is not an effect");
                self.report(
                    &at.clone().key("Effect"),
                    INVALID_POLICY_VALUE.found(message, "use `Allow` or `Deny`"),
                );
            }
            Some(_) => {}
            None => self.report(
                at,
                MISSING_POLICY_ELEMENT.found("the statement has no `Effect`", "add `Allow` or `Deny`"),
            ),
        }
        let (principal, resource) = match self.kind {
            Kind::Identity => (
                Requirement::Forbidden("the role, user or group with the policy is the principal"),
                Requirement::Required("add the ARNs that the statement applies to"),
            ),
            Kind::Trust => (
                Requirement::Required("add the principals that may assume the role"),
                Requirement::Forbidden("the role itself is the resource"),
            ),
            Kind::Resource => (
                Requirement::Required("add the principals that the statement applies to"),
                Requirement::Required("add the ARNs that the statement applies to"),
            ),
        };
        self.element(
            at,
            elements,
            ["Action", "NotAction"],
            Requirement::Required("add the actions that the statement applies to"),
        );
        self.element(at, elements, ["Principal", "NotPrincipal"], principal);
        self.element(at, elements, ["Resource", "NotResource"], resource);
        for name in ["Action", "NotAction"] {
            self.each(at, elements, name, Self::action);
        }
        for name in ["Resource", "NotResource"] {
            self.each(at, elements, name, Self::resource);
        }
        for name in ["Principal", "NotPrincipal"] {
            if let Some(finding) = elements.get(name).and_then(principal_error) {
                self.report(&at.clone().key(name), finding);
            }
        }
        if let Some(Json::Object(operators)) = elements.get("Condition") {
            for operator in operators.keys() {
                self.operator(&at.clone().key("Condition"), operator);
            }
        }
    }

    /// Checks a pair of elements that exclude each other.
    fn element(&mut self, at: &ValuePath, elements: &Elements, names: [&str; 2], requirement: Requirement) {
        let present = names.map(|name| elements.get(name));
        let [name, opposite] = names;
        match (present, requirement) {
            ([Some(_), Some(_)], _) => {
                let message = format!("`{name}` and `{opposite}` exclude each other");
                self.report(at, MISPLACED_POLICY_ELEMENT.found(message, "remove one of them"));
            }
            ([None, None], Requirement::Required(hint)) => {
                self.report(
                    at,
                    MISSING_POLICY_ELEMENT.found(format!("the statement has no `{name}`"), hint),
                );
            }
            ([Some(_), None] | [None, Some(_)], Requirement::Forbidden(reason)) => {
                let name = if present[0].is_some() { name } else { opposite };
                self.report(
                    &at.clone().key(name),
                    MISPLACED_POLICY_ELEMENT
                        .found(format!("`{name}` is not allowed here: {reason}"), "remove it"),
                );
            }
            _ => {}
        }
    }

    /// Checks each value of an element.
    fn each(
        &mut self,
        at: &ValuePath,
        elements: &Elements,
        name: &str,
        check: impl Fn(&Self, &Json) -> Option<Unplaced>,
    ) {
        let Some(value) = elements.get(name) else { return };
        let values = one_or_many(Some(value));
        if values.is_empty() {
            self.report(
                &at.clone().key(name),
                INVALID_POLICY_VALUE.found("the list is empty", "add an item, or remove the statement"),
            );
        }
        for (i, item) in values.iter().enumerate() {
            let is_map = item
                .as_object()
                .is_some_and(|entries| intrinsic_call(entries).is_none());
            let finding = if is_map {
                Some(
                    INVALID_POLICY_VALUE
                        .found_without_hint(format!("an item of `{name}` must be a string; found a map")),
                )
            } else {
                check(self, item)
            };
            if let Some(finding) = finding {
                let mut path = at.clone().key(name);
                if value.is_array() {
                    path = path.index(i);
                }
                self.report(&path, finding);
            }
        }
    }

    #[expect(clippy::unused_self, reason = "has the signature that `each` takes")]
    fn action(&self, action: &Json) -> Option<Unplaced> {
        let action = action.as_str()?;
        let is_valid = |part: &str| {
            !part.is_empty()
                && part
                    .chars()
                    .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '*' | '?'))
        };
        let fits = action == "*"
            || action
                .split_once(':')
                .is_some_and(|(service, name)| is_valid(service) && is_valid(name));
        (!fits).then(|| {
            INVALID_POLICY_ACTION.found(
                format!("`{action}` is not an action"),
                "write it as `service:Action`",
            )
        })
    }

    fn resource(&self, resource: &Json) -> Option<Unplaced> {
        if let Some(name) = self.identifier(resource) {
            let type_name = &self.template.resources[name].type_name;
            return Some(INVALID_POLICY_RESOURCE.found(
                format!("`Ref` of `{name}`, an `{type_name}`, is not an ARN"),
                "use the attribute that returns the ARN",
            ));
        }
        let known = text(resource)?;
        let begins_unknown = known.starts_with(UNKNOWN);
        let fits =
            known == "*" || known.starts_with("arn:") || known.starts_with("{{resolve:") || begins_unknown;
        (!fits).then(|| {
            INVALID_POLICY_RESOURCE.found(
                format!("`{}` is neither an ARN nor `*`", shown(&known)),
                "begin it with `arn:`",
            )
        })
    }

    /// The resource whose `Ref` a string begins with, if that is not an ARN.
    fn identifier(&self, value: &Json) -> Option<&str> {
        let name = match intrinsic_call(value.as_object()?)? {
            ("Ref", Json::String(name)) => name.as_str(),
            ("Fn::Sub", Json::String(text)) => match pieces(text).next()? {
                Piece::Variable(name) if !name.contains('.') => name,
                _ => return None,
            },
            _ => return None,
        };
        let (name, block) = self.template.resources.get_key_value(name)?;
        let schema = infra_gen_schema::lookup(&block.type_name)?;
        (schema.reference == infra_gen_schema::Reference::Id).then_some(name.as_str())
    }

    fn operator(&mut self, at: &ValuePath, operator: &str) {
        let base = operator.split_once(':').map_or(operator, |(_, base)| base);
        let set = operator
            .split_once(':')
            .is_none_or(|(set, _)| matches!(set, "ForAllValues" | "ForAnyValue"));
        let base = base.strip_suffix("IfExists").unwrap_or(base);
        if operator.starts_with("Fn::") || (set && OPERATORS.contains(&base)) {
            return;
        }
        let hint = did_you_mean(
            base,
            OPERATORS,
            "see the list of condition operators in the IAM User Guide",
        );
        self.report(
            at,
            INVALID_POLICY_CONDITION.found(format!("`{operator}` is not a condition operator"), hint),
        );
    }

    fn report(&mut self, at: &ValuePath, finding: Unplaced) {
        let path = self.path.clone().join(at);
        self.findings.push(Finding::resource(self.id, path, finding));
    }
}

fn principal_error(principal: &Json) -> Option<Unplaced> {
    const KINDS: [&str; 4] = ["AWS", "CanonicalUser", "Federated", "Service"];
    match principal {
        Json::String(text) if text != "*" && !text.contains("{{resolve:") => {
            Some(INVALID_POLICY_PRINCIPAL.found(
                format!("the principal `{text}` has no type"),
                "write `{\"Service\": …}` or `{\"AWS\": …}`",
            ))
        }
        Json::Object(kinds) if intrinsic_call(kinds).is_none() => {
            let other = kinds
                .keys()
                .find(|kind| !KINDS.contains(&kind.as_str()) && !kind.starts_with("Fn::"))?;
            let hint = did_you_mean(
                other,
                KINDS,
                "use `AWS`, `CanonicalUser`, `Federated` or `Service`",
            );
            Some(INVALID_POLICY_PRINCIPAL.found(format!("`{other}` is not a type of principal"), hint))
        }
        _ => None,
    }
}

/// Whether a statement must have an element.
enum Requirement {
    /// With the hint if it is missing.
    Required(&'static str),
    /// With the reason.
    Forbidden(&'static str),
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

#[cfg(test)]
mod tests;
