//! The values of parameters in a difference, and which of them put data at risk.

use std::collections::BTreeSet;

use infra_gen_cfn::Json;
use infra_gen_diff::{Change, Diff, Effect, Path, PropertyChange, SectionChange};

use super::values::{Parameter, ValueSource, Values};

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

    /// The names of the parameters whose values change, without those that the deployment sets.
    pub(crate) fn changed(&self) -> BTreeSet<String> {
        self.parameters
            .iter()
            .filter(|parameter| parameter.change().is_some())
            .map(|parameter| parameter.name.clone())
            .collect()
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
