//! The tokens that the AWS CLI caches after a sign-in to IAM Identity Center or with `aws login`.
//!
//! The SDK reads and refreshes them. This module only finds out why the SDK could not, and never shows a token.

use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::Format;
use serde::Deserialize;
use sha1::Sha1;
use sha2::{Digest, Sha256};

/// A cached sign-in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SignIn {
    /// There is no file: the user has not signed in, or has signed out.
    Missing,
    /// The file has no valid expiry time.
    Unreadable,
    /// The time since it expired.
    Expired(Duration),
    Valid,
}

/// The parts of a cached token with its expiry.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Cached {
    expires_at: Option<String>,
    access_token: Option<AccessToken>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum AccessToken {
    Login {
        #[serde(rename = "expiresAt")]
        expires_at: String,
    },
    Sso(serde::de::IgnoredAny),
}

/// The sign-in to IAM Identity Center. The cache key is the session's name, or the start URL if there is no session.
pub(super) fn sso(session_or_start_url: &str) -> SignIn {
    let file = format!("{}.json", hex::encode(Sha1::digest(session_or_start_url)));
    read(home().map(|home| home.join(".aws/sso/cache").join(file)))
}

/// The sign-in of `aws login`.
pub(super) fn login(session: &str) -> SignIn {
    let file = format!("{}.json", hex::encode(Sha256::digest(session.trim())));
    let folder = match std::env::var_os("AWS_LOGIN_CACHE_DIRECTORY") {
        Some(folder) => Some(PathBuf::from(folder)),
        None => home().map(|home| home.join(".aws/login/cache")),
    };
    read(folder.map(|folder| folder.join(file)))
}

fn read(path: Option<PathBuf>) -> SignIn {
    let Some(text) = path.and_then(|path| std::fs::read_to_string(path).ok()) else {
        return SignIn::Missing;
    };
    let Ok(cached) = serde_json::from_str::<Cached>(&text) else {
        return SignIn::Unreadable;
    };
    let expiry = match cached.access_token {
        Some(AccessToken::Login { expires_at }) => Some(expires_at),
        _ => cached.expires_at,
    };
    let expiry = expiry.and_then(|text| DateTime::from_str(&text, Format::DateTimeWithOffset).ok());
    let Some(expiry) = expiry.and_then(|expiry| SystemTime::try_from(expiry).ok()) else {
        return SignIn::Unreadable;
    };
    match SystemTime::now().duration_since(expiry) {
        Ok(ago) => SignIn::Expired(ago),
        Err(_) => SignIn::Valid,
    }
}

fn home() -> Option<PathBuf> {
    std::env::var_os("HOME").map(PathBuf::from)
}
