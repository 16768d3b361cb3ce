//! The values of parameters: kept, given, reset to the default, and checked before any upload.

use std::path::PathBuf;

use crate::replay::{self, ReplayServer};
use crate::support::{Endpoint, Program, Workspace};

/// A template that outputs the value of its parameter.
fn template(workspace: &Workspace, name: &str, parameters: &str, title: &str) -> PathBuf {
    let path = workspace.path().join(name);
    let text = format!(
        "Parameters: {{ {parameters} }}\nResources:\n  Topic:\n    Type: AWS::SNS::Topic\n    Properties: {{ \
         DisplayName: {title} }}\n  Setting:\n    Type: AWS::SSM::Parameter\n    Properties: {{ Type: String, Value: \
         !Ref Days }}\nOutputs:\n  Days: {{ Value: !Ref Days }}\n"
    );
    std::fs::write(&path, text).unwrap();
    path
}

const DAYS: &str = "Days: { Type: Number, Default: 4, MinValue: 1, MaxValue: 14 }";

#[test]
fn a_deployed_value_survives_an_unrelated_change() {
    let (endpoint, workspace) = (Endpoint::start(), Workspace::new());
    let run = |template: &PathBuf, arguments: &[&str]| {
        endpoint
            .program(&workspace, template.to_str().unwrap())
            .run(&[arguments, &["--env", "local"]].concat())
    };
    let first = template(&workspace, "first.yaml", DAYS, "first");
    let created = run(&first, &["deploy", "--yes", "--parameter", "Days=9"]);
    assert!(created.contains("CREATE_COMPLETE"), "{created}");
    assert!(created.contains("Days  9"), "{created}");

    let second = template(&workspace, "second.yaml", DAYS, "second");
    let preview = run(&second, &["diff", "--change-set"]);
    assert!(preview.contains("change set agrees (1 resource)"), "{preview}");
    let updated = run(&second, &["deploy", "--yes"]);
    assert!(updated.contains("UPDATE_COMPLETE"), "{updated}");
    assert!(updated.contains("Days  9"), "{updated}");

    // A new default is pointed out, and used only with `--use-default`.
    let newer = template(
        &workspace,
        "newer.yaml",
        &DAYS.replace("Default: 4", "Default: 5"),
        "third",
    );
    let kept = run(&newer, &["deploy", "--yes"]);
    assert!(
        kept.contains("the deployed value `9` is kept; use `--use-default Days` for the new default"),
        "{kept}"
    );
    assert!(kept.contains("Days  9"), "{kept}");
    let shown = run(&newer, &["diff", "--use-default", "Days", "--exit-code"]);
    assert!(
        shown.contains("9 → 5") && shown.ends_with("exit code 3\n"),
        "{shown}"
    );
    let reset = run(&newer, &["deploy", "--yes", "--use-default", "Days"]);
    assert!(reset.contains("9 → 5") && reset.contains("Days  5"), "{reset}");

    let file = workspace.path().join("values.json");
    std::fs::write(&file, r#"[{"ParameterKey": "Days", "ParameterValue": "7"}]"#).unwrap();
    let from_file = run(
        &newer,
        &["deploy", "--yes", "--parameters", file.to_str().unwrap()],
    );
    assert!(
        from_file.contains("5 → 7") && from_file.contains("Days  7"),
        "{from_file}"
    );
    let again = run(&newer, &["deploy", "--yes"]);
    assert!(
        again.contains("no changes") && again.contains("Days  7"),
        "{again}"
    );
}

#[test]
fn invalid_and_missing_values_are_reported_before_any_change() {
    let workspace = Workspace::new();
    let secret = "Secret: { Type: String, NoEcho: true, MinLength: 8, Description: What signs the links }";
    let path = template(&workspace, "wrong.yaml", &format!("{DAYS}, {secret}"), "first");
    let absent = || {
        let message = "Stack with id noticeboard-local does not exist";
        ReplayServer::start(vec![(
            "DescribeStacks",
            replay::error(400, "ValidationError", message),
        )])
    };
    let run = |arguments: &[&str]| {
        let server = absent();
        let mut program = Program::new(&workspace, path.to_str().unwrap());
        program.command.env("AWS_ENDPOINT_URL", &server.address);
        let seen = program.run(&[arguments, &["--env", "local"]].concat());
        let only_read = server
            .calls()
            .iter()
            .all(|call| call.starts_with("Describe") || call.starts_with("Get"));
        assert!(only_read, "{:?}", server.calls());
        seen
    };
    let missing = run(&["deploy", "--yes"]);
    assert!(
        missing.contains(
            "parameter `Secret` (What signs the links) has no value; set it with `--parameter Secret=VALUE`"
        ),
        "{missing}"
    );
    assert!(missing.ends_with("exit code 1\n"), "{missing}");
    let preview = run(&["diff", "--change-set"]);
    assert!(
        preview.contains("parameter `Secret` (What signs the links) has no value"),
        "{preview}"
    );
    let shown = run(&["diff"]);
    assert!(
        shown.contains("it has no default: set it with `--parameter Secret=VALUE`")
            && shown.ends_with("exit code 0\n"),
        "{shown}"
    );
    for verb in [
        &["deploy", "--yes"][..],
        &["diff"][..],
        &["diff", "--change-set"][..],
    ] {
        let wrong = [
            "--parameter",
            "Secret=hunter2",
            "--parameter",
            "Days=15",
            "--parameter",
            "Dayz=1",
        ];
        let wrong = run(&[verb, &wrong].concat());
        assert!(
            wrong.contains("unknown parameter `Dayz`; the template has `Days`, `Secret`"),
            "{wrong}"
        );
        assert!(
            wrong.contains("the value `15` of parameter `Days` is above the maximum of 14"),
            "{wrong}"
        );
        assert!(
            wrong.contains("the value of parameter `Secret` is shorter than the minimum length of 8"),
            "{wrong}"
        );
        // The first line repeats the command line.
        let (_, said) = wrong.split_once('\n').unwrap();
        assert!(!said.contains("hunter2"), "{wrong}");
        assert!(wrong.ends_with("exit code 1\n"), "{wrong}");
    }
}
