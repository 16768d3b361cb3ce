//! Compares the templates of nested stacks.
//!
//! The caller reads the templates; one that could not be read is reported as not compared. The values of a nested stack's
//! parameters are those that its parent passes, or the defaults of its template.

use std::collections::{BTreeMap, BTreeSet};

use infra_gen_cfn::{Json, ResourceBlock, Template};
use serde_json::Map;

use crate::{
    diff_trees,
    evaluate::scalar_text,
    indirect::IndirectChanges,
    model::{Action, Change, Disposition, NestedDiff, Path, ResourceChange},
    references, sam,
    values::ParameterValues,
};

/// A template with the templates of its nested stacks, as far as they are known.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TemplateTree {
    /// The template.
    pub template: Template,
    /// The nested stacks by the logical IDs of their resources. One that is missing could not be read.
    pub nested: BTreeMap<String, TemplateTree>,
}

impl From<Template> for TemplateTree {
    fn from(template: Template) -> Self {
        Self {
            template,
            nested: BTreeMap::new(),
        }
    }
}

/// The maximum depth of nested stacks. Deeper ones are not compared.
pub(crate) const MAX_DEPTH: usize = 16;

/// Whether resources of this type contain the template of another stack.
pub(crate) fn is_nested_stack(type_name: &str) -> bool {
    matches!(
        type_name,
        "AWS::CloudFormation::Stack" | "AWS::CloudFormation::StackSet" | "AWS::Serverless::Application"
    )
}

/// A nested stack whose templates are both known, before and after. `None` if it does not exist on that side.
pub(crate) struct Pair<'a> {
    pub(crate) id: &'a str,
    pub(crate) type_name: &'a str,
    before: Option<(&'a ResourceBlock, &'a TemplateTree)>,
    after: Option<(&'a ResourceBlock, &'a TemplateTree)>,
}

/// The nested stacks that can be compared. Both templates are in normal form; `trees` are the nested templates of both.
pub(crate) fn pairs<'a>(
    (old, new): (&'a Template, &'a Template),
    (old_trees, new_trees): (
        &'a BTreeMap<String, TemplateTree>,
        &'a BTreeMap<String, TemplateTree>,
    ),
    resources: &'a [ResourceChange],
) -> Vec<Pair<'a>> {
    let sources: BTreeMap<&str, &str> = resources
        .iter()
        .filter_map(|change| match &change.action {
            Action::Recreate { from } => Some((change.logical_id.as_str(), from.as_str())),
            _ => None,
        })
        .collect();
    let moved: BTreeSet<&str> = sources.values().copied().collect();
    let nested = |template: &'a Template| {
        let blocks = template.resources.iter();
        blocks.filter(|(_, block)| is_nested_stack(&block.type_name))
    };
    let removed =
        nested(old).filter(|(id, _)| !new.resources.contains_key(*id) && !moved.contains(id.as_str()));
    let mut pairs = Vec::new();
    for (id, block) in nested(new).chain(removed) {
        let old_id = sources.get(id.as_str()).copied().unwrap_or(id);
        let side =
            |template: &'a Template, trees: &'a BTreeMap<String, TemplateTree>, id: &str| match template
                .resources
                .get(id)
            {
                None => Some(None),
                Some(block) => trees.get(id).map(|tree| Some((block, tree))),
            };
        if let (Some(before), Some(after)) = (side(old, old_trees, old_id), side(new, new_trees, id)) {
            pairs.push(Pair {
                id,
                type_name: &block.type_name,
                before,
                after,
            });
        }
    }
    pairs
}

/// The note on a nested stack whose template could not be read.
pub(crate) const NOT_COMPARED: &str = "the nested template is not compared";

/// Marks the nested stacks that are not compared, and leaves the data in the others to their own differences.
pub(crate) fn mark(pairs: &BTreeSet<String>, resources: &mut [ResourceChange]) {
    for change in resources
        .iter_mut()
        .filter(|change| is_nested_stack(&change.type_name))
    {
        if !pairs.contains(&change.logical_id) {
            change
                .notes
                .push("the nested template is not compared".to_owned());
        } else if change.action == Action::Remove && change.disposition == Some(Disposition::Deleted) {
            // What happens to the data is decided for each resource in the nested stack.
            change.stateful = false;
        }
    }
}

