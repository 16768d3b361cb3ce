//! The rules of CloudWatch.

use crate::finding::{Example::Text, Rule, Scope::Template, Severity::Error};

pub(super) static RULES: [&Rule; 2] = [&ALARM_COMPARISON, &ALARM_PERIOD];

pub(in crate::check) static ALARM_PERIOD: Rule = Rule {
    id: "cloudwatch-alarm-period",
    severity: Error,
    scope: Template,
    summary: "an alarm with a period that CloudWatch does not support",
    explanation: "The period is 10, 20, 30 or a multiple of 60 seconds. CloudWatch refuses anything else.",
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html",
    bad: Text(
        "\
Resources:
  Late:
    Type: AWS::CloudWatch::Alarm
    Properties:
      ComparisonOperator: GreaterThanThreshold
      EvaluationPeriods: 1
      MetricName: Age
      Namespace: Shop
      Period: 45
      Statistic: Maximum
      Threshold: 60
",
    ),
    good: "\
Resources:
  Late:
    Type: AWS::CloudWatch::Alarm
    Properties:
      ComparisonOperator: GreaterThanThreshold
      EvaluationPeriods: 1
      MetricName: Age
      Namespace: Shop
      Period: 60
      Statistic: Maximum
      Threshold: 60
",
};

pub(in crate::check) static ALARM_COMPARISON: Rule = Rule {
    id: "cloudwatch-alarm-comparison",
    severity: Error,
    scope: Template,
    summary: "an alarm for a metric without a comparison or a number of periods",
    explanation: "An alarm for a metric has a `ComparisonOperator` and `EvaluationPeriods`. CloudWatch refuses the alarm otherwise.",
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html",
    bad: Text(
        "\
Resources:
  Late:
    Type: AWS::CloudWatch::Alarm
    Properties:
      EvaluationPeriods: 1
      MetricName: Age
      Namespace: Shop
      Period: 60
      Statistic: Maximum
      Threshold: 60
",
    ),
    good: "\
Resources:
  Late:
    Type: AWS::CloudWatch::Alarm
    Properties:
      ComparisonOperator: GreaterThanThreshold
      EvaluationPeriods: 1
      MetricName: Age
      Namespace: Shop
      Period: 60
      Statistic: Maximum
      Threshold: 60
",
};
