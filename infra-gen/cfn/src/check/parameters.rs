//! The rules for one parameter: its type, its default, and what the default must keep to.
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html>
//!
//! `AllowedPattern` is not tried on the default: its dialect is Java's.

use super::{Problem, functions::describe, names::hint};
use crate::{call::is_call, value::Json};

const VALUE_BYTES: usize = 4_096;
const DESCRIPTION_CHARACTERS: usize = 4_000;

const KEYS: [&str; 11] = [
    "AllowedPattern",
    "AllowedValues",
    "ConstraintDescription",
    "Default",
    "Description",
    "MaxLength",
    "MaxValue",
    "MinLength",
    "MinValue",
    "NoEcho",
    "Type",
];

/// Everything that is wrong with the parameter `name`.
pub(super) fn check(name: &str, parameter: &Json, problems: &mut Vec<Problem>) {
    let Json::Object(block) = parameter else {
        return;
    };
    if name.starts_with("Fn::") {
        return;
    }
    let mut parameter = Parameter {
        name,
        block,
        problems,
    };
    parameter.keys();
    let Some(parameter_type) = parameter.parameter_type() else {
        return;
    };
    let Some(default) = block.get("Default").filter(|default| !is_call(default)) else {
        return;
    };
    if let Some(text) = as_text(default) {
        parameter.default(parameter_type, &text);
    } else {
        let message = format!("a default is a text or a number; found {}", describe(default));
        parameter.report("Default", message);
    }
}

struct Parameter<'a> {
    name: &'a str,
    block: &'a serde_json::Map<String, Json>,
    problems: &'a mut Vec<Problem>,
}

impl<'a> Parameter<'a> {
    fn keys(&mut self) {
        let block = self.block;
        for key in block.keys() {
            if !KEYS.contains(&key.as_str()) && !key.starts_with("Fn::") {
                let hint = hint(key, KEYS.into_iter(), "remove it");
                self.report(key, format!("a parameter has no `{key}`; {hint}"));
            }
        }
        if let Some(Json::String(description)) = block.get("Description")
            && description.chars().count() > DESCRIPTION_CHARACTERS
        {
            let message = format!("more than {DESCRIPTION_CHARACTERS} characters; shorten it");
            self.report("Description", message);
        }
        if let Some(other) = block.get("AllowedValues").filter(|allowed| !allowed.is_array()) {
            let message = format!("expected a list; found {}", describe(other));
            self.report("AllowedValues", message);
        }
    }

    fn parameter_type(&mut self) -> Option<&'a str> {
        match self.block.get("Type") {
            Some(Json::String(parameter_type)) if is_type(parameter_type) => return Some(parameter_type),
            Some(other) => {
                let other = describe(other);
                let message =
                    format!("{other} is not a parameter type; use `String`, `Number` or an AWS-specific one");
                self.report("Type", message);
            }
            None => self.report("", "the parameter has no `Type`; add one, `String`".to_owned()),
        }
        None
    }

    fn default(&mut self, parameter_type: &str, text: &str) {
        if text.len() > VALUE_BYTES {
            let bytes = text.len();
            self.report(
                "Default",
                format!("{bytes} bytes, and at most {VALUE_BYTES} fit; shorten it"),
            );
        }
        if let Some(Json::Array(allowed)) = self.block.get("AllowedValues") {
            let allowed: Vec<String> = allowed.iter().filter_map(as_text).collect();
            // Each item of a list keeps to the rule on its own.
            let items: Vec<&str> = if is_list(parameter_type) {
                text.split(',').map(str::trim).collect()
            } else {
                vec![text]
            };
            for item in items {
                if !allowed.iter().any(|value| value == item) {
                    let message =
                        format!("`{item}` is not among `AllowedValues`; add it there or change the default");
                    self.report("Default", message);
                }
            }
        }
        match parameter_type {
            "String" => self.bounds("length", length(text), "MinLength", "MaxLength"),
            "Number" => {
                if let Ok(value) = text.parse() {
                    self.bounds("value", value, "MinValue", "MaxValue");
                } else {
                    let message =
                        format!("`{text}` is not a number; change it or make the parameter a `String`");
                    self.report("Default", message);
                }
            }
            _ => {}
        }
    }

    fn bounds(&mut self, what: &str, measure: f64, least: &str, most: &str) {
        if let Some(bound) = self.bound(least).filter(|bound| measure < *bound) {
            self.report(
                "Default",
                format!("the {what} {measure} is below `{least}`, {bound}; change one of them"),
            );
        }
        if let Some(bound) = self.bound(most).filter(|bound| measure > *bound) {
            self.report(
                "Default",
                format!("the {what} {measure} is above `{most}`, {bound}; change one of them"),
            );
        }
    }

    /// A bound, which people write as a number or as its text.
    fn bound(&self, key: &str) -> Option<f64> {
        as_text(self.block.get(key)?)?.parse().ok()
    }

    fn report(&mut self, path: &str, message: String) {
        self.problems
            .push(Problem::block("Parameters", self.name, path, message));
    }
}

fn is_type(parameter_type: &str) -> bool {
    if matches!(
        parameter_type,
        "String"
            | "Number"
            | "CommaDelimitedList"
            | "List<Number>"
            | "List<String>"
            | "AWS::SSM::Parameter::Name"
    ) {
        return true;
    }
    let of_aws = |name: &str| {
        let name = within(name, "List<").unwrap_or(name);
        OF_AWS.contains(&name)
    };
    match within(parameter_type, "AWS::SSM::Parameter::Value<") {
        Some(value) => {
            matches!(
                value,
                "String" | "Number" | "CommaDelimitedList" | "List<Number>" | "List<String>"
            ) || of_aws(value)
        }
        None => of_aws(parameter_type),
    }
}

/// What stands between `open` and `>`.
fn within<'a>(text: &'a str, open: &str) -> Option<&'a str> {
    text.strip_prefix(open)?.strip_suffix('>')
}

/// The types whose values CloudFormation looks up in the account.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-supplied-parameter-types.html>
const OF_AWS: [&str; 10] = [
    "AWS::EC2::AvailabilityZone::Name",
    "AWS::EC2::Image::Id",
    "AWS::EC2::Instance::Id",
    "AWS::EC2::KeyPair::KeyName",
    "AWS::EC2::SecurityGroup::GroupName",
    "AWS::EC2::SecurityGroup::Id",
    "AWS::EC2::Subnet::Id",
    "AWS::EC2::VPC::Id",
    "AWS::EC2::Volume::Id",
    "AWS::Route53::HostedZone::Id",
];

fn is_list(parameter_type: &str) -> bool {
    parameter_type == "CommaDelimitedList" || parameter_type.starts_with("List<")
}

/// A plain value as the text that a parameter takes.
pub(super) fn as_text(value: &Json) -> Option<String> {
    match value {
        Json::String(text) => Some(text.clone()),
        Json::Number(number) => Some(number.to_string()),
        Json::Bool(boolean) => Some(boolean.to_string()),
        _ => None,
    }
}

fn length(text: &str) -> f64 {
    u32::try_from(text.chars().count()).map_or(f64::INFINITY, f64::from)
}
