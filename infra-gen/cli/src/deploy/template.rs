//! Uploads a template in the form that CloudFormation accepts, and reads a deployed one.
//!
//! A small template is sent inline and a larger one through the artifacts bucket. A template with more resources than one
//! stack may have is split into nested stacks; reading it joins them again.

use std::collections::{BTreeMap, BTreeSet};

use infra_gen_cfn::{NESTED_TEMPLATES_PARAMETER, Nested, ResourceBlock, Template};
use infra_gen_diff::TemplateTree;

use super::DeployError;
use super::artifacts::Artifacts;
use super::parameters::ParameterValue;
use super::stack::{NESTED_STACK, Stack};
use crate::aws::Aws;

/// How CloudFormation gets the template.
#[derive(Debug)]
pub(crate) enum TemplateSource {
    Inline(String),
    Url(String),
}

/// A template that CloudFormation can read.
#[derive(Debug)]
pub(crate) struct UploadedTemplate {
    pub(crate) source: TemplateSource,
    /// The parameters that locate the templates of the nested stacks.
    pub(crate) parameters: BTreeMap<String, ParameterValue>,
    /// The nested stacks that the template was split into, by logical ID.
    pub(crate) nested: BTreeMap<String, Template>,
}

/// The template that a stack was deployed with.
#[derive(Debug)]
pub(crate) struct DeployedTemplate {
    /// With the nested stacks joined that this program split it into.
    pub(crate) template: Template,
    /// The logical IDs of those nested stacks.
    pub(crate) nested_stacks: BTreeSet<String>,
}

/// Uploads the template and its nested stacks where that is necessary.
pub(crate) async fn upload(
    template: &Template,
    artifacts: &mut Artifacts<'_>,
) -> Result<UploadedTemplate, DeployError> {
    let nested = template.nest().map_err(DeployError::CannotSplit)?;
    let mut parameters = BTreeMap::new();
    if !nested.children.is_empty() {
        let folder = artifacts.upload_nested(nested.children.values()).await?;
        parameters.insert(
            NESTED_TEMPLATES_PARAMETER.to_owned(),
            ParameterValue::Value(folder),
        );
    }
    let text = nested.root.to_json_minified();
    let source = if nested.root.fits_inline() {
        TemplateSource::Inline(text)
    } else {
        TemplateSource::Url(artifacts.upload_template(text).await?)
    };
    Ok(UploadedTemplate {
        source,
        parameters,
        nested: nested.children,
    })
}

/// Reads the template that a stack was deployed with.
pub(crate) async fn read_deployed(aws: &Aws, name: &str) -> Result<DeployedTemplate, DeployError> {
    let root = read(aws, name, name).await?;
    let mut nested = Nested {
        root,
        children: BTreeMap::new(),
    };
    if nested.root.parameters.contains_key(NESTED_TEMPLATES_PARAMETER) {
        for resource in Stack::new(aws, name).own_resources().await? {
            let block = nested.root.resources.get(&resource.logical);
            if block.and_then(part_file).is_some() {
                let template = read(aws, name, &resource.physical).await?;
                nested.children.insert(resource.logical, template);
            }
        }
    }
    Ok(DeployedTemplate {
        template: nested.flatten(),
        nested_stacks: nested.children.into_keys().collect(),
    })
}

/// The templates of the nested stacks that the user declared, as they are deployed, and warnings about those that could not be
/// read. `template` is that of the stack `name`. A nested stack is read only if it can be compared with `new`: its new template
/// is known, or it is removed.
pub(crate) async fn read_nested(
    aws: &Aws,
    name: &str,
    template: Template,
    new: &TemplateTree,
) -> (TemplateTree, Vec<String>) {
    let mut tree = TemplateTree::from(template);
    let mut warnings = Vec::new();
    let mut unread = vec![(Vec::new(), name.to_owned())];
    while let Some((path, stack)) = unread.pop() {
        let Some(parent) = at(&mut tree, &path) else {
            continue;
        };
        let counterpart = path
            .iter()
            .try_fold(new, |tree, logical| tree.nested.get(logical));
        let is_comparable = |logical: &String| {
            counterpart.is_none_or(|new| {
                new.nested.contains_key(logical) || !new.template.resources.contains_key(logical)
            })
        };
        let is_read = |logical: &String, block: &ResourceBlock| {
            let is_declared = matches!(
                block.type_name.as_str(),
                NESTED_STACK | "AWS::Serverless::Application"
            );
            is_declared && is_comparable(logical)
        };
        let mut blocks = parent.template.resources.iter();
        if path.len() == MAX_DEPTH || !blocks.any(|(logical, block)| is_read(logical, block)) {
            continue;
        }
        let resources = match Stack::new(aws, &stack).own_resources().await {
            Ok(resources) => resources,
            Err(error) => {
                warnings.push(format!(
                    "the nested stacks of `{stack}` are not compared: {error}"
                ));
                continue;
            }
        };
        for resource in resources {
            let block = parent.template.resources.get(&resource.logical);
            if !block.is_some_and(|block| is_read(&resource.logical, block)) {
                continue;
            }
            match read(aws, name, &resource.physical).await {
                Ok(child) => {
                    parent.nested.insert(resource.logical.clone(), child.into());
                    let path = path.iter().cloned().chain([resource.logical]).collect();
                    unread.push((path, resource.physical));
                }
                Err(error) => warnings.push(format!(
                    "nested stack `{}` is not compared: {error}",
                    resource.logical
                )),
            }
        }
    }
    (tree, warnings)
}

/// The nested stack at a path of logical IDs.
fn at<'t>(tree: &'t mut TemplateTree, path: &[String]) -> Option<&'t mut TemplateTree> {
    path.iter()
        .try_fold(tree, |tree, logical| tree.nested.get_mut(logical))
}

/// The maximum depth of nested stacks that are read.
const MAX_DEPTH: usize = 16;

/// The file name of a nested stack's template, if this program split it off the root; `None` for a nested stack that the
/// user declared.
pub(crate) fn part_file(block: &ResourceBlock) -> Option<&str> {
    let address = block.properties.get("TemplateURL")?.get("Fn::Sub")?.as_str()?;
    let file = address.strip_prefix(&format!("${{{NESTED_TEMPLATES_PARAMETER}}}/"))?;
    (block.type_name == NESTED_STACK).then_some(file)
}

/// Reads the template of `stack`, which is `root` or nested in it. Errors name `root`.
pub(super) async fn read(aws: &Aws, root: &str, stack: &str) -> Result<Template, DeployError> {
    let text = Stack::new(aws, stack).template().await?;
    let (template, _) = Template::parse_deployed(&text).map_err(|source| DeployError::ParseDeployed {
        stack: root.to_owned(),
        source,
    })?;
    Ok(template)
}
