//! The stack to measure: workers of five resources each, which refer to one another, to shared resources and to the previous
//! worker.
//!
//! Only shared resources hold data, because such resources must stay in the root stack, which has at most 500.

use std::{collections::BTreeMap, error::Error};

use infra_gen_cfn::{
    Handle, LogicalId, Map, Stack, Template,
    cloudwatch::{
        Alarm,
        alarm::{self, ComparisonOperator, Dimension},
    },
    dynamodb::{
        Table,
        table::{AttributeDefinition, AttributeType, BillingMode, KeySchema, KeyType},
    },
    events::{Rule, rule::Target},
    iam::{Role, role::Policy},
    intrinsic,
    lambda::{
        Function, Permission,
        function::{Code, DeadLetterConfig, Environment, LoggingConfig, Runtime},
    },
    logs::LogGroup,
    policy::{Action, PolicyDocument, Principal, Statement},
    sns::Topic,
    sqs::Queue,
};

const JOBS: LogicalId = LogicalId::new("Jobs");
const FAILED: LogicalId = LogicalId::new("Failed");
const LOGS: LogicalId = LogicalId::new("Logs");
const ALERTS: LogicalId = LogicalId::new("Alerts");

/// The number of shared resources.
const SHARED: usize = 4;
/// The number of resources per worker.
const PER_WORKER: usize = 5;

/// The templates of a stack with this number of resources, rounded down to whole workers: the root and the nested stacks.
pub(super) fn synth(resources: usize) -> Result<Vec<String>, Box<dyn Error>> {
    let nested = stack((resources - SHARED) / PER_WORKER)?.finish()?.nest()?;
    let templates = std::iter::once(&nested.root).chain(nested.children.values());
    Ok(templates.map(Template::to_json).collect())
}

/// The shared resources.
struct Shared {
    jobs: Handle<Table>,
    failed: Handle<Queue>,
    logs: Handle<LogGroup>,
    alerts: Handle<Topic>,
}

fn stack(workers: usize) -> Result<Stack, Box<dyn Error>> {
    let mut stack = Stack::new("growth");
    let table = Table {
        attribute_definitions: Some([AttributeDefinition::new("id", AttributeType::S)].into()),
        billing_mode: Some(BillingMode::PayPerRequest.into()),
        ..Table::new([KeySchema::new("id", KeyType::Hash)])
    };
    let shared = Shared {
        jobs: stack.add(JOBS, table),
        failed: stack.add(FAILED, Queue::new()),
        logs: stack.add(LOGS, LogGroup::new()),
        alerts: stack.add(ALERTS, Topic::new()),
    };
    let mut before = None;
    for number in 0..workers {
        before = Some(worker(&mut stack, &shared, number, before.as_ref())?);
    }
    Ok(stack)
}

/// Adds a worker and returns its function.
fn worker(
    stack: &mut Stack,
    shared: &Shared,
    number: usize,
    before: Option<&Handle<Function>>,
) -> Result<Handle<Function>, Box<dyn Error>> {
    let id = |part: &str| LogicalId::try_from(format!("Worker{number:04}{part}"));
    let role = stack.add(id("Role")?, role(shared));
    let function = stack.add(
        id("Function")?,
        Function {
            environment: Some(environment(shared, before).into()),
            ..function(shared, number, &role)
        },
    );
    let schedule = stack.add(
        id("Rule")?,
        Rule {
            schedule_expression: Some("rate(5 minutes)".into()),
            targets: Some([Target::new(function.arn(), "worker")].into()),
            ..Rule::new()
        },
    );
    stack.add(
        id("Permission")?,
        Permission {
            source_arn: Some(schedule.arn().into()),
            ..Permission::new("lambda:InvokeFunction", function.arn(), "events.amazonaws.com")
        },
    );
    stack.add(id("Alarm")?, alarm(shared, &function));
    Ok(function)
}

fn role(shared: &Shared) -> Role {
    let may_work = PolicyDocument::new([
        Statement::allow(
            [
                Action::new("dynamodb:GetItem"),
                Action::new("dynamodb:UpdateItem"),
            ],
            [shared.jobs.arn().into()],
        ),
        Statement::allow([Action::new("sqs:SendMessage")], [shared.failed.arn().into()]),
        Statement::allow([Action::new("logs:PutLogEvents")], [shared.logs.arn().into()]),
    ]);
    let trust = Statement::trust(Principal::service("lambda.amazonaws.com"));
    Role {
        policies: Some([Policy::new(may_work, "work")].into()),
        ..Role::new(PolicyDocument::new([trust]))
    }
}

fn environment(shared: &Shared, before: Option<&Handle<Function>>) -> Environment {
    let mut variables = BTreeMap::from([("JOBS".to_owned(), shared.jobs.reference().into())]);
    variables.extend(before.map(|before| ("BEFORE".to_owned(), before.reference().into())));
    Environment {
        variables: Some(Map(variables).into()),
    }
}

fn function(shared: &Shared, number: usize, role: &Handle<Role>) -> Function {
    let dead_letters = DeadLetterConfig {
        target_arn: Some(shared.failed.arn().into()),
    };
    let logging = LoggingConfig {
        log_group: Some(shared.logs.reference()),
        ..LoggingConfig::new()
    };
    let code = Code {
        s3_bucket: Some("artifacts".into()),
        s3_key: Some(format!("worker-{number}.zip").into()),
        ..Code::new()
    };
    Function {
        dead_letter_config: Some(dead_letters.into()),
        handler: Some("bootstrap".into()),
        logging_config: Some(logging.into()),
        memory_size: Some(128.into()),
        runtime: Some(Runtime::ProvidedAl2023.into()),
        ..Function::new(code, role.arn())
    }
}

fn alarm(shared: &Shared, function: &Handle<Function>) -> Alarm {
    Alarm {
        alarm_actions: Some([shared.alerts.topic_arn().to_text()].into()),
        alarm_description: Some(intrinsic::concat([
            function.reference().into(),
            " has failed".into(),
        ])),
        comparison_operator: Some(ComparisonOperator::GreaterThanThreshold.into()),
        dimensions: Some([Dimension::new("FunctionName", function.reference())].into()),
        evaluation_periods: Some(1.into()),
        metric_name: Some("Errors".into()),
        namespace: Some("AWS/Lambda".into()),
        period: Some(300.into()),
        statistic: Some(alarm::Statistic::Sum.into()),
        threshold: Some(0.0.into()),
        ..Alarm::new()
    }
}
