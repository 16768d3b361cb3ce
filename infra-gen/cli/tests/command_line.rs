//! What a person reads of the verbs that need neither network nor emulator.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by its panic")]

use std::path::Path;
use std::process::Command;

use insta::Settings;

/// Runs the program: what it writes to both streams, and its exit code.
fn run(parts: &str, arguments: &[&str]) -> String {
    let tests = std::env::current_exe().unwrap();
    let program = tests
        .parent()
        .unwrap()
        .parent()
        .unwrap()
        .join("examples/noticeboard");
    let output = Command::new(program)
        .args(arguments)
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/system"))
        .env("TEMPLATE", "templates/basic.yaml")
        .env("PARTS", parts)
        .env("NO_COLOR", "1")
        .env("COLUMNS", "100")
        .env_remove("AWS_ENDPOINT_URL")
        .output()
        .unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    format!(
        "$ infra-gen {}\n{}{}exit code {}\n",
        arguments.join(" "),
        text(&output.stdout),
        text(&output.stderr).replace("   0.0s ", "[time] "),
        output.status.code().unwrap()
    )
}

#[track_caller]
fn check(name: &str, seen: &str) {
    let mut settings = Settings::clone_current();
    settings.set_snapshot_path("../../../snapshots/cli");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, seen));
}

#[test]
fn help_teaches_with_examples() {
    check("help", &run("", &["--help"]));
    check("help-deploy", &run("", &["deploy", "--help"]));
    check("help-dev", &run("", &["dev", "--help"]));
    check("help-user", &run("", &["user", "--help"]));
    check("help-seed", &run("seed", &["seed", "--help"]));
}

#[test]
fn environments_are_listed() {
    check(
        "list",
        &(run("", &["list"]) + &run("", &["list", "--format", "json"])),
    );
}

#[test]
fn a_template_is_written_in_every_form() {
    let mut seen = run("", &["synth", "--env", "prod"]);
    seen += &run("", &["synth", "--env", "prod", "--minified"]);
    seen += &run("", &["synth", "--env", "prod", "--format", "yaml"]);
    seen += &run("", &["validate", "--env", "prod"]);
    check("synth", &seen);
}

#[test]
fn differences_are_shown_and_told_by_the_exit_code() {
    let mut seen = run("", &["diff", "templates/basic.yaml", "templates/grown.yaml"]);
    seen += &run(
        "",
        &[
            "diff",
            "templates/basic.yaml",
            "templates/grown.yaml",
            "--exit-code",
            "--format",
            "markdown",
        ],
    );
    seen += &run(
        "",
        &["diff", "--env", "prod", "--against", "env:local", "--exit-code"],
    );
    let replaced = [
        "diff",
        "templates/keyed-by-id.yaml",
        "templates/keyed-by-title.yaml",
    ];
    seen += &run(
        "",
        &[
            &replaced[..],
            &["--fail-on", "broadening", "--fail-on", "destructive"],
        ]
        .concat(),
    );
    seen += &run("", &["diff", "templates/basic.yaml"]);
    seen += &run(
        "",
        &["diff", "--env", "prod", "--against", "git:no-such-revision"],
    );
    check("diff", &seen);
    check("help-diff", &run("", &["diff", "--help"]));
}

#[test]
fn a_mistake_on_the_command_line_is_usage() {
    let mut seen = run("", &["synth"]);
    seen += &run("", &["synth", "--env", "nowhere"]);
    seen += &run("", &["sinth"]);
    seen += &run("seed", &["seed", "--images", "13"]);
    seen += &run("seed", &["seed", "--images", "many"]);
    seen += &run("seed", &["seed", "--pictures", "1"]);
    check("usage", &seen);
}

#[test]
fn a_mistake_in_a_data_file_names_file_line_and_key() {
    check("settings-error", &run("wrong", &["synth", "--env", "wrong"]));
}

#[test]
fn a_strangers_template_is_checked() {
    let mut seen = run("", &["validate", "templates/whole.yaml"]);
    seen += &run("", &["validate", "templates/nowhere.yaml"]);
    seen += &run("", &["validate", "main.rs"]);
    check("validate", &seen);
}

#[test]
fn completions_know_the_verbs_and_the_environments() {
    let script = run("", &["completions", "bash"]);
    assert!(script.contains("synth"), "{script}");
    assert!(script.contains("guarded"), "{script}");
}
