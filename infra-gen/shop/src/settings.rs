//! What differs between the shop's environments: a data file each, in `environments/`.
//!
//! Nothing has a default but what an environment may truly lack, so that a file says all there is to know of it.

use std::{
    fmt,
    num::{NonZeroU8, NonZeroU16},
};

use infra_gen::{
    Environment, StackSettings,
    constructs::{InvalidSubscriber, Mfa, Subscriber, TokenMinutes},
};
use serde::{Deserialize, Serialize};
use shop_contract::{Email, PhoneNumber};

/// One environment by the name of its file.
macro_rules! environment {
    ($name:literal) => {
        Environment {
            name: $name,
            path: concat!("infra-gen/shop/environments/", $name, ".yaml"),
            text: include_str!(concat!("../environments/", $name, ".yaml")),
        }
    };
}

/// The environments, from a developer's machine to the customers'.
pub const ENVIRONMENTS: &[Environment] = &[
    environment!("local"),
    environment!("dev"),
    environment!("staging"),
    environment!("prod"),
];

/// Everything that a data file says.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Settings {
    /// Where the stack lives.
    pub stack: StackSettings,
    /// The origin of the site where it is not the distribution's own, `http://localhost:5173`.
    #[serde(default)]
    pub site_origin: Option<String>,
    /// The shop's time zone.
    pub time_zone: TimeZoneName,
    /// What becomes of products, pictures and logs.
    pub data: Data,
    /// How the functions run.
    pub functions: Functions,
    /// How the API is protected and watched.
    pub api: Api,
    /// How orders that stay pending are ended.
    pub orders: Orders,
    /// Who gets reports, and for how long they can be read.
    pub reports: Reports,
    /// How employees sign in.
    pub sign_in: SignIn,
    /// Who runs the shop, for its contact, imprint, terms and privacy pages.
    pub company: Company,
    /// What the terms of sale promise.
    pub terms: Terms,
}

/// Who runs the shop. The law requires a shop to name all of it, so nothing is optional.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Company {
    /// The name with the legal form.
    pub name: Line,
    /// Street and number.
    pub street: Line,
    /// The postal code.
    pub postal_code: Line,
    /// The city.
    pub city: Line,
    /// The country, in English.
    pub country: Line,
    /// Who represents the company.
    pub director: Line,
    /// The register that the company is entered in.
    pub register: Line,
    /// The company's number there.
    pub register_number: Line,
    /// The VAT identification number.
    pub vat_id: Line,
    /// The e-mail address for customers.
    pub email: Email,
    /// The phone number for customers.
    pub phone: PhoneNumber,
}

/// What the terms of sale promise.
#[derive(Debug, Clone, Copy, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Terms {
    /// Within how many working days an order is delivered.
    pub delivery_days: NonZeroU8,
    /// Within how many days after delivery the invoice is due.
    pub payment_days: NonZeroU8,
}

/// A line of text: not empty, at most 200 characters, without control characters.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(try_from = "String")]
pub struct Line(String);

impl TryFrom<String> for Line {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        const LONGEST: usize = 200;
        if text.trim().is_empty() {
            return Err("must not be empty".to_owned());
        }
        if text.chars().any(char::is_control) || text.chars().count() > LONGEST {
            return Err(format!(
                "must be one line of at most {LONGEST} characters, not `{}`",
                text.escape_debug()
            ));
        }
        Ok(Self(text))
    }
}

/// The IANA name of a time zone: `Europe/Berlin`.
#[derive(Debug, Clone, Deserialize)]
#[serde(try_from = "String")]
pub struct TimeZoneName(String);

impl TimeZoneName {
    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for TimeZoneName {
    type Error = String;

    fn try_from(name: String) -> Result<Self, String> {
        // The same database that the handlers have.
        match jiff::tz::TimeZone::get(&name) {
            // Names are found in any case there, but not in a browser.
            Ok(zone) if zone.iana_name() == Some(&*name) => Ok(Self(name)),
            Ok(zone) => Err(format!(
                "expected `{}` instead of `{name}`",
                zone.iana_name().unwrap_or("UTC")
            )),
            Err(_) => Err(format!(
                "`{name}` is not an IANA time zone; use a name like `Europe/Berlin` or `UTC`"
            )),
        }
    }
}

/// How orders that stay pending are ended.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Orders {
    /// How many minutes lie between two sweeps.
    pub sweep_every_minutes: NonZeroU16,
    /// How many minutes an order may be pending before a sweep looks up its execution.
    pub pending_minutes: NonZeroU16,
}

