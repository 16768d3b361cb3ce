//! `deploy` and `destroy` during an operation whose end the test controls.

use std::time::Instant;

use crate::support::{Endpoint, Running, TIMEOUT, Workspace};

const DEPLOY: [&str; 4] = ["deploy", "--env", "local", "--yes"];

#[test]
fn after_ctrl_c_the_next_run_watches_the_same_operation() {
    let stage = Stage::new();
    let mut running = stage.begin();
    running.wait_for("WaitConditionHandle Handle");
    running.signal("INT");
    let (code, said) = running.end();
    assert_eq!(code, Some(130), "{said}");
    assert!(
        said.contains(
            "Ctrl-C: the operation on stack `noticeboard-local` continues on AWS; follow it with `infra-gen deploy --env \
             local` or watch it with `infra-gen events --env local --follow`"
        ),
        "{said}"
    );

    let mut again = stage
        .endpoint
        .program(&stage.workspace, "waiting.yaml")
        .start(&DEPLOY);
    again
        .wait_for("is UPDATE_IN_PROGRESS (started by an earlier run of this program); waiting until it ends");
    stage.signal("SUCCESS");
    let (code, said) = again.end();
    assert_eq!(code, Some(0), "{said}");
    assert!(
        said.contains("that operation ended in UPDATE_COMPLETE; continuing"),
        "{said}"
    );
    assert!(said.contains("no changes"), "{said}");
}

#[test]
fn sigterm_is_handled_like_ctrl_c() {
    let stage = Stage::new();
    let mut running = stage.begin();
    running.wait_for("WaitConditionHandle Handle");
    running.signal("TERM");
    assert_eq!(running.end().0, Some(130));
}

#[test]
fn a_concurrent_run_waits_and_reports_the_same_failure() {
    let stage = Stage::new();
    let first = stage.begin();
    let mut second = stage
        .endpoint
        .program(&stage.workspace, "grown.yaml")
        .start(&DEPLOY);
    second.wait_for("waiting until it ends");
    stage.signal("FAILURE");
    for (code, said) in [first.end(), second.end()] {
        assert_eq!(code, Some(1), "{said}");
        assert!(said.contains("ended in UPDATE_ROLLBACK_COMPLETE"), "{said}");
        assert!(said.contains("first failure: `Signal`"), "{said}");
    }
}

#[test]
fn destroy_waits_for_the_operation_in_progress() {
    let stage = Stage::new();
    let first = stage.begin();
    let mut destroying = stage
        .endpoint
        .program(&stage.workspace, "waiting.yaml")
        .start(&["destroy", "--env", "local", "--yes"]);
    destroying.wait_for("waiting until it ends");
    stage.signal("SUCCESS");
    assert_eq!(first.end().0, Some(0));
    let (code, said) = destroying.end();
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("deleted stack `noticeboard-local`"), "{said}");
}

/// A stack whose update runs until the test signals its end.
struct Stage {
    endpoint: Endpoint,
    workspace: Workspace,
}

impl Stage {
    fn new() -> Self {
        let stage = Self {
            endpoint: Endpoint::start(),
            workspace: Workspace::new(),
        };
        stage
            .endpoint
            .program(&stage.workspace, "basic.yaml")
            .run(&DEPLOY);
        stage
    }

    /// Starts the update and returns once it is in progress.
    fn begin(&self) -> Running {
        let mut running = self
            .endpoint
            .program(&self.workspace, "waiting.yaml")
            .start(&DEPLOY);
        running.wait_for("to update stack");
        self.signal_address();
        running
    }

    /// The address at which the emulator waits for the signal.
    fn signal_address(&self) -> String {
        let deadline = Instant::now() + TIMEOUT;
        loop {
            let resources = self.endpoint.send(
                "POST /",
                "Action=DescribeStackResources&Version=2010-05-15&StackName=noticeboard-local",
            );
            let address = resources
                .split_once("/_ministack/cfn-signal/")
                .and_then(|(_, rest)| rest.split_once('<'))
                .map(|(token, _)| format!("/_ministack/cfn-signal/{token}"));
            match address {
                Some(address) => return address,
                None => assert!(Instant::now() < deadline, "{resources}"),
            }
            std::thread::yield_now();
        }
    }

    fn signal(&self, status: &str) {
        let answer = self.endpoint.send(
            &format!("PUT {}", self.signal_address()),
            &format!(r#"{{"Status":"{status}","Reason":"the test says so","UniqueId":"1","Data":""}}"#),
        );
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    }
}
