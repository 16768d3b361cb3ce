//! What a user pool promises: who gets in, that its pages are served, and what its tokens are good for.

use infra_gen_cfn::{LogicalId, Problems, Stack, Template, cognito};
use infra_gen_constructs::{
    Branding, FeaturePlan, Invitation, Look, Mfa, Protection, RedirectUrls, Removal, Scope, SiteClientProps,
    TokenMinutes, UserPool, UserPoolProps,
};
use serde_json::{Map, Value as Json, json};

const PROPS: UserPoolProps<'static> = UserPoolProps {
    mfa: Mfa::Optional,
    plan: FeaturePlan::Essentials,
    invitation: Invitation {
        subject: "Welcome",
        message: "{username}, {####}",
        valid_days: 3,
    },
    deletion_protection: true,
    removal: Removal::Retain,
};

const MANAGED: Look = Look::ManagedLogin(Branding::CognitoProvided);

#[test]
fn nobody_signs_up_by_themselves() {
    let template = pool(&PROPS);
    let config = &properties(&template, "Staff")["AdminCreateUserConfig"];
    assert_eq!(config["AllowAdminCreateUserOnly"], true);
    assert_eq!(
        config["InviteMessageTemplate"]["EmailMessage"],
        "{username}, {####}"
    );
}

#[test]
fn members_sign_in_by_mail_in_any_case() {
    let template = pool(&PROPS);
    let staff = properties(&template, "Staff");
    assert_eq!(staff["UsernameAttributes"], json!(["email"]));
    assert_eq!(staff["UsernameConfiguration"]["CaseSensitive"], false);
}

#[test]
fn a_password_is_long_mixed_and_replaced_by_mail_only() {
    let template = pool(&PROPS);
    let staff = properties(&template, "Staff");
    assert_eq!(
        staff["Policies"]["PasswordPolicy"],
        json!({
            "MinimumLength": 12,
            "RequireLowercase": true,
            "RequireNumbers": true,
            "RequireSymbols": true,
            "RequireUppercase": true,
            "TemporaryPasswordValidityDays": 3,
        })
    );
    assert_eq!(
        staff["AccountRecoverySetting"]["RecoveryMechanisms"],
        json!([{ "Name": "verified_email", "Priority": 1 }])
    );
}

#[test]
fn a_second_factor_is_an_app_and_never_a_text_message() {
    for (mfa, configuration) in [(Mfa::Optional, "OPTIONAL"), (Mfa::Required, "ON")] {
        let template = pool(&UserPoolProps { mfa, ..PROPS });
        let staff = properties(&template, "Staff");
        assert_eq!(staff["MfaConfiguration"], configuration);
        assert_eq!(staff["EnabledMfas"], json!(["SOFTWARE_TOKEN_MFA"]));
    }
    let template = pool(&UserPoolProps {
        mfa: Mfa::Off,
        ..PROPS
    });
    assert_eq!(properties(&template, "Staff")["MfaConfiguration"], "OFF");
    assert!(!properties(&template, "Staff").contains_key("EnabledMfas"));
}

#[test]
fn attacks_are_looked_for_in_the_plan_that_offers_it() {
    let template = pool(&UserPoolProps {
        plan: FeaturePlan::Plus(Protection::Enforced),
        ..PROPS
    });
    let staff = properties(&template, "Staff");
    assert_eq!(staff["UserPoolTier"], "PLUS");
    assert_eq!(staff["UserPoolAddOns"]["AdvancedSecurityMode"], "ENFORCED");
    assert!(!properties(&pool(&PROPS), "Staff").contains_key("UserPoolAddOns"));
}

#[test]
fn a_protected_pool_stays() {
    let template = pool(&PROPS);
    assert_eq!(properties(&template, "Staff")["DeletionProtection"], "ACTIVE");
    let attributes = &template.resources["Staff"].attributes;
    assert_eq!(attributes["DeletionPolicy"], "Retain");
    assert_eq!(attributes["UpdateReplacePolicy"], "Retain");
}

#[test]
fn a_sites_client_is_public_and_uses_the_code_flow_only() {
    let template = site(&PROPS, MANAGED, |_| {}).unwrap();
    assert_eq!(
        Json::Object(properties(&template, "OfficeClient").clone()),
        json!({
            "UserPoolId": { "Ref": "Staff" },
            "GenerateSecret": false,
            "AllowedOAuthFlowsUserPoolClient": true,
            "AllowedOAuthFlows": ["code"],
            "AllowedOAuthScopes": ["openid", "email", "words/write"],
            "SupportedIdentityProviders": ["COGNITO"],
            "CallbackURLs": ["https://words.example/back"],
            "LogoutURLs": ["https://words.example/bye"],
            "PreventUserExistenceErrors": "ENABLED",
            "EnableTokenRevocation": true,
            "ExplicitAuthFlows": ["ALLOW_USER_SRP_AUTH"],
            "RefreshTokenRotation": { "Feature": "ENABLED", "RetryGracePeriodSeconds": 30 },
            "AccessTokenValidity": 15,
            "IdTokenValidity": 15,
            "RefreshTokenValidity": 720,
            "TokenValidityUnits": { "AccessToken": "minutes", "IdToken": "minutes", "RefreshToken": "minutes" },
        })
    );
    assert_eq!(
        template.resources["OfficeClient"].attributes["DependsOn"],
        json!(["StaffWordsResourceServer"]),
        "the scope is there first"
    );
}

