//! How the console shows the parameters.
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-cloudformation-interface.html>

use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;

use crate::{check::catalog::document::DUPLICATE_KEY, finding::Finding, value::Json};

/// The key in the template's metadata.
pub(super) const METADATA_KEY: &str = "AWS::CloudFormation::Interface";

/// The groups and labels of parameters, by the names of the parameters.
#[derive(Default)]
pub(super) struct Interface {
    pub(super) groups: Vec<(String, Vec<String>)>,
    pub(super) labels: BTreeMap<String, String>,
}

impl Interface {
    /// The entry in the template's metadata; `None` if there are no groups and labels.
    pub(super) fn to_json(&self) -> Option<Json> {
        let mut block = serde_json::Map::new();
        if !self.groups.is_empty() {
            let groups: Json = self
                .groups
                .iter()
                .map(|(title, parameters)| json!({ "Label": { "default": title }, "Parameters": parameters }))
                .collect();
            block.insert("ParameterGroups".to_owned(), groups);
        }
        if !self.labels.is_empty() {
            let labels: Json = self
                .labels
                .iter()
                .map(|(parameter, label)| (parameter.as_str(), json!({ "default": label })))
                .collect();
            block.insert("ParameterLabels".to_owned(), labels);
        }
        (!block.is_empty()).then_some(Json::Object(block))
    }

    /// A parameter belongs to one group at most.
    pub(super) fn check(&self) -> impl Iterator<Item = Finding> {
        let mut grouped = BTreeSet::new();
        let in_groups = self.groups.iter().flat_map(|(_, parameters)| parameters);
        in_groups
            .filter(move |parameter| !grouped.insert(*parameter))
            .map(|parameter| {
                let message = format!("the parameter `{parameter}` is in two groups");
                let found = DUPLICATE_KEY.found(message, "remove it from one of them");
                Finding::block("Metadata", METADATA_KEY, "ParameterGroups", found)
            })
    }
}
