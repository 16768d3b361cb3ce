//! A failure names its cause, the sources that were tried, and a hint.

use std::time::{Duration, Instant};

use crate::fake::{Fake, OTHER_ACCOUNT_KEY, rejecting, silent, unused_address};
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

#[test]
fn without_credentials_all_sources_are_listed() {
    let (fake, home) = (Fake::start(), Home::new(""));
    run(home.program(&fake), &[]).expect_failure(
        "error: could not load AWS credentials\n  environment: AWS_ACCESS_KEY_ID is not set\n  profile `default` \
         (~/.aws/config): profile not found\n  web identity: AWS_WEB_IDENTITY_TOKEN_FILE is not set\n  \
         container: not configured\n  instance metadata: disabled by AWS_EC2_METADATA_DISABLED\n  hint: \
         sign in with `aws sso login` or `aws login`, choose a profile with `--profile NAME`, or set AWS_ACCESS_KEY_ID \
         and AWS_SECRET_ACCESS_KEY",
    );
}

#[test]
fn a_machine_without_instance_metadata_is_recognized_within_seconds() {
    let (fake, home) = (Fake::start(), Home::new(""));
    let mut program = home.program(&fake);
    let silent = silent();
    program
        .env("AWS_EC2_METADATA_DISABLED", "false")
        .env("AWS_EC2_METADATA_SERVICE_ENDPOINT", &silent);
    let start = Instant::now();
    let ran = run(program, &[]);
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
    let expected = format!(
        "  instance metadata: no response from {} within 1 s\n",
        &silent["http://".len()..]
    );
    assert!(ran.stderr.contains(&expected), "{}", ran.stderr);
}

#[test]
fn an_expired_sign_in_names_the_command_that_renews_it() {
    let (fake, home) = (Fake::start(), Home::new(SSO));
    home.sign_in("corp", &time(-3 * 3600 - 60));
    let mut program = home.program(&fake);
    program.env("AWS_PROFILE", "dev");
    run(program, &[]).expect_failure(
        "error: could not load AWS credentials\n  environment: AWS_ACCESS_KEY_ID is not set\n  profile `dev` \
         (~/.aws/config): the SSO token expired 3 hours ago\n  hint: run `aws sso login --profile dev`",
    );
}

#[test]
fn a_missing_sign_in_names_the_command_that_signs_in() {
    let (fake, home) = (Fake::start(), Home::new(SSO));
    run(home.program(&fake), &["--profile", "dev"]).expect_failure(
        "error: could not load AWS credentials\n  profile `dev` (~/.aws/config): not signed in: there is no cached SSO \
         token\n  hint: run `aws sso login --profile dev`",
    );
}

#[test]
fn the_source_of_a_role_is_named_when_it_fails() {
    let config = format!(
        "{SSO}[profile prod]\nrole_arn = arn:aws:iam::123456789012:role/prod\nsource_profile = dev\n"
    );
    let (fake, home) = (Fake::start(), Home::new(&config));
    home.sign_in("corp", &time(-120));
    run(home.program(&fake), &["--profile", "prod"]).expect_failure(
        "error: could not load AWS credentials\n  profile `prod` (~/.aws/config): source `dev`: the SSO token expired \
         2 minutes ago\n  hint: run `aws sso login --profile dev`",
    );
}

#[test]
fn no_other_source_replaces_a_failed_profile() {
    let (fake, home) = (Fake::start(), Home::new(SSO));
    home.sign_in("corp", &time(-120));
    let mut program = home.program(&fake);
    program
        .env("AWS_PROFILE", "dev")
        .env("AWS_EC2_METADATA_DISABLED", "false")
        .env("AWS_EC2_METADATA_SERVICE_ENDPOINT", &fake.address)
        .env(
            "AWS_CONTAINER_CREDENTIALS_FULL_URI",
            format!("{}/container", fake.address),
        );
    assert_eq!(run(program, &[]).code, Some(1));
    assert!(fake.seen().is_empty(), "{:?}", fake.seen());
}

