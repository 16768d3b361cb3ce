//! Checks the values of a state.

use infra_gen_cfn::Finding;

use crate::{
    model::{
        Amount, Choice, Comparator, Comparison, Fail, Json, Kind, Map, OperandType, QueryLanguage, State,
        Task, Test, Text, Wait,
    },
    problem::{Location, problem},
    query::{self, timestamp},
    rules::{EXPRESS_INTEGRATION, INVALID_EXPRESSION, INVALID_VALUE, TASK_TOKEN, WRONG_TYPE},
};

use super::{
    data::{self, Stage},
    integration::resource,
    recovery,
};

/// The service's limit for the label of a distributed Map state, in characters.
const MAX_LABEL: usize = 40;

/// `express`: the state is a part of an Express workflow.
pub(super) fn state(state: &State, express: bool, location: &Location, problems: &mut Vec<Finding>) {
    let language = state.data.language();
    let has_result = matches!(state.kind, Kind::Task(_) | Kind::Parallel(_) | Kind::Map(_));
    data::fields(&state.data, has_result, location, problems);
    if let Some(assign) = &state.assign {
        data::assign(
            assign,
            language,
            data::after(has_result),
            &location.field("Assign"),
            problems,
        );
    }
    if let Some(recovery_) = state.kind.recovery() {
        recovery::recovery(recovery_, &state.data, location, problems);
    }
    match &state.kind {
        Kind::Task(task) => self::task(task, state, express, location, problems),
        Kind::Map(map) => self::map(map, language, express, location, problems),
        Kind::Choice(choice) => self::choice(choice, language, location, problems),
        Kind::Wait(Wait::Seconds(seconds, _)) => amount(Some(seconds), "Seconds", location, problems),
        Kind::Wait(Wait::Timestamp(timestamp, _)) => wait_until(timestamp, language, location, problems),
        Kind::Fail(fail) => self::fail(fail, language, location, problems),
        Kind::Parallel(_) | Kind::Pass(_) | Kind::Succeed => {}
    }
}

fn task(task: &Task, state: &State, express: bool, location: &Location, problems: &mut Vec<Finding>) {
    resource(&task.resource, express, &location.field("Resource"), problems);
    amount(task.timeout.as_ref(), "TimeoutSeconds", location, problems);
    amount(task.heartbeat.as_ref(), "HeartbeatSeconds", location, problems);
    if let (Some(Amount::Number(timeout)), Some(Amount::Number(heartbeat))) = (&task.timeout, &task.heartbeat)
        && heartbeat.as_u64() >= timeout.as_u64()
    {
        let message =
            format!("`HeartbeatSeconds` must be less than `TimeoutSeconds` ({timeout}), not {heartbeat}");
        problems.push(problem(
            &INVALID_VALUE,
            &location.field("HeartbeatSeconds"),
            message,
        ));
    }
    if let Some(credentials) = &task.credentials {
        data::template(
            credentials,
            state.data.language(),
            Stage::Before,
            &location.field("Credentials"),
            problems,
        );
    }
    if task.resource.ends_with(".waitForTaskToken") && !passes_on_token(state) {
        let message = "the task waits for a callback but does not pass on its token; add `Task.Token` of the context to its arguments";
        problems.push(problem(&TASK_TOKEN, &location.field("Resource"), message));
    }
}

fn passes_on_token(state: &State) -> bool {
    let sent = match &state.data {
        crate::model::Data::JsonPath(data) => &data.parameters,
        crate::model::Data::Jsonata(data) => &data.arguments,
    };
    // An expression can pass on the token in many ways, for example with the whole context.
    sent.as_ref().is_some_and(|sent| {
        let text = sent.to_string();
        text.contains("Token") || text.contains("$states.context %}") || text.contains("\"$$\"")
    })
}

