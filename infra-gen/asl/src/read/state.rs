//! Reads one state.

use crate::{
    model::{
        Amount, Catcher, Data, Fail, Jitter, Json, JsonataData, Kind, Parallel, Pass, PathData,
        QueryLanguage, Recovery, Retrier, State, Task, Transition, Wait,
    },
    problem::{Location, did_you_mean},
    read::{
        choice,
        fields::{Fields, Sink, is_expression, kind_of},
        machine::{self, MAX_SECONDS, branch},
        map,
    },
    rules::{EXCLUSIVE_FIELDS, INVALID_VALUE, MISSING_FIELD, WRONG_TYPE},
};

/// The service's limit for the delay between two retries: 366 days.
const MAX_DELAY: u64 = 31_622_400;

/// The state in `value`. `machine` is the query language of the machine. A state without a valid type is read as a Succeed state, so that its name is a known target.
pub(super) fn state(value: Json, location: Location, machine: QueryLanguage, problems: &mut Sink) -> State {
    typed(value, location, machine, problems).unwrap_or_else(|| State {
        comment: None,
        query_language: None,
        data: Data::empty(machine),
        assign: None,
        kind: Kind::Succeed,
    })
}

fn typed(value: Json, location: Location, machine: QueryLanguage, problems: &mut Sink) -> Option<State> {
    let mut fields = Fields::new(value, location, "a state", problems);
    if !fields.has("Type") {
        fields.report_here(
            &MISSING_FIELD,
            format!("`Type` is missing; use one of {}", Kind::NAMES.join(", ")),
        );
        return None;
    }
    let type_name = fields.text("Type")?;
    let comment = fields.text("Comment");
    let query_language = machine::query_language(&mut fields);
    let language = query_language.unwrap_or(machine);
    if machine == QueryLanguage::Jsonata && language == QueryLanguage::JsonPath {
        fields.report(&INVALID_VALUE,
            "QueryLanguage",
            "a state cannot use JSONPath in a JSONata state machine; set `JSONPath` at the top level and `JSONata` on the states that use it",
        );
    }
    let Some(known) = Kind::NAMES.iter().copied().find(|known| *known == type_name) else {
        let meant = did_you_mean(&type_name, Kind::NAMES.iter().copied());
        fields.report(
            &INVALID_VALUE,
            "Type",
            format!("unknown state type `{type_name}`{meant}"),
        );
        return None;
    };
    let data = data(&mut fields, known, language);
    let assign = match known {
        "Fail" | "Succeed" => None,
        _ => fields.object("Assign"),
    };
    let kind = match known {
        "Task" => task(&mut fields, language),
        "Parallel" => parallel(&mut fields, language, machine),
        "Map" => map::map(&mut fields, language, machine),
        "Choice" => choice::choice(&mut fields, language),
        "Wait" => wait(&mut fields, language),
        "Pass" => pass(&mut fields, language),
        "Succeed" => Kind::Succeed,
        _ => fail(&mut fields, language),
    };
    fields.finish(|name| explain(name, known, language));
    Some(State {
        comment,
        query_language,
        data,
        assign,
        kind,
    })
}

fn data(fields: &mut Fields<'_>, kind: &str, language: QueryLanguage) -> Data {
    let takes_path = kind != "Fail";
    let has_result = matches!(kind, "Task" | "Parallel" | "Map");
    if kind == "Map" && fields.has("Parameters") && fields.has("ItemSelector") {
        fields.report(
            &EXCLUSIVE_FIELDS,
            "Parameters",
            "`Parameters` is the former name of `ItemSelector`; remove it",
        );
    }
    match language {
        QueryLanguage::JsonPath => Data::JsonPath(PathData {
            input_path: if takes_path {
                fields.nullable("InputPath")
            } else {
                None
            },
            output_path: if takes_path {
                fields.nullable("OutputPath")
            } else {
                None
            },
            parameters: if has_result || kind == "Pass" {
                fields.take("Parameters")
            } else {
                None
            },
            result_selector: if has_result {
                fields.take("ResultSelector")
            } else {
                None
            },
            result_path: if has_result || kind == "Pass" {
                fields.nullable("ResultPath")
            } else {
                None
            },
        }),
        QueryLanguage::Jsonata => Data::Jsonata(JsonataData {
            arguments: if matches!(kind, "Task" | "Parallel") {
                fields.take("Arguments")
            } else {
                None
            },
            output: if takes_path { fields.take("Output") } else { None },
        }),
    }
}

fn task(fields: &mut Fields<'_>, language: QueryLanguage) -> Kind {
    Kind::Task(Task {
        resource: fields.required_text(
            "Resource",
            "set it to an ARN such as `arn:aws:states:::lambda:invoke`",
        ),
        timeout: fields.amount("TimeoutSeconds", 1..=MAX_SECONDS, language),
        heartbeat: fields.amount("HeartbeatSeconds", 1..=MAX_SECONDS, language),
        credentials: credentials(fields, language),
        recovery: recovery(fields, language),
        transition: transition(fields),
    })
}

