//! `deploy` and `destroy` at a terminal, where somebody can be asked.

use std::fs::File;
use std::io::{Read as _, Write as _};
use std::process::{Child, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Instant;

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};

use crate::support::{Endpoint, PATIENCE, Workspace};

#[test]
fn a_stack_is_deployed_after_a_yes_and_not_after_anything_else() {
    let (endpoint, workspace) = (Endpoint::start(), Workspace::new());
    let mut declined = Conversation::begin(&endpoint, &workspace, &["deploy", "--env", "local"]);
    declined.expect("Now create stack `noticeboard-local`? [y/N]");
    declined.say("\n");
    let (code, seen) = declined.end();
    assert_eq!(code, Some(1), "{seen}");
    assert!(seen.contains("nothing was changed: the answer was no"), "{seen}");
    // Not even the empty stack that a change set makes.
    let stack = endpoint.send(
        "POST /",
        "Action=DescribeStacks&Version=2010-05-15&StackName=noticeboard-local",
    );
    assert!(stack.contains("does not exist"), "{stack}");

    let mut agreed = Conversation::begin(&endpoint, &workspace, &["deploy", "--env", "local"]);
    agreed.expect("[y/N]");
    agreed.say("y\n");
    let (code, seen) = agreed.end();
    assert_eq!(code, Some(0), "{seen}");
    assert!(seen.contains("CREATE_COMPLETE"), "{seen}");
}

#[test]
fn ctrl_c_at_the_question_deploys_nothing() {
    let (endpoint, workspace) = (Endpoint::start(), Workspace::new());
    let mut asked = Conversation::begin(&endpoint, &workspace, &["deploy", "--env", "local"]);
    asked.expect("[y/N]");
    crate::support::kill("INT", asked.child.id());
    let (code, seen) = asked.end();
    assert_eq!(code, Some(130), "{seen}");
    assert!(
        seen.contains("Ctrl-C: nothing was deployed to stack `noticeboard-local`"),
        "{seen}"
    );
}

#[test]
fn a_stack_is_deleted_by_its_name_only() {
    let (endpoint, workspace) = (Endpoint::start(), Workspace::new());
    endpoint
        .program(&workspace, "basic.yaml")
        .run(&["deploy", "--env", "local", "--yes"]);
    let mut declined = Conversation::begin(&endpoint, &workspace, &["destroy", "--env", "local"]);
    declined.expect("Type `noticeboard-local` to go on:");
    declined.say("yes\n");
    assert_eq!(declined.end().0, Some(1));
    let mut agreed = Conversation::begin(&endpoint, &workspace, &["destroy", "--env", "local"]);
    agreed.expect("Type `noticeboard-local` to go on:");
    agreed.say("noticeboard-local\n");
    let (code, seen) = agreed.end();
    assert_eq!(code, Some(0), "{seen}");
}

/// A run of the program at a terminal of its own.
struct Conversation {
    child: Child,
    terminal: File,
    heard: Receiver<Vec<u8>>,
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
        let mut listening = terminal.try_clone().unwrap();
        let (sender, heard) = channel();
        std::thread::spawn(move || {
            let mut some = [0; 4096];
            // A terminal that nobody has open any more ends in an error.
            while let Ok(count @ 1..) = listening.read(&mut some) {
                if sender.send(some[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        Self {
            child,
            terminal,
            heard,
            seen: String::new(),
        }
    }

    #[track_caller]
    fn expect(&mut self, text: &str) {
        let deadline = Instant::now() + PATIENCE;
        while !self.seen.contains(text) {
            let left = deadline.saturating_duration_since(Instant::now());
            let Ok(bytes) = self.heard.recv_timeout(left) else {
                panic!("`{text}` was never asked:\n{}", self.seen);
            };
            self.seen += &String::from_utf8_lossy(&bytes);
        }
    }

    fn say(&mut self, text: &str) {
        self.terminal.write_all(text.as_bytes()).unwrap();
    }

    fn end(mut self) -> (Option<i32>, String) {
        let code = self.child.wait().unwrap().code();
        // What was written before the end may still be on its way. Nobody has the terminal open any more, so it ends, too.
        while let Ok(bytes) = self.heard.recv_timeout(PATIENCE) {
            self.seen += &String::from_utf8_lossy(&bytes);
        }
        (code, std::mem::take(&mut self.seen))
    }
}

impl Drop for Conversation {
    fn drop(&mut self) {
        // A test that has failed leaves it asking; otherwise it has ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
