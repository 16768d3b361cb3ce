//! The guarantees of the workflow, run in the process with scripted task functions.

use std::{cell::RefCell, collections::BTreeMap, time::Duration};

use infra_gen_asl::{
    FunctionRef, SenderRef, TopicRef, Workflow,
    run::{CallOrder, Execution, ExecutionSettings, Interpreter, Status, TaskError, TaskReply, Tasks},
};
use infra_gen_cfn::LogicalId;
use insta::{Settings, assert_snapshot};
use serde_json::{Value as Json, json};
use shop_contract::{
    ReportStepName,
    workflow::generate_report::{
        GenerateReportExecution, GeneratedReport, PresignedUrlTask, ReportHtmlTask, ReportTask,
    },
};
use state_machines::generate_report::{PREPARE_SECONDS, REPORT_SECONDS, Resources, workflow};

/// The service call that sends the email to the requester.
const SEND_EMAIL: &str = "aws-sdk:sesv2:sendEmail";

/// The steps, and the task of each.
const STEPS: [(ReportStepName, &str); 6] = [
    (ReportStepName::PrepareOrdersData, "prepare_orders_report_data"),
    (ReportStepName::PrepareOrdersHtml, "prepare_orders_report_html"),
    (
        ReportStepName::PrepareProductsData,
        "prepare_products_report_data",
    ),
    (
        ReportStepName::PrepareProductsHtml,
        "prepare_products_report_html",
    ),
    (ReportStepName::SignLinks, "generate_presigned_url"),
    (ReportStepName::SendMail, "sns:publish"),
];

#[test]
fn both_pages_are_created_then_linked_then_mailed() {
    let script = Script::default();
    let execution = run(&script);
    assert_eq!(
        execution.status,
        Status::Succeeded(json!({
            "requester": null, "recipients": ["ann@example.com"], "linksExpireAt": "2026-01-01T01:00:00Z"
        }))
    );
    for (_, task) in STEPS {
        assert_eq!(script.calls(task), 1, "{task}");
    }
    let entered = execution.entered_states();
    assert_eq!(
        (entered[0], &entered[5..]),
        (
            "Prepare",
            ["SignLinks", "SendMail", "HasRequester", "NotToRequester"].as_slice()
        )
    );
    for step in ReportStepName::ALL {
        assert!(entered.contains(&step.state_name()), "{step:?}");
    }
}

#[test]
fn the_pages_are_created_in_parallel() {
    let mut script = Script::default();
    for (_, task) in &STEPS[..4] {
        script.takes.insert(task, Duration::from_secs(100));
    }
    assert_eq!(run(&script).took, Duration::from_secs(200));
}

#[test]
fn the_email_has_the_signed_links() {
    let script = Script::default();
    run(&script);
    let published = script.last("sns:publish");
    assert_eq!(published["TopicArn"], "notifications");
    assert_eq!(published["Subject"], "Your report");
    assert_eq!(published["Message"], "https://…");
}

#[test]
fn the_output_of_the_execution_has_no_links() {
    let Status::Succeeded(output) = run(&Script::default()).status else {
        panic!("it succeeds")
    };
    let generated: GeneratedReport = serde_json::from_value(output).unwrap();
    assert_eq!(generated.recipients, ["ann@example.com"]);
}

#[test]
fn a_failed_step_fails_the_execution_before_any_email() {
    for (step, task) in STEPS {
        let script = Script::failing(task, usize::MAX, "Broken", "the bucket is gone");
        let execution = run(&script);
        assert_eq!(
            execution.status,
            Status::Failed(TaskError::named("Broken", "the bucket is gone")),
            "{task}"
        );
        let entered = execution.entered_states();
        assert!(entered.contains(&step.state_name()), "{task}");
        if step != ReportStepName::SendMail {
            assert_eq!(script.calls("sns:publish"), 0, "{task}");
        }
        if step < ReportStepName::SignLinks {
            assert_eq!(script.calls("generate_presigned_url"), 0, "{task}");
        }
    }
}