#[test]
fn a_network_failure_is_not_reported_as_missing_credentials() {
    let (fake, home) = (Fake::start(), Home::new(SSO));
    home.sign_in("corp", &time(3600));
    let mut program = home.program(&fake);
    program.env("AWS_ENDPOINT_URL_SSO", unused_address());
    let ran = run(program, &["--profile", "dev"]);
    assert_eq!(ran.code, Some(1));
    let expected = "profile `dev` (~/.aws/config): no connection to IAM Identity Center (Connection refused";
    assert!(ran.stderr.contains(expected), "{}", ran.stderr);
    assert!(
        ran.stderr
            .ends_with("hint: check the network connection, DNS and the proxy settings (HTTPS_PROXY)\n"),
        "{}",
        ran.stderr
    );
    assert!(!ran.stderr.contains("sso login"), "{}", ran.stderr);
}

#[test]
fn an_unreachable_service_is_reported_after_three_connection_attempts() {
    let (fake, home) = (Fake::start(), Home::new(""));
    let (address, connections) = rejecting();
    let mut program = home.program(&fake);
    program
        .env("AWS_ENDPOINT_URL_CLOUDFORMATION", address)
        .env("AWS_ACCESS_KEY_ID", "AKIAENVIRONMENT")
        .env("AWS_SECRET_ACCESS_KEY", "key-secret");
    let ran = run(program, &[]);
    assert_eq!(ran.code, Some(1));
    assert!(
        ran.stderr
            .starts_with("error: could not describe stack `noticeboard-prod`: no connection ("),
        "{}",
        ran.stderr
    );
    assert_eq!(*connections.lock().unwrap(), 3);
}

#[test]
fn an_unknown_profile_lists_the_known_ones() {
    let (fake, home) = (
        Fake::start(),
        Home::new(&format!("{SSO}[profile prod]\nregion = eu-west-1\n")),
    );
    let expected = |others: &str| {
        format!(
            "error: could not load AWS credentials\n{others}  profile `prd` (~/.aws/config): profile not found; \
             known profiles: `dev`, `prod`\n  hint: choose one of them with `--profile` or AWS_PROFILE"
        )
    };
    run(home.program(&fake), &["--profile", "prd"]).expect_failure(&expected(""));
    let mut program = home.program(&fake);
    program.env("AWS_PROFILE", "prd");
    run(program, &[]).expect_failure(&expected("  environment: AWS_ACCESS_KEY_ID is not set\n"));
}

#[test]
fn an_access_key_without_its_secret_is_an_error() {
    let (fake, home) = (Fake::start(), Home::new(""));
    let mut program = home.program(&fake);
    program.env("AWS_ACCESS_KEY_ID", "AKIAENVIRONMENT");
    run(program, &[]).expect_failure(
        "error: could not load AWS credentials\n  environment: AWS_ACCESS_KEY_ID is set, but AWS_SECRET_ACCESS_KEY is \
         not\n  hint: set both, or neither",
    );
}

#[test]
fn a_failing_credential_process_is_shown_with_its_stderr() {
    let (fake, home) = (Fake::start(), Home::new(""));
    home.write(
        "vault.sh",
        "echo 'process-secret'\necho 'the vault is locked' >&2\nexit 3\n",
    );
    let script = home.path("vault.sh");
    home.write(
        ".aws/config",
        &format!("[profile vault]\ncredential_process = sh {}\n", script.display()),
    );
    run(home.program(&fake), &["--profile", "vault"]).expect_failure(
        "error: could not load AWS credentials\n  profile `vault` (~/.aws/config): the credential process failed (exit \
         status: 3):\n    the vault is locked\n  hint: run the `credential_process` of profile `vault` manually",
    );
}

#[test]
fn a_missing_credential_process_is_reported() {
    let (fake, home) = (
        Fake::start(),
        Home::new("[profile vault]\ncredential_process = no-such-program --role x\n"),
    );
    let ran = run(home.program(&fake), &["--profile", "vault"]);
    assert_eq!(ran.code, Some(1));
    assert!(
        ran.stderr
            .contains("the credential process failed (exit status: 127):"),
        "{}",
        ran.stderr
    );
    assert!(ran.stderr.contains("no-such-program"), "{}", ran.stderr);
}

