//! `Principal` and `NotPrincipal`.
//! <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html>

use super::{
    Elements, Policy,
    text::{is_partial, shown, text},
};
use crate::{
    check::{
        branches::{Branch, branches, items},
        catalog::policies::{ALLOWED_NOT_PRINCIPAL, INVALID_POLICY_PRINCIPAL},
        functions::describe,
        hint::did_you_mean,
        query::{UNKNOWN, is_resolved_later},
    },
    finding::{Unplaced, ValuePath},
    intrinsic_call::{intrinsic_call, is_function_key, is_intrinsic_call},
    template::Template,
    value::Json,
};

const TYPES: [&str; 4] = ["AWS", "CanonicalUser", "Federated", "Service"];

impl Policy<'_> {
    pub(super) fn principals(&mut self, statement: &ValuePath, elements: &Elements) {
        for name in ["Principal", "NotPrincipal"] {
            let Some(value) = elements.get(name) else { continue };
            let path = statement.clone().key(name);
            if name == "NotPrincipal" && elements.get("Effect").is_some_and(|effect| effect == "Allow") {
                let found = ALLOWED_NOT_PRINCIPAL.found(
                    "`NotPrincipal` in a statement that allows includes everyone else, also anonymous users",
                    "list the principals in `Principal`",
                );
                self.report_at(&path, Some(found));
            }
            for branch in branches(path, value) {
                self.principal(&branch);
            }
        }
    }

    fn principal(&mut self, principal: &Branch<'_>) {
        let types = match principal.value {
            Json::Object(types) if intrinsic_call(types).is_none() => types,
            other => return self.report_at(&principal.path, untyped(other)),
        };
        if types.is_empty() {
            let found = INVALID_POLICY_PRINCIPAL.found("the principal is empty", "add `AWS` or `Service`");
            self.report_at(&principal.path, Some(found));
        }
        for (name, value) in types.iter().filter(|(name, _)| !is_function_key(name)) {
            let path = principal.path.clone().key(name);
            if !TYPES.contains(&name.as_str()) {
                let hint = did_you_mean(
                    name,
                    TYPES,
                    "use `AWS`, `CanonicalUser`, `Federated` or `Service`",
                );
                let message = format!("`{name}` is not a type of principal");
                self.report_at(&path, Some(INVALID_POLICY_PRINCIPAL.found(message, hint)));
                continue;
            }
            for item in branches(path, value).into_iter().flat_map(items) {
                let found = item_fault(self.template, name, item.value);
                self.report_at(&item.path, found);
            }
        }
    }
}

/// A principal without a type is `*` only.
fn untyped(principal: &Json) -> Option<Unplaced> {
    const HINT: &str = "write `{\"Service\": …}` or `{\"AWS\": …}`";
    match principal {
        Json::String(text) if text == "*" || is_resolved_later(text) || text.contains(UNKNOWN) => None,
        Json::String(text) => {
            Some(INVALID_POLICY_PRINCIPAL.found(format!("the principal `{text}` has no type"), HINT))
        }
        // A function.
        Json::Object(_) => None,
        other => {
            let message = format!("a principal must be a map or `*`; found {}", describe(other));
            Some(INVALID_POLICY_PRINCIPAL.found(message, HINT))
        }
    }
}

