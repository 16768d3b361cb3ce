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
mod lambda;
mod route53;
mod s3;
mod sns;
mod sqs;
mod stepfunctions;
mod tags;

#[cfg(test)]
mod tests;

use super::dependencies::Dependencies;
use crate::{problem::Problem, template::Template};

pub(super) fn check(template: &Template, dependencies: &Dependencies<'_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    api_gateway::check(template, dependencies, &mut problems);
    cloudfront::check(template, &mut problems);
    cloudwatch::check(template, &mut problems);
    dynamodb::check(template, &mut problems);
    event_sources::check(template, dependencies, &mut problems);
    events::check(template, &mut problems);
    lambda::check(template, &mut problems);
    route53::check(template, &mut problems);
    s3::check(template, dependencies, &mut problems);
    sns::check(template, &mut problems);
    sqs::check(template, &mut problems);
    stepfunctions::check(template, &mut problems);
    tags::check(template, &mut problems);
    problems
}
