//! Alarms.
//! <https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html>

use crate::{
    check::catalog::services::cloudwatch::ALARM_PERIOD,
    check::query::{number, resources_of_type},
    finding::Finding,
    template::Template,
};

pub(super) fn check(template: &Template, findings: &mut Vec<Finding>) {
    for (id, alarm) in resources_of_type(template, "AWS::CloudWatch::Alarm") {
        let period = alarm.properties.get("Period").and_then(number);
        if let Some(period) =
            period.filter(|period| !matches!(period, 10 | 20 | 30) && (period % 60 != 0 || *period == 0))
        {
            let finding = ALARM_PERIOD.found(
                format!("{period} is not a valid period"),
                "use 10, 20, 30 or a multiple of 60 seconds",
            );
            findings.push(Finding::resource(id, "Properties.Period", finding));
        }
    }
}
