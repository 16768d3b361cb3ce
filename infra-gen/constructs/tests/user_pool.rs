//! User pools, their sign-in pages, clients and scopes, checked in the template.

use infra_gen_cfn::{Findings, LogicalId, Stack, Template, cognito};
use infra_gen_constructs::{
    Branding, FeaturePlan, Invitation, Look, Mfa, Protection, RedirectUrls, ResourceServer,
    ResourceServerProps, ScopeProps, SignInPages, SignInPagesProps, SiteClient, SiteClientProps,
    TokenMinutes, UserPool, UserPoolGroup, UserPoolGroupProps, UserPoolProps,
};
use serde_json::{Map, Value as Json, json};

const STAFF: LogicalId = LogicalId::new("Staff");

#[test]
fn only_administrators_create_users() {
    let template = pool(UserPoolProps {
        invitation: Invitation {
            message: "{username}, {####}".into(),
            ..Default::default()
        },
        ..Default::default()
    });
    let config = &properties(&template, "Staff")["AdminCreateUserConfig"];
    assert_eq!(config["AllowAdminCreateUserOnly"], true);
    assert_eq!(
        config["InviteMessageTemplate"]["EmailMessage"],
        "{username}, {####}"
    );
}

#[test]
fn users_sign_in_by_email_address_in_any_case() {
    let template = pool(UserPoolProps::default());
    let staff = properties(&template, "Staff");
    assert_eq!(staff["UsernameAttributes"], json!(["email"]));
    assert_eq!(staff["UsernameConfiguration"]["CaseSensitive"], false);
}

#[test]
fn passwords_are_long_and_mixed_and_are_reset_by_email_only() {
    let template = pool(UserPoolProps::default());
    let staff = properties(&template, "Staff");
    assert_eq!(
        staff["Policies"]["PasswordPolicy"],
        json!({
            "MinimumLength": 12,
            "RequireLowercase": true,
            "RequireNumbers": true,
            "RequireSymbols": true,
            "RequireUppercase": true,
            "TemporaryPasswordValidityDays": 7,
        })
    );
    assert_eq!(
        staff["AccountRecoverySetting"]["RecoveryMechanisms"],
        json!([{ "Name": "verified_email", "Priority": 1 }])
    );
}

#[test]
fn the_second_factor_is_an_app_and_never_a_text_message() {
    for (mfa, configuration) in [(Mfa::Optional, "OPTIONAL"), (Mfa::Required, "ON")] {
        let template = pool(UserPoolProps {
            mfa,
            ..Default::default()
        });
        let staff = properties(&template, "Staff");
        assert_eq!(staff["MfaConfiguration"], configuration);
        assert_eq!(staff["EnabledMfas"], json!(["SOFTWARE_TOKEN_MFA"]));
    }
    let template = pool(UserPoolProps {
        mfa: Mfa::Off,
        ..Default::default()
    });
    assert_eq!(properties(&template, "Staff")["MfaConfiguration"], "OFF");
    assert!(!properties(&template, "Staff").contains_key("EnabledMfas"));
}

#[test]
fn only_the_plan_plus_detects_attacks() {
    let template = pool(UserPoolProps {
        plan: FeaturePlan::Plus(Protection::Enforced),
        ..Default::default()
    });
    let staff = properties(&template, "Staff");
    assert_eq!(staff["UserPoolTier"], "PLUS");
    assert_eq!(staff["UserPoolAddOns"]["AdvancedSecurityMode"], "ENFORCED");
    let essentials = pool(UserPoolProps::default());
    assert!(!properties(&essentials, "Staff").contains_key("UserPoolAddOns"));
}

#[test]
fn a_pool_can_be_protected_against_deletion() {
    let template = pool(UserPoolProps {
        deletion_protection: true,
        ..Default::default()
    });
    assert_eq!(properties(&template, "Staff")["DeletionProtection"], "ACTIVE");
}

#[test]
fn a_group_belongs_to_its_pool() {
    let mut stack = Stack::new("test");
    let staff = UserPool::new(&mut stack, STAFF, UserPoolProps::default());
    let props = UserPoolGroupProps {
        description: Some("May edit words".into()),
        ..UserPoolGroupProps::new(&staff, "editors")
    };
    UserPoolGroup::new(&mut stack, LogicalId::new("Editors"), props);
    let template = stack.finish().unwrap();
    assert_eq!(
        Json::Object(properties(&template, "EditorsGroup").clone()),
        json!({
            "UserPoolId": { "Ref": "Staff" },
            "GroupName": "editors",
            "Description": "May edit words",
        })
    );
}

#[test]
fn a_sites_client_is_public_and_uses_the_code_flow_only() {
    let template = site(FeaturePlan::Essentials, Look::default(), |_| {}).unwrap();
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
        "the scope is created first"
    );
}

