//! One state: its times, its task, its rules, its texts.

use crate::{
    model::{
        Amount, Choice, Comparator, Comparison, Fail, Json, Kind, Map, OperandType, QueryLanguage, State,
        Task, Test, Text, Wait,
    },
    problem::{Place, Problem},
};

use super::{
    data::{self, Stage},
    recovery,
};

/// The service's limit for the label of a distributed Map state, in characters.
const MAX_LABEL: usize = 40;

pub(super) fn state(state: &State, place: &Place, problems: &mut Vec<Problem>) {
    let language = state.data.language();
    let works = matches!(state.kind, Kind::Task(_) | Kind::Parallel(_) | Kind::Map(_));
    data::fields(&state.data, works, place, problems);
    if let Some(assign) = &state.assign {
        data::assign(
            assign,
            language,
            data::after(works),
            &place.field("Assign"),
            problems,
        );
    }
    if let Some(recovery_) = state.kind.recovery() {
        recovery::recovery(recovery_, &state.data, place, problems);
    }
    match &state.kind {
        Kind::Task(task) => self::task(task, state, place, problems),
        Kind::Map(map) => self::map(map, language, place, problems),
        Kind::Choice(choice) => self::choice(choice, language, place, problems),
        Kind::Wait(Wait::Seconds(seconds, _)) => amount(Some(seconds), "Seconds", place, problems),
        Kind::Wait(Wait::Timestamp(timestamp, _)) => wait_until(timestamp, language, place, problems),
        Kind::Fail(fail) => self::fail(fail, language, place, problems),
        Kind::Parallel(_) | Kind::Pass(_) | Kind::Succeed => {}
    }
}

fn task(task: &Task, state: &State, place: &Place, problems: &mut Vec<Problem>) {
    resource(&task.resource, &place.field("Resource"), problems);
    amount(task.timeout.as_ref(), "TimeoutSeconds", place, problems);
    amount(task.heartbeat.as_ref(), "HeartbeatSeconds", place, problems);
    if let (Some(Amount::Number(timeout)), Some(Amount::Number(heartbeat))) = (&task.timeout, &task.heartbeat)
        && heartbeat.as_u64() >= timeout.as_u64()
    {
        let message = format!(
            "a heartbeat every {heartbeat} s within a timeout of {timeout} s is never missed; make it shorter than the timeout"
        );
        problems.push(Problem::new(&place.field("HeartbeatSeconds"), message));
    }
    if let Some(credentials) = &task.credentials {
        data::template(
            credentials,
            state.data.language(),
            Stage::Before,
            &place.field("Credentials"),
            problems,
        );
    }
    if task.resource.ends_with(".waitForTaskToken") && !hands_out_token(state) {
        let message = "the task waits for its token to come back and hands it to nobody; put the context's \
                       `Task.Token` into what it sends";
        problems.push(Problem::new(&place.field("Resource"), message));
    }
}

fn hands_out_token(state: &State) -> bool {
    let sent = match &state.data {
        crate::model::Data::JsonPath(data) => &data.parameters,
        crate::model::Data::Jsonata(data) => &data.arguments,
    };
    // The whole context may be handed over, and an expression may say `Task` and `Token` in many ways.
    sent.as_ref().is_some_and(|sent| {
        let text = sent.to_string();
        text.contains("Token") || text.contains("$states.context %}") || text.contains("\"$$\"")
    })
}

