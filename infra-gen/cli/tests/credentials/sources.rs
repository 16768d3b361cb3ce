//! Each source provides credentials, and the order of the sources is right.

use crate::fake::{Fake, WEB_ROLE};
use crate::home::{Home, run, time};

const SSO: &str = "\
[profile dev]
sso_session = corp
sso_account_id = 123456789012
sso_role_name = Developer
[sso-session corp]
sso_region = eu-west-1
sso_start_url = https://corp.example/start
";

const KEYS: &str = "\
[profile keys]
aws_access_key_id = AKIAPROFILEKEYS
aws_secret_access_key = key-secret
";

#[test]
fn keys_in_the_environment_are_used() {
    let (fake, home) = (Fake::start(), Home::new(""));
    let mut program = home.program(&fake);
    program
        .env("AWS_ACCESS_KEY_ID", "AKIAENVIRONMENT")
        .env("AWS_SECRET_ACCESS_KEY", "key-secret");
    run(program, &[]).expect_success();
    assert_eq!(fake.key_used(), "AKIAENVIRONMENT");
}

#[test]
fn a_profile_option_takes_precedence_over_the_environment() {
    let (fake, home) = (Fake::start(), Home::new(KEYS));
    let mut program = home.program(&fake);
    program
        .env("AWS_ACCESS_KEY_ID", "AKIAENVIRONMENT")
        .env("AWS_SECRET_ACCESS_KEY", "key-secret")
        .env("AWS_PROFILE", "other");
    run(program, &["--profile", "keys"]).expect_success();
    assert_eq!(fake.key_used(), "AKIAPROFILEKEYS");
}

#[test]
fn the_profile_of_the_environment_is_used() {
    let (fake, home) = (Fake::start(), Home::new(KEYS));
    let mut program = home.program(&fake);
    program.env("AWS_PROFILE", "keys");
    run(program, &[]).expect_success();
    assert_eq!(fake.key_used(), "AKIAPROFILEKEYS");
}

#[test]
fn keys_in_the_credentials_file_are_used() {
    let (fake, home) = (Fake::start(), Home::new(""));
    home.write(
        ".aws/credentials",
        "[default]\naws_access_key_id = AKIADEFAULT\naws_secret_access_key = key-secret\n",
    );
    run(home.program(&fake), &[]).expect_success();
    assert_eq!(fake.key_used(), "AKIADEFAULT");
}

#[test]
fn a_sign_in_to_an_sso_session_is_used() {
    let (fake, home) = (Fake::start(), Home::new(SSO));
    home.sign_in("corp", &time(3600));
    let ran = run(home.program(&fake), &["--profile", "dev", "--verbose"]);
    ran.expect_success();
    assert_eq!(fake.key_used(), "ASIASSOSSOSSO");
    let asked = &fake.seen()[0];
    assert_eq!(
        asked.what,
        "GET /federation/credentials?role_name=Developer&account_id=123456789012"
    );
    assert_eq!(asked.key, "sso-token");
    assert!(
        ran.stderr.starts_with(
            "credentials: found in profile `dev`: IAM Identity Center `corp`, access key ASIA…OSSO, expires in "
        ),
        "{}",
        ran.stderr
    );
}

#[test]
fn a_sign_in_of_a_profile_without_a_session_is_used() {
    let (fake, home) = (
        Fake::start(),
        Home::new(
            "[profile old]\nsso_start_url = https://corp.example/start\nsso_region = eu-west-1\nsso_account_id = \
             123456789012\nsso_role_name = Developer\n",
        ),
    );
    home.sign_in("https://corp.example/start", &time(3600));
    run(home.program(&fake), &["--profile", "old"]).expect_success();
    assert_eq!(fake.key_used(), "ASIASSOSSOSSO");
}

#[test]
fn a_credential_process_is_run() {
    let fake = Fake::start();
    let home = Home::new("");
    home.write(
        "vault.sh",
        "echo '{\"Version\": 1, \"AccessKeyId\": \"AKIAPROCESSKEY\", \"SecretAccessKey\": \"process-secret\"}'\n",
    );
    let script = home.path("vault.sh");
    home.write(
        ".aws/config",
        &format!("[profile vault]\ncredential_process = sh {}\n", script.display()),
    );
    run(home.program(&fake), &["--profile", "vault"]).expect_success();
    assert_eq!(fake.key_used(), "AKIAPROCESSKEY");
}

#[test]
fn a_session_of_aws_login_is_used() {
    const SESSION: &str = "arn:aws:iam::123456789012:user/ann";
    let (fake, home) = (
        Fake::start(),
        Home::new(&format!("[profile console]\nlogin_session = {SESSION}\n")),
    );
    home.log_in(SESSION, &time(3600));
    run(home.program(&fake), &["--profile", "console"]).expect_success();
    assert_eq!(fake.key_used(), "ASIALOGINLOGIN");
}

#[test]
fn a_web_identity_of_the_environment_is_used() {
    let (fake, home) = (Fake::start(), Home::new(""));
    home.write("token", "a-jwt");
    let mut program = home.program(&fake);
    program
        .env("AWS_WEB_IDENTITY_TOKEN_FILE", home.path("token"))
        .env("AWS_ROLE_ARN", WEB_ROLE);
    run(program, &[]).expect_success();
    assert_eq!(fake.key_used(), "ASIAWEBIDENTITY");
    assert!(
        fake.seen()[0].body.contains("WebIdentityToken=a-jwt"),
        "{:?}",
        fake.seen()
    );
}

