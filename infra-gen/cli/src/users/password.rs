//! A password: read from a pipe or generated, and never printed by accident.

use std::fmt;
use std::io::{IsTerminal as _, Read as _};

/// The length of a generated password: about 118 bits of entropy.
const LENGTH: usize = 20;
/// The characters of a generated password, without those that look alike.
const CLASSES: [&[u8]; 4] = [
    b"ABCDEFGHJKLMNPQRSTUVWXYZ",
    b"abcdefghijkmnopqrstuvwxyz",
    b"23456789",
    b"-_+=.!",
];
/// The maximum that is read from stdin. User pools accept 256 characters.
const MAX_INPUT: u64 = 4_096;

/// A password. `Debug` does not show it, and there is no `Display`; use [`reveal`](Self::reveal).
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Password(String);

/// Why a password cannot be read or generated.
#[derive(Debug, thiserror::Error)]
pub(crate) enum PasswordError {
    #[error(
        "`--password-stdin` requires a pipe, so that the password is not shown on the terminal\n  \
         hint: pipe the password in, or omit the option to send an invitation"
    )]
    Terminal,
    #[error("could not read the password from stdin")]
    Read(#[source] std::io::Error),
    #[error("stdin is empty, but must contain the password")]
    Empty,
    #[error("stdin has more than one line, but must contain only the password")]
    Lines,
    #[error("could not get random bytes for a password from the system")]
    Random(#[from] getrandom::Error),
}

impl Password {
    /// A random password that meets common policies: upper-case and lower-case letters, digits and symbols.
    pub(crate) fn generate() -> Result<Self, PasswordError> {
        let alphabet = CLASSES.concat();
        loop {
            let mut bytes = Vec::with_capacity(LENGTH);
            while bytes.len() < LENGTH {
                bytes.extend(character(&alphabet)?);
            }
            let has = |class: &[u8]| bytes.iter().any(|byte| class.contains(byte));
            if CLASSES.into_iter().all(has) {
                return Ok(Self(bytes.into_iter().map(char::from).collect()));
            }
        }
    }

    /// Reads a password from stdin, without the line ending.
    pub(crate) fn from_stdin() -> Result<Self, PasswordError> {
        let stdin = std::io::stdin();
        if stdin.is_terminal() {
            return Err(PasswordError::Terminal);
        }
        let mut text = String::new();
        stdin
            .lock()
            .take(MAX_INPUT)
            .read_to_string(&mut text)
            .map_err(PasswordError::Read)?;
        Self::parse_line(&text)
    }

    fn parse_line(text: &str) -> Result<Self, PasswordError> {
        let text = text.strip_suffix('\n').unwrap_or(text);
        let text = text.strip_suffix('\r').unwrap_or(text);
        if text.is_empty() {
            Err(PasswordError::Empty)
        } else if text.contains(['\n', '\r']) {
            Err(PasswordError::Lines)
        } else {
            Ok(Self(text.to_owned()))
        }
    }

    /// A password that was stored before.
    pub(crate) fn from_stored(text: String) -> Self {
        Self(text)
    }

    pub(crate) fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(…)")
    }
}

/// A random character of the alphabet, or `None` for a random byte that must be rejected to keep the distribution uniform.
fn character(alphabet: &[u8]) -> Result<Option<u8>, getrandom::Error> {
    let mut byte = [0];
    getrandom::fill(&mut byte)?;
    let limit = 256 - 256 % alphabet.len();
    let number = usize::from(byte[0]);
    Ok((number < limit).then(|| alphabet[number % alphabet.len()]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_generated_password_has_all_classes_and_is_random() {
        let password = Password::generate().unwrap();
        assert_eq!(password.reveal().len(), LENGTH);
        for class in CLASSES {
            assert!(
                password.reveal().bytes().any(|byte| class.contains(&byte)),
                "{}",
                password.reveal()
            );
        }
        assert_ne!(password, Password::generate().unwrap());
    }

    #[test]
    fn a_piped_password_is_one_line() {
        let read = |text| {
            Password::parse_line(text)
                .map(|password| password.reveal().to_owned())
                .map_err(|error| error.to_string())
        };
        assert_eq!(read("S3cret word!\n").as_deref(), Ok("S3cret word!"));
        assert_eq!(read("S3cret\r\n").as_deref(), Ok("S3cret"));
        assert_eq!(
            read("\n"),
            Err("stdin is empty, but must contain the password".to_owned())
        );
        assert_eq!(
            read("one\ntwo\n"),
            Err("stdin has more than one line, but must contain only the password".to_owned())
        );
    }

    #[test]
    fn debug_does_not_show_the_password() {
        assert_eq!(
            format!("{:?}", Password::from_stored("secret".to_owned())),
            "Password(…)"
        );
    }
}
