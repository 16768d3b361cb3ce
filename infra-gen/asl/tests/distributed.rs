//! Distributed Map states: what item readers read, batchers make and result writers write.

use infra_gen_asl::{
    model::{ErrorName, Json},
    run::{Execution, Interpreter, Mocks, Status},
    validate,
};
use serde_json::json;

/// A JSONPath machine whose state `A` passes on each item.
fn distributed(more: &Json) -> Json {
    let mut state = json!({
        "Type": "Map", "End": true,
        "ItemProcessor": {
            "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
            "StartAt": "I", "States": { "I": { "Type": "Pass", "End": true } },
        },
    });
    let more = more.as_object().expect("an object").clone();
    state.as_object_mut().expect("an object").extend(more);
    json!({ "StartAt": "A", "States": { "A": state } })
}

/// A machine that reads the object `k` of the bucket `b`.
fn reading(config: &Json) -> Json {
    distributed(&json!({ "ItemReader": {
        "Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": config, "Parameters": { "Bucket": "b", "Key": "k" } } }))
}

#[track_caller]
fn run(definition: &Json, input: Json, objects: &[(&str, &str)]) -> Execution {
    let machine = validate(&definition.to_string()).unwrap_or_else(|problems| panic!("{problems}"));
    let objects: Vec<Json> = objects
        .iter()
        .map(|(key, body)| json!({ "bucket": "b", "key": key, "body": body }))
        .collect();
    let mocks = json!({ "replies": {}, "objects": objects }).to_string();
    let mocks = Mocks::parse(&mocks).expect("mocked objects");
    Interpreter::new(mocks).run_blocking(&machine, input)
}

#[track_caller]
fn reads(config: &Json, text: &str, wanted: &Json) {
    let execution = run(&reading(config), json!({ "n": 1 }), &[("k", text)]);
    assert_eq!(execution.status, Status::Succeeded(wanted.clone()), "{config}");
}

#[track_caller]
fn fails(config: &Json, text: &str, wanted: &ErrorName) {
    match run(&reading(config), json!({ "n": -1 }), &[("k", text)]).status {
        Status::Failed(error) => assert_eq!(error.error, *wanted, "{config}: {error}"),
        other => panic!("{config}: {other:?}"),
    }
}

#[test]
fn every_input_type_but_parquet_is_read() {
    reads(&json!({ "InputType": "JSON" }), "[1, 2]", &json!([1, 2]));
    reads(
        &json!({ "InputType": "JSONL" }),
        "{\"a\":1}\n\n2\n",
        &json!([{ "a": 1 }, 2]),
    );
    reads(
        &json!({ "InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW", "CSVDelimiter": "TAB" }),
        "a\tb\n1\t2\n",
        &json!([{ "a": "1", "b": "2" }]),
    );
    reads(
        &json!({ "InputType": "CSV", "CSVHeaderLocation": "GIVEN", "CSVHeaders": ["x", "y"] }),
        "1,2,3\n",
        &json!([{ "x": "1", "y": "2" }]),
    );
    fails(&json!({ "InputType": "PARQUET" }), "PAR1", &ErrorName::RUNTIME);
    fails(
        &json!({ "InputType": "JSON" }),
        "{\"a\":1}",
        &ErrorName::ITEM_READER_FAILED,
    );
    fails(
        &json!({ "InputType": "JSON" }),
        "[1",
        &ErrorName::ITEM_READER_FAILED,
    );
}

#[test]
fn max_items_has_three_forms_and_zero_is_no_limit() {
    reads(
        &json!({ "InputType": "JSON", "MaxItems": 2 }),
        "[1,2,3]",
        &json!([1, 2]),
    );
    reads(
        &json!({ "InputType": "JSON", "MaxItems": 0 }),
        "[1,2,3]",
        &json!([1, 2, 3]),
    );
    reads(
        &json!({ "InputType": "JSON", "MaxItemsPath": "$.n" }),
        "[1,2,3]",
        &json!([1]),
    );
    fails(
        &json!({ "InputType": "JSON", "MaxItemsPath": "$.n" }),
        "[1]",
        &ErrorName::ITEM_READER_FAILED,
    );
}

