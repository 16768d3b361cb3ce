//! A password: read from a pipe or drawn from the system's randomness, and never shown by accident.

use std::fmt;
use std::io::{IsTerminal as _, Read as _};

/// How many characters a drawn password has: some 118 bits.
const LENGTH: usize = 20;
/// Of what a drawn password is made. Characters that look alike are left out, so that it can be read aloud.
const CLASSES: [&[u8]; 4] = [
    b"ABCDEFGHJKLMNPQRSTUVWXYZ",
    b"abcdefghijkmnopqrstuvwxyz",
    b"23456789",
    b"-_+=.!",
];
/// The most that is read from a pipe; user pools take 256 characters.
const LONGEST: u64 = 4_096;

/// A password. Neither `Debug` nor `Display` tells it; [`reveal`](Self::reveal) does.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Password(String);

/// Why there is no password.
#[derive(Debug, thiserror::Error)]
pub(crate) enum PasswordError {
    #[error(
        "`--password-stdin` reads a pipe, so that the password shows nowhere; \
         pipe it in, or leave the flag out and let the invitation bring one"
    )]
    Terminal,
    #[error("could not read the password from stdin")]
    Read(#[source] std::io::Error),
    #[error("stdin brought no password")]
    Empty,
    #[error("the password from stdin is more than one line")]
    Lines,
    #[error("the system has no randomness to make a password of")]
    Random(#[from] getrandom::Error),
}

impl Password {
    /// One that every usual policy takes: long, with capital and small letters, digits and symbols.
    pub(crate) fn generate() -> Result<Self, PasswordError> {
        let alphabet = CLASSES.concat();
        loop {
            let mut drawn = Vec::with_capacity(LENGTH);
            while drawn.len() < LENGTH {
                drawn.extend(character(&alphabet)?);
            }
            let has = |class: &[u8]| drawn.iter().any(|byte| class.contains(byte));
            if CLASSES.into_iter().all(has) {
                return Ok(Self(drawn.into_iter().map(char::from).collect()));
            }
        }
    }

    /// What was piped in, without the line feed at its end.
    pub(crate) fn from_stdin() -> Result<Self, PasswordError> {
        let stdin = std::io::stdin();
        if stdin.is_terminal() {
            return Err(PasswordError::Terminal);
        }
        let mut text = String::new();
        stdin
            .lock()
            .take(LONGEST)
            .read_to_string(&mut text)
            .map_err(PasswordError::Read)?;
        Self::line(&text)
    }

    fn line(text: &str) -> Result<Self, PasswordError> {
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

    /// One that was kept.
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

/// A character of the alphabet, each as likely as any other; nothing when the die fell off the table.
fn character(alphabet: &[u8]) -> Result<Option<u8>, getrandom::Error> {
    let mut byte = [0];
    getrandom::fill(&mut byte)?;
    let whole = 256 - 256 % alphabet.len();
    let die = usize::from(byte[0]);
    Ok((die < whole).then(|| alphabet[die % alphabet.len()]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawn_password_is_long_mixed_and_never_the_same() {
        let drawn = Password::generate().unwrap();
        assert_eq!(drawn.reveal().len(), LENGTH);
        for class in CLASSES {
            assert!(
                drawn.reveal().bytes().any(|byte| class.contains(&byte)),
                "{}",
                drawn.reveal()
            );
        }
        assert_ne!(drawn, Password::generate().unwrap());
    }

    #[test]
    fn a_piped_password_is_one_line_without_its_end() {
        let read = |text| {
            Password::line(text)
                .map(|password| password.reveal().to_owned())
                .map_err(|error| error.to_string())
        };
        assert_eq!(read("S3cret word!\n").as_deref(), Ok("S3cret word!"));
        assert_eq!(read("S3cret\r\n").as_deref(), Ok("S3cret"));
        assert_eq!(read("\n"), Err("stdin brought no password".to_owned()));
        assert_eq!(
            read("one\ntwo\n"),
            Err("the password from stdin is more than one line".to_owned())
        );
    }

    #[test]
    fn a_password_is_not_told_by_accident() {
        assert_eq!(
            format!("{:?}", Password::from_stored("secret".to_owned())),
            "Password(…)"
        );
    }
}
