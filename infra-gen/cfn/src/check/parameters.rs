//! The rules for one parameter: its keys, its type and its default.
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html>
//!
//! `AllowedPattern` is a Java regular expression. It is applied to the default if it has the same meaning in the crate `regex`,
//! which takes linear time for any pattern.

use regex::Regex;

use super::{functions::describe, hint::did_you_mean};
use crate::{
    check::catalog::limits::DESCRIPTION_TOO_LONG,
    check::catalog::parameters::{
        INVALID_ALLOWED_VALUES, INVALID_PARAMETER_CONSTRAINT, INVALID_PARAMETER_DEFAULT,
        INVALID_PARAMETER_TYPE, UNKNOWN_PARAMETER_KEY, USELESS_PARAMETER_CONSTRAINT,
    },
    finding::{Finding, Rule, Unplaced, ValuePath},
    intrinsic_call::{is_function_key, is_intrinsic_call},
    limits::MAX_PARAMETER_VALUE_BYTES,
    value::Json,
};

const MAX_DESCRIPTION_CHARACTERS: usize = 4_000;

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

pub(super) fn check(name: &str, parameter: &Json, findings: &mut Vec<Finding>) {
    let Json::Object(block) = parameter else {
        return;
    };
    if is_function_key(name) {
        return;
    }
    let mut parameter = Parameter {
        name,
        block,
        findings,
    };
    parameter.keys();
    let Some(parameter_type) = parameter.parameter_type() else {
        return;
    };
    let Some(default) = block.get("Default").filter(|default| !is_intrinsic_call(default)) else {
        return;
    };
    if let Some(text) = as_text(default) {
        parameter.default(parameter_type, &text);
    } else {
        let message = format!(
            "a default must be a string or a number; found {}",
            describe(default)
        );
        parameter.report("Default", INVALID_PARAMETER_DEFAULT.found_without_hint(message));
    }
}

/// Why CloudFormation refuses a value for a parameter: messages and hints.
pub(super) fn refused(parameter: &Json, value: &str) -> Vec<String> {
    let mut findings = Vec::new();
    if let Some(block) = parameter.as_object()
        && let Some(parameter_type) = block.get("Type").and_then(Json::as_str)
    {
        let mut parameter = Parameter {
            name: "",
            block,
            findings: &mut findings,
        };
        parameter.default(parameter_type, value);
    }
    findings.into_iter().map(|finding| finding.message).collect()
}

struct Parameter<'a> {
    name: &'a str,
    block: &'a serde_json::Map<String, Json>,
    findings: &'a mut Vec<Finding>,
}

impl<'a> Parameter<'a> {
    fn keys(&mut self) {
        let block = self.block;
        for key in block.keys() {
            if !KEYS.contains(&key.as_str()) && !is_function_key(key) {
                let hint = did_you_mean(key, KEYS, "remove it");
                self.report(
                    ValuePath::default().key(key),
                    UNKNOWN_PARAMETER_KEY.found(format!("unknown parameter key `{key}`"), hint),
                );
            }
        }
        if let Some(Json::String(description)) = block.get("Description")
            && description.chars().count() > MAX_DESCRIPTION_CHARACTERS
        {
            let message = format!("the description has more than {MAX_DESCRIPTION_CHARACTERS} characters");
            self.report("Description", DESCRIPTION_TOO_LONG.found(message, "shorten it"));
        }
        if let Some(other) = block.get("AllowedValues").filter(|allowed| !allowed.is_array()) {
            let message = format!("expected a list; found {}", describe(other));
            self.report(
                "AllowedValues",
                INVALID_ALLOWED_VALUES.found_without_hint(message),
            );
        }
        for (i, value) in block
            .get("AllowedValues")
            .and_then(Json::as_array)
            .into_iter()
            .flatten()
            .enumerate()
        {
            let path = ValuePath::from("AllowedValues").index(i);
            match as_text(value) {
                Some(text) => self.size(path, &text, &INVALID_ALLOWED_VALUES),
                // Nulls are reported with those of other sections.
                None if value.is_null() || is_intrinsic_call(value) => {}
                None => {
                    let message = format!("an allowed value must be a string; found {}", describe(value));
                    self.report(path, INVALID_ALLOWED_VALUES.found_without_hint(message));
                }
            }
        }
        self.constraints();
        self.no_echo();
    }

