//! `diff`: what deploying the local template would change, against the deployed stack, a file, a revision or another
//! environment.
//!
//! Only the deployed stack needs the network, and only `--change-set` makes anything there, which it removes again. A
//! revision is not built again: what is compared is the template that was saved in it, a snapshot or the output of
//! `synth`, so the answer is there at once and needs no toolchain of the past.

use std::fmt;
use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use infra_gen_cfn::{Json, ParseError, Template};
use infra_gen_diff::{Diff as Difference, Names, ResourceChange};
use serde::Serialize;
use serde_json::Map;

use super::{Failure, connect, load_at, place, synth, template_file};
use crate::app::Project;
use crate::args::{Against, Diff, DiffFormat, FailOn, Global};
use crate::deploy::DeployError;
use crate::deploy::artifacts::Artifacts;
use crate::deploy::baseline::Baseline;
use crate::deploy::change_set::plan::{self, Mismatch, PlannedChange};
use crate::deploy::parameters::{Automatic, Choices, Values};
use crate::deploy::preview;
use crate::exit::Outcome;
use crate::terminal::{Style, Terminal, columns};

/// Why there was nothing to compare with.
#[derive(Debug, thiserror::Error)]
pub(crate) enum DiffError {
    #[error(
        "name two files, the old and the new one; or one that the deployed stack of an environment is compared with: \
         `--env prod {0}`"
    )]
    OneFile(String),
    #[error(
        "`{root}` is the root of nested stacks, and `{missing}` is not there; have both written by `synth --output FILE`"
    )]
    Divided { root: String, missing: String },
    #[error("could not run git to read `{0}`; is it installed?")]
    NoGit(String, #[source] std::io::Error),
    #[error(
        "`--parameter`, `--parameters` and `--use-default` decide what a deployment would do; compare with the deployed \
         stack, not with files or `--against`"
    )]
    Parameters,
    #[error("git could not read `{what}`: {complaint}; fetch the revision, or name the file: `git:REV:PATH`")]
    Git { what: String, complaint: String },
    #[error(
        "revision `{revision}` has no saved template of `{environment}` (`templates/{environment}.snap`, `.json` or \
         `.yaml` in any folder); name the file: `git:{revision}:PATH`"
    )]
    NotSaved { revision: String, environment: String },
    #[error("revision `{revision}` has several templates that it could be: {}; name one: `git:{revision}:PATH`", .found.join(", "))]
    Ambiguous { revision: String, found: Vec<String> },
}

/// A template and what it is called.
struct Named {
    name: String,
    template: Template,
}

/// Compares two files, or the local template or a file with what is deployed or is on this machine.
pub(super) fn run(
    project: &Project,
    global: &Global,
    args: &Diff,
    terminal: Terminal,
) -> Result<Outcome, Failure> {
    let choices = args.values.choices()?;
    let is_deployed = args.against.is_none() && args.files.len() < 2;
    if !is_deployed && !choices.is_empty() {
        return Err(DiffError::Parameters.into());
    }
    match (args.files.as_slice(), &args.against) {
        ([old, new], _) => finish(&deployed_file(old, terminal)?, &file(new)?, args, terminal),
        ([only], _) if global.env.is_none() => Err(DiffError::OneFile(only.display().to_string()).into()),
        ([new], _) => {
            let new = file(new)?;
            super::wait_for(against_deployed(project, global, args, &choices, &new, terminal))
        }
        (_, None) => {
            let new = local(project, global, global.env.as_deref())?;
            super::wait_for(against_deployed(project, global, args, &choices, &new, terminal))
        }
        (_, Some(against)) => {
            let new = local(project, global, global.env.as_deref())?;
            let old = match against {
                Against::File(path) => deployed_file(path, terminal)?,
                Against::Revision { revision, path } => revision_of(
                    revision,
                    path.as_deref(),
                    global.env.as_deref().unwrap_or_default(),
                )?,
                Against::Environment(name) => local(project, global, Some(name))?,
            };
            finish(&old, &new, args, terminal)
        }
    }
}

