//! The questions of `deploy` and `destroy` at a terminal.

use std::fs::File;
use std::io::{Read as _, Write as _};
use std::process::{Child, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Instant;

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};

use crate::support::{Endpoint, TIMEOUT, Workspace};

#[test]
fn a_stack_is_deployed_only_after_a_yes() {
    let (endpoint, workspace) = (Endpoint::start(), Workspace::new());
    let mut declined = Conversation::begin(&endpoint, &workspace, &["deploy", "--env", "local"]);
    declined.expect("Do you want to create stack `noticeboard-local`? [y/N]");
    declined.type_text("\n");
    let (code, seen) = declined.end();
    assert_eq!(code, Some(1), "{seen}");
    assert!(
        seen.contains("cancelled: did not create stack `noticeboard-local`"),
        "{seen}"
    );
    // The empty stack of the change set is deleted, too.
    let stack = endpoint.send(
        "POST /",
        "Action=DescribeStacks&Version=2010-05-15&StackName=noticeboard-local",
    );
    assert!(stack.contains("does not exist"), "{stack}");

    let mut confirmed = Conversation::begin(&endpoint, &workspace, &["deploy", "--env", "local"]);
    confirmed.expect("[y/N]");
    confirmed.type_text("y\n");
    let (code, seen) = confirmed.end();
    assert_eq!(code, Some(0), "{seen}");
    assert!(seen.contains("CREATE_COMPLETE"), "{seen}");
}

#[test]
fn ctrl_c_at_the_question_deploys_nothing() {
    let (endpoint, workspace) = (Endpoint::start(), Workspace::new());
    let mut prompted = Conversation::begin(&endpoint, &workspace, &["deploy", "--env", "local"]);
    prompted.expect("[y/N]");
    crate::support::kill("INT", prompted.child.id());
    let (code, seen) = prompted.end();
    assert_eq!(code, Some(130), "{seen}");
    assert!(
        seen.contains("Ctrl-C: nothing was deployed to stack `noticeboard-local`"),
        "{seen}"
    );
}

#[test]
fn a_stack_is_deleted_only_after_its_name_is_typed() {
    let (endpoint, workspace) = (Endpoint::start(), Workspace::new());
    endpoint
        .program(&workspace, "basic.yaml")
        .run(&["deploy", "--env", "local", "--yes"]);
    let mut declined = Conversation::begin(&endpoint, &workspace, &["destroy", "--env", "local"]);
    declined.expect("Type `noticeboard-local` to confirm:");
    declined.type_text("yes\n");
    assert_eq!(declined.end().0, Some(1));
    let mut confirmed = Conversation::begin(&endpoint, &workspace, &["destroy", "--env", "local"]);
    confirmed.expect("Type `noticeboard-local` to confirm:");
    confirmed.type_text("noticeboard-local\n");
    let (code, seen) = confirmed.end();
    assert_eq!(code, Some(0), "{seen}");
}

/// A run of the program in a pseudo-terminal.
struct Conversation {
    child: Child,
    terminal: File,
    output: Receiver<Vec<u8>>,
    seen: String,
}

impl Conversation {
    fn begin(endpoint: &Endpoint, workspace: &Workspace, arguments: &[&str]) -> Self {
        let controller = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
        grantpt(&controller).unwrap();
        unlockpt(&controller).unwrap();
        let name = ptsname(&controller, Vec::new()).unwrap();
        let side = || {
            File::options()
                .read(true)
                .write(true)
                .open(name.to_str().unwrap())
                .unwrap()
        };
        let mut program = endpoint.program(workspace, "basic.yaml");
        let child = program
            .command
            .args(arguments)
            .stdin(side())
            .stderr(side())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let terminal = File::from(controller);
        let mut reader = terminal.try_clone().unwrap();
        let (sender, output) = channel();
        std::thread::spawn(move || {
            let mut buffer = [0; 4096];
            // Reading fails once no process has the terminal open.
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                if sender.send(buffer[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        Self {
            child,
            terminal,
            output,
            seen: String::new(),
        }
    }

    #[track_caller]
    fn expect(&mut self, text: &str) {
        let deadline = Instant::now() + TIMEOUT;
        while !self.seen.contains(text) {
            let left = deadline.saturating_duration_since(Instant::now());
            let Ok(bytes) = self.output.recv_timeout(left) else {
                panic!("`{text}` was not printed:\n{}", self.seen);
            };
            self.seen += &String::from_utf8_lossy(&bytes);
        }
    }

    fn type_text(&mut self, text: &str) {
        self.terminal.write_all(text.as_bytes()).unwrap();
    }

    fn end(mut self) -> (Option<i32>, String) {
        let code = self.child.wait().unwrap().code();
        // The last output may not have been read yet. The channel closes once no process has the terminal open.
        while let Ok(bytes) = self.output.recv_timeout(TIMEOUT) {
            self.seen += &String::from_utf8_lossy(&bytes);
        }
        (code, std::mem::take(&mut self.seen))
    }
}

impl Drop for Conversation {
    fn drop(&mut self) {
        // Still running only if the test failed.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
