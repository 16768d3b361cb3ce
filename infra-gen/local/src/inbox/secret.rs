//! The last part of the subscriber's address: drawn once, kept beside the messages, so that subscriptions stay good.

use std::fmt::Write as _;
use std::io::ErrorKind;
use std::path::Path;

use super::InboxError;
use crate::private;

/// 128 bits in hexadecimal digits.
const DIGITS: usize = 32;

/// The secret in a folder; a new one when there is none.
pub(super) fn kept(folder: &Path) -> Result<String, InboxError> {
    let file = folder.join("address");
    let failed = |action| {
        let path = file.clone();
        move |source| InboxError::Keep { action, path, source }
    };
    match std::fs::read_to_string(&file) {
        Ok(secret) if is_secret(&secret) => {
            // An earlier version left it readable to others.
            private::write(&file, secret.as_bytes()).map_err(failed("close"))?;
            return Ok(secret);
        }
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(failed("read")(error)),
        _ => {}
    }
    let secret = draw()?;
    private::create_folder(folder).map_err(failed("create a folder for"))?;
    private::write(&file, secret.as_bytes()).map_err(failed("write"))?;
    Ok(secret)
}

fn is_secret(text: &str) -> bool {
    text.len() == DIGITS && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn draw() -> Result<String, getrandom::Error> {
    let mut bytes = [0; DIGITS / 2];
    getrandom::fill(&mut bytes)?;
    Ok(bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    }))
}
