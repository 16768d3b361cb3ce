//! The items of a Map state: selecting and batching.

use serde_json::json;

use crate::{
    model::{Data, ItemBatcher, Json, JsonObject, Map, State},
    run::{
        context::{self, Visit},
        data::{self, amount},
        error::TaskError,
        map,
        paths::{self, Roots},
        runtime::Runtime,
        state::Frame,
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
    pub(super) fn new(value: Json) -> Self {
        Self {
            key: None,
            input: value.clone(),
            value,
        }
    }
}

/// The items in the input of the state.
pub(super) fn items(
    runtime: &Runtime<'_>,
    map: &Map,
    state: &State,
    input: &Json,
    effective: &Json,
    visit: &Visit<'_>,
    frame: &Frame,
) -> Result<Vec<Item>, TaskError> {
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
                data::evaluate_template(runtime, state, items, "Items", input, visit, frame)?,
                TaskError::query,
            ),
            None => (input.clone(), TaskError::query),
        },
    };
    match found {
        Json::Array(items) => Ok(items.into_iter().map(Item::new).collect()),
        // Recorded executions of inline Map states reject objects from expressions and from the input.
        Json::Object(fields) if map.processor.mode.is_distributed() || is_literal(map) => Ok(fields
            .into_iter()
            .map(|(key, value)| Item {
                input: json!({ "Key": key, "Value": value }),
                key: Some(key),
                value,
            })
            .collect()),
        other => Err(fail(format!(
            "Map state input must be an array but was: {}",
            paths::excerpt(&other)
        ))
        .in_field("Items")),
    }
}

/// Whether the definition itself has the object with the items.
fn is_literal(map: &Map) -> bool {
    matches!(map.items, Some(Json::Object(_)))
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
            item.input = data::evaluate_template(
                runtime,
                state,
                selector,
                "ItemSelector",
                effective,
                &of_item,
                frame,
            )?;
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
    let limit = |limit, name: &'static str| match limit {
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
            runtime,
            state,
            input,
            "BatchInput",
            effective,
            visit,
            frame,
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
    let empty = wrap(Vec::new()).to_string().len();
    let mut wrapped = Vec::new();
    let (mut batch, mut bytes) = (Vec::new(), empty);
    for item in items {
        let length = item.input.to_string().len();
        // 1 for the comma.
        if batch.len() == max_items || (!batch.is_empty() && bytes + 1 + length > max_bytes) {
            wrapped.push(Item::new(wrap(std::mem::take(&mut batch))));
            bytes = empty;
        }
        bytes += length + usize::from(!batch.is_empty());
        batch.push(item.input);
    }
    if !batch.is_empty() {
        wrapped.push(Item::new(wrap(batch)));
    }
    Ok(wrapped)
}
