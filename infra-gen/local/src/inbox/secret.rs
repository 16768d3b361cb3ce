//! The secret part of the subscription URL: generated once and stored with the messages, so that subscriptions stay valid.

use std::io::ErrorKind;
use std::path::Path;

use super::InboxError;
use crate::private;

/// 128 bits.
const BYTES: usize = 16;

/// Loads the secret of a folder, or generates and stores a new one.
pub(super) fn load_or_create(folder: &Path) -> Result<String, InboxError> {
    let file = folder.join("address");
    let failed = |action| {
        let path = file.clone();
        move |source| InboxError::File { action, path, source }
    };
    match std::fs::read_to_string(&file) {
        Ok(secret) if is_secret(&secret) => {
            // Earlier versions wrote the file with permissions for others.
            private::write(&file, secret.as_bytes()).map_err(failed("protect"))?;
            return Ok(secret);
        }
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(failed("read")(error)),
        _ => {}
    }
    let mut bytes = [0; BYTES];
    getrandom::fill(&mut bytes)?;
    let secret = hex::encode(bytes);
    private::create_folder(folder).map_err(failed("create the folder of"))?;
    private::write(&file, secret.as_bytes()).map_err(failed("write"))?;
    Ok(secret)
}

fn is_secret(text: &str) -> bool {
    hex::decode(text).is_ok_and(|bytes| bytes.len() == BYTES)
}