async fn against_deployed(
    project: &Project,
    global: &Global,
    args: &Diff,
    choices: &Choices,
    new: &Named,
    terminal: Terminal,
) -> Result<Outcome, Failure> {
    let (loaded, aws) = connect(project, global).await?;
    let account = aws.expected_account(&loaded.settings).await?;
    let stack = &loaded.stack_name;
    let baseline = Baseline::read(&aws, stack).await?;
    if baseline.is_new {
        terminal.line(
            Style::Faint,
            format_args!("stack `{stack}` does not exist yet: everything is new"),
        );
    }
    let automatic = Automatic::of(&project.packages);
    let values = Values::decide(&new.template, &baseline.parameters, choices, &automatic)
        .map_err(DeployError::from)?;
    let preview = if args.change_set {
        let mut artifacts = Artifacts::new(&aws, project.name, &account, terminal);
        Some(preview::preview(&aws, &baseline, &loaded, &new.template, &values, &mut artifacts).await?)
    } else {
        None
    };
    let old = Named {
        name: format!("{stack} as deployed"),
        template: baseline.template,
    };
    let mut difference = infra_gen_diff::diff_with_values(&old.template, &new.template, &values.changed());
    values.annotate(&mut difference);
    let ended = report(&difference, (&old, new), preview.as_deref(), args, terminal)?;
    let risks = values.risks();
    if risks.is_empty() || !args.fail_on.contains(&FailOn::Destructive) {
        return Ok(ended);
    }
    let risks = risks.join(", ");
    terminal.line(
        Style::Error,
        format_args!("`--fail-on destructive`: these values change, which may cost data: {risks}"),
    );
    Ok(Outcome::Different)
}

/// [`report`], of two templates and nothing else.
fn finish(old: &Named, new: &Named, args: &Diff, terminal: Terminal) -> Result<Outcome, Failure> {
    let difference = infra_gen_diff::diff(&old.template, &new.template);
    report(&difference, (old, new), None, args, terminal)
}

/// Writes the difference, with CloudFormation's own verdict beside it where there is one, and says by the exit code what
/// was asked.
fn report(
    difference: &Difference,
    (old, new): (&Named, &Named),
    preview: Option<&[PlannedChange]>,
    args: &Diff,
    terminal: Terminal,
) -> Result<Outcome, Failure> {
    let names = Names {
        old: &old.name,
        new: &new.name,
    };
    let verdict = preview.map(|changes| Verdict {
        differs: plan::mismatches(difference, changes),
        changes,
    });
    match args.format {
        DiffFormat::Text => {
            let width = columns(std::io::stdout(), std::io::stdout().is_terminal());
            super::show(&infra_gen_diff::terminal(difference, names, width))?;
            if let Some(verdict) = verdict {
                super::show(&format!("\n{verdict}"))?;
            }
        }
        DiffFormat::Json => super::print(&with_verdict(infra_gen_diff::json(difference, names), verdict))?,
        DiffFormat::Markdown => {
            super::print(&infra_gen_diff::markdown(difference, names))?;
            if let Some(verdict) = verdict {
                super::print(&format!("\n{verdict}"))?;
            }
        }
    }
    let mut ended = Outcome::Done;
    for limit in &args.fail_on {
        if let Some(reason) = exceeded(*limit, difference) {
            terminal.line(Style::Error, format_args!("{reason}"));
            ended = Outcome::Different;
        }
    }
    if args.exit_code && !difference.is_empty() {
        ended = Outcome::Different;
    }
    Ok(ended)
}

/// Why the difference is more than `limit` lets pass.
fn exceeded(limit: FailOn, difference: &Difference) -> Option<String> {
    let summary = &difference.summary;
    match limit {
        FailOn::Any => (!difference.is_empty()).then(|| "`--fail-on any`: the templates differ".to_owned()),
        FailOn::Destructive => summary.destructive.then(|| destructive(difference)),
        FailOn::Broadening => summary.broadens.then(|| {
            let unjudged = match summary.unjudged.as_slice() {
                [] => String::new(),
                unjudged => format!("; not compared: {}", unjudged.join(", ")),
            };
            format!("`--fail-on broadening`: more is or may be allowed than before; the lines with ▲ say what{unjudged}")
        }),
    }
}

