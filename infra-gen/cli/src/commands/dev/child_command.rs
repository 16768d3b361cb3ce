//! Runs the command after `--`.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};

use tokio::process::Command;

use super::DevError;
use crate::commands::outputs::variable;
use crate::exit::Outcome;
use crate::users::dev_user::DevUser;

/// The command's environment variables: the output `ApiUrl` as `API_URL`, the user `member` as `MEMBER_EMAIL` and
/// `MEMBER_PASSWORD`.
pub(super) fn variables<'a>(
    outputs: &'a BTreeMap<String, String>,
    users: &'a [DevUser],
) -> BTreeMap<String, &'a str> {
    let mut variables: BTreeMap<String, &str> = outputs
        .iter()
        .map(|(name, value)| (variable(name), value.as_str()))
        .collect();
    for user in users {
        let prefix = variable(user.singular);
        variables.insert(format!("{prefix}_EMAIL"), user.email.as_str());
        variables.insert(format!("{prefix}_PASSWORD"), user.password.reveal());
    }
    variables
}

/// Runs the command and waits until it ends.
pub(super) async fn run(
    program: &OsStr,
    arguments: &[OsString],
    variables: &BTreeMap<String, &str>,
) -> Result<Outcome, DevError> {
    let status = Command::new(program)
        .args(arguments)
        .envs(variables)
        .kill_on_drop(true)
        .status()
        .await
        .map_err(|source| DevError::Command {
            program: program.display().to_string(),
            source,
        })?;
    Ok(if status.success() {
        Outcome::Done
    } else {
        Outcome::CheckFailed
    })
}
