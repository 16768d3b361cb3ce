//! Evaluates the conditional rules of the schemas.
//!
//! A value that is known at deployment only makes a condition unknown. Only what certainly breaks a rule is reported.

use infra_gen_schema::{Predicate, TextShape};

use crate::{
    check::{
        query::{all_of, is_resolved_later, quoted},
        scenario::{Resolved, Scenario},
    },
    finding::Segment,
    intrinsic_call::{is_complete, is_function_key},
    value::Json,
};

use super::{Properties, Shown, formats, pattern::Patterns};

/// Whether a condition holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Truth {
    Yes,
    No,
    Unknown,
}

impl From<bool> for Truth {
    fn from(holds: bool) -> Self {
        if holds { Self::Yes } else { Self::No }
    }
}

impl Truth {
    fn not(self) -> Self {
        match self {
            Self::Yes => Self::No,
            Self::No => Self::Yes,
            Self::Unknown => Self::Unknown,
        }
    }

    fn all(all: impl IntoIterator<Item = Self>) -> Self {
        let mut truth = Self::Yes;
        for one in all {
            match one {
                Self::No => return Self::No,
                Self::Unknown => truth = Self::Unknown,
                Self::Yes => {}
            }
        }
        truth
    }

    fn any(any: impl IntoIterator<Item = Self>) -> Self {
        Self::all(any.into_iter().map(Self::not)).not()
    }
}

/// A rule that is broken: where, from the object of the rule, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Violation {
    pub(super) path: Vec<Segment>,
    pub(super) message: String,
    pub(super) hint: String,
}

impl Violation {
    /// A violation by the object as a whole.
    pub(super) fn here(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self {
            path: Vec::new(),
            message: message.into(),
            hint: hint.into(),
        }
    }
}

/// How an object breaks a rule in a scenario; nothing if it follows the rule or may follow it.
pub(super) fn violations<'t>(
    rule: &'static Predicate,
    properties: &'t Properties,
    scenario: &Scenario<'t>,
    patterns: &mut Patterns,
) -> Vec<Violation> {
    let mut evaluation = Evaluation { scenario, patterns };
    let value = Resolved::Object(properties);
    if evaluation.holds(rule, value) != Truth::No {
        return Vec::new();
    }
    let mut found = Vec::new();
    evaluation.explain(rule, value, &[], "", &mut found);
    found
}

struct Evaluation<'s, 't> {
    scenario: &'s Scenario<'t>,
    patterns: &'s mut Patterns,
}

