//! Prints the addresses and the credentials of a running application.

use std::collections::BTreeMap;
use std::path::Path;

use super::session::relative;
use crate::terminal::{Style, Terminal};
use crate::users::dev_user::DevUser;

/// Prints the site's address, if there is a site, and every output that is a URL.
pub(super) fn addresses(site_origin: Option<&str>, outputs: &BTreeMap<String, String>, terminal: Terminal) {
    if let Some(origin) = site_origin {
        terminal.line(Style::Success, format_args!("site: {origin}"));
        let inbox = infra_gen_local::inbox::PATH;
        terminal.info(format_args!("emails: {origin}{inbox}"));
    }
    for (name, url) in outputs.iter().filter(|(_, value)| value.starts_with("http")) {
        terminal.info(format_args!("{name}: {url}"));
    }
}

pub(super) fn dev_user(dev_user: &DevUser, workspace: &Path, terminal: Terminal) {
    terminal.line(
        Style::Success,
        format_args!(
            "sign in as {} with the password {} (stored in {})",
            dev_user.email,
            dev_user.password.reveal(),
            relative(&dev_user.file, workspace)
        ),
    );
}