    /// The values of the keys that restrict the parameter's value.
    fn constraints(&mut self) {
        const LENGTHS: [&str; 2] = ["MinLength", "MaxLength"];
        const VALUES: [&str; 2] = ["MinValue", "MaxValue"];
        for key in LENGTHS.iter().chain(&VALUES) {
            let Some(bound) = self
                .block
                .get(*key)
                .filter(|bound| !bound.is_null() && !is_intrinsic_call(bound))
            else {
                continue;
            };
            let Some(number) = as_text(bound).and_then(|text| text.parse::<f64>().ok()) else {
                let message = format!("`{key}` must be a number; found {}", describe(bound));
                self.report(*key, INVALID_PARAMETER_CONSTRAINT.found_without_hint(message));
                continue;
            };
            #[expect(clippy::cast_precision_loss, reason = "the limit is small")]
            let max = MAX_PARAMETER_VALUE_BYTES as f64;
            if LENGTHS.contains(key) && number > max {
                let message = format!("`{key}` is {number}, but a value has at most {max} bytes");
                self.report(*key, INVALID_PARAMETER_CONSTRAINT.found(message, "decrease it"));
            }
        }
        let parameter_type = self.block.get("Type").and_then(Json::as_str);
        let useless = match parameter_type {
            Some("Number") => LENGTHS,
            Some("String") => VALUES,
            _ => return,
        };
        for key in useless.iter().filter(|key| self.block.contains_key(**key)) {
            let message = format!("`{key}` has no effect on this type");
            self.report(
                *key,
                USELESS_PARAMETER_CONSTRAINT.found(message, "remove it, or change the type"),
            );
        }
    }

    fn no_echo(&mut self) {
        let value = self.block.get("NoEcho");
        if let Some(value) = value.filter(|value| value.is_number() || value.is_array()) {
            let message = format!("`NoEcho` must be `true` or `false`; found {}", describe(value));
            self.report("NoEcho", INVALID_PARAMETER_CONSTRAINT.found_without_hint(message));
        }
    }

    fn size(&mut self, path: impl Into<ValuePath>, text: &str, rule: &'static Rule) {
        let bytes = text.len();
        if bytes > MAX_PARAMETER_VALUE_BYTES {
            let message = format!("the value has {bytes} bytes; the limit is {MAX_PARAMETER_VALUE_BYTES}");
            self.report(path, rule.found(message, "shorten it"));
        }
    }

    /// The whole default must match; in a list, CloudFormation may also mean each item.
    fn pattern(&mut self, parameter_type: &str, text: &str) {
        let pattern = self.block.get("AllowedPattern").and_then(Json::as_str);
        // `\w` is ASCII in Java and Unicode here.
        let Some(pattern) = pattern.filter(|pattern| text.is_ascii() && is_portable(pattern)) else {
            return;
        };
        let Ok(regex) = Regex::new(&format!("^(?:{pattern})$")) else {
            return;
        };
        let is_match = |text: &str| regex.is_match(text);
        let items_match = is_list(parameter_type) && text.split(',').all(|item| is_match(item.trim()));
        if !items_match && !is_match(text) {
            let message = format!("`{text}` does not match `AllowedPattern`, `{pattern}`");
            self.report(
                "Default",
                INVALID_PARAMETER_DEFAULT.found(message, "change one of them"),
            );
        }
    }

