//! Resource types: refuses those that do not exist, and counts those whose properties are not checked.
//!
//! Private types, modules and custom resources depend on the account, and a macro may rename any type. These are neither
//! refused nor checked.

use std::{collections::BTreeMap, fmt};

use infra_gen_schema::LifecycleStatus;

use super::{hint::did_you_mean, serverless::is_serverless};
use crate::{
    check::catalog::types::{MISSING_TRANSFORM, RETIRED_TYPE, UNKNOWN_TYPE},
    finding::{Finding, Severity, Unplaced},
    template::Template,
};

/// How much of a template [`Template::check`] covers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    /// The resources whose properties were checked.
    pub checked: usize,
    /// The number of other resources, by type, and the reason.
    pub unchecked: BTreeMap<String, (usize, Unchecked)>,
}

/// Why the properties of a resource were not checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unchecked {
    /// The AWS type has no schema in this program.
    NoSchema,
    /// The type is a custom resource, a private type or a module.
    Private,
    /// A transform or a macro rewrites the resource.
    Rewritten,
    /// A part of the resource is malformed.
    Malformed,
}

impl fmt::Display for Unchecked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoSchema => "no schema",
            Self::Private => "not an AWS type",
            Self::Rewritten => "a macro may change it",
            Self::Malformed => "malformed",
        })
    }
}

impl Coverage {
    /// The number of resources.
    pub fn total(&self) -> usize {
        let unchecked: usize = self.unchecked.values().map(|(count, _)| count).sum();
        self.checked + unchecked
    }
}

impl Template {
    /// How much of the template [`Template::check`] covers.
    pub fn coverage(&self) -> Coverage {
        if self.is_expanded_for_checks() {
            return self.expand_loops().template.coverage_of_blocks();
        }
        self.coverage_of_blocks()
    }

    fn coverage_of_blocks(&self) -> Coverage {
        let mut coverage = Coverage {
            checked: 0,
            unchecked: BTreeMap::new(),
        };
        let mut note = |name: &str, why| {
            coverage.unchecked.entry(name.to_owned()).or_insert((0, why)).0 += 1;
        };
        for block in self.resources.values() {
            let type_name = block.type_name.as_str();
            if block.malformed {
                note(type_name, Unchecked::Malformed);
            } else if self.is_rewritten() {
                note(type_name, Unchecked::Rewritten);
            } else if infra_gen_schema::lookup(type_name).is_some() {
                coverage.checked += 1;
            } else if is_private(type_name) {
                note(type_name, Unchecked::Private);
            } else {
                note(type_name, Unchecked::NoSchema);
            }
        }
        for name in self.resource_macros.keys() {
            note(name, Unchecked::Rewritten);
        }
        coverage
    }
}

pub(super) fn check(template: &Template) -> Vec<Finding> {
    if template.is_rewritten() {
        return Vec::new();
    }
    let mut by_type: BTreeMap<&str, Option<Unplaced>> = BTreeMap::new();
    let mut findings = Vec::new();
    for (id, block) in template
        .resources
        .iter()
        .filter(|(_, block)| !block.type_name.is_empty())
    {
        let with_hint = by_type.len() < MAX_HINTS;
        let found = by_type
            .entry(&block.type_name)
            .or_insert_with(|| type_error(template, &block.type_name, with_hint));
        if let Some(found) = found {
            findings.push(Finding::resource(id, "Type", found.clone()));
        } else if let Some((found, severity)) = retirement(&block.type_name) {
            let mut finding = Finding::resource(id, "Type", found);
            finding.severity = severity;
            findings.push(finding);
        }
    }
    findings
}

/// The end of the service of a type, if AWS has announced one. Services that accept no new customers are not reported.
fn retirement(type_name: &str) -> Option<(Unplaced, Severity)> {
    let lifecycle = infra_gen_schema::lookup(type_name)?.lifecycle.as_ref()?;
    let (message, severity) = match (lifecycle.status, lifecycle.date) {
        (LifecycleStatus::Maintenance, _) => return None,
        (LifecycleStatus::Sunset, Some(date)) => (
            format!("the service of `{type_name}` ends, by AWS's announcement of {date}"),
            Severity::Warning,
        ),
        (LifecycleStatus::Sunset, None) => (format!("the service of `{type_name}` ends"), Severity::Warning),
        (LifecycleStatus::Shutdown, _) => (
            format!("the service of `{type_name}` no longer exists"),
            Severity::Error,
        ),
    };
    Some((RETIRED_TYPE.found(message, "use another service"), severity))
}

/// The number of types for which the nearest existing type is searched. Each search compares with every AWS type.
const MAX_HINTS: usize = 100;

