//! Decides whether conditions can be true, or false, at the same time.
//!
//! Conditions depend on parameters, so the solver tries every combination of relevant parameter values. It understands
//! comparisons of a parameter with a string only; for anything else the answer is "unknown".

use std::collections::{BTreeMap, BTreeSet};

use super::parameters::as_text;
use crate::{intrinsic_call::intrinsic_call, template::Template, value::Json};

/// Upper bound on the tests of one question; beyond it the answer is "unknown". Conditions refer to one another, so a few
/// lines may expand to a huge number of tests, or endlessly in a cycle. A test is counted each time it is reached.
const MAX_TESTS: usize = 1_000;

/// Upper bound on the tests evaluated for one question, over all combinations of parameter values.
const MAX_STEPS: usize = 1 << 16;

/// Upper bound on the tests evaluated for all questions about one template.
const MAX_TOTAL_STEPS: usize = 1 << 21;

/// Answers questions about the conditions of one template.
pub(super) struct ConditionSolver<'a> {
    template: &'a Template,
    answers: BTreeMap<Vec<(&'a str, bool)>, Option<bool>>,
    steps_left: usize,
}

impl<'a> ConditionSolver<'a> {
    pub(super) fn new(template: &'a Template) -> Self {
        Self {
            template,
            answers: BTreeMap::new(),
            steps_left: MAX_TOTAL_STEPS,
        }
    }

    /// Whether some parameter values give each of the conditions its expected value; `None` if that is unknown.
    pub(super) fn can_hold(&mut self, expected: &[(&'a str, bool)]) -> Option<bool> {
        if let Some(answer) = self.answers.get(expected) {
            return *answer;
        }
        let answer = solve(self.template, expected, &mut self.steps_left);
        self.answers.insert(expected.to_vec(), answer);
        answer
    }

    /// Whether the defaults of the parameters give each of the conditions its expected value; `false` if that is unknown.
    pub(super) fn holds_by_default(&mut self, expected: &[(&'a str, bool)]) -> bool {
        let defaults = self.template.parameters.iter();
        let defaults: BTreeMap<&str, String> = defaults
            .filter_map(|(name, parameter)| Some((name.as_str(), as_text(parameter.get("Default")?)?)))
            .collect();
        let values = defaults
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        expected.iter().all(|(condition, expected)| {
            // Counts the tests, which a cycle of conditions would repeat endlessly.
            let mut tests_left = MAX_TESTS;
            let understood = self.template.conditions.get(*condition).and_then(|expression| {
                count_tests(self.template, expression, &mut tests_left)?;
                evaluate(self.template, expression, &values)
            });
            let tests = MAX_TESTS - tests_left;
            self.steps_left = self.steps_left.saturating_sub(tests);
            self.steps_left > 0 && understood == Some(*expected)
        })
    }
}

/// Counts the tests of a condition; `None` if there are more than `tests_left`, or if it is not understood.
fn count_tests(template: &Template, expression: &Json, tests_left: &mut usize) -> Option<()> {
    *tests_left = tests_left.checked_sub(1)?;
    if expression.is_boolean() {
        return Some(());
    }
    match single_entry(expression)? {
        ("Condition", Json::String(name)) => {
            count_tests(template, template.conditions.get(name)?, tests_left)
        }
        ("Fn::And" | "Fn::Or" | "Fn::Not", Json::Array(operands)) => operands
            .iter()
            .try_for_each(|operand| count_tests(template, operand, tests_left)),
        _ => Some(()),
    }
}

fn solve(template: &Template, expected: &[(&str, bool)], steps_left: &mut usize) -> Option<bool> {
    let mut parameters = BTreeMap::new();
    let mut tests_left = MAX_TESTS;
    let understood = expected.iter().try_for_each(|(condition, _)| {
        let expression = template.conditions.get(*condition)?;
        collect_comparisons(template, expression, &mut parameters, &mut tests_left)
    });
    let tests = MAX_TESTS - tests_left;
    *steps_left = steps_left.checked_sub(tests)?;
    understood?;
    let choices: Vec<(&str, Vec<String>)> = parameters
        .into_iter()
        .map(|(name, compared)| (name, possible_values(template, name, compared)))
        .collect();
    let combinations = choices
        .iter()
        .try_fold(1_usize, |product, (_, values)| product.checked_mul(values.len()))
        .filter(|combinations| combinations.saturating_mul(tests) <= MAX_STEPS)?;
    *steps_left = steps_left.checked_sub(combinations * tests)?;
    for index in 0..combinations {
        let values = nth_combination(&choices, index);
        let mut as_expected = true;
        for (condition, expected) in expected {
            as_expected &= evaluate(template, template.conditions.get(*condition)?, &values)? == *expected;
        }
        if as_expected {
            return Some(true);
        }
    }
    Some(false)
}

/// Adds the parameters that a condition reads, each with the strings that it is compared with.
fn collect_comparisons<'a>(
    template: &'a Template,
    expression: &'a Json,
    parameters: &mut BTreeMap<&'a str, BTreeSet<String>>,
    tests_left: &mut usize,
) -> Option<()> {
    *tests_left = tests_left.checked_sub(1)?;
    if expression.is_boolean() {
        return Some(());
    }
    match single_entry(expression)? {
        ("Condition", Json::String(name)) => {
            collect_comparisons(template, template.conditions.get(name)?, parameters, tests_left)
        }
        ("Fn::And" | "Fn::Or" | "Fn::Not", Json::Array(operands)) => operands
            .iter()
            .try_for_each(|operand| collect_comparisons(template, operand, parameters, tests_left)),
        ("Fn::Equals", Json::Array(operands)) => {
            let [left, right] = operands.as_slice() else {
                return None;
            };
            match (Operand::from_json(left)?, Operand::from_json(right)?) {
                (Operand::Parameter(name), Operand::Text(text))
                | (Operand::Text(text), Operand::Parameter(name)) => {
                    parameters.entry(name).or_default().insert(text);
                }
                (Operand::Text(_), Operand::Text(_)) => {}
                (Operand::Parameter(_), Operand::Parameter(_)) => return None,
            }
            Some(())
        }
        _ => None,
    }
}

/// The values to try for a parameter: its `AllowedValues`, or the strings that it is compared with and one other.
fn possible_values(template: &Template, name: &str, compared: BTreeSet<String>) -> Vec<String> {
    let allowed = template
        .parameters
        .get(name)
        .and_then(|parameter| parameter.get("AllowedValues")?.as_array());
    match allowed {
        Some(allowed) => allowed.iter().filter_map(as_text).collect(),
        None => compared.into_iter().chain([OTHER_VALUE.to_owned()]).collect(),
    }
}

/// A value that no template compares a parameter with.
const OTHER_VALUE: &str = "\0";

fn nth_combination<'a>(
    choices: &'a [(&'a str, Vec<String>)],
    mut index: usize,
) -> BTreeMap<&'a str, &'a str> {
    choices
        .iter()
        .filter(|(_, values)| !values.is_empty())
        .map(|(name, values)| {
            let value = &values[index % values.len()];
            index /= values.len();
            (*name, value.as_str())
        })
        .collect()
}

