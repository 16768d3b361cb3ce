//! The description of an application that a team passes to [`run`](crate::run).
//!
//! [`App`] is generic over the team's settings type. The commands use a [`Project`], in which that type is erased: a
//! command loads an environment and gets the stack's name, the common settings and a function that builds the template.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};
use std::pin::Pin;

use aws_config::SdkConfig;
use infra_gen_cfn::{Template, suppress};
use infra_gen_constructs::Package;
use serde::de::DeserializeOwned;
use serde_json::Value as Json;

use crate::definitions;
use crate::rules;
use crate::settings::{Environment, SettingsError, StackSettings};

/// An application: one stack per environment, its handlers, its site and its initial data.
pub struct App<S> {
    /// The first part of each stack's name, `<name>-<environment>`.
    pub name: AppName,
    /// One line of description for `--help`.
    pub about: &'static str,
    /// The application's version, usually `env!("CARGO_PKG_VERSION")`.
    pub version: &'static str,
    /// The environments, in the order in which `list` shows them.
    pub environments: &'static [Environment],
    /// Returns the common settings inside the team's own settings.
    pub stack: fn(&mut S) -> &mut StackSettings,
    /// Applies the addresses of a `dev` that uses other ports than the local environment's file. The endpoint in the
    /// common settings has been replaced already.
    pub relocate: fn(&mut S, &Addresses),
    /// Builds the template from the settings alone.
    pub synth: fn(&S) -> Result<Template, BoxError>,
    /// The handlers that `deploy` builds and uploads.
    pub packages: Vec<Package>,
    /// The site that `deploy` uploads, if there is one.
    pub site: Option<Site>,
    /// Settings that the site reads from `/config.json`, in addition to the stack outputs in [`Site::config`].
    pub site_settings: fn(&S) -> BTreeMap<&'static str, Json>,
    /// Loads initial data into the stack. Must be idempotent.
    pub seed: Option<Seed>,
    /// The users who can sign in, if the stack has its own user pool.
    pub users: Option<Users>,
    /// Functions that `dev` calls once per start, after the stack is deployed and seeded, to repair what the last run left
    /// unfinished.
    pub on_start: &'static [Call],
}

impl<S> App<S> {
    /// An application that consists of its stack only. Set the other fields like this:
    /// `App { packages: vec![CODE], ..App::new(…) }`.
    pub fn new(
        name: AppName,
        version: &'static str,
        environments: &'static [Environment],
        stack: fn(&mut S) -> &mut StackSettings,
        synth: fn(&S) -> Result<Template, BoxError>,
    ) -> Self {
        Self {
            name,
            about: "Builds, checks and deploys a stack on AWS",
            version,
            environments,
            stack,
            relocate: |_, _| {},
            synth,
            packages: Vec::new(),
            site: None,
            site_settings: |_| BTreeMap::new(),
            seed: None,
            users: None,
            on_start: &[],
        }
    }
}

/// The name of an application: the first part of the names of its stacks and of its artifacts bucket.
///
/// Define it as a `const`, so that a name that S3 or CloudFormation would reject does not compile.
///
/// ```compile_fail
/// const NAME: infra_gen::AppName = infra_gen::AppName::new("GuestBook");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AppName(&'static str);

impl AppName {
    /// The maximum length, which leaves room for `-artifacts-<account>-<region>` in the 63 characters of a bucket name.
    pub const MAX: usize = 24;

    /// A name of lower-case letters, digits and hyphens that starts with a letter.
    ///
    /// # Panics
    ///
    /// If the name is invalid; in a `const`, that is a compile error.
    pub const fn new(name: &'static str) -> Self {
        match broken_rule(name.as_bytes()) {
            None => Self(name),
            Some(rule) => panic_with_rule(name, rule),
        }
    }

    /// The name as text.
    pub const fn as_str(self) -> &'static str {
        self.0
    }
}

/// The first rule that a name breaks.
const fn broken_rule(name: &[u8]) -> Option<&'static str> {
    if name.is_empty() || name.len() > AppName::MAX {
        return Some(
            "must have 1 to 24 characters, because the name of its artifacts bucket is limited to 63",
        );
    }
    if !name[0].is_ascii_lowercase() {
        return Some("must start with a lower-case letter, like stack and bucket names");
    }
    let mut at = 0;
    while at < name.len() {
        if !(name[at].is_ascii_lowercase() || name[at].is_ascii_digit() || name[at] == b'-') {
            return Some("must consist of lower-case letters, digits and hyphens, like bucket names");
        }
        at += 1;
    }
    if name[name.len() - 1] == b'-' {
        return Some("must not end with a hyphen");
    }
    if starts_with(name, b"xn--") || starts_with(name, b"sthree-") || starts_with(name, b"amzn-s3-demo-") {
        return Some("must not start with `xn--`, `sthree-` or `amzn-s3-demo-`, which S3 reserves");
    }
    None
}

const fn starts_with(text: &[u8], prefix: &[u8]) -> bool {
    text.len() >= prefix.len() && {
        let mut at = 0;
        while at < prefix.len() && text[at] == prefix[at] {
            at += 1;
        }
        at == prefix.len()
    }
}

