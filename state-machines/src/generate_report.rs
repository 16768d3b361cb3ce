//! The workflow `generate_report`: two pages are made side by side, links to them are signed, and the mail with the links
//! goes to the subscribers and to the employee who asked.
//!
//! The mails are the last steps and the only ones that anybody notices: an execution that fails anywhere before mails
//! nothing. The mail to the employee who asked comes after the subscribers' and costs nothing but itself: an address that
//! is not verified, or that Amazon SES refuses, does not fail the report. It is tried once, so that it arrives once; an
//! employee who is also a subscriber gets both. Every task writes to keys that are made of the execution's name, so one that runs twice writes the same file
//! twice. Payloads carry keys and never figures. There is nothing to clean up, so nothing is caught: the execution fails by
//! what failed, and the other branch of the two is stopped with it.

use infra_gen_asl::{
    Branch, Call, Catch, FunctionRef, Jsonata, MailText, Parallel, Problems, Rule, SenderRef, Task, TopicRef,
    Workflow,
    model::{ErrorName, Jitter, Json, Retrier},
};
use serde_json::json;
use shop_contract::{
    ReportStepName,
    workflow::{
        TaskErrorName,
        generate_report::{
            GenerateReportExecution, GeneratedReport, PREPARE_STATE, PresignedUrlTask, ReportData,
            ReportHtmlTask, ReportMail, ReportPage, ReportTask,
        },
    },
};

use crate::passing::{OUT_OF_TIME, errors_of_lambda};

/// How long one run of a task that reads or writes a whole report may take, in seconds: the longest that Lambda allows.
pub const PREPARE_SECONDS: u16 = 900;

/// How long one run of the task that signs the links may take, in seconds.
pub const SIGN_SECONDS: u16 = 28;

/// How long all of it may take, in seconds: each of two tasks twice at its longest, and the mails.
pub const REPORT_SECONDS: u32 = 4 * PREPARE_SECONDS as u32 + 300;

/// What the workflow uses.
pub struct Resources {
    /// Reads the orders and adds them up.
    pub prepare_orders_data: FunctionRef<ReportTask, ReportData>,
    /// Writes the page about the orders.
    pub prepare_orders_html: FunctionRef<ReportHtmlTask, ReportPage>,
    /// Reads the products and adds up what was sold of them.
    pub prepare_products_data: FunctionRef<ReportTask, ReportData>,
    /// Writes the page about the products.
    pub prepare_products_html: FunctionRef<ReportHtmlTask, ReportPage>,
    /// Signs the links and writes the mail.
    pub generate_presigned_url: FunctionRef<PresignedUrlTask, ReportMail>,
    /// Where the mail is published.
    pub notifications: TopicRef,
    /// Who the mail to the employee who asked is sent as.
    pub sender: SenderRef,
}

/// The workflow over these resources.
///
/// # Errors
/// What is wrong with it; none, once a test has built it.
pub fn workflow(
    resources: &Resources,
) -> Result<Workflow<GenerateReportExecution, GeneratedReport>, Problems> {
    let workflow = Workflow::define("Makes two reports and mails links to them", |flow| {
        let orders = page(
            ReportStepName::PrepareOrdersData,
            &resources.prepare_orders_data,
            ReportStepName::PrepareOrdersHtml,
            &resources.prepare_orders_html,
        );
        let products = page(
            ReportStepName::PrepareProductsData,
            &resources.prepare_products_data,
            ReportStepName::PrepareProductsHtml,
            &resources.prepare_products_html,
        );
        let prepare = flow.parallel(PREPARE_STATE, Parallel::of((orders, products)));
        let sign_links = flow.task(
            ReportStepName::SignLinks.state_name(),
            task(
                resources.generate_presigned_url.invoke_with(presigned_url_task()),
                SIGN_SECONDS,
            ),
        );
        let send_mail = flow.task(
            ReportStepName::SendMail.state_name(),
            Task {
                timeout_seconds: Some(60),
                // A mail that goes out twice is a smaller evil than none: a publication that was not answered is repeated.
                retry: vec![Retrier {
                    max_attempts: Some(5),
                    ..in_a_while([ErrorName::ALL])
                }],
                ..Task::of(
                    resources
                        .notifications
                        .publish(Some(subject()), text())
                        .keeping_input(),
                )
            },
        );
        let send_to_requester = flow.task(
            SEND_TO_REQUESTER_STATE,
            Task {
                comment: Some("A mail that cannot be sent costs nothing but itself"),
                timeout_seconds: Some(60),
                ..Task::of(resources.sender.send(requester_mail()).giving(told(REQUESTER)))
            },
        );
        let without = flow.pass("NotToRequester", told("null"));
        let has_requester = flow.choice(
            "HasRequester",
            [Rule::when(HAS_REQUESTER, send_to_requester)],
            without,
        );
        flow.start(prepare)
            .then(sign_links)
            .then(send_mail)
            .rejoin(has_requester);
        flow.catch(send_to_requester, Catch::giving([ErrorName::ALL], INPUT), without);
        flow.from(send_to_requester).end();
        flow.from(without).end();
    })?;
    workflow.ending_within(REPORT_SECONDS)
}