#[test]
fn a_page_is_not_written_if_its_data_failed() {
    let script = Script::failing("prepare_orders_report_data", usize::MAX, "Broken", "");
    run(&script);
    assert_eq!(script.calls("prepare_orders_report_html"), 0);
}

#[test]
fn a_failed_branch_stops_the_other_branch() {
    for seed in 0..16 {
        let mut script = Script::failing("prepare_products_report_data", usize::MAX, "Broken", "");
        script
            .takes
            .insert("prepare_orders_report_data", Duration::from_secs(500));
        let execution = interpreter(&script, seed).run_blocking(defined().machine(), input());
        assert!(execution.took < Duration::from_secs(500), "{seed}");
        assert_eq!(script.calls("prepare_orders_report_html"), 0, "{seed}");
    }
}

#[test]
fn transient_errors_are_retried() {
    for passing in [
        "Busy",
        "Lambda.ServiceException",
        "Lambda.TooManyRequestsException",
        "Lambda.Unknown",
        "Runtime.ExitError",
        "Runtime.Unknown",
    ] {
        for (_, task) in &STEPS[..5] {
            let script = Script::failing(task, 5, passing, "in a moment");
            let execution = run(&script);
            assert!(
                matches!(execution.status, Status::Succeeded(_)),
                "{task} {passing}"
            );
            assert_eq!(script.calls(task), 6, "{task} {passing}");
            assert_eq!(script.calls("sns:publish"), 1, "{task} {passing}");
        }
    }
}

#[test]
fn a_failed_publication_is_retried() {
    let script = Script::failing("sns:publish", 5, "SNS.InternalErrorException", "");
    assert!(matches!(run(&script).status, Status::Succeeded(_)));
    assert_eq!(script.calls("sns:publish"), 6);
}

#[test]
fn a_timeout_is_retried_once() {
    for out_of_time in ["States.Timeout", "Sandbox.Timedout"] {
        let script = Script::failing("prepare_orders_report_data", 1, out_of_time, "");
        assert!(
            matches!(run(&script).status, Status::Succeeded(_)),
            "{out_of_time}"
        );
        let script = Script::failing("prepare_orders_report_data", 2, out_of_time, "");
        assert!(matches!(run(&script).status, Status::Failed(_)), "{out_of_time}");
        assert_eq!(script.calls("prepare_orders_report_data"), 2, "{out_of_time}");
    }
}

#[test]
fn a_function_that_hangs_times_out() {
    let mut script = Script::default();
    script
        .takes
        .insert("prepare_orders_report_html", Duration::from_hours(24));
    let execution = run(&script);
    assert!(!matches!(execution.status, Status::Succeeded(_)));
    assert!(execution.took.as_secs() <= u64::from(REPORT_SECONDS));
    // Two runs of the maximum duration fit.
    assert!(execution.took.as_secs() > 2 * u64::from(PREPARE_SECONDS));
}

#[test]
fn every_run_of_a_task_gets_the_same_report() {
    let script = Script::failing("prepare_orders_report_data", 3, "Busy", "");
    run(&script);
    let report = ReportTask {
        execution: "execution".to_owned(),
        as_of: "2026-01-01T00:00:00Z".parse().unwrap(),
        requested_by: "ann".to_owned(),
        period: None,
    };
    for data in ["prepare_orders_report_data", "prepare_products_report_data"] {
        for payload in script.payloads(data) {
            assert_eq!(
                serde_json::from_value::<ReportTask>(payload).unwrap(),
                report,
                "{data}"
            );
        }
    }
    for (html, what) in [
        ("prepare_orders_report_html", "orders"),
        ("prepare_products_report_html", "products"),
    ] {
        let task: ReportHtmlTask = serde_json::from_value(script.last(html)).unwrap();
        assert_eq!(
            (task.report, task.data.rows),
            (report.clone(), format!("{what}.ndjson"))
        );
    }
    let task: PresignedUrlTask = serde_json::from_value(script.last("generate_presigned_url")).unwrap();
    assert_eq!(task.report, report);
    assert_eq!(
        (task.orders.html, task.products.html),
        ("orders.html".to_owned(), "products.html".to_owned())
    );
}

