//! What a service refuses although each property is valid on its own: rules between properties, and between the resources
//! of one template. One module per service.
//!
//! Not checked: values that are known at deployment only, and recommendations that a service does not enforce.

mod api_gateway;
mod autoscaling;
mod availability_zones;
mod backup;
mod certificatemanager;
mod cloudfront;
mod cloudwatch;
mod codepipeline;
mod cognito;
mod custom_resources;
mod dynamodb;
mod ec2;
mod ecs;
mod eks;
mod elasticache;
mod elasticloadbalancing;
mod event_patterns;
mod event_sources;
mod events;
mod iam;
mod kinesis;
mod kms;
mod lambda;
mod pipes;
mod rds;
mod role_arns;
mod route53;
mod s3;
mod scheduler;
mod schedules;
mod secretsmanager;
mod secure_strings;
mod sns;
mod sqs;
mod stepfunctions;
mod subnets;
mod tags;
mod wafv2;
mod windows;

#[cfg(test)]
mod tests;

pub(super) use event_sources::other_source;

use super::{cases::Cases, dependencies::Dependencies};
use crate::{finding::Finding, template::Template};

pub(super) fn check(template: &Template, dependencies: &Dependencies<'_>) -> Vec<Finding> {
    let mut cases = Cases::new(template);
    let mut findings = Vec::new();
    api_gateway::check(template, &mut cases, dependencies, &mut findings);
    autoscaling::check(&mut cases, &mut findings);
    availability_zones::check(template, &mut cases, &mut findings);
    backup::check(&mut cases, &mut findings);
    certificatemanager::check(&mut cases, &mut findings);
    cloudfront::check(template, &mut cases, &mut findings);
    cloudwatch::check(&mut cases, &mut findings);
    codepipeline::check(&mut cases, &mut findings);
    cognito::check(&mut cases, &mut findings);
    custom_resources::check(template, &mut cases, &mut findings);
    dynamodb::check(template, &mut findings);
    ec2::check(&mut cases, &mut findings);
    ecs::check(&mut cases, &mut findings);
    eks::check(&mut cases, &mut findings);
    elasticache::check(&mut cases, &mut findings);
    elasticloadbalancing::check(&mut cases, &mut findings);
    event_sources::check(template, dependencies, &mut findings);
    events::check(template, &mut cases, &mut findings);
    iam::check(&mut cases, &mut findings);
    kinesis::check(&mut cases, &mut findings);
    kms::check(template, &mut cases, &mut findings);
    lambda::check(template, &mut cases, &mut findings);
    pipes::check(&mut cases, &mut findings);
    rds::check(&mut cases, &mut findings);
    role_arns::check(template, &mut findings);
    route53::check(&mut cases, &mut findings);
    s3::check(template, &mut cases, dependencies, &mut findings);
    scheduler::check(template, &mut cases, &mut findings);
    secretsmanager::check(&mut cases, &mut findings);
    secure_strings::check(template, &mut findings);
    sns::check(template, &mut cases, &mut findings);
    sqs::check(template, &mut findings);
    stepfunctions::check(template, &mut cases, &mut findings);
    subnets::check(template, &mut cases, &mut findings);
    tags::check(template, &mut findings);
    wafv2::check(&mut cases, &mut findings);
    windows::check(&mut cases, &mut findings);
    findings
}
