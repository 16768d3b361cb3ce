//! `import`: how an existing resource comes into the stack, or comes back.
//!
//! CloudFormation imports only what is new in the template and changes nothing else meanwhile, so what it is given is the
//! template as deployed with the wanted resources of the local one. The commands are shown and not run: whoever imports
//! looks at the change set first.

use std::fmt::Write as _;

use infra_gen_cfn::{Json, Template, schema};
use serde_json::{Map, json};

use super::{Failure, connect, file, outputs, print, synth};
use crate::app::Project;
use crate::args::{Existing, Global, Import};
use crate::deploy::stack::Stack;
use crate::exit::Outcome;
use crate::program;
use crate::terminal::{Style, Terminal};

/// Why something cannot be imported.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ImportError {
    #[error("the template has no resource `{0}`; declare it first, then import what there is")]
    NotInTemplate(String),
    #[error("`{0}` is in the stack already")]
    InStack(String),
    #[error(
        "nothing is known of how a resource of type `{0}` is identified; see AWS's list of types that can be imported"
    )]
    UnknownType(String),
    #[error("a resource of type `{kind}` is known by {count} values, {names}: give them with `|` between", count = .names.split(", ").count())]
    Identifiers { kind: String, names: String },
}

pub(super) async fn run(
    project: &Project,
    global: &Global,
    args: &Import,
    terminal: Terminal,
) -> Result<Outcome, Failure> {
    let (loaded, aws) = connect(project, global).await?;
    let account = aws.expected_account(&loaded.settings).await?;
    let local = synth::template(&loaded)?;
    let name = &loaded.stack_name;
    let stack = Stack::new(&aws, name);
    stack
        .describe()
        .await?
        .ok_or_else(|| Failure::NoStack(name.clone()))?;
    let deployed = Template::parse(&stack.template().await?).map_err(|source| Failure::Template {
        name: format!("{name} as deployed"),
        source: source.into(),
    })?;
    if args.resources.is_empty() {
        let candidates = candidates(&local, &deployed);
        if candidates.is_empty() {
            terminal.line(
                Style::Success,
                format_args!("the stack has every resource of the template: there is nothing to import"),
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
            "look at the change set before executing it; then `{} drift` tells what the template says otherwise",
            program::name()
        ),
    );
    Ok(Outcome::Done)
}

/// What the template has and the stack has not, a line each, as the verb takes it.
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

/// The properties that together identify a resource of a type.
fn identifiers(kind: &str) -> Option<Vec<&'static str>> {
    let names = schema::lookup(kind)?.primary_identifier;
    (!names.is_empty()).then(|| names.to_vec())
}

/// The template to import with, and what is to be imported, as CloudFormation wants to be told.
fn files(
    local: &Template,
    deployed: Template,
    wanted: &[Existing],
) -> Result<(Template, Vec<Json>), ImportError> {
    let mut template = deployed;
    let mut resources = Vec::new();
    for Existing { logical, name } in wanted {
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
        // CloudFormation imports nothing that it would delete with the stack unsaid.
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

/// The commands, with the profile that this run used.
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

/// For a shell, in order.
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
