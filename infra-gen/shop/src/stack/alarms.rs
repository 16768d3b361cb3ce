//! The alarms, the topic that they notify, the dashboard and the budget. Environments without `alarms` in their file have
//! only the dashboard.
//!
//! Each alarm has a [`Runbook`] entry: a heading in `docs/OPERATIONS.md` that says what to do. A test checks that it exists.

use infra_gen::{
    cfn::{
        LogicalId, Stack,
        budgets::{self, budget},
    },
    constructs::{
        Alarm, AlarmCondition, AlarmProps, Dashboard, DashboardProps, Datapoints, Function, Metric, Queue,
        RestApiAddress, ServicePublisher, StateMachine, Statistic, Table, Topic, TopicProps, Widget,
    },
};
use shop_contract::{BusinessMetric, METRIC_DIMENSION, METRIC_NAMESPACE};

use super::{data::Data, functions::Functions};
use crate::settings::{Alarms, Settings};

const ALERTS: LogicalId = LogicalId::new("Alerts");
const BUDGET: LogicalId = LogicalId::new("MonthlyBudget");
const DASHBOARD: LogicalId = LogicalId::new("Dashboard");

/// What the alarms watch, besides functions and tables.
pub(super) struct Watched<'a> {
    pub(super) functions: &'a Functions<'a>,
    pub(super) data: &'a Data,
    pub(super) api: &'a RestApiAddress,
    /// Processes orders. Its executions fail when an order is rejected, so failures are not an error.
    pub(super) new_order: &'a StateMachine,
    pub(super) generate_report: &'a StateMachine,
    /// The events of the schedules that were not processed.
    pub(super) dead_letters: &'a Queue,
}

/// The entries in `docs/OPERATIONS.md`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Runbook {
    /// Responses with a status of 500 or more.
    ServerErrors,
    /// Slow responses.
    SlowResponses,
    /// Failed invocations.
    FunctionErrors,
    /// Rejected invocations.
    ThrottledFunctions,
    /// Throttled reads and writes.
    ThrottledTables,
    /// Executions that timed out or were aborted.
    StuckExecutions,
    /// Reports that failed.
    FailedReports,
    /// Events that were not processed.
    DeadLetters,
    /// Emails that could not be delivered.
    BouncedEmails,
    /// Orders that are pending for too long.
    OverdueOrders,
    /// Orders that cannot be read.
    UnreadableOrders,
    /// No orders in hours in which orders are expected.
    NoOrders,
    /// Costs above the budget.
    Budget,
}

impl Runbook {
    /// Every entry.
    pub const ALL: [Self; 13] = [
        Self::ServerErrors,
        Self::SlowResponses,
        Self::FunctionErrors,
        Self::ThrottledFunctions,
        Self::ThrottledTables,
        Self::StuckExecutions,
        Self::FailedReports,
        Self::DeadLetters,
        Self::BouncedEmails,
        Self::OverdueOrders,
        Self::UnreadableOrders,
        Self::NoOrders,
        Self::Budget,
    ];

    /// The heading of the entry.
    pub const fn heading(self) -> &'static str {
        match self {
            Self::ServerErrors => "Server errors",
            Self::SlowResponses => "Slow responses",
            Self::FunctionErrors => "Function errors",
            Self::ThrottledFunctions => "Throttled functions",
            Self::ThrottledTables => "Throttled tables",
            Self::StuckExecutions => "Stuck executions",
            Self::FailedReports => "Failed reports",
            Self::DeadLetters => "Dead letters",
            Self::BouncedEmails => "Bounced emails",
            Self::OverdueOrders => "Overdue orders",
            Self::UnreadableOrders => "Unreadable orders",
            Self::NoOrders => "No orders",
            Self::Budget => "Budget",
        }
    }

    /// The logical ID of the alarm on `subject`.
    fn id(self, subject: &str) -> LogicalId {
        let words = format!("{subject} {}", self.heading());
        LogicalId::from_words(&words).expect("a heading has letters")
    }
}

/// Adds the dashboard and, if the environment has alarms, the alarms, their topic and the budget.
pub(super) fn add(stack: &mut Stack, settings: &Settings, watched: &Watched<'_>) {
    let alarms = settings
        .alarms
        .as_ref()
        .map_or_else(Vec::new, |alarms| Builder::new(stack, alarms, watched).build());
    let dashboard = DashboardProps {
        rows: rows(watched, &alarms),
    };
    Dashboard::new(stack, DASHBOARD, dashboard);
}

