//! Kills `deploy` at each of its requests and starts it again: the next run completes the deployment.

use crate::proxy::{Fatal, Moment, Proxy};
use crate::support::{Endpoint, Workspace};

#[test]
fn a_creation_killed_at_any_request_is_completed_by_the_next_run() {
    let trial = Trial::new();
    let (small, large) = (trial.template("basic.yaml"), trial.padded("basic.yaml"));
    trial.kill_everywhere(None, &large, |seen| {
        // The setup of the bucket is complete, wherever the first run was killed.
        assert_eq!(trial.outputs(&large), trial.outputs(&small), "{seen}");
        for part in ["?encryption", "?policy", "?lifecycle", "?publicAccessBlock"] {
            let answer = trial.get(&format!("/noticeboard-artifacts-000000000000-eu-west-1{part}"));
            assert!(answer.starts_with("HTTP/1.1 200"), "{part}: {answer}\n{seen}");
        }
    });
}

#[test]
fn an_update_killed_at_any_request_is_completed_by_the_next_run() {
    let trial = Trial::new();
    let (before, after) = (trial.template("basic.yaml"), trial.template("grown.yaml"));
    trial.kill_everywhere(Some(&before), &after, |seen| {
        let resources = trial.ask("ListStackResources");
        assert!(resources.contains("AWS::SQS::Queue"), "{resources}\n{seen}");
    });
}

#[test]
fn a_killed_upload_is_repeated() {
    let trial = Trial::new();
    let whole = trial.template("whole.yaml");
    let seen = trial.requests(&whole, "code");
    let upload = seen
        .into_iter()
        .find(|request| request.starts_with("PUT") && request.contains(".zip"))
        .unwrap();
    for moment in [Moment::Before, Moment::After] {
        trial.reset();
        let fatal = Fatal {
            name: upload.clone(),
            number: 1,
            moment,
        };
        assert!(trial.killed_at(&whole, "code", fatal));
        trial.expect_completed(&whole, "code", &format!("{moment:?} the upload"));
    }
}

/// An emulator that is reset before each run.
struct Trial {
    endpoint: Endpoint,
    workspace: Workspace,
}

const DEPLOY: [&str; 5] = ["deploy", "--env", "local", "--yes", "--no-site"];

impl Trial {
    fn new() -> Self {
        Self {
            endpoint: Endpoint::start(),
            workspace: Workspace::new(),
        }
    }

    fn template(&self, name: &str) -> String {
        let text = std::fs::read_to_string(crate::support::templates().join(name)).unwrap();
        self.write(name, &text)
    }

    /// The same template, too large to send inline.
    fn padded(&self, name: &str) -> String {
        let text = std::fs::read_to_string(crate::support::templates().join(name)).unwrap();
        let padding = "nothing but room ".repeat(3_200);
        self.write(
            &format!("padded-{name}"),
            &format!("Metadata: {{ Padding: '{padding}' }}\n{text}"),
        )
    }

    fn write(&self, name: &str, text: &str) -> String {
        let path = self.workspace.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    }

    /// Kills the deployment of `after` at each of its requests, before and after the request is processed, and deploys again.
    fn kill_everywhere(&self, before: Option<&str>, after: &str, expect: impl Fn(&str)) {
        let prepare = || {
            self.reset();
            if let Some(before) = before {
                self.expect_completed(before, "", "before");
            }
        };
        prepare();
        let requests = self.requests(after, "");
        expect("an undisturbed run");
        for (place, request) in requests.iter().enumerate() {
            let number = 1 + requests[..place]
                .iter()
                .filter(|before| *before == request)
                .count();
            let reads = ["Describe", "List", "Get", "HEAD", "GET "]
                .iter()
                .any(|reading| request.contains(reading));
            for moment in [Moment::Before, Moment::After] {
                // A read changes nothing, whether or not it arrived.
                if reads && moment == Moment::After {
                    continue;
                }
                let seen = format!("killed {moment:?} {request}, number {number}");
                prepare();
                let fatal = Fatal {
                    name: request.clone(),
                    number,
                    moment,
                };
                if !self.killed_at(after, "", fatal) {
                    // The number of polls differs from run to run.
                    assert!(reads && number > 1, "not {seen}");
                    continue;
                }
                self.expect_completed(after, "", &seen);
                self.expect_nothing_left(&seen);
                expect(&seen);
            }
        }
    }

    /// The requests of an undisturbed run.
    fn requests(&self, template: &str, parts: &str) -> Vec<String> {
        let proxy = Proxy::open(self.endpoint.port(), None);
        let mut program = self.endpoint.program(&self.workspace, template).parts(parts);
        program.command.env("AWS_ENDPOINT_URL", &proxy.address);
        let seen = program.run(&DEPLOY);
        assert!(seen.ends_with("exit code 0\n"), "{seen}");
        let requests = proxy.seen();
        assert!(requests.len() > 8, "{requests:?}");
        requests
    }

    /// Whether the program reached the request at which it is killed.
    fn killed_at(&self, template: &str, parts: &str, fatal: Fatal) -> bool {
        let proxy = Proxy::open(self.endpoint.port(), Some(fatal));
        let mut program = self.endpoint.program(&self.workspace, template).parts(parts);
        program.command.env("AWS_ENDPOINT_URL", &proxy.address);
        let running = program.start(&DEPLOY);
        proxy.set_victim(running.process_id());
        running.end().0.is_none()
    }

    #[track_caller]
    fn expect_completed(&self, template: &str, parts: &str, seen: &str) {
        let run = self
            .endpoint
            .program(&self.workspace, template)
            .parts(parts)
            .run(&DEPLOY);
        assert!(run.ends_with("exit code 0\n"), "{seen}\n{run}");
        let stack = self.ask("DescribeStacks");
        let at_rest = ["CREATE_COMPLETE", "UPDATE_COMPLETE"]
            .iter()
            .any(|status| stack.contains(&format!("<StackStatus>{status}</StackStatus>")));
        assert!(at_rest, "{seen}\n{stack}");
    }

    #[track_caller]
    fn expect_nothing_left(&self, seen: &str) {
        let change_sets = self.ask("ListChangeSets");
        assert!(
            !change_sets.contains("<ExecutionStatus>AVAILABLE</ExecutionStatus>"),
            "{seen}\n{change_sets}"
        );
    }

    /// The names of the outputs.
    fn outputs(&self, template: &str) -> Vec<String> {
        let seen = self
            .endpoint
            .program(&self.workspace, template)
            .run(&["outputs", "--env", "local"]);
        seen.lines()
            .filter_map(|line| line.split_once("  "))
            .map(|(name, _)| name.to_owned())
            .collect()
    }

    fn reset(&self) {
        let answer = self.send("POST /_ministack/reset", "");
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    }

    fn ask(&self, action: &str) -> String {
        self.send(
            "POST /",
            &format!("Action={action}&Version=2010-05-15&StackName=noticeboard-local"),
        )
    }

    fn get(&self, path: &str) -> String {
        self.send(&format!("GET {path}"), "")
    }

    fn send(&self, line: &str, body: &str) -> String {
        self.endpoint.send(line, body)
    }
}
