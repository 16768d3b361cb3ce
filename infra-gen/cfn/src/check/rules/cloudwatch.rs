//! Alarms.
//! <https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html>

use crate::{
    check::{
        Problem,
        find::{number, of_type},
    },
    template::Template,
};

pub(super) fn check(template: &Template, problems: &mut Vec<Problem>) {
    for (id, alarm) in of_type(template, "AWS::CloudWatch::Alarm") {
        let period = alarm.properties.get("Period").and_then(number);
        if let Some(period) =
            period.filter(|period| !matches!(period, 10 | 20 | 30) && (period % 60 != 0 || *period == 0))
        {
            let message =
                format!("a period is 10, 20, 30 or a multiple of 60 seconds, and not {period}; change it");
            problems.push(Problem::resource(id, "Properties.Period", message));
        }
    }
}
