//! The arrows of a state, and the texts in a diagram.

use crate::model::{
    Amount, Comparator, Comparison, Json, Kind, OperandType, Relation, Rule, State, Test, Text, Transition,
    TypeTest, Wait,
};

/// The longest text, in characters.
const LONGEST: usize = 44;

/// An arrow from a state.
pub(super) struct Arrow<'a> {
    /// The target; `None` is the end of the scope.
    pub(super) to: Option<&'a str>,
    /// The whole text, on one line.
    pub(super) label: Option<String>,
    /// Whether the arrow is for an error.
    pub(super) caught: bool,
}

impl<'a> Arrow<'a> {
    const fn new(to: Option<&'a str>, label: Option<String>) -> Self {
        Self {
            to,
            label,
            caught: false,
        }
    }
}

/// The arrows of a state, in the order in which Step Functions tries them.
pub(super) fn arrows(state: &State) -> Vec<Arrow<'_>> {
    let mut arrows = Vec::new();
    match state.kind.transition() {
        Some(Transition::Next(next)) => arrows.push(Arrow::new(Some(next), None)),
        Some(Transition::End) => arrows.push(Arrow::new(None, None)),
        None => {}
    }
    match &state.kind {
        Kind::Choice(choice) => {
            arrows.extend(
                choice
                    .rules
                    .iter()
                    .map(|rule| Arrow::new(Some(&rule.next), Some(condition(rule)))),
            );
            let default = choice.default.iter();
            arrows.extend(default.map(|default| Arrow::new(Some(default), Some("otherwise".to_owned()))));
        }
        Kind::Succeed | Kind::Fail(_) => arrows.push(Arrow::new(None, None)),
        _ => {}
    }
    if let Some(recovery) = state.kind.recovery() {
        arrows.extend(recovery.catch.iter().map(|catcher| {
            let names = catcher.error_equals.iter().map(|error| match error.as_str() {
                "States.ALL" => "any error",
                name => name.strip_prefix("States.").unwrap_or(name),
            });
            Arrow {
                to: Some(&catcher.next),
                label: Some(names.collect::<Vec<_>>().join(", ")),
                caught: true,
            }
        }));
    }
    arrows
}

/// What a state does, in a few words for the line below its name.
pub(super) fn caption(state: &State) -> Option<String> {
    let text = match &state.kind {
        Kind::Task(task) => match task.resource.split_once(":states:::") {
            Some((_, call)) => call.to_owned(),
            None => task.resource.rsplit(':').next().unwrap_or_default().to_owned(),
        },
        Kind::Wait(Wait::Seconds(Amount::Number(seconds), _)) => format!("{seconds} s"),
        Kind::Wait(Wait::Seconds(Amount::Expression(text) | Amount::Path(text), _)) => {
            format!("{} s", bare(text))
        }
        Kind::Wait(Wait::Timestamp(Text::Value(text) | Text::Path(text), _)) => {
            format!("until {}", bare(text))
        }
        Kind::Fail(fail) => match &fail.error {
            Some(Text::Value(text) | Text::Path(text)) => bare(text).to_owned(),
            None => return None,
        },
        Kind::Parallel(_) | Kind::Map(_) | Kind::Choice(_) | Kind::Pass(_) | Kind::Succeed => return None,
    };
    Some(shorten(&text))
}

/// The title of the frame around branches or an item processor.
pub(super) fn title(name: &str, state: &State) -> String {
    match &state.kind {
        Kind::Map(map) if map.processor.mode.is_distributed() => {
            format!("{name}: for each item, distributed")
        }
        Kind::Map(_) => format!("{name}: for each item"),
        _ => format!("{name}: in parallel"),
    }
}

fn condition(rule: &Rule) -> String {
    one_line(&match &rule.test {
        Test::Condition(Json::String(text)) => bare(text).to_owned(),
        Test::Condition(other) => other.to_string(),
        Test::Comparison(comparison) => compared(comparison),
    })
}

fn compared(comparison: &Comparison) -> String {
    let joined = |parts: &[Comparison], word: &str| parts.iter().map(compared).collect::<Vec<_>>().join(word);
    match comparison {
        Comparison::And(parts) => joined(parts, " and "),
        Comparison::Or(parts) => joined(parts, " or "),
        Comparison::Not(inner) => format!("not ({})", compared(inner)),
        Comparison::Compare {
            variable,
            comparator,
            operand,
        } => {
            let operand = match (comparator, operand) {
                (
                    Comparator::Relation { by_path: true, .. }
                    | Comparator::Relation {
                        operands: OperandType::Timestamp,
                        ..
                    },
                    Json::String(text),
                ) => text.clone(),
                _ => operand.to_string(),
            };
            match comparator {
                Comparator::Relation { relation, .. } => {
                    format!("{variable} {} {operand}", symbol(*relation))
                }
                Comparator::StringMatches => format!("{variable} is like {operand}"),
                Comparator::Is(test) => {
                    let not = if operand == "true" { "" } else { "not " };
                    format!("{variable} is {not}{}", kind(*test))
                }
            }
        }
    }
}

const fn symbol(relation: Relation) -> &'static str {
    match relation {
        Relation::Equals => "=",
        Relation::LessThan => "<",
        Relation::GreaterThan => ">",
        Relation::LessThanEquals => "≤",
        Relation::GreaterThanEquals => "≥",
    }
}

const fn kind(test: TypeTest) -> &'static str {
    match test {
        TypeTest::Present => "present",
        TypeTest::Null => "null",
        TypeTest::Numeric => "a number",
        TypeTest::String => "a string",
        TypeTest::Boolean => "a boolean",
        TypeTest::Timestamp => "a timestamp",
    }
}

/// An expression without its delimiters, on one line.
fn bare(text: &str) -> &str {
    text.strip_prefix("{%")
        .and_then(|text| text.strip_suffix("%}"))
        .map_or(text, str::trim)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text as the diagram shows it.
pub(super) fn shorten(text: &str) -> String {
    let line = one_line(text).replace("$states.input", "input");
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line,
    }
}
