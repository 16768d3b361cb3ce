//! The rules of `rules`, one module per service.

pub(in crate::check) mod api_gateway;
pub(in crate::check) mod cloudfront;
pub(in crate::check) mod cloudwatch;
pub(in crate::check) mod dynamodb;
pub(in crate::check) mod event_sources;
pub(in crate::check) mod events;
pub(in crate::check) mod kms;
pub(in crate::check) mod lambda;
pub(in crate::check) mod role_arns;
pub(in crate::check) mod route53;
pub(in crate::check) mod s3;
pub(in crate::check) mod sns;
pub(in crate::check) mod sqs;
pub(in crate::check) mod stepfunctions;
pub(in crate::check) mod tags;

use crate::finding::Rule;

pub(super) static RULES: [&[&Rule]; 15] = [
    &api_gateway::RULES,
    &cloudfront::RULES,
    &cloudwatch::RULES,
    &dynamodb::RULES,
    &event_sources::RULES,
    &events::RULES,
    &kms::RULES,
    &lambda::RULES,
    &role_arns::RULES,
    &route53::RULES,
    &s3::RULES,
    &sns::RULES,
    &sqs::RULES,
    &stepfunctions::RULES,
    &tags::RULES,
];
