//! Alarms.
//! <https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html>

use crate::{
    check::{
        cases::Cases,
        catalog::services::cloudwatch::{ALARM_COMPARISON, ALARM_PERIOD},
    },
    finding::Finding,
};

pub(super) fn check(cases: &mut Cases<'_>, findings: &mut Vec<Finding>) {
    cases.each("AWS::CloudWatch::Alarm", findings, |alarm, findings| {
        let period = alarm.get("Period");
        if let Some(seconds) = period.number()
            && !matches!(seconds, 10 | 20 | 30)
            && (seconds % 60 != 0 || seconds == 0)
        {
            let message = format!("{seconds} is not a valid period");
            let hint = "use 10, 20, 30 or a multiple of 60 seconds";
            findings.push(period.found(ALARM_PERIOD.found(message, hint)));
        }
        // An alarm for a query has `EvaluationCriteria`.
        let is_of_metric = alarm.get("MetricName").is_present() || alarm.get("Metrics").is_present();
        for name in ["ComparisonOperator", "EvaluationPeriods"] {
            if is_of_metric && alarm.get(name).is_absent() {
                let message = format!("an alarm for a metric requires `{name}`");
                findings.push(alarm.found(ALARM_COMPARISON.found(message, "add it")));
            }
        }
    });
}
