//! `deploy`, `outputs`, `seed` and `destroy` against the emulator, in success and failure.

use std::fmt::Write as _;

use crate::support::{Endpoint, Workspace, check};

#[test]
fn a_stack_is_created_left_alone_updated_and_deleted() {
    let (endpoint, workspace) = (Endpoint::start(), Workspace::new());
    let run = |template: &str, arguments: &[&str]| {
        endpoint
            .program(&workspace, template)
            .parts("seed")
            .run(arguments)
    };
    let mut seen = run("basic.yaml", &["outputs", "--env", "local"]);
    seen += &run("basic.yaml", &["deploy", "--env", "local", "--yes"]);
    seen += &run("basic.yaml", &["deploy", "--env", "local", "--yes"]);
    seen += &run("basic.yaml", &["seed", "--env", "local"]);
    seen += &run("basic.yaml", &["seed", "--env", "local", "--images", "12"]);
    seen += &run("grown.yaml", &["deploy", "--env", "local", "--yes"]);
    seen += &run("grown.yaml", &["outputs", "--env", "local", "--format", "json"]);
    seen += &run("grown.yaml", &["outputs", "--env", "local", "--format", "env"]);
    seen += &run("grown.yaml", &["destroy", "--env", "local"]);
    seen += &run("grown.yaml", &["destroy", "--env", "local", "--yes"]);
    seen += &run("grown.yaml", &["destroy", "--env", "local", "--yes"]);
    check("deploy-update-destroy", &seen);
}

#[test]
fn a_failing_update_is_rolled_back_and_its_cause_reported() {
    let (endpoint, workspace) = (Endpoint::start(), Workspace::new());
    let run = |template: &str, more: &[&str]| {
        endpoint
            .program(&workspace, template)
            .run(&[&["deploy", "--env", "local", "--yes"], more].concat())
    };
    let mut seen = run("keyed-by-id.yaml", &[]);
    seen += &run("keyed-by-title.yaml", &["--allow-destructive"]);
    seen += &run("keyed-by-id.yaml", &[]);
    check("deploy-failing-update", &seen);
}

#[test]
fn a_stack_whose_creation_failed_is_deleted_and_created_again() {
    let (endpoint, workspace) = (Endpoint::start(), Workspace::new());
    let run = |template: &str, arguments: &[&str]| endpoint.program(&workspace, template).run(arguments);
    let mut seen = run("failing.yaml", &["deploy", "--env", "local", "--yes"]);
    seen += &run("basic.yaml", &["deploy", "--env", "local", "--yes"]);
    seen += &run("basic.yaml", &["deploy", "--env", "local", "--yes"]);
    check("deploy-failed-creation", &seen);
}

#[test]
fn a_protected_stack_is_not_deleted() {
    let (endpoint, workspace) = (Endpoint::start(), Workspace::new());
    let run = |arguments: &[&str]| endpoint.program(&workspace, "basic.yaml").run(arguments);
    let mut seen = run(&["deploy", "--quiet", "--env", "guarded", "--yes"]);
    seen += &run(&["destroy", "--env", "guarded", "--yes"]);
    check("destroy-protected", &seen);
}

#[test]
fn a_template_too_large_to_send_inline_is_uploaded() {
    let (endpoint, workspace) = (Endpoint::start(), Workspace::new());
    let mut template = "Resources:\n".to_owned();
    for number in 0..300 {
        let words = "a description that takes its room, ".repeat(5);
        writeln!(
            template,
            "  Parameter{number:03}:\n    Type: AWS::SSM::Parameter\n    Properties: {{ Type: String, Value: '{number}', Description: '{words}' }}"
        )
        .unwrap();
    }
    let path = workspace.path().join("large.yaml");
    std::fs::write(&path, template).unwrap();
    let run = || {
        endpoint
            .program(&workspace, path.to_str().unwrap())
            .run(&["deploy", "--env", "local", "--yes"])
    };
    let seen = run();
    assert!(
        seen.contains("creating the artifacts bucket `noticeboard-artifacts-000000000000-eu-west-1`"),
        "{seen}"
    );
    assert!(seen.contains("too large to send inline"), "{seen}");
    assert!(
        seen.contains("stack `noticeboard-local`: CREATE_COMPLETE"),
        "{seen}"
    );
    let again = run();
    assert!(again.contains("no changes"), "{again}");
    assert!(again.ends_with("exit code 0\n"), "{again}");
}

