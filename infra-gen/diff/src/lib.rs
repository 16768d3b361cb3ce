//! The effects of changing from one CloudFormation template to another.
//!
//! [`diff`] takes two templates and returns their differences: what happens to each resource and its data, which other
//! resources a replacement affects, which permissions are granted or revoked, which routes change and who may call them,
//! and which states of which state machines change. Templates that are equivalent do not differ, however they are written.
//!
//! ```
//! use infra_gen_cfn::Template;
//!
//! let old = Template::parse(r#"{"Resources": {"T": {"Type": "AWS::SNS::Topic", "Properties": {"TopicName": "a"}}}}"#)?;
//! let new = Template::parse(r#"{"Resources": {"T": {"Type": "AWS::SNS::Topic", "Properties": {"TopicName": "b"}}}}"#)?;
//! let diff = infra_gen_diff::diff(&old, &new);
//! assert_eq!(diff.summary.to_string(), "0 to add, 0 to change, 1 to replace, 0 to remove");
//! # Ok::<(), infra_gen_cfn::ParseError>(())
//! ```
//!
//! This crate reads no files, no environment, no clock and no network: the same templates always give the same result.
//! The actual contents of the account are unknown. A value known only at deployment (a parameter, an import) is compared
//! by name. A change whose effect cannot be determined is reported as possible, and [`Summary::destructive`] and
//! [`Summary::broadens`] treat a possible effect like a certain one.
//!
//! The steps, in order: [`for_each`] expands loops, [`normal`] brings both templates into normal form, [`rename`] matches
//! resources under new logical IDs, [`resources`] compares them, [`impact`] follows references to replaced resources, and
//! [`nested`] compares the templates of nested stacks in the same way, and [`iam`], [`routes`], [`access`], [`state_machines`]
//! and [`sections`] compare the rest. [`render`] writes the reports.

mod access;
mod compare;
mod corrections;
mod display;
mod evaluate;
mod for_each;
mod group;
mod iam;
mod impact;
mod indirect;
mod list;
mod list_diff;
mod model;
mod nested;
mod normal;
mod noun;
mod references;
mod rename;
mod render;
mod replacement;
mod resources;
mod routes;
mod sam;
mod sections;
mod state_machines;
mod summary;
mod text;
mod unjudged;
mod values;

use std::collections::BTreeSet;

use infra_gen_cfn::{Json, Template};

pub use model::{
    AccessChange, Action, Broadening, Change, ChangeKind, Dependent, Diff, Disposition, Effect, GrantChange,
    GrantEffect, MachineChange, NestedDiff, Path, PropertyChange, ResourceChange, Route, RouteChange,
    SectionChange, Segment, StateAction, StateChange, Summary,
};
pub use nested::{TemplateTree, template_file};
pub use render::{Names, json, markdown, property_changes, terminal};
pub use values::ParameterValues;

/// Compares two templates. The values of parameters are unknown: a different default may be a different value.
pub fn diff(old: &Template, new: &Template) -> Diff {
    diff_with_values(old, new, &ParameterValues::default())
}

/// Compares two templates whose parameters have the given values. Nested stacks are not compared.
pub fn diff_with_values(old: &Template, new: &Template, values: &ParameterValues) -> Diff {
    diff_nested(&old.clone().into(), &new.clone().into(), values)
}

/// Compares two templates and the templates of their nested stacks.
pub fn diff_nested(old: &TemplateTree, new: &TemplateTree, values: &ParameterValues) -> Diff {
    diff_trees(old, new, values, 0)
}

fn diff_trees(old: &TemplateTree, new: &TemplateTree, values: &ParameterValues, depth: usize) -> Diff {
    let (old_trees, new_trees) = (&old.nested, &new.nested);
    let patch = json_patch::diff(&document(&old.template), &document(&new.template));
    let expand =
        |template: &Template, values| normal::template(&for_each::expand(template, values).with_globals());
    let (mut old, mut new) = (
        expand(&old.template, &values.old),
        expand(&new.template, &values.new),
    );
    resources::prepare(&mut old, &mut new, values);
    let (old, new) = (old, new);
    let indirect = indirect::IndirectChanges::between(&old, &new, values);
    let rename::Matches {
        renames,
        partial_types,
    } = rename::find(&old, &new);
    let mut resources = resources::compare(&old, &new, &renames, &indirect);
    resources::note_partial_matching(&partial_types, &mut resources);
    impact::add_dependents(&new, &mut resources);
    impact::mark_affected_data(&new, &mut resources);
    unjudged::mark_macros(&old, &new, &mut resources);
    resources::sort(&mut resources);
    let (nested, compared) = {
        let pairs = if depth < nested::MAX_DEPTH {
            nested::pairs((&old, &new), (old_trees, new_trees), &resources)
        } else {
            Vec::new()
        };
        let compared: BTreeSet<String> = pairs.iter().map(|pair| pair.id.to_owned()).collect();
        (nested::compare(&pairs, &resources, &indirect, depth), compared)
    };
    nested::mark(&compared, &mut resources);
    // Who may do what depends on the values of functions.
    let (resolved_old, resolved_new) = indirect.resolved();
    let permissions = iam::compare(&resolved_old, &resolved_new, &renames);
    let routes = routes::compare(&resolved_old, &resolved_new, &renames);
    let access = access::compare(&resolved_old, &resolved_new, &resources, &indirect, &compared);
    access::protections::add_notes(&resolved_old, &resolved_new, &mut resources);
    let sections = sections::compare(&old, &new);
    let is_different = !resources.is_empty() || !sections.is_empty();
    let unjudged = unjudged::find(&old, &new, &indirect, &resources, &compared, is_different);
    let mut summary = summary::summarize(&resources, &sections, &permissions, &routes, &access, unjudged);
    for nested in &nested {
        summary.include(&nested.logical_id, &nested.diff.summary);
    }
    Diff {
        summary,
        state_machines: state_machines::compare(&old, &new, &renames),
        resources,
        permissions,
        access,
        routes,
        sections,
        nested,
        patch,
    }
}

/// Compares two values at `path` of a resource, without determining the effect of the differences.
pub fn compare_values(path: &Path, old: &Json, new: &Json) -> Vec<PropertyChange> {
    let mut found = Vec::new();
    compare::values(path, old, new, &mut found);
    compare::with_effect(found, Effect::None)
}

fn document(template: &Template) -> Json {
    serde_json::to_value(template).expect("the keys of a template are strings")
}