#[test]
fn the_plan_lite_does_not_rotate_refresh_tokens() {
    let template = site(FeaturePlan::Lite, Look::Classic, |_| {}).unwrap();
    let client = properties(&template, "OfficeClient");
    assert!(!client.contains_key("RefreshTokenRotation"));
    assert_eq!(
        client["ExplicitAuthFlows"],
        json!(["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH"])
    );
}

#[test]
fn managed_login_has_a_branding() {
    let template = site(FeaturePlan::Essentials, Look::default(), |_| {}).unwrap();
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
fn the_branding_can_have_custom_settings() {
    let settings = json!({ "categories": { "global": { "colorSchemeMode": "LIGHT" } } });
    let look = Look::ManagedLogin(Branding::Settings(settings.clone()));
    let template = site(FeaturePlan::Essentials, look, |_| {}).unwrap();
    let branding = properties(&template, "OfficeBranding");
    assert_eq!(branding["Settings"], settings);
    assert!(!branding.contains_key("UseCognitoProvidedValues"));
}

#[test]
fn the_classic_pages_have_no_branding() {
    let template = site(FeaturePlan::Essentials, Look::Classic, |_| {}).unwrap();
    assert_eq!(properties(&template, "StaffDomain")["ManagedLoginVersion"], 1);
    assert!(!template.resources.contains_key("OfficeBranding"));
}

#[test]
fn a_callback_that_cognito_rejects_is_reported() {
    let problems = site(FeaturePlan::Essentials, Look::default(), |props| {
        props.callback_urls.others = vec!["http://words.example/back".into()];
    });
    assert_eq!(
        problems.unwrap_err().to_string(),
        "test/Office/OfficeClient at Properties.CallbackURLs[1]: `http://words.example/back` uses `http`, which is \
         allowed for `localhost` only\n  hint: use `https`"
    );
}

#[test]
fn managed_login_in_the_plan_lite_is_reported() {
    let problems = site(FeaturePlan::Lite, Look::default(), |_| {});
    assert_eq!(
        problems.unwrap_err().to_string(),
        "test/StaffDomain at Properties.Domain: managed login is not available in the feature plan `LITE`\n  hint: use \
         `ESSENTIALS`, or set `ManagedLoginVersion` to 1"
    );
}

#[test]
fn the_checks_also_apply_to_a_client_without_the_construct() {
    let mut stack = Stack::new("test");
    let staff = UserPool::new(&mut stack, STAFF, UserPoolProps::default());
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
        "test/Raw at Properties.UserPoolId: the pool `Staff` has no domain, so its sign-in pages would answer 403\n  hint: add \
         an `AWS::Cognito::UserPoolDomain`"
    );
}

#[test]
fn a_pool_has_an_issuer_and_its_pages_have_a_url() {
    let mut stack = Stack::new("test");
    let staff = UserPool::new(&mut stack, STAFF, UserPoolProps::default());
    let pages = SignInPages::new(&mut stack, STAFF, SignInPagesProps::new(&staff, "words"));
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

fn pool(props: UserPoolProps) -> Template {
    let mut stack = Stack::new("test");
    UserPool::new(&mut stack, STAFF, props);
    stack.finish().expect("the pool is valid")
}

/// A pool with sign-in pages and a site whose users sign in there, after `change`.
fn site(
    plan: FeaturePlan,
    look: Look,
    change: impl FnOnce(&mut SiteClientProps<'_>),
) -> Result<Template, Findings> {
    let mut stack = Stack::new("test");
    let staff = UserPool::new(
        &mut stack,
        STAFF,
        UserPoolProps {
            plan,
            ..Default::default()
        },
    );
    let words = ResourceServer::new(
        &mut stack,
        LogicalId::new("StaffWords"),
        ResourceServerProps {
            scopes: vec![ScopeProps::new("write", "Write words")],
            ..ResourceServerProps::new(&staff, "words")
        },
    );
    let pages = SignInPages::new(
        &mut stack,
        STAFF,
        SignInPagesProps {
            look,
            ..SignInPagesProps::new(&staff, "words")
        },
    );
    let mut props = SiteClientProps {
        scopes: vec![words.scope("write")],
        token_minutes: TokenMinutes {
            access: 15,
            refresh: 720,
        },
        ..SiteClientProps::new(
            &pages,
            RedirectUrls::new("https://words.example/back"),
            RedirectUrls::new("https://words.example/bye"),
        )
    };
    change(&mut props);
    SiteClient::new(&mut stack, LogicalId::new("Office"), props);
    stack.finish()
}

fn properties<'a>(template: &'a Template, id: &str) -> &'a Map<String, Json> {
    &template.resources[id].properties
}
