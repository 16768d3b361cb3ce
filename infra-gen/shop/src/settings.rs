//! The settings of the shop's environments, each in a file in `environments/`.
//!
//! Only settings that an environment may lack have a default, so a file shows the complete configuration.

use std::{
    fmt,
    num::{NonZeroU8, NonZeroU16},
};

use infra_gen::{
    Environment, StackSettings,
    constructs::{InvalidSubscriber, Mfa, Subscriber, TokenMinutes},
};
use serde::{Deserialize, Serialize};
use shop_contract::{Email, ExpectedHours, PhoneNumber};

/// The environment whose file has this name.
macro_rules! environment {
    ($name:literal) => {
        Environment {
            name: $name,
            path: concat!("infra-gen/shop/environments/", $name, ".yaml"),
            text: include_str!(concat!("../environments/", $name, ".yaml")),
        }
    };
}

/// The environments, from the developer's machine to production.
pub const ENVIRONMENTS: &[Environment] = &[
    environment!("local"),
    environment!("dev"),
    environment!("staging"),
    environment!("prod"),
];

/// The content of an environment's file.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Settings {
    /// The settings that every stack has.
    pub stack: StackSettings,
    /// The origin of the site if the distribution does not serve it, `http://localhost:5173`.
    #[serde(default)]
    pub site_origin: Option<String>,
    /// The shop's time zone.
    pub time_zone: TimeZoneName,
    /// Retention of data and logs.
    pub data: Data,
    /// The functions' settings.
    pub functions: Functions,
    /// Throttling and logging of the API.
    pub api: Api,
    /// The handling of orders that stay pending.
    pub orders: Orders,
    /// The recipients and the lifetime of reports.
    pub reports: Reports,
    /// The employees' sign-in.
    pub sign_in: SignIn,
    /// The company that runs the shop, for its contact, imprint, terms and privacy pages.
    pub company: Company,
    /// The periods in the terms of sale.
    pub terms: Terms,
    /// The alarms; by default none.
    #[serde(default)]
    pub alarms: Option<Alarms>,
}

/// The company that runs the shop. All fields are required, because the law requires a shop to publish them.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Company {
    /// The name, including the legal form.
    pub name: Line,
    /// Street and number.
    pub street: Line,
    /// The postal code.
    pub postal_code: Line,
    /// The city.
    pub city: Line,
    /// The country, in English.
    pub country: Line,
    /// The person who represents the company.
    pub director: Line,
    /// The register in which the company is listed.
    pub register: Line,
    /// The company's number in that register.
    pub register_number: Line,
    /// The VAT identification number.
    pub vat_id: Line,
    /// The email address for customers.
    pub email: Email,
    /// The phone number for customers.
    pub phone: PhoneNumber,
}

/// The periods in the terms of sale.
#[derive(Debug, Clone, Copy, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Terms {
    /// The number of working days until an order is delivered.
    pub delivery_days: NonZeroU8,
    /// The number of days after delivery until the invoice is due.
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
        // The handlers use the same database.
        match jiff::tz::TimeZone::get(&name) {
            // The database ignores case; browsers do not.
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

/// The handling of orders that stay pending.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Orders {
    /// The interval between two sweeps, in minutes.
    pub sweep_every_minutes: NonZeroU16,
    /// How many minutes an order may be pending before a sweep looks up its execution.
    pub pending_minutes: NonZeroU16,
    /// The hours of the day in which orders are expected.
    pub expected_hours: Hours,
}

/// Full hours of the day in the shop's time zone: `9-21`.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(try_from = "String")]
pub struct Hours(ExpectedHours);

impl Hours {
    /// The hours.
    pub fn get(self) -> ExpectedHours {
        self.0
    }
}

impl TryFrom<String> for Hours {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let hours = ExpectedHours::parse(&text);
        hours
            .map(Self)
            .map_err(|error| format!("expected {}, not `{text}`", error.expected))
    }
}

