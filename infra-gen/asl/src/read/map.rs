//! Reads the fields of a Map state.

use crate::{
    model::{
        Amount, ExecutionType, ItemBatcher, ItemReader, Json, Kind, Map, Processor, ProcessorMode,
        QueryLanguage, ResultWriter,
    },
    problem::Location,
    read::{
        fields::{Fields, Sink},
        machine::scope,
        state::{other_language, recovery, transition},
    },
    rules::{EXCLUSIVE_FIELDS, INVALID_VALUE, MISSING_FIELD},
};

const MAX_ITEMS: u64 = 100_000_000;
const MAX_BATCH_BYTES: u64 = 262_144;

pub(super) fn map(fields: &mut Fields<'_>, language: QueryLanguage) -> Kind {
    let jsonata = language == QueryLanguage::Jsonata;
    let processor = processor(fields, language);
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
    let only_distributed = [
        ("ToleratedFailurePercentage", map.tolerated_percentage.is_some()),
        ("ToleratedFailureCount", map.tolerated_count.is_some()),
        ("Label", map.label.is_some()),
    ];
    for (name, present) in only_distributed {
        if present && !distributed {
            fields.report(
                &EXCLUSIVE_FIELDS,
                name,
                format!("`{name}` requires a distributed Map state; {DISTRIBUTE}"),
            );
        }
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

fn processor(fields: &mut Fields<'_>, language: QueryLanguage) -> Processor {
    let (name, legacy) = match (fields.take("ItemProcessor"), fields.take("Iterator")) {
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
    let config = if legacy {
        None
    } else {
        inner.take("ProcessorConfig")
    };
    let mode = match config {
        None if legacy => ProcessorMode::Iterator,
        None => ProcessorMode::Inline,
        Some(config) => mode(config, inner.location.field("ProcessorConfig"), inner.problems),
    };
    let scope = scope(&mut inner, language);
    inner.finish(|_| None);
    Processor { comment, mode, scope }
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
        reader_config(config.clone(), config_location, fields.problems);
    }
    fields.finish(|name| other_language(name, language));
    reader
}

fn reader_config(value: Json, location: Location, problems: &mut Sink) {
    const INPUTS: [&str; 5] = ["CSV", "JSON", "JSONL", "MANIFEST", "PARQUET"];
    let mut fields = Fields::new(value, location, "a reader configuration", problems);
    if let Some(input) = fields.text("InputType")
        && !INPUTS.contains(&input.as_str())
    {
        fields.report(
            &INVALID_VALUE,
            "InputType",
            format!("unknown input type `{input}`; use one of {}", INPUTS.join(", ")),
        );
    }
    for known in [
        "CSVDelimiter",
        "CSVHeaderLocation",
        "CSVHeaders",
        "ItemsPointer",
        "ManifestType",
        "MaxItems",
        "MaxItemsPath",
        "Transformation",
    ] {
        fields.take(known);
    }
    fields.finish(|_| None);
}

fn batcher(value: Json, location: Location, language: QueryLanguage, problems: &mut Sink) -> ItemBatcher {
    let mut fields = Fields::new(value, location, "an item batcher", problems);
    let batcher = ItemBatcher {
        max_items: fields.amount("MaxItemsPerBatch", 1..=MAX_ITEMS, language),
        max_bytes: fields.amount("MaxInputBytesPerBatch", 1..=MAX_BATCH_BYTES, language),
        input: fields.take("BatchInput"),
    };
    if batcher.max_items.is_none() && batcher.max_bytes.is_none() {
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
    if writer.resource.is_none() && writer.config.is_none() {
        fields.report_here(
            &MISSING_FIELD,
            "`Resource` is missing; set it to an ARN such as `arn:aws:states:::s3:putObject`",
        );
    }
    fields.finish(|name| other_language(name, language));
    writer
}
