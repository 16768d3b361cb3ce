//! `ItemReader`: calls its resource like a task, and parses the response according to `ReaderConfig`.
//!
//! The reply of the task is the text of an object, or for `s3:listObjectsV2` an object with `Contents`. An array is taken as
//! the items. Objects that a manifest or a listing names are read with `s3:getObject`.

use serde_json::json;

use crate::{
    model::{Amount, Data, ErrorName, ItemReader, Json, State},
    run::{
        context::Visit,
        csv,
        data::{self, amount_value},
        error::TaskError,
        paths,
        runtime::Runtime,
        state::Frame,
        task_runner::TaskCall,
    },
};

const GET_OBJECT: &str = "arn:aws:states:::s3:getObject";

/// A reader whose arguments and options are evaluated.
pub(super) struct Reader<'w> {
    runtime: &'w Runtime<'w>,
    state: String,
    retries: u64,
    resource: &'w str,
    arguments: Json,
    options: Options,
    /// The value of `MaxItems`. It is checked when the items are read.
    max_items: Option<Json>,
}

/// `ReaderConfig`.
struct Options {
    format: Format,
    items_pointer: Option<String>,
    manifest: Option<Manifest>,
    flatten: bool,
}

#[derive(Clone)]
enum Format {
    Json,
    JsonLines,
    Csv {
        delimiter: u8,
        headers: Option<Vec<String>>,
    },
}

#[derive(Clone, Copy)]
enum Manifest {
    /// The manifest of an S3 inventory, which names CSV files.
    Inventory,
    /// The manifest of an Athena `UNLOAD` query: one location per line.
    Athena,
}

impl<'w> Reader<'w> {
    /// Evaluates the arguments and options of `reader`.
    pub(super) fn new(
        runtime: &'w Runtime<'w>,
        reader: &'w ItemReader,
        state: &State,
        input: &Json,
        visit: &Visit<'_>,
        frame: &Frame,
    ) -> Result<Self, TaskError> {
        let arguments = match &reader.arguments {
            Some(arguments) => {
                data::evaluate_template(runtime, state, arguments, "Arguments", input, visit, frame)?
            }
            None => json!({}),
        };
        let config = reader.config.clone().unwrap_or_else(|| json!({}));
        let max_items = max_items(&config, state)
            .map(|amount| amount_value(runtime, state, &amount, "MaxItems", input, visit, frame))
            .transpose()?;
        Ok(Self {
            runtime,
            state: visit.name.to_owned(),
            retries: visit.retries,
            resource: &reader.resource,
            arguments,
            options: options(&config).map_err(TaskError::runtime)?,
            max_items,
        })
    }

    /// Reads the items.
    pub(super) async fn read(&self) -> Result<Vec<Json>, TaskError> {
        // 0 means no limit.
        let max_items = match &self.max_items {
            Some(value) => {
                let number = value
                    .as_str()
                    .map_or_else(|| value.as_u64(), |text| text.parse().ok());
                number.ok_or_else(|| failed("field MaxItems must be positive"))?
            }
            None => 0,
        };
        let response = self.call(self.resource, self.arguments.clone()).await?;
        let mut items = match (response, self.options.manifest) {
            (Json::String(text), Some(manifest)) => self.read_manifest(&text, manifest).await?,
            (Json::String(text), None) => self.parse(&text, &self.options.format)?,
            (Json::Array(items), _) => items,
            (Json::Object(mut fields), _) => match fields.shift_remove("Contents") {
                Some(Json::Array(listed)) if self.options.flatten => self.read_listed(&listed).await?,
                Some(Json::Array(listed)) => listed,
                _ => return Err(failed("the response of the item reader contains no array")),
            },
            (other, _) => {
                return Err(failed(format!(
                    "the response of the item reader is not an array: `{}`",
                    paths::excerpt(&other)
                )));
            }
        };
        if max_items > 0 {
            items.truncate(usize::try_from(max_items).unwrap_or(usize::MAX));
        }
        Ok(items)
    }

    async fn read_listed(&self, listed: &[Json]) -> Result<Vec<Json>, TaskError> {
        let bucket = self
            .arguments
            .get("Bucket")
            .and_then(Json::as_str)
            .unwrap_or_default();
        let mut items = Vec::new();
        for object in listed {
            let key = object.get("Key").and_then(Json::as_str).unwrap_or_default();
            items.extend(self.read_object(bucket, key, &self.options.format).await?);
        }
        Ok(items)
    }

