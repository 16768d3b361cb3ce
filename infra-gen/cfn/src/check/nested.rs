//! Splits a template into nested stacks, and checks each of them.

use super::{declared_names::DeclaredNames, limits, references};
use crate::{
    check::catalog::stack::STACK_TOO_LARGE,
    finding::{Finding, Findings, ValuePath},
    limits::MAX_RESOURCES,
    nest::Nested,
    template::Template,
};

impl Template {
    /// The template as it is deployed: unchanged if it fits into one stack, otherwise split into nested stacks.
    ///
    /// # Errors
    /// Why the template cannot be split, or which parts are still too large.
    pub fn nest(&self) -> Result<Nested, Findings> {
        self.nest_with_limit(MAX_RESOURCES)
    }

    /// [`nest`](Self::nest) with stacks of at most `max` resources.
    pub(crate) fn nest_with_limit(&self, max: usize) -> Result<Nested, Findings> {
        if self.resources.len() > max && (self.has_macros() || self.has_embedded_transforms()) {
            let finding = STACK_TOO_LARGE.found(
                format!(
                    "{} resources; a stack has at most {max}, and a template with transforms cannot be split into nested stacks",
                    self.resources.len()
                ),
                "remove the transforms and the functions that need them, such as `Fn::ForEach`, or split the stack",
            );
            return Err(Findings(vec![Finding::section("Resources", finding)]));
        }
        let nested = Nested::new(self, max);
        let findings = findings(&nested, max);
        if findings.is_empty() {
            Ok(nested)
        } else {
            Err(Findings(findings))
        }
    }
}

fn findings(nested: &Nested, max: usize) -> Vec<Finding> {
    let mut findings = Vec::new();
    if nested.root.resources.len() > max {
        let finding = STACK_TOO_LARGE.found(
            format!(
                "{} resources must stay in the root stack, because they hold data, are conditional, or are used by such \
                 resources; a stack has at most {max}",
                nested.root.resources.len()
            ),
            "split the stack",
        );
        findings.push(Finding::section("Resources", finding));
    }
    for (id, child) in &nested.children {
        for mut finding in split_findings(child) {
            finding.path.construct = Some(format!("{id}/{}", finding.path));
            finding.path.value = ValuePath::default();
            findings.push(finding);
        }
    }
    findings
}

/// The findings that splitting may cause: sizes, names and references. The resources are checked with the whole template.
fn split_findings(template: &Template) -> Vec<Finding> {
    let mut findings = limits::size(template);
    findings.extend(limits::check(template));
    findings.extend(references::check(&DeclaredNames::new(template)).0);
    findings
}
