//! `import`: prepares the import of existing resources into the stack.
//!
//! An import may only add resources to the template and change nothing else. So the template to import with is the
//! deployed one, plus the selected resources of the local one. The commands are printed and not run, so that a person
//! reviews the change set first.

use std::fmt::Write as _;
use std::path::PathBuf;

use infra_gen_cfn::{Json, Template};
use serde_json::{Map, json};

use super::{CommandError, connect, describe_stack, file, outputs, print, synth};
use crate::app::Project;
use crate::deploy::stack::Stack;
use crate::exit::Outcome;
use crate::global_args::GlobalArgs;
use crate::program;
use crate::terminal::{Style, Terminal};

/// Prepare the import of existing resources into the stack: write the files, print the commands
#[derive(Debug, clap::Args)]
#[command(after_help = "\
For resources that a `Retain` policy left in the account, and for resources that
were created by hand. Declare the resource in the template first; CloudFormation
then takes it over unchanged. This command itself changes nothing.

Examples:
  infra-gen import --env prod                     list the resources that can be imported
  infra-gen import --env prod Images=shop-images-1d79 -o import")]
pub(crate) struct Args {
    /// Resource to import and its name in the account, `LOGICAL_ID=NAME`
    #[arg(value_name = "RESOURCE", value_parser = Existing::parse)]
    resources: Vec<Existing>,
    /// Folder for the two files that the commands need
    #[arg(long, short, value_name = "FOLDER", default_value = "import")]
    output: PathBuf,
}

/// A resource that exists outside the stack.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Existing {
    logical: String,
    name: String,
}

impl Existing {
    fn parse(text: &str) -> Result<Self, String> {
        match text.split_once('=') {
            Some((logical, name)) if !logical.is_empty() && !name.is_empty() => Ok(Self {
                logical: logical.to_owned(),
                name: name.to_owned(),
            }),
            _ => Err("expected `LOGICAL_ID=NAME`, for example `Images=shop-images-1d79`".to_owned()),
        }
    }
}

/// Why a resource cannot be imported.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ImportError {
    #[error("the template has no resource `{0}`\n  hint: declare it in the template first")]
    NotInTemplate(String),
    #[error("resource `{0}` is already in the stack")]
    InStack(String),
    #[error(
        "the identifier of resource type `{0}` is unknown\n  hint: see AWS's list of resource types that support import"
    )]
    UnknownType(String),
    #[error(
        "a resource of type `{kind}` is identified by {count} values: {names}\n  hint: separate them with `|`",
        count = .names.split(", ").count()
    )]
    Identifiers { kind: String, names: String },
}

pub(crate) async fn run(
    project: &Project,
    global: &GlobalArgs,
    args: &Args,
    terminal: Terminal,
) -> Result<Outcome, CommandError> {
    let (loaded, aws) = connect(project, global).await?;
    let account = aws.expected_account(&loaded.settings).await?;
    let local = synth::template(&loaded)?;
    let name = &loaded.stack_name;
    describe_stack(&aws, name).await?;
    let deployed = Stack::new(&aws, name).template().await?;
    let deployed = Template::parse(&deployed).map_err(|source| CommandError::Template {
        name: format!("{name} as deployed"),
        source: source.into(),
    })?;
    if args.resources.is_empty() {
        let candidates = candidates(&local, &deployed);
        if candidates.is_empty() {
            terminal.line(
                Style::Success,
                format_args!("nothing to import: the stack has every resource of the template"),
            );
        }
        print(&candidates)?;
        return Ok(Outcome::Done);
    }
    let (template, resources) = files(&local, deployed, &args.resources)?;
    file::create_folder(&args.output)?;
    for (name, text) in [
        ("template.json", template.to_json()),
        ("resources.json", outputs::json(&resources)),
    ] {
        let path = args.output.join(name);
        file::write(&path, text)?;
        terminal.info(format_args!("wrote {}", path.display()));
    }
    let bucket = format!("{}-artifacts-{account}-{}", project.name, aws.region);
    let commands = commands(name, &template, &args.output.display().to_string(), &bucket);
    print(&with_profile(commands, global.profile.as_deref()))?;
    terminal.line(
        Style::Heading,
        format_args!(
            "review the change set before you execute it; afterwards, `{} drift` shows where the resource differs from the \
             template",
            program::name()
        ),
    );
    Ok(Outcome::Done)
}

