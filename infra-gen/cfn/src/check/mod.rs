//! The checks of a template.
//!
//! For any template:
//!
//! | module | reports |
//! | --- | --- |
//! | [`limits`] | more resources, parameters or bytes than CloudFormation allows; malformed logical IDs, mappings, outputs and deletion policies; nulls |
//! | [`parameters`] | unknown types and keys of parameters; defaults that break the parameter's own rules |
//! | [`unknown_keys`] | sections, resource attributes and output keys that do not exist |
//! | [`types`] | resource types that do not exist; counts the resources whose type has no schema |
//! | [`references`] | references to names that do not exist or not always exist; misused functions; cycles, by [`cycles`] |
//! | [`properties`] | properties that are unknown, missing or read-only; values that the resource schema does not allow |
//! | [`policies`] | malformed IAM policy documents |
//! | [`duplicate_names`] | two resources with the same physical name |
//! | [`rules`] | what a service refuses although the schema allows it, one module per service |
//!
//! For a [`crate::Stack`] only, because other templates may have their reasons or be one of several stacks:
//!
//! | module | reports |
//! | --- | --- |
//! | [`wildcard_actions`] | policies that allow actions by a wildcard |
//! | [`cognito`] | user pool clients whose sign-in pages would answer 403 |
//! | [`unreachable`] | APIs without a deployment; functions that their caller may not invoke |
//! | [`nested`] | stacks that are too large and cannot be split |
//!
//! Shared by the checks: [`conditions`] decides whether conditions exclude each other, [`dependencies`] which resources are
//! created first, [`functions`] what each intrinsic function accepts; [`declared_names`] lists the names of a template,
//! [`query`] reads resources and values, [`hint`] suggests the nearest name.
//!
//! What is known at deployment only is never reported.

mod cognito;
mod conditions;
mod cycles;
mod declared_names;
mod dependencies;
mod duplicate_names;
mod functions;
mod hint;
mod limits;
mod nested;
mod parameters;
mod policies;
mod properties;
mod query;
mod references;
mod rules;
mod types;
mod unknown_keys;
mod unreachable;
mod wildcard_actions;

pub use types::{Coverage, Unchecked};

use self::dependencies::Dependencies;
use crate::{
    problem::{Problem, Problems},
    template::Template,
};

impl Template {
    /// Checks the template against the resource schemas, its own references and CloudFormation's limits.
    ///
    /// # Errors
    /// Every problem, each with its place and, where there is one, a hint how to fix it.
    pub fn check(&self) -> Result<(), Problems> {
        let mut problems = limits::size(self);
        problems.extend(contents(self).0);
        if problems.is_empty() {
            Ok(())
        } else {
            Err(Problems(problems))
        }
    }
}

/// The problems of a template that a [`crate::Stack`] wrote. Unlike any other template, it may be split into nested stacks.
pub(crate) fn own_template(template: &Template) -> Vec<Problem> {
    let (mut problems, dependencies) = contents(template);
    problems.extend(wildcard_actions::check(template));
    problems.extend(cognito::check(template));
    problems.extend(unreachable::check(template, &dependencies));
    if problems.is_empty() {
        match template.nest() {
            Ok(nested) => problems.extend(limits::size(&nested.root)),
            Err(found) => problems.extend(found.0),
        }
    }
    problems
}

/// The problems of a template apart from its size; and its dependencies.
fn contents(template: &Template) -> (Vec<Problem>, Dependencies<'_>) {
    let mut problems = limits::check(template);
    problems.extend(unknown_keys::check(template));
    problems.extend(types::check(template));
    let (found, dependencies) = references::check(template);
    problems.extend(found);
    if !template.is_rewritten() {
        problems.extend(properties::check(template));
        problems.extend(policies::check(template));
        problems.extend(duplicate_names::check(template));
        problems.extend(rules::check(template, &dependencies));
    }
    (problems, dependencies)
}