#[test]
fn a_web_identity_of_a_profile_is_used() {
    let (fake, home) = (Fake::start(), Home::new(""));
    home.write("token", "a-jwt");
    let token = home.path("token");
    home.write(
        ".aws/config",
        &format!(
            "[profile ci]\nrole_arn = {WEB_ROLE}\nweb_identity_token_file = {}\n",
            token.display()
        ),
    );
    run(home.program(&fake), &["--profile", "ci"]).expect_success();
    assert_eq!(fake.key_used(), "ASIAWEBIDENTITY");
}

#[test]
fn the_credentials_of_a_container_are_used() {
    let (fake, home) = (Fake::start(), Home::new(""));
    let mut program = home.program(&fake);
    program
        .env(
            "AWS_CONTAINER_CREDENTIALS_FULL_URI",
            format!("{}/container", fake.address),
        )
        .env("AWS_CONTAINER_AUTHORIZATION_TOKEN", "container-token");
    run(program, &[]).expect_success();
    assert_eq!(fake.key_used(), "ASIACONTAINERROLE");
    assert_eq!(fake.seen()[0].key, "container-token");
}

#[test]
fn the_credentials_of_an_instance_are_used_with_a_session_token() {
    let (fake, home) = (Fake::start(), Home::new(""));
    let mut program = home.program(&fake);
    program
        .env("AWS_EC2_METADATA_DISABLED", "false")
        .env("AWS_EC2_METADATA_SERVICE_ENDPOINT", &fake.address);
    run(program, &[]).expect_success();
    assert_eq!(fake.key_used(), "ASIAINSTANCEROLE");
    let seen = fake.seen();
    assert_eq!(seen[0].what, "PUT /latest/api/token");
    assert_eq!(seen[1].key, "imds-token");
}

#[test]
fn a_chain_of_roles_is_assumed_in_order() {
    let config = format!(
        "{KEYS}[profile hub]\nrole_arn = arn:aws:iam::123456789012:role/hub\nsource_profile = keys\nexternal_id = \
         ticket\n[profile prod]\nrole_arn = arn:aws:iam::123456789012:role/prod\nsource_profile = \
         hub\nduration_seconds = 1800\n"
    );
    let (fake, home) = (Fake::start(), Home::new(&config));
    run(home.program(&fake), &["--profile", "prod"]).expect_success();
    assert_eq!(fake.key_used(), "ASIAROLEPROD");
    let seen = fake.seen();
    assert_eq!(seen[0].key, "AKIAPROFILEKEYS");
    assert!(seen[0].body.contains("ExternalId=ticket"), "{seen:?}");
    assert_eq!(seen[1].key, "ASIAROLEHUB");
    assert!(seen[1].body.contains("DurationSeconds=1800"), "{seen:?}");
}

#[test]
fn a_role_is_assumed_from_a_credential_source() {
    let config =
        "[profile ci]\nrole_arn = arn:aws:iam::123456789012:role/ci\ncredential_source = Environment\n";
    let (fake, home) = (Fake::start(), Home::new(config));
    let mut program = home.program(&fake);
    program
        .env("AWS_ACCESS_KEY_ID", "AKIAENVIRONMENT")
        .env("AWS_SECRET_ACCESS_KEY", "key-secret");
    run(program, &["--profile", "ci"]).expect_success();
    assert_eq!(fake.key_used(), "ASIAROLECI");
    assert_eq!(fake.seen()[0].key, "AKIAENVIRONMENT");
}

#[test]
fn a_role_is_assumed_from_an_sso_profile() {
    let config = format!(
        "{SSO}[profile prod]\nrole_arn = arn:aws:iam::123456789012:role/prod\nsource_profile = dev\n"
    );
    let (fake, home) = (Fake::start(), Home::new(&config));
    home.sign_in("corp", &time(3600));
    run(home.program(&fake), &["--profile", "prod"]).expect_success();
    assert_eq!(fake.key_used(), "ASIAROLEPROD");
    assert_eq!(fake.seen()[1].key, "ASIASSOSSOSSO");
}

#[test]
fn a_profile_can_be_the_source_of_its_own_role() {
    let config = format!("{KEYS}role_arn = arn:aws:iam::123456789012:role/own\nsource_profile = keys\n");
    let (fake, home) = (Fake::start(), Home::new(&config));
    run(home.program(&fake), &["--profile", "keys"]).expect_success();
    assert_eq!(fake.key_used(), "ASIAROLEOWN");
    assert_eq!(fake.seen()[0].key, "AKIAPROFILEKEYS");
}

#[test]
fn doctor_shows_the_source_and_the_account() {
    let (fake, home) = (Fake::start(), Home::new(SSO));
    home.sign_in("corp", &time(3600));
    let mut program = home.program(&fake);
    program.args(["doctor", "--env", "prod", "--profile", "dev"]);
    let output = program.output().unwrap();
    let report = String::from_utf8_lossy(&output.stdout);
    assert!(
        report
            .contains("account 123456789012, region eu-central-1, profile `dev`: IAM Identity Center `corp`"),
        "{report}"
    );
}