fn type_error(template: &Template, type_name: &str, with_hint: bool) -> Option<Unplaced> {
    // https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy.html
    if is_serverless(type_name) && infra_gen_schema::is_known(type_name) {
        let has_transform = template.transforms().iter().any(|transform| {
            transform
                .as_str()
                .is_some_and(|name| name.starts_with("AWS::Serverless"))
        });
        return (!has_transform).then(|| {
            MISSING_TRANSFORM.found(
                format!("`{type_name}` needs the serverless transform"),
                "add `Transform: AWS::Serverless-2016-10-31`",
            )
        });
    }
    if infra_gen_schema::lookup(type_name).is_some()
        || is_private(type_name)
        || infra_gen_schema::is_known(type_name)
    {
        return None;
    }
    let known = infra_gen_schema::type_names().filter(|_| with_hint);
    let hint = did_you_mean(
        type_name,
        known,
        "see the list of resource types in the CloudFormation reference",
    );
    Some(UNKNOWN_TYPE.found(format!("unknown resource type `{type_name}`"), hint))
}

/// Whether the type depends on the account: a custom resource, a private type of three parts, or a module.
fn is_private(type_name: &str) -> bool {
    let parts = type_name.split("::").count();
    infra_gen_schema::is_custom(type_name)
        || type_name.ends_with("::MODULE")
        || (parts == 3 && !type_name.starts_with("AWS::"))
}

#[cfg(test)]
mod tests {
    use super::Unchecked;
    use crate::Template;

    #[track_caller]
    fn findings(yaml: &str) -> Vec<String> {
        match Template::from_yaml(yaml).unwrap().check() {
            Ok(()) => Vec::new(),
            Err(findings) => findings.0.iter().map(ToString::to_string).collect(),
        }
    }

    #[test]
    fn an_unknown_type_is_refused_with_the_nearest_known_one() {
        assert_eq!(
            findings("Resources: {F: {Type: AWS::Lamda::Function}}"),
            [
                "Resources/F at Type: unknown resource type `AWS::Lamda::Function`\n  hint: did you mean `AWS::Lambda::Function`?"
            ]
        );
        assert_eq!(findings("Resources: {B: {Type: Bucket}}").len(), 1);
        assert_eq!(findings("Resources: {B: {Type: AWS::S3::Whatever}}").len(), 1);
    }

    #[test]
    fn types_that_depend_on_the_account_are_not_refused() {
        for type_name in [
            "Custom::Thing",
            "Org::Service::Thing",
            "Org::Service::Thing::MODULE",
            "AWS::CloudFormation::CustomResource",
            "AWS::RDS::DBInstance",
            "Alexa::ASK::Skill",
        ] {
            let found = findings(&format!("Resources: {{R: {{Type: '{type_name}'}}}}"));
            let about_type: Vec<&String> = found
                .iter()
                .filter(|problem| problem.contains("at Type"))
                .collect();
            assert!(about_type.is_empty(), "{about_type:?}");
        }
        assert!(findings("Transform: Mine\nResources: {R: {Type: AWS::My::Shorthand}}").is_empty());
    }

    #[test]
    fn serverless_types_need_their_transform() {
        let resources = "Resources: {T: {Type: AWS::Serverless::SimpleTable}}";
        assert_eq!(findings(resources).len(), 1);
        assert!(findings(&format!("Transform: AWS::Serverless-2016-10-31\n{resources}")).is_empty());
    }

    #[test]
    fn unchecked_resources_are_counted() {
        let template = Template::from_yaml(
            "Resources: {T: {Type: AWS::SNS::Topic}, V: {Type: AWS::EC2::VPC}, W: {Type: AWS::EC2::VPC}, \
             C: {Type: Custom::Thing}}",
        )
        .unwrap();
        let coverage = template.coverage();
        assert_eq!((coverage.checked, coverage.total()), (3, 4));
        assert_eq!(coverage.unchecked["Custom::Thing"], (1, Unchecked::Private));
    }

    #[test]
    fn the_end_of_a_service_is_reported() {
        let found = |type_name: &str| {
            let template =
                Template::from_yaml(&format!("Resources: {{R: {{Type: '{type_name}'}}}}")).unwrap();
            let found = template.findings().0.into_iter();
            found
                .filter(|finding| finding.rule.id == "retired-type")
                .map(|finding| finding.severity.as_str())
                .collect::<Vec<_>>()
        };
        assert_eq!(found("AWS::QLDB::Ledger"), ["error"]);
        assert_eq!(found("AWS::AppMesh::Mesh"), ["warning"]);
        assert!(found("AWS::AutoScaling::LaunchConfiguration").is_empty());
        assert!(found("AWS::SNS::Topic").is_empty());
    }
}