fn resource(resource: &str, place: &Place, problems: &mut Vec<Problem>) {
    const INTEGRATION: &str = ":states:::";
    // Empty was reported as missing; a substitution is only known at deployment.
    if resource.is_empty() || resource.contains("${") {
        return;
    }
    let parts: Vec<&str> = resource.splitn(6, ':').collect();
    let is_arn = parts.len() == 6 && parts[0] == "arn" && !parts[1].is_empty() && !parts[2].is_empty();
    if !is_arn || parts[5].is_empty() {
        let message = format!(
            "`{resource}` is no ARN; a task asks `arn:aws:states:::service:action` or a function's ARN"
        );
        problems.push(Problem::new(place, message));
        return;
    }
    let Some((_, call)) = resource.split_once(INTEGRATION) else {
        return;
    };
    let call = call.strip_prefix("aws-sdk:").unwrap_or(call);
    let (call, pattern) = call
        .split_once('.')
        .map_or((call, None), |(call, pattern)| (call, Some(pattern)));
    if !call.contains(':') {
        let message = format!("`{resource}` names no action; write `arn:aws:states:::service:action`");
        problems.push(Problem::new(place, message));
    }
    if pattern.is_some_and(|pattern| !matches!(pattern, "sync" | "sync:2" | "waitForTaskToken")) {
        let message = format!(
            "`{resource}` ends in no pattern of Step Functions: `.sync`, `.sync:2` or `.waitForTaskToken`"
        );
        problems.push(Problem::new(place, message));
    }
}

fn map(map: &Map, language: QueryLanguage, place: &Place, problems: &mut Vec<Problem>) {
    let template = |value: &Option<Json>, place: Place, problems: &mut Vec<Problem>| {
        if let Some(value) = value {
            data::template(value, language, Stage::Before, &place, problems);
        }
    };
    if let Some(path) = &map.items_path {
        data::path(path, &place.field("ItemsPath"), problems);
    }
    if let Some(items @ (Json::Bool(_) | Json::Number(_) | Json::Null)) = &map.items {
        let message = format!("`Items` is a list, an object or an expression in `{{% %}}`, not `{items}`");
        problems.push(Problem::new(&place.field("Items"), message));
    }
    template(&map.items, place.field("Items"), problems);
    template(&map.item_selector, place.field("ItemSelector"), problems);
    if let Some(reader) = &map.reader {
        let here = place.field("ItemReader");
        resource(&reader.resource, &here.field("Resource"), problems);
        template(&reader.arguments, here.field("Arguments"), problems);
    }
    if let Some(writer) = &map.writer {
        let here = place.field("ResultWriter");
        resource(
            writer.resource.as_deref().unwrap_or_default(),
            &here.field("Resource"),
            problems,
        );
        template(&writer.arguments, here.field("Arguments"), problems);
    }
    if let Some(batcher) = &map.batcher {
        let here = place.field("ItemBatcher");
        template(&batcher.input, here.field("BatchInput"), problems);
        amount(batcher.max_items.as_ref(), "MaxItemsPerBatch", &here, problems);
        amount(
            batcher.max_bytes.as_ref(),
            "MaxInputBytesPerBatch",
            &here,
            problems,
        );
    }
    amount(map.max_concurrency.as_ref(), "MaxConcurrency", place, problems);
    amount(
        map.tolerated_count.as_ref(),
        "ToleratedFailureCount",
        place,
        problems,
    );
    amount(
        map.tolerated_percentage.as_ref(),
        "ToleratedFailurePercentage",
        place,
        problems,
    );
    if let Some(label) = &map.label {
        let length = label.chars().count();
        if length == 0
            || length > MAX_LABEL
            || label
                .chars()
                .any(|c| c.is_whitespace() || "?*<>{}[]:;,\\|^~$#%&`\"".contains(c))
        {
            let message =
                format!("a label has 1 to {MAX_LABEL} characters, without spaces, brackets and wildcards");
            problems.push(Problem::new(&place.field("Label"), message));
        }
    }
}