    async fn read_manifest(&self, text: &str, manifest: Manifest) -> Result<Vec<Json>, TaskError> {
        let mut items = Vec::new();
        match manifest {
            Manifest::Athena => {
                for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
                    let location = line.strip_prefix("s3://").and_then(|rest| rest.split_once('/'));
                    let (bucket, key) = location
                        .ok_or_else(|| failed(format!("the manifest has no S3 location in `{line}`")))?;
                    items.extend(self.read_object(bucket, key, &self.options.format).await?);
                }
            }
            Manifest::Inventory => {
                let manifest: Json = serde_json::from_str(text)
                    .map_err(|error| failed(format!("the manifest is not JSON: {error}")))?;
                let field = |name: &str| manifest.get(name).and_then(Json::as_str);
                let wrong = || failed("the manifest is not the manifest of an S3 inventory with CSV files");
                if field("fileFormat") != Some("CSV") {
                    return Err(wrong());
                }
                let bucket = field("destinationBucket").ok_or_else(wrong)?;
                let bucket = bucket.strip_prefix("arn:aws:s3:::").unwrap_or(bucket);
                let schema = field("fileSchema").ok_or_else(wrong)?;
                let format = Format::Csv {
                    delimiter: b',',
                    headers: Some(schema.split(',').map(|name| name.trim().to_owned()).collect()),
                };
                for file in manifest.get("files").and_then(Json::as_array).ok_or_else(wrong)? {
                    let key = file.get("key").and_then(Json::as_str).ok_or_else(wrong)?;
                    items.extend(self.read_object(bucket, key, &format).await?);
                }
            }
        }
        Ok(items)
    }

    async fn read_object(&self, bucket: &str, key: &str, format: &Format) -> Result<Vec<Json>, TaskError> {
        let response = self
            .call(GET_OBJECT, json!({ "Bucket": bucket, "Key": key }))
            .await?;
        match response {
            Json::String(text) => self.parse(&text, format),
            Json::Array(items) => Ok(items),
            _ => Err(failed(format!("the object `{key}` is not text"))),
        }
    }

    async fn call(&self, resource: &str, arguments: Json) -> Result<Json, TaskError> {
        let call = TaskCall {
            state: self.state.clone(),
            resource: resource.to_owned(),
            arguments,
            token: None,
            retries: self.retries,
            at: self.runtime.now(),
        };
        let reply = self.runtime.call(call).await;
        self.runtime.sleep(reply.took).await;
        reply.outcome.map_err(|error| {
            if error.error == ErrorName::RUNTIME {
                error
            } else {
                failed(error.to_string())
            }
        })
    }

    fn parse(&self, text: &str, format: &Format) -> Result<Vec<Json>, TaskError> {
        match format {
            Format::Csv { delimiter, headers } => {
                csv::items(text, *delimiter, headers.clone()).map_err(failed)
            }
            Format::JsonLines => {
                let lines = text.lines().filter(|line| !line.trim().is_empty());
                lines
                    .map(|line| {
                        serde_json::from_str(line)
                            .map_err(|error| failed(format!("invalid JSON line `{line}`: {error}")))
                    })
                    .collect()
            }
            Format::Json => {
                let document: Json = serde_json::from_str(text.trim_start_matches('\u{feff}'))
                    .map_err(|error| failed(format!("invalid JSON: {error}")))?;
                let pointer = self.options.items_pointer.as_deref().unwrap_or_default();
                match document.pointer(pointer) {
                    Some(Json::Array(items)) => Ok(items.clone()),
                    Some(_) => Err(failed("Attempting to map over non-iterable node.")),
                    None => Err(failed(format!("the document has nothing at `{pointer}`"))),
                }
            }
        }
    }
}

fn failed(cause: impl Into<String>) -> TaskError {
    TaskError::new(ErrorName::ITEM_READER_FAILED, cause)
}

fn max_items(config: &Json, state: &State) -> Option<Amount> {
    if let Some(path) = config.get("MaxItemsPath").and_then(Json::as_str) {
        return Some(Amount::Path(path.to_owned()));
    }
    match (config.get("MaxItems")?, &state.data) {
        (Json::Number(number), _) => Some(Amount::Number(number.clone())),
        (Json::String(text), Data::Jsonata(_)) => Some(Amount::Expression(text.clone())),
        _ => None,
    }
}

fn options(config: &Json) -> Result<Options, String> {
    let text = |name: &str| config.get(name).and_then(Json::as_str);
    let delimiter = csv::delimiter(text("CSVDelimiter").unwrap_or("COMMA"))?;
    let given = config.get("CSVHeaders").and_then(Json::as_array);
    let headers = match text("CSVHeaderLocation") {
        Some("GIVEN") => Some(
            given
                .ok_or("`CSVHeaderLocation` is GIVEN, but `CSVHeaders` is missing")?
                .iter()
                .map(|name| name.as_str().map(str::to_owned))
                .collect::<Option<_>>()
                .ok_or("`CSVHeaders` must be a list of strings")?,
        ),
        Some("FIRST_ROW") | None => None,
        Some(other) => {
            return Err(format!(
                "unknown `CSVHeaderLocation` `{other}`; use FIRST_ROW or GIVEN"
            ));
        }
    };
    let csv = Format::Csv { delimiter, headers };
    let manifest = match text("ManifestType") {
        None => None,
        Some("S3_INVENTORY") => Some(Manifest::Inventory),
        Some("ATHENA_DATA") => Some(Manifest::Athena),
        Some(other) => {
            return Err(format!(
                "unknown `ManifestType` `{other}`; use S3_INVENTORY or ATHENA_DATA"
            ));
        }
    };
    let (format, manifest) = match text("InputType") {
        Some("JSON") | None => (Format::Json, manifest),
        Some("JSONL") => (Format::JsonLines, manifest),
        Some("CSV") => (csv, manifest),
        Some("MANIFEST") => (csv, Some(manifest.unwrap_or(Manifest::Inventory))),
        Some("PARQUET") => {
            return Err(
                "the interpreter does not read the input type `PARQUET`; mock the items as an array"
                    .to_owned(),
            );
        }
        Some(other) => return Err(format!("unknown input type `{other}`")),
    };
    let flatten = match text("Transformation") {
        None | Some("NONE") => false,
        Some("LOAD_AND_FLATTEN") => true,
        Some(other) => {
            return Err(format!(
                "unknown `Transformation` `{other}`; use NONE or LOAD_AND_FLATTEN"
            ));
        }
    };
    Ok(Options {
        format,
        items_pointer: text("ItemsPointer").map(str::to_owned),
        manifest,
        flatten,
    })
}
