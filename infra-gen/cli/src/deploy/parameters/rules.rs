//! Which values a template allows for a parameter.
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html>
//!
//! Rejects only values that CloudFormation certainly rejects. `AllowedPattern` is a Java regular expression: a pattern that
//! may mean something else in the ECMAScript dialect used here is left to CloudFormation.

use infra_gen_cfn::Json;
use regress::Regex;

/// The rules of one parameter.
pub(super) struct Rules<'a> {
    block: &'a Json,
    kind: &'a str,
    pub(super) no_echo: bool,
}

impl<'a> Rules<'a> {
    pub(super) fn read(block: &'a Json) -> Self {
        let no_echo = block.get("NoEcho").and_then(as_text);
        Self {
            block,
            kind: block.get("Type").and_then(Json::as_str).unwrap_or("String"),
            no_echo: no_echo.is_some_and(|text| text.eq_ignore_ascii_case("true")),
        }
    }

    /// Whether the value is the name of an SSM parameter, whose content CloudFormation uses instead.
    pub(super) fn is_looked_up(&self) -> bool {
        self.kind.starts_with("AWS::SSM::Parameter::Value<")
    }

    /// The template's own explanation for a rejected value, in parentheses.
    pub(super) fn description(&self) -> String {
        let text = self.block.get("ConstraintDescription").and_then(Json::as_str);
        text.map_or_else(String::new, |text| format!(" ({text})"))
    }

    /// Why the value is not allowed, if so.
    pub(super) fn violation(&self, value: &str) -> Option<String> {
        let items: Vec<&str> = if self.is_list() {
            value.split(',').map(str::trim).collect()
        } else {
            vec![value]
        };
        if self.kind == "Number" || self.kind == "List<Number>" {
            let not_number = items.iter().find(|item| item.parse::<f64>().is_err());
            if let Some(item) = not_number {
                return Some(if self.is_list() && !self.no_echo {
                    format!("has `{item}`, which is not a number")
                } else {
                    "is not a number".to_owned()
                });
            }
        }
        self.not_allowed(&items)
            .or_else(|| self.out_of_bounds(value))
            .or_else(|| self.not_matching(value))
    }

    fn is_list(&self) -> bool {
        self.kind == "CommaDelimitedList" || self.kind.starts_with("List<")
    }

    fn not_allowed(&self, items: &[&str]) -> Option<String> {
        let allowed = self.block.get("AllowedValues")?.as_array()?;
        let allowed: Vec<String> = allowed.iter().map(as_text).collect::<Option<_>>()?;
        let is_allowed = |item: &&str| {
            allowed
                .iter()
                .any(|allowed| allowed == item || same_number(allowed, item))
        };
        (!items.iter().all(is_allowed)).then(|| format!("is not one of `{}`", allowed.join("`, `")))
    }

    fn out_of_bounds(&self, value: &str) -> Option<String> {
        let bound = |key| as_text(self.block.get(key)?)?.parse::<f64>().ok();
        if self.kind == "Number" {
            let number: f64 = value.parse().ok()?;
            if let Some(least) = bound("MinValue").filter(|least| number < *least) {
                return Some(format!("is below the minimum of {least}"));
            }
            if let Some(most) = bound("MaxValue").filter(|most| number > *most) {
                return Some(format!("is above the maximum of {most}"));
            }
        }
        if self.kind == "String" {
            let length = u32::try_from(value.chars().count()).map_or(f64::INFINITY, f64::from);
            if let Some(least) = bound("MinLength").filter(|least| length < *least) {
                return Some(format!("is shorter than the minimum length of {least}"));
            }
            if let Some(most) = bound("MaxLength").filter(|most| length > *most) {
                return Some(format!("is longer than the maximum length of {most}"));
            }
        }
        None
    }

    fn not_matching(&self, value: &str) -> Option<String> {
        if self.kind != "String" {
            return None;
        }
        let pattern = self.block.get("AllowedPattern")?.as_str()?;
        if is_java_only(pattern) {
            return None;
        }
        let whole = Regex::new(&format!("^(?:{pattern})$")).ok()?;
        whole
            .find(value)
            .is_none()
            .then(|| format!("does not match `{pattern}`"))
    }
}

/// Whether a pattern uses syntax that exists only in Java or has another meaning there.
fn is_java_only(pattern: &str) -> bool {
    const JAVA: [&str; 16] = [
        "\\A", "\\Z", "\\z", "\\G", "\\Q", "\\E", "\\h", "\\H", "\\R", "\\X", "\\p", "\\P", "\\x{", "(?",
        "&&", "[[",
    ];
    let is_possessive = ["++", "*+", "?+", "}+"].iter().any(|text| pattern.contains(text));
    is_possessive || JAVA.iter().any(|text| pattern.replace("(?:", "(").contains(text))
}

/// CloudFormation compares allowed numbers by value, not as text.
fn same_number(one: &str, other: &str) -> bool {
    match (one.parse::<f64>(), other.parse::<f64>()) {
        (Ok(one), Ok(other)) => one.total_cmp(&other).is_eq(),
        _ => false,
    }
}

/// A scalar as the text of a parameter value.
pub(super) fn as_text(value: &Json) -> Option<String> {
    match value {
        Json::String(text) => Some(text.clone()),
        Json::Number(number) => Some(number.to_string()),
        Json::Bool(boolean) => Some(boolean.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(block: &str, value: &str, expected: Option<&str>) {
        let block: Json = serde_yaml::from_str(block).expect("the block is valid YAML");
        let violation = Rules::read(&block).violation(value);
        assert_eq!(violation.as_deref(), expected, "{value}");
    }

    #[test]
    fn numbers_must_be_within_their_bounds() {
        let block = "{Type: Number, MinValue: 1, MaxValue: '10'}";
        check(block, "1", None);
        check(block, "0", Some("is below the minimum of 1"));
        check(block, "10.5", Some("is above the maximum of 10"));
        check(block, "ten", Some("is not a number"));
        check(
            "{Type: List<Number>}",
            "1, 2,x",
            Some("has `x`, which is not a number"),
        );
    }

    #[test]
    fn strings_must_have_the_allowed_length_and_pattern() {
        let block = "{Type: String, MinLength: 2, MaxLength: 3, AllowedPattern: '[a-z]+'}";
        check(block, "ab", None);
        check(block, "a", Some("is shorter than the minimum length of 2"));
        check(block, "abcd", Some("is longer than the maximum length of 3"));
        check(block, "a1", Some("does not match `[a-z]+`"));
    }

    #[test]
    fn each_item_of_a_list_must_be_allowed() {
        let block = "{Type: CommaDelimitedList, AllowedValues: [a, b]}";
        check(block, "a, b", None);
        check(block, "a,c", Some("is not one of `a`, `b`"));
        check("{Type: Number, AllowedValues: [1, 2]}", "2.0", None);
    }

    #[test]
    fn java_only_patterns_are_left_to_cloudformation() {
        check("{Type: String, AllowedPattern: '(?i)[a-z]+'}", "ABC", None);
        check("{Type: String, AllowedPattern: '[a-z]++'}", "1", None);
        check("{Type: String, AllowedPattern: '\\p{Alpha}+'}", "abc", None);
    }
}