/// Panics with a message that contains the name. A `const fn` cannot format, so the text is assembled by hand.
const fn panic_with_rule(name: &str, rule: &str) -> ! {
    let mut text = [b' '; 512];
    let mut end = 0;
    let parts = ["app name `", name, "` ", rule];
    let mut part = 0;
    while part < parts.len() {
        let bytes = parts[part].as_bytes();
        let mut at = 0;
        while at < bytes.len() && end < text.len() {
            text[end] = bytes[at];
            at += 1;
            end += 1;
        }
        part += 1;
    }
    match std::str::from_utf8(text.split_at(end).0) {
        Ok(text) => panic!("{}", text),
        // The name was cut inside a character.
        Err(_) => panic!("{}", rule),
    }
}

/// The addresses of a stack on this machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addresses {
    /// The AWS-compatible endpoint, `http://127.0.0.1:4566`.
    pub endpoint: String,
    /// The origin of the site in the browser, `http://localhost:5173`.
    pub site_origin: String,
}

/// An error from the team's own code, printed with its chain of causes.
pub type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// A single-page application: how it is built, and where it is uploaded.
#[derive(Clone, Copy)]
pub struct Site {
    /// The stack output that names the bucket.
    pub bucket_output: &'static str,
    /// The stack output that names the CloudFront distribution's domain; `dev` serves the site through it.
    pub domain_output: &'static str,
    /// The folder of the site's npm project, relative to the workspace root. `npm run build` there creates `dist`.
    pub folder: &'static str,
    /// Reads the built bundle from its folder.
    pub bundle: fn(&Path) -> Result<Vec<SiteFile>, BoxError>,
    /// Keys of `/config.json` and the stack outputs with their values.
    pub config: &'static [(&'static str, &'static str)],
}

impl Site {
    /// The output folder of `npm run build`.
    pub(crate) fn bundle_folder(&self, workspace: &Path) -> PathBuf {
        workspace.join(self.folder).join("dist")
    }
}

/// A file of a built site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteFile {
    /// The path below the site's root, with `/` as the separator and no leading `/`.
    pub path: String,
    /// The content.
    pub bytes: Vec<u8>,
    /// The `Content-Type` header.
    pub content_type: Cow<'static, str>,
    /// The `Cache-Control` header.
    pub cache_control: &'static str,
}

/// Loads the application's initial data.
#[derive(Clone, Copy)]
pub struct Seed {
    /// The count options of the command `seed`; `dev` passes none of them.
    pub counts: &'static [SeedCount],
    /// The seed function: `run: |context| Box::pin(seed(context))`.
    pub run: SeedFn,
}

type SeedFn = fn(SeedContext<'_>) -> Pin<Box<dyn Future<Output = Result<(), BoxError>> + Send + '_>>;

/// An option of `seed` that sets how many items of a kind to create.
#[derive(Debug, Clone, Copy)]
pub struct SeedCount {
    /// The option's name: `orders` is `--orders N`.
    pub name: &'static str,
    /// The description for `--help`.
    pub help: &'static str,
    /// The maximum; the minimum is one.
    pub max: u64,
}

/// The users who can sign in: groups of the stack's Cognito user pool, which the command `user` manages.
#[derive(Debug, Clone, Copy)]
pub struct Users {
    /// The stack output with the ID of the user pool. The pool must accept email addresses as user names.
    pub pool_output: &'static str,
    /// The group that a user is added to, unless `--group` names another one.
    pub default_group: UserGroup,
    /// The other groups.
    pub other_groups: &'static [UserGroup],
}

impl Users {
    /// All groups, the default group first.
    pub(crate) fn groups(&self) -> impl Iterator<Item = UserGroup> + use<> {
        std::iter::once(self.default_group).chain(self.other_groups.iter().copied())
    }
}

/// A group of users with the same permissions.
#[derive(Debug, Clone, Copy)]
pub struct UserGroup {
    /// The group's name in the pool.
    pub name: &'static str,
    /// The member that `dev` creates; none for a group that needs no user on a developer's machine.
    pub dev_user: Option<DevUser>,
}

/// A user that `dev` creates.
#[derive(Debug, Clone, Copy)]
pub struct DevUser {
    /// The word for the user: with `member`, the command that `dev` runs gets `MEMBER_EMAIL` and `MEMBER_PASSWORD`.
    pub singular: &'static str,
    /// The address, `member@example.com`. No email is ever sent there.
    pub email: &'static str,
}

/// A call of one of the stack's functions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Call {
    /// The function's logical ID in the template.
    pub function: &'static str,
    /// The event, as JSON.
    pub payload: &'static str,
}

/// What a seed function can use.
pub struct SeedContext<'a> {
    /// The deployed stack's outputs.
    pub outputs: &'a BTreeMap<String, String>,
    /// Region, endpoint and credentials for any SDK client. On a local endpoint, an S3 client also needs path-style
    /// addressing: use [`s3`](Self::s3).
    pub sdk: &'a SdkConfig,
    /// A client for S3 that works on AWS and on a local endpoint.
    pub s3: &'a aws_sdk_s3::Client,
    /// The values of the count options.
    pub(crate) counts: &'a SeedCounts,
    /// Writes a line of progress to stderr.
    pub progress: &'a (dyn Fn(fmt::Arguments<'_>) + Send + Sync),
}

