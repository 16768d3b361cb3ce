//! What a service refuses although each property is valid on its own: rules between properties, and between the resources
//! of one template. One module per service.
//!
//! Not checked: values that are known at deployment only, and recommendations that a service does not enforce.

mod api_gateway;
mod cloudfront;
mod cloudwatch;
mod dynamodb;
mod event_sources;
mod events;
mod kms;
mod lambda;
mod role_arns;
mod route53;
mod s3;
mod sns;
mod sqs;
mod stepfunctions;
mod tags;

#[cfg(test)]
mod tests;

use super::dependencies::Dependencies;
use crate::{finding::Finding, template::Template};

pub(super) fn check(template: &Template, dependencies: &Dependencies<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    api_gateway::check(template, dependencies, &mut findings);
    cloudfront::check(template, &mut findings);
    cloudwatch::check(template, &mut findings);
    dynamodb::check(template, &mut findings);
    event_sources::check(template, dependencies, &mut findings);
    events::check(template, &mut findings);
    kms::check(template, &mut findings);
    lambda::check(template, &mut findings);
    role_arns::check(template, &mut findings);
    route53::check(template, &mut findings);
    s3::check(template, dependencies, &mut findings);
    sns::check(template, &mut findings);
    sqs::check(template, &mut findings);
    stepfunctions::check(template, &mut findings);
    tags::check(template, &mut findings);
    findings
}
