//! A template in a file, in one piece: with the nested stacks' templates that `synth` wrote beside it.

use std::collections::BTreeMap;
use std::path::Path;

use infra_gen_cfn::{Nested, ResourceBlock, Template};

use super::{Failure, diff::DiffError};
use crate::deploy::template;

/// The folder with the templates of nested stacks, beside the root's file.
pub(super) const NESTED_TEMPLATES: &str = "nested-templates";

/// What the file says, whatever it was divided into.
pub(super) fn read(path: &Path) -> Result<Template, Failure> {
    in_one_piece(path, &mut parse)
}

/// What a file says that may be a copy of a deployed template, and what is wrong with it though CloudFormation accepts it.
pub(super) fn read_deployed(path: &Path) -> Result<(Template, Vec<String>), Failure> {
    let mut warnings = Vec::new();
    let template = in_one_piece(path, &mut |path| {
        let name = path.display().to_string();
        let (template, noted) = super::diff::parse_deployed(&name, &text_of(path)?)?;
        warnings.extend(noted.into_iter().map(|warning| format!("{name}: {warning}")));
        Ok(template)
    })?;
    Ok((template, warnings))
}

fn in_one_piece(
    path: &Path,
    parse: &mut impl FnMut(&Path) -> Result<Template, Failure>,
) -> Result<Template, Failure> {
    let root = parse(path)?;
    let mut children = BTreeMap::new();
    for (stack, block) in &root.resources {
        let Some(name) = file_name(block) else { continue };
        let beside = path.with_file_name(NESTED_TEMPLATES).join(name);
        if !beside.is_file() {
            return Err(DiffError::Divided {
                root: path.display().to_string(),
                missing: beside.display().to_string(),
            }
            .into());
        }
        children.insert(stack.clone(), parse(&beside)?);
    }
    if children.is_empty() {
        return Ok(root);
    }
    Ok(Nested { root, children }.flatten())
}

/// The name under which the root asks for a nested stack's template; nothing that leads out of the folder.
fn file_name(block: &ResourceBlock) -> Option<&str> {
    template::part_file(block).filter(|name| Path::new(name).file_name().is_some_and(|last| last == *name))
}

fn parse(path: &Path) -> Result<Template, Failure> {
    super::diff::parse(&path.display().to_string(), &text_of(path)?)
}

fn text_of(path: &Path) -> Result<String, Failure> {
    std::fs::read_to_string(path).map_err(|source| Failure::File {
        action: "read the template from",
        path: path.to_path_buf(),
        source,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(address: &str, expected: Option<&str>) {
        let root = format!(
            r#"{{"Resources": {{"A": {{"Type": "AWS::CloudFormation::Stack", "Properties": {{"TemplateURL": {address}}}}}}}}}"#
        );
        let root = Template::parse(&root).unwrap();
        assert_eq!(file_name(&root.resources["A"]), expected);
    }

    #[test]
    fn only_a_name_in_the_folder_is_read() {
        check(
            r#"{"Fn::Sub": "${NestedTemplates}/0a1b.json"}"#,
            Some("0a1b.json"),
        );
        check(r#"{"Fn::Sub": "${NestedTemplates}/../secret.json"}"#, None);
        check(r#"{"Fn::Sub": "${NestedTemplates}/.."}"#, None);
        check(r#""https://example.com/0a1b.json""#, None);
    }
}
