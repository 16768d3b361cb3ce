//! The parameters that a stack passes to another template: nested stacks whose template is a file, and stack sets that contain
//! theirs.
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-nested-stacks.html>

use std::{cell::RefCell, collections::BTreeMap};

use super::{
    cases::{Cases, View},
    hint::did_you_mean,
    local_paths::is_local,
};
use crate::{
    check::catalog::nested_parameters::NESTED_PARAMETER,
    finding::{Finding, Findings},
    template::Template,
};

/// The types of nested stacks, and the property with the location of the template.
const NESTED: [(&str, &str); 2] = [
    ("AWS::CloudFormation::Stack", "TemplateURL"),
    ("AWS::Serverless::Application", "Location"),
];

impl Template {
    /// The findings about the parameters of nested stacks whose templates are files, as `aws cloudformation package` reads them.
    /// `child` reads the template at a path, relative to that of this template; without a template, nothing is checked.
    pub fn nested_findings(&self, child: impl Fn(&str) -> Option<Self>) -> Findings {
        let mut findings = Vec::new();
        if self.is_rewritten() {
            return Findings(findings);
        }
        let mut cases = Cases::new(self);
        // A rule runs once for each combination of conditions.
        let templates: RefCell<BTreeMap<String, Option<Self>>> = RefCell::default();
        for (type_name, property) in NESTED {
            cases.each(type_name, &mut findings, |stack, findings| {
                let Some(path) = stack.get(property).text().filter(|path| is_local(path)) else {
                    return;
                };
                let mut templates = templates.borrow_mut();
                let template = templates
                    .entry(path.into_owned())
                    .or_insert_with_key(|path| child(path));
                if let Some(template) = template {
                    nested(stack, template, findings);
                }
            });
        }
        Findings(findings)
    }
}

fn nested(stack: &View<'_, '_>, template: &Template, findings: &mut Vec<Finding>) {
    let parameters = stack.get("Parameters");
    let Some(names) = parameters.names() else { return };
    for name in &names {
        findings.extend(unknown(name, template, &parameters.get(name)));
    }
    let place = if parameters.is_absent() {
        stack
    } else {
        &parameters
    };
    missing(&names, template, place, findings);
}

/// Stack sets that contain their template.
pub(super) fn check(template: &Template) -> Vec<Finding> {
    let mut findings = Vec::new();
    Cases::new(template).each("AWS::CloudFormation::StackSet", &mut findings, |set, findings| {
        let body = set.get("TemplateBody").text();
        let child = body.and_then(|body| Template::parse(&body).ok());
        let parameters = set.get("Parameters");
        let (Some(child), Some(items)) = (child, parameters.all_items()) else {
            return;
        };
        let keys: Vec<_> = items.iter().map(|item| item.get("ParameterKey")).collect();
        let Some(names) = keys.iter().map(View::text).collect::<Option<Vec<_>>>() else {
            return;
        };
        for (name, key) in names.iter().zip(&keys) {
            findings.extend(unknown(name, &child, key));
        }
        let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
        let place = if parameters.is_absent() { set } else { &parameters };
        missing(&names, &child, place, findings);
    });
    findings
}

fn unknown(name: &str, template: &Template, place: &View<'_, '_>) -> Option<Finding> {
    if template.parameters.contains_key(name) {
        return None;
    }
    let known = template.parameters.keys().map(String::as_str);
    let hint = did_you_mean(name, known, "remove it, or add the parameter there");
    let message = format!("the template has no parameter `{name}`");
    Some(place.found(NESTED_PARAMETER.found(message, hint)))
}

fn missing(names: &[&str], template: &Template, place: &View<'_, '_>, findings: &mut Vec<Finding>) {
    for (name, parameter) in &template.parameters {
        let is_required = parameter.is_object() && parameter.get("Default").is_none();
        if is_required && !names.contains(&name.as_str()) {
            let message = format!("the template requires the parameter `{name}`");
            findings
                .push(place.found(NESTED_PARAMETER.found(message, "pass it, or give it a default there")));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::Template;

    /// The findings for a nested stack whose template requires `Stage` and may have `Size`.
    fn found(properties: &str) -> Vec<String> {
        let template = format!(
            "Conditions: {{C: !Equals [!Ref 'AWS::Region', eu-west-1]}}
Resources: {{S: {{Type: 'AWS::CloudFormation::Stack', Properties: {{{properties}}}}}}}"
        );
        let findings = Template::from_yaml(&template).unwrap().nested_findings(|path| {
            let text = "Parameters: {Stage: {Type: String}, Size: {Type: String, Default: s}}\nResources: {}";
            (path == "./inner.yaml").then(|| Template::from_yaml(text).unwrap())
        });
        let shown = findings.0.iter();
        shown
            .map(|finding| format!("{} {} {}", finding.severity, finding.path.value, finding.message))
            .collect()
    }

    #[test]
    fn the_parameters_of_a_nested_stack_are_those_of_its_template() {
        assert!(found("TemplateURL: ./inner.yaml, Parameters: {Stage: dev}").is_empty());
        assert!(found("TemplateURL: ./other.yaml, Parameters: {Any: dev}").is_empty());
        assert!(found("TemplateURL: 'https://example.com/inner.yaml', Parameters: {Any: dev}").is_empty());
        assert_eq!(
            found("TemplateURL: ./inner.yaml, Parameters: {Sise: l}"),
            [
                "error Properties.Parameters.Sise the template has no parameter `Sise`",
                "error Properties.Parameters the template requires the parameter `Stage`",
            ]
        );
        assert_eq!(
            found("TemplateURL: ./inner.yaml"),
            ["error Properties the template requires the parameter `Stage`"]
        );
    }

    #[test]
    fn a_condition_may_choose_the_parameters() {
        assert_eq!(
            found("TemplateURL: ./inner.yaml, Parameters: !If [C, {Stage: dev}, {Size: l}]"),
            [
                "warning Properties.Parameters.Fn::If[2] the template requires the parameter `Stage`, if the condition `C` is \
                 false"
            ]
        );
    }
}