/// Adds alarms that notify one topic.
struct Builder<'a> {
    stack: &'a mut Stack,
    settings: &'a Alarms,
    watched: &'a Watched<'a>,
    topic: Topic,
    added: Vec<Alarm>,
}

impl<'a> Builder<'a> {
    fn new(stack: &'a mut Stack, settings: &'a Alarms, watched: &'a Watched<'a>) -> Self {
        let topic = TopicProps {
            display_name: Some("Cookie shop alarms".into()),
            subscribers: settings.subscribers.as_slice().to_vec(),
            publishers: vec![ServicePublisher::CloudWatchAlarms, ServicePublisher::Budgets],
            ..TopicProps::default()
        };
        let topic = Topic::new(stack, ALERTS, topic);
        Self {
            stack,
            settings,
            watched,
            topic,
            added: Vec::new(),
        }
    }

    fn build(mut self) -> Vec<Alarm> {
        self.api();
        for function in self.watched.functions.all() {
            self.function(function);
        }
        for (name, table) in self.watched.data.tables() {
            self.table(name, table);
        }
        self.workflows();
        self.orders();
        self.emails();
        self.budget();
        self.added
    }

    fn alarm(&mut self, runbook: Runbook, subject: &str, metric: Metric, condition: AlarmCondition) {
        self.alarm_after(runbook, subject, metric, condition, Datapoints::default());
    }

    fn alarm_after(
        &mut self,
        runbook: Runbook,
        subject: &str,
        metric: Metric,
        condition: AlarmCondition,
        datapoints: Datapoints,
    ) {
        let description = format!(
            "{} ({subject}). What to do: docs/OPERATIONS.md, \"{0}\".",
            runbook.heading()
        );
        let props = AlarmProps {
            datapoints,
            topics: vec![&self.topic],
            ..AlarmProps::new(metric, condition, description)
        };
        self.added
            .push(Alarm::new(self.stack, runbook.id(subject), props));
    }

    fn api(&mut self) {
        const TWO_OF_THREE: Datapoints = Datapoints::new(2, 3);
        let api = self.watched.api;
        let slow = AlarmCondition::AtLeast(f64::from(self.settings.latency_millis.get()));
        let metric = api.metric_server_errors();
        self.alarm(Runbook::ServerErrors, "Api", metric, AT_LEAST_ONE);
        self.alarm_after(
            Runbook::SlowResponses,
            "Api",
            api.metric_latency(),
            slow,
            TWO_OF_THREE,
        );
    }

    fn function(&mut self, (name, function): (&str, &Function)) {
        let errors = function.metric_errors();
        self.alarm(Runbook::FunctionErrors, name, errors, AT_LEAST_ONE);
        let throttles = function.metric_throttles();
        self.alarm(Runbook::ThrottledFunctions, name, throttles, AT_LEAST_ONE);
    }

    fn table(&mut self, name: &str, table: &Table) {
        let reads = table.metric_throttled_reads();
        self.alarm(
            Runbook::ThrottledTables,
            &format!("{name} reads"),
            reads,
            AT_LEAST_ONE,
        );
        let writes = table.metric_throttled_writes();
        self.alarm(
            Runbook::ThrottledTables,
            &format!("{name} writes"),
            writes,
            AT_LEAST_ONE,
        );
    }

    fn workflows(&mut self) {
        let Watched {
            new_order,
            generate_report,
            dead_letters,
            ..
        } = self.watched;
        for (name, workflow) in [("new order", new_order), ("generate report", generate_report)] {
            let timed_out = workflow.metric_timed_out();
            self.alarm(
                Runbook::StuckExecutions,
                &format!("{name} timed out"),
                timed_out,
                AT_LEAST_ONE,
            );
            let aborted = workflow.metric_aborted();
            self.alarm(
                Runbook::StuckExecutions,
                &format!("{name} aborted"),
                aborted,
                AT_LEAST_ONE,
            );
        }
        let failed = generate_report.metric_failed();
        self.alarm(Runbook::FailedReports, "generate report", failed, AT_LEAST_ONE);
        let messages = dead_letters.metric_visible_messages();
        self.alarm(Runbook::DeadLetters, "schedules", messages, AT_LEAST_ONE);
    }

