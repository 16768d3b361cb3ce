//! Names: literals, and names that are parsed.

use std::{
    panic,
    sync::{Arc, Mutex},
};

use infra_gen_cfn::{BucketName, LogicalId, TableName};

#[test]
fn a_malformed_name_is_refused_with_the_rule() {
    assert_eq!(LogicalId::parse("my-queue"), None);
    assert_eq!(
        LogicalId::try_from("my-queue").map_err(|error| error.to_string()),
        Err("`my-queue` is malformed: a logical ID has 1 to 255 letters and digits only".to_owned())
    );
    assert_eq!(
        "or ders".parse::<TableName>().map_err(|error| error.to_string()),
        Err("`or ders` is malformed: a table name has 3 to 255 letters, digits, `_`, `.` and `-`".to_owned())
    );
    assert_eq!("MyQueue".parse(), Ok(LogicalId::new("MyQueue")));
    assert_eq!(
        BucketName::try_from("images".to_owned()),
        Ok(BucketName::new("images"))
    );
}

#[test]
fn a_malformed_literal_panics_with_the_name_at_the_place_of_the_call() {
    let seen = Arc::new(Mutex::new(Vec::new()));
    let sink = Arc::clone(&seen);
    panic::set_hook(Box::new(move |panic| {
        let place = panic
            .location()
            .map(|place| (place.file().to_owned(), place.line()));
        if let Ok(mut seen) = sink.lock() {
            seen.push((panic.payload_as_str().unwrap_or_default().to_owned(), place));
        }
    }));
    let line = line!() + 1;
    let first = panic::catch_unwind(|| LogicalId::new("my-queue"));
    let second = panic::catch_unwind(|| BucketName::new("Images"));
    let _ = panic::take_hook();
    assert!(first.is_err() && second.is_err());
    let file = file!().to_owned();
    let expected = [
        (
            "`my-queue` is malformed: a logical ID has 1 to 255 letters and digits only".to_owned(),
            Some((file.clone(), line)),
        ),
        (
            "`Images` is malformed: a bucket name has 3 to 63 lower-case letters, digits and `-`, and begins and ends with a \
             letter or digit"
                .to_owned(),
            Some((file, line + 1)),
        ),
    ];
    assert_eq!(
        *seen.lock().unwrap_or_else(std::sync::PoisonError::into_inner),
        expected
    );
}
