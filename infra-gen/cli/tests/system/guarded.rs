//! What `deploy`, `destroy` and `diff` keep from harm, and what lets them: data, other environments' functions, the stack
//! that is only looked at.

use crate::support::{Endpoint, Workspace, check};

const DEPLOY: [&str; 4] = ["deploy", "--env", "local", "--yes"];

#[test]
fn what_is_kept_goes_when_it_is_named_and_not_before() {
    let (endpoint, workspace) = (Endpoint::start(), Workspace::new());
    let run = |arguments: &[&str]| {
        endpoint
            .program(&workspace, "basic.yaml")
            .parts("seed")
            .run(arguments)
    };
    run(&DEPLOY);
    run(&["seed", "--env", "local"]);
    let destroy = ["destroy", "--env", "local", "--yes"];
    let mut seen = run(&[&destroy[..], &["--delete-data", "Images"]].concat());
    seen += &run(&[&destroy[..], &["--delete-data", "ImagesBucket"]].concat());
    check("destroy-named-data", &seen);
    let buckets = endpoint.send("GET /", "");
    assert!(!buckets.contains("imagesbucket"), "{buckets}");
}

#[test]
fn what_would_be_lost_is_refused_and_named() {
    let (endpoint, workspace) = (Endpoint::start(), Workspace::new());
    let run = |template: &str, arguments: &[&str]| endpoint.program(&workspace, template).run(arguments);
    run("basic.yaml", &DEPLOY);
    let mut seen = run("without-web.yaml", &DEPLOY);
    seen += &run("grown.yaml", &["deploy", "--env", "local"]);
    seen += &run(
        "without-web.yaml",
        &[&DEPLOY[..], &["--allow-destructive"]].concat(),
    );
    check("deploy-destructive", &seen);
}

#[test]
fn cloudformations_own_verdict_is_shown_beside_ours_and_nothing_is_left_of_it() {
    let (endpoint, workspace) = (Endpoint::start(), Workspace::new());
    let run = |template: &str, arguments: &[&str]| endpoint.program(&workspace, template).run(arguments);
    let diff = ["diff", "--env", "local", "--change-set"];
    let mut seen = run("basic.yaml", &diff);
    run("basic.yaml", &DEPLOY);
    seen += &run("grown.yaml", &diff);
    seen += &run("basic.yaml", &diff);
    check("diff-change-set", &seen);
    let left = endpoint.send(
        "POST /",
        "Action=ListChangeSets&Version=2010-05-15&StackName=noticeboard-local",
    );
    assert!(!left.contains("<ExecutionStatus>AVAILABLE"), "{left}");
}

#[test]
fn one_functions_code_is_swapped_where_that_is_allowed_and_put_back_by_a_deployment() {
    let (endpoint, workspace) = (Endpoint::start(), Workspace::new());
    let run = |env: &str, more: &[&str]| {
        let arguments = [&["deploy", "--env", env, "--yes", "--no-site"], more].concat();
        endpoint
            .program(&workspace, "whole.yaml")
            .parts("code")
            .run(&arguments)
    };
    run("local", &[]);
    let main = workspace.path().join("greeter/src/main.rs");
    let before = std::fs::read_to_string(&main).unwrap();
    std::fs::write(&main, format!("{before}\n#[used]\nstatic NEWER: u8 = 1;\n")).unwrap();
    let swapped = run("local", &["--function", "Greeter"]);
    assert!(swapped.contains("uploading handler greeter"), "{swapped}");
    assert!(
        swapped.contains("function Greeter runs the new code"),
        "{swapped}"
    );
    assert!(swapped.ends_with("exit code 0\n"), "{swapped}");

    // The stack's parameters never changed, so to CloudFormation there is nothing to do.
    std::fs::write(&main, before).unwrap();
    let back = run("local", &[]);
    assert!(back.contains("no changes"), "{back}");
    assert!(
        back.contains("function Greeter had other code than the stack says; it has that again"),
        "{back}"
    );
    let quiet = run("local", &[]);
    assert!(!quiet.contains("had other code"), "{quiet}");

    let stranger = run("local", &["--function", "Stranger"]);
    assert!(
        stranger.contains("the stack has no function `Stranger` whose code is built here; it has Greeter"),
        "{stranger}"
    );
    let guarded = run("guarded", &["--function", "Greeter"]);
    assert!(
        guarded.contains("which environment of stack `noticeboard-guarded` does not allow"),
        "{guarded}"
    );
}
