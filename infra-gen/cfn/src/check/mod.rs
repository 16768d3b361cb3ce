//! The checks of a template.
//!
//! For any template:
//!
//! | module | reports |
//! | --- | --- |
//! | [`limits`] | more resources, parameters or bytes than CloudFormation allows; malformed logical IDs, mappings, outputs and deletion policies; nulls |
//! | [`parameters`] | unknown types and keys of parameters; defaults that break the parameter's own rules |
//! | [`sections`] | malformed transforms and descriptions; loops without their transform; names that a parameter and a resource share |
//! | [`unknown_keys`] | sections, resource attributes and output keys that do not exist |
//! | [`types`] | resource types that do not exist; counts the resources whose type has no schema |
//! | [`references`] | references to names that do not exist or not always exist; misused functions; cycles, by [`cycles`] |
//! | [`overrides`] | properties that are overridden, so that `properties` skips them |
//! | [`properties`] | properties that are unknown, missing or read-only; values that the resource schema does not allow |
//! | [`resource_policies`] | creation and update policies that the type does not support, and their unknown keys |
//! | [`policies`] | malformed IAM policy documents; actions that do not exist or do not apply to their resources |
//! | [`duplicate_names`] | two resources with the same physical name |
//! | [`dynamic_references`] | dynamic references that CloudFormation does not recognize |
//! | [`serverless`] | what the serverless transform (AWS SAM) refuses |
//! | [`nested_parameters`] | parameters that the template of a nested stack or stack set does not have, requires or refuses; outputs, in [`nested_outputs`] |
//! | [`rules`] | what a service refuses although the schema allows it, one module per service |
//!
//! For a [`crate::Stack`] only, because other templates may have their reasons or be one of several stacks:
//!
//! | module | reports |
//! | --- | --- |
//! | [`wildcard_actions`] | policies that allow actions by a wildcard |
//! | [`cognito`] | user pool clients whose sign-in pages would answer 403 |
//! | [`loops`] | loops that CloudFormation cannot expand; for any template, it expands them for the other checks |
//! | [`unreachable`] | APIs without a deployment; functions that their caller may not invoke |
//! | [`nested`] | stacks that are too large and cannot be split |
//!
//! Shared by the checks: [`branches`] lists the values that a condition chooses from, [`conditions`] decides whether conditions exclude each other, [`cases`] and [`scenario`] evaluate
//! rules for each combination of conditions, [`dependencies`] says which resources are created first, [`functions`] what each intrinsic function accepts; [`declared_names`] lists the names of a template,
//! [`query`] reads resources and values, [`hint`] suggests the nearest name;
//! [`local_paths`] recognizes paths that must be packaged.
//!
//! What is known at deployment only is never reported. [`suppressions`] removes findings that the author accepts.
//!
//! # How to add a check
//!
//! 1. Add a [`Rule`](crate::finding::Rule) to the table of the check in [`catalog`], with an example that breaks it and a
//!    similar one without findings. Its severity is *error* only if CloudFormation or the service refuses the template.
//! 2. Where the check finds something, call `RULE.found(message, hint)`. The message is a lower-case fragment with values in
//!    backticks; the hint is the next action.
//! 3. Place it: [`Finding::resource`]`(id, path, found)`, [`Finding::block`]`(section, name, path, found)` or
//!    [`Finding::section`]`(section, found)`. A path is a text, `"Properties.Tags[0].Key"`, or a
//!    [`ValuePath`](crate::finding::ValuePath) if it has keys of the template's author, which may contain dots. It ends at the
//!    value that is wrong; for a missing property, at the object that lacks it.
//!
//! ```ignore
//! findings.push(Finding::resource(id, "Properties.Period", ALARM_PERIOD.found(
//!     format!("{period} is not a valid period"),
//!     "use 10, 20, 30 or a multiple of 60 seconds",
//! )));
//! ```
//!
//! The tests of [`catalog`] run the examples, and `infra-gen rules` shows the new rule. `make generate`, or `infra-gen rules --format
//! markdown > docs/RULES.md`, adds it to the documentation.

mod branches;
mod cases;
pub(crate) mod catalog;
mod cognito;
mod conditions;
mod cycles;
mod declared_names;
mod dependencies;
mod duplicate_names;
mod dynamic_references;
mod functions;
pub(crate) mod hint;
mod limits;
mod local_paths;
pub(crate) mod loops;
mod nested;
mod nested_outputs;
mod nested_parameters;
mod overrides;
mod parameters;
mod policies;
mod properties;
mod query;
mod references;
mod resource_policies;
mod rules;
mod scenario;
mod sections;
mod serverless;
mod suppressions;
mod types;
mod unknown_keys;
mod unreachable;
mod wildcard_actions;

pub use catalog::rules;
pub use hint::did_you_mean;
pub use nested_parameters::NestedTemplate;
pub use suppressions::{Suppressed, Suppression, suppress};
pub use types::{Coverage, Unchecked};

use self::{declared_names::DeclaredNames, dependencies::Dependencies};
use crate::{
    finding::{Finding, Findings, Rule, Segment, Severity},
    template::Template,
};

impl Template {
    /// Checks the template against the resource schemas, its own references and CloudFormation's limits.
    ///
    pub fn findings(&self) -> Findings {
        let mut findings = limits::size(self);
        let contents = |template: &Self| contents(template).0;
        if self.is_expanded_for_checks() {
            findings.extend(loops::expanded(self, contents));
        } else {
            findings.extend(contents(self));
        }
        Findings(findings)
    }

    /// Whether the checks see the template with its loops expanded.
    fn is_expanded_for_checks(&self) -> bool {
        self.has_language_extensions() && !self.is_rewritten() && self.has_loops()
    }

