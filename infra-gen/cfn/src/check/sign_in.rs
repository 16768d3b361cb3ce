//! Sign-in pages that would not be served: Cognito takes a client whose domain, identity provider, callback or style is
//! missing, and answers 403 when somebody signs in. What it refuses on creation is told here, before anything is deployed.
//!
//! Only a [`crate::Stack`] is held to it: somebody else's pool may have its domain in another stack.

use std::{collections::BTreeMap, ops::RangeInclusive};

use super::{
    Problem,
    find::{UNKNOWN, items, of_type, resource, shown, text},
};
use crate::{
    call::named,
    template::{ResourceBlock, Template},
    value::Json,
};

/// Everything that keeps the template's user pools from signing people in.
pub(super) fn check(template: &Template) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (id, domain) in of_type(template, "AWS::Cognito::UserPoolDomain") {
        check_domain(template, id, domain, &mut problems);
    }
    for (id, client) in of_type(template, "AWS::Cognito::UserPoolClient") {
        for list in ["CallbackURLs", "LogoutURLs"] {
            check_urls(id, client, list, &mut problems);
        }
        check_lifetimes(id, client, &mut problems);
        if has_pages(client) {
            check_pages(template, id, client, &mut problems);
            check_scopes(template, id, client, &mut problems);
        }
    }
    problems
}

/// <https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain-prefix.html>
fn check_domain(template: &Template, id: &str, domain: &ResourceBlock, problems: &mut Vec<Problem>) {
    const RESERVED: [&str; 3] = ["amazon", "aws", "cognito"];
    let mut report = |message: String| problems.push(Problem::resource(id, "Properties.Domain", message));
    let tier = pool_of(template, domain).and_then(|(_, pool)| pool.properties.get("UserPoolTier"));
    if domain.properties.get("ManagedLoginVersion") == Some(&Json::from(2))
        && tier.is_some_and(|tier| tier == "LITE")
    {
        report(
            "managed login is not in the plan `LITE`; take `ESSENTIALS`, or version 1 of the pages"
                .to_owned(),
        );
    }
    let Some(prefix) = domain.properties.get("Domain").and_then(text) else {
        return;
    };
    if domain.properties.contains_key("CustomDomainConfig") {
        return;
    }
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == UNKNOWN;
    if !prefix.chars().all(plain) || prefix.starts_with('-') || prefix.ends_with('-') {
        report(format!(
            "the prefix `{}` is not of lower-case letters, digits and inner hyphens; rename it",
            shown(&prefix)
        ));
    }
    if let Some(word) = RESERVED.iter().find(|word| prefix.contains(**word)) {
        report(format!(
            "the prefix `{}` has `{word}` in it, which Cognito keeps to itself; rename it",
            shown(&prefix)
        ));
    }
}

/// <https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-app-idp-settings.html>
fn check_urls(id: &str, client: &ResourceBlock, list: &str, problems: &mut Vec<Problem>) {
    for (i, url) in items(client, list).iter().enumerate() {
        let Some(url) = text(url) else { continue };
        if let Some(complaint) = url_complaint(&url) {
            let message = format!("`{}` {complaint}", shown(&url));
            problems.push(Problem::resource(id, format!("Properties.{list}[{i}]"), message));
        }
    }
}

fn url_complaint(url: &str) -> Option<&'static str> {
    if url.contains('#') {
        return Some("has a fragment, which Cognito refuses; leave it out");
    }
    if url.starts_with(UNKNOWN) {
        return None;
    }
    let Some((scheme, rest)) = url.split_once("://") else {
        return Some("is not an absolute address; begin it with `https://`");
    };
    let host = rest.split(['/', ':', '?']).next().unwrap_or_default();
    (scheme == "http" && host != "localhost")
        .then_some("is not `https`, which only `http://localhost` may do without; change the scheme")
}

/// <https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-with-identity-providers.html>
fn check_lifetimes(id: &str, client: &ResourceBlock, problems: &mut Vec<Problem>) {
    const TOKENS: [(&str, &str, RangeInclusive<i64>, &str); 3] = [
        ("AccessToken", "hours", 300..=86_400, "five minutes to a day"),
        ("IdToken", "hours", 300..=86_400, "five minutes to a day"),
        (
            "RefreshToken",
            "days",
            3_600..=315_360_000,
            "an hour to ten years",
        ),
    ];
    let units = client.properties.get("TokenValidityUnits");
    for (token, default_unit, allowed, in_words) in TOKENS {
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
            let message = format!("{amount} {unit} is not what Cognito takes: {in_words}; change it");
            problems.push(Problem::resource(id, format!("Properties.{property}"), message));
        }
    }
}