#[test]
fn an_inventory_and_a_listing_name_the_objects_to_read() {
    let manifest = json!({
        "fileFormat": "CSV", "fileSchema": "Bucket, Key", "destinationBucket": "arn:aws:s3:::b", "files": [{ "key": "part" }],
    });
    let execution = run(
        &reading(&json!({ "InputType": "MANIFEST" })),
        json!({}),
        &[("k", &manifest.to_string()), ("part", "\"photos\",\"cat.jpg\"\n")],
    );
    let wanted = json!([{ "Bucket": "photos", "Key": "cat.jpg" }]);
    assert_eq!(execution.status, Status::Succeeded(wanted));

    let listing = |config: Json| {
        distributed(
            &json!({ "ItemReader": { "Resource": "arn:aws:states:::s3:listObjectsV2",
            "ReaderConfig": config, "Parameters": { "Bucket": "b", "Prefix": "in/" } } }),
        )
    };
    let objects = [("in/1", "[1]"), ("in/2", "[2, 3]"), ("out", "[4]")];
    let Status::Succeeded(listed) = run(&listing(json!({})), json!({}), &objects).status else {
        panic!("a listing needs no configuration");
    };
    let keys: Vec<_> = listed
        .as_array()
        .expect("items")
        .iter()
        .map(|item| item["Key"].clone())
        .collect();
    assert_eq!(keys, ["in/1", "in/2"]);
    let flat = json!({ "InputType": "JSON", "Transformation": "LOAD_AND_FLATTEN" });
    assert_eq!(
        run(&listing(flat), json!({}), &objects).status,
        Status::Succeeded(json!([1, 2, 3]))
    );
}

#[test]
fn the_result_writer_transforms_the_results() {
    let writing = |transformation: &str| {
        let config = json!({ "Transformation": transformation, "OutputType": "JSON" });
        run(
            &distributed(&json!({ "ResultWriter": { "WriterConfig": config } })),
            json!([[1, 2], 3]),
            &[],
        )
        .status
    };
    assert_eq!(writing("FLATTEN"), Status::Succeeded(json!([1, 2, 3])));
    assert_eq!(writing("COMPACT"), Status::Succeeded(json!([[1, 2], 3])));
    let Status::Succeeded(described) = writing("NONE") else {
        panic!("NONE is a transformation");
    };
    assert_eq!(described[0]["Output"], "[1,2]");
    assert_eq!(described[0]["Status"], "SUCCEEDED");
}

#[test]
fn a_map_run_has_its_events() {
    let execution = run(&distributed(&json!({})), json!([1]), &[]);
    let types: Vec<_> = execution
        .history
        .iter()
        .map(|event| event.event_type.as_str())
        .collect();
    assert_eq!(
        types,
        [
            "ExecutionStarted",
            "MapStateEntered",
            "MapStateStarted",
            "MapRunStarted",
            "MapRunSucceeded",
            "MapStateSucceeded",
            "MapStateExited",
            "ExecutionSucceeded",
        ]
    );
}

#[test]
fn an_express_child_execution_times_out() {
    let definition = distributed(&json!({ "ItemProcessor": {
        "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" },
        "StartAt": "I", "States": {
            "I": { "Type": "Choice", "Choices": [{ "Variable": "$", "NumericLessThan": 0, "Next": "Z" }], "Default": "I2" },
            "I2": { "Type": "Pass", "Next": "I" },
            "Z": { "Type": "Succeed" },
        },
    } }));
    expect_timeout(&definition);
}

#[test]
fn the_last_state_of_an_express_child_execution_can_time_out() {
    let definition = distributed(&json!({ "ItemProcessor": {
        "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" },
        "StartAt": "I", "States": { "I": { "Type": "Wait", "Seconds": 301, "End": true } },
    } }));
    expect_timeout(&definition);
}

#[track_caller]
fn expect_timeout(definition: &Json) {
    match run(definition, json!([1]), &[]).status {
        Status::Failed(error) => {
            assert_eq!(error.error, ErrorName::EXCEED_TOLERATED_FAILURE_THRESHOLD);
            assert!(error.cause.contains("States.Timeout"), "{error:?}");
        }
        other => panic!("{other:?}"),
    }
}