/// The result of a condition for these parameter values; `None` if it is not understood.
fn evaluate(template: &Template, expression: &Json, values: &BTreeMap<&str, &str>) -> Option<bool> {
    let inner = |operand: &Json| evaluate(template, operand, values);
    if let Json::Bool(always) = expression {
        return Some(*always);
    }
    match single_entry(expression)? {
        ("Condition", Json::String(name)) => inner(template.conditions.get(name)?),
        ("Fn::And", Json::Array(operands)) => operands
            .iter()
            .try_fold(true, |all, operand| Some(all & inner(operand)?)),
        ("Fn::Or", Json::Array(operands)) => operands
            .iter()
            .try_fold(false, |any, operand| Some(any | inner(operand)?)),
        ("Fn::Not", Json::Array(operands)) => Some(!inner(operands.first()?)?),
        ("Fn::Equals", Json::Array(operands)) => {
            let text = |operand: &Json| match Operand::from_json(operand)? {
                Operand::Parameter(name) => values.get(name).map(|value| (*value).to_owned()),
                Operand::Text(text) => Some(text),
            };
            Some(text(operands.first()?)? == text(operands.get(1)?)?)
        }
        _ => None,
    }
}

/// An operand of `Fn::Equals`.
enum Operand<'a> {
    Parameter(&'a str),
    Text(String),
}

impl<'a> Operand<'a> {
    fn from_json(value: &'a Json) -> Option<Self> {
        match value {
            Json::Object(map) => match intrinsic_call(map)? {
                ("Ref", Json::String(name)) => Some(Self::Parameter(name)),
                _ => None,
            },
            scalar => as_text(scalar).map(Self::Text),
        }
    }
}

/// The key and the value of a map with one entry.
fn single_entry(expression: &Json) -> Option<(&str, &Json)> {
    let mut entries = expression.as_object()?.iter();
    let (name, argument) = entries.next()?;
    entries.next().is_none().then_some((name.as_str(), argument))
}