impl SeedContext<'_> {
    /// The value of a [`SeedCount`], or 0 if the option was not given.
    pub fn count(&self, name: &str) -> u64 {
        self.counts.get(name).copied().unwrap_or_default()
    }
}

/// The given [`SeedCount`] options, by name.
pub(crate) type SeedCounts = BTreeMap<&'static str, u64>;

/// An [`App`] without its settings type.
pub(crate) struct Project {
    pub(crate) name: &'static str,
    pub(crate) about: &'static str,
    pub(crate) version: &'static str,
    pub(crate) environments: &'static [Environment],
    pub(crate) packages: Vec<Package>,
    pub(crate) site: Option<Site>,
    pub(crate) seed: Option<Seed>,
    pub(crate) users: Option<Users>,
    pub(crate) on_start: &'static [Call],
    load: Box<Load>,
}

type Load = dyn Fn(&Environment, &AddressOverride) -> Result<Loaded, SettingsError>;

/// Addresses that replace those in a local environment's file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum AddressOverride {
    /// Use the file's addresses.
    None,
    /// Replace the endpoint only.
    Endpoint(String),
    /// Replace the endpoint and the site's origin.
    All(Addresses),
}

/// An environment whose data file has been read.
pub(crate) struct Loaded {
    pub(crate) stack_name: String,
    pub(crate) settings: StackSettings,
    /// Values of `/config.json` in addition to the stack's outputs.
    pub(crate) site_settings: BTreeMap<&'static str, Json>,
    synth: Box<dyn Fn() -> Result<Template, BoxError>>,
}

impl Project {
    pub(crate) fn load(&self, environment: &Environment) -> Result<Loaded, SettingsError> {
        self.load_at(environment, &AddressOverride::None)
    }

    /// [`load`](Self::load) with other addresses for a local environment. An environment on AWS ignores them.
    pub(crate) fn load_at(
        &self,
        environment: &Environment,
        addresses: &AddressOverride,
    ) -> Result<Loaded, SettingsError> {
        (self.load)(environment, addresses)
    }
}

impl Loaded {
    /// Builds the template and runs all checks on it.
    pub(crate) fn synth(&self) -> Result<Template, BoxError> {
        let template = (self.synth)()?;
        let mut findings = definitions::check(&template, None);
        suppress(&mut findings, &mut template.suppressions(&rules::all()).0);
        findings.into_result()?;
        Ok(template)
    }

    pub(crate) fn is_local(&self) -> bool {
        self.settings.endpoint.is_some()
    }
}

impl<S: DeserializeOwned + 'static> From<App<S>> for Project {
    fn from(app: App<S>) -> Self {
        let App {
            name,
            about,
            version,
            environments,
            stack,
            relocate,
            synth,
            packages,
            site,
            site_settings,
            seed,
            users,
            on_start,
        } = app;
        let name = name.as_str();
        let load = move |environment: &Environment, replacement: &AddressOverride| {
            let mut own: S = environment.parse()?;
            let is_local = stack(&mut own).endpoint.is_some();
            match replacement {
                AddressOverride::Endpoint(endpoint) if is_local => {
                    stack(&mut own).endpoint = Some(endpoint.clone());
                }
                AddressOverride::All(addresses) if is_local => {
                    stack(&mut own).endpoint = Some(addresses.endpoint.clone());
                    relocate(&mut own, addresses);
                }
                _ => {}
            }
            Ok(Loaded {
                stack_name: format!("{name}-{}", environment.name),
                settings: stack(&mut own).clone(),
                site_settings: site_settings(&own),
                synth: Box::new(move || synth(&own)),
            })
        };
        Self {
            name,
            about,
            version,
            environments,
            packages,
            site,
            seed,
            users,
            on_start,
            load: Box::new(load),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_app_name_must_be_valid_in_bucket_and_stack_names() {
        for name in ["a", "cookie-shop", "a2345678901234567890bcde"] {
            assert_eq!(broken_rule(name.as_bytes()), None, "{name}");
        }
        for name in [
            "",
            "GuestBook",
            "guest_book",
            "guest.book",
            "gästebuch",
            "2shops",
            "-shop",
            "shop-",
            "xn--shop",
            "a2345678901234567890bcdef",
        ] {
            assert!(broken_rule(name.as_bytes()).is_some(), "{name}");
        }
    }

    #[test]
    #[should_panic(expected = "app name `GuestBook` must start with a lower-case letter")]
    fn the_panic_message_has_the_name_and_the_rule() {
        let _ = AppName::new("GuestBook");
    }

    /// The longest region name fits after the longest app name.
    #[test]
    fn the_longest_app_name_leaves_room_for_account_and_region() {
        let name = "a".repeat(AppName::MAX);
        let bucket = format!("{name}-artifacts-123456789012-ap-southeast-1");
        assert!(bucket.len() <= 63, "{}", bucket.len());
    }
}
