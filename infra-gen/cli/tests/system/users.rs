//! `user`: adding, listing, disabling and enabling users in the deployed stack's pool.

use std::io::Write as _;
use std::process::Stdio;

use crate::port::Port;
use crate::support::{Endpoint, Program, Running, Workspace, check};

#[test]
fn users_are_added_listed_disabled_and_enabled() {
    let (endpoint, workspace) = (Endpoint::start(), Workspace::new());
    let program = || endpoint.program(&workspace, "members.yaml").parts("users");
    let user = |arguments: &[&str]| {
        let arguments = [&["user"], arguments, &["--env", "local"]].concat();
        program().run(&arguments)
    };
    let mut seen = user(&["add", "ann@example.com"]);
    program().run(&["deploy", "--env", "local", "--yes"]);
    seen += &user(&["add", "ann@example.com"]);
    seen += &user(&["add", "ann@example.com"]);
    seen += &user(&["add", "ann@example.com", "--again"]);
    seen += &user(&["add", "not-an-address"]);
    seen += &user(&["list"]);
    seen += &user(&["add", "ann@example.com", "--group", "editors"]);
    seen += &user(&["add", "ann@example.com", "--group", "owners"]);
    seen += &user(&["disable", "ann@example.com"]);
    seen += &user(&["add", "ann@example.com"]);
    seen += &user(&["list", "--format", "json"]);
    seen += &user(&["enable", "ann@example.com"]);
    seen += &user(&["list"]);
    seen += &user(&["disable", "bo@example.com"]);
    seen += &user(&["enable", "bo@example.com"]);
    check("users", &seen);
}

#[test]
fn a_piped_password_must_meet_the_policy() {
    let (endpoint, workspace) = (Endpoint::start(), Workspace::new());
    let program = || endpoint.program(&workspace, "members.yaml").parts("users");
    program().run(&["deploy", "--env", "local", "--yes"]);
    let piped = |password: &str| {
        let mut program = program();
        program.command.stdin(piped(password));
        program.run(&[
            "user",
            "add",
            "--env",
            "local",
            "cy@example.com",
            "--password-stdin",
        ])
    };
    let mut seen = piped("short\n");
    seen += &program().run(&["user", "list", "--env", "local"]);
    seen += &piped("");
    seen += &piped("Long-enough-4-you\n");
    seen += &piped("Another-1-for-you\n");
    seen += &program().run(&["user", "list", "--env", "local"]);
    assert!(!seen.contains("for-you"), "{seen}");
    assert!(!seen.contains("4-you"), "{seen}");
    check("users-password", &seen);
}

/// The reading end of a pipe that contains a text.
fn piped(text: &str) -> Stdio {
    let (reading, mut writing) = std::io::pipe().unwrap();
    writing.write_all(text.as_bytes()).unwrap();
    reading.into()
}

#[test]
fn a_missing_pool_is_reported() {
    let (endpoint, workspace) = (Endpoint::start(), Workspace::new());
    endpoint
        .program(&workspace, "basic.yaml")
        .run(&["deploy", "--env", "local", "--yes"]);
    let list = ["user", "list", "--env", "local"];
    let mut seen = endpoint
        .program(&workspace, "basic.yaml")
        .parts("users")
        .run(&list);
    seen += &endpoint.program(&workspace, "basic.yaml").run(&list);
    check("users-no-pool", &seen);
}

#[test]
fn dev_creates_a_user_with_the_same_password_every_time() {
    let workspace = Workspace::with_emulator();
    let ports = (Port::claim(), Port::claim());
    let (port, site) = (ports.0.to_string(), ports.1.to_string());
    let arguments = ["dev", "--port", &port, "--site-port", &site];
    let dev = |more: &[&str]| -> Running {
        Program::new(&workspace, "members.yaml")
            .parts("users")
            .start(&[&arguments[..], more].concat())
    };
    let announced = |mut running: Running| {
        let line = running.wait_for("sign in as member@noticeboard.example with the password ");
        running.wait_for("following the functions' logs");
        running.signal("INT");
        let (code, said) = running.end();
        assert_eq!(code, Some(0), "{said}");
        line.split_once("sign in as").unwrap().1.to_owned()
    };
    let first = announced(dev(&[]));
    assert!(first.ends_with("(stored in .local/member.password)"), "{first}");
    assert_eq!(announced(dev(&[])), first);
    assert_eq!(announced(dev(&["--reset"])), first);

    let password = first.split(' ').nth(5).unwrap().to_owned();
    let script = "test \"$MEMBER_EMAIL\" = member@noticeboard.example && echo \"it is $MEMBER_PASSWORD\"";
    let running = dev(&["--", "sh", "-c", script]);
    assert_eq!(running.wait_for_output("it is "), format!("it is {password}"));
    let (code, said) = running.end();
    assert_eq!(code, Some(0), "{said}");
}