/// The alarms, and who is notified.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Alarms {
    /// The recipients: email addresses or `https://` addresses.
    pub subscribers: Subscribers,
    /// How long the slowest 1 % of the API's responses may take, in milliseconds.
    pub latency_millis: NonZeroU16,
    /// After how many minutes without an order, within the expected hours, an alarm goes off.
    pub minutes_without_order: NonZeroU16,
    /// The expected costs of the AWS account per month, in US dollars.
    pub monthly_budget_usd: NonZeroU16,
}

/// The recipients and the lifetime of reports.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Reports {
    /// The recipients of notifications: email addresses or `https://` addresses.
    pub subscribers: Subscribers,
    /// The sender of the email to the employee who requested a report.
    pub sender: Sender,
    /// How long a link to a report is valid.
    pub link_minutes: LinkMinutes,
    /// After how many days a report is deleted.
    pub expire_days: u16,
}

/// The sender of emails through Amazon SES.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Sender {
    /// The sender's address.
    pub address: Email,
    /// The verified identity for the address: its domain, or the address itself.
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
        // Excludes characters that an ARN cannot contain or that are wildcards in a policy.
        let is_local = Email::parse(&text).is_ok() && !text.contains(['*', '?', '/', ' ']);
        if is_domain && (text == domain || is_local) {
            Ok(Self(text))
        } else {
            Err(format!(
                "`{text}` is not an identity of Amazon SES; use a domain like `shop.example` or an email address"
            ))
        }
    }
}

/// The recipients of notifications, at least one.
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
            return Err("must not be empty".to_owned());
        }
        let parsed = addresses.iter().map(|address| address.parse());
        parsed
            .collect::<Result<_, InvalidSubscriber>>()
            .map(Self)
            .map_err(|error| error.to_string())
    }
}

/// How long a link is valid, 1 to 60 minutes.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(try_from = "u16")]
pub struct LinkMinutes(u16);

impl LinkMinutes {
    /// The number of minutes.
    pub fn get(self) -> u16 {
        self.0
    }
}

impl TryFrom<u16> for LinkMinutes {
    type Error = String;

    fn try_from(minutes: u16) -> Result<Self, String> {
        match minutes {
            1..=60 => Ok(Self(minutes)),
            _ => Err(format!(
                "must be between 1 and 60, not {minutes}: a link expires with the credentials that signed it, after at \
                 most one hour"
            )),
        }
    }
}

/// Retention of data and logs.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Data {
    /// Whether tables, buckets and logs are retained when the stack is deleted.
    pub retain: bool,
    /// How many days logs are kept.
    pub log_retention_days: u16,
}

/// The functions' settings.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Functions {
    /// The memory of each function, in MiB.
    pub memory_mib: u16,
    /// Whether X-Ray traces requests.
    pub tracing: bool,
}

/// Throttling and logging of the API.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Api {
    /// The sustained rate of requests that the API accepts, per second.
    pub rate: u32,
    /// The size of a burst of requests that the API accepts.
    pub burst: u32,
    /// Whether this stack sets the role under which API Gateway writes logs. Exactly one stack per account and region does.
    pub sets_account_role: bool,
}

/// The employees' sign-in.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct SignIn {
    /// The first part of the sign-in pages' host name, which is followed by the account ID.
    pub domain_prefix: String,
    /// The kind of sign-in pages.
    pub pages: Pages,
    /// Whether a second factor is required.
    pub mfa: Mfa,
    /// Whether Cognito detects compromised passwords and unusual sign-ins, at a price per user and month.
    pub threat_protection: ThreatProtection,
    /// How long tokens are valid.
    pub token_minutes: TokenMinutes,
}

/// The kind of sign-in pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Pages {
    /// Managed login.
    ManagedLogin,
    /// The classic hosted UI, the only one that the local endpoint supports.
    Classic,
}

/// Whether Cognito detects compromised passwords and unusual sign-ins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ThreatProtection {
    /// No detection.
    Off,
    /// Cognito logs suspicious sign-ins.
    Audited,
    /// Cognito blocks suspicious sign-ins or requires a second factor.
    Enforced,
}
