//! `dev`: runs everything on this machine, and stops everything at the end.

use std::net::{Ipv4Addr, TcpListener};
use std::time::Instant;

use aws_config::BehaviorVersion;
use aws_sdk_s3::config::Credentials;

use crate::port::Port;
use crate::support::{Program, Running, TIMEOUT, Workspace, expect_closed, get, get_as, kill};

/// A running `dev` and its ports.
struct Dev {
    running: Running,
    port: Port,
    site: Port,
}

fn start(workspace: &Workspace, more: &[&str]) -> Dev {
    let (port, site) = (Port::claim(), Port::claim());
    let (port_text, site_text) = (port.to_string(), site.to_string());
    let mut arguments = vec!["dev", "--port", &port_text, "--site-port", &site_text];
    arguments.extend(more);
    let running = Program::new(workspace, "whole.yaml")
        .parts("code site seed")
        .start(&arguments);
    Dev { running, port, site }
}

/// The process ID of the emulator in the output of `dev`.
fn emulator(line: &str) -> u32 {
    let (_, rest) = line.split_once("(process ").unwrap();
    rest.split_once(',').unwrap().0.parse().unwrap()
}

#[test]
fn everything_runs_until_ctrl_c_and_the_next_run_continues() {
    let workspace = Workspace::with_emulator();
    let Dev {
        mut running,
        port,
        site,
    } = start(&workspace, &[]);
    running.wait_for("following the functions' logs");
    assert!(get(site.number(), "/").contains("<!doctype html>"));
    assert!(
        get(site.number(), "/a/deep/link").contains("<!doctype html>"),
        "the application handles deep links"
    );
    assert!(
        get(site.number(), "/images/dot.svg").contains("<svg"),
        "seeded images are served"
    );
    assert!(
        get(site.number(), "/assets/app-1f.js").contains("immutable"),
        "hashed assets are cached"
    );
    assert!(
        get(site.number(), "/config.json").contains(&format!("http://localhost:{site}")),
        "the stack has the site's address"
    );
    // The other commands find the ports, and `diff` uses the template with these addresses.
    let other = |arguments: &[&str]| {
        Program::new(&workspace, "whole.yaml")
            .parts("code site seed")
            .run(arguments)
    };
    let outputs = other(&["outputs", "--env", "local"]);
    assert!(outputs.contains("WebBucket"), "{outputs}");
    let same = other(&["diff", "--env", "local", "--exit-code"]);
    assert!(same.ends_with("exit code 0\n"), "{same}");
    let elsewhere = other(&[
        "outputs",
        "--env",
        "local",
        "--endpoint-url",
        "http://127.0.0.1:9",
    ]);
    assert!(elsewhere.contains("exit code 1"), "{elsewhere}");
    running.signal("INT");
    let (code, said) = running.end();
    assert_eq!(code, Some(0), "{said}");
    expect_closed(port.number());
    expect_closed(site.number());

    // The same ports, because the site's address is part of the stack.
    let (port, site) = (port.to_string(), site.to_string());
    let arguments = ["dev", "--port", &port, "--site-port", &site];
    let again = |more: &[&str], last: &str| {
        let arguments = [&arguments[..], more].concat();
        let mut running = Program::new(&workspace, "whole.yaml")
            .parts("code site seed")
            .start(&arguments);
        running.wait_for(last);
        running.signal("TERM");
        let (code, said) = running.end();
        assert_eq!(code, Some(0), "{said}");
        said
    };
    let said = again(&[], "following the functions' logs");
    assert!(said.contains("no changes"), "{said}");
    assert!(said.contains("site bundle is up to date"), "{said}");
    assert!(said.contains("site is unchanged"), "{said}");
    let said = again(&["--reset"], "following the functions' logs");
    assert!(said.contains("to create stack `noticeboard-local`"), "{said}");
}

#[test]
fn messages_of_a_topic_are_stored_in_the_inbox() {
    let workspace = Workspace::with_emulator();
    let (port, site) = (Port::claim(), Port::claim());
    let ports = (port.to_string(), site.to_string());
    let arguments = ["dev", "--port", &ports.0, "--site-port", &ports.1];
    let start = || {
        let mut running = Program::new(&workspace, "whole.yaml")
            .parts("code site seed")
            .start(&arguments);
        running.wait_for(&format!("emails: http://localhost:{site}/_inbox"));
        running.wait_for("following the functions' logs");
        running
    };
    let stop = |running: Running| {
        running.signal("INT");
        let (code, said) = running.end();
        assert_eq!(code, Some(0), "{said}");
    };
    let inbox = |text: &str| {
        let deadline = Instant::now() + TIMEOUT;
        loop {
            let answer = get(site.number(), "/_inbox.json");
            if answer.contains(text) {
                return answer;
            }
            assert!(Instant::now() < deadline, "`{text}` did not arrive: {answer}");
            std::thread::yield_now();
        }
    };

    let running = start();
    publish(port.number(), "First", "see <https://example.com/a?b=c&d=e>");
    inbox("First");
    let page = get(site.number(), "/_inbox");
    assert!(
        page.contains("<a href=\"https://example.com/a?b=c&amp;d=e\""),
        "{page}"
    );
    let refused = get_as(site.number(), "rebound.example", "/_inbox.json");
    assert!(refused.starts_with("HTTP/1.1 403"), "{refused}");
    stop(running);

    let running = start();
    publish(port.number(), "Second", "again");
    let both = inbox("Second");
    assert!(both.contains("First"), "kept from the last run: {both}");
    assert!(
        both.find("Second") < both.find("First"),
        "the newest is first: {both}"
    );
    stop(running);
}

