//! Writes the model as JSON, with the fields in their usual order.
//!
//! Nothing is checked here. Fields without effect are omitted (`"End": false`, an empty `Retry`).

use serde_json::json;

use crate::model::{
    Amount, Branch, Catcher, Choice, Comparison, Data, ErrorName, ExecutionType, Jitter, Json, JsonObject,
    Kind, Machine, Map, Nullable, Processor, ProcessorMode, QueryLanguage, Recovery, Retrier, Rule, Scope,
    State, Test, Text, Transition, Wait,
};

impl Machine {
    /// The definition as JSON.
    pub fn to_json(&self) -> Json {
        let mut out = Writer::default();
        out.text("Comment", self.comment.as_deref());
        out.text("Version", self.version.as_deref());
        out.text("QueryLanguage", self.query_language.map(QueryLanguage::as_str));
        out.number("TimeoutSeconds", self.timeout_seconds);
        scope(&mut out, &self.scope);
        out.finish()
    }
}

#[derive(Default)]
struct Writer(JsonObject);

impl Writer {
    fn put(&mut self, name: &str, value: impl Into<Json>) {
        self.0.insert(name.to_owned(), value.into());
    }

    fn text(&mut self, name: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.put(name, text);
        }
    }

    fn number(&mut self, name: &str, number: Option<u64>) {
        if let Some(number) = number {
            self.put(name, number);
        }
    }

    fn json(&mut self, name: &str, value: Option<&Json>) {
        if let Some(value) = value {
            self.put(name, value.clone());
        }
    }

    fn object(&mut self, name: &str, object: Option<&JsonObject>) {
        if let Some(object) = object {
            self.put(name, object.clone());
        }
    }

    fn nullable(&mut self, name: &str, path: Option<&Nullable>) {
        match path {
            Some(Nullable::Path(path)) => self.put(name, path.as_str()),
            Some(Nullable::Null) => self.put(name, Json::Null),
            None => {}
        }
    }

    fn amount(&mut self, name: &str, amount: Option<&Amount>) {
        match amount {
            Some(Amount::Number(number)) => self.put(name, number.clone()),
            Some(Amount::Expression(expression)) => self.put(name, expression.as_str()),
            Some(Amount::Path(path)) => self.put(&format!("{name}Path"), path.as_str()),
            None => {}
        }
    }

    fn text_or_path(&mut self, name: &str, text: Option<&Text>) {
        match text {
            Some(Text::Value(text)) => self.put(name, text.as_str()),
            Some(Text::Path(path)) => self.put(&format!("{name}Path"), path.as_str()),
            None => {}
        }
    }

    fn list(&mut self, name: &str, items: Vec<Json>) {
        if !items.is_empty() {
            self.put(name, items);
        }
    }

    fn finish(self) -> Json {
        Json::Object(self.0)
    }
}

fn scope(out: &mut Writer, scope: &Scope) {
    out.put("StartAt", scope.start_at.as_str());
    let states: JsonObject = scope
        .states
        .iter()
        .map(|(name, body)| (name.clone(), state(body)))
        .collect();
    out.put("States", states);
}

fn state(state: &State) -> Json {
    let mut out = Writer::default();
    out.put("Type", state.kind.name());
    out.text("Comment", state.comment.as_deref());
    out.text("QueryLanguage", state.query_language.map(QueryLanguage::as_str));
    if let Data::JsonPath(data) = &state.data {
        out.nullable("InputPath", data.input_path.as_ref());
    }
    match &state.kind {
        Kind::Task(task) => {
            out.put("Resource", task.resource.as_str());
            input(&mut out, &state.data);
            out.json("Credentials", task.credentials.as_ref());
            out.amount("TimeoutSeconds", task.timeout.as_ref());
            out.amount("HeartbeatSeconds", task.heartbeat.as_ref());
        }
        Kind::Parallel(parallel) => {
            input(&mut out, &state.data);
            out.put(
                "Branches",
                parallel.branches.iter().map(branch).collect::<Vec<_>>(),
            );
        }
        Kind::Map(map) => {
            input(&mut out, &state.data);
            map_fields(&mut out, map, state.data.language());
        }
        Kind::Choice(choice) => choice_fields(&mut out, choice),
        Kind::Wait(Wait::Seconds(seconds, _)) => out.amount("Seconds", Some(seconds)),
        Kind::Wait(Wait::Timestamp(timestamp, _)) => out.text_or_path("Timestamp", Some(timestamp)),
        Kind::Pass(pass) => {
            out.json("Result", pass.result.as_ref());
            input(&mut out, &state.data);
        }
        Kind::Succeed => {}
        Kind::Fail(fail) => {
            out.text_or_path("Error", fail.error.as_ref());
            out.text_or_path("Cause", fail.cause.as_ref());
        }
    }
    out.object("Assign", state.assign.as_ref());
    output(&mut out, &state.data);
    if let Some(recovery) = state.kind.recovery() {
        recovery_fields(&mut out, recovery);
    }
    match state.kind.transition() {
        Some(Transition::Next(next)) => out.put("Next", next.as_str()),
        Some(Transition::End) => out.put("End", true),
        None => {}
    }
    out.finish()
}

fn input(out: &mut Writer, data: &Data) {
    match data {
        Data::JsonPath(data) => out.json("Parameters", data.parameters.as_ref()),
        Data::Jsonata(data) => out.json("Arguments", data.arguments.as_ref()),
    }
}

fn output(out: &mut Writer, data: &Data) {
    match data {
        Data::JsonPath(data) => {
            out.json("ResultSelector", data.result_selector.as_ref());
            out.nullable("ResultPath", data.result_path.as_ref());
            out.nullable("OutputPath", data.output_path.as_ref());
        }
        Data::Jsonata(data) => out.json("Output", data.output.as_ref()),
    }
}

