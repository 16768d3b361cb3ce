//! An e-mail address, as far as it can be told without sending anything there.
//!
//! The aim is to refuse a typing error before an invitation goes out, not to accept all that RFC 5321 allows: quoted
//! names and addresses of bare hosts are absent on purpose, since no user pool takes them. What is accepted, HTML's
//! `<input type="email">` accepts too.

use std::fmt;

/// What the mail protocol allows at most.
const LONGEST: usize = 254;
const LONGEST_NAME: usize = 64;
/// What the domain name system allows.
const LONGEST_LABEL: usize = 63;

/// `name@host.domain`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Email(String);

/// The text is not an [`Email`].
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is not an e-mail address; write it like `ann@example.com`")]
pub struct NotAnEmail;

impl Email {
    /// Reads an address.
    ///
    /// # Errors
    /// When the text is not one.
    pub fn parse(text: &str) -> Result<Self, NotAnEmail> {
        let (name, host) = text.split_once('@').ok_or(NotAnEmail)?;
        let well = text.len() <= LONGEST && is_name(name) && is_host(host);
        well.then(|| Self(text.to_owned())).ok_or(NotAnEmail)
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

/// Words with single dots between them.
fn is_name(name: &str) -> bool {
    let may_stand = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+/=?^_`{|}~-".contains(&byte);
    name.len() <= LONGEST_NAME
        && name
            .split('.')
            .all(|word| !word.is_empty() && word.bytes().all(may_stand))
}

/// At least two labels.
fn is_host(host: &str) -> bool {
    let is_label = |label: &str| {
        (1..=LONGEST_LABEL).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    host.contains('.') && host.split('.').all(is_label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_are_called_is_taken() {
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
    fn a_slip_of_the_fingers_is_refused() {
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
            assert_eq!(Email::parse(text), Err(NotAnEmail), "{text:?}");
        }
    }
}
