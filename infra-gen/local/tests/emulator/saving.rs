//! Snapshots are complete, verified, and never reported as saved if they are not.

use std::net::{Ipv4Addr, TcpStream};
use std::time::Duration;

use infra_gen_local::emulator::{Emulator, EmulatorError};
use rustix::process::{Pid, Resource, Rlimit, Signal, getrlimit, kill_process, prlimit, setrlimit};

use crate::running::TestEmulator;

fn process(emulator: &Emulator) -> Pid {
    let id = i32::try_from(emulator.process_id()).unwrap();
    Pid::from_raw(id).unwrap()
}

pub(crate) fn kill(emulator: &Emulator) {
    kill_process(process(emulator), Signal::KILL).unwrap();
}

/// Limits the size of files that the emulator writes, which has the same effect as a full disk.
fn fill_disk(emulator: &Emulator, bytes: Option<u64>) {
    let limit = Rlimit {
        current: bytes,
        maximum: None,
    };
    prlimit(Some(process(emulator)), Resource::Fsize, limit).unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stop_saves_tables_and_objects() {
    let test = TestEmulator::new();
    let emulator = test.start().await;
    assert_eq!(emulator.start_report().snapshot, None);
    test.create_table("orders");
    test.put_item("orders", "o-1");
    test.create_bucket("board");
    test.put_object("/board/deep/note.txt", "pinned");
    let saved = emulator.stop().await.unwrap();

    let emulator = test.start().await;
    let report = emulator.start_report();
    assert_eq!(report.snapshot, Some(saved));
    assert!(!report.was_killed);
    assert!(test.scan("orders").contains("o-1"));
    assert_eq!(test.s3("GET /board/deep/note.txt", "").body, "pinned");
    emulator.stop().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_kill_all_services_are_restored_from_the_last_snapshot() {
    let test = TestEmulator::new();
    let mut emulator = test.start().await;
    test.create_table("orders");
    test.create_bucket("board");
    test.put_item("orders", "before");
    test.put_object("/board/note.txt", "before");
    test.put_object("/board/gone.txt", "before");
    let saved = emulator.save().await.unwrap();
    test.put_item("orders", "after");
    test.put_object("/board/note.txt", "after, and longer");
    test.put_object("/board/new.txt", "after");
    assert!(test.s3("DELETE /board/gone.txt", "").status < 300);
    kill(&emulator);
    let error = emulator.wait_exit().await;
    assert!(matches!(error, EmulatorError::Exited { .. }), "{error}");
    let message = error.to_string();
    assert!(
        message.contains("the emulator exited unexpectedly (signal: 9 (SIGKILL)); changes of the last"),
        "{message}"
    );
    assert!(
        message.contains(&format!("the next start uses the snapshot of {saved}")),
        "{message}"
    );

    let emulator = test.start().await;
    let report = emulator.start_report();
    assert_eq!(report.snapshot, Some(saved));
    assert!(report.was_killed);
    let items = test.scan("orders");
    assert!(items.contains("before") && !items.contains("after"), "{items}");
    assert_eq!(test.s3("GET /board/note.txt", "").body, "before");
    assert_eq!(test.s3("GET /board/gone.txt", "").body, "before");
    assert_eq!(test.s3("GET /board/new.txt", "").status, 404);
    emulator.stop().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn changes_are_saved_automatically_within_a_minute() {
    let test = TestEmulator::new();
    let mut emulator = test.start().await;
    test.create_table("orders");
    test.put_item("orders", "o-1");
    let before = test.snapshots().len();
    let deadline = tokio::time::Instant::now() + Duration::from_mins(1);
    while test.snapshots().len() == before {
        assert!(tokio::time::Instant::now() < deadline, "nothing was saved");
        tokio::task::yield_now().await;
    }
    kill(&emulator);
    emulator.wait_exit().await;
    let emulator = test.start().await;
    assert!(test.scan("orders").contains("o-1"));
    emulator.stop().await.unwrap();
}

/// A browser can open that many with its retries, and `select` rejects descriptors above 1023.
#[tokio::test(flavor = "multi_thread")]
async fn a_snapshot_is_taken_while_more_than_a_thousand_sockets_are_open() {
    let limit = getrlimit(Resource::Nofile);
    let highest = Rlimit {
        current: limit.maximum,
        ..limit
    };
    setrlimit(Resource::Nofile, highest).unwrap();
    let test = TestEmulator::new();
    let mut emulator = test.start().await;
    let sockets: Vec<TcpStream> = (0..1100)
        .map(|_| TcpStream::connect((Ipv4Addr::LOCALHOST, test.port.number())).unwrap())
        .collect();
    // The response arrives after the sockets were accepted.
    test.create_table("orders");
    emulator.save().await.unwrap();
    emulator.stop().await.unwrap();
    drop(sockets);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_disk_is_an_error_that_names_the_remaining_snapshot() {
    let test = TestEmulator::new();
    let mut emulator = test.start().await;
    test.create_table("orders");
    test.put_item("orders", "before");
    let saved = emulator.save().await.unwrap();
    test.put_item("orders", "after");
    fill_disk(&emulator, Some(0));
    let error = emulator.stop().await.unwrap_err();
    let message = error.to_string();
    assert!(
        message.starts_with("could not save the data: File too large"),
        "{message}"
    );
    assert!(
        message.contains(&format!("the next start uses the snapshot of {saved}")),
        "{message}"
    );

    let emulator = test.start().await;
    assert_eq!(emulator.start_report().snapshot, Some(saved));
    let items = test.scan("orders");
    assert!(items.contains("before") && !items.contains("after"), "{items}");
    emulator.stop().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_nearly_full_disk_saves_all_services_or_none() {
    let test = TestEmulator::new();
    let mut emulator = test.start().await;
    test.create_table("orders");
    test.put_item("orders", "before");
    test.create_bucket("board");
    let saved = emulator.save().await.unwrap();
    // The small services fit onto the disk, but the table does not.
    test.create_bucket("second");
    for number in 0..20 {
        test.put_item("orders", &format!("{number}{}", "after".repeat(200)));
    }
    fill_disk(&emulator, Some(16_000));
    let error = emulator.save().await.unwrap_err();
    assert!(matches!(error, EmulatorError::NotSaved { .. }), "{error}");
    let error = emulator.stop().await.unwrap_err();
    assert!(matches!(error, EmulatorError::NotSaved { .. }), "{error}");

    let emulator = test.start().await;
    assert_eq!(emulator.start_report().snapshot, Some(saved));
    assert!(!test.scan("orders").contains("after"));
    assert_eq!(
        test.s3("GET /second", "").status,
        404,
        "no service is newer than the others"
    );
    emulator.stop().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn saving_works_again_once_there_is_space() {
    let test = TestEmulator::new();
    let mut emulator = test.start().await;
    test.create_table("orders");
    fill_disk(&emulator, Some(0));
    emulator.save().await.unwrap_err();
    fill_disk(&emulator, None);
    emulator.save().await.unwrap();
    assert!(!test.state.join("snapshots").read_dir().unwrap().any(|entry| {
        entry
            .unwrap()
            .file_name()
            .to_string_lossy()
            .starts_with(".partial")
    }));
    emulator.stop().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_snapshot_is_reported_and_the_previous_one_is_used() {
    let test = TestEmulator::new();
    let mut emulator = test.start().await;
    test.create_table("orders");
    test.put_item("orders", "first");
    let first = emulator.save().await.unwrap();
    test.put_item("orders", "second");
    emulator.stop().await.unwrap();
    let newest = test.snapshots().pop().unwrap();
    let table = newest.join("services/dynamodb.json");
    let content = std::fs::read_to_string(&table).unwrap();
    // A new file, because the old one may be shared with the previous snapshot.
    std::fs::remove_file(&table).unwrap();
    std::fs::write(&table, &content[..content.len() / 2]).unwrap();

    let emulator = test.start().await;
    let report = emulator.start_report();
    assert_eq!(report.snapshot, Some(first));
    assert!(
        report.problems[0].contains("`services/dynamodb.json` differs from the manifest"),
        "{report:?}"
    );
    let items = test.scan("orders");
    assert!(items.contains("first") && !items.contains("second"), "{items}");
    emulator.stop().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_readable_snapshot_nothing_starts_and_nothing_is_overwritten() {
    let test = TestEmulator::new();
    let emulator = test.start().await;
    test.create_table("orders");
    emulator.stop().await.unwrap();
    let before = test.snapshots();
    for folder in &before {
        std::fs::remove_file(folder.join("manifest.json")).unwrap();
    }
    let error = Emulator::start(&test.config()).await.unwrap_err();
    let message = error.to_string();
    assert!(
        message.starts_with("could not read the snapshots in `") && message.contains("`: snapshot "),
        "{message}"
    );
    assert!(message.contains("start without data with `--reset`"), "{message}");
    assert_eq!(test.snapshots(), before);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_snapshots_are_kept_and_share_unchanged_files() {
    use std::os::unix::fs::MetadataExt as _;

    let test = TestEmulator::new();
    let mut emulator = test.start().await;
    test.create_bucket("board");
    test.put_object("/board/picture.bin", &"x".repeat(100_000));
    for number in 0..3 {
        test.put_object(&format!("/board/{number}"), "small");
        emulator.save().await.unwrap();
    }
    let folders = test.snapshots();
    assert_eq!(folders.len(), 2, "{folders:?}");
    let picture = |folder: &std::path::Path| {
        let path = folder.join("objects/000000000000/board/picture.bin");
        std::fs::metadata(path).unwrap().ino()
    };
    assert_eq!(picture(&folders[0]), picture(&folders[1]));
    emulator.stop().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_data_of_an_earlier_version_is_used() {
    let test = TestEmulator::new();
    let emulator = test.start().await;
    test.create_table("orders");
    test.put_item("orders", "o-1");
    emulator.stop().await.unwrap();
    // An earlier version had the files of the services in the working folder, and no snapshots.
    let newest = test.snapshots().pop().unwrap();
    for entry in std::fs::read_dir(newest.join("services")).unwrap() {
        let path = entry.unwrap().path();
        std::fs::copy(&path, test.state.join("state").join(path.file_name().unwrap())).unwrap();
    }
    std::fs::remove_dir_all(test.state.join("snapshots")).unwrap();

    let mut emulator = test.start().await;
    assert!(test.scan("orders").contains("o-1"));
    kill(&emulator);
    emulator.wait_exit().await;
    let emulator = test.start().await;
    assert!(
        test.scan("orders").contains("o-1"),
        "it is in a snapshot from the start on"
    );
    emulator.stop().await.unwrap();
}
