//! Alarms.
//! <https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html>

use crate::{
    check::query::{number, resources_of_type},
    problem::{Finding, Problem},
    template::Template,
};

pub(super) fn check(template: &Template, problems: &mut Vec<Problem>) {
    for (id, alarm) in resources_of_type(template, "AWS::CloudWatch::Alarm") {
        let period = alarm.properties.get("Period").and_then(number);
        if let Some(period) =
            period.filter(|period| !matches!(period, 10 | 20 | 30) && (period % 60 != 0 || *period == 0))
        {
            let finding = Finding::new(
                format!("{period} is not a valid period"),
                "use 10, 20, 30 or a multiple of 60 seconds",
            );
            problems.push(Problem::resource(id, "Properties.Period", finding));
        }
    }
}
