//! The template as CloudFormation takes it: inline while it is small, by address when it is not, and in nested stacks when
//! it has more resources than one stack takes. And back: a deployed template in one piece.

use std::collections::BTreeMap;

use infra_gen_cfn::{NESTED_TEMPLATES_PARAMETER, Nested, Template};

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
    Ok(Placed { source, parameters })
}

/// The template that a stack was deployed with, whatever it was divided into.
pub(crate) async fn deployed(aws: &Aws, name: &str) -> Result<Template, DeployError> {
    let root = read(aws, name, name).await?;
    let mut nested = Nested {
        root,
        children: BTreeMap::new(),
    };
    if nested.root.parameters.contains_key(NESTED_TEMPLATES_PARAMETER) {
        for resource in Stack::new(aws, name).own_resources().await? {
            if resource.kind == NESTED_STACK {
                let template = read(aws, name, &resource.physical).await?;
                nested.children.insert(resource.logical, template);
            }
        }
    }
    Ok(nested.flatten())
}

async fn read(aws: &Aws, root: &str, stack: &str) -> Result<Template, DeployError> {
    let text = Stack::new(aws, stack).template().await?;
    Template::parse(&text).map_err(|source| DeployError::Deployed {
        stack: root.to_owned(),
        source,
    })
}