#[test]
fn payloads_are_far_below_the_size_limit() {
    let execution = run(&Script::default());
    for event in &execution.history {
        assert!(event.details.to_string().len() < 4096, "{event:?}");
    }
}

#[test]
fn the_definition_and_its_diagrams_match_the_snapshots() {
    let workflow = defined();
    let definition: Json = serde_json::from_str(&workflow.machine().definition()).unwrap();
    let mut insta = Settings::clone_current();
    insta.set_snapshot_path("../../snapshots/state-machines");
    insta.set_prepend_module_to_snapshot(false);
    insta.set_omit_expression(true);
    insta.bind(|| {
        assert_snapshot!(
            "generate_report.asl",
            serde_json::to_string_pretty(&definition).unwrap()
        );
        assert_snapshot!(
            "generate_report.mermaid",
            workflow.machine().diagram().to_mermaid()
        );
        assert_snapshot!("generate_report.svg", workflow.machine().diagram().to_svg());
    });
}

fn defined() -> Workflow<GenerateReportExecution, GeneratedReport> {
    let id = LogicalId::new;
    workflow(&Resources {
        prepare_orders_data: FunctionRef::new(id("PrepareOrdersData"), "prepare_orders_report_data"),
        prepare_orders_html: FunctionRef::new(id("PrepareOrdersHtml"), "prepare_orders_report_html"),
        prepare_products_data: FunctionRef::new(id("PrepareProductsData"), "prepare_products_report_data"),
        prepare_products_html: FunctionRef::new(id("PrepareProductsHtml"), "prepare_products_report_html"),
        generate_presigned_url: FunctionRef::new(id("GeneratePresignedUrl"), "generate_presigned_url"),
        notifications: TopicRef::new(id("Notifications"), "notifications"),
        sender: SenderRef::new(id("Sender"), "Shop <shop@example.com>", "identity"),
    })
    .expect("the workflow is well-formed")
}

/// A script with a known requester.
fn for_requester(mut script: Script) -> Script {
    let mut mail = answer("generate_presigned_url");
    mail["requester"] = "ann@example.com".into();
    script.answers.insert("generate_presigned_url", mail);
    script
}

#[test]
fn the_requester_gets_one_email() {
    let script = for_requester(Script::default());
    let Status::Succeeded(output) = run(&script).status else {
        panic!("it succeeds")
    };
    assert_eq!(output["requester"], "ann@example.com");
    assert_eq!((script.calls("sns:publish"), script.calls(SEND_EMAIL)), (1, 1));
    assert_eq!(
        script.last(SEND_EMAIL),
        json!({
            "FromEmailAddress": "Shop <shop@example.com>",
            "Destination": { "ToAddresses": ["ann@example.com"] },
            "Content": { "Simple": {
                "Subject": { "Data": "Your report", "Charset": "UTF-8" },
                "Body": { "Text": { "Data": "https://…", "Charset": "UTF-8" } },
            } },
        })
    );
}

#[test]
fn a_rejected_email_does_not_fail_the_report() {
    for error in [
        "SesV2.MessageRejectedException",
        "States.TaskFailed",
        "States.Timeout",
    ] {
        let script = for_requester(Script::failing(SEND_EMAIL, usize::MAX, error, "not verified"));
        let Status::Succeeded(output) = run(&script).status else {
            panic!("it succeeds")
        };
        assert_eq!(output["requester"], Json::Null, "{error}");
        assert_eq!(output["recipients"], json!(["ann@example.com"]), "{error}");
        assert_eq!(script.calls(SEND_EMAIL), 1, "{error}");
    }
}

