//! What a service refuses though every property is right by itself: rules between properties, and between the resources
//! of one template. A module a service.
//!
//! Only what is written out is judged; what is known at deployment only is let through, and so is what a service merely
//! advises against.

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

use super::{Problem, needs::Needs};
use crate::template::Template;

/// Everything that a service would refuse.
pub(super) fn check(template: &Template, needs: &Needs<'_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    api_gateway::check(template, needs, &mut problems);
    cloudfront::check(template, &mut problems);
    cloudwatch::check(template, &mut problems);
    dynamodb::check(template, &mut problems);
    event_sources::check(template, needs, &mut problems);
    events::check(template, &mut problems);
    lambda::check(template, &mut problems);
    route53::check(template, &mut problems);
    s3::check(template, needs, &mut problems);
    sns::check(template, &mut problems);
    sqs::check(template, &mut problems);
    stepfunctions::check(template, &mut problems);
    tags::check(template, &mut problems);
    problems
}
