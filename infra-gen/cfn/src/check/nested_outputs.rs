//! The outputs of nested stacks that a template reads.
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-stack.html>

use super::hint::did_you_mean;
use crate::{
    check::catalog::nested_parameters::NESTED_OUTPUT,
    finding::{Finding, FindingPath, ValuePath},
    intrinsic_call::{get_att_target, intrinsic_call, is_complete},
    substitution::variables,
    template::Template,
    value::Json,
};

/// Reports outputs that the template of a nested stack does not have. `child` returns that template, given the logical ID of the
/// nested stack.
pub(super) fn check<'c>(
    template: &Template,
    child: impl Fn(&str) -> Option<&'c Template>,
    findings: &mut Vec<Finding>,
) {
    let mut walk = Walk {
        child: &child,
        place: FindingPath::default(),
        findings,
    };
    for (id, block) in &template.resources {
        walk.place = FindingPath::block("Resources", id, "");
        walk.map(&block.properties, &ValuePath::from("Properties"));
    }
    for (name, output) in &template.outputs {
        walk.place = FindingPath::block("Outputs", name, "");
        walk.value(output, &ValuePath::default());
    }
}

struct Walk<'a, C> {
    child: &'a C,
    place: FindingPath,
    findings: &'a mut Vec<Finding>,
}

impl<'c, C: Fn(&str) -> Option<&'c Template>> Walk<'_, C> {
    fn map(&mut self, map: &serde_json::Map<String, Json>, path: &ValuePath) {
        for (key, value) in map {
            self.value(value, &path.clone().key(key));
        }
    }

    fn value(&mut self, value: &Json, path: &ValuePath) {
        match value {
            Json::Array(items) => {
                for (i, item) in items.iter().enumerate() {
                    self.value(item, &path.clone().index(i));
                }
            }
            Json::Object(map) => {
                match intrinsic_call(map) {
                    Some(("Fn::GetAtt", argument)) => {
                        if let Some((id, attribute)) = get_att_target(argument) {
                            self.attribute(id, attribute, &path.clone().key("Fn::GetAtt"));
                        }
                    }
                    Some(("Fn::Sub", argument)) => {
                        let text = argument.get(0).unwrap_or(argument).as_str().unwrap_or_default();
                        for (id, attribute) in variables(text).filter_map(|name| name.split_once('.')) {
                            self.attribute(id, attribute, &path.clone().key("Fn::Sub"));
                        }
                    }
                    _ => {}
                }
                self.map(map, path);
            }
            _ => {}
        }
    }

    fn attribute(&mut self, id: &str, attribute: &str, path: &ValuePath) {
        let Some(name) = attribute.strip_prefix("Outputs.") else {
            return;
        };
        let Some(child) =
            (self.child)(id).filter(|child| !child.is_rewritten() && is_complete(&child.outputs))
        else {
            return;
        };
        if !child.outputs.contains_key(name) {
            let known = child.outputs.keys().map(String::as_str);
            let hint = did_you_mean(name, known, "add the output there");
            let found = NESTED_OUTPUT.found(format!("the template of `{id}` has no output `{name}`"), hint);
            let place = FindingPath {
                value: path.clone(),
                ..self.place.clone()
            };
            self.findings.push(Finding::new(place, found));
        }
    }
}
