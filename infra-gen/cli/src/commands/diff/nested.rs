//! Reads the templates of nested stacks from files next to their parents.
//!
//! A location is a path relative to the folder of the parent's template: `TemplateURL: ./network.yaml`, as `aws cloudformation
//! package` reads it, or the asset that the CDK names in the resource's metadata. A template that cannot be read is a warning,
//! and the difference reports it as not compared.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use infra_gen_cfn::{ResourceBlock, Template};
use infra_gen_diff::{TemplateTree, template_file};

/// The maximum number of nested templates that are read.
const MAX_TEMPLATES: usize = 1_000;

/// The maximum depth: a template that contains itself would not end.
const MAX_DEPTH: usize = 16;

/// Reads one template.
type Read<'a> = &'a dyn Fn(&Path) -> Result<Template, String>;

/// The nested templates of `template`, whose file is in `folder`, and warnings about those that could not be read.
pub(super) fn read(template: Template, folder: &Path, read: Read<'_>) -> (TemplateTree, Vec<String>) {
    let mut reader = Reader {
        read,
        left: MAX_TEMPLATES,
        warnings: Vec::new(),
    };
    let tree = reader.tree(template, folder, 0);
    (tree, reader.warnings)
}

struct Reader<'a> {
    read: Read<'a>,
    left: usize,
    warnings: Vec<String>,
}

impl Reader<'_> {
    fn tree(&mut self, template: Template, folder: &Path, depth: usize) -> TemplateTree {
        let mut nested = BTreeMap::new();
        if depth < MAX_DEPTH {
            for (id, block) in &template.resources {
                if let Some((template, folder)) = self.child(id, block, folder) {
                    nested.insert(id.clone(), self.tree(template, &folder, depth + 1));
                }
            }
        }
        TemplateTree { template, nested }
    }

    /// The template of a nested stack, and the folder that it is in.
    fn child(&mut self, id: &str, block: &ResourceBlock, folder: &Path) -> Option<(Template, PathBuf)> {
        if let Some(text) = inline_template(block) {
            return match Template::parse(text) {
                Ok(template) => Some((template, folder.to_owned())),
                Err(error) => self.warn(id, "its `TemplateBody`", &error.to_string()),
            };
        }
        let path = normalized(&folder.join(template_file(block)?));
        self.left = self.left.checked_sub(1)?;
        match (self.read)(&path) {
            Ok(template) => {
                let folder = path.parent().map(Path::to_owned).unwrap_or_default();
                Some((template, folder))
            }
            Err(error) => self.warn(id, &format!("`{}`", path.display()), &error),
        }
    }

    fn warn<T>(&mut self, id: &str, what: &str, error: &str) -> Option<T> {
        self.warnings.push(format!(
            "the template of nested stack `{id}` is not compared: could not read {what}: {error}"
        ));
        None
    }
}

/// The template of a stack set, if the template contains it.
fn inline_template(block: &ResourceBlock) -> Option<&str> {
    let is_stack_set = block.type_name == "AWS::CloudFormation::StackSet";
    block
        .properties
        .get("TemplateBody")
        .filter(|_| is_stack_set)?
        .as_str()
}

/// The path without `.` and, as far as possible, without `..`.
fn normalized(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir if matches!(normal.components().next_back(), Some(Component::Normal(_))) => {
                normal.pop();
            }
            component => normal.push(component),
        }
    }
    normal
}

#[cfg(test)]
mod tests {
    use super::*;

    fn template(resources: &str) -> Template {
        Template::parse(&format!("Resources: {{{resources}}}")).expect("the template is valid")
    }

    fn stack(properties: &str) -> String {
        format!("S: {{Type: 'AWS::CloudFormation::Stack', {properties}}}")
    }

    /// The path that is read for a nested stack of the template `a/b/outer.yaml`.
    #[track_caller]
    fn check(resource: &str, expected: Option<&str>) {
        let seen = std::cell::RefCell::new(None);
        let (tree, warnings) = read(template(resource), Path::new("a/b"), &|path| {
            *seen.borrow_mut() = Some(path.display().to_string());
            Ok(Template::default())
        });
        assert_eq!(seen.into_inner().as_deref(), expected);
        assert_eq!(tree.nested.contains_key("S"), expected.is_some());
        assert!(warnings.is_empty(), "{warnings:?}");
    }

    #[test]
    fn a_relative_location_is_a_file() {
        check(
            &stack("Properties: {TemplateURL: ./inner.yaml}"),
            Some("a/b/inner.yaml"),
        );
        check(
            &stack("Properties: {TemplateURL: ../c/inner.yaml}"),
            Some("a/c/inner.yaml"),
        );
        check(
            &stack("Properties: {TemplateURL: 'https://example.com/inner.yaml'}"),
            None,
        );
        check(
            &stack("Properties: {TemplateURL: 's3://bucket/inner.yaml'}"),
            None,
        );
        check(&stack("Properties: {TemplateURL: /etc/inner.yaml}"), None);
        check(&stack("Properties: {TemplateURL: !Sub '${B}/inner.yaml'}"), None);
        check(
            "S: {Type: 'AWS::Serverless::Application', Properties: {Location: app/inner.yaml}}",
            Some("a/b/app/inner.yaml"),
        );
        check(
            "S: {Type: 'AWS::SNS::Topic', Properties: {TemplateURL: inner.yaml}}",
            None,
        );
    }

    #[test]
    fn an_asset_in_the_metadata_is_a_file() {
        let asset = "Properties: {TemplateURL: !Sub 'https://${B}/x.json'}, Metadata: {'aws:asset:path': \
                     x.nested.template.json, 'aws:asset:property': TemplateURL}";
        check(&stack(asset), Some("a/b/x.nested.template.json"));
    }

    #[test]
    fn the_template_in_a_stack_set_is_read() {
        let body = "S: {Type: 'AWS::CloudFormation::StackSet', Properties: {TemplateBody: '{\"Resources\": {\"T\": {\"Type\": \
                    \"AWS::SNS::Topic\"}}}'}}";
        let (tree, _) = read(template(body), Path::new("."), &|_| Err("not a file".to_owned()));
        assert!(tree.nested["S"].template.resources.contains_key("T"));
    }

    #[test]
    fn a_template_that_cannot_be_read_is_a_warning() {
        let outer = template(&stack("Properties: {TemplateURL: inner.yaml}"));
        let (tree, warnings) = read(outer, Path::new(""), &|_| Err("no such file".to_owned()));
        assert!(tree.nested.is_empty());
        assert_eq!(
            warnings,
            ["the template of nested stack `S` is not compared: could not read `inner.yaml`: no such file"]
        );
    }

    #[test]
    fn a_template_that_contains_itself_ends() {
        let itself = || template(&stack("Properties: {TemplateURL: outer.yaml}"));
        let (tree, warnings) = read(itself(), Path::new(""), &|_| Ok(itself()));
        assert!(tree.nested.contains_key("S") && warnings.is_empty());
    }
}
