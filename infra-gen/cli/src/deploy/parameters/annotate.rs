//! The values of parameters in a difference, and which of them put data at risk.

use std::collections::BTreeSet;

use infra_gen_cfn::Json;
use infra_gen_diff::{Change, Diff, Effect, ParameterValues, Path, PropertyChange, SectionChange};

use super::rules::Rules;
use super::values::{Parameter, ValueSource, Values};
use crate::deploy::baseline::Baseline;

/// Replaces a `NoEcho` value in the difference.
pub(super) const HIDDEN: &str = "(hidden, NoEcho)";

/// The section of a difference for parameter values.
pub(super) const SECTION: &str = "Parameter values";

impl Values {
    /// The parameters whose new value may remove or replace a resource that holds data, each with its usages. Only
    /// CloudFormation knows whether it does.
    pub(crate) fn risks(&self) -> Vec<String> {
        let changed = self
            .parameters
            .iter()
            .filter(|parameter| parameter.change().is_some());
        changed
            .filter_map(|parameter| {
                let usages = parameter.usages.iter().filter(|usage| usage.may_lose_data);
                let names: Vec<&str> = usages.map(|usage| usage.name.as_str()).collect();
                (!names.is_empty()).then(|| format!("`{}` (used by {})", parameter.name, names.join(", ")))
            })
            .collect()
    }

    /// What is known about the values before and after the deployment. Values that the deployment sets and masked values are
    /// unknown; the former do not count as changes.
    pub(crate) fn for_difference(&self, baseline: &Baseline) -> ParameterValues {
        let mut values = ParameterValues {
            changed: Some(BTreeSet::new()),
            ..ParameterValues::default()
        };
        // Parameters that the new template does not have.
        for (name, block) in &baseline.template.parameters {
            let is_kept = self.parameters.iter().any(|parameter| parameter.name == *name);
            if let Some(value) = baseline.parameters.get(name)
                && !is_kept
                && !Rules::read(block).no_echo
            {
                values.old.insert(name.clone(), value.clone());
            }
        }
        for parameter in &self.parameters {
            let name = &parameter.name;
            if parameter.change().is_some()
                && let Some(changed) = &mut values.changed
            {
                changed.insert(name.clone());
            }
            if parameter.no_echo {
                continue;
            }
            if let Some(deployed) = &parameter.deployed
                && parameter.source != ValueSource::Deployment
            {
                values.old.insert(name.clone(), deployed.clone());
            }
            let new = match &parameter.source {
                ValueSource::Given(value) | ValueSource::Default(value) => Some(value),
                ValueSource::Kept => parameter.deployed.as_ref(),
                ValueSource::NewDefault => parameter.default.as_ref(),
                ValueSource::Deployment | ValueSource::Missing => None,
            };
            if let Some(new) = new {
                values.new.insert(name.clone(), new.clone());
            }
        }
        values
    }

    /// Adds the changed values to a difference, and notes about the values to the changed parameters.
    pub(crate) fn annotate(&self, difference: &mut Diff) {
        for parameter in &self.parameters {
            if let Some(change) = parameter.change() {
                difference.sections.push(change);
                difference.summary.other += 1;
            }
            let section = difference
                .sections
                .iter_mut()
                .find(|section| section.section == "Parameters" && section.name == parameter.name);
            if let Some(section) = section {
                parameter.annotate(section);
            }
        }
    }
}

impl Parameter {
    /// The difference between the deployed value and the new one.
    fn change(&self) -> Option<SectionChange> {
        let (ValueSource::Given(new) | ValueSource::Default(new)) = &self.source else {
            return None;
        };
        let shown = |value: &str| Json::from(if self.no_echo { HIDDEN } else { value });
        let change = match &self.deployed {
            // CloudFormation masks the deployed value, so it cannot be compared.
            Some(old) if self.no_echo || old != new => Change::Changed {
                old: shown(old),
                new: shown(new),
            },
            Some(_) => return None,
            None => Change::Added { new: shown(new) },
        };
        let mut notes = Vec::new();
        if let ValueSource::Default(_) = self.source {
            notes.push("this is the template's default".to_owned());
        }
        if !self.usages.is_empty() {
            let names: Vec<&str> = self.usages.iter().map(|usage| usage.name.as_str()).collect();
            notes.push(format!("used by {}", names.join(", ")));
        }
        Some(SectionChange {
            section: SECTION.to_owned(),
            name: self.name.clone(),
            changes: vec![PropertyChange {
                path: Path::default(),
                change,
                effect: Effect::None,
                follows: None,
                through: None,
            }],
            notes,
        })
    }

    fn annotate(&self, section: &mut SectionChange) {
        let name = &self.name;
        let changes_default = section.changes.iter().any(|change| {
            matches!(change.change, Change::Changed { .. }) && change.path.to_string() == "Default"
        });
        match &self.source {
            ValueSource::Deployment => section.notes = vec!["the deployment sets the value".to_owned()],
            ValueSource::Kept if changes_default => {
                let kept = match &self.deployed {
                    Some(value) if !self.no_echo => format!("the deployed value `{value}` is kept"),
                    _ => "the deployed value is kept".to_owned(),
                };
                section
                    .notes
                    .push(format!("{kept}; use `--use-default {name}` for the new default"));
            }
            ValueSource::Missing => {
                section.notes = vec![format!(
                    "it has no default: set it with `--parameter {name}=VALUE`"
                )];
            }
            ValueSource::Given(_) if self.default.is_none() => section.notes.clear(),
            _ => {}
        }
    }
}