fn map(map: &Map, language: QueryLanguage, express: bool, location: &Location, problems: &mut Vec<Finding>) {
    if express && map.processor.mode.is_distributed() {
        let message = "an Express workflow cannot have a distributed Map state; use a Standard workflow";
        problems.push(problem(&EXPRESS_INTEGRATION, location, message));
    }
    let template = |value: &Option<Json>, location: Location, problems: &mut Vec<Finding>| {
        if let Some(value) = value {
            data::template(value, language, Stage::Before, &location, problems);
        }
    };
    if let Some(path) = &map.items_path {
        data::path(path, &location.field("ItemsPath"), problems);
    }
    if let Some(items @ (Json::Bool(_) | Json::Number(_) | Json::Null)) = &map.items {
        let message =
            format!("`Items` must be an array, an object or an expression in `{{% %}}`, not `{items}`");
        problems.push(problem(&WRONG_TYPE, &location.field("Items"), message));
    }
    template(&map.items, location.field("Items"), problems);
    template(&map.item_selector, location.field("ItemSelector"), problems);
    if let Some(reader) = &map.reader {
        let here = location.field("ItemReader");
        resource(&reader.resource, false, &here.field("Resource"), problems);
        template(&reader.arguments, here.field(arguments(language)), problems);
        if let Some(config) = &reader.config {
            let here = here.field("ReaderConfig");
            match language {
                QueryLanguage::JsonPath => {
                    if let Some(Json::String(path)) = config.get("MaxItemsPath") {
                        data::path(path, &here.field("MaxItemsPath"), problems);
                    }
                }
                QueryLanguage::Jsonata => data::template(config, language, Stage::Before, &here, problems),
            }
        }
    }
    if let Some(writer) = &map.writer {
        let here = location.field("ResultWriter");
        resource(
            writer.resource.as_deref().unwrap_or_default(),
            false,
            &here.field("Resource"),
            problems,
        );
        template(&writer.arguments, here.field(arguments(language)), problems);
    }
    if let Some(batcher) = &map.batcher {
        let here = location.field("ItemBatcher");
        template(&batcher.input, here.field("BatchInput"), problems);
        amount(batcher.max_items.as_ref(), "MaxItemsPerBatch", &here, problems);
        amount(
            batcher.max_bytes.as_ref(),
            "MaxInputBytesPerBatch",
            &here,
            problems,
        );
    }
    amount(map.max_concurrency.as_ref(), "MaxConcurrency", location, problems);
    amount(
        map.tolerated_count.as_ref(),
        "ToleratedFailureCount",
        location,
        problems,
    );
    amount(
        map.tolerated_percentage.as_ref(),
        "ToleratedFailurePercentage",
        location,
        problems,
    );
    if let Some(label) = &map.label {
        let length = label.chars().count();
        if length == 0
            || length > MAX_LABEL
            || label
                .chars()
                .any(|c| c.is_whitespace() || c.is_control() || "?*<>{}[]:;,\\|^~$#%&`\"".contains(c))
        {
            let message =
                format!("a label must have 1 to {MAX_LABEL} characters and no spaces, brackets or wildcards");
            problems.push(problem(&INVALID_VALUE, &location.field("Label"), message));
        }
    }
}

/// The field with the arguments of a reader or writer.
const fn arguments(language: QueryLanguage) -> &'static str {
    match language {
        QueryLanguage::JsonPath => "Parameters",
        QueryLanguage::Jsonata => "Arguments",
    }
}

fn choice(choice: &Choice, language: QueryLanguage, location: &Location, problems: &mut Vec<Finding>) {
    for (i, rule) in choice.rules.iter().enumerate() {
        let here = location.field("Choices").index(i);
        match &rule.test {
            Test::Condition(Json::String(text)) => {
                if !text.starts_with("{%") {
                    let message = format!("`{text}` is a string, not an expression; write `{{% {text} %}}`");
                    problems.push(problem(&INVALID_EXPRESSION, &here.field("Condition"), message));
                }
                data::expression(text, Stage::Before, &here.field("Condition"), problems);
            }
            Test::Condition(_) => {}
            Test::Comparison(comparison) => self::comparison(comparison, &here, problems),
        }
        if let Some(assign) = &rule.assign {
            data::assign(assign, language, Stage::Before, &here.field("Assign"), problems);
        }
        if let Some(output) = &rule.output {
            data::template(output, language, Stage::Before, &here.field("Output"), problems);
        }
    }
}