#[test]
fn the_period_and_the_requester_reach_the_tasks() {
    let script = Script::default();
    let period = json!({
        "from": "2026-11-01", "to": null, "begins": "2026-10-31T23:00:00Z", "ends": null,
    });
    let input = json!({ "requestedBy": "ann", "requester": "ann@example.com", "period": period });
    interpreter(&script, 0).run_blocking(defined().machine(), input);
    for data in ["prepare_orders_report_data", "prepare_products_report_data"] {
        assert_eq!(script.last(data)["period"], period, "{data}");
    }
    let task: PresignedUrlTask = serde_json::from_value(script.last("generate_presigned_url")).unwrap();
    assert_eq!(task.requester, Some("ann@example.com".to_owned()));
    assert_eq!(
        task.report.period.unwrap().from,
        Some("2026-11-01".parse().unwrap())
    );
}

/// A script for the tasks, and a record of their calls.
#[derive(Default)]
struct Script {
    failure: Option<(&'static str, usize, TaskError)>,
    takes: BTreeMap<&'static str, Duration>,
    /// Responses that replace the default ones.
    answers: BTreeMap<&'static str, Json>,
    asked: RefCell<Vec<(&'static str, Json)>>,
}

impl Script {
    /// A script in which `task` fails the first `times` times.
    fn failing(task: &'static str, times: usize, error: &str, cause: &str) -> Self {
        Self {
            failure: Some((task, times, TaskError::named(error, cause))),
            ..Self::default()
        }
    }

    fn answer(&self, task: &'static str, asked: Json) -> TaskReply {
        let before = self.calls(task);
        let reply = match &self.failure {
            Some((failing, times, error)) if *failing == task && before < *times => error.clone().into(),
            _ => self
                .answers
                .get(task)
                .cloned()
                .unwrap_or_else(|| answer(task))
                .into(),
        };
        self.asked.borrow_mut().push((task, asked));
        TaskReply::after(reply, self.takes.get(task).copied().unwrap_or_default())
    }

    fn payloads(&self, task: &str) -> Vec<Json> {
        let asked = self.asked.borrow();
        let of_task = asked.iter().filter(|(name, _)| *name == task);
        of_task.map(|(_, payload)| payload.clone()).collect()
    }

    fn calls(&self, task: &str) -> usize {
        self.payloads(task).len()
    }

    fn last(&self, task: &str) -> Json {
        self.payloads(task).pop().expect("the task was called")
    }
}

/// The default response of a task.
fn answer(task: &str) -> Json {
    let what = if task.contains("orders") {
        "orders"
    } else {
        "products"
    };
    match task {
        "generate_presigned_url" => json!({
            "subject": "Your report", "text": "https://…",
            "recipients": ["ann@example.com"], "linksExpireAt": "2026-01-01T01:00:00Z",
        }),
        "sns:publish" | SEND_EMAIL => json!({ "MessageId": "m-1" }),
        html if html.ends_with("html") => {
            json!({ "html": format!("{what}.html"), "summary": format!("{what}.json") })
        }
        _ => json!({ "rows": format!("{what}.ndjson"), "summary": format!("{what}.json") }),
    }
}

fn input() -> Json {
    json!({ "requestedBy": "ann" })
}

fn run(script: &Script) -> Execution {
    interpreter(script, 0).run_blocking(defined().machine(), input())
}

fn interpreter(script: &Script, seed: u64) -> Interpreter<Tasks<'_>> {
    let mut tasks = Tasks::new()
        .service("sns:publish", move |call| async move {
            script.answer("sns:publish", call.arguments)
        })
        .service(SEND_EMAIL, move |call| async move {
            script.answer(SEND_EMAIL, call.arguments)
        });
    for (_, name) in &STEPS[..5] {
        tasks = tasks.function(name, move |payload| async move { script.answer(name, payload) });
    }
    let settings = ExecutionSettings {
        seed,
        order: CallOrder::Shuffled,
        ..ExecutionSettings::default()
    };
    Interpreter {
        settings,
        ..Interpreter::new(tasks)
    }
}
