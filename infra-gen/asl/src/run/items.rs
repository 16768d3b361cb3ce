//! The items of a Map state: reading, selecting and batching.

use serde_json::json;

use crate::{
    model::{Data, ErrorName, ItemBatcher, ItemReader, Json, JsonObject, Map, State},
    run::{
        context::{self, Visit},
        data::{self, amount},
        error::TaskError,
        map,
        paths::{self, Roots},
        runtime::Runtime,
        state::Frame,
        task_runner::TaskCall,
    },
};

/// One item, and the input of the processor for it.
#[derive(Debug, Clone)]
pub(super) struct Item {
    /// The key, if the items are the fields of an object.
    pub(super) key: Option<String>,
    pub(super) value: Json,
    pub(super) input: Json,
}

impl Item {
    fn new(value: Json) -> Self {
        Self {
            key: None,
            input: value.clone(),
            value,
        }
    }
}

/// Reads the items.
pub(super) async fn items(
    runtime: &Runtime<'_>,
    map: &Map,
    state: &State,
    input: &Json,
    effective: &Json,
    visit: &Visit<'_>,
    frame: &Frame,
) -> Result<Vec<Item>, TaskError> {
    if let Some(reader) = &map.reader {
        return read(runtime, reader, state, input, visit, frame).await;
    }
    let (found, fail): (Json, fn(String) -> TaskError) = match &state.data {
        Data::JsonPath(_) => {
            let context = visit.context(runtime);
            let roots = Roots {
                data: effective,
                context: &context,
                variables: &frame.variables,
            };
            let path = map.items_path.as_deref().unwrap_or("$");
            (paths::field(path, "ItemsPath", &roots)?, TaskError::runtime)
        }
        Data::Jsonata(_) => match &map.items {
            Some(items) => (
                data::evaluate_template(runtime, state, items, input, visit, frame)?,
                TaskError::query,
            ),
            None => (input.clone(), TaskError::query),
        },
    };
    match found {
        Json::Array(items) => Ok(items.into_iter().map(Item::new).collect()),
        Json::Object(fields) if map.processor.mode.is_distributed() => Ok(fields
            .into_iter()
            .map(|(key, value)| Item {
                input: json!({ "Key": key, "Value": value }),
                key: Some(key),
                value,
            })
            .collect()),
        other => Err(fail(format!(
            "the items must be an array, not `{}`",
            paths::excerpt(&other)
        ))),
    }
}

/// The inputs of the processor: items after `ItemSelector`, or batches of them.
pub(super) fn inputs(
    runtime: &Runtime<'_>,
    map: &Map,
    state: &State,
    effective: &Json,
    mut items: Vec<Item>,
    visit: &Visit<'_>,
    frame: &Frame,
) -> Result<Vec<Item>, TaskError> {
    if let Some(selector) = map::selector(map, state) {
        for (index, item) in items.iter_mut().enumerate() {
            let mut of_item = visit.clone();
            of_item.item = Some(context::item(index, &item.value, item.key.as_deref()));
            item.input = data::evaluate_template(runtime, state, selector, effective, &of_item, frame)?;
        }
    }
    match &map.batcher {
        None => Ok(items),
        Some(batcher) => batches(runtime, batcher, state, effective, items, visit, frame),
    }
}

fn batches(
    runtime: &Runtime<'_>,
    batcher: &ItemBatcher,
    state: &State,
    effective: &Json,
    items: Vec<Item>,
    visit: &Visit<'_>,
    frame: &Frame,
) -> Result<Vec<Item>, TaskError> {
    let limit = |limit, name| match limit {
        Some(limit) => amount(runtime, state, limit, name, effective, visit, frame).map(|limit| {
            // An empty batch would make no progress.
            usize::try_from(limit).unwrap_or(usize::MAX).max(1)
        }),
        None => Ok(usize::MAX),
    };
    let max_items = limit(batcher.max_items.as_ref(), "MaxItemsPerBatch")?;
    let max_bytes = limit(batcher.max_bytes.as_ref(), "MaxInputBytesPerBatch")?;
    let shared = match &batcher.input {
        Some(input) => Some(data::evaluate_template(
            runtime, state, input, effective, visit, frame,
        )?),
        None => None,
    };
    let wrap = |batch: Vec<Json>| {
        let mut input = JsonObject::new();
        if let Some(shared) = &shared {
            input.insert("BatchInput".to_owned(), shared.clone());
        }
        input.insert("Items".to_owned(), batch.into());
        Json::Object(input)
    };
    let mut wrapped = Vec::new();
    let mut batch: Vec<Json> = Vec::new();
    for item in items {
        batch.push(item.input);
        let too_large = |batch: &[Json]| wrap(batch.to_vec()).to_string().len() > max_bytes;
        if batch.len() > max_items || (max_bytes < usize::MAX && batch.len() > 1 && too_large(&batch)) {
            let next = batch.pop();
            wrapped.push(Item::new(wrap(std::mem::take(&mut batch))));
            batch.extend(next);
        }
    }
    if !batch.is_empty() {
        wrapped.push(Item::new(wrap(batch)));
    }
    Ok(wrapped)
}

