//! User pools and clients: factors, attributes and flows.
//! <https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html>

use std::collections::BTreeSet;

use crate::{
    check::{
        cases::{Cases, View},
        catalog::services::cognito::{ATTRIBUTE, CLIENT, MFA},
    },
    finding::Finding,
};

pub(super) fn check(cases: &mut Cases<'_>, findings: &mut Vec<Finding>) {
    cases.each("AWS::Cognito::UserPool", findings, |pool, findings| {
        factors(pool, findings);
        attributes(pool, findings);
    });
    cases.each("AWS::Cognito::UserPoolClient", findings, |client, findings| {
        oauth(client, findings);
        flows(client, findings);
    });
}

/// <https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html>
fn factors(pool: &View<'_, '_>, findings: &mut Vec<Finding>) {
    let configuration = pool.get("MfaConfiguration");
    let factors = pool.get("EnabledMfas");
    let has_no_sms = pool.get("SmsConfiguration").is_absent();
    let is_on = configuration.is("ON") || configuration.is("OPTIONAL");
    if is_on && has_no_sms && factors.is_absent() {
        let message = "the pool has no second factor";
        findings.push(configuration.found(MFA.found(message, "set `EnabledMfas`")));
    }
    for factor in factors.items() {
        if factor.is("SMS_MFA") && has_no_sms {
            let message = "the factor `SMS_MFA` requires `SmsConfiguration`";
            findings.push(factor.found(MFA.found(message, "add it, or use `SOFTWARE_TOKEN_MFA`")));
        }
    }
}

/// <https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html>
fn attributes(pool: &View<'_, '_>, findings: &mut Vec<Finding>) {
    let mut names = BTreeSet::new();
    for attribute in pool.get("Schema").items() {
        let name = attribute.get("Name");
        let Some(text) = name.text() else { continue };
        let required = attribute.get("Required");
        if required.is_true() && !STANDARD_ATTRIBUTES.contains(&text.to_lowercase().as_str()) {
            let message = format!("the custom attribute `{text}` cannot be required");
            findings.push(required.found(ATTRIBUTE.found(message, "remove `Required`")));
        }
        if !names.insert(text.clone()) {
            let message = format!("another attribute has the name `{text}`");
            findings.push(name.found(ATTRIBUTE.found(message, "remove one of the two")));
        }
    }
    let aliases = pool.get("AliasAttributes");
    let is_set = |list: &View<'_, '_>| list.items().iter().any(View::is_present);
    if is_set(&aliases) && is_set(&pool.get("UsernameAttributes")) {
        let message = "`AliasAttributes` cannot be combined with `UsernameAttributes`";
        findings.push(aliases.found(ATTRIBUTE.found(message, "remove one of the two")));
    }
}

const STANDARD_ATTRIBUTES: [&str; 20] = [
    "address",
    "birthdate",
    "email",
    "email_verified",
    "family_name",
    "gender",
    "given_name",
    "locale",
    "middle_name",
    "name",
    "nickname",
    "phone_number",
    "phone_number_verified",
    "picture",
    "preferred_username",
    "profile",
    "sub",
    "updated_at",
    "website",
    "zoneinfo",
];

fn oauth(client: &View<'_, '_>, findings: &mut Vec<Finding>) {
    let flows = client.get("AllowedOAuthFlows");
    if client.get("AllowedOAuthFlowsUserPoolClient").is_true() {
        for name in ["AllowedOAuthFlows", "AllowedOAuthScopes"] {
            if client.get(name).is_absent() {
                let message = format!("a client with OAuth flows requires `{name}`");
                let hint = "add it, or remove `AllowedOAuthFlowsUserPoolClient`";
                findings.push(client.found(CLIENT.found(message, hint)));
            }
        }
    }
    if let Some(names) = flows.texts()
        && names.iter().any(|name| name == "client_credentials")
    {
        if names.len() > 1 {
            let message = "`client_credentials` cannot be combined with another flow";
            findings.push(flows.found(CLIENT.found(message, "create another client")));
        } else if client.get("GenerateSecret").is_or_absent("false") {
            let message = "`client_credentials` requires a client with a secret";
            findings.push(flows.found(CLIENT.found(message, "set `GenerateSecret`")));
        }
    }
    let default = client.get("DefaultRedirectURI");
    if let (Some(url), Some(urls)) = (default.text(), client.get("CallbackURLs").texts())
        && !urls.contains(&url)
    {
        let message = format!("`{url}` is not in `CallbackURLs`");
        findings.push(default.found(CLIENT.found(message, "add it there")));
    }
}

fn flows(client: &View<'_, '_>, findings: &mut Vec<Finding>) {
    let flows = client.get("ExplicitAuthFlows");
    let names: Vec<_> = flows.items().iter().filter_map(View::text).collect();
    let is_new = |name: &&std::borrow::Cow<'_, str>| name.starts_with("ALLOW_");
    if let (Some(new), Some(old)) = (names.iter().find(is_new), names.iter().find(|name| !is_new(name))) {
        let message = format!("`{old}` cannot be combined with `{new}`");
        findings.push(flows.found(CLIENT.found(message, "use flows with the prefix `ALLOW_` only")));
    }
}