#[test]
fn a_template_beyond_the_limit_of_one_stack_is_split_into_nested_stacks() {
    let (endpoint, workspace) = (Endpoint::start(), Workspace::new());
    let path = workspace.path().join("many.yaml");
    let write = |last: &str| {
        let mut template = "Resources:\n".to_owned();
        for number in 0..620 {
            let name = match number {
                0 => "first".to_owned(),
                619 => last.to_owned(),
                _ => format!("!Select [5, !Split [':', !Ref Topic{:03}]]", number / 2),
            };
            writeln!(
                template,
                "  Topic{number:03}: {{ Type: AWS::SNS::Topic, Properties: {{ DisplayName: {name} }} }}"
            )
            .unwrap();
        }
        std::fs::write(&path, template).unwrap();
    };
    let run = |arguments: &[&str]| {
        endpoint
            .program(&workspace, path.to_str().unwrap())
            .run(&[arguments, &["--env", "local"]].concat())
    };
    write("last");
    let written = workspace.path().join("written/stack.json");
    std::fs::create_dir(written.parent().unwrap()).unwrap();
    run(&["synth", "--output", written.to_str().unwrap()]);
    let nested = std::fs::read_dir(written.with_file_name("nested-templates")).unwrap();
    assert!(nested.count() >= 2 && written.exists());
    let seen = run(&["deploy", "--yes"]);
    assert!(
        seen.contains("uploading the template of a nested stack"),
        "{seen}"
    );
    assert!(
        seen.contains("stack `noticeboard-local`: CREATE_COMPLETE"),
        "{seen}"
    );
    let again = run(&["deploy", "--yes"]);
    assert!(again.contains("no changes"), "{again}");
    let same = run(&["diff", "--exit-code"]);
    assert!(same.ends_with("exit code 0\n"), "{same}");
    write("the last");
    let differs = run(&["diff", "--exit-code"]);
    assert!(
        differs.contains("0 to add, 1 to change, 0 to replace, 0 to remove"),
        "{differs}"
    );
    assert!(
        differs.contains("Topic619") && differs.ends_with("exit code 3\n"),
        "{differs}"
    );
    run(&["synth", "--output", written.to_str().unwrap()]);
    let from_file = run(&["diff", written.to_str().unwrap(), "--exit-code"]);
    assert!(
        from_file.contains("0 to add, 1 to change, 0 to replace, 0 to remove")
            && from_file.ends_with("exit code 3\n"),
        "{from_file}"
    );
    std::fs::remove_dir_all(written.with_file_name("nested-templates")).unwrap();
    let half = run(&["diff", written.to_str().unwrap()]);
    assert!(half.contains("refers to nested template"), "{half}");
    // The emulator creates no change sets for nested stacks; that is not a mismatch.
    let preview = run(&["diff", "--change-set"]);
    assert!(preview.contains("change set agrees"), "{preview}");
    assert!(
        preview.contains("CloudFormation does not say what happens to these resources of nested stacks"),
        "{preview}"
    );
    let updated = run(&["deploy", "--yes"]);
    assert!(
        updated.contains("stack `noticeboard-local`: UPDATE_COMPLETE"),
        "{updated}"
    );
    let destroyed = run(&["destroy", "--yes"]);
    assert!(destroyed.ends_with("exit code 0\n"), "{destroyed}");
}

/// Concurrent first deployments: each one succeeds, waits for another, or reports that another is in progress.
#[test]
fn concurrent_deployments_succeed_or_report_each_other() {
    let (endpoint, workspace) = (Endpoint::start(), Workspace::new());
    let path = workspace.path().join("large.yaml");
    // Too large to send inline, so that all of them need the artifacts bucket.
    let words = "a description that takes its room, ".repeat(5);
    let mut template = "Resources:\n".to_owned();
    for number in 0..300 {
        writeln!(
            template,
            "  Parameter{number:03}:\n    Type: AWS::SSM::Parameter\n    Properties: {{ Type: String, Value: '{number}', Description: '{words}' }}"
        )
        .unwrap();
    }
    std::fs::write(&path, template).unwrap();
    let running: Vec<_> = (0..3)
        .map(|_| {
            endpoint
                .program(&workspace, path.to_str().unwrap())
                .start(&["deploy", "--env", "local", "--yes"])
        })
        .collect();
    let ends: Vec<_> = running.into_iter().map(crate::support::Running::end).collect();
    for (code, said) in &ends {
        assert!(!said.contains("AlreadyExists"), "{said}");
        let explained = [
            "another deployment of stack `noticeboard-local` is in progress",
            "stack `noticeboard-local` changed after its difference was computed",
            "can no longer be executed because the stack has changed",
        ];
        match code {
            Some(0) => {}
            Some(1) => assert!(explained.iter().any(|text| said.contains(text)), "{said}"),
            code => panic!("{code:?}: {said}"),
        }
    }
    assert!(ends.iter().any(|(code, _)| *code == Some(0)), "{ends:?}");
}

#[test]
fn a_stack_without_code_is_deployed_from_any_folder() {
    let (endpoint, workspace) = (Endpoint::start(), Workspace::new());
    let elsewhere = tempfile::tempdir().unwrap();
    let mut program = endpoint.program(&workspace, "basic.yaml");
    program.command.current_dir(elsewhere.path());
    let seen = program.run(&["deploy", "--env", "local", "--yes"]);
    assert!(seen.ends_with("exit code 0\n"), "{seen}");
}

#[test]
fn an_unchanged_handler_is_not_uploaded_again() {
    let (endpoint, workspace) = (Endpoint::start(), Workspace::new());
    let run = || {
        endpoint.program(&workspace, "whole.yaml").parts("code").run(&[
            "deploy",
            "--env",
            "local",
            "--yes",
            "--no-site",
        ])
    };
    let seen = run();
    assert!(seen.contains("uploading handler greeter"), "{seen}");
    assert!(
        seen.contains("stack `noticeboard-local`: CREATE_COMPLETE"),
        "{seen}"
    );
    let again = run();
    assert!(again.contains("unchanged handlers: greeter"), "{again}");
    assert!(again.contains("no changes"), "{again}");
}

#[test]
fn an_unreachable_endpoint_is_reported() {
    let workspace = Workspace::new();
    let mut program = crate::support::Program::new(&workspace, "basic.yaml");
    // A privileged port, on which no other test can listen.
    program.command.env("AWS_ENDPOINT_URL", "http://127.0.0.1:9");
    check(
        "deploy-no-endpoint",
        &program.run(&["deploy", "--env", "local", "--yes"]),
    );
}

#[test]
fn missing_credentials_are_reported() {
    let workspace = Workspace::new();
    let program = crate::support::Program::new(&workspace, "basic.yaml");
    check(
        "deploy-no-credentials",
        &program.run(&["deploy", "--env", "prod"]),
    );
}