/// `ItemReader`: calls its resource like a task, and parses the response according to `ReaderConfig`.
async fn read(
    runtime: &Runtime<'_>,
    reader: &ItemReader,
    state: &State,
    input: &Json,
    visit: &Visit<'_>,
    frame: &Frame,
) -> Result<Vec<Item>, TaskError> {
    let fail = |cause: String| TaskError::new(ErrorName::ITEM_READER_FAILED, cause);
    let arguments = match &reader.arguments {
        Some(arguments) => data::evaluate_template(runtime, state, arguments, input, visit, frame)?,
        None => json!({}),
    };
    let call = TaskCall {
        state: visit.name.to_owned(),
        resource: reader.resource.clone(),
        arguments,
        token: None,
        retries: visit.retries,
        at: runtime.now(),
    };
    let reply = runtime.call(call).await;
    runtime.sleep(reply.took).await;
    let answer = reply.outcome.map_err(|error| fail(error.to_string()))?;
    let settings = |name: &str| reader.config.as_ref().and_then(|config| config.get(name));
    let input_type = settings("InputType").and_then(Json::as_str);
    let mut items = match answer {
        Json::String(text) => {
            parse(&text, input_type.unwrap_or("JSON"), settings("CSVHeaders")).map_err(fail)?
        }
        // `s3:listObjectsV2` returns a page of objects.
        Json::Object(mut fields) => match fields.shift_remove("Contents") {
            Some(Json::Array(items)) => items,
            _ => {
                return Err(fail(
                    "the response of the item reader contains no array".to_owned(),
                ));
            }
        },
        Json::Array(items) => items,
        other => {
            return Err(fail(format!(
                "the response of the item reader is not an array: `{}`",
                paths::excerpt(&other)
            )));
        }
    };
    if let Some(max) = settings("MaxItems").and_then(Json::as_u64) {
        items.truncate(usize::try_from(max).unwrap_or(usize::MAX));
    }
    Ok(items.into_iter().map(Item::new).collect())
}

fn parse(text: &str, input_type: &str, headers: Option<&Json>) -> Result<Vec<Json>, String> {
    match input_type {
        "JSON" => match serde_json::from_str(text) {
            Ok(Json::Array(items)) => Ok(items),
            Ok(_) => Err("the document is not an array".to_owned()),
            Err(error) => Err(format!("invalid JSON: {error}")),
        },
        "JSONL" => {
            let lines = text.lines().filter(|line| !line.trim().is_empty());
            lines
                .map(|line| {
                    serde_json::from_str(line).map_err(|error| format!("invalid JSON line `{line}`: {error}"))
                })
                .collect()
        }
        "CSV" => Ok(csv(text, headers)),
        other => Err(format!(
            "the interpreter does not support the input type `{other}`; return the items as an array"
        )),
    }
}

/// Rows as objects, with names from `headers` or from the first row. Quoted cells must not contain line breaks.
fn csv(text: &str, headers: Option<&Json>) -> Vec<Json> {
    let mut rows = text.lines().filter(|line| !line.is_empty()).map(cells);
    let names: Vec<String> = match headers.and_then(Json::as_array) {
        Some(headers) => headers
            .iter()
            .filter_map(|name| name.as_str().map(str::to_owned))
            .collect(),
        None => rows.next().unwrap_or_default(),
    };
    rows.map(|row| {
        let row = names.iter().cloned().zip(row.into_iter().map(Json::from));
        Json::Object(row.collect())
    })
    .collect()
}

fn cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    let mut characters = line.chars().peekable();
    while let Some(c) = characters.next() {
        let Some(cell) = cells.last_mut() else { break };
        match c {
            '"' if quoted && characters.peek() == Some(&'"') => {
                cell.push('"');
                characters.next();
            }
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            c => cell.push(c),
        }
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_row_names_the_fields() {
        assert_eq!(
            csv("id,name\n1,\"a, \"\"b\"\"\"\n", None),
            [json!({ "id": "1", "name": "a, \"b\"" })]
        );
    }

    #[test]
    fn headers_can_name_the_fields() {
        assert_eq!(
            csv("1,x\n", Some(&json!(["id", "name"]))),
            [json!({ "id": "1", "name": "x" })]
        );
    }
}
