//! Other users cannot read the state, and the log contains no secrets.

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use crate::aws::signature;
use crate::running::TestEmulator;

#[tokio::test(flavor = "multi_thread")]
async fn everything_below_the_state_folder_is_readable_by_its_owner_only() {
    let test = TestEmulator::new();
    let mut emulator = test.start().await;
    test.create_table("orders");
    test.put_item("orders", "o-1");
    test.create_bucket("board");
    test.put_object("/board/note.txt", "pinned");
    emulator.save().await.unwrap();
    emulator.stop().await.unwrap();
    let mut seen = 0;
    expect_private(&test.state, &mut seen);
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
async fn the_subscription_url_of_the_inbox_is_not_in_the_log() {
    const SECRET: &str = "0123456789abcdef0123456789abcdef";
    let test = TestEmulator::new();
    let emulator = test.start().await;
    let signature = signature("sns");
    let query = |form: &str| {
        let kind = ("Content-Type", "application/x-www-form-urlencoded");
        let response = test.send("POST /", &[("Authorization", &signature), kind], form);
        assert_eq!(response.status, 200, "{response:?}");
    };
    query("Action=CreateTopic&Version=2010-03-31&Name=news");
    let topic = "arn%3Aaws%3Asns%3Aeu-west-1%3A000000000000%3Anews";
    // No process listens on port 9, so the delivery fails, which is logged.
    query(&format!(
        "Action=Subscribe&Version=2010-03-31&TopicArn={topic}&Protocol=http&Endpoint=http%3A%2F%2F127.0.0.1%3A9%2F_inbox%2F{SECRET}"
    ));
    let log = test.state.join("emulator.log");
    let deadline = std::time::Instant::now() + std::time::Duration::from_mins(2);
    let logged = loop {
        let content = std::fs::read_to_string(&log).unwrap();
        if content.contains("SubscriptionConfirmation to") {
            break content;
        }
        assert!(
            std::time::Instant::now() < deadline,
            "the failed delivery was never logged:\n{content}"
        );
        tokio::task::yield_now().await;
    };
    assert!(!logged.contains(SECRET), "{logged}");
    assert!(logged.contains("/_inbox/[redacted]"), "{logged}");
    emulator.stop().await.unwrap();
}
