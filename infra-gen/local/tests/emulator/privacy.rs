//! Nobody else on the machine can read the state, and the log has no secret in it.

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use crate::aws::signature;
use crate::running::Place;

#[tokio::test(flavor = "multi_thread")]
async fn everything_below_the_state_folder_is_readable_by_its_owner_only() {
    let place = Place::new();
    let mut emulator = place.start().await;
    place.create_table("orders");
    place.put_item("orders", "o-1");
    place.create_bucket("board");
    place.put_object("/board/note.txt", "pinned");
    emulator.save().await.unwrap();
    emulator.stop().await.unwrap();
    let mut seen = 0;
    expect_private(&place.state, &mut seen);
    assert!(seen > 20, "{seen} files and folders");
}

fn expect_private(path: &Path, seen: &mut u32) {
    let metadata = std::fs::symlink_metadata(path).unwrap();
    assert_eq!(metadata.permissions().mode() & 0o077, 0, "{}", path.display());
    *seen += 1;
    if metadata.is_dir() {
        for entry in std::fs::read_dir(path).unwrap() {
            expect_private(&entry.unwrap().path(), seen);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_address_of_the_inbox_is_not_in_the_log() {
    const SECRET: &str = "0123456789abcdef0123456789abcdef";
    let place = Place::new();
    let emulator = place.start().await;
    let signature = signature("sns");
    let query = |form: &str| {
        let kind = ("Content-Type", "application/x-www-form-urlencoded");
        let answer = place.send("POST /", &[("Authorization", &signature), kind], form);
        assert_eq!(answer.status, 200, "{answer:?}");
    };
    query("Action=CreateTopic&Version=2010-03-31&Name=news");
    let topic = "arn%3Aaws%3Asns%3Aeu-west-1%3A000000000000%3Anews";
    // Port 9 is never listened on: the delivery fails, which is logged.
    query(&format!(
        "Action=Subscribe&Version=2010-03-31&TopicArn={topic}&Protocol=http&Endpoint=http%3A%2F%2F127.0.0.1%3A9%2F_inbox%2F{SECRET}"
    ));
    let log = place.state.join("emulator.log");
    let deadline = std::time::Instant::now() + std::time::Duration::from_mins(2);
    let logged = loop {
        let text = std::fs::read_to_string(&log).unwrap();
        if text.contains("SubscriptionConfirmation to") {
            break text;
        }
        assert!(
            std::time::Instant::now() < deadline,
            "the failed delivery was never logged:\n{text}"
        );
        tokio::task::yield_now().await;
    };
    assert!(!logged.contains(SECRET), "{logged}");
    assert!(logged.contains("/_inbox/[redacted]"), "{logged}");
    emulator.stop().await.unwrap();
}
