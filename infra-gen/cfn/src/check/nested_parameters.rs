//! The parameters that a stack passes to another template, and the outputs that it reads: nested stacks whose template is a file,
//! and stack sets that contain theirs.
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-nested-stacks.html>

use std::{cell::RefCell, collections::BTreeMap};

use super::{
    cases::{Cases, View},
    hint::did_you_mean,
    local_paths::is_local,
    nested_outputs,
    parameters::{as_text, refused},
};
use crate::{
    check::catalog::nested_parameters::{NESTED_PARAMETER, NESTED_TEMPLATE},
    finding::{Finding, Findings, Severity},
    template::Template,
    value::Json,
};

/// The types of nested stacks, and the property with the location of the template.
const NESTED: [(&str, &str); 2] = [
    ("AWS::CloudFormation::Stack", "TemplateURL"),
    ("AWS::Serverless::Application", "Location"),
];

/// The file with the template of a nested stack.
#[derive(Debug, Clone)]
pub enum NestedTemplate {
    /// There is no such file.
    Missing,
    /// The file cannot be read, or is not a template.
    Unreadable,
    /// The template.
    Read(Box<Template>),
}

impl Template {
    /// The findings about nested stacks whose templates are files, as `aws cloudformation package` reads them: their parameters,
    /// and the outputs that this template reads. `child` reads the template at a path, relative to that of this template.
    pub fn nested_findings(&self, child: impl Fn(&str) -> NestedTemplate) -> Findings {
        let mut findings = Vec::new();
        if self.is_rewritten() {
            return Findings(findings);
        }
        let mut cases = Cases::new(self);
        // A rule runs once for each combination of conditions.
        let templates: RefCell<BTreeMap<String, NestedTemplate>> = RefCell::default();
        let by_stack: RefCell<BTreeMap<String, String>> = RefCell::default();
        for (type_name, property) in NESTED {
            cases.each(type_name, &mut findings, |stack, findings| {
                let location = stack.get(property);
                let Some(path) = location.text().filter(|path| is_local(path)) else {
                    return;
                };
                let mut templates = templates.borrow_mut();
                let template = templates
                    .entry(path.to_string())
                    .or_insert_with_key(|path| child(path));
                match template {
                    NestedTemplate::Read(template) => {
                        by_stack
                            .borrow_mut()
                            .insert(stack.id.to_owned(), path.into_owned());
                        nested(self, stack, template, findings);
                    }
                    NestedTemplate::Missing
                        if !path.starts_with(['/', '~']) && !path.contains(['$', '<']) =>
                    {
                        let message = format!("there is no file `{path}`");
                        let hint = "change the path, which is relative to the folder of this template";
                        findings.push(location.found(NESTED_TEMPLATE.found(message, hint)));
                    }
                    NestedTemplate::Missing | NestedTemplate::Unreadable => {}
                }
            });
        }
        let templates = templates.borrow();
        nested_outputs::check(
            self,
            |id| match templates.get(by_stack.borrow().get(id)?)? {
                NestedTemplate::Read(template) => Some(template),
                _ => None,
            },
            &mut findings,
        );
        Findings(findings)
    }
}

fn nested(parent: &Template, stack: &View<'_, '_>, template: &Template, findings: &mut Vec<Finding>) {
    let parameters = stack.get("Parameters");
    let Some(names) = parameters.names() else { return };
    for name in &names {
        let value = parameters.get(name);
        findings.extend(unknown(name, template, &value));
        findings.extend(refused_value(parent, template.parameters.get(*name), &value));
    }
    let place = if parameters.is_absent() {
        stack
    } else {
        &parameters
    };
    missing(&names, template, place, findings);
}