/// The differences of the nested stacks.
pub(crate) fn compare(
    pairs: &[Pair<'_>],
    resources: &[ResourceChange],
    indirect: &IndirectChanges<'_>,
    depth: usize,
) -> Vec<NestedDiff> {
    let replaced: BTreeSet<&str> = resources
        .iter()
        .filter(|change| !matches!(change.action, Action::Change | Action::Add))
        .map(|change| change.logical_id.as_str())
        .collect();
    let none = TemplateTree::default();
    pairs
        .iter()
        .map(|pair| {
            let tree = |side: Option<(&ResourceBlock, &'_ TemplateTree)>| side.map(|(_, tree)| tree.clone());
            let (old, new) = (tree(pair.before), tree(pair.after));
            let values = values(pair, &replaced, indirect);
            let (old, new) = (old.as_ref().unwrap_or(&none), new.as_ref().unwrap_or(&none));
            let diff = diff_trees(old, new, &values, depth + 1);
            NestedDiff {
                logical_id: pair.id.to_owned(),
                type_name: pair.type_name.to_owned(),
                different: !diff.is_empty(),
                diff,
            }
        })
        .collect()
}

/// What the parent determines about the values of the parameters.
fn values(pair: &Pair<'_>, replaced: &BTreeSet<&str>, indirect: &IndirectChanges<'_>) -> ParameterValues {
    let mut values = ParameterValues::default();
    let mut changed = BTreeSet::new();
    let given = |side: Option<(&ResourceBlock, &TemplateTree)>| -> Map<String, Json> {
        match side.and_then(|(block, _)| block.properties.get("Parameters")) {
            Some(Json::Object(parameters)) => parameters.clone(),
            _ => Map::new(),
        }
    };
    let (old, new) = (given(pair.before), given(pair.after));
    let (old_is_computed, new_is_computed) = (is_computed(pair.before), is_computed(pair.after));
    let declared = |side: Option<(&ResourceBlock, &TemplateTree)>| -> Map<String, Json> {
        side.map(|(_, tree)| tree.template.parameters.clone())
            .unwrap_or_default()
    };
    for (name, block) in declared(pair.before) {
        let value = match old.get(&name) {
            Some(value) => indirect.old_value(value),
            None if old_is_computed => None,
            None => block.get("Default").cloned(),
        };
        if let Some(text) = value.as_ref().and_then(text) {
            values.old.insert(name, text);
        }
    }
    for (name, block) in declared(pair.after) {
        let value = match new.get(&name) {
            Some(value) => indirect.new_value(value),
            None if new_is_computed => None,
            None => block.get("Default").cloned(),
        };
        if let Some(text) = value.as_ref().and_then(text) {
            values.new.insert(name.clone(), text);
        }
        let may_change = match (old.get(&name), new.get(&name)) {
            (Some(old), Some(new)) => {
                let is_equal = old == new
                    || indirect.is_equal(&Change::Changed {
                        old: old.clone(),
                        new: new.clone(),
                    });
                !is_equal || indirect.causes(new).is_some() || refers_to(new, replaced)
            }
            (None, None) => old_is_computed || new_is_computed,
            _ => true,
        };
        if may_change {
            changed.insert(name);
        }
    }
    values.changed = Some(changed);
    values
}

/// Whether a function decides which parameters the nested stack gets.
fn is_computed(side: Option<(&ResourceBlock, &TemplateTree)>) -> bool {
    side.and_then(|(block, _)| block.properties.get("Parameters"))
        .is_some_and(|parameters| {
            let entries = parameters.as_object();
            entries.is_none_or(|entries| entries.keys().any(|name| name.starts_with("Fn::")))
        })
}

/// A parameter's value as text: lists are joined with commas.
fn text(value: &Json) -> Option<String> {
    match value {
        Json::Array(items) => {
            let texts: Option<Vec<String>> = items.iter().map(scalar_text).collect();
            Some(texts?.join(","))
        }
        scalar => scalar_text(scalar),
    }
}

fn refers_to(value: &Json, ids: &BTreeSet<&str>) -> bool {
    let mut found = false;
    references::visit(&Path::default(), value, &mut |_, id| found |= ids.contains(id));
    found
}

/// The file with the template of a nested stack, relative to the folder of its parent's template: its location, or the asset
/// that the CDK names in the metadata. `None` if the template is elsewhere.
pub fn template_file(block: &ResourceBlock) -> Option<&str> {
    let name = match sam::generated_type(&block.type_name) {
        Some("AWS::CloudFormation::Stack") => "Location",
        _ if is_nested_stack(&block.type_name) => "TemplateURL",
        _ => return None,
    };
    let is_file = |location: &&str| !location.contains("://") && std::path::Path::new(location).is_relative();
    let location = block.properties.get(name).and_then(Json::as_str);
    let asset = || {
        let metadata = block.attributes.get("Metadata")?;
        metadata.get("aws:asset:path")?.as_str()
    };
    location.filter(is_file).or_else(|| asset().filter(is_file))
}
