//! How `dev` stops: it lets running workflows finish, saves the data, and reports the result.

use rustix::process::{Pid, Resource, Rlimit, prlimit};

use crate::http::{Request, forward};
use crate::port::Port;
use crate::support::{Program, Running, Workspace, kill};

/// A `dev` with one workflow, which waits for the number of seconds in its input.
struct Dev {
    workspace: Workspace,
    port: Port,
}

impl Dev {
    fn new() -> Self {
        Self {
            workspace: Workspace::with_emulator(),
            port: Port::claim(),
        }
    }

    /// Starts `dev` and waits until the stack is deployed. Also returns the emulator's process ID.
    fn start(&self, more: &[&str]) -> (Running, u32) {
        let port = self.port.to_string();
        let arguments = [&["dev", "--port", &port], more].concat();
        let mut running = Program::new(&self.workspace, "workflow.yaml").start(&arguments);
        let line = running.wait_for("emulator is running at");
        let (_, rest) = line.split_once("(process ").unwrap();
        let process = rest.split_once(',').unwrap().0.parse().unwrap();
        running.wait_for("following the functions' logs");
        (running, process)
    }

    fn call(&self, action: &str, body: &str) -> String {
        let request = Request {
            head: format!(
                "POST / HTTP/1.1\r\nHost: localhost\r\nX-Amz-Target: AWSStepFunctions.{action}\r\nContent-Type: \
                 application/x-amz-json-1.0\r\nContent-Length: {}\r\nAuthorization: AWS4-HMAC-SHA256 \
                 Credential=test/20261101/eu-west-1/states/aws4_request, SignedHeaders=host, Signature=none\r\n\r\n",
                body.len()
            ),
            body: body.as_bytes().to_vec(),
        };
        String::from_utf8_lossy(&forward(&request, self.port.number())).into_owned()
    }

    #[track_caller]
    fn start_execution(&self, seconds: u32) {
        let body = format!(
            r#"{{"stateMachineArn": "arn:aws:states:eu-west-1:000000000000:stateMachine:waiting", "name": "one",
                "input": "{{\"seconds\": {seconds}}}"}}"#
        );
        let answer = self.call("StartExecution", &body);
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    }

    fn execution(&self) -> String {
        let arn = "arn:aws:states:eu-west-1:000000000000:execution:waiting:one";
        self.call("DescribeExecution", &format!(r#"{{"executionArn": "{arn}"}}"#))
    }
}

#[track_caller]
fn expect_end(running: Running, expected: i32) -> String {
    let (code, said) = running.end();
    assert_eq!(code, Some(expected), "{said}");
    said
}

#[test]
fn ctrl_c_rejects_new_work_and_waits_for_running_workflows() {
    let dev = Dev::new();
    let (mut running, _) = dev.start(&[]);
    assert!(
        running
            .heard
            .join("\n")
            .contains("starting without data from an earlier run")
    );
    dev.start_execution(6);
    running.signal("INT");
    let line = running.wait_for("waiting for 1 workflow execution");
    assert!(
        line.contains(" to finish (30 s left; Ctrl-C again stops at once)"),
        "{line}"
    );
    let refused = dev.execution();
    assert!(refused.starts_with("HTTP/1.1 503"), "{refused}");
    assert!(refused.contains("retry-after: 5"), "{refused}");
    assert!(refused.contains("application/problem+json"), "{refused}");
    let said = expect_end(running, 0);
    assert!(
        said.contains("stopped; the data is stored in .local/emulator (saved "),
        "{said}"
    );
    assert!(!said.contains("ABORTED"), "{said}");

    let (running, _) = dev.start(&[]);
    let heard = running.heard.join("\n");
    assert!(heard.contains("using the snapshot of "), "{heard}");
    assert!(heard.contains(", taken when the last run stopped"), "{heard}");
    let finished = dev.execution();
    assert!(finished.contains("SUCCEEDED"), "{finished}");
    running.signal("INT");
    expect_end(running, 0);
}

#[test]
fn a_second_ctrl_c_stops_at_once_and_aborts_the_workflow() {
    let dev = Dev::new();
    let (mut running, _) = dev.start(&[]);
    dev.start_execution(600);
    running.signal("INT");
    running.wait_for("waiting for 1 workflow execution");
    running.signal("INT");
    let said = expect_end(running, 0);
    assert!(said.contains("Ctrl-C: stopping at once"), "{said}");
    assert!(
        said.contains("1 workflow execution did not finish; the next start reports it as ABORTED"),
        "{said}"
    );
    assert!(said.contains("stopped; the data is stored in"), "{said}");

    let (running, _) = dev.start(&[]);
    let heard = running.heard.join("\n");
    assert!(
        heard.contains("1 workflow execution did not finish in the last run and is now ABORTED"),
        "{heard}"
    );
    assert!(dev.execution().contains("ABORTED"));
    running.signal("INT");
    expect_end(running, 0);
}

#[test]
fn the_wait_for_workflows_has_a_time_limit() {
    let dev = Dev::new();
    let (running, _) = dev.start(&["--drain", "1"]);
    dev.start_execution(600);
    running.signal("TERM");
    let said = expect_end(running, 0);
    assert!(
        said.contains("1 workflow execution did not finish; the next start reports it as ABORTED"),
        "{said}"
    );
}

#[test]
fn a_killed_emulator_is_reported_with_the_lost_data() {
    let dev = Dev::new();
    let (running, process) = dev.start(&[]);
    dev.start_execution(1);
    kill("KILL", process);
    let said = expect_end(running, 1);
    assert!(
        said.contains("the emulator exited unexpectedly (signal: 9 (SIGKILL)); "),
        "{said}"
    );
    assert!(
        said.contains(" lost; the next start uses the snapshot of "),
        "{said}"
    );
    assert!(!said.contains("the data is stored"), "{said}");

    let (running, _) = dev.start(&[]);
    let heard = running.heard.join("\n");
    assert!(
        heard.contains("the last run was killed; using its snapshot of "),
        "{heard}"
    );
    running.signal("INT");
    expect_end(running, 0);
}

#[test]
fn a_save_that_fails_is_an_error() {
    let dev = Dev::new();
    let (running, process) = dev.start(&[]);
    dev.start_execution(1);
    // From now on, every write of the emulator fails.
    let limit = Rlimit {
        current: Some(0),
        maximum: None,
    };
    let process = Pid::from_raw(i32::try_from(process).unwrap());
    prlimit(process, Resource::Fsize, limit).unwrap();
    running.signal("INT");
    let said = expect_end(running, 1);
    assert!(
        said.contains("error: could not save the data: File too large"),
        "{said}"
    );
    assert!(said.contains("the next start uses the snapshot of "), "{said}");
    assert!(!said.contains("the data is stored"), "{said}");
}
