//! Whether conditions can hold, and not hold, at the same time.
//!
//! A condition is decided by the parameters: each choice of their values is a world. Only tests that compare a parameter
//! with a text are understood; of anything else nothing is claimed.

use std::collections::{BTreeMap, BTreeSet};

use super::parameters::as_text;
use crate::{call::call, template::Template, value::Json};

/// Beyond so many tests, each counted as often as it is met, nothing is claimed. Conditions are made of one another: what a
/// few lines say may be a great many tests, or, in a circle, tests without end.
const MOST_TESTS: usize = 1_000;

/// Beyond so many tests in all worlds together nothing is claimed.
const MOST_STEPS: usize = 1 << 16;

/// Beyond so many tests for all questions about a template together nothing is claimed any more.
const MOST_STEPS_IN_ALL: usize = 1 << 21;

/// The worlds of a template.
pub(super) struct Worlds<'a> {
    template: &'a Template,
    asked: BTreeMap<Vec<(&'a str, bool)>, Option<bool>>,
    steps: usize,
}

impl<'a> Worlds<'a> {
    pub(super) fn of(template: &'a Template) -> Self {
        Self {
            template,
            asked: BTreeMap::new(),
            steps: MOST_STEPS_IN_ALL,
        }
    }

    /// Whether there is a world where each of the conditions holds, or does not, as `wanted`; `None` where that cannot be
    /// told.
    pub(super) fn any(&mut self, wanted: &[(&'a str, bool)]) -> Option<bool> {
        if let Some(answer) = self.asked.get(wanted) {
            return *answer;
        }
        let answer = any(self.template, wanted, &mut self.steps);
        self.asked.insert(wanted.to_vec(), answer);
        answer
    }
}

fn any(template: &Template, wanted: &[(&str, bool)], steps: &mut usize) -> Option<bool> {
    let mut parameters = BTreeMap::new();
    let mut left = MOST_TESTS;
    let known = wanted.iter().try_for_each(|(condition, _)| {
        let tested = template.conditions.get(*condition)?;
        collect(template, tested, &mut parameters, &mut left)
    });
    let tests = MOST_TESTS - left;
    *steps = steps.checked_sub(tests)?;
    known?;
    let choices: Vec<(&str, Vec<String>)> = parameters
        .into_iter()
        .map(|(name, compared)| (name, values(template, name, compared)))
        .collect();
    let worlds = choices
        .iter()
        .try_fold(1_usize, |worlds, (_, values)| worlds.checked_mul(values.len()))
        .filter(|worlds| worlds.saturating_mul(tests) <= MOST_STEPS)?;
    *steps = steps.checked_sub(worlds * tests)?;
    for world in 0..worlds {
        let world = nth(&choices, world);
        let mut as_wanted = true;
        for (condition, holding) in wanted {
            as_wanted &= holds(template, template.conditions.get(*condition)?, &world)? == *holding;
        }
        if as_wanted {
            return Some(true);
        }
    }
    Some(false)
}

/// The parameters that a test looks at, each with the texts that it is compared with. `left` is how many tests may be met yet.
fn collect<'a>(
    template: &'a Template,
    tested: &'a Json,
    parameters: &mut BTreeMap<&'a str, BTreeSet<String>>,
    left: &mut usize,
) -> Option<()> {
    *left = left.checked_sub(1)?;
    match parts(tested)? {
        ("Condition", Json::String(name)) => {
            collect(template, template.conditions.get(name)?, parameters, left)
        }
        ("Fn::And" | "Fn::Or" | "Fn::Not", Json::Array(inner)) => inner
            .iter()
            .try_for_each(|part| collect(template, part, parameters, left)),
        ("Fn::Equals", Json::Array(sides)) => {
            let [left, right] = sides.as_slice() else {
                return None;
            };
            match (Side::of(left)?, Side::of(right)?) {
                (Side::Parameter(name), Side::Text(text)) | (Side::Text(text), Side::Parameter(name)) => {
                    parameters.entry(name).or_default().insert(text);
                }
                (Side::Text(_), Side::Text(_)) => {}
                (Side::Parameter(_), Side::Parameter(_)) => return None,
            }
            Some(())
        }
        _ => None,
    }
}

/// What a parameter may be: what it is allowed to be, or what it is compared with and something else.
fn values(template: &Template, name: &str, compared: BTreeSet<String>) -> Vec<String> {
    let allowed = template
        .parameters
        .get(name)
        .and_then(|parameter| parameter.get("AllowedValues")?.as_array());
    match allowed {
        Some(allowed) => allowed.iter().filter_map(as_text).collect(),
        None => compared.into_iter().chain([NO_TEXT.to_owned()]).collect(),
    }
}

/// A value that nobody compares anything with.
const NO_TEXT: &str = "\0";

fn nth<'a>(choices: &'a [(&'a str, Vec<String>)], mut number: usize) -> BTreeMap<&'a str, &'a str> {
    choices
        .iter()
        .filter(|(_, values)| !values.is_empty())
        .map(|(name, values)| {
            let value = &values[number % values.len()];
            number /= values.len();
            (*name, value.as_str())
        })
        .collect()
}

/// Whether a test holds in a world; `None` where it is not understood.
fn holds(template: &Template, tested: &Json, world: &BTreeMap<&str, &str>) -> Option<bool> {
    let inner = |part: &Json| holds(template, part, world);
    match parts(tested)? {
        ("Condition", Json::String(name)) => inner(template.conditions.get(name)?),
        ("Fn::And", Json::Array(parts)) => parts.iter().try_fold(true, |all, part| Some(all & inner(part)?)),
        ("Fn::Or", Json::Array(parts)) => parts.iter().try_fold(false, |any, part| Some(any | inner(part)?)),
        ("Fn::Not", Json::Array(parts)) => Some(!inner(parts.first()?)?),
        ("Fn::Equals", Json::Array(sides)) => {
            let text = |side: &Json| match Side::of(side)? {
                Side::Parameter(name) => world.get(name).map(|value| (*value).to_owned()),
                Side::Text(text) => Some(text),
            };
            Some(text(sides.first()?)? == text(sides.get(1)?)?)
        }
        _ => None,
    }
}

/// One side of `Fn::Equals`.
enum Side<'a> {
    Parameter(&'a str),
    Text(String),
}

impl<'a> Side<'a> {
    fn of(value: &'a Json) -> Option<Self> {
        match value {
            Json::Object(map) => match call(map)? {
                ("Ref", Json::String(name)) => Some(Self::Parameter(name)),
                _ => None,
            },
            scalar => as_text(scalar).map(Self::Text),
        }
    }
}

fn parts(tested: &Json) -> Option<(&str, &Json)> {
    let mut entries = tested.as_object()?.iter();
    let (name, argument) = entries.next()?;
    entries.next().is_none().then_some((name.as_str(), argument))
}

#[cfg(test)]
mod tests {
    use super::Worlds;
    use crate::Template;

    #[test]
    fn conditions_on_different_parameters_hold_in_any_mixture() {
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
    fn a_parameter_keeps_to_what_it_may_be() {
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
    fn of_what_is_not_understood_nothing_is_claimed() {
        check(
            "A: !Equals [!FindInMap [M, !Ref P, k], a]\n  B: !Equals [!Ref P, b]",
            None,
        );
        check("A: !Equals [!Ref P, !Ref Q]\n  B: !Equals [!Ref P, b]", None);
        check("A: !Not [!Condition B]\n  B: !Not [!Condition A]", None);
        check("A: !Equals [!Ref P, a]", None);
    }

    #[test]
    fn a_few_conditions_of_a_great_many_tests_are_given_up() {
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
    fn there_is_an_end_to_the_questions_about_a_template() {
        let equals = |value| format!("!Equals [!Ref P, {value}]");
        let template = format!(
            "Parameters: {{P: {{Type: String}}}}\nConditions: {{A: {}, B: {}, C: {}}}\n",
            equals("a"),
            equals("b"),
            equals("c")
        );
        let template = Template::from_yaml(&template).unwrap();
        // Two tests met, and made in three worlds.
        let mut worlds = Worlds {
            steps: 8,
            ..Worlds::of(&template)
        };
        assert_eq!(worlds.any(&[("A", true), ("B", true)]), Some(false));
        assert_eq!(worlds.any(&[("A", true), ("C", true)]), None);
        assert_eq!(worlds.any(&[("A", true), ("B", true)]), Some(false));
    }

    #[track_caller]
    fn check(conditions: &str, expected: Option<bool>) {
        let template = format!(
            "Parameters: {{P: {{Type: String}}, Q: {{Type: String}}, \
             OneOrTwo: {{Type: String, AllowedValues: [one, two]}}}}\nConditions:\n  {conditions}\n"
        );
        let template = Template::from_yaml(&template).unwrap();
        assert_eq!(Worlds::of(&template).any(&[("A", true), ("B", true)]), expected);
    }
}
