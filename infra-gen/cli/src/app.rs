//! What a team writes down about its application; everything else this program finds out by itself.
//!
//! [`App`] is generic over the team's settings. The verbs see a [`Project`], in which that type is gone: a verb reads
//! an environment and gets a stack's name, the common settings and a way to the template.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};
use std::pin::Pin;

use aws_config::SdkConfig;
use infra_gen_cfn::Template;
use infra_gen_constructs::Package;
use serde::de::DeserializeOwned;
use serde_json::Value as Json;

use crate::definitions;
use crate::settings::{Environment, SettingsError, StackSettings};

/// An application: one stack an environment, the handlers it runs, the site it serves and the data it starts with.
pub struct App<S> {
    /// The stack of an environment is called `<name>-<environment>`.
    pub name: AppName,
    /// One line for `--help`.
    pub about: &'static str,
    /// The application's version, usually `env!("CARGO_PKG_VERSION")`.
    pub version: &'static str,
    /// The environments, in the order in which `list` shows them.
    pub environments: &'static [Environment],
    /// Where the common settings are in the team's own.
    pub stack: fn(&mut S) -> &mut StackSettings,
    /// Takes over the addresses of a `dev` that runs elsewhere than the local environment's file says. The endpoint in
    /// the common settings is taken over already.
    pub relocate: fn(&mut S, &Addresses),
    /// Builds the template. It reads nothing but the settings.
    pub synth: fn(&S) -> Result<Template, BoxError>,
    /// The handlers that `deploy` builds and uploads.
    pub packages: Vec<Package>,
    /// The site that `deploy` uploads, if there is one.
    pub site: Option<Site>,
    /// The settings that the site reads from `/config.json`, next to the stack outputs that [`Site::config`] names.
    pub site_settings: fn(&S) -> BTreeMap<&'static str, Json>,
    /// Fills a fresh stack with data. It must be possible to run it again.
    pub seed: Option<Seed>,
    /// Who may sign in, if the stack keeps them itself.
    pub users: Option<Users>,
    /// The functions that `dev` calls once after each start, when the stack is deployed and seeded: they repair what the
    /// last run left unfinished.
    pub on_start: &'static [Call],
}

impl<S> App<S> {
    /// An application that is its stack and nothing else. What it has besides is said with the fields:
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

/// The name of an application: part of its stacks' names and of the name of the bucket for its code.
///
/// Write it in a `const`, so that a name that S3 or CloudFormation would refuse does not compile.
///
/// ```compile_fail
/// const NAME: infra_gen::AppName = infra_gen::AppName::new("GuestBook");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AppName(&'static str);

impl AppName {
    /// The longest name that leaves room for `-artifacts-<account>-<region>` in the 63 characters of a bucket's name.
    pub const MAX: usize = 24;

    /// A name of lower-case letters, digits and single hyphens that starts with a letter.
    ///
    /// # Panics
    ///
    /// When the name breaks the rule; in a `const`, that is an error of the compiler's.
    pub const fn new(name: &'static str) -> Self {
        match problem(name.as_bytes()) {
            None => Self(name),
            Some(rule) => refuse(name, rule),
        }
    }

    /// The name as text.
    pub const fn as_str(self) -> &'static str {
        self.0
    }
}

/// The rule that a name breaks.
const fn problem(name: &[u8]) -> Option<&'static str> {
    if name.is_empty() || name.len() > AppName::MAX {
        return Some("must have 1 to 24 characters, so that the name of its artifacts bucket fits into 63");
    }
    if !name[0].is_ascii_lowercase() {
        return Some("must start with a lower-case letter, as stack and bucket names do");
    }
    let mut at = 0;
    while at < name.len() {
        if !(name[at].is_ascii_lowercase() || name[at].is_ascii_digit() || name[at] == b'-') {
            return Some("must consist of lower-case letters, digits and hyphens, as bucket names do");
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

/// A panic that names the value; a `const fn` cannot format.
const fn refuse(name: &str, rule: &str) -> ! {
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
        // Cut within a character.
        Err(_) => panic!("{}", rule),
    }
}

/// Where a stack runs on this machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addresses {
    /// The AWS-compatible endpoint, `http://127.0.0.1:4566`.
    pub endpoint: String,
    /// What the browser calls the site, `http://localhost:5173`.
    pub site_origin: String,
}

/// An error of the team's own code, shown with its chain of causes.
pub type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// A built single-page application and where it goes.
#[derive(Clone, Copy)]
pub struct Site {
    /// The stack output that names the bucket.
    pub bucket_output: &'static str,
    /// The stack output that names the CloudFront distribution's domain; `dev` serves the site through it.
    pub domain_output: &'static str,
    /// The folder of the site's npm project, from the top of the workspace. `npm run build` there makes `dist`.
    pub folder: &'static str,
    /// Reads the built bundle out of its folder.
    pub bundle: fn(&Path) -> Result<Vec<SiteFile>, BoxError>,
    /// What the site reads from `/config.json`: a key and the stack output that fills it.
    pub config: &'static [(&'static str, &'static str)],
}

impl Site {
    /// The folder that `npm run build` fills.
    pub(crate) fn bundle_folder(&self, workspace: &Path) -> PathBuf {
        workspace.join(self.folder).join("dist")
    }
}

/// A file of a built site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteFile {
    /// Its path below the site's root, with `/` between the parts and none in front.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
    /// The `Content-Type` that it is served with.
    pub content_type: &'static str,
    /// The `Cache-Control` that it is served with.
    pub cache_control: &'static str,
}