/// Whether people sign in for this client on the pool's pages.
fn has_pages(client: &ResourceBlock) -> bool {
    let flows = items(client, "AllowedOAuthFlows");
    flows.iter().any(|flow| flow == "code" || flow == "implicit")
        || (flows.is_empty()
            && client.properties.get("AllowedOAuthFlowsUserPoolClient") == Some(&true.into()))
}

fn check_pages(template: &Template, id: &str, client: &ResourceBlock, problems: &mut Vec<Problem>) {
    let mut report = |property: &str, what: &str, hint: &str| {
        let message = format!("{what}, so its pages would answer 403; {hint}");
        problems.push(Problem::resource(id, property, message));
    };
    for (property, what, hint) in [
        (
            "SupportedIdentityProviders",
            "the client has no identity provider",
            "name `COGNITO`, which is the pool itself, or another",
        ),
        (
            "CallbackURLs",
            "the client has no callback",
            "name the page that a sign-in comes back to",
        ),
        ("AllowedOAuthFlows", "the client has no flow", "name `code`"),
        ("AllowedOAuthScopes", "the client has no scope", "name `openid`"),
    ] {
        if client.properties.get(property).is_none_or(is_empty) {
            report(&format!("Properties.{property}"), what, hint);
        }
    }
    if client.properties.get("AllowedOAuthFlowsUserPoolClient") != Some(&true.into()) {
        report(
            "Properties.AllowedOAuthFlowsUserPoolClient",
            "the client's flows are not switched on",
            "set it to `true`",
        );
    }
    let Some((pool, _)) = pool_of(template, client) else {
        return;
    };
    let domains: Vec<_> = of_type(template, "AWS::Cognito::UserPoolDomain")
        .filter(|(_, domain)| named_pool(domain) == Some(pool))
        .collect();
    if domains.is_empty() {
        report(
            "Properties.UserPoolId",
            &format!("the pool `{pool}` has no domain"),
            "add an `AWS::Cognito::UserPoolDomain` to it",
        );
    }
    let managed = domains
        .iter()
        .any(|(_, domain)| domain.properties.get("ManagedLoginVersion") == Some(&2.into()));
    let has_style = of_type(template, "AWS::Cognito::ManagedLoginBranding")
        .any(|(_, style)| style.properties.get("ClientId").and_then(named) == Some(id));
    if managed && !has_style {
        report(
            "",
            "the client has no style for managed login",
            "add an `AWS::Cognito::ManagedLoginBranding` for it, with `UseCognitoProvidedValues` for Cognito's own",
        );
    }
}

/// A scope of a resource server has to be there before the client, or creating the client fails.
fn check_scopes(template: &Template, id: &str, client: &ResourceBlock, problems: &mut Vec<Problem>) {
    let Some((pool, _)) = pool_of(template, client) else {
        return;
    };
    let mut servers: BTreeMap<String, &str> = BTreeMap::new();
    for (server, block) in of_type(template, "AWS::Cognito::UserPoolResourceServer") {
        let identifier = block.properties.get("Identifier").and_then(Json::as_str);
        let (Some(identifier), true) = (identifier, named_pool(block) == Some(pool)) else {
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
        let message = match servers.get(scope) {
            None => format!("no resource server of the pool `{pool}` has the scope `{scope}`; add it to one"),
            Some(server) if !client.depends_on().any(|id| id == *server) => {
                format!(
                    "the client may be made before `{server}`, whose scope it names; let it depend on that"
                )
            }
            Some(_) => continue,
        };
        problems.push(Problem::resource(
            id,
            format!("Properties.AllowedOAuthScopes[{i}]"),
            message,
        ));
    }
}

/// The pool that the resource belongs to, if it is in the template.
fn pool_of<'a>(template: &'a Template, block: &'a ResourceBlock) -> Option<(&'a str, &'a ResourceBlock)> {
    resource(
        template,
        block.properties.get("UserPoolId")?,
        "AWS::Cognito::UserPool",
    )
}

fn named_pool(block: &ResourceBlock) -> Option<&str> {
    block.properties.get("UserPoolId").and_then(named)
}

fn is_empty(value: &Json) -> bool {
    value.as_array().is_some_and(Vec::is_empty)
}

#[cfg(test)]
mod tests;
