//! Reads the fields of a Map state.

use crate::{
    model::{
        Amount, ExecutionType, ItemBatcher, ItemReader, Json, Kind, Map, Processor, ProcessorMode,
        QueryLanguage, ResultWriter,
    },
    problem::{Location, did_you_mean},
    read::{
        fields::{Fields, Sink},
        machine::scope,
        state::{other_language, recovery, transition},
    },
    rules::{EXCLUSIVE_FIELDS, INVALID_VALUE, MISSING_FIELD},
};

const MAX_ITEMS: u64 = 100_000_000;
const MAX_BATCH_BYTES: u64 = 262_144;

pub(super) fn map(fields: &mut Fields<'_>, language: QueryLanguage, machine: QueryLanguage) -> Kind {
    let jsonata = language == QueryLanguage::Jsonata;
    let processor = processor(fields, machine);
    let distributed = processor.mode.is_distributed();
    let map = Map {
        items_path: if jsonata { None } else { fields.text("ItemsPath") },
        items: if jsonata { fields.take("Items") } else { None },
        item_selector: fields.take("ItemSelector"),
        reader: part(fields, "ItemReader", distributed, |value, location, problems| {
            reader(value, location, language, problems)
        }),
        batcher: part(fields, "ItemBatcher", distributed, |value, location, problems| {
            batcher(value, location, language, problems)
        }),
        writer: part(
            fields,
            "ResultWriter",
            distributed,
            |value, location, problems| writer(value, location, language, problems),
        ),
        max_concurrency: fields.amount("MaxConcurrency", 0..=MAX_ITEMS, language),
        tolerated_percentage: percentage(fields, language),
        tolerated_count: fields.amount("ToleratedFailureCount", 0..=MAX_ITEMS, language),
        label: fields.text("Label"),
        recovery: recovery(fields, language),
        transition: transition(fields),
        processor,
    };
    if map.label.is_some() && !distributed {
        fields.report(
            &EXCLUSIVE_FIELDS,
            "Label",
            format!("`Label` requires a distributed Map state; {DISTRIBUTE}"),
        );
    }
    Kind::Map(Box::new(map))
}

const DISTRIBUTE: &str = "set `ItemProcessor.ProcessorConfig.Mode` to `DISTRIBUTED` or remove it";

fn part<T>(
    fields: &mut Fields<'_>,
    name: &str,
    distributed: bool,
    read: impl FnOnce(Json, Location, &mut Sink) -> T,
) -> Option<T> {
    let value = fields.take(name)?;
    if !distributed {
        fields.report(
            &EXCLUSIVE_FIELDS,
            name,
            format!("`{name}` requires a distributed Map state; {DISTRIBUTE}"),
        );
    }
    Some(read(value, fields.location.field(name), fields.problems))
}

/// A percentage can have a fraction, unlike all other amounts.
fn percentage(fields: &mut Fields<'_>, language: QueryLanguage) -> Option<Amount> {
    const NAME: &str = "ToleratedFailurePercentage";
    let fraction = |value: &Json| value.as_f64().is_some_and(|value| (0.0..=100.0).contains(&value));
    match fields.take(NAME) {
        Some(Json::Number(number)) if fraction(&Json::Number(number.clone())) => Some(Amount::Number(number)),
        Some(other) => {
            fields.put_back(NAME, other);
            fields.amount(NAME, 0..=100, language)
        }
        None => fields.amount(NAME, 0..=100, language),
    }
}

fn processor(fields: &mut Fields<'_>, machine: QueryLanguage) -> Processor {
    let (name, is_iterator) = match (fields.take("ItemProcessor"), fields.take("Iterator")) {
        (Some(value), None) => (Some(("ItemProcessor", value)), false),
        (None, Some(value)) => (Some(("Iterator", value)), true),
        (Some(value), Some(_)) => {
            fields.report(
                &EXCLUSIVE_FIELDS,
                "Iterator",
                "`Iterator` is the former name of `ItemProcessor`; remove it",
            );
            (Some(("ItemProcessor", value)), false)
        }
        (None, None) => (None, false),
    };
    let Some((name, value)) = name else {
        fields.report_here(
            &MISSING_FIELD,
            "`ItemProcessor` is missing; add the states that run for each item",
        );
        return Processor::default();
    };
    let mut inner = Fields::new(
        value,
        fields.location.field(name),
        "an item processor",
        fields.problems,
    );
    let comment = inner.text("Comment");
    let mode = match inner.take("ProcessorConfig") {
        None => ProcessorMode::Inline,
        Some(config) => mode(config, inner.location.field("ProcessorConfig"), inner.problems),
    };
    let scope = scope(&mut inner, machine);
    inner.finish(|_| None);
    Processor {
        comment,
        is_iterator,
        mode,
        scope,
    }
}

fn mode(value: Json, location: Location, problems: &mut Sink) -> ProcessorMode {
    let mut fields = Fields::new(value, location, "a processor configuration", problems);
    let execution_type = fields.text("ExecutionType");
    let mode = match fields.text("Mode").as_deref() {
        Some("INLINE") | None => {
            if execution_type.is_some() {
                fields.report(
                    &EXCLUSIVE_FIELDS,
                    "ExecutionType",
                    "`ExecutionType` requires the mode `DISTRIBUTED`",
                );
            }
            ProcessorMode::InlineDeclared
        }
        Some("DISTRIBUTED") => ProcessorMode::Distributed(match execution_type.as_deref() {
            Some("EXPRESS") => ExecutionType::Express,
            Some("STANDARD") => ExecutionType::Standard,
            _ => {
                fields.report_here(
                    &MISSING_FIELD,
                    "`ExecutionType` is missing; set it to `STANDARD` or `EXPRESS`",
                );
                ExecutionType::Standard
            }
        }),
        Some(other) => {
            fields.report(
                &INVALID_VALUE,
                "Mode",
                format!("unknown mode `{other}`; use `INLINE` or `DISTRIBUTED`"),
            );
            ProcessorMode::InlineDeclared
        }
    };
    fields.finish(|_| None);
    mode
}