/// A value that the parameter of the nested template does not accept. The default of a parameter may be overridden.
fn refused_value(parent: &Template, parameter: Option<&Json>, value: &View<'_, '_>) -> Option<Finding> {
    let (text, default_of) = match (
        value.text(),
        value.json().and_then(|json| json.get("Ref")?.as_str()),
    ) {
        (Some(text), _) => (text.into_owned(), None),
        (None, Some(name)) => (as_text(parent.parameters.get(name)?.get("Default")?)?, Some(name)),
        (None, None) => return None,
    };
    let refused = refused(parameter?, &text).into_iter().next()?;
    let hint = "change the value, or the parameter of the nested template";
    let mut finding = value.found(match default_of {
        None => NESTED_PARAMETER.found(refused, hint),
        Some(name) => NESTED_PARAMETER.found(format!("{refused}, with the default of `{name}`"), hint),
    });
    if default_of.is_some() {
        finding.severity = Severity::Warning;
    }
    Some(finding)
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
    use crate::{NestedTemplate, Template};

    /// The findings for a nested stack whose template requires `Stage` and may have `Size`.
    fn found(properties: &str) -> Vec<String> {
        let template = format!(
            "Parameters: {{Small: {{Type: String, Default: s}}, Medium: {{Type: String, Default: m}}}}
Conditions: {{C: !Equals [!Ref 'AWS::Region', eu-west-1]}}
Resources: {{S: {{Type: 'AWS::CloudFormation::Stack', Properties: {{{properties}}}}}}}
Outputs: {{A: {{Value: !GetAtt S.Outputs.Vpc}}, B: {{Value: !Sub '${{S.Outputs.Vcp}}'}}, C: {{Value: !GetAtt [S, Outputs.Vp]}}}}"
        );
        let findings = Template::from_yaml(&template).unwrap().nested_findings(|path| {
            let text = "Parameters: {Stage: {Type: String}, Size: {Type: String, Default: s, AllowedValues: [s, l]}}\nResources: {}\n\
                        Outputs: {Vpc: {Value: vpc}}";
            match path {
                "./inner.yaml" => NestedTemplate::Read(Box::new(Template::from_yaml(text).unwrap())),
                "./other.yaml" => NestedTemplate::Unreadable,
                _ => NestedTemplate::Missing,
            }
        });
        let shown = findings.0.iter();
        shown
            .map(|finding| format!("{} {} {}", finding.severity, finding.path.value, finding.message))
            .collect()
    }

    /// The findings about the outputs, which every nested stack here has.
    const OUTPUTS: [&str; 2] = [
        "error Value.Fn::Sub the template of `S` has no output `Vcp`",
        "error Value.Fn::GetAtt the template of `S` has no output `Vp`",
    ];

    #[track_caller]
    fn expect(properties: &str, expected: &[&str]) {
        assert_eq!(found(properties), [expected, &OUTPUTS].concat());
    }

    #[test]
    fn the_parameters_of_a_nested_stack_are_those_of_its_template() {
        expect("TemplateURL: ./inner.yaml, Parameters: {Stage: dev}", &[]);
        assert!(found("TemplateURL: ./other.yaml, Parameters: {Any: dev}").is_empty());
        assert!(found("TemplateURL: 'https://example.com/inner.yaml', Parameters: {Any: dev}").is_empty());
        expect(
            "TemplateURL: ./inner.yaml, Parameters: {Sise: l}",
            &[
                "error Properties.Parameters.Sise the template has no parameter `Sise`",
                "error Properties.Parameters the template requires the parameter `Stage`",
            ],
        );
        expect(
            "TemplateURL: ./inner.yaml",
            &["error Properties the template requires the parameter `Stage`"],
        );
    }

    #[test]
    fn the_values_of_parameters_are_those_that_the_template_allows() {
        let with =
            |size: &str| format!("TemplateURL: ./inner.yaml, Parameters: {{Stage: dev, Size: {size}}}");
        expect(&with("l"), &[]);
        expect(&with("!Ref Small"), &[]);
        expect(
            &with("xl"),
            &["error Properties.Parameters.Size `xl` is not one of `AllowedValues`"],
        );
        expect(
            &with("!Ref Medium"),
            &[
                "warning Properties.Parameters.Size `m` is not one of `AllowedValues`, with the default of `Medium`",
            ],
        );
    }

    #[test]
    fn the_file_of_a_template_exists() {
        assert_eq!(
            found("TemplateURL: ./absent.yaml"),
            ["error Properties.TemplateURL there is no file `./absent.yaml`"]
        );
    }

    #[test]
    fn a_condition_may_choose_the_parameters() {
        expect(
            "TemplateURL: ./inner.yaml, Parameters: !If [C, {Stage: dev}, {Size: l}]",
            &[
                "warning Properties.Parameters.Fn::If[2] the template requires the parameter `Stage`, if the condition `C` is \
                 false",
            ],
        );
    }
}