#[test]
fn the_smallest_plan_keeps_its_refresh_tokens() {
    let lite = UserPoolProps {
        plan: FeaturePlan::Lite,
        ..PROPS
    };
    let template = site(&lite, Look::Classic, |_| {}).unwrap();
    let client = properties(&template, "OfficeClient");
    assert!(!client.contains_key("RefreshTokenRotation"));
    assert_eq!(
        client["ExplicitAuthFlows"],
        json!(["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH"])
    );
}

#[test]
fn managed_login_comes_with_a_style() {
    let template = site(&PROPS, MANAGED, |_| {}).unwrap();
    assert_eq!(properties(&template, "StaffDomain")["ManagedLoginVersion"], 2);
    assert_eq!(
        Json::Object(properties(&template, "OfficeBranding").clone()),
        json!({
            "UserPoolId": { "Ref": "Staff" },
            "ClientId": { "Ref": "OfficeClient" },
            "UseCognitoProvidedValues": true,
        })
    );
}

#[test]
fn a_style_of_ones_own_takes_the_place_of_cognitos() {
    let settings = json!({ "categories": { "global": { "colorSchemeMode": "LIGHT" } } });
    let look = Look::ManagedLogin(Branding::Settings(settings.clone()));
    let template = site(&PROPS, look, |_| {}).unwrap();
    let style = properties(&template, "OfficeBranding");
    assert_eq!(style["Settings"], settings);
    assert!(!style.contains_key("UseCognitoProvidedValues"));
}

#[test]
fn the_classic_pages_have_no_style() {
    let template = site(&PROPS, Look::Classic, |_| {}).unwrap();
    assert_eq!(properties(&template, "StaffDomain")["ManagedLoginVersion"], 1);
    assert!(!template.resources.contains_key("OfficeBranding"));
}

#[test]
fn a_callback_that_cognito_would_refuse_is_refused_at_once() {
    let problems = site(&PROPS, MANAGED, |props| {
        props.callback_urls.others = vec!["http://words.example/back".into()];
    });
    assert_eq!(
        problems.unwrap_err().to_string(),
        "test/Office/OfficeClient at Properties.CallbackURLs[1]: `http://words.example/back` is not `https`, which only \
         `http://localhost` may do without; change the scheme"
    );
}

#[test]
fn managed_login_in_the_smallest_plan_is_refused() {
    let lite = UserPoolProps {
        plan: FeaturePlan::Lite,
        ..PROPS
    };
    assert_eq!(
        site(&lite, MANAGED, |_| {}).unwrap_err().to_string(),
        "test/StaffDomain at Properties.Domain: managed login is not in the plan `LITE`; take `ESSENTIALS`, or version 1 \
         of the pages"
    );
}

#[test]
fn a_client_made_by_hand_is_held_to_the_same() {
    let mut stack = Stack::new("test");
    let staff = UserPool::new(&mut stack, &LogicalId::new("Staff"), &PROPS);
    stack.add(
        LogicalId::new("Raw"),
        cognito::UserPoolClient {
            allowed_oauth_flows_user_pool_client: Some(true.into()),
            allowed_oauth_flows: Some([cognito::user_pool_client::AllowedOAuthFlow::Code].into()),
            allowed_oauth_scopes: Some(["openid"].into()),
            supported_identity_providers: Some(["COGNITO"].into()),
            callback_urls: Some(["https://words.example/back"].into()),
            ..cognito::UserPoolClient::new(staff.id())
        },
    );
    assert_eq!(
        stack.finish().unwrap_err().to_string(),
        "test/Raw at Properties.UserPoolId: the pool `Staff` has no domain, so its pages would answer 403; add an \
         `AWS::Cognito::UserPoolDomain` to it"
    );
}

#[test]
fn the_pool_says_where_it_is() {
    let mut stack = Stack::new("test");
    let staff = UserPool::new(&mut stack, &LogicalId::new("Staff"), &PROPS);
    let pages = staff.add_pages(&mut stack, "words".into(), Look::Classic);
    stack.output(LogicalId::new("Issuer"), staff.issuer());
    stack.output(LogicalId::new("Pages"), pages.url());
    let template = stack.finish().unwrap();
    assert_eq!(
        template.outputs["Issuer"]["Value"],
        json!({ "Fn::Sub": "https://${Staff.ProviderName}" })
    );
    assert_eq!(
        template.outputs["Pages"]["Value"],
        json!({ "Fn::Sub": "https://words.auth.${AWS::Region}.amazoncognito.com" })
    );
}

fn pool(props: &UserPoolProps<'_>) -> Template {
    let mut stack = Stack::new("test");
    UserPool::new(&mut stack, &LogicalId::new("Staff"), props);
    stack.finish().expect("the pool is valid")
}

/// A pool with pages and a site whose members sign in there, after `change`.
fn site(
    pool: &UserPoolProps<'_>,
    look: Look,
    change: impl FnOnce(&mut SiteClientProps<'_>),
) -> Result<Template, Problems> {
    let mut stack = Stack::new("test");
    let staff = UserPool::new(&mut stack, &LogicalId::new("Staff"), pool);
    let scopes: [Scope; 1] = [staff
        .add_resource_server(&mut stack, "words", &[("write", "Write words")])
        .scope("write")];
    let pages = staff.add_pages(&mut stack, "words".into(), look);
    let mut props = SiteClientProps {
        callback_urls: RedirectUrls::one("https://words.example/back"),
        sign_out_urls: RedirectUrls::one("https://words.example/bye"),
        scopes: &scopes,
        token_minutes: TokenMinutes {
            access: 15,
            refresh: 720,
        },
    };
    change(&mut props);
    pages.add_site(&mut stack, &LogicalId::new("Office"), props);
    stack.finish()
}

fn properties<'a>(template: &'a Template, id: &str) -> &'a Map<String, Json> {
    &template.resources[id].properties
}