fn item_fault(template: &Template, kind: &str, value: &Json) -> Option<Unplaced> {
    if let Some(type_name) = name_in_place_of_arn(template, value) {
        return Some(INVALID_POLICY_PRINCIPAL.found(
            format!("`Ref` of an `{type_name}` is not an ARN"),
            "use the attribute that returns the ARN",
        ));
    }
    if (value.is_object() && !is_intrinsic_call(value)) || value.is_array() {
        let message = format!("an item of `{kind}` must be a string; found {}", describe(value));
        return Some(INVALID_POLICY_PRINCIPAL.found_without_hint(message));
    }
    let text = text(template, value)?;
    // `${…}` is replaced by another tool.
    if text.starts_with(UNKNOWN) || is_resolved_later(&text) || text.contains("${") {
        return None;
    }
    let (is_valid, hint) = match kind {
        "AWS" => return account_fault(&text),
        "Service" => (
            text == "*"
                || (text.contains('.') && !text.contains(['*', '?', ':', '/']))
                || text.contains(UNKNOWN),
            "write the name of the service, such as `lambda.amazonaws.com`",
        ),
        "Federated" => (
            text == "*" || is_provider(&text),
            "use the ARN of a provider in IAM, or `cognito-identity.amazonaws.com`",
        ),
        _ => (
            is_partial(&text) || (text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit())),
            "use the canonical user ID: 64 hexadecimal digits",
        ),
    };
    (!is_valid).then(|| {
        let message = format!("`{}` is not a principal of the type `{kind}`", shown(&text));
        INVALID_POLICY_PRINCIPAL.found(message, hint)
    })
}

/// `Ref` of these returns a name or an ID.
fn name_in_place_of_arn<'t>(template: &'t Template, value: &Json) -> Option<&'t str> {
    let Some(("Ref", Json::String(name))) = value.as_object().and_then(intrinsic_call) else {
        return None;
    };
    let type_name = template.resources.get(name)?.type_name.as_str();
    matches!(
        type_name,
        "AWS::CloudFront::CloudFrontOriginAccessIdentity"
            | "AWS::IAM::Group"
            | "AWS::IAM::InstanceProfile"
            | "AWS::IAM::Role"
            | "AWS::IAM::User"
    )
    .then_some(type_name)
}

/// A principal of the type `AWS`: an account, `*`, the ARN of a role, user or session, or the unique ID of a role or user
/// that was deleted.
fn account_fault(text: &str) -> Option<Unplaced> {
    let found = |reason: &str, hint: &str| {
        Some(INVALID_POLICY_PRINCIPAL.found(format!("`{}` {reason}", shown(text)), hint))
    };
    if text == "*" || text.bytes().all(|byte| byte.is_ascii_digit()) && text.len() == 12 {
        return None;
    }
    if text.contains(['*', '?']) {
        return found(
            "has a wildcard, which is not allowed in a principal",
            "use `*`, and restrict it with a condition for `aws:PrincipalArn`",
        );
    }
    let Some(arn) = text.strip_prefix("arn:") else {
        let is_unique_id = text.len() >= 16
            && text.starts_with('A')
            && text.bytes().all(|byte| byte.is_ascii_alphanumeric());
        return (!is_unique_id && !is_partial(text))
            .then(|| {
                found(
                    "is neither an account ID nor an ARN",
                    "use the ARN of a role, user or account",
                )
            })
            .flatten();
    };
    let mut parts = arn.splitn(5, ':');
    let _partition = parts.next();
    let service = parts.next()?;
    if service.contains(UNKNOWN) {
        return None;
    }
    if !matches!(service, "iam" | "sts") {
        return found("is not the ARN of a principal", "use an ARN of IAM or STS");
    }
    let (_region, account, resource) = (parts.next(), parts.next()?, parts.next().unwrap_or_default());
    if account.contains(UNKNOWN) {
        return None;
    }
    let is_account = account.len() == 12 && account.bytes().all(|byte| byte.is_ascii_digit());
    if !is_account && !is_partial(account) && !matches!(account, "aws" | "cloudfront") {
        return found("has no account ID of 12 digits", "add the account");
    }
    if resource.starts_with("group/") {
        return found(
            "is a group, which cannot be a principal",
            "list the users, or use a role",
        );
    }
    None
}

/// A provider of identities.
fn is_provider(text: &str) -> bool {
    match text.strip_prefix("arn:") {
        Some(arn) => {
            text.contains(UNKNOWN)
                || arn.split(':').nth(1) == Some("iam")
                    && (arn.contains(":oidc-provider/") || arn.contains(":saml-provider/"))
        }
        None => text.contains('.') || is_partial(text),
    }
}