/// The role of a task: an object with `RoleArn`, or an expression for it.
fn credentials(fields: &mut Fields<'_>, language: QueryLanguage) -> Option<Json> {
    const NAME: &str = "Credentials";
    let value = fields.take(NAME)?;
    match &value {
        Json::Object(object) => {
            let dynamic = language == QueryLanguage::JsonPath && object.contains_key("RoleArn.$");
            if !object.contains_key("RoleArn") && !dynamic {
                fields.report(
                    &MISSING_FIELD,
                    NAME,
                    "`RoleArn` is missing; set it to the ARN of the role for this task",
                );
            }
        }
        Json::String(text) if is_expression(text, language) => {}
        other => fields.report(
            &WRONG_TYPE,
            NAME,
            format!(
                "`Credentials` must be an object with `RoleArn`, not {}",
                kind_of(other)
            ),
        ),
    }
    Some(value)
}

fn parallel(fields: &mut Fields<'_>, language: QueryLanguage, machine: QueryLanguage) -> Kind {
    let branches = fields.list("Branches").unwrap_or_default();
    if branches.is_empty() {
        fields.report_here(
            &MISSING_FIELD,
            "`Branches` is missing or empty; a Parallel state must have at least one branch",
        );
    }
    let location = fields.location.field("Branches");
    let branches = branches.into_iter().enumerate();
    let branches = branches
        .map(|(i, value)| branch(value, location.index(i), machine, fields.problems))
        .collect();
    Kind::Parallel(Parallel {
        branches,
        recovery: recovery(fields, language),
        transition: transition(fields),
    })
}

fn wait(fields: &mut Fields<'_>, language: QueryLanguage) -> Kind {
    let is_given = ["Seconds", "SecondsPath", "Timestamp", "TimestampPath"]
        .into_iter()
        .any(|name| fields.has(name));
    let seconds = fields.amount("Seconds", 0..=MAX_SECONDS, language);
    let timestamp = fields.text_or_path("Timestamp", language);
    let transition = transition(fields);
    Kind::Wait(match (seconds, timestamp) {
        (Some(seconds), None) => Wait::Seconds(seconds, transition),
        (None, Some(timestamp)) => Wait::Timestamp(timestamp, transition),
        (Some(seconds), Some(_)) => {
            fields.report_here(
                &EXCLUSIVE_FIELDS,
                "`Seconds` and `Timestamp` are mutually exclusive; remove one of them",
            );
            Wait::Seconds(seconds, transition)
        }
        (None, None) => {
            // Otherwise, its value is wrong, or it belongs to the other language, which is reported.
            if !is_given {
                fields.report_here(
                    &MISSING_FIELD,
                    "the wait time is missing; set `Seconds` or `Timestamp`",
                );
            }
            Wait::Seconds(Amount::from(0), transition)
        }
    })
}

fn pass(fields: &mut Fields<'_>, language: QueryLanguage) -> Kind {
    let result = match language {
        QueryLanguage::JsonPath => fields.take("Result"),
        QueryLanguage::Jsonata => None,
    };
    Kind::Pass(Pass {
        result,
        transition: transition(fields),
    })
}

fn fail(fields: &mut Fields<'_>, language: QueryLanguage) -> Kind {
    Kind::Fail(Fail {
        error: fields.text_or_path("Error", language),
        cause: fields.text_or_path("Cause", language),
    })
}

/// `Next` or `End`. `"End": false` has no effect and is not kept.
pub(super) fn transition(fields: &mut Fields<'_>) -> Transition {
    let next = fields.text("Next");
    let end = fields.boolean("End").unwrap_or(false);
    match (next, end) {
        (Some(next), false) => Transition::Next(next),
        (None, true) => Transition::End,
        (Some(_), true) => {
            fields.report_here(
                &EXCLUSIVE_FIELDS,
                "`Next` and `End` are mutually exclusive; remove one of them",
            );
            Transition::End
        }
        (None, false) => {
            fields.report_here(
                &MISSING_FIELD,
                "the next state is missing; set `Next` to the name of a state, or `End` to `true`",
            );
            Transition::End
        }
    }
}

pub(super) fn recovery(fields: &mut Fields<'_>, language: QueryLanguage) -> Recovery {
    let (retry_location, catch_location) = (fields.location.field("Retry"), fields.location.field("Catch"));
    let retry = fields.list("Retry").unwrap_or_default().into_iter().enumerate();
    let retry = retry
        .map(|(i, value)| retrier(value, retry_location.index(i), fields.problems))
        .collect();
    let catch = fields.list("Catch").unwrap_or_default().into_iter().enumerate();
    let catch = catch
        .map(|(i, value)| catcher(value, catch_location.index(i), language, fields.problems))
        .collect();
    Recovery { retry, catch }
}