impl<'t> Evaluation<'_, 't> {
    fn holds(&mut self, predicate: &'static Predicate, value: Resolved<'t>) -> Truth {
        match predicate {
            Predicate::Never => return matches!(value, Resolved::Absent).into_certain(value),
            Predicate::Not(of) => return self.holds(of, value).not(),
            Predicate::All(all) => return Truth::all(self.each(all, value)),
            Predicate::Any(any) => return Truth::any(self.each(any, value)),
            Predicate::One(of) => {
                let truths = self.each(of, value);
                let count = |wanted| truths.iter().filter(|truth| **truth == wanted).count();
                return match (count(Truth::Yes), count(Truth::Unknown)) {
                    (1, 0) => Truth::Yes,
                    (0, 0) | (2.., _) => Truth::No,
                    _ => Truth::Unknown,
                };
            }
            Predicate::If(parts) => {
                let [condition, then, otherwise] = &**parts;
                return match self.holds(condition, value) {
                    Truth::Yes => self.holds(then, value),
                    Truth::No => self.holds(otherwise, value),
                    Truth::Unknown => match (self.holds(then, value), self.holds(otherwise, value)) {
                        (then, otherwise) if then == otherwise => then,
                        _ => Truth::Unknown,
                    },
                };
            }
            _ => {}
        }
        match value {
            Resolved::Absent => Truth::Yes,
            Resolved::Later | Resolved::MaybeAbsent => Truth::Unknown,
            Resolved::Object(properties) => self.object(predicate, properties),
            Resolved::Value(value) => self.value(predicate, value),
        }
    }

    fn each(&mut self, predicates: &'static [Predicate], value: Resolved<'t>) -> Vec<Truth> {
        predicates
            .iter()
            .map(|predicate| self.holds(predicate, value))
            .collect()
    }

    /// A condition on an object that is in the template.
    fn object(&mut self, predicate: &'static Predicate, properties: &'t Properties) -> Truth {
        match predicate {
            Predicate::List | Predicate::Scalar | Predicate::Values(_) => Truth::No,
            Predicate::Present(names) => Truth::all(names.iter().map(|name| self.presence(properties, name))),
            Predicate::Property(name, of) => match self.property(properties, name).0 {
                Resolved::Absent => Truth::Yes,
                value => self.holds(of, value),
            },
            // The condition is about another type of value.
            _ => Truth::Yes,
        }
    }

    /// A condition on a list or a scalar that is in the template.
    fn value(&mut self, predicate: &'static Predicate, value: &'t Json) -> Truth {
        let scalar = scalar(value);
        if let Some(text) = &scalar
            && is_resolved_later(text)
            && !matches!(predicate, Predicate::List | Predicate::Object | Predicate::Scalar)
        {
            return Truth::Unknown;
        }
        match (predicate, value) {
            (Predicate::List, _) => value.is_array().into(),
            (Predicate::Object, _) => Truth::No,
            (Predicate::Scalar, _) => scalar.is_some().into(),
            (Predicate::Values(values), _) => {
                // Many services ignore the case.
                let is_listed = |text: String| values.iter().any(|value| value.eq_ignore_ascii_case(&text));
                scalar.is_some_and(is_listed).into()
            }
            (Predicate::Items(of), Json::Array(items)) => {
                let items: Vec<Truth> = items.iter().map(|item| self.item(of, item, Truth::Yes)).collect();
                Truth::all(items)
            }
            (Predicate::Contains(of), Json::Array(items)) => {
                let items: Vec<Truth> = items.iter().map(|item| self.item(of, item, Truth::No)).collect();
                Truth::any(items)
            }
            (Predicate::Length(length), Json::Array(items)) => {
                let (mut least, mut most) = (0_u64, 0_u64);
                for item in items {
                    match self.scenario.resolve(item).0 {
                        Resolved::Absent => {}
                        Resolved::MaybeAbsent => most += 1,
                        Resolved::Later | Resolved::Object(_) | Resolved::Value(_) => {
                            least += 1;
                            most += 1;
                        }
                    }
                }
                let min = length.min.unwrap_or(0);
                let max = length.max.unwrap_or(u64::MAX);
                if most < min || least > max {
                    Truth::No
                } else if least >= min && most <= max {
                    Truth::Yes
                } else {
                    Truth::Unknown
                }
            }
            (Predicate::Pattern(pattern), _) => scalar
                .is_none_or(|text| self.patterns.is_match(pattern, &text))
                .into(),
            (Predicate::Form(format), Json::String(text)) => {
                let shape = TextShape {
                    formats: vec![*format],
                    ..TextShape::ANY
                };
                formats::violation(&shape, text, "", self.patterns)
                    .is_none()
                    .into()
            }
            (Predicate::Range(range), _) => number(value)
                .is_none_or(|number| {
                    range.min.is_none_or(|min| number >= min) && range.max.is_none_or(|max| number <= max)
                })
                .into(),
            (Predicate::Above(bound), _) => number(value).is_none_or(|number| number > *bound).into(),
            (Predicate::MultipleOf(step), _) => number(value)
                .is_none_or(|number| (number / step).fract().abs() < f64::EPSILON)
                .into(),
            // The condition is about another type of value.
            _ => Truth::Yes,
        }
    }

    fn item(&mut self, of: &'static Predicate, item: &'t Json, if_absent: Truth) -> Truth {
        match self.scenario.resolve(item).0 {
            Resolved::Absent => if_absent,
            value => self.holds(of, value),
        }
    }

    fn property(&self, properties: &'t Properties, name: &str) -> (Resolved<'t>, Vec<Segment>) {
        match properties.get(name) {
            Some(value) => self.scenario.resolve(value),
            // A macro or a loop may add it.
            None if !is_complete(properties) => (Resolved::MaybeAbsent, Vec::new()),
            None => (Resolved::Absent, Vec::new()),
        }
    }

    fn presence(&self, properties: &'t Properties, name: &str) -> Truth {
        match self.property(properties, name).0 {
            Resolved::Absent => Truth::No,
            Resolved::MaybeAbsent => Truth::Unknown,
            Resolved::Later | Resolved::Object(_) | Resolved::Value(_) => Truth::Yes,
        }
    }

    /// Adds how `value` breaks `predicate`, which does not hold. `when` says under which condition it should.
    fn explain(
        &mut self,
        predicate: &'static Predicate,
        value: Resolved<'t>,
        path: &[Segment],
        when: &str,
        found: &mut Vec<Violation>,
    ) {
        match (predicate, value) {
            (Predicate::All(all), _) => {
                for one in all {
                    if self.holds(one, value) == Truth::No {
                        self.explain(one, value, path, when, found);
                    }
                }
            }
            (Predicate::If(parts), _) => {
                let [condition, then, otherwise] = &**parts;
                match self.holds(condition, value) {
                    Truth::Yes => {
                        let outer = self.describe(condition, value).map(|text| format!(" if {text}"));
                        self.explain(then, value, path, outer.as_deref().unwrap_or(when), found);
                    }
                    Truth::No => self.explain(otherwise, value, path, when, found),
                    Truth::Unknown => self.explain(then, value, path, when, found),
                }
            }
            (Predicate::Property(name, of), Resolved::Object(properties)) => {
                let (value, steps) = self.property(properties, name);
                let mut path = path.to_vec();
                path.push(Segment::Key((*name).to_owned()));
                path.extend(steps);
                self.explain(of, value, &path, when, found);
            }
            (Predicate::Items(of), Resolved::Value(Json::Array(items))) => {
                for (i, item) in items.iter().enumerate() {
                    if self.item(of, item, Truth::Yes) == Truth::No {
                        let (value, steps) = self.scenario.resolve(item);
                        let mut path = path.to_vec();
                        path.push(Segment::Index(i));
                        path.extend(steps);
                        self.explain(of, value, &path, when, found);
                    }
                }
            }
            _ => {
                let (message, hint) = self.problem(predicate, value, path);
                found.push(Violation {
                    path: path.to_vec(),
                    message: format!("{message}{when}"),
                    hint,
                });
            }
        }
    }

    /// How `value` breaks a condition on itself, and how to fix it.
    fn problem(
        &self,
        predicate: &'static Predicate,
        value: Resolved<'t>,
        path: &[Segment],
    ) -> (String, String) {
        let add = |message: String, hint: &str| (message, hint.to_owned());
        match (predicate, value) {
            (Predicate::Never, _) => {
                let name = path.iter().rev().find_map(|segment| match segment {
                    Segment::Key(name) if !is_function_key(name) => Some(name.as_str()),
                    _ => None,
                });
                add(
                    match name {
                        Some(name) => format!("`{name}` is not allowed"),
                        None => "this combination is not allowed".to_owned(),
                    },
                    "remove it",
                )
            }
            (Predicate::Present(names), Resolved::Object(properties)) => {
                let missing = names
                    .iter()
                    .copied()
                    .filter(|name| self.presence(properties, name) == Truth::No);
                let missing: Vec<&str> = missing.collect();
                let verb = if missing.len() == 1 { "is" } else { "are" };
                add(format!("{} {verb} required", all_of(missing)), "add it")
            }
            (Predicate::Values(values), Resolved::Value(value)) => add(
                format!("{} is not allowed", Shown(value)),
                &format!("use one of {}", quoted(values.iter().copied().take(8))),
            ),
            (Predicate::Range(range), Resolved::Value(value)) => {
                let bounds = match (range.min, range.max) {
                    (Some(min), Some(max)) => format!("between {min} and {max}"),
                    (Some(min), None) => format!("at least {min}"),
                    (None, Some(max)) => format!("at most {max}"),
                    (None, None) => "a number".to_owned(),
                };
                add(format!("{} must be {bounds}", Shown(value)), "change it")
            }
            (Predicate::Above(bound), Resolved::Value(value)) => add(
                format!("{} must be more than {bound}", Shown(value)),
                "increase it",
            ),
            (Predicate::MultipleOf(step), Resolved::Value(value)) => add(
                format!("{} must be a multiple of {step}", Shown(value)),
                "change it",
            ),
            (Predicate::Length(length), _) => {
                let message = match (length.min, length.max) {
                    (Some(min), _) => format!("the list needs at least {min} items"),
                    (None, max) => format!("the list may have at most {} items", max.unwrap_or_default()),
                };
                add(message, "change the list")
            }
            (Predicate::Pattern(pattern), Resolved::Value(value)) => add(
                format!("{} does not match `{pattern}`", Shown(value)),
                "write the value in that form",
            ),
            (Predicate::Form(format), Resolved::Value(value)) => add(
                format!("{} is not {}", Shown(value), formats::article(*format)),
                "refer to one, or write its ARN",
            ),
            (Predicate::Not(of), Resolved::Object(properties)) => {
                let present: Vec<&str> = names(of)
                    .into_iter()
                    .filter(|name| properties.contains_key(*name))
                    .collect();
                add(format!("{} is not allowed", all_of(present)), "remove it")
            }
            (Predicate::Any(any) | Predicate::One(any), _) => {
                let mut all: Vec<&str> = any.iter().flat_map(names).collect();
                all.sort_unstable();
                all.dedup();
                let alternatives: Option<Vec<String>> = any
                    .iter()
                    .map(|one| match one {
                        Predicate::Present(names) => Some(all_of(names.iter().copied())),
                        _ => None,
                    })
                    .collect();
                match alternatives {
                    Some(alternatives) => add(
                        "no required combination of properties is complete".to_owned(),
                        &format!("set {}", alternatives.join(", or ")),
                    ),
                    None => add(
                        format!("the values of {} do not fit together", all_of(all)),
                        "see the combinations in the reference of the resource type",
                    ),
                }
            }
            (Predicate::Contains(of), _) => add(
                format!(
                    "no item of the list has the required value of {}",
                    all_of(names(of))
                ),
                "change it in one of them",
            ),
            _ => add("this value is not allowed".to_owned(), "change it"),
        }
    }

    /// The condition in words, with the values that fulfil it.
    fn describe(&mut self, condition: &'static Predicate, value: Resolved<'t>) -> Option<String> {
        let Resolved::Object(properties) = value else {
            return None;
        };
        let mut parts = Vec::new();
        for name in names(condition) {
            let (value, _) = self.property(properties, name);
            let part = match value {
                Resolved::Value(value) if scalar(value).is_some() => format!("`{name}` is {}", Shown(value)),
                Resolved::Absent => format!("`{name}` is missing"),
                _ => format!("`{name}` is set"),
            };
            if !parts.contains(&part) {
                parts.push(part);
            }
        }
        (!parts.is_empty()).then(|| parts.join(" and "))
    }
}