/// What is lost or may be, by name.
fn destructive(difference: &Difference) -> String {
    let parting = difference
        .resources
        .iter()
        .filter(|resource| resource.loses_data());
    let (known, possible): (Vec<_>, Vec<_>) = parting.partition(|resource| resource.stateful);
    let ids = |resources: &[&ResourceChange]| -> String {
        let ids: Vec<&str> = resources
            .iter()
            .map(|resource| resource.logical_id.as_str())
            .collect();
        ids.join(", ")
    };
    let mut reasons = Vec::new();
    if !known.is_empty() {
        reasons.push(format!(
            "the application loses, or may lose, the data in {}",
            ids(&known)
        ));
    }
    if !possible.is_empty() {
        reasons.push(format!("nothing is known of the data in {}", ids(&possible)));
    }
    if !difference.summary.unjudged.is_empty() {
        let unjudged = difference.summary.unjudged.join(", ");
        reasons.push(format!("not compared, and possibly destructive: {unjudged}"));
    }
    format!("`--fail-on destructive`: {}", reasons.join("; "))
}

fn local(project: &Project, global: &Global, environment: Option<&str>) -> Result<Named, Failure> {
    let place = place(global, environment.unwrap_or_default());
    let loaded = load_at(project, environment, &place)?;
    Ok(Named {
        template: synth::template(&loaded)?,
        name: format!("{}, local", loaded.stack_name),
    })
}

fn file(path: &Path) -> Result<Named, Failure> {
    Ok(Named {
        name: path.display().to_string(),
        template: template_file::read(path)?,
    })
}

/// A file that may be a copy of a deployed template: what CloudFormation accepts is read, with a warning.
fn deployed_file(path: &Path, terminal: Terminal) -> Result<Named, Failure> {
    let (template, warnings) = template_file::read_deployed(path)?;
    for warning in warnings {
        terminal.line(
            Style::Heading,
            format_args!("warning: {warning} (the last one counts, as it does for CloudFormation)"),
        );
    }
    Ok(Named {
        name: path.display().to_string(),
        template,
    })
}

/// The template that was saved in a revision, for an environment or under a path of its own.
fn revision_of(revision: &str, path: Option<&Path>, environment: &str) -> Result<Named, Failure> {
    let path = match path {
        Some(path) => path.display().to_string(),
        None => saved(revision, environment)?,
    };
    let name = format!("{revision}:{path}");
    let template = parse(&name, &git(&["show", &name])?)?;
    Ok(Named { name, template })
}

/// Where a revision has the template of an environment.
fn saved(revision: &str, environment: &str) -> Result<String, DiffError> {
    let listing = git(&["ls-tree", "-r", "--full-tree", "--name-only", revision])?;
    let endings = ["snap", "json", "yaml"].map(|ending| format!("templates/{environment}.{ending}"));
    let is_saved = |path: &&str| {
        endings
            .iter()
            .any(|ending| *path == ending || path.ends_with(&format!("/{ending}")))
    };
    let found: Vec<&str> = listing.lines().filter(is_saved).collect();
    match found.as_slice() {
        [] => Err(DiffError::NotSaved {
            revision: revision.to_owned(),
            environment: environment.to_owned(),
        }),
        [only] => Ok((*only).to_owned()),
        several => Err(DiffError::Ambiguous {
            revision: revision.to_owned(),
            found: several.iter().map(|path| (*path).to_owned()).collect(),
        }),
    }
}

