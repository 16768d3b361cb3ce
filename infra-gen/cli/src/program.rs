//! What the user calls this program, for help, errors, completions and manual pages.
//!
//! It is the name of the executable, or what `INFRA_GEN_COMMAND` says: Cargo does not tell a program by which alias it
//! was run, so a workspace with an alias sets the variable in its `.cargo/config.toml`.

use std::ffi::OsString;
use std::path::Path;
use std::sync::OnceLock;

/// The environment variable with the command that users type, `cargo infra`.
const VARIABLE: &str = "INFRA_GEN_COMMAND";

/// The name that texts are written with.
pub(crate) const WRITTEN: &str = "infra-gen";

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

/// A text that was written with the usual name, with `name` in its place.
pub(crate) fn rename(text: &str, name: &str) -> String {
    // `man infra-gen-deploy`
    text.replace(&format!("{WRITTEN}-"), &format!("{}-", hyphenated(name)))
        .replace(WRITTEN, name)
}

fn choose(said: Option<String>, executable: Option<OsString>) -> String {
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    said.map(|said| words(&said))
        .filter(|said| !said.is_empty())
        .or_else(|| {
            let stem = Path::new(&executable?).file_stem()?.to_str()?.to_owned();
            (!stem.is_empty()).then_some(stem)
        })
        .unwrap_or_else(|| WRITTEN.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_is_the_alias_or_the_executables() {
        let choose = |said: Option<&str>, executable: Option<&str>| {
            choose(said.map(str::to_owned), executable.map(OsString::from))
        };
        assert_eq!(choose(None, Some("/w/target/debug/guestbook")), "guestbook");
        assert_eq!(choose(Some(" cargo  infra "), Some("infra")), "cargo infra");
        assert_eq!(choose(Some(""), Some("infra")), "infra");
        assert_eq!(choose(None, None), "infra-gen");
    }

    #[test]
    fn a_page_of_the_manual_has_no_space_in_its_name() {
        assert_eq!(
            rename("`infra-gen man`: `man infra-gen-deploy`", "cargo infra"),
            "`cargo infra man`: `man cargo-infra-deploy`"
        );
    }
}