fn comparison(comparison_: &Comparison, location: &Location, problems: &mut Vec<Finding>) {
    match comparison_ {
        Comparison::And(parts) | Comparison::Or(parts) => {
            let name = if matches!(comparison_, Comparison::And(_)) {
                "And"
            } else {
                "Or"
            };
            for (i, part) in parts.iter().enumerate() {
                comparison(part, &location.field(name).index(i), problems);
            }
        }
        Comparison::Not(inner) => comparison(inner, &location.field("Not"), problems),
        Comparison::Compare {
            variable,
            comparator,
            operand,
        } => {
            // Empty: already reported as missing.
            if !variable.is_empty() {
                data::path(variable, &location.field("Variable"), problems);
            }
            self::operand(
                *comparator,
                operand,
                &location.field(&comparator.name()),
                problems,
            );
        }
    }
}

fn operand(comparator: Comparator, operand: &Json, location: &Location, problems: &mut Vec<Finding>) {
    let wanted = match comparator {
        Comparator::Relation { by_path: true, .. } => {
            match operand {
                Json::String(text) => data::path(text, location, problems),
                other => problems.push(problem(
                    &WRONG_TYPE,
                    location,
                    format!("`{}` must be a path, not `{other}`", comparator.name()),
                )),
            }
            return;
        }
        Comparator::Is(_) => OperandType::Boolean,
        Comparator::StringMatches => OperandType::String,
        Comparator::Relation { operands, .. } => operands,
    };
    let (fits, what) = match wanted {
        OperandType::String => (operand.is_string(), "a string"),
        OperandType::Numeric => (operand.is_number(), "a number"),
        OperandType::Boolean => (operand.is_boolean(), "`true` or `false`"),
        OperandType::Timestamp => (
            operand.as_str().is_some_and(|text| timestamp(text).is_some()),
            "a timestamp, `2026-01-31T12:00:00Z`",
        ),
    };
    if !fits {
        problems.push(problem(
            &WRONG_TYPE,
            location,
            format!("`{}` must be {what}, not `{operand}`", comparator.name()),
        ));
    }
}

fn wait_until(timestamp: &Text, language: QueryLanguage, location: &Location, problems: &mut Vec<Finding>) {
    let here = location.field("Timestamp");
    match timestamp {
        Text::Path(path) => data::path(path, &location.field("TimestampPath"), problems),
        Text::Value(text) if language == QueryLanguage::Jsonata && text.starts_with("{%") => {
            data::expression(text, Stage::Before, &here, problems);
        }
        Text::Value(text) => {
            if query::timestamp(text).is_none() {
                let message = format!("`{text}` is not a timestamp; write `2026-01-31T12:00:00Z`");
                problems.push(problem(&INVALID_VALUE, &here, message));
            }
        }
    }
}

fn fail(fail: &Fail, language: QueryLanguage, location: &Location, problems: &mut Vec<Finding>) {
    for (name, text) in [("Error", &fail.error), ("Cause", &fail.cause)] {
        match text {
            Some(Text::Path(path)) => {
                data::path_or_intrinsic(path, &location.field(&format!("{name}Path")), problems);
            }
            Some(Text::Value(text)) if language == QueryLanguage::Jsonata => {
                data::expression(text, Stage::Before, &location.field(name), problems);
            }
            Some(Text::Value(_)) | None => {}
        }
    }
}

/// A number, possibly from a path or an expression.
fn amount(amount: Option<&Amount>, name: &str, location: &Location, problems: &mut Vec<Finding>) {
    match amount {
        Some(Amount::Path(path)) => data::path(path, &location.field(&format!("{name}Path")), problems),
        Some(Amount::Expression(text)) => {
            data::expression(text, Stage::Before, &location.field(name), problems);
        }
        Some(Amount::Number(_)) | None => {}
    }
}
