//! A working user pool, and variations that Cognito would refuse or not serve.

use super::check;
use crate::Template;

/// A pool with managed login.
const GOOD: &str = "
Resources:
  Pool: {Type: AWS::Cognito::UserPool, Properties: {UserPoolTier: ESSENTIALS}}
  Domain:
    Type: AWS::Cognito::UserPoolDomain
    Properties:
      UserPoolId: {Ref: Pool}
      Domain: {Fn::Sub: 'words-${AWS::AccountId}'}
      ManagedLoginVersion: 2
  Server:
    Type: AWS::Cognito::UserPoolResourceServer
    Properties:
      UserPoolId: {Ref: Pool}
      Identifier: words
      Scopes: [{ScopeName: write}]
  Client:
    Type: AWS::Cognito::UserPoolClient
    DependsOn: [Server]
    Properties:
      UserPoolId: {Ref: Pool}
      AllowedOAuthFlowsUserPoolClient: true
      AllowedOAuthFlows: [code]
      AllowedOAuthScopes: [openid, words/write]
      SupportedIdentityProviders: [COGNITO]
      CallbackURLs: [{Fn::Sub: 'https://${Site.DomainName}/back'}, http://localhost:5173/back]
      LogoutURLs: ['https://words.example/bye']
      AccessTokenValidity: 15
      TokenValidityUnits: {AccessToken: minutes}
  Style:
    Type: AWS::Cognito::ManagedLoginBranding
    Properties: {UserPoolId: {Ref: Pool}, ClientId: {Ref: Client}, UseCognitoProvidedValues: true}
";

#[test]
fn a_complete_pool_is_valid() {
    expect(GOOD, "");
}

#[test]
fn the_classic_pages_need_no_style() {
    expect(
        &without("Style").replace("ManagedLoginVersion: 2", "ManagedLoginVersion: 1"),
        "",
    );
}

#[test]
fn a_client_without_a_domain_is_refused() {
    expect(
        &without("Domain"),
        "Resources/Client at Properties.UserPoolId: the pool `Pool` has no domain, so its sign-in pages would \
         answer 403\n  hint: add an `AWS::Cognito::UserPoolDomain`",
    );
}

#[test]
fn a_client_without_a_style_is_refused_on_managed_login() {
    expect(
        &without("Style"),
        "Resources/Client: the client has no managed login style, so its sign-in pages would answer 403\n  hint: add an \
         `AWS::Cognito::ManagedLoginBranding`; `UseCognitoProvidedValues` selects the default style",
    );
}

#[test]
fn a_client_without_an_identity_provider_is_refused() {
    expect(
        &GOOD.replace("SupportedIdentityProviders: [COGNITO]", ""),
        "Resources/Client at Properties.SupportedIdentityProviders: the client has no identity provider, so its \
         sign-in pages would answer 403\n  hint: add `COGNITO` for the pool itself, or another provider",
    );
}

#[test]
fn a_client_without_a_callback_is_refused() {
    expect(
        &GOOD.replace(
            "CallbackURLs: [{Fn::Sub: 'https://${Site.DomainName}/back'}, http://localhost:5173/back]",
            "CallbackURLs: []",
        ),
        "Resources/Client at Properties.CallbackURLs: the client has no callback URL, so its sign-in pages would \
         answer 403\n  hint: add the page to return to after sign-in",
    );
}

#[test]
fn a_client_with_disabled_oauth_flows_is_refused() {
    expect(
        &GOOD.replace("      AllowedOAuthFlowsUserPoolClient: true\n", ""),
        "Resources/Client at Properties.AllowedOAuthFlowsUserPoolClient: the client's OAuth flows are disabled, \
         so its sign-in pages would answer 403\n  hint: set it to `true`",
    );
}

#[test]
fn a_client_for_machines_needs_no_pages() {
    let machines = without("Domain")
        .replace("[code]", "[client_credentials]")
        .replace("SupportedIdentityProviders: [COGNITO]", "");
    expect(&machines, "");
}

#[test]
fn a_callback_is_https_and_has_no_fragment() {
    let with = |url: &str| GOOD.replace("http://localhost:5173/back", url);
    let at = "Resources/Client at Properties.CallbackURLs[1]: ";
    expect(
        &with("http://words.example/back"),
        &format!(
            "{at}`http://words.example/back` uses `http`, which is allowed for `localhost` only\n  hint: use \
             `https`"
        ),
    );
    expect(
        &with("http://localhost.example/back"),
        &format!(
            "{at}`http://localhost.example/back` uses `http`, which is allowed for `localhost` only\n  hint: use \
             `https`"
        ),
    );
    expect(
        &with("'https://words.example/#/back'"),
        &format!("{at}`https://words.example/#/back` has a fragment\n  hint: remove the fragment"),
    );
    expect(
        &with("/back"),
        &format!("{at}`/back` is not an absolute URL\n  hint: begin it with `https://`"),
    );
    expect(&with("words://back"), "");
}

#[test]
fn a_domain_prefix_follows_the_rules_of_cognito() {
    let with = |prefix: &str| GOOD.replace("words-${AWS::AccountId}", prefix);
    let at = "Resources/Domain at Properties.Domain: ";
    expect(
        &with("Words_${AWS::AccountId}"),
        &format!(
            "{at}the prefix `Words_…` has characters other than lower-case letters, digits and inner hyphens\n  hint: \
             rename it"
        ),
    );
    expect(
        &with("my-aws-words"),
        &format!("{at}the prefix `my-aws-words` contains the reserved word `aws`\n  hint: rename it"),
    );
}

#[test]
fn managed_login_is_not_available_in_the_lite_plan() {
    expect(
        &GOOD.replace("ESSENTIALS", "LITE"),
        "Resources/Domain at Properties.Domain: managed login is not available in the feature plan `LITE`\n  hint: use \
         `ESSENTIALS`, or set `ManagedLoginVersion` to 1",
    );
}

#[test]
fn a_client_depends_on_the_resource_server_of_its_scopes() {
    expect(
        &GOOD.replace("ScopeName: write", "ScopeName: read"),
        "Resources/Client at Properties.AllowedOAuthScopes[1]: no resource server of the pool `Pool` has the scope \
         `words/write`\n  hint: add it to one",
    );
    expect(
        &GOOD.replace("    DependsOn: [Server]\n", ""),
        "Resources/Client at Properties.AllowedOAuthScopes[1]: the client may be created before `Server`, whose \
         scope it uses\n  hint: add `Server` to `DependsOn`",
    );
}

#[test]
fn token_lifetimes_are_limited() {
    expect(
        &GOOD.replace("AccessTokenValidity: 15", "AccessTokenValidity: 2"),
        "Resources/Client at Properties.AccessTokenValidity: 2 minutes is out of range: 5 minutes to 1 day\n  \
         hint: change it",
    );
}

/// [`GOOD`] without one of its resources.
fn without(resource: &str) -> String {
    let start = GOOD
        .find(&format!("\n  {resource}:"))
        .expect("the resource is there")
        + 1;
    let end = GOOD[start + 3..]
        .match_indices("\n  ")
        .find(|(place, _)| !GOOD[start + 3 + place + 3..].starts_with(' '))
        .map_or(GOOD.len(), |(place, _)| start + 3 + place + 1);
    format!("{}{}", &GOOD[..start], &GOOD[end..])
}

#[track_caller]
fn expect(template: &str, expected: &str) {
    let template = Template::from_yaml(template).unwrap();
    let findings: Vec<String> = check(&template).iter().map(ToString::to_string).collect();
    assert_eq!(findings.join("\n"), expected);
}
