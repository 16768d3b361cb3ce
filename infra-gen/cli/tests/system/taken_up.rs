//! `deploy` and `destroy` beside an operation that goes on for as long as the test wants.

use std::time::Instant;

use crate::support::{Endpoint, PATIENCE, Running, Workspace};

const DEPLOY: [&str; 4] = ["deploy", "--env", "local", "--yes"];

#[test]
fn ctrl_c_ends_the_watching_and_the_next_run_takes_it_up() {
    let stage = Stage::new();
    let mut running = stage.begin();
    running.wait_for("WaitConditionHandle Handle");
    running.signal("INT");
    let (code, said) = running.end();
    assert_eq!(code, Some(130), "{said}");
    assert!(
        said.contains(
            "Ctrl-C: what was begun with stack `noticeboard-local` goes on at AWS; follow it with `infra-gen deploy --env \
             local`, or watch it with `infra-gen events --env local --follow`"
        ),
        "{said}"
    );

    let mut again = stage
        .endpoint
        .program(&stage.workspace, "waiting.yaml")
        .start(&DEPLOY);
    again.wait_for(
        "is UPDATE_IN_PROGRESS: an earlier run of this program began that; following it to its end",
    );
    stage.signal("SUCCESS");
    let (code, said) = again.end();
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("that ended as UPDATE_COMPLETE; going on"), "{said}");
    assert!(said.contains("no changes"), "{said}");
}

#[test]
fn a_request_to_end_is_heard_like_ctrl_c() {
    let stage = Stage::new();
    let mut running = stage.begin();
    running.wait_for("WaitConditionHandle Handle");
    running.signal("TERM");
    assert_eq!(running.end().0, Some(130));
}

#[test]
fn a_run_beside_another_waits_for_it_and_tells_its_failure() {
    let stage = Stage::new();
    let first = stage.begin();
    let mut second = stage
        .endpoint
        .program(&stage.workspace, "grown.yaml")
        .start(&DEPLOY);
    second.wait_for("following it to its end");
    stage.signal("FAILURE");
    for (code, said) in [first.end(), second.end()] {
        assert_eq!(code, Some(1), "{said}");
        assert!(said.contains("ended as UPDATE_ROLLBACK_COMPLETE"), "{said}");
        assert!(said.contains("first failure: `Signal`"), "{said}");
    }
}

#[test]
fn what_is_under_way_ends_before_the_stack_is_destroyed() {
    let stage = Stage::new();
    let first = stage.begin();
    let mut destroying = stage
        .endpoint
        .program(&stage.workspace, "waiting.yaml")
        .start(&["destroy", "--env", "local", "--yes"]);
    destroying.wait_for("following it to its end");
    stage.signal("SUCCESS");
    assert_eq!(first.end().0, Some(0));
    let (code, said) = destroying.end();
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("stack `noticeboard-local` is gone"), "{said}");
}

/// A stack whose update goes on until it is signalled.
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

    /// Starts the update and returns when it is under way.
    fn begin(&self) -> Running {
        let mut running = self
            .endpoint
            .program(&self.workspace, "waiting.yaml")
            .start(&DEPLOY);
        running.wait_for("to update stack");
        self.signal_address();
        running
    }

    /// Where the emulator waits for the signal, once it does.
    fn signal_address(&self) -> String {
        let deadline = Instant::now() + PATIENCE;
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
