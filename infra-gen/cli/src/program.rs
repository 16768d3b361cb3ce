//! The name of this program in help, errors, completions and manual pages.
//!
//! It is the name of the executable, or the value of `INFRA_GEN_COMMAND`: Cargo does not pass the name of an alias to the
//! program, so a workspace with an alias sets the variable in its `.cargo/config.toml`.

use std::ffi::OsString;
use std::path::Path;
use std::sync::OnceLock;

/// The environment variable with the command that users type, for example `cargo infra`.
const VARIABLE: &str = "INFRA_GEN_COMMAND";

/// The name in the texts of the source code, which is replaced by the program's own.
const PLACEHOLDER: &str = "infra-gen";

/// The command that users type: `infra-gen`, `guestbook` or `cargo infra`.
pub(crate) fn name() -> &'static str {
    static NAME: OnceLock<String> = OnceLock::new();
    NAME.get_or_init(|| choose(std::env::var(VARIABLE).ok(), std::env::args_os().next()))
}

/// [`name`] as one word: `cargo-infra`.
pub(crate) fn word() -> &'static str {
    static WORD: OnceLock<String> = OnceLock::new();
    WORD.get_or_init(|| hyphenated(name()))
}

/// A name as one word, for file names and manual pages.
fn hyphenated(name: &str) -> String {
    name.replace(' ', "-")
}

/// Replaces `infra-gen` in a text by `name`.
pub(crate) fn rename(text: &str, name: &str) -> String {
    // `man infra-gen-deploy`
    text.replace(&format!("{PLACEHOLDER}-"), &format!("{}-", hyphenated(name)))
        .replace(PLACEHOLDER, name)
}

fn choose(variable: Option<String>, executable: Option<OsString>) -> String {
    let normalize = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    variable
        .map(|name| normalize(&name))
        .filter(|name| !name.is_empty())
        .or_else(|| {
            let stem = Path::new(&executable?).file_stem()?.to_str()?.to_owned();
            (!stem.is_empty()).then_some(stem)
        })
        .unwrap_or_else(|| PLACEHOLDER.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_is_the_alias_or_the_name_of_the_executable() {
        let choose = |variable: Option<&str>, executable: Option<&str>| {
            choose(variable.map(str::to_owned), executable.map(OsString::from))
        };
        assert_eq!(choose(None, Some("/w/target/debug/guestbook")), "guestbook");
        assert_eq!(choose(Some(" cargo  infra "), Some("infra")), "cargo infra");
        assert_eq!(choose(Some(""), Some("infra")), "infra");
        assert_eq!(choose(None, None), "infra-gen");
    }

    #[test]
    fn manual_page_names_contain_no_space() {
        assert_eq!(
            rename("`infra-gen man`: `man infra-gen-deploy`", "cargo infra"),
            "`cargo infra man`: `man cargo-infra-deploy`"
        );
    }
}