#[test]
fn invalid_output_of_a_credential_process_is_not_shown() {
    for output in [
        r#"{"Version": 1, "SecretAccessKey": "process-secret""#,
        "process-secret",
        "{}",
    ] {
        let (fake, home) = (Fake::start(), Home::new(""));
        home.write("output", output);
        let path = home.path("output");
        home.write(
            ".aws/config",
            &format!("[profile vault]\ncredential_process = cat {}\n", path.display()),
        );
        let ran = run(home.program(&fake), &["--profile", "vault", "--verbose"]);
        assert_eq!(ran.code, Some(1));
        assert!(
            ran.stderr
                .contains("the credential process did not write valid credentials"),
            "{}",
            ran.stderr
        );
    }
}

#[test]
fn an_expired_session_of_aws_login_names_the_command_that_renews_it() {
    const SESSION: &str = "arn:aws:iam::123456789012:user/ann";
    let (fake, home) = (
        Fake::start(),
        Home::new(&format!("[profile console]\nlogin_session = {SESSION}\n")),
    );
    run(home.program(&fake), &["--profile", "console"]).expect_failure(
        "error: could not load AWS credentials\n  profile `console` (~/.aws/config): not signed in: there is no cached \
         session of `aws login`\n  hint: run `aws login --profile console`",
    );
    home.log_in(SESSION, &time(-2 * 86_400 - 60));
    run(home.program(&fake), &["--profile", "console"]).expect_failure(
        "error: could not load AWS credentials\n  profile `console` (~/.aws/config): the session of `aws login` \
         expired 2 days ago and could not be refreshed\n  hint: run `aws login --profile console`",
    );
}

#[test]
fn verbose_shows_every_source_and_every_cause() {
    let (fake, home) = (Fake::start(), Home::new(SSO));
    home.sign_in("corp", &time(3600));
    let mut program = home.program(&fake);
    program
        .env("AWS_PROFILE", "dev")
        .env("AWS_ENDPOINT_URL_SSO", unused_address());
    let ran = run(program, &["-v"]);
    assert_eq!(ran.code, Some(1));
    let start = "credentials: environment: AWS_ACCESS_KEY_ID is not set\ncredentials: profile `dev` (~/.aws/config): no \
                  connection to IAM Identity Center";
    assert!(ran.stderr.starts_with(start), "{}", ran.stderr);
    let causes = ran
        .stderr
        .lines()
        .filter(|line| line.starts_with("  caused by: "));
    assert!(causes.count() >= 3, "{}", ran.stderr);
    assert!(
        ran.stderr.contains("  caused by: dispatch failure\n"),
        "{}",
        ran.stderr
    );
}

#[test]
fn a_role_with_an_mfa_device_needs_a_terminal() {
    let config = "[profile keys]\naws_access_key_id = AKIAPROFILEKEYS\naws_secret_access_key = key-secret\n[profile \
                  prod]\nrole_arn = arn:aws:iam::123456789012:role/prod\nsource_profile = keys\nmfa_serial = \
                  arn:aws:iam::123456789012:mfa/ann\n";
    let (fake, home) = (Fake::start(), Home::new(config));
    run(home.program(&fake), &["--profile", "prod"]).expect_failure(
        "error: could not load AWS credentials\n  profile `prod` (~/.aws/config): role \
         `arn:aws:iam::123456789012:role/prod` requires an MFA code, but stdin is not a terminal\n  hint: run the command in a \
         terminal, or export a session first: `eval \"$(aws configure export-credentials --profile prod --format \
         env)\"`",
    );
    assert!(fake.seen().is_empty(), "{:?}", fake.seen());
}

