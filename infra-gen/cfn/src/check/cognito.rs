//! User pools: settings that Cognito refuses, and sign-in pages that it would not serve. Cognito creates a client without a
//! domain, identity provider, callback or managed login style, and its pages answer 403.
//!
//! Only a [`crate::Stack`] is checked: in other templates, the domain may be in another stack.

use std::{collections::BTreeMap, ops::RangeInclusive};

use super::query::{UNKNOWN, items, referenced_resource, resources_of_type, shown, text};
use crate::{
    check::catalog::stack::{
        COGNITO_DOMAIN, COGNITO_SCOPE, COGNITO_SIGN_IN_PAGE, COGNITO_TOKEN_LIFETIME, COGNITO_URL,
    },
    finding::Finding,
    intrinsic_call::referenced_id,
    template::{ResourceBlock, Template},
    value::Json,
};

pub(super) fn check(template: &Template) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (id, domain) in resources_of_type(template, "AWS::Cognito::UserPoolDomain") {
        check_domain(template, id, domain, &mut findings);
    }
    for (id, client) in resources_of_type(template, "AWS::Cognito::UserPoolClient") {
        for list in ["CallbackURLs", "LogoutURLs"] {
            check_urls(id, client, list, &mut findings);
        }
        check_lifetimes(id, client, &mut findings);
        if has_pages(client) {
            check_pages(template, id, client, &mut findings);
            check_scopes(template, id, client, &mut findings);
        }
    }
    findings
}

/// <https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain-prefix.html>
fn check_domain(template: &Template, id: &str, domain: &ResourceBlock, findings: &mut Vec<Finding>) {
    const RESERVED: [&str; 3] = ["amazon", "aws", "cognito"];
    let mut report = |message: String, hint: &str| {
        let finding = COGNITO_DOMAIN.found(message, hint);
        findings.push(Finding::resource(id, "Properties.Domain", finding));
    };
    let tier = pool_of(template, domain).and_then(|(_, pool)| pool.properties.get("UserPoolTier"));
    if domain.properties.get("ManagedLoginVersion") == Some(&Json::from(2))
        && tier.is_some_and(|tier| tier == "LITE")
    {
        report(
            "managed login is not available in the feature plan `LITE`".to_owned(),
            "use `ESSENTIALS`, or set `ManagedLoginVersion` to 1",
        );
    }
    let Some(prefix) = domain.properties.get("Domain").and_then(text) else {
        return;
    };
    if domain.properties.contains_key("CustomDomainConfig") {
        return;
    }
    let is_valid = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == UNKNOWN;
    if !prefix.chars().all(is_valid) || prefix.starts_with('-') || prefix.ends_with('-') {
        report(
            format!(
                "the prefix `{}` has characters other than lower-case letters, digits and inner hyphens",
                shown(&prefix)
            ),
            "rename it",
        );
    }
    if let Some(word) = RESERVED.iter().find(|word| prefix.contains(**word)) {
        report(
            format!(
                "the prefix `{}` contains the reserved word `{word}`",
                shown(&prefix)
            ),
            "rename it",
        );
    }
}

/// <https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-app-idp-settings.html>
fn check_urls(id: &str, client: &ResourceBlock, list: &str, findings: &mut Vec<Finding>) {
    for (i, url) in items(client, list).iter().enumerate() {
        let Some(url) = text(url) else { continue };
        if let Some((error, hint)) = url_error(&url) {
            let finding = COGNITO_URL.found(format!("`{}` {error}", shown(&url)), hint);
            findings.push(Finding::resource(id, format!("Properties.{list}[{i}]"), finding));
        }
    }
}

/// What is wrong with a URL, and the hint.
fn url_error(url: &str) -> Option<(&'static str, &'static str)> {
    if url.contains('#') {
        return Some(("has a fragment", "remove the fragment"));
    }
    if url.starts_with(UNKNOWN) {
        return None;
    }
    let Some((scheme, rest)) = url.split_once("://") else {
        return Some(("is not an absolute URL", "begin it with `https://`"));
    };
    let host = rest.split(['/', ':', '?']).next().unwrap_or_default();
    (scheme == "http" && host != "localhost").then_some((
        "uses `http`, which is allowed for `localhost` only",
        "use `https`",
    ))
}

/// <https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-with-identity-providers.html>
fn check_lifetimes(id: &str, client: &ResourceBlock, findings: &mut Vec<Finding>) {
    const TOKENS: [(&str, &str, RangeInclusive<i64>, &str); 3] = [
        ("AccessToken", "hours", 300..=86_400, "5 minutes to 1 day"),
        ("IdToken", "hours", 300..=86_400, "5 minutes to 1 day"),
        ("RefreshToken", "days", 3_600..=315_360_000, "1 hour to 10 years"),
    ];
    let units = client.properties.get("TokenValidityUnits");
    for (token, default_unit, allowed, shown_range) in TOKENS {
        let property = format!("{token}Validity");
        let unit = units
            .and_then(|units| units.get(token))
            .map_or(Some(default_unit), Json::as_str);
        let seconds = match unit {
            Some("seconds") => 1,
            Some("minutes") => 60,
            Some("hours") => 3_600,
            Some("days") => 86_400,
            _ => continue,
        };
        let Some(amount) = client.properties.get(&property).and_then(Json::as_i64) else {
            continue;
        };
        if !allowed.contains(&amount.saturating_mul(seconds)) {
            let unit = unit.unwrap_or_default();
            let message = format!("{amount} {unit} is out of range: {shown_range}");
            let finding = COGNITO_TOKEN_LIFETIME.found(message, "change it");
            findings.push(Finding::resource(id, format!("Properties.{property}"), finding));
        }
    }
}