/// Publishes a message to the stack's topic.
fn publish(port: u16, subject: &str, message: &str) {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let config = aws_config::defaults(BehaviorVersion::latest())
            .endpoint_url(format!("http://127.0.0.1:{port}"))
            .region("eu-west-1")
            .credentials_provider(Credentials::new("test", "test", None, None, "test"))
            .load()
            .await;
        let sns = aws_sdk_sns::Client::new(&config);
        let topics = sns.list_topics().send().await.unwrap();
        sns.publish()
            .topic_arn(topics.topics()[0].topic_arn().unwrap())
            .subject(subject)
            .message(message)
            .send()
            .await
            .unwrap();
    });
}

#[test]
fn a_killed_emulator_ends_the_run_with_an_error() {
    let workspace = Workspace::with_emulator();
    let Dev {
        mut running,
        port,
        site,
    } = start(&workspace, &[]);
    let process = emulator(&running.wait_for("emulator is running at"));
    kill("KILL", process);
    let (code, said) = running.end();
    assert_eq!(code, Some(1), "{said}");
    assert!(
        said.contains("the emulator exited unexpectedly (signal: 9 (SIGKILL))"),
        "{said}"
    );
    expect_closed(port.number());
    expect_closed(site.number());
}

#[test]
fn the_emulator_does_not_outlive_a_killed_run() {
    let workspace = Workspace::with_emulator();
    let Dev {
        mut running, port, ..
    } = start(&workspace, &[]);
    running.wait_for("emulator is running at");
    running.signal("KILL");
    let (code, _) = running.end();
    assert_eq!(code, None);
    expect_closed(port.number());
}

#[test]
fn a_port_in_use_is_reported_before_anything_starts() {
    let workspace = Workspace::with_emulator();
    for (flag, other, purpose) in [
        ("--port", "--site-port", "the emulator"),
        ("--site-port", "--port", "the site"),
    ] {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let taken = listener.local_addr().unwrap().port();
        let free = Port::claim();
        let seen = Program::new(&workspace, "whole.yaml").parts("site").run(&[
            "dev",
            flag,
            &taken.to_string(),
            other,
            &free.to_string(),
        ]);
        let expected = format!(
            "port {taken} for {purpose} is taken by process {} (",
            std::process::id()
        );
        assert!(seen.contains(&expected), "{seen}");
        assert!(
            seen.contains(&format!("choose another port with `{flag}`")),
            "{seen}"
        );
        assert!(seen.ends_with("exit code 1\n"), "{seen}");
        assert!(!workspace.path().join(".local").exists(), "something was started");
    }
}

#[test]
fn a_second_run_cannot_use_the_same_state_folder() {
    let workspace = Workspace::with_emulator();
    let Dev { mut running, .. } = start(&workspace, &[]);
    running.wait_for("emulator is running at");
    let ports = (Port::claim(), Port::claim());
    let (port, site) = (ports.0.to_string(), ports.1.to_string());
    let seen = Program::new(&workspace, "whole.yaml").parts("site").run(&[
        "dev",
        "--reset",
        "--port",
        &port,
        "--site-port",
        &site,
    ]);
    assert!(seen.contains(".local` is in use by process "), "{seen}");
    assert!(seen.contains("choose another folder with `--state`"), "{seen}");
    assert!(seen.ends_with("exit code 1\n"), "{seen}");
    assert!(workspace.path().join(".local/emulator/emulator.log").exists());
    running.signal("INT");
    let (code, said) = running.end();
    assert_eq!(code, Some(0), "{said}");
}

#[test]
fn a_missing_emulator_is_reported_with_the_install_command() {
    let workspace = Workspace::new();
    let port = Port::claim();
    let seen = Program::new(&workspace, "basic.yaml").run(&["dev", "--port", &port.to_string()]);
    assert!(seen.contains("error: the emulator is not installed in"), "{seen}");
    assert!(seen.contains("pip install ministack=="), "{seen}");
    assert!(seen.ends_with("exit code 1\n"), "{seen}");
}

