//! An email address, checked by syntax only.
//!
//! The check catches typing errors before an invitation is sent. It accepts what HTML's `<input type="email">` accepts,
//! with three more limits: no empty word between dots, at least two labels in the domain, and the lengths of RFC 5321. A
//! general parser for RFC 5322 would accept quoted names, comments and IP addresses, which user pools reject.

use std::fmt;

/// RFC 5321: the longest address, and the longest part before the `@`.
const MAX_LENGTH: usize = 254;
const MAX_LOCAL_PART: usize = 64;
/// RFC 1035: the longest label of a domain.
const MAX_LABEL: usize = 63;

/// `local-part@domain`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Email(String);

/// The text is not an [`Email`].
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an email address; expected a form like `ann@example.com`")]
pub struct InvalidEmail;

impl Email {
    /// Parses an address.
    ///
    /// # Errors
    /// If the text is not an address.
    pub fn parse(text: &str) -> Result<Self, InvalidEmail> {
        let (local_part, domain) = text.split_once('@').ok_or(InvalidEmail)?;
        let is_valid = text.len() <= MAX_LENGTH && is_local_part(local_part) && is_domain(domain);
        is_valid.then(|| Self(text.to_owned())).ok_or(InvalidEmail)
    }

    /// The address as it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Words separated by single dots.
fn is_local_part(text: &str) -> bool {
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+/=?^_`{|}~-".contains(&byte);
    text.len() <= MAX_LOCAL_PART
        && text
            .split('.')
            .all(|word| !word.is_empty() && word.bytes().all(is_allowed))
}

/// At least two labels.
fn is_domain(text: &str) -> bool {
    let is_label = |label: &str| {
        (1..=MAX_LABEL).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    text.contains('.') && text.split('.').all(is_label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_addresses_are_accepted() {
        for text in [
            "ann@example.com",
            "o'neill+shop@mail.example.co.uk",
            "a.b-c_d@x-y.example",
        ] {
            assert_eq!(
                Email::parse(text).map(|email| email.to_string()).as_deref(),
                Ok(text)
            );
        }
    }

    #[test]
    fn typing_errors_are_rejected() {
        for text in [
            "",
            "ann",
            "ann@",
            "@example.com",
            "ann@example",
            "ann@@example.com",
            "ann@example..com",
            ".ann@example.com",
            "ann smith@example.com",
            "ann@example.com\n",
            "Ann <ann@example.com>",
            "ann@-example.com",
            &format!("ann@{}.example", "b".repeat(64)),
        ] {
            assert_eq!(Email::parse(text), Err(InvalidEmail), "{text:?}");
        }
    }
}
