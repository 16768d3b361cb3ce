//! `completions`: the script with which a shell completes commands, options and environments.
//!
//! A program that runs as an alias of Cargo (`cargo infra`) is completed under its own word, `infra`. For Bash, the script
//! also completes the words after `cargo infra`; other shells need `alias infra='cargo infra'`.

use clap_complete::Shell;

use super::{CommandError, print};
use crate::exit::Outcome;
use crate::program;
use crate::terminal::Terminal;

/// Write a shell completion script to stdout
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  source <(infra-gen completions bash)            in ~/.bashrc
  infra-gen completions fish | source             in ~/.config/fish/config.fish")]
pub(crate) struct Args {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

/// `command` is the definition of the whole command line.
pub(crate) fn run(
    mut command: clap::Command,
    args: &Args,
    terminal: Terminal,
) -> Result<Outcome, CommandError> {
    let name = program::name();
    let word = name.rsplit(' ').next().unwrap_or(name);
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command, word, &mut script);
    let mut script = String::from_utf8_lossy(&script).into_owned();
    if let Some((outer, _)) = name.split_once(' ') {
        if args.shell == Shell::Bash {
            script += &complete_after(outer, word);
        } else {
            terminal.info(format_args!(
                "this script completes `{word}`; add `alias {word}='{name}'` to your shell's configuration"
            ));
        }
    }
    print(&script)?;
    Ok(Outcome::Done)
}

/// Bash code that completes the words after `outer word`. All other words of `outer` keep their previous completion.
fn complete_after(outer: &str, word: &str) -> String {
    let id = format!("__{outer}_{word}").replace(|character: char| !character.is_ascii_alphanumeric(), "_");
    format!(
        r#"
# The function above completes the words after `{outer} {word}`; all others keep the previous completion of `{outer}`.
if [[ -z "${{{id}_before+set}}" ]]; then
    if declare -F _completion_loader >/dev/null; then
        _completion_loader {outer} 2>/dev/null
    fi
    {id}_before=$(complete -p {outer} 2>/dev/null | sed -n 's/.*-F \([^ ]*\) .*/\1/p')
fi
{id}() {{
    if [[ "${{COMP_WORDS[1]}}" == {word} && "$COMP_CWORD" -gt 1 ]]; then
        COMP_WORDS=({word} "${{COMP_WORDS[@]:2}}")
        COMP_CWORD=$((COMP_CWORD - 1))
        _{word} {word} "$2" "$3"
    elif [[ -n "${id}_before" ]]; then
        "${id}_before" "$@"
    fi
}}
complete -F {id} -o bashdefault -o default {outer}
"#
    )
}
