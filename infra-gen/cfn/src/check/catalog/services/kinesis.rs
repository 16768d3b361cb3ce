//! The rules of Kinesis.

use crate::finding::{Example::Text, Rule, Scope::Template, Severity::Error};

pub(super) static RULES: [&Rule; 1] = [&SHARDS];

pub(in crate::check) static SHARDS: Rule = Rule {
    id: "kinesis-shards",
    severity: Error,
    scope: Template,
    summary: "a number of shards that contradicts the mode of the stream",
    explanation: "A stream with the mode `PROVISIONED` has a `ShardCount`, one with the mode `ON_DEMAND` has none. \
                  Kinesis refuses others.",
    source: "https://docs.aws.amazon.com/kinesis/latest/APIReference/API_CreateStream.html",
    bad: Text(
        "\
Resources:
  Events:
    Type: AWS::Kinesis::Stream
    Properties:
      StreamModeDetails:
        StreamMode: ON_DEMAND
      ShardCount: 2
",
    ),
    good: "\
Resources:
  Events:
    Type: AWS::Kinesis::Stream
    Properties:
      StreamModeDetails:
        StreamMode: PROVISIONED
      ShardCount: 2
",
};