fn retrier(value: Json, location: Location, problems: &mut Sink) -> Retrier {
    let mut fields = Fields::new(value, location, "a retrier", problems);
    let retrier = Retrier {
        error_equals: fields.errors(),
        interval_seconds: fields.whole("IntervalSeconds", 1, MAX_SECONDS),
        max_attempts: fields.whole("MaxAttempts", 0, MAX_SECONDS),
        backoff_rate: fields.number("BackoffRate", 1.0),
        max_delay_seconds: fields.whole("MaxDelaySeconds", 1, MAX_DELAY - 1),
        jitter: jitter(&mut fields),
        comment: fields.text("Comment"),
    };
    fields.finish(|_| None);
    retrier
}

fn jitter(fields: &mut Fields<'_>) -> Option<Jitter> {
    let text = fields.text("JitterStrategy")?;
    let jitter = [Jitter::Full, Jitter::None]
        .into_iter()
        .find(|jitter| jitter.as_str() == text);
    if jitter.is_none() {
        fields.report(
            &INVALID_VALUE,
            "JitterStrategy",
            format!("unknown jitter strategy `{text}`; use `FULL` or `NONE`"),
        );
    }
    jitter
}

fn catcher(value: Json, location: Location, language: QueryLanguage, problems: &mut Sink) -> Catcher {
    let mut fields = Fields::new(value, location, "a catcher", problems);
    let jsonata = language == QueryLanguage::Jsonata;
    let catcher = Catcher {
        error_equals: fields.errors(),
        next: fields.required_text("Next", "name the next state"),
        result_path: if jsonata {
            None
        } else {
            fields.nullable("ResultPath")
        },
        output: if jsonata { fields.take("Output") } else { None },
        assign: fields.object("Assign"),
        comment: fields.text("Comment"),
    };
    fields.finish(|name| other_language(name, language));
    catcher
}

/// The message for a field that only other state types have.
fn explain(name: &str, kind: &str, language: QueryLanguage) -> Option<String> {
    const FIELDS: &[(&str, &str)] = &[
        (
            "Next",
            "Choice states have `Choices` and `Default`, Succeed and Fail states end by themselves",
        ),
        (
            "End",
            "Choice states have `Choices` and `Default`, Succeed and Fail states end by themselves",
        ),
        ("Retry", "only Task, Parallel and Map states retry"),
        ("Catch", "only Task, Parallel and Map states catch"),
        (
            "TimeoutSeconds",
            "only Task states and the machine as a whole have a timeout",
        ),
        ("HeartbeatSeconds", "only Task states have a heartbeat"),
        ("Credentials", "only Task states assume a role"),
        ("Assign", "Succeed and Fail states cannot set variables"),
        (
            "Result",
            "only JSONPath Pass states have a fixed result; use `Output`",
        ),
    ];
    if let Some(explained) = other_language(name, language) {
        return Some(explained);
    }
    let (_, why) = FIELDS.iter().find(|(field, _)| *field == name)?;
    Some(format!("a {kind} state has no field `{name}`: {why}"))
}

/// The message for a field of the other query language, with its replacement.
pub(super) fn other_language(name: &str, language: QueryLanguage) -> Option<String> {
    let instead = match (language, name) {
        (QueryLanguage::Jsonata, "Parameters") => "`Arguments`",
        (QueryLanguage::Jsonata, "InputPath") => "`$states.input` in an expression",
        (QueryLanguage::Jsonata, "ResultSelector" | "ResultPath" | "OutputPath") => "`Output`",
        (QueryLanguage::Jsonata, "ItemsPath") => "`Items`",
        (QueryLanguage::Jsonata, "Variable") => "`Condition`",
        (
            QueryLanguage::Jsonata,
            "TimeoutSecondsPath"
            | "HeartbeatSecondsPath"
            | "SecondsPath"
            | "TimestampPath"
            | "ErrorPath"
            | "CausePath"
            | "MaxConcurrencyPath"
            | "ToleratedFailureCountPath"
            | "ToleratedFailurePercentagePath"
            | "MaxItemsPerBatchPath"
            | "MaxInputBytesPerBatchPath"
            | "MaxItemsPath",
        ) => "an expression in the field without `Path`",
        (QueryLanguage::JsonPath, "Arguments") => "`Parameters`",
        (QueryLanguage::JsonPath, "Output") => "`ResultSelector`, `ResultPath` and `OutputPath`",
        (QueryLanguage::JsonPath, "Items") => "`ItemsPath`",
        (QueryLanguage::JsonPath, "Condition") => "`Variable` and a comparison",
        _ => return None,
    };
    let other = match language {
        QueryLanguage::Jsonata => QueryLanguage::JsonPath,
        QueryLanguage::JsonPath => QueryLanguage::Jsonata,
    };
    Some(format!(
        "`{name}` is a field of {}, but this state uses {}; use {instead}",
        other.as_str(),
        language.as_str()
    ))
}
