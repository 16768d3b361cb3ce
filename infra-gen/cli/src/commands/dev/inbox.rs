//! Connects the topics of the running stack with the local inbox.
//!
//! The template says nothing of it: nobody is mailed from this machine, so `dev` subscribes here, whoever else the
//! template names. (A subscription of the template's own would not do: the emulator asks nobody to confirm those.)

use std::path::Path;
use std::time::Duration;

use infra_gen_cfn::Template;
use infra_gen_local::inbox::{Home, Inbox};
use tokio::time::timeout;

use super::{DevError, Plan};
use crate::aws::{Aws, AwsError};
use crate::deploy::stack::Resource;
use crate::terminal::{Style, Terminal};

/// How long a topic may take to ask for the confirmation.
const PATIENCE: Duration = Duration::from_secs(10);

/// The inbox that is kept in a folder, for what the plan's endpoint delivers.
pub(super) fn open(folder: &Path, plan: &Plan) -> Result<Inbox, DevError> {
    let endpoint = &plan.addresses.endpoint;
    let authority = endpoint
        .split_once("://")
        .map_or(endpoint.as_str(), |(_, rest)| rest)
        .trim_end_matches('/')
        .parse()
        .map_err(|_| DevError::Endpoint(endpoint.clone()))?;
    let home = Home {
        endpoint: authority,
        region: plan.loaded.settings.region.clone(),
    };
    Ok(Inbox::open(folder, home)?)
}

/// Has every topic of the stack deliver to the inbox behind the door at `port`, and waits until it does.
pub(super) async fn connect(
    inbox: &Inbox,
    port: u16,
    topics: &[String],
    aws: &Aws,
    terminal: Terminal,
) -> Result<(), AwsError> {
    let client = aws_sdk_sns::Client::new(&aws.config);
    for topic in topics {
        let confirmed = inbox.confirmed(topic);
        let answer = client
            .subscribe()
            .topic_arn(topic)
            .protocol("http")
            .endpoint(inbox.subscriber(port))
            .send()
            .await
            .map_err(|error| AwsError::new(format!("subscribe the inbox to `{topic}`"), &error))?;
        let is_confirmed = answer.subscription_arn.is_some_and(|arn| arn.starts_with("arn:"));
        if !is_confirmed && timeout(PATIENCE, confirmed).await.is_err() {
            terminal.line(
                Style::Error,
                format_args!("`{topic}` did not ask the inbox to confirm; what it sends is not shown there"),
            );
        }
    }
    Ok(())
}

/// The topics of a stack that an HTTP subscriber can listen to.
pub(super) fn topics(template: &Template, deployed: &[Resource]) -> Vec<String> {
    deployed
        .iter()
        .filter(|resource| {
            let declared = template.resources.get(resource.logical.as_str());
            // First in, first out is for queues only.
            declared.is_some_and(|declared| {
                declared.type_name == "AWS::SNS::Topic" && !declared.properties.contains_key("FifoTopic")
            })
        })
        .map(|resource| resource.physical.clone())
        .collect()
}
