//! The output of the commands that need neither network nor emulator.

#![expect(clippy::unwrap_used, reason = "a panic is how a test reports a failed step")]

#[path = "../../diff/tests/json_schema/mod.rs"]
mod json_schema;
#[path = "system/times.rs"]
mod times;

use std::io::{Seek as _, Write as _};
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::Command;

use insta::Settings;
use serde_json::Value as Json;

/// Runs the program and returns the output of both streams and the exit code.
fn run(parts: &str, arguments: &[&str]) -> String {
    run_on("templates/basic.yaml", parts, arguments)
}

/// [`run`], with another template.
fn run_on(template: &str, parts: &str, arguments: &[&str]) -> String {
    let output = program(template, parts, arguments).output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    format!(
        "$ infra-gen {}\n{}{}exit code {}\n",
        arguments.join(" "),
        text(&output.stdout),
        times::hide(&text(&output.stderr)),
        output.status.code().unwrap()
    )
}

fn program(template: &str, parts: &str, arguments: &[&str]) -> Command {
    let tests = std::env::current_exe().unwrap();
    let program = tests
        .parent()
        .unwrap()
        .parent()
        .unwrap()
        .join("examples/noticeboard");
    let mut command = Command::new(program);
    command
        .arg0("infra-gen")
        .args(arguments)
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/system"))
        .env("TEMPLATE", template)
        .env("PARTS", parts)
        .env("NO_COLOR", "1")
        .env("COLUMNS", "100")
        // The snapshots contain messages of Git.
        .env("LC_ALL", "C")
        .env_remove("AWS_ENDPOINT_URL");
    command
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
fn invalid_ports_are_refused_before_anything_starts() {
    for flag in ["--port", "--site-port"] {
        let seen = run("site", &["dev", flag, "0"]);
        assert!(seen.contains("0 is not in 1..=65535"), "{seen}");
        assert!(seen.ends_with("exit code 2\n"), "{seen}");
    }
    let seen = run("site", &["dev", "--port", "4570", "--site-port", "4570"]);
    assert!(
        seen.contains(
            "error: the emulator and the site cannot both use port 4570\n  hint: choose another one"
        ),
        "{seen}"
    );
    assert!(seen.ends_with("exit code 1\n"), "{seen}");
}

#[test]
fn an_unwritable_stderr_does_not_end_the_run() {
    let full = || std::fs::File::options().write(true).open("/dev/full").unwrap();
    for (arguments, code) in [
        (&["validate", "--env", "local"][..], 0),
        (&["validate", "nowhere.yaml"], 1),
    ] {
        let mut command = program("templates/basic.yaml", "", arguments);
        let status = command.stderr(full()).status().unwrap();
        assert_eq!(status.code(), Some(code), "{arguments:?}");
    }
}

#[test]
fn help_has_examples() {
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
fn a_template_is_written_in_every_format() {
    let mut seen = run("", &["synth", "--env", "prod"]);
    seen += &run("", &["synth", "--env", "prod", "--minified"]);
    seen += &run("", &["synth", "--env", "prod", "--format", "yaml"]);
    seen += &run("", &["validate", "--env", "prod"]);
    check("synth", &seen);
}

#[test]
fn differences_are_shown_and_set_the_exit_code() {
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
fn nested_templates_next_to_their_parents_are_compared() {
    let files = [
        "diff",
        "templates/nested-old/outer.yaml",
        "templates/nested-new/outer.yaml",
    ];
    let gates = [
        "--fail-on",
        "destructive",
        "--fail-on",
        "broadening",
        "--fail-on",
        "removal",
    ];
    let mut seen = run("", &[&files[..], &gates].concat());
    seen += &run("", &[&files[..], &["--format", "markdown"]].concat());
    check("diff-nested", &seen);
}

#[test]
fn the_values_of_parameters_can_be_assumed_for_two_files() {
    let files = [
        "diff",
        "templates/parameter-old.yaml",
        "templates/parameter-new.yaml",
    ];
    let mut seen = run("", &[&files[..], &["--fail-on", "destructive"]].concat());
    for value in ["Stage=prod", "Stage=dev", "Stag=dev"] {
        seen += &run(
            "",
            &[&files[..], &["--fail-on", "destructive", "--parameter", value]].concat(),
        );
    }
    check("diff-parameter", &seen);
}

#[test]
fn a_stack_is_drawn_as_mermaid_dot_and_svg() {
    let graph = |more: &[&str]| {
        let arguments = [&["graph", "--env", "prod"], more].concat();
        run_on("templates/whole.yaml", "", &arguments)
    };
    check("graph", &(graph(&[]) + &graph(&["--format", "dot", "--all"])));
    check("graph-svg", &graph(&["--format", "svg"]));
}

#[test]
fn the_help_of_every_command_has_examples() {
    let seen: String = ["events", "logs", "drift", "graph", "import", "man"]
        .into_iter()
        .map(|command| run("", &[command, "--help"]))
        .collect();
    check("help-watching", &seen);
    for command in [
        "list",
        "synth",
        "validate",
        "rules",
        "diff",
        "deploy",
        "outputs",
        "destroy",
        "seed",
        "user",
        "events",
        "logs",
        "drift",
        "graph",
        "import",
        "dev",
        "doctor",
        "completions",
        "man",
    ] {
        let seen = run("seed users", &[command, "--help"]);
        assert!(seen.contains("Examples:"), "{seen}");
    }
}

#[test]
fn the_manual_has_a_page_for_every_command() {
    let folder = tempfile::tempdir().unwrap();
    let seen = run("seed", &["man", "--output", folder.path().to_str().unwrap()]);
    assert!(seen.ends_with("exit code 0\n"), "{seen}");
    let page = |name: &str| std::fs::read_to_string(folder.path().join(name)).unwrap();
    assert!(page("infra-gen.1").contains("Builds and runs the noticeboard"));
    let deploy = page("infra-gen-deploy.1");
    assert!(deploy.starts_with(".ie"), "{deploy}");
    assert!(deploy.contains("infra\\-gen deploy \\-\\-env dev"), "{deploy}");
    assert!(page("infra-gen-seed.1").contains("images"));
    assert!(!folder.path().join("infra-gen-man.1").exists());
}

#[test]
fn an_invalid_command_line_has_exit_code_2() {
    let mut seen = run("", &["synth"]);
    seen += &run("", &["synth", "--env", "nowhere"]);
    seen += &run("", &["sinth"]);
    seen += &run("seed", &["seed", "--images", "13"]);
    seen += &run("seed", &["seed", "--images", "many"]);
    seen += &run("seed", &["seed", "--pictures", "1"]);
    seen += &run("", &["diff", "--env", "prod", "--against", "env:nowhere"]);
    check("usage", &seen);
}

#[test]
fn an_error_in_a_data_file_names_file_line_and_key() {
    check("settings-error", &run("wrong", &["synth", "--env", "wrong"]));
}

#[test]
fn any_template_file_can_be_checked() {
    let mut seen = run("", &["validate", "templates/whole.yaml"]);
    seen += &run("", &["validate", "templates/nowhere.yaml"]);
    seen += &run("", &["validate", "main.rs"]);
    check("validate", &seen);
    check("help-validate", &run("", &["validate", "--help"]));
}

const RIDE: &str = "templates/ride/ride.asl.json";
const MOCKS: &str = "templates/ride/mocks.json";
const LOCAL_MOCKS: &str = "templates/ride/MockConfigFile.json";

#[test]
fn a_state_machine_runs_with_mocked_tasks() {
    let ride = |more: &[&str]| run("", &[&["run", "--asl", RIDE], more].concat());
    let mut seen = ride(&["--mock", MOCKS, "--input", r#"{"rider": 3}"#]);
    for test_case in ["Booked", "SoldOut", "Unpaid", "Unknown"] {
        seen += &ride(&["--mock", LOCAL_MOCKS, "--test-case", test_case]);
    }
    seen += &ride(&["--mock", LOCAL_MOCKS]);
    seen += &ride(&[]);
    seen += &ride(&["--mock", MOCKS, "--until", "Pay"]);
    seen += &ride(&["--mock", MOCKS, "--until", "Fly"]);
    seen += &ride(&["--mock", MOCKS, "--input", "rider=3"]);
    check("run", &seen);
    check("help-run", &run("", &["run", "--help"]));
}

#[test]
fn a_state_machine_of_a_template_runs_and_is_drawn() {
    let template = "templates/ride/template.yaml";
    let ride = |more: &[&str]| run("", &[&["run", "--template", template], more].concat());
    let mut seen = ride(&[]);
    seen += &ride(&["--resource", "Fly"]);
    seen += &ride(&["--resource", "Ride", "--mock", MOCKS]);
    seen += &ride(&["--resource", "Sleep", "--input", "[1, 2]", "--until", "Tell"]);
    seen += &run("", &["graph", "--template", template, "--resource", "Sleep"]);
    seen += &run(
        "",
        &[
            "run",
            "--template",
            "templates/malformed/template.yaml",
            "--resource",
            "Misspelt",
        ],
    );
    check("run-template", &seen);
}

#[test]
fn an_ambiguous_input_and_unused_replies_are_refused() {
    let ride = |more: &[&str]| run("", &[&["run", "--asl", RIDE], more].concat());
    let mut seen = ride(&["--input", "{\"id\": 1,\n\"id\": 2}"]);
    seen += &ride(&["--input", "templates/malformed/flow.asl.json"]);
    seen += &ride(&["--mock", "templates/ride/ignored.json"]);
    check("run-refused", &seen);
}

#[test]
fn a_byte_order_mark_before_the_input_is_skipped() {
    let mut command = program(
        "templates/basic.yaml",
        "",
        &["run", "--asl", RIDE, "--mock", MOCKS, "--input", "-"],
    );
    let mut file = tempfile::tempfile().unwrap();
    file.write_all("\u{feff}{\"rider\": 3}".as_bytes()).unwrap();
    file.rewind().unwrap();
    let output = command.stdin(file).output().unwrap();
    let result: Json = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(result["rider"], 3);
}

#[test]
fn a_single_state_is_inspected() {
    let state = |name: &str, input: &str, level: &str| {
        let only = ["run", "--asl", RIDE, "--mock", MOCKS, "--only", name];
        run("", &[&only[..], &["--input", input, "--inspect", level]].concat())
    };
    let mut seen = state("Book", "{}", "info");
    seen += &state("Boarding", "{}", "info");
    seen += &state("Pay", r#"{"booking": {"seat": "7a"}}"#, "debug");
    seen += &state("Sorry", r#"{"reason": {"Cause": "full"}}"#, "info");
    check("run-state", &seen);
}

#[test]
fn the_history_has_the_form_of_aws() {
    let history = json_of(&["run", "--asl", RIDE, "--mock", MOCKS, "--history"]);
    let events = history["events"].as_array().unwrap();
    let types: Vec<_> = events
        .iter()
        .map(|event| event["type"].as_str().unwrap())
        .collect();
    assert_eq!(
        types,
        [
            "ExecutionStarted",
            "TaskStateEntered",
            "TaskScheduled",
            "TaskStarted",
            "TaskFailed",
            "TaskScheduled",
            "TaskStarted",
            "TaskSucceeded",
            "TaskStateExited",
            "WaitStateEntered",
            "WaitStateExited",
            "TaskStateEntered",
            "TaskScheduled",
            "TaskStarted",
            "TaskSucceeded",
            "TaskStateExited",
            "ExecutionSucceeded",
        ]
    );
    let scheduled = &events[2];
    assert_eq!(
        (&scheduled["id"], &scheduled["previousEventId"]),
        (&3.into(), &2.into())
    );
    assert_eq!(scheduled["taskScheduledEventDetails"]["resourceType"], "lambda");
    assert_eq!(events[5]["timestamp"], "2026-01-01T00:01:00.000Z");
}

#[test]
fn a_state_machine_is_drawn() {
    let mut seen = run("", &["graph", "--asl", RIDE]);
    seen += &run("", &["graph", "--asl", "templates/checked/faulty.asl.json"]);
    check("graph-asl", &seen);
}

/// A folder with a faulty and a malformed template, one that cannot be checked completely, and a file that is no template.
const CHECKED: &str = "templates/checked";

#[test]
fn findings_are_written_in_every_format() {
    let format = |format: &str| run("", &["validate", CHECKED, "--format", format]);
    check("validate-text", &format("text"));
    check("validate-github", &format("github"));
    check("validate-json", &format("json"));
}

#[test]
fn the_json_of_a_report_matches_its_schema() {
    let schema = include_str!("../../../docs/validate.schema.json");
    let schema: Json = serde_json::from_str(schema).unwrap();
    for arguments in [
        &["validate", CHECKED][..],
        &["validate", "--env", "prod", "--suppress", "null-value=a reason"],
        &["validate", "--asl", "templates/checked/faulty.asl.json"],
    ] {
        let document = json_of(&[arguments, &["--format", "json"]].concat());
        let problems = json_schema::problems(&schema, &schema, "", &document);
        assert!(problems.is_empty(), "{}", problems.join("\n"));
    }
}

#[test]
fn a_sarif_log_has_rules_and_locations() {
    let log = json_of(&["validate", CHECKED, "--format", "sarif"]);
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    for rule in rules {
        assert!(
            rule["helpUri"].as_str().unwrap().starts_with("https://"),
            "{rule}"
        );
        assert!(rule["shortDescription"]["text"].is_string(), "{rule}");
    }
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), 8);
    for result in results {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[index]["id"], result["ruleId"]);
        let place = &result["locations"][0]["physicalLocation"];
        assert!(
            place["artifactLocation"]["uri"]
                .as_str()
                .unwrap()
                .starts_with(CHECKED)
        );
        assert!(place["region"]["startLine"].as_u64().unwrap() > 0, "{result}");
    }
    let suppressed = results
        .iter()
        .filter(|result| result.get("suppressions").is_some());
    let reasons: Vec<&Json> = suppressed.map(|result| &result["suppressions"]).collect();
    assert_eq!(
        reasons,
        [&serde_json::json!([{ "kind": "inSource", "justification": "written by an older tool" }])]
    );
}

#[test]
fn warnings_fail_only_on_request_and_suppressions_need_a_reason() {
    let unused = "null-value=the exporter writes them";
    let mut seen = run("", &["validate", "templates/whole.yaml", "--suppress", unused]);
    seen += &run(
        "",
        &[
            "validate",
            "templates/whole.yaml",
            "--suppress",
            unused,
            "--deny",
            "warnings",
        ],
    );
    let faulty = [
        "validate",
        "templates/checked/inner",
        "--suppress",
        "duplicate-key=one of them is kept",
    ];
    seen += &run("", &faulty);
    seen += &run(
        "",
        &["validate", "templates/whole.yaml", "--suppress", "null-value"],
    );
    seen += &run(
        "",
        &[
            "validate",
            "templates/whole.yaml",
            "--suppress",
            "nul-value=a reason",
        ],
    );
    check("validate-suppress", &seen);
}

#[test]
fn a_state_machine_definition_is_checked() {
    let seen = run("", &["validate", "--asl", "templates/checked/faulty.asl.json"]);
    check("validate-asl", &seen);
}

#[test]
fn a_file_that_is_not_a_template_fails_whatever_is_suppressed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("malformed.yaml");
    std::fs::write(&path, "Resources: [\n").unwrap();
    let arguments = [
        "validate",
        path.to_str().unwrap(),
        "--suppress",
        "invalid-document=a reason",
    ];
    let seen = run("", &arguments);
    assert!(
        seen.contains("error[invalid-document]") && seen.ends_with("exit code 1\n"),
        "{seen}"
    );
    let seen = run("", &["validate", "templates/checked/faulty.asl.json"]);
    assert!(
        seen.contains("this is the definition of a state machine, not a template"),
        "{seen}"
    );
    assert!(seen.contains("infra-gen validate --asl FILE"), "{seen}");
    let seen = run("", &["validate"]);
    assert!(
        seen.contains("write the path of a template or folder, or add `--env`"),
        "{seen}"
    );
}

#[test]
fn an_error_in_the_text_of_a_definition_has_a_location() {
    let files = [
        "templates/malformed/flow.asl.json",
        "templates/malformed/flow.asl.yaml",
    ];
    let definitions = ["validate", "--asl", files[0], "--asl", files[1]];
    let mut seen = run("", &definitions);
    seen += &run("", &[&definitions[..], &["--format", "github"]].concat());
    seen += &run("", &["validate", "templates/malformed/template.yaml"]);
    check("validate-malformed", &seen);
    let document = json_of(&[&definitions[..], &["--format", "json"]].concat());
    let finding = &document["files"][1]["findings"][0];
    assert_eq!((&finding["line"], &finding["column"]), (&4.into(), &4.into()));
    let log = json_of(&[&definitions[..], &["--format", "sarif"]].concat());
    let place = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
    assert_eq!(
        place["region"],
        serde_json::json!({ "startLine": 3, "startColumn": 74 })
    );
}

#[test]
fn a_template_is_read_from_stdin() {
    let mut command = program("templates/basic.yaml", "", &["validate", "-", "--format", "json"]);
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/system/templates/checked/faulty.yaml");
    let output = command
        .stdin(std::fs::File::open(file).unwrap())
        .output()
        .unwrap();
    let document: Json = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(
        (&document["files"][0]["source"], &document["summary"]["files"]),
        (&"stdin".into(), &1.into())
    );
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn rules_are_listed_and_explained() {
    let seen = run("", &["rules", "null-value"]) + &run("", &["rules", "nul-value"]);
    check("rules", &seen);
    let listed = run("", &["rules"]);
    assert!(listed.contains("\n  null-value  "), "{listed}");
    let rules = json_of(&["rules", "--format", "json"]);
    assert!(rules.as_array().unwrap().len() > 80, "{rules}");
    assert!(run("", &["rules", "--format", "markdown"]).contains("\n### null-value\n"));
}

/// The data that the program writes to stdout.
#[track_caller]
fn json_of(arguments: &[&str]) -> Json {
    let output = program("templates/basic.yaml", "", arguments).output().unwrap();
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn a_file_that_is_not_utf_8_is_reported() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("template.json");
    // UTF-16, which `>` writes in PowerShell.
    std::fs::write(&path, b"\xff\xfe{\x00}\x00").unwrap();
    let seen = run("", &["validate", path.to_str().unwrap()]);
    assert!(
        seen.ends_with("template.json` is not UTF-8 text\n  hint: save it as UTF-8\nexit code 1\n"),
        "{seen}"
    );
}

#[test]
fn completions_have_the_commands_and_the_environments() {
    let script = run("", &["completions", "bash"]);
    assert!(script.contains("synth"), "{script}");
    assert!(script.contains("guarded"), "{script}");
}

/// The program as an alias of Cargo.
fn alias(arguments: &[&str]) -> Command {
    let mut command = program("templates/basic.yaml", "users", arguments);
    command.env("INFRA_GEN_COMMAND", "cargo infra");
    command
}

#[test]
fn the_program_uses_the_name_that_users_type() {
    let output = |command: &mut Command| {
        let output = command.output().unwrap();
        String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap()
    };
    for arguments in [
        &["--help"][..],
        &["deploy", "--help"],
        &["user", "--help"],
        &["version"],
        &["--version"],
        &["man"],
        &["sinth"],
    ] {
        let text = output(&mut alias(arguments));
        let names = ["cargo infra", "cargo-infra", "cargo\\-infra"];
        assert!(names.iter().any(|name| text.contains(name)), "{text}");
        assert!(
            !text.contains("infra-gen") && !text.contains("infra\\-gen"),
            "{text}"
        );
        let text = output(program("templates/basic.yaml", "users", arguments).arg0("guestbook"));
        assert!(text.contains("guestbook"), "{text}");
        assert!(
            !text.contains("infra-gen") && !text.contains("infra\\-gen"),
            "{text}"
        );
    }
}

#[test]
fn an_alias_of_cargo_is_completed_after_cargo() {
    let script = alias(&["completions", "bash"]).output().unwrap().stdout;
    let complete = |words: &str, position: usize| {
        let mut bash = Command::new("bash");
        bash.args(["--norc", "-c"]).arg(format!(
            "_before() {{ COMPREPLY=(build test); }}\ncomplete -F _before -o default cargo\n{}\n\
             COMP_WORDS=({words} '')\nCOMP_CWORD={position}\n\
             $(complete -p cargo | sed 's/.*-F \\([^ ]*\\) .*/\\1/') cargo '' infra\necho \"${{COMPREPLY[*]}}\"",
            String::from_utf8_lossy(&script)
        ));
        let output = bash.output().unwrap();
        String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
    };
    let commands = complete("cargo infra", 2);
    assert!(
        commands.contains("synth") && commands.contains("deploy"),
        "{commands}"
    );
    assert_eq!(complete("cargo", 1), "build test\n");
}

#[test]
fn doctor_requires_only_what_the_environment_needs() {
    let elsewhere = tempfile::tempdir().unwrap();
    let look = |env: &[&str]| {
        let output = program("templates/basic.yaml", "", &[&["doctor"], env].concat())
            .current_dir(elsewhere.path())
            .env("AWS_EC2_METADATA_DISABLED", "true")
            .output()
            .unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        let line = text
            .lines()
            .find(|line| line.contains(" emulator "))
            .unwrap()
            .to_owned();
        (line, output.status.code())
    };
    let (line, code) = look(&["--env", "local"]);
    assert!(line.starts_with("missing  emulator"), "{line}");
    assert_eq!(code, Some(1));
    let (line, _) = look(&["--env", "prod"]);
    assert!(line.starts_with("note     emulator"), "{line}");
    let (line, code) = look(&[]);
    assert!(
        line.starts_with("note     emulator") && line.contains("for `infra-gen dev`"),
        "{line}"
    );
    assert_eq!(code, Some(0));
}

#[test]
fn synth_uses_the_endpoint_of_the_command_line() {
    let endpoint = |arguments: &[&str]| {
        let arguments = [&["synth", "--env", "local"], arguments].concat();
        let output = program("templates/endpoint.yaml", "", &arguments)
            .output()
            .unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(endpoint(&[]).contains("http://127.0.0.1:4566"));
    let moved = endpoint(&["--endpoint-url", "http://127.0.0.1:4590"]);
    assert!(moved.contains("http://127.0.0.1:4590"), "{moved}");
}

#[test]
fn a_full_disk_is_reported_for_a_file_and_for_stdout() {
    let synth = |output: &[&str]| {
        let mut command = program("templates/basic.yaml", "", &["synth", "--env", "prod"]);
        command.args(output);
        command
    };
    let stderr = |command: &mut Command| {
        let output = command.output().unwrap();
        assert_eq!(output.status.code(), Some(1));
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    let full = "No space left on device (os error 28)\n";
    let error = stderr(&mut synth(&["--output", "/dev/full"]));
    assert!(
        error.starts_with("error: could not write `/dev/full`\n  caused by: ")
            && error.contains(full)
            && error.ends_with("hint: free some space, or choose another path\n"),
        "{error}"
    );
    let device = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let error = stderr(synth(&[]).stdout(device));
    assert!(
        error.starts_with("error: could not write to stdout") && error.ends_with(full),
        "{error}"
    );
}

/// The shell's limit on file sizes simulates a disk that becomes full during the write.
#[test]
fn a_file_that_cannot_be_written_completely_keeps_its_content() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("template.json");
    std::fs::write(&file, "old content").unwrap();
    let whole = program(
        "templates/whole.yaml",
        "",
        &["synth", "--env", "prod", "--output"],
    );
    let mut limited = Command::new("sh");
    limited
        // Ignores the signal, which would end the program before it could report the error.
        .args(["-c", "trap '' XFSZ; ulimit -f 1; exec \"$@\"", "sh"])
        .arg(whole.get_program())
        .args(whole.get_args())
        .arg(&file)
        .current_dir(whole.get_current_dir().unwrap());
    for (name, value) in whole.get_envs() {
        limited.env(name, value.unwrap_or_default());
    }
    let output = limited.env_remove("AWS_ENDPOINT_URL").output().unwrap();
    let error = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{error}");
    assert!(error.contains("free some space"), "{error}");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "old content");
    assert_eq!(
        folder.path().read_dir().unwrap().count(),
        1,
        "no temporary file is left"
    );
}