#[cfg(test)]
mod tests {
    use super::ConditionSolver;
    use crate::Template;

    #[test]
    fn conditions_on_different_parameters_are_independent() {
        check("A: !Equals [!Ref P, a]\n  B: !Equals [!Ref Q, b]", Some(true));
    }

    #[test]
    fn a_parameter_has_one_value() {
        check("A: !Equals [!Ref P, a]\n  B: !Equals [!Ref P, b]", Some(false));
        check("A: !Equals [!Ref P, a]\n  B: !Not [!Condition A]", Some(false));
        check(
            "A: !Equals [!Ref P, a]\n  B: !Or [!Condition A, !Equals [!Ref P, b]]",
            Some(true),
        );
    }

    #[test]
    fn a_parameter_has_one_of_its_allowed_values() {
        check(
            "A: !Equals [!Ref OneOrTwo, one]\n  B: !Not [!Equals [!Ref OneOrTwo, two]]",
            Some(true),
        );
        check(
            "A: !Not [!Equals [!Ref OneOrTwo, one]]\n  B: !Not [!Equals [!Ref OneOrTwo, two]]",
            Some(false),
        );
    }

    #[test]
    fn other_tests_and_cyclic_conditions_are_unknown() {
        check(
            "A: !Equals [!FindInMap [M, !Ref P, k], a]\n  B: !Equals [!Ref P, b]",
            None,
        );
        check("A: !Equals [!Ref P, !Ref Q]\n  B: !Equals [!Ref P, b]", None);
        check("A: !Not [!Condition B]\n  B: !Not [!Condition A]", None);
        check("A: !Equals [!Ref P, a]", None);
    }

    #[test]
    fn conditions_that_expand_to_too_many_tests_are_unknown() {
        let ten = |next: u32| vec![format!("!Condition C{next}"); 10].join(", ");
        let tower: Vec<String> = (0..13)
            .map(|level| format!("C{level}: !And [{}]", ten(level + 1)))
            .collect();
        check(
            &format!(
                "A: !Condition C0\n  B: !Equals [!Ref P, a]\n  C13: !Equals [!Ref P, a]\n  {}",
                tower.join("\n  ")
            ),
            None,
        );
    }

    #[test]
    fn the_tests_for_one_template_are_limited() {
        let equals = |value| format!("!Equals [!Ref P, {value}]");
        let template = format!(
            "Parameters: {{P: {{Type: String}}}}\nConditions: {{A: {}, B: {}, C: {}}}\n",
            equals("a"),
            equals("b"),
            equals("c")
        );
        let template = Template::from_yaml(&template).unwrap();
        // Two tests, each evaluated for three values.
        let mut solver = ConditionSolver {
            steps_left: 8,
            ..ConditionSolver::new(&template)
        };
        assert_eq!(solver.can_hold(&[("A", true), ("B", true)]), Some(false));
        assert_eq!(solver.can_hold(&[("A", true), ("C", true)]), None);
        assert_eq!(solver.can_hold(&[("A", true), ("B", true)]), Some(false));
    }

    #[test]
    fn the_defaults_decide_conditions() {
        let check = |conditions: &str, expected: bool| {
            let template = format!(
                "Parameters: {{P: {{Type: String, Default: a}}, Q: {{Type: String, Default: a}}, R: {{Type: String}}}}\n\
                 Conditions:\n  {conditions}\n"
            );
            let template = Template::from_yaml(&template).unwrap();
            let holds = ConditionSolver::new(&template).holds_by_default(&[("A", true)]);
            assert_eq!(holds, expected, "{conditions}");
        };
        check("A: !Equals [!Ref P, a]", true);
        check("A: !Equals [!Ref P, b]", false);
        check("A: !Equals [!Ref P, !Ref Q]", true);
        check("A: !Not [!Condition B]\n  B: !Equals [!Ref P, b]", true);
        check("A: !Equals [!Ref R, a]", false);
        check("A: !Not [!Equals [!Ref R, a]]", false);
        check("A: !Not [!Condition B]\n  B: !Not [!Condition A]", false);
    }

    #[track_caller]
    fn check(conditions: &str, expected: Option<bool>) {
        let template = format!(
            "Parameters: {{P: {{Type: String}}, Q: {{Type: String}}, \
             OneOrTwo: {{Type: String, AllowedValues: [one, two]}}}}\nConditions:\n  {conditions}\n"
        );
        let template = Template::from_yaml(&template).unwrap();
        let mut solver = ConditionSolver::new(&template);
        assert_eq!(solver.can_hold(&[("A", true), ("B", true)]), expected);
    }
}
