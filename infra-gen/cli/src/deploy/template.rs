//! The template as CloudFormation takes it: inline while it is small, by address when it is not, and in nested stacks when
//! it has more resources than one stack takes. And back: a deployed template in one piece.

use std::collections::{BTreeMap, BTreeSet};

use infra_gen_cfn::{NESTED_TEMPLATES_PARAMETER, Nested, ResourceBlock, Template};

use super::DeployError;
use super::artifacts::Artifacts;
use super::change_set::{Given, Source};
use super::stack::{NESTED_STACK, Stack};
use crate::aws::Aws;

/// A template that CloudFormation can read.
#[derive(Debug)]
pub(crate) struct Placed {
    pub(crate) source: Source,
    /// The parameters that say where the rest of it is.
    pub(crate) parameters: BTreeMap<String, Given>,
    /// The rest: the nested stacks that it was divided into, by logical ID.
    pub(crate) nested: BTreeMap<String, Template>,
}

/// The template that a stack was deployed with.
#[derive(Debug)]
pub(crate) struct Deployed {
    /// In one piece, whatever it was divided into.
    pub(crate) template: Template,
    /// The nested stacks that it was divided into.
    pub(crate) seams: BTreeSet<String>,
}

/// Puts the template where CloudFormation finds it.
pub(crate) async fn place(template: &Template, artifacts: &mut Artifacts<'_>) -> Result<Placed, DeployError> {
    let nested = template.nest().map_err(DeployError::Undividable)?;
    let mut parameters = BTreeMap::new();
    if !nested.children.is_empty() {
        let folder = artifacts.upload_nested(nested.children.values()).await?;
        parameters.insert(NESTED_TEMPLATES_PARAMETER.to_owned(), Given::Value(folder));
    }
    let text = nested.root.to_json_minified();
    let source = if nested.root.fits_inline() {
        Source::Inline(text)
    } else {
        Source::Address(artifacts.upload_template(text).await?)
    };
    Ok(Placed {
        source,
        parameters,
        nested: nested.children,
    })
}

/// The template that a stack was deployed with.
pub(crate) async fn deployed(aws: &Aws, name: &str) -> Result<Deployed, DeployError> {
    let root = read(aws, name, name).await?;
    let mut nested = Nested {
        root,
        children: BTreeMap::new(),
    };
    if nested.root.parameters.contains_key(NESTED_TEMPLATES_PARAMETER) {
        for resource in Stack::new(aws, name).own_resources().await? {
            let block = nested.root.resources.get(&resource.logical);
            if block.and_then(part).is_some() {
                let template = read(aws, name, &resource.physical).await?;
                nested.children.insert(resource.logical, template);
            }
        }
    }
    Ok(Deployed {
        template: nested.flatten(),
        seams: nested.children.into_keys().collect(),
    })
}

/// The file name of the template that a nested stack is made from, if it is a part of the root's and nobody's own.
pub(crate) fn part(block: &ResourceBlock) -> Option<&str> {
    let address = block.properties.get("TemplateURL")?.get("Fn::Sub")?.as_str()?;
    let file = address.strip_prefix(&format!("${{{NESTED_TEMPLATES_PARAMETER}}}/"))?;
    (block.type_name == NESTED_STACK).then_some(file)
}

/// The template of a stack, or of one that is nested in it.
pub(super) async fn read(aws: &Aws, root: &str, stack: &str) -> Result<Template, DeployError> {
    let text = Stack::new(aws, stack).template().await?;
    let (template, _) = Template::parse_deployed(&text).map_err(|source| DeployError::Deployed {
        stack: root.to_owned(),
        source,
    })?;
    Ok(template)
}