const fn arguments(language: QueryLanguage) -> &'static str {
    match language {
        QueryLanguage::JsonPath => "Parameters",
        QueryLanguage::Jsonata => "Arguments",
    }
}

fn reader(value: Json, location: Location, language: QueryLanguage, problems: &mut Sink) -> ItemReader {
    let mut fields = Fields::new(value, location, "an item reader", problems);
    let reader = ItemReader {
        resource: fields.required_text(
            "Resource",
            "set it to an ARN such as `arn:aws:states:::s3:getObject`",
        ),
        config: fields.take("ReaderConfig"),
        arguments: fields.take(arguments(language)),
    };
    if let Some(config) = &reader.config {
        let config_location = fields.location.field("ReaderConfig");
        reader_config(config.clone(), config_location, language, fields.problems);
    }
    fields.finish(|name| other_language(name, language));
    reader
}

fn reader_config(value: Json, location: Location, language: QueryLanguage, problems: &mut Sink) {
    let mut fields = Fields::new(value, location, "a reader configuration", problems);
    one_of(
        &mut fields,
        "InputType",
        &["CSV", "JSON", "JSONL", "MANIFEST", "PARQUET"],
    );
    one_of(&mut fields, "Transformation", &["NONE", "LOAD_AND_FLATTEN"]);
    one_of(&mut fields, "ManifestType", &["ATHENA_DATA", "S3_INVENTORY"]);
    one_of(
        &mut fields,
        "CSVDelimiter",
        &["COMMA", "PIPE", "SEMICOLON", "SPACE", "TAB"],
    );
    let headers = one_of(&mut fields, "CSVHeaderLocation", &["FIRST_ROW", "GIVEN"]);
    let has_names = fields.has("CSVHeaders");
    let names = fields.list("CSVHeaders");
    if headers.as_deref() == Some("GIVEN") && (!has_names || names.is_some_and(|names| names.is_empty())) {
        fields.report_here(
            &MISSING_FIELD,
            "`CSVHeaders` is missing; list the names of the columns, or set `CSVHeaderLocation` to `FIRST_ROW`",
        );
    }
    fields.text("ItemsPointer");
    fields.amount("MaxItems", 0..=MAX_ITEMS, language);
    fields.finish(|name| other_language(name, language));
}

fn writer_config(value: Json, location: Location, problems: &mut Sink) {
    let mut fields = Fields::new(value, location, "a writer configuration", problems);
    one_of(&mut fields, "Transformation", &["NONE", "COMPACT", "FLATTEN"]);
    one_of(&mut fields, "OutputType", &["JSON", "JSONL"]);
    fields.finish(|_| None);
}

/// The text in the field `name`, which must be one of `values`.
fn one_of(fields: &mut Fields<'_>, name: &str, values: &[&str]) -> Option<String> {
    let text = fields.text(name)?;
    if !values.contains(&text.as_str()) {
        let meant = did_you_mean(&text, values.iter().copied());
        let hint = if meant.is_empty() {
            format!("; use one of {}", values.join(", "))
        } else {
            meant
        };
        fields.report(
            &INVALID_VALUE,
            name,
            format!("`{text}` is not a value of `{name}`{hint}"),
        );
    }
    Some(text)
}

fn batcher(value: Json, location: Location, language: QueryLanguage, problems: &mut Sink) -> ItemBatcher {
    let mut fields = Fields::new(value, location, "an item batcher", problems);
    let is_given = fields
        .names()
        .iter()
        .any(|name| name.starts_with("MaxItemsPerBatch") || name.starts_with("MaxInputBytesPerBatch"));
    let batcher = ItemBatcher {
        max_items: fields.amount("MaxItemsPerBatch", 1..=MAX_ITEMS, language),
        max_bytes: fields.amount("MaxInputBytesPerBatch", 1..=MAX_BATCH_BYTES, language),
        input: fields.take("BatchInput"),
    };
    if !is_given {
        fields.report_here(
            &MISSING_FIELD,
            "the batch size is missing; set `MaxItemsPerBatch` or `MaxInputBytesPerBatch`",
        );
    }
    fields.finish(|name| other_language(name, language));
    batcher
}

fn writer(value: Json, location: Location, language: QueryLanguage, problems: &mut Sink) -> ResultWriter {
    let mut fields = Fields::new(value, location, "a result writer", problems);
    let writer = ResultWriter {
        resource: fields.text("Resource"),
        config: fields.take("WriterConfig"),
        arguments: fields.take(arguments(language)),
    };
    if let Some(config) = &writer.config {
        let config_location = fields.location.field("WriterConfig");
        writer_config(config.clone(), config_location, fields.problems);
    }
    if writer.resource.is_none() && writer.config.is_none() {
        fields.report_here(
            &MISSING_FIELD,
            "`Resource` is missing; set it to an ARN such as `arn:aws:states:::s3:putObject`",
        );
    }
    fields.finish(|name| other_language(name, language));
    writer
}