/// The way to one page: its figures, then itself.
fn page(
    data_step: ReportStepName,
    prepare_data: &FunctionRef<ReportTask, ReportData>,
    html_step: ReportStepName,
    prepare_html: &FunctionRef<ReportHtmlTask, ReportPage>,
) -> Branch<GenerateReportExecution, ReportPage> {
    Branch::define(|flow| {
        let data = flow.task(
            data_step.state_name(),
            task(prepare_data.invoke_with(report()), PREPARE_SECONDS),
        );
        let html = json!({ "report": report(), "data": Json::from(Jsonata::new("$states.input")) });
        let html = flow.task(
            html_step.state_name(),
            task(prepare_html.invoke_with(html), PREPARE_SECONDS),
        );
        flow.start(data).then(html).end();
    })
}

/// Which report this is, in words that a repeated task is given again.
fn report() -> Json {
    json!({
        "execution": Json::from(Jsonata::new("$states.context.Execution.Name")),
        "asOf": Json::from(Jsonata::new("$substring($states.context.Execution.StartTime, 0, 19) & 'Z'")),
        "requestedBy": Json::from(Jsonata::new("$states.context.Execution.Input.requestedBy")),
        "period": Json::from(optional_input("period")),
    })
}

fn presigned_url_task() -> Json {
    json!({
        "report": report(),
        "orders": Json::from(Jsonata::new("$states.input[0]")),
        "products": Json::from(Jsonata::new("$states.input[1]")),
        "requester": Json::from(optional_input("requester")),
    })
}

/// A field of the execution's input, or null: an execution that was started by older code lacks it, and an expression must
/// not be undefined.
fn optional_input(field: &str) -> Jsonata {
    let field = format!("$states.context.Execution.Input.{field}");
    Jsonata::parse(&format!("$exists({field}) ? {field} : null")).expect("a well-formed expression")
}

/// The state that mails the employee who asked. It is not a step that the employee is told of.
const SEND_TO_REQUESTER_STATE: &str = "SendToRequester";

const INPUT: Jsonata = Jsonata::new("$states.input");
const HAS_REQUESTER: Jsonata = Jsonata::new("$type($states.input.requester) = 'string'");
const REQUESTER: &str = "$states.input.requester";

fn requester_mail() -> MailText {
    MailText {
        to: Jsonata::new(REQUESTER).into(),
        subject: subject(),
        text: text(),
    }
}

fn subject() -> Json {
    Jsonata::new("$states.input.subject").into()
}

fn text() -> Json {
    Jsonata::new("$states.input.text").into()
}

/// What may be told of the mail. `requester` is an expression for the address of a mail of their own.
fn told(requester: &'static str) -> Json {
    json!({
        "requester": Json::from(Jsonata::new(requester)),
        "recipients": Json::from(Jsonata::new("$states.input.recipients")),
        "linksExpireAt": Json::from(Jsonata::new("$states.input.linksExpireAt")),
    })
}

/// A task that is tried again after what passes. One that ran out of time is tried once more: a store that was slow
/// may be faster, but whatever takes too long twice will take too long again.
fn task<In, Out>(call: Call<In, Out>, seconds: u16) -> Task<In, Out> {
    let passing = TaskErrorName::RETRIED
        .map(|error| ErrorName::new(error.as_str()))
        .into_iter()
        .chain(errors_of_lambda());
    Task {
        timeout_seconds: Some(u32::from(seconds) + 5),
        retry: vec![
            Retrier {
                max_attempts: Some(1),
                ..in_a_while(OUT_OF_TIME)
            },
            Retrier {
                max_attempts: Some(5),
                ..in_a_while(passing)
            },
        ],
        ..Task::of(call)
    }
}

fn in_a_while(errors: impl IntoIterator<Item = ErrorName>) -> Retrier {
    Retrier {
        interval_seconds: Some(2),
        max_delay_seconds: Some(60),
        jitter: Some(Jitter::Full),
        ..Retrier::of(errors)
    }
}
