//! Metrics in the log, in CloudWatch's embedded metric format. CloudWatch creates the metrics from the log line, so a handler
//! needs no permission and makes no call.
//! <https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html>

use std::{
    env,
    io::{self, Write},
    time::{SystemTime, UNIX_EPOCH},
};

use serde_json::{Value, json};
use shop_contract::{BusinessMetric, METRIC_DIMENSION, METRIC_NAMESPACE};

/// Writes values of metrics to the log.
///
/// Metrics must not fail what they measure, so a failure to write is logged.
pub fn record(values: &[(BusinessMetric, u64)]) {
    // Lambda sets the variable. Without it, there is no metric to write to.
    let Ok(function) = env::var("AWS_LAMBDA_FUNCTION_NAME") else {
        return;
    };
    let now = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |since| since.as_millis());
    let mut line = embedded(&function, now, values).to_string();
    line.push('\n');
    if let Err(error) = io::stdout().lock().write_all(line.as_bytes()) {
        tracing::error!(%error, "metrics cannot be written to the log");
    }
}

/// The log line.
fn embedded(function: &str, milliseconds: u128, values: &[(BusinessMetric, u64)]) -> Value {
    let metrics: Vec<Value> = values
        .iter()
        .map(|(metric, _)| json!({ "Name": metric.name() }))
        .collect();
    let mut line = json!({
        "_aws": {
            "Timestamp": u64::try_from(milliseconds).unwrap_or(u64::MAX),
            "CloudWatchMetrics": [{
                "Namespace": METRIC_NAMESPACE,
                "Dimensions": [[METRIC_DIMENSION]],
                "Metrics": metrics,
            }],
        },
        METRIC_DIMENSION: function,
        "level": "INFO",
        "message": "metrics",
    });
    for (metric, value) in values {
        line[metric.name()] = json!(value);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_declares_each_metric_and_has_its_value() {
        let values = [
            (BusinessMetric::OrdersOverdue, 2),
            (BusinessMetric::MinutesWithoutOrder, 15),
        ];
        assert_eq!(
            embedded("Shop-SweepOrders-1", 1_764_600_000_000, &values),
            json!({
                "_aws": {
                    "Timestamp": 1_764_600_000_000_u64,
                    "CloudWatchMetrics": [{
                        "Namespace": "CookieShop",
                        "Dimensions": [["FunctionName"]],
                        "Metrics": [{ "Name": "OrdersOverdue" }, { "Name": "MinutesWithoutOrder" }],
                    }],
                },
                "FunctionName": "Shop-SweepOrders-1",
                "level": "INFO",
                "message": "metrics",
                "OrdersOverdue": 2,
                "MinutesWithoutOrder": 15,
            })
        );
    }
}