#[test]
fn an_invalid_profile_is_not_reported_as_a_missing_sign_in() {
    let config = SSO.replace("[sso-session corp]", "[sso-session corporation]");
    let (fake, home) = (Fake::start(), Home::new(&config));
    let ran = run(home.program(&fake), &["--profile", "dev"]);
    assert_eq!(ran.code, Some(1));
    assert!(
        ran.stderr.contains("`corp`") && ran.stderr.contains("was not found"),
        "{}",
        ran.stderr
    );
    assert!(
        ran.stderr
            .ends_with("hint: correct profile `dev` in ~/.aws/config\n"),
        "{}",
        ran.stderr
    );
}

#[test]
fn credentials_of_another_account_are_refused() {
    let (fake, home) = (Fake::start(), Home::new(""));
    home.write(
        "template.yaml",
        "Resources: { Topic: { Type: 'AWS::SNS::Topic' } }\n",
    );
    let mut program = home.program(&fake);
    program
        .env("TEMPLATE", home.path("template.yaml"))
        .env("AWS_ACCESS_KEY_ID", OTHER_ACCOUNT_KEY)
        .env("AWS_SECRET_ACCESS_KEY", "key-secret")
        .args(["diff", "--env", "prod"]);
    let output = program.output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        String::from_utf8_lossy(&output.stderr),
        "error: the credentials belong to account `999999999999`, but the environment belongs to `123456789012`\n  hint: \
         choose another profile with `--profile` or `AWS_PROFILE`\n"
    );
}

#[test]
fn a_revoked_sign_in_names_the_command_that_renews_it() {
    let (fake, home) = (Fake::start(), Home::new(&SSO.replace("Developer", "SignedOut")));
    home.sign_in("corp", &time(3600));
    run(home.program(&fake), &["--profile", "dev"]).expect_failure(
        "error: could not load AWS credentials\n  profile `dev` (~/.aws/config): IAM Identity Center rejected the SSO \
         token; you may have signed out elsewhere\n  hint: run `aws sso login --profile dev`",
    );
}

#[test]
fn a_role_that_is_not_assigned_is_not_reported_as_a_missing_sign_in() {
    let (fake, home) = (Fake::start(), Home::new(&SSO.replace("Developer", "Forbidden")));
    home.sign_in("corp", &time(3600));
    let ran = run(home.program(&fake), &["--profile", "dev"]);
    assert_eq!(ran.code, Some(1));
    assert!(
        ran.stderr.contains(
            "IAM Identity Center refused the role or the account: `ForbiddenException` (No access)"
        ),
        "{}",
        ran.stderr
    );
    assert!(
        ran.stderr
            .ends_with("hint: check `sso_account_id` and `sso_role_name` of the profile\n"),
        "{}",
        ran.stderr
    );
}

#[test]
fn a_role_that_cannot_be_assumed_is_reported_with_the_response_of_sts() {
    let config = "[profile keys]\naws_access_key_id = AKIAPROFILEKEYS\naws_secret_access_key = key-secret\n[profile \
                  prod]\nrole_arn = arn:aws:iam::123456789012:role/refused\nsource_profile = keys\n";
    let (fake, home) = (Fake::start(), Home::new(config));
    run(home.program(&fake), &["--profile", "prod"]).expect_failure(
        "error: could not load AWS credentials\n  profile `prod` (~/.aws/config): could not assume role \
         `arn:aws:iam::123456789012:role/refused`: `AccessDenied` (you may not assume it)\n  hint: check that the source profile is allowed to \
         assume the role, and that the role trusts it",
    );
}

#[test]
fn a_rejected_web_identity_is_reported_with_the_response_of_sts() {
    let (fake, home) = (Fake::start(), Home::new(""));
    home.write("token", "a-jwt");
    let mut program = home.program(&fake);
    program
        .env("AWS_WEB_IDENTITY_TOKEN_FILE", home.path("token"))
        .env("AWS_ROLE_ARN", "arn:aws:iam::123456789012:role/refused");
    let ran = run(program, &[]);
    assert_eq!(ran.code, Some(1));
    assert!(
        ran.stderr
            .contains("  web identity: AWS STS returned `AccessDenied` (you may not assume it)\n"),
        "{}",
        ran.stderr
    );
}
