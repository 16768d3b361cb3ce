//! A pool that signs people in, and what keeps others from it.

use super::check;
use crate::Template;

/// A pool that signs people in on managed login.
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
fn a_pool_with_all_that_its_pages_need_is_fine() {
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
        "Resources/Client at Properties.UserPoolId: the pool `Pool` has no domain, so its pages would answer 403; \
         add an `AWS::Cognito::UserPoolDomain` to it",
    );
}

#[test]
fn a_client_without_a_style_is_refused_on_managed_login() {
    expect(
        &without("Style"),
        "Resources/Client: the client has no style for managed login, so its pages would answer 403; add an \
         `AWS::Cognito::ManagedLoginBranding` for it, with `UseCognitoProvidedValues` for Cognito's own",
    );
}

#[test]
fn a_client_without_an_identity_provider_is_refused() {
    expect(
        &GOOD.replace("SupportedIdentityProviders: [COGNITO]", ""),
        "Resources/Client at Properties.SupportedIdentityProviders: the client has no identity provider, so its \
         pages would answer 403; name `COGNITO`, which is the pool itself, or another",
    );
}

#[test]
fn a_client_without_a_callback_is_refused() {
    expect(
        &GOOD.replace(
            "CallbackURLs: [{Fn::Sub: 'https://${Site.DomainName}/back'}, http://localhost:5173/back]",
            "CallbackURLs: []",
        ),
        "Resources/Client at Properties.CallbackURLs: the client has no callback, so its pages would answer 403; \
         name the page that a sign-in comes back to",
    );
}

#[test]
fn a_client_whose_flows_are_off_is_refused() {
    expect(
        &GOOD.replace("      AllowedOAuthFlowsUserPoolClient: true\n", ""),
        "Resources/Client at Properties.AllowedOAuthFlowsUserPoolClient: the client's flows are not switched on, \
         so its pages would answer 403; set it to `true`",
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
            "{at}`http://words.example/back` is not `https`, which only `http://localhost` may do without; \
             change the scheme"
        ),
    );
    expect(
        &with("http://localhost.example/back"),
        &format!(
            "{at}`http://localhost.example/back` is not `https`, which only `http://localhost` may do without; \
             change the scheme"
        ),
    );
    expect(
        &with("'https://words.example/#/back'"),
        &format!("{at}`https://words.example/#/back` has a fragment, which Cognito refuses; leave it out"),
    );
    expect(
        &with("/back"),
        &format!("{at}`/back` is not an absolute address; begin it with `https://`"),
    );
    expect(&with("words://back"), "");
}

#[test]
fn a_prefix_keeps_cognitos_rules() {
    let with = |prefix: &str| GOOD.replace("words-${AWS::AccountId}", prefix);
    let at = "Resources/Domain at Properties.Domain: ";
    expect(
        &with("Words_${AWS::AccountId}"),
        &format!(
            "{at}the prefix `Words_…` is not of lower-case letters, digits and inner hyphens; rename it"
        ),
    );
    expect(
        &with("my-aws-words"),
        &format!("{at}the prefix `my-aws-words` has `aws` in it, which Cognito keeps to itself; rename it"),
    );
}

#[test]
fn managed_login_is_not_in_the_smallest_plan() {
    expect(
        &GOOD.replace("ESSENTIALS", "LITE"),
        "Resources/Domain at Properties.Domain: managed login is not in the plan `LITE`; take `ESSENTIALS`, or \
         version 1 of the pages",
    );
}

#[test]
fn a_scope_is_there_before_the_client_that_names_it() {
    expect(
        &GOOD.replace("ScopeName: write", "ScopeName: read"),
        "Resources/Client at Properties.AllowedOAuthScopes[1]: no resource server of the pool `Pool` has the scope \
         `words/write`; add it to one",
    );
    expect(
        &GOOD.replace("    DependsOn: [Server]\n", ""),
        "Resources/Client at Properties.AllowedOAuthScopes[1]: the client may be made before `Server`, whose scope \
         it names; let it depend on that",
    );
}

#[test]
fn tokens_live_as_long_as_cognito_lets_them() {
    expect(
        &GOOD.replace("AccessTokenValidity: 15", "AccessTokenValidity: 2"),
        "Resources/Client at Properties.AccessTokenValidity: 2 minutes is not what Cognito takes: five minutes to \
         a day; change it",
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
    let problems: Vec<String> = check(&template).iter().map(ToString::to_string).collect();
    assert_eq!(problems.join("\n"), expected);
}