    fn parameter_type(&mut self) -> Option<&'a str> {
        match self.block.get("Type") {
            Some(Json::String(parameter_type)) if is_type(parameter_type) => return Some(parameter_type),
            Some(other) => {
                let message = format!("{} is not a parameter type", describe(other));
                let hint = "use `String`, `Number` or an AWS-specific type";
                self.report("Type", INVALID_PARAMETER_TYPE.found(message, hint));
            }
            None => {
                let finding =
                    INVALID_PARAMETER_TYPE.found("the parameter has no `Type`", "add one, such as `String`");
                self.report("", finding);
            }
        }
        None
    }

    fn default(&mut self, parameter_type: &str, text: &str) {
        self.size("Default", text, &INVALID_PARAMETER_DEFAULT);
        self.pattern(parameter_type, text);
        if let Some(Json::Array(allowed)) = self.block.get("AllowedValues") {
            let allowed: Vec<String> = allowed.iter().filter_map(as_text).collect();
            // For a list, each item must be allowed.
            let items: Vec<&str> = if is_list(parameter_type) {
                text.split(',').map(str::trim).collect()
            } else {
                vec![text]
            };
            for item in items {
                if !allowed.iter().any(|value| value == item) {
                    let message = format!("`{item}` is not one of `AllowedValues`");
                    self.report(
                        "Default",
                        INVALID_PARAMETER_DEFAULT.found(message, "add it there, or change the default"),
                    );
                }
            }
        }
        match parameter_type {
            "String" => self.bounds("length", length(text), "MinLength", "MaxLength"),
            "Number" => {
                if let Ok(value) = text.parse() {
                    self.bounds("value", value, "MinValue", "MaxValue");
                } else {
                    let message = format!("`{text}` is not a number");
                    let hint = "change it, or change the type to `String`";
                    self.report("Default", INVALID_PARAMETER_DEFAULT.found(message, hint));
                }
            }
            _ => {}
        }
    }

    fn bounds(&mut self, what: &str, measure: f64, min: &str, max: &str) {
        if let Some(bound) = self.bound(min).filter(|bound| measure < *bound) {
            let message = format!("the {what} {measure} is less than `{min}`, which is {bound}");
            self.report(
                "Default",
                INVALID_PARAMETER_DEFAULT.found(message, "change one of them"),
            );
        }
        if let Some(bound) = self.bound(max).filter(|bound| measure > *bound) {
            let message = format!("the {what} {measure} is more than `{max}`, which is {bound}");
            self.report(
                "Default",
                INVALID_PARAMETER_DEFAULT.found(message, "change one of them"),
            );
        }
    }

    /// A bound, which may be written as a string.
    fn bound(&self, key: &str) -> Option<f64> {
        as_text(self.block.get(key)?)?.parse().ok()
    }

    fn report(&mut self, path: impl Into<ValuePath>, finding: Unplaced) {
        self.findings
            .push(Finding::block("Parameters", self.name, path, finding));
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
    let is_aws_type = |name: &str| {
        let name = within(name, "List<").unwrap_or(name);
        AWS_TYPES.contains(&name)
    };
    match within(parameter_type, "AWS::SSM::Parameter::Value<") {
        Some(value) => {
            matches!(
                value,
                "String" | "Number" | "CommaDelimitedList" | "List<Number>" | "List<String>"
            ) || is_aws_type(value)
        }
        None => is_aws_type(parameter_type),
    }
}

/// The text between `open` and `>`.
fn within<'a>(text: &'a str, open: &str) -> Option<&'a str> {
    text.strip_prefix(open)?.strip_suffix('>')
}

/// The types whose values CloudFormation looks up in the account.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-supplied-parameter-types.html>
const AWS_TYPES: [&str; 10] = [
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

/// A scalar as the string that a parameter holds.
pub(super) fn as_text(value: &Json) -> Option<String> {
    match value {
        Json::String(text) => Some(text.clone()),
        Json::Number(number) => Some(number.to_string()),
        Json::Bool(boolean) => Some(boolean.to_string()),
        _ => None,
    }
}

/// Whether a pattern has only parts that Java and the crate `regex` read in the same way.
fn is_portable(pattern: &str) -> bool {
    let mut characters = pattern.chars().peekable();
    let mut in_class = false;
    while let Some(c) = characters.next() {
        let next = characters.peek().copied().unwrap_or_default();
        let is_java_only = match c {
            '\\' => next.is_ascii_alphanumeric() && !"dDwWsSbtnr".contains(next),
            // Unions and intersections of classes.
            '[' | '&' if in_class => true,
            // Differences of classes in the crate `regex`.
            '-' | '~' if in_class => next == c,
            // Possessive quantifiers.
            '+' | '*' | '?' | '}' if !in_class => next == '+',
            // Flags and lookbehind.
            '(' if !in_class => next == '?',
            _ => false,
        };
        if is_java_only {
            return false;
        }
        match c {
            '\\' => {
                characters.next();
            }
            '[' => in_class = true,
            ']' => in_class = false,
            _ => {}
        }
    }
    true
}

fn length(text: &str) -> f64 {
    u32::try_from(text.chars().count()).map_or(f64::INFINITY, f64::from)
}

#[cfg(test)]
mod tests {
    use super::is_portable;

    #[test]
    fn patterns_with_other_meanings_are_not_applied() {
        for pattern in ["^[a-z0-9-]*$", r"\d{3}\.\w+", "(a|b)+", r"[\[\]]", "a+?"] {
            assert!(is_portable(pattern), "{pattern}");
        }
        for pattern in [r"\p{Alpha}+", "a++", "(?i)a", "[a-z&&[^b]]", r"\Qa\E", r"\Aa"] {
            assert!(!is_portable(pattern), "{pattern}");
        }
    }
}
