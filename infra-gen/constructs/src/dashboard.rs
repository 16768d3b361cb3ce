//! A CloudWatch dashboard: rows of graphs and texts.

use std::borrow::Cow;

use infra_gen_cfn::{
    Handle, Json, LogicalId, Stack, Value, cloudwatch,
    intrinsic::{region, sub},
};
use serde_json::json;

use crate::{alarm::Alarm, metric::Metric};

/// The width of a dashboard, in the units of CloudWatch.
const WIDTH: usize = 24;

/// The height of a row of graphs, in the units of CloudWatch.
const ROW_HEIGHT: usize = 6;

/// A CloudWatch dashboard.
pub struct Dashboard {
    /// The dashboard.
    pub dashboard: Handle<cloudwatch::Dashboard>,
}

/// The options of a [`Dashboard`].
#[derive(Clone, Default)]
pub struct DashboardProps<'a> {
    /// The rows from top to bottom. The widgets of a row have the same width.
    pub rows: Vec<Vec<Widget<'a>>>,
}

/// A part of a dashboard.
#[derive(Clone)]
pub enum Widget<'a> {
    /// Lines over time.
    Graph {
        /// The title.
        title: Cow<'static, str>,
        /// The metrics, each with its label.
        metrics: Vec<(Cow<'static, str>, Metric)>,
    },
    /// The latest value of each metric.
    Numbers {
        /// The title.
        title: Cow<'static, str>,
        /// The metrics, each with its label.
        metrics: Vec<(Cow<'static, str>, Metric)>,
    },
    /// The state of alarms.
    Alarms {
        /// The title.
        title: Cow<'static, str>,
        /// The alarms.
        alarms: Vec<&'a Alarm>,
    },
    /// Text in CloudWatch's dialect of Markdown.
    Text(Cow<'static, str>),
}

impl Dashboard {
    /// Adds a dashboard to the stack under `id`. CloudFormation chooses its name, which starts with the stack's name and
    /// contains the ID.
    pub fn new(stack: &mut Stack, id: LogicalId, props: DashboardProps<'_>) -> Self {
        let mut body = Body::default();
        let widgets: Vec<Json> = props
            .rows
            .iter()
            .enumerate()
            .flat_map(|(y, row)| {
                let width = WIDTH / row.len().clamp(1, WIDTH);
                row.iter()
                    .enumerate()
                    .map(move |(x, widget)| (widget, x * width, y, width))
            })
            .map(|(widget, x, y, width)| {
                let (kind, properties) = body.widget(widget);
                json!({
                    "type": kind, "x": x, "y": y * ROW_HEIGHT, "width": width, "height": ROW_HEIGHT,
                    "properties": properties,
                })
            })
            .collect();
        let body = body.finish(&json!({ "widgets": widgets }));
        Self {
            dashboard: stack.add(id, cloudwatch::Dashboard::new(body)),
        }
    }
}

/// The body of a dashboard is JSON in a string. References inside it become variables of `Fn::Sub`.
#[derive(Default)]
struct Body {
    variables: Vec<Value<String>>,
}

impl Body {
    /// The text, or a placeholder for a reference.
    fn text(&mut self, value: &Value<String>) -> String {
        if let Some(literal) = value.literal() {
            return literal.replace("${", "${!");
        }
        let known = self.variables.iter().position(|variable| variable == value);
        let index = known.unwrap_or_else(|| {
            self.variables.push(value.clone());
            self.variables.len() - 1
        });
        format!("${{{}}}", variable(index))
    }

    fn widget(&mut self, widget: &Widget<'_>) -> (&'static str, Json) {
        match widget {
            Widget::Graph { title, metrics } => ("metric", self.metrics(title, metrics, "timeSeries")),
            Widget::Numbers { title, metrics } => ("metric", self.metrics(title, metrics, "singleValue")),
            Widget::Alarms { title, alarms } => {
                let arns: Vec<String> = alarms
                    .iter()
                    .map(|alarm| self.text(&alarm.arn().into()))
                    .collect();
                ("alarm", json!({ "title": escape(title), "alarms": arns }))
            }
            Widget::Text(text) => ("text", json!({ "markdown": escape(text) })),
        }
    }

    /// <https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html>
    fn metrics(&mut self, title: &str, metrics: &[(Cow<'static, str>, Metric)], view: &str) -> Json {
        let region = self.text(&region());
        let metrics: Vec<Json> = metrics
            .iter()
            .map(|(label, metric)| {
                let mut row = vec![json!(escape(&metric.namespace)), json!(escape(&metric.name))];
                for (name, value) in &metric.dimensions {
                    row.extend([json!(escape(name)), json!(self.text(value))]);
                }
                row.push(json!({
                    "label": escape(label),
                    "stat": metric.statistic.as_str(),
                    "period": u32::from(metric.period_minutes.get()) * 60,
                }));
                Json::Array(row)
            })
            .collect();
        json!({ "title": escape(title), "region": region, "view": view, "metrics": metrics })
    }

    fn finish(self, body: &Json) -> Value<String> {
        let body = body.to_string();
        let names: Vec<String> = (0..self.variables.len()).map(variable).collect();
        sub(&body, names.iter().map(String::as_str).zip(self.variables))
    }
}

fn variable(index: usize) -> String {
    format!("Value{index}")
}

/// Escapes text for `Fn::Sub`.
fn escape(text: &str) -> String {
    text.replace("${", "${!")
}