    /// [`Template::findings`] for callers that stop at errors.
    ///
    /// # Errors
    /// All findings, warnings included, if at least one of them is an error.
    pub fn check(&self) -> Result<(), Findings> {
        self.findings().into_result()
    }
}

/// Rules that are warnings for other templates, because AWS accepts these by chance or with some parameters. Such a stack is
/// not worth deploying.
const STRICT_IN_STACKS: [&str; 4] = [
    catalog::references::CONDITIONAL_REFERENCE.id,
    catalog::services::api_gateway::DEPLOYMENT_ORDER.id,
    catalog::services::event_sources::PERMISSION_ORDER.id,
    catalog::services::s3::NOTIFICATION_ORDER.id,
];

/// The findings of a template that a [`crate::Stack`] wrote, without those that its metadata suppresses. Unlike any other
/// template, it may be split into nested stacks.
pub(crate) fn own_template(template: &Template) -> Findings {
    // Malformed suppressions are reported by `validate`, which also knows the rules of state machines.
    let (mut suppressions, _) = template.suppressions(&rules());
    let (found, dependencies) = contents(template);
    let mut findings = Findings(found);
    policies::be_strict(&mut findings.0);
    findings.0.extend(wildcard_actions::check(template));
    findings.0.extend(cognito::check(template));
    findings.0.extend(unreachable::check(template, &dependencies));
    findings.0.extend(loops::check(template));
    for finding in &mut findings.0 {
        if STRICT_IN_STACKS.contains(&finding.rule.id) {
            finding.severity = Severity::Error;
        }
    }
    suppress(&mut findings, &mut suppressions);
    if !findings.has_errors() {
        let mut too_large = match template.nest() {
            Ok(nested) => Findings(limits::size(&nested.root)),
            Err(found) => found,
        };
        suppress(&mut too_large, &mut suppressions);
        findings.0.extend(too_large.0);
    }
    findings
}

/// The findings of a template apart from its size; and its dependencies.
fn contents(template: &Template) -> (Vec<Finding>, Dependencies<'_>) {
    let mut findings = limits::check(template);
    findings.extend(sections::check(template));
    findings.extend(unknown_keys::check(template));
    findings.extend(types::check(template));
    let names = DeclaredNames::new(template);
    let (found, dependencies) = references::check(&names);
    findings.extend(found);
    findings.extend(dynamic_references::check(template));
    if !template.is_rewritten() {
        findings.extend(resource_policies::check(template));
        let of_properties = properties::check(&names.serverless).into_iter();
        findings.extend(of_properties.filter(|finding| !template.is_overridden(finding)));
        findings.extend(overrides::check(template));
        findings.extend(policies::check(template));
        findings.extend(nested_parameters::check(template));
        let of_services = if template.is_serverless() {
            findings.extend(serverless::check(&names.serverless));
            of_transformed(&names.serverless, &findings)
        } else {
            of_services(template, &dependencies)
        };
        add_specific(&mut findings, of_services);
    }
    (findings, dependencies)
}

/// What services refuse.
fn of_services(template: &Template, dependencies: &Dependencies<'_>) -> Vec<Finding> {
    let mut findings = duplicate_names::check(template);
    findings.extend(rules::check(template, dependencies));
    findings
}

/// What services refuse about the resources after the serverless transform, and what the schemas of these resources refuse.
/// `known` has the findings about the template as it is written.
fn of_transformed(serverless: &serverless::Model<'_>, known: &[Finding]) -> Vec<Finding> {
    let transformed = serverless::Transformed::new(serverless);
    let template = &transformed.template;
    let (_, dependencies) = references::check(&DeclaredNames::new(template));
    let mut found = properties::of_resources(template, transformed.written());
    add_specific(&mut found, of_services(template, &dependencies));
    transformed.moved(found, serverless.template, known)
}

/// Adds the findings of the rules of services. They replace those of the schemas that say the same.
fn add_specific(findings: &mut Vec<Finding>, of_services: Vec<Finding>) {
    findings.retain(|found| !of_services.iter().any(|specific| replaces(specific, found)));
    findings.extend(of_services);
}

/// Whether a finding of a service's rule says the same as a general one, in clearer words: it is about the form of the same text,
/// the same combination of properties or identifier, or about a property that the other one names.
fn replaces(specific: &Finding, general: &Finding) -> bool {
    const FORMS: [&Rule; 2] = [
        &catalog::properties::PATTERN_MISMATCH,
        &catalog::properties::STRING_LENGTH,
    ];
    const GENERAL: [&Rule; 3] = [
        &catalog::properties::PROPERTY_COMBINATION,
        &catalog::properties::DOUBTFUL_COMBINATION,
        &catalog::properties::DOUBTFUL_IDENTIFIER,
    ];
    const OF_FORMS: [&Rule; 2] = [
        &catalog::services::events::SCHEDULE,
        &catalog::services::event_sources::SETTINGS,
    ];

    if specific.severity < general.severity
        || (&specific.path.section, &specific.path.name) != (&general.path.section, &general.path.name)
    {
        return false;
    }
    if FORMS.contains(&general.rule) && OF_FORMS.contains(&specific.rule) {
        return specific.path == general.path;
    }
    if !GENERAL.contains(&general.rule) {
        return false;
    }
    let (own, other) = (specific.path.value.segments(), general.path.value.segments());
    own == other
        || own.split_last().is_some_and(|(last, parent)| {
            parent == other
                && matches!(last, Segment::Key(name) if general.message.contains(&format!("`{name}`")))
        })
}
