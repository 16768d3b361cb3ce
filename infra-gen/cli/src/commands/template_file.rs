//! Reads a template from a file. The nested templates that `synth` wrote beside it become part of it again.

use std::collections::BTreeMap;
use std::path::Path;

use infra_gen_cfn::{Nested, ParseError, ResourceBlock, Template};

use super::CommandError;
use crate::deploy::template;

/// The folder with the nested templates, beside the root template's file.
pub(super) const NESTED_TEMPLATES: &str = "nested-templates";

/// The root template refers to a nested template that does not exist.
#[derive(Debug, thiserror::Error)]
#[error(
    "`{root}` refers to nested template `{missing}`, which does not exist\n  hint: write both with `synth --output FILE`"
)]
pub(crate) struct MissingNestedTemplate {
    root: String,
    missing: String,
}

/// Reads a template.
pub(super) fn read(path: &Path) -> Result<Template, CommandError> {
    flatten(path, &mut |path| {
        parse(&path.display().to_string(), &read_text(path)?)
    })
}

/// Reads a template that may be a copy of a deployed one, so that it may have faults which CloudFormation accepts. They are
/// returned as warnings.
pub(super) fn read_deployed(path: &Path) -> Result<(Template, Vec<String>), CommandError> {
    let mut warnings = Vec::new();
    let template = flatten(path, &mut |path| {
        let name = path.display().to_string();
        let (template, found) = parse_deployed(&name, &read_text(path)?)?;
        warnings.extend(found.into_iter().map(|warning| format!("{name}: {warning}")));
        Ok(template)
    })?;
    Ok((template, warnings))
}

/// Parses the text of a template or of an `insta` snapshot of one. `name` is for the error.
pub(super) fn parse(name: &str, text: &str) -> Result<Template, CommandError> {
    Template::parse(without_snapshot_header(text)).map_err(|source| CommandError::Template {
        name: name.to_owned(),
        source: source.into(),
    })
}

fn parse_deployed(name: &str, text: &str) -> Result<(Template, Vec<ParseError>), CommandError> {
    Template::parse_deployed(without_snapshot_header(text)).map_err(|source| CommandError::Template {
        name: name.to_owned(),
        source: source.into(),
    })
}

/// Removes the header that `insta` writes before a snapshot's content.
fn without_snapshot_header(text: &str) -> &str {
    text.strip_prefix("---\nsource:")
        .and_then(|rest| rest.split_once("\n---\n"))
        .map_or(text, |(_, template)| template)
}

/// Reads the root template and its nested templates with `read`, and combines them into one template.
fn flatten(
    path: &Path,
    read: &mut impl FnMut(&Path) -> Result<Template, CommandError>,
) -> Result<Template, CommandError> {
    let root = read(path)?;
    let mut children = BTreeMap::new();
    for (stack, block) in &root.resources {
        let Some(name) = file_name(block) else { continue };
        let child = path.with_file_name(NESTED_TEMPLATES).join(name);
        if !child.is_file() {
            return Err(MissingNestedTemplate {
                root: path.display().to_string(),
                missing: child.display().to_string(),
            }
            .into());
        }
        children.insert(stack.clone(), read(&child)?);
    }
    if children.is_empty() {
        return Ok(root);
    }
    Ok(Nested { root, children }.flatten())
}

/// The file name of a nested template. A path that leads out of the folder is not one.
fn file_name(block: &ResourceBlock) -> Option<&str> {
    template::part_file(block).filter(|name| Path::new(name).file_name().is_some_and(|last| last == *name))
}

fn read_text(path: &Path) -> Result<String, CommandError> {
    std::fs::read_to_string(path).map_err(|source| CommandError::File {
        action: "read the template from",
        path: path.to_path_buf(),
        source,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(url: &str, expected: Option<&str>) {
        let root = format!(
            r#"{{"Resources": {{"A": {{"Type": "AWS::CloudFormation::Stack", "Properties": {{"TemplateURL": {url}}}}}}}}}"#
        );
        let root = Template::parse(&root).unwrap();
        assert_eq!(file_name(&root.resources["A"]), expected);
    }

    #[test]
    fn only_a_file_inside_the_folder_is_read() {
        check(
            r#"{"Fn::Sub": "${NestedTemplates}/0a1b.json"}"#,
            Some("0a1b.json"),
        );
        check(r#"{"Fn::Sub": "${NestedTemplates}/../secret.json"}"#, None);
        check(r#"{"Fn::Sub": "${NestedTemplates}/.."}"#, None);
        check(r#""https://example.com/0a1b.json""#, None);
    }

    #[test]
    fn a_snapshot_is_read_without_its_header() {
        assert_eq!(without_snapshot_header("---\nsource: a.rs\n---\n{}"), "{}");
        assert_eq!(
            without_snapshot_header("---\nResources: {}\n"),
            "---\nResources: {}\n"
        );
    }
}