trait IntoCertain {
    /// A value that exists is certainly not absent; one that may be absent is unknown.
    fn into_certain(self, value: Resolved<'_>) -> Truth;
}

impl IntoCertain for bool {
    fn into_certain(self, value: Resolved<'_>) -> Truth {
        match value {
            Resolved::MaybeAbsent => Truth::Unknown,
            _ => self.into(),
        }
    }
}

/// The properties of an object that a condition is about, in order.
fn names(predicate: &'static Predicate) -> Vec<&'static str> {
    let mut found: Vec<&'static str> = match predicate {
        Predicate::Present(names) => names.to_vec(),
        Predicate::Property(name, _) => vec![*name],
        Predicate::Not(of) => names(of),
        Predicate::All(all) | Predicate::Any(all) | Predicate::One(all) => {
            all.iter().flat_map(names).collect()
        }
        _ => Vec::new(),
    };
    let mut seen = Vec::new();
    found.retain(|name| {
        let is_new = !seen.contains(name);
        seen.push(*name);
        is_new
    });
    found
}

/// A string, number or boolean as text.
fn scalar(value: &Json) -> Option<String> {
    match value {
        Json::String(text) => Some(text.clone()),
        Json::Number(_) | Json::Bool(_) => Some(value.to_string()),
        _ => None,
    }
}

fn number(value: &Json) -> Option<f64> {
    match value {
        Json::Number(number) => number.as_f64(),
        Json::String(text) => text.parse().ok(),
        _ => None,
    }
}
