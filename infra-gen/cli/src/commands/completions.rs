//! `completions`: what a shell needs to complete verbs, flags and environments.
//!
//! A command that is an alias of Cargo's (`cargo infra`) is completed under its own word, `infra`. For Bash the script
//! also hands the words after `cargo infra` to it; the other shells need `alias infra='cargo infra'`.

use clap_complete::Shell;

use super::{Failure, print};
use crate::app::Project;
use crate::args::{self, Completions};
use crate::exit::Outcome;
use crate::program;
use crate::terminal::Terminal;

pub(super) fn run(
    project: &Project,
    completions: &Completions,
    terminal: Terminal,
) -> Result<Outcome, Failure> {
    let name = program::name();
    let word = name.rsplit(' ').next().unwrap_or(name);
    let mut command = args::command(project);
    let mut script = Vec::new();
    clap_complete::generate(completions.shell, &mut command, word, &mut script);
    let mut script = String::from_utf8_lossy(&script).into_owned();
    if let Some((outer, _)) = name.split_once(' ') {
        if completions.shell == Shell::Bash {
            script += &behind(outer, word);
        } else {
            terminal.info(format_args!(
                "this completes `{word}`; to use it, add `alias {word}='{name}'` to your shell's settings"
            ));
        }
    }
    print(&script)?;
    Ok(Outcome::Done)
}

/// Completes `word` behind `outer`, and leaves everything else of `outer` to what completed it before.
fn behind(outer: &str, word: &str) -> String {
    let id = format!("__{outer}_{word}").replace(|character: char| !character.is_ascii_alphanumeric(), "_");
    format!(
        r#"
# The words after `{outer} {word}` go to the function above, all others to what completes `{outer}` otherwise.
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