/// Whether users of this client sign in on the pages of the pool.
fn has_pages(client: &ResourceBlock) -> bool {
    let flows = items(client, "AllowedOAuthFlows");
    flows.iter().any(|flow| flow == "code" || flow == "implicit")
        || (flows.is_empty()
            && client.properties.get("AllowedOAuthFlowsUserPoolClient") == Some(&true.into()))
}

fn check_pages(template: &Template, id: &str, client: &ResourceBlock, findings: &mut Vec<Finding>) {
    let mut report = |property: &str, cause: &str, hint: &str| {
        let finding =
            COGNITO_SIGN_IN_PAGE.found(format!("{cause}, so its sign-in pages would answer 403"), hint);
        findings.push(Finding::resource(id, property, finding));
    };
    for (property, cause, hint) in [
        (
            "SupportedIdentityProviders",
            "the client has no identity provider",
            "add `COGNITO` for the pool itself, or another provider",
        ),
        (
            "CallbackURLs",
            "the client has no callback URL",
            "add the page to return to after sign-in",
        ),
        ("AllowedOAuthFlows", "the client has no OAuth flow", "add `code`"),
        (
            "AllowedOAuthScopes",
            "the client has no OAuth scope",
            "add `openid`",
        ),
    ] {
        if client.properties.get(property).is_none_or(is_empty) {
            report(&format!("Properties.{property}"), cause, hint);
        }
    }
    if client.properties.get("AllowedOAuthFlowsUserPoolClient") != Some(&true.into()) {
        report(
            "Properties.AllowedOAuthFlowsUserPoolClient",
            "the client's OAuth flows are disabled",
            "set it to `true`",
        );
    }
    let Some((pool, _)) = pool_of(template, client) else {
        return;
    };
    let domains: Vec<_> = resources_of_type(template, "AWS::Cognito::UserPoolDomain")
        .filter(|(_, domain)| pool_id(domain) == Some(pool))
        .collect();
    if domains.is_empty() {
        report(
            "Properties.UserPoolId",
            &format!("the pool `{pool}` has no domain"),
            "add an `AWS::Cognito::UserPoolDomain`",
        );
    }
    let managed = domains
        .iter()
        .any(|(_, domain)| domain.properties.get("ManagedLoginVersion") == Some(&2.into()));
    let has_style = resources_of_type(template, "AWS::Cognito::ManagedLoginBranding")
        .any(|(_, style)| style.properties.get("ClientId").and_then(referenced_id) == Some(id));
    if managed && !has_style {
        report(
            "",
            "the client has no managed login style",
            "add an `AWS::Cognito::ManagedLoginBranding`; `UseCognitoProvidedValues` selects the default style",
        );
    }
}

/// A resource server must be created before the clients that use its scopes, otherwise creating the client fails.
fn check_scopes(template: &Template, id: &str, client: &ResourceBlock, findings: &mut Vec<Finding>) {
    let Some((pool, _)) = pool_of(template, client) else {
        return;
    };
    let mut servers: BTreeMap<String, &str> = BTreeMap::new();
    for (server, block) in resources_of_type(template, "AWS::Cognito::UserPoolResourceServer") {
        let identifier = block.properties.get("Identifier").and_then(Json::as_str);
        let (Some(identifier), true) = (identifier, pool_id(block) == Some(pool)) else {
            continue;
        };
        for scope in items(block, "Scopes") {
            if let Some(name) = scope.get("ScopeName").and_then(Json::as_str) {
                servers.insert(format!("{identifier}/{name}"), server);
            }
        }
    }
    for (i, scope) in items(client, "AllowedOAuthScopes").iter().enumerate() {
        let Some(scope) = scope.as_str().filter(|scope| scope.contains('/')) else {
            continue;
        };
        let finding = match servers.get(scope) {
            None => COGNITO_SCOPE.found(
                format!("no resource server of the pool `{pool}` has the scope `{scope}`"),
                "add it to one",
            ),
            Some(server) if !client.depends_on().any(|id| id == *server) => COGNITO_SCOPE.found(
                format!("the client may be created before `{server}`, whose scope it uses"),
                format!("add `{server}` to `DependsOn`"),
            ),
            Some(_) => continue,
        };
        findings.push(Finding::resource(
            id,
            format!("Properties.AllowedOAuthScopes[{i}]"),
            finding,
        ));
    }
}

/// The pool that the resource belongs to, if it is in the template.
fn pool_of<'a>(template: &'a Template, block: &'a ResourceBlock) -> Option<(&'a str, &'a ResourceBlock)> {
    referenced_resource(
        template,
        block.properties.get("UserPoolId")?,
        "AWS::Cognito::UserPool",
    )
}

fn pool_id(block: &ResourceBlock) -> Option<&str> {
    block.properties.get("UserPoolId").and_then(referenced_id)
}

fn is_empty(value: &Json) -> bool {
    value.as_array().is_some_and(Vec::is_empty)
}

#[cfg(test)]
mod tests;
