//! EventBridge Pipes: sources and their parameters.
//! <https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-event-source.html>

use crate::{
    check::{
        cases::{Cases, View},
        catalog::services::pipes::SOURCE_PARAMETERS,
    },
    finding::Finding,
};

/// A service of sources: the part of its ARNs, its resource type, the parameters of such a source, and whether these are required.
struct Service {
    arn: &'static str,
    type_name: &'static str,
    parameters: &'static [&'static str],
    required: bool,
}

const SERVICES: [Service; 5] = [
    Service {
        arn: ":sqs:",
        type_name: "AWS::SQS::Queue",
        parameters: &["SqsQueueParameters"],
        required: false,
    },
    Service {
        arn: ":kinesis:",
        type_name: "AWS::Kinesis::Stream",
        parameters: &["KinesisStreamParameters"],
        required: true,
    },
    Service {
        arn: ":dynamodb:",
        type_name: "AWS::DynamoDB::Table",
        parameters: &["DynamoDBStreamParameters"],
        required: true,
    },
    Service {
        arn: ":kafka:",
        type_name: "AWS::MSK::Cluster",
        parameters: &["ManagedStreamingKafkaParameters"],
        required: true,
    },
    Service {
        arn: ":mq:",
        type_name: "AWS::AmazonMQ::Broker",
        parameters: &["ActiveMQBrokerParameters", "RabbitMQBrokerParameters"],
        required: true,
    },
];

pub(super) fn check(cases: &mut Cases<'_>, findings: &mut Vec<Finding>) {
    cases.each("AWS::Pipes::Pipe", findings, |pipe, findings| {
        let source = pipe.get("Source");
        let Some(service) = SERVICES.iter().find(|service| service.has(&source)) else {
            return;
        };
        let parameters = pipe.get("SourceParameters");
        let Some(names) = parameters.names() else { return };
        let own = service.parameters;
        for name in names
            .iter()
            .filter(|name| name.ends_with("Parameters") && !own.contains(name))
        {
            let message = format!("`{name}` does not belong to a source of `{}`", service.type_name);
            let hint = format!("use `{}`", own[0]);
            findings.push(parameters.get(name).found(SOURCE_PARAMETERS.found(message, hint)));
        }
        if service.required && !names.iter().any(|name| own.contains(name)) {
            let place = if parameters.is_absent() { pipe } else { &parameters };
            let message = format!(
                "a source of `{}` needs `{}`",
                service.type_name,
                own.join("` or `")
            );
            findings.push(place.found(SOURCE_PARAMETERS.found(message, "add it to `SourceParameters`")));
        }
    });
}

impl Service {
    fn has(&self, source: &View<'_, '_>) -> bool {
        source.resource(self.type_name).is_some()
            || source
                .text()
                .is_some_and(|arn| arn.starts_with("arn:") && arn.contains(self.arn))
    }
}