/// The application's own seeding: `run: |context| Box::pin(seed(context))`.
#[derive(Clone, Copy)]
pub struct Seed {
    /// How many of what the verb `seed` can be asked for; `dev` asks for none.
    pub counts: &'static [SeedCount],
    /// Does it.
    pub run: SeedFn,
}

type SeedFn = fn(SeedContext<'_>) -> Pin<Box<dyn Future<Output = Result<(), BoxError>> + Send + '_>>;

/// Something that seeding makes as many of as it is told: an option of `seed`.
#[derive(Debug, Clone, Copy)]
pub struct SeedCount {
    /// The option's name: `orders` is `--orders N`.
    pub name: &'static str,
    /// What there are to be N of, for `--help`.
    pub help: &'static str,
    /// The most that can be asked for; the least is one.
    pub max: u64,
}

/// The people who may sign in: a group of the stack's own Cognito user pool, which the verb `user` manages.
#[derive(Debug, Clone, Copy)]
pub struct Users {
    /// The stack output that names the user pool. It must take e-mail addresses as user names.
    pub pool_output: &'static str,
    /// The group of the pool that everybody is added to.
    pub group: &'static str,
    /// What one of them is called, in one word: with `member`, `dev` hands `MEMBER_EMAIL` and `MEMBER_PASSWORD` to the
    /// command that it runs.
    pub singular: &'static str,
    /// The address of the one that `dev` makes, `member@example.com`. Nothing is ever sent there.
    pub dev_user_email: &'static str,
}

/// A call of one of the stack's functions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Call {
    /// The function's logical ID in the template.
    pub function: &'static str,
    /// The event that it gets, as JSON.
    pub payload: &'static str,
}

/// What seeding may use.
pub struct SeedContext<'a> {
    /// The deployed stack's outputs.
    pub outputs: &'a BTreeMap<String, String>,
    /// Region, endpoint and credentials for any SDK client. An S3 client on a local endpoint also needs path-style
    /// addresses: take [`s3`](Self::s3).
    pub sdk: &'a SdkConfig,
    /// A client for S3 that works on AWS and on a local endpoint.
    pub s3: &'a aws_sdk_s3::Client,
    /// The counts that were asked for.
    pub(crate) counts: &'a Counts,
    /// Says on stderr what is being done.
    pub progress: &'a (dyn Fn(fmt::Arguments<'_>) + Send + Sync),
}

impl SeedContext<'_> {
    /// How many of a [`SeedCount`] were asked for; none if nothing was said of it.
    pub fn count(&self, name: &str) -> u64 {
        self.counts.get(name).copied().unwrap_or_default()
    }
}

/// What was typed of the [`SeedCount`]s, by their names.
pub(crate) type Counts = BTreeMap<&'static str, u64>;

/// An [`App`] whose settings type is gone.
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

type Load = dyn Fn(&Environment, &Place) -> Result<Loaded, SettingsError>;

/// Where a local environment runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Place {
    /// Where its file says.
    AsWritten,
    /// At another endpoint; the site is where the file says.
    Endpoint(String),
    /// At other addresses.
    Elsewhere(Addresses),
}

/// An environment whose data file has been read.
pub(crate) struct Loaded {
    pub(crate) stack_name: String,
    pub(crate) settings: StackSettings,
    /// What the site reads from `/config.json` besides the stack's outputs.
    pub(crate) site_settings: BTreeMap<&'static str, Json>,
    synth: Box<dyn Fn() -> Result<Template, BoxError>>,
}

impl Project {
    pub(crate) fn load(&self, environment: &Environment) -> Result<Loaded, SettingsError> {
        self.load_at(environment, &Place::AsWritten)
    }

    /// [`load`](Self::load), for a stack that may run at other addresses than its file says. An environment on AWS stays
    /// where it is.
    pub(crate) fn load_at(&self, environment: &Environment, place: &Place) -> Result<Loaded, SettingsError> {
        (self.load)(environment, place)
    }
}

impl Loaded {
    /// The template, which has passed every check.
    pub(crate) fn synth(&self) -> Result<Template, BoxError> {
        let template = (self.synth)()?;
        definitions::check(&template)?;
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
        let load = move |environment: &Environment, place: &Place| {
            let mut own: S = environment.parse()?;
            let is_local = stack(&mut own).endpoint.is_some();
            match place {
                Place::Endpoint(endpoint) if is_local => stack(&mut own).endpoint = Some(endpoint.clone()),
                Place::Elsewhere(addresses) if is_local => {
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
    fn an_app_name_is_part_of_a_bucket_name() {
        for name in ["a", "cookie-shop", "a2345678901234567890bcde"] {
            assert_eq!(problem(name.as_bytes()), None, "{name}");
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
            assert!(problem(name.as_bytes()).is_some(), "{name}");
        }
    }

    #[test]
    #[should_panic(expected = "app name `GuestBook` must start with a lower-case letter")]
    fn a_refused_app_name_is_named_with_the_rule() {
        let _ = AppName::new("GuestBook");
    }

    /// Every region's name fits behind the longest app name.
    #[test]
    fn the_longest_app_name_leaves_room_for_account_and_region() {
        let name = "a".repeat(AppName::MAX);
        let bucket = format!("{name}-artifacts-123456789012-ap-southeast-1");
        assert!(bucket.len() <= 63, "{}", bucket.len());
    }
}