/// The resources of the template that the stack does not have, one per line, in the form of the argument.
fn candidates(local: &Template, deployed: &Template) -> String {
    let mut text = String::new();
    for (id, block) in &local.resources {
        if deployed.resources.contains_key(id) {
            continue;
        }
        if let Some(names) = identifiers(&block.type_name) {
            let _ = writeln!(text, "{id}=<{}>  {}", names.join("|"), block.type_name);
        }
    }
    text
}

/// The properties that identify a resource of this type.
fn identifiers(kind: &str) -> Option<Vec<&'static str>> {
    let names = &infra_gen_schema::lookup(kind)?.primary_identifier;
    (!names.is_empty()).then(|| names.to_vec())
}

/// The template to import with, and the list of resources in CloudFormation's format.
fn files(
    local: &Template,
    deployed: Template,
    selected: &[Existing],
) -> Result<(Template, Vec<Json>), ImportError> {
    let mut template = deployed;
    let mut resources = Vec::new();
    for Existing { logical, name } in selected {
        if template.resources.contains_key(logical) {
            return Err(ImportError::InStack(logical.clone()));
        }
        let mut block = local
            .resources
            .get(logical)
            .ok_or_else(|| ImportError::NotInTemplate(logical.clone()))?
            .clone();
        let kind = block.type_name.clone();
        let keys = identifiers(&kind).ok_or_else(|| ImportError::UnknownType(kind.clone()))?;
        let values: Vec<&str> = if keys.len() == 1 {
            vec![name]
        } else {
            name.split('|').collect()
        };
        if values.len() != keys.len() {
            return Err(ImportError::Identifiers {
                kind,
                names: keys.join(", "),
            });
        }
        let identifier: Map<String, Json> = keys
            .into_iter()
            .zip(values)
            .map(|(key, value)| (key.to_owned(), Json::from(value)))
            .collect();
        // CloudFormation requires an explicit deletion policy on an imported resource.
        block
            .attributes
            .entry("DeletionPolicy")
            .or_insert_with(|| Json::from("Retain"));
        template.resources.insert(logical.clone(), block);
        resources.push(json!({
            "ResourceType": kind,
            "LogicalResourceId": logical,
            "ResourceIdentifier": identifier,
        }));
    }
    Ok((template, resources))
}

/// Adds the profile of this run to the commands.
fn with_profile(commands: String, profile: Option<&str>) -> String {
    let Some(profile) = profile else { return commands };
    let mut text = String::new();
    for line in commands.lines() {
        match line.strip_prefix("aws ") {
            Some(rest) => _ = writeln!(text, "aws --profile {profile} {rest}"),
            None => _ = writeln!(text, "{line}"),
        }
    }
    text
}

/// The shell commands, in order.
fn commands(stack: &str, template: &Template, folder: &str, bucket: &str) -> String {
    let mut text = String::new();
    let body = if template.fits_inline() {
        format!("--template-body file://{folder}/template.json")
    } else {
        let _ = writeln!(
            text,
            "aws s3 cp {folder}/template.json s3://{bucket}/import/{stack}.json"
        );
        format!("--template-url https://{bucket}.s3.amazonaws.com/import/{stack}.json")
    };
    let _ = write!(
        text,
        "aws cloudformation create-change-set --stack-name {stack} --change-set-name import --change-set-type IMPORT \\\n  \
         {body} --resources-to-import file://{folder}/resources.json"
    );
    let capabilities: Vec<&str> = template
        .capabilities()
        .into_iter()
        .map(infra_gen_cfn::Capability::as_str)
        .collect();
    if !capabilities.is_empty() {
        let _ = write!(text, " \\\n  --capabilities {}", capabilities.join(" "));
    }
    if !template.parameters.is_empty() {
        text.push_str(" \\\n  --parameters");
        for name in template.parameters.keys() {
            let _ = write!(text, " ParameterKey={name},UsePreviousValue=true");
        }
    }
    let _ = writeln!(
        text,
        "\naws cloudformation wait change-set-create-complete --stack-name {stack} --change-set-name import\n\
         aws cloudformation describe-change-set --stack-name {stack} --change-set-name import\n\
         aws cloudformation execute-change-set --stack-name {stack} --change-set-name import\n\
         aws cloudformation wait stack-import-complete --stack-name {stack}"
    );
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_use_the_profile_of_the_run() {
        let commands = "aws s3 cp a b\naws cloudformation x \\\n  --body\n";
        assert_eq!(
            with_profile(commands.to_owned(), Some("prod")),
            "aws --profile prod s3 cp a b\naws --profile prod cloudformation x \\\n  --body\n"
        );
        assert_eq!(with_profile(commands.to_owned(), None), commands);
    }
}
