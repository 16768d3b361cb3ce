//! Writes the template of a stack and checks it.

use std::collections::BTreeMap;

use serde_json::json;

use super::{Stack, interface};
use crate::{
    check::{self, catalog::document::INVALID_STRUCTURE},
    finding::{Finding, Findings, Segment},
    loops::KEY_PREFIX,
    names::LogicalId,
    template::Template,
    transforms,
    value::Json,
};

/// Blocks of a section, each with the loop that repeats it.
pub(super) type Blocks = BTreeMap<LogicalId, (Json, Option<LoopIndex>)>;

/// The position of a loop in the stack.
pub(super) type LoopIndex = usize;

/// A loop.
pub(super) struct LoopBlock {
    pub(super) id: LogicalId,
    pub(super) variable: LogicalId,
    /// The collection.
    pub(super) items: Json,
    /// The loop around it.
    pub(super) outer: Option<LoopIndex>,
}

impl Stack {
    /// Checks the stack and returns its template.
    ///
    /// # Errors
    /// All findings, if one of them is an error, each with the path of the construct and property, and a hint how to fix it.
    pub fn finish(mut self) -> Result<Template, Findings> {
        while !self.finishers.is_empty() {
            for finisher in std::mem::take(&mut self.finishers) {
                finisher(&mut self);
            }
        }
        let mut findings = Findings(std::mem::take(&mut self.findings));
        findings.0.extend(self.interface.check());
        let template = self.template(&mut findings.0);
        let mut paths: BTreeMap<String, String> = self
            .resources
            .iter()
            .map(|(id, entry)| (id.to_string(), entry.path.clone()))
            .collect();
        if template.has_loops() {
            findings.0.extend(self.check_loops(&template, &mut paths));
        } else {
            findings.0.extend(check::own_template(&template).0);
        }
        for finding in &mut findings.0 {
            finding.locate(&self.name, &paths);
        }
        findings.into_result().map(|()| template)
    }

    /// Checks the loops, what they declare for each item, and the rest of the template. Adds the paths of the expanded
    /// resources.
    fn check_loops(&self, template: &Template, paths: &mut BTreeMap<String, String>) -> Vec<Finding> {
        let findings = check::loops::check(template);
        if !findings.is_empty() {
            return findings
                .into_iter()
                .map(|finding| self.at_declaration(finding))
                .collect();
        }
        let expanded = template.expand_loops();
        for ((_, id), origin) in &expanded.origins {
            if let Some(path) = paths.get(&origin.key) {
                paths.insert(id.clone(), path.clone());
            }
        }
        let duplicates = expanded
            .duplicates
            .iter()
            .map(|(section, name)| check::loops::duplicate(section, name));
        // The items of a loop have the same findings.
        let mut distinct: Vec<Finding> = Vec::new();
        for mut finding in duplicates.chain(check::own_template(&expanded.template).0) {
            finding.locate(&self.name, paths);
            let is_same = |earlier: &Finding| {
                earlier.path.construct == finding.path.construct
                    && earlier.path.value == finding.path.value
                    && earlier.message == finding.message
            };
            if finding.path.construct.is_none() || !distinct.iter().any(is_same) {
                distinct.push(finding);
            }
        }
        distinct
    }

    /// Moves a finding inside a loop, `Fn::ForEach::Topics` at `[2].Topic${TopicsItem}.DependsOn`, to the construct that
    /// declared the resource.
    fn at_declaration(&self, mut finding: Finding) -> Finding {
        let segments = finding.path.value.segments();
        let declared = segments.iter().enumerate().find_map(|(i, segment)| {
            let Segment::Key(key) = segment else { return None };
            let (_, entry) = self.resources.iter().find(|(id, _)| id.as_str() == key)?;
            Some((i, entry))
        });
        if let Some((i, entry)) = declared {
            finding.path.construct = Some(entry.path.clone());
            finding.path.value = segments[i + 1..].to_vec().into();
        }
        finding
    }

    fn template(&self, findings: &mut Vec<Finding>) -> Template {
        let mut template = Template {
            description: self.description.clone(),
            metadata: self.metadata.clone(),
            parameters: by_name(&self.parameters),
            mappings: by_name(&self.mappings),
            conditions: self.section("Conditions", &self.conditions),
            outputs: self.section("Outputs", &self.outputs),
            ..Template::default()
        };
        if let Some(interface) = self.interface.to_json() {
            template
                .metadata
                .insert(interface::METADATA_KEY.to_owned(), interface);
        }
        let mut in_loops = Blocks::new();
        for (id, entry) in &self.resources {
            let (block, reasons) = entry.block();
            for reason in reasons {
                let found = INVALID_STRUCTURE.found_without_hint(reason);
                findings.push(Finding::resource(id.as_str(), "Properties", found));
            }
            if entry.in_loop.is_some() {
                in_loops.insert(id.clone(), (block.to_document(), entry.in_loop));
            } else {
                template.resources.insert(id.to_string(), block);
            }
        }
        template.resource_macros = self.section("", &in_loops);
        if !self.rules.is_empty() {
            let rules = Json::Object(by_name(&self.rules));
            template.other.insert("Rules".to_owned(), rules);
        }
        if let Some(transform) = transforms::section(&self.transforms, &template) {
            template.other.insert("Transform".to_owned(), transform);
        }
        template
    }

    /// A section with its loops. `suffix` distinguishes the loops of the sections, because their names must be unique.
    fn section(&self, suffix: &str, blocks: &Blocks) -> serde_json::Map<String, Json> {
        self.body(None, suffix, blocks)
    }

    fn body(
        &self,
        of_loop: Option<LoopIndex>,
        suffix: &str,
        blocks: &Blocks,
    ) -> serde_json::Map<String, Json> {
        let mut body: serde_json::Map<String, Json> = blocks
            .iter()
            .filter(|(_, (_, in_loop))| *in_loop == of_loop)
            .map(|(id, (block, _))| (id.to_string(), block.clone()))
            .collect();
        let inner = self
            .loops
            .iter()
            .enumerate()
            .filter(|(_, inner)| inner.outer == of_loop);
        for (index, inner) in inner {
            let repeated = self.body(Some(index), suffix, blocks);
            if !repeated.is_empty() {
                body.insert(
                    format!("{KEY_PREFIX}{}{suffix}", inner.id),
                    json!([inner.variable, inner.items, repeated]),
                );
            }
        }
        body
    }
}

fn by_name(section: &BTreeMap<LogicalId, Json>) -> serde_json::Map<String, Json> {
    section
        .iter()
        .map(|(id, block)| (id.to_string(), block.clone()))
        .collect()
}
