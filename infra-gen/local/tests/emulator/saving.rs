//! Snapshots: complete or not there at all, verified, and never reported when there is none.

use std::net::{Ipv4Addr, TcpStream};
use std::time::Duration;

use infra_gen_local::emulator::{Emulator, EmulatorError};
use rustix::process::{Pid, Resource, Rlimit, Signal, getrlimit, kill_process, prlimit, setrlimit};

use crate::running::Place;

fn process(emulator: &Emulator) -> Pid {
    let id = i32::try_from(emulator.process_id()).unwrap();
    Pid::from_raw(id).unwrap()
}

pub(crate) fn kill(emulator: &Emulator) {
    kill_process(process(emulator), Signal::KILL).unwrap();
}

/// From now on, no file of the emulator may grow beyond so many bytes: to a writer, the disk is full.
fn fill_disk(emulator: &Emulator, bytes: Option<u64>) {
    let limit = Rlimit {
        current: bytes,
        maximum: None,
    };
    prlimit(Some(process(emulator)), Resource::Fsize, limit).unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stop_keeps_tables_objects_and_code() {
    let place = Place::new();
    let emulator = place.start().await;
    assert_eq!(emulator.start_report().snapshot, None);
    place.create_table("orders");
    place.put_item("orders", "o-1");
    place.create_bucket("board");
    place.put_object("/board/deep/note.txt", "pinned");
    let saved = emulator.stop().await.unwrap();

    let emulator = place.start().await;
    let report = emulator.start_report();
    assert_eq!(report.snapshot, Some(saved));
    assert!(!report.was_killed);
    assert!(place.scan("orders").contains("o-1"));
    assert_eq!(place.s3("GET /board/deep/note.txt", "").body, "pinned");
    emulator.stop().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_kill_goes_back_to_the_last_snapshot_of_all_services() {
    let place = Place::new();
    let mut emulator = place.start().await;
    place.create_table("orders");
    place.create_bucket("board");
    place.put_item("orders", "before");
    place.put_object("/board/note.txt", "before");
    place.put_object("/board/gone.txt", "before");
    let saved = emulator.save().await.unwrap();
    place.put_item("orders", "after");
    place.put_object("/board/note.txt", "after, and longer");
    place.put_object("/board/new.txt", "after");
    assert!(place.s3("DELETE /board/gone.txt", "").status < 300);
    kill(&emulator);
    let error = emulator.wait_exit().await;
    assert!(matches!(error, EmulatorError::Exited { .. }), "{error}");
    let text = error.to_string();
    assert!(
        text.contains("the emulator ended by itself (signal: 9 (SIGKILL)); changes of the last"),
        "{text}"
    );
    assert!(
        text.contains(&format!("the next start uses the snapshot of {saved}")),
        "{text}"
    );

    let emulator = place.start().await;
    let report = emulator.start_report();
    assert_eq!(report.snapshot, Some(saved));
    assert!(report.was_killed);
    let items = place.scan("orders");
    assert!(items.contains("before") && !items.contains("after"), "{items}");
    assert_eq!(place.s3("GET /board/note.txt", "").body, "before");
    assert_eq!(place.s3("GET /board/gone.txt", "").body, "before");
    assert_eq!(place.s3("GET /board/new.txt", "").status, 404);
    emulator.stop().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn changes_are_saved_without_being_asked_within_a_minute() {
    let place = Place::new();
    let mut emulator = place.start().await;
    place.create_table("orders");
    place.put_item("orders", "o-1");
    let before = place.snapshots().len();
    let deadline = tokio::time::Instant::now() + Duration::from_mins(1);
    while place.snapshots().len() == before {
        assert!(tokio::time::Instant::now() < deadline, "nothing was saved");
        tokio::task::yield_now().await;
    }
    kill(&emulator);
    emulator.wait_exit().await;
    let emulator = place.start().await;
    assert!(place.scan("orders").contains("o-1"));
    emulator.stop().await.unwrap();
}

/// A browser and its retries open that many; `select` refuses descriptors above 1023.
#[tokio::test(flavor = "multi_thread")]
async fn a_snapshot_is_taken_while_more_than_a_thousand_sockets_are_open() {
    let limit = getrlimit(Resource::Nofile);
    let highest = Rlimit {
        current: limit.maximum,
        ..limit
    };
    setrlimit(Resource::Nofile, highest).unwrap();
    let place = Place::new();
    let mut emulator = place.start().await;
    let sockets: Vec<TcpStream> = (0..1100)
        .map(|_| TcpStream::connect((Ipv4Addr::LOCALHOST, place.port.number())).unwrap())
        .collect();
    // It is answered after the sockets were accepted.
    place.create_table("orders");
    emulator.save().await.unwrap();
    emulator.stop().await.unwrap();
    drop(sockets);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_disk_is_an_error_that_names_the_snapshot_that_remains() {
    let place = Place::new();
    let mut emulator = place.start().await;
    place.create_table("orders");
    place.put_item("orders", "before");
    let saved = emulator.save().await.unwrap();
    place.put_item("orders", "after");
    fill_disk(&emulator, Some(0));
    let error = emulator.stop().await.unwrap_err();
    let text = error.to_string();
    assert!(
        text.starts_with("could not save the data: File too large"),
        "{text}"
    );
    assert!(
        text.contains(&format!("the next start uses the snapshot of {saved}")),
        "{text}"
    );

    let emulator = place.start().await;
    assert_eq!(emulator.start_report().snapshot, Some(saved));
    let items = place.scan("orders");
    assert!(items.contains("before") && !items.contains("after"), "{items}");
    emulator.stop().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_nearly_full_disk_saves_every_service_or_none() {
    let place = Place::new();
    let mut emulator = place.start().await;
    place.create_table("orders");
    place.put_item("orders", "before");
    place.create_bucket("board");
    let saved = emulator.save().await.unwrap();
    // The small services fit; the table does not.
    place.create_bucket("second");
    for number in 0..20 {
        place.put_item("orders", &format!("{number}{}", "after".repeat(200)));
    }
    fill_disk(&emulator, Some(16_000));
    let error = emulator.save().await.unwrap_err();
    assert!(matches!(error, EmulatorError::NotSaved { .. }), "{error}");
    let error = emulator.stop().await.unwrap_err();
    assert!(matches!(error, EmulatorError::NotSaved { .. }), "{error}");

    let emulator = place.start().await;
    assert_eq!(emulator.start_report().snapshot, Some(saved));
    assert!(!place.scan("orders").contains("after"));
    assert_eq!(
        place.s3("GET /second", "").status,
        404,
        "no service is newer than the others"
    );
    emulator.stop().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn saving_works_again_when_there_is_space() {
    let place = Place::new();
    let mut emulator = place.start().await;
    place.create_table("orders");
    fill_disk(&emulator, Some(0));
    emulator.save().await.unwrap_err();
    fill_disk(&emulator, None);
    emulator.save().await.unwrap();
    assert!(!place.state.join("snapshots").read_dir().unwrap().any(|entry| {
        entry
            .unwrap()
            .file_name()
            .to_string_lossy()
            .starts_with(".partial")
    }));
    emulator.stop().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_snapshot_is_reported_and_the_one_before_is_used() {
    let place = Place::new();
    let mut emulator = place.start().await;
    place.create_table("orders");
    place.put_item("orders", "first");
    let first = emulator.save().await.unwrap();
    place.put_item("orders", "second");
    emulator.stop().await.unwrap();
    let newest = place.snapshots().pop().unwrap();
    let table = newest.join("services/dynamodb.json");
    let text = std::fs::read_to_string(&table).unwrap();
    // A new file: the old one may be shared with the snapshot before.
    std::fs::remove_file(&table).unwrap();
    std::fs::write(&table, &text[..text.len() / 2]).unwrap();

    let emulator = place.start().await;
    let report = emulator.start_report();
    assert_eq!(report.snapshot, Some(first));
    assert!(
        report.problems[0].contains("`services/dynamodb.json` is not what was saved"),
        "{report:?}"
    );
    let items = place.scan("orders");
    assert!(items.contains("first") && !items.contains("second"), "{items}");
    emulator.stop().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_readable_snapshot_nothing_starts_and_nothing_is_overwritten() {
    let place = Place::new();
    let emulator = place.start().await;
    place.create_table("orders");
    emulator.stop().await.unwrap();
    let before = place.snapshots();
    for folder in &before {
        std::fs::remove_file(folder.join("manifest.json")).unwrap();
    }
    let error = Emulator::start(&place.config()).await.unwrap_err();
    let text = error.to_string();
    assert!(text.contains("cannot be read (snapshot "), "{text}");
    assert!(text.contains("start without data with `--reset`"), "{text}");
    assert_eq!(place.snapshots(), before);
}

#[tokio::test(flavor = "multi_thread")]
async fn at_most_two_snapshots_are_kept_and_what_did_not_change_is_shared() {
    use std::os::unix::fs::MetadataExt as _;

    let place = Place::new();
    let mut emulator = place.start().await;
    place.create_bucket("board");
    place.put_object("/board/picture.bin", &"x".repeat(100_000));
    for number in 0..3 {
        place.put_object(&format!("/board/{number}"), "small");
        emulator.save().await.unwrap();
    }
    let folders = place.snapshots();
    assert_eq!(folders.len(), 2, "{folders:?}");
    let picture = |folder: &std::path::Path| {
        let path = folder.join("objects/000000000000/board/picture.bin");
        std::fs::metadata(path).unwrap().ino()
    };
    assert_eq!(picture(&folders[0]), picture(&folders[1]));
    emulator.stop().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_data_of_an_earlier_version_is_taken_over() {
    let place = Place::new();
    let emulator = place.start().await;
    place.create_table("orders");
    place.put_item("orders", "o-1");
    emulator.stop().await.unwrap();
    // It had the files of the services where the emulator works, and no snapshots.
    let newest = place.snapshots().pop().unwrap();
    for entry in std::fs::read_dir(newest.join("services")).unwrap() {
        let path = entry.unwrap().path();
        std::fs::copy(&path, place.state.join("state").join(path.file_name().unwrap())).unwrap();
    }
    std::fs::remove_dir_all(place.state.join("snapshots")).unwrap();

    let mut emulator = place.start().await;
    assert!(place.scan("orders").contains("o-1"));
    kill(&emulator);
    emulator.wait_exit().await;
    let emulator = place.start().await;
    assert!(
        place.scan("orders").contains("o-1"),
        "it is in a snapshot from the start"
    );
    emulator.stop().await.unwrap();
}
