//! A home folder with AWS configuration, and the program that uses it.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{SystemTime, UNIX_EPOCH};

use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::Format;
use sha1::Sha1;
use sha2::{Digest, Sha256};
use tempfile::TempDir;

use crate::fake::Fake;

/// A home folder.
pub(crate) struct Home(TempDir);

/// The exit code and the output of a run.
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Home {
    /// A home folder with this `~/.aws/config`.
    pub(crate) fn new(config: &str) -> Self {
        let home = Self(tempfile::tempdir().unwrap());
        home.write(".aws/config", config);
        home
    }

    pub(crate) fn path(&self, file: &str) -> PathBuf {
        self.0.path().join(file)
    }

    pub(crate) fn write(&self, file: &str, text: &str) {
        let path = self.path(file);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    /// A sign-in to IAM Identity Center, as the AWS CLI caches it.
    pub(crate) fn sign_in(&self, cached_under: &str, expires_at: &str) {
        self.write(
            &format!(".aws/sso/cache/{}.json", hex(&Sha1::digest(cached_under))),
            &format!(
                r#"{{"accessToken":"sso-token","expiresAt":"{expires_at}","region":"eu-west-1","startUrl":"https://corp.example/start"}}"#
            ),
        );
    }

    /// A sign-in of `aws login`.
    pub(crate) fn log_in(&self, session: &str, expires_at: &str) {
        self.write(
            &format!(".aws/login/cache/{}.json", hex(&Sha256::digest(session))),
            &format!(
                r#"{{"accessToken":{{"accessKeyId":"ASIALOGINLOGIN","secretAccessKey":"login-secret","sessionToken":"login-session","accountId":"123456789012","expiresAt":"{expires_at}"}},"tokenType":"aws_sigv4","refreshToken":"refresh-me","idToken":"id-token","clientId":"arn:aws:signin:::devtools/same-device","dpopKey":"not a key"}}"#
            ),
        );
    }

    /// The program with this home folder, and without the AWS and proxy variables of the environment.
    pub(crate) fn program(&self, fake: &Fake) -> Command {
        // Cargo builds examples next to the tests.
        let tests = std::env::current_exe().unwrap();
        let built = tests.parent().unwrap().parent().unwrap();
        let program = built.join("examples/noticeboard");
        assert!(
            program.is_file(),
            "the example `noticeboard` is not built; run `cargo test`, which builds it"
        );
        let mut command = Command::new(program);
        for (name, _) in std::env::vars_os() {
            let text = name.to_string_lossy();
            if text.starts_with("AWS_") || text.to_lowercase().ends_with("_proxy") {
                command.env_remove(&name);
            }
        }
        command
            .current_dir(self.0.path())
            .env("HOME", self.0.path())
            .env("NO_COLOR", "1")
            .env("AWS_EC2_METADATA_DISABLED", "true")
            .stdin(Stdio::null());
        for service in ["STS", "SSO", "SSO_OIDC", "SIGNIN", "CLOUDFORMATION"] {
            command.env(format!("AWS_ENDPOINT_URL_{service}"), &fake.address);
        }
        command
    }
}

/// Reads the outputs of the stack.
pub(crate) fn run(mut command: Command, more: &[&str]) -> Ran {
    let output = command
        .args(["outputs", "--env", "prod", "--format", "env"])
        .args(more)
        .output()
        .unwrap();
    let ran = Ran {
        code: output.status.code(),
        stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
        stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
    };
    for secret in [
        "a-secret",
        "role-secret",
        "sso-secret",
        "login-secret",
        "process-secret",
        "key-secret",
        "sso-token",
        "refresh-me",
    ] {
        let all = format!("{}{}", ran.stdout, ran.stderr);
        assert!(!all.contains(secret), "a secret is shown:\n{all}");
    }
    ran
}

impl Ran {
    #[track_caller]
    pub(crate) fn expect_success(&self) {
        assert_eq!(self.code, Some(0), "{}", self.stderr);
        assert!(self.stdout.contains("https://board.example"), "{}", self.stdout);
    }

    #[track_caller]
    pub(crate) fn expect_failure(&self, expected: &str) {
        assert_eq!(self.code, Some(1), "{}", self.stderr);
        assert_eq!(self.stderr.trim_end(), expected.trim_end());
    }
}

/// A time relative to now, in the format of a cached token.
pub(crate) fn time(seconds_from_now: i64) -> String {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    let now = i64::try_from(now.as_secs()).unwrap();
    let time = DateTime::from_secs(now + seconds_from_now);
    time.fmt(Format::DateTime).unwrap()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").unwrap();
        text
    })
}
