//! Subscribes the local inbox to the topics of the running stack.
//!
//! No email leaves this machine, so `dev` subscribes the inbox to every topic, in addition to the subscriptions of the
//! template. A subscription in the template would not work: the emulator never asks for its confirmation.

use std::path::Path;
use std::time::Duration;

use infra_gen_cfn::Template;
use infra_gen_local::inbox::{Inbox, MessageOrigin};
use tokio::time::timeout;

use super::DevError;
use super::plan::Plan;
use crate::aws::{Aws, AwsError};
use crate::deploy::stack::Resource;
use crate::terminal::{Style, Terminal};

/// How long a topic may take to ask for the confirmation.
const CONFIRMATION_TIMEOUT: Duration = Duration::from_secs(10);

/// Opens the inbox in `folder`, for messages from the plan's endpoint.
pub(super) fn open(folder: &Path, plan: &Plan) -> Result<Inbox, DevError> {
    let endpoint = &plan.addresses.endpoint;
    let authority = endpoint
        .split_once("://")
        .map_or(endpoint.as_str(), |(_, rest)| rest)
        .trim_end_matches('/')
        .parse()
        .map_err(|_| DevError::Endpoint(endpoint.clone()))?;
    let origin = MessageOrigin {
        endpoint: authority,
        region: plan.loaded.settings.region.clone(),
    };
    Ok(Inbox::open(folder, origin)?)
}

/// Subscribes the inbox at `port` to every topic and waits for the confirmations.
pub(super) async fn connect(
    inbox: &Inbox,
    port: u16,
    topics: &[String],
    aws: &Aws,
    terminal: Terminal,
) -> Result<(), AwsError> {
    let client = aws_sdk_sns::Client::new(&aws.config);
    for topic in topics {
        let confirmed = inbox.wait_until_confirmed(topic);
        let answer = client
            .subscribe()
            .topic_arn(topic)
            .protocol("http")
            .endpoint(inbox.subscription_url(port))
            .send()
            .await
            .map_err(|error| AwsError::new(format!("subscribe the inbox to `{topic}`"), &error))?;
        let is_confirmed = answer.subscription_arn.is_some_and(|arn| arn.starts_with("arn:"));
        if !is_confirmed && timeout(CONFIRMATION_TIMEOUT, confirmed).await.is_err() {
            terminal.line(
                Style::Error,
                format_args!("topic `{topic}` did not confirm the inbox; its messages are not shown there"),
            );
        }
    }
    Ok(())
}

/// The topics that support an HTTP subscription.
pub(super) fn topics(template: &Template, deployed: &[Resource]) -> Vec<String> {
    deployed
        .iter()
        .filter(|resource| {
            let declared = template.resources.get(resource.logical.as_str());
            // FIFO topics deliver to queues only.
            declared.is_some_and(|declared| {
                declared.type_name == "AWS::SNS::Topic" && !declared.properties.contains_key("FifoTopic")
            })
        })
        .map(|resource| resource.physical.clone())
        .collect()
}