/// Who gets reports, and for how long they can be read.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Reports {
    /// Who is mailed: a mail address or an `https://` address each.
    pub subscribers: Subscribers,
    /// Who the mail to the employee who asked for a report is sent as.
    pub sender: Sender,
    /// How many minutes a link opens its page.
    pub link_minutes: LinkMinutes,
    /// After how many days a report is deleted.
    pub expire_days: u16,
}

/// Who mail is sent as, through Amazon SES.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Sender {
    /// The address that the mail comes from.
    pub address: Email,
    /// The verified identity that covers the address: its domain, or the address itself.
    pub identity: Identity,
}

/// A domain or an address that Amazon SES has verified.
#[derive(Debug, Clone, Deserialize)]
#[serde(try_from = "String")]
pub struct Identity(String);

impl fmt::Display for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for Identity {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let domain = text.rsplit('@').next().unwrap_or_default();
        let is_domain = domain.contains('.')
            && domain
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b".-".contains(&byte));
        // What an ARN cannot hold, or would take for a pattern.
        let is_local = Email::parse(&text).is_ok() && !text.contains(['*', '?', '/', ' ']);
        if is_domain && (text == domain || is_local) {
            Ok(Self(text))
        } else {
            Err(format!(
                "`{text}` is not an identity of Amazon SES; use a domain like `shop.example`, or an email address"
            ))
        }
    }
}

/// Who is mailed; somebody is.
#[derive(Debug, Clone, Deserialize)]
#[serde(try_from = "Vec<String>")]
pub struct Subscribers(Vec<Subscriber>);

impl Subscribers {
    /// The subscribers.
    pub fn as_slice(&self) -> &[Subscriber] {
        &self.0
    }
}

impl TryFrom<Vec<String>> for Subscribers {
    type Error = String;

    fn try_from(addresses: Vec<String>) -> Result<Self, String> {
        if addresses.is_empty() {
            return Err("a report that nobody is mailed is no report; name a subscriber".to_owned());
        }
        let parsed = addresses.iter().map(|address| address.parse());
        parsed
            .collect::<Result<_, InvalidSubscriber>>()
            .map(Self)
            .map_err(|error| error.to_string())
    }
}

/// How many minutes a link opens its page: 1 to 60.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(try_from = "u16")]
pub struct LinkMinutes(u16);

impl LinkMinutes {
    /// The number.
    pub fn get(self) -> u16 {
        self.0
    }
}

impl TryFrom<u16> for LinkMinutes {
    type Error = String;

    fn try_from(minutes: u16) -> Result<Self, String> {
        match minutes {
            0 => Err("a link that is never good opens nothing; give it 1 to 60 minutes".to_owned()),
            1..=60 => Ok(Self(minutes)),
            _ => Err(format!(
                "a link cannot last {minutes} minutes: it dies with the credentials that signed it, and those of a role \
                 that a function takes on last an hour; give it 1 to 60 minutes"
            )),
        }
    }
}

/// What becomes of data.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Data {
    /// Whether tables, buckets and logs outlive the stack.
    pub retain: bool,
    /// How long logs are kept, in days.
    pub log_retention_days: u16,
}

/// How the functions run.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Functions {
    /// Memory of a function that answers a request, in MiB.
    pub memory_mib: u16,
    /// Whether X-Ray traces requests.
    pub tracing: bool,
}

/// How the API is protected and watched.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Api {
    /// Requests a second that the API takes in the long run.
    pub rate: u32,
    /// Requests that it takes at once.
    pub burst: u32,
    /// Whether this stack sets the role under which API Gateway logs; one stack of an account and region does.
    pub sets_account_role: bool,
}

/// How employees sign in.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct SignIn {
    /// The first part of the pages' host name; the account's number follows.
    pub domain_prefix: String,
    /// Which of Cognito's pages are served.
    pub pages: Pages,
    /// Whether a second factor is asked for.
    pub mfa: Mfa,
    /// Whether Cognito looks for stolen passwords and unusual sign-ins, at a price a member and month.
    pub threat_protection: ThreatProtection,
    /// How long tokens are good.
    pub token_minutes: TokenMinutes,
}

/// Which of Cognito's pages are served.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Pages {
    /// Managed login.
    ManagedLogin,
    /// The classic pages, the only ones that the local endpoint knows.
    Classic,
}

/// Whether Cognito looks for stolen passwords and unusual sign-ins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ThreatProtection {
    /// It does not.
    Off,
    /// It logs what it finds.
    Audited,
    /// It refuses such a sign-in, or has it pass a second factor.
    Enforced,
}
