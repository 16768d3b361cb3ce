//! Protection of data and environments: `--delete-data`, `--allow-destructive`, `--change-set`, `--function`.

use crate::support::{Endpoint, Workspace, check};

const DEPLOY: [&str; 4] = ["deploy", "--env", "local", "--yes"];

#[test]
fn a_retained_resource_is_deleted_only_when_it_is_named() {
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
fn data_loss_is_refused_by_name() {
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
fn the_preview_of_a_change_set_is_shown_and_deleted() {
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
fn swapped_code_is_restored_by_the_next_deployment() {
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

    // The stack's parameters did not change, so CloudFormation sees no changes.
    std::fs::write(&main, before).unwrap();
    let back = run("local", &[]);
    assert!(back.contains("no changes"), "{back}");
    assert!(
        back.contains("function Greeter ran other code than the stack specifies; restored the stack's code"),
        "{back}"
    );
    let quiet = run("local", &[]);
    assert!(!quiet.contains("ran other code"), "{quiet}");

    let unknown = run("local", &["--function", "Unknown"]);
    assert!(
        unknown.contains(
            "the application does not build the code of a function `Unknown`\n  hint: use one of: `Greeter`"
        ),
        "{unknown}"
    );
    let guarded = run("guarded", &["--function", "Greeter"]);
    assert!(
        guarded.contains("which the environment of stack `noticeboard-guarded` does not allow"),
        "{guarded}"
    );
}