fn choice(choice: &Choice, language: QueryLanguage, place: &Place, problems: &mut Vec<Problem>) {
    for (i, rule) in choice.rules.iter().enumerate() {
        let here = place.field("Choices").index(i);
        match &rule.test {
            Test::Condition(Json::String(text)) => {
                if !text.starts_with("{%") {
                    let message = format!("`{text}` is never true; write an expression, `{{% {text} %}}`");
                    problems.push(Problem::new(&here.field("Condition"), message));
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

fn comparison(comparison_: &Comparison, place: &Place, problems: &mut Vec<Problem>) {
    match comparison_ {
        Comparison::And(parts) | Comparison::Or(parts) => {
            let name = if matches!(comparison_, Comparison::And(_)) {
                "And"
            } else {
                "Or"
            };
            for (i, part) in parts.iter().enumerate() {
                comparison(part, &place.field(name).index(i), problems);
            }
        }
        Comparison::Not(inner) => comparison(inner, &place.field("Not"), problems),
        Comparison::Compare {
            variable,
            comparator,
            operand,
        } => {
            // Empty was reported as missing.
            if !variable.is_empty() {
                data::path(variable, &place.field("Variable"), problems);
            }
            self::operand(*comparator, operand, &place.field(&comparator.name()), problems);
        }
    }
}

fn operand(comparator: Comparator, operand: &Json, place: &Place, problems: &mut Vec<Problem>) {
    let wanted = match comparator {
        Comparator::Relation { by_path: true, .. } => {
            match operand {
                Json::String(text) => data::path(text, place, problems),
                other => problems.push(Problem::new(
                    place,
                    format!("`{}` takes a path, not `{other}`", comparator.name()),
                )),
            }
            return;
        }
        Comparator::Is(_) => OperandType::Boolean,
        Comparator::StringMatches => OperandType::String,
        Comparator::Relation { operands, .. } => operands,
    };
    let (fits, what) = match wanted {
        OperandType::String => (operand.is_string(), "a text"),
        OperandType::Numeric => (operand.is_number(), "a number"),
        OperandType::Boolean => (operand.is_boolean(), "`true` or `false`"),
        OperandType::Timestamp => (
            operand
                .as_str()
                .is_some_and(|text| text.parse::<jiff::Timestamp>().is_ok()),
            "a timestamp, `2026-01-31T12:00:00Z`",
        ),
    };
    if !fits {
        problems.push(Problem::new(
            place,
            format!("`{}` takes {what}, not `{operand}`", comparator.name()),
        ));
    }
}

fn wait_until(timestamp: &Text, language: QueryLanguage, place: &Place, problems: &mut Vec<Problem>) {
    let here = place.field("Timestamp");
    match timestamp {
        Text::Path(path) => data::path(path, &place.field("TimestampPath"), problems),
        Text::Value(text) if language == QueryLanguage::Jsonata && text.starts_with("{%") => {
            data::expression(text, Stage::Before, &here, problems);
        }
        Text::Value(text) => {
            if text.parse::<jiff::Timestamp>().is_err() {
                let message = format!("`{text}` is no timestamp; write `2026-01-31T12:00:00Z`");
                problems.push(Problem::new(&here, message));
            }
        }
    }
}

fn fail(fail: &Fail, language: QueryLanguage, place: &Place, problems: &mut Vec<Problem>) {
    for (name, text) in [("Error", &fail.error), ("Cause", &fail.cause)] {
        match text {
            Some(Text::Path(path)) => {
                data::path_or_intrinsic(path, &place.field(&format!("{name}Path")), problems);
            }
            Some(Text::Value(text)) if language == QueryLanguage::Jsonata => {
                data::expression(text, Stage::Before, &place.field(name), problems);
            }
            Some(Text::Value(_)) | None => {}
        }
    }
}

/// A number that may come from elsewhere.
fn amount(amount: Option<&Amount>, name: &str, place: &Place, problems: &mut Vec<Problem>) {
    match amount {
        Some(Amount::Path(path)) => data::path(path, &place.field(&format!("{name}Path")), problems),
        Some(Amount::Expression(text)) => data::expression(text, Stage::Before, &place.field(name), problems),
        Some(Amount::Number(_)) | None => {}
    }
}