    fn orders(&mut self) {
        let overdue = business_metric(self.watched.functions, BusinessMetric::OrdersOverdue);
        self.alarm(Runbook::OverdueOrders, "Orders", overdue, AT_LEAST_ONE);
        let unreadable = business_metric(self.watched.functions, BusinessMetric::UnreadableOrders);
        self.alarm(Runbook::UnreadableOrders, "Orders", unreadable, AT_LEAST_ONE);
        let quiet = business_metric(self.watched.functions, BusinessMetric::MinutesWithoutOrder)
            .with_statistic(Statistic::Maximum);
        let limit = AlarmCondition::AtLeast(f64::from(self.settings.minutes_without_order.get()));
        self.alarm(Runbook::NoOrders, "Orders", quiet, limit);
    }

    /// Amazon SES reviews an account whose bounce rate reaches 5 %.
    /// <https://docs.aws.amazon.com/ses/latest/dg/faqs-enforcement.html>
    fn emails(&mut self) {
        let rate = Metric::new("AWS/SES", "Reputation.BounceRate").with_statistic(Statistic::Maximum);
        self.alarm(
            Runbook::BouncedEmails,
            "Emails",
            rate,
            AlarmCondition::AtLeast(0.03),
        );
    }

    /// Notifies when the actual costs of the month exceed 80 %, and when the forecast exceeds 100 %.
    fn budget(&mut self) {
        let subscriber = budget::Subscriber::new(self.topic.arn(), "SNS");
        let notifications = [("ACTUAL", 80.0), ("FORECASTED", 100.0)].map(|(kind, percent)| {
            budget::NotificationWithSubscribers::new(
                budget::Notification::new("GREATER_THAN", kind, percent),
                [subscriber.clone()],
            )
        });
        let limit = budget::Spend::new(f64::from(self.settings.monthly_budget_usd.get()), "USD");
        let data = budget::BudgetData {
            budget_limit: Some(limit.into()),
            ..budget::BudgetData::new("COST", "MONTHLY")
        };
        let resource = budgets::Budget {
            notifications_with_subscribers: Some(notifications.into()),
            ..budgets::Budget::new(data)
        };
        self.stack.add(BUDGET, resource);
    }
}

const AT_LEAST_ONE: AlarmCondition = AlarmCondition::AtLeast(1.0);

/// The metric, as its function writes it.
fn business_metric(functions: &Functions<'_>, metric: BusinessMetric) -> Metric {
    let function = &functions.get(metric.function()).function;
    Metric::new(METRIC_NAMESPACE, metric.name()).with_dimension(METRIC_DIMENSION, function.reference())
}

fn rows<'a>(watched: &Watched<'_>, alarms: &'a [Alarm]) -> Vec<Vec<Widget<'a>>> {
    let business = |metric| business_metric(watched.functions, metric);
    let graph = |title: &'static str, metrics: Vec<(&'static str, Metric)>| Widget::Graph {
        title: title.into(),
        metrics: metrics
            .into_iter()
            .map(|(label, metric)| (label.into(), metric))
            .collect(),
    };
    let orders = graph(
        "Orders",
        vec![
            ("confirmed", business(BusinessMetric::OrdersConfirmed)),
            ("rejected", business(BusinessMetric::OrdersRejected)),
            ("overdue", business(BusinessMetric::OrdersOverdue)),
        ],
    );
    let api = graph(
        "API",
        vec![
            ("requests", watched.api.metric_requests()),
            ("client errors", watched.api.metric_client_errors()),
            ("server errors", watched.api.metric_server_errors()),
        ],
    );
    let latency = graph(
        "Latency of the API in milliseconds",
        vec![
            ("p99", watched.api.metric_latency()),
            ("p50", watched.api.metric_latency().with_statistic(Statistic::P50)),
        ],
    );
    let workflow = graph(
        "Duration of workflows in milliseconds, p99",
        vec![
            ("new order", watched.new_order.metric_duration()),
            ("generate report", watched.generate_report.metric_duration()),
        ],
    );
    let functions = Widget::Graph {
        title: "Function errors".into(),
        metrics: watched
            .functions
            .all()
            .map(|(name, function)| (name.to_owned().into(), function.metric_errors()))
            .collect(),
    };
    let mut rows = vec![vec![orders, api], vec![latency, workflow], vec![functions]];
    // CloudWatch shows at most 100 alarms in a widget.
    rows.extend(alarms.chunks(100).map(|alarms| {
        vec![Widget::Alarms {
            title: "Alarms".into(),
            alarms: alarms.iter().collect(),
        }]
    }));
    rows
}