#[test]
fn missing_node_is_reported_before_anything_starts() {
    let workspace = Workspace::with_emulator();
    let mut program = Program::new(&workspace, "whole.yaml").parts("site");
    // Only Cargo, which finds the workspace.
    let tools = workspace.path().join("tools");
    std::fs::create_dir(&tools).unwrap();
    std::os::unix::fs::symlink(env!("CARGO"), tools.join("cargo")).unwrap();
    program.command.env("PATH", &tools);
    let ports = (Port::claim(), Port::claim());
    let (port, site) = (ports.0.to_string(), ports.1.to_string());
    let seen = program.run(&["dev", "--port", &port, "--site-port", &site]);
    assert!(
        seen.contains("error: `node` is not on the `PATH`\n  hint: install Node.js 20 or newer"),
        "{seen}"
    );
    assert!(!workspace.path().join(".local").exists(), "something was started");
}

#[test]
fn log_lines_start_with_the_name_of_the_function() {
    let workspace = Workspace::with_emulator();
    let Dev {
        mut running, port, ..
    } = start(&workspace, &[]);
    running.wait_for("following the functions' logs");
    // A function URL needs no signed request.
    let url = running
        .heard
        .iter()
        .find_map(|line| line.split_once("GreeterUrl: "))
        .unwrap()
        .1
        .to_owned();
    let host = url.trim_start_matches("https://").trim_end_matches('/');
    assert!(get_as(port.number(), host, "/").ends_with("hello"));
    assert!(
        running
            .wait_for_output("greeting")
            .starts_with("Greeter: greeting ")
    );
    let logs = |more: &[&str]| {
        let mut program = Program::new(&workspace, "whole.yaml").parts("code");
        program
            .command
            .env("AWS_ENDPOINT_URL", format!("http://127.0.0.1:{port}"));
        program.run(&[&["logs", "--env", "local"], more].concat())
    };
    let seen = logs(&[]);
    assert!(seen.contains("Greeter       greeting "), "{seen}");
    let raw = logs(&["greeter", "--raw"]);
    assert!(raw.contains("\ngreeting "), "{raw}");
    assert!(raw.ends_with("exit code 0\n"), "{raw}");
    assert!(logs(&["--since", "0s"]).contains("no log lines in that time"));
    let unknown = logs(&["Greetings"]);
    assert!(
        unknown.contains("error: the stack has no function `Greetings`\n  hint: use one of `Greeter`"),
        "{unknown}"
    );
    let mut following = Program::new(&workspace, "whole.yaml").parts("code");
    following
        .command
        .env("AWS_ENDPOINT_URL", format!("http://127.0.0.1:{port}"));
    let following = following.start(&["logs", "--env", "local", "--follow"]);
    assert!(
        following.wait_for_output("greeting").contains("Greeter"),
        "earlier lines are shown"
    );
    get_as(port.number(), host, "/");
    assert!(
        following.wait_for_output("greeting").contains("Greeter"),
        "new lines are shown"
    );
    // Not INT: a shell that runs the tests in the background ignores it.
    following.signal("TERM");
    following.end();
    running.signal("INT");
    let (code, said) = running.end();
    assert_eq!(code, Some(0), "{said}");
}

#[test]
fn a_command_runs_against_the_stack_and_then_the_run_ends() {
    let workspace = Workspace::with_emulator();
    let ports = (Port::claim(), Port::claim());
    let (port, site) = (ports.0.to_string(), ports.1.to_string());
    for (code, expected) in [("exit 0", "exit code 0\n"), ("exit 3", "exit code 1\n")] {
        let script = format!("echo \"it is at $GREETING\"; {code}");
        let arguments = [
            "dev",
            "--port",
            &port,
            "--site-port",
            &site,
            "--",
            "sh",
            "-c",
            &script,
        ];
        let seen = Program::new(&workspace, "whole.yaml")
            .parts("code site seed")
            .run(&arguments);
        assert!(
            seen.contains(&format!("it is at http://localhost:{site}")),
            "{seen}"
        );
        assert!(seen.ends_with(expected), "{seen}");
    }
    expect_closed(ports.0.number());
}

#[test]
fn start_functions_are_called_at_each_start() {
    let workspace = Workspace::with_emulator();
    let ports = (Port::claim(), Port::claim());
    let (port, site) = (ports.0.to_string(), ports.1.to_string());
    let arguments = ["dev", "--port", &port, "--site-port", &site, "--", "true"];
    for start in ["first", "second"] {
        let seen = Program::new(&workspace, "whole.yaml")
            .parts("code site seed calls")
            .run(&arguments);
        assert!(
            seen.contains("function `Greeter` returned {\"statusCode\": 200"),
            "{start}: {seen}"
        );
        assert!(
            seen.contains("function `Missing` failed: the stack has no resource"),
            "{start}: {seen}"
        );
        assert!(seen.ends_with("exit code 0\n"), "{start}: {seen}");
    }
    expect_closed(ports.0.number());
}