fn git(arguments: &[&str]) -> Result<String, DiffError> {
    let what = arguments.last().copied().unwrap_or_default().to_owned();
    let output = match Command::new("git").args(arguments).output() {
        Ok(output) => output,
        Err(error) => return Err(DiffError::NoGit(what, error)),
    };
    if !output.status.success() {
        let complaint = String::from_utf8_lossy(&output.stderr);
        let complaint = complaint.trim().trim_start_matches("fatal: ").to_owned();
        return Err(DiffError::Git { what, complaint });
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

pub(super) fn parse(name: &str, text: &str) -> Result<Template, Failure> {
    Template::parse(without_snapshot_header(text)).map_err(|source| Failure::Template {
        name: name.to_owned(),
        source: source.into(),
    })
}

pub(super) fn parse_deployed(name: &str, text: &str) -> Result<(Template, Vec<ParseError>), Failure> {
    Template::parse_deployed(without_snapshot_header(text)).map_err(|source| Failure::Template {
        name: name.to_owned(),
        source: source.into(),
    })
}

/// A snapshot of `insta` has a few lines about itself before the template.
fn without_snapshot_header(text: &str) -> &str {
    text.strip_prefix("---\nsource:")
        .and_then(|rest| rest.split_once("\n---\n"))
        .map_or(text, |(_, template)| template)
}

/// How many names of what CloudFormation is silent about are worth reading.
const MOST_UNKNOWN: usize = 10;

/// What CloudFormation foresees, beside what this program does.
#[derive(Serialize)]
struct Verdict<'a> {
    changes: &'a [PlannedChange],
    differs: Vec<Mismatch>,
}

impl fmt::Display for Verdict<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unknown = plan::unknown_effects(self.changes);
        let count = self.changes.len() - unknown.len();
        if self.differs.is_empty() {
            writeln!(
                f,
                "CloudFormation's change set says the same of {count} resources"
            )?;
        } else {
            writeln!(f, "CloudFormation's change set of {count} resources differs:\n")?;
        }
        for mismatch in &self.differs {
            writeln!(f, "- {mismatch}")?;
        }
        if !unknown.is_empty() {
            let (named, more) = unknown.split_at(unknown.len().min(MOST_UNKNOWN));
            let more = match more.len() {
                0 => String::new(),
                more => format!(" and {more} more"),
            };
            writeln!(
                f,
                "\nit does not say what becomes of what is in nested stacks: {}{more}",
                named.join(", ")
            )?;
        }
        Ok(())
    }
}

/// The documented JSON, with a field more when CloudFormation was asked, too.
fn with_verdict(report: String, verdict: Option<Verdict<'_>>) -> String {
    let Some(verdict) = verdict else { return report };
    let mut report: Map<String, Json> =
        serde_json::from_str(&report).expect("the report is an object that was just written");
    let verdict = serde_json::to_value(verdict).expect("names and words are always JSON");
    report.insert("changeSet".to_owned(), verdict);
    super::outputs::json(&report)
}

impl std::str::FromStr for Against {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let Some((kind @ ("git" | "env"), rest)) = text.split_once(':') else {
            return Ok(Self::File(PathBuf::from(text)));
        };
        match (kind, rest.split_once(':')) {
            (_, _) if rest.is_empty() => {
                Err("say what: `git:main`, `git:main:template.json`, `env:staging`".to_owned())
            }
            // A revision that begins with a hyphen would be an option of git's.
            ("git", _) if rest.starts_with('-') => {
                Err(format!("`{rest}` is no revision; name a branch, tag or commit"))
            }
            ("env", _) => Ok(Self::Environment(rest.to_owned())),
            (_, Some((revision, path))) => Ok(Self::Revision {
                revision: revision.to_owned(),
                path: Some(PathBuf::from(path)),
            }),
            (_, None) => Ok(Self::Revision {
                revision: rest.to_owned(),
                path: None,
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, expected: &Against) {
        assert_eq!(typed.parse::<Against>().as_ref(), Ok(expected));
    }

    #[test]
    fn what_to_compare_with_is_told_by_its_first_word() {
        check("old.json", &Against::File("old.json".into()));
        check("env:staging", &Against::Environment("staging".to_owned()));
        let revision = "HEAD~1".to_owned();
        check(
            "git:HEAD~1",
            &Against::Revision {
                revision: revision.clone(),
                path: None,
            },
        );
        check(
            "git:HEAD~1:a/b.json",
            &Against::Revision {
                revision,
                path: Some("a/b.json".into()),
            },
        );
    }

    #[test]
    fn an_option_of_gits_is_no_revision() {
        assert!("git:--output=x".parse::<Against>().is_err());
        assert!("git:".parse::<Against>().is_err());
    }

    #[test]
    fn a_snapshot_is_read_without_what_it_says_of_itself() {
        assert_eq!(without_snapshot_header("---\nsource: a.rs\n---\n{}"), "{}");
        assert_eq!(
            without_snapshot_header("---\nResources: {}\n"),
            "---\nResources: {}\n"
        );
    }
}