fn branch(branch: &Branch) -> Json {
    let mut out = Writer::default();
    out.text("Comment", branch.comment.as_deref());
    scope(&mut out, &branch.scope);
    out.finish()
}

fn map_fields(out: &mut Writer, map: &Map, language: QueryLanguage) {
    let arguments = match language {
        QueryLanguage::JsonPath => "Parameters",
        QueryLanguage::Jsonata => "Arguments",
    };
    out.text("ItemsPath", map.items_path.as_deref());
    out.json("Items", map.items.as_ref());
    if let Some(reader) = &map.reader {
        let mut inner = Writer::default();
        inner.put("Resource", reader.resource.as_str());
        inner.json("ReaderConfig", reader.config.as_ref());
        inner.json(arguments, reader.arguments.as_ref());
        out.put("ItemReader", inner.finish());
    }
    out.json("ItemSelector", map.item_selector.as_ref());
    if let Some(batcher) = &map.batcher {
        let mut inner = Writer::default();
        inner.amount("MaxItemsPerBatch", batcher.max_items.as_ref());
        inner.amount("MaxInputBytesPerBatch", batcher.max_bytes.as_ref());
        inner.json("BatchInput", batcher.input.as_ref());
        out.put("ItemBatcher", inner.finish());
    }
    out.text("Label", map.label.as_deref());
    out.amount("MaxConcurrency", map.max_concurrency.as_ref());
    out.amount("ToleratedFailurePercentage", map.tolerated_percentage.as_ref());
    out.amount("ToleratedFailureCount", map.tolerated_count.as_ref());
    out.put(map.processor.field_name(), processor(&map.processor));
    if let Some(writer) = &map.writer {
        let mut inner = Writer::default();
        inner.text("Resource", writer.resource.as_deref());
        inner.json("WriterConfig", writer.config.as_ref());
        inner.json(arguments, writer.arguments.as_ref());
        out.put("ResultWriter", inner.finish());
    }
}

fn processor(processor: &Processor) -> Json {
    let mut out = Writer::default();
    out.text("Comment", processor.comment.as_deref());
    match processor.mode {
        ProcessorMode::Inline => {}
        ProcessorMode::InlineDeclared => out.put("ProcessorConfig", json!({ "Mode": "INLINE" })),
        ProcessorMode::Distributed(execution_type) => {
            let execution_type = match execution_type {
                ExecutionType::Standard => "STANDARD",
                ExecutionType::Express => "EXPRESS",
            };
            out.put(
                "ProcessorConfig",
                json!({ "Mode": "DISTRIBUTED", "ExecutionType": execution_type }),
            );
        }
    }
    scope(&mut out, &processor.scope);
    out.finish()
}

fn choice_fields(out: &mut Writer, choice: &Choice) {
    out.put("Choices", choice.rules.iter().map(rule).collect::<Vec<_>>());
    out.text("Default", choice.default.as_deref());
}

fn rule(rule: &Rule) -> Json {
    let mut out = Writer::default();
    out.text("Comment", rule.comment.as_deref());
    match &rule.test {
        Test::Condition(condition) => out.put("Condition", condition.clone()),
        Test::Comparison(comparison) => comparison_fields(&mut out, comparison),
    }
    out.object("Assign", rule.assign.as_ref());
    out.json("Output", rule.output.as_ref());
    out.put("Next", rule.next.as_str());
    out.finish()
}

fn comparison_fields(out: &mut Writer, comparison: &Comparison) {
    let whole = |comparison: &Comparison| {
        let mut out = Writer::default();
        comparison_fields(&mut out, comparison);
        out.finish()
    };
    match comparison {
        Comparison::And(parts) => out.put("And", parts.iter().map(whole).collect::<Vec<_>>()),
        Comparison::Or(parts) => out.put("Or", parts.iter().map(whole).collect::<Vec<_>>()),
        Comparison::Not(inner) => out.put("Not", whole(inner)),
        Comparison::Compare {
            variable,
            comparator,
            operand,
        } => {
            out.put("Variable", variable.as_str());
            out.put(&comparator.name(), operand.clone());
        }
    }
}

fn recovery_fields(out: &mut Writer, recovery: &Recovery) {
    out.list("Retry", recovery.retry.iter().map(retrier).collect());
    out.list("Catch", recovery.catch.iter().map(catcher).collect());
}

fn retrier(retrier: &Retrier) -> Json {
    let mut out = Writer::default();
    out.text("Comment", retrier.comment.as_deref());
    errors(&mut out, &retrier.error_equals);
    out.number("IntervalSeconds", retrier.interval_seconds);
    out.number("MaxAttempts", retrier.max_attempts);
    if let Some(rate) = &retrier.backoff_rate {
        out.put("BackoffRate", rate.clone());
    }
    out.number("MaxDelaySeconds", retrier.max_delay_seconds);
    out.text("JitterStrategy", retrier.jitter.map(Jitter::as_str));
    out.finish()
}

fn catcher(catcher: &Catcher) -> Json {
    let mut out = Writer::default();
    out.text("Comment", catcher.comment.as_deref());
    errors(&mut out, &catcher.error_equals);
    out.nullable("ResultPath", catcher.result_path.as_ref());
    out.object("Assign", catcher.assign.as_ref());
    out.json("Output", catcher.output.as_ref());
    out.put("Next", catcher.next.as_str());
    out.finish()
}

fn errors(out: &mut Writer, errors: &[ErrorName]) {
    out.put(
        "ErrorEquals",
        errors
            .iter()
            .map(|error| Json::from(error.as_str()))
            .collect::<Vec<_>>(),
    );
}
